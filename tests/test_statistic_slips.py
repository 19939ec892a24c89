"""What the rules of the family `statistic` say of sums, shares and titles with one number wrong."""

from __future__ import annotations

import pytest

from checker.reading import read
from checker.rules import load
from checker.settings import Settings

RECORD = """\
---
title: {title}
trials:
  - id: NCT09000004
    design: {{masking: SINGLE}}
    enrollment: {{randomized: 226}}
    arms:
      - {{name: tai chi, count: 151}}
      - {{name: walking, count: 75}}
    countries: [Norway]
    ages: {{minimum: 70, maximum: 84}}
---

"""

BODY = "In Norway 226 adults took part."


def messages(rule: str, prose: str, title: str = "A trial") -> list[str]:
    article = read("a.md", RECORD.format(title=title) + prose + "\n", Settings(today="2026-06-01"))
    check = load(rule).check
    assert check is not None
    return [finding.message for finding in check(article)]


@pytest.mark.parametrize(
    ("rule", "prose"),
    [
        ("change-mismatch", "The score fell from 18.2 to 31.1 with tai chi."),
        (
            "part-sum-mismatch",
            "There were six falls, including two in the tai chi group and three in the walking group.",
        ),
        ("part-sum-mismatch", "Of 151 adults in this group, 162 finished all lessons."),
        ("part-sum-mismatch", "By May, 162 of 151 adults had come to all lessons."),
        ("part-sum-mismatch", "In all, 266 adults were included: 151 were assigned to tai chi and 75 to walking."),
        ("part-sum-mismatch", "In all, 226 adults were randomized to receive tai chi (115) or walks (75)."),
        ("percent-mismatch", "A total of 104 people took part (mean age 41 years; 52 [60%] women)."),
        ("interval-excludes-estimate", "Survival at 3 years was 15.5% (95% CI, 32.1% to 67.0%)."),
        (
            "significance-contradicts-p",
            "It significantly reduced falls (difference 0.2 points; 95% CI -0.1 to 0.3; p = 0.96).",
        ),
    ],
)
def test_a_number_that_was_changed_is_found(rule: str, prose: str) -> None:
    assert messages(rule, prose)


@pytest.mark.parametrize(
    ("rule", "prose"),
    [
        ("change-mismatch", "The score fell from 31.1 to 18.2 with tai chi."),
        ("part-sum-mismatch", "Of 151 adults in this group, 126 finished all lessons."),
        ("part-sum-mismatch", "Of 75 adults in this group, 151 lessons were missed."),
        ("part-sum-mismatch", "By May, 126 of 151 adults had come to all lessons, 24 of 7 days a week."),
        ("change-mismatch", "The wait fell from 2 hours to 45 minutes."),
        (
            "part-sum-mismatch",
            "There were five falls, including two in the tai chi group and three in the walking group.",
        ),
        ("part-sum-mismatch", "In all, 226 adults were included: 151 were assigned to tai chi and 75 to walking."),
        ("percent-mismatch", "A total of 104 people took part (mean age 41 years; 52 [50%] women)."),
        ("interval-excludes-estimate", "Survival at 3 years was 51.5% (95% CI, 32.1% to 67.0%)."),
        (
            "significance-contradicts-p",
            "It significantly reduced falls (difference 0.2 points; 95% CI 0.1 to 0.3; p = 0.02).",
        ),
    ],
)
def test_what_adds_up_is_left_alone(rule: str, prose: str) -> None:
    assert messages(rule, prose) == []


@pytest.mark.parametrize(
    "title",
    [
        "Tai chi in Sweden",
        "A double-blind trial of tai chi",
        "Tai chi for people of 60 to 84",
        "Nearly 320 adults try tai chi",
        "Up to 622 adults try tai chi",
        "Tai chi for 301 adults",
    ],
)
def test_a_title_that_neither_body_nor_record_bears_out_is_found(title: str) -> None:
    assert messages("headline-contradicts-body", BODY, title)


@pytest.mark.parametrize(
    "title",
    [
        "Tai chi in Norway",
        "A single-blind trial of tai chi",
        "Tai chi for people of 70 to 84",
        "Nearly 230 adults try tai chi",
        "Up to 250 adults try tai chi",
    ],
)
def test_a_title_that_the_record_bears_out_is_not(title: str) -> None:
    assert messages("headline-contradicts-body", BODY, title) == []


@pytest.mark.parametrize("title", ["Tai chi up to 9 Hours a week", "Up to 9 adults at a time try tai chi"])
def test_a_title_with_a_bound_of_one_digit_is_read(title: str) -> None:
    body = "In Norway 226 adults took part, up to 9 at a time, up to 9 hours a week."

    assert messages("headline-contradicts-body", body, title) == []


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Three years after a trial she tells her story", False),
        ("Three years of tai chi", True),
        ("Tai chi is good three years after the stroke", True),
    ],
)
def test_a_time_that_has_gone_by_in_a_life_is_none_of_the_trial_s(title: str, found: bool) -> None:
    body = f"{BODY} They were to do tai chi for two years after their stroke."

    assert bool(messages("headline-contradicts-body", body, title)) is found


@pytest.mark.parametrize(("many", "found"), [("12", False), ("21", True)])
def test_the_countries_of_a_record_bear_out_how_many_the_title_tells(many: str, found: bool) -> None:
    countries = "Norway, Sweden, Denmark, Finland, Iceland, Spain, Italy, France, Greece, Malta, Cyprus, Ireland"
    record = RECORD.replace("Norway", countries).format(title=f"Tai chi in halls of {many} lands")
    check = load("headline-contradicts-body").check
    assert check is not None

    assert bool([*check(read("a.md", f"{record}{BODY}\n", Settings(today="2026-06-01")))]) is found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Two trials followed 226 adults for three years.", True),
        ("Two trials followed 226 adults, three of them children.", False),
        ("Three trials followed 226 adults; two have records.", False),
    ],
)
def test_trials_of_the_title_are_held_against_what_may_count_trials(body: str, found: bool) -> None:
    record = RECORD.format(title="Three trials of tai chi").replace("---\n\n", "  - id: NCT09000017\n---\n\n")
    check = load("headline-contradicts-body").check
    assert check is not None

    said = [finding.message for finding in check(read("a.md", f"{record}{body}\n", Settings(today="2026-06-01")))]
    assert any("speaks of Three trials" in message for message in said) is found
