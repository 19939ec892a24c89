"""A trial is named by a number that its registry has replaced, or by one of a registry that has closed."""

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
    repeated,
    repeated_in_snapshot,
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
    yield from _replaced(article)
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


def _replaced(article: Article) -> Iterator[Finding]:
    """Numbers under which the snapshot has a trial that bears another one now."""
    if article.registry is None:
        return
    twice = {later.span.start for later, _ in (*article.once(repeated), *repeated_in_snapshot(article))}
    for places in by_value(number for number in article.once(numbers) if number.sound and number.role != "other"):
        old = str(places[0].id)
        record = article.registry.find(old)
        if record is None or record.id == old or old not in record.aliases:
            continue
        # Two records of one trial have their own finding; a text that gives both numbers misleads nobody.
        shown = [place for place in places if place.span.start not in twice]
        if record.id in article.once(in_text):
            shown = [place for place in shown if place.role != "text"]
        if shown:
            yield Finding(
                shown[0].span,
                f"{old} is an old number of the trial; its registry has it as {record.id} now.",
                f"Write {record.id}.",
                fix=replaced(article, shown, record.id, safe=False),
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
