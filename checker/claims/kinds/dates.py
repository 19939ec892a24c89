"""When a trial began, gave its main answer, ended and told its results.

A date belongs to the event that its clause states: mostly the last one before it ("was completed on …"), in a clause
that opens with the date the first one behind it ("On …, it was terminated"). Other events, such as an approval or the
update of a record, keep their dates to themselves. `type` is ESTIMATED where the words expect it, and where they do
not say, for a date after the article's own.

A claim's `qualifier` is "about" for words less exact than a month ("the end of 2025", "mid-2026"), and "at_least" for
the last date of people coming in, which the end of the trial cannot come before.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from checker.claims.claim import Found
from checker.claims.grammar import matches
from checker.claims.kinds._events import COMPLETION, ELSEWHERE, EVENTS, PRIMARY, RESULTS_DATE, START_DATE
from checker.claims.numbers import LONGEST_SENTENCE
from checker.claims.sentences import prose_sentences
from checker.claims.when import dates, settle
from checker.dates import first_day, is_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.article import Article
    from checker.claims.grammar import Match
    from checker.claims.said import Said
    from checker.claims.when import When

KINDS = ("start_date", "primary_completion_date", "completion_date", "results_date")
PATTERNS = EVENTS

REACH = 300
"""How many code points before a date its clause may begin, so that time stays linear."""
FARTHEST = 110
"""How many code points may lie between an event and its date."""


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
    if said.sentence.block.kind == "cell":
        stated = list(_cell(said))
    else:
        stated = list(_stated(said))
    seen = set()
    for dated in stated:
        when, kind = _settled(said, dated), dated.kind
        if not when.is_whole or (kind, when.start) in seen:
            continue
        seen.add((kind, when.start))
        expected = dated.expected if dated.expected is not None else _is_to_come(said.article, when.value)
        yield Found(
            kind,
            when.value,
            when.start,
            when.end,
            qualifier="about" if when.about else dated.qualifier,
            hedged=bool(_doubt().search(said.lower)),
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
    found = []
    for rank, match in enumerate(matches((*ELSEWHERE[:2], *EVENTS, *ELSEWHERE[2:]), said)):
        if not _is_meant(said, match):
            continue
        event = Event(
            match.start, match.end, match.pattern.gives["kind"], match.pattern.gives["manner"], match.pattern.name
        )
        found.append((rank, event))
    taken = bytearray(len(said.text))
    kept = []
    for _, event in found:
        if not any(taken[event.start : event.end]):
            taken[event.start : event.end] = b"\1" * (event.end - event.start)
            kept.append(event)
    return sorted(kept)


def _is_meant(said: Said, match: Match) -> bool:
    """Whether a match is the event that its pattern is for, by words that no pattern can look at."""
    manner, behind = match.pattern.gives["manner"], said.shape[match.end : match.end + 40]
    if manner == "label":
        return bool(_label_behind().match(behind))
    if manner == "since":
        return "since" in said.shape and not behind.startswith("-")
    if match.pattern.name == "results_posted":
        return not _ahead().search(said.shape, match.start, match.end)
    if match.pattern.name == "joined" and said.shape.startswith("in ", match.start):
        return bool(_over_time().match(said.shape, match.end))
    return True


def _single(said: Said, events: Sequence[Event], when: When, before: int, *, known: bool) -> Iterator[Dated]:
    """The claim of one date that is no part of a range."""
    clause = _clause_start(said.shape, when.start)
    asides = [match.span() for match in _asides().finditer(said.shape, clause, when.start)]
    left = [
        event
        for event in events
        if clause <= event.start and event.end <= when.start and not any(a < event.start < b for a, b in asides)
    ]
    right = [event for event in events if event.start >= when.end]
    opens = _opens_clause(said.shape, clause, when)
    if not opens and left:
        found = _from_left(said, left, when, before, known=known)
        if found:
            yield found
            return
    if right and (found := _from_right(said, right[0], when, opens=opens, nothing_left=not left)):
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
    if len(left) > 1 and kind == COMPLETION and manner == "verb" and left[-2].kind == PRIMARY:
        if not _strip_auxiliaries(said.shape[left[-2].end : event.start]).strip():  # "the main analysis was completed"
            return None if _crosses(gap) else _of_verb(said, event._replace(kind=PRIMARY), when, "")
    word = _last_word(gap)
    wanted = _is_wanted(said, event, when)
    if manner == "label":
        return Dated(kind, when, None, event.name) if _label_gap().fullmatch(gap) else None
    if manner == "noun":
        if not (_primary_gap() if kind == PRIMARY else _noun_gap()).fullmatch(gap):
            return None
        if kind != PRIMARY and not _is_the_trials(said, event):
            return None
        return Dated(kind, when, wanted or None, event.name)
    if _crosses(gap) and not _label_gap().fullmatch(gap):
        return None
    if manner == "done":
        return None if word in UNTIL else Dated(kind, when, wanted, event.name)
    if manner in ("run", "joined"):
        return _from_stretch(said, event, when, gap, wanted=wanted, known=known)
    if manner == "since":
        since = word == "since" and _is_trial(said, event, gap)
        return Dated(kind, when, False, event.name) if since else None
    if manner == "until":
        lasting = word in UNTIL or said.shape[: event.end].endswith("the end")
        named = _follows().search(said.shape, event.start, event.end) or _is_trial(said, event, gap, known=known)
        return Dated(kind, when, wanted or None, event.name) if lasting and named else None
    if word in UNTIL and not _not_until().search(said.shape, max(0, event.start - 24), event.end):
        return None
    if not (kind == RESULTS_DATE or _is_trial(said, event, gap, known=known)) or (
        kind == START_DATE and word == "before"
    ):
        return None
    return _of_verb(said, event, when, word)


def _of_verb(said: Said, event: Event, when: When, word: str) -> Dated | None:
    """The claim of a verb, by its tense and the auxiliaries before it."""
    ahead = said.shape[max(0, event.start - 48) : event.start]
    if event.manner == "present":
        wanted = _is_wanted(said, event, when)
        return Dated(event.kind, when, wanted or None, event.name)
    if event.manner == "plan":
        happened = _did_not().search(said.shape, max(0, event.start - 24), event.start + 4)
        return Dated(event.kind, when, not happened, event.name)
    unfulfilled = _to_have().search(ahead)
    if event.kind == START_DATE and (unfulfilled or word == "by"):
        return None  # "was to have opened in 2020" says that it did not, "had begun by 2020" not when
    return Dated(event.kind, when, bool(unfulfilled or _to_be().search(ahead)), event.name)


def _from_stretch(said: Said, event: Event, when: When, gap: str, *, wanted: bool, known: bool) -> Dated | None:
    """One end of a time in which a trial ran or people came in."""
    expected = True if wanted else None
    word = _last_word(gap)
    if event.manner == "run" and not _is_trial(said, event, gap, known=known):
        return None
    if word in ("from", "since", "starting", "beginning"):
        return Dated(START_DATE, when, expected, event.name)
    if event.manner == "run" and word in UNTIL:
        return Dated(COMPLETION, when, expected, event.name)
    return None


def _from_right(said: Said, event: Event, when: When, *, opens: bool, nothing_left: bool) -> Dated | None:
    """What the first event behind a date says of it: "@ saw the start", "On @, it was terminated", "@, when it ended"."""
    gap = said.shape[when.end : event.start]
    if not event.kind or len(gap) > FARTHEST or DATE_SIGN in gap:
        return None
    behind = re.match(r"[^,;:.@]{0,40}", said.shape[event.end :])
    wanted = bool(_expects().search(gap) or (behind and _expects().search(behind.group())))
    if event.manner == "noun":
        hoped = event.kind == PRIMARY and opens and _hoped().fullmatch(gap)
        if not (hoped or (_before_noun().fullmatch(gap) and _is_the_trials(said, event))):
            return None
        return Dated(event.kind, when, wanted or None, event.name)
    if event.manner == "done":
        near = _crosses(gap) is None and (opens or gap.strip() in ("", ",") or gap.startswith((" for ", ", before")))
        return Dated(event.kind, when, False, event.name) if near else None
    if event.manner == "since":
        since = opens and said.shape[: when.start].endswith("since ")
        subject = _strip_auxiliaries(gap.lstrip(", "))
        return Dated(event.kind, when, False, event.name) if since and _names_trial(said, subject, whole=True) else None
    if event.manner == "joined":
        long = opens and re.search(r"\b(?:from|since) $", said.shape[: when.start]) and not _breaks().search(gap)
        return Dated(START_DATE, when, None, event.name) if long else None
    if event.manner not in ("verb", "plan", "present"):
        return None
    told = _when_behind().match(gap)
    if not (told or (opens and _ends_of_preposition().search(said.shape[max(0, when.start - 10) : when.start]))):
        return None
    subject = gap[told.end() :] if told else gap.lstrip(", ")
    if _crosses(_strip_auxiliaries(subject)) or not _names_trial(said, _strip_auxiliaries(subject), whole=True):
        return None
    return _of_verb(said, event, when, "")


def _range(said: Said, events: Sequence[Event], when: When, last: When) -> list[Dated]:
    """The beginning and end that a range of dates gives: "ran from @ to @", "Between @ and @, we enrolled", "(@–@)"."""
    shape = said.shape
    clause = _clause_start(shape, when.start)
    left = [event for event in events if event.end <= when.start and event.start >= clause]
    right = [event for event in events if event.start >= last.end]
    event = None
    if left:
        gap = shape[left[-1].end : when.start]
        near = len(gap) <= FARTHEST and _crosses(gap) is None and _last_word(gap) not in UNTIL
        event = left[-1] if near and _stretches(said, left[-1], gap) else None
    if not event and right and _opens_clause(shape, clause, when):
        gap = shape[last.end : right[0].start]
        if len(gap) <= FARTHEST and not _breaks().search(gap) and right[0].manner in ("run", "joined"):
            named = right[0].manner == "joined" or _names_trial(said, _strip_auxiliaries(gap.lstrip(", ")), whole=True)
            event = right[0] if named else None
    if event:
        wanted = _is_wanted(said, event, when) or bool(_to_be().search(shape[max(0, event.start - 48) : event.start]))
        expected = True if wanted else None
        coming_in = event.manner in ("joined", "label")
        return [
            Dated(START_DATE, when, expected, event.name),
            Dated(COMPLETION, last, expected, event.name, "at_least" if coming_in else "exact"),
        ]
    if _stands_alone(said, events, when, last):
        return [Dated(START_DATE, when, None, "range"), Dated(COMPLETION, last, None, "range")]
    return []


def _stretches(said: Said, event: Event, gap: str) -> bool:
    """Whether an event before a range is one that takes time, and the trial's."""
    if event.manner == "joined":
        return True
    if event.manner == "label":
        return bool(_label_gap().fullmatch(gap)) and event.kind == START_DATE
    if event.manner == "verb" and said.shape[: event.end].endswith(" done"):
        return _is_trial(said, event, gap)
    counted = _tried().fullmatch(said.shape, event.start, event.end) is not None
    return event.manner == "run" and (counted or _is_trial(said, event, gap))


