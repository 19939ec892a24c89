"""The verdicts on claims: what a record supports, what follows from it, what it contradicts, and where it is silent."""

from __future__ import annotations

from typing import Any

import pytest

from checker.article import Article
from checker.claims.claim import Found
from checker.claims.judging import judge
from checker.claims.ledger import claims
from checker.claims.others import speaks_of_another
from checker.facts import Facts
from checker.reading import read
from checker.settings import Settings

RECORD: dict[str, Any] = {
    "id": "NCT03211793",
    "acronym": "CELLSIGHT",
    "overall_status": "COMPLETED",
    "phases": ["PHASE2"],
    "design": {"allocation": "RANDOMIZED", "intervention_model": "PARALLEL", "masking": "TRIPLE", "ratio": "2:1"},
    "enrollment": {"planned": 90, "enrolled": 84, "completed": 77},
    "arms": [
        {"name": "infused cells", "type": "EXPERIMENTAL", "count": 56},
        {"name": "placebo infusion", "type": "PLACEBO_COMPARATOR", "count": 28},
    ],
    "groups": [{"name": "women", "count": 70}],
    "figures": [
        {"name": "improved with cells", "n": 21, "of": 56},
        {"name": "improved with placebo", "n": 5, "of": 28},
        {"name": "hazard ratio for relapse", "value": 0.62, "interval": [0.41, 0.93], "p": "0.021"},
        {"name": "change in skin score with cells", "value": -8.4, "unit": "points"},
        {"name": "change in skin score with placebo", "value": -3.1, "unit": "points"},
    ],
    "start_date": {"date": "2016-11-05", "type": "ACTUAL"},
    "primary_completion_date": {"date": "2018-12", "type": "ACTUAL"},
    "completion_date": {"date": "2019-03-20", "type": "ACTUAL"},
    "countries": ["Netherlands", "Turkey (Türkiye)", "Korea, Republic of"],
    "sites": 9,
    "ages": {"minimum": 18, "maximum": 65},
    "interventions": ["Stromal cells"],
    "lead_sponsor": "UMC Utrecht",
}
REFERENCE = {"title": "Cells", "year": 2020, "trial": "NCT03211793", "kind": "results"}

Row = tuple[str, Any, str, dict[str, Any]]

ROWS: list[Row] = [
    ("registry_id", "NCT03211793", "supported", {}),
    ("phase", "2", "supported", {}),
    ("phase", "2b", "supported", {}),
    ("phase", "1/2", "contradicted", {}),
    ("phase", "3", "contradicted", {}),
    ("enrollment", 84, "supported", {"role": "enrolled"}),
    ("enrollment", 84, "supported", {"role": "randomized"}),
    ("enrollment", 90, "supported", {"role": "planned", "qualifier": "at_most"}),
    ("enrollment", 120, "unsupported", {"role": "planned", "qualifier": "at_most"}),
    ("enrollment", 140, "contradicted", {"role": "planned", "qualifier": "at_most"}),
    ("enrollment", 90, "contradicted", {"role": "enrolled"}),
    ("enrollment", 84, "contradicted", {"role": "planned"}),
    ("enrollment", 77, "supported", {"role": "completed"}),
    ("enrollment", 79, "contradicted", {"role": "completed"}),
    ("enrollment", 80, "supported", {"role": "enrolled", "qualifier": "more_than"}),
    ("enrollment", 80, "supported", {"role": "enrolled", "qualifier": "about"}),
    ("enrollment", 60, "contradicted", {"role": "enrolled", "qualifier": "about"}),
    ("enrollment", 100, "unsupported", {"role": "enrolled", "qualifier": "nearly"}),
    ("enrollment", 130, "contradicted", {"role": "enrolled", "qualifier": "nearly"}),
    ("enrollment", 200, "unsupported", {"role": "screened"}),
    ("enrollment", 48, "unsupported", {"role": "enrolled", "hedged": True}),
    ("arm_size", 56, "supported", {"of": "the cells"}),
    ("arm_size", 65, "contradicted", {"of": "the cells"}),
    ("arm_size", 28, "unsupported", {"of": "the cells"}),
    ("subgroup_size", 70, "supported", {"of": "women"}),
    ("subgroup_size", 67, "contradicted", {"of": "women"}),
    ("subgroup_size", 7, "derived", {"of": "left early"}),
    ("subgroup_size", 11, "unsupported", {"of": "older people"}),
    ("sites", 9, "supported", {}),
    ("sites", 12, "contradicted", {}),
    ("sites", 12, "unsupported", {"qualifier": "at_most"}),
    ("sites", 90, "contradicted", {"qualifier": "at_most"}),
    ("countries_count", 3, "supported", {}),
    ("countries_count", 4, "contradicted", {}),
    ("countries", ("Netherlands", "South Korea"), "supported", {}),
    ("countries", ("Turkey",), "supported", {}),
    ("countries", ("Netherlands", "Belgium"), "contradicted", {}),
    ("status", "COMPLETED", "supported", {}),
    ("status", "RECRUITING", "contradicted", {}),
    ("start_date", "2016", "supported", {}),
    ("start_date", "2016-11", "supported", {}),
    ("start_date", "2016-H2", "supported", {}),
    ("start_date", "2016-Q3", "contradicted", {}),
    ("start_date", "2016-11-06", "contradicted", {}),
    ("completion_date", "2019-03", "supported", {}),
    ("completion_date", "2018-12", "supported", {}),
    ("completion_date", "2019-05", "contradicted", {}),
    ("completion_date", "2018-06", "unsupported", {"type": "ESTIMATED"}),
    ("results_date", "2020-04", "supported", {}),
    ("results_date", "2021", "unsupported", {}),
    ("masking", "DOUBLE", "supported", {}),
    ("masking", "NONE", "contradicted", {}),
    ("allocation", "RANDOMIZED", "supported", {}),
    ("allocation", "NON_RANDOMIZED", "contradicted", {}),
    ("intervention_model", "CROSSOVER", "contradicted", {}),
    ("control", "placebo", "supported", {}),
    ("control", "none", "contradicted", {}),
    ("randomization_ratio", "2:1", "supported", {}),
    ("randomization_ratio", "4:2", "supported", {}),
    ("randomization_ratio", "1:2", "unsupported", {}),
    ("randomization_ratio", "1:1", "contradicted", {}),
    ("acronym", "CellSight", "supported", {}),
    ("sponsor", "Utrecht", "supported", {}),
    ("sponsor", "Pfizer", "contradicted", {}),
    ("intervention", "stromal cells", "supported", {}),
    ("age", "18-65 years", "supported", {}),
    ("age", ">=18 years", "supported", {}),
    ("age", ">=16 years", "contradicted", {}),
    ("dose", "300 mg", "unsupported", {}),
]


