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
from typing import TYPE_CHECKING, NamedTuple

from checker.claims.claim import Found
from checker.claims.grammar import matches
from checker.claims.kinds._date_words import (
    AHEAD,
    AND_ANOTHER,
    AS_A_WHOLE,
    ASIDES,
    AUXILIARIES,
    BEFORE_NOUN,
    BEGINS_ONE,
    BLOCKERS,
    BRACKETS,
    BREAKS,
    CALLED,
    COMING_IN,
    CONJUNCTIONS,
    DID_NOT,
    DOUBT,
    ENDS_OF_PREPOSITION,
    EXPECTS,
    FINITE,
    FOLLOWS,
    HOPED,
    ID,
    LABEL_BEHIND,
    LABEL_GAP,
    LABELS,
    LAST_PIECE,
    LASTED,
    MOVED,
    NEGATED,
    NO_TRIAL,
    NO_TRIALS,
    NOT_UNTIL,
    NOUN_GAP,
    OBJECT,
    OF_SOMETHING,
    ON_RECORD,
    OPENING,
    OTHER_NOUN,
    OUTBREAK,
    OVER,
    OVER_TIME,
    PART_BEHIND,
    PART_OF_ABSTRACT,
    PHRASE_BEFORE,
    PIECES,
    PREPOSITIONS,
    PRIMARY_GAP,
    RESULTS_TO,
    SETTING,
    SPONSOR,
    STATUS,
    STATUS_LABEL,
    TELLING_OF_IT,
    TO_BE,
    TO_HAVE,
    TRIAL,
    TRIED,
    WHEN_BEHIND,
    WHO,
    WHOLE_TRIAL,
)
from checker.claims.kinds._events import (
    COMPLETION,
    EVENTS,
    OTHER_EVENTS,
    PRIMARY,
    RECRUITMENT_EVENTS,
    RESULTS_DATE,
    START_DATE,
)
from checker.claims.kinds._tables import heads_of
from checker.claims.numbers import LONGEST_SENTENCE
from checker.claims.said import DATE
from checker.claims.sentences import prose_sentences
from checker.claims.when import dates, settle
from checker.dates import first_day, is_date
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.article import Article
    from checker.claims.grammar import Match
    from checker.claims.said import Said
    from checker.claims.when import When

KINDS = ("start_date", "primary_completion_date", "completion_date", "results_date")
PATTERNS = EVENTS
ALL_EVENTS = (*RECRUITMENT_EVENTS, *EVENTS, *OTHER_EVENTS)
"""Of two events that overlap the one listed first holds."""

REACH = 300
"""How many code points before a date its clause may begin, so that time stays linear."""
UNTIL = ("until", "till", "through", "into", "to", "til")
FARTHEST, FARTHEST_OF_RANGE = 110, 170
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


