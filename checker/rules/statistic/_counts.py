"""The counts that an article gives, in its prose and in its records: what a sum or a share may be held against."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from checker.article import Article
from checker.claims.numbers import prose_numbers
from checker.facts import Trial
from checker.text import Pointer

ROLES = ("planned", "screened", "enrolled", "randomized", "treated", "completed", "analyzed")


class Recorded(NamedTuple):
    """A count of a record and the count that it is a part of, with the place of the first."""

    part: int
    whole: int
    pointer: Pointer
    trial: str


def told(article: Article) -> frozenset[int]:
    """Every count of the prose; to be had through `article.once`."""
    return frozenset(_told(article))


def _told(article: Article, *, shares: bool = True) -> Iterator[int]:
    for _, found in article.once(prose_numbers):
        for number in found:
            if number.parts:
                yield from number.parts
            elif number.plain and isinstance(number.value, int) and (shares or number.kind != "percent"):
                yield number.value


def recorded(article: Article) -> frozenset[int]:
    """Every count of people in the records; to be had through `article.once`."""
    return frozenset(value for trial in article.trials for value in _counts(trial))


def is_any_between(article: Article, low: int, high: int | None) -> bool:
    """Whether the prose or a record has a count from `low` to `high` (None: no limit)."""
    counts = article.once(_in_order)
    place = bisect_left(counts, low)
    return place < len(counts) and (high is None or counts[place] <= high)


def _in_order(article: Article) -> list[int]:
    return sorted({*_told(article, shares=False)} | article.once(recorded))


def sizes(article: Article) -> frozenset[int]:
    """The sizes of the trials and their arms, in every role: what may be added up; to be had through `article.once`."""
    return frozenset(count for trial in article.trials for count in _sizes(trial))


def _sizes(trial: Trial) -> Iterator[int]:
    for role in ROLES:
        if (count := getattr(trial.enrollment, role)) is not None:
            yield count
    yield from (arm.count for arm in trial.arms if arm.count is not None)


def _counts(trial: Trial) -> Iterator[int]:
    yield from _sizes(trial)
    yield from (group.count for group in trial.groups if group.count is not None)
    for figure in trial.figures:
        yield from (count for count in (figure.n, figure.of) if count is not None)
        if figure.value is not None and figure.value == int(figure.value):
            yield int(figure.value)


def parts(article: Article) -> dict[int, Recorded]:
    """The counts of the records that are parts of one other count, by count; to be had through `article.once`."""
    found: dict[int, Recorded] = {}
    unsure = set()
    for part in _parts(article):
        if found.setdefault(part.part, part).whole != part.whole:
            unsure.add(part.part)
    return {count: part for count, part in found.items() if count not in unsure}


def _parts(article: Article) -> Iterator[Recorded]:
    for trial in article.trials:
        for index, figure in enumerate(trial.figures):
            if figure.n is not None and figure.of:
                yield Recorded(figure.n, figure.of, (*trial.at, "figures", index), trial.label)
        whole = trial.enrollment.randomized or trial.enrollment.enrolled
        for role in ("treated", "completed", "analyzed"):
            count = getattr(trial.enrollment, role)
            if whole and count is not None and count < whole:
                yield Recorded(count, whole, (*trial.at, "enrollment", role), trial.label)
