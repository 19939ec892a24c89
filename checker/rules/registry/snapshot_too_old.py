"""The registry was last asked about a trial too long ago."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.dates import days_after, is_date, spoken
from checker.rule import Finding
from checker.rules.registry._held import record_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.registered import RegistryRecord

severity = "warning"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    """One finding an article: where the snapshot is old, one trial tells of all."""
    oldest = min(_looked_up(article), default=None)
    if oldest is None:
        return
    day, index = oldest
    last_good_day = days_after(day, article.settings.max_age)
    if last_good_day and article.has_passed(last_good_day):
        trial = article.trials[index]
        yield Finding(
            article.value_at(*trial.at, "id"),
            f"The registry was last asked about {trial.label} on {spoken(day)}, "
            f"more than {article.settings.max_age} days ago.",
            "Run `checker registry update` and commit the snapshot.",
            trial=trial.label,
            pointer=(*trial.at, "id"),
        )


def _looked_up(article: Article) -> Iterator[tuple[str, int]]:
    for index, trial in enumerate(article.trials):
        record = record_of(article, trial.id)
        day = _last_asked(article, record) if record else None
        if day and is_date(day) and len(day) == len("2018-10-20"):
            yield day, index


def _last_asked(article: Article, record: RegistryRecord) -> str | None:
    """The last day on which the registry was asked about a trial, as far as anybody noted it."""
    fetched = article.registry.fetched if article.registry else None
    return max((day for day in (fetched, record.looked_up) if day), default=None)