def find(said: Said) -> Iterator[Found]:
    """The dates of trials that a sentence states."""
    if len(said.text) > LONGEST_SENTENCE or not said.dates:
        return
    seen = set()
    for dated in _cell(said) if said.block_kind == "cell" else _stated(said):
        when, kind = _settled(said, dated), dated.kind
        if not when.is_whole or (kind, when.start) in seen:
            continue
        seen.add((kind, when.start))
        expected = dated.expected if dated.expected is not None else _is_to_come(said.article, when.value)
        expected = expected or _is_condition(said, when)
        yield Found(
            kind,
            when.value,
            when.start,
            when.end,
            qualifier="about" if when.about else dated.qualifier,
            hedged=bool(DOUBT.search(said.lower)),
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
            found = _range(said, events, when, last)
            yield from found
            known = known or bool(found)
            passed = index + 1
            continue
        before = whens[index - 1].end if index else 0
        for dated in _single(said, events, when, before, known=known):
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
    if manner == "since":
        return "since" in said.shape and not behind.startswith("-")
    if match.pattern.name == "until":
        return not RESULTS_TO.search(said.shape, max(0, match.start - 24), match.start)
    if match.pattern.name == "results_posted":
        return not AHEAD.search(said.shape, match.start, match.end) and not DESIGN.search(said.shape, 0, match.end)
    if match.pattern.name == "first_label":
        return bool(LABEL_BEHIND.match(behind)) and not OVER.search(said.shape, max(0, match.start - 24), match.start)
    if match.pattern.name == "joined" and PART_BEHIND.match(behind):
        return False
    if match.pattern.name == "joined" and said.shape.startswith("in ", match.start):
        return bool(OVER_TIME.match(said.shape, match.end))
    return True


DESIGN = pattern(
    r"\b(?:plans?|protocols?|design|rationale|methods?|registration) (?:of|for|behind) [^.;:]{1,80}\bpublished\b"
)
"""What is published of a trial before it has results."""


def _single(said: Said, events: Sequence[Event], when: When, before: int, *, known: bool) -> Iterator[Dated]:
    """The claim of one date that is no part of a range."""
    clause = _clause_start(said.shape, when.start)
    asides = [match.span() for match in ASIDES.finditer(said.shape, clause, when.start)]
    if aside := ASIDES.match(said.shape, when.end):
        asides.append(aside.span())
    near = [event for event in events if not any(start < event.start < end for start, end in asides)]
    left = [event for event in near if clause <= event.start and event.end <= when.start]
    right = [event for event in near if event.start >= when.end]
    opens = _opens_clause(said.shape, clause, when)
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
    if kind == COMPLETION and manner == "verb" and _is_of_primary(said, left):
        return None if _crosses(gap) else _of_verb(said, event._replace(kind=PRIMARY), when, "")
    word = _last_word(gap)
    wanted = _is_wanted(said, event, when)
    if manner == "label":
        return Dated(kind, when, None, event.name) if LABEL_GAP.fullmatch(gap) else None
    if manner == "noun":
        if not (PRIMARY_GAP if kind == PRIMARY else NOUN_GAP).fullmatch(gap):
            return None
        if kind != PRIMARY and not _is_the_trials(said, event):
            return None
        if len(left) > 1 and left[-2].name == "first_in" and said.shape[: event.end].endswith(" the last"):
            return None  # "The first joined in @ and the last in @"
        return Dated(kind, when, wanted or None, event.name)
    if manner == "until":
        gap = LASTED.sub("", gap)
    if _crosses(gap) and not LABEL_GAP.fullmatch(gap):
        return None
    if manner == "done":
        wanted = wanted or bool(TO_BE.search(said.shape, max(0, event.start - 48), event.start))
        open_end = said.shape[: event.end].endswith((" available", " out"))  # "with results available end of 2020"
        return None if word in UNTIL else Dated(kind, when, wanted or (None if open_end else False), event.name)
    if manner in ("run", "joined"):
        return _from_stretch(said, event, when, gap, wanted=wanted, known=known)
    if manner == "since":
        ahead = said.shape[_clause_start(said.shape, event.start) : event.start]
        listed = STATUS.search(ahead) and not FINITE.search(ahead)  # "Phase 2, open label, recruiting since @"
        since = word == "since" and (listed or _is_trial(said, event, gap))
        return Dated(kind, when, False, event.name) if since else None
    if manner == "until":
        lasting = word in UNTIL or said.shape[: event.end].endswith("the end")
        if _is_coming_in(said.shape[_clause_start(said.shape, event.start) : event.start]):
            return None  # "Recruitment is to continue until @"
        named = FOLLOWS.search(said.shape, event.start, event.end) or _is_trial(said, event, gap, known=known)
        return Dated(kind, when, wanted or None, event.name) if lasting and named else None
    if word in UNTIL and not NOT_UNTIL.search(said.shape, max(0, event.start - 24), event.end):
        return None
    if kind == START_DATE and (word == "before" or (NO_TRIAL.match(gap) and not OBJECT.match(gap))):
        return None
    if kind != RESULTS_DATE and not _is_trial(said, event, gap, known=known):
        return None
    if _is_of_an_outbreak(said.shape[_clause_start(said.shape, event.start) : event.start]):
        return None
    return _of_verb(said, event, when, word)


def _is_of_an_outbreak(ahead: str) -> bool:
    """Whether "it" is something else that begins and ends, in a clause that names no trial."""
    return (
        ahead.rstrip().endswith(" it") and bool(OUTBREAK.search(ahead)) and not WHOLE_TRIAL.search(ahead.rstrip()[:-3])
    )


def _is_of_primary(said: Said, left: Sequence[Event]) -> bool:
    """Whether the subject of the last event is the primary outcome: "the main analysis was completed"."""
    if len(left) < 2 or left[-2].kind != PRIMARY:
        return False
    return not _strip_auxiliaries(said.shape[left[-2].end : left[-1].start]).strip()


def _of_verb(said: Said, event: Event, when: When, word: str) -> Dated | None:
    """The claim of a verb, by its tense and the auxiliaries before it."""
    ahead = said.shape[max(0, event.start - 48) : event.start]
    if event.manner == "present":
        wanted = _is_wanted(said, event, when)
        return Dated(event.kind, when, wanted or None, event.name)
    if event.manner == "plan":
        happened = DID_NOT.search(said.shape, max(0, event.start - 24), event.start + 4)
        return Dated(event.kind, when, not happened, event.name)
    if event.manner == "verb" and word not in UNTIL and NEGATED.search(ahead):
        return None  # "has not been completed as of May"
    unfulfilled = TO_HAVE.search(ahead)
    if event.kind == START_DATE and (unfulfilled or word == "by"):
        return None  # "was to have opened in 2020" says that it did not, "had begun by 2020" not when
    return Dated(event.kind, when, bool(unfulfilled or TO_BE.search(ahead)), event.name)


def _from_stretch(said: Said, event: Event, when: When, gap: str, *, wanted: bool, known: bool) -> Dated | None:
    """One end of a time in which a trial ran or people came in."""
    expected = True if wanted else None
    word = _last_word(gap)
    if event.manner == "run" and not _is_trial(said, event, gap, known=known):
        return None
    if word in ("from", "since", "starting", "beginning"):
        return Dated(START_DATE, when, expected, event.name)
    if event.manner == "run" and word in UNTIL:
        ahead = said.shape[_clause_start(said.shape, event.start) : event.start]
        return Dated(COMPLETION, when, expected, event.name, "at_least" if _is_coming_in(ahead) else "exact")
    return None


def _from_right(said: Said, event: Event, when: When, *, opens: bool) -> Dated | None:
    """What the first event behind a date says of it: "@ saw the start", "On @, it was stopped", "@, when it ended"."""
    gap = said.shape[when.end : event.start]
    if not event.kind or len(gap) > FARTHEST or DATE in gap:
        return None
    behind = re.match(r"[^,;:.@]{0,40}", said.shape[event.end :])
    wanted = bool(EXPECTS.search(gap) or (behind and EXPECTS.search(behind.group())))
    if event.manner == "noun":
        if AND_ANOTHER.match(gap):
            return None
        wanted = wanted or bool(EXPECTS.search(said.shape, max(0, when.start - 40), when.start))
        hoped = event.kind == PRIMARY and opens and HOPED.fullmatch(gap)
        if not (hoped or (BEFORE_NOUN.fullmatch(gap) and _is_the_trials(said, event))):
            return None
        return Dated(event.kind, when, wanted or None, event.name)
    if event.manner == "done":
        near = not _crosses(gap) and (opens or gap.strip() in ("", ",") or gap.startswith((" for ", ", before")))
        return Dated(event.kind, when, False, event.name) if near else None
    if event.manner == "since":
        since = opens and said.shape[: when.start].endswith("since ")
        subject = _strip_auxiliaries(gap.lstrip(", "))
        return Dated(event.kind, when, False, event.name) if since and _names_trial(said, subject, whole=True) else None
    if event.manner == "joined":
        long = opens and re.search(r"\b(?:from|since) $", said.shape[: when.start]) and not BREAKS.search(gap)
        return Dated(START_DATE, when, None, event.name) if long else None
    if event.manner not in ("verb", "plan", "present"):
        return None
    told = WHEN_BEHIND.match(gap)
    if not (told or (opens and ENDS_OF_PREPOSITION.search(said.shape[max(0, when.start - 10) : when.start]))):
        return None
    subject = gap[told.end() :] if told else ASIDES.sub(" ", gap).lstrip(", ")
    if opens and not _crosses(subject) and _begins_one(said, event):
        return _of_verb(said, event, when, "")
    if _crosses(_strip_auxiliaries(subject)) or not _names_trial(said, _strip_auxiliaries(subject), whole=True):
        return None
    return _of_verb(said, event, when, "")


def _begins_one(said: Said, event: Event) -> bool:
    """Whether somebody who is no participant begins a trial: "the team began a trial"."""
    if event.kind != START_DATE or event.manner != "verb":
        return False
    return bool(BEGINS_ONE.match(said.shape, event.end)) and not WHO.search(said.shape[: event.start][-12:])


def _range(said: Said, events: Sequence[Event], when: When, last: When) -> list[Dated]:
    """The beginning and end that a range of dates gives: "ran from @ to @", "Between @ and @, we enrolled", "(@–@)"."""
    shape = said.shape
    clause = _clause_start(shape, when.start)
    left = [event for event in events if event.end <= when.start and event.start >= clause]
    right = [event for event in events if event.start >= last.end]
    event = None
    if left:
        gap = shape[left[-1].end : when.start]
        if left[-1].name == "run" and shape[: left[-1].end].endswith("period"):
            gap = re.sub(r"^ (?:was|is|ran)\b", "", gap)
        if left[-1].manner == "joined":
            gap = re.sub(r"^ (?:(?:period|phase) )?(?:was|were|is|ran|occurred|took place|lasted|happened)\b", "", gap)
        near = len(gap) <= FARTHEST_OF_RANGE and not _crosses(gap) and _last_word(gap) not in UNTIL
        event = left[-1] if near and _stretches(said, left[-1], gap) else None
    if not event and right and _opens_clause(shape, clause, when):
        gap = shape[last.end : right[0].start]
        if len(gap) <= FARTHEST and not BREAKS.search(gap) and right[0].manner in ("run", "joined"):
            named = right[0].manner == "joined" or _names_trial(said, _strip_auxiliaries(gap.lstrip(", ")), whole=True)
            event = right[0] if named else None
    if event:
        wanted = _is_wanted(said, event, when) or bool(TO_BE.search(shape[max(0, event.start - 48) : event.start]))
        expected = True if wanted else None
        ahead = shape[clause : event.start]
        coming_in = event.manner in ("joined", "label") or (event.manner == "run" and _is_coming_in(ahead))
        return [
            Dated(START_DATE, when, expected, event.name, "at_most" if event.manner == "joined" else "exact"),
            Dated(COMPLETION, last, expected, event.name, "at_least" if coming_in else "exact"),
        ]
    if left and (kind := _moved(said, left[-1], when)):
        return [Dated(kind, when, True, left[-1].name), Dated(kind, last, None, left[-1].name)]
    if _stands_alone(said, events, when, last):
        return [Dated(START_DATE, when, None, "range"), Dated(COMPLETION, last, None, "range")]
    return []


def _moved(said: Said, event: Event, when: When) -> str:
    """The kind of the date that gave way to another, as "the end date was moved from @ to @" has it, or ""."""
    noun = event.manner == "noun" and _is_the_trials(said, event)
    return event.kind if noun and MOVED.fullmatch(said.shape, event.end, when.start) else ""


def _stretches(said: Said, event: Event, gap: str) -> bool:
    """Whether an event before a range is one that takes time, and the trial's."""
    if event.manner == "joined":
        return True
    if event.manner == "label":
        return bool(LABEL_GAP.fullmatch(gap)) and event.kind == START_DATE
    if event.manner == "verb" and said.shape[: event.end].endswith(" done"):
        return _is_trial(said, event, gap)
    counted = TRIED.fullmatch(said.shape, event.start, event.end) is not None or said.shape[: event.end].endswith(
        "period"
    )
    return event.manner == "run" and (counted or _is_trial(said, event, gap))


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
    if start and shape[start - 1] == "(":
        before = shape[max(0, start - 60) : start - 1].split()[-6:]
        return bool(before) and bool(TRIAL.search(" ".join(before[-4:]))) and not ahead.strip()
    if start == 0 and ahead.strip(" ,") in ("", "from", "between") and not behind.strip() and end >= len(shape) - 1:
        return True
    return bool(TRIAL.search(shape)) or bool(STATUS.search(shape))


def _cell(said: Said) -> Iterator[Dated]:
    """The date in a cell of a table: the head of its row or column says whose."""
    block = said.sentence.block
    for head in filter(None, heads_of(said.article, block)):
        kind = next((kind for kind, form in LABELS.items() if form.search(head)), "")
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


def _settled(said: Said, dated: Dated) -> When:
    """A date with its year: from the sentence, or from the article's date where the sentences before do not differ."""
    when = dated.when
    if when.is_whole:
        return when
    if when.relative in ("same", "after", "later"):
        year = _year_before(said)
        return when.of(int(year) + (when.relative == "later")) if year and when.relative != "after" else when
    settled = settle(when, said.article.published or "", to_come=bool(dated.expected))
    if dated.expected or when.relative or not settled.is_whole:
        return settled
    earlier = _year_before(said)
    return settled if earlier in ("", settled.value[:4]) else when


def _year_before(said: Said) -> str:
    """The last year that the sentences before this one, in its paragraph, give to a date."""
    sentences = said.article.once(prose_sentences)
    for index in range(min(said.index, len(sentences)) - 1, max(said.index - 4, -1), -1):
        if sentences[index].block is not said.sentence.block:
            break
        years = [when.value[:4] for when in dates(sentences[index].text) if when.is_whole]
        if years:
            return years[-1]
    return ""


def _is_to_come(article: Article, value: str) -> bool:
    """Whether a date lies after the article's own, or after the day of the run where it has none."""
    year, part = value[:4], value[5:]
    month = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7}.get(part)
    day = f"{year}-{month:02}" if month else value
    if not is_date(day):
        return False
    if article.published:
        return first_day(day) > article.published
    return article.is_to_come(day)


