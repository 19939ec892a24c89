"""Whose a number is that is no result: the one result of a record that it is said to be, and is not.

A record seldom holds every result that an article tells, so something of one figure has to stand beside the number: its
interval, all words of its name, or the figure that it is contrasted with.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.claims.digits import is_rearranged
from checker.claims.judging.held import UNSUPPORTED, stems
from checker.claims.judging.precision import agrees, half_of
from checker.claims.numbers import numbers, prose_numbers
from checker.claims.vocabulary import words
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.article import Article
    from checker.claims.claim import Found
    from checker.claims.judging.held import Case, Held
    from checker.claims.judging.results import Result
    from checker.claims.numbers import Number

NEAR, FAR = 60, 90
"""How far from an estimate, in code points, its interval, count or p-value stands, and how far it may stand."""


def wrong(case: Case, alike: list[Result], half: float) -> Held:
    """A number that is no figure: wrong where one figure's interval or all words of its name are beside it."""
    one = owner(case, alike, half)
    return one.held("contradicted") if one else UNSUPPORTED


def owner(case: Case, alike: list[Result], half: float) -> Result | None:
    """The one result that a number is said to be and is not."""
    value = case.found.value
    if not isinstance(value, int | float):
        return None
    owners = _with_its_interval(case, alike, value)
    by_words = not owners
    if by_words:
        alone = _is_alone(case, alike)
        elsewhere = numbers_in(case, 0, case.found.start) + numbers_in(case, case.found.end, len(case.text))
        said = stems(case.around)
        owners = [
            result
            for result in alike
            if (alone or is_rearranged(value, result.value or 0))
            and len(stems(result.name)) > 1
            and stems(result.name) <= said
            and not any(agrees(n.value, result.value, half_of(n), signed=False) for n in elsewhere)
        ]
    elsewhere_too = not owners
    if not owners:
        owners = _contrasted(case, alike) or _missing_in_row(case, alike)
    one = owners[0] if len(owners) == 1 else None
    if one is None or agrees(value, one.value, 2.2 * half, signed=False):
        return None
    return None if by_words and _may_be_another(case, one, value, elsewhere_too=elsewhere_too) else one


def _is_alone(case: Case, alike: list[Result]) -> bool:
    """Whether no other number of a sentence may be meant as well: each of its kind is some result."""
    percent = case.found.kind == "percentage"
    return all(
        any(agrees(n.value, result.value, half_of(n), signed=False) for result in alike)
        for n in numbers_at(case)
        if (n.kind == "percent" if percent else n.decimals and n.kind == "") and n.plain and not n.ranged
    )


def _may_be_another(case: Case, one: Result, value: float, *, elsewhere_too: bool) -> bool:
    """Whether a number is one of other people, or a second one beside the result, which the article tells elsewhere.

    `elsewhere_too` where that the article tells the result elsewhere does not matter, as beside what it goes with.
    """
    if is_rearranged(value, one.value or 0):
        return False
    part = OF_SOME.search(case.text)
    return (part is not None and part.group().lower() not in one.name.lower()) or (
        not elsewhere_too and abs(one.value or 0) in case.article.once(_values)
    )


OF_SOME = pattern(
    r"\b(?:(?:[a-z-]+ )?population|sub-?groups?|subsets?|sub-?stud(?:y|ies)|men|women|fe?males?|boys|girls|post[ -]hoc|"
    r"interim|per[ -]protocol|[a-z/-]*-?(?:na[iï]ve|experienced))\b",
    re.IGNORECASE,
)
"""What says that a result is one of some people, or of an analysis beside the main one."""


def _values(article: Article) -> frozenset[float]:
    """The numbers that the prose of an article tells, without their signs."""
    return frozenset(abs(float(number.value)) for _, found in article.once(prose_numbers) for number in found)


def _with_its_interval(case: Case, alike: list[Result], value: float) -> list[Result]:
    """The results whose interval follows a number, before the interval of any other."""
    behind = [n for n in numbers_in(case, case.found.end, case.found.end + FAR) if n.plain]
    for pair in pairwise(behind):
        owners = [
            result
            for result in alike
            if result.interval
            and all(any(agrees(n.value, bound, half_of(n), signed=False) for n in pair) for bound in result.interval)
        ]
        if owners:
            return owners
        low, high = sorted(abs(n.value) for n in pair)
        if low <= abs(value) <= high and pair[0].decimals == pair[1].decimals:
            return []
    return []


CONTRAST = pattern(r"[^.;:]{0,110}\b(?:and|versus|vs|against|compared (?:with|to)|but|while|or|,)[^.;:]{0,40}")
TREATED = words("drug treatment active treated device app vaccine intervention medicine cell injection")
OF_THEM = 40
"""How far from its number, in code points, stand the words that say whose it is: "4.2 on the drug"."""


