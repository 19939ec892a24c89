"""Phase and design: held against the words of a registry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.claims.judging.held import MOST, UNSUPPORTED, Case, Held, stems
from checker.claims.phases import phases
from checker.claims.vocabulary import words
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.article import Article
    from checker.text import Pointer

BLINDED = ("DOUBLE", "TRIPLE", "QUADRUPLE")
"""Registries count the blinded parties differently; an article says "double-blind" of all three."""

AKIN = (
    frozenset({"SINGLE_GROUP", "SEQUENTIAL"}),
    frozenset({"PARALLEL", "FACTORIAL"}),
    frozenset({"PARALLEL", "SEQUENTIAL"}),
)
"""Words that one trial may bear in turn, neither of them wrong."""

EXPLICIT = pattern(
    r"(?:single|double|triple|quadruple)[- ]?(?:blind|mask)|open|\bun-?(?:blinded|masked)|"
    r"\b(?:no|not|non|without)[- ](?:\w+ )?(?:blind|mask)|neither (?:the )?(?:patients|participants) nor |"
    r"(?:nobody|no one|neither (?:group|arm|side)) (?:is|was)|"
    r"every(?:one|body)\b",
    re.IGNORECASE,
)
"""Blinding by its own word, or none at all: not a list of who was masked."""

OPEN_DRUG = pattern(
    r"(?:, (?=(?:once|twice|daily|weekly|monthly|oral|intravenous|subcutaneous|inhaled|topical)\b)| )"
    r"(?!(?:trial|stud|extension|design|phase|randomi|multi|single|parallel|controlled|pilot|non|prospective|"
    r"comparative|and|or|but|with|in(?!sulin)|at|for|to|as(?!sess)|dose(?!s? of\b)|two|three|clinical|international|"
    r"uncontrolled|rct|placebo|sham|one\b|nature|evaluation|format|basis|setting|approach|"
    r"throughout|feasib|explorat|adaptive|pragmatic|superior|equivalence|cross|factorial|cluster|experiment)\w*\b|"
    r"(?:so|because|since|while|though|although|which|that|who|when|where|after|before|until|during|is|was|were|are|has|"
    r"had|here|by|of|on|from|until|if|unless|then|too|also|not|only)\b)[a-z]",
    re.IGNORECASE,
)
"""What follows "open-label" where a drug is given openly, whatever the trial is: "open-label insulin glargine"."""

OPEN_WORD = pattern(r"label|un-?(?:blinded|masked)", re.IGNORECASE)

ONE_PART = pattern(
    r"\b(?:first|second|third|last|initial|final|lead-in|run-in|other) (?:phase|part|period|stage|portion|step)"
    r"(?: of (?:the|this) (?:study|trial))?,? (?:was|is|were|will be|being) $|"
    r"\b(?:[Pp]art|[Cc]ohort|[Ss]tage|[Pp]eriod|[Ss]egment) (?:[A-D]|\d|[Oo]ne|[Tt]wo|[Tt]hree|I{1,3})\b[^.:]{0,30}$"
)
"""What stands before the masking of one of the parts of a trial: "the first phase was", "Part C (supportive; "."""

BLIND_PART = pattern(
    r" (?:therapy|treatment|period|medication|capsules?|drug|product|placebo|sham|stimulation|part|dosing|follow|"
    r"comparison|crossover (?:part|phase|period))\b(?![ ‐‑–-]controlled|[‐‑-][a-z])",
    re.IGNORECASE,
)
"""What follows "double-blind" where only a part of the trial, or one of its drugs, is."""

SHAM = pattern(r"placebo|sham|dummy|vehicle|saline", re.IGNORECASE)


BRACKETED = pattern(
    r"(?:^|[,;:] |\band |\bof )\W{0,3}(?!(?:the|this|our|trial|study)\b)[\w-]+ \($|"
    r"\b(?:stage|part|step|cohort) (?:[1-4A-D]|I{1,3}|one|two|three) \($",
    re.IGNORECASE,
)
"""What stands before a phase in brackets that is a drug's, or a part's of a trial."""
A_PART = pattern(r" (?:is|was|consists?|of the (?:trial|study)|component|part|portion|segment)\b")
OVER = pattern(
    r"\b(?:completion|end|close|results|data) of (?:the )?$|\b(?:outcome|end ?point|aim|objective)s? of the $"
)
"""What follows or stands before a phase that is a part of a trial of several."""
MONTHS = pattern(r" ?\((?:months?|weeks?|days?|years?)\b", re.IGNORECASE)
"""What follows a stretch of a trial that is called a phase: "Phase I (months 1 to 6)"."""


def phase(case: Case) -> Held:
    recorded = case.trial.phases
    if not recorded or set(recorded) == {"NA"}:
        return UNSUPPORTED
    said = str(case.found.value)
    steps = {f"PHASE{digit}" for digit in re.findall(r"[1-4]", said)}
    if said.startswith(("early", "0")):
        steps = {"EARLY_PHASE1"}
    if not steps:
        return UNSUPPORTED
    if steps == set(recorded):
        return _held("supported", case.at("phases"), recorded)
    # "The best dose of Phase 2 goes on to Phase 3 of the study": the parts of one trial, each by its own name.
    if len(recorded) > 1 and steps < set(recorded) and {f"PHASE{p.value}" for p in phases(case.text)} >= set(recorded):
        return UNSUPPORTED
    # A letter names a part of a trial of two phases: the "Phase 1b study" of a Phase 1/2 one.
    if len(recorded) > 1 and steps < set(recorded) and re.search(r"[ab]", said):
        return UNSUPPORTED
    # "First doses are compared, while Phase 2 is an expansion": a phase that is no trial's is a part's.
    before = case.before(NEAR)
    if len(recorded) > 1 and steps < set(recorded) and (A_PART.match(case.text, case.found.end) or OVER.search(before)):
        return UNSUPPORTED
    # "Phase 3b/4" is one study, for which registries have a 3 or a 4.
    if {"PHASE1", "PHASE3"} <= steps:
        return UNSUPPORTED  # "Phase I-III trials"
    if steps == {"PHASE3", "PHASE4"} > set(recorded) or MONTHS.match(case.text, case.found.end):
        return UNSUPPORTED
    # "Oraxil (Phase 2), tenoril (Phase 3)": how far the drugs of a platform have come.
    if len(recorded) > 1 and steps < set(recorded) and BRACKETED.search(before):
        return UNSUPPORTED
    if {*steps, *recorded} <= {"PHASE1", "EARLY_PHASE1"}:
        return UNSUPPORTED
    return _held("contradicted", case.at("phases"), recorded)


SOME_WERE = pattern(
    r"\d(?: (?!trial|stud)[a-z]+){0,2} (?:were|was|are)(?: [a-z]+)? ?$|"
    r"\b(?:who|those that) [^.;,]{3,80} (?:were|was|are|will)(?: [a-z]+)? ?$|"
    r"\b(?:patients|participants|subjects|people|volunteers|women|men|children) (?:[^.;,]{3,80} )but (?:were|was) $|"
    r"\b[Tt]h[eo]se (?:[a-z]+ ){1,2}(?:were|was|are) $"
)
SO_MANY = pattern(r" ?\( ?[nN] ?=")
"""What stands before "not randomized" where it is said of some people: "30 were never randomized"."""


AFTERWARDS = pattern(
    r"\b(?:after(?:wards?)?|then|once(?! (?:weekly|daily|monthly|every|an?)\b)|following|thereafter|subsequent(?:ly)?|"
    r"later|extension|at the end)\b",
    re.IGNORECASE,
)
"""Words of a sentence on what comes after a trial, when those who took part may choose their treatment."""


PART = pattern(
    r"(?<!into )\b(?:cohorts?|run-in|lead-in|parts? (?:[A-D]|\d|one|two)|sub-?stud(?:y|ies)|extension)\b", re.IGNORECASE
)
"""A part of a trial."""
NEAR = 80
"""How many characters before and behind a claim tell what part of a trial it is about."""


def allocation(case: Case) -> Held:
    recorded = case.trial.design.allocation
    if case.found.pattern == "own choice" and AFTERWARDS.search(case.text):
        return UNSUPPORTED
    if case.found.value == "NON_RANDOMIZED" and (
        SOME_WERE.search(case.text[: case.found.start]) or SO_MANY.match(case.text, case.found.end)
    ):
        return UNSUPPORTED
    # "In one cohort, patients are randomised": the parts of a trial whose record says how all come into them.
    start, end = case.found.start, case.found.end
    if case.found.value != recorded and PART.search(case.text[max(0, start - NEAR) : end + NEAR]):
        return UNSUPPORTED
    if case.found.value == "NON_RANDOMIZED" and recorded == "NA":
        return _held("supported", case.at("design", "allocation"), recorded)
    if case.found.value == "NA" and recorded == "NON_RANDOMIZED":
        return UNSUPPORTED
    return _enum(case, recorded, "design", "allocation")


ANOTHER_DESIGN = pattern(
    r"\b(?:than|required|needed|necessary|instead of|unlike)\b[^.;]{0,40} (?:in|with|by|for|of) an? $"
)
"""What stands before a design that a trial was reckoned against: "fewer than are needed with a parallel design"."""

RATIO = pattern(r"(?<![\d:.])\d{1,2}(?::\d{1,2}){1,4}(?![\d:])")


def intervention_model(case: Case) -> Held:
    if ANOTHER_DESIGN.search(case.text[: case.found.start]):
        return UNSUPPORTED
    return _enum(case, case.trial.design.intervention_model, "design", "intervention_model")


STRETCH = pattern(r"\b(?:part|phase|period|stage|run-in|lead-in|cohort|stretch)\b", re.IGNORECASE)
"""A stretch of a trial, perhaps of another masking than the rest."""


SINGLE_TOO = pattern(
    r"\bsingle[ ‐‑–-]?(?:blind|mask)(?:ed)?,? (?:[a-z-]+,? ){0,2}?(?:sham|lead-in|run-in|phase|period|stimulation)\b",
    re.IGNORECASE,
)
AN_ARM = pattern(
    r"\b(?:(?:arm|group|cohort|half|drug|infusion|injection)s?|(?:first|second|third|fourth|last|other|next) [a-z]+) "
    r"(?:(?:was|were|is|are|had|has|that|which|of course) )*(?:[a-z]+ly )?$",
    re.IGNORECASE,
)
IN_ARMS = pattern(r" (?:in|for|of) (?:[\w-]+ ){1,4}(?:arms?|groups?|parts?|cohorts?|halves|half)\b", re.IGNORECASE)
"""Words before and behind a masking that is one of some arms: "the third arm was open-label"."""


NAMED = pattern(r"[^.;]{0,40}\b(?:participants?|patients?|therapists?|surgeons?|subjects|people|families)\b")
"""Who could not be blinded, behind the words that say that there was no blinding."""
PIECE = pattern(
    r"\b(?:challenges?|assessments?|tests?|readings?|analys[ei]s|reviews?|ratings?|scans?|measurements?) "
    r"(?:was|were|is|are) (?:[a-z-]+,? (?:and )?){0,2}$",
    re.IGNORECASE,
)
"""What is blinded in an open trial, and not the treatment."""


AWARE = pattern(r"\b(?:were|was|are|is|be) aware\b")
"""Words of a list of those who knew and those who did not."""

A_STRETCH = pattern(
    r",? (?:[a-z]+,? ){0,2}?(?:extension|run-in|lead-in|stabili[sz]ation|titration|wash-?out)\b|"
    r" (?:phase(?! (?:\d|I|one|two|three))|period|stage|portion|part)\b|"
    r" (?:\([A-Z]{2,4}\) )?(?:to|until|through|from|up to) (?:[Ww]eek|[Mm]onth|[Dd]ay|[Yy]ear)\b"
)
"""What follows "open-label" where a stretch of a blinded trial is: "after an open-label, placebo run-in"."""


def masking(case: Case) -> Held:
    recorded = case.trial.design.masking
    if recorded in BLINDED and case.found.value == "DOUBLE":
        return _held("supported", case.at("design", "masking"), recorded)
    if recorded != "NONE" and A_STRETCH.match(case.behind(30)):
        return UNSUPPORTED
    if case.found.value != recorded and any(is_no_whole(case, recorded) for is_no_whole in OF_NO_WHOLE):
        return UNSUPPORTED
    if {case.found.value, recorded} == {"TRIPLE", "QUADRUPLE"}:
        return UNSUPPORTED
    return _enum(case, recorded, "design", "masking")


def _is_of_an_arm(case: Case, _: str | None) -> bool:
    """ "Only the arms with tablets were blinded; the third arm was open-label." """
    if case.found.value != "NONE":
        return False
    ahead = case.before(40)
    return AN_ARM.search(ahead) is not None or IN_ARMS.match(case.text, case.found.end) is not None


def _is_of_one_part(case: Case, recorded: str | None) -> bool:
    """ "The first phase of the study was open label": the second may be blinded. The challenges may be, alone."""
    ahead = case.before(NEAR)
    return ONE_PART.search(ahead) is not None or (recorded == "NONE" and PIECE.search(ahead) is not None)


def _is_of_a_stretch(case: Case, recorded: str | None) -> bool:
    """ "Afterwards, in the open-label part, everyone knows": not of the trial as a whole."""
    if case.found.pattern in ("everybody knows", "nobody blinded") and (
        AFTERWARDS.search(case.text) or STRETCH.search(case.text)
    ):
        return True
    if case.found.value != "NONE" and BLIND_PART.match(case.behind(30)):
        return True
    # "Open-label, with single-blind sham stimulation first"
    return (case.found.value, recorded) == ("NONE", "SINGLE") and case.article.once(_is_single_blind_at_first)


def _is_of_a_drug(case: Case, recorded: str | None) -> bool:
    behind = case.behind(30)
    named = case.trial.acronym is not None and behind.startswith(f" {case.trial.acronym} ")
    return recorded != "NONE" and not named and bool(OPEN_WORD.search(case.quote) and OPEN_DRUG.match(behind))


def _is_of_some_parties(case: Case, recorded: str | None) -> bool:
    """Whether the words tell who knew and who did not, which is no count of those whom a registry calls blinded."""
    said = case.found.value
    alone = case.quote.lower().startswith("only ") and " who " not in case.quote
    # "The assessors were blinded" says nothing of the others; "single-blind" and "only the assessors" do.
    if said == "SINGLE" and "single" not in case.quote.lower() and not alone:
        return True
    # "Participants were aware, but the analysts were masked": who knew is told as well.
    if said != "NONE" == recorded and AWARE.search(case.text[: case.found.end] or case.quote):
        return True
    # Those who could not be blinded are some: others may have been.
    if case.found.pattern == "some unblinded" and recorded != "NONE":
        return True
    flatly = case.found.pattern == "everybody knows" or (
        case.found.pattern == "no blinding" and recorded in BLINDED and not NAMED.match(case.text, case.found.end)
    )
    if not case.text or flatly or alone or case.found.pattern == "label" or EXPLICIT.search(case.quote):
        return False
    return recorded in BLINDED or (recorded == "SINGLE" and said in ("NONE", "DOUBLE"))


OF_NO_WHOLE = (_is_of_an_arm, _is_of_one_part, _is_of_a_stretch, _is_of_a_drug, _is_of_some_parties)
"""Why words on blinding that are not those of the record say nothing against it."""


def _enum(case: Case, recorded: str | None, *keys: str) -> Held:
    if recorded is None:
        return UNSUPPORTED
    if case.found.value == recorded:
        return _held("supported", case.at(*keys), recorded)
    if any({case.found.value, recorded} <= akin for akin in AKIN):
        return UNSUPPORTED
    return _held("contradicted", case.at(*keys), recorded)


def control(case: Case) -> Held:
    """A control is what an arm is; a record whose arms have no telling types says nothing of it."""
    types = [arm.type for arm in case.trial.arms[:MOST]]
    said = case.found.value
    if PIECE.search(case.before(NEAR)):
        return UNSUPPORTED
    if not any(types) and (dummy := _dummy(case)):
        return dummy
    if said == "placebo":
        return _placebo(case, types)
    if said == "none":
        return _no_control(case, types)
    if "ACTIVE_COMPARATOR" in types:
        return _held("supported", case.at("arms", types.index("ACTIVE_COMPARATOR"), "type"), "ACTIVE_COMPARATOR")
    if _is_another_drug(case, types):
        return _held("contradicted", case.at("arms"), [kind for kind in types if kind != "EXPERIMENTAL"])
    return UNSUPPORTED


def _is_single(case: Case) -> bool:
    return case.trial.design.intervention_model == "SINGLE_GROUP" or len(case.trial.arms) == 1


def _placebo(case: Case, types: Sequence[str | None]) -> Held:
    for index, kind in enumerate(types):
        if kind in DUMMY_ARMS:
            return _held("supported", case.at("arms", index, "type"), kind)
    telling = types and all(kind in ("ACTIVE_COMPARATOR", "NO_INTERVENTION", "EXPERIMENTAL") for kind in types)
    compared = "ACTIVE_COMPARATOR" in types or "NO_INTERVENTION" in types or _is_single(case)
    # "Dummy tablets" may keep two active treatments apart.
    plainly = not case.text or "placebo" in case.quote.lower() or "sham" in case.quote.lower()
    # Where the trial is blinded, those who get a drug may get a placebo of the other one besides.
    besides = case.trial.design.masking in BLINDED and (
        case.found.pattern == "a placebo group" or BESIDES.search(case.text) is not None
    )
    besides = besides or case.article.once(_names_an_active_placebo)
    if telling and compared and plainly and not besides and not any(SHAM.search(text) for text in _texts(case)):
        return _held("contradicted", case.at("arms"), types)
    return UNSUPPORTED


def _no_control(case: Case, types: Sequence[str | None]) -> Held:
    if case.found.pattern == "no placebo" and (AFTERWARDS.search(case.text) or STRETCH.search(case.text)):
        return UNSUPPORTED  # "In the extension there was no placebo group."
    if "NO_INTERVENTION" in types and case.found.pattern == "against nothing":
        return _held("supported", case.at("arms", types.index("NO_INTERVENTION"), "type"), "NO_INTERVENTION")
    if _is_single(case) or (types and all(kind == "EXPERIMENTAL" for kind in types)):
        at = case.at("arms") if types else case.at("design", "intervention_model")
        return _held("supported", at, types or "one group")
    if DUMMY_ARMS & set(types):
        return _held("contradicted", case.at("arms"), types)
    return UNSUPPORTED


def _is_another_drug(case: Case, types: Sequence[str | None]) -> bool:
    """Whether what a drug is compared with by name is no treatment of a trial that compares it with a placebo.

    Everybody may have the usual treatment besides, so only another treatment by name is another comparison.
    """
    if not case.text or not DUMMY_ARMS & set(types) or not set(types) <= {*DUMMY_ARMS, "EXPERIMENTAL"}:
        return False
    named = stems(case.quote) - USUAL
    another = case.found.pattern != "against another drug" or _is_of_the_drug(case)
    both = named & stems(case.text[: case.found.start])  # "added to chemotherapy, against chemotherapy alone"
    return bool(named) and another and not both and not named & stems(" ".join(_texts(case)))


DUMMY_ARMS = frozenset({"PLACEBO_COMPARATOR", "SHAM_COMPARATOR"})
"""Types of arms that get a dummy of the treatment."""


def _dummy(case: Case) -> Held | None:
    """What a placebo among the interventions of a record without types of arms says of a claim."""
    for index, name in enumerate(case.trial.interventions[:MOST]):
        if SHAM.search(name):
            if case.found.value == "placebo":
                return _held("supported", case.at("interventions", index), name)
            if case.found.value == "none" and case.found.pattern in ("no placebo", "against nothing"):
                return _held("contradicted", case.at("interventions", index), "PLACEBO_COMPARATOR")
    return None


def _names_an_active_placebo(article: Article) -> bool:
    return any(ACTIVE_PLACEBO.search(block.prose) for block in article.prose)


def _is_single_blind_at_first(article: Article) -> bool:
    return any(SINGLE_TOO.search(block.prose) for block in article.prose)


def _is_of_the_drug(case: Case) -> bool:
    """Whether what stands before a comparison is the trial's own treatment: "azithromycin vs. amoxicillin"."""
    before = stems(case.before(80))
    arms = [arm.name or "" for arm in case.trial.arms[:MOST] if arm.type == "EXPERIMENTAL"]
    return bool(before & (stems(" ".join((*arms, *case.trial.interventions[:MOST]))) - USUAL - SHAMS))