def _stands_alone(said: Said, events: Sequence[Event], when: When, last: When) -> bool:
    """Whether a range stands in a fragment without a verb: "Phase 1, open-label, @ to @, done", "the trial (@–@)"."""
    shape = said.shape
    start = max(shape.rfind(sign, 0, when.start) for sign in ";:(") + 1
    ends = [place for sign in ";:)." if (place := shape.find(sign, last.end)) >= 0]
    end = min(ends, default=len(shape))
    ahead, behind = shape[start : when.start], shape[last.end : end]
    if len(ahead) + len(behind) > 80 or _finite().search(ahead) or _finite().search(behind):
        return False
    if any(not event.kind and start <= event.start < end for event in events):
        return False
    if not re.fullmatch(r"(?:.*,)?\s*(?:from |between )?", ahead) or not re.match(r"\s*(?:,|$)", behind):
        return False
    if start and shape[start - 1] == "(":
        before = shape[max(0, start - 60) : start - 1].split()[-6:]
        return bool(before) and bool(_trial().search(" ".join(before[-4:]))) and not ahead.strip()
    if start == 0 and ahead.strip(" ,") in ("", "from", "between") and not behind.strip() and end >= len(shape) - 1:
        return True
    return bool(_trial().search(shape)) or bool(_status().search(shape))


