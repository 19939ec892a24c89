"""Who of a trial is said not to know: the parties of a sentence, and the level of masking that they make."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.claims.claim import Found
from checker.claims.grammar import matches
from checker.claims.kinds._masking_terms import TRAPS
from checker.claims.vocabulary import words
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.said import Said

LEVELS = ("NONE", "SINGLE", "DOUBLE", "TRIPLE", "QUADRUPLE")
"""Maskings by how many parties do not know."""

PARTY = words(
    "patient patients participant participants subject subjects volunteer volunteers recipient recipients women men "
    "mothers parents family families children people adults carer carers caregiver caregivers givers provider "
    "providers doctor "
    "doctors physician physicians clinician clinicians nurse nurses surgeon surgeons therapist therapists investigator "
    "investigators researcher researchers scientist scientists staff team personnel midwives pharmacist pharmacists "
    "you instructors trainers dentists paediatricians pediatricians "
    "assessor assessors rater raters evaluator evaluators "
    "examiner examiners observer observers reviewers readers sponsor sponsors statistician statisticians analyst "
    "analysts radiologist company manufacturer paramedic paramedics "
    "radiologists pathologist pathologists interviewer interviewers technician technicians grader graders adjudicator "
    "adjudicators teachers everybody they enumerator enumerators fieldworker fieldworkers collector collectors coder "
    "coders sonographer sonographers echocardiographer echocardiographers physiotherapist physiotherapists "
    "psychologist psychologists dietitian dietitians anaesthetist anaesthetists anesthesiologist anesthesiologists "
    "dermatologist dermatologists ophthalmologist ophthalmologists optometrist optometrists endoscopist endoscopists "
    "cardiologist cardiologists neurologist neurologists psychiatrist psychiatrists microscopist microscopists "
    "histopathologist histopathologists technologist technologists midwife operator operators coordinator "
    "coordinators guardian guardians parent mother dentist trainer instructor reader reviewer"
)
"""Those who may or may not know who gets what, each a party of its own where a sentence lists several."""

UNNAMED = (
    r"\b(?:person|people|one|ones|those|whoever|anyone) (?:who )?(?:later )?"
    r"(?:read|scor|rat|assess|measur|judg|took|take|taking|log|count|record|analy|evaluat|treat|gave|giv|examin|"
    r"inspect|deliver|cared|caring|looked|do)"
)
NOT_A_MASKING_ALONE = words("you they people everybody personnel staff team company manufacturer")
REACH = 200
"""How many characters before a predicate a list of parties may begin, so that time stays linear."""


def some_unblinded(lower: str) -> Found | None:
    """That those who take part could not be blinded, or two parties were not."""
    for match in _not_blinded().finditer(lower):
        if match["noun"] and not any(word in PARTY for word in re.findall(r"[a-z]+", match["noun"])):
            continue
        named = re.split(r"[.;:!?()—]", lower[max(0, match.start() - REACH) : match.start()])[-1]
        start = match.start()
        if match["verb"]:
            parties = 0
            for first, last in reversed(_elements(named)):
                if not is_party(named[first:last]) or len(named[first:last].split()) > 6:
                    break
                parties, start = parties + 1, match.start() - len(named) + first
            able = "could" in match["verb"] or "can" in match["verb"]
            if not parties or (parties < 2 and not (able and _stem(named) in TAKING_PART)):
                continue
        return Found("masking", "NONE", start, match.end(), pattern="some unblinded")
    return None


TAKING_PART = words("participants patients subjects women people children families parents")


@cache
def _not_blinded() -> re.Pattern[str]:
    return pattern(
        r"(?P<verb> (?:(?:were|are|was) not|could not be|cannot be|can[’']t be|couldn[’']t be) (?:blinded|masked)\b"
        r"(?= to (?:the )?(?:treat|group|alloc|assign|interv|study|random|arm)|[.,;]|$))|"
        r"\b(?:blinding|masking) of (?:the )?(?P<noun>[a-z ,]{3,60}) (?:was|is|were) (?:not|im|un)[ -]?(?:possible|"
        r"feasible|practical|practicable|"
        r"done|attempted|used)\b|"
        r"\b(?:not (?:possible|feasible|practical)|impossible|unable|infeasible) (?:for [a-z ,]{3,50} )?to (?:[a-z]+ly "
        r"(?:and [a-z]+ly )?)?(?:blind|mask|be (?:blinded|masked))\b"
    )


def parties_named(said: Said) -> Iterator[Found]:
    """Who is said not to know: "neither patients nor doctors knew" is DOUBLE."""
    lower = said.lower
    for match in _neither().finditer(lower):
        named = match["named"]
        if is_party(named.split(" nor ")[0]) and not _nobody().search(
            lower[max(0, match.start() - 30) : match.start()].rstrip(", ")
        ):
            yield _parties_found(match.start(), match.end(), named.count(" nor ") + 1)
            return
    trapped = bytearray(len(lower))
    for trap in matches(TRAPS, said):
        trapped[trap.start : trap.end] = b"\1" * (trap.end - trap.start)
    for match in _kept().finditer(lower):
        if any(trapped[match.start() : match.end()]):
            continue
        before = lower[max(0, match.start() - REACH) : match.start()]
        named = re.split(r"[.;:!?()—]", _aside().sub(lambda found: " " * len(found.group()), before))[-1]
        if match["knew"] and match["knew"][-4:] != "what" and (known := _both_knew(named, lower[match.end() :])):
            yield Found("masking", "NONE", match.start() - known, match.end(), pattern="everybody knows")
            return
        if (_unblinded().search(named) and not match["knew"]) or not _stands_alone(match, lower):
            continue
        if named.endswith((" a", " an", " the", " our", " this")):
            continue  # "will join a blinded study"
        named = _excepted().sub(lambda found: " " * len(found.group()), named)
        if match["knew"]:
            if nobody := _nobody().search(named):
                start = match.start() - len(named) + nobody.start()
                yield _parties_found(start, match.end(), 4 if nobody["list"] else 2)
                return
            continue
        parties, start = 0, match.start()
        for first, last in reversed(_elements(named)):
            first = max(first, named.rfind(" by ", first, last) + 1)  # "was counted by enumerators"
            element = named[first:last]
            if not is_party(element) or len(element.split()) > 9 or _knowing().search(element):
                break
            parties, start = parties + 1, match.start() - len(named) + first
        if parties and (parties > 1 or _stem(named) not in NOT_A_MASKING_ALONE or re.search(UNNAMED, named)):
            yield _parties_found(start, match.end(), parties)
            return
    if concealed := _concealed().search(lower):
        parties = sum(is_party(part) for part in _joints().split(concealed["list"]))
        if parties:
            yield _parties_found(*concealed.span(), parties)
            return
    if bracket := _bracketed().search(lower):
        parties = sum(is_party(part) for part in re.split(r",? and |, ?|/|;", bracket["list"]))
        if parties:
            yield _parties_found(*bracket.span("list"), parties)
            return
    if contrast := _contrast().search(lower):
        yield Found("masking", "SINGLE", contrast.start("party"), contrast.end(), pattern="only others knew")


def _both_knew(named: str, after: str) -> int:
    """How far before "knew which" those begin who take part, and those who treat them; nought where others did not."""
    size, named = len(named), named.removesuffix(" will").removesuffix(" would")
    if not (_pair().search(named) and _was_given().match(after)) or _others().search(named) or _others().search(after):
        return 0
    first, last = _elements(named)[-2:]
    pair = [named[start:end] for start, end in (first, last)]
    treated = [_stem(each) in TAKING_PART or _stem(each) in ("patient", "participant", "they") for each in pair]
    return size - first[0] if all(map(is_party, pair)) and treated[0] != treated[1] else 0


@cache
def _pair() -> re.Pattern[str]:
    return pattern(r"(?:^|[,:;] |\bboth )[a-z’' -]{2,60} and [a-z’' -]{2,60}$")


@cache
def _was_given() -> re.Pattern[str]:
    """What follows "knew which", "knew who" and "were aware of the treatment" where it is a trial's treatment."""
    return pattern(
        r" (?:it (?:is|was)|they (?:had|got|were (?:in|on|getting|given|taking|receiving))|(?:had|has|have) been "
        r"(?:treated|given)|was given|got|gets?|received?|receives)\b|"
        r"(?: (?:[a-z]+ ){0,2}(?:treatment|group|arm|drug|pill|tablet|vaccine|intervention|therapy|injection|dose)s?)?"
        r"(?:$|[.,;:]| (?:(?:that )?(?:they|each|was|had|is|has|the [a-z]+|any|anyone) |to which|given\b|received\b))"
    )


