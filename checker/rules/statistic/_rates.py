"""Two rates of one event that a sentence compares."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.pattern import pattern
from checker.rules.statistic._changes import is_adjusted, pairs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.numbers import Number


def compared_rates(text: str, found: Sequence[Number]) -> tuple[Number, Number] | None:
    """The two percentages of "8.0% on the drug and 10.0% on placebo" or "from 4% to 2%".

    None where the sentence has further percentages, or nothing that compares: unsure means none.
    """
    found = [number for number in found if not is_absolute(text, number)]
    if sum(number.kind == "percent" for number in found) < 2 or is_adjusted(text):
        return None
    for before, after, _ in pairs(text, found):
        if before.kind == after.kind == "percent":
            return before, after
    rates = [number for number in found if number.kind == "percent" and number.plain and number.parts is None]
    if len(rates) != 2 or rates[0].ranged or rates[1].ranged:
        return None
    return (rates[0], rates[1]) if _compared().search(text, rates[0].end) else None


@cache
def _compared() -> re.Pattern[str]:
    return pattern(
        r"\b(?:vs?|versus|against|compared|than|placebo|controls?|sham|usual care|elsewhere|while|whereas|others?|"
        r"of the latter|untreated|unvaccinated|standard)\b",
        re.IGNORECASE,
    )


def is_absolute(text: str, number: Number) -> bool:
    """Whether a percentage is said to be the distance between two rates: "a 9% absolute decrease"."""
    return number.kind == "percent" and _absolute().match(text, number.end) is not None


@cache
def _absolute() -> re.Pattern[str]:
    return pattern(
        r" absolute (?:[a-z]+ ){0,3}?(?:decrease|reduction|difference|increase|improvement|gain|benefit)s?\b",
        re.IGNORECASE,
    )
