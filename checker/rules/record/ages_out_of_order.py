"""The youngest that a trial takes are older than the oldest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Elsewhere, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "error"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    for trial in article.trials:
        youngest, oldest = (trial.ages.minimum, trial.ages.maximum) if trial.ages else (None, None)
        if youngest is not None and oldest is not None and youngest > oldest:
            yield Finding(
                article.value_at(*trial.at, "ages", "minimum"),
                f"{trial.label} takes people from {youngest:g} years on, and none older than {oldest:g}.",
                "Correct the age that is wrong, or let the two change places.",
                related=(Elsewhere(article.value_at(*trial.at, "ages", "maximum"), "The other age stands here."),),
                trial=trial.label,
                pointer=(*trial.at, "ages", "minimum"),
            )
