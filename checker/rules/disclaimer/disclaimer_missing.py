"""A text that readers are owed is not in the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Finding
from checker.rules.disclaimer._elements import missing_elements
from checker.rules.disclaimer._fixes import insertion
from checker.rules.disclaimer._standings import standings
from checker.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "error"
fixable = "safe"

PLACES = {"end": "at the end", "start": "at the start", "anywhere": "anywhere"}


def check(article: Article) -> Iterator[Finding]:
    if article.front is None:
        return
    if not article.settings.disclaimers:
        yield from _without_settings(article)
        return
    for standing in article.once(standings):
        if standing.kind == "missing" and not standing.label:
            approved = standing.approved
            yield Finding(
                standing.span,
                f'The "{approved.id}" disclaimer is missing.',
                f"Put the approved text {PLACES.get(approved.position, 'at the end')} of the article."
                if approved.position != "anywhere"
                else "Put the approved text into the article.",
                insertion(article, approved),
            )


def _without_settings(article: Article) -> Iterator[Finding]:
    lacking = missing_elements(article)
    if lacking:
        at = max(len(article.text.rstrip()), article.body.start)
        yield Finding(
            Span(at, at),
            f"A reader of this article is not told {_listed(lacking)}.",
            "Add a disclaimer that says so, and put its approved text into the settings.",
            severity="warning",
        )


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} or {parts[-1]}"
