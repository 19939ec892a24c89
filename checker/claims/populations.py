"""The populations of a trial, each of its own ages: "2-12 years" and "13-21 years" of a record that says 2 to 21."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from checker.claims.judging.names import age_range, bounds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.claims.claim import Claim
    from checker.facts import Trial

    Ages = tuple[float | None, float | None]


def side_by_side(claims: tuple[Claim, ...], trials: Iterable[Trial]) -> tuple[Claim, ...]:
    """The claims, those on ages derived that contradict a record one by one and make up its range together.

    Of ages that one sentence names side by side, those inside the record's range are groups of those who take part, as
    are those that adjoin others of the article, and so is what stands beside the record's own: "70 and over (in some
    countries 65)".
    """
    told: dict[str | None, list[str]] = {}
    for claim in claims:
        if _is_wrong_age(claim):
            told.setdefault(claim.trial, []).append(str(claim.found.value))
    if not told:
        return claims
    ranges = {trial.id or trial.key: (trial.ages.minimum, trial.ages.maximum) for trial in trials if trial.ages}
    beside: dict[int, set[object]] = {}
    for claim in claims:
        if claim.found.kind == "age":
            beside.setdefault(claim.sentence, set()).add(claim.found.value)
    agreed = {(claim.sentence, claim.trial) for claim in claims if claim.found.kind == "age" and claim.verdict in HELD}
    derived = {trial.id or trial.key: trial for trial in trials if _make_up(told.get(trial.id or trial.key, ()), trial)}

    groups: dict[str | None, set[Ages]] = {}
    for claim in claims:
        if claim.found.kind == "age":
            groups.setdefault(claim.trial, set()).add(bounds(str(claim.found.value)))

    def of_a_group(claim: Claim) -> bool:
        if (claim.sentence, claim.trial) in agreed:
            return True
        whole = ranges.get(claim.trial)
        if not _is_inside(claim, whole):
            return False
        own = bounds(str(claim.found.value))
        return len(beside[claim.sentence]) > 1 or _with_its_neighbours(own, groups[claim.trial]) == whole

    return tuple(
        claim._replace(verdict="derived", fact=(*whole.at, "ages"), fact_value=_written(whole))
        if _is_wrong_age(claim) and (whole := derived.get(claim.trial))
        else claim._replace(verdict="unsupported", fact=None, fact_value=None)
        if _is_wrong_age(claim) and of_a_group(claim)
        else claim
        for claim in claims
    )


HELD = ("supported", "derived")


def _is_wrong_age(claim: Claim) -> bool:
    return claim.found.kind == "age" and claim.verdict == "contradicted"


def _is_inside(claim: Claim, ages: Ages | None) -> bool:
    """Whether the ages of a claim are some of those that a record allows."""
    lowest, highest = bounds(str(claim.found.value))
    least, most = ages or (None, None)
    if lowest is not None and highest is not None and lowest > highest:
        return False
    return (least is None or (lowest is not None and lowest >= least)) and (
        most is None or (highest is not None and highest <= most)
    )


def _with_its_neighbours(ages: Ages, groups: Iterable[Ages]) -> Ages:
    """A group of ages with those that begin where it ends, or end where it begins: "4 to 11" and "12 or older"."""
    lowest, highest = ages
    for low, high in sorted(groups, key=lambda group: group[0] or 0):
        if highest is not None and low is not None and 0 <= low - highest <= 1:
            highest = high
    for low, high in sorted(groups, key=lambda group: -(group[1] or 0)):
        if lowest is not None and high is not None and 0 <= lowest - high <= 1:
            lowest = low
    return lowest, highest


def _make_up(told: Iterable[str], trial: Trial) -> bool:
    """Whether ranges of ages adjoin, and reach from the lowest age of a record to the highest."""
    ranges = sorted({each for each in map(age_range, told) if each is not None})
    if len(ranges) < 2 or trial.ages is None:
        return False
    if not all(0 <= after[0] - before[1] <= 1 for before, after in pairwise(ranges)):
        return False
    return (ranges[0][0], ranges[-1][1]) == (trial.ages.minimum, trial.ages.maximum)


def _written(trial: Trial) -> str:
    return f"{trial.ages.minimum:g}-{trial.ages.maximum:g}" if trial.ages else ""