def article(record: dict[str, Any]) -> Article:
    facts = Facts.read({"trials": [{**record, "at": ("trials", 0)}], "references": [REFERENCE]})
    return Article("a.md", "", Settings(today="2026-06-01"), facts=facts)


def verdict(found: Found, text: str = "", **changed: Any) -> tuple[str, Any]:
    made = article({**RECORD, **changed})
    judgement, pointer, _ = judge(found, made.trials[0], made, text)
    return judgement, pointer


@pytest.mark.parametrize(("kind", "value", "expected", "more"), ROWS, ids=lambda part: str(part))
def test_a_claim_is_judged_by_the_fact_of_its_kind(kind: str, value: Any, expected: str, more: dict[str, Any]) -> None:
    actual, pointer = verdict(Found(kind, value, 0, 0, **more))

    assert expected == actual
    assert (pointer is None) == (expected in ("unsupported", "unbound"))


@pytest.mark.parametrize(
    ("kind", "value", "quote", "sentence", "expected"),
    [
        ("percentage", 37.5, "37.5%", "On the cells 21 of 56 (37.5%) improved.", "derived"),
        ("percentage", 38, "38%", "On the cells 21 of 56 (38%) improved.", "derived"),
        ("percentage", 83, "83%", "On the cells 21 of 56 (83%) improved.", "contradicted"),
        ("percentage", 67, "67%", "Two in three (67%) got cells.", "derived"),
        ("percentage", 12, "12%", "A rash came to 12%.", "unsupported"),
        ("hazard_ratio", 0.62, "0.62", "The hazard ratio was 0.62.", "supported"),
        ("hazard_ratio", 0.6, "0.6", "The hazard ratio was 0.6.", "supported"),
        ("hazard_ratio", 0.6, "0.60", "The hazard ratio for death was 0.60.", "unsupported"),
        ("hazard_ratio", 0.26, "0.26", "The hazard ratio was 0.26 (95% CI 0.41 to 0.93).", "contradicted"),
        ("confidence_interval", (0.41, 0.93), "0.41 to 0.93", "HR 0.62 (95% CI 0.41 to 0.93).", "supported"),
        ("confidence_interval", (0.41, 0.98), "0.41 to 0.98", "HR 0.62 (95% CI 0.41 to 0.98).", "contradicted"),
        ("confidence_interval", (0.4, 0.8), "0.40 to 0.80", "HR 0.57 (95% CI 0.40 to 0.80).", "unsupported"),
        ("p_value", 0.02, "p = 0.02", "HR 0.62, p = 0.02.", "supported"),
        ("p_value", "<0.05", "p < 0.05", "HR 0.62, p < 0.05.", "supported"),
        ("p_value", 0.21, "p = 0.21", "HR 0.62, p = 0.21.", "contradicted"),
        ("p_value", 0.3, "p = 0.3", "Pain was no different, p = 0.3.", "unsupported"),
        ("mean_change", -8.4, "8.4", "Scores fell by 8.4 points.", "supported"),
        ("mean_change", -5.3, "5.3", "The difference was 5.3 points.", "derived"),
        ("mean_change", -6.6, "6.6", "Quality of life rose by 6.6 points.", "unsupported"),
        ("mean_change", -4.8, "4.8", "The change in skin score with cells was 4.8 points.", "contradicted"),
    ],
)
def test_a_result_is_judged_with_what_stands_beside_it(
    kind: str, value: Any, quote: str, sentence: str, expected: str
) -> None:
    start = sentence.index(quote)
    n, whole = (21, 56) if "21 of 56" in sentence else (None, None)
    found = Found(kind, value, start, start + len(quote), n=n, whole=whole)

    actual, _ = verdict(found, sentence)

    assert expected == actual