def _clause_start(shape: str, at: int) -> int:
    """Where the clause before an offset begins; what stands in brackets does not end one."""
    from_here = max(0, at - REACH)
    shape = shape[from_here:at]
    if "(" in shape:
        shape = BRACKETS.sub(lambda match: "(" * len(match.group()), shape)
    at = len(shape)
    start = max(shape.rfind(";", 0, at), shape.rfind(" – ", 0, at), shape.rfind("—", 0, at)) + 1
    label = PART_OF_ABSTRACT.match(shape) if not start and not from_here else None
    return label.end() if label else from_here + start


def _opens_clause(shape: str, clause: int, when: When) -> bool:
    return (
        bool(OPENING.search(shape[max(clause, when.start - 40) : when.start])) or not shape[clause : when.start].strip()
    )


def _last_word(gap: str) -> str:
    words = gap.rstrip(" (").split()
    if words and words[-1] in ("the", "about", "around", "early", "mid", "this"):
        words.pop()
    return words[-1].strip(",(") if words else ""


def _crosses(gap: str) -> bool:
    """Whether the words between an event and a date hold another statement."""
    return BLOCKERS.search(ASIDES.sub(" ", gap)) is not None


CONDITION = pattern(
    r"\b(?:when|once|if|unless) (?:fully |finally )?(?:completed|finished|concluded|done|launched|started|opened|begun|"
    r"closed|enrol+ed)\b[^,;]{0,20}$"
)
TO_COME = pattern(r"\b(?:will|should|would|shall|may|might|is expected|are expected)\b")
"""What tells, before and behind a date, that it is still to come: "when completed in 2022, the study should tell"."""


