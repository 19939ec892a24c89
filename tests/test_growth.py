"""Time grows no faster than an article: each kind of stuff that could make it do so is grown, and the slope is fitted.

What is measured is the time of the processor that one check of all rules takes in this process, never that of the
clock, so that a busy machine changes little; and no time is asserted, only how it grows. An article of one kind of
stuff is first made long enough for its check to be measured at all, then four times as long. The slope of the line
through both, on scales of powers, is 1 where time grows in proportion to length and 2 where it grows with its square; a
fifth of the time growing with the square is already some 1.35. What is above that is measured again, twice at most, for
a collection of garbage or a neighbour on the same processor may have come between: growth is there each time.

Unless CHECKER_GROWTH is set, one kind in four is grown, and only what grows nearly with the square is refused.
"""

from __future__ import annotations

import gc
import math
import os
import time
from typing import TYPE_CHECKING

import pytest

import growing
from checker.engine import check_article
from checker.rules import families
from checker.settings import Limits, Settings

if TYPE_CHECKING:
    from collections.abc import Callable

SETTINGS = Settings(today="2026-06-01", select=families(), limits=Limits(article_size=2**26, seconds=600))
"""All rules, also those that are otherwise left out."""

FIRST, LAST, TIMES = 2_000, 256_000, 4
"""Code points of the shortest and of the longest article that is grown, and how many times it is grown."""

FULL = 24_000
"""Code points of an article whose one record holds more than claims are held against: 200 figures, arms or groups."""

ENOUGH = 0.04
"""Seconds that can be told from nothing."""

ALL = "CHECKER_GROWTH" in os.environ
"""Whether all kinds of stuff are grown, which takes minutes, and held to what a quiet machine measures."""

BODIES = list(growing.BODIES) if ALL else list(growing.BODIES)[::4]
FRONTS = list(growing.FRONTS) if ALL else list(growing.FRONTS)[::4]
PAIRS = list(growing.PAIRS) if ALL else []
RECORDS = {"with two records": True, **({"without records": False} if ALL else {})}

STEEPEST = 1.35 if ALL else 1.7
TRIES = 3


def seconds(text: str) -> float:
    """The time of the processor that checking a text takes."""
    gc.collect()
    begun = time.process_time()
    verdict = check_article("articles/x.md", text, SETTINGS)
    took = time.process_time() - begun
    assert [] == [each.message for each in verdict.diagnostics if each.rule == "internal-error"]
    return took


def slope(make: Callable[[int], str], size: int) -> float:
    """By which power of its length the time of an article grows between a size and some times that."""
    short, long = (seconds(make(length)) for length in (size, TIMES * size))
    return math.log(max(long, ENOUGH) / max(short, ENOUGH / 2)) / math.log(TIMES)


def grows_like_its_length(make: Callable[[int], str], size: int = FIRST) -> bool:
    seconds(make(size))  # What is made once is not measured.
    while size < LAST and seconds(make(size)) < ENOUGH:
        size *= 2
    return any(slope(make, size) <= STEEPEST for _ in range(TRIES))


@pytest.mark.slow
@pytest.mark.parametrize("records", RECORDS.values(), ids=RECORDS)
@pytest.mark.parametrize("name", BODIES)
def test_a_body_takes_time_like_its_length(name: str, records: bool) -> None:
    assert grows_like_its_length(lambda size: growing.body(name, size, records=records))


@pytest.mark.slow
@pytest.mark.parametrize("name", FRONTS)
def test_front_matter_takes_time_like_its_length(name: str) -> None:
    assert grows_like_its_length(lambda size: growing.front(name, size))


@pytest.mark.slow
@pytest.mark.parametrize("name", PAIRS)
def test_facts_and_prose_about_them_take_time_like_their_length(name: str) -> None:
    assert grows_like_its_length(lambda size: growing.pair(name, size), FULL)


def test_the_slope_of_a_square_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("test_growth.seconds", lambda text: 1e-9 * len(text) ** 2)

    assert not grows_like_its_length(lambda size: "x" * size)
