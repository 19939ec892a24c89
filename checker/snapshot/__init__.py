"""The snapshot: the committed, dated copy of registry records that the checks use. No check touches the network."""

import os
from typing import TYPE_CHECKING

from checker.consulted import SnapshotProblem

if TYPE_CHECKING:
    from checker.snapshot.folder import Folder
    from checker.snapshot.sqlite import Database

DEFAULT = "registry"
"""The folder of the snapshot where the settings name none; it need not be there."""


def open_snapshot(path: str, folder: str) -> "Folder | Database | None":
    """The snapshot that settings name, relative to their folder; None where the default folder is not there or holds
    no record.

    Raises SnapshotProblem for a snapshot that cannot be read.
    """
    place = os.path.join(folder, path)
    if path.endswith(".sqlite"):
        from checker.snapshot.sqlite import Database  # SQLite is loaded only for those who use it.

        return Database(place)
    if not os.path.isdir(place):
        if os.path.isdir(_set_aside(place)):
            place = _set_aside(place)
        elif os.path.lexists(place):
            raise SnapshotProblem(f"{path}, where the snapshot belongs, is no folder.")
        elif path == DEFAULT:
            return None
        else:
            raise SnapshotProblem(f"There is no snapshot at {path}, which the settings name.")
    if path == DEFAULT and not _holds_records(place):
        return None  # Other things are kept in folders of that name too.
    from checker.snapshot.folder import Folder

    return Folder(place)


def _holds_records(place: str) -> bool:
    """Whether a folder that nobody named holds anything of a snapshot."""
    try:
        with os.scandir(place) as entries:
            return any(entry.name.endswith(".json") for entry in entries)
    except OSError:
        return True  # The first look-up tells what is wrong.


def places(path: str, folder: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The folders and the files in which a snapshot that settings name lies, or would lie."""
    place = os.path.join(folder, path)
    if path.endswith(".sqlite"):
        return (), (place,)
    return (place, _set_aside(place)), ()


def _set_aside(place: str) -> str:
    """Where the old folder stands for the instant in which it is replaced, on systems that cannot swap two folders."""
    head, tail = os.path.split(os.path.realpath(place))
    return os.path.join(head, f".{tail}.old")
