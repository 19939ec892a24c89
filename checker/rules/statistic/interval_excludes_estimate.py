"""An estimate lies outside its own confidence interval."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.estimates import prose_analyses
from checker.rule import Elsewhere, Finding
from checker.rules.statistic._intervals import excludes_its_estimate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.facts import Figure

severity = "error"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    for sentence, found in article.once(prose_analyses):
        for analysis in found:
            estimate, interval = analysis.estimate, analysis.interval
            if estimate and excludes_its_estimate(analysis):
                value, bounds = (sentence.text[part.start : part.end] for part in (estimate.number, interval))
                yield Finding(
                    sentence.locate(estimate.number.start, estimate.number.end),
                    f"The estimate {value} lies outside its own confidence interval, {bounds}.",
                    help="Correct the estimate or the interval.",
                    related=(Elsewhere(sentence.locate(interval.start, interval.end), "The interval stands here."),),
                )
    yield from _of_records(article)


def _of_records(article: Article) -> Iterator[Finding]:
    """The figures of the records whose value lies outside their own interval."""
    for trial in article.trials:
        for index, figure in enumerate(trial.figures):
            at = (*trial.at, "figures", index)
            if figure.value is not None and figure.interval and _is_outside(figure.value, figure):
                low, high = figure.interval
                yield Finding(
                    article.value_at(*at, "value"),
                    f"The value {figure.value:g} lies outside its own interval, {low:g} to {high:g}.",
                    help="Correct the value or the interval.",
                    related=(Elsewhere(article.value_at(*at, "interval"), "The interval stands here."),),
                    pointer=(*at, "value"),
                    trial=trial.label,
                )


def _is_outside(value: float, figure: Figure) -> bool:
    """Whether a value lies outside its interval in either sign, also as what a ratio leaves of 1, on the same scale."""
    low, high = sorted(figure.interval or (0.0, 0.0))
    if any(low <= reading <= high for reading in (value, -value, 1 - value)):
        return False
    least, most = sorted((abs(low), abs(high)))
    return least / 10 <= abs(value) <= 10 * most
