"""The prose looks forward to a date that has passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.sentences import prose_sentences
from checker.claims.when import dates
from checker.dates import last_day, spoken
from checker.pattern import pattern
from checker.rule import Finding
from checker.rules.claim._dates import date_claims, ends

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.claims.claim import Claim
    from checker.text import Span

severity = "error"
fixable = None

FORWARD = pattern(
    r"\b(?:is|are|remains?|it’s|it's) (?:now |still |currently |not )?(?:expected|due|set|scheduled|slated|planned|to|"
    r"likely|projected|anticipated|estimated|hoped)\b|"
    r"\b(?:will|should|shall|plans? to|aims?|hopes?|expects?|intends?)\b|"
    r"\bexpected (?:to|in|by|at)\b|\bdue (?:to|in|by|at)\b|\bplanned (?:end|start|completion)\b",
    2,
)
BACKWARD = pattern(r"\b(?:was|were|had|would|originally|initially|at the time|then expected)\b", 2)
REACH = 90
RANGED = 10
"""Code points between the two dates of a range, at most."""

OF_RECRUITMENT = pattern(
    r"(?:is|are) (?:still |now )?(?:expected|due|set|scheduled|planned|likely|hoped) to [^.;:,]{0,30}"
    r"\b(?:recruit|enrol)[^.;:,]{0,30} (?:in|by|until|on|before|at) (?:the )?",
    2,
)
"""What looks forward to the beginning or end of recruitment, which no fact of a record holds."""


def check(article: Article) -> Iterator[Finding]:
    told = set()
    for claim in date_claims(article, "ESTIMATED"):
        date = ends(claim.found.value)
        if date is not None and article.has_passed(date) and _looks_forward(article, claim):
            told.add(claim.span.start)
            yield _finding(article, claim.span, _named(claim.found.value, date), date, claim.trial)
    for span, words, date in _recruitment(article) if article.trials else ():
        if span.start not in told and article.has_passed(date):
            yield _finding(article, span, words, date, None)


def _finding(article: Article, span: Span, words: str, date: str, trial: str | None) -> Finding:
    published = article.published
    outdated = bool(not article.draft and published and last_day(date) < published[:10])
    return Finding(
        span,
        f"The prose looks forward to {words}, which has passed"
        + (" already when the article was published." if outdated else "."),
        "Say what has become of it, or give the date on which this was expected.",
        trial=trial,
        severity=None if outdated else "warning",
    )


PARTS = {"H1": "first half", "H2": "second half"} | {
    f"Q{number}": f"{ordinal} quarter" for number, ordinal in enumerate(("first", "second", "third", "fourth"), 1)
}


def _named(value: object, date: str) -> str:
    """A date as it is told: a month, a year, a half or a quarter of it."""
    year, _, part = str(value).partition("-")
    return f"the {PARTS[part]} of {year}" if part in PARTS else spoken(date[:7])


def _recruitment(article: Article) -> Iterator[tuple[Span, str, str]]:
    """The dates on which recruitment is expected to begin or end: where, by which name, and the last day or month."""
    for sentence in article.once(prose_sentences):
        text = sentence.text
        if "recruit" not in text and "enrol" not in text:
            continue
        for match in OF_RECRUITMENT.finditer(text):
            when = next((when for when in dates(text) if match.end() - 4 <= when.start <= match.end()), None)
            date = ends(when.value) if when else None
            if when and date and not BACKWARD.search(text[max(match.start() - REACH, 0) : match.start()]):
                yield sentence.locate(when.start, when.end), _named(when.value, date), date


def _looks_forward(article: Article, claim: Claim) -> bool:
    text = article.once(prose_sentences)[claim.sentence].text
    before = text[max(claim.found.start - REACH, 0) : claim.found.start].rpartition("; ")[2]
    before += text[claim.found.start : claim.found.end]
    if any(when.joined and 0 <= when.start - claim.found.end < RANGED for when in dates(text)):
        return False  # "It will run from May 2018 to July 2022": the second date is the one to come.
    return bool(FORWARD.search(before)) and not BACKWARD.search(before)
