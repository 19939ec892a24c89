"""A trial that was withdrawn before its first participant counts participants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Elsewhere, Finding
from checker.rules.record._counts import counts, phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "error"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    for trial in article.trials:
        if trial.overall_status != "WITHDRAWN":
            continue
        roles = ("enrolled", "randomized", "treated", "completed", "analyzed")
        present = [count for count in counts(trial, roles) if count.people > 0]
        if present:
            places = [(*trial.at, "enrollment", count.role) for count in present]
            status = (*trial.at, "overall_status")
            # One count against the status: the count; several: the status.
            here, *there = (places[0], status) if len(places) == 1 else (status, *places)
            yield Finding(
                article.value_at(*here),
                f"{trial.label} is listed as withdrawn, that is before anybody took part, "
                f"but it has {phrase(present[0])}.",
                "Correct the count, or the status: a trial that stops after people have joined is terminated.",
                related=tuple(
                    Elsewhere(
                        article.value_at(*place),
                        "The status stands here." if place == status else "Participants are counted here.",
                    )
                    for place in there
                ),
                trial=trial.label,
                pointer=here,
            )
