"""The dates of a record, and what its status and its own day of reading say of them."""

from typing import NamedTuple

from checker.article import Article
from checker.dates import is_before, is_date, spoken
from checker.facts import Trial
from checker.rules.record._order import out_of_order
from checker.text import Pointer

ENDED = frozenset({"COMPLETED", "TERMINATED"})
RUNNING = frozenset({"RECRUITING", "ENROLLING_BY_INVITATION", "ACTIVE_NOT_RECRUITING"})


class Milestone(NamedTuple):
    """One date of a record that the calendar knows. `name` is what a reader calls it, `at` where its mapping stands."""

    name: str
    date: str
    type: str | None
    at: Pointer


def milestones(trial: Trial) -> list[Milestone]:
    """The start, primary completion and completion of a trial, as far as the record has them, in this order."""
    named = {
        "start_date": ("start", trial.start_date),
        "primary_completion_date": ("primary completion", trial.primary_completion_date),
        "completion_date": ("completion", trial.completion_date),
    }
    return [
        Milestone(name, found.date, found.type, (*trial.at, key))
        for key, (name, found) in named.items()
        if found and found.date and is_date(found.date)
    ]


def day_of_reading(trial: Trial) -> str | None:
    """When the facts were read (`as_of`), if the calendar knows that date."""
    return trial.as_of if trial.as_of and is_date(trial.as_of) else None


def disorders(trial: Trial) -> list[tuple[Milestone, Milestone]]:
    """The dates that contradict each other's order at their common precision, as pairs (the suspect, the other one)."""
    chain = milestones(trial)
    # A middle date that is too vague to contradict either neighbour must not hide that they contradict each other.
    pairs = out_of_order(chain, _backwards) or out_of_order([*chain[:1], *chain[-1:]], _backwards)
    return [
        (other, suspect) if is_too_late(trial, other) and not is_too_late(trial, suspect) else (suspect, other)
        for suspect, other in pairs
    ]


def _backwards(one: Milestone, other: Milestone) -> bool:
    return is_before(other.date, one.date)


def is_too_late(trial: Trial, milestone: Milestone) -> bool:
    """Whether a date is marked as actual and lies after the day on which the facts were read."""
    read = day_of_reading(trial)
    return milestone.type == "ACTUAL" and read is not None and is_before(read, milestone.date)


def contradicting_status(article: Article, trial: Trial) -> list[Milestone]:
    """The dates whose type the status rules out.

    What has ended has no date to come; what has not begun has no date behind it; what still runs has not ended
    (NCI, CTRP rules for study status and dates). UNKNOWN, SUSPENDED and WITHDRAWN records carry dates of either type. A
    date without a type counts as an estimate once it lies after the day on which the facts were read. An actual date
    that lies ahead is wrong whatever the status, and is not among these.
    """
    found = milestones(trial)
    read = day_of_reading(trial)
    if trial.overall_status in ENDED:
        return [
            milestone
            for milestone in found
            if milestone.type == "ESTIMATED"
            or (milestone.type is None and read is not None and is_before(read, milestone.date))
        ]
    if trial.overall_status == "NOT_YET_RECRUITING":
        happened = [milestone for milestone in found if milestone.type == "ACTUAL"]
    elif trial.overall_status in RUNNING:
        happened = [milestone for milestone in found if milestone.type == "ACTUAL" and milestone.name == "completion"]
    else:
        return []
    return [
        milestone
        for milestone in happened
        if not is_too_late(trial, milestone) and not article.is_to_come(milestone.date)
    ]


def when(date: str) -> str:
    """A partial date as the end of a sentence: "on November 5, 2018", "in November 2018"."""
    return f"{'on' if len(date) == 10 else 'in'} {spoken(date)}"


def said(status: str) -> str:
    """A registry status as a reader says it: "active, not recruiting"."""
    return "active, not recruiting" if status == "ACTIVE_NOT_RECRUITING" else status.lower().replace("_", " ")
