"""A difference between two percentages is given in percent where percentage points are meant."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.pattern import pattern
from checker.rule import Elsewhere, Finding
from checker.rules.statistic._changes import Change, agrees, changes, difference, neighbours, relative
from checker.rules.statistic._rates import compared_rates

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from checker.article import Article
    from checker.claims.numbers import Number
    from checker.claims.sentences import Sentence

severity = "warning"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    for last, earlier, sentence, found in neighbours(article):
        if not any(number.kind == "percent" for number in found):
            continue
        for change in changes(sentence.text, found):
            if change.before.kind == "percent" and "absolute" not in sentence.text and _is_in_points(change):
                yield _finding(sentence, sentence, change)
        if last and (stated := _stated_risk(sentence.text, found)):
            rates = compared_rates(last.text, earlier)
            if rates and _is_in_points(change := Change(*rates, stated)):
                yield _finding(sentence, last, change)


def _finding(sentence: Sentence, source: Sentence, change: Change) -> Finding:
    before, after = (source.text[value.start : value.end] for value in (change.before, change.after))
    stated = change.stated.written.lstrip("-")
    return Finding(
        sentence.locate(change.stated.start, change.stated.end),
        f"The difference between {before} and {after} is {stated} percentage points; "
        f"a change of {stated}% would be a far smaller one.",
        help=f"Write \u201c{stated} percentage points\u201d.",
        related=(Elsewhere(source.locate(change.before.start, change.after.end), "The two percentages stand here."),),
    )


def _is_in_points(change: Change) -> bool:
    """Whether a stated percentage is the difference of two percentages, and not the change in percent of the first."""
    distance = abs(float(change.after.value) - float(change.before.value))
    either = (relative(change), relative(Change(change.after, change.before, change.stated)))
    return (
        change.stated.kind == "percent"
        and change.stated.value > 0
        and abs(float(change.stated.value) - distance) < 1e-6
        and agrees(change.stated, difference(change))
        and not any(agrees(change.stated, span) for span in either)
    )


@cache
def _risk_by() -> re.Pattern[str]:
    return pattern(r"\b(?:risks?|rates?|chances?|share|proportion)\s(?:\w+\s){1,3}by\s$")


def _stated_risk(text: str, found: Sequence[Number]) -> Number | None:
    """The only percentage of a sentence that says by how much a risk went down or up."""
    percentages = [number for number in found if number.kind in ("percent", "points") and number.plain]
    if len(percentages) != 1 or "absolute" in text or "relative" in text:
        return None
    stated = percentages[0]
    return stated if _risk_by().search(text, max(0, stated.start - 60), stated.start) else None
