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
    r"wrongly|mistakenly|incorrectly|falsely|rumou?rs?|contrary to|would have|instead of|rather than)\b",
    re.IGNORECASE,
)
"""Words that doubt all that follows them in their clause."""

CONDITION = pattern(r"\b(?:once|until|till|when|not|as soon as|first part|one part)\b|n[’']t\b", re.IGNORECASE)
"""Words that deny what follows them as far as the next comma, or put it into another time or a part of the study."""

MAY = pattern(r"\bMay\b(?! be\b| have\b| not\b)")
"""The month; at the beginning of a sentence it may be the verb, of which other words follow."""

REACH = 100


def is_doubted(text: str, found: Found) -> bool:
    """Whether what stands before a claim, in its clause, doubts it, denies it or makes it a condition.

    A date may well follow "until": that is when something ends.
    """
    start = max(0, found.start - REACH, *(text.rfind(mark, 0, found.start) for mark in (";", ":", " but ", " and ")))
    if DOUBT.search(MAY.sub("   ", text[start : found.start])):
        return True
    start = max(start, text.rfind(", ", start, found.start))
    return not found.kind.endswith("_date") and CONDITION.search(text[start : found.start]) is not None
