"""More people are counted at a later step of a trial than at an earlier one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Elsewhere, Finding
from checker.rules.record._counts import FLOW, Count, counts, disorders, phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.facts import Trial

severity = "error"
fixable = None

FOLLOWED = frozenset({"treated", "completed"})


def check(article: Article) -> Iterator[Finding]:
    for trial in article.trials:
        for suspect, other in disorders(trial):
            later, earlier = sorted((suspect, other), key=lambda count: FLOW.index(count.role), reverse=True)
            yield Finding(
                article.value_at(*trial.at, "enrollment", suspect.role),
                f"{trial.label} has {phrase(later)}, more than the {phrase(earlier)}.",
                "Correct the count that is wrong.",
                related=(
                    Elsewhere(article.value_at(*trial.at, "enrollment", other.role), "The other count stands here."),
                ),
                trial=trial.label,
                pointer=(*trial.at, "enrollment", suspect.role),
                severity="warning" if is_possible(trial, later) else None,
            )


def is_possible(trial: Trial, later: Count) -> bool:
    """Whether another count leaves room for this one.

    People who never got the treatment can be followed to the end, and a part of a trial may not be randomized.
    """
    return later.role in FOLLOWED and any(
        later.people <= count.people for count in counts(trial, ("enrolled", "randomized"))
    )
