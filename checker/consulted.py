"""Asking a snapshot of registry records, and remembering what it was asked; nothing of its records is known here."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.registered import Registry, RegistryRecord


class SnapshotProblem(Exception):
    """A snapshot that cannot be relied on; the message is for the person who keeps it."""


NOT_BEFORE = ">="
"""Begins what is no number of a trial, but asks whether all records were asked for on a day or after it."""


def is_fetched_by(asked: str, fetched: str | None) -> str:
    """The digest for a question of that kind."""
    return "yes" if fetched is not None and fetched >= asked[len(NOT_BEFORE) :] else "no"


class Consulted:
    """A registry that remembers what it was asked, so that a verdict can be kept for as long as the answers hold."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._asked: dict[str, str] = {}

    @property
    def fetched(self) -> str | None:
        self._note("")
        return self._registry.fetched

    def fetched_unless(self, good: Callable[[str], bool]) -> str | None:
        """`fetched` (empty where nobody noted it), or None where that day is `good`, and so is every later one.

        What is found with a good day stays found when the registry is asked again.
        """
        day = self._registry.fetched
        if day is None or not good(day):
            return self.fetched or ""
        self._note(NOT_BEFORE + day)
        return None

    def find(self, id: str) -> RegistryRecord | None:
        self._note(id)
        return self._registry.find(id)

    def digest(self, id: str) -> str:
        return self._note(id)

    @property
    def looked_up(self) -> tuple[tuple[str, str], ...]:
        """What was asked, with the digest of the answer, sorted by number."""
        return tuple(sorted(self._asked.items()))

    def _note(self, id: str) -> str:
        if id not in self._asked:
            self._asked[id] = self._registry.digest(id)
        return self._asked[id]
