"""The text names a trial by a number that no record has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.registries import check_digits_hold
from checker.rule import Finding
from checker.rules.identifier._numbers import advice, fix, related, repair, unrecorded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "error"
fixable = "unsafe"

ADD = "Add a record of the trial, or list its number under “mentions” if it is named only in passing."


def check(article: Article) -> Iterator[Finding]:
    if article.front is None:
        return
    for number, places in unrecorded(article).items():
        first = places[0]
        found = repair(article, first)
        message, help = f"The article has no record of {number}.", advice(first, found)
        if not check_digits_hold(number):
            message = f"The article has no record of {number}, and the number fails its check digits."
        elif found.cited:
            help = f"Write {found.cited.id}, if that is the trial meant; else {ADD[0].lower()}{ADD[1:]}"
        else:
            help = ADD
        yield Finding(
            first.span,
            message,
            help,
            fix=fix(article, places, found),
            related=related(places, found.cited),
            trial=number,
            pointer=first.pointer,
        )
