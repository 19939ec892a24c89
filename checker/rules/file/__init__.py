"""Rules of the family `file`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.article import Article

FAULTS = frozenset(
    {"ambiguous-scalar", "duplicate-key", "malformed-yaml", "missing-front-matter", "oversized-yaml"}
    | {"too-many-findings", "unclosed-front-matter", "unreadable-file"}
)
"""Rules that put into words what reading has found."""


def silent(article: Article) -> Iterable[str]:
    """Those of which reading has found nothing."""
    return FAULTS - {fault.rule for fault in article.faults}
