"""A snapshot as one SQLite file, for archives of many thousand trials."""

import os
import sqlite3
import zlib
from collections.abc import Iterator
from typing import Any

from checker.consulted import NOT_BEFORE, SnapshotProblem, is_fetched_by
from checker.registered import RegistryRecord, Version
from checker.snapshot.folder import GREATEST_FILE, check_said
from checker.snapshot.form import read_changes, read_text

TABLES = """
CREATE TABLE records (id TEXT PRIMARY KEY, digest BLOB NOT NULL, record BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE aliases (alias TEXT PRIMARY KEY, id TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE said (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE changes (before BLOB NOT NULL);
"""
"""A record is JSON, deflated; `digest` is that of the JSON."""


class Database:
    """The records of one SQLite file. It is opened to be read only."""

    def __init__(self, path: str) -> None:
        from urllib.parse import quote

        self.path = path
        if not os.path.isfile(path):
            raise SnapshotProblem(f"There is no snapshot at {path}, which the settings name.")
        try:
            self._open = sqlite3.connect(f"file:{quote(os.path.abspath(path))}?mode=ro&immutable=1", uri=True)
        except sqlite3.Error as error:
            raise SnapshotProblem(f"{path} could not be read: {error}.") from None
        self.said = {str(key): str(value) for key, value in self._select("SELECT key, value FROM said")}
        check_said(self.said, path)
        self._kept: dict[str, RegistryRecord | None] = {}

    @property
    def fetched(self) -> str | None:
        return self.said.get("fetched")

    def find(self, id: str) -> RegistryRecord | None:
        if id not in self._kept:
            rows = self._select("SELECT record FROM records WHERE id = ?", self._id_of(id))
            self._kept[id] = self._record(id, rows[0][0]) if rows else None
        return self._kept[id]

    def digest(self, id: str) -> str:
        if not id or id.startswith(NOT_BEFORE):
            return is_fetched_by(id, self.fetched) if id else self.fetched or ""
        rows = self._select("SELECT digest FROM records WHERE id = ?", self._id_of(id))
        return bytes(rows[0][0]).hex() if rows else ""

    def ids(self) -> Iterator[str]:
        """The numbers of all records, aliases left out, sorted."""
        return (str(row[0]) for row in self._select("SELECT id FROM records ORDER BY id"))

    def records(self) -> Iterator[RegistryRecord]:
        """All records, by number, none of them kept. Raises SnapshotProblem for one that cannot be read."""
        try:
            for id, data in self._open.execute("SELECT id, record FROM records ORDER BY id"):
                yield self._record(str(id), data)
        except sqlite3.Error as error:
            raise SnapshotProblem(f"{self.path} could not be read: {error}.") from None

    def changes(self) -> dict[str, Version | None]:
        """The records that the last update changed, each with the version that was its newest before, if any."""
        name = f"{self.path}, changes"
        rows = self._select("SELECT before FROM changes")
        return read_changes(inflated(rows[0][0], name), name, self.find) if rows else {}

    def close(self) -> None:
        self._open.close()

    def _id_of(self, id: str) -> str:
        rows = self._select("SELECT id FROM aliases WHERE alias = ?", id)
        return str(rows[0][0]) if rows else id

    def _record(self, id: str, data: Any) -> RegistryRecord:
        name = f"{self.path}, {id}"
        found = read_text(inflated(data, name), name)
        if isinstance(found, str) or id not in (found.id, *found.aliases):
            raise SnapshotProblem(f"{name}: the record is that of another trial.")
        return found

    def _select(self, query: str, *given: str) -> list[tuple[Any, ...]]:
        try:
            return self._open.execute(query, given).fetchall()
        except UnicodeEncodeError:
            return []  # What cannot be written cannot be held.
        except sqlite3.Error as error:
            raise SnapshotProblem(f"{self.path} could not be read: {error}.") from None


def inflated(data: Any, name: str) -> bytes:
    """The text of a deflated record. Raises SnapshotProblem where it is none, or larger than any record."""
    try:
        inflater = zlib.decompressobj()
        text = inflater.decompress(data, GREATEST_FILE)
    except (zlib.error, TypeError) as error:
        raise SnapshotProblem(f"{name} could not be read: {error}.") from None
    if not inflater.eof:
        raise SnapshotProblem(f"{name} is cut short, or larger than any record.")
    return text
