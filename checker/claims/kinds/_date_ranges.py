"""The beginning and end that a range of dates gives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.claims.kinds._clauses import (
    FARTHEST,
    FARTHEST_OF_RANGE,
    UNTIL,
    Dated,
    Event,
    clause_start,
    crosses,
    is_wanted,
    last_word,
    opens_clause,
)
from checker.claims.kinds._date_subjects import is_coming_in, is_the_trials, is_trial, names_trial, strip_auxiliaries
from checker.claims.kinds._date_words import (
    BREAKS,
    DASHED,
    FINITE,
    LABEL_GAP,
    LITERATURE,
    MOVED,
    PLACED_TRIAL,
    SETTING,
    STATUS,
    TO_BE,
    TRIAL,
    TRIED,
    WHO_WERE,
)
from checker.claims.kinds._event_words import COMPLETION, START_DATE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.said import Said
    from checker.claims.when import When


def ranged(said: Said, events: Sequence[Event], when: When, last: When) -> list[Dated]:
    """The beginning and end that a range of dates gives: "ran from @ to @", "Between @ and @, we enrolled", "(@–@)"."""
    shape = said.shape
    if LITERATURE.search(shape):
        return []
    clause = clause_start(shape, when.start)
    left = [event for event in events if event.end <= when.start and event.start >= clause]
    aside = DASHED.search(shape, last.end)
    past = [event for event in events if event.start >= last.end]
    right = [event for event in past if not (aside and aside.start() <= event.start < aside.end() - 1)]
    event = None
    if left:
        gap = shape[left[-1].end : when.start]
        if left[-1].name == "run" and shape[: left[-1].end].endswith("period"):
            gap = re.sub(r"^ (?:was|is|ran)\b", "", gap)
        if left[-1].manner == "joined":
            gap = re.sub(r"^ (?:(?:period|phase) )?(?:was|were|is|ran|occurred|took place|lasted|happened)\b", "", gap)
        near = len(gap) <= FARTHEST_OF_RANGE and not crosses(WHO_WERE.sub(" ", gap)) and last_word(gap) not in UNTIL
        event = left[-1] if near and _stretches(said, left[-1], gap) else None
    if not event and right and opens_clause(shape, clause, when):
        gap = DASHED.sub(" ", shape[last.end : right[0].start])
        if len(gap) <= FARTHEST and not BREAKS.search(WHO_WERE.sub(" ", gap)) and right[0].manner in ("run", "joined"):
            named = right[0].manner == "joined" or names_trial(said, strip_auxiliaries(gap.lstrip(", ")), whole=True)
            event = right[0] if named else None
    if event:
        wanted = is_wanted(said, event, when) or bool(TO_BE.search(shape[max(0, event.start - 48) : event.start]))
        expected = True if wanted else None
        ahead = shape[clause : event.start]
        coming_in = event.manner in ("joined", "label") or (event.manner == "run" and is_coming_in(ahead))
        return [
            Dated(START_DATE, when, expected, event.name, "at_most" if event.manner == "joined" else "exact"),
            Dated(COMPLETION, last, expected, event.name, "at_least" if coming_in else "exact"),
        ]
    if left and (kind := _moved(said, left[-1], when)):
        return [Dated(kind, when, True, left[-1].name), Dated(kind, last, None, left[-1].name)]
    if _stands_alone(said, events, when, last):
        bound = "at_least" if SETTING.match(shape[: when.start]) else "exact"
        return [Dated(START_DATE, when, None, "range"), Dated(COMPLETION, last, None, "range", bound)]
    return []


def _moved(said: Said, event: Event, when: When) -> str:
    """The kind of the date that gave way to another, as "the end date was moved from @ to @" has it, or ""."""
    noun = event.manner == "noun" and is_the_trials(said, event)
    return event.kind if noun and MOVED.fullmatch(said.shape, event.end, when.start) else ""


def _stretches(said: Said, event: Event, gap: str) -> bool:
    """Whether an event before a range is one that takes time, and the trial's."""
    if event.manner == "joined":
        return True
    if event.manner == "label":
        return bool(LABEL_GAP.fullmatch(gap)) and event.kind == START_DATE
    if event.manner == "verb" and said.shape[: event.end].endswith(" done"):
        return is_trial(said, event, gap)
    counted = TRIED.fullmatch(said.shape, event.start, event.end) is not None or said.shape[: event.end].endswith(
        "period"
    )
    return event.manner == "run" and (counted or is_trial(said, event, gap))


def _stands_alone(said: Said, events: Sequence[Event], when: When, last: When) -> bool:
    """Whether a range stands in a fragment without a verb: "Phase 1, open-label, @ to @, done", "the trial (@–@)"."""
    shape = said.shape
    start = max(shape.rfind(sign, 0, when.start) for sign in ";:(") + 1
    ends = [place for sign in ";:)." if (place := shape.find(sign, last.end)) >= 0]
    end = min(ends, default=len(shape))
    ahead, behind = shape[start : when.start], shape[last.end : end]
    if SETTING.match(shape[: when.start]) and re.search(
        r"(?:,|\bfrom|\bbetween) ?$", shape[: when.start].rstrip() + " "
    ):
        return not behind.strip()
    if len(ahead) + len(behind) > 80 or FINITE.search(ahead) or FINITE.search(behind):
        return False
    if any(not event.kind and start <= event.start < end for event in events):
        return False
    if not re.fullmatch(r"(?:.*,)?\s*(?:from |between )?", ahead) or not re.match(r"\s*(?:,|$)", behind):
        return False
    if not start and ahead.strip() in ("from", "between") and behind.strip():
        return False  # "From @ to @, many visits were paid"
    if start and shape[start - 1] == "(":
        if ahead.strip():
            return False
        before = shape[max(0, start - 60) : start - 1].split()[-4:]
        return bool(TRIAL.search(" ".join(before))) or bool(PLACED_TRIAL.search(shape[max(0, start - 200) : start - 1]))
    if start == 0 and ahead.strip(" ,") in ("", "from", "between") and not behind.strip() and end >= len(shape) - 1:
        return True
    return bool(TRIAL.search(shape)) or bool(STATUS.search(shape))
