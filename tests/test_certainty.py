"""Contradictions that are sure are errors; those that may be of something else are for somebody to look at."""

from __future__ import annotations

import pytest

from checker.config import settings_from
from checker.engine.article import check_article

FRONT = """\
---
title: A patch for sore knees
trials:
  - id: NCT09000004
    acronym: KOALA
    overall_status: COMPLETED
    phases: [PHASE3]
    design: {masking: DOUBLE}
    enrollment: {enrolled: 158}
    ages: {minimum: 18, maximum: 65}
    sites: 41
    start_date: {date: 2019-05, type: ACTUAL}
---

KOALA (NCT09000004), a double-blind phase 3 trial, was completed in 158 people of 18 to 65 years at 41 hospitals.
The trial began in May 2019.

"""


def found(sentence: str) -> list[tuple[str, str]]:
    """The rules of claims that a sentence sets off behind a true one, each with its severity."""
    said = check_article("articles/a.md", FRONT + sentence + "\n", settings_from({}, today="2026-06-01")).diagnostics
    return [(each.rule, each.severity) for each in said if each.rule.endswith("-mismatch")]


@pytest.mark.parametrize(
    ("sentence", "rule", "severity"),
    [
        ("In all, 120 patients took part.", "enrollment-mismatch", "note"),
        ("Patients of 18 to 40 years took part.", "age-mismatch", "note"),
        ("The trial is recruiting.", "status-mismatch", "warning"),
        ("The trial began in August 2019.", "date-mismatch", "note"),
        ("KOALA ran at 41 hospitals in all: it went on at 12 hospitals last.", "site-count-mismatch", "note"),
    ],
)
def test_what_the_prose_says_rightly_elsewhere_is_no_error(sentence: str, rule: str, severity: str) -> None:
    assert (rule, severity) in found(sentence)


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("In KOALA, 120 patients took part.", "enrollment-mismatch"),
        ("In all, 185 patients took part.", "enrollment-mismatch"),
        ("In this double-blind phase 3 trial 120 patients took part.", "enrollment-mismatch"),
        ("KOALA was an open-label trial.", "masking-mismatch"),
        ("KOALA was done at 52 hospitals, as was planned.", "site-count-mismatch"),
        ("KOALA met 20 of the 300 people it was meant for, at 52 hospitals.", "site-count-mismatch"),
        ("Individuals age 11 and older were invited to KOALA.", "age-mismatch"),
    ],
)
def test_a_name_the_digits_or_the_rest_of_a_sentence_make_it_sure(sentence: str, rule: str) -> None:
    assert (rule, "error") in found(sentence)


@pytest.mark.parametrize(
    ("sentence", "severity"),
    [
        ("The session was on statins for those aged 75 years and older.", "note"),
        ("Those who are eligible are aged 75 years and older.", "error"),
        ("SNIPE is for those aged 75 years and older.", "error"),
        ("The session was on statins for those aged 44 years and older.", "error"),
    ],
)
def test_an_age_far_from_the_record_s_may_be_of_others(sentence: str, severity: str) -> None:
    text = "---\ntrials:\n  - {id: NCT09000017, acronym: SNIPE, ages: {minimum: 40}}\n---\n\n"
    text += f"SNIPE (NCT09000017) tests a pill.\n\n{sentence}\n"
    said = check_article("articles/a.md", text, settings_from({}, today="2026-06-01")).diagnostics

    assert [each.severity for each in said if each.rule == "age-mismatch"] == [severity]


PARTED = """\
---
title: A patch for sore knees
date: 2025-04-28
trials:
  - id: NCT09000004
    acronym: KOALA
    overall_status: COMPLETED
    enrollment: {enrolled: 555}
    ages: {minimum: 4, maximum: 55}
    sites: 102
    start_date: {date: 2024-03-19, type: ACTUAL}
---

"""


@pytest.mark.parametrize(
    ("sentence", "rule", "severity"),
    [
        ("KOALA is a 100-site trial.", "site-count-mismatch", "note"),
        ("KOALA is a 120-site trial.", "site-count-mismatch", "error"),
        ("KOALA began last March.", "date-mismatch", "note"),
        ("KOALA began in March this year.", "date-mismatch", "error"),
        ("KOALA began last May.", "date-mismatch", "error"),
        ("In KOALA, 496 participants aged 4 through 17 years were analyzed.", "age-mismatch", "note"),
        ("In KOALA, 496 participants aged 4 through 65 years were analyzed.", "age-mismatch", "error"),
        ("In KOALA, 555 participants aged 4 through 17 years took part.", "age-mismatch", "error"),
    ],
)
def test_what_is_rounded_said_of_some_or_a_year_away_by_its_words_is_no_error(
    sentence: str, rule: str, severity: str
) -> None:
    said = check_article("articles/a.md", PARTED + sentence + "\n", settings_from({}, today="2026-06-01")).diagnostics

    assert [severity] == [each.severity for each in said if each.rule == rule]


