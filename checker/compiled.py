"""What is made of patterns, kept beside Python's own bytecode and for the same reason.

To compile the patterns that one article needs takes `re`, which is written in Python, several times as long as to use
them. What comes out is a row of numbers that its engine runs. The file that holds them stands where Python keeps the
bytecode of this module, belongs to one build of Python, and may be deleted at any time. Where anything about it is not
as expected, patterns are compiled as ever.

Beside them stands what texts need for an expression of another engine to fit them (see `checker.literals`), which takes
as long to find out.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from array import array
from functools import cached_property
from typing import TYPE_CHECKING, Any
from zlib import crc32

from checker.seal import digest, read_bytes

if TYPE_CHECKING:
    from checker.literals import Needs

try:
    import _sre  # type: ignore[import-not-found]
    from re import _compiler, _parser  # type: ignore[attr-defined]
except ImportError:  # Another interpreter.
    _sre = None

MOST = 4_000
"""How many patterns are kept: more are left over from earlier versions of the project."""

NEEDS = -1
"""Stands in the place of a pattern's flags for what texts need to fit it; another number once that is told anew."""

AT_ONCE = 200
"""For how many expressions one run finds out what they need: it takes it two milliseconds each."""

Row = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, numbers of four bytes each, number of groups, and their names in two ways."""


class _Kept:
    """The rows of all patterns that are known, by source and flags; read when the first is asked for."""

    def __init__(self) -> None:
        self.grown = False
        self.wanted: dict[str, None] = {}

    @cached_property
    def rows(self) -> dict[tuple[str, int], Any]:
        """Rows by source and flags, and needs by source and `NEEDS`."""
        return _read(place())

    def row(self, source: str, flags: int) -> Row:
        """The row of a pattern, compiled if it is not known. Raises `re.error`."""
        row: Row | None = self.rows.get((source, flags))
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


def needs(source: str) -> Needs:
    """What a text must hold for an expression to fit it (see `checker.literals.lacks`), as far as that is known: what
    is asked for the first time is found out when it can be kept."""
    known: Needs | None = _KEPT.rows.get((source, NEEDS))
    if known is None:
        _KEPT.wanted[source] = None
        return ()
    return known


def keep() -> None:
    """Keep what has been compiled since the file was read, if Python keeps bytecode. Nothing is raised."""
    path = place()
    if not path or not (_KEPT.grown or _KEPT.wanted) or sys.dont_write_bytecode:
        return
    if not os.access(os.path.dirname(path), os.W_OK):
        return  # Before anything is found out that every run would find out again.
    if _KEPT.wanted:
        from checker.literals import needed

        _KEPT.rows.update(((source, NEEDS), needed(source)) for source in list(_KEPT.wanted)[:AT_ONCE])
        _KEPT.wanted.clear()
    rows = {**_read(path), **_KEPT.rows}
    if len(rows) > MOST:
        rows = _KEPT.rows
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


def _read(path: str) -> dict[tuple[str, int], Any]:
    data = read_bytes(path) if path else None
    if data is None or data[:16] != _seal(content := memoryview(data)[16:]):
        return {}
    rows: dict[tuple[str, int], Any] = marshal.loads(content)
    return rows


def _seal(content: bytes | memoryview) -> bytes:
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
