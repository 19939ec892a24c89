"""The arms of a parallel trial do not add up to the people who were randomized or enrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Elsewhere, Finding
from checker.rules.record._arms import contradicted_total
from checker.rules.record._counts import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "error"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    for trial in article.trials:
        found = contradicted_total(article, trial)
        if found:
            total, count = found
            yield Finding(
                article.key_at(*trial.at, "arms"),
                f"The arms of {trial.label} add up to {total:,}, but it has {phrase(count)}.",
                "Correct the arm or the total that is wrong.",
                related=(Elsewhere(article.value_at(*trial.at, "enrollment", count.role), "The total stands here."),),
                trial=trial.label,
                pointer=(*trial.at, "arms"),
            )
