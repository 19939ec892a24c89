"""Sentences that are about the article's one trial because nearly all that they say of it agrees with its record."""

from __future__ import annotations

import pytest

from checker.claims.ledger import claims
from checker.reading import read
from checker.settings import Settings

RECORD = """\
---
title: A patch for sore knees
trials:
  - id: NCT09000004
    acronym: KNEEL
    study_type: INTERVENTIONAL
    overall_status: ACTIVE_NOT_RECRUITING
    phases: [PHASE3]
    design: {allocation: RANDOMIZED, masking: DOUBLE}
    enrollment: {enrolled: 158}
    sites: 6
    countries: [Norway]
    interventions: [salvemab]
    lead_sponsor: Fjellmed Pharma
---

"""


def contradicted(prose: str) -> list[tuple[str, object]]:
    article = read("a.md", RECORD + prose + "\n", Settings(today="2026-06-01"))
    return [(claim.found.kind, claim.found.value) for claim in article.once(claims) if claim.verdict == "contradicted"]


@pytest.mark.parametrize(
    ("prose", "kind", "value"),
    [
        ("Fjellmed Pharma said its Phase 2 study of salvemab has closed to new patients.", "phase", "2"),
        (
            "KNEEL is a phase 3 trial.\n\nA phase 3 trial in 185 people at six hospitals tests salvemab.",
            "enrollment",
            185,
        ),
        ("KNEEL is a phase 3 trial.\n\nA phase 3 trial in 158 people at sixteen hospitals.", "sites", 16),
        (
            "In phase 3, KNEEL has 158.\n\nFjellmed Pharma closed its phase 2 trial KNEEL, at six hospitals, to all.",
            "phase",
            "2",
        ),
    ],
)
def test_what_differs_in_a_sentence_that_agrees_else_is_contradicted(prose: str, kind: str, value: object) -> None:
    assert (kind, value) in contradicted(prose)


@pytest.mark.parametrize(
    "prose",
    [
        "KNEEL is a phase 3 trial.\n\nIn an earlier phase 2 trial, Fjellmed Pharma tested salvemab in 61 people.",
        "KNEEL is a phase 3 trial.\n\nPatients in phase 1 studies of salvemab, said Fjellmed Pharma, felt well.",
        "Fjellmed Pharma took salvemab from its phase 2 study into a phase 3 trial at six hospitals.",
        "KNEEL is a phase 3 trial.\n\nBased on a phase 2 trial of salvemab in Norway, Fjellmed Pharma went on.",
        "KNEEL has 158 people.\n\nA trial in 61 people tests another patch.",
    ],
)
def test_what_is_said_of_another_study_is_not(prose: str) -> None:
    assert contradicted(prose) == []
