"""The last medical review lies further back than the settings allow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import dates
from checker.rule import Finding
from checker.rules.metadata._types import concerns

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.article import Article

severity = "warning"
fixable = None
options: dict[str, object] = {"types": [], "months": 24}


def check(article: Article, options: Mapping[str, object]) -> Iterator[Finding]:
    reviewer = article.facts.medical_reviewer
    months = options["months"]
    if not concerns(article, options) or not isinstance(months, int) or months < 1:
        return
    reviewed = ((reviewer and reviewer.date) or "")[:10]
    if not dates.is_date(reviewed):
        return
    due = months_after(dates.last_day(reviewed), months)
    if due and article.has_passed(due):
        yield Finding(
            article.value_at("medical_reviewer", "date"),
            f"The last medical review was on {dates.spoken(reviewed)}, more than {months} months ago.",
            "Have the article reviewed again, and give the date of the new review.",
            pointer=("medical_reviewer", "date"),
        )


def months_after(day: str, months: int) -> str | None:
    """The day (`yyyy-mm-dd`) so many months later; the last of its month where that is shorter; None past year 9999."""
    year, month = divmod(int(day[:4]) * 12 + int(day[5:7]) - 1 + months, 12)
    if year > 9999:
        return None
    there = f"{year:04}-{month + 1:02}"
    return min(f"{there}-{day[8:]}", dates.last_day(there))
