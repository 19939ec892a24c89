"""Countries of which something else is said than that a trial runs there: who works in them, what is usual there."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.pattern import pattern

if TYPE_CHECKING:
    import re

    from checker.claims.said import Said


REACH = 180
"""How far before its country the address of somebody may begin."""


def is_of_others(said: Said, start: int, end: int) -> bool:
    """Whether countries tell where somebody works or lives, what is usual there, or who is the best there."""
    lower = said.lower
    before, behind = lower[max(0, start - 110) : start], lower[end : end + 60]
    return bool(
        _excluded(said, start, end)
        or _is_affiliation(said, start, end)
        or _somebody_of().search(before)
        or _gathered().search(before)
        or _forerunner().search(before)
        or _opened().search(lower, max(0, start - REACH), start)
        or _widespread().search(before)
        or _compared().search(before)
        or (_living_in().search(before) and _living_there().match(behind))
    )


@cache
def _compared() -> re.Pattern[str]:
    """What is the first or the best of a country: "is the second best recruiting site in the"."""
    return pattern(
        r"\b(?:first|second|third|fourth|fifth|only|best|highest|largest|biggest|busiest|quickest|fastest|top|number "
        r"one|joint|most) (?:[a-z-]+ ){0,4}(?:sites?|cent(?:er|re)s?|hospitals?|trusts?|teams?|recruiters?|recruits|"
        r"recruitment|numbers?|rates?|units?|places?|locations?|recruiting)(?: of [a-z]+(?: [a-z]+)?| to [a-z]+)? "
        r"(?:in|across|of|for|within) (?:the )?(?:whole (?:of )?(?:the )?)?$"
    )


@cache
def _somebody_of() -> re.Pattern[str]:
    """Who did a study or sees to it, and where they work: "by doctors from the University of Leeds in Britain"."""
    return pattern(
        r"\b(?:members|representatives|delegates|experts|advis[eo]rs) (?:[a-z]+ )?(?:from|in) [^.;:]{0,60}$|"
        r"\b(?:by|with) (?:an? |the )?(?:[a-z-]+ ){0,3}(?:doctors|researchers|scientists|investigators|physicians|"
        r"teams?|"
        r"experts|academics|colleagues|surgeons|clinicians|authors|institutions|institutes|universities) "
        r"(?:from|at|of|in) [^.;:]{0,90}$"
    )


@cache
def _gathered() -> re.Pattern[str]:
    """Where people met: "Congress of the Pain Society, held September 18-20, in Copenhagen"; no trial is held."""
    return pattern(
        r"(?<!trial )(?<!study )(?<!was )(?<!were )\bheld (?:[^.;:]{0,40} )?(?:in|at) [^.;:]{0,40}$|"
        r"\b(?:met|meets|gathered|convened|assembled) (?:[a-z]+ )?(?:in|at) [^.;:]{0,40}$"
    )


@cache
def _forerunner() -> re.Pattern[str]:
    """What stands before the country of a study that another one rests on: "it follows a pilot study in"."""
    return pattern(
        r"\b(?:follows|followed|builds on|built on|building on|based on|unlike|replicates) "
        r"(?:an? |earlier |previous |its )(?:[a-z-]+ ){0,4}(?:pilot|studies|study|trials?)(?: [a-z]+)? "
        r"(?:in|from) (?:the )?$"
    )


@cache
def _opened() -> re.Pattern[str]:
    """Where something was built: "on 20 July the new research unit was opened in"; sites of trials open too."""
    return pattern(
        r"\b(?:units?|laborator(?:y|ies)|labs?|offices?|factor(?:y|ies)|plants?|facilit(?:y|ies)|hubs?|headquarters|"
        r"buildings?|schools?|departments?)\b[^.;:]{0,140}\b(?:opened|inaugurated|built|set up|established|unveiled) "
        r"(?:[a-z]+ )?(?:in|at) [^.;:]{0,40}$"
    )


def _is_affiliation(said: Said, start: int, end: int) -> bool:
    """Whether a country ends the address of somebody: "Li Wei, from the Centre in Nanjing, China, and colleagues"."""
    return bool(
        _and_colleagues().match(said.lower, end) or _of_person().search(said.text, max(0, start - REACH), start)
    )


@cache
def _and_colleagues() -> re.Pattern[str]:
    return pattern(
        r",? (?:and|with) (?:(?:his|her|their) )?(?:colleagues|co-?workers|co-?authors|team)\b|"
        r",? (?:said|says|told|explained|added|commented|reports|reported|writes|wrote)\b"
    )


@cache
def _of_person() -> re.Pattern[str]:
    """A person's name with where they work: "Feng Li, MD, from the University Hospital in"."""
    return pattern(
        r"\b(?:Professor|Prof\.?|Dr\.?) (?:[A-Z][\w.’-]+ ){1,3}(?:from|of|at|with) (?:the )?[A-Z][^.;:]{5,120}$|"
        r"[A-Z][\w.’-]+ [A-Z][\w’-]+(?:, (?:M\.?D\.?|Ph\.?D\.?|MB|BS|MSc|MPH|FRCP|RN)){0,3}, "
        r"(?:from|of|at|with) (?:the )?[A-Z][^.;:]{5,120}$"
    )


