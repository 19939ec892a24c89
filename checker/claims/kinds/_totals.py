"""The number of people of a trial that an article has stated before a sentence: smaller counts are of some of them."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from checker.claims.binding import bind
from checker.claims.kinds._views import counted
from checker.claims.sentences import prose_sentences
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.article import Article
    from checker.claims.claim import Found
    from checker.claims.kinds._views import View
    from checker.claims.said import Said

ROLES = ("planned", "screened", "enrolled", "randomized", "treated", "completed", "analyzed")

WEAK = frozenset(
    (
        *("in people", "people", "got", "gets", "dosed", "treated people", "given to", "tested in", "bare", "assigned"),
        *("of whom a share", "of so many", "whole", "recruitment of", "screened", "apposed", "recruited"),
    )
)
"""Patterns whose words may tell of some of a trial's people as well as of all."""

SHARED = frozenset(("of whom a share", "of so many", "whole"))
SORT = pattern(
    r"\d (?!(?:trial|study|enrol+ed|randomi[sz]ed|included|total|treated|eligible) )[a-z-]{3,}(?:ed|ing|"
    r"ant|ent|ic|ive) [a-z]"
)
"""What tells of a sort of people, and not of all: "63% of the 62 employed participants"."""

POPULATION = pattern(
    r"\b(?!total|study|whole|entire|overall|full|trial|final|treat|the|its|our)[a-z-]{3,} (?:population|subgroup|"
    r"subset|"
    r"extension|substudy|set) (?:included|comprised|consisted of|had|numbered|was|of) (?:only |just |about )?$"
)
"""What names some people of a trial by what they are: "the Asian population included"."""

NEAR = 0.1
"""How far a number in prose may be from the record's, rounded as it may be."""

FEW = 0.5
"""So small a part of those who joined are some of them, and no number with a slip of the pen."""


def is_of_some(said: Said, claim: Found) -> bool:
    """Whether what reads as a trial's number is so much smaller than the trial's own, stated before, that it is of some
    of its people."""
    if claim.kind != "enrollment" or not isinstance(claim.value, int):
        return False
    if not claim.value or _is_recorded(said.article, claim.value):
        return False
    if (
        claim.pattern == "recruited"
        and not said.article.once(_has_joined)
        and SO_FAR.search(said.lower, 0, claim.start)
    ):
        return False
    return _is_smaller(said, claim, claim.value) and _is_of_counted(said, claim)


SO_FAR = pattern(r"\b(?:has|have) (?:so far |already |now |since |to date )?(?:enrol+ed|recruited|signed up) $")
"""What tells how many a trial has by now, of whom its record knows a plan only: "it has so far enrolled 32"."""


def _has_joined(article: Article) -> bool:
    """Whether a record knows how many joined."""
    return any(getattr(trial.enrollment, role) is not None for trial in article.trials for role in ROLES[2:])


def _is_of_counted(said: Said, claim: Found) -> bool:
    """Whether a claim is about a trial of whose people a record has a number: "an earlier trial had 52" is not."""
    binding = bind(said.article, [(said.index, claim)])[0]
    return not said.article.once(_counted).isdisjoint((binding.trial, *binding.also))


def _counted(article: Article) -> frozenset[str]:
    """The trials of whose people the records have a number."""
    return frozenset(
        label
        for trial in article.trials
        if any(getattr(trial.enrollment, role) for role in ROLES)
        for label in (trial.key, trial.id)
        if label
    )


def _is_smaller(said: Said, claim: Found, value: int) -> bool:
    if value == 1 and claim.role != "planned" and max(said.article.once(_sorted_totals)[-1:], default=0) > 1:
        return True
    if claim.pattern not in WEAK:
        return False
    whole = stated(said, claim.start)
    if claim.pattern in SHARED and said.lower.endswith(("those ", "these "), 0, claim.start):
        return value < whole
    if POPULATION.search(said.lower, max(0, claim.start - 60), claim.start):
        return value < whole
    of_a_sort = claim.pattern in SHARED and SORT.search(said.lower, claim.start, claim.end) is not None
    return value < whole and (of_a_sort or value <= FEW * whole)


def sums_up(said: Said, seen: Sequence[View], view: View) -> bool:
    """Whether a count of people and the next, or the last, one make up a trial's: "16 with this and 4 with that"."""
    index = seen.index(view)
    for first, second in ((index - 1, index), (index, index + 1)):
        if first >= 0 and second < len(seen) and seen[first].noun:
            one, other = int(seen[first].number.value), int(seen[second].number.value)
            gap = said.lower[seen[first].end : seen[second].number.start]
            if one and other and _is_recorded(said.article, one + other) and JOINED.search(gap):
                return not (_is_recorded(said.article, one) or _is_recorded(said.article, other))
    return False


JOINED = pattern(r"^[^.;]{0,80}\band (?:an? |the |other |remaining )?$")


def is_recorded(said: Said, view: View) -> bool:
    """Whether a count is a number of people in a record of the article."""
    return _is_recorded(said.article, int(view.number.value))


def is_joined(said: Said, view: View) -> bool:
    """The same for those who joined, or are to join, not those who were looked at."""
    return view.number.value in said.article.once(_sorted_joined)


def totals(said: Said) -> tuple[int, ...]:
    """The numbers of people of the records, without those of arms, the smallest first."""
    return said.article.once(_sorted_totals)


