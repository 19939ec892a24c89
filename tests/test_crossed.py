"""Numbers of two trials that stand in each other's places."""

from __future__ import annotations

import pytest

from checker.engine.article import check_article
from checker.settings import Settings

FRONT = """---
title: A
trials:
  - id: NCT09000160
    acronym: ALDER
    enrollment: {enrolled: 456}
    sites: 46
    figures:
      - {name: odds ratio for walking, value: 1.37}
    start_date: {date: 2019-10, type: ACTUAL}
  - id: NCT09000173
    acronym: BIRCH
    enrollment: {enrolled: 352}
    sites: 31
    figures:
      - {name: odds ratio for walking, value: 1.51}
    start_date: {date: 2021-02, type: ACTUAL}
---

"""


def rules(sentence: str) -> set[str]:
    """The rules of claims that a sentence on two trials sets off, but for notes."""
    found = check_article("articles/a.md", FRONT + sentence + "\n", Settings(today="2026-06-01", select=("claim",)))
    return {each.rule for each in found.diagnostics if each.severity != "note"}


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("ALDER enrolled 352 patients and BIRCH enrolled 456 patients.", "enrollment-mismatch"),
        ("ALDER enrolled 352 patients and BIRCH 456.", "enrollment-mismatch"),
        ("ALDER enrolled 456 patients, BIRCH only 532.", "enrollment-mismatch"),
        ("The BIRCH trial took in 456 people, and the ALDER trial 352 people.", "enrollment-mismatch"),
        ("Both helped (ALDER: OR 1.51; BIRCH: OR 1.37).", "figure-mismatch"),
        ("ALDER was run at 31 sites and BIRCH at 46 sites.", "site-count-mismatch"),
        ("ALDER began in February 2021 and BIRCH began in October 2019.", "date-mismatch"),
    ],
)
def test_two_trials_with_each_others_numbers(sentence: str, rule: str) -> None:
    assert {rule} == rules(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "ALDER enrolled 456 patients and BIRCH enrolled 352 patients.",
        "ALDER enrolled 456 patients and BIRCH 352.",
        "ALDER enrolled 456 patients at 46 sites, and BIRCH 352 at 31.",
        "ALDER enrolled 456 patients with lupus; BIRCH, 352.",
        "ALDER gave 456 patients velozumab 30 mg and BIRCH 60 mg.",
        "Some of the 456 patients of ALDER went on to CEDAR and BIRCH 2, others to Study 352.",
        "ALDER and BIRCH enrolled 456 and 352 patients, respectively.",
        "There were 456 patients in ALDER and 352 patients in BIRCH.",
        "Unlike ALDER, with its 456 patients, BIRCH had 352 patients.",
        "After ALDER, 352 people joined BIRCH, which had fewer than the 456 patients before.",
        "Of those in ALDER, 105 of 456 patients could walk, and in BIRCH 104 of 352 patients.",
    ],
)
def test_two_trials_with_their_own_numbers(sentence: str) -> None:
    assert set() == rules(sentence)
