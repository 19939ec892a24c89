"""Whether the trial is what an event happened to, or something else: its recruitment, a drug, a person, an outbreak."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.claims.kinds._clauses import Event, clause_start
from checker.claims.kinds._date_words import (
    AS_A_WHOLE,
    AUXILIARIES,
    BEGINS_ONE,
    BLOCKERS,
    BRACKETS,
    CALLED,
    COMING_IN,
    CONGRESS,
    ID,
    LAST_PIECE,
    NO_TRIALS,
    OBJECT,
    OF_SOMETHING,
    OF_THE_TRIAL,
    ON_RECORD,
    OTHER_NOUN,
    OUTBREAK,
    OWNER,
    PART_OF,
    PHRASE_BEFORE,
    PIECES,
    PREPOSITIONS,
    RIGHT_BEFORE,
    SPONSOR,
    TELLING_OF_IT,
    TRIAL,
    WAVE,
    WHO,
    WHOLE_TRIAL,
    WITHIN_TRIAL,
)
from checker.claims.kinds._event_words import COMPLETION, PRIMARY, START_DATE
from checker.claims.numbers import LONGEST_SENTENCE
from checker.claims.sentences import prose_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.article import Article
    from checker.claims.said import Said


def is_of_an_outbreak(ahead: str) -> bool:
    """Whether "it" is something else that begins and ends, in a clause that names no trial."""
    return (
        ahead.rstrip().endswith(" it") and bool(OUTBREAK.search(ahead)) and not WHOLE_TRIAL.search(ahead.rstrip()[:-3])
    )


def is_of_primary(said: Said, left: Sequence[Event]) -> bool:
    """Whether the subject of the last event is the primary outcome: "the main analysis was completed"."""
    if len(left) < 2 or left[-2].kind != PRIMARY:
        return False
    return not strip_auxiliaries(said.shape[left[-2].end : left[-1].start]).strip()


def begins_one(said: Said, event: Event) -> bool:
    """Whether somebody who is no participant begins a trial: "the team began a trial"."""
    if event.kind != START_DATE or event.manner != "verb" or WHO.search(said.shape[: event.start][-12:]):
        return False
    return bool(BEGINS_ONE.match(said.shape, event.end)) or _behind_a_name(said, said.shape, event.end + 1) > 0


def is_the_trials(said: Said, event: Event) -> bool:
    """Whether a noun such as "end" is the trial's: not "the end of treatment", "in the end", "the drug's launch"."""
    shape = said.shape
    behind = OF_SOMETHING.match(shape, event.end)
    if behind and not (TRIAL.search(behind.group()) or ON_RECORD.match(behind.group())):
        return behind_the_trial(said, shape[event.end :]) > 0
    ahead = shape[max(0, event.start - 24) : event.start]
    if PHRASE_BEFORE.search(ahead) and not behind:
        return False
    return not OTHER_NOUN.search(ahead)


def behind_the_trial(said: Said, gap: str) -> int:
    """How far into the words behind a noun the trial reaches that it is of ("start of the KOALA study in"), else 0."""
    if match := OF_THE_TRIAL.match(gap):
        return match.end()
    return _behind_a_name(said, gap, 4) if gap.startswith((" of ", " to ")) else 0


def _behind_a_name(said: Said, words: str, at: int) -> int:
    """Where the name of a trial of the article ends that stands at an offset of words, else 0."""
    for name in said.article.once(_names):
        end = at + len(name)
        if words.startswith(name, at) and not words[end : end + 1].isalnum() and words[end : end + 2] != "-#":
            return end
    return 0


def is_trial(said: Said, event: Event, gap: str, *, known: bool = False) -> bool:
    """Whether the trial is what begins or ends: the subject before the verb, or the object right behind it."""
    if said.shape[: event.end].endswith(" held") and CONGRESS.search(said.shape, 0, event.start):
        return False
    if OBJECT.match(gap) or _behind_a_name(said, gap, 1):
        return not WHO.search(said.shape[max(0, event.start - 12) : event.start])
    ahead = said.shape[clause_start(said.shape, event.start) : event.start]
    if event.manner == "run" and WAVE.search(strip_auxiliaries(ahead)):
        return False
    if event.manner == "run" and RIGHT_BEFORE.search(ahead):
        return True  # "it was shown in a trial conducted from @ to @"
    if event.manner == "present" and said.shape[: event.end].endswith("ing") and ahead.endswith(", "):
        return bool(TRIAL.search(ahead))
    verbal = event.manner in ("verb", "present", "plan")
    named = names_trial(said, ahead, known=known, itself=verbal)
    if event.kind == COMPLETION and verbal:
        return named and not is_coming_in(ahead)
    return named or (event.kind == COMPLETION and bool(SPONSOR.search(ahead.split("@")[0])))


def is_coming_in(ahead: str) -> bool:
    """Whether a subject is the recruitment, the dosing or a part, which may end before the trial does."""
    ahead = strip_auxiliaries(ahead).rstrip()
    pieces = [piece for piece in PIECES.split(ahead) if piece.strip()]
    last = pieces[-1] if pieces and ahead.endswith(pieces[-1].rstrip()) else ahead
    if WITHIN_TRIAL.search(PREPOSITIONS.split(last)[0]) or WITHIN_TRIAL.search(last):
        return True  # "study recruitment of the last patient"
    if COMING_IN.search(last) and not WHOLE_TRIAL.search(last):
        return True
    heads = PREPOSITIONS.split(pieces[0])[0] if pieces and last is ahead else ""
    return bool(COMING_IN.search(heads)) and not WHOLE_TRIAL.search(heads)


def names_trial(said: Said, text: str, *, whole: bool = False, known: bool = False, itself: bool = False) -> bool:
    """Whether the words before a verb have the trial as their subject; `whole` if they are all of the subject.

    With `itself` the trial's name is the noun, and does not only stand behind one: "the blinded phase of KOALA ended".

    A verb without a subject of its own ("and was completed") takes that of the statement before it, which is `known`
    to be of the trial where that gave a date.
    """
    text = BRACKETS.sub(lambda match: f", {found.group()}," if (found := ID.search(match.group())) else "", text)
    text = AS_A_WHOLE.sub("", text.rsplit(": ", 1)[-1])
    text = strip_auxiliaries(text).rstrip('"” ')
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
        if itself:
            own = OWNER.split(head)[-1]
            if PART_OF.match(own if own != head else last):
                return False
            head = own
        if TRIAL.search(head) or _is_named(said, head if itself or len(last) >= 40 else last):
            return True
        return _is_first_of_two(text)
    if len(pieces) == 1:
        return not whole
    rest = LAST_PIECE.sub("", rest)
    return known or not rest.strip() or bool(TRIAL.search(rest)) or _is_named(said, rest)


def _is_first_of_two(text: str) -> bool:
    """Whether the trial is the subject of a clause that names two things: "a trial with men and women (was done)"."""
    clause = text[max(text.rfind(sign) for sign in ",;:") + 1 :]
    head, *rest = PREPOSITIONS.split(clause, maxsplit=1)
    return bool(rest) and " and " in clause and bool(TRIAL.search(head)) and not BLOCKERS.search(clause)


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


def strip_auxiliaries(text: str) -> str:
    """The words before a verb without "has been", "was only" and the like at their end."""
    return AUXILIARIES.sub("", text.rstrip())
