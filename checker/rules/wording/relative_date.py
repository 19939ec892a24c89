"""A date that counts from the day of writing, which a later reader does not know."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.pattern import pattern
from checker.rule import Finding
from checker.rules.wording._phrases import Phrase, find

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from checker.article import Article

severity = "warning"
fixable = None

OWNERS = (
    "the", "that", "a", "an", "each", "every", "per", "his", "her", "their", "its", "my", "our", "your", "any", "one",
    "same", "'s", "’s", "first", "second", "third", "final", "of a", "entire", "whole", "very",
)  # fmt: skip
"""Before these a month or a year belongs to something else: "in the last month", "her last year"."""

BELONGS = ("of", "'s", "’s", "on treatment", "before", "after", "or so")

SEASONS = ("month", "year", "spring", "summer", "autumn", "fall", "winter", "quarter")

VERBS = (
    "published", "announced", "began", "opened", "launched", "reported", "presented", "approved", "granted", "ended",
    "halted", "released", "found", "showed", "shown", "closed", "updated", "enrolled", "completed", "started",
)  # fmt: skip

PHRASES = (
    Phrase(
        tuple(f"{which} {unit}" for which in ("last", "next", "this", "past") for unit in SEASONS),
        found=("Results came out last month.", "The trial is to open next year.", "It ended earlier this year."),
        passed=(
            "Nobody had smoked in the last month.",
            "In the last month of treatment the dose was halved.",
            "In her last year she took part.",
            "At this year's congress there was little news.",
            "They were asked about the past year.",
        ),
        then=BELONGS,
        after=OWNERS,
        claims=False,
    ),
    Phrase(
        tuple(f"recently {verb}" for verb in VERBS),
        found=("The trial recently began.", "Results were recently published."),
        passed=(
            "It is for recently diagnosed patients.",
            "People who recently started dialysis were left out.",
            "More recently reported cases are left out.",
            "They had recently completed chemotherapy.",
        ),
        then=("treatment", "therapy", "chemotherapy", "radiotherapy", "dialysis", "antibiotics", "taking"),
        after=("more", "most", "until"),
        beside=("who", "whose", "eligible", "eligibility"),
        claims=False,
    ),
    Phrase(
        tuple(
            f"{number} {unit} ago"
            for number in ("a", "one", "two", "three", "four", "five", "a few", "some")
            for unit in ("week", "weeks", "month", "months", "year", "years")
        ),
        found=("The trial ended two years ago.",),
        passed=(
            "Everyone who had a stroke two years ago may join.",
            "She was diagnosed five years ago.",
            "A hundred years ago there was no insulin.",
        ),
        beside=("who", "whose", "diagnosed", "she", "he", "her", "his", "my", "me", "we", "our", "i", "mr", "mrs", "ms",
                "born", "died", "than"),
        claims=False,
    ),
)  # fmt: skip

DAYS = (
    Phrase(
        ("yesterday", "tomorrow", "this week", "last week", "next week", "this morning", "earlier today"),
        found=("Results were shown yesterday.", "It opens next week."),
        passed=("They ate less in the last week.", "In the next week of treatment she felt better."),
        then=BELONGS,
        after=OWNERS,
        claims=False,
    ),
)

DATELINED = frozenset(("news", "press-release"))
"""What is read with its date above it: there "this year" is a note, and "this week" passes."""


def check(article: Article) -> Iterator[Finding]:
    datelined = article.facts.type in DATELINED
    phrases = PHRASES if datelined else (*PHRASES, *DAYS)
    for match in find(article, phrases):
        if is_anchored(match.utterance.text[max(match.start - 200, 0) : match.end + 200]):
            continue
        yield Finding(
            match.span,
            f'"{match.text}" counts from the day of writing, which later readers do not know.',
            "Name the month, or the year.",
            pointer=match.utterance.pointer,
            severity="note" if datelined else match.severity,
        )


def is_anchored(text: str) -> bool:
    """Whether a stretch of text gives a year beside: "this month, April 2023"."""
    return bool(_year().search(text))


@cache
def _year() -> re.Pattern[str]:
    return pattern(r"(?<![\w./,-])(?:19|20)\d\d(?![\w/-]|,\d|\.\d)")
