"""A stated change or gap is not the difference of the two values that stand beside it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.claims.digits import is_rearranged
from checker.claims.estimates import half_unit, prose_analyses, stands_for
from checker.pattern import pattern
from checker.rule import Elsewhere, Finding
from checker.rules.statistic._changes import (
    Change,
    agrees,
    changes,
    difference,
    is_adjusted,
    neighbours,
    pairs,
    relative,
    unit_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.article import Article
    from checker.claims.estimates import Interval
    from checker.claims.numbers import Number
    from checker.claims.sentences import Sentence

severity = "error"
fixable = None

SLACK = 0.15
"""The share by which a gap may differ from that of the printed values: it may come from a model that is not named."""


def check(article: Article) -> Iterator[Finding]:
    for last, earlier, sentence, found in neighbours(article):
        told: set[int] = set()
        for change in changes(sentence.text, found):
            told.add(change.stated.start)
            if not _holds(change):
                yield _finding(sentence, sentence, change, f"from {{}} to {{}} is a change of {_amount(change)}")
        yield from _turned(sentence, found)
        for stated in _gaps(sentence.text, found):
            source, values = _compared(sentence, found, last, earlier, stated)
            if source and stated.start not in told and not _is_gap(article, sentence, values, stated):
                change = Change(*values, stated)
                yield _finding(sentence, source, change, f"{{}} and {{}} are {_amount(change)} apart")


@cache
def _moved() -> re.Pattern[str]:
    return pattern(
        r"\b(?:(?P<down>fell|dropped|declined|decreased|shrank|sank|(?:was|were) (?:reduced|lowered|cut))|"
        r"(?P<up>rose|increased|climbed|grew|jumped|(?:was|were) raised))(?: [a-z]+ly)?(?: on average)?,? from $"
    )


TIMES = ("hour", "day", "week", "month", "year")


@cache
def _lasting() -> re.Pattern[str]:
    return pattern(
        r"\b(?:survival|stay|time|duration|length|delay|age|follow-up|expectancy|days|lasted|recovery|hours)\b"
    )


def _turned(sentence: Sentence, found: Sequence[Number]) -> Iterator[Finding]:
    """ "Fell from 18.2 to 31.1": the values go the other way than the verb."""
    if " from " not in sentence.text:
        return
    for before, after, _ in pairs(sentence.text, found):
        moved = _moved().search(sentence.text, max(0, before.start - 50), before.start)
        one, other = float(before.value), float(after.value)
        if moved is None or one < 0 or other < 0 or before.kind != after.kind or before.spelled or after.spelled:
            continue
        if unit_of(sentence.text, before) not in ("", unit_of(sentence.text, after)) or before.scale != after.scale:
            continue
        if unit_of(sentence.text, after) in TIMES and not _lasting().search(sentence.text[: before.start].lower()):
            continue  # "it fell from 24 to 48 months", when it was measured
        if (other > one) if moved.group("down") else (other < one):
            verb = moved.group("down") or moved.group("up")
            yield Finding(
                sentence.locate(before.start, after.end),
                f'The prose says "{verb}", but {sentence.text[after.start : after.end]} is '
                f"{'more' if other > one else 'less'} than {sentence.text[before.start : before.end]}.",
                help="Correct the verb or one of the two values.",
            )


def _finding(sentence: Sentence, source: Sentence, change: Change, sum_: str) -> Finding:
    stated = sentence.text[change.stated.start : change.stated.end]
    before, after = (source.text[value.start : value.end] for value in (change.before, change.after))
    first, last = sorted((change.before, change.after), key=lambda value: value.start)
    return Finding(
        sentence.locate(change.stated.start, change.stated.end),
        f"The prose says {stated}, but {sum_.format(before, after)}.",
        help="Correct the change or one of the two values.",
        related=(Elsewhere(source.locate(first.start, last.end), "The two values stand here."),),
    )


def _amount(change: Change) -> str:
    """The change of the two values, in percent where that is stated, as precisely as they are printed."""
    distance = abs(float(change.after.value) - float(change.before.value))
    if change.before.kind == "percent":
        return f"{distance:.{_places(change)}f} percentage points"
    if change.stated.kind == "percent":
        return f"{100 * distance / abs(float(change.before.value)):.{change.stated.decimals}f}%"
    return f"{distance:.{_places(change)}f}"


def _places(change: Change) -> int:
    return max(change.before.decimals, change.after.decimals)


def _holds(change: Change) -> bool:
    if change.stated.kind != "percent":
        return agrees(change.stated, difference(change))
    if change.before.kind != "percent":
        span = relative(change)
        return span[0] > span[1] or agrees(change.stated, span)
    # "From 20% to 30%, a 10% rise" has a rule of its own.
    return agrees(change.stated, difference(change)) or agrees(change.stated, relative(change))


# --- gaps between two groups ------------------------------------------------------------------------------------------

NOUNS = r"gap|difference|saving|advantage|margin|lead"


@cache
def _gap_ahead() -> re.Pattern[str]:
    return pattern(rf"\b(?:{NOUNS})(?:\sof|,|:|\swas|\sis)?\s(?:just\s|only\s)?$", re.IGNORECASE)


@cache
def _gap_behind() -> re.Pattern[str]:
    return pattern(
        rf"[\s-](?:points?|days?|weeks?|months?|hours?|minutes?)\s(?:(?:{NOUNS})\b|"
        r"(?:less|more|fewer|lower|higher|longer|shorter|apart)\b(?!\sthan))"
    )


@cache
def _opening() -> re.Pattern[str]:
    """The beginning of a sentence whose gap is that of the sentence before it."""
    return pattern(
        rf"(?:(?:That|This)\s(?:is|was|makes|means|leaves)\s|The\s(?=(?:{NOUNS})\b)|(?=(?:Gap|Difference):)|(?=A\s))"
        r"[^.;]{0,40}$"
    )


@cache
def _listed() -> re.Pattern[str]:
    return pattern(r",?\s(?:and|or)\s")


@cache
def _nouns() -> re.Pattern[str]:
    return pattern(rf"\b(?:{NOUNS})s?\b", re.IGNORECASE)


def _gaps(text: str, found: Sequence[Number]) -> Iterator[Number]:
    for number in found:
        if number.kind not in ("", "percent", "points") or not number.plain or number.spelled or number.ranged:
            continue
        ahead = _gap_ahead().search(text, max(0, number.start - 24), number.start)
        if ahead or _gap_behind().match(text, number.end):
            yield number


def _compared(
    sentence: Sentence, found: Sequence[Number], last: Sentence | None, earlier: Sequence[Number], stated: Number
) -> tuple[Sentence | None, tuple[Number, Number]]:
    """The sentence and the two values that a gap may be of; no sentence where there are not exactly two."""
    nothing = None, (stated, stated)
    if is_adjusted(sentence.text) or (last and is_adjusted(last.text)):
        return nothing
    source: Sentence | None = sentence
    if len(_nouns().findall(sentence.text[: stated.end + 24])) > 1:
        # The values may be differences themselves.
        return nothing
    ahead = [number for number in found if number.end <= stated.start and number.plain]
    if not ahead:
        if not _opening().match(sentence.text[: stated.start]):
            return nothing
        source, ahead = last, list(earlier)
    if source is None:
        return nothing
    if source is sentence and _listed().fullmatch(sentence.text, ahead[-1].end, stated.start):
        return nothing
    unit = unit_of(sentence.text, stated)
    values = [number for number in ahead if _may_be_compared(number, stated)]
    if len(values) != 2 or source.text[values[0].end : values[1].start].count(";"):
        return nothing
    units = {found for found in (unit_of(source.text, value) for value in values) if found}
    if unit and units and units != {unit}:
        return nothing
    if not stated.decimals and not (unit and units and _against().search(source.text, values[0].end, values[1].start)):
        # Whole numbers are counts of anything; only with one unit and a word of comparison are they values.
        return nothing
    return source, (values[0], values[1])


@cache
def _against() -> re.Pattern[str]:
    return pattern(r"\b(?:vs?|versus|against|compared|placebo|control|sham|those|while|whereas|others?)\b")


def _may_be_compared(number: Number, stated: Number) -> bool:
    return (
        number.plain
        and (number.kind == stated.kind or (number.kind == "percent" and stated.kind == "points"))
        and not number.spelled
        and not number.ranged
        and number.decimals == stated.decimals
    )


def _is_gap(article: Article, sentence: Sentence, values: tuple[Number, Number], stated: Number) -> bool:
    """Whether a gap is that of two values, or may be: opposite changes add up, and models differ a little.

    A gap with an interval was estimated, so it is held to the interval too.
    """
    one, other = (float(value.value) for value in values)
    slack = sum(half_unit(number) for number in (*values, stated)) + 1e-9
    size = abs(float(stated.value))
    gaps = (abs(one - other), abs(one + other))
    if any(abs(size - gap) <= max(slack, SLACK * gap) for gap in gaps):
        return True
    interval = _interval_of(article, sentence, stated)
    if interval is None or is_rearranged(size, round(gaps[0], stated.decimals)):
        return False
    low, high = stands_for(interval.low)[0], stands_for(interval.high)[1]
    least, most = 0 if low < 0 < high else min(abs(low), abs(high)), max(abs(low), abs(high))
    return all(least <= value <= most for value in (abs(one - other), size))


def _interval_of(article: Article, sentence: Sentence, stated: Number) -> Interval | None:
    for place, found in article.once(prose_analyses):
        if place == sentence:
            for analysis in found:
                if analysis.estimate and analysis.estimate.number.start == stated.start:
                    return analysis.interval
    return None
