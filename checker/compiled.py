"""What `re` makes of patterns, kept beside Python's own bytecode and for the same reason.

To compile the patterns that one article needs takes `re`, which is written in Python, several times as long as to use
them. What comes out is a row of numbers that its engine runs. The file that holds them stands where Python keeps the
bytecode of this module, belongs to one build of Python, and may be deleted at any time. Where anything about it is not
as expected, patterns are compiled as ever.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from array import array
from typing import Any
from zlib import crc32

from checker.seal import digest, read_bytes

try:
    import _sre  # type: ignore[import-not-found]
    from re import _compiler, _parser  # type: ignore[attr-defined]
except ImportError:  # Another interpreter.
    _sre = None

MOST = 4_000
"""How many patterns are kept: more are left over from earlier versions of the project."""

Row = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, numbers of four bytes each, number of groups, and their names in two ways."""


class _Kept:
    """The rows of all patterns that are known, by source and flags; read when the first is asked for."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, int], Row] | None = None
        self.grown = False

    def row(self, source: str, flags: int) -> Row:
        """The row of a pattern, compiled if it is not known. Raises `re.error`."""
        if self.rows is None:
            self.rows = _read(place())
        row = self.rows.get((source, flags))
        if row is None:
            row = self.rows[source, flags] = _row(source, flags)
            self.grown = True
        return row


_KEPT = _Kept()


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, though not compiled anew where that was done by an earlier run. Raises `re.error`."""
    if _sre is None:
        return re.compile(source, flags)
    try:
        known, numbers, groups, names, ordered = _KEPT.row(source, int(flags))
        made: re.Pattern[str] = _sre.compile(source, known, list(memoryview(numbers).cast("I")), groups, names, ordered)
    except re.error:
        raise
    except Exception:  # The inner parts of `re` are not promised to stay as they are.
        return re.compile(source, flags)
    return made


def keep() -> None:
    """Keep what has been compiled since the file was read, if Python keeps bytecode. Nothing is raised."""
    path = place()
    if not path or not _KEPT.grown or sys.dont_write_bytecode:
        return
    rows = {**_read(path), **(_KEPT.rows or {})}
    if len(rows) > MOST:
        rows = _KEPT.rows or {}
    content = marshal.dumps(rows)
    temporary = f"{path}.{os.urandom(4).hex()}"
    try:
        with open(temporary, "xb") as file:
            file.write(_seal(content) + content)
        os.replace(temporary, path)
    except OSError:
        try:
            os.unlink(temporary)
        except OSError:
            return
    _KEPT.grown = False


def place() -> str:
    """Where the rows are kept; empty where Python keeps no bytecode."""
    bytecode = getattr(__spec__, "cached", None)
    return bytecode.removesuffix(".pyc") + ".patterns" if bytecode else ""


def _read(path: str) -> dict[tuple[str, int], Row]:
    data = read_bytes(path) if path else None
    if data is None or data[:16] != _seal(data[16:]):
        return {}
    rows: dict[tuple[str, int], Row] = marshal.loads(data[16:])
    return rows


def _seal(content: bytes) -> bytes:
    """Tells that content is whole, and was made by this very build of Python."""
    return digest(sys.version.encode(), b"%d" % _sre.MAGIC, sys.byteorder.encode(), b"%d" % crc32(content))


def _row(source: str, flags: int) -> Row:
    """What the compiler of `re` hands to its engine."""
    tree: Any = _parser.parse(source, flags)
    numbers = _compiler._code(tree, flags)
    names = tree.state.groupdict
    ordered: list[str | None] = [None] * tree.state.groups
    for name, number in names.items():
        ordered[number] = name
    packed = array("I", numbers).tobytes()
    return int(flags | tree.state.flags), packed, tree.state.groups - 1, dict(names), tuple(ordered)
