"""What a writer does not vouch for, and which names are another one misspelt."""

from __future__ import annotations

import pytest

from checker.claims.claim import Found
from checker.claims.doubts import is_doubted
from checker.claims.judging.names import is_near_miss


def doubted(text: str, quote: str, kind: str, value: int | str) -> bool:
    start = text.index(quote)
    return is_doubted(text, Found(kind, value, start, start + len(quote)))


@pytest.mark.parametrize(
    ("text", "quote", "kind", "value"),
    [
        ("It is unclear whether the trial was completed.", "was completed", "status", "COMPLETED"),
        ("It may enroll 40 people.", "40 people", "enrollment", 40),
        ("It did not enroll 40 people.", "40 people", "enrollment", 40),
        ("Until 40 people have joined, nobody knows.", "40 people", "enrollment", 40),
        ("It began as a phase 2 trial.", "phase 2", "phase", "2"),
        ("Out of 100 people, four would be spared.", "100 people", "enrollment", 100),
        ("In all 1 204 adults were assigned.", "204 adults", "enrollment", 204),
        ("One day it could help people aged 60 to 80.", "60 to 80", "age", "60-80 years"),
        ("Families from Belgium may ask.", "Belgium", "countries", "Belgium"),
        ("It assesses girls between the ages of 4 and 10.", "4", "enrollment", 4),
    ],
)
def test_doubts_denials_conditions_and_imagined_people_are_heard(text: str, quote: str, kind: str, value: str) -> None:
    assert doubted(text, quote, kind, value)


@pytest.mark.parametrize(
    ("text", "quote", "kind", "value"),
    [
        ("They may join if they are between 18 and 65 years old.", "18 and 65", "age", "18-65 years"),
        ("It will run until October 2027.", "October 2027", "completion_date", "2027-10"),
        ("It is not clear why, but 40 people joined.", "40 people", "enrollment", 40),
        ("Whether it helps depends on TIDE, a phase 2 trial.", "phase 2", "phase", "2"),
        ("In May 40 people joined.", "40 people", "enrollment", 40),
        ("Out of 84 people, four died.", "84 people", "enrollment", 84),
        ("Patients did not know which (double-blind).", "double-blind", "masking", "DOUBLE"),
    ],
)
def test_what_is_stated_plainly_is_not_doubted(text: str, quote: str, kind: str, value: str) -> None:
    assert not doubted(text, quote, kind, value)


@pytest.mark.parametrize(
    ("said", "recorded"),
    [
        ("PREVIAL", "PREVAIL"),
        ("LOPAIN3", "LOPAIN2"),
        ("LU12-16", "LU21-16"),
        ("RESTART", "RESTORE"),
        ("REMAIN", "RETAIN"),
    ],
)
def test_letters_swapped_and_other_numbers_are_near_misses(said: str, recorded: str) -> None:
    assert is_near_miss(said, recorded)


@pytest.mark.parametrize(
    ("said", "recorded"),
    [
        ("HALCYON", "HALCYON-X"),
        ("LOPAIN", "LOPAIN2"),
        ("DELTA", "TIDE"),
        ("MAGNETO", "PRECISE"),
        ("COVID", "COVE"),
        ("prevail", "PREVAIL"),
    ],
)
def test_short_forms_and_other_names_are_none(said: str, recorded: str) -> None:
    assert not is_near_miss(said, recorded)
