"""What sentences of abstracts count, and what they do not count as people."""

from __future__ import annotations

import pytest

from checker.claims.kinds import figures, people
from checker.claims.ledger import claims
from checker.reading import read
from checker.settings import Settings


def counted(sentence: str, kinds: tuple[str, ...]) -> list[tuple[str, object]]:
    article = read("articles/case.md", f"---\ntitle: A trial\n---\n{sentence}\n", Settings(today="2026-06-01"))
    return [(claim.found.kind, claim.found.value) for claim in article.once(claims) if claim.found.kind in kinds]


@pytest.mark.parametrize(
    "sentence",
    [
        "Patients with genotype 1, 2, 4, or 6 were randomly assigned to the drug or placebo.",
        "Patients with stage 3 disease or grade 2 were enrolled at once.",
        "Of 1,400 sleep diaries, 1,281 (91.5%) could be used.",
        "The sample size required 163 patients (with a power of 80%) in each arm.",
    ],
)
def test_kinds_of_a_disease_events_and_sizes_needed_are_no_people(sentence: str) -> None:
    assert [] == counted(sentence, people.KINDS)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("In all, adverse events were rarer in the trial (occurring in 73.4% vs. 90.0% of patients).", [73.4, 90.0]),
        ("Of the 624 patients, 34% had type A, 19% type B, 17% type C.", [34.0, 19.0, 17.0]),
        ("Sources in both groups: abdomen (18.8%), lung (13.0%), and skin/bone (5.2%).", [18.8, 13.0, 5.2]),
        ("Causes of death in the country: stroke (18.8%), the lung (13.0%), and falls (5.2%).", []),
        ("Subgroups included the elderly (55% of cohort).", [55.0]),
        ("Those who had waited were treated, too. Of these 91 per cent managed five nuts a day.", [91.0]),
        ("Worldwide 200,000 people fell ill. Of these 5% died.", []),
        ("Participants were mostly male (98.2%), as were those on placebo (male: 100%; age: 57).", [98.2, 100.0]),
        ("In the trial the drug delayed the onset of disability by 31 percent.", [31.0]),
    ],
)
def test_shares_in_a_row_are_read_one_by_one(sentence: str, found: list[float]) -> None:
    assert [("percentage", value) for value in found] == counted(sentence, figures.KINDS)


@pytest.mark.parametrize(
    ("table", "found"),
    [
        ("| | Patch | Placebo |\n|---|---|---|\n| Nausea | 12% | 4% |\n| Strength | 2% | 0% |", [12.0, 4.0]),
        ("| Arm | Responders |\n|---|---|\n| Drug group | 31.5% |\n| Sham | 4% |", [31.5, 4.0]),
        ("| | Placebo | Risk reduction |\n|---|---|---|\n| Stroke | 8.0% | 1.8% |", [8.0, 1.8]),
        ("| | Patch | Placebo |\n|---|---|---|\n| HbA1c at baseline | 8.1% | 8.2% |", []),
        ("| Country | Prevalence |\n|---|---|\n| France | 12% |", []),
    ],
)
def test_shares_in_a_table_are_results_where_one_of_its_heads_is_an_arm(table: str, found: list[float]) -> None:
    assert [("percentage", value) for value in found] == counted(table, figures.KINDS)
