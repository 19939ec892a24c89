"""Facts against facts: the arithmetic behind the rules of the family `record`."""

from __future__ import annotations

import json
from math import comb, exp
from pathlib import Path
from typing import Any

import pytest

from checker.article import Article, Front, Spans
from checker.facts import Facts, Trial
from checker.rules import load, names
from checker.rules.record import ratio_contradicts_arms
from checker.rules.record._counts import Count
from checker.rules.record._counts import disorders as flow_disorders
from checker.rules.record._dates import disorders as date_disorders
from checker.rules.record._order import out_of_order
from checker.rules.record.impossible_phases import are_possible
from checker.rules.record.ratio_contradicts_arms import binomial, is_contradicted, parts
from checker.rules.record.stale_record import days_after
from checker.settings import Settings
from checker.text import Span

REAL = json.loads((Path(__file__).parent / "data" / "odd_registry_records.json").read_text(encoding="utf-8"))


def trial(**facts: Any) -> Trial:
    return Trial.read({"at": ("trials", 0), "id": "NCT03211793", **facts})


def dated(start: str | None = None, primary: str | None = None, end: str | None = None, **facts: Any) -> Trial:
    given = {"start_date": start, "primary_completion_date": primary, "completion_date": end}
    return trial(**{key: {"date": date} for key, date in given.items() if date}, **facts)


def article(today: str = "2026-06-01", **facts: Any) -> Article:
    """An article with one record and no text: every span is empty, every pointer is real."""
    data = {"trials": [{"id": "NCT03211793", **facts}]}
    built = Facts.read({"trials": [{**data["trials"][0], "at": ("trials", 0)}]})
    front = Front(Span(0, 0), data, spans_of(data))
    return Article("articles/case.md", "", Settings(today=today), facts=built, front=front)


def spans_of(value: Any) -> Spans:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return Spans(Span(0, 0), Span(0, 0), {key: spans_of(item) for key, item in items})


def fired(article: Article) -> list[tuple[str, str]]:
    """The rules of the family that speak, each with its severity."""
    spoken = []
    for name, family in names().items():
        if family == "record":
            rule = load(name)
            assert rule.check is not None
            options = (rule.options,) if rule.options else ()
            spoken += [(name, finding.severity or rule.severity) for finding in rule.check(article, *options)]
    return spoken


def slow_binomial(count: int, people: int, share: float) -> float:
    likelihoods = [comb(people, k) * share**k * (1 - share) ** (people - k) for k in range(people + 1)]
    return min(1.0, sum(p for p in likelihoods if p <= likelihoods[count] * (1 + 1e-7)))


@pytest.mark.parametrize("people", [1, 2, 7, 30, 97])
@pytest.mark.parametrize("share", [0.5, 1 / 3, 0.75, 0.02])
def test_the_binomial_probability_is_the_sum_of_all_counts_no_likelier(people: int, share: float) -> None:
    for count in range(people + 1):
        assert binomial(count, people, share) == pytest.approx(slow_binomial(count, people, share), abs=1e-9)


def test_the_binomial_probability_of_known_tables() -> None:
    assert binomial(1, 7, 0.5) == pytest.approx(0.125)
    assert binomial(15, 20, 0.5) == pytest.approx(0.04138947)
    assert binomial(682, 925, 0.75) == pytest.approx(0.3825, abs=1e-4)


def test_of_a_million_counts_only_those_that_matter_are_added_up(monkeypatch: pytest.MonkeyPatch) -> None:
    terms: list[float] = []

    def counted(power: float) -> float:
        terms.append(power)
        return exp(power)

    monkeypatch.setattr(ratio_contradicts_arms, "exp", counted)

    assert binomial(500_000, 1_000_000, 0.5) == pytest.approx(1.0, abs=1e-3)
    assert binomial(400_000, 1_000_000, 0.5) == pytest.approx(0.0, abs=1e-6)
    assert 1_000 < len(terms) < 10_000