@cache
def _others() -> re.Pattern[str]:
    """What says that some did not know, or not at the time."""
    return pattern(
        r"\b(?:not|nor|neither|nobody|none|never|without|only|but|whereas|while|though|although|except|once|"
        r"after (?:the|it|that|un)|when|until|before|if|whether|later|then|afterwards|eventually|now|"
        r"work(?:s|ed)|blinded|masked|best|better)\b|n[’']t\b"
    )


@cache
def _knowing() -> re.Pattern[str]:
    """Who knew is no party of those who did not: "the doctors knew which it was, while the raters were blinded"."""
    return pattern(r"(?<!not )\b(?:knew|aware)\b")


@cache
def _unblinded() -> re.Pattern[str]:
    """What says, before a predicate, that its subject was not blinded."""
    return pattern(
        r"\b(?:neither|nobody|none|not (?:possible|feasible|practical)|impossible|infeasible)\b[^,]*$|"
        r"(?:\b(?:not|cannot|never)|n[’']t)(?: be(?:en)?)?$"
    )


@cache
def _aside() -> re.Pattern[str]:
    return pattern(r"\([^()]{0,120}\)")


@cache
def _excepted() -> re.Pattern[str]:
    return pattern(r",? but not (?:the |their )?[a-z ]{3,40}(?:,|$)")


