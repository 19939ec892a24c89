"""A confidence interval and the p-value beside it disagree about whether there is a difference."""

from __future__ import annotations

import re
from math import log
from typing import TYPE_CHECKING

from checker.claims.estimates import prose_analyses, stands_for
from checker.pattern import pattern
from checker.rule import Elsewhere, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.claims.estimates import Analysis, Interval, PValue

severity = "error"
fixable = None

NEAR = (0.045, 0.055)
"""Where interval and p-value may disagree by rounding or by the way they were computed."""

MARGIN = 0.03
"""How far, in widths of the interval, the null value lies beyond a bound before they disagree."""

FAR = 0.25
"""How far beyond a bound it lies where p is below 0.005, so that even a rough "p = 0.1" is at odds with it."""

OTHER_TEST = pattern(
    r"\b(?:(?:one|1)[ -](?:sided|tailed)|non-?inferior|equivalence|interaction|heterogeneity|interim|Bonferroni|"
    r"multiplicity|unadjusted|(?:90|97\.5|98|99|99\.\d+)\s?(?:%|per ?cent))",
    re.IGNORECASE,
)
"""Words by which interval and p-value may answer different questions."""


def check(article: Article) -> Iterator[Finding]:
    for sentence, found in article.once(prose_analyses):
        if not any(analysis.p for analysis in found) or OTHER_TEST.search(sentence.text):
            continue
        for analysis in found:
            p, null = analysis.p, analysis.null
            if p and analysis.estimate and null is not None and _disagree(analysis, p, null):
                bounds, value = (sentence.text[part.start : part.end] for part in (analysis.interval, p))
                leaves = "leaves out" if _excludes(analysis.interval, null) else "includes"
                yield Finding(
                    sentence.locate(p.start, p.end),
                    f"The interval {bounds} {leaves} {null}, which means no difference, but {value} says "
                    + ("that one was not shown." if leaves == "leaves out" else "that there is one."),
                    help="Check both against the source; they may belong to different analyses.",
                    related=(
                        Elsewhere(
                            sentence.locate(analysis.interval.start, analysis.interval.end), "The interval stands here."
                        ),
                    ),
                )


def _disagree(analysis: Analysis, p: PValue, null: int) -> bool:
    interval = analysis.interval
    if interval.level not in (None, 95) or interval.low.value >= interval.high.value:
        return False
    if null == 1 and (interval.low.value <= 0 or interval.low.kind):
        return False
    beyond = _beyond(interval, null)
    least = 0.05 if beyond <= -FAR else NEAR[1]
    return (beyond <= -MARGIN and p.least >= least - 1e-9) or (
        _includes(interval, null) and (p.most <= NEAR[0] + 1e-9 or (p.sign in "<≤" and p.most <= 0.05))
    )


def _excludes(interval: Interval, null: int) -> bool:
    """Whether the interval leaves out the null value, by a margin."""
    return _beyond(interval, null) <= -MARGIN


def _includes(interval: Interval, null: int) -> bool:
    return _beyond(interval, null) >= MARGIN


def _beyond(interval: Interval, null: int) -> float:
    """How far inside the interval the null value lies from the nearer bound, in widths; negative where outside.

    The bounds are taken as printed at their widest (or narrowest) in favour of agreement; ratios are compared as logs.
    """
    low, high = float(interval.low.value), float(interval.high.value)
    halves = tuple(stands_for(bound)[1] - bound.value for bound in (interval.low, interval.high))
    inside = low < null < high
    low, high = (low + halves[0], high - halves[1]) if inside else (low - halves[0], high + halves[1])
    if null == 1:
        if low <= 0 or high <= 0:
            return 0
        low, high, null = log(low), log(high), 0
    if low >= high:
        return 0
    nearer = min(null - low, high - null) / (high - low)
    return max(nearer, 0) if inside else min(nearer, 0)
