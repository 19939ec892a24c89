"""A date of the front matter is in no calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.dates import PARTIAL_DATE, is_date, spoken
from checker.rule import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from checker.article import Article
    from checker.text import Pointer

severity = "error"
fixable = None

EACH = "*"
ROUTES: tuple[tuple[str, ...], ...] = (
    ("date",),
    ("lastmod",),
    ("medical_reviewer", "date"),
    ("corrections", EACH, "date"),
    ("trials", EACH, "start_date", "date"),
    ("trials", EACH, "primary_completion_date", "date"),
    ("trials", EACH, "completion_date", "date"),
    ("trials", EACH, "as_of"),
)


def check(article: Article) -> Iterator[Finding]:
    if article.front is None:
        return
    # What the schema refused has its own finding, at the same place.
    refused = {mismatch.pointer for mismatch in article.mismatches}
    labels = {trial.at: trial.label for trial in article.trials}
    for route in ROUTES:
        for pointer, date in values(article.front.data, route):
            if PARTIAL_DATE.fullmatch(date) and not is_date(date) and pointer not in refused:
                yield Finding(
                    article.value_at(*pointer),
                    f"The calendar has no {date}: {reason(date)}.",
                    "Give the date as the source has it.",
                    trial=labels.get(pointer[:2]),
                    pointer=pointer,
                )


def values(part: Any, route: tuple[str, ...], so_far: Pointer = ()) -> Iterator[tuple[Pointer, str]]:
    """The texts at the end of a route of keys, each with its pointer; EACH stands for every item of a list."""
    if not route:
        if isinstance(part, str):
            yield so_far, part
    elif route[0] == EACH:
        for index, item in enumerate(part if isinstance(part, list) else ()):
            yield from values(item, route[1:], (*so_far, index))
    elif isinstance(part, dict) and route[0] in part:
        yield from values(part[route[0]], route[1:], (*so_far, route[0]))


def reason(date: str) -> str:
    """Why a date of the right shape is in no calendar."""
    if not is_date(date[:4]):
        return "there is no year 0"
    if not is_date(date[:7]):
        return f"there is no month {int(date[5:7])}"
    return f"{spoken(date[:7])} has no day {int(date[8:])}"