@cache
def _concealed() -> re.Pattern[str]:
    return pattern(
        r"\b(?:allocation|assignment|treatment|group)s? (?:was|were|is|are|will be|remained) "
        r"(?:concealed|hidden|masked|withheld|kept (?:secret|hidden)) from (?:both |all )?(?P<list>[a-z ,-]{3,120})"
    )


def _elements(text: str) -> list[tuple[int, int]]:
    """The half-open offsets of the members of a list."""
    bounds = [(0, 0)] + [match.span() for match in _joints().finditer(text)] + [(len(text), len(text))]
    return [(before[1], after[0]) for before, after in pairwise(bounds)]


@cache
def _joints() -> re.Pattern[str]:
    return pattern(r",? and |,? & |,? as well as |, ?(?:but )?|,? or | but | while | whereas ")


@cache
def _bracketed() -> re.Pattern[str]:
    return pattern(r"\b(?:blind(?:ed|ing)?|mask(?:ed|ing)?) ?\((?P<list>[^()]{4,140})\)")


def _parties_found(start: int, end: int, parties: int) -> Found:
    return Found("masking", LEVELS[min(parties, 4)], max(start, 0), end, pattern="parties")


def is_party(text: str) -> bool:
    return any(word in PARTY for word in re.findall(r"[a-z]+", text)) or re.search(UNNAMED, text) is not None


def _stem(element: str) -> str:
    found = re.findall(r"[a-z]+", element)
    return next((word for word in reversed(found) if word in PARTY), "")


@cache
def _neither() -> re.Pattern[str]:
    return pattern(
        r"\bneither (?P<named>[a-z ,/'’-]{2,60} nor [a-z ,/'’-]{2,90}?) (?:who )?(?:knew|knows?|(?:had been|were|was|"
        r"are|is|will be) "
        r"(?:told|aware|informed)|(?:could|can) tell|will know|would know|(?:had|has|have) any idea|found out|"
        r"learned)\b"
        r"(?! (?:each|about|anything|much|of (?!(?:which|what|who|(?:the|their) (?:[a-z]+ )?(?:treat|group|alloc|"
        r"assign|drug|type|kind)))|why|how|when|where|that))"
    )


