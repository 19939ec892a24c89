"""Writes a snapshot, in either of its forms."""

from __future__ import annotations

import os
import shutil
import sqlite3
import zlib
from typing import TYPE_CHECKING, Any

from checker.consulted import SnapshotProblem
from checker.registries.replacing import drop_staging, open_staging, replace_file, replace_folder
from checker.seal import blake2b
from checker.snapshot.folder import ATTRIBUTES, CHANGES, MANIFEST, file_name
from checker.snapshot.form import alias_text, changes_text, lines_text, packed_text, record_text
from checker.snapshot.sqlite import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.registered import RegistryRecord, Version


UNION = (
    f"# Where two branches have updated the snapshot, both count.\n{CHANGES} merge=union\n{MANIFEST} merge=union\n"
).encode()
"""What git is told of the files on all records."""


def keep(
    place: str, records: Iterable[RegistryRecord], said: Mapping[str, str], before: Mapping[str, Version | None]
) -> int:
    """Put records into the snapshot at `place`, each in place of what is held of it, and say `said` of them all.

    `before` holds, once the records have been taken, the version that was the newest of each, if there was any.

    Returns how many records were written. The snapshot becomes the new one in one step; one that need not change is
    not touched. Raises SnapshotProblem, and leaves the old one, where it cannot be written.
    """
    kept = _keep_in_file if place.endswith(".sqlite") else _keep_in
    try:
        count = kept(place, records, said, before)
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or error
        raise SnapshotProblem(f"The snapshot {place} could not be written: {reason}. It is as it was.") from None
    drop_staging(place)
    return count


def _keep_in(
    place: str, records: Iterable[RegistryRecord], said: Mapping[str, str], before: Mapping[str, Version | None]
) -> int:
    files: dict[str, bytes] = {}
    count = 0
    for record in records:
        count += 1
        files[file_name(record.id)] = record_text(record).encode()
        for alias in record.aliases:
            files[file_name(alias)] = alias_text(alias, record.id).encode()
    files[MANIFEST] = lines_text(said).encode()
    if not os.path.exists(os.path.join(place, ATTRIBUTES)):
        files[ATTRIBUTES] = UNION
    files[CHANGES] = changes_text(before).encode()
    changed = {name: data for name, data in files.items() if _held(os.path.join(place, name)) != data}
    if changed:
        replace_folder(place, changed)
    return count


def _held(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _keep_in_file(
    place: str, records: Iterable[RegistryRecord], said: Mapping[str, str], before: Mapping[str, Version | None]
) -> int:
    made = os.path.join(open_staging(place), "new.sqlite")
    if os.path.exists(made):
        os.unlink(made)
    if os.path.exists(place):
        shutil.copyfile(place, made)
    database = sqlite3.connect(made, isolation_level=None)
    try:
        # Nobody sees this file before it is whole: a journal would guard nothing.
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        database.execute("BEGIN")
        if not os.path.exists(place):
            for statement in TABLES.split(";"):
                database.execute(statement)
        count = 0
        for record in records:
            count += 1
            _put(database, record)
        database.execute("DELETE FROM said")
        database.executemany("INSERT INTO said VALUES (?, ?)", sorted(said.items()))
        database.execute("DELETE FROM changes")
        database.execute("INSERT INTO changes VALUES (?)", (zlib.compress(changes_text(before).encode(), 6),))
        database.execute("COMMIT")
    finally:
        database.close()
    replace_file(place, made)
    return count


def _put(database: Any, record: RegistryRecord) -> None:
    text = packed_text(record).encode()
    row = (record.id, blake2b(text, digest_size=8).digest(), zlib.compress(text, 6))
    database.execute("INSERT OR REPLACE INTO records VALUES (?, ?, ?)", row)
    for alias in record.aliases:
        database.execute("DELETE FROM records WHERE id = ?", (alias,))
        database.execute("INSERT OR REPLACE INTO aliases VALUES (?, ?)", (alias, record.id))
