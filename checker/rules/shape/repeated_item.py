"""A list of the front matter has the same item twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Elsewhere, Finding
from checker.rules.shape._words import of_keywords, owner, trial_label, under, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article, Mismatch
    from checker.text import Span

severity = "error"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    for mismatch in of_keywords(article, "uniqueItems"):
        first = _first(article, mismatch)
        item = "the same item" if isinstance(mismatch.value, list | dict) else f'"{written(article, mismatch)}"'
        yield Finding(
            article.value_at(*mismatch.pointer),
            f"{owner(article, mismatch.pointer)} has {item} more than once{under(article, mismatch.pointer[:-1])}.",
            "Remove the repetition, or put in its place what was meant.",
            related=(Elsewhere(first, "It stands here already."),) if first else (),
            trial=trial_label(article, mismatch.pointer),
            pointer=mismatch.pointer,
        )


def _first(article: Article, mismatch: Mismatch) -> Span | None:
    *where, last = mismatch.pointer
    here = article.front and article.front.data
    for step in where:
        here = here[step]  # type: ignore[index]
    if not isinstance(here, list) or not isinstance(last, int):
        return None
    earlier = next((index for index in range(last) if here[index] == mismatch.value), None)
    return None if earlier is None else article.value_at(*where, earlier)