@pytest.mark.parametrize(
    ("sizes", "ratio", "contradicted"),
    [
        ([158, 79], [2, 1], False),
        ([79, 158], [2, 1], False),
        ([71, 70], [3, 1], True),
        ([39, 28], [1, 3], True),
        ([1, 6], [1, 1], False),
        ([99, 99, 99], [1, 1, 1], False),
        ([149, 74, 74], [1, 1, 1], True),
        ([149, 74, 74], [2, 1, 1], False),
        ([74, 73, 37], [2, 2, 1], False),
        ([20, 20], [2, 1], False),
        ([0, 40], [1, 1], True),
    ],
)
def test_sizes_contradict_a_ratio_only_beyond_chance_and_in_any_order(
    sizes: list[int], ratio: list[int], contradicted: bool
) -> None:
    assert is_contradicted(sizes, ratio) == contradicted


def test_a_ratio_is_whole_numbers_of_a_bounded_length() -> None:
    assert parts("2:1") == [2, 1]
    assert parts("2 : 1 : 1") == [2, 1, 1]
    assert parts("1:0") == parts("1.5:1") == parts("") == parts("two to one") == []
    assert parts("9" * 1_000_000 + ":1") == parts(":".join(["1"] * 100_000)) == []


def test_the_suspect_is_the_link_that_contradicts_more_than_one() -> None:
    def backwards(one: int, other: int) -> bool:
        return one > other

    assert out_of_order([1, 2, 3], backwards) == []
    assert out_of_order([9, 2, 3], backwards) == [(9, 2)]
    assert out_of_order([1, 2, 0], backwards) == [(0, 2)]
    assert out_of_order([3, 2, 4], backwards) == [(2, 3)]
    assert out_of_order([3, 2, 1], backwards) == [(3, 2), (1, 2)]


def test_dates_are_compared_at_their_common_precision() -> None:
    assert date_disorders(dated("2019-06-20", "2019-06", "2019")) == []
    assert date_disorders(dated("2019", "2019-01-01", "2019-01")) == []
    assert [suspect.name for suspect, _ in date_disorders(dated("2020", end="2019-12-31"))] == ["completion"]


def test_a_vague_middle_date_does_not_hide_its_neighbours() -> None:
    pairs = date_disorders(dated("2019-08", "2019", "2019-03"))

    assert [(suspect.name, other.name) for suspect, other in pairs] == [("completion", "start")]


def test_an_actual_date_after_the_day_of_reading_is_the_suspect() -> None:
    late = trial(
        start_date={"date": "2027-02", "type": "ACTUAL"},
        completion_date={"date": "2026-06", "type": "ESTIMATED"},
        as_of="2025-04-28",
    )

    assert [suspect.name for suspect, _ in date_disorders(late)] == ["start"]


def test_a_date_that_is_in_no_calendar_is_compared_with_nothing() -> None:
    assert date_disorders(dated("2019-06-31", end="2019-02-30")) == []


def test_people_flow_from_screened_to_completed() -> None:
    assert flow_disorders(trial(enrollment={"planned": 1, "screened": 9, "enrolled": 5, "completed": 5})) == []
    assert flow_disorders(trial(enrollment={"screened": 5, "enrolled": 9, "randomized": 9})) == [
        (Count("screened", 5), Count("enrolled", 9))
    ]
    assert flow_disorders(trial(enrollment={"enrolled": 75, "randomized": 80, "completed": 36})) == [
        (Count("randomized", 80), Count("enrolled", 75))
    ]


def test_the_registrys_mark_for_no_count_is_no_count() -> None:
    assert flow_disorders(trial(enrollment={"screened": 5, "enrolled": 99_999_999})) == []


def test_only_neighbouring_phases_are_combined() -> None:
    assert are_possible(set(), True)
    assert are_possible({"PHASE2", "PHASE3"}, True)
    assert not are_possible({"PHASE1", "PHASE3"}, False)
    assert not are_possible({"PHASE3", "PHASE4"}, True)
    assert are_possible({"PHASE3", "PHASE4"}, False)
    assert are_possible({"PHASE1", "PHASE2", "PHASE3"}, False)
    assert not are_possible({"NA", "PHASE1"}, False)


