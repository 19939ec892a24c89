"""The claim of one date that is no part of a range, from the events before and behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.claims.kinds._clauses import (
    FARTHEST,
    UNTIL,
    Dated,
    Event,
    clause_start,
    crosses,
    is_wanted,
    last_word,
    opens_clause,
)
from checker.claims.kinds._date_subjects import (
    begins_one,
    behind_the_trial,
    is_coming_in,
    is_of_an_outbreak,
    is_of_primary,
    is_the_trials,
    is_trial,
    names_trial,
    strip_auxiliaries,
)
from checker.claims.kinds._date_words import (
    AND_ANOTHER,
    ANNOUNCED,
    ANOTHER_END,
    ASIDES,
    BEFORE_NOUN,
    BREAKS,
    DID_NOT,
    ENDS_OF_PREPOSITION,
    EXPECTS,
    FINITE,
    FOLLOWS,
    FORESEEN,
    HOPED,
    IN_RELATIVE,
    INSERTED,
    LABEL_AHEAD,
    LABEL_GAP,
    LABELLED,
    LASTED,
    NEGATED,
    NO_TRIAL,
    NOT_UNTIL,
    NOTHING,
    NOUN_GAP,
    OBJECT,
    PAST,
    PRIMARY_GAP,
    STATUS,
    THE_TRIAL,
    TIMELINE,
    TO_BE,
    TO_HAVE,
    TOLD_ON,
    WHEN_BEHIND,
)
from checker.claims.kinds._event_words import COMPLETION, PRIMARY, RESULTS_DATE, START_DATE
from checker.claims.said import DATE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.claims.said import Said
    from checker.claims.when import When


def single(said: Said, events: Sequence[Event], when: When, before: int, *, known: bool) -> Iterator[Dated]:
    """The claim of one date that is no part of a range."""
    if said.shape[: when.start].endswith((" al. (", " al., ", " al ")):
        return  # "reported by Ito et al. (@)"
    clause = clause_start(said.shape, when.start)
    asides = [match.span() for match in ASIDES.finditer(said.shape, clause, when.start)]
    if aside := ASIDES.match(said.shape, when.end):
        asides.append(aside.span())
    near = [event for event in events if not any(start < event.start < end for start, end in asides)]
    left = [event for event in near if clause <= event.start and event.end <= when.start]
    right = [event for event in near if event.start >= when.end]
    opens = opens_clause(said.shape, clause, when)
    if not opens and left:
        found = _from_left(said, left, when, before, known=known)
        if found:
            yield found
            return
    if right and (found := _from_right(said, right[0], when, opens=opens)):
        yield found
        return
    if opens and left and (found := _from_left(said, left, when, before, known=known)):
        yield found


def _from_left(said: Said, left: Sequence[Event], when: When, before: int, *, known: bool) -> Dated | None:
    """What the last event before a date says of it."""
    event = left[-1]
    gap = said.shape[event.end : when.start]
    if not event.kind or event.end <= before or len(gap) > FARTHEST:
        return None
    kind, manner = event.kind, event.manner
    if kind == RESULTS_DATE and manner == "done" and " phase" in gap:
        return None  # "results reported at phase 2 in 2020" are those of a trial before
    if kind == COMPLETION and manner == "verb" and is_of_primary(said, left):
        return None if crosses(gap) else _of_verb(said, event._replace(kind=PRIMARY), when, "")
    word = last_word(gap)
    wanted = is_wanted(said, event, when)
    if manner == "label":
        in_a_sentence = gap.replace(" ", "a").isalpha() and not LABEL_AHEAD.search(said.shape, 0, event.start)
        stands = LABEL_GAP.fullmatch(gap) and not in_a_sentence
        return Dated(kind, when, None, event.name) if stands else None
    if manner == "noun":
        beside = PRIMARY_GAP.fullmatch(gap) if kind == PRIMARY else NOUN_GAP.fullmatch(gap, behind_the_trial(said, gap))
        if not beside:
            return None
        if kind != PRIMARY and not is_the_trials(said, event):
            return None
        if len(left) > 1 and left[-2].name == "first_in" and said.shape[: event.end].endswith(" the last"):
            return None  # "The first joined in @ and the last in @"
        return Dated(kind, when, wanted or None, event.name)
    if manner == "until":
        gap = LASTED.sub("", gap)
    if crosses(gap) and not LABEL_GAP.fullmatch(gap):
        return None
    if manner == "done":
        return _of_done(said, event, when, word, wanted=wanted)
    if manner in ("run", "joined"):
        return _from_stretch(said, event, when, gap, wanted=wanted, known=known)
    if manner == "since":
        ahead = said.shape[clause_start(said.shape, event.start) : event.start]
        listed = STATUS.search(ahead) and not FINITE.search(ahead)  # "Phase 2, open label, recruiting since @"
        since = word == "since" and (listed or is_trial(said, event, gap))
        return Dated(kind, when, False, event.name) if since else None
    if manner == "until":
        lasting = word in UNTIL or said.shape[: event.end].endswith("the end")
        if is_coming_in(said.shape[clause_start(said.shape, event.start) : event.start]):
            return None  # "Recruitment is to continue until @"
        named = FOLLOWS.search(said.shape, event.start, event.end) or is_trial(said, event, gap, known=known)
        return Dated(kind, when, wanted or None, event.name) if lasting and named else None
    if TOLD_ON.search(gap):
        return None  # "has been stopped, the developer announced on @"
    if word in UNTIL and not NOT_UNTIL.search(said.shape, max(0, event.start - 24), event.end):
        return None
    if kind == START_DATE and (word == "before" or (NO_TRIAL.match(gap) and not OBJECT.match(gap))):
        return None
    if manner == "verb" and said.shape[: event.end].endswith(" done") and gap.strip() not in ("", "in", "on", "by"):
        return None  # "was done at the clinic in 2012"
    if kind == COMPLETION and ANOTHER_END.match(gap):
        return None
    if kind != RESULTS_DATE and not is_trial(said, event, gap, known=known):
        return None
    if is_of_an_outbreak(said.shape[clause_start(said.shape, event.start) : event.start]):
        return None
    return _of_verb(said, event, when, word)


def _of_done(said: Said, event: Event, when: When, word: str, *, wanted: bool) -> Dated | None:
    """The claim of an event that needs no subject, by the word before its date."""
    if word in UNTIL or word == "of":
        return None  # "available as of May"
    told = said.shape[event.start : event.end]
    open_end = told.endswith((" available", " out"))  # "with results available end of 2020"
    ahead = said.shape[max(0, event.start - 48) : event.start]
    # "With top-line results available in May" tells when the last visit that they need is.
    expected = wanted or " to be " in told or bool(TO_BE.search(ahead))
    topline = "top" in ahead[-10:] and (" to be " in told or (open_end and not PAST.search(told)))
    kind = PRIMARY if topline else event.kind
    return Dated(kind, when, expected or (None if open_end else False), event.name)


def _of_verb(said: Said, event: Event, when: When, word: str) -> Dated | None:
    """The claim of a verb, by its tense and the auxiliaries before it."""
    ahead = said.shape[max(0, event.start - 48) : event.start]
    if event.manner == "present":
        wanted = is_wanted(said, event, when)
        return Dated(event.kind, when, wanted or None, event.name)
    if event.manner == "plan":
        happened = DID_NOT.search(said.shape, max(0, event.start - 24), event.start + 4)
        return Dated(event.kind, when, not happened, event.name)
    if event.manner == "verb" and word not in UNTIL and NEGATED.search(ahead):
        return None  # "has not been completed as of May"
    unfulfilled = TO_HAVE.search(ahead)
    if event.kind == START_DATE and (unfulfilled or word == "by"):
        return None  # "was to have opened in 2020" says that it did not, "had begun by 2020" not when
    foreseen = FORESEEN.search(said.shape, max(0, when.start - 36), when.start)
    return Dated(event.kind, when, bool(unfulfilled or foreseen or TO_BE.search(ahead)), event.name)


def _from_stretch(said: Said, event: Event, when: When, gap: str, *, wanted: bool, known: bool) -> Dated | None:
    """One end of a time in which a trial ran or people came in."""
    expected = True if wanted else None
    word = last_word(gap)
    if event.manner == "run" and not is_trial(said, event, gap, known=known):
        return None
    ahead = said.shape[clause_start(said.shape, event.start) : event.start]
    if word in ("from", "since", "starting", "beginning") and not NOTHING.search(ahead):
        return Dated(START_DATE, when, expected, event.name)
    if event.manner == "run" and word in UNTIL:
        return Dated(COMPLETION, when, expected, event.name, "at_least" if is_coming_in(ahead) else "exact")
    return None


def _from_right(said: Said, event: Event, when: When, *, opens: bool) -> Dated | None:
    """What the first event behind a date says of it: "@ saw the start", "On @, it was stopped", "@, when it ended"."""
    gap = said.shape[when.end : event.start]
    if not event.kind or len(gap) > FARTHEST or DATE in gap:
        return None
    if LABELLED.search(said.shape, 0, when.start):
        return None  # "Recruitment end: @ Expected completion: @"
    entry = TIMELINE.match(gap) if opens else None
    if entry and said.block_kind != "item" and event.manner != "noun":
        return None  # the day of the news: "5 May 2019 – The first patient has been dosed"
    gap = gap[entry.end() - 1 :] if entry else gap
    behind = re.match(r"[^,;:.@]{0,40}", said.shape[event.end :])
    wanted = bool(EXPECTS.search(gap) or (behind and EXPECTS.search(behind.group())))
    if event.manner == "noun":
        if AND_ANOTHER.match(gap):
            return None
        wanted = wanted or bool(EXPECTS.search(said.shape, max(0, when.start - 40), when.start))
        hoped = event.kind == PRIMARY and opens and HOPED.fullmatch(gap)
        if not (hoped or (BEFORE_NOUN.fullmatch(gap) and is_the_trials(said, event))):
            return None
        return Dated(event.kind, when, wanted or None, event.name)
    if event.manner == "done":
        if IN_RELATIVE.search(said.shape, max(0, when.start - 80), when.start):
            return None  # "the study, which was approved in @, started dosing"
        if event.kind == START_DATE and ANNOUNCED.search(gap):
            return None  # "On @, the firm announced that the first patient was dosed"
        near = not crosses(gap) and (opens or gap.strip() in ("", ",") or gap.startswith((" for ", ", before")))
        return Dated(event.kind, when, False, event.name) if near else None
    if event.manner == "since":
        since = opens and said.shape[: when.start].endswith("since ")
        subject = strip_auxiliaries(gap.lstrip(", "))
        return Dated(event.kind, when, False, event.name) if since and names_trial(said, subject, whole=True) else None
    if event.manner == "joined":
        long = opens and re.search(r"\b(?:from|since) $", said.shape[: when.start]) and not BREAKS.search(gap)
        return Dated(START_DATE, when, None, event.name) if long else None
    if event.manner not in ("verb", "plan", "present"):
        return None
    opens = opens or bool(INSERTED.search(said.shape[max(0, when.start - 12) : when.start]) and THE_TRIAL.match(gap))
    told = WHEN_BEHIND.match(gap)
    if not (told or entry or (opens and ENDS_OF_PREPOSITION.search(said.shape[max(0, when.start - 10) : when.start]))):
        return None
    subject = gap[told.end() :] if told else ASIDES.sub(" ", gap).lstrip(", ")
    if opens and not crosses(subject) and begins_one(said, event):
        return _of_verb(said, event, when, "")
    if crosses(strip_auxiliaries(subject)) or not names_trial(said, strip_auxiliaries(subject), whole=True):
        return None
    return _of_verb(said, event, when, "")
