"""Counts of people in sentences: in which role, of whom, and which are no trial's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker.claims.kinds import people
from checker.claims.kinds._others import OTHERS
from checker.claims.said import Said
from checker.claims.sentences import prose_sentences
from checker.reading import read
from checker.settings import Settings

if TYPE_CHECKING:
    from checker.claims.claim import Found
    from checker.claims.grammar import Pattern

RECORD = "---\ntitle: x\nslug: x\ntype: news\ndate: 2024-01-01\n{}---\n\n{}\n"


def claims(text: str, record: str = "") -> list[Found]:
    article = read("x.md", RECORD.format(record, text), Settings(today="2026-06-01"))
    found: list[Found] = []
    for index, sentence in enumerate(article.once(prose_sentences)):
        found += people.find(Said(sentence, article, index=index))
    return found


def quotes(text: str, pattern: str) -> list[str]:
    return [text[claim.start : claim.end] for claim in claims(text) if claim.pattern == pattern]


@pytest.mark.parametrize("pattern", people.PATTERNS, ids=lambda pattern: pattern.name)
def test_a_pattern_finds_its_examples(pattern: Pattern) -> None:
    for example in pattern.finds:
        text = example.replace("«", "").replace("»", "")
        assert [example.split("«")[1].split("»")[0]] == quotes(text, pattern.name), example


@pytest.mark.parametrize("pattern", people.PATTERNS, ids=lambda pattern: pattern.name)
def test_a_pattern_passes_what_it_does_not_mean(pattern: Pattern) -> None:
    for example in pattern.passes:
        assert [] == quotes(example, pattern.name), example


@pytest.mark.parametrize("pattern", OTHERS, ids=lambda pattern: pattern.name)
def test_what_is_no_count_of_a_trial_is_passed(pattern: Pattern) -> None:
    for example in pattern.finds:
        text = example.replace("«", "").replace("»", "")
        start = example.index("«")
        assert [] == [claim for claim in claims(text) if claim.start <= start < claim.end], example
    for example in pattern.passes:
        assert claims(example), example


TABLE = "| | {} | {} |\n|---|---|---|\n| Participants | 194 | 192 |\n"
ARMS = "trials:\n  - id: NCT04770285\n    arms:\n      - name: CT-152\n      - name: Sham app\n"


def test_the_columns_of_a_table_are_arms_where_their_heads_name_arms() -> None:
    found = claims(TABLE.format("CT-152", "Sham app"), ARMS)

    assert [("arm_size", 194, "ct-152"), ("arm_size", 192, "sham app")] == [
        (claim.kind, claim.value, claim.of) for claim in found
    ]


def test_a_column_that_may_be_anything_is_left_alone() -> None:
    assert [] == claims(TABLE.format("Seoul", "Busan"), ARMS)


def test_a_table_of_two_columns_gives_the_number_of_the_trial() -> None:
    found = claims("| | Facts |\n|---|---|\n| Participants (target) | 232 |\n| Groups | 3 |\n", ARMS)

    assert [("enrollment", 232, "planned"), ("arms", 3, "")] == [
        (claim.kind, claim.value, claim.role) for claim in found
    ]


PLANNED = "trials:\n  - id: NCT04770285\n    enrollment: {planned: 64}\n"


@pytest.mark.parametrize(
    ("text", "record", "role"),
    [
        ("It was tried out in 64 patients.", "", "enrolled"),
        ("The study is in 64 patients.", PLANNED, "planned"),
        ("An earlier trial was in 64 patients.", PLANNED, "enrolled"),
        ("In all, 64 patients were vaccinated.", "", "enrolled"),
        ("In all, 64 patients received at least one dose.", "", "treated"),
    ],
)
def test_the_record_decides_what_the_words_leave_open(text: str, record: str, role: str) -> None:
    assert [(64, role)] == [(claim.value, claim.role) for claim in claims(text, record)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We assigned 302 patients to a drug (n=151) or placebo (n=151).", [151, 151]),
        ("Sixty got the drug and 62 placebo.", [60, 62]),
        ("There were 74 patients on 40 mg, 73 on 20 mg, 37 on placebo.", [74, 73, 37]),
        ("At 6 months, 14 patients in the control group and 29 in the other had relapsed.", []),
        ("The trial randomised 423 patients (212 to the drug and 211 to placebo).", [212, 211]),
    ],
)
def test_arms_are_told_from_those_of_an_arm_to_whom_something_happened(text: str, expected: list[int]) -> None:
    assert expected == [claim.value for claim in claims(text) if claim.kind == "arm_size"]


@pytest.mark.parametrize(
    "text",
    [
        "A rash was seen in four patients.",
        "Two patients vomited.",
        "The disease kills 9,000 people a year.",
        "She was one of two sisters who fell ill.",
        "Adults of 18 to 65 may join.",
        "The app was downloaded by 200,000 people.",
    ],
)
def test_people_who_are_not_a_trials_whole_are_no_enrollment(text: str) -> None:
    assert [] == [claim for claim in claims(text) if claim.kind == "enrollment"]