@pytest.mark.parametrize("status", ["COMPLETED", "ACTIVE_NOT_RECRUITING"])
def test_a_trial_that_was_stopped_may_bear_another_status_for_years(status: str) -> None:
    text = FRONT.replace("COMPLETED", status).replace("was completed in", "had")
    said = check_article("articles/a.md", text + "KOALA was stopped early.\n", settings_from({}, today="2026-06-01"))

    assert [each.severity for each in said.diagnostics if each.rule == "status-mismatch"] == ["warning"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("KOALA enrolled the first patient three weeks early.", []),
        ("The first patients were enrolled in KOALA.", []),
        ("KOALA has enrolled its first patient.", ["error"]),
        ("Acme announced that the first patient was enrolled in KOALA.", ["error"]),
    ],
)
def test_a_trial_that_is_over_once_enrolled_its_first_patient(sentence: str, found: list[str]) -> None:
    text = FRONT.replace("was completed in", "had")
    said = check_article("articles/a.md", text + sentence + "\n", settings_from({}, today="2026-06-01")).diagnostics

    assert found == [each.severity for each in said if each.rule in {"status-mismatch", "unsupported-claim"}]


@pytest.mark.parametrize(
    ("countries", "severity"), [("France, Italy and Sweden", "error"), ("Norway and Sweden", "note")]
)
def test_a_list_with_one_country_that_is_not_the_record_s_is_wrong(countries: str, severity: str) -> None:
    text = "---\ntrials:\n  - {id: NCT09000017, acronym: WREN, countries: [Chile, France, Italy]}\n---\n\n"
    text += f"WREN (NCT09000017) is run in Chile, France and Italy.\n\nHospitals in {countries} take part.\n"
    said = check_article("articles/a.md", text, settings_from({}, today="2026-06-01")).diagnostics

    assert [each.severity for each in said if each.rule == "country-mismatch"] == [severity]


def test_a_trial_whose_last_visit_was_made_may_stay_active() -> None:
    text = "---\ntrials:\n  - id: NCT09000017\n    acronym: KOALA\n    overall_status: ACTIVE_NOT_RECRUITING\n---\n\n"
    text += "The trial NCT09000017 is now complete, after the last visit.\n"
    said = check_article("articles/a.md", text, settings_from({}, today="2026-06-01"))

    assert [each.severity for each in said.diagnostics if each.rule == "status-mismatch"] == ["warning"]


@pytest.mark.parametrize(
    ("sentence", "severity"),
    [("KOALA enrolled 61 people.", "error"), ("The trial enrolled 61 people.", "note")],
)
def test_a_number_of_the_other_record_is_an_error_of_the_trial_that_is_named(sentence: str, severity: str) -> None:
    trials = "".join(
        f"  - {{id: {number}, acronym: {name}, enrollment: {{enrolled: {size}}}}}\n"
        for number, name, size in (("NCT09000004", "KOALA", 790), ("NCT09000017", "WOMBAT", 61))
    )
    text = (
        f"---\ntrials:\n{trials}---\n\nKOALA (NCT09000004) and WOMBAT (NCT09000017) try a patch.\n\nKOALA is over.\n\n"
    )
    said = check_article("articles/a.md", text + f"{sentence}\n", settings_from({}, today="2026-06-01")).diagnostics

    assert [each.severity for each in said if each.rule == "enrollment-mismatch"] == [severity]


@pytest.mark.parametrize(
    ("sentence", "severity"),
    [
        ("In KOALA, 158 patients will be enrolled.", "warning"),
        ("KOALA enrolled 207 patients.", "error"),
    ],
)
def test_a_plan_that_came_true_is_no_error_and_those_screened_are_not_those_enrolled(
    sentence: str, severity: str
) -> None:
    text = FRONT.replace("{enrolled: 158}", "{planned: 150, screened: 207, enrolled: 158}")
    said = check_article("articles/a.md", f"{text}{sentence}\n", settings_from({}, today="2026-06-01"))

    assert [each.severity for each in said.diagnostics if each.rule == "enrollment-mismatch"] == [severity]


