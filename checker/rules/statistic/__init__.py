"""Rules of the family `statistic`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.article import Article

PERCENT = frozenset({"impossible-percent", "percent-for-points", "percent-mismatch", "percent-over-hundred"})
P_VALUE = frozenset({"interval-contradicts-p", "zero-p-value"})
INTERVAL = frozenset({"interval-contradicts-p", "interval-excludes-estimate", "interval-reversed"})
"""Rules that speak only of sentences that hold such a figure."""
RECORDED = frozenset({"percent-mismatch", "percent-over-hundred", "interval-excludes-estimate", "interval-reversed"})
"""Those of them that speak of the records' figures as well."""


def silent(article: Article) -> Iterable[str]:
    """Those on figures that stand nowhere in the prose."""
    from checker.claims.estimates import prose_analyses, prose_p_values
    from checker.claims.numbers import prose_numbers

    recorded = RECORDED if any(trial.figures for trial in article.trials) else frozenset()
    if not any(number.kind == "percent" for _, found in article.once(prose_numbers) for number in found):
        yield from PERCENT - recorded
    if not article.once(prose_p_values):
        yield from P_VALUE
    if not article.once(prose_analyses):
        yield from INTERVAL - recorded
        if not article.once(prose_p_values):
            yield "significance-contradicts-p"