def _is_condition(said: Said, when: When) -> bool:
    before = said.shape[max(0, when.start - 60) : when.start]
    return bool(CONDITION.search(before)) and bool(TO_COME.search(said.shape, when.end))


def _is_wanted(said: Said, event: Event, when: When) -> bool:
    """Whether the words around an event and its date expect it."""
    shape = said.shape
    start = max(_clause_start(shape, event.start), event.start - 90)
    beside = event.manner == "noun"  # "one-year, top-line results" is one thing
    ends = (match.end() for match in CONJUNCTIONS.finditer(shape, start, event.start))
    cut = max((end for end in ends if event.start - end > beside), default=start)
    return bool(EXPECTS.search(BRACKETS.sub(" ", shape[cut : when.start])))


def _is_the_trials(said: Said, event: Event) -> bool:
    """Whether a noun such as "end" is the trial's: not "the end of treatment", "in the end", "the drug's launch"."""
    shape = said.shape
    behind = OF_SOMETHING.match(shape, event.end)
    if behind and not TRIAL.search(behind.group()) and not ON_RECORD.match(behind.group()):
        return False
    ahead = shape[max(0, event.start - 24) : event.start]
    if PHRASE_BEFORE.search(ahead) and not behind:
        return False
    return not OTHER_NOUN.search(ahead)


