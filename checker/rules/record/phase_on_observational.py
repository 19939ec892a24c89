"""An observational study is given a phase."""

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
        if trial.study_type == "OBSERVATIONAL" and any(phase != "NA" for phase in trial.phases or ()):
            yield Finding(
                article.value_at(*trial.at, "phases"),
                f"{trial.label} is an observational study, and only trials of an intervention have a phase.",
                "Remove the phase, or correct the type of study.",
                related=(Elsewhere(article.value_at(*trial.at, "study_type"), "The type of study stands here."),),
                trial=trial.label,
                pointer=(*trial.at, "phases"),
            )
