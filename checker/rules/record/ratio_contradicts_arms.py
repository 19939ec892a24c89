"""The sizes of the arms do not fit the ratio in which people were randomized."""

from __future__ import annotations

from bisect import bisect_left
from math import exp, lgamma, log
from typing import TYPE_CHECKING

from checker.pattern import pattern
from checker.rule import Elsewhere, Finding
from checker.rules.record._arms import arm_sizes, contradicted_total

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.article import Article

severity = "warning"
fixable = None

LEAST = 0.001
"""Below this probability, sizes are taken to contradict the ratio."""

LEAST_REORDERED = 0.01
"""The same for the likeliest of all other orders: that the arms are listed in another one is unlikely in itself."""

MOST_PEOPLE = 1_000_000
MOST_ARMS = 12

PART = pattern(r"[1-9][0-9]{0,3}")

OVERLAPPING = frozenset({"CROSSOVER", "FACTORIAL", "SEQUENTIAL", "SINGLE_GROUP"})


def check(article: Article) -> Iterator[Finding]:
    for trial in article.trials:
        ratio = parts(trial.design.ratio or "")
        sizes = arm_sizes(article, trial)
        if not sizes or len(sizes) != len(ratio) or not 0 < sum(sizes) <= MOST_PEOPLE:
            continue
        if trial.design.allocation == "NON_RANDOMIZED" or trial.design.intervention_model in OVERLAPPING:
            continue
        # Arms that do not add up have their own finding; one of them is wrong.
        if contradicted_total(article, trial) or not is_contradicted(sizes, ratio):
            continue
        *others, last = (f"{size:,}" for size in sizes)
        yield Finding(
            article.value_at(*trial.at, "design", "ratio"),
            f"The record of {trial.label} says that people were randomized {trial.design.ratio}, "
            f"but the arms have {', '.join(others)} and {last} people.",
            "Check the ratio and the sizes of the arms: chance alone seldom makes them differ so much.",
            related=(Elsewhere(article.key_at(*trial.at, "arms"), "The arms stand here."),),
            trial=trial.label,
            pointer=(*trial.at, "design", "ratio"),
        )


def parts(ratio: str) -> list[int]:
    """The parts of a ratio such as "2:1"; none where it is no ratio of whole numbers, or too long a one."""
    numbers = ratio.split(":")
    if len(numbers) > MOST_ARMS or not all(map(PART.fullmatch, map(str.strip, numbers))):
        return []
    return [int(number) for number in numbers]


def is_contradicted(sizes: Sequence[int], ratio: Sequence[int]) -> bool:
    """Whether sizes contradict a ratio, in the order in which the arms are listed and in the likeliest other one."""
    # The largest part for the largest arm is the likeliest order.
    return chance(sizes, ratio) < LEAST and chance(sorted(sizes), sorted(ratio)) < LEAST_REORDERED


def chance(sizes: Sequence[int], ratio: Sequence[int]) -> float:
    """How likely arms of these sizes, or less likely ones, are under a ratio with as many parts; at most 1.

    Each arm is held against all others by an exact two-sided binomial test; with more than two arms the smallest
    probability is multiplied by their number (Bonferroni).
    """
    people, whole = sum(sizes), sum(ratio)
    pairs = set(zip(sizes, ratio, strict=True))
    tests = len(sizes) if len(sizes) > 2 else 1
    return min(1.0, tests * min(binomial(size, people, part / whole) for size, part in pairs))


def binomial(count: int, people: int, share: float) -> float:
    """The two-sided exact binomial probability of a count among `people`, each counted with probability `share`.

    It adds up all counts that are no likelier than this one (as R's binom.test does). Counts likelier than this one lie
    around the mode, so it walks outwards on both sides and stops where terms no longer matter: the error is below
    1e-6 for a million people.
    """

    def log_probability(k: int) -> float:
        ways = lgamma(people + 1) - lgamma(k + 1) - lgamma(people - k + 1)
        return ways + k * log(share) + (people - k) * log(1 - share)

    def tail(counts: range) -> float:
        total = 0.0
        for k in counts:
            term = exp(log_probability(k))
            if term < 1e-12:
                break
            total += term
        return total

    # Equally likely counts on the other side must not be lost to rounding.
    limit = log_probability(count) + 1e-7
    mode = min(int((people + 1) * share), people)
    lower_end = bisect_left(range(mode + 1), True, key=lambda k: log_probability(k) > limit) - 1
    upper_start = mode + bisect_left(range(mode, people + 1), True, key=lambda k: log_probability(k) <= limit)
    return min(1.0, tail(range(min(lower_end, upper_start - 1), -1, -1)) + tail(range(upper_start, people + 1)))