def _contrasted(case: Case, alike: list[Result]) -> list[Result]:
    """The results of which a number may be meant that stands beside another one's: "6.3 on the drug, 1.5 on placebo".

    The other number is a result of the same name but for the words that tell the two apart, and these words, or those
    for what is tested, follow both numbers.
    """
    near = [
        number
        for number in numbers_at(case)
        if CONTRAST.fullmatch(
            case.text,
            min(number.end, case.found.end),
            max(number.start, case.found.start),
        )
    ]
    own = _said_behind(case, case.found.end)
    found = []
    for number in near:
        beside = _said_behind(case, number.end)
        for result in alike:
            if not agrees(number.value, result.value, half_of(number), signed=False):
                continue
            for other in alike:
                apart, back = stems(other.name) - stems(result.name), stems(result.name) - stems(other.name)
                alike_words = stems(other.name) & stems(result.name)
                if (
                    len(apart) == len(back) == 1
                    and len(alike_words) > 1
                    and (back & beside and (apart & own or TREATED & own - beside))
                    and not any(agrees(n.value, other.value, half_of(n), signed=False) for n in numbers_at(case))
                    and other not in found
                ):
                    found.append(other)
    return found


ROW = pattern(r"(?: ?%| percent| per cent)?(?:, and |, | and | or )")
"""What stands between the numbers of a row: "16%, 22% and 30%"."""
IN_ROW = 2
"""How many numbers of a row have to be results of one sort, so that one that is none is wrong."""


def _missing_in_row(case: Case, alike: list[Result]) -> list[Result]:
    """The result that a row of numbers lacks, all of which are results of one sort but this one: "16%, 22% and 40%"."""
    others = numbers_at(case)
    before = [number for number in others if number.end <= case.found.start]
    behind = [number for number in others if number.start >= case.found.end]
    beside = [*_row(case, reversed(before)), *_row(case, behind)]
    told = [
        next((r for r in alike if agrees(number.value, r.value, half_of(number), signed=False)), None)
        for number in beside
    ]
    if len(told) < IN_ROW or any(result is None for result in told):
        return []
    names = [stems(result.name) for result in told if result]
    return [
        result
        for result in alike
        if result not in told and all(_are_of_one_sort(stems(result.name), name) for name in names)
    ]


def _row(case: Case, numbers: Iterable[Number]) -> Iterator[Number]:
    """The numbers of a claim's row on one side of it, the nearest first."""
    last: Found | Number = case.found
    for number in numbers:
        if not ROW.fullmatch(case.text, min(last.end, number.end), max(last.start, number.start)):
            return
        yield number
        last = number


def _are_of_one_sort(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two results are of one thing, by their names, but for one word: the dose, the arm, the day."""
    return len(one - other) <= 1 and len(other - one) <= 1 and len(one & other) > 1


def _said_behind(case: Case, end: int) -> frozenset[str]:
    """The words behind a number, also those of a compound: "in placebo-treated patients"."""
    text = case.text[end : end + OF_THEM]
    return stems(text) | stems(text.replace("-", " "))


def numbers_at(case: Case) -> list[Number]:
    """The other numbers of a claim's sentence."""
    return [
        number for number in numbers(case.text) if number.end <= case.found.start or number.start >= case.found.end
    ][:20]


def numbers_in(case: Case, start: int, end: int) -> list[Number]:
    """The numbers of a claim's sentence between two offsets."""
    return [number for number in numbers(case.text) if start <= number.start and number.end <= end]


def estimates(case: Case) -> list[Number]:
    """The numbers right before a claim that may be the estimate it belongs to: no ends of another interval."""
    text, near = case.text, numbers_in(case, case.found.start - NEAR, case.found.start)
    return [
        number
        for number in near
        if not number.ranged
        and not DOSE.match(text, number.end)
        and not IN_A_UNIT.search(text[max(0, number.start - UNIT) : number.start])
    ]


DOSE = pattern(r"[ \u00a0-]?(?:mg|µg|μg|mcg|g|ml|IU)\b")
UNIT = 12
"""Code points before a number in which the beginning of a unit, a name or a level ends."""
IN_A_UNIT = pattern(r"(?:/|[A-Za-z]-?|\bCI |\binterval )$")
"""What stands before a number that belongs to a unit, a name or a level: "/1.73 m2", "Covid-19", "CI 95%"."""


def is_of(number: Number, value: float | None) -> bool:
    """Whether a printed number is a result's value, in either sign; "2" is none for 2.5, however that is rounded."""
    if value is None:
        return False
    near = 20 * half_of(number) < abs(number.value) and agrees(number.value, value, half_of(number), signed=False)
    return near or abs(number.value) == abs(value)
