"""Facts against the snapshot of registry records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rules import names_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.article import Article


def silent(article: Article) -> Iterable[str]:
    """All, where there is no snapshot."""
    return () if article.registry else names_of("registry")