@pytest.mark.parametrize(
    ("found", "changed", "expected"),
    [
        (Found("phase", "2", 0, 0), {"phases": ["PHASE1", "PHASE2"]}, "contradicted"),
        (Found("phase", "1/2", 0, 0), {"phases": ["PHASE1", "PHASE2"]}, "supported"),
        (Found("phase", "2", 0, 0), {"phases": ["NA"]}, "unsupported"),
        (Found("enrollment", 90, 0, 0, role="enrolled"), {"enrollment": {"planned": 90}}, "supported"),
        (Found("enrollment", 40, 0, 0, role="enrolled"), {"enrollment": {"planned": 90}, "arms": []}, "unsupported"),
        (Found("enrollment", 60, 0, 0, role="randomized"), {"enrollment": {"enrolled": 75}}, "unsupported"),
        (Found("status", "RECRUITING", 0, 0), {"overall_status": "UNKNOWN"}, "unsupported"),
        (Found("allocation", "NON_RANDOMIZED", 0, 0), {"design": {"allocation": "NA"}}, "supported"),
        (Found("randomization_ratio", "2:1", 0, 0), {"design": {}}, "derived"),
        (Found("age", ">=18 years", 0, 0), {"ages": None}, "unsupported"),
        (Found("start_date", "2016", 0, 0), {"start_date": {"date": "2018-02-30"}}, "unsupported"),
    ],
)
def test_a_record_that_says_less_or_otherwise_contradicts_less(
    found: Found, changed: dict[str, Any], expected: str
) -> None:
    actual, _ = verdict(found, **changed)

    assert expected == actual


def test_a_trial_without_a_record_supports_nothing() -> None:
    assert judge(Found("phase", "2", 0, 0), None, article(RECORD)) == ("unsupported", None, None)


def test_a_number_that_two_trials_have_together_contradicts_neither() -> None:
    facts = Facts.read({"trials": [{**RECORD, "at": ("trials", index)} for index in (0, 1)]})
    made = Article("a.md", "", Settings(today="2026-06-01"), facts=facts)

    together, other = (
        judge(Found("enrollment", count, 0, 0, role="enrolled"), made.trials[0], made)[0] for count in (168, 167)
    )

    assert (together, other) == ("unsupported", "contradicted")


@pytest.mark.parametrize("unit", ["%", "percent", "per cent"])
def test_a_figure_bears_out_a_percentage_however_its_unit_is_written(unit: str) -> None:
    record = {"id": "NCT03211793", "figures": [{"name": "remission", "value": 61.7, "unit": unit}]}
    facts = Facts.read({"trials": [{**record, "at": ("trials", 0)}]})
    article = Article("a.md", "", Settings(today="2026-06-01"), facts=facts)

    verdict, _, _ = judge(Found("percentage", 61.7, 0, 5), article.trials[0], article, "61.7% were well.")

    assert "supported" == verdict


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("Recruitment was kept on hold but patients went on with treatment.", "kept on hold", "unsupported"),
        ("The trial is on hold.", "on hold", "contradicted"),
    ],
)
def test_a_trial_that_has_ended_may_once_have_been_on_hold(text: str, quote: str, expected: str) -> None:
    start = text.index(quote)
    facts = Facts.read({"trials": [{**RECORD, "at": ("trials", 0)}]})
    article = Article("a.md", "", Settings(today="2026-06-01"), facts=facts)

    verdict, _, _ = judge(Found("status", "SUSPENDED", start, start + len(quote)), article.trials[0], article, text)

    assert expected == verdict


@pytest.mark.parametrize(("quote", "expected"), [("18 BC patients", "unsupported"), ("18 patients", "contradicted")])
def test_a_count_with_the_name_of_an_arm_is_not_held_against_the_whole(quote: str, expected: str) -> None:
    arms = [{"name": "BE", "count": 63}, {"name": "BC", "count": 61}]
    record = {"id": "NCT03211793", "enrollment": {"enrolled": 124}, "arms": arms, "at": ("trials", 0)}
    article = Article("a.md", "", Settings(today="2026-06-01"), facts=Facts.read({"trials": [record]}))
    found = Found("enrollment", 18, 14, 14 + len(quote), role="enrolled")

    verdict, _, _ = judge(found, article.trials[0], article, f"The study met {quote}.")

    assert expected == verdict


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("Topline data are expected in May 2019.", "2019-05", "unsupported"),
        ("An interim look was taken in May 2017.", "2017-05", "unsupported"),
        ("Topline data came in May 2017.", "2017-05", "contradicted"),
        ("The main outcome was measured by May 2019.", "2019-05", "contradicted"),
    ],
)
def test_results_are_told_after_the_last_visit_that_they_need(text: str, value: str, expected: str) -> None:
    record = {**RECORD, "completion_date": None, "at": ("trials", 0)}
    article = Article("a.md", "", Settings(today="2026-06-01"), facts=Facts.read({"trials": [record]}))
    found = Found("primary_completion_date", value, text.index("May"), len(text) - 1, type="ACTUAL")

    verdict, _, _ = judge(found, article.trials[0], article, text)

    assert expected == verdict


