"""The registry was last asked about a trial too long ago."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.dates import days_after, spoken
from checker.rule import Finding
from checker.rules.registry._held import record_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "warning"
fixable = None


ASKED = "NCT"
"""The numbers that are asked for; the records of other registries are as old as their copies."""


def check(article: Article) -> Iterator[Finding]:
    """One finding an article: where the snapshot is old, one trial tells of all."""
    oldest = min(_too_old(article), default=None)
    if oldest is not None:
        day, index = oldest
        trial = article.trials[index]
        yield Finding(
            article.value_at(*trial.at, "id"),
            f"The registry was last asked about {trial.label} on {spoken(day)}, "
            f"more than {article.settings.max_age} days ago.",
            "Run `checker registry update` and commit the snapshot.",
            trial=trial.label,
            pointer=(*trial.at, "id"),
        )


def _too_old(article: Article) -> Iterator[tuple[str, int]]:
    def good(day: str) -> bool:
        last_good_day = days_after(day, article.settings.max_age)
        return not last_good_day or not article.has_passed(last_good_day)

    for index, trial in enumerate(article.trials):
        record = record_of(article, trial.id)
        day = record.looked_up if record else None
        if record is None or article.registry is None or day is None or good(day):
            continue
        if not record.id.startswith(ASKED):
            yield day, index
        elif (fetched := article.registry.fetched_unless(good)) is not None:
            yield max(day, fetched), index
