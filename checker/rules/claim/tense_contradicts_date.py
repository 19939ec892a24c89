"""The prose speaks of a date to come as of one that has passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.ledger import quote
from checker.dates import first_day
from checker.rule import Finding
from checker.rules.claim._dates import begins, date_claims

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "error"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    published = article.published
    for claim in date_claims(article, "ACTUAL"):
        date = begins(claim.found.value)
        if date is None:
            continue
        early = bool(published and not article.draft and first_day(date) > published[:10])
        if article.is_to_come(date) or early:
            yield Finding(
                claim.span,
                f'The prose says "{" ".join(quote(article, claim).split())[:60]}" in the past tense, and that day '
                + ("is still to come." if not early or article.is_to_come(date) else "came after the article."),
                "Say that it is expected, or correct the date.",
                trial=claim.trial,
            )
