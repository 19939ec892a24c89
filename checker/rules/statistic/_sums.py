"""Sentences that tell a whole and its parts, and the gap where the parts do not make the whole.

Parts are held against the whole that the sentence gives; where it gives none, against every count of the article and
its records: only a sum that nobody speaks of is a gap.
"""

import re
from collections.abc import Sequence
from functools import cache, cached_property
from typing import NamedTuple

from checker.article import Article
from checker.claims.numbers import Number, qualifier
from checker.pattern import pattern
from checker.rules.statistic import _counts

FEW = 12
"""A whole smaller than this may well go uncounted: "three of them are in Leeds, the other two in York"."""


class Gap(NamedTuple):
    """Parts that miss their whole: the offsets to point at in the sentence, and the message."""

    start: int
    end: int
    message: str


class Reading:
    """A sentence to look at, its numbers, and the sentence before it in its block."""

    def __init__(
        self, article: Article, text: str, numbers: Sequence[Number], previous: "Reading | None" = None
    ) -> None:
        self.article = article
        self.text = text
        self.numbers = numbers
        self.previous = previous

    @cached_property
    def counts(self) -> list[Number]:
        """The numbers that may count people, exactly: no ranges, times, doses, sites or approximations."""
        return [
            number
            for number in self.numbers
            if number.is_count
            and not number.ranged
            and not _unit().match(self.text, number.end)
            and qualifier(self.text, number) == "exact"
        ]

    def is_told(self, total: int) -> bool:
        """Whether the article or its records speak of so many."""
        return total in self.article.once(_counts.told) or total in self.article.once(_counts.recorded)


@cache
def _unit() -> re.Pattern[str]:
    return pattern(
        r"[ \u00a0‐‑-]?(?:years?|months?|weeks?|days?|h|hrs?|hours?|minutes?|times|mg|ml|kg|g|µg|mcg|units?|points?|"
        r"places|doses?|visits?|sessions?|homes?|schools?|villages?|cities|sites?|hospitals?|clinics?|arms?|groups?|"
        r"(?:[a-z-]{1,20}[ \u00a0]){0,2}(?:sites|cent(?:re|er)s|hospitals|clinics|countries|arms|groups))\b"
    )


def added(parts: Sequence[Number]) -> int:
    return sum(int(part.value) for part in parts)


def listed(parts: Sequence[Number]) -> str:
    """ "30, 31 and 32"."""
    *most, last = (f"{part.value:,}" for part in parts)
    return f"{', '.join(most)} and {last}" if most else last


def untold(start: int, end: int, parts: str, total: int) -> Gap:
    return Gap(start, end, f"{parts} make {total:,}, a number of which the article does not speak.")
