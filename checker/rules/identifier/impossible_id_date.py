"""The date inside a registration number is in no calendar, or later than the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.dates import is_before, is_date, spoken
from checker.registries import embedded_date, has_possible_date
from checker.rule import Finding
from checker.rules.identifier._numbers import advice, by_value, label, numbers, related, repair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "error"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    for places in by_value(number for number in article.once(numbers) if number.fault in ("date", None)):
        first = places[0]
        message = _message(article, str(first.id))
        if message:
            found = repair(article, first)
            yield Finding(
                first.span,
                message,
                advice(first, found),
                related=related(places, found.cited),
                trial=label(article, first),
                pointer=first.pointer,
            )


def _message(article: Article, number: str) -> str | None:
    date = embedded_date(number)
    if date is None:
        return None if has_possible_date(number) else f"{number} holds a date that no calendar has."
    if not is_date(date):
        what = f"the month {date[5:]}" if len(date) == 7 else f"the date {date}"
        return f"{number} holds {what}, which no calendar has."
    published = article.published
    if published and is_date(published):
        if is_before(published, date):
            return f"{number} was given in {spoken(date[:7])}, but the article is of {spoken(published)}."
    elif article.is_to_come(date):
        return f"{number} holds the date {spoken(date)}, which is still to come."
    return None
