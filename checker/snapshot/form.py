"""A record of the snapshot as JSON text, and back. What is read is not trusted: all its values have their types."""

import json
from collections.abc import Callable, Mapping
from types import NoneType, UnionType
from typing import Any, get_origin

from checker.consulted import SnapshotProblem
from checker.dates import is_date
from checker.registered import RegistryRecord, Study, Version

Reader = Callable[[Any], Any]


def record_text(record: RegistryRecord) -> str:
    """A record as the text of its file: keys sorted, one line a value; what is not given is left out."""
    return json.dumps(plain(record), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def packed_text(record: RegistryRecord) -> str:
    """A record as JSON that nobody has to read."""
    return json.dumps(plain(record), ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def alias_text(alias: str, id: str) -> str:
    """The text of the file that leads from an alias to the record."""
    return json.dumps({"alias_of": id, "id": alias}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def plain(value: Any) -> Any:
    """A value of the vocabulary of records as plain data: mappings without what is None or empty, lists, and texts."""
    if hasattr(value, "_asdict"):
        return {key: plain(each) for key, each in value._asdict().items() if each is not None and each != ()}
    return [plain(each) for each in value] if isinstance(value, tuple) else value


def read_text(text: str | bytes, name: str) -> RegistryRecord | str:
    """The record that a file holds, or the number that the file's alias stands for.

    Raises SnapshotProblem where the text is neither; `name` is what messages call the file.
    """
    data = mapping(text, name)
    if "alias_of" in data:
        if isinstance(data["alias_of"], str) and data["alias_of"]:
            return data["alias_of"]
        raise SnapshotProblem(f"{name} is no file of a snapshot: alias_of is not a number.")
    try:
        record: RegistryRecord = _read_record(data)
        _check_days(record)
    except (TypeError, ValueError) as error:
        raise SnapshotProblem(f"{name} is no record of a snapshot: {error}.") from None
    return record


def _check_days(record: RegistryRecord) -> None:
    days = [record.missing, record.asked, *(version.seen for version in record.versions)]
    for day in (*days, *(version.updated for version in record.versions)):
        if day is not None and not is_date(day):
            raise ValueError(f'"{day[:20]}" is no date')
    if any(day is not None and len(day) != 10 for day in days):
        raise ValueError("a day is not told to the day")


def changes_text(before: Mapping[str, Version | None]) -> str:
    """The text that says of each record that changed which version was its newest before."""
    said = {id: None if version is None else plain(version._replace(study=Study())) for id, version in before.items()}
    return lines_text(said)


def lines_text(said: Mapping[str, Any]) -> str:
    """A mapping as JSON with a line for each key, sorted. The last line is always the same: the lines of two such texts
    together are JSON too."""
    lines = [
        f" {json.dumps(key)}: {json.dumps(said[key], ensure_ascii=False, sort_keys=True)},\n" for key in sorted(said)
    ]
    return f'{{\n{"".join(lines)} "{FORM}": "1"\n}}\n'


FORM = "version"
"""The key that ends the files on all records. No number and no other key is called so, or sorts after it."""


def read_changes(
    text: str | bytes, name: str, find: Callable[[str], RegistryRecord | None]
) -> dict[str, Version | None]:
    """The inverse of `changes_text`; a version that is not held any more counts as none."""
    found: dict[str, Version | None] = {}
    for id, said in mapping(text, name).items():
        if id == FORM:
            continue
        record = find(id)
        held = [] if record is None or not isinstance(said, dict) else record.versions
        found[id] = next((each for each in held if plain(each._replace(study=Study())) == said), None)
    return found


def mapping(text: str | bytes, name: str, *, later: bool = False) -> dict[str, Any]:
    """The JSON object that a text is; with `later`, of two texts under one key the one that sorts later.

    Raises SnapshotProblem where it is none.
    """
    try:
        data = json.loads(text, object_pairs_hook=_later if later else None)
    except (ValueError, RecursionError) as error:
        if (b"\n<<<<<<< " if isinstance(text, bytes) else "\n<<<<<<< ") in text:  # type: ignore[operator]
            raise SnapshotProblem(f"{name} holds both sides of a merge; keep the lines of one.") from None
        raise SnapshotProblem(f"{name} is not JSON: {error}.") from None
    if not isinstance(data, dict):
        raise SnapshotProblem(f"{name} holds no JSON object.")
    return data


def _later(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        old = found.get(key)
        found[key] = max(old, value) if isinstance(old, str) and isinstance(value, str) else value
    return found


def reader_of(hint: Any) -> Reader:
    """What turns plain data into a type of the vocabulary; it raises TypeError or ValueError where they do not fit."""
    if isinstance(hint, UnionType):
        inner = reader_of(next(kind for kind in hint.__args__ if kind is not NoneType))
        return lambda value: None if value is None else inner(value)
    if get_origin(hint) is tuple:
        item = reader_of(hint.__args__[0])
        return lambda values: tuple(map(item, _of(list, values)))
    if hasattr(hint, "_fields"):
        return _reader_of_fields(hint)
    return lambda value: _of(hint, value)


def _reader_of_fields(hint: Any) -> Reader:
    readers = {name: reader_of(kind) for name, kind in hint.__annotations__.items()}
    empty = {name: None for name, kind in hint.__annotations__.items() if isinstance(kind, UnionType)}

    def read(value: Any) -> Any:
        # A key that this release does not know is a later one's, and no reason to refuse the rest.
        given = {key: readers[key](each) for key, each in _of(dict, value).items() if key in readers}
        return hint(**{**empty, **given})

    return read


def _of(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise TypeError(f"{json.dumps(value, default=str)[:60]} stands where a {kind.__name__} belongs")
    return value


_read_record = reader_of(RegistryRecord)
