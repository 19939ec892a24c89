"""The verdict on a claim: what the record of its trial says to it.

Only "contradicted" may become an error, so it is given only where the record has one number, word or date for what the
claim speaks of, and the claim another. What the record does not hold is "unsupported".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.judging import dates, design, figures, groups, names, people, places, statuses
from checker.claims.judging.held import UNSUPPORTED, Case, Held
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.article import Article
    from checker.claims.claim import Found
    from checker.facts import Trial

JUDGES: dict[str, Callable[[Case], Held]] = {
    "registry_id": names.registry_id,
    "phase": design.phase,
    "enrollment": people.enrollment,
    "arm_size": groups.arm_size,
    "subgroup_size": groups.subgroup_size,
    "sites": places.sites,
    "countries_count": places.countries_count,
    "countries": names.countries,
    "arms": places.arms,
    "status": statuses.status,
    "start_date": dates.trial_date,
    "primary_completion_date": dates.trial_date,
    "completion_date": dates.trial_date,
    "results_date": dates.results_date,
    "masking": design.masking,
    "allocation": design.allocation,
    "intervention_model": design.intervention_model,
    "control": design.control,
    "randomization_ratio": design.randomization_ratio,
    "acronym": names.acronym,
    "sponsor": names.sponsor,
    "intervention": names.intervention,
    "age": names.age,
    "percentage": figures.percentage,
    "p_value": figures.p_value,
    "hazard_ratio": figures.estimate,
    "odds_ratio": figures.estimate,
    "risk_ratio": figures.estimate,
    "mean_change": figures.estimate,
    "confidence_interval": figures.interval,
}
"""Who judges which kind; a kind that is not here (a dose, a duration) has no fact in a record."""


def judge(found: Found, trial: Trial | None, article: Article, text: str = "") -> Held:
    """The verdict on a claim, with the route of keys of the fact that decides it, and that fact as text.

    `trial` is the record that the claim is about. `text` is the claim's sentence; without it, numbers count as precise
    as their value shows, and no result is called wrong. A claim whose trial has no record here is unsupported; what is
    bound to no trial is not asked about. What the writer doubts is never contradicted; what "officially" is so may be.
    """
    judge_kind = JUDGES.get(found.kind)
    if trial is None or judge_kind is None:
        return UNSUPPORTED
    held = judge_kind(Case(found, trial, article, text))
    if held.verdict == "contradicted" and found.hedged and not ON_PAPER.search(text, 0, found.start):
        return UNSUPPORTED
    return held


ON_PAPER = pattern(r"\b(?:[Oo]fficially|[Oo]n paper)\b[^.;]{0,40}$")
"""Words for doubt in what a registry says, which the registry can be asked about nonetheless."""
