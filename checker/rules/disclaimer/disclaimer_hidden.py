"""A disclaimer stands where no reader sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Finding
from checker.rules.disclaimer._standings import standings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "error"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    for standing in article.once(standings):
        if standing.kind == "hidden" and not standing.label:
            yield Finding(
                standing.span,
                f'The "{standing.approved.id}" disclaimer stands {standing.reason}.',
                "Move it into the text of the article.",
                pointer=standing.pointer,
            )