def is_far_below(said: Said, view: View) -> bool:
    """Whether a count is so far below every total of the records that it is of some, in all likelihood."""
    totals = said.article.once(_sorted_totals)
    return bool(totals) and view.number.value < FAR_BELOW * totals[0]


def is_below(said: Said, view: View) -> bool:
    """Whether a count is clearly below every total of the records."""
    totals = said.article.once(_sorted_totals)
    return bool(totals) and view.number.value < BELOW * totals[0]


def is_above(said: Said, view: View) -> bool:
    """Whether a count is above every total of the records: of no trial of the article, or written wrongly."""
    totals = said.article.once(_sorted_totals)
    return bool(totals) and view.number.value > totals[-1]


def is_of_the_world(said: Said, view: View, many: int = 10) -> bool:
    """Whether a count is of people at large, so many times those whom any record screened: "182,000 died of it"."""
    totals = said.article.once(_sorted_totals)
    return bool(totals) and view.number.value > many * totals[-1]


def is_arms(said: Said, view: View) -> bool:
    """Whether a count is that of an arm of a record."""
    return int(view.number.value) in said.article.once(_arms)


def is_groups(said: Said, view: View) -> bool:
    """Whether a count is that of a group of a record, and no arm's or whole trial's."""
    value = int(view.number.value)
    others = said.article.once(_arms) | said.article.once(_totals)
    return value not in others and value in said.article.once(_groups)


def has_no_arms(said: Said) -> bool:
    """Whether a sentence counts nothing that an arm of the records does, which tell how many each has."""
    arms = said.article.once(_arms)
    return len(arms) > 1 and all(number.value not in arms for number in said.numbers)


def is_swapped(said: Said, view: View) -> str:
    """The kind of the number in a record that a count is with its digits in another order: "56" for a trial of 65."""
    value = int(view.number.value)
    if value < LEAST_SWAPPED or _is_recorded(said.article, value) or value in said.article.once(_arms):
        return ""
    return said.article.once(_by_digits).get(_digits(value), "")


LEAST_SWAPPED = 20
FAR_BELOW, BELOW = 0.2, 0.8


def is_sample_before(said: Said, view: View) -> bool:
    """Whether a count that is no total was given before as the "n = 20" of some: those of an arm, mostly."""
    value = int(view.number.value)
    return not _is_recorded(said.article, value) and said.article.once(_samples).get(value, said.index) < said.index


def _samples(article: Article) -> dict[int, int]:
    """The numbers that an article gives as "n = 20", with the index of the sentence that gives each first."""
    found: dict[int, int] = {}
    for index, sentence in enumerate(article.once(prose_sentences)):
        for match in SAMPLE.finditer(sentence.text):
            found.setdefault(int(match[1].replace(",", "")), index)
    return found


SAMPLE = pattern(r"\b[nN] ?= ?(\d[\d,]{0,8})")


def stated(said: Said, start: int) -> int:
    """The largest number of people that the article gives as a record does, in the sentences before or in this one."""
    every = said.article.once(_stated)
    if not 0 <= said.index < len(every):
        return 0
    earlier = every[said.index - 1] if said.index else 0
    here = max((count.value for count in said.article.once(counted)[said.index] if count.mark == "P"), default=0)
    first = next((number.start for number in said.numbers if number.value == here), start)
    return max(earlier, here if first < start and _is_total(said.article, here) else 0)


def _stated(article: Article) -> tuple[int, ...]:
    """For each sentence the largest such number up to its end, since its heading."""
    largest, found = 0, []
    for sentence, counts in zip(article.once(prose_sentences), article.once(counted), strict=True):
        if sentence.block.kind == "heading":
            largest = 0
        totals = (count.value for count in counts if count.mark == "P" and _is_total(article, count.value))
        largest = max(largest, *totals, 0)
        found.append(largest)
    return tuple(found)


def _is_total(article: Article, value: int) -> bool:
    totals = article.once(_sorted_joined)
    index = bisect_left(totals, int(value / (1 + NEAR)) - 1)
    return any(abs(value - total) <= NEAR * total for total in totals[index : index + NEIGHBOURS])


NEIGHBOURS = 4
"""Totals of which one is near enough to a number, if any is: two may be too small by the rounding of where to look."""


def _is_recorded(article: Article, value: int) -> bool:
    return value in article.once(_totals)


def _sorted_totals(article: Article) -> tuple[int, ...]:
    return tuple(sorted(article.once(_totals)))


def _sorted_joined(article: Article) -> tuple[int, ...]:
    """The totals without those who were only looked at, who may be many more."""
    values = (getattr(trial.enrollment, role) for trial in article.trials for role in ROLES if role != "screened")
    return tuple(sorted({value for value in values if value}))


def _by_digits(article: Article) -> dict[str, str]:
    """For the digits of each number of people in the records, in order, whether it is of a trial or of an arm."""
    kinds = {_digits(count): "arm_size" for count in article.once(_arms)}
    return {**kinds, **{_digits(count): "enrollment" for count in article.once(_totals)}}


def _digits(value: int) -> str:
    return "".join(sorted(str(value)))


def _arms(article: Article) -> frozenset[int]:
    return frozenset(arm.count for trial in article.trials for arm in trial.arms if arm.count)


def _groups(article: Article) -> frozenset[int]:
    return frozenset(group.count for trial in article.trials for group in trial.groups if group.count)


def _totals(article: Article) -> frozenset[int]:
    values = (getattr(trial.enrollment, role) for trial in article.trials for role in ROLES)
    return frozenset(value for value in values if value)
