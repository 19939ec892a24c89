"""The prose gives the day of a date of which the record knows only the month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.ledger import claims, quote
from checker.dates import spoken
from checker.rule import Elsewhere, Finding
from checker.rules.claim._dates import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "warning"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    for claim in article.once(claims) if article.front else ():
        fact = claim.fact_value or ""
        if claim.found.kind not in KINDS or claim.verdict != "supported" or claim.fact is None:
            continue
        if len(str(claim.found.value)) == 10 and len(fact) == 7 and str(claim.found.value)[:7] == fact:
            yield Finding(
                claim.span,
                f'The prose says "{quote(article, claim)[:60]}", the record of {claim.trial} only {spoken(fact)}.',
                "Leave out the day, or give the record the full date.",
                related=(Elsewhere(article.value_at(*claim.fact), "The record says this."),),
                trial=claim.trial,
            )
