"""A trial is given phases that no trial has at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "error"
fixable = None

SPOKEN = {
    "EARLY_PHASE1": "early Phase 1",
    "PHASE1": "Phase 1",
    "PHASE2": "Phase 2",
    "PHASE3": "Phase 3",
    "PHASE4": "Phase 4",
    "NA": "“not applicable”",
}
LADDER = list(SPOKEN)[:-1]
COMBINED = ({"EARLY_PHASE1", "PHASE1"}, {"PHASE1", "PHASE2"}, {"PHASE2", "PHASE3"})
"""The pairs that ClinicalTrials.gov knows; the first one is ours, for want of proof against it."""


def check(article: Article) -> Iterator[Finding]:
    for trial in article.trials:
        phases = set(trial.phases or ()) & SPOKEN.keys()
        if trial.study_type != "OBSERVATIONAL" and not are_possible(phases, (trial.id or "").startswith("NCT")):
            named = [words for phase, words in SPOKEN.items() if phase in phases]
            yield Finding(
                article.value_at(*trial.at, "phases"),
                f"{trial.label} is given {', '.join(named[:-1])} and {named[-1]}, which no trial is at once.",
                "Give the phase as the registry has it: one, or two neighbours such as Phase 1 and Phase 2.",
                trial=trial.label,
                pointer=(*trial.at, "phases"),
            )


def are_possible(phases: set[str], on_clinicaltrials_gov: bool) -> bool:
    """Whether one trial can have all these phases.

    Other registries than ClinicalTrials.gov also combine Phase 3 with 4, and three phases in a row.
    """
    if len(phases) < 2:
        return True
    if "NA" in phases:
        return False
    if on_clinicaltrials_gov:
        return phases in COMBINED
    steps = sorted(LADDER.index(phase) for phase in phases)
    return steps[-1] - steps[0] == len(steps) - 1