def test_the_parts_of_a_seamless_trial_are_not_held_against_the_whole() -> None:
    facts = Facts.read({"trials": [{**RECORD, "phases": ["PHASE2", "PHASE3"], "at": ("trials", 0)}]})
    made = Article("a.md", "", Settings(today="2026-06-01"), facts=facts)
    texts = ("The dose found in Phase 2 goes on to Phase 3.", "It is a Phase 2 trial.")

    verdicts = [judge(Found("phase", "2", 0, 0), made.trials[0], made, text)[0] for text in texts]

    assert ["unsupported", "contradicted"] == verdicts


def test_a_figure_may_say_in_its_unit_that_it_is_a_ratio() -> None:
    record = {"id": "NCT03211793", "figures": [{"name": "first outcome", "value": 0.93, "unit": "hazard ratio"}]}
    facts = Facts.read({"trials": [{**record, "at": ("trials", 0)}]})
    made = Article("a.md", "", Settings(today="2026-06-01"), facts=facts)

    actual, _, _ = judge(Found("hazard_ratio", 0.93, 17, 21), made.trials[0], made, "(hazard ratio of 0.93)")

    assert "supported" == actual


def test_a_percentage_is_held_against_the_figure_that_has_its_count() -> None:
    figures = [{"name": "had a stroke", "value": 4.4, "unit": "%", "n": 279}]
    facts = Facts.read({"trials": [{"id": "NCT03211793", "figures": figures, "at": ("trials", 0)}]})
    made = Article("a.md", "", Settings(today="2026-06-01"), facts=facts)
    text = "It befell 279 (5.4%)."

    actual, _, _ = judge(Found("percentage", 5.4, 15, 19, n=279), made.trials[0], made, text)

    assert "contradicted" == actual


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In parallel, the firm began enrolment for a double-blind phase 1 study in France.", True),
        ("In parallel, the firm began to enrol in France.", False),
    ],
)
def test_a_study_that_runs_beside_is_another_one(text: str, expected: bool) -> None:
    found = Found("phase", "1", text.find("phase"), text.find("phase") + 7)

    assert expected == speaks_of_another(text, found, "NCT03211793", introduced=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A sister study in women, called HERON, was begun in 2017.", False),
        ("A study in the wake of HERON was begun in 2017.", True),
        ("The company's first phase 2 study, HERON, was begun in 2017.", False),
        ("The next study (HERON) was begun in 2017.", False),
        ("A later study than HERON was begun in 2017.", True),
        ("An earlier study, which HERON repeats, was begun in 2017.", True),
        ("A study was begun in 2017.", True),
    ],
)
def test_a_study_that_is_brought_in_by_its_acronym_is_no_other_one(text: str, expected: bool) -> None:
    found = Found("start_date", "2017", text.index("2017"), text.index("2017") + 4)

    assert expected == speaks_of_another(text, found, "NCT03211793", introduced=True, acronym="HERON")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("After an alarm the trial was halted in May 2018.", "unsupported"),
        ("The trial ended in May 2018.", "contradicted"),
        ("The trial was halted in May 2019.", "contradicted"),
    ],
)
def test_a_trial_that_was_completed_may_have_been_halted_before(text: str, expected: str) -> None:
    record = {**RECORD, "overall_status": "COMPLETED", "at": ("trials", 0)}
    article = Article("a.md", "", Settings(today="2026-06-01"), facts=Facts.read({"trials": [record]}))
    start = text.index("May")
    found = Found("completion_date", f"{text[-5:-1]}-05", start, len(text) - 1, type="ACTUAL")

    actual, _, _ = judge(found, article.trials[0], article, text)

    assert expected == actual


@pytest.mark.parametrize(
    ("kind", "value", "text", "expected"),
    [
        ("status", "TERMINATED", "The blinded trial was stopped in May 2020 after an interim look.", "unsupported"),
        ("status", "TERMINATED", "The trial was stopped in May 2020.", "contradicted"),
        ("status", "COMPLETED", "With recruitment now completed, those who joined are watched.", "unsupported"),
        ("status", "COMPLETED", "The trial is completed.", "contradicted"),
        ("completion_date", "2020-05", "The blinded trial was stopped in May 2020 at an interim look.", "unsupported"),
        ("completion_date", "2020-05", "The trial was stopped in May 2020.", "contradicted"),
    ],
)
def test_a_comparison_may_end_at_an_interim_look_and_the_trial_go_on(
    kind: str, value: str, text: str, expected: str
) -> None:
    ending = {"overall_status": "ACTIVE_NOT_RECRUITING", "completion_date": {"date": "2022-03", "type": "ESTIMATED"}}
    record = {**RECORD, **ending, "primary_completion_date": None, "at": ("trials", 0)}
    article = Article("a.md", "", Settings(today="2026-06-01"), facts=Facts.read({"trials": [record]}))
    words = "May 2020" if kind != "status" else "completed" if value == "COMPLETED" else "was stopped"
    start = text.index(words)

    actual, _, _ = judge(Found(kind, value, start, start + len(words), type="ACTUAL"), article.trials[0], article, text)

    assert expected == actual


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It brought a 29% reduction in the risk of a first event with the pill.", "unsupported"),
        ("It was 29% with the pill for a first event.", "contradicted"),
    ],
)
def test_a_percentage_that_compares_two_results_is_neither(text: str, expected: str) -> None:
    record = {"id": "NCT03211793", "figures": [{"name": "first event pill", "value": 5.5, "unit": "%"}]}
    article = Article(
        "a.md", "", Settings(today="2026-06-01"), facts=Facts.read({"trials": [{**record, "at": ("trials", 0)}]})
    )
    start = text.index("29")

    assert expected == judge(Found("percentage", 29.0, start, start + 3), article.trials[0], article, text)[0]


