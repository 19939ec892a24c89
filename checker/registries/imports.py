"""Reads what registries and portals give out as files: JSON of ClinicalTrials.gov, tables of AACT, the WHO's exports.

Files are not trusted: how much of one is read at a time, and how much in all, has an end.
"""

from __future__ import annotations

import io
import json
import os
import zipfile
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from checker.registries.aact import STUDIES, read_tables
from checker.registries.ctgov import SOURCE, StudyProblem, read_study
from checker.registries.ictrp import is_export, read_export
from checker.registries.merging import News

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator


class Bounds(NamedTuple):
    """How much is read. Bytes after decompression; a table is read line by line, a JSON file as a whole."""

    json: int = 512 * 1024 * 1024
    table: int = 32 * 1024**3
    members: int = 2_000_000
    ratio: int = 500


BOUNDS = Bounds()


class ImportProblem(Exception):
    """A file that cannot be imported; the message is for the person who named it."""


def read_file(
    path: str, today: str, wanted: Collection[str] | None = None, bounds: Bounds = BOUNDS, odd: list[str] | None = None
) -> Iterator[News]:
    """What a file, a folder of tables or a zip archive tells of trials; of those in `wanted` alone, where it is given.

    `today` is the day on which it counts as seen where it does not say so itself. Raises ImportProblem where it is of
    no form that is known, or differs from its form; with `odd`, what is said of a study that differs is put there
    instead, and the others are read.
    """
    name = os.path.basename(os.path.normpath(path))
    try:
        if os.path.isdir(path):
            yield from _folder(path, today, wanted, bounds, odd)
        elif zipfile.is_zipfile(path):
            yield from _archive(path, today, wanted, bounds, odd)
        else:
            with open(path, "rb") as file:
                yield from _one(name, file, today, wanted, bounds, odd)
    except StudyProblem as problem:
        raise ImportProblem(f"{name}: {problem}") from None
    except (OSError, zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise ImportProblem(f"{path} could not be read: {getattr(error, 'strerror', None) or error}.") from None


def _folder(
    path: str, today: str, wanted: Collection[str] | None, bounds: Bounds, odd: list[str] | None
) -> Iterator[News]:
    tables = {entry.name: entry.path for entry in os.scandir(path) if entry.is_file()}
    if STUDIES in tables:

        @contextmanager
        def opened(name: str) -> Iterator[IO[bytes] | None]:
            if name in tables:
                with open(tables[name], "rb") as file:
                    yield file
            else:
                yield None

        yield from read_tables(opened, today, wanted, bounds.table)
        return
    names = sorted(name for name in tables if name.lower().endswith((".json", ".csv")))
    if not names:
        raise ImportProblem(f"{path} holds no {STUDIES} of AACT, and no JSON or CSV files.")
    for name in names:
        yield from read_file(tables[name], today, wanted, bounds, odd)


def _archive(
    path: str, today: str, wanted: Collection[str] | None, bounds: Bounds, odd: list[str] | None
) -> Iterator[News]:
    with zipfile.ZipFile(path) as archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
        if len(members) > bounds.members:
            raise ImportProblem(f"{path} holds {len(members)} files, more than are read.")
        for member in members:
            if member.file_size > bounds.ratio * max(member.compress_size, 4096):
                unpacked = f"{member.filename[:80]} unpacks to more than {bounds.ratio} times its size"
                raise ImportProblem(f"{path}: {unpacked}.")
        tables = {os.path.basename(member.filename): member for member in members}
        if STUDIES in tables:

            @contextmanager
            def opened(name: str) -> Iterator[IO[bytes] | None]:
                if name in tables:
                    with archive.open(tables[name]) as file:
                        yield file
                else:
                    yield None

            yield from read_tables(opened, today, wanted, bounds.table)
            return
        known = [member for member in members if member.filename.lower().endswith((".json", ".csv"))]
        if not known:
            raise ImportProblem(f"{path} holds no {STUDIES} of AACT, and no JSON or CSV files.")
        for member in known:
            with archive.open(member) as file:
                yield from _one(os.path.basename(member.filename), file, today, wanted, bounds, odd)


def _one(
    name: str, file: IO[bytes], today: str, wanted: Collection[str] | None, bounds: Bounds, odd: list[str] | None
) -> Iterator[News]:
    buffered = io.BufferedReader(file) if isinstance(file, io.RawIOBase) else file
    head = buffered.read(4096)
    rest = _Joined(head, buffered)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        yield from _json(name, rest, today, wanted, bounds, odd)
    elif is_export(head):
        yield from read_export(name, io.BufferedReader(rest), today, wanted, bounds.table)
    else:
        raise ImportProblem(
            f"{name} is neither JSON of {SOURCE} nor an export of the WHO's portal; tables of AACT come as a folder or "
            "a zip archive."
        )


def _json(
    name: str, file: Any, today: str, wanted: Collection[str] | None, bounds: Bounds, odd: list[str] | None
) -> Iterator[News]:
    try:
        said = json.loads(_bounded(file, bounds.json, name).decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ImportProblem(f"{name} is not JSON: {str(error)[:100]}.") from None
    studies = said.get("studies") if isinstance(said, dict) and "studies" in said else said
    for study in studies if isinstance(studies, list) else [studies]:
        try:
            found = read_study(study)
        except StudyProblem as problem:
            if odd is None:
                raise
            odd.append(f"{name}: {problem}")
            continue
        if wanted is None or any(id in wanted for id in (found.id, *found.aliases)):
            yield News(found.id, found.version(today), found.aliases)


def _bounded(file: Any, most: int, name: str) -> bytes:
    parts = bytearray()
    while chunk := file.read(1024 * 1024):
        parts += chunk
        if len(parts) > most:
            raise ImportProblem(f"{name} is larger than {most} bytes.")
    return bytes(parts)


class _Joined(io.RawIOBase):
    """What was read ahead of a file, and then the file."""

    def __init__(self, head: bytes, rest: Any) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(data) :] if self._head else b""
        buffer[: len(data)] = data
        return len(data)
