"""A registration number in the front matter fails its check digits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Finding
from checker.rules.identifier._numbers import advice, by_value, fix, label, numbers, related, repair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "warning"
fixable = "unsafe"


def check(article: Article) -> Iterator[Finding]:
    failing = [number for number in article.once(numbers) if number.sound and not number.right]
    for places in by_value(failing):
        first = places[0]
        # A number that only the text has is trial-without-record's, unless there is no front matter to hold it against.
        if first.role == "text" and article.front is not None:
            continue
        found = repair(article, first)
        yield Finding(
            first.span,
            f"{first.id} fails its check digits, so it is almost certainly mistyped.",
            advice(first, found),
            fix=fix(article, places, found),
            related=related(places, found.cited),
            trial=label(article, first),
            pointer=first.pointer,
        )
