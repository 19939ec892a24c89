"""Sentences that differ from a record in two things and agree with it in nothing that tells are on another trial."""

from __future__ import annotations

from checker.engine.article import check_article
from checker.settings import Settings

FRONT = """---
title: A
trials:
  - id: NCT09000160
    acronym: ALDER
    phases: [PHASE3]
    design: {masking: DOUBLE}
    enrollment: {randomized: 850}
    countries: [Spain]
---

ALDER (NCT09000160) is a double-blind phase 3 trial in 850 people in Spain.

"""


def rules(sentence: str) -> set[str]:
    """The rules of claims that a sentence in an article on a Spanish double-blind trial sets off, but for notes."""
    found = check_article("articles/a.md", FRONT + sentence + "\n", Settings(today="2026-06-01", select=("claim",)))
    return {each.rule for each in found.diagnostics if each.severity != "note"}


def test_two_things_that_differ_are_another_trials() -> None:
    assert set() == rules("In Denmark the tablets are given open-label.")


def test_one_thing_that_differs_is_a_mistake() -> None:
    assert {"masking-mismatch"} == rules("In Spain the tablets are given open-label to those 850 people in the trial.")


def test_a_sentence_that_names_the_trial_is_on_it() -> None:
    assert {"country-mismatch", "masking-mismatch"} == rules("ALDER is an open-label trial in Denmark.")
