"""pyproject.toml [tool.checker] or checker.toml to Settings."""

import os
import tomllib
from collections.abc import Iterator
from typing import Any, NamedTuple

from checker.files import Unreadable, read_file
from checker.settings import DEFAULT_INCLUDE, Disclaimer, Limits, Settings
from checker.sight import SETTINGS as NAMES

MOST = 4 * 1024 * 1024
"""Bytes that a settings file, or a schema that it names, may have."""

MOST_EXTENDED = 10
"""Files of settings that may extend one another."""


class SettingsProblem(Exception):
    """Settings that cannot be used; the message is for the person who wrote them."""


class Source(NamedTuple):
    """Where settings came from: the file (None for the defaults), and its folder, to which paths are relative.

    `files` are all that were read, or that settings name to be read.
    """

    path: str | None
    folder: str
    raw: dict[str, Any]
    files: tuple[str, ...] = ()


def find_settings(folder: str) -> Source | None:
    """The nearest settings, from a folder upwards. A pyproject.toml counts only if it has our table."""
    for path in candidates(folder):
        if os.path.isfile(path) and (source := read_settings(path)) is not None:
            return source
    return None


def candidates(folder: str) -> Iterator[str]:
    """Every path at which settings for a folder may stand, the nearest first."""
    folder = os.path.abspath(folder)
    while True:
        yield from (os.path.join(folder, name) for name in NAMES)
        parent = os.path.dirname(folder)
        if parent == folder:
            return
        folder = parent


def read_settings(path: str, *, required: bool = False) -> Source | None:
    """The settings of one file, with what they extend; None for a pyproject.toml without our table.

    Raises SettingsProblem for a file that cannot be read or is no TOML, and, with `required`, for a file without
    settings.
    """
    raw = _table(path)
    if raw is None:
        if required:
            raise SettingsProblem(f"{path} has no table [tool.checker].")
        return None
    folder = os.path.dirname(os.path.abspath(path))
    files = [path]
    whole = _extended(raw, folder, (os.path.realpath(path),), files)
    schemas = whole.get("schemas")
    if isinstance(schemas, dict):
        files += (os.path.join(folder, str(named)) for named in schemas.values())
    return Source(path, folder, whole, tuple(files))


def _table(path: str) -> dict[str, Any] | None:
    raw = _toml(_text(path, path), path)
    if os.path.basename(path) != "pyproject.toml":
        return raw
    tool = raw.get("tool")
    table = tool.get("checker") if isinstance(tool, dict) else None
    return table if isinstance(table, dict) else None


def _toml(text: str, path: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, ValueError, RecursionError) as error:
        raise SettingsProblem(f"{path} is not TOML: {error}.") from None


def _extended(raw: dict[str, Any], folder: str, seen: tuple[str, ...], files: list[str]) -> dict[str, Any]:
    """A table with what it extends beneath it; every file read for that is added to `files`."""
    base = raw.get("extend")
    if not isinstance(base, str):
        return raw
    path = os.path.join(folder, base)
    if os.path.realpath(path) in seen:
        raise SettingsProblem(f"{path} extends itself.")
    if len(seen) > MOST_EXTENDED:
        raise SettingsProblem(f"{seen[0]} extends more than {MOST_EXTENDED} files, one by way of the other.")
    files.append(path)
    table = _table(path)
    if table is None:
        raise SettingsProblem(f"{path} has no table [tool.checker] to extend.")
    below = _extended(table, os.path.dirname(path), (*seen, os.path.realpath(path)), files)
    merged = {**below, **raw}
    for name in ("levels", "keys", "rules", "drafts"):
        if isinstance(below.get(name), dict) and isinstance(raw.get(name), dict):
            merged[name] = {**below[name], **raw[name]}
    return merged


def settings_from(raw: dict[str, Any], *, today: str, folder: str = ".") -> Settings:
    """Settings from a table that their schema accepts. The schemas that it names are read from `folder`.

    Raises SettingsProblem for a schema file that cannot be read.
    """
    registry = raw.get("registry", {})
    limits = {key.replace("-", "_"): value for key, value in raw.get("limits", {}).items()}
    return Settings(
        today=today,
        publication=raw.get("publication", ""),
        include=tuple(raw.get("include", DEFAULT_INCLUDE)),
        exclude=tuple(raw.get("exclude", ())),
        fail_on=raw.get("fail-on", "error"),
        levels=dict(raw.get("levels", {})),
        draft_levels=dict(raw.get("drafts", {}).get("levels", {})),
        keys=dict(raw.get("keys", {})),
        schemas={name: _schema(os.path.join(folder, path)) for name, path in raw.get("schemas", {}).items()},
        snapshot=registry.get("snapshot", "registry"),
        max_age=registry.get("max-age", 180),
        disclaimers=tuple(_disclaimer(table) for table in raw.get("disclaimer", ())),
        rules={name: dict(options) for name, options in raw.get("rules", {}).items()},
        limits=Limits(**limits),
    )


def _disclaimer(table: dict[str, Any]) -> Disclaimer:
    return Disclaimer(
        id=table["id"],
        text=table["text"],
        types=tuple(table.get("types", ("*",))),
        conditions=tuple(table.get("conditions", ())),
        tags=tuple(table.get("tags", ())),
        position=table.get("position", "end"),
        since=str(table["from"]) if "from" in table else None,
        until=str(table["until"]) if "until" in table else None,
    )


def _schema(path: str) -> str:
    return _text(path, f"The schema {path}")


def _text(path: str, what: str) -> str:
    """The text of a file that settings are, or that they name: never a device or a pipe, which would not end."""
    data = read_file(path, MOST)
    if isinstance(data, Unreadable):
        raise SettingsProblem(f"{what} could not be read: {data.words}.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SettingsProblem(f"{what} is not UTF-8: {error}.") from None
