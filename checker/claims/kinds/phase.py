"""The phase of a trial, where prose speaks of a trial and not of phases as such."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.claims.claim import Found
from checker.claims.kinds._doubt import ADDRESSED, is_question
from checker.claims.kinds._spots import labelled, wished
from checker.claims.phases import phases
from checker.pattern import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from checker.claims.phases import Phase
    from checker.claims.said import Said

KINDS = ("phase",)

EARLY = "early 1"
MANY = 3
"""Different phases in one sentence that make it one on phases as such, or on a pipeline."""
REACH = 80
"""How many characters around a phase tell what it is a phase of."""


def find(said: Said) -> Iterator[Found]:
    """The phases that a sentence gives trials."""
    lower = said.lower
    if "ph" not in lower and said.block_kind != "cell":
        return
    if "ph" in lower and not _generality().search(lower):
        many = len({phase.value for phase in said.phases}) >= MANY
        asked, hoped = is_question(said) and not ADDRESSED.match(lower), wished(said)
        for phase in said.phases:
            if many and not (_one().match(lower, phase.end) and _own().search(lower[: phase.start][-REACH:])):
                continue
            if _is_of_a_trial(lower, phase, asked=asked, wished=hoped):
                yield _found(lower, phase)
        for match in _ordinal().finditer(lower):
            yield Found("phase", ORDINALS[match[1]], *match.span(), pattern="ordinal")
    yield from _labels(said)


ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4"}


def _found(lower: str, phase: Phase) -> Found:
    early = _early().search(lower, max(0, phase.start - 8), phase.start)
    if early and phase.value == "1":
        return Found("phase", EARLY, early.start(), phase.end, pattern="early")
    return Found("phase", phase.value, phase.start, phase.end, pattern="phase")


def _is_of_a_trial(lower: str, phase: Phase, *, asked: bool, wished: bool) -> bool:
    """Whether a phase in a sentence in small letters is a trial's: not a part's, not of a question or of any trial."""
    before, after = lower[max(0, phase.start - REACH) : phase.start], lower[phase.end : phase.end + REACH]
    after = _another().split(after)[0]
    if lower[phase.start : phase.end] == "phone" or _not_before().search(before) or _not_after().match(after):
        return False
    works = _works().match(after)
    if asked and not (works and _pointed().search(before)):
        return False
    plural = works is not None and works["plural"] is not None
    if plural and (_many().search(before) or _habit().match(after[works.end() :] if works else after)):
        return False
    if wished and works and (plural or before.endswith(("a ", "an "))):
        return False
    if works and _any().search(before) and _supposed().match(after, works.end()):
        return False
    if _ahead().search(before):
        return False
    return not (not works and (_reaching().search(before) or _passed().search(before)))


def _labels(said: Said) -> Iterator[Found]:
    """A bare value behind a label: "Phase: II", or a cell of a table's row "Phase"."""
    for _, value, start, _end in labelled(said, r"(?:trial |study |clinical )?phases?"):
        bare = value.strip()
        if bare.startswith("p"):
            continue
        for phase in phases(f"phase {bare}")[:1]:
            begin = start + value.index(bare)
            yield Found("phase", phase.value, begin, begin + phase.end - len("phase "), pattern="label")


@cache
def _early() -> re.Pattern[str]:
    return pattern(r"\bearly[ -]$")


@cache
def _ordinal() -> re.Pattern[str]:
    return pattern(r"\b(first|second|third|fourth)-phase(?= (?:[a-z-]+ ){0,2}(?:study|trial))")


@cache
def _another() -> re.Pattern[str]:
    return pattern(r",[^,]*\bphases?\b", needs=(",",))


@cache
def _works() -> re.Pattern[str]:
    return pattern(
        r"[,)\"”’']*(?: (?!is\b|are\b|was\b|were\b|and (?:the|a)\b)[a-z0-9'’‐‑–/()-]+,?){0,7}? "
        r"(?:(?P<plural>trials|studies|tests|comparisons|experiments|rcts|programs|programmes)|trial|study|test|pilot|"
        r"testing|experiment|comparison|program|programme|rct|development|research|investigation|extension|"
        r"design|results?|data|readout)\b"
    )


@cache
def _any() -> re.Pattern[str]:
    return pattern(r"\ban? (?:successful |positive |further )?(?:[a-z-]+ )?$")


@cache
def _supposed() -> re.Pattern[str]:
    """What is said of a trial that there may be: "a successful phase 2 trial would be strong evidence"."""
    return pattern(r" (?:would|could|might|may)\b")


@cache
def _one() -> re.Pattern[str]:
    return pattern(r"(?: [a-z0-9‐‑–-]+){0,3}? (?:trial|study)\b")


@cache
def _own() -> re.Pattern[str]:
    """What says of a phase that it is a certain trial's: "its EVOLVE phase 2 study"."""
    return pattern(r"\b(?:its|their|the|our|this|[a-z]+[’']s) (?:[a-z0-9-]+ ){0,2}$")


@cache
def _not_before() -> re.Pattern[str]:
    return pattern(
        r"(?:\b(?:not|never|n[’']t|nor|without|neither|no) "
        r"(?:(?!in\b|did\b|meet\b|work\b|with\b)[a-z]+ |(?:tested|studied|tried|been|used) in ){0,4}|"
        r"\b(?:kinds?|types?|sorts?) of (?:[a-z-]+ ){0,2}|"
        r"\b(?:steps?|stages?|sessions?|modules?) \((?:phases? [0-9] (?:to|and) )?|\brecommended |\brp2d[ (]*|"
        r"\bluteal |\bfollicular |\bcell cycle |\bend[- ]of[- ](?:the )?|\b(?:pre|post)[- ]|"
        r"\b(?:potential|possible|eventual|hypothetical) (?:[a-z-]+ ){0,2}|"
        r"\b(?:reopening|rollout|lockdown|project|roadmap|construction)[a-z ,:(]{0,15})$"
    )


