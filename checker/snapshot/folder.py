"""A snapshot as a folder: one JSON file a trial, and `snapshot.json` for what is said of all."""

import os
from collections.abc import Iterator, Mapping
from functools import cached_property

from checker.consulted import NOT_BEFORE, SnapshotProblem, is_fetched_by
from checker.registered import RegistryRecord, Version
from checker.seal import blake2b

GREATEST_FILE = 8 * 1024 * 1024
"""How many bytes one record may have."""

ATTRIBUTES = ".gitattributes"
"""The file that tells git to keep the lines of both sides where two branches have updated the snapshot."""

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
        if id.startswith(NOT_BEFORE):
            return is_fetched_by(id, self._written_day())
        data = self._of(id) if id else self._read(MANIFEST)
        if data is None:
            return ""
        if id and len(data) < 400 and b'"alias_of"' in data:
            data += self._behind(id, data)
        return blake2b(data, digest_size=8).hexdigest()

    def _written_day(self) -> str | None:
        """`fetched` as we write it, found without a reader of JSON; however else it is written, it is read."""
        # A merge may have left the days of both branches.
        days = [rest[:11] for rest in (self._read(MANIFEST) or b"").split(b'\n "fetched": "')[1:]]
        if not days or any(day[10:] != b'"' for day in days):
            return self.fetched
        return max(days)[:10].decode("ascii", "replace")

    def ids(self) -> Iterator[str]:
        """The numbers of all records, aliases left out, sorted."""
        return (record.id for record in self.records())

    def records(self) -> Iterator[RegistryRecord]:
        """All records, by number, none of them kept. Raises SnapshotProblem for one that cannot be read."""
        from checker.snapshot.form import read_text

        for name in sorted(os.listdir(self.path)):
            if name.endswith(".json") and name not in (MANIFEST, CHANGES) and not name.startswith("."):
                path = os.path.join(self.path, name)
                found = read_text(read_bytes(path) or b"", path)
                if isinstance(found, str):
                    continue
                if file_name(found.id) != name:
                    raise SnapshotProblem(f"{path} holds the record of {found.id}.")
                yield found

    def changes(self) -> dict[str, Version | None]:
        """The records that the last update changed, each with the version that was its newest before, if any."""
        from checker.snapshot.form import read_changes

        data = self._read(CHANGES)
        return {} if data is None else read_changes(data, os.path.join(self.path, CHANGES), self.find)

    def _find(self, id: str) -> RegistryRecord | None:
        from checker.snapshot.form import read_text

        data = self._of(id)
        if data is None:
            return None
        found = read_text(data, self._called(id))
        if isinstance(found, str):
            target = self._of(found)
            found = found if target is None else read_text(target, self._called(found))
            if isinstance(found, str):
                raise SnapshotProblem(f"{self._called(id)} leads to {found}, of which the snapshot has no record.")
        if id in (found.id, *found.aliases):
            return found
        if id.casefold() == found.id.casefold():
            return None  # A file system that makes no difference between cases found it; we do.
        raise SnapshotProblem(f"{self._called(id)} holds the record of {found.id}.")

    def _behind(self, alias: str, data: bytes) -> bytes:
        """The bytes of the record that an alias leads to; none where it leads nowhere, which `find` will tell."""
        from checker.snapshot.form import read_text

        try:
            found = read_text(data, self._called(alias))
        except SnapshotProblem:
            return b""
        return (self._of(found) if isinstance(found, str) else None) or b""

    def _of(self, id: str) -> bytes | None:
        """The bytes of a number's file. What articles give as numbers may be anything, and then has none."""
        name = file_name(id)
        if len(id) > 60 or not id.replace("-", "a").replace("/", "a").isalnum() or name in (MANIFEST, CHANGES):
            return None
        return self._read(name)

    def _called(self, id: str) -> str:
        return os.path.join(self.path, file_name(id))

    def _read(self, name: str) -> bytes | None:
        if name not in self._bytes:
            self._bytes[name] = read_bytes(os.path.join(self.path, name))
        return self._bytes[name]


def read_manifest(data: bytes, name: str) -> dict[str, str]:
    """What a snapshot says of all its records; of what two branches say, the later.

    Raises SnapshotProblem where that is not texts by name.
    """
    from checker.snapshot.form import FORM, mapping

    said = mapping(data, name, later=True)
    said.pop(FORM, None)
    for key, value in said.items():
        if not isinstance(value, str):
            raise SnapshotProblem(f"{name}: {key} is not a text.")
    check_said(said, name)
    return said


def check_said(said: Mapping[str, str], name: str) -> None:
    """Raise SnapshotProblem where what a snapshot says of all its records is not dated to the day."""
    from checker.dates import is_date

    for key in ("fetched", "updated"):
        day = said.get(key, "2000-01-01")
        if len(day) != 10 or not is_date(day):
            raise SnapshotProblem(f'{name}: {key} is "{day[:20]}", which is no day.')


def file_name(id: str) -> str:
    """The name of a record's file; no number has an underscore, so that no two numbers share a file."""
    return f"{id.replace('/', '_')}.json"


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
