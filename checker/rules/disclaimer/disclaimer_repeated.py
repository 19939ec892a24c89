"""A disclaimer stands in the article twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Elsewhere, Finding
from checker.rules.disclaimer._standings import standings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "warning"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    for standing in article.once(standings):
        if standing.kind == "repeated" and standing.earlier is not None:
            yield Finding(
                standing.span,
                f'The "{standing.approved.id}" disclaimer stands here a second time.',
                "Remove one of the two.",
                related=(Elsewhere(standing.earlier.span, "It stands here already."),),
            )
