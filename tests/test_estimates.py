"""Estimates, intervals and p-values as they are printed."""

from __future__ import annotations

import pytest

import slopes
from checker.claims.estimates import NAMES, analyses, p_values, stands_for
from checker.claims.numbers import numbers


def bounds(text):
    return [(found.interval.low.value, found.interval.high.value) for found in analyses(text)]


def estimated(text):
    return [found.estimate and found.estimate.number.value for found in analyses(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HR 0.70; 95% CI 0.58–0.85; p<0.001", (0.58, 0.85)),
        ("0.97 (95% CI, 0.85 to 1.10)", (0.85, 1.10)),
        ("was 15.9 weeks (95% CI 6·0–35·4)", (6.0, 35.4)),
        ("0.68; 95% CI 0.55-0.84", (0.55, 0.84)),
        ("a 95% confidence interval 6·0–35·4", (6.0, 35.4)),
        ("95 per cent confidence interval 0.31 to 0.91, p=0.02", (0.31, 0.91)),
        ("95% confidence interval (CI) −3.4 to −0.2", (-3.4, -0.2)),
        ("(95% CI -3.4, -0.2)", (-3.4, -0.2)),
        ("(95% CI −3.4–−0.2)", (-3.4, -0.2)),
        ("(95% CI –1.4; 2.6)", (-1.4, 2.6)),
        ("95% CI [0.41; 0.72]", (0.41, 0.72)),
        ("hazard ratio, 0.87; 95% [CI], 0.68 to 1.12", (0.68, 1.12)),
        ("the median was 4.4 months, and the response rate was 50% (6.8-93.2%)", (6.8, 93.2)),
        ("CI95% 0.3–0.5", (0.3, 0.5)),
        ("no difference at 6 weeks (−2.04; −7.29 to 3.22)", (-7.29, 3.22)),
        ("odds ratio 1.13, 95 per cent interval 0.95 to 1.35", (0.95, 1.35)),
        ("95% CI, 12%-19%", (12, 19)),
        ("95% CI ranging from 3 to 9", (3, 9)),
        ("[RR (95%CI) 0.71 (0.55–0.92)]", (0.55, 0.92)),
        ("the odds doubled (adjusted OR, 95% CI: 2.1, 1.2–3.4)", (1.2, 3.4)),
        ("prevalence ratio compared with the others 0·74, 0·61–0·90", (0.61, 0.90)),
    ],
)
def test_an_interval_is_read_in_every_typography(text, expected):
    assert [expected] == bounds(text)


@pytest.mark.parametrize(
    "text",
    [
        "A 95% interval, by the way, is not a promise.",
        "The 95% in that bracket says how sure we are, not how many of 13 improved by 7.",
        "the CI in 12 to 14 hospitals",
        "The median age was 64 (18 to 75).",
        "The change was alike (2.4; 1.1 to 3.6), and it was cold (−2; −7 to 3).",
        "The median adherence was 85.2% (70.1–93.4%).",
        "Adherence was 85.2% (range 70.1–93.4%).",
        "12 sites (3 to 5 patients each)",
        "BCI 2 to 3",
        "at an interval of 2 to 3 weeks",
        "FACI 4, 5",
    ],
)
def test_what_only_looks_like_an_interval_is_left_alone(text):
    assert bounds(text) == []


@pytest.mark.parametrize(("name", "text"), [(name, text) for name in NAMES for text in name.positive])
def test_an_estimate_goes_by_its_name(name, text):
    (found,) = analyses(text)

    assert found.estimate is not None
    assert (name.scale, True) == (found.estimate.scale, found.estimate.named)


@pytest.mark.parametrize(("name", "text"), [(name, text) for name in NAMES for text in name.negative])
def test_no_scale_is_taken_from_a_name_that_does_not_belong(name, text):
    assert all(found.estimate is None or found.estimate.scale is None for found in analyses(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Median survival was 15.9 weeks (95% CI 6·0–35·4).", [15.9]),
        ("lowered pain by 0.5 points on a scale of ten (95% CI −0.9 to −0.1)", [0.5]),
        ("survival 2·7 months (95% CI 1·9 to 4·4) v 1·7 (0·9 to 2·6)", [2.7, 1.7]),
        ("cried 71 minutes and those on placebo 98: 27 minutes less (95% CI 10 to 44)", [27]),
        ("Without it, the pooled effect shrinks to 0.3 (–0.7 to 0.1; p = 0.14).", [0.3]),
        ("HR 0.70, p<0.001, 95% CI 0.58–0.85", [0.70]),
        ("At 15 months (n=411) the two were alike (−0·4 points, 95% CI −2·2 to 1·4, p=0·65).", [-0.4]),
        ("At week 16, more had clear skin (49.1% [95% CI, 42.5%-55.7%] vs 11.7%).", [49.1]),
    ],
)
def test_an_interval_is_of_the_number_right_before_it(text, expected):
    assert expected == estimated(text)


