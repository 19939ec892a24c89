"""Facts of two records, held against each other."""

from __future__ import annotations

import pytest

from checker.facts import Ages, Design, Enrollment, Trial, TrialDate
from checker.rules.corpus._languages import edition
from checker.stated import Stated, differ, stated


def test_every_fact_has_a_name_a_place_and_a_text() -> None:
    trial = Trial(
        id="NCT03211793",
        phases=("PHASE2", "PHASE1"),
        design=Design(masking="DOUBLE"),
        enrollment=Enrollment(planned=20, analyzed=14),
        start_date=TrialDate(date="2018-11", type="ESTIMATED"),
        ages=Ages(minimum=18.0),
        sites=1,
    )

    facts = list(stated(trial))

    assert facts == [
        Stated("phases", ("phases",), "PHASE1, PHASE2"),
        Stated("masking", ("design", "masking"), "DOUBLE"),
        Stated("number planned", ("enrollment", "planned"), "20"),
        Stated("start date", ("start_date", "date"), "2018-11"),
        Stated("type of the start date", ("start_date", "type"), "ESTIMATED"),
        Stated("number of sites", ("sites",), "1"),
        Stated("lowest age", ("ages", "minimum"), "18"),
    ]


def test_a_record_of_nothing_states_nothing() -> None:
    assert list(stated(Trial())) == []


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        pytest.param("start date", "2018-11", "2018-12", id="another month"),
        pytest.param("start date", "2018-02-30", "2018-02", id="not a date at all"),
        pytest.param("masking", "NONE", "DOUBLE", id="blinded or not"),
        pytest.param("number planned", "20", "30", id="another number"),
    ],
)
def test_two_values_that_cannot_both_be_right_differ(name: str, one: str, other: str) -> None:
    assert differ(name, one, other)


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        pytest.param("start date", "2018-11", "2018-11-05", id="a month and a day in it"),
        pytest.param("masking", "DOUBLE", "QUADRUPLE", id="parties are counted differently"),
        pytest.param("sponsor", "UMC Utrecht", "Umc utrecht", id="capitals"),
    ],
)
def test_two_values_that_can_both_be_right_do_not_differ(name: str, one: str, other: str) -> None:
    assert not differ(name, one, other)


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("articles/trial.md", ""),
        ("articles/de/trial.md", "de"),
        ("articles/trial.pt-BR.md", "pt-BR"),
        ("articles/2018/lupus/trial.md", ""),
        ("trial.v2.md", ""),
    ],
)
def test_a_path_tells_the_edition(path: str, language: str) -> None:
    assert edition(path) == language
