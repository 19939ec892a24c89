"""Which contradictions need not be wrong, in words that are looser than a registry's: warnings.

What a registry calls completed, writers may call stopped; who has joined so far may stand where a record has the plan.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.claims.certainty import is_slip_of_fact, trial_of
from checker.claims.judging.people import PLANNED
from checker.claims.sentences import prose_sentences
from checker.pattern import pattern

if TYPE_CHECKING:
    from checker.article import Article
    from checker.claims.claim import Claim


def is_loose(article: Article, claim: Claim) -> bool:
    """Whether what a sentence says on a trial need not be wrong, in looser words than a registry's."""
    return (
        _is_an_early_end(claim)
        or _is_a_last_visit(article, claim)
        or _is_a_phase_more(claim)
        or _has_come_true(article, claim)
        or _may_be_a_step(article, claim)
    )


def _is_an_early_end(claim: Claim) -> bool:
    """Whether a trial is said to have been stopped that its record calls completed, or not yet over.

    Registries call trials active that were stopped for benefit or for futility, as long as somebody is followed up,
    and completed from then on.
    """
    stopped = claim.found.kind == "status" and claim.found.value == "TERMINATED"
    return stopped and claim.fact_value in ("COMPLETED", "ACTIVE_NOT_RECRUITING")


LAST = pattern(r"\b(?:last|final) (?:(?:patient|participant|subject|person|study|follow-up)\b|visit)", re.IGNORECASE)
"""Words for the end of a comparison, after which a record may stay active while those who took part go on."""


def _is_a_last_visit(article: Article, claim: Claim) -> bool:
    """Whether a trial is called complete for its last visits: "the last participant completes the trial"."""
    over = claim.found.kind == "status" and claim.found.value == "COMPLETED"
    if not over or claim.fact_value != "ACTIVE_NOT_RECRUITING":
        return False
    return LAST.search(article.once(prose_sentences)[claim.sentence].text) is not None


def _is_a_phase_more(claim: Claim) -> bool:
    """Whether a trial of one phase is called by that and the next: "phase 1/2" of the part that alone is recorded.

    One phase of a combined one is wrong: "Phase 2" of a Phase 1/2 trial tells readers of more than is known.
    """
    if claim.found.kind != "phase":
        return False
    phases = set((claim.fact_value or "").split(", "))
    return phases < {f"PHASE{phase}" for phase in str(claim.found.value).split("/")}


def _may_be_a_step(article: Article, claim: Claim) -> bool:
    """Whether a count below a plan may be of those who have joined so far, where a record does not tell of them.

    "This trial enrolling 4,156 people", of which 15,000 are planned and which goes on.
    """
    if claim.found.kind != "enrollment" or claim.found.role != "planned" or (claim.fact or ("",))[-1] != "planned":
        return False
    trial = trial_of(article, claim)
    planned = (claim.fact_value or "").replace(",", "")
    if trial is None or trial.overall_status in (None, "NOT_YET_RECRUITING") or not planned.isdecimal():
        return False
    text = article.once(prose_sentences)[claim.sentence].text
    said = claim.found.value
    return isinstance(said, int) and said < int(planned) and not PLANNED.search(text) and not is_slip_of_fact(claim)


TAKEN_IN = ("enrolled", "randomized", "treated")
"""The roles of those who were planned for once they are there."""


def _has_come_true(article: Article, claim: Claim) -> bool:
    """Whether a plan that is not the record's is what came of it: "664 will be randomized", as they were in the end."""
    trial = trial_of(article, claim)
    if trial is None or (claim.found.kind, claim.found.role) != ("enrollment", "planned"):
        return False
    return any(getattr(trial.enrollment, role) == claim.found.value for role in TAKEN_IN)
