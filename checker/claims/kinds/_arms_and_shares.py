"""Numbers of arms, the parts of "28/75 (37%)", and that nobody joined: claims that a sentence makes outright."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.claim import Found
from checker.claims.grammar import is_triggered
from checker.claims.kinds._groups import ARMS, ONE_OF
from checker.claims.kinds._matching import compiled
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.said import Said

NO_ONE = pattern(
    r"\b(?:no one|nobody|no-one|no (?:people|patients?|participants?|volunteers?|subjects?))"
    r"(?: (?:was|were|had been|has been|have been))?(?: ever)? (?:enrol+ed|recruited|joined|took part)\b"
)
SHARE_BEFORE = pattern(
    r"(?:(?:%|percent|per cent) ?[(\[;,]|\b(?:patients|people|participants|subjects|women|men|children|adults) \() ?$"
)
SHARE_BEHIND = pattern(
    r" ?[(\[,;=] ?[\d.·]{1,6} ?(?:%|per)| (?:pts|patients|people|participants|subjects|women|men|children|adults|"
    r"responders)\b"
)

SHARED_OUT = pattern(
    r"\b(?:assigned|allocated|randomi[sz]ed|divided|split)\b[^.;]{0,70} (?:to|into|between) (?:receive |get )?one of $"
)
"""What stands before the number of treatments that everybody got one of."""

OF_ALL = pattern(r"\b(?:one|each|any|first|second|third|last) of the $")
"""What stands before the number of all arms, of which it picks one."""

NOT_ALL = ("the ", "both ", "other ", "remaining ", "n=", "n = ")
"""What stands before a number of arms that are not all of a trial's, or before the size of each."""


def arms(said: Said) -> Iterator[Found]:
    for each in ARMS:
        if not is_triggered(each, said.lower):
            continue
        for match in compiled(each.form).finditer(said.shape):
            number = said.count_at(match.start())
            before = said.lower[max(0, match.start() - 14) : match.start()]
            if each.name == ONE_OF and not SHARED_OUT.search(said.lower, max(0, match.start() - 110), match.start()):
                continue
            if number and 2 <= number.value <= 20 and not (before.endswith(NOT_ALL) and not OF_ALL.search(before)):
                end = match.end(1 if each.name == ONE_OF else 0)
                yield Found("arms", int(number.value), match.start(), end, pattern=each.name)


def shares(said: Said) -> Iterator[Found]:
    """The parts of "28/75 (37%)"."""
    for number in said.numbers:
        if number.kind != "fraction" or not number.parts or not number.plain:
            continue
        if "/" not in said.text[number.start : number.end]:
            continue
        before = SHARE_BEFORE.search(said.text, max(0, number.start - 16), number.start)
        if before or SHARE_BEHIND.match(said.lower, number.end):
            part, whole = number.parts
            yield Found("subgroup_size", part, number.start, number.end, n=part, whole=whole, pattern="n/of")


def nobody(said: Said) -> Iterator[Found]:
    lower = said.lower
    if "no" in lower and (match := NO_ONE.search(lower)) and "would" not in lower and "mean" not in lower:
        yield Found("enrollment", 0, match.start(), match.end(), role="enrolled", pattern="nobody")
