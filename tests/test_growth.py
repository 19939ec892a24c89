"""Time grows no faster than an article: each kind of stuff that could make it do so is grown, and the slope is fitted.

Unless CHECKER_GROWTH is set, one kind in four is grown, and only what grows nearly with the square is refused.
"""

from __future__ import annotations

import os

import pytest

import growing
import slopes
from checker.engine import check_article
from checker.rules import families
from checker.settings import Limits, Settings

SETTINGS = Settings(today="2026-06-01", select=families(), limits=Limits(article_size=2**26, seconds=600))
"""All rules, also those that are otherwise left out."""

FULL = 24_000
"""Code points of an article whose one record holds more than claims are held against: 200 figures, arms or groups."""

ALL = "CHECKER_GROWTH" in os.environ
"""Whether all kinds of stuff are grown, which takes minutes, and held to what a quiet machine measures."""

BODIES = list(growing.BODIES) if ALL else list(growing.BODIES)[::4]
FRONTS = list(growing.FRONTS) if ALL else list(growing.FRONTS)[::4]
PAIRS = list(growing.PAIRS) if ALL else []
RECORDS = {"with two records": True, **({"without records": False} if ALL else {})}

STEEPEST = 1.35 if ALL else 1.7


def check(text: str) -> None:
    verdict = check_article("articles/x.md", text, SETTINGS)
    assert [] == [each.message for each in verdict.diagnostics if each.rule == "internal-error"]


def grows_like_its_length(make: slopes.Make, size: int = slopes.FIRST) -> bool:
    return slopes.grows_like_its_length(check, make, size, steepest=STEEPEST)


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
    monkeypatch.setattr("slopes.seconds", lambda work, text: 1e-9 * len(text) ** 2)

    assert not grows_like_its_length(lambda size: "x" * size)
