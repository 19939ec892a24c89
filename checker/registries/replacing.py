"""Replaces a snapshot as a whole: whoever looks at it, at any instant, finds the old one or the new one.

What is new is made ready beside the snapshot, written through to the disk, and then takes its place in one step. A
process that is killed at any instant leaves the old snapshot or the new one, and perhaps what it was making ready,
which the next one clears away.
"""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ANSWERS = "answers.jsonl"
"""The file of a staging folder that holds what the registry has answered so far."""

GITIGNORE = "*\n"
"""What is being made ready is no part of a repository."""

MANY_FILES = 500
"""From how many files on the system is asked once to write all to the disk, and not for each."""


def staging_folder(place: str) -> str:
    """Where the next state of a snapshot is made ready: a hidden folder beside it."""
    head, tail = os.path.split(os.path.realpath(place))
    return os.path.join(head, f".{tail}.update")


def open_staging(place: str) -> str:
    """Make the staging folder of a snapshot, if it is not there, and return it."""
    staging = staging_folder(place)
    os.makedirs(staging, exist_ok=True)
    with open(os.path.join(staging, ".gitignore"), "w", encoding="utf-8") as file:
        file.write(GITIGNORE)
    return staging


def drop_staging(place: str) -> None:
    """Remove the staging folder of a snapshot that has become what was made ready."""
    shutil.rmtree(staging_folder(place), ignore_errors=True)


def clear_staging(place: str) -> None:
    """Remove the staging folder of a snapshot, unless it holds answers that a later update can go on from."""
    staging = staging_folder(place)
    if not os.path.exists(os.path.join(staging, ANSWERS)):
        shutil.rmtree(staging, ignore_errors=True)


def replace_folder(place: str, files: Mapping[str, bytes]) -> None:
    """Give the snapshot folder at `place` these files, new or in place of old ones; all others stay as they are.

    Raises OSError, and leaves the old snapshot, where anything goes wrong.
    """
    place = os.path.realpath(place)
    _put_back(place)
    new = os.path.join(open_staging(place), "new")
    shutil.rmtree(new, ignore_errors=True)
    if os.path.isdir(place):
        _link_all(place, new, leave_out=frozenset(files))
    else:
        os.makedirs(new)
    for name, data in files.items():
        _write(os.path.join(new, name), data, through=len(files) < MANY_FILES)
    if len(files) >= MANY_FILES and hasattr(os, "sync"):
        os.sync()
    _sync_folder(new)
    _swap(new, place)
    _sync_folder(os.path.dirname(place))
    shutil.rmtree(old_folder(place), ignore_errors=True)


def replace_file(place: str, made: str) -> None:
    """Put a file that was made ready in a staging folder in the place of a snapshot that is one file."""
    place = os.path.realpath(place)
    with open(made, "rb") as file:
        os.fsync(file.fileno())
    os.replace(made, place)
    _sync_folder(os.path.dirname(place))


def old_folder(place: str) -> str:
    """Where the old folder stands for an instant, on systems that cannot swap two folders; readers know to look."""
    head, tail = os.path.split(os.path.realpath(place))
    return os.path.join(head, f".{tail}.old")


def _put_back(place: str) -> None:
    """Undo a replacement that was interrupted between its two steps."""
    if not os.path.lexists(place) and os.path.isdir(old_folder(place)):
        os.rename(old_folder(place), place)


def _link_all(folder: str, new: str, *, leave_out: frozenset[str]) -> None:
    """Make `new` hold the same files as `folder`, without copying them where the system allows."""
    os.makedirs(new)
    shutil.copymode(folder, new)
    for entry in os.scandir(folder):
        target = os.path.join(new, entry.name)
        if entry.is_dir(follow_symlinks=False):
            shutil.copytree(entry.path, target, symlinks=True)
        elif entry.name not in leave_out:
            try:
                os.link(entry.path, target, follow_symlinks=False)
            except (OSError, NotImplementedError):
                shutil.copy2(entry.path, target, follow_symlinks=False)


def _write(path: str, data: bytes, *, through: bool) -> None:
    with open(path, "xb") as file:
        file.write(data)
        if through:
            file.flush()
            os.fsync(file.fileno())


def _sync_folder(folder: str) -> None:
    """Have the system write a folder's names through to the disk, where it can."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)


def _swap(new: str, place: str) -> None:
    """Put the folder `new` at `place`. In one step where the system can; else what stood there is set aside first."""
    if not os.path.isdir(place):
        os.rename(new, place)
    elif not _exchange(new, place):
        old = old_folder(place)
        shutil.rmtree(old, ignore_errors=True)
        os.rename(place, old)
        try:
            os.rename(new, place)
        except OSError:
            os.rename(old, place)
            raise


def _exchange(one: str, other: str) -> bool:
    """Let two folders change places in one step of the file system; False where the system cannot."""
    import ctypes

    try:
        library = ctypes.CDLL(None)
        if sys.platform == "darwin":
            return bool(library.renamex_np(os.fsencode(one), os.fsencode(other), 2) == 0)  # RENAME_SWAP
        here = -100  # AT_FDCWD: paths are as given.
        return bool(library.renameat2(here, os.fsencode(one), here, os.fsencode(other), 2) == 0)  # RENAME_EXCHANGE
    except (AttributeError, OSError, TypeError):
        return False