SHAMS = words("placebo sham control dummy matching daily weekly dose mg")
BESIDES = pattern(r"\b(?:also|alternate|matching|dummy|all (?:participants|patients))\b", re.IGNORECASE)
"""Words of a sentence on a placebo that keeps two treatments apart."""

ACTIVE_PLACEBO = pattern(r"\bactive[ -]placebo", re.IGNORECASE)
"""A drug that stands in for a placebo, which registries may call an active comparator."""
USUAL = words(
    "standard usual conventional best routine care treatment therapy therapies available current existing regular "
    "optimal medical supportive background active comparator control another other one two established approved alone "
    "both drug medicine medication pill tablet vaccine"
)


def _texts(case: Case) -> list[str]:
    trial = case.trial
    return [
        *(arm.name or "" for arm in trial.arms[:MOST]),
        *trial.interventions[:MOST],
        trial.brief_title or "",
        trial.official_title or "",
    ]


OF_A_PART = pattern(
    r"\b(?:cohorts?|run-in|lead-in|part (?:[A-D]|\d|one|two)|stage|sub-?stud(?:y|ies)|extension|re-?randomi[sz]\w*|"
    r"sentinel|each dose (?:group|level|cohort)|dose level|(?<![-‐])(?:three|four|five|six|seven|"
    r"eight|nine|ten|[3-9]) (?:patients|participants|"
    r"people|volunteers|subjects|adults|children))\b",
    re.IGNORECASE,
)
"""Words of a sentence that tells how lots were drawn among the people in a part of a trial."""


