"""What a record states, fact by fact, as text that can be compared with what another record of the trial states."""

from collections.abc import Iterator
from typing import NamedTuple

from checker import dates
from checker.facts import Trial
from checker.text import Pointer

ROLES = ("planned", "screened", "enrolled", "randomized", "treated", "completed")
"""The roles that have one number a trial; how many were analyzed depends on the analysis."""

BLINDED = frozenset({"DOUBLE", "TRIPLE", "QUADRUPLE"})
"""Registries count the blinded parties differently from one version to the next; an article says "double-blind"."""


class Stated(NamedTuple):
    """One fact: its name in a reader's words, its route of keys inside the record, and its value as text."""

    name: str
    pointer: Pointer
    value: str


def stated(trial: Trial) -> Iterator[Stated]:
    """The facts of a record of which a trial has one each, those that are missing left out.

    Lists whose order says nothing (phases, countries) are sorted.
    """
    yield from _text("status", ("overall_status",), trial.overall_status)
    yield from _text("study type", ("study_type",), trial.study_type)
    yield from _list("phases", ("phases",), trial.phases)
    for part in ("allocation", "intervention_model", "masking", "ratio"):
        yield from _text(part.replace("_", " "), ("design", part), getattr(trial.design, part))
    for role in ROLES:
        yield from _text(f"number {role}", ("enrollment", role), getattr(trial.enrollment, role))
    for which in ("start_date", "primary_completion_date", "completion_date"):
        if date := getattr(trial, which):
            yield from _text(which.replace("_", " "), (which, "date"), date.date)
            yield from _text(f"type of the {which.replace('_', ' ')}", (which, "type"), date.type)
    yield from _list("countries", ("countries",), trial.countries)
    yield from _text("number of sites", ("sites",), trial.sites)
    if trial.ages:
        yield from _text("lowest age", ("ages", "minimum"), trial.ages.minimum)
        yield from _text("highest age", ("ages", "maximum"), trial.ages.maximum)
    yield from _text("sponsor", ("lead_sponsor",), trial.lead_sponsor)


def differ(name: str, one: str, other: str) -> bool:
    """Whether two values of the fact of that name cannot both be right.

    Dates are held against each other at their common precision; double, triple and quadruple masking agree.
    """
    if name.endswith("date") and dates.is_date(one) and dates.is_date(other):
        return dates.is_before(one, other) or dates.is_before(other, one)
    if name == "masking" and {one, other} <= BLINDED:
        return False
    return one.casefold() != other.casefold()


def _text(name: str, pointer: Pointer, value: str | float | None) -> Iterator[Stated]:
    if value is not None:
        words = " ".join(f"{value:g}".split() if isinstance(value, float) else str(value).split())
        yield Stated(name, pointer, words)


def _list(name: str, pointer: Pointer, values: tuple[str, ...] | None) -> Iterator[Stated]:
    if values:
        yield Stated(name, pointer, ", ".join(sorted(" ".join(value.split()) for value in values)))
