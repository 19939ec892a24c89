"""A confidence interval has its larger bound first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.estimates import prose_analyses
from checker.rule import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "error"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    for sentence, found in article.once(prose_analyses):
        for interval in (analysis.interval for analysis in found):
            if interval.low.value > interval.high.value:
                low, high = (sentence.text[bound.start : bound.end] for bound in (interval.low, interval.high))
                yield Finding(
                    sentence.locate(interval.start, interval.end),
                    f"The confidence interval runs backwards, from {low} to {high}.",
                    help="Put the smaller number first, or correct the one that was mistyped.",
                    # Many write the bounds of a fall by their size: "a fall of 3.6 (CI -2.1 to -5.1)".
                    severity="warning" if interval.low.value < 0 else None,
                )
    yield from _of_records(article)


def _of_records(article: Article) -> Iterator[Finding]:
    """The figures of the records whose interval has its larger bound first."""
    for trial in article.trials:
        for index, figure in enumerate(trial.figures):
            low, high = figure.interval or (0.0, 0.0)
            if low > high:
                at = (*trial.at, "figures", index, "interval")
                yield Finding(
                    article.value_at(*at),
                    f"The interval of this figure runs backwards, from {low:g} to {high:g}.",
                    help="Put the smaller number first, or correct the one that was mistyped.",
                    pointer=at,
                    trial=trial.label,
                    severity="warning" if low < 0 else None,
                )
