"""The counts of a record: who may not outnumber whom."""

from typing import NamedTuple

from checker.article import Article
from checker.facts import Trial
from checker.rules.record._order import out_of_order

NO_COUNT = 99_999_999
"""What ClinicalTrials.gov writes where it knows no count."""

FLOW = ("screened", "enrolled", "randomized", "treated", "completed")
"""The roles through which people pass: nobody reaches a later one who was not in the one before."""

WHO = {
    "planned": "planned",
    "screened": "screened",
    "enrolled": "enrolled",
    "randomized": "randomized",
    "treated": "treated",
    "completed": "who completed it",
    "analyzed": "analyzed",
}


class Count(NamedTuple):
    """How many people, in which role."""

    role: str
    people: int


def counts(trial: Trial, roles: tuple[str, ...]) -> list[Count]:
    """The counts that the record gives in these roles, in their order."""
    given = ((role, getattr(trial.enrollment, role)) for role in roles)
    return [Count(role, people) for role, people in given if people is not None and people != NO_COUNT]


def is_written(article: Article, trial: Trial, role: str) -> bool:
    """Whether the front matter gives this role at all, even a value that is no number."""
    return bool(article.front and article.front.find((*trial.at, "enrollment", role)))


def disorders(trial: Trial) -> list[tuple[Count, Count]]:
    """Neighbours in the flow of people of which the later is the larger, as pairs (the suspect, the other one)."""
    return out_of_order(counts(trial, FLOW), lambda one, other: other.people > one.people)


def phrase(count: Count) -> str:
    """A count as a reader says it: "1,204 people randomized"."""
    return f"{count.people:,} {'person' if count.people == 1 else 'people'} {WHO[count.role]}"
