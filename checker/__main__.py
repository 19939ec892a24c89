"""Runs the command line as a process of its own: `python -m checker`, or the script `checker`."""

from __future__ import annotations

import gc
import os
import sys

from checker.again import answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


STREAMS = {"stdin": "r", "stdout": "w", "stderr": "w"}


def _here() -> str:
    """The current folder; empty where it is gone."""
    try:
        return os.getcwd()
    except OSError:
        return ""


def run() -> NoReturn:
    """Give the answer that is known, or run the command line; then leave at once.

    A run makes little cyclic garbage, so it is looked for rarely; and what the process holds is left to the system
    instead of being taken apart piece by piece. Both together cost more than reading an article.
    """
    gc.set_threshold(100_000)
    for name, mode in STREAMS.items():
        if getattr(sys, name) is None:  # It is closed: what is opened next would take its place and be written to.
            setattr(sys, name, open(os.devnull, mode))  # noqa: SIM115
    try:
        code = answer(sys.argv[1:]) if _here() else None
        if code is None:
            from checker.cli import main
            from checker.compiled import keep

            code = main()
            keep()
    except KeyboardInterrupt:  # Before or after what the command line takes care of.
        code = 130
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # Whoever may be told has been told.
        pass
    finally:
        os._exit(code)


if __name__ == "__main__":
    # `python -m` looks for modules in the current folder first, and that may be somebody else's repository.
    if sys.path[:1] == [_here()]:
        del sys.path[0]
    run()