def randomization_ratio(case: Case) -> Held:
    said = _parts(str(case.found.value))
    recorded = case.trial.design.ratio
    if said is None:
        return UNSUPPORTED
    if recorded is None:
        counts = [arm.count for arm in case.trial.arms[:MOST]]
        if len(counts) == len(said) and all(counts) and _is_like(said, [count for count in counts if count]):
            return _held("derived", case.at("arms"), ":".join(map(str, counts)))
        if len(counts) == len(said) and all(counts) and not OF_A_PART.search(case.around):
            sizes = sorted(count for count in counts if count)
            if _is_far_from(sorted(said), sizes):
                return _held("contradicted", case.at("arms"), ":".join(map(str, counts)))
        return UNSUPPORTED
    held = _parts(recorded)
    if held is None:
        return UNSUPPORTED
    # An equal chance of each treatment, however many there are.
    if said == held or (case.found.pattern == "even" and set(held) == {1}):
        return _held("supported", case.at("design", "ratio"), recorded)
    if len(said) == 2 < len(held) <= 10 and min(said) in _sums_of(held, sum(said)):
        return _held("derived", case.at("design", "ratio"), recorded)
    # "To three doses (1:1:1) and then to the drug or placebo (4:1)": lots were drawn twice.
    again = any(_parts(each.group()) == held for each in RATIO.finditer(case.around))
    if again or OF_A_PART.search(case.around):
        return UNSUPPORTED
    # Who names the arms in another order names the parts in that order too.
    return UNSUPPORTED if sorted(said) == sorted(held) else _held("contradicted", case.at("design", "ratio"), recorded)


