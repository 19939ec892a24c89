"""A trial's start, primary completion and completion are not in this order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.dates import is_before, spoken
from checker.rule import Elsewhere, Finding
from checker.rules.record._dates import disorders

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "error"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    for trial in article.trials:
        for suspect, other in disorders(trial):
            order = "before" if is_before(suspect.date, other.date) else "after"
            yield Finding(
                article.value_at(*suspect.at, "date"),
                f"The {suspect.name} of {trial.label}, {spoken(suspect.date)}, lies {order} "
                f"its {other.name}, {spoken(other.date)}.",
                "Check both dates against the registry and correct the one that is wrong.",
                related=(Elsewhere(article.value_at(*other.at, "date"), f"The {other.name} stands here."),),
                trial=trial.label,
                pointer=(*suspect.at, "date"),
            )