def _cell(said: Said) -> Iterator[Dated]:
    """The date in a cell of a table: the head of its row or column says whose."""
    block = said.sentence.block
    texts = said.article.once(_heads)
    heads = []
    if block.column:
        heads.append(texts.get((block.table, block.row, 0), ""))
    if block.row:
        heads.append(texts.get((block.table, 0, block.column), ""))
    for head in heads:
        kind = next((kind for kind, form in _labels().items() if form.search(head.lower())), "")
        here = said.lower
        if not kind and _status_label().search(head.lower()):
            kind = COMPLETION if re.search(r"\b(?:completed|ended|finished|terminated|stopped)\b", here) else ""
        if not kind or len(here) > 60:
            continue
        expected = True if _expects().search(f"{head.lower()} {here}") else None
        first = said.dates[0]
        if kind == "run":
            if len(said.dates) == 2:
                yield Dated(START_DATE, first, expected, "cell")
                yield Dated(COMPLETION, said.dates[1], expected, "cell")
        else:
            yield Dated(kind, first, expected, "cell")
        return


def _heads(article: Article) -> dict[tuple[int, int, int], str]:
    return {
        (block.table, block.row, block.column): block.prose
        for block in article.prose
        if block.kind == "cell" and (block.row == 0 or block.column == 0)
    }


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
    shape = _brackets().sub(lambda match: "(" * len(match.group()), shape[from_here:at])
    at = len(shape)
    return from_here + max(shape.rfind(";", 0, at), shape.rfind(" – ", 0, at), shape.rfind("—", 0, at)) + 1


