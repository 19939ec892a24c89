"""Who was kept from knowing which treatment a participant got."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.claims.claim import Found
from checker.claims.grammar import VOCABULARY, Pattern, Signs, matches
from checker.claims.kinds._doubt import is_question
from checker.claims.kinds._spots import is_observational, labelled, spot, wished
from checker.claims.vocabulary import words
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.said import Said

KINDS = ("masking",)

LEVELS = ("NONE", "SINGLE", "DOUBLE", "TRIPLE", "QUADRUPLE")
"""Maskings by how many parties do not know."""

VOCABULARY["which"] = r"(?:which|what|who|whether|whose)"
VOCABULARY["party"] = r"(?:[a-z‐-]+ ){1,4}"


def _masking(value: str) -> dict[str, str]:
    return {"kind": "masking", "value": value}


TERMS = (
    Pattern(
        "quadruple",
        r"\bquadruple{hyphen}{blind}",
        ("quadruple",),
        ("A «quadruple-masked» trial.", "The study is «quadruple-blind»."),
        ("The quadruple bypass took hours.",),
        _masking("QUADRUPLE"),
    ),
    Pattern(
        "triple",
        r"\btriple{hyphen}{blind}",
        ("triple",),
        ("This «triple-blind» trial ran in Spain.",),
        ("Triple therapy helped.",),
        _masking("TRIPLE"),
    ),
    Pattern(
        "double",
        r"\b(?:doubled?|doubly){hyphen}{blind}|\b(?:patient|participant|subject)s?(?:[‐‑–-]{blind},?)?(?:[‐‑–-]?,? "
        r"and |, ?| ?/ ?)(?:outcome )?"
        r"(?:assessor|investigator|evaluator|observer|physician|rater|clinician)s?[‐‑–-]{blind}",
        ("double", "doubly", "and ", "blind", "mask"),
        (
            "This «double-blind», placebo-controlled trial ran for a year.",
            "It was «double‐masked».",
            "It was given in a «double blind» manner.",
            "The trial was «double blinded».",
            "The new, «doubled-blinded» study is small.",
            "A «patient- and assessor-blinded» study.",
            "It was «participant-blinded and assessor-blinded».",
        ),
        ("A double-dummy design was used.", "The dose was doubled."),
        _masking("DOUBLE"),
    ),
    Pattern(
        "single",
        r"\bsingle{hyphen}{blind}|\b(?:outcome[ -]?)?(?:assessor|evaluator|observer|rater|investigator|examiner|"
        r"patient|"
        r"participant|subject|analyst|statistician|researcher|physician|surgeon|reader|reviewer|clinician|parent)s?"
        r"[‐‑–-](?:blind(?:ed)?|masked)|"
        r"\b(?:outcome[ -]?)?(?:assessor|evaluator|observer|rater|examiner) blind\b|\bblinded[ ‐‑–-](?:end[ "
        r"‐‑–-]?point|outcome)s?\b",
        ("single", "blind", "mask"),
        (
            "This «single-blind» trial ran in Spain.",
            "An «assessor-blinded» trial.",
            "It is «evaluator-masked».",
            "The «observer-blind» study began.",
            "The trial was «assessor blind».",
            "It is a «blinded-endpoint» trial.",
        ),
        ("A single dose was given.", "The patient's blind dog came too."),
        _masking("SINGLE"),
    ),
    Pattern(
        "open label",
        r"\bopen{hyphen}label(?:led|ed)?\b|\bopen in (?:design|label)\b",
        ("open",),
        ("An «open-label» trial.", "The study is «open label».", "Both are «open-labelled» pilots."),
        ("Patients went on to the open-label extension.", "An open letter labelled it so."),
        _masking("NONE"),
    ),
    Pattern(
        "open, randomized",
        r"(?:^|[,;] |\ban? )(?P<quote>open)(?:,? and|,) (?:randomi[sz]ed|controlled|prospective|parallel|"
        r"multi{hyphen}cent|phase|pragmatic|superiority|non{hyphen}inferiority|pilot|feasibility|explorat|two{hyphen}|"
        r"three{hyphen}|adaptive|international|"
        r"uncontrolled|comparative|cross{hyphen}over|non{hyphen}randomi|single{hyphen}arm|blinded[ ‐‑–-]end)|"
        r"\b(?:is|was|being|been) an (?P<quote2>open) (?:[a-z]+ )?(?:trial|study)\b|"
        r"\ban (?P<quote3>open) (?:pilot|feasibility|pragmatic|comparative|randomi[sz]ed|controlled|phase|"
        r"single{hyphen}arm|uncontrolled|"
        r"multi{hyphen}cent(?:re|er)) (?:[a-z0-9#/‐-]+ ){0,4}(?:trial|study|rct)\b",
        ("open",),
        (
            "It was a prospective, «open», randomised trial.",
            "It was an «open» trial, so all knew.",
            "We did an «open» pilot RCT.",
        ),
        ("The clinic is open, and randomised people came.",),
        _masking("NONE"),
    ),
    Pattern(
        "unblinded",
        r"\b(?:un|non{hyphen})(?:blinded|masked)\b",
        ("unblind", "unmask", "non"),
        ("It is «unblinded», with only one group.", "An «unblinded» pilot.", "A «non-blinded» trial."),
        (
            "The data were unblinded in March.",
            "After the trial had been unblinded, patients learned the truth.",
            "The sponsor unblinded the study.",
        ),
        _masking("NONE"),
    ),
    Pattern(
        "no blinding",
        r"\b(?:no|without) (?:any )?(?:blinding|masking)\b|\b(?:blinding|masking) (?:was|is|were) (?:not|neither|im)[ "
        r"-]?(?:used|possible|feasible|"
        r"attempted|practical|practicable|done)",
        ("blinding", "masking"),
        ("There was «no blinding».", "A trial «without blinding».", "«Masking was not possible»."),
        ("No mask was worn.",),
        _masking("NONE"),
    ),
    Pattern(
        "not blinded",
        r"(?:(?:\b(?:it|this|trials?|stud(?:y|ies)|pilots?|which|design|one)|#+) "
        r"(?:is|was|are|were|could|can|has|had)(?: of course)?(?: not| never|n[’']t) (?:be |been )?|"
        r"(?:[,;] |\band |\bbut )not |\bneither randomi[sz]ed nor |\bneither (?:group|arm|side|party|study|"
        r"trial) (?:is|was|were) )"
        r"(?P<end>blinded|masked|double-blind(?:ed)?|single-blind(?:ed)?|blind)\b|"
        r"\bnot an? (?:blinded|masked) (?:[a-z]+ )?(?:trial|study|experiment)\b",
        ("blind", "mask"),
        (
            "«It was not blinded», since one can tell a robot from a call.",
            "The «trial was not masked».",
            "«Neither group was blinded».",
            "It was «not a blinded study».",
            "Eight trials could not be blinded.",
        )[:4],
        ("Patients were not blinded.", "They were not masked when they met."),
        _masking("NONE"),
    ),
)

TRAPS = (
    Pattern(
        "a part without labels",
        r"\bopen{hyphen}label(?:led|ed)?(?: ?\([^()]{1,40}\))? (?:[a-z0-9‐-]+ ){0,2}?(?:extensions?|period|part|"
        r"portion|follow{hyphen}up|"
        r"continuation|roll{hyphen}over|rollover|run{hyphen}in|lead{hyphen}in|stage|maintenance|treatment|cohort|arm|"
        r"placebos?|drug|dosing|therapy|safety|access|ole)(?:[^a-z‐‑–-]|$)|"
        r"\bopen{hyphen}label[’'”\"]? phase(?:[.,;:)]|$| (?:of|was|were|is|are|that|which|who|began|lasted|and|in|the|"
        r"for|after|"
        r"where|has|have|had|with|receiv[a-z]*|will|would|to|from|at|on|during|all|can|may|also|patients|participants|"
        r"got|took|"
        r"study|extension)\b)",
        ("open",),
        (),
        (
            "All went on to an open-label extension.",
            "An open-label (unblinded) extension will follow.",
            "In the open-label phase of the study, doses rose.",
        ),
    ),
    Pattern(
        "blind before the trial proper",
        r"\bsingle{hyphen}blind(?:ed)?,? (?:[a-z0-9‐-]+,? )?(?:baseline (?:phase|period)|run{hyphen}in|lead{hyphen}in|"
        r"wash{hyphen}?out)\b",
        ("single",),
        (),
        ("It had a single-blind, placebo baseline phase.", "A single-blind run-in of two weeks came first."),
    ),
    Pattern(
        "unblinding",
        r"\b(?:were|been|being|be|got|get|becomes?|became|to|had|has|have|will|would|is being|after|was then|"
        r"were then|when|"
        r"until|once|sponsor|company|team|they|we|she|he|investigators|researchers|committee|"
        r"board) (?:[a-z]+ )?(?:unblinded|unmasked)\b|"
        r"\b(?:after|when|once|until|before) the (?:trial|study|code) (?:was|is|has been|had been) (?:unblinded|"
        r"unmasked)\b|"
        r"\b(?:unblinded|unmasked) (?:data|results|the|its|their|information|to|in|on|after|when|at|by|before|early|"
        r"safety|"
        r"analys[ei]s|interim|review|look|statistician|committee|board|patients|participants|people)\b",
        ("unblind", "unmask"),
        (),
        ("The data were unblinded in March.", "The company unblinded the study.", "An unblinded committee looked on."),
    ),
    Pattern(
        "not a masking",
        r"\b(?:non|not|un)[ ‐‑–-]?blinded[ ‐‑–-](?:end|outcome)|\bblind(?:ed)? (?:independent|central|review|date|"
        r"spot|man|woman|people|person|patients|in one|mice)\b|"
        r"\bindependent (?:blinded|blind)\b|\b(?:nobody|no one) can be blinded\b|\bmasked (?:and tested|by|men|ball|"
        r"facies)|"
        r"\b(?:wore|wearing|face|surgical) mask|\bmasked hypertension|\bblinded (?:by|in both|in one)|"
        r"colou?r{hyphen}blind",
        ("blind", "mask"),
        (),
        (
            "Progression was judged by blinded independent central review.",
            "Nobody can be blinded to having been cut open.",
            "Teachers were let in, masked and tested.",
        ),
    ),
)

EXPLAINED = (
    Pattern(
        "nobody blinded",
        r"\b(?:nobody|no one|no-one|none(?: of (?:them|us|the [a-z]+))?) (?:is|was|were|are|had been|has been|"
        r"could be) "
        r"(?:kept )?(?:blinded|masked|blind|in the dark)\b|"
        r"\bneither {party}nor {party}(?:(?:is|are|was|were|could be|can be|will be) )(?:blinded|masked|blind|kept in "
        r"the dark)\b|"
        r"\bneither (?:blinded|masked) nor\b",
        ("blind", "mask", "in the dark", "neither"),
        (
            "«Nobody was blinded».",
            "«No one is masked», as honey looks like honey.",
            "«Neither patients nor doctors were blinded».",
            "The pilot was «neither blinded nor» randomised.",
        ),
        ("Nobody can be blinded to a cut.", "Nobody was in the hall."),
        _masking("NONE"),
    ),
    Pattern(
        "everybody knows",
        r"\b(?:everyone|everybody|all (?:involved|concerned|participants|patients)|both {party}and {party}) ?"
        r"(?:involved |concerned |(?:in|on) the (?:trial|study) )?(?:knows?|knew|is aware of|was aware of|"
        r"were aware of|"
        r"will know|could see|is told|was told) (?:of )?(?:(?:which|whose|whether|what (?:treatment|drug|group|they|"
        r"he|she|each|was being|is being)|"
        r"who (?:got|gets|had|has|was|is|received|receives|will|took))\b|(?:that )?they (?:are|were|will be) "
        r"(?:getting|"
        r"taking|given|"
        r"receiving)\b)",
        ("every", "all ", "both "),
        (
            "«Everyone knew which» group they were in.",
            "«Everybody knows what they» take.",
            "«Everyone in the trial knows they are getting» the drug.",
            "«Both patients and doctors knew which» drug was given.",
        ),
        ("Everyone knew the nurse.", "Everybody knew that it would end.", "Everybody knows what the results mean."),
        _masking("NONE"),
    ),
    Pattern(
        "blinded assessor",
        r"\bblind(?:ed)? (?:outcome |endpoint |end{hyphen}point |study )?(?:assessors?|raters?|evaluators?|examiners?|"
        r"observers?|readers?|radiologists?|pathologists?|interviewers?|assessment|evaluation|adjudication)\b|"
        r"\b(?:assessment|evaluation|adjudication|scoring)s? (?:of (?:[a-z]+ ){1,3})?(?:is|was|were|"
        r"will be) (?:done |carried out )?"
        r"(?:blinded|masked|blind)\b",
        ("blind", "mask"),
        ("Pain was scored by «blinded assessors».", "Outcome «assessment was blinded»."),
        ("Progression was judged by blinded independent central review.",),
        _masking("SINGLE"),
    ),
)

PATTERNS = TERMS + EXPLAINED

PARTY = words(
    "patient patients participant participants subject subjects volunteer volunteers recipient recipients women men "
    "mothers parents family families children people adults carer carers caregiver caregivers provider providers "
    "doctor "
    "doctors physician physicians clinician clinicians nurse nurses surgeon surgeons therapist therapists investigator "
    "investigators researcher researchers scientist scientists staff team personnel midwives pharmacist pharmacists "
    "you instructors trainers dentists paediatricians pediatricians "
    "assessor assessors rater raters evaluator evaluators "
    "examiner examiners observer observers reviewers readers sponsor sponsors statistician statisticians analyst "
    "analysts radiologist "
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
    r"inspect|deliver|cared|caring|do)"
)
NOT_A_MASKING_ALONE = words("you they people everybody personnel staff team")
REACH = 200
"""How many characters before a predicate a list of parties may begin, so that time stays linear."""


def find(said: Said) -> Iterator[Found]:
    """What a sentence says of a trial's masking; where it has the term, words that explain it are no second claim."""
    if said.block_kind != "cell" and not SIGNS.stand_in(said):
        return
    found = list(_labels(said))
    if not found:
        found = list(spot(TERMS, said, traps=TRAPS))
        if is_observational(said):
            found = [claim for claim in found if claim.pattern != "no blinding"]
        if not found and (some := _some_unblinded(said.lower)):
            found = [some]
        values = {claim.value for claim in found}
        if values == {"NONE", "SINGLE"} and found[-1].end - found[0].start < NEAR:
            # "Open-label, assessor-blinded": those who treat know, those who rate do not.
            found = [claim for claim in found if claim.value == "SINGLE"]
        if values <= {"NONE"}:
            explained = list(spot(EXPLAINED, said, traps=TRAPS)) or list(_parties(said))
            if not found:
                found = explained
            elif any(claim.value == "SINGLE" for claim in explained):
                found = explained  # An open-label trial with blinded raters.
        if found and (wished(said) or is_question(said)):
            return
    yield from found