@pytest.mark.parametrize(
    "text",
    [
        "Survival at 12 months (95% CI 40 to 60) was 50%.",
        "Remission was 43% versus 33% (95% CI 2 to 18).",
        "7 of 13 in the first group (95% CI 25 to 81)",
        "Remission was commoner (43% versus 33%; 95% CI 2 to 18).",
        "among 117 patients (95% CI 1.9 to 4.4)",
        "n = 75 (95% CI 1.9 to 4.4)",
    ],
)
def test_an_interval_is_of_nothing_where_another_number_may_be_meant(text):
    assert estimated(text) == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("p = 0.003", ("=", 0.003)),
        ("(P<.001)", ("<", 0.001)),
        ("a p-value of 0.04", ("=", 0.04)),
        ("the p value was 0.0268", ("=", 0.0268)),
        ("p≥0.05", ("≥", 0.05)),
        ("p <= 0.01", ("≤", 0.01)),
        ("P=0·002", ("=", 0.002)),
        ("with a p value below 0.05", ("<", 0.05)),
        ("(p-value: 0.012)", ("=", 0.012)),
        ("(P value, .03)", ("=", 0.03)),
        ("with a p value of <0.001", ("<", 0.001)),
    ],
)
def test_a_p_value_is_read_in_every_typography(text, expected):
    (found,) = p_values(text)

    assert expected == (found.sign, found.number.value)


@pytest.mark.parametrize(
    "text",
    [
        "p. 12",
        "page p 3",
        "p53 = 0.3",
        "HP = 0.5",
        "p = 12",
        "MAP 0.5",
        "p for trend 0.05",
        "p=50%",
        "P values, 12 in all",
    ],
)
def test_other_letters_p_are_no_p_values(text):
    assert p_values(text) == ()


def test_a_p_value_belongs_to_the_interval_beside_it_and_to_no_other():
    first, second = analyses("HR 0.70 (95% CI 0.58–0.85; p<0.001) and HR 0.98 (0.81–1.19), but in all p = 0.02.")

    assert first.p is not None
    assert first.p.number.value == 0.001
    assert second.p is None


def test_a_p_value_behind_two_compared_intervals_belongs_to_neither():
    first, second = analyses(
        "difference −0.47 (95% CI −0.85 to −0.09) v difference 0.15 (95% CI −0.15 to 0.45), P<0.05"
    )

    assert first.p is None
    assert second.p is None


@pytest.mark.parametrize("text", ["p = 0,03", "p = 0. 003", "(P = 0.06–0.003)", "OR 0.2; 95% CI 0.09 to 0,67"])
def test_a_number_in_a_typography_that_we_do_not_read_is_left_alone(text):
    assert p_values(text) == ()
    assert analyses(text) == ()


def test_the_estimate_inside_a_bracket_is_no_bound():
    assert bounds("HR; 95% CI: 1.19; 0.94–1.50") == []


def test_two_names_of_two_scales_make_no_scale():
    (found,) = analyses("The OR for no change was 0.53 (95% CI 0.27 to 1.05).")

    assert found.estimate is not None
    assert found.estimate.scale is None


def test_a_p_value_for_another_question_belongs_to_no_interval():
    (found,) = analyses("HR 0.70 (95% CI 0.58–0.85; p=0.3 for interaction)")

    assert found.p is None


@pytest.mark.parametrize(
    ("text", "low", "high"), [("0.05", 0.045, 0.055), ("0.050", 0.0495, 0.0505), ("12", 11.5, 12.5)]
)
def test_a_printed_number_stands_for_all_that_rounds_to_it(text, low, high):
    assert (pytest.approx(low), pytest.approx(high)) == stands_for(numbers(text)[0])


@pytest.mark.parametrize(
    "piece", ["95% CI ", "hazard ratio ", "p = ", "0.5 ", "(0.4 to ", "p value of ", "HR (", "difference in ", "1", "("]
)
def test_long_input_is_read_in_linear_time(piece):
    assert slopes.grows_like_its_length(analyses, slopes.repeated(piece))
    assert slopes.grows_like_its_length(p_values, slopes.repeated(piece))