def _opens_clause(shape: str, clause: int, when: When) -> bool:
    return (
        bool(_opening().search(shape[max(clause, when.start - 40) : when.start]))
        or not shape[clause : when.start].strip()
    )


def _last_word(gap: str) -> str:
    words = gap.rstrip(" (").split()
    if words and words[-1] in ("the", "about", "around", "early", "mid", "this"):
        words.pop()
    return words[-1].strip(",(") if words else ""


def _crosses(gap: str) -> re.Match[str] | None:
    """Whether the words between an event and a date hold another statement."""
    return _blockers().search(_asides().sub(" ", gap))


def _is_wanted(said: Said, event: Event, when: When) -> bool:
    """Whether the words around an event and its date expect it."""
    shape = said.shape
    start = max(_clause_start(shape, event.start), event.start - 90)
    cut = max((match.end() for match in _conjunctions().finditer(shape, start, event.start)), default=start)
    return bool(_expects().search(shape, cut, when.start))


def _is_the_trials(said: Said, event: Event) -> bool:
    """Whether a noun such as "end" is the trial's: not "the end of treatment", "in the end", "the launch of the drug"."""
    shape = said.shape
    behind = _of_something().match(shape, event.end)
    if behind and not _trial().search(behind.group()) and not _on_record().match(behind.group()):
        return False
    ahead = shape[max(0, event.start - 24) : event.start]
    if _phrase_before().search(ahead) and not behind:
        return False
    return not _other_noun().search(ahead)


def _is_trial(said: Said, event: Event, gap: str, *, known: bool = False) -> bool:
    """Whether the trial is what begins or ends: the subject before the verb, or the object right behind it."""
    if _object().match(gap):
        return not _who().search(said.shape[max(0, event.start - 12) : event.start])
    ahead = said.shape[_clause_start(said.shape, event.start) : event.start]
    if event.manner == "present" and said.shape[: event.end].endswith("ing") and ahead.endswith(", "):
        return bool(_trial().search(ahead))
    named = _names_trial(said, ahead, known=known)
    if event.kind == COMPLETION and event.manner in ("verb", "present"):
        return named and not _is_coming_in(ahead)
    return named or (event.kind == COMPLETION and bool(_sponsor().search(ahead.split("@")[0])))