@pytest.mark.parametrize(
    ("kind", "value", "of", "text", "expected"),
    [
        ("arm_size", 42, "cells", "On cells it fell (mean change 8.4, SD 1.1, n = 42).", "unsupported"),
        ("arm_size", 27, "both groups", "The average score at the start was 27 in both groups.", "unsupported"),
        ("arm_size", 27, "cells", "Infused cells were given to 27 people.", "contradicted"),
        ("p_value", "0.21", "", "The skin score changed (p = 0.21).", "unsupported"),
        (
            "p_value",
            "0.21",
            "",
            "The risk of relapse was 0.62 (0.41 to 0.93) on cells, as all had hoped (p = 0.21).",
            "contradicted",
        ),
        (
            "p_value",
            "0.21",
            "",
            "The risk of relapse was 0.62 (p = 0.021) on cells, and of death lower (p = 0.21).",
            "unsupported",
        ),
    ],
)
def test_a_number_is_not_held_against_what_it_does_not_measure(
    kind: str, value: Any, of: str, text: str, expected: str
) -> None:
    facts = Facts.read({"trials": [{**RECORD, "at": ("trials", 0)}]})
    article = Article("a.md", "", Settings(today="2026-06-01"), facts=facts)
    start = text.rindex(str(value))
    found = Found(kind, value, start, start + len(str(value)), of=of)

    assert expected == judge(found, article.trials[0], article, text)[0]


def test_one_centre_of_which_more_is_told_is_not_the_number_of_centres() -> None:
    facts = Facts.read({"trials": [{**RECORD, "at": ("trials", 0)}]})
    article = Article("a.md", "", Settings(today="2026-06-01"), facts=facts)

    def verdict(text: str) -> str:
        start = text.lower().index("one centre")
        return judge(Found("sites", 1, start, start + 10), article.trials[0], article, text)[0]

    assert "unsupported" == verdict("One centre was found to ignore the protocol, and its patients were left out.")
    assert "contradicted" == verdict("The trial ran at one centre.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The open-label CELLSIGHT study began in May.", "contradicted"),
        ("It adds open-label rituximab to the cells.", "unsupported"),
    ],
)
def test_open_label_before_a_trials_name_is_said_of_the_trial(text: str, expected: str) -> None:
    facts = Facts.read({"trials": [{**RECORD, "at": ("trials", 0)}]})
    article = Article("a.md", "", Settings(today="2026-06-01"), facts=facts)
    start = text.index("open-label")
    found = Found("masking", "NONE", start, start + 10, pattern="open label")

    assert expected == judge(found, article.trials[0], article, text)[0]


@pytest.mark.parametrize(("value", "expected"), [(41, "contradicted"), (9, "unsupported"), (34, "unsupported")])
def test_people_without_a_role_may_be_those_treated_with_their_digits_swapped(value: int, expected: str) -> None:
    record = {"id": "NCT03211793", "enrollment": {"planned": 34, "treated": 14}, "at": ("trials", 0)}
    article = Article("a.md", "", Settings(today="2026-06-01"), facts=Facts.read({"trials": [record]}))
    text = f"The decision follows data from {value} patients."
    found = Found("enrollment", value, 31, 31 + len(f"{value} patients"), role="enrolled")

    assert expected == judge(found, article.trials[0], article, text)[0]


@pytest.mark.parametrize(("words", "value"), [("two dozen", 24), ("24", 24), ("three dozen", 36)])
def test_a_number_in_dozens_is_a_round_one(words: str, value: int) -> None:
    def held(kind: str, noun: str, **record: Any) -> str:
        text = f"It had {words} {noun}."
        role = "enrolled" if kind == "enrollment" else None
        return verdict(Found(kind, value, 7, len(text) - 1, role=role), text, **record)[0]

    expected = "supported" if words == "two dozen" else "contradicted"
    assert expected == held("sites", "hospitals", sites=23)
    assert expected == held("enrollment", "patients", enrollment={"enrolled": 25})


@pytest.mark.parametrize(
    ("sentence", "ratios"),
    [
        ("Half of them got belumab and the other half an inactive placebo.", ["1:1"]),
        ("Half the patients had belumab for a year, half a placebo.", ["1:1"]),
        ("Of the 40 with fever, half got belumab and half a placebo.", []),
        ("About half got belumab and the other half a placebo.", []),
        ("Half of them had fever with belumab, and half a placebo response.", []),
    ],
)
def test_halves_that_got_the_drug_and_a_placebo_are_a_ratio(sentence: str, ratios: list[str]) -> None:
    record = "id: NCT03211793, acronym: CELLSIGHT, interventions: [Belumab]"
    text = f"---\ntitle: A\ntrials: [{{{record}}}]\n---\n\nCELLSIGHT ran in Spain. {sentence}\n"

    found = claims(read("a.md", text, Settings(today="2026-06-01")))

    assert ratios == [each.found.value for each in found if each.found.kind == "randomization_ratio"]


