"""The numbers of people of a record, and whether a claim's number is one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.judging.held import MOST, Case, Fact, fits
from checker.claims.numbers import numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

ROLES = ("planned", "screened", "enrolled", "randomized", "treated", "completed", "analyzed")


def roles(case: Case) -> Iterator[tuple[str, Fact]]:
    for role in ROLES:
        count = getattr(case.trial.enrollment, role)
        if count is not None:
            yield role, Fact(case.at("enrollment", role), count, role)


def arm_counts(case: Case) -> Iterator[Fact]:
    for index, arm in enumerate(case.trial.arms[:MOST]):
        if arm.count is not None:
            yield Fact(case.at("arms", index, "count"), arm.count, arm.name or "")


def group_counts(case: Case) -> Iterator[Fact]:
    for index, group in enumerate(case.trial.groups[:MOST]):
        if group.count is not None:
            yield Fact(case.at("groups", index, "count"), group.count, group.name or "")


def shares(case: Case) -> Iterator[Fact]:
    for index, figure in enumerate(case.trial.figures[:MOST]):
        if figure.n is not None:
            yield Fact(case.at("figures", index, "n"), figure.n, figure.name or "")


def tallies(case: Case) -> Iterator[Fact]:
    """The figures without a unit, which may count people: "deaths with placebo, 58"."""
    for index, figure in enumerate(case.trial.figures[:MOST]):
        if figure.value is not None and not figure.unit:
            yield Fact(case.at("figures", index, "value"), figure.value, figure.name or "")


def wholes(case: Case) -> Iterator[Fact]:
    for index, figure in enumerate(case.trial.figures[:MOST]):
        if figure.of is not None:
            yield Fact(case.at("figures", index, "of"), figure.of, figure.name or "")


def parts(case: Case) -> Iterator[Fact]:
    """The numbers of people in arms, groups and figures."""
    yield from arm_counts(case)
    yield from group_counts(case)
    yield from shares(case)
    yield from wholes(case)


def fits_claim(case: Case, fact: Fact) -> bool:
    """Whether a claim's number, as it is stated, stands for a fact."""
    value = case.found.value
    return isinstance(value, int | float) and fits(case.qualifier, value, fact.value)


def says_it_too(case: Case, fact: Fact) -> bool:
    """Whether the sentence of a count has the record's number as well: the count is then of something else."""
    return any(
        number.value == fact.value and number.plain and not number.kind and not number.ranged
        for number in numbers(case.around)
    )