@cache
def _not_after() -> re.Pattern[str]:
    return pattern(
        r"[ -](?:[a-z-]+ ){0,2}?(?:part|portion|stage|component|segment|section|period|half|leg|step|"
        r"dose(?![‐‑–-]| (?:escalation|finding|ranging|expansion|optimi))|approval|authori[sz]ation|clearance|"
        r"go-ahead|ready|readiness|enabling|planning|preparations?|pipeline|portfolio|budget|costs|enzymes?|metabolism|reactions?|detox[a-z]*|things|metabolites?|biotransformation|rollout|"
        r"reopening)\b"
        r"(?! trial| study)| of (?:the|its|a|our|this) (?!trial|study|drug|vaccine)[a-z]+\b|"
        r" (?:is|are) (?:where|when|what|usually|meant|typically|the (?:stage|point|step|first|second|third|fourth|"
        r"final|last))\b"
    )


@cache
def _pointed() -> re.Pattern[str]:
    return pattern(r"\b(?:the|this|its|their|our|that|new|[a-z]+[’']s) (?:[a-z-]+,? ){0,4}$")


@cache
def _many() -> re.Pattern[str]:
    return pattern(
        r"(?:\b(?:half|third|quarter|cent|percent|number|majority|minority|most|many|out|proportion|share|cost) |% |^|"
        r"[,;] )of (?:[a-z-]+ ){0,2}$|"
        r"\b(?:most|many|few|all|some|often|usually|do|does|other|typical) (?:[a-z-]+ ){0,2}$"
    )


@cache
def _habit() -> re.Pattern[str]:
    return pattern(
        r"(?: (?!before|until|so|if|that|which|when|while|and|to|in|of|for|with|on|because|after)[a-z]+){0,4}? "
        r"(?:are(?! (?:already|now|still|currently|under|ongoing|being|planned|expected|due|occurring|happening|"
        r"taking|running|"
        r"open|enrol+ing|recruiting|set|in progress|continuing|in|going)\b)|test|tests|look|aim|usually|often|"
        r"typically|generally|involve|"
        r"include|tend|"
        r"ever|ask|compare|enrol|enroll|last|take|fail|succeed|can|may|do|help|have to|need|focus|determine|establish|"
        r"evaluate|"
        r"assess|seek|explore|measure|study|represent|provide|require|begin|start|check|find out|figure out|examine)\b"
    )


@cache
def _reaching() -> re.Pattern[str]:
    return pattern(
        r"\b(?:drugs|compounds|candidates|medicines|treatments|therapies|products|most|many|half|few|ones?|that|"
        r"comes?|never|whether) "
        r"(?:[a-z]+ ){0,4}$"
    )


@cache
def _passed() -> re.Pattern[str]:
    """What says that a phase without a trial is one that a drug has gone through: "results reported at phase 2"."""
    return pattern(r"\b(?:at|after|following|beyond|since) $")


@cache
def _ahead() -> re.Pattern[str]:
    """What says that a phase is one that a drug may come to: not one of a trial that there is."""
    return pattern(
        r"\b(?:(?:advanc|mov|proceed|progress|transition|graduat|continu)(?:e|es|ing|s)?(?: (?:it|them|(?:the|its|"
        r"their) (?:[a-z0-9-]+ ){0,5}?[a-z0-9-]+|"
        r"[a-z0-9]+-[a-z0-9]+))?(?: on| forward| straight| directly)? (?:in)?to|"
        r"(?:straight|directly) (?:in)?to|(?:to|will|can|could|may|might|that|which|must|ever) (?:enter|reach|pass)|"
        r"(?:go|goes|going) (?:on |straight |directly )?(?:(?:in)?to|through)|"
        r"approv(?:e|es|al for|al of)|(?:plans?|planning|prepar(?:e|es|ing|ation|ations)|ready|preparing|hopes?) for|"
        r"needs?|requires?|towards?|ahead of|doses? (?:for|in|to (?:use|test|take) in)) "
        r"(?:(?:an?|two|three|its|their|further|larger|large|late-stage|pivotal|testing in|the|of) ){0,3}$"
    )


@cache
def _generality() -> re.Pattern[str]:
    """What says how trials of a phase are, not what one trial is."""
    return pattern(
        r"\ban? (?:early |small |typical |usual |classic )?phase [^ ]{1,6} (?:clinical )?(?:trial|study) "
        r"(?:is (?!to test|testing|under|now|being|on|in|of|recruiting|planned|ongoing|set|due|expected)|usually|"
        r"typically|often|normally|generally|looks|tests|asks|aims|cannot|can|may|might)|"
        r"\bphase [^ ]{1,6}(?: trial| study)? (?:means|stands for|refers to)\b|\bgold standard\b|"
        r"^in (?:a )?phase [^ ]{1,6}(?: trials?| stud(?:y|ies))?,? (?:the |a |an |new )?(?:potential |experimental )?"
        r"(?:treatments?|drugs?|medicines?|vaccines?|researchers|scientists|doctors|investigators) "
        r"(?:is|are|test|tests|look|give|will|want|usually|typically)\b|"
        r"\b(?:drugs|compounds|candidates|medicines|treatments|therapies) (?:that |which )?(?:enter|reach|get to|"
        r"fail in|fail at|make it|pass|go into)\b"
    )