def _is_coming_in(ahead: str) -> bool:
    """Whether a subject is the recruitment, the dosing or a part, which may end before the trial does."""
    last = _pieces().split(_strip_auxiliaries(ahead))[-1]
    subject = last if last.strip() else ahead
    return bool(_coming_in().search(subject)) and not _whole_trial().search(subject)


def _names_trial(said: Said, text: str, *, whole: bool = False, known: bool = False) -> bool:
    """Whether the words before a verb have the trial as their subject; `whole` if they are all of the subject.

    A verb without a subject of its own ("and was completed") takes that of the statement before it, which is `known`
    to be of the trial where that gave a date.
    """
    text = _brackets().sub(lambda match: f", {found.group()}," if (found := _id().search(match.group())) else "", text)
    text = _as_a_whole().sub("", text.rsplit(": ", 1)[-1])
    for _ in range(6):
        text = _strip_auxiliaries(text)
        pieces = _pieces().split(text)
        part = pieces[-1].strip(" ,(")
        if part in ("which", "that"):
            text = text[: len(text) - len(pieces[-1])].rstrip(" ,(")
            before = _pieces().split(text)
            return any(_trial().search(piece) or _is_named(said, piece) for piece in before[-2:])
        if part:
            heads = _prepositions().split(part)
            head = heads[0] if heads[0].strip() else " ".join(part.split()[-2:])
            return bool(_trial().search(head) or _is_named(said, part if len(part) < 40 else head))
        if len(pieces) == 1:
            return not whole
        text = text[: len(text) - len(pieces[-1])].rstrip(" ,(")
        cut = _last_piece().search(text)
        text = text[: cut.start()] if cut else text
        if known or not text.strip():
            return True
        if _trial().search(text) or _is_named(said, text):
            return True
        return False
    return False


def _is_named(said: Said, words: str) -> bool:
    """Whether words of a shape hold the name of a trial of the article."""
    return any(name in words for name in said.article.once(_names))


def _names(article: Article) -> tuple[str, ...]:
    """The names of the trials as a shape may hold them."""
    names = {name.lower() for trial in article.trials for name in (trial.acronym, trial.key, trial.id) if name}
    names |= {re.sub(r"\d", "#", name) for name in names}
    return tuple(name for name in names if len(name) > 2)


def _strip_auxiliaries(text: str) -> str:
    return _auxiliaries().sub("", text.rstrip())


DATE_SIGN = "@"
UNTIL = ("until", "till", "through", "into", "to", "til")
TRIAL = (
    r"\b(?:trials?|stud(?:y|ies)|research|project|programmes?|programs?|experiments?|pilots?|registry|extension|work|"
    r"follow-up|survey|investigation|comparison|recruitment|recruiting|enrol+ment|enrolling|accrual|dosing|randomi[sz]ation|"
    r"inclusion|data collection|fieldwork|testing|it|this one|that one|this|both|the (?:first|second|third|other|latter|former)|they|"
    r"doors|all (?:two|three|four|five|six)|the whole thing|the whole|all of it|arm|part|branch|sub-?study|cohorts?|phase|"
    r"its record|its parent|parent|visits|the two|the three|"
    r"nct[#\d]+|isrctn[#\d]+|actrn[#\d]+|ctri/|eudract|umin[#\d]+|drks[#\d]+|jrcts?[#\d]+|chictr[a-z#\d-]+)(?![\w-])"
)


@cache
def _trial() -> re.Pattern[str]:
    return re.compile(TRIAL)


@cache
def _id() -> re.Pattern[str]:
    return re.compile(r"\b(?:nct|isrctn|actrn|umin|drks|jrcts?|chictr|eudract |ctri/)[a-z/#\d-]+")