@pytest.mark.parametrize(
    ("record", "sentence", "rule"),
    [
        ("phases: [PHASE1]", "WREN was a phase 1/2 study.", "phase-mismatch"),
        ("enrollment: {planned: 5000}", "The trial took in 1,240 people with sore knees.", "enrollment-mismatch"),
    ],
)
def test_what_is_told_in_looser_words_than_a_registry_s_is_no_error(record: str, sentence: str, rule: str) -> None:
    front = "---\ntrials:\n  - id: NCT09000017\n    acronym: WREN\n    overall_status: RECRUITING\n"
    text = f"{front}    {record}\n---\n\nWREN (NCT09000017) is recruiting. {sentence}\n"
    said = check_article("articles/a.md", text, settings_from({}, today="2026-06-01")).diagnostics

    assert "error" not in [each.severity for each in said if each.rule == rule]


@pytest.mark.parametrize(
    ("record", "sentence", "severity"),
    [
        ("enrollment: {enrolled: 1284}", "There, 237 people took part.", "note"),
        ("enrollment: {enrolled: 1284}", "There, 1,248 people took part.", "error"),
        ("enrollment: {enrolled: 1284}", "In WREN, 237 people took part.", "error"),
        ("enrollment: {enrolled: 1284}", "The trial enrolled 237 people.", "error"),
        ("enrollment: {enrolled: 30}", "There, 80 people took part.", "error"),
        ("completion_date: {date: 2027-12-31, type: ESTIMATED}", "It is to run until the end of 2026.", "error"),
        ("sites: 304", "Patients came to 15 hospitals.", "note"),
        ("sites: 304", "It was run at 15 hospitals.", "error"),
        ("sites: 304", "WREN runs at 340 hospitals.", "error"),
        ("start_date: {date: 2021-01, type: ACTUAL}", "Recruitment began in June 2020.", "note"),
        ("start_date: {date: 2021-01, type: ACTUAL}", "WREN began in June 2020.", "error"),
        ("start_date: {date: 2021-01, type: ACTUAL}", "Recruitment began in January 2020.", "error"),
        ("ages: {minimum: 18, maximum: 85}", "People aged 40 to 64 years take part.", "note"),
        ("ages: {minimum: 18, maximum: 85}", "WREN is open to people aged 40 to 64 years.", "error"),
        ("ages: {minimum: 18, maximum: 85}", "People aged 18 to 58 years take part.", "error"),
    ],
)
def test_what_has_next_to_nothing_of_a_fact_is_an_error_of_a_sentence_on_the_trial_alone(
    record: str, sentence: str, severity: str
) -> None:
    front = "---\ntrials:\n  - id: NCT09000017\n    acronym: WREN\n"
    text = f"{front}    {record}\n---\n\nThe registry has it as NCT09000017. {sentence}\n"
    said = check_article("articles/a.md", text, settings_from({}, today="2026-06-01")).diagnostics

    assert [each.severity for each in said if each.rule.endswith("-mismatch")] == [severity]


def test_an_arm_of_whom_a_few_were_not_treated_is_no_error() -> None:
    arms = "arms: [{name: the jab, count: 2138}, {name: placebo, count: 1070}]"
    front = f"---\ntrials:\n  - id: NCT09000017\n    acronym: WREN\n    {arms}\n---\n\n"
    text = f"{front}In WREN (NCT09000017), 2,134 people got the jab and the others placebo.\n"
    said = check_article("articles/a.md", text, settings_from({}, today="2026-06-01")).diagnostics

    assert [each.severity for each in said if each.rule == "arm-size-mismatch"] == ["note"]


def test_a_fact_that_is_told_nowhere_else_is_an_error() -> None:
    text = FRONT.replace("in 158 people ", "") + "In all, 120 patients took part.\n"
    said = check_article("articles/a.md", text, settings_from({}, today="2026-06-01")).diagnostics

    assert ("enrollment-mismatch", "error") in [(each.rule, each.severity) for each in said]


def test_the_place_that_is_right_is_shown() -> None:
    text = FRONT + "In all, 120 patients took part.\n"
    said = check_article("articles/a.md", text, settings_from({}, today="2026-06-01")).diagnostics
    note = next(each for each in said if each.rule == "enrollment-mismatch")

    assert note.message.endswith("its record says 158 enrolled, as the prose does elsewhere.")
    assert [each.message for each in note.related] == [
        "The record says 158 enrolled.",
        'The prose says "158 people" here.',
    ]
    assert note.fix is None


