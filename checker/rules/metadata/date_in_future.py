"""A published article carries a date that is still to come, or a record one on which nobody can have read it yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import dates
from checker.rule import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "warning"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    if not article.draft:
        yield from _published(article)
    for trial in article.trials:
        day = (trial.as_of or "")[:10]
        if dates.is_date(day) and article.is_to_come(day):
            yield Finding(
                article.value_at(*trial.at, "as_of"),
                f"The record of {trial.label} says that its facts were read on {dates.spoken(day)}, "
                "which is still to come.",
                "Give the day on which the facts were read.",
                trial=trial.label,
                pointer=(*trial.at, "as_of"),
            )


def _published(article: Article) -> Iterator[Finding]:
    """The first date of the article itself that is still to come."""
    for key, what in (("date", "was first published"), ("lastmod", "was last changed")):
        written = getattr(article.facts, key) or ""
        day = written[:10]
        if dates.is_date(day) and article.is_to_come(day):
            yield Finding(
                article.value_at(key),
                f"The article says that it {what} on {dates.spoken(day)}, which is still to come.",
                "Correct the date, or mark the article as a draft until then.",
                pointer=(key,),
            )
            return
