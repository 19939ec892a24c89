"""A trial has ended and the record still has only the planned number of participants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Elsewhere, Finding
from checker.rules.record._counts import counts, is_written
from checker.rules.record._dates import ENDED, contradicting_status, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "warning"
fixable = None

COUNTED = ("screened", "enrolled", "randomized", "treated", "completed", "analyzed")


def check(article: Article) -> Iterator[Finding]:
    for trial in article.trials:
        planned = next(iter(counts(trial, ("planned",))), None)
        if not planned or trial.overall_status not in ENDED:
            continue
        if any(is_written(article, trial, role) for role in COUNTED):
            continue
        # Where the dates speak against the status, the status has its own finding.
        if contradicting_status(article, trial):
            continue
        yield Finding(
            article.value_at(*trial.at, "enrollment", "planned"),
            f"{trial.label} is listed as {said(trial.overall_status)}, but its record has only "
            f"the {planned.people:,} people that were planned, not how many took part.",
            "Add the number of people enrolled, as the registry or the publication gives it.",
            related=(Elsewhere(article.value_at(*trial.at, "overall_status"), "The status stands here."),),
            trial=trial.label,
            pointer=(*trial.at, "enrollment", "planned"),
        )
