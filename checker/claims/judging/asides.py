"""Counts of people that an article gives beside the size of its trial.

Papers count those among whom a trial looked for people, those whom it would have needed for its power, those of whom
something was measured or who were in one of its analyses, and how many fell to each of several answers. None of them
is the whole of the trial, whose number they need not have.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.claims.countries import countries
from checker.claims.digits import is_slip
from checker.claims.numbers import numbers
from checker.claims.vocabulary import ANY_PEOPLE
from checker.pattern import pattern

if TYPE_CHECKING:
    from checker.claims.judging.held import Case

CALCULATED = pattern(r"\b(?:powered|% power|power (?:of|to)|be detected|to detect|sample size)\b")
"""Words of a sentence on how many people a trial needed: "With 3,250 patients, a ratio of 0.82 could be detected"."""

POWER = pattern(
    r"\b(?:calculated that|power(?:ed)?|alpha|type I error|effect sizes?|sample size|group size|to detect|"
    r"significance level)\b"
)
WANTED = pattern(r"\b(?:required|requires|needed|necessary|sufficient|would|ranged|allow(?:s|ed|ing)?)\b")
"""Words of a sentence that reckons how many people are wanted, by one of several assumptions."""

DRAWN_FROM = pattern(
    r"(?: [a-z]+)? (?:(?:who|that|which) (?:had |have )?attended|attend(?:ing|ed)|"
    r"(?:(?:who|that) )?(?:were|was|are|had been) (?:[a-z]+ )?(?:admitted|seen|hospitali[sz]ed|diagnosed|referred|"
    r"registered|identified|invited|approached|contacted|eligible)|"
    r"(?:deemed|found|judged|considered) (?:to be )?eligible|"
    r"complet(?:ed|ing) (?:the|an?) (?:[a-z-]+ ){0,3}(?:survey|questionnaire|form|interview)|"
    r"living|residing|resident|presenting|admitted)\b"
)
"""What follows those among whom a trial looked for people: "5,400 women who attended clinics"."""

OUTCOME = pattern(r" (?:[a-z]+ )?screened (?:positive|negative|in|out)\b")
"""What follows those in whom a screening found something."""

EACH = pattern(
    r"[^.;:(]{0,30}?\bper (?!protocol|cent|annum|diem|hour|day|week|month|year|minute|(?:each|the|study|trial)\b)[a-z]"
)
"""What follows the people of one place, one family or one doctor: "100 children per village"."""

AT_FIRST = pattern(
    r"[^.;:(]{0,30}\b(?:in|of|for|from|to|during|into) (?:(?:the|this|a|an|its) )?(?:[\w-]+ ){0,2}"
    r"(?:pilot|feasibility|run-in|lead-in) (?:phase|stage|period)\b"
)
"""What follows the people of the first stretch of a trial."""

AFTER_SO_MANY = pattern(r"\b[Aa]fter (?:the (?:first|initial) |only |about |some )?$")
SO_FAR = pattern(r"[^.;,]{0,30}\b(?:had|have|has|were|was) (?:been )?[a-z]")
"""What stands around a number that a trial had reached when something else happened."""

KNOWN_OF = pattern(
    r"\b(?:obtained|collected|available|recorded|measured|gathered|missing|completed?)\b[^.;]{0,40} "
    r"(?:from|in|for|on|by)(?: the| all)? (?:\d[\d,]*,? (?:and )?){0,5}$|"
    r"\b(?:analytic(?:al)?|working) sample (?:of|was) (?:[nN] ?= ?)?$"
)
TOLD_OF_THEM = pattern(
    r"[^.;]{0,90}\b(?:data|evaluations?|assessments?|outcomes?|results?|scores?|follow-up|information|samples?|scans) "
    r"(?:was|were|is|are) (?:available|obtained|collected|complete|missing|recorded)\b|"
    r"[^.;(]{0,20}(?: \([^()]{0,40}\))? (?:were|was) available for\b"
)
"""What stands before and behind those of whom something is known."""

SET = pattern(
    r"[^.;:(]{0,25}(?: \([^()]{0,20}\))? (?:(?:were|was|are) )?(?:included |analy[sz]ed |evaluated |entered )?"
    r"(?:in|into|for|from) (?:the|our) (?!study|trial|whole|entire|full|total|overall|main|final|primary|intent|ITT|"
    r"randomi)[\w/‐‑–-]+(?: [\w‐-]+){0,3}?(?: \([^()]{0,20}\))?(?: [\w-]+)? (?:population|set|sample|cohort)\b|"
    r"[^.;:(]{0,25} (?:entered|began|continued (?:in|into|to)|went on to|proceeded to|(?:moved|rolled over) (?:in)?to|"
    r"advanced to) (?:the |an? )?(?:[\w-]+ ){0,3}(?:phase(?! (?:\d|I))|period|part|stage|extension)\b"
)
"""What follows those in one of the analyses of a trial: "227 were included in the per-protocol population".
Or in a later stretch: "461 patients entered the maintenance phase"."""

FOR_A_PURPOSE = pattern(
    r"(?: [a-z]+){0,3} (?:assessable|evaluable|evaluated|analy[sz]ed|available) for (?!the\b|a\b|all\b)"
)
"""What follows those of whom one thing of several can be told: "68 were assessable for toxicity"."""

OF_THESE = pattern(r"\b[Oo]f (?:these|those) (?:first |last )?$")
AMONG_SOME = pattern(r"\b[Aa]mong the $")
"""What stands before those who were last spoken of, be they all of a trial or not."""

AT_A_LOOK = pattern(r"\binterim (?:[a-z]+ )?(?:analys[ie]s|looks?|reviews?)\b[^.;]{0,80}$", re.IGNORECASE)
"""What stands before those whom an early look at a trial took in."""

ONE_OF_A_ROW = pattern(rf"\b(?:in|for|by) (?:\d[\d,]{{0,8}}|[a-z]+(?:-[a-z]+)?) (?:[a-z]+ )?(?:{ANY_PEOPLE})\b")
"""One of several answers that a sentence counts people by: "surgery in 15 patients and trauma in 39 patients"."""

IN_A_PLACE = pattern(r"(In (?:the )?)[A-Z][\w. ]{1,25}, ")
"""What opens a sentence on the people of one place."""

IN_TURN = pattern(r"\d,? (?:and|or) $")
"""What stands before the last of several counts, each of another time or place."""

WITHIN = pattern(
    r"(?: [a-z]+){0,4} (?:within|less than|under|more than|over) (?:the (?:first|last) )?[\w-]+ ?"
    r"(?:h|hrs?|hours?|min|minutes?|days?|weeks?) (?:of|after|from|before|since)\b"
)
"""What follows those who came in time: "9,200 patients within 3 h of injury"."""

FEW = 10
"""A bare number below it is of something else where the trial is at least as many times as large."""

SAMPLE = pattern(r"\b[nN] ?= ?$")
LATER = pattern(
    r"^\W{0,3}(?:At|By|After) [^,;.]{0,30}\b(?:days?|weeks?|months?|years?|follow-up)\b|"
    r"\b(?:extension|follow-up|subset|sub-?study|remaining)\b[^.;()]{0,30} \([nN] ?= ?$"
)
"""What stands before a sample that was left at some later time: "At 5 years, extension participants (n=85)"."""

LABEL = pattern(
    r"^\W{0,4}(?:(?:(?:study|trial|sample|group) )?size|(?:number of )?(?:participants|patients|people|volunteers)|"
    r"enrol?lment)\W{0,4}$",
    re.IGNORECASE,
)
"""The label of a line that says nothing of what was planned or reached: "Size: 380 participants"."""


def is_beside(case: Case, whole: float) -> bool:
    """Whether a count of people that differs from a number of its record is not of the whole trial.

    A slip of the record's number is taken for it, however it is told.
    """
    value = case.found.value
    if not isinstance(value, int):
        return False
    before, behind = case.text[: case.found.start], case.text[case.found.end : case.found.end + 140]
    if OUTCOME.match(behind) or (value > whole and DRAWN_FROM.match(behind)):
        return True
    if is_slip(value, whole):
        return False
    if POWER.search(case.text) and WANTED.search(case.text):
        return True
    if EACH.match(behind) or AT_FIRST.match(behind):
        return True
    if AFTER_SO_MANY.search(before) and SO_FAR.match(behind):
        return True
    if case.found.role == "analyzed" and FOR_A_PURPOSE.match(behind):
        return True
    if value > whole:
        return False
    if value < FEW and FEW * value <= whole and " " not in case.quote:
        return True  # "Two of the three training days", "test two hypotheses": no trial of a hundred.
    if 2 * value < whole and _is_of_one_country(case, before):
        return True
    if any(each.search(before) for each in (KNOWN_OF, OF_THESE, AMONG_SOME, AT_A_LOOK)):
        return True
    if SAMPLE.search(before) and LATER.search(before):
        return True
    if TOLD_OF_THEM.match(behind) or SET.match(behind) or WITHIN.match(behind):
        return True
    return _is_one_of_a_row(case, before) or _is_one_of_all(case, value, whole)


def _is_of_one_country(case: Case, before: str) -> bool:
    """Whether a count is of the people in one of several countries: "In the UK, the planned number is 32"."""
    if case.trial.countries is not None and len(case.trial.countries) < 2:
        return False
    opening = IN_A_PLACE.match(before)
    return opening is not None and any(place.start == opening.end(1) for place in countries(before[:60]))


def _is_one_of_a_row(case: Case, before: str) -> bool:
    """Whether a sentence counts people by several answers, times or places, and this count is one of them."""
    if IN_TURN.search(before) and "respectively" in case.text:
        return True
    rows = list(ONE_OF_A_ROW.finditer(case.text))
    return len(rows) > 1 and any(each.start() <= case.found.start < each.end() for each in rows)


def _is_one_of_all(case: Case, value: float, whole: float) -> bool:
    """Whether the counts of a sentence, three or more of them, come to the whole together."""
    counts = [each.value for each in numbers(case.around) if each.plain and not each.kind and not each.ranged]
    return len(counts) > 1 and value + sum(counts) == whole
