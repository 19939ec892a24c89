"""Clauses around a date, and what may stand in one: an event, and the claim that it makes of the date."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.claims.kinds._date_words import (
    ASIDES,
    BLOCKERS,
    BRACKETS,
    CONJUNCTIONS,
    EXPECTS,
    OPENING,
    PART_OF_ABSTRACT,
)

if TYPE_CHECKING:
    from checker.claims.said import Said
    from checker.claims.when import When

REACH = 300
"""How many code points before a date its clause may begin, so that time stays linear."""


UNTIL = ("until", "till", "through", "into", "to", "til")
FARTHEST, FARTHEST_OF_RANGE = 150, 230
"""How many code points may lie between an event and its date, or both of its dates."""


class Event(NamedTuple):
    """What a date may belong to: half-open offsets into the sentence, the claim's kind and the manner of the words."""

    start: int
    end: int
    kind: str
    manner: str
    name: str


class Dated(NamedTuple):
    """An event's claim before its year is settled. `expected` is None where the words do not tell."""

    kind: str
    when: When
    expected: bool | None
    name: str
    qualifier: str = "exact"


def clause_start(shape: str, at: int) -> int:
    """Where the clause before an offset begins; what stands in brackets does not end one."""
    from_here = max(0, at - REACH)
    shape = shape[from_here:at]
    if "(" in shape:
        shape = BRACKETS.sub(lambda match: "(" * len(match.group()), shape)
    at = len(shape)
    start = max(shape.rfind(";", 0, at), shape.rfind(" – ", 0, at), shape.rfind("—", 0, at)) + 1
    label = PART_OF_ABSTRACT.match(shape) if not start and not from_here else None
    return label.end() if label else from_here + start


def opens_clause(shape: str, clause: int, when: When) -> bool:
    """Whether a date stands at the beginning of the clause that begins at an offset."""
    return (
        bool(OPENING.search(shape[max(clause, when.start - 40) : when.start])) or not shape[clause : when.start].strip()
    )


def last_word(gap: str) -> str:
    """The word before a date that says how it is meant ("until"), "the" and the like passed over."""
    words = gap.rstrip(" (").split()
    if words and words[-1] in ("the", "about", "around", "early", "mid", "this"):
        words.pop()
    return words[-1].strip(",(") if words else ""


def crosses(gap: str) -> bool:
    """Whether the words between an event and a date hold another statement."""
    return BLOCKERS.search(ASIDES.sub(" ", gap)) is not None


def is_wanted(said: Said, event: Event, when: When) -> bool:
    """Whether the words around an event and its date expect it."""
    shape = said.shape
    start = max(clause_start(shape, event.start), event.start - 90)
    beside = event.manner == "noun"  # "one-year, top-line results" is one thing
    ends = (match.end() for match in CONJUNCTIONS.finditer(shape, start, event.start))
    cut = max((end for end in ends if event.start - end > beside), default=start)
    return bool(EXPECTS.search(BRACKETS.sub(" ", shape[cut : when.start])))
