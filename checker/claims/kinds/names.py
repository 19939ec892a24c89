"""Names: registration numbers, acronyms of trials, their sponsors, and what they test."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from checker.claims.claim import Found
from checker.claims.kinds._acronyms import acronyms, numbers_by_block
from checker.claims.kinds._recorded_names import fold, interventions, recorded
from checker.claims.kinds._runners import runners
from checker.claims.kinds._sponsors import is_of_business, recorded_sponsors, said_to_sponsor, universities
from checker.claims.numbers import LONGEST_SENTENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.said import Said

KINDS = ("registry_id", "acronym", "sponsor", "intervention")
PATTERNS = ()


def find(said: Said) -> Iterator[Found]:
    """The registration numbers, acronyms, sponsors and interventions that a sentence names."""
    if len(said.text) > LONGEST_SENTENCE:
        return
    yield from _registry_ids(said)
    yield from acronyms(said)
    folded = fold(said.text)
    sponsors = list(recorded(said, folded, "sponsor", said.article.once(recorded_sponsors)))
    yield from (claim for claim in sponsors if not is_of_business(folded, claim.start, claim.end))
    if not sponsors:
        yield from said_to_sponsor(said)
        yield from universities(said)
        yield from runners(said, folded)
    yield from recorded(said, folded, "intervention", said.article.once(interventions))


def _registry_ids(said: Said) -> Iterator[Found]:
    sentence = said.sentence
    row = said.article.once(numbers_by_block).get(id(sentence.block))
    if not row:
        return
    for start, end, number in row[bisect_left(row, (sentence.start,)) : bisect_left(row, (sentence.end,))]:
        if end <= sentence.end:
            yield Found("registry_id", number, start - sentence.start, end - sentence.start, pattern="number")