def _some_unblinded(lower: str) -> Found | None:
    """That those who take part could not be blinded, or two parties were not."""
    for match in _not_blinded().finditer(lower):
        if match["noun"] and not any(word in PARTY for word in re.findall(r"[a-z]+", match["noun"])):
            continue
        named = re.split(r"[.;:!?()—]", lower[max(0, match.start() - REACH) : match.start()])[-1]
        start = match.start()
        if match["verb"]:
            parties = 0
            for first, last in reversed(_elements(named)):
                if not _is_party(named[first:last]) or len(named[first:last].split()) > 6:
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


NEAR = 60
SIGNS = Signs("blind", "mask", "open", "know", "knew", "dark", "unaware", "told", "aware", "no idea", "assessor")


def _parties(said: Said) -> Iterator[Found]:
    """Who is said not to know: "neither patients nor doctors knew" is DOUBLE."""
    lower = said.lower
    for match in _neither().finditer(lower):
        named = match["named"]
        if _is_party(named.split(" nor ")[0]) and not _nobody().search(
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
        if (_unblinded().search(named) and not match["knew"]) or not _stands_alone(match, lower):
            continue
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
            if not _is_party(named[first:last]) or len(named[first:last].split()) > 9:
                break
            parties, start = parties + 1, match.start() - len(named) + first
        if parties and (parties > 1 or _stem(named) not in NOT_A_MASKING_ALONE or re.search(UNNAMED, named)):
            yield _parties_found(start, match.end(), parties)
            return
    if concealed := _concealed().search(lower):
        parties = sum(_is_party(part) for part in _joints().split(concealed["list"]))
        if parties:
            yield _parties_found(*concealed.span(), parties)
            return
    if bracket := _bracketed().search(lower):
        parties = sum(_is_party(part) for part in re.split(r",? and |, ?|/|;", bracket["list"]))
        if parties:
            yield _parties_found(*bracket.span("list"), parties)
            return
    if contrast := _contrast().search(lower):
        yield Found("masking", "SINGLE", contrast.start("party"), contrast.end(), pattern="only others knew")


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


def _is_party(text: str) -> bool:
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
        r"(?! (?:each|about|anything|much|of|why|how|when|where|that))"
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
        r"ha(?:d|ve|s) no idea (?:which|what|who|whether)|(?P<knew>knows? (?:which|who|what)|knew (?:which|who|what)))"
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


def _labels(said: Said) -> Iterator[Found]:
    """What stands behind "Masking:", in a sentence or a table: a level, or the parties."""
    for _, value, start, end in labelled(
        said, r"(?:blinding|masking|blinded|masked|masking/blinding|blinding/masking)"
    ):
        yield from _level(value.strip(), start, end)


def _level(value: str, start: int, end: int) -> Iterator[Found]:
    first = re.match(r"\W*([a-z]+)", value)
    word = first.group(1) if first else ""
    level = {"open": "NONE", "none": "NONE", "no": "NONE", "unblinded": "NONE", "single": "SINGLE", "double": "DOUBLE"}
    level |= {"triple": "TRIPLE", "quadruple": "QUADRUPLE"}
    if word in level:
        yield Found("masking", level[word], start, end, pattern="label")
        return
    parties = [part for part in re.split(r",? and |, ?|/|\+|&", value) if _is_party(part)]
    if parties and len(parties) <= 4:
        yield Found("masking", LEVELS[len(parties)], start, end, pattern="label")
