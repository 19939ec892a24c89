"""Counts of people as of some time while a trial was under way: fewer than joined in the end, and no error."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.claims.digits import is_slip
from checker.claims.when import dates
from checker.pattern import pattern

if TYPE_CHECKING:
    from checker.claims.judging.held import Case, Fact

HAD_JOINED = pattern(
    r"\bhad (?:[a-z]+ )?(?:been )?(?:[a-z]+ly )?(?:joined|enrol+ed|recruited|signed up|randomi[sz]ed|included|treated|"
    r"dosed|taken in|screened|consented|registered)\b|"
    r"\bwith (?:just |only |about |some )?[\w,-]{1,20} (?:[a-z]+ )?(?:so far |already )?"
    r"(?:enrol+ed|recruited|randomi[sz]ed|signed up)\b",
    re.IGNORECASE,
)
AT_A_TIME = pattern(
    r"\b(?:as of|as at|by|before|until|up to|in|on|at) (?:the )?(?:(?:end|middle|beginning|start) of )?(?:the )?"
    r"(?:summer|autumn|spring|winter|christmas|easter|pandemic|lockdown)\b|"
    r"\b(?:when|before|until) (?:the )?(?:[a-z]+ )?(?:pandemic|lockdown|covid|war|epidemic|outbreak)\b|"
    r"\b(?:by then|by that time|at (?:that|the) (?:time|point)|until then|half-?way (?:through|in)|midway)\b|"
    r"\bafter (?:a|an|one|two|three|four|five|six|nine|twelve|\d{1,2}) (?:weeks?|months?|years?)\b|"
    r"\b(?:weeks?|months?|years?) (?:after (?:it|the (?:trial|study))|later|into (?:it|the (?:trial|study)))\b",
    re.IGNORECASE,
)
"""When so many had joined, without a date; a plain "by the end" is when all of them have."""
FIRST_TIME = pattern(r"\bin (?:its|the|their) first (?:[a-z]+ |\d{1,2} )?(?:weeks?|months?|years?)\b", re.IGNORECASE)


def is_underway(case: Case, value: float, own: Fact) -> bool:
    """Whether fewer than the record's people are those who had joined by some time before the trial's end.

    "As of March 2020, 100 people had joined", "it recruited 40 in its first year". A number with a slip is none.
    """
    if case.found.kind != "enrollment" or value >= own.value or is_slip(value, own.value):
        return False
    if FIRST_TIME.search(case.text):
        return True
    if not HAD_JOINED.search(case.text):
        return False
    begun, over = case.trial.start_date, case.trial.primary_completion_date or case.trial.completion_date
    first, last = (str(each.date) if each and each.date else "" for each in (begun, over))
    told = [when.value for when in dates(case.text)]
    told = [each for each in told if not (first and first.startswith(each[:7]))]  # "which began in May 2019, had …"
    if not told:
        return AT_A_TIME.search(case.text) is not None
    return not (last and any(not each.startswith("--") and each[:7] >= last[: len(each[:7])] for each in told))
