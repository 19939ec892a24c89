"""Sites or people that a sentence counts country by country, right behind the number of all of them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.claims.countries import countries
from checker.pattern import pattern
from checker.rules.statistic._sums import Gap, Reading, added, listed

if TYPE_CHECKING:
    import re

    from checker.claims.numbers import Number

MOST_COUNTRIES = 60


def country_by_country(reading: Reading) -> Gap | None:
    """ "Thirteen sites (11 in Canada and two in Chile)": all of them, and how many each country has."""
    text = reading.text
    numbers = [number for number in reading.numbers if number.is_count and not number.ranged][:MOST_COUNTRIES]
    if len(numbers) < MIN or (len(numbers) == MIN and len(reading.article.trials) != 1):
        return None
    named = {country.start: country for country in countries(text)[:MOST_COUNTRIES]}
    if len(named) < MIN - 1:
        return None
    for index, whole in enumerate(numbers[: 1 - MIN]):
        if not _opens().fullmatch(text, whole.end, numbers[index + 1].start):
            continue
        parts: list[Number] = []
        places: list[str] = []
        start = last = numbers[index + 1].start
        for part in numbers[index + 1 :]:
            within = _within().match(text, part.end) if part.start == start else None
            country = named.get(within.end()) if within else None
            if country is None:
                break
            parts.append(part)
            places.append(country.name)
            last = country.end
            joint = _joint().match(text, country.end)
            if joint is None:
                break
            start = joint.end()
        closed = len(parts) > 1 and _closes().match(text, last) is not None
        if closed and added(parts) != whole.value and _are_all(reading, places, above=added(parts) > whole.value):
            message = f"{listed(parts)} make {added(parts):,}, and the prose says {whole.value:,}."
            return Gap(whole.start, parts[-1].end, message)
    return None


MIN = 3
"""Numbers that a whole and its parts are at least."""


def _are_all(reading: Reading, places: list[str], *, above: bool) -> bool:
    """Whether countries are those of the article's one trial; where the parts exceed the whole, any will do."""
    trials = reading.article.trials
    recorded = set(trials[0].countries or ()) if len(trials) == 1 else set()
    return above or (bool(recorded) and recorded <= set(places))


@cache
def _opens() -> re.Pattern[str]:
    """What may stand between a whole and its first part: "13 study sites (", "90 people were enrolled: "."""
    return pattern(r"(?: [a-z][a-z-]*){1,6}(?: \(|: |, | – | — )(?:with )?")


@cache
def _within() -> re.Pattern[str]:
    return pattern(
        r"(?: (?:sites?|cent(?:er|re)s?|hospitals?|clinics?|people|patients|participants|were))? (?:in|from) (?:the )?"
    )


@cache
def _joint() -> re.Pattern[str]:
    return pattern(r"(?:[,;]\s(?:and\s)?|\sand\s)(?:with |another |the other )?")


@cache
def _closes() -> re.Pattern[str]:
    """What stands behind a list that is whole."""
    return pattern(r"\)|\.$|;|, (?:both|all|each) ")