def _is_trial(said: Said, event: Event, gap: str, *, known: bool = False) -> bool:
    """Whether the trial is what begins or ends: the subject before the verb, or the object right behind it."""
    if OBJECT.match(gap):
        return not WHO.search(said.shape[max(0, event.start - 12) : event.start])
    ahead = said.shape[_clause_start(said.shape, event.start) : event.start]
    if event.manner == "present" and said.shape[: event.end].endswith("ing") and ahead.endswith(", "):
        return bool(TRIAL.search(ahead))
    named = _names_trial(said, ahead, known=known)
    if event.kind == COMPLETION and event.manner in ("verb", "present", "plan"):
        return named and not _is_coming_in(ahead)
    return named or (event.kind == COMPLETION and bool(SPONSOR.search(ahead.split("@")[0])))


def _is_coming_in(ahead: str) -> bool:
    """Whether a subject is the recruitment, the dosing or a part, which may end before the trial does."""
    ahead = _strip_auxiliaries(ahead).rstrip()
    pieces = [piece for piece in PIECES.split(ahead) if piece.strip()]
    last = pieces[-1] if pieces and ahead.endswith(pieces[-1].rstrip()) else ahead
    if COMING_IN.search(last) and not WHOLE_TRIAL.search(last):
        return True
    heads = PREPOSITIONS.split(pieces[0])[0] if pieces and last is ahead else ""
    return bool(COMING_IN.search(heads)) and not WHOLE_TRIAL.search(heads)


