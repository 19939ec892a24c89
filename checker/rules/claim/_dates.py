"""Dates that the prose claims of trials, as days that the calendar can be asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.ledger import claims
from checker.dates import is_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.claims.claim import Claim

KINDS = ("start_date", "primary_completion_date", "completion_date", "results_date")
LAST_MONTHS = {"Q1": "03", "Q2": "06", "Q3": "09", "Q4": "12", "H1": "06", "H2": "12"}
FIRST_MONTHS = {"Q1": "01", "Q2": "04", "Q3": "07", "Q4": "10", "H1": "01", "H2": "07"}


def date_claims(article: Article, type_: str) -> Iterator[Claim]:
    """The dates of an article's trials that the prose gives as ACTUAL or as ESTIMATED, bound to a record."""
    if article.front is None:
        return
    for claim in article.once(claims):
        if claim.found.kind in KINDS and claim.found.type == type_ and claim.trial and not claim.found.hedged:
            yield claim


def ends(value: object) -> str | None:
    """The last month (or day, or year) of a date: `2018-Q1` ends with `2018-03`. None where it is no date."""
    return _month(str(value), LAST_MONTHS)


def begins(value: object) -> str | None:
    """The first month (or day, or year) of a date: `2018-H2` begins with `2018-07`. None where it is no date."""
    return _month(str(value), FIRST_MONTHS)


def _month(value: str, months: dict[str, str]) -> str | None:
    year, _, part = value.partition("-")
    date = f"{year}-{months[part]}" if part in months else value
    return date if is_date(date) else None
