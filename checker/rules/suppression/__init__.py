"""Rules of the family `suppression`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rules import names_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.article import Article


def silent(article: Article) -> Iterable[str]:
    """All, where no comment speaks to the checker."""
    return () if article.comments else names_of("suppression")