@cache
def _object() -> re.Pattern[str]:
    return re.compile(
        r" (?:up |off |down )?(?:it\b|the (?:[a-z0-9#-]+ ){0,3}?(?:trial|study|project|registry|recruitment|enrol+ment|dosing)\b|"
        r"its (?:[a-z0-9#-]+ ){0,3}?(?:trial|study)\b|"
        r"an? (?:[a-z0-9#,-]+ ){0,6}?(?:trial|study)\b|the (?:count|work|testing|clinical (?:part|phase))\b|(?:to )?(?:recruit|enrol|join|dos|screen|random|sign(?:ing)? up|tak(?:ing|e) (?:in|part))[a-z]*)"
    )


@cache
def _coming_in() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:recruitment|recruiting|enrol+ment|enrolling|accrual|dosing|randomi[sz]ation|inclusion|testing|arm|branch|part|"
        r"cohorts?|phase [#ab]+)\b"
    )


@cache
def _whole_trial() -> re.Pattern[str]:
    return re.compile(r"\b(?:trial|study|it|nct[#\d]+)\b")


@cache
def _sponsor() -> re.Pattern[str]:
    return re.compile(r"\b(?:the|its) (?:sponsors?|investigators|researchers|organi[sz]ers|trialists|team)\b")


@cache
def _who() -> re.Pattern[str]:
    return re.compile(r"\b(?:who|he|she) $")


@cache
def _pieces() -> re.Pattern[str]:
    """Where a clause or an aside begins and ends."""
    return re.compile(
        r"(?:, and |, but |,|\(|\)|–|—|@+|\band\b|\bbut\b|\bwhen\b|\bwhile\b|\bafter\b|\bbefore\b|\bbecause\b|\bsince\b|"
        r"\bas\b|\bwhere\b|\buntil\b|\balthough\b|\bthough\b|\bif\b|\bonce\b|\byet\b|\bhow\b|\bwhether\b)|(?=\b(?:which|that)\s*$)"
    )


@cache
def _as_a_whole() -> re.Pattern[str]:
    return re.compile(r" (?:as a whole|as planned|as such|as scheduled)\b")


@cache
def _last_piece() -> re.Pattern[str]:
    return re.compile(
        r"(?:,|\(|\)|–|—|@+|\b(?:and|but|when|while|after|before|because|since|as|where|until|although)\b)\s*$"
    )


@cache
def _prepositions() -> re.Pattern[str]:
    return re.compile(r"\b(?:of|for|in|at|from|on|with|to|by|into|among|across|about|comparing|testing|under|run)\b")


@cache
def _auxiliaries() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:^|(?<=[\s,(]))(?:was|were|is|are|has|had|have|been|be|being|only|then|first|not|did|could|may|might|can|"
        r"cannot|to|will|would|should|must|shall|expected|due|set|scheduled|slated|planned|meant|supposed|intended|hoped|"
        r"anticipated|estimated|projected|guided|hopes?|expects?|wants?|plans?|aims?|likely|on track|about|ready|going|"
        r"on paper|never|having|just|also|already|both|there|early|now|once|yet|duly|prematurely|[a-z]{2,}ly|"
        r"in turn|at last|no longer|didn’t|didn't|got|itself|currently|again|later|even|still|thus|so)[\s,]*){1,12}$"
    )


@cache
def _blockers() -> re.Pattern[str]:
    return re.compile(
        r"(?:;|: )|\b(?:was|were|is|are|had|has|have|will|would|which|who|whose|when|while|because|although|though|but|if|"
        r"says?|said|where|whereas|so that|did|does|do|can|could|should|gave|came|went|made|took|led|got)\b"
    )


@cache
def _breaks() -> re.Pattern[str]:
    return re.compile(r"[;:]|\b(?:which|who|whose|when|while|because|although|though|but|if|says?|said|where)\b")


@cache
def _brackets() -> re.Pattern[str]:
    return re.compile(r"\([^()@]*\)")


@cache
def _asides() -> re.Pattern[str]:
    return re.compile(
        r"\([^()]{0,80}\)|,\s(?:after|having|with|despite|following|without|as|because|not)\b[^,;:]{0,60},"
    )


