"""What a number is written with: its unit, or the word that it is a label of."""

import re
from functools import cache

from checker.claims.numbers.number import SPACE, Kind, Number, last_word
from checker.claims.vocabulary import words
from checker.pattern import pattern

LABELS = words(
    "phase phases ph stage stages type types grade grades day days week weeks month months year years table tables "
    "figure figures fig figs exon codon vol volume issue no nr page pages p pp chapter section version appendix "
    "chromosome factor room building article criterion question interleukin ward highway route bus covid sars il cd "
    "tier box ref refs age aged ages quarter number"
)
"""Words that a number names: "phase 2", "week 52", "aged 18"."""
WEAK_LABELS = words(
    "study trial arm arms cohort cohorts part parts group groups level levels step steps class classes dose case cases "
    "item period score line visit visits panel category criteria"
)
"""Words that a small number names ("cohort 3"), while a larger one counts what follows ("in this trial 60 people")."""
RESPONSES = words("pasi acr easi hiscr salt asas scorad")
RESPONSE_STEPS = (20, 25, 30, 40, 50, 70, 75, 80, 90, 95, 100)
"""Scores by which a response is named after the part that is gone: "PASI 75 responders", "ACR 20"."""
TIMES = words("day week month year days weeks months years")
BEFORE_TIMES = words("a each every per one first two three four five six seven eight nine ten twelve eighteen few")
"""What keeps a number from being a time's: "in a year 39 people" is not "in year 39", nor "after three months 39"."""


def is_labelled(text: str, number: Number) -> bool:
    """Whether a number is the name of what stands before it, rather than a count: "phase 2", "aged 18"."""
    before = text[max(0, number.start - 16) : number.start]
    if not before or before[-1] not in " \u00a0-.‑":
        return False
    before = before.rstrip(" \u00a0-.‑")
    written = last_word(before)
    if number.value <= 20 and len(written) > 2 and written.isupper() and _named_behind().match(text, number.end):
        return True
    word = written.casefold()
    if word in RESPONSES and number.value in RESPONSE_STEPS and not unit_behind().match(text, number.end):
        return True
    if not (word in LABELS or (word in WEAK_LABELS and number.value <= 9)):
        return False
    if word == "no" and "." not in text[max(0, number.start - 2) : number.start]:
        return False
    if word in TIMES:
        earlier = before[: -len(word)].rstrip(" \u00a0-")
        if earlier[-1:].isdigit() or last_word(earlier).casefold() in BEFORE_TIMES:
            return False
    return not unit_behind().match(text, number.end)


@cache
def _named_behind() -> re.Pattern[str]:
    """What is said of one trial, not of several people: "ONWARDS 5 recruited 139 adults"."""
    return pattern(
        r" (?:was|is|has|will|recruited|enrol+ed|included|randomi[sz]ed|tested|compared|showed|began|started|ran|"
        r"lasted|met|trial|study)\b"
    )


@cache
def sample_before() -> re.Pattern[str]:
    return pattern(r"(?<![^\W_])[nN]\s?=\s?$")


@cache
def unit_behind() -> re.Pattern[str]:
    return pattern(
        rf"(?P<points>(?:{SPACE}|-)?(?:%|percentage|percent|per cent)(?:{SPACE}|-)?points?\b)|"
        rf"(?P<percent>{SPACE}?%|(?:{SPACE}|-)(?:percent|per{SPACE}cent|pct\.?)(?![a-z]))"
    )


@cache
def _level() -> re.Pattern[str]:
    return pattern(
        rf"(?:{SPACE}|-)?(?:posterior |Bayesian )?(?:[(\[]?CI\b|CrI\b|HDI\b|confidence|credible|credibility|"
        r"(?:prediction )?interval)"
    )


def with_unit(text: str, number: Number) -> Number:
    """The number with the percent sign or the word that it is written with, and with its kind."""
    if number.kind:
        return number
    if unit := unit_behind().match(text, number.end):
        kind: Kind = "points" if unit.group("points") else "percent"
        plain = number.plain and not _level().match(text, unit.end())
        return number._replace(end=unit.end(), kind=kind, plain=plain)
    before = text[max(0, number.start - 2) : number.start]
    if before.rstrip(" \u00a0\u202f\u2009").endswith("±"):
        return number._replace(kind="spread")
    if "=" in before and sample_before().search(text, max(0, number.start - 5), number.start):
        return number._replace(kind="sample")
    return number
