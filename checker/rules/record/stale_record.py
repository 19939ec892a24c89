"""The facts of a trial that has not ended were read too long ago."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.dates import days_after, last_day
from checker.rule import Finding
from checker.rules.record._dates import day_of_reading, when

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "warning"
fixable = None

OVER = frozenset({"COMPLETED", "TERMINATED", "WITHDRAWN", "WITHHELD", "NO_LONGER_AVAILABLE", "APPROVED_FOR_MARKETING"})


def check(article: Article) -> Iterator[Finding]:
    days = article.settings.max_age
    for trial in article.trials:
        read = day_of_reading(trial)
        if read is None or trial.overall_status is None or trial.overall_status in OVER:
            continue
        last_good_day = days_after(last_day(read), days)
        if last_good_day and article.has_passed(last_good_day):
            yield Finding(
                article.value_at(*trial.at, "as_of"),
                f"The facts of {trial.label} were read {when(read)}, more than {days} days ago, "
                "and the trial had not ended by then.",
                "Read the registry again, bring the facts and the prose up to date, and give the new day of reading.",
                trial=trial.label,
                pointer=(*trial.at, "as_of"),
            )
