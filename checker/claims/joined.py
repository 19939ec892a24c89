"""Whether words that count people say that these have joined, or only that they shall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.doubts import is_doubted
from checker.pattern import pattern

if TYPE_CHECKING:
    from checker.claims.claim import Found

JOINED = pattern(
    r"\b(?:enrol+ed|recruited|joined|(?:took|taken) in|took part|taken part|participated|signed up|treated|dosed|"
    r"injected|(?<!, )randomi[sz]ed(?!,| ?\(| (?:[a-z-]+ ){0,2}(?:trial|study)\b)|"
    r"included|received|completed|finished|sent|went|(?:were|been) involved)\b",
    2,
)
"""Words that say that people have joined; a bare count says nothing of the kind."""

JUST_JOINED = pattern(JOINED.pattern + r" (?:all |its |the |their |these |those )?$", 2)

THEN_JOINED = pattern(
    r" ?(?:in the trial |in the study )?(?:were|have been|had been) (?:[a-z]+ )?(?:involved|enrol+ed|recruited|"
    r"included|randomi[sz]ed|treated)\b",
    2,
)
"""What stands behind those who have joined: "a total of 3,000 patients were involved"."""

CONDITION = pattern(r"\b(?:once|until|when|if|after|as soon as|unless)\b", 2)

PLAN = pattern(
    r"\b(?:plan\w*|will|shall|would|should|to|aim\w*|target\w*|goal|hope\w*|expect\w*|intend\w*|wants?|wanted|up to|"
    r"project(?:ed|s|ions?)|anticipat\w+|propos\w+|estimated|places?|room|slots?|needs?|seek\w*|yet|open|for|be|being|recruiting|enrol+ing)\b",
    2,
)
"""Words that say that people have not joined yet, or may not have."""

SHARE_OF = pattern(
    r"(?:\b(?:half|thirds?|quarters?|fifths?|most|some|many|few|rest)|%|per ?cent|\d) (?:out )?of "
    r"(?:the |its |their |all |an? )?(?:[a-z]+ )?$",
    2,
)
"""What stands before a plan of which a part has joined: "half of the 1,350 patients", "60 of a projected 110"."""

TO_COME = pattern(
    r"[^.;]{0,140}?\b(?:is|are) (?:being |then )?(?:randomly )?"
    r"(?:randomi[sz]ed|assigned|allocated|enrol+ed|recruited|included|treated)\b",
    2,
)
"""What a protocol says of those whom its trial takes: "1434 patients with a broken hip are randomised"."""

MAY_JOIN = pattern(r" (?:could|may|might|can|would) (?:[a-z]+ )?(?:be |take |join|enrol)", 2)
"""What is said of those who have not joined yet: "27,000 people could ultimately be enrolled"."""

REACH = 80

FINAL = ("enrolled", "randomized", "treated", "completed", "analyzed")


def has_joined(text: str, found: Found) -> bool:
    """Whether a sentence says of a number of its people that they have joined."""
    if is_doubted(text, found) or CONDITION.search(text[max(found.start - REACH, 0) : found.start]):
        return False
    if SHARE_OF.search(text[max(found.start - 40, 0) : found.start]):
        return False
    if TO_COME.match(text, found.end) or MAY_JOIN.match(text, found.end):
        return False
    if found.role not in FINAL:
        # What the record has as a plan is read as one, whatever the verb; "sent 15 inpatients home" is none.
        before = text[max(found.start - 30, 0) : found.start]
        joined = JUST_JOINED.search(before) or THEN_JOINED.match(text, found.end)
        return bool(joined) and not PLAN.search(text[: found.end])
    return bool(JOINED.search(text[max(found.start - REACH, 0) : found.end + REACH]))


SHOWED = pattern(r"[^.;]{0,80}, (?:[a-z]+ )?(?:showed|found|met|missed|failed|reported|demonstrated|ended)\b", 2)
"""What stands behind the people of a trial that has ended: "which is testing it in 950 patients, showed"."""

REACHED = pattern(
    r"\b(?:reached|met|achieved|attained|hit|exceeded|completed|completion|full|sample size:?)(?![\w-])", 2
)
"""Words that say of a plan that it came true, or may have: a sample size is what a trial wants and what it gets."""


def is_to_join(text: str, found: Found) -> bool:
    """Whether a sentence says of a number of its people only that they shall join."""
    is_plan = found.role == "planned" or found.qualifier == "at_most"
    return is_plan and not (REACHED.search(text[: found.start]) or SHOWED.match(text, found.end))


ONCE = pattern(
    r"(?<!\bis )(?<!\bare )\b(?:aimed|wanted|sought|hoped|intended|planned|expected|needed|budgeted|asked|called|was|"
    r"were|had)\b",
    2,
)
"""Verbs that tell of a plan as one that was."""

STILL = pattern(
    r"\b(?:will|shall|can|may|is|are|has|plans?|aims?|wants?|seeks|hopes|intends|expects|needs|calls|asks|says?)\b", 2
)
"""Verbs that tell of what there is or shall be, beside which a plan may stand still."""


def was_to_join(text: str, found: Found) -> bool:
    """Whether a plan for so many people is told as one that was: "aimed to enroll 240", "240 were to take part"."""
    around = text[max(found.start - REACH, 0) : found.end + 30]
    return ONCE.search(around) is not None and STILL.search(around) is None
