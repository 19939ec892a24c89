"""Lengths of time and stretches between two dates, as the prose gives them; in months."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from checker.claims.estimates import half_unit
from checker.claims.numbers import Number, qualifier
from checker.claims.when import dates as prose_dates
from checker.dates import days_between, first_day, is_date, last_day
from checker.pattern import pattern

MONTHS_OF = {"year": 12.0, "month": 1.0, "week": 12 / 52.18, "day": 12 / 365.25}
DAYS_IN_MONTH = 365.25 / 12


class Duration(NamedTuple):
    """A length of time in a text: half-open offsets, the unit, and the months that it may stand for."""

    start: int
    end: int
    unit: str
    least: float
    most: float
    adjective: bool


class When(NamedTuple):
    """A date in a text: half-open offsets, and the partial date."""

    start: int
    end: int
    date: str


def durations(text: str, found: Sequence[Number]) -> Iterator[Duration]:
    """The lengths of time of a sentence ("two-year", "18 months", "less than a year"); `found` are its numbers."""
    for number in found:
        unit = _unit().match(text, number.end)
        if unit and number.kind == "" and number.value > 0 and not number.ranged:
            months = MONTHS_OF[unit.group("unit")]
            least, most = (float(number.value) + half * half_unit(number) for half in (-1, 1))
            how = qualifier(text, number)
            yield Duration(
                number.start,
                unit.end(),
                unit.group("unit"),
                0 if how == "at_most" else months * least,
                float("inf") if how in ("more_than", "at_least") else months * most,
                text[number.end] == "-" and not unit.group("plural"),
            )
    for match in _a_year().finditer(text):
        less, more = match.group("less"), match.group("more")
        yield Duration(match.start("year"), match.end(), "year", 0 if less else 6, float("inf") if more else 18, False)


YEAR = pattern("19[5-9]|20[0-4]")


def dates(text: str) -> list[When]:
    """The dates of a text whose year it tells: "November 2018", "Oct. 3, 2021", "1 April 2023", "in 2018"."""
    if not YEAR.search(text):
        return []
    told = ((when, when.value[:4] if when.about else when.value) for when in prose_dates(text))
    return [When(when.start, when.end, date) for when, date in told if when.is_whole and is_date(date)]


def elapsed(start: str, end: str) -> tuple[float, float]:
    """The fewest and the most months that may lie between two partial dates."""
    return (
        days_between(last_day(start), first_day(end)) / DAYS_IN_MONTH,
        days_between(first_day(start), last_day(end)) / DAYS_IN_MONTH,
    )


def is_longer(duration: Duration, months: float) -> bool:
    """Whether a duration is clearly longer than so many months: by a quarter and by three months at least."""
    return duration.least > months * 1.05 and _middle(duration) > max(months * 1.25, months + 3)


def is_shorter(duration: Duration, months: float) -> bool:
    return duration.most < months * 0.95 and _middle(duration) < min(months * 0.75, months - 3)


def _middle(duration: Duration) -> float:
    if duration.most == float("inf"):
        return duration.least
    return (duration.least + duration.most) / 2 if duration.least else duration.most


@cache
def _unit() -> re.Pattern[str]:
    return pattern(r"[\s\u00a0-](?P<unit>year|month|week|day)(?P<plural>s)?\b")


@cache
def _a_year() -> re.Pattern[str]:
    return pattern(
        r"(?:(?P<less>\b(?:less|under|fewer)\sthan\s|\bunder\s)|(?P<more>\bmore\sthan\s|\bover\s))?"
        r"\b(?P<year>an?\s(?:full\s|whole\s)?year)\b",
        needs=("year",),
    )
