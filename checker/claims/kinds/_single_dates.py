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
    if manner == "label":
        return _of_label(said, event, when, gap)
    if manner == "noun":
        return _of_noun(said, left, when, gap)
    if manner == "until":
        gap = LASTED.sub("", gap)
    if crosses(gap) and not LABEL_GAP.fullmatch(gap):
        return None
    word, wanted = last_word(gap), is_wanted(said, event, when)
    if manner == "done":
        return _of_done(said, event, when, word, wanted=wanted)
    if manner in ("run", "joined"):
        return _from_stretch(said, event, when, gap, wanted=wanted, known=known)
    if manner == "since":
        return _of_since(said, event, when, gap)
    if manner == "until":
        return _of_until(said, event, when, gap, wanted=wanted, known=known)
    if _is_of_something_else(said, event, gap, known=known):
        return None
    return _of_verb(said, event, when, word)


def _of_label(said: Said, event: Event, when: When, gap: str) -> Dated | None:
    """The claim of a label: "Estimated completion: @"."""
    in_a_sentence = gap.replace(" ", "a").isalpha() and not LABEL_AHEAD.search(said.shape, 0, event.start)
    return Dated(event.kind, when, None, event.name) if LABEL_GAP.fullmatch(gap) and not in_a_sentence else None


def _of_noun(said: Said, left: Sequence[Event], when: When, gap: str) -> Dated | None:
    """The claim of the last of some events, a noun: "completion of the trial in @"."""
    event = left[-1]
    primary = event.kind == PRIMARY
    if not (PRIMARY_GAP.fullmatch(gap) if primary else NOUN_GAP.fullmatch(gap, behind_the_trial(said, gap))):
        return None
    if not primary and not is_the_trials(said, event):
        return None
    if len(left) > 1 and left[-2].name == "first_in" and said.shape[: event.end].endswith(" the last"):
        return None  # "The first joined in @ and the last in @"
    return Dated(event.kind, when, is_wanted(said, event, when) or None, event.name)


def _of_since(said: Said, event: Event, when: When, gap: str) -> Dated | None:
    """The claim of what has gone on since a date: "recruiting since @"."""
    if last_word(gap) != "since":
        return None
    ahead = said.shape[clause_start(said.shape, event.start) : event.start]
    listed = STATUS.search(ahead) and not FINITE.search(ahead)  # "Phase 2, open label, recruiting since @"
    return Dated(event.kind, when, False, event.name) if listed or is_trial(said, event, gap) else None


def _of_until(said: Said, event: Event, when: When, gap: str, *, wanted: bool, known: bool) -> Dated | None:
    """The claim of what goes on until a date: "followed until @"."""
    lasting = last_word(gap) in UNTIL or said.shape[: event.end].endswith("the end")
    if not lasting or is_coming_in(said.shape[clause_start(said.shape, event.start) : event.start]):
        return None  # "Recruitment is to continue until @"
    named = FOLLOWS.search(said.shape, event.start, event.end) or is_trial(said, event, gap, known=known)
    return Dated(event.kind, when, wanted or None, event.name) if named else None


def _is_of_something_else(said: Said, event: Event, gap: str, *, known: bool) -> bool:
    """Whether a date behind a verb is that of another thing than what the verb tells of a trial."""
    kind, word = event.kind, last_word(gap)
    if TOLD_ON.search(gap):
        return True  # "has been stopped, the developer announced on @"
    if word in UNTIL and not NOT_UNTIL.search(said.shape, max(0, event.start - 24), event.end):
        return True
    if kind == START_DATE and (word == "before" or (NO_TRIAL.match(gap) and not OBJECT.match(gap))):
        return True
    if (
        event.manner == "verb"
        and said.shape[: event.end].endswith(" done")
        and gap.strip() not in ("", "in", "on", "by")
    ):
        return True  # "was done at the clinic in 2012"
    if kind == COMPLETION and ANOTHER_END.match(gap):
        return True
    if kind != RESULTS_DATE and not is_trial(said, event, gap, known=known):
        return True
    return is_of_an_outbreak(said.shape[clause_start(said.shape, event.start) : event.start])


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
        wanted = wanted or bool(EXPECTS.search(said.shape, max(0, when.start - 40), when.start))
        return _of_noun_behind(said, event, when, gap, opens=opens, wanted=wanted)
    if event.manner == "done":
        return _of_done_behind(said, event, when, gap, opens=opens)
    if event.manner == "since":
        since = opens and said.shape[: when.start].endswith("since ")
        subject = strip_auxiliaries(gap.lstrip(", "))
        return Dated(event.kind, when, False, event.name) if since and names_trial(said, subject, whole=True) else None
    if event.manner == "joined":
        long = opens and re.search(r"\b(?:from|since) $", said.shape[: when.start]) and not BREAKS.search(gap)
        return Dated(START_DATE, when, None, event.name) if long else None
    if event.manner in ("verb", "plan", "present") and _is_of_verb_behind(said, event, when, gap, opens, entry):
        return _of_verb(said, event, when, "")
    return None


def _of_noun_behind(said: Said, event: Event, when: When, gap: str, *, opens: bool, wanted: bool) -> Dated | None:
    """The claim of a noun behind its date: "@ saw the start of the trial"."""
    if AND_ANOTHER.match(gap):
        return None
    hoped = event.kind == PRIMARY and opens and HOPED.fullmatch(gap)
    if not (hoped or (BEFORE_NOUN.fullmatch(gap) and is_the_trials(said, event))):
        return None
    return Dated(event.kind, when, wanted or None, event.name)


def _of_done_behind(said: Said, event: Event, when: When, gap: str, *, opens: bool) -> Dated | None:
    """The claim of an event that needs no subject, behind its date: "On @, the first patient was dosed"."""
    if IN_RELATIVE.search(said.shape, max(0, when.start - 80), when.start):
        return None  # "the study, which was approved in @, started dosing"
    if event.kind == START_DATE and ANNOUNCED.search(gap):
        return None  # "On @, the firm announced that the first patient was dosed"
    near = not crosses(gap) and (opens or gap.strip() in ("", ",") or gap.startswith((" for ", ", before")))
    return Dated(event.kind, when, False, event.name) if near else None


def _is_of_verb_behind(
    said: Said, event: Event, when: When, gap: str, opens: bool, entry: re.Match[str] | None
) -> bool:
    """Whether a verb behind a date tells what a trial did on it: "On @, KOALA was stopped", "@, when it ended"."""
    opens = opens or bool(INSERTED.search(said.shape[max(0, when.start - 12) : when.start]) and THE_TRIAL.match(gap))
    told = WHEN_BEHIND.match(gap)
    if not (told or entry or (opens and ENDS_OF_PREPOSITION.search(said.shape[max(0, when.start - 10) : when.start]))):
        return False
    subject = gap[told.end() :] if told else ASIDES.sub(" ", gap).lstrip(", ")
    if opens and not crosses(subject) and begins_one(said, event):
        return True
    subject = strip_auxiliaries(subject)
    return not crosses(subject) and names_trial(said, subject, whole=True)
