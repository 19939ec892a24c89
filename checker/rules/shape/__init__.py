"""Rules of the family `shape`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rules import names_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.article import Article


def silent(article: Article) -> Iterable[str]:
    """All, where the front matter has the shape that its schema asks for."""
    return () if article.mismatches else names_of("shape")