def _parts(ratio: str) -> list[int] | None:
    from math import gcd

    numbers = [part.strip() for part in ratio.split(":")]
    if len(numbers) < 2 or not all(part.isdecimal() and len(part) < 5 for part in numbers):
        return None
    parts = [int(part) for part in numbers]
    least = gcd(*parts)
    return [part // least for part in parts] if least else None


def _sums_of(parts: list[int], whole: int) -> set[float]:
    """What some of the parts come to together, measured in parts of a whole."""
    sums = {0}
    for part in parts:
        sums |= {each + part for each in sums}
    return {each * whole / sum(parts) for each in sums}


def _is_far_from(ratio: list[int], counts: list[int]) -> bool:
    """Whether counts, smallest first as the parts of a ratio, are such as chance does not make of it."""
    everyone, whole = sum(counts), sum(ratio)
    expected = [everyone * part / whole for part in ratio]
    return any(
        abs(count - mean) > max(0.1 * everyone, 4 * (mean * (1 - mean / everyone)) ** 0.5)
        for mean, count in zip(expected, counts, strict=True)
    )


def _is_like(ratio: list[int], counts: list[int]) -> bool:
    """Whether counts are in a ratio but for what chance leaves over."""
    everyone, whole = sum(counts), sum(ratio)
    return all(
        abs(count - everyone * part / whole) <= max(1.0, 0.03 * everyone)
        for part, count in zip(ratio, counts, strict=True)
    )


def _held(verdict: str, pointer: Pointer, value: object) -> Held:
    text = ", ".join(str(each) for each in value if each) if isinstance(value, list | tuple) else str(value)
    return Held(verdict, pointer, text)  # type: ignore[arg-type]