def _names_trial(said: Said, text: str, *, whole: bool = False, known: bool = False) -> bool:
    """Whether the words before a verb have the trial as their subject; `whole` if they are all of the subject.

    A verb without a subject of its own ("and was completed") takes that of the statement before it, which is `known`
    to be of the trial where that gave a date.
    """
    text = BRACKETS.sub(lambda match: f", {found.group()}," if (found := ID.search(match.group())) else "", text)
    text = AS_A_WHOLE.sub("", text.rsplit(": ", 1)[-1])
    text = _strip_auxiliaries(text)
    pieces = PIECES.split(text)
    last = pieces[-1].strip(" ,(")
    rest = text[: len(text) - len(pieces[-1])].rstrip(" ,(")
    if last in ("which", "that"):
        return any(TRIAL.search(piece) or _is_named(said, piece) for piece in PIECES.split(rest)[-2:])
    if last and rest and TELLING_OF_IT.match(last) and (TRIAL.search(rest) or _is_named(said, rest)):
        return True  # "the trial, testing it in 40 people, ended"
    if last:
        heads = PREPOSITIONS.split(last)
        head = heads[0] if heads[0].strip() else " ".join(last.split()[-2:])
        return bool(TRIAL.search(head)) or _is_named(said, last if len(last) < 40 else head)
    if len(pieces) == 1:
        return not whole
    rest = LAST_PIECE.sub("", rest)
    return known or not rest.strip() or bool(TRIAL.search(rest)) or _is_named(said, rest)


def _is_named(said: Said, words: str) -> bool:
    """Whether words of a shape hold the name of a trial of the article."""
    for name in said.article.once(_names):
        start = words.find(name)
        if start >= 0 and not words[max(0, start - 1) : start].isalnum():
            behind = words[start + len(name) : start + len(name) + 1]
            if not behind.isalnum():
                return True
    return False


def _names(article: Article) -> tuple[str, ...]:
    """The names of the trials as a shape may hold them."""
    names = {name.lower() for trial in article.trials for name in (trial.acronym, trial.key, trial.id) if name}
    for sentence in article.once(prose_sentences):
        if len(sentence.text) <= LONGEST_SENTENCE and any(noun in sentence.text for noun in ("trial", "study")):
            found = {match[1] or match[2] for match in CALLED.finditer(sentence.text)}
            names |= {name.lower() for name in found if name.partition("-")[0] not in NO_TRIALS}
    names |= {re.sub(r"\d", "#", name) for name in names}
    return tuple(name for name in names if len(name) > 2)


def _strip_auxiliaries(text: str) -> str:
    return AUXILIARIES.sub("", text.rstrip())
