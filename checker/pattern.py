"""Regular expressions that are compiled when they are first used: most articles use few of the many that there are."""

from __future__ import annotations

import re
from typing import Any


class _Pattern:
    """Becomes what `re.compile` makes of its source, method by method."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if self._compiled is None:
            self._compiled = re.compile(self.pattern, self._flags)
        value = getattr(self._compiled, name)
        setattr(self, name, value)
        return value

    def __repr__(self) -> str:
        return f"pattern({self.pattern!r}, {self._flags})"


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Like `re.compile`, at the cost of nothing until a method of the pattern is called. Raises `re.error` then."""
    return _Pattern(source, flags)  # type: ignore[return-value]