@cache
def _conjunctions() -> re.Pattern[str]:
    return re.compile(r",|\b(?:but|while|though|although|because|when|which|who|after|before)\b|@+")


@cache
def _expects() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:will|would|should|expect(?:s|ed|ing)?|plan(?:s|ned|ning)?|due|slated|scheduled|anticipat(?:ed|es|ing)|"
        r"estimat(?:ed|es)|target(?:s|ed|ing)?|project(?:ed|s)|pencil+ed|guid(?:ed|es|ance)|foreseen|hop(?:es|ed|ing|ed-for)|"
        r"intend(?:s|ed)?|aim(?:s|ed|ing)?|forecast|proposed|wants?|supposed|likely|to be|(?:is|are|was|were|not|on track|set|about|and) to|"
        r"no earlier than|to come|to follow|to give|to have|to report|may|might|could|est)\b"
    )


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(r"\b(?:will|should|would|expected|due|may|could)\b")


@cache
def _over_time() -> re.Pattern[str]:
    return re.compile(r"[^,;@]{0,30}\b(?:from|since|between)\b")


@cache
def _doubt() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:in all likelihood|may slip|might slip|not clear|unclear|uncertain|doubtful|perhaps|probably|presumably|it is possible)\b"
    )


@cache
def _to_have() -> re.Pattern[str]:
    return re.compile(r"\bto have (?:been )?(?:[a-z]+ly )?$")


@cache
def _to_be() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:to|will|would|should|may|might|could|must|shall)(?: have)?(?: only)?(?: be| been| get)?(?: [a-z]+ly)? $"
    )


@cache
def _did_not() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:did not|didn['’]t|could not|was able to|were able to|managed to|was allowed to)(?: [a-z]+)? ?(?:not |to )?$|\b(?:did not|didn['’]t|could not|able to|managed to)\b"
    )


@cache
def _not_until() -> re.Pattern[str]:
    return re.compile(r"\b(?:not|n['’]t|never|only)\b")


@cache
def _follows() -> re.Pattern[str]:
    return re.compile(r"follow|watch|monitor|seen|track|observ|the end")


@cache
def _tried() -> re.Pattern[str]:
    return re.compile(r"tried|tested|looked after|enrolling|recruiting")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        r"(?:^|[;:–—(]|,? (?:and|but|then|so|yet)|^\s*then,?)\s*(?:that |then )?(?:(?:in|on|by|between|from|since|during|around|at|until|starting|only in|as early as|back in) )?(?:the )?$"
        r"|^\s*(?:in|on|by|between|from|since|during|at|until) $"
    )


@cache
def _ends_of_preposition() -> re.Pattern[str]:
    return re.compile(r"(?i:^|\b)(?:in|on|by|at|during|around|since|from)\s(?:the\s)?$")


@cache
def _when_behind() -> re.Pattern[str]:
    return re.compile(r",? (?:(?:is|was|will be) )?(?:the (?:month|year|day|date) )?when ")


@cache
def _label_behind() -> re.Pattern[str]:
    return re.compile(_label_gap().pattern + DATE_SIGN)


@cache
def _label_gap() -> re.Pattern[str]:
    return re.compile(
        r"\s?(?:\((?:actual|estimated|planned|expected)\)\s?)?(?:[:=–—-]\s?|,\s)?(?:from |since |in |on |between )?(?:the )?"
    )


@cache
def _noun_gap() -> re.Pattern[str]:
    words = (
        r"date|dates|day|month|time|of|for|the|this|that|study|trial|its|their|is|was|are|were|be|been|being|will|would|to|now|has|"
        r"had|have|still|currently|set|due|given|listed|recorded|planned|expected|scheduled|estimated|anticipated|targeted|"
        r"projected|pencil+ed in|in|at|on|by|around|guided|foreseen|as|slated|later|a|year|years|month|months|came|comes|fell|falls|put|"
        r"moved|pushed|postponed|delayed|back|forward|only|not|before|until|named|then|record|registry|should|actual|it|"
        r"hoped|forecast|about|likely|next|two|three|a half|and|half|brought|which|should|did not come"
    )
    return re.compile(rf"(?:[ ,(]+(?:{words}))*[ ,:(=–—-]*")


