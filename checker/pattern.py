"""Regular expressions that are compiled when they are first used: most articles use few of the many that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.compiled import compiled

if TYPE_CHECKING:
    import re
    from collections.abc import Callable


class _Pattern:
    """Becomes what `re.compile` makes of its source, method by method."""

    def __init__(self, source: str, flags: int, needs: tuple[str, ...] = ()) -> None:
        self.pattern = source
        self._flags = flags
        self._needs = needs
        self._compiled: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if self._needs and name == "sub":
            value: Any = self._replaced
        else:
            value = self._where_needed(name) if self._needs and name in NOTHING else self._method(name)
        setattr(self, name, value)
        return value

    def _method(self, name: str) -> Any:
        if self._compiled is None:
            self._compiled = compiled(self.pattern, self._flags)
        return getattr(self._compiled, name)

    def _where_needed(self, name: str) -> Callable[..., Any]:
        needs, nothing = self._needs, NOTHING[name]

        def run(text: str, *places: int) -> Any:
            for need in needs:
                if need in text:
                    return self._method(name)(text, *places)
            return nothing

        return run

    def _replaced(self, by: Any, text: str) -> str:
        for need in self._needs:
            if need in text:
                replaced: str = self._method("sub")(by, text)
                return replaced
        return text

    def __repr__(self) -> str:
        return f"pattern({self.pattern!r}, {self._flags})"


NOTHING: dict[str, Any] = {"search": None, "finditer": iter(())}
"""What the methods of a pattern that run through a whole text return where it stands nowhere."""


def pattern(source: str, flags: int = 0, *, needs: tuple[str, ...] = ()) -> re.Pattern[str]:
    """Like `re.compile`, at the cost of nothing until a method of the pattern is called. Raises `re.error` then.

    `needs` are texts of which any text holds one in which the pattern stands: looking for them first is far cheaper
    than trying a pattern at each word, and a pattern that no text needs is never compiled.
    """
    return _Pattern(source, flags, needs)  # type: ignore[return-value]
