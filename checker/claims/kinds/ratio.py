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
    last = -NEAR
    if (":" in lower or "∶" in lower or " to " in lower or "-to-" in lower or "‑to‑" in lower or "–to–" in lower) and (
        _cue().search(lower)
    ):
        for match in _colons().finditer(lower):
            cue = lower[max(0, match.start() - 90) : match.end() + 50]
            parts = [_part(part) for part in re.split(r"\s?[:∶]\s?|[ -‑–]to[ -‑–]|[-‑–]", match["ratio"])]
            again, last = match.start() - last < NEAR, match.end()  # "1:1 (one-to-one)" says it once.
            written = ":" in match["ratio"] or "∶" in match["ratio"]
            if not (all(parts) and max(parts) <= (20 if written else 9)) or again:
                continue
            if not written and _spread().search(lower[max(0, match.start() - 40) : match.start()]):
                continue
            if not written and _of_ages().search(lower[max(0, match.start() - 12) : match.start()]):
                continue
            drawn = _drawn().search(lower, max(0, match.start() - 30), match.start())
            if drawn or (_cue().search(cue) and not _other_ratio().search(cue)):
                yield _ratio(parts, *match.span("ratio"), "parts")
    told = set()
    for form, match in [(each, match) for each in _forms(said) for match in each.finditer(lower)]:
        if form in _EQUALLY and not _is_of_all(lower, match):
            continue
        found = _share(match.groupdict()) if _is_a_treatment(said, match.groupdict().get("name")) else None
        start, end = match.span("quote")
        # "The drug (2 in 3) or a placebo (1 in 3)" says it once, unless the two do not agree.
        if found and ":".join(map(str, found)) not in told:
            told.add(":".join(map(str, found)))
            yield _ratio(found, start, end, "even" if match.groupdict().get("even") else "out of")


def _forms(said: Said) -> tuple[re.Pattern[str], ...]:
    """The ways to tell a ratio in words that a sentence may hold."""
    lower = said.lower
    forms: tuple[re.Pattern[str], ...] = _FRACTIONS if said.numbers else ()
    if "equally" in lower or "half" in lower:
        forms += _EQUALLY
    if "chance" in lower:
        forms += _CHANCES
    if "placebo" in lower or "dummy" in lower or "sham" in lower:
        forms += _BESIDE_A_PLACEBO
    return forms


def _is_of_all(lower: str, match: re.Match[str]) -> bool:
    """Whether halves are those of a trial that draws lots: not "of the 40 with fever, half were given tablets"."""
    before, drawn = lower[max(0, match.start() - 80) : match.start()], lower[match.start() : match.end() + 30]
    return not _of_some().search(before) and _of_lots().search(drawn) is not None


@cache
def _of_some() -> re.Pattern[str]:
    return pattern(
        r"\b(?:of|among|about|some|roughly|nearly|almost|around|over|part|period|stage|those|after|before|extension|"
        r"sub-?study)\b"
    )


@cache
def _of_lots() -> re.Pattern[str]:
    return pattern(r"\bwill\b|\brandom|\bassigned\b|\ballocated\b|\bequally\b|placebo|sham\b|dummy")


def _is_a_treatment(said: Said, name: str | None) -> bool:
    """Whether a word that people are said to get names a treatment of a trial of the article; no word does no harm."""
    return name is None or any(
        name in each.lower() for trial in said.article.trials[:MOST] for each in trial.interventions[:MOST]
    )


def _share(said: dict[str, str | None]) -> list[int] | None:
    """The parts of those who get the treatment and of those who get the placebo, if words give any."""
    if said.get("even"):
        return [1, 1]
    if groups := said.get("groups"):
        return [1] * _part(groups)
    if percent := said.get("percent"):
        some, all_ = SHARES.get(percent, (0, 0))
    elif times := said.get("times"):
        some, all_ = TIMES[times], TIMES[times] + 1
    else:
        some, all_ = _part(said["some"] or ""), _part(said["all"] or "")
        all_ += some if "rest" in said else 0
    if not 0 < some < all_ <= 10:
        return None
    return [all_ - some, some] if _dummy().search(said["what"] or said.get("what2") or "") else [some, all_ - some]