WHOLE = """---
trials:
  - id: NCT09000004
    acronym: KOALA
    phases: [PHASE3]
    overall_status: COMPLETED
    design: {masking: DOUBLE, allocation: RANDOMIZED, ratio: "2:1"}
    enrollment: {enrolled: 240}
    countries: [United States, Poland]
    sites: 12
    ages: {minimum: 18, maximum: 65}
    lead_sponsor: Quillon Therapeutics
    arms:
      - {name: patch, type: EXPERIMENTAL, count: 160}
      - {name: placebo, type: PLACEBO_COMPARATOR, count: 80}
    figures:
      - {name: relapse with the patch, n: 40, of: 160}
      - {name: hazard ratio for relapse, value: 0.62, interval: [0.45, 0.85], p: "0.003"}
    start_date: {date: 2017-06-20, type: ACTUAL}
    completion_date: {date: 2019-03-02, type: ACTUAL}
---

KOALA (NCT09000004) tests a patch.

"""


@pytest.mark.parametrize("trial", ["KOALA", "The trial", "It"])
@pytest.mark.parametrize(
    ("says", "rule"),
    [
        ("is an open-label trial", "masking-mismatch"),
        ("was not randomized", "allocation-mismatch"),
        ("is a Phase 1 trial", "phase-mismatch"),
        ("is recruiting", "status-mismatch"),
        ("was withdrawn", "status-mismatch"),
        ("enrolled 97 people", "enrollment-mismatch"),
        ("was run at 55 hospitals", "site-count-mismatch"),
        ("was run in Chile", "country-mismatch"),
        ("was run in Chile and Peru", "country-mismatch"),
        ("began in November 2012", "date-mismatch"),
        ("ended in November 2023", "date-mismatch"),
        ("took people aged 2 to 11 years", "age-mismatch"),
        ("assigned people 1:1 to the patch or placebo", "ratio-mismatch"),
        ("was sponsored by Pfizer", "sponsor-mismatch"),
        ("has 3 arms", "arm-size-mismatch"),
        ("had a hazard ratio for relapse of 0.31 (95% CI 0.45 to 0.85)", "figure-mismatch"),
    ],
)
def test_what_a_sentence_on_the_trial_gets_plainly_wrong_fails_a_run(trial: str, says: str, rule: str) -> None:
    said = check_article("articles/a.md", f"{WHOLE}{trial} {says}.\n", settings_from({}, today="2026-06-01"))

    assert (rule, "error") in {(each.rule, each.severity) for each in said.diagnostics}


def test_fewer_people_may_be_those_of_a_part_that_the_prose_names() -> None:
    assert ("enrollment-mismatch", "error") in found("In KOALA, 120 patients took part.")
    assert ("enrollment-mismatch", "error") not in found("KOALA-B was small. In KOALA, 120 patients took part.")


def test_a_trial_without_an_acronym_has_no_part_by_its_name() -> None:
    front = FRONT.replace("    acronym: KOALA\n", "").replace("KOALA (NCT09000004), a", "This trial (NCT09000004), a")
    text = f"{front}The trial NCT09000004 enrolled 96 people.\n"
    said = check_article("articles/a.md", text, settings_from({}, today="2026-06-01")).diagnostics

    assert "internal-error" not in {each.rule for each in said}
    assert ("enrollment-mismatch", "error") in {(each.rule, each.severity) for each in said}


TERMINATED = (
    FRONT.replace("COMPLETED", "TERMINATED")
    .replace("    sites", "    completion_date: {date: 2022-03-03, type: ACTUAL}\n    sites")
    .replace("was completed in", "had")
)


@pytest.mark.parametrize(
    ("sentence", "severity"),
    [
        ("The trial had to be halted in March 2021.", "note"),
        ("The trial was terminated in March 2021.", "error"),
        ("The trial was halted in May 2022.", "error"),
    ],
)
def test_a_halt_before_the_last_visit_of_a_terminated_trial_is_no_error(sentence: str, severity: str) -> None:
    said = check_article("articles/a.md", f"{TERMINATED}{sentence}\n", settings_from({}, today="2026-06-01"))

    assert [each.severity for each in said.diagnostics if each.rule == "date-mismatch"] == [severity]
