"""Signs that a writer does not vouch for what the words say: what contradicts a record then is no claim on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.pattern import pattern

if TYPE_CHECKING:
    from checker.claims.claim import Found

DOUBT = pattern(
    r"\b(?:unclear|unknown|uncertain|undecided|whether|unless|if|may|might|could|cannot|can't|can’t|never|"
    r"too (?:early|soon) to|not (?:yet )?(?:clear|known|certain|decided|possible)|"
    r"wrongly|mistakenly|incorrectly|falsely|rumou?rs?|contrary to|would have|instead of|rather than|"
    r"(?:began|begun|started|set out|conceived|registered) (?:out )?as|no longer)\b",
    re.IGNORECASE,
)
"""Words that doubt all that follows them in their clause."""

ONCE = r"once(?![ ‐‑–-](?:weekly|daily|monthly|yearly|every|each|per|an?|or|in|and)\b)"
"""A condition, and not how often: "once weekly", "once a day"."""
CONDITION = pattern(rf"\b(?:{ONCE}|until|till|when|as soon as|first part|one part)\b", re.IGNORECASE)
NOT = pattern(r"\bnot\b|n[’']t\b", re.IGNORECASE)
"""Words that deny what follows them as far as the next comma, or put it into another time or a part of the study."""

MAY = pattern(r"\bMay\b(?! be\b| have\b| not\b)")
"""The month; at the beginning of a sentence it may be the verb, of which other words follow."""

ADMITTED = pattern(
    r"\b(?:eligib|invit|qualif|join|enrol|recruit|participa|volunteer|includ|accept|admit)|\b(?:take|took) part\b",
    re.IGNORECASE,
)
TERMS = pattern(r"\b(?:if|may|can|could|unless|when|once|until)\b", re.IGNORECASE)
"""Of what is said of those who may take part, ages are the terms: "may join if they are between 18 and 65"."""

APART = pattern(r"[(;:]|, (?:an?|the|which|who|whose|where|making|with)\b| (?:but|and) ")
"""What begins words that a doubt before them does not reach: ", a phase 2 trial"."""

SPLIT = pattern(r"\d\s\d{3}$")
"""A number that may be the end of a longer one: "1 204"."""

NO_COUNT = pattern(
    r"\bage[sd]?(?: (?:of|between|from|range)){0,3} $|"
    r"\b(?:woman|man|girl|boy|mother|father|patient|person|nurse|teacher|doctor|student) (?:of|aged) $|"
    r"\b(?:adults|people|patients|children|anyone|everyone|those|men|women|participants|volunteers) (?:aged )?"
    r"(?:up to|over|under|above|below|older than|younger than) $|(?<!every )(?<!each )\bone of (?:the |its |these )?$|"
    r"\b(?:weeks?|days?|months?|cycles?|visits?|hours?) (?:\d{1,3},? ?(?:and |or )?){0,6}$|\+ $|"
    r"\b(?:sample|subset|subgroup|fraction|average|median|series) of $|\(population (?:of )?$| [x×] $|"
    r"\bscreened (?:population|sample|cohort) \((?:n ?= ?)?$",
    re.IGNORECASE,
)
"""What stands before a number that counts nobody, or not the people of one trial: "aged 4 to 10", "one of two"."""

MANY = 10
TOOK_PART = pattern(r" who (?:have |had )?(?:took part|taken part|joined|enrol+ed|participated|been enrol+ed)\b")
"""What follows everybody of a trial, also behind one of them: "she is one of 44 people who took part"."""

DENIED = pattern(r"[^.;:()]{0,30}?\b(?:may|might|could|cannot|can[’']t|not|no sites?|nobody|too early)\b")
"""What follows countries that a trial does not run in."""

ROUND = frozenset({10, 100, 1000, 10_000, 100_000})
IMAGINED = pattern(r"\b(?:out of|of|in|per|for) (?:every |each )?$", re.IGNORECASE)
"""What stands before round numbers of people that nobody has counted: "out of 100 people like these"."""

DESIGN = frozenset({"allocation", "control", "masking", "intervention_model", "randomization_ratio"})
AT_LARGE = pattern(
    r"\b(?:in which|where) (?:several|many|a few|some) (?:dozen|hundred|thousand|people|patients)\b|"
    r"\b(?:dozens|hundreds|thousands) of (?:people|patients|volunteers)\b|"
    r"\b(?:with|in|like|of|as) (?:all|most|many|any|every) (?:[\w-]+ ){0,3}(?:trials?|study|studies)\b|"
    r"\b(?:phase [1-4I]{1,3}|randomi[sz]ed|blinded|placebo|open-label|double-blind) (?:trials? )?means?\b|"
    r"\b(?:as a rule|by definition|in general|such (?:trials|studies)|(?:trials|studies) of this kind)\b",
    re.IGNORECASE,
)
"""Words of a sentence that explains how trials are done, whichever they are."""

USUALLY = pattern(r"[\"“(]?(?:Normally|Usually|Typically|Generally|Ordinarily|In general|As a rule|Traditionally)\b")
"""What opens a sentence on how it is done elsewhere: "Normally a phase 1 trial uses healthy volunteers"."""

COUNTS = frozenset({"enrollment", "arm_size", "sites"})
NEEDED = pattern(
    r"[^.;:]{0,60}\b(?:would (?:be|have been|have to be) (?:needed|required|necessary|enough)|would (?:need|have to)\b|"
    r"(?:is|are) needed to (?:settle|show|detect|tell|prove)|"
    r"for an? (?:full|full-scale|definitive|main|larger|future) (?:trial|study|RCT)\b)",
    re.IGNORECASE,
)
"""What follows people whom a trial that is not there would need."""

WEIGHED = frozenset(
    "phase status masking allocation intervention_model control randomization_ratio sites countries_count age "
    "sponsor".split()
)
"""The kinds whose negations have been read already (see `kinds._doubt`)."""

SUPPOSED = pattern(r"\b(?:let[’']s say|(?:let us |let[’']s )?(?:suppose|imagine)|hypothetical(?:ly)?)\b", re.IGNORECASE)
"""Words of a sentence that makes a trial up."""

WHEN_IT_DID = pattern(r"\b(?:19|20)\d\d, when (?!.*\b(?:will|would|should)\b)[^,]*$", re.IGNORECASE)
"""What tells what happened on a date, and makes no condition of it."""

REACH = 100


def is_doubted(text: str, found: Found) -> bool:
    """Whether what stands before a claim, in its clause, doubts it, denies it or makes it a condition.

    A date may well follow "until": that is when something ends.
    """
    if found.kind in DESIGN and AT_LARGE.search(text):
        return True
    if (found.kind in DESIGN or found.kind == "phase") and USUALLY.match(text):
        return True
    if found.kind in COUNTS and (NEEDED.match(text, found.end) or SUPPOSED.search(text)):
        return True
    if SPLIT.search(text[max(0, found.start - 4) : found.start + 3]):
        return True
    if found.kind == "enrollment" and NO_COUNT.search(text[max(0, found.start - 40) : found.start]):
        return not (isinstance(found.value, int) and found.value >= MANY and TOOK_PART.match(text, found.end))
    if (
        found.kind == "enrollment"
        and found.value in ROUND
        and IMAGINED.search(text[max(0, found.start - 20) : found.start])
    ):
        return True
    if found.kind == "countries" and DENIED.match(text, found.end):
        return True
    before = MAY.sub("   ", text[max(0, found.start - REACH) : found.start])
    before = before[max((boundary.start() for boundary in APART.finditer(before)), default=0) :]
    if found.kind == "age" and ADMITTED.search(before):
        before = TERMS.sub(" ", before)
    if DOUBT.search(before):
        return True
    if found.kind.endswith("_date"):
        return False
    phrase = before.rpartition(", ")[2]
    if found.kind == "status" and WHEN_IT_DID.search(before):
        return False  # "In November 2021, when the trial finished"
    return bool(CONDITION.search(phrase) or (found.kind not in WEIGHED and NOT.search(phrase)))