def test_the_sites_of_a_firm_are_not_those_of_its_trial() -> None:
    facts = Facts.read({"trials": [{**RECORD, "at": ("trials", 0)}]})
    article = Article("a.md", "", Settings(today="2026-06-01"), facts=facts)
    texts = ("It employs 230 people at three sites.", "It treats people at three sites.")

    verdicts = [
        judge(Found("sites", 3, text.index("three"), len(text) - 1), article.trials[0], article, text)[0]
        for text in texts
    ]

    assert ["unsupported", "contradicted"] == verdicts


@pytest.mark.parametrize(
    ("text", "value", "role", "expected"),
    [
        ("Of 80 adults with data available, most slept well.", 80, "enrolled", "unsupported"),
        ("Of 80 adults who joined, most slept well.", 80, "enrolled", "contradicted"),
        ("Phase A took in 70 adults, phase B the rest.", 70, "enrolled", "unsupported"),
        ("Seven of the 48 adults never came back.", 48, "enrolled", "contradicted"),
        ("The phase 3 part, with 70 adults, is full.", 70, "enrolled", "unsupported"),
        ("It recruited 70 adults at our center.", 70, "enrolled", "unsupported"),
        ("It recruited 48 adults at our center.", 48, "enrolled", "contradicted"),
        ("In the 70 adults with a mild form the effect was the same.", 70, "enrolled", "unsupported"),
        ("In the 48 adults with scleroderma the effect was seen.", 48, "enrolled", "contradicted"),
        ("In all, 77 adults were assigned at random and stayed to complete the trial.", 77, "randomized", "supported"),
    ],
)
def test_a_number_of_people_is_read_by_what_its_sentence_says_of_them(
    text: str, value: int, role: str, expected: str
) -> None:
    record = {**RECORD, "enrollment": {"enrolled": 84, "randomized": 84, "completed": 77}, "at": ("trials", 0)}
    article = Article("a.md", "", Settings(today="2026-06-01"), facts=Facts.read({"trials": [record]}))
    start = text.index(str(value))
    found = Found("enrollment", value, start, start + len(f"{value} adults"), role=role)

    assert expected == judge(found, article.trials[0], article, text)[0]


@pytest.mark.parametrize(
    ("enrollment", "value", "expected"),
    [
        ({"enrolled": 214, "randomized": 124}, 124, "contradicted"),
        ({"enrolled": 120, "randomized": 102}, 102, "supported"),
        ({"enrolled": 230, "randomized": 124}, 124, "supported"),
        ({"enrolled": 124, "randomized": 214}, 124, "contradicted"),
    ],
)
def test_a_record_whose_digits_are_swapped_is_not_borne_out_by_another_number(
    enrollment: dict[str, int], value: int, expected: str
) -> None:
    record = {"id": "NCT03211793", "enrollment": enrollment, "at": ("trials", 0)}
    article = Article("a.md", "", Settings(today="2026-06-01"), facts=Facts.read({"trials": [record]}))
    text = f"The trial took in {value} patients."
    found = Found("enrollment", value, 18, 18 + len(f"{value} patients"), role="enrolled")

    assert expected == judge(found, article.trials[0], article, text)[0]


def test_an_arm_whose_digits_are_swapped_is_not_borne_out_by_a_figure() -> None:
    arms = [{"name": "placebo", "count": 812}, {"name": "drug", "count": 180}]
    record = {"id": "NCT03211793", "arms": arms, "figures": [{"name": "ill", "n": 9, "of": 182}], "at": ("trials", 0)}
    article = Article("a.md", "", Settings(today="2026-06-01"), facts=Facts.read({"trials": [record]}))
    text = "They got placebo (n = 182) or the drug (n = 180)."
    found = Found("arm_size", 182, 22, 25, of="placebo")

    assert "contradicted" == judge(found, article.trials[0], article, text)[0]


def test_two_parts_of_one_arm_are_no_arms() -> None:
    facts = Facts.read({"trials": [{**RECORD, "at": ("trials", 0)}]})
    article = Article("a.md", "", Settings(today="2026-06-01"), facts=facts)
    text = "They got the infused cells by day (n = 31), by night (n = 25), or a placebo infusion (n = 28)."
    found = Found("arm_size", 31, text.index("31"), text.index("31") + 2, of="by day")

    assert "unsupported" == judge(found, article.trials[0], article, text)[0]


