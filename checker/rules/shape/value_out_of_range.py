"""A number of the front matter is smaller or larger than its schema allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Finding
from checker.rules.shape._words import is_form, of_keywords, owner, schema_name, trial_label, under, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "error"
fixable = None

BOUNDS = {
    "minimum": "nothing below {}",
    "maximum": "nothing above {}",
    "exclusiveMinimum": "only what is above {}",
    "exclusiveMaximum": "only what is below {}",
    "multipleOf": "only multiples of {}",
}


def check(article: Article) -> Iterator[Finding]:
    for mismatch in of_keywords(article, *BOUNDS):
        if is_form(mismatch):
            continue
        bound = f"{mismatch.expected:,}" if abs(mismatch.expected) >= 10_000 else str(mismatch.expected)
        yield Finding(
            article.value_at(*mismatch.pointer),
            f"{owner(article, mismatch.pointer)} has {written(article, mismatch)}{under(article, mismatch.pointer)}, "
            f"and {schema_name(mismatch)} allows {BOUNDS[mismatch.keyword].format(bound)}.",
            "Take the minus sign away, or give the number as its source has it."
            if mismatch.keyword == "minimum" and mismatch.expected == 0
            else "Give the number as its source has it.",
            trial=trial_label(article, mismatch.pointer),
            pointer=mismatch.pointer,
        )
