"""What standard output and standard error show of themselves: their width, colour, a bar, a line to the person."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from checker.render import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TextIO


def say(text: str) -> None:
    """Tell whoever runs the command, on standard error; marks that a terminal would obey are made visible."""
    with suppress(OSError):
        print("\n".join(f"checker: {visible(line)}" for line in text.splitlines()), file=sys.stderr)


@contextmanager
def unobeyed(stream: TextIO) -> Iterator[None]:
    """What is written meanwhile is no command to a job of GitHub's, which obeys lines behind spaces too."""
    token = os.urandom(16).hex() if os.environ.get("GITHUB_ACTIONS") == "true" else ""
    if token:
        stream.write(f"::stop-commands::{token}\n")
    try:
        yield
    finally:
        if token:
            stream.write(f"::{token}::\n")


def columns() -> int:
    """The width of the terminal, in cells: what COLUMNS says, else what the system says; 0 where there is none."""
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said):
        return int(said)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):
        return 0


def is_colored(when: str, stream: TextIO, *, into_file: bool) -> bool:
    """Whether to write in colour: `when` is "always", "never" or "auto", which is where a terminal is to show it."""
    if when != "auto":
        return bool(when == "always")
    if os.environ.get("NO_COLOR"):
        return False
    return not into_file and stream.isatty() and os.environ.get("TERM") != "dumb"


def progress(what: str = "Checking") -> Callable[[int, int], None]:
    """A bar on a terminal once a run has taken a second; never in a pipe."""
    if not sys.stderr.isatty():
        return lambda done, total: None
    from time import monotonic

    begun = monotonic()
    bars: list[Any] = []

    def watch(done: int, total: int) -> None:
        if not bars and done < total and monotonic() - begun > 1:
            from rich.console import Console
            from rich.progress import Progress

            # No thread of its own: the work may go on in forks of this process.
            bar = Progress(console=Console(stderr=True), transient=True, auto_refresh=False)
            bar.add_task(what, total=total)
            bar.start()
            bars.append(bar)
        for bar in bars:
            bar.update(bar.task_ids[0], completed=done, refresh=True)
            if done == total:
                bar.stop()

    return watch