@cache
def _kept() -> re.Pattern[str]:
    return pattern(
        r"(?: who)?(?: (?:is|are|was|were|be|been|will be|remained?|stay(?:ed|s)?))?(?: all| both| each| also| then)?"
        r" (?:blinded|masked|(?:kept |left |held )?(?:completely |entirely )?in the dark|kept blind|kept unaware|"
        r"unaware of (?:which|what|who|the (?:treatment|group|allocation|assignment)|(?:treatment|group|study))|"
        r"(?:did not|do not|does not|didn[’']t|don[’']t|will not|won[’']t|would not|could not|cannot) (?:know|tell|"
        r"find out|learn|be told) "
        r"(?:which|what|who|(?:whether|if) (?:they|he|she|you|patients?|participants?|volunteers?|people|anyone|"
        r"someone|each|an?|their) (?:[a-z]+ ){0,3}(?:given|getting|got|gets?|had|received?|receiving|on|taking|took|"
        r"assigned|active|real|placebo))|(?:were|was|are|is|had|will) (?:not|never) (?:been |be )?told (?:which|what|"
        r"who|whether)|"
        r"(?:(?:was|were|is|are|will|would|had|has|have) )?not (?:be |been )?(?:made )?aware (?:of )?"
        r"(?:which|what|who|whether|the (?:treatment|group|allocation|assignment))|"
        r"ha(?:d|ve|s) no idea (?:which|what|who|whether)|(?P<knew>(?:knows?|knew) (?:which|who|what)|"
        r"aware of (?:which|what|who|the (?:type of )?(?:treatment|group|allocation|assignment))))"
        r"(?! (?:and tested|about (?!who|which|what|whether|the (?:treat|group|alloc))|"
        r"(?:patients|people|children|participants|women|men)(?! (?:had|have|were|was|are|got|get|received?|took)\b)|"
        r"of the patients))\b"
    )


def _stands_alone(match: re.Match[str], lower: str) -> bool:
    """Whether the parties did not know the treatment: not a noun ("masked doses"), nor blind to something else."""
    after = lower[match.end() : match.end() + 70]
    if match.group().strip() in ("blinded", "masked") and not after.startswith((".", ",", ";", ")", " to ", " (")):
        return not after
    if match["knew"]:
        return _treatment().search(after) is not None or _had().search(after) is not None
    return not after.startswith(" to ") or _treatment().search(after) is not None


@cache
def _treatment() -> re.Pattern[str]:
    return pattern(
        r"treat|group|alloc|assign|\barms?\b|interven|random|drug|medic|which|what|who|whether|placebo|sham|"
        r"sequence|study|therapy|"
        r"condition|vaccine|regimen|type of|identity|dose|product|code"
    )


@cache
def _had() -> re.Pattern[str]:
    return pattern(
        r"^ (?:they |he |she |each |[a-z]+ )?(?:was |were |is |are )?(?:got|gets?|getting|given|had|has|received?|"
        r"receives|receiving|took|takes|"
        r"taking|on|in)\b"
    )


@cache
def _nobody() -> re.Pattern[str]:
    return pattern(
        r"\b(?:nobody|no one|no-one)\b(?: (?:involved|in the trial|in the study))?(?P<list>, neither [^.;]{5,90},)?$"
    )


@cache
def _contrast() -> re.Pattern[str]:
    return pattern(
        r"\b(?:knew|knows?|in the dark|blinded|masked|aware)\b[^.;]{0,60}, (?:but|while|whereas|though) "
        r"(?P<party>(?:those|the (?:people|person|ones|one)) who [a-z ]{3,50}|the [a-z ]{0,20}"
        r"(?:assessors?|raters?|evaluators?|analysts?|statisticians?)) (?:did not|didn[’']t|were not|was not|were|"
        r"was)(?=[.,;]|$)"
    )
