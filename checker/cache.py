"""Remembers verdicts by fingerprint, so that what has not changed is not checked again.

A verdict holds for one content at one path, for settings as a whole, for the checker that gave it, for the registry
records that it looked up and for a range of days. All verdicts under one set of settings stand in one sealed file, read
once and replaced at once: a run that is killed, a disk that is full or another run at the same time cost a later run
some time, and change no answer.
"""

import marshal
import os
from collections.abc import Iterable, Iterator, KeysView
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import compress, decompress

from checker.consulted import SnapshotProblem
from checker.diagnostic import Diagnostic, Entry, PlacedEdit, PlacedFix, Related, Suppressed, Verdict
from checker.seal import IGNORED, digest, forget, key, read_bytes, read_sealed, write_sealed
from checker.sight import State, tool
from checker.text import Place, Range

if TYPE_CHECKING:
    from checker.registered import Registry

FOLDER = ".checker_cache"
"""Verdicts stand beside the settings, in a folder of this name."""

MOST = 8
"""For how many sets of settings verdicts are kept side by side."""

PREFIX = "verdicts-"
SIZE = 4
SLOTS = 1 << 20
NEW = "it is new"


class Packed(NamedTuple):
    """A verdict as bytes: what it says (empty for nothing), its entries, and what it holds for."""

    said: bytes
    entries: bytes
    valid_until: str | None = None
    looked_up: tuple[tuple[str, str], ...] = ()


class Record(NamedTuple):
    """A remembered verdict and its fingerprint.

    `state` is the file's, or None where it was not settled. `content` and `before` are digests of the text and of the
    committed text that it was held against (empty: none). `day` is the run's date. `looked_up` is None where there
    was no snapshot.
    """

    state: State | None
    content: bytes
    before: bytes
    day: str
    valid_until: str | None
    looked_up: tuple[tuple[str, str], ...] | None
    said: bytes
    entries: bytes


class Cache:
    """The verdicts on the articles of one folder, under one set of settings.

    `folder` is where they are kept, `settings` all that they depend on besides articles and registry records.
    `known` says whether anything is remembered for these settings by this checker, and `why_not` why not.
    """

    def __init__(self, folder: str, *settings: bytes) -> None:
        self.folder = folder
        self.path = os.path.join(folder, PREFIX + digest(*settings).hex())
        self.why_not = ""
        self.changed = False
        self._key = key()
        self._tool = tool()
        self._records: dict[str, tuple[bytes, bytes, bytes]] = {}
        self.known = self._read()

    def objection(self, name: str, *, today: str, before: bytes, registry: "Registry | None") -> Record | str:
        """The record of an article that holds if its content is the same; else why the article has to be checked."""
        found = self._records.get(name)
        if found is None:
            return self.why_not or NEW
        fingerprint, *answers = found
        record = Record(*marshal.loads(fingerprint), *answers)
        if record.before != before:
            return "its committed version is another"
        if not record.day <= today <= (record.valid_until or today):
            return "the day matters to it"
        if (registry is None) != (record.looked_up is None):
            return "the snapshot of registry records came or went"
        try:
            for id, answer in record.looked_up or ():
                if registry is not None and registry.digest(id) != answer:
                    return (
                        f"the registry record of {id} has changed"
                        if id[:1].isalnum()
                        else "the snapshot is of another day"
                    )
        except SnapshotProblem:
            return "a registry record cannot be read"
        return record

    def remember(self, name: str, record: Record) -> None:
        """Keep a verdict in place of any other on the same path."""
        *fingerprint, said, entries = record
        self._records[name] = marshal.dumps(tuple(fingerprint)), said, entries
        self.changed = True

    def save(self, is_there: Iterable[str]) -> str | None:
        """Write what has changed; gives why that cannot be done, or None.

        `is_there` are the names of those articles remembered that are still there; of others, nothing is kept.
        """
        if not self.changed:
            return None
        if self._key is None:
            return "there is no place for a key in your cache folder"
        try:
            write_sealed(self.path, self._written(is_there), self._key)
            forget(self.folder, PREFIX, MOST)
        except OSError as error:
            return error.strerror or str(error)
        self.changed = False
        return None

    def names(self) -> KeysView[str]:
        """The paths of the articles remembered."""
        return self._records.keys()

    def _read(self) -> bool:
        if not os.path.lexists(self.path):
            try:
                others = any(name.startswith(PREFIX) for name in os.listdir(self.folder))
            except OSError:
                others = False
            self.why_not = "nothing is remembered for these settings and options" if others else "nothing is remembered"
            return False
        data = self._key and read_sealed(self.path, self._key)
        if not data:
            self.why_not = "what was remembered is damaged, or not our own"
            return False
        if not data.startswith(self._tool):
            self.why_not = "the checker, or what it runs on, has changed"
            return False
        view = memoryview(data)
        at = len(self._tool)
        while at < len(data):
            end = at + SIZE + int.from_bytes(view[at : at + SIZE], "little")
            name, *record = marshal.loads(view[at + SIZE : end])
            self._records[name] = tuple(record)
            at = end
        return True

    def _written(self, names: Iterable[str]) -> Iterator[bytes]:
        """What `_read` reads: the checker, then each record after its size."""
        yield self._tool
        for name in names:
            data = marshal.dumps((name, *self._records[name]))
            yield len(data).to_bytes(SIZE, "little")
            yield data


