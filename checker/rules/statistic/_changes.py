"""Values before and after, and the change that the same sentence states of them."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from checker.article import Article
from checker.claims.estimates import half_unit, stands_for
from checker.claims.numbers import Number, prose_numbers, qualifier
from checker.claims.sentences import Sentence
from checker.pattern import pattern

FALLS = (
    r"drop(?:s|ped|ping)?|falls?|fell|fallen|falling|declin(?:e|ed|es|ing)|decreas(?:e|ed|es|ing)|reduc(?:tion|ed|es)|"
    r"loss|lost|down|shr[aiu]nk|saving|slid|slump(?:ed)?|lower(?:ed)?|cut"
)
RISES = (
    r"ris(?:e|es|en|ing)|rose|increas(?:e|ed|es|ing)|gain(?:s|ed)?|jump(?:ed)?|up|climb(?:ed|s)?|grew|grown|growth|"
    r"improvement|improved|raised|swing|change|changed|difference"
)

UNIT = r"[\s-]?(?P<unit>points?|weeks?|days?|months?|years?|hours?|minutes?|seconds?|kg|mm|cm|mg|g|ml|letters?|times)\b"

BESIDE = r"(?:[^\d.;]{0,25}\s\d{1,3}(?=[,\s]))?[^\d.;]{0,40}?"
"""What may stand behind the second value: when it was measured ("at week 24") and a few words."""


class Change(NamedTuple):
    """The numbers of "from 20.1 to 13.8, a drop of 6.3": before, after and the change that is stated."""

    before: Number
    after: Number
    stated: Number


def changes(text: str, found: Sequence[Number]) -> Iterator[Change]:
    """The changes of a sentence that are stated right beside their two values, in their unit or in percent.

    What may have been adjusted, averaged person by person or compared with another group is left out: such a change
    need not be the difference of the two values.
    """
    if "from " not in text or is_adjusted(text) or _averaged().search(text):
        return
    for before, after, index in pairs(text, found):
        stated = _stated_behind(text, found, after, index) or _stated_ahead(text, found, before)
        if stated and _fits(text, before, after, stated):
            yield Change(before, after, stated)


def pairs(text: str, found: Sequence[Number]) -> Iterator[tuple[Number, Number, int]]:
    """The numbers of each "from 20.1 (at baseline) to 13.8", and the index of the second."""
    for index, before in enumerate(found):
        if not _is_value(before) or not _from().search(text, max(0, before.start - 6), before.start):
            continue
        for later in range(index + 1, min(index + 3, len(found))):
            after = found[later]
            if _is_value(after) and _to().fullmatch(text, before.end, after.start):
                yield before, after, later
                break


def difference(change: Change) -> tuple[float, float]:
    """The least and the greatest difference that two printed values may have."""
    halves = half_unit(change.before) + half_unit(change.after)
    distance = abs(float(change.after.value) - float(change.before.value))
    return max(distance - halves, 0), distance + halves


def relative(change: Change) -> tuple[float, float]:
    """The same in percent of the first value; an empty range where that may be zero."""
    low, high = difference(change)
    least, most = (abs(bound) for bound in stands_for(change.before))
    least, most = min(least, most), max(least, most)
    if float(change.before.value) == 0 or least == 0:
        return 1, 0
    return 100 * low / most, 100 * high / least


def agrees(stated: Number, span: tuple[float, float]) -> bool:
    """Whether a printed number may stand for a value within a span."""
    value, half = abs(float(stated.value)), half_unit(stated) + 1e-9
    return span[0] - half <= value <= span[1] + half


def neighbours(article: Article) -> Iterator[tuple[Sentence | None, Sequence[Number], Sentence, Sequence[Number]]]:
    """Each sentence with a number, with the sentence right before it in its block, where that has numbers too."""
    last: tuple[Sentence, Sequence[Number]] | None = None
    for sentence, found in article.once(prose_numbers):
        near = (
            last and last[0].block is sentence.block and not sentence.block.prose[last[0].end : sentence.start].strip()
        )
        yield (last[0], last[1], sentence, found) if last and near else (None, (), sentence, found)
        last = sentence, found


def unit_of(text: str, number: Number) -> str:
    """The unit behind a number ("point", "day"), "%" of percentages, or nothing."""
    if number.kind in ("percent", "points"):
        return "%"
    unit = _unit().match(text, number.end)
    return unit.group("unit").removesuffix("s") if unit else ""


def _is_value(number: Number) -> bool:
    return number.plain and number.kind in ("", "percent") and number.parts is None


def is_adjusted(text: str) -> bool:
    """Whether a sentence speaks of a model, so that its differences need not be those of the numbers it prints."""
    lower = text.lower()
    return any(stem in lower for stem in MODELLING) and _adjusted().search(text) is not None


MODELLING = (
    *("adjust", "model", "least", "ls mean", "ls-mean", "placebo-", "regress", "weighted", "standardi", "imput", "α"),
    *(
        "covaria",
        "geometric",
        "extrapolat",
        "estimat",
        "expect",
        "anticipat",
        "assum",
        "hypothes",
        "postulat",
        "powered",
    ),
    *("sample size", "standard deviation", "detect", "significance level"),
)
"""Of these any sentence holds one that does; a cheap test before a dear one."""


@cache
def _adjusted() -> re.Pattern[str]:
    return pattern(
        r"\b(?:adjust|model|least[- ]squares?|LS[ -]mean|placebo-(?:corrected|subtracted)|regress|weighted|"
        r"standardi[sz]ed|imput|"
        r"covaria|geometric|extrapolat|estimat|expect|anticipat|assum|hypothes|postulat|powered|sample size|"
        r"standard deviation|detect|significance level)|α",
        re.IGNORECASE,
    )


@cache
def _averaged() -> re.Pattern[str]:
    return pattern(
        r"\bmedian\b|\b(?:mean|average)\s(?:change|drop|fall|rise|gain|decrease|increase|reduction|improvement|difference)|"
        r"\b(?:relative to|compared (?:with|to)|versus|vs|more than|less than|ranging)\b",
        re.IGNORECASE,
    )


@cache
def _means() -> re.Pattern[str]:
    return pattern(r"\b(?:means?|averages?)\b", re.IGNORECASE)


@cache
def _from() -> re.Pattern[str]:
    return pattern(r"\bfrom\s$")


@cache
def _to() -> re.Pattern[str]:
    return pattern(r"[^.;:()]{0,60}?\bto\s")


@cache
def _unit() -> re.Pattern[str]:
    return pattern(UNIT)


@cache
def _until_noun() -> re.Pattern[str]:
    """What stands between the second value and a change stated as "a drop of 6.3"."""
    return pattern(
        rf"{BESIDE}(?:[,;:(–—]|\s-)\s?(?:[a-z.]{{1,8}}\s){{0,2}}(?:an?|the)\s(?:[a-z]{{1,12}}\s)?"
        rf"(?:{FALLS}|{RISES})\s(?:of|by)\s(?:a\s)?|{BESIDE}(?:[,;:(–—]|\s-)\s?(?:down|up)\s(?:by\s)?",
    )


@cache
def _until_number() -> re.Pattern[str]:
    """What stands between the second value and a change stated as "a 6.3-point drop"."""
    return pattern(rf"{BESIDE}(?:[,;:(–—]|\s-)\s?(?:[a-z.]{{1,8}}\s){{0,2}}an?\s")


@cache
def _noun_behind() -> re.Pattern[str]:
    return pattern(rf"(?:[\s-](?:percentage-)?(?:[a-z]{{1,10}}))?(?:\s[a-z]{{1,12}})?\s(?:{FALLS}|{RISES})\b")


@cache
def _noun_ahead() -> re.Pattern[str]:
    return pattern(rf"\b(?:{FALLS}|{RISES})\s(?:of\s|by\s)?$")


@cache
def _until_from() -> re.Pattern[str]:
    return pattern(rf"(?:[\s-][a-z]{{1,10}})?(?:\s(?:{FALLS}|{RISES}))?[,:]?\s\(?from\s")


def _stated_behind(text: str, found: Sequence[Number], after: Number, index: int) -> Number | None:
    stated = next((number for number in found[index + 1 : index + 3] if number.plain), None)
    if stated is None or stated.start - after.end > 80:
        return None
    if _until_noun().fullmatch(text, after.end, stated.start):
        return stated
    if _until_number().fullmatch(text, after.end, stated.start) and _noun_behind().match(text, stated.end):
        return stated
    return None


def _stated_ahead(text: str, found: Sequence[Number], before: Number) -> Number | None:
    """The change of "fell by 6.3 points, from 20.1 to 13.8"."""
    stated = next((number for number in reversed(found) if number.end < before.start), None)
    if stated is None or not _until_from().fullmatch(text, stated.end, before.start):
        return None
    return stated if _noun_ahead().search(text, max(0, stated.start - 24), stated.start) else None


def _fits(text: str, before: Number, after: Number, stated: Number) -> bool:
    """Whether the three may be held against each other: exact, plain and of one unit, or the change in percent."""
    if not stated.plain or stated.kind not in ("", "percent", "points") or stated.parts:
        return False
    if qualifier(text, stated) != "exact" or any(qualifier(text, value) != "exact" for value in (before, after)):
        return False
    if (before.kind == "percent") != (after.kind == "percent"):
        return False
    units = {unit for unit in (unit_of(text, before), unit_of(text, after)) if unit}
    own = unit_of(text, stated)
    if own == "%":
        if units != {"%"} and _means().search(text):
            # A mean of changes in percent is not the change of two means.
            return False
        return stated.kind == "percent" or units == {"%"}
    return (
        own != "time"
        and len(units) <= 1
        and (not own or not units or own in units or (units == {"%"} and own == "point"))
    )
