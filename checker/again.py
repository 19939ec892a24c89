"""The same question about the same files has the same answer: what a run printed, kept for the next one.

This is all that an unchanged corpus costs, and it imports next to nothing: no parser of arguments or of settings, no
regular expressions. An answer holds for the very words of a command line, in one folder, on one day, for one state of
every file that the run looked at or looked for. Whatever differs leads to a run like any other.
"""

from __future__ import annotations

import marshal
import os
import sys
from time import localtime

from checker.repository import repository_root
from checker.seal import digest, forget, key, own_folder, read_sealed, write_sealed
from checker.sight import seen, tool

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    Looked = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]

HEEDED = ("CHECKER_OUTPUT_FORMAT", "COLUMNS", "NO_COLOR", "TERM", "GITHUB_STEP_SUMMARY", "PYTHONUTF8", "PYTHONPATH")
"""The variables of the environment that a run's answer may depend on."""

LONGEST = 1 << 20
"""How long an answer may be and still be kept, in characters."""

MOST = 64
"""How many answers are kept."""


def answer(arguments: Sequence[str]) -> int | None:
    """Print what the same run printed before, and give its exit code; None where there is no such answer."""
    if "check" not in arguments:
        return None
    path = _place(arguments, os.getcwd())
    if not os.path.exists(path) or (secret := key()) is None or (data := read_sealed(path, secret)) is None:
        return None
    walked, listed, files, caches, sight, code, text = marshal.loads(data)
    if not all(map(os.path.exists, caches)) or seen(walked, listed, files)[0] != sight:
        return None
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError:
        return None  # The whole tool says it better.
    return int(code)


def keep(
    arguments: Sequence[str], folder: str, looked: Looked, caches: Sequence[str], begun: int, code: int, text: str
) -> None:
    """Keep an answer, if nothing that the run saw can have changed since it was `begun` (a time in nanoseconds).

    `looked` are the folders that the run walked, those that it listed, and single files, there or not. `caches` are the
    files with the verdicts: the answer is not given without them, so that forgetting those forgets all. Where it cannot
    be kept, nothing is.
    """
    sight, latest = seen(*looked)
    secret = key()
    if latest >= begun or secret is None or len(text) > LONGEST or not all(map(os.path.exists, caches)):
        return
    path = _place(arguments, folder)
    try:
        write_sealed(path, (marshal.dumps((*looked, tuple(caches), sight, code, text)),), secret)
        forget(os.path.dirname(path), "", MOST)
    except OSError:
        return


def _place(arguments: Sequence[str], folder: str) -> str:
    out = sys.stdout
    columns = os.get_terminal_size(out.fileno()).columns if (terminal := out.isatty()) else 0
    asked = (
        *arguments,
        folder,
        repository_root(folder),
        *(f"{name}={os.environ.get(name, '')}" for name in HEEDED),
        f"{out.encoding} {terminal} {columns} {localtime()[:3]}",
    )
    name = digest(tool(), *(word.encode("utf-8", "surrogateescape") for word in asked)).hex()
    return os.path.join(own_folder(), "answers", name)
