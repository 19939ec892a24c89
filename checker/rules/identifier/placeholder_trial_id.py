"""A made-up number stands where a trial's registration number belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Finding
from checker.rules.identifier._numbers import by_value, label, numbers, related, short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "error"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    for places in by_value(number for number in article.once(numbers) if number.fault == "placeholder"):
        first = places[0]
        yield Finding(
            first.span,
            f"“{short(first.written)}” is a placeholder, not the number of a trial.",
            "Put the trial's real number in its place, or take it out.",
            related=related(places),
            trial=label(article, first),
            pointer=first.pointer,
        )
