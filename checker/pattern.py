"""Regular expressions: compiled when they are first used, and where it can be by an earlier run.

Python compiles a regular expression in Python, at a quarter of a millisecond each, and one article needs a few hundred
of them: that would be most of a first run. So what a process has compiled is kept in the user's cache folder, as Black
keeps the tables of its grammar. What is kept depends on a pattern's text and on the interpreter alone; a file that is
missing, damaged, another interpreter's or another user's means that patterns are compiled anew, and nothing else.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from functools import cache
from typing import Any

Program = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""What `_sre.compile` takes besides a pattern's text: flags, code, number of groups, the names of the groups."""

_kept: dict[tuple[str, int], Program] | None = None
_new = False


class _Pattern:
    """Becomes what `re.compile` makes of its source, method by method."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._flags = int(flags)

    def __getattr__(self, name: str) -> Any:
        value = getattr(_compiled(self.pattern, self._flags), name)
        setattr(self, name, value)
        return value

    def __repr__(self) -> str:
        return f"pattern({self.pattern!r}, {self._flags})"


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Like `re.compile`, at the cost of nothing until a method of the pattern is called. Raises `re.error` then."""
    return _Pattern(source, flags)  # type: ignore[return-value]


def keep() -> None:
    """Keep what this process has compiled for later ones. Where that cannot be done, nothing happens."""
    path = _path()
    if not _new or not path:
        return
    data = marshal.dumps(_kept)
    temporary = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        with open(temporary, "wb") as file:
            file.write(_checksum(data) + data)
        os.replace(temporary, path)
    except OSError:
        if os.path.exists(temporary):
            os.unlink(temporary)


@cache
def _compiled(source: str, flags: int) -> re.Pattern[str]:
    global _kept, _new
    if _kept is None:
        _kept = _read()
    try:
        # The private parts of `re` have been the same for many years; should they change, `re.compile` remains.
        import _sre  # type: ignore[import-not-found]

        program = _kept.get((source, flags))
        if program is None:
            program = _kept[source, flags] = _program(source, flags)
            _new = True
        all_flags, code, groups, names, names_by_group = program
        numbers = memoryview(code).cast("I").tolist()
        return _sre.compile(source, all_flags, numbers, groups, names, names_by_group)  # type: ignore[no-any-return]
    except re.error:
        raise
    except Exception:
        return re.compile(source, flags)


def _program(source: str, flags: int) -> Program:
    from array import array
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(source, flags)
    code = array("I", map(int, _compiler._code(parsed, flags)))
    names = dict(parsed.state.groupdict)
    names_by_group: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        names_by_group[number] = name
    return int(flags | parsed.state.flags), code.tobytes(), parsed.state.groups - 1, names, tuple(names_by_group)


def _read() -> dict[tuple[str, int], Program]:
    try:
        with open(_path(), "rb") as file:
            mine = not hasattr(os, "geteuid") or os.fstat(file.fileno()).st_uid == os.geteuid()
            data = file.read() if mine else b""
        if data[:4] == _checksum(data[4:]):
            kept: dict[tuple[str, int], Program] = marshal.loads(memoryview(data)[4:])
            return kept
    except (OSError, ValueError, EOFError, TypeError):
        pass
    return {}


def _checksum(data: bytes) -> bytes:
    from zlib import crc32

    return crc32(data).to_bytes(4, "big")


def _path() -> str:
    """The file of this interpreter's programs in the user's cache folder; empty where there is no such folder."""
    home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    if not home or not os.path.isabs(home):
        home = os.path.join(os.path.expanduser("~"), ".cache")
    if not os.path.isabs(home):
        return ""
    return os.path.join(home, "trial-checker", f"patterns-{sys.implementation.cache_tag}-{sys.hexversion:x}")