def test_the_calendar_may_end_before_a_record_is_stale() -> None:
    assert days_after("2025-12-03", 180) == "2026-06-01"
    assert days_after("9999-12-31", 1) is None


def test_a_stale_record_tells_when_its_verdict_turns() -> None:
    fresh = article("2026-06-01", overall_status="RECRUITING", as_of="2025-12-03", source="ClinicalTrials.gov")
    stale = article("2026-06-02", overall_status="RECRUITING", as_of="2025-12-03", source="ClinicalTrials.gov")

    assert (fired(fresh), fired(stale)) == ([], [("stale-record", "warning")])
    assert {"2026-06-02"} == fresh.turning_points == stale.turning_points


READ = {"source": "ClinicalTrials.gov", "as_of": "2026-05-01"}


@pytest.mark.parametrize(
    ("facts", "rules"),
    [
        pytest.param(
            {
                "overall_status": "NOT_YET_RECRUITING",
                "start_date": {"date": "2027-01", "type": "ACTUAL"},
                **READ,
            },
            ["actual-date-in-future"],
            id="a start that is marked as actual and lies ahead",
        ),
        pytest.param(
            {
                "overall_status": "COMPLETED",
                "enrollment": {"planned": 20},
                "completion_date": {"date": "2020-01", "type": "ESTIMATED"},
                **READ,
            },
            ["status-contradicts-dates"],
            id="a completed trial whose end is an estimate of long ago, with the planned number only",
        ),
        pytest.param(
            {
                "overall_status": "RECRUITING",
                "start_date": {"date": "2021-01", "type": "ACTUAL"},
                "primary_completion_date": {"date": "2020-01", "type": "ESTIMATED"},
                "completion_date": {"date": "2030-01", "type": "ESTIMATED"},
                **READ,
            },
            ["dates-out-of-order"],
            id="an estimate before the start",
        ),
        pytest.param(
            {
                "design": {"allocation": "RANDOMIZED", "intervention_model": "PARALLEL", "ratio": "1:1"},
                "enrollment": {"enrolled": 1193, "randomized": 1193},
                "arms": [{"count": 591}, {"count": 206}],
                **READ,
            },
            ["arm-sum-mismatch"],
            id="an arm with its digits swapped, far from the ratio",
        ),
        pytest.param(
            {
                "design": {"allocation": "RANDOMIZED", "intervention_model": "PARALLEL"},
                "enrollment": {"enrolled": 75, "randomized": 80, "completed": 36},
                "arms": [{"count": 33}, {"count": 27}],
                **READ,
            },
            ["flow-sum-mismatch"],
            id="more randomized than enrolled, and than in the arms",
        ),
        pytest.param(
            {"enrollment": {"enrolled": 5, "completed": 44, "analyzed": 45}, **READ},
            ["flow-sum-mismatch"],
            id="too few enrolled for those who finished and those who were analyzed",
        ),
        pytest.param(
            {"study_type": "OBSERVATIONAL", "phases": ["PHASE2", "PHASE4"], **READ},
            ["phase-on-observational"],
            id="two phases of an observational study",
        ),
    ],
)
def test_one_cause_is_one_finding(facts: dict[str, Any], rules: list[str]) -> None:
    assert sorted(rules) == sorted(name for name, _ in fired(article(**facts)))


@pytest.mark.parametrize("record", REAL, ids=[record["id"] for record in REAL])
def test_a_real_record_is_never_an_error(record: dict[str, Any]) -> None:
    facts = {key: value for key, value in record.items() if key != "expected"}

    assert record["expected"] == [name for name, severity in fired(article(record["as_of"], **facts))]
    assert "error" not in [severity for _, severity in fired(article(record["as_of"], **facts))]
