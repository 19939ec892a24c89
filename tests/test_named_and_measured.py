"""Claims that no single pattern reads: names against records, countries, and the figures of results."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker.claims.kinds import figures, measures, names, places
from checker.claims.said import Said
from checker.claims.sentences import prose_sentences
from checker.reading import read
from checker.settings import Settings

if TYPE_CHECKING:
    from types import ModuleType

RECORD = """---
title: A trial
trials:
  - id: NCT00962923
    acronym: RISE
    enrollment: {planned: 20}
    figures:
      - {name: change in pain, value: -27, interval: [-44, -10]}
    interventions: [Lazertinib]
    lead_sponsor: Otsuka Pharmaceutical Development & Commercialization, Inc.
---
"""


def stated(module: ModuleType, text: str, front: str = "") -> list[tuple[str, object]]:
    article = read("articles/case.md", front + text + "\n", Settings(today="2026-06-01"))
    return [
        (found.kind, found.value)
        for index, sentence in enumerate(article.once(prose_sentences))
        for found in module.find(Said(sentence, article, index=index))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("RISE (NCT00962923) is open.", [("registry_id", "NCT00962923"), ("acronym", "RISE")]),
        ("The rise was steep.", []),
        ("Otsuka paid for it.", [("sponsor", "Otsuka Pharmaceutical Development & Commercialization, Inc.")]),
        ("They took lazertinib.", [("intervention", "Lazertinib")]),
    ],
)
def test_names_are_read_as_the_record_spells_them(text: str, expected: list[tuple[str, object]]) -> None:
    assert expected == stated(names, text, RECORD)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The SPRINT trial enrolled 9,361 adults.", ["SPRINT"]),
        ("The SPRINT trial closed. The SPRINT trial was large.", ["SPRINT"]),
        ("An HIV trial, a UK study and a CAR-T trial began.", []),
    ],
)
def test_without_a_record_capitals_before_trial_are_its_name_once(text: str, expected: list[str]) -> None:
    assert expected == [value for _, value in stated(names, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The study was conducted in Uganda and Kenya.", [("Uganda", "Kenya")]),
        ("The trial ran at five centres in Germany, the Netherlands and Spain.", [("Germany", "Netherlands", "Spain")]),
        ("In the United States, about 30,000 people are diagnosed each year.", []),
        ("A study led by researchers in the UK found that 320 patients improved.", []),
        ("The company, based in Denmark, said that the trial will start.", []),
        ("The US Food and Drug Administration approved the trial.", []),
        ("The trial ran in New Mexico.", []),
    ],
)
def test_countries_are_where_a_trial_runs(text: str, expected: list[tuple[str, ...]]) -> None:
    assert expected == [value for kind, value in stated(places, text) if kind == "countries"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Survival was longer (hazard ratio for death, 0.73; 95% CI, 0.62 to 0.87; P=0.0003).",
            [("p_value", 0.0003), ("hazard_ratio", 0.73), ("confidence_interval", (0.62, 0.87))],
        ),
        ("The odds were higher (odds ratio 11.8, P<.001).", [("p_value", "<0.001"), ("odds_ratio", 11.8)]),
        ("A p value of less than 0.05 was considered significant.", []),
        ("Some 10% of adults have asthma.", []),
        ("Shares of the company rose 12% after the trial.", []),
        ("Seven of 14 patients (50%) improved.", [("percentage", 50.0)]),
        ("Mortality was 22.9% in one group versus 25.7% in the other.", [("percentage", 22.9), ("percentage", 25.7)]),
        ("The score fell by 3.6 points.", [("mean_change", -3.6)]),
    ],
)
def test_figures_are_those_of_results(text: str, expected: list[tuple[str, object]]) -> None:
    assert expected == stated(figures, text)


def test_a_change_and_its_interval_take_the_sign_of_the_record() -> None:
    found = stated(figures, "They cried 27 minutes less (95% CI 10 to 44).", RECORD)

    assert [("confidence_interval", (-44.0, -10.0)), ("mean_change", -27.0)] == found


@pytest.mark.parametrize(
    "text",
    ["Patients under 18 years were excluded.", "The mean age was 64 years.", "In all, 1950 were 75 or older."],
)
def test_how_old_people_were_is_not_who_may_take_part(text: str) -> None:
    assert [] == [kind for kind, _ in stated(measures, text) if kind == "age"]
