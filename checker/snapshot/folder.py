"""A snapshot as a folder: one JSON file a trial, and `snapshot.json` for what is said of all."""

import os
from collections.abc import Iterator
from functools import cached_property

from checker.registered import RegistryRecord, SnapshotProblem, Version

GREATEST_FILE = 8 * 1024 * 1024
"""How many bytes one record may have."""

MANIFEST = "snapshot.json"
"""The file that says when all records were last asked for, and of which state of the registry they are."""

CHANGES = "changes.json"
"""The file that says of each record that the last update changed which version was the newest before."""


class Folder:
    """The records below a folder, each read when it is asked for, and then kept.

    Whoever asks only for digests, to learn that nothing changed, does not even import a reader of JSON.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._kept: dict[str, RegistryRecord | None] = {}
        self._bytes: dict[str, bytes | None] = {}

    @property
    def fetched(self) -> str | None:
        return self.said.get("fetched")

    @cached_property
    def said(self) -> dict[str, str]:
        """What the snapshot says of all its records."""
        data = self._read(MANIFEST)
        return {} if data is None else read_manifest(data, os.path.join(self.path, MANIFEST))

    def find(self, id: str) -> RegistryRecord | None:
        if id not in self._kept:
            self._kept[id] = self._find(id)
        return self._kept[id]

    def digest(self, id: str) -> str:
        from hashlib import blake2b

        data = self._read(file_name(id) if id else MANIFEST)
        if data is None:
            return ""
        if id and len(data) < 400 and b'"alias_of"' in data:
            data += self._read(file_name(self._target(id, data))) or b""
        return blake2b(data, digest_size=8).hexdigest()

    def ids(self) -> Iterator[str]:
        """The numbers of all records, aliases left out, sorted."""
        for name in sorted(os.listdir(self.path)):
            if name.endswith(".json") and name not in (MANIFEST, CHANGES) and not name.startswith("."):
                record = self.find(id_of(name))
                if record is not None and record.id == id_of(name):
                    yield record.id

    def changes(self) -> dict[str, Version | None]:
        """The records that the last update changed, each with the version that was its newest before, if any."""
        from checker.snapshot.form import read_changes

        data = self._read(CHANGES)
        return {} if data is None else read_changes(data, os.path.join(self.path, CHANGES), self.find)

    def _find(self, id: str) -> RegistryRecord | None:
        from checker.snapshot.form import read_text

        data = self._read(file_name(id))
        if data is None:
            return None
        found = read_text(data, self._called(id))
        if isinstance(found, str):
            target = self._read(file_name(found))
            found = found if target is None else read_text(target, self._called(found))
            if isinstance(found, str):
                raise SnapshotProblem(f"{self._called(id)} leads to {found}, of which the snapshot has no record.")
        if id not in (found.id, *found.aliases):
            raise SnapshotProblem(f"{self._called(id)} holds the record of {found.id}.")
        return found

    def _target(self, alias: str, data: bytes) -> str:
        from checker.snapshot.form import read_text

        found = read_text(data, self._called(alias))
        return found if isinstance(found, str) else found.id

    def _called(self, id: str) -> str:
        return os.path.join(self.path, file_name(id))

    def _read(self, name: str) -> bytes | None:
        if name not in self._bytes:
            self._bytes[name] = read_bytes(os.path.join(self.path, name))
        return self._bytes[name]


def read_manifest(data: bytes, name: str) -> dict[str, str]:
    """What a snapshot says of all its records. Raises SnapshotProblem where that is not texts by name."""
    from checker.snapshot.form import mapping

    said = mapping(data, name)
    for key, value in said.items():
        if not isinstance(value, str):
            raise SnapshotProblem(f"{name}: {key} is not a text.")
    return said


def file_name(id: str) -> str:
    """The name of a record's file; no number has an underscore, so that no two numbers share a file."""
    return f"{id.replace('/', '_')}.json"


def id_of(name: str) -> str:
    """The number whose record a file holds; the inverse of `file_name`."""
    return name.removesuffix(".json").replace("_", "/")


def read_bytes(path: str) -> bytes | None:
    """The bytes of a file of the snapshot, or None where there is none.

    Raises SnapshotProblem where it cannot be read or is too large.
    """
    try:
        with open(path, "rb") as file:
            data = file.read(GREATEST_FILE + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        raise SnapshotProblem(f"{path} could not be read: {getattr(error, 'strerror', None) or error}.") from None
    if len(data) > GREATEST_FILE:
        raise SnapshotProblem(f"{path} is larger than any record.")
    return data
