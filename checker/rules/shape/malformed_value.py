"""A text of the front matter has not the form that its schema describes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.dates import is_date
from checker.rule import Finding
from checker.rules.shape._words import (
    first_sentence,
    is_form,
    of_keywords,
    owner,
    schema_name,
    trial_label,
    under,
    written,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article, Mismatch

severity = "error"
fixable = None

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def check(article: Article) -> Iterator[Finding]:
    for mismatch in of_keywords(article, "pattern", "format", "minimum", "maximum"):
        if mismatch.keyword in ("minimum", "maximum") and not is_form(mismatch):
            continue
        described = str(mismatch.schema.get("description", ""))
        start = (
            f'{owner(article, mismatch.pointer)} has "{written(article, mismatch)}"{under(article, mismatch.pointer)}, '
        )
        yield Finding(
            article.value_at(*mismatch.pointer),
            f"{start}and {schema_name(mismatch)} asks for another form: {first_sentence(described)}."
            if described
            else f"{start}which has not the form that {schema_name(mismatch)} asks for.",
            _help(mismatch),
            trial=trial_label(article, mismatch.pointer),
            pointer=mismatch.pointer,
        )


def _help(mismatch: Mismatch) -> str:
    text = str(mismatch.value)[:60].strip()
    if "date" in str(mismatch.schema.get("title", "")).lower() or mismatch.expected in ("date", "date-time"):
        dates = dates_meant(text)
        if len(dates) == 1:
            return f"Write {dates[0]}."
        if dates:
            return f"Write {dates[0]} or {dates[1]}, whichever is meant."
    if re.fullmatch(r"\d{1,4}(?:\s*(?::|to|/|-|–|∶)\s*\d{1,4}){1,5}", text) and mismatch.pointer[-1:] == ("ratio",):
        return f'Write "{":".join(re.findall(r"[0-9]+", text))}".'
    return "Write it in that form."


def dates_meant(text: str) -> tuple[str, ...]:
    """The dates that a text may mean: none, one, or two where day and month cannot be told apart."""
    text = text.replace(",", " ").lower()
    if match := re.fullmatch(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?", text):
        return _known(_date(*match.groups()))
    if match := re.fullmatch(r"(\d{4})(\d{2})(\d{2})", text):
        return _known(_date(*match.groups()))
    if match := re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", text):
        one, other, year = match.groups()
        return _known(_date(year, one, other), _date(year, other, one))
    words = text.split()
    months = [word for word in words if word[:3] in MONTHS and word.rstrip(".").isalpha()]
    numbers = [re.sub(r"(?:st|nd|rd|th)$", "", word) for word in words if word[0].isdigit()]
    if len(months) == 1 and len(words) == len(numbers) + 1 and 1 <= len(numbers) <= 2:
        month = str(MONTHS.index(months[0][:3]) + 1)
        years = [number for number in numbers if re.fullmatch(r"\d{4}", number)]
        days = [number for number in numbers if re.fullmatch(r"\d{1,2}", number)]
        if len(years) == 1 and len(days) == len(numbers) - 1:
            return _known(_date(years[0], month, days[0] if days else None))
    return ()


def _date(year: str, month: str, day: str | None) -> str:
    return "-".join((year, month.zfill(2), *([day.zfill(2)] if day else [])))


def _known(*dates: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(date for date in dates if date.isascii() and is_date(date)))
