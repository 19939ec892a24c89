"""A trial's status rules out what the record says of its dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.dates import spoken
from checker.rule import Elsewhere, Finding
from checker.rules.record._dates import ENDED, contradicting_status, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.facts import Trial
    from checker.rules.record._dates import Milestone

severity = "error"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    for trial in article.trials:
        found = contradicting_status(article, trial)
        if len(found) == 1:
            yield wrong_date(article, trial, found[0])
        elif found:
            yield wrong_status(article, trial, found)


def wrong_date(article: Article, trial: Trial, found: Milestone) -> Finding:
    key = "type" if found.type else "date"
    return Finding(
        article.value_at(*found.at, key),
        f"{trial.label} is listed as {said(trial.overall_status or '')}, but its {found.name}, {spoken(found.date)}, "
        f"{'is marked as ' + found.type.lower() if found.type else 'lies after the day on which its facts were read'}.",
        "Check the date and the status against the registry and correct the one that is wrong.",
        related=(Elsewhere(article.value_at(*trial.at, "overall_status"), "The status stands here."),),
        trial=trial.label,
        pointer=(*found.at, key),
        # Who stopped early may still follow its participants for a while.
        severity="warning" if trial.overall_status == "TERMINATED" and found.name == "completion" else None,
    )


def wrong_status(article: Article, trial: Trial, found: list[Milestone]) -> Finding:
    """Several dates speak against the status: then the status is the likelier mistake."""
    names = [milestone.name for milestone in found]
    listed = f"{', '.join(names[:-1])} and {names[-1]}"
    return Finding(
        article.value_at(*trial.at, "overall_status"),
        f"{trial.label} is listed as {said(trial.overall_status or '')}, but its {listed} "
        f"{'are still estimates' if trial.overall_status in ENDED else 'are marked as actual'}.",
        "Check the status and the dates against the registry and correct what is wrong.",
        related=tuple(
            Elsewhere(article.value_at(*milestone.at), f"The {milestone.name}, {spoken(milestone.date)}, stands here.")
            for milestone in found
        ),
        trial=trial.label,
        pointer=(*trial.at, "overall_status"),
    )
