"""Sponsored content, or a press release, does not say at its start what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Elsewhere, Finding
from checker.rules.disclaimer._labels import opening, says
from checker.rules.disclaimer._standings import standings
from checker.rules.disclaimer._wanted import LABELLED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "error"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    kind = article.facts.type or ""
    if article.front is None or kind not in LABELLED:
        return
    labels = [standing for standing in article.once(standings) if standing.label]
    for standing in labels:
        if standing.kind in ("missing", "hidden", "misplaced"):
            where = {"hidden": f"stands {standing.reason}", "misplaced": "does not stand at the start"}
            yield Finding(
                standing.span,
                f'The label "{standing.approved.id}" {where.get(standing.kind, "is missing")}, '
                f"so readers do not learn first of all that this is {LABELLED[kind]}.",
                "Put the approved label above everything but the title.",
                related=_declared(article, kind),
            )
    if not labels and not says(article, kind):
        yield Finding(
            opening(article),
            f"Nothing at the start tells readers that this is {LABELLED[kind]}.",
            "Begin with a paragraph that says so and names who paid for or supplied the text.",
            related=_declared(article, kind),
        )


def _declared(article: Article, kind: str) -> tuple[Elsewhere, ...]:
    return (Elsewhere(article.value_at("type"), f"The front matter calls it {LABELLED[kind]}."),)
