"""Facts that a prose tells nowhere, beside words that may be meant for them: notes, for somebody to look at."""

from __future__ import annotations

import pytest

from checker.claims.beside import beside
from checker.claims.slips import slips
from checker.claims.untold import untold
from checker.config import settings_from
from checker.engine.article import check_article
from checker.reading import read
from checker.settings import Settings

RECORD = """\
---
title: A patch for sore knees
trials:
  - id: NCT09000004
    acronym: KOALA
    overall_status: COMPLETED
    phases: [PHASE2]
    design: {masking: DOUBLE, allocation: RANDOMIZED}
    enrollment: {enrolled: 158}
    arms:
      - {name: patch, count: 79}
      - {name: plain tape, count: 68}
      - {name: nothing, count: 11}
    figures:
      - {name: pain score with the patch, value: 57.5, unit: points}
      - {name: pain score with plain tape, value: 48.1, unit: points}
      - {name: odds ratio for a fall, value: 0.84, interval: [0.66, 1.08], p: "0.17"}
    start_date: {date: 2018-06-25, type: ACTUAL}
    sites: 17
---

"""
TOLD = "KOALA (NCT09000004) tried a patch for sore knees.\n\n"


def hinted(prose: str) -> list[tuple[str, str | None]]:
    article = read("a.md", RECORD + TOLD + prose + "\n", Settings(today="2026-06-01"))
    return [(article.text[claim.span.start : claim.span.end], claim.fact_value) for claim in article.once(untold)]


@pytest.mark.parametrize(
    ("prose", "words", "fact"),
    [
        ("In a phase 3 trial the patch did well.", "phase 3", "PHASE2"),
        ("In an open-label trial the patch did well.", "open-label", "DOUBLE"),
        ("Between 25 July 2018 and May 2019, 158 people were enrolled.", "25 July 2018", "2018-06-25"),
    ],
)
def test_what_may_be_meant_for_a_fact_that_is_told_nowhere_is_found(prose: str, words: str, fact: str) -> None:
    assert (words, fact) in hinted(prose)


@pytest.mark.parametrize(
    "prose",
    [
        "KOALA is a phase 2 trial. In a phase 3 trial the patch did well.",
        "In another phase 3 trial the patch did well.",
        "A second study, of phase 3, is to come.",
        "An earlier open-label trial was small.",
        "An open-label, long-term extension study goes on.",
        "A pilot study and a phase 3 trial of the patch have been done.",
        "Studies of other joints, among them KOALA 2 in Canada and an open-label one in Peru, are under way.",
        "Whether there will be a phase 3 trial is not clear.",
        "It rests on the phase 1 and 3 studies conducted before.",
        "After it comes a phase 3 programme, which could begin next year.",
        "Between June 2018 and May 2019, 158 people were enrolled.",
    ],
)
def test_what_is_told_doubted_or_of_another_study_is_none(prose: str) -> None:
    assert hinted(prose) == []


@pytest.mark.parametrize(
    ("prose", "found"),
    [
        ("KOALA took in 158 people. A sample of 54 people with sore hips was seen twice.", [("54 people", "79")]),
        ("KOALA took in 158 people. A sample of 4 people with sore hips was seen twice.", []),
        ("A sample of 54 people with sore hips was seen twice.", []),
    ],
)
def test_the_one_count_that_is_told_nowhere_may_be_the_nearest_that_no_record_has(
    prose: str, found: list[tuple[str, str]]
) -> None:
    record = RECORD.replace("      - {name: plain tape, count: 68}\n      - {name: nothing, count: 11}\n", "")
    article = read("a.md", record + TOLD + prose + "\n", Settings(today="2026-06-01"))

    assert found == [
        (article.text[claim.span.start : claim.span.end], claim.fact_value)
        for claim in article.once(untold)
        if claim.found.kind == "arm_size"
    ]


RATIO = "KOALA did well (odds ratio for a fall 0.84, 95% CI 0.66 to 1.08, p=0.17), and the patch cut falls by "


@pytest.mark.parametrize(
    ("prose", "found"),
    [
        (RATIO + "61% in the trial.", [("61%", "0.84")]),
        (RATIO + "62% in the trial.", []),
        (RATIO + "about 61% in the trial.", []),
        (RATIO + "6.1% in the trial.", [("6.1%", "0.84")]),
        (RATIO + "106% in the trial.", []),
    ],
)
def test_the_digits_of_a_result_in_another_order_may_be_that_result(prose: str, found: list[tuple[str, str]]) -> None:
    assert found == hinted(prose)