@cache
def _widespread() -> re.Pattern[str]:
    """What is said of a disease, as far as its countries: "it affects 1.5 million women and girls in the UK"."""
    return pattern(
        r"\b(?:affects?|affecting|strikes|kills) (?:[a-z]+ ){0,4}\d[^;:]{0,100}$|"
        r"\d people (?:worldwide |globally |around the world )?(?:have|live|suffer|are (?:living|affected)) "
        r"[^;:]{0,80}$"
    )


@cache
def _living_in() -> re.Pattern[str]:
    return pattern(
        r"\b(?:people|adults|children|women|men|babies|infants|patients|families|individuals|research|trials|studies)"
        r"(?: living)?"
        r"(?: with [a-z0-9 -]{1,30})? (?:in|across|throughout|around) (?:the )?$"
    )


@cache
def _living_there() -> re.Pattern[str]:
    """What is said of people of a country at large: "400,000 people in the UK have type 1 diabetes"."""
    return pattern(
        r" (?:(?:can|may|could|will|would|is|are|remains?|has|have) (?:be(?:en)? |often |usually |still )*"
        r"(?:problematic|difficult|hard|challenging|tricky|expensive|costly|slow|rare)|"
        r"(?:(?:currently|already|now|also|will) )?(?:have|has|live|suffer|get|develop|die|experience|face|struggle|"
        r"depend|rely|wait|need|(?:are|is) (?:living|affected|diagnosed|estimated|thought|waiting|at risk|born|"
        r"currently|believed|known)))\b"
    )


@cache
def _negated() -> re.Pattern[str]:
    return pattern(
        r"(?: and [a-z]+)? (?:(?:is|are|was|were|does|do|did|has|have|had) not?\b|isn[’']t|aren[’']t|had no part|"
        r"has no|"
        r"have no|is absent)|, where\b[^.;]{0,60}\b(?:sold|comes? from|licen[sc]ed|approved|made|grown|available|"
        r"common)"
    )


@cache
def _without() -> re.Pattern[str]:
    return pattern(
        r"\b(?:outside|except|not in|excluding|without|other than|unlike|no sites? in|nobody in|"
        r"none in) (?:of )?(?:the )?$"
    )


def _excluded(said: Said, start: int, end: int) -> bool:
    before, behind = said.lower[max(0, start - 40) : start], said.lower[end : end + 80]
    if _negated().match(behind) or _without().search(before):
        return True
    return said.sentence.start == 0 and start <= 60 and _is_dateline(said.text, start, end)


def _is_dateline(text: str, start: int, end: int) -> bool:
    """Whether a country tells where a text was written: "Birmingham, UK – ", "SCHLIEREN (Switzerland) / ATLANTA"."""
    place, behind = text[:start].rstrip(" ,("), text[end : end + 20]
    if place.isupper() and _behind_dateline().match(behind):
        return True
    return bool(_dateline().fullmatch(text, 0, start)) and bool(_behind_dateline().match(behind)) and behind != "."


@cache
def _dateline() -> re.Pattern[str]:
    return pattern(r"[A-ZÀ-Ý][\w .’'-]{1,30}[,(] ?\(?")


@cache
def _behind_dateline() -> re.Pattern[str]:
    return pattern(r"\)? ?(?:[–—/:]|- |--|, (?:[A-Z][a-z]+\.? \d|\d{1,2} [A-Z])|\.$|\()")
