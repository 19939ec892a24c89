"""The arms of a record and what their counts add up to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rules.record._counts import NO_COUNT, counts, is_written
from checker.rules.record._counts import disorders as flow_disorders

if TYPE_CHECKING:
    from checker.article import Article
    from checker.facts import Trial
    from checker.rules.record._counts import Count

OTHER_SETS = ("planned", "treated", "completed", "analyzed")
"""Other sets of people that an author may have split by arm."""


def arm_sizes(article: Article, trial: Trial) -> list[int] | None:
    """The counts of two or more arms, or None where one of them is missing."""
    written = article.front and article.front.find((*trial.at, "arms"))
    sizes = [arm.count for arm in trial.arms if arm.count is not None and arm.count != NO_COUNT]
    return sizes if written and len(sizes) == len(written.children) > 1 else None


def contradicted_total(article: Article, trial: Trial) -> tuple[int, Count] | None:
    """What the arms of a parallel trial add up to, and the count that contradicts it; None where they agree.

    The count is that of the people randomized, else enrolled, else planned. A sum that equals another set of people is
    none of these, and no contradiction.
    """
    sizes = arm_sizes(article, trial)
    if sizes is None or trial.design.intervention_model != "PARALLEL":
        return None
    total = sum(sizes)
    known = counts(trial, ("randomized", "enrolled", *OTHER_SETS))
    if not known or total in [count.people for count in known if count.role in OTHER_SETS]:
        return None
    measure = known[0]
    if total == measure.people or measure.role not in ("randomized", "enrolled", "planned"):
        return None
    if measure.role == "planned" and any(is_written(article, trial, role) for role in ("randomized", "enrolled")):
        return None
    # A count that contradicts the flow of people has its own finding, and is no measure.
    return None if any(measure in pair for pair in flow_disorders(trial)) else (total, measure)
