"""What a sentence asks, denies, makes a condition or doubts, instead of saying it of a trial."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.grammar import Signs
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.claims.claim import Found
    from checker.claims.said import Said

WEIGHED = frozenset(
    "phase status masking allocation intervention_model control randomization_ratio sites countries_count age "
    "sponsor".split()
)
"""The kinds of what a trial is like, of which a sentence may say that it is not so, or not known."""

ASKED = frozenset({"sites", "countries_count", "age", "sponsor", "randomization_ratio"})
"""Those of them that a question leaves open; of the others, their own patterns know."""

REACH = 110
"""How many characters before a claim its clause may begin, so that time stays linear."""

SIGNS = Signs(
    "not ",
    "n't ",
    "n’t ",
    "neither",
    "nor ",
    "never",
    "no longer",
    "whether",
    "if ",
    "unless",
    "had ",
    "may ",
    "might ",
    "could ",
    "babl",
    "possib",
    "perhaps",
    "likel",
    "apparent",
    "presumab",
    "suppos",
    "reported",
    "seem",
    "appear",
    "thought",
    "believed",
    "without",
    "rather",
    "unlike",
    "officially",
    "on paper",
)

WORDS = (
    r"(?:(?!(?:only|just|merely|but|and|is|was|are|were|has|had|have|which|that|in|of|to|for|with|by|at|on|from|"
    r"during|after|it)\b)[a-z0-9‐‑–/-]+(?:, (?!\d)| )){0,5}[\"“]?"
)
"""Up to five words, none of which begins another statement."""

ABOUT = (
    r"(?:it|they|this|that|trials?|stud(?:y|ies)|patients|participants|people|volunteers|arms?|groups?|treatment|"
    r"assignment|allocation|design|there|either|both)"
)

CLAUSES = pattern(r"[;:—] |\. |, and |,? but ")

WHOLE = pattern(
    r"(?:it )?(?:(?:was|were|is|are|has|have|had|gets?|got)\b|not?\b|n[’']t|nor\b|neither\b|never\b|nobody)"
)
"""What begins a claim that no negation before it denies: its own verb, or its own negation ("not blinded")."""

DENIED = pattern(
    rf"(?:\bnot|n[’']t|\bnever|\bneither|\bnor|\bno longer) {WORDS}$|"
    r"\b(?:rather than|unlike|without(?: being)?) (?:an? |the )?(?:[a-z‐‑-]+ ){0,2}$"
)
"""A negation right before a claim; "not only randomized" denies nothing."""

AGE_DENIED = pattern(
    r"(?:\bnot|n[’']t|\bnever|\bneither|\bnor|\brather than|\bunlike) (?:those |people |be |been |being )?"
    r"(?:aged? |ages )?(?:between |from )?$"
)
"""A negation of an age, and of nothing else that is said of people."""

OPEN = pattern(
    rf"\b(?:whether|if|unless) (?:[\w-]+ ){{0,4}}?{ABOUT}(?: [\w-]+){{0,3}}? "
    rf"(?:is|was|were|are|be|been|being|has|had|have|got|gets?|will be|would be) {WORDS}$|"
    rf"\b(?:whether|if) {WORDS}$|\bwhether to (?:[a-z]+ ){{1,4}}$|\b(?:had|should|were) (?:it|they|(?:the|"
    rf"this) (?:trial|study)|patients|participants) "
    rf"(?:been|be) {WORDS}$"
)
"""A condition, or a question in a sentence: "it is not clear whether the trial was blinded"."""

DOUBTED = pattern(
    r"\b(?:may|might|could)(?: well| also| then| have| still)* (?:be|been|include|have|enrol+|recruit|run|use) "
    rf"{WORDS}$|\b(?:most |very )?likely {WORDS}$|\b(?:possible|conceivable|likely) that [^.;:]{{1,60}}$|"
    rf"\b(?:seems?|appears?|(?:is|was|are|were) (?:thought|believed|supposed|reported)) to (?:be|have been) {WORDS}$"
)
"""Words that weaken what follows them in their clause."""

WEAK = pattern(
    r"\b(?:probably|possibly|perhaps|presumably|apparently|supposedly|reportedly|officially|in all likelihood|"
    r"on paper|seems to|appears to|may well)\b"
)
"""Words that weaken their whole clause."""


def weigh(said: Said, found: Iterable[Found]) -> Iterator[Found]:
    """The claims that a sentence makes: without those that it asks, denies or makes a condition; the weak as hedged."""
    found = list(found)
    if not found:
        return
    lower = said.lower
    asks = is_question(said) and not ADDRESSED.match(lower)
    signs = SIGNS.stand_in(said)
    for claim in found:
        if claim.kind not in WEIGHED or not (asks or signs):
            yield claim
            continue
        if asks and claim.kind in ASKED:
            continue
        if signs and (weighed := _weighed(lower, claim)) != claim:
            if weighed:
                yield weighed
            continue
        yield claim


def _weighed(lower: str, claim: Found) -> Found | None:
    """A claim as the clause before it in the sentence, in small letters, leaves it: none, hedged, or as it is."""
    before = CLAUSES.split(lower[max(0, claim.start - REACH) : claim.start])[-1]
    quote = lower[claim.start : claim.end]
    # "Whether it goes on is not clear" is a status, and "if they were at least 18" says who may take part.
    if claim.value != "UNKNOWN" and claim.kind != "age" and OPEN.search(before):
        return None
    # The patterns of a status read their own negations; "people without diabetes aged 18 to 65" are of these ages.
    denied = AGE_DENIED if claim.kind == "age" else DENIED
    if claim.kind != "status" and denied.search(before) and not WHOLE.match(quote):
        return None
    weak = DOUBTED.search(before) or WEAK.search(before + quote)
    return claim._replace(hedged=True) if weak else claim


ADDRESSED = pattern(r"\W*(?:are you|do you|is your|have you|is someone|aged|age|living with|over the age)\b")
"""What begins a question that calls for volunteers, and says who may take part: "Are you aged 18 to 65?"."""


def is_question(said: Said) -> bool:
    """Whether a sentence ends with a question mark, perhaps in quotation marks or brackets."""
    return said.text.rstrip("\"'”’) *_").endswith("?")