def clear(folder: str) -> int:
    """Remove the verdicts that a folder keeps, and the folder if nothing else is in it; gives how many files they were.

    Only files that bear our names are touched, and no link is followed. Raises OSError.
    """
    if os.path.islink(folder) or not os.path.isdir(folder):
        return 0
    ours = [entry.path for entry in os.scandir(folder) if _is_ours(entry.name) and entry.is_file(follow_symlinks=False)]
    for path in ours:
        os.unlink(path)
    mark = os.path.join(folder, ".gitignore")
    if os.listdir(folder) == [".gitignore"] and read_bytes(mark) == IGNORED.encode():
        os.unlink(mark)
    if not os.listdir(folder):
        os.rmdir(folder)
    return len(ours)


def _is_ours(name: str) -> bool:
    first, *more = name.removesuffix(".tmp").removeprefix(PREFIX).split(".")
    digits = "".join((first, *more))
    return name.startswith(PREFIX) and len(first) == 32 and len(more) <= 1 and not digits.strip("0123456789abcdef")


# Verdicts as bytes


def packed(verdict: Verdict) -> Packed:
    """A verdict as bytes that `diagnostics`, `suppressed` and `to_compare` can read."""
    said = verdict.diagnostics or verdict.suppressed
    return Packed(
        marshal.dumps((_plain(verdict.diagnostics), _plain(verdict.suppressed))) if said else b"",
        compress(marshal.dumps(_plain(verdict.entries)), 1) if verdict.entries else b"",
        verdict.valid_until,
        verdict.looked_up,
    )


def unpacked(said: bytes) -> tuple[list[Diagnostic], list[Suppressed]]:
    """What a verdict says: its diagnostics, and those that a comment silences."""
    if not said:
        return [], []
    found, silenced = marshal.loads(said)
    return (
        [_diagnostic(each) for each in found],
        [Suppressed(_diagnostic(each), reason, kind) for each, reason, kind in silenced],
    )


def to_compare(packs: Iterable[bytes]) -> Iterator[Entry]:
    """The entries that share their rule and key with another, and few more: only those can clash."""
    packs = [pack for pack in packs if pack]
    seen = bytearray(SLOTS)  # 0, 1 or more. Two keys may share a slot: then an entry too many is unpacked.
    for pack in packs:
        for rule, shared, *_ in marshal.loads(decompress(pack)):
            slot = hash((rule, shared)) % SLOTS
            seen[slot] = min(seen[slot] + 1, 2)
    for pack in packs if 2 in seen else ():
        for rule, shared, path, placed, value, severity, silenced in marshal.loads(decompress(pack)):
            if seen[hash((rule, shared)) % SLOTS] > 1:
                yield Entry(rule, shared, path, _range(placed), value, severity, silenced)


def _plain(value: Any) -> Any:
    """The same without types of our own, which `marshal` does not write."""
    return tuple(map(_plain, value)) if isinstance(value, tuple) else value


def _range(plain: Any) -> Range:
    start, end = plain
    return Range(Place(*start), Place(*end))


def _diagnostic(plain: Any) -> Diagnostic:
    path, placed, *rest = plain
    found = Diagnostic(path, _range(placed), *rest)
    return found._replace(
        related=tuple(Related(place, _range(at), message) for place, at, message in found.related),
        fix=found.fix and _fix(found.fix),
        alternatives=tuple(map(_fix, found.alternatives)),
    )


def _fix(plain: Any) -> PlacedFix:
    title, safe, edits = plain
    return PlacedFix(title, safe, tuple(PlacedEdit(_range(at), text) for at, text in edits))
