"""A trial is named by the number of a registry that has closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.registries import BY_KEY
from checker.rule import Finding
from checker.rules.identifier._numbers import (
    by_value,
    in_text,
    label,
    numbers,
    numbers_of_records,
    records_by_number,
    related,
    replaced,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.rules.identifier._numbers import Number

severity = "warning"
fixable = "unsafe"


def check(article: Article) -> Iterator[Finding]:
    closed = [number for number in article.once(numbers) if number.sound and _heirs(number)]
    for places in by_value(closed):
        registry, heir = BY_KEY[_key(places[0])], BY_KEY[_heirs(places[0])[0]]
        new = _successor(article, places[0])
        # What the record holds of old numbers is for the record; readers look for the new one.
        shown = [place for place in places if place.role == "text"] if new else places
        if not shown or new in article.once(in_text):
            continue
        yield Finding(
            shown[0].span,
            f"{registry.name[0].upper()}{registry.name[1:]} has closed, and {heir.name} has its records.",
            f"Write {new}." if new else f"Look up the number that {heir.name} gives the trial.",
            fix=replaced(article, shown, new, safe=False) if new else None,
            related=related(shown),
            trial=label(article, shown[0]),
            pointer=shown[0].pointer,
        )


def _key(number: Number) -> str:
    return number.mention.registry if number.mention else ""


def _heirs(number: Number) -> tuple[str, ...]:
    return BY_KEY[number.mention.registry].closed if number.mention else ()


def _successor(article: Article, number: Number) -> str | None:
    """The number that the record of the trial gives for the registry that took over."""
    record = article.once(records_by_number).get(number.id or "")
    others = article.once(numbers_of_records).get(record.at, ()) if record else ()
    return next((other.id for other in others if other.sound and _key(other) in _heirs(number)), None)