def test_what_the_bound_of_a_ratio_leaves_of_all_is_no_result() -> None:
    bound = "      - {name: lower bound of the odds ratio for a fall, value: 0.66}\n    start_date"
    record = RECORD.replace("    start_date", bound, 1)
    article = read("a.md", record + TOLD + RATIO + "4.3% in the trial.\n", Settings(today="2026-06-01"))

    assert not [claim for claim in article.once(untold) if claim.found.kind == "percentage"]


def test_a_count_that_is_another_records_fact_is_no_hint() -> None:
    record = "  - {{id: {}, key: {}, enrollment: {{enrolled: {}}}}}\n"
    front = f"---\ntrials:\n{record.format('NCT09000004', 'one', 161)}{record.format('NCT09000017', 'two', 120)}---\n\n"
    for prose, expected in (
        ("One involved 161 women, the other trial 120 women.", []),
        ("One had 150 women.", ["161"]),
    ):
        article = read("a.md", f"{front}Two trials were found. {prose}\n", Settings(today="2026-06-01"))
        assert expected == [claim.fact_value for claim in article.once(untold)]


def test_each_fact_is_asked_about_once() -> None:
    found = hinted("In a phase 3 trial the patch did well. In a phase 4 trial it did better.")

    assert [fact for _, fact in found if fact == "PHASE2"] == ["PHASE2"]


@pytest.mark.parametrize(
    ("prose", "quote", "value"),
    [
        ("Of those in KOALA 79 wore the patch, 62 plain tape and 11 nothing.", "62", 68),
        ("At the end the pain score was 57.5 with the patch and 43.7 with plain tape.", "43.7", 48.1),
        ("At the end this was the pain score:\n\n- 57.5 with the patch\n- 49.1 with plain tape", "49.1", 48.1),
    ],
)
def test_the_one_strange_number_beside_its_siblings_is_found(prose: str, quote: str, value: float) -> None:
    article = read("a.md", RECORD + TOLD + prose + "\n", Settings(today="2026-06-01"))
    found = [(slip.quote, slip.value) for slip in (*article.once(beside), *article.once(slips))]

    assert (quote, value) in found


def test_a_number_that_two_facts_may_stand_for_is_the_first_ones() -> None:
    groups = "    groups:\n      - {name: men, count: 70}\n      - {name: women, count: 88}\n    figures:\n"
    prose = "In KOALA 79 wore the patch, 62 plain tape and 11 nothing; 88 were women.\n"
    text = RECORD.replace("    figures:\n", groups) + TOLD + prose
    article = read("a.md", text, Settings(today="2026-06-01"))

    assert [slip.name for slip in article.once(beside)] == ["plain tape", "men"]


@pytest.mark.parametrize(
    "prose",
    [
        "Of those in KOALA 79 wore the patch, 68 plain tape and 11 nothing; 62 had been ill before.",
        "Of those in KOALA 79 wore the patch, for 62 days on average, and 43 had been ill before.",
        "In an earlier trial 79 wore the patch and 62 plain tape.",
    ],
)
def test_a_number_is_none_where_all_are_told_or_several_are_strange(prose: str) -> None:
    article = read("a.md", RECORD + TOLD + prose + "\n", Settings(today="2026-06-01"))

    assert [slip.quote for slip in article.once(beside)] == []


@pytest.mark.parametrize(
    ("prose", "rule", "quote"),
    [
        ("The patch was given out by 71 barbers.", "site-count-mismatch", "71"),
        ("In the end 43.9 stood beside 57.5 points.", "figure-mismatch", "43.9"),
    ],
)
def test_a_hint_is_a_note_without_a_correction(prose: str, rule: str, quote: str) -> None:
    found = check_article("a.md", RECORD + TOLD + prose + "\n", settings_from({}, today="2026-06-01")).diagnostics

    notes = [each for each in found if each.rule == rule]
    assert [(each.severity, each.fix, f'"{quote}"' in each.message) for each in notes] == [("note", None, True)]


@pytest.mark.parametrize("acronym", ["KOALA ", " ", "KOALA  "])
def test_white_space_around_an_acronym_makes_no_name_of_several_words(acronym: str) -> None:
    front = f'---\ntrials:\n  - {{id: NCT09000004, acronym: "{acronym}"}}\n---\n\n'
    text = f"{front}The KAOLA trial (NCT09000004) is over.\n"
    said = check_article("articles/a.md", text, settings_from({}, today="2026-06-01")).diagnostics

    assert "internal-error" not in [each.rule for each in said]
