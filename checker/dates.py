"""Dates as text with their precision: `yyyy`, `yyyy-mm` or `yyyy-mm-dd`.

Such texts sort as they should as long as their precision is equal; these functions make it so.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from checker.pattern import pattern

PARTIAL_DATE = pattern(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@lru_cache(4096)
def is_date(text: str) -> bool:
    """Whether a text is a partial date that the calendar knows: `2018-02` is, `2018-02-30` is not."""
    if not PARTIAL_DATE.fullmatch(text):
        return False
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    return year >= 1 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def first_day(text: str) -> str:
    """The first day (`yyyy-mm-dd`) of a partial date that `is_date`."""
    return text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text


def last_day(text: str) -> str:
    """The last day (`yyyy-mm-dd`) of a partial date that `is_date`."""
    if len(text) == 4:
        return f"{text}-12-31"
    if len(text) == 7:
        return f"{text}-{monthrange(int(text[:4]), int(text[5:]))[1]:02}"
    return text


def is_before(one: str, other: str) -> bool:
    """Whether one partial date lies before another at their common precision: `2018` is not before `2018-11`."""
    common = min(len(one), len(other))
    return one[:common] < other[:common]


def next_day(day: str) -> str:
    """The day after a day (`yyyy-mm-dd`); the last day that a calendar holds is its own next."""
    parsed = date.fromisoformat(day)
    return day if parsed == date.max else (parsed + timedelta(days=1)).isoformat()


def previous_day(day: str) -> str:
    """The day before a day (`yyyy-mm-dd`)."""
    parsed = date.fromisoformat(day)
    return day if parsed == date.min else (parsed - timedelta(days=1)).isoformat()


def days_after(day: str, days: int) -> str | None:
    """The day so many days after another (`yyyy-mm-dd`), or None where the calendar ends before it."""
    try:
        return (date.fromisoformat(day) + timedelta(days)).isoformat()
    except OverflowError:
        return None


def days_between(one: str, other: str) -> int:
    """How many days lie from the first day of one partial date to the first day of another; negative if backwards."""
    return (date.fromisoformat(first_day(other)) - date.fromisoformat(first_day(one))).days


def spoken(text: str) -> str:
    """A partial date as a reader says it: `2018-11-05` is "November 5, 2018"."""
    if not is_date(text):
        return text
    months = "January February March April May June July August September October November December".split()
    if len(text) == 4:
        return text
    month = months[int(text[5:7]) - 1]
    return f"{month} {text[:4]}" if len(text) == 7 else f"{month} {int(text[8:])}, {text[:4]}"