def test_those_of_an_arm_who_were_looked_at_may_be_fewer() -> None:
    facts = Facts.read({"trials": [{**RECORD, "at": ("trials", 0)}]})
    article = Article("a.md", "", Settings(today="2026-06-01"), facts=facts)
    text = "The final study population were 50 patients on infused cells and 26 on a placebo infusion."
    found = Found("arm_size", 50, text.index("50"), text.index("50") + 2, of="infused cells")

    assert "unsupported" == judge(found, article.trials[0], article, text)[0]
    assert "contradicted" == judge(found, article.trials[0], article, text.replace("final study population", "arms"))[0]
    text = "After six months 76 patients came back, 50 on infused cells and 26 on a placebo infusion."
    assert "unsupported" == judge(found, article.trials[0], article, text)[0]


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("Of the 84 who joined, 94 had a rash.", 94, "contradicted"),
        ("Among 120 people asked, 94 had a rash.", 94, "unsupported"),
        ("Of the 84 who joined, 94 (70%) had a rash.", 94, "unsupported"),
        ("In the end 77 of them came.", 77, "supported"),
        ("All 38 patients in the placebo infusion group had a rash.", 38, "contradicted"),
        ("All 18 patients in the placebo infusion group who had a rash came.", 18, "unsupported"),
    ],
)
def test_a_part_is_no_more_than_its_whole(text: str, value: int, expected: str) -> None:
    facts = Facts.read({"trials": [{**RECORD, "at": ("trials", 0)}]})
    article = Article("a.md", "", Settings(today="2026-06-01"), facts=facts)
    start = text.index(str(value))
    found = Found("subgroup_size", value, start, start + 2)

    assert expected == judge(found, article.trials[0], article, text)[0]


def test_a_share_of_a_list_is_held_against_the_one_that_the_list_lacks() -> None:
    shares = {"fever of grade 3": 25, "nausea of grade 3": 16, "rash of grade 3": 10, "cough of grade 3": 9}
    figures = [{"name": name, "value": value, "unit": "%"} for name, value in shares.items()]
    facts = Facts.read({"trials": [{"id": "NCT03211793", "figures": figures, "at": ("trials", 0)}]})
    made = Article("a.md", "", Settings(today="2026-06-01"), facts=facts)
    text = "Toxicities of grade 3 included fever (35%), nausea that lasted for weeks (16%), rash (10%), and cough (9%)."
    start = text.index("35%")

    actual, pointer, _ = judge(Found("percentage", 35.0, start, start + 3), made.trials[0], made, text)

    assert ("contradicted", ("trials", 0, "figures", 0, "value")) == (actual, pointer)


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("Doses of 200, 400 and 600 mg cut urate by 16%, 22% and 40%, against 3% on placebo.", 40.0, "contradicted"),
        ("On 200, 400 and 600 mg the values came to 18%, 22% and 30%.", 18.0, "contradicted"),
        ("Urate fell by 16% and 22%; gout flared up in 40% after a year.", 40.0, "unsupported"),
        ("Flares came in 40%, 22% and 16% of those on 600 mg.", 40.0, "contradicted"),
        ("Urate fell by 16%, 25% and 40% in men.", 40.0, "unsupported"),
        ("A rash came in 40% on urate-lowering 600 mg, 41% on 400 mg.", 40.0, "unsupported"),
    ],
)
def test_a_row_of_results_of_one_sort_is_held_against_the_one_that_it_lacks(
    text: str, said: float, expected: str
) -> None:
    shares = {"reduction of urate, 200 mg": 16, "reduction of urate, 400 mg": 22, "reduction of urate, 600 mg": 30}
    figures = [{"name": name, "value": value, "unit": "%"} for name, value in shares.items()]
    facts = Facts.read({"trials": [{"id": "NCT03211793", "figures": figures, "at": ("trials", 0)}]})
    made = Article("a.md", "", Settings(today="2026-06-01"), facts=facts)
    start = text.index(f"{said:.0f}%")

    actual, _, _ = judge(Found("percentage", said, start, start + 3), made.trials[0], made, text)

    assert expected == actual


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rate of early stopping was 19.0% in drug-treated and 4.5% in placebo-treated patients.", "contradicted"),
        ("The rate of early stopping was 91.0% with the drug and 4.5% with placebo.", "contradicted"),
        ("There was no early stopping in 91.0% with the drug, and with placebo in 95.5%.", "derived"),
        ("Early stopping was made rarer by 91.0%.", "derived"),
        ("The rate of benefit and of response was 67% (95% CI, 63%-86%) and 14% (95% CI, 6%-25%).", "contradicted"),
        ("A relapse was 50% less frequent; its rate was lower.", "contradicted"),
    ],
)
def test_a_share_is_no_rest_of_a_result_that_is_said_in_the_same_sense(text: str, expected: str) -> None:
    shares: list[tuple[str, float, list[float] | None]] = [
        ("rate of early stopping on drug", 9.0, None),
        ("rate of early stopping on placebo", 4.5, None),
        ("clinical benefit", 76.0, [63.0, 86.0]),
        ("response", 14.0, [6.0, 25.0]),
        ("lower relapse rate", 30.0, None),
    ]
    figures = [{"name": name, "value": value, "unit": "%", "interval": interval} for name, value, interval in shares]
    facts = Facts.read({"trials": [{"id": "NCT03211793", "figures": figures, "at": ("trials", 0)}]})
    made = Article("a.md", "", Settings(today="2026-06-01"), facts=facts)
    end = text.index("%") + 1
    start = text.rindex(" ", 0, end) + 1

    actual, _, _ = judge(Found("percentage", float(text[start : end - 1]), start, end), made.trials[0], made, text)

    assert expected == actual


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We ran two phase 3 trials (HALCYON and KINGFISHER) in adults.", "contradicted"),
        (
            "We ran HALCYON and KINGFISHER, two phase 3, randomised, controlled trials.",
            "contradicted",
        ),
        ("HALCYON entered phase 3. KINGFISHER came before it, like other studies.", "supported"),
    ],
)
def test_a_phase_of_several_trials_is_that_of_each(text: str, expected: str) -> None:
    """A plural says the same of each: one record that differs contradicts it."""
    front = (
        "---\ntrials:\n  - {id: NCT09000004, acronym: HALCYON, phases: [PHASE3]}\n"
        "  - {id: NCT09000017, acronym: KINGFISHER, phases: [PHASE2]}\n---\n\n"
    )
    article = read("a.md", front + text, Settings(today="2026-06-01"))
    verdicts = [claim.verdict for claim in article.once(claims) if claim.found.kind == "phase"]
    assert [expected] == verdicts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A sham-controlled, open-label trial will be conducted in three clinics.", False),
        ("Methods and analysis: A parallel-group, open-label trial at three clinics.", False),
        ("Methods An open-label trial at three clinics was run.", False),
        ("An open-label trial at three clinics will be conducted by a rival.", True),
        ("A sham-controlled, open-label trial has shown that it works.", True),
    ],
)
def test_a_protocol_brings_its_own_study_in_as_a_new_one(text: str, expected: bool) -> None:
    at = text.index("open-label")

    assert expected == speaks_of_another(text, Found("masking", "NONE", at, at + 10), "NCT03211793", introduced=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Officially it is recruiting.", "contradicted"),
        ("On paper the trial is recruiting.", "contradicted"),
        ("Apparently it is recruiting.", "unsupported"),
        ("Officially it ended; it is recruiting, some say.", "unsupported"),
    ],
)
def test_what_is_said_to_be_so_officially_is_held_against_the_record(text: str, expected: str) -> None:
    start = text.index("is recruiting")
    found = Found("status", "RECRUITING", start, start + len("is recruiting"), hedged=True)

    assert expected == verdict(found, text, overall_status="NOT_YET_RECRUITING")[0]