@cache
def _primary_gap() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?!\b(?:which|who|when|while|but|because|although|and|called|failed|met|missed|showed?n?|approv[a-z]*)\b)[^;@]){0,60}"
    )


@cache
def _before_noun() -> re.Pattern[str]:
    words = (
        r"is|was|are|were|be|to be|has been|remains|saw|sees|see|should|will|marks|marked|brought|brings|given|gives|for|as|the|its|"
        r"their|date|day|on the record|record|recorded|pencil+ed in|set|planned|expected|target|month|year|it|that|both|main|overall|and|of|"
        r"still|now|our|a|an|official|hoped-for|hoped for|estimated|anticipated|projected|scheduled|likely|earliest|"
        r"listed|named|registry|on|in|trial|trial['’]s|study|study['’]s|final|also|only|first|provisional|current|would|could|may|might|"
        r"is given as|[a-z]+['’]s|follow-up"
    )
    return re.compile(rf"(?:[ ,(–—]+(?:{words}))*[ ,]*")


@cache
def _hoped() -> re.Pattern[str]:
    """ "By @ the company expects …" its main results."""
    return re.compile(
        r",? (?:[a-z’'-]+ ){1,4}(?:wants?|expects?|hopes? (?:for|to have)|plans?|guides? for|anticipates?|should have) ?(?:the |its )?"
    )


@cache
def _of_something() -> re.Pattern[str]:
    return re.compile(r" (?:date |dates )?(?:of|for|to|in|at|on) (?:(?!@)[a-z#’'-]+ ?){1,4}")


@cache
def _on_record() -> re.Pattern[str]:
    return re.compile(r" (?:date )?(?:on|in) the (?:record|registry|register|entry)\b")


@cache
def _phrase_before() -> re.Pattern[str]:
    return re.compile(r"\b(?:in|at|by|to|until|till|from|near|towards?|since|after|before) (?:the |an |a )?(?:very )?$")


@cache
def _other_noun() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:drug|product|commercial|market|company|pandemic|war|treatment|therapy|season|school|clinic|office|book|film|"
        r"app|price|deal|merger|weekend|year|week|disease|symptom|symptoms|high|low|front|back|dead|other|open|tail|far|"
        r"deep|upper|lower|business|trading|no|without|recruitment|enrol+ment|accrual)[- ]$"
    )


@cache
def _finite() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:was|were|is|are|has|had|have|will|would|did|does|can|could|should|treated|lived|worked|served|studied|"
        r"published|searched|reviewed|diagnosed|data|records|records of|cases|articles|papers|season|fiscal)\b"
    )


@cache
def _status() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:done|complete|completed|finished|over|ongoing|recruiting|dates?|period|timeline|duration|phase|open-label|randomi[sz]ed)\b"
    )


@cache
def _labels() -> dict[str, re.Pattern[str]]:
    return {
        PRIMARY: re.compile(
            r"\bprimary completion|\b(?:main|primary) (?:result|outcome|data|answer)|top-?line|read-?out"
        ),
        RESULTS_DATE: re.compile(r"\bresults?\b"),
        "run": re.compile(r"^\W*(?:dates?|run|ran|period|duration|timeline|timing|when|years?|study period|time)\W*$"),
        START_DATE: re.compile(
            r"\b(?:start(?:s|ed|ing)?|beg(?:an|ins?|un|inning)|open(?:s|ed|ing)?|launch(?:ed)?|commenced|first (?:patient|participant|visit))\b"
        ),
        COMPLETION: re.compile(
            r"\b(?:end(?:s|ed|ing)?|finish(?:es|ed)?|completion|completed|clos(?:es|ed|ing)|last (?:patient|participant|visit)|terminated|stopped)\b"
        ),
    }


@cache
def _status_label() -> re.Pattern[str]:
    return re.compile(r"\b(?:status|state|stage)\b")