NEAR = 4
MOST = 50
"""Trials of an article, and treatments of a trial, that are looked at."""


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
        r"(?![\w/%]|[.:]\d)(?! (?:[a-z-]+ )?(?:hours?|days?|weeks?|months?|years?|times|sessions?|"
        r"support|coaching|counsel|care|"
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
def _of_ages() -> re.Pattern[str]:
    return pattern(r"\b(?:aged?|ages|from|between|years?|grades?|scores?) $")


@cache
def _spread() -> re.Pattern[str]:
    """What makes of "2 to 5" the spread of something measured: "3 days [interquartile range, 2 to 5]"."""
    return pattern(
        r"\b(?:range|iqr|quartiles?|ci|interval|median|mean|scores?|scale)\b[^.;()\[\]a-z]{0,12}(?:of |from |was )?$"
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


NUMBER = r"(?:one|two|three|four|five|six|\d)"
PEOPLE = r"(?:patients|participants|volunteers|children|babies|women|men|homes|villages|people|adults|subjects)"
GIVEN = (
    r"(?:gets?|got|receives?|received|takes?|took|had|have|has|(?:is|are|was|were|be) (?:randomly )?"
    r"(?:given|put on|(?:assigned|randomi[sz]ed|allocated) to(?: receive)?|on))"
)
PUT = (
    r"(?:receiving|being (?:randomly )?(?:given|assigned|randomi[sz]ed|allocated|put|placed|treated)"
    r"(?: (?:to|on|in|into|with|receive|get))*)"
)
THING = (
    r"(?:drug|vaccine|medicine|medication|treatment|placebo|dummy|sham|thing|jab|injection|pill|tablets?|implant|"
    r"infusion|therapy|product|gene therapy|app|device|cells|antibody|booster|shot)"
)
GOODS = (
    rf"(?:the |an? )?(?:active |real |study |new |trial |investigational |experimental |dummy |sham |inactive )?{THING}"
)


_FRACTIONS = (
    # "Two out of three patients get the drug"
    pattern(
        rf"\b(?P<quote>(?P<some>{NUMBER}) (?:out of|in) (?:every )?(?P<all>{NUMBER}))(?: (?:of them|{PEOPLE}))?"
        rf" (?:will |would |are to |is to )?{GIVEN} (?:(?P<what>{GOODS}\b)|(?P<name>[a-z0-9-]{{4,}}))",
        needs=(" out of ", " in "),
    ),
    # "Two out of three participants will receive aspirin"
    pattern(
        rf"\b(?P<quote>(?P<some>{NUMBER})(?: (?:out of|in) (?:every )?|[ -])(?P<all>{NUMBER}|thirds|quarters|fifths))"
        r" (?:of (?:the |all )?)?(?:participants|volunteers|people (?:in|on) the (?:trial|study)) (?:will|would|are to)"
        r" (?:be (?:randomly )?)?(?:receive|get|take|given|assigned to|allocated to|randomi[sz]ed to|treated with) "
        r"(?P<what>(?!(?:both|either|all|no|care|support|it|an? (?:letter|diagnosis|invitation|call))\b)[a-z0-9-]+"
        r"(?: [a-z0-9-]+){0,2})",
        needs=(" will ", " would ", " are to "),
    ),
)
_EQUALLY = (
    # "Patients were randomly assigned equally to one of three groups"
    pattern(
        r"\b(?:randomi[sz]ed|assigned|allocated|divided)[^.;:]{0,30} (?P<quote>equally(?: and at random| at random)? "
        r"(?:to|into|between|among|across) (?:one of |either of |the |of )*(?P<groups>two|three|four|five|2|3|4|5) "
        r"(?:[a-z-]+ )?(?:groups|arms|treatments|doses|drugs|regimens))\b",
    ),
    # "The team assigned half the patients to surgery and half to tablets"
    pattern(
        rf"\b(?:assign|randomi[sz]e|allocate)(?:e?d|s)? (?P<quote>(?P<even>half)(?: of)? (?:the |these |its )?{PEOPLE})"
        r" (?:by chance |at random |randomly )?to (?P<what>[^.;:]{2,70}?),? and (?:the other )?half to "
    ),
    # "Half of them got the drug and the other half a placebo"
    pattern(
        rf"\b(?P<quote>(?P<even>half)(?: of (?:(?:the |these |those )?(?:them|you|whom|{PEOPLE}))| the {PEOPLE})?) "
        rf"(?:(?:will |would )?{GIVEN}|(?:will |would )(?:be given|get|receive|take|have)) (?P<name>[a-z0-9-]{{4,}})"
        r"(?: [^.;,]{0,30}[^.;, ])?,? (?:and |while )?(?:the other |the remaining )?half,? (?:will |would )?"
        rf"(?:(?:be given|{GIVEN}) )?(?:an? |the )?(?:[a-z]+ )?(?:placebo|dummy|sham)(?:$|[.,;:)]| (?:for|as|or|in|once"
        r"|twice|instead|injection|tablet|pill|capsule|procedure|infusion))"
    ),
    # "Half of them will be given the drug and half a placebo"
    pattern(
        rf"\b(?P<quote>(?P<even>half)(?: of (?:(?:the |these |those )?(?:them|you|{PEOPLE}))| the {PEOPLE})?) (?:will "
        r"(?:randomly )?(?:be (?:randomly )?(?:given|put on|(?:assigned|allocated|randomi[sz]ed) to)|get|receive|take|"
        r"have)|(?:are|were) (?:randomly )?(?:given|put on|(?:assigned|allocated|randomi[sz]ed) to)|gets?|received?) "
        r"(?P<what>(?:(?!\b(?:before|previous|prior|at least|more|less)\b)[^.;:]){2,70}?),? "
        r"(?:(?:and|while) (?:the other |the )?half (?!of )|(?:(?:and|while) )?the (?:rest|others) )",
    ),
)
_BESIDE_A_PLACEBO = (
    # "Two in three will get X and one in three a placebo", "two thirds get the drug, one third the placebo"
    pattern(
        rf"\b(?P<quote>(?P<some>{NUMBER})(?: (?:out of|in) (?:every )?|[ -])(?P<all>three|four|five|six|\d|thirds|"
        r"quarters|fifths))(?: of (?:the |all )?[a-z]+)? (?:will |would |are to |is to )?(?:gets?|got|receives?|"
        r"received|take|(?:be|are|were) given) (?P<what>[^.;,]{2,40}),? (?:and|while|with) (?:the remaining |the other "
        r"|the )?(?:one|two|three|\d|a)?[ -]?(?:out of|in)?[ -]?(?:three|four|five|six|\d|third|quarter|fifth|half|"
        r"rest)s? (?:will |would )?(?:gets?|got|receives?|received|take |getting |receiving )?(?:an? |the )?"
        r"(?:[a-z]+ )?(?:placebo|dummy|sham)\b",
    ),
    # "You are twice as likely to get the drug as the placebo"
    pattern(
        r"\b(?P<quote>(?P<times>twice|two times|three times) as likely) to (?:get|receive|be (?:given|assigned to|put "
        r"on)) (?P<what>[^.;]{2,40}?) (?:as|than) [^.;]{0,30}(?:placebo|sham|dummy)",
    ),
    # "For every two people who get the drug, one will get a placebo"
    pattern(
        rf"\bfor every (?P<quote>(?P<some>{NUMBER}) {PEOPLE} (?:(?:who )?(?:will )?(?:get|receive|receiving|getting|"
        r"assigned to|randomi[sz]ed to|given|on|are (?:given|on|assigned to)) )(?P<what>[^.;,]{2,40}),? "
        rf"(?P<all>{NUMBER})(?P<rest>)) (?:[a-z]+ )?(?:will |would )?(?:gets?|receives?|be given|is given|on) (?:an? |"
        r"the )?(?:matching )?(?:placebo|sham|dummy)",
    ),
)
_CHANCES = (
    # "Each has two chances in three of getting the vaccine"
    pattern(
        rf"\b(?P<quote>(?P<some>{NUMBER}) chances? (?:out of|in) (?P<all>three|four|five|[3-9])) (?:of "
        rf"(?:{PUT}|getting|having)|to (?:receive|get|be given|have)) (?P<what>(?:the |an? )?(?:(?!better|worse|well|"
        rf"with|no)[a-z-]+ ){{0,2}}{THING})\b",
    ),
    # "There is a 2 in 3 chance that you will receive the study drug", "a 75% chance of being given the vaccine"
    pattern(
        rf"\b(?P<quote>(?:(?P<some>{NUMBER})[ -](?:out[ -]of|in)[ -](?P<all>three|four|five|[3-9])|(?P<percent>\d\d)"
        r"(?:%| percent| per cent))) chance (?:(?:(?:that )?[a-z ]{2,40} (?:will|would)|to|of) (?:receive|receiving|"
        r"get|getting|be given|have|having|be on|be assigned to|be put on|being on|being (?:given|assigned to|put on)) "
        r"(?P<what>(?:the |an? )?(?:(?!better|worse|well|with|no)[a-z-]+ ){0,2}"
        rf"{THING})\b|of {PUT} (?P<what2>(?:the |an? )?[a-z0-9-]+(?: [a-z0-9-]+){{0,2}}))",
    ),
    # "You will receive the study medicine (2 out of 3 chance) or a placebo (1 out of 3 chance)"
    pattern(
        rf"\b(?P<what>[a-z-]+(?: [a-z-]+){{0,3}}) [(\[](?:an? )?(?P<quote>(?:(?P<some>{NUMBER})[ -](?:out[ -]of|in)[ -]"
        r"(?P<all>three|four|five|[3-9])|(?P<percent>\d\d)(?:%| percent| per cent))) chance[)\]]",
    ),
    # "There is an equal chance of receiving the drug or the placebo"
    pattern(
        r"\b(?P<quote>(?P<even>equal|even|50[ -]?[/:–-][ -]?50|fifty[ -]fifty|50 ?%|50 per ?cent)(?: \([^()]{2,12}\))?"
        rf" chances?) (?:of (?:{PUT}|getting|being (?:in|on|part of))|(?:that )?(?:you|they|he or she|your child|each "
        rf"[a-z]+|{PEOPLE}) (?:will|would) (?:be|get|receive|have)|to (?:receive|get|be)) (?P<what>[^.;]{{0,60}}?"
        rf"(?:either (?:group|arm|treatment)|\b(?:two|both) (?:groups|arms|treatments)|placebo[^.;]{{0,20}} or |"
        rf" or [^.;]{{0,30}}placebo| or (?:the |an? )?(?:[a-z-]+ ){{0,2}}(?:{THING}|usual care|standard care)))",
    ),
)

SHARES = {
    "50": (1, 2),
    "66": (2, 3),
    "67": (2, 3),
    "33": (1, 3),
    "75": (3, 4),
    "25": (1, 4),
    "80": (4, 5),
    "20": (1, 5),
    "60": (3, 5),
    "40": (2, 5),
}
"""Parts of so many that percentages stand for."""
TIMES = {"twice": 2, "two times": 2, "three times": 3}


@cache
def _dummy() -> re.Pattern[str]:
    return pattern(r"placebo|dummy|sham|inactive")
