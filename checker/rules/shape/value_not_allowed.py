"""A value of the front matter is none of those that its schema allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Edit, Finding, Fix
from checker.rules.shape._near import meant_value, phases_in
from checker.rules.shape._words import a_list_of, of_keywords, owner, schema_name, trial_label, under, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "error"
fixable = "unsafe"


def check(article: Article) -> Iterator[Finding]:
    for mismatch in of_keywords(article, "enum", "const"):
        allowed = mismatch.expected if mismatch.keyword == "enum" else [mismatch.expected]
        span = article.value_at(*mismatch.pointer)
        meant = meant_value(mismatch.value, allowed)
        both = () if meant or not isinstance(mismatch.value, str) else phases_in(mismatch.value[:40])
        if meant:
            hint = f"Write {meant}."
        elif both and set(both) <= set(allowed):
            hint = f"Write {both[0]} and {both[1]} as two items of the list."
        else:
            hint = f"Write {a_list_of([_shown(value) for value in allowed])}."
        yield Finding(
            span,
            f'{owner(article, mismatch.pointer)} has "{written(article, mismatch)}"{under(article, mismatch.pointer)}, '
            f"which is not among the values that {schema_name(mismatch)} knows.",
            hint,
            Fix(f"Write {meant}", (Edit(span, meant),)) if meant else None,
            trial=trial_label(article, mismatch.pointer),
            pointer=mismatch.pointer,
        )


def _shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) or value is None else str(value)
