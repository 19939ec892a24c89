"""Numbers in prose: what is read, with which worth and kind, and what is no quantity at all."""

from __future__ import annotations

import pytest

import slopes
from checker.claims.numbers import numbers, qualifier


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("of 1,204 people", "1,204", 1204),
        ("of 1\u00a0204 people", "1\u00a0204", 1204),
        ("of 1\u202f204 people", "1\u202f204", 1204),
        ("of 18\u2009162 people", "18\u2009162", 18162),
        ("In KERBSTONE, 1 204 residents fell", "1 204", 1204),
        ("n = 1 204", "1 204", 1204),
        ("1,234,567 died", "1,234,567", 1234567),
        ("twelve hundred and four residents", "twelve hundred and four", 1204),
        ("one hundred and twelve", "one hundred and twelve", 112),
        ("Two hundred fifty-two adults", "Two hundred fifty-two", 252),
        ("sixty-five", "sixty-five", 65),
        ("A HUNDRED people", "A HUNDRED", 100),
        ("room for a dozen adults", "a dozen", 12),
        ("half a dozen adults", "half a dozen", 6),
        ("half a million women", "half a million", 500_000),
        ("some 4.5 million Russians", "4.5 million", 4_500_000),
        ("three thousand four hundred and six", "three thousand four hundred and six", 3406),
        ("two hundred and three thousand", "two hundred and three thousand", 203_000),
        ("two and a half", "two and a half", 2.5),
        ("fell by 0·54", "0·54", 0.54),
        ("a hazard ratio of .81", ".81", 0.81),
        ("a change of −3.60 points", "−3.60", -3.6),
        ("(-3.6 points)", "-3.6", -3.6),
        ("(n=75)", "75", 75),
        ("the 648-patient trial", "648", 648),
        ("enrolled 2000 patients", "2000", 2000),
        ("In May 2017, 50 of them", "50", 50),
        ("in this trial 60 people", "60", 60),
        ("in the same group 12 of 42", "12", 12),
        ("took 5mg", "5", 5),
        ("took 4 and a half years", "4 and a half", 4.5),
        ("by Nov 25, 2020, 21 977 adults", "21 977", 21_977),
        ("Results 17 531 (15.2%) women", "17 531", 17_531),
        ("trials including 194 483 people", "194 483", 194_483),
        ("eight out of 40 patients", "eight", 8),
    ],
)
def test_a_quantity_is_read(text: str, quote: str, value: float) -> None:
    found = [(text[number.start : number.end], number.value) for number in numbers(text) if number.plain]

    assert (quote, value) in found


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("two, three and four", [2, 3, 4]),
        ("between one hundred and two hundred", [100, 200]),
        ("one two", [1, 2]),
        ("1,204, 1,205", [1204, 1205]),
        ("1, 204", [1, 204]),
        ("at 12 204 came", [12, 204]),
        ("30–31", [30, 31]),
        ("4,5,6", [4, 5, 6]),
        ("one hundred one hundred", [100, 100]),
        ("twenty thirty-one", [20, 31]),
    ],
)
def test_neighbours_are_kept_apart(text: str, values: list[float]) -> None:
    assert values == [number.value for number in numbers(text)]


@pytest.mark.parametrize("text", ["after three months 88 came", "at 6 months 88 came", "in a year 88 came"])
def test_a_number_behind_a_length_of_time_counts(text: str) -> None:
    assert [88] == [number.value for number in numbers(text) if number.value == 88 and number.plain]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        *[("a Phase 2 trial", "2"), ("phase three", "three"), ("Phase 1/2", "1/2"), ("grade 3 or 4 events", "4")],
        *[
            ("PASI 75 responders", "75"),
            ("Phases 2 and 3", "3"),
            ("weeks 12 and 24", "24"),
            ("Phase 1b/2", "2"),
            ("stage 2a", "2"),
        ],
        *[("COVID-19", "19"), ("IL-6", "6"), ("CD34+ cells", "34"), ("H1N1", "1"), ("5-HT", "5"), ("I148M", "148")],
        *[("NCT00962923", "00962923"), ("JNJ-75276617", "75276617"), ("APD418-201", "201"), ("CT-101-M", "101")],
        *[("EudraCT 2019-001234-12", "001234"), ("10^6/kg", "10"), ("10⁶ cells", "10"), ("version 2.1.3", "2.1")],
        *[("in 2018", "2018"), ("2018-11", "11"), ("2018-11-05", "05"), ("31.03.2022", "31.03"), ("the 1990s", "1990")],
        *[("on 24 October", "24"), ("October 24, 2018", "24"), ("11–25 February", "11"), ("April 1st", "1")],
        *[("at 10:30", "10"), ("1:1", "1"), ("$5 million", "5 million"), ("£20", "20"), ("aged 18 to 65", "65")],
        *[("95% CI", "95%"), ("a 95% confidence interval", "95%"), ("p=0.04", "0.04"), ("P < .05", ".05")],
        *[("no one came", "one"), ("the twenty-first", "twenty"), ("several hundred", "hundred"), ("at 120/80", "80")],
        *[("as noted [12]", "12"), ("No. 5", "5"), ("p. 5", "5"), ("cohort 3", "3"), ("a 4-fold rise", "4")],
        *[("put two to one on it", "two")],
    ],
)
def test_what_counts_nothing_is_not_plain(text: str, quote: str) -> None:
    found = [(text[number.start : number.end], number.plain) for number in numbers(text)]

    assert (quote, False) in found