def test_a_trial_that_is_closed_at_all_its_sites_is_closed() -> None:
    def held(text: str) -> str:
        found = Found("status", "ACTIVE_NOT_RECRUITING", 13, 34, pattern="recruitment is over")
        return verdict(found, text, overall_status="RECRUITING", sites=4, countries=["Kenya", "Uganda"])[0]

    assert held("The trial is closed to recruitment at four centres in Kenya.") == "contradicted"
    assert held("The trial is closed to recruitment in two countries.") == "contradicted"
    assert held("The trial is closed to recruitment at 3 of its sites.") == "unsupported"
    assert held("The trial is closed to recruitment in one country.") == "unsupported"
    assert held("The trial is closed to recruitment at some hospitals.") == "unsupported"


@pytest.mark.parametrize(
    ("whom", "expected"),
    [("in two studies", "contradicted"), ("in remission", "unsupported"), ("over 65", "unsupported")],
)
def test_a_trial_that_is_closed_to_some_people_may_take_in_others(whom: str, expected: str) -> None:
    text = f"The company has stopped enrolling patients {whom}."
    start = text.index("has stopped")
    found = Found("status", "ACTIVE_NOT_RECRUITING", start, start + len("has stopped enrolling"))

    assert expected == verdict(found, text, overall_status="RECRUITING")[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As of March 2017, 50 people had joined CELLSIGHT.", "unsupported"),
        ("By the end of May, 50 people had joined CELLSIGHT.", "unsupported"),
        ("When the pandemic came, CELLSIGHT had recruited 50 people.", "unsupported"),
        ("CELLSIGHT recruited 50 people in its first year.", "unsupported"),
        ("By March 2017, 48 people had joined CELLSIGHT.", "contradicted"),  # its digits the other way round
        ("By March 2019, when it ended, 50 people had joined CELLSIGHT.", "contradicted"),
        ("CELLSIGHT, which began in November 2016, had recruited 50 people.", "contradicted"),
        ("By the end 50 people had joined CELLSIGHT.", "contradicted"),
        ("CELLSIGHT had recruited 50 people.", "contradicted"),
        ("As of March 2017, 120 people had joined CELLSIGHT.", "contradicted"),
    ],
)
def test_people_who_had_joined_by_some_time_need_not_be_all(text: str, expected: str) -> None:
    front = (
        "---\ntitle: x\ndate: 2024-01-01\ntrials:\n  - id: NCT03211793\n    acronym: CELLSIGHT\n"
        "    overall_status: COMPLETED\n    enrollment: {enrolled: 84}\n"
        "    start_date: {date: 2016-11-05, type: ACTUAL}\n"
        "    completion_date: {date: 2019-03-20, type: ACTUAL}\n---\n\n"
    )
    article = read("x.md", front + text + "\n", Settings(today="2026-06-01"))

    assert [expected] == [claim.verdict for claim in article.once(claims) if claim.found.kind == "enrollment"]
