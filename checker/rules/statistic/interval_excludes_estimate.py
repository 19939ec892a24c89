"""An estimate lies outside its own confidence interval."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.estimates import prose_analyses
from checker.rule import Elsewhere, Finding
from checker.rules.statistic._intervals import excludes_its_estimate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

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
