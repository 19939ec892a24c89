"""A registration number fits none of its registry's forms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.registries import BY_KEY, LOOKALIKES
from checker.rule import Finding
from checker.rules.identifier._numbers import advice, by_value, fix, label, numbers, related, repair, short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.rules.identifier._numbers import Number

severity = "error"
fixable = "unsafe"


def check(article: Article) -> Iterator[Finding]:
    for places in by_value(number for number in article.once(numbers) if number.fault == "malformed"):
        first = places[0]
        found = repair(article, first)
        yield Finding(
            first.span,
            _message(first),
            advice(first, found),
            fix=fix(article, places, found),
            related=related(places, found.cited),
            trial=label(article, first),
            pointer=first.pointer,
        )


def _message(number: Number) -> str:
    written = short(number.written)
    if number.mention:
        registry = BY_KEY[number.mention.registry]
        return f"“{written}” is no number of {registry.name}: those are {registry.shape}."
    for pattern, what in LOOKALIKES:
        if re.match(pattern, number.written):
            return f"“{written}” is {what}, not the registration of a trial."
    return f"“{written}” has not the form of any registry's numbers."
