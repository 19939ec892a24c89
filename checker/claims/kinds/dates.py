"""When a trial began, gave its main answer, ended and told its results.

A date belongs to the event that its clause states: mostly the last one before it ("was completed on …"), in a clause
that opens with the date the first one behind it ("On …, it was terminated"). Other events, such as an approval or the
update of a record, keep their dates to themselves. `type` is ESTIMATED where the words expect it, and where they do
not say, for a date after the article's own.

A claim's `qualifier` is "about" for words less exact than a month ("the end of 2025", "mid-2026"), "at_most" for the
first date of people coming in, which the start of the trial cannot come after, and "at_least" for the last one, which
its end cannot come before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.claims.claim import Found
from checker.claims.grammar import matches
from checker.claims.kinds._clauses import Dated, Event
from checker.claims.kinds._date_ranges import ranged
from checker.claims.kinds._date_words import (
    AHEAD,
    DOUBT,
    EXPECTS,
    FOR_A_WHILE,
    LABEL_BEHIND,
    LABELS,
    OVER,
    OVER_TIME,
    PART_BEHIND,
    RESULTS_OF,
    RESULTS_TO,
    STATUS_LABEL,
    WENT_ON,
)
from checker.claims.kinds._event_words import COMPLETION, START_DATE
from checker.claims.kinds._events import EVENTS, OTHER_EVENTS, RECRUITMENT_EVENTS
from checker.claims.kinds._single_dates import single
from checker.claims.kinds._years import is_to_come, with_year
from checker.claims.numbers import LONGEST_SENTENCE
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.grammar import Match
    from checker.claims.said import Said
    from checker.claims.when import When

KINDS = ("start_date", "primary_completion_date", "completion_date", "results_date")
PATTERNS = EVENTS


ALL_EVENTS = (*RECRUITMENT_EVENTS, *EVENTS, *OTHER_EVENTS)
"""Of two events that overlap the one listed first holds."""


def find(said: Said) -> Iterator[Found]:
    """The dates of trials that a sentence states."""
    if len(said.text) > LONGEST_SENTENCE or not said.dates:
        return
    seen = set()
    for dated in _cell(said) if said.block_kind == "cell" else _stated(said):
        when, kind = with_year(said, dated), dated.kind
        if not when.is_whole or (kind, when.start) in seen:
            continue
        seen.add((kind, when.start))
        expected = dated.expected if dated.expected is not None else is_to_come(said.article, when.value)
        expected = expected or _is_condition(said, when)
        yield Found(
            kind,
            when.value,
            when.start,
            when.end,
            qualifier="about" if when.about else dated.qualifier,
            hedged=_is_doubtful(said, when),
            type="ESTIMATED" if expected else "ACTUAL",
            pattern=dated.name,
        )


def _stated(said: Said) -> Iterator[Dated]:
    events = _events(said)
    whens = said.dates
    passed = -1
    known = False
    for index, when in enumerate(whens):
        if index <= passed:
            continue
        last = whens[index + 1] if index + 1 < len(whens) and whens[index + 1].joined else None
        if last:
            found = ranged(said, events, when, last)
            yield from found
            known = known or bool(found)
            passed = index + 1
            continue
        before = whens[index - 1].end if index else 0
        for dated in single(said, events, when, before, known=known):
            known = True
            yield dated


def _events(said: Said) -> list[Event]:
    """The events of a sentence in order, none within another."""
    taken = bytearray(len(said.text))
    found = []
    for match in matches(ALL_EVENTS, said):
        if not any(taken[match.start : match.end]) and _is_meant(said, match):
            taken[match.start : match.end] = b"\1" * (match.end - match.start)
            gives = match.pattern.gives
            found.append(Event(match.start, match.end, gives["kind"], gives["manner"], match.pattern.name))
    return sorted(found)


def _is_meant(said: Said, match: Match) -> bool:
    """Whether a match is the event that its pattern is for, by words that no pattern can look at."""
    manner, behind = match.pattern.gives["manner"], said.shape[match.end : match.end + 40]
    if manner == "label" and match.pattern.name != "first_label":
        return bool(LABEL_BEHIND.match(behind))
    if manner == "present" and DAY_BEHIND.match(behind):
        return False  # "the opening month" is a noun.
    if manner == "since":
        return "since" in said.shape and not behind.startswith("-")
    if match.pattern.name == "ended" and behind.startswith(" that "):
        return False  # "In June, the trial concluded that"
    if match.pattern.name == "ended" and WENT_ON.search(said.shape, match.end, match.end + 150):
        return False
    if match.pattern.name == "ended" and said.shape.startswith("halted", match.start):
        return not FOR_A_WHILE.search(said.shape, match.end)
    if match.pattern.name == "interim_to_come":
        return not RESULTS_OF.search(said.shape, max(0, match.start - 40), match.start)
    if match.pattern.name == "until":
        return not RESULTS_TO.search(said.shape, max(0, match.start - 24), match.start)
    if match.pattern.name == "results_posted":
        if said.shape[: match.end].endswith(("carried out", "pointed out")):
            return False
        return not AHEAD.search(said.shape, match.start, match.end) and not DESIGN.search(said.shape, 0, match.end)
    if match.pattern.name == "first_label":
        return bool(LABEL_BEHIND.match(behind)) and not OVER.search(said.shape, max(0, match.start - 30), match.start)
    if match.pattern.name == "joined" and PART_BEHIND.match(behind):
        return False
    if match.pattern.name == "joined" and said.shape.startswith("in ", match.start):
        return bool(OVER_TIME.match(said.shape, match.end))
    return True


DAY_BEHIND = pattern(r" (?:day|month|year|date)\b")

DESIGN = pattern(
    r"\b(?:plans?|protocols?|design|rationale|methods?|registration) (?:of|for|behind) [^.;:]{1,80}\bpublished\b"
)
"""What is published of a trial before it has results."""


def _cell(said: Said) -> Iterator[Dated]:
    """The date in a cell of a table: the head of its row or column says whose."""
    for head in filter(None, said.heads):
        kind = next((kind for kind, form in LABELS.items() if form.search(head)), "")
        if kind == COMPLETION and OF_THE_INTAKE.search(head):
            return
        here = said.lower
        if not kind and STATUS_LABEL.search(head):
            kind = COMPLETION if re.search(r"\b(?:completed|ended|finished|terminated|stopped)\b", here) else ""
        if not kind or len(here) > 60:
            continue
        expected = True if EXPECTS.search(f"{head} {here}") else None
        first = said.dates[0]
        if kind == "run":
            if len(said.dates) == 2:
                yield Dated(START_DATE, first, expected, "cell")
                yield Dated(COMPLETION, said.dates[1], expected, "cell")
        else:
            yield Dated(kind, first, expected, "cell")
        return


OF_THE_INTAKE = pattern(
    r"\b(?:recruit|enrol|accrual|inclusion|screening|dosing|database|data ?lock|treatment|vaccinat)"
)
"""What ends before the trial does, in the head of a row: "Recruitment closed"."""

STATEMENTS = pattern(r"; |, (?:and|but|while|although|though) ")


def _is_doubtful(said: Said, when: When) -> bool:
    """Whether the statement of a sentence that holds a date is a doubtful one."""
    lower = said.lower
    if not DOUBT.search(lower):
        return False
    ends = [match.start() for match in STATEMENTS.finditer(lower)]
    start = max((end for end in ends if end < when.start), default=0)
    return bool(DOUBT.search(lower, start, min((end for end in ends if end >= when.end), default=len(lower))))


CONDITION = pattern(
    r"\b(?:when|once|if|unless) (?:fully |finally )?(?:completed|finished|concluded|done|launched|started|opened|begun|"
    r"closed|enrol+ed)\b[^,;]{0,20}$"
)
TO_COME = pattern(r"\b(?:will|should|would|shall|may|might|is expected|are expected)\b")
"""What tells, before and behind a date, that it is still to come: "when completed in 2022, the study should tell"."""


def _is_condition(said: Said, when: When) -> bool:
    before = said.shape[max(0, when.start - 60) : when.start]
    return bool(CONDITION.search(before)) and bool(TO_COME.search(said.shape, when.end))
