"""Whether the verb of a move has a whole trial as its object, and somebody who runs trials as its subject."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.claims.kinds._spots import quoted
from checker.claims.said import COUNT
from checker.claims.vocabulary import words
from checker.compiled import compiled

if TYPE_CHECKING:
    import re

    from checker.claims.grammar import Match
    from checker.claims.said import Said

REACH = 60
"""How many characters before a verb its subject may stand."""


def is_whole(said: Said, match: Match) -> bool:
    """Whether the object of a verb is a trial, and no more or less: not "completed six visits in the trial"."""
    if "object" not in match.groups:
        return True
    object_ = _first_of().sub("", said.lower[slice(*match.groups["object"])])
    if _joint().search(object_) or _will_end().match(said.lower, match.start):
        return False
    if match.pattern.name.endswith(", in a headline"):
        return _gerund().match(said.lower, match.start) is not None or is_agent(said, match.start)
    # "Completed trials": a participle, unless somebody stands before it who can have completed them.
    bare = not is_present(said, match) and not _determined().match(object_)
    told = match.pattern.name == "trial finished" and _known().match(object_) and not is_present(said, match)
    return not (bare or told) or is_agent(said, match.start)


def is_hypothetical(said: Said, match: Match) -> bool:
    """Whether a verb tells what is done on a condition: "stops the trial if", "if it fails, the firm will stop it"."""
    if not is_present(said, match):
        return False
    will = said.lower.startswith(("will", "would"), match.start)
    return _if().match(said.lower, match.end) is not None or (will and _if().match(said.lower) is not None)


def is_present(said: Said, match: Match) -> bool:
    """Whether the verb of a move is in a present tense or a perfect one."""
    verb = match.groups.get("verb")
    return verb is not None and not _simple_past().match(said.lower, *verb)


def was_once(said: Said, match: Match) -> bool:
    """Whether a verb tells of a time before the one that is told of: "had been paused", "had put it on hold"."""
    starts = (match.start, quoted(match)[0])
    return any(_had().search(said.lower[max(0, start - REACH) : start]) for start in starts)


def is_agent(said: Said, start: int) -> bool:
    """Whether the words before a verb end with somebody who runs trials: a name, or "the company"."""
    before = _adverb().sub("", said.text[max(0, start - REACH) : start]).rstrip(" ,")
    last = before.rpartition(" ")[2]
    return bool(last) and (
        _ticker().search(last) is not None or last.lower() in AGENTS or (last[0].isupper() and last.lower() not in SOME)
    )


AGENTS = words(
    "company firm sponsor maker drugmaker biotech pharma drugmaker's team researchers investigators scientists group "
    "university institute we it manufacturer developer startup start-up biopharma which sponsors companies firms"
)
"""Who begins and ends trials, where no name stands for them."""

SOME = words(
    "most all some many few none both others those these they who nearly almost of the a an in and two three "
    "four five six seven eight nine ten"
)


@cache
def _ticker() -> re.Pattern[str]:
    """The end of a company's name: "(NASDAQ:ABCD)", "(the Company)"."""
    return compiled(r"[A-Z]{2,}\)$|ompany\)$")


@cache
def _will_end() -> re.Pattern[str]:
    """What tells of a trial's planned end: "it will end its phase 2 study"."""
    return compiled(r"(?:will|would) (?:[a-z]+ )?(?:end|stop|wind down)\b")


@cache
def _gerund() -> re.Pattern[str]:
    return compiled(r"\w+ing\b")


@cache
def _simple_past() -> re.Pattern[str]:
    return compiled(r"(?!(?:has|have|having|is|are|was|were|it|we|they)\b)(?:\w+ed|\w+ing|began|put|shut|wound)\b")


@cache
def _had() -> re.Pattern[str]:
    return compiled(r"\bhad (?:[a-z]+ly |also |already |been )?$")


@cache
def _if() -> re.Pattern[str]:
    return compiled(r"[^.;]{0,60}\b(?:if|unless|should|whenever|in case)\b")


@cache
def _first_of() -> re.Pattern[str]:
    """What may stand before the trials of which it takes one or more: "one of its", "both of the"."""
    return compiled(r"^[a-z#]+ of (?:its|the|their|our|two|three) ")


@cache
def _joint() -> re.Pattern[str]:
    """What makes of a trial a part of something else: "patient visits in the trial"."""
    return compiled(
        r"(?:^| )(?:in|of|for|from|with|on|at|by|into|to|about|until|that|which|who|was|were|is|are|has|have|as|after|"
        r"before|during|within|out|up|off) "
    )


@cache
def _determined() -> re.Pattern[str]:
    return compiled(r"(?:the|its|their|our|this|that|these|both|all|an?|another|one|two|three|four)\b|" + COUNT)


@cache
def _known() -> re.Pattern[str]:
    return compiled(r"(?:the|this|that|all|both|these)\b")


@cache
def _adverb() -> re.Pattern[str]:
    return compiled(r"(?:,? (?:[a-z]+ly|also|now|then|just|has|have|had|,))+ ?$")
