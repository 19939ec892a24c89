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
