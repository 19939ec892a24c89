"""A date is marked as actual, but lies after the day on which the facts were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.dates import spoken
from checker.rule import Elsewhere, Finding
from checker.rules.record._dates import day_of_reading, disorders, is_too_late, milestones, when

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.facts import Trial
    from checker.rules.record._dates import Milestone
    from checker.text import Pointer, Span

severity = "error"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    for trial in article.trials:
        # A date that is out of order has its own finding.
        suspects = {suspect for suspect, _ in disorders(trial)}
        actual = [found for found in milestones(trial) if found.type == "ACTUAL" and found not in suspects]
        read = day_of_reading(trial)
        late = [found for found in actual if is_too_late(trial, found)]
        if read and len(late) > 1:
            yield read_too_early(article, trial, read, late)
        elif read and late:
            why = f"but its facts were read earlier, {when(read)}"
            yield one_too_late(article, trial, late[0], why, article.value_at(*as_of(trial)))
        else:
            for found in actual:
                if article.is_to_come(found.date):
                    yield one_too_late(article, trial, found, "but is still to come")


def read_too_early(article: Article, trial: Trial, read: str, late: list[Milestone]) -> Finding:
    """Several dates lie after the day of reading: then that day is the likelier mistake."""
    return Finding(
        article.value_at(*as_of(trial)),
        f"The facts of {trial.label} were read {when(read)}, before {len(late)} dates that they mark as actual.",
        "Give the day on which the facts were really read, or correct the dates.",
        related=tuple(
            Elsewhere(
                article.value_at(*found.at, "date"), f"The {found.name}, {spoken(found.date)}, is marked as actual."
            )
            for found in late
        ),
        trial=trial.label,
        pointer=as_of(trial),
    )


def one_too_late(article: Article, trial: Trial, found: Milestone, why: str, read_at: Span | None = None) -> Finding:
    return Finding(
        article.value_at(*found.at, "date"),
        f"The {found.name} of {trial.label}, {spoken(found.date)}, is marked as actual, {why}.",
        "Correct the date, or mark it as estimated if it was still a plan.",
        related=(Elsewhere(read_at, "The day of reading stands here."),) if read_at else (),
        trial=trial.label,
        pointer=(*found.at, "date"),
    )


def as_of(trial: Trial) -> Pointer:
    return (*trial.at, "as_of")
