"""The prose looks forward to a date that has passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.ledger import quote
from checker.claims.sentences import prose_sentences
from checker.dates import last_day, spoken
from checker.pattern import pattern
from checker.rule import Finding
from checker.rules.claim._dates import date_claims, ends

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.claims.claim import Claim

severity = "error"
fixable = None

FORWARD = pattern(
    r"\b(?:is|are|remains?|it’s|it's) (?:now |still |currently |not )?(?:expected|due|set|scheduled|slated|planned|to|"
    r"likely|projected|anticipated|estimated|hoped)\b|\b(?:will|should|shall|plans?|aims?|hopes?|expects?|intends?)\b|"
    r"\bexpected (?:to|in|by|at)\b|\bdue (?:to|in|by|at)\b|\bplanned (?:end|start|completion)\b",
    2,
)
BACKWARD = pattern(r"\b(?:was|were|had|would|originally|initially|at the time|then expected)\b", 2)
REACH = 90


def check(article: Article) -> Iterator[Finding]:
    published = article.published
    for claim in date_claims(article, "ESTIMATED"):
        date = ends(claim.found.value)
        if date is None or not _looks_forward(article, claim) or not article.has_passed(date):
            continue
        outdated = bool(not article.draft and published and last_day(date) < published[:10])
        yield Finding(
            claim.span,
            f"The prose looks forward to {_said(article, claim)}, and {spoken(date)} has passed"
            + (" already when the article was published." if outdated else "."),
            "Say what has become of it, or give the date on which this was expected.",
            trial=claim.trial,
            severity=None if outdated else "warning",
        )


def _said(article: Article, claim: Claim) -> str:
    return f'"{" ".join(quote(article, claim).split())[:60]}"'


def _looks_forward(article: Article, claim: Claim) -> bool:
    text = article.once(prose_sentences)[claim.sentence].text
    before = text[max(claim.found.start - REACH, 0) : claim.found.end]
    return bool(FORWARD.search(before)) and not BACKWARD.search(before)
