"""A disclaimer stands elsewhere than at the end, or at the start, where it belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Finding
from checker.rules.disclaimer._standings import standings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "warning"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    for standing in article.once(standings):
        if standing.kind == "misplaced" and not standing.label:
            end, follows = ("end", "follows") if standing.approved.position == "end" else ("start", "precedes")
            yield Finding(
                standing.span,
                f'The "{standing.approved.id}" disclaimer belongs at the {end} of the article, but other text '
                f"{follows} it.",
                f"Move it to the {end}.",
            )