@pytest.mark.parametrize(
    ("text", "quote", "kind", "value"),
    [
        ("(37·3%)", "37·3%", "percent", 37.3),
        ("42 per cent", "42 per cent", "percent", 42),
        ("fifty percent", "fifty percent", "percent", 50),
        ("60 % of them", "60 %", "percent", 60),
        ("9 to 12 percent", "9", "percent", 9),
        ("20–30%", "20", "percent", 20),
        ("a 10-percentage-point rise", "10-percentage-point", "points", 10),
        ("4.5 percentage points", "4.5 percentage points", "points", 4.5),
        ("7/14", "7/14", "fraction", 0.5),
        ("half of the 602", "half", "fraction", 0.5),
        ("three quarters", "three quarters", "fraction", 0.75),
        ("a third of them", "a third", "fraction", 1 / 3),
        ("one in five", "one in five", "fraction", 0.2),
        ("nine in ten", "nine in ten", "fraction", 0.9),
        ("1 in 300", "1 in 300", "fraction", 1 / 300),
        ("N = 120", "120", "sample", 120),
        ("20.1 ± 3.1", "3.1", "spread", 3.1),
        ("59.0 ± 9.0%", "59.0", "percent", 59.0),
        ("59.0 ± 9.0%", "9.0%", "spread", 9.0),
        ("95% [CI], 0.68 to 1.12", "95%", "percent", 95),
    ],
)
def test_a_number_tells_its_kind(text: str, quote: str, kind: str, value: float) -> None:
    assert (quote, kind, value) in [(text[one.start : one.end], one.kind, one.value) for one in numbers(text)]


@pytest.mark.parametrize("text", ["a half-life", "the first half of 2026", "a third trial", "the third quarter"])
def test_what_sounds_like_a_fraction_is_none(text: str) -> None:
    assert [] == [number for number in numbers(text) if number.kind == "fraction"]


def test_the_written_precision_is_kept() -> None:
    assert ("37.0", 1) == numbers("37·0%")[0][3:5]
    assert ("1.2", 1, 1_000_000) == numbers("1.2 million")[0][3:6]


def test_both_ends_of_a_range_know_it_and_a_change_is_none() -> None:
    assert [True, True] == [number.ranged for number in numbers("20 to 30 people")]
    assert [False, False] == [number.ranged for number in numbers("from 20 to 30 people")]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        *[
            ("up to seven", "at_most"),
            ("as many as 60", "at_most"),
            ("more than 1,000", "more_than"),
            (">1,000", "more_than"),
        ],
        *[("at least 40", "at_least"), ("≥18", "at_least"), ("nearly 2,500", "nearly"), ("about 110", "about")],
        *[
            ("≈110", "about"),
            ("some 200 people", "about"),
            ("just 15", "exact"),
            ("these 15", "exact"),
            ("200 or so", "about"),
        ],
        *[("60 or more", "at_least"), ("60+", "at_least")],
    ],
)
def test_a_word_before_or_behind_weakens_a_number(text: str, word: str) -> None:
    assert word == qualifier(text, numbers(text)[0])


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "1,",
        "1 111 ",
        "111,111,",
        "one hundred ",
        "one in ",
        "1/",
        "1.",
        "1-",
        "half a ",
        "phase 1 and 2 or ",
        "%1",
        "12–",
    ],
)
def test_a_flood_of_digits_is_read_in_linear_time(unit: str) -> None:
    assert slopes.grows_like_its_length(numbers, slopes.repeated(unit))
