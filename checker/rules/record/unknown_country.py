"""A record names a country that there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.country_names import LONGEST, is_country, nearest_country
from checker.rule import Edit, Finding, Fix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.text import Span

severity = "warning"
fixable = "unsafe"


def check(article: Article) -> Iterator[Finding]:
    for trial in article.trials:
        for index, name in enumerate(trial.countries or ()):
            if is_country(name):
                continue
            place = article.value_at(*trial.at, "countries", index)
            nearest = nearest_country(name)
            alike = f"; {nearest} is spelt much like it" if nearest else ""
            yield Finding(
                place,
                f"The record of {trial.label} names “{name[:LONGEST]}”, which is no country’s English name{alike}.",
                f"Write {nearest}." if nearest else "Write the country’s short English name, as the registry gives it.",
                fix=_fix(article, place, name, nearest) if nearest else None,
                trial=trial.label,
                pointer=(*trial.at, "countries", index),
            )


def _fix(article: Article, place: Span, name: str, nearest: str) -> Fix | None:
    """Writes a country's name in the place of another, if that stands there as it is read."""
    if article.text[place.start : place.end] != name:
        return None
    single = article.text[max(0, place.start - 1)] == "'"
    return Fix(f"Write {nearest}", (Edit(place, nearest.replace("'", "''") if single else nearest),))
