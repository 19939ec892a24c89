"""What a run sees of the disk before it opens anything: which files there are, and the state of each.

A file whose state is the same has the same content, unless it was changed so shortly after it was seen that the clock
of its file system had not moved on; `settled` says up to when that may be.
"""

from __future__ import annotations

import os
import sys

from checker import __version__
from checker.seal import digest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SUFFIXES = (".md", ".markdown")
SETTINGS = ("checker.toml", "pyproject.toml")
"""The files that may hold settings; in one folder the first counts."""

UNWALKED = frozenset({"node_modules", "__pycache__", "venv", "site-packages"})
"""Folders, besides those whose name begins with a dot, that hold no articles."""

FINE, COARSE = 20_000_000, 2_000_000_000
"""Nanoseconds in which a file system may give changes one time: if its times have fractions, and if not."""

State = tuple[int, int, int, int, int]
"""Size, times of the last change of the content and of the file, inode, device: a change of the file changes them."""


def state_of(status: os.stat_result) -> State:
    """What tells that a file is as it was."""
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, status.st_dev


def settled(state: State, by: int) -> bool:
    """Whether every change after the time `by` (in nanoseconds) gives a file another state than this one."""
    newest = max(state[1], state[2])
    return newest + (FINE if state[2] % 10_000_000 else COARSE) < by


def survey(folder: str, settings: bool = False) -> Iterator[tuple[str, os.DirEntry[str] | None]]:
    """Every article below a folder, in no order; also what bears an article's name and is no file.

    A link to a folder is followed, once, where that lies below the folder too; one that leads out of it is yielded
    itself, for a link in a pull request might lead to all of a machine's files.

    A folder that cannot be listed is yielded itself: what is in it went unseen. With `settings`, files that may hold
    settings are told as well.
    """
    seen: set[tuple[int, int]] = set()
    root = os.path.join(os.path.realpath(folder), "")
    open_folders = [folder]
    while open_folders:
        here = open_folders.pop()
        try:
            status = os.stat(here)
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            entries = list(os.scandir(here))
        except OSError:
            yield here, None
            continue
        for entry in entries:
            if _is_folder(entry):
                if entry.name.startswith(".") or entry.name in UNWALKED:
                    continue
                if entry.is_symlink() and not os.path.join(os.path.realpath(entry.path), "").startswith(root):
                    yield entry.path, None
                else:
                    open_folders.append(entry.path)
            elif entry.name.lower().endswith(SUFFIXES) or (settings and entry.name in SETTINGS):
                yield entry.path, entry


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def seen(walked: Iterable[str], listed: Iterable[str], files: Iterable[str]) -> tuple[bytes, int]:
    """A digest of all that is below the folders `walked`, beside each other in those `listed`, and at `files`.

    Also the latest time by which any of it is settled.
    """
    lines: list[str] = []
    latest = 0
    for folder in walked:
        for path, entry in survey(folder, settings=True):
            latest = max(latest, _note(lines, path, entry))
    for folder in listed:
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError:
            entries = []
        lines.append(f"{folder}\0{len(entries)}")
        for entry in entries:
            latest = max(latest, _note(lines, entry.path, entry))
    for path in files:
        latest = max(latest, _note(lines, path, None))
    return digest("\n".join(lines).encode("utf-8", "surrogatepass")), latest


def _note(lines: list[str], path: str, entry: os.DirEntry[str] | None) -> int:
    """Add a line on a file; give the time by which its state is settled."""
    try:
        status = os.stat(path) if entry is None else entry.stat()
    except (OSError, ValueError):
        lines.append(f"{path}\0gone")
        return 0
    changed, touched = status.st_mtime_ns, status.st_ctime_ns
    lines.append(f"{path}\0{status.st_size} {changed} {touched} {status.st_ino} {status.st_dev}")
    return max(changed, touched) + (FINE if touched % 10_000_000 else COARSE)


_tool: list[bytes] = []


def tool() -> bytes:
    """A digest of all that checks besides settings and articles: our sources, Python, and what is installed for it.

    Nothing is read: a source stands for itself by its size and time, an installed package by the name of its folder,
    which holds its version. What was there at the first call counts: that is what has been loaded.
    """
    if not _tool:
        _tool.append(_tool_now())
    return _tool[0]


def _tool_now() -> bytes:
    here = os.path.dirname(os.path.abspath(__file__))
    lines = [__version__, sys.version, here]
    open_folders = [here, os.path.join(os.path.dirname(here), "schemas")]
    while open_folders:
        for entry in _sorted(open_folders.pop()):
            if "." not in entry.name:
                if entry.name != "__pycache__":
                    open_folders.append(entry.path)
                continue
            status = entry.stat()
            lines.append(f"{entry.name} {status.st_size} {status.st_mtime_ns}")
    for folder in sys.path:
        if folder.endswith("-packages"):
            lines += (entry.name for entry in _sorted(folder) if entry.name.endswith("-info"))
    return digest("\n".join(lines).encode("utf-8", "surrogatepass"))


def _sorted(folder: str) -> list[os.DirEntry[str]]:
    try:
        return sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return []
