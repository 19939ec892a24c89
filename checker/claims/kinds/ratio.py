"""In what proportion people are put into the groups of a trial."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.claims.claim import Found
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.said import Said

KINDS = ("randomization_ratio",)

NUMBER_WORDS = {
    "thirds": 3,
    "quarters": 4,
    "fifths": 5,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "half": 1,
    "a": 1,
}


def find(said: Said) -> Iterator[Found]:
    """The randomization ratios that a sentence gives a trial."""
    lower = said.lower
    if " in " not in lower and " out of " not in lower and not _cue().search(lower):
        return
    last = -NEAR
    if ":" in lower or "∶" in lower or " to " in lower or "-to-" in lower or "‑to‑" in lower or "–to–" in lower:
        for match in _colons().finditer(lower):
            cue = lower[max(0, match.start() - 90) : match.end() + 50]
            parts = [_part(part) for part in re.split(r"\s?[:∶]\s?|[ -‑–]to[ -‑–]|[-‑–]", match["ratio"])]
            again, last = match.start() - last < NEAR, match.end()  # "1:1 (one-to-one)" says it once.
            if not (all(parts) and max(parts) <= 20) or again:
                continue
            drawn = _drawn().search(lower, max(0, match.start() - 30), match.start())
            if drawn or (_cue().search(cue) and not _other_ratio().search(cue)):
                yield _ratio(parts, *match.span("ratio"), "parts")
    if " in " in lower or " out of " in lower:
        for match in (*_fractions().finditer(lower), *_shares().finditer(lower), *_chances().finditer(lower)):
            some, all_ = _part(match["some"]), _part(match["all"])
            if not 0 < some < all_ <= 10:
                continue
            drug, control = (all_ - some, some) if _dummy().search(match["what"]) else (some, all_ - some)
            yield _ratio([drug, control], match.start("some"), match.end("all"), "out of")


NEAR = 4


def _ratio(parts: list[int], start: int, end: int, pattern: str) -> Found:
    return Found("randomization_ratio", ":".join(map(str, parts)), start, end, pattern=pattern)


def _part(written: str) -> int:
    return int(written) if written.isdigit() else NUMBER_WORDS.get(written, 0)


@cache
def _colons() -> re.Pattern[str]:
    number = r"(?:\d{1,2}|one|two|three|four|five|six)"
    return pattern(
        rf"(?<![\w:.,·/])(?P<ratio>\d{{1,2}}(?:(?:[:∶]\d{{1,2}}){{1,5}}|(?: : \d{{1,2}}){{1,5}}|(?:: \d){{1,5}})|"
        rf"{number}(?:(?:-to-|‑to‑|–to–| to ){number}){{1,3}})"
        r"(?![\w/%]|[.:]\d)(?! (?:hours?|days?|weeks?|months?|years?|times|sessions?|support|coaching|counsel|care|"
        r"am|pm|"
        r"a\.m|p\.m|interview|meeting|advice|lessons?|conversation|teaching|tuition|chat|points?|per cent|percent|"
        r"minutes|doses|tablets|pills)\b)"
    )


@cache
def _cue() -> re.Pattern[str]:
    return pattern(
        r"\brandom|\bratio\b|\bsplit\b|\bassign|\balloca|\bcompared\b|\bdivided\b|\bopen-label\b|double-blind|"
        r"\bon the drug and \w+ on placebo\b",
        needs=tuple("random ratio split assign alloca compared divided open-label double-blind drug".split()),
    )


@cache
def _drawn() -> re.Pattern[str]:
    """What makes a ratio right behind it that of the lots, whatever else its sentence speaks of."""
    return pattern(
        r"\b(?:randomi[sz]ed|randomi[sz]ation|randomly (?:assigned|allocated)|assigned|allocated)"
        r"(?: at random| randomly)?,? ?(?:\(|(?:in|with|using|at|to|by)? ?(?:an? )?(?:ratio (?:of )?|allocation )?)$"
    )


@cache
def _other_ratio() -> re.Pattern[str]:
    return pattern(
        r"\b(?:male|female|sex|gender|odds of|dilut|benefit|risk|cost|waist|matched|matching|propensity|mass|weight|"
        r"girls|boys|o[’']clock|tit(?:re|er)|mix(?:ed|ture)|staff|chapter|verse|dose ratio|conversion|compression|"
        r"ventilation)\b"
    )


@cache
def _fractions() -> re.Pattern[str]:
    number = r"(?:one|two|three|four|five|six|\d)"
    return pattern(
        rf"\b(?P<some>{number}) (?:out of|in) (?:every )?(?P<all>{number})"
        r"(?: (?:of them|patients|participants|volunteers|children|babies|women|men|homes|villages|people))?"
        r" (?:will |would |are to |is to )?(?:gets?|got|receives?|received|had|have|has|(?:is|are|was|were|"
        r"be) (?:randomly )?(?:given|put on|(?:assigned|randomi[sz]ed|allocated) to(?: receive)?|on)) "
        r"(?P<what>(?:the |an? )?(?:active |real |study |new |trial |investigational |"
        r"experimental |dummy |sham |inactive )?"
        r"(?:drug|vaccine|medicine|treatment|placebo|dummy|sham|thing|jab|injection|pill|tablets?|implant|infusion|"
        r"therapy|"
        r"gene therapy|app|device|cells|antibody|booster|shot))\b"
    )


@cache
def _shares() -> re.Pattern[str]:
    """ "Two in three will get X and one in three a placebo", "two thirds get the drug, one third the placebo"."""
    number = r"(?:one|two|three|four|five|\d)"
    return pattern(
        rf"\b(?P<some>{number})(?: (?:out of|in) (?:every )?|[ -])(?P<all>three|four|five|six|\d|thirds|quarters|"
        rf"fifths)"
        r"(?: of (?:the |all )?[a-z]+)? (?:will |would |are to |is to )?(?:gets?|got|receives?|received|take|(?:be|"
        r"are|were) given) "
        r"(?P<what>[^.;,]{2,40}),? (?:and|while|with) (?:the remaining |the other |the )?(?:one|two|three|\d|a)?[ -]?"
        r"(?:out of|in)?[ -]?(?:three|four|five|six|\d|third|quarter|fifth|half|rest)s? (?:will |would )?(?:gets?|got|"
        r"receives?|received|"
        r"take |getting |receiving )?(?:an? |the )?(?:[a-z]+ )?(?:placebo|dummy|sham)\b",
        needs=("placebo", "dummy", "sham"),
    )


@cache
def _chances() -> re.Pattern[str]:
    """ "There is a 2 in 3 chance that you will receive the study drug"."""
    number = r"(?:one|two|three|four|five|\d)"
    return pattern(
        rf"\b(?P<some>{number})[ -](?:out[ -]of|in)[ -](?P<all>three|four|five|[3-9]) chance (?:that [a-z ]{{2,40}} "
        rf"(?:will|would) "
        rf"(?:receive|get|be given|"
        r"have|be on|be assigned to|be put on)|of (?:receiving|getting|being (?:given|assigned to|randomi[sz]ed to|"
        r"put on))) "
        r"(?P<what>(?:the |an? )?(?:[a-z]+ ){0,2}(?:drug|medicine|medication|vaccine|treatment|placebo|dummy|sham|"
        r"implant|injection|therapy|"
        r"product|pill|tablets?))\b",
        needs=(" chance ",),
    )


@cache
def _dummy() -> re.Pattern[str]:
    return pattern(r"placebo|dummy|sham|inactive")
