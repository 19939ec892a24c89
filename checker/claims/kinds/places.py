"""Where a trial runs: its sites, its countries, and how many of each."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.claims.claim import Found
from checker.claims.kinds._countries import trial_countries
from checker.claims.kinds._country_phrases import phrases
from checker.claims.kinds._nation_counts import NATIONS, counted_nations
from checker.claims.kinds._site_counts import SITES, counted_sites
from checker.claims.numbers import LONGEST_SENTENCE, qualifier
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.said import Said

KINDS = ("sites", "countries_count", "countries")
PATTERNS = (*SITES, *NATIONS)


def find(said: Said) -> Iterator[Found]:
    """The sites, countries and their numbers that a sentence gives."""
    if len(said.text) > LONGEST_SENTENCE:
        return
    if said.block_kind == "cell":
        yield from _cell(said)
        return
    counted = [*counted_sites(said), *counted_nations(said)]
    yield from counted
    if said.countries:
        yield from trial_countries(said, counted)


@cache
def _row_of_sites() -> re.Pattern[str]:
    return pattern(
        r"(?:number of |no\. of )?(?:(?:study|trial|research|clinical|participating|active|recruiting) )?"
        r"(?:sites|cent(?:er|re)s|hospitals|clinics|locations|institutions)(?: (?:in|across) [a-z .]{2,40})?"
        r"(?: \([a-z ]{2,20}\))?"
    )


@cache
def _row_of_nations() -> re.Pattern[str]:
    return pattern(r"(?:number of |no\. of )?countries(?: (?:and|or|/) (?:regions|territories))?")


LONG_CELL = 60
"""Characters of a cell beyond which it is prose."""


def _cell(said: Said) -> Iterator[Found]:
    """The counts in a table whose row or column is one of sites or countries, and the countries in such heads."""
    row, column = said.heads
    number = said.numbers[0] if said.numbers else None
    if number and number.is_count and number.value > 0 and len(said.text) <= 40 and (row or column):
        kind = _kind_of_cell(row) or _kind_of_cell(column)
        if kind and number.start <= 12:
            yield Found(
                kind,
                int(number.value),
                number.start,
                number.end,
                qualifier=qualifier(said.text, number),
                pattern="cell",
            )
            return
    counted = [*counted_sites(said), *counted_nations(said)]
    yield from counted
    labelled = re.match(
        r"(?:sites|cent(?:er|re)s|hospitals|locations?|countr|where|setting)", row or column or said.lower
    )
    if said.countries and (labelled or counted):
        for first, *others in phrases(said):
            last = others[-1] if others else first
            names = tuple(country.name for country in (first, *others))
            yield Found("countries", names, first.start, last.end, pattern="cell")
    elif said.countries and len(said.text) > LONG_CELL:
        yield from trial_countries(said, counted)


def _kind_of_cell(head: str) -> str | None:
    if _row_of_sites().fullmatch(head):
        return "sites"
    return "countries_count" if _row_of_nations().fullmatch(head) else None
