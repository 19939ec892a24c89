"""Diagnostics with one fingerprint, told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.diagnostic import Diagnostic


def numbered(diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, int]]:
    """Each diagnostic with its number, from 1, among those of the same article, rule and fingerprint."""
    seen: dict[tuple[str, str, str], int] = {}
    for diagnostic in diagnostics:
        key = (diagnostic.path, diagnostic.rule, diagnostic.fingerprint)
        seen[key] = number = seen.get(key, 0) + 1
        yield diagnostic, number
