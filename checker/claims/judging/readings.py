"""What else than its own fact a count of people may stand for: some of them, others, another number of the record."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.claims.digits import is_far_swapped, is_slip
from checker.claims.judging.asides import is_beside
from checker.claims.judging.counts import arm_counts, group_counts, parts, roles, says_it_too
from checker.claims.judging.held import MOST, UNSUPPORTED, Case, Fact, Held, may_stand_for
from checker.claims.judging.underway import is_underway
from checker.claims.numbers import numbers
from checker.claims.others import counts_several
from checker.claims.vocabulary import ANY_PEOPLE
from checker.pattern import pattern

if TYPE_CHECKING:
    from checker.article import Article
    from checker.facts import Trial


def differing(case: Case, own: Fact) -> Held:
    """A count that is not that of its own fact: contradicted, unless another number of the record may be meant."""
    value = case.found.value
    if not isinstance(value, int | float) or any(reading(case, value, own) for reading in OTHER_READINGS):
        return UNSUPPORTED
    return own.held("contradicted")


NEVER = pattern(
    r"(?: [a-z]+){0,2} (?:(?:were|was|had been|have been|are) (?:[a-z]+ but )?)?(?:never|not)\b", re.IGNORECASE
)
"""What follows people with whom something was not done: "30 were never randomized"."""

WITH_DATA = pattern(
    r"(?: [a-z]+)? (?:with|having|who had|for whom|from whom|in whom|whose) (?:[a-z-]+ ){0,3}?"
    r"(?:data|information|follow-up|measurements?|samples?|results?|outcomes?|scans?|images|records|tests?|baseline)\b",
    re.IGNORECASE,
)
"""What follows those of whom something is known: "of 250 patients with data available"."""


def _is_of_the_undone(case: Case, value: float, own: Fact) -> bool:
    """Whether people are those with whom something was not done, or those of whom something is known."""
    of_them = case.text.endswith(("of ", "of the "), 0, case.found.start)  # "Thirty of the 320 who joined never came"
    behind = case.behind(40)
    return bool((NEVER.match(behind) and not of_them) or (value < own.value and WITH_DATA.match(behind)))


def _is_a_loose_bound(case: Case, value: float, own: Fact) -> bool:
    """Whether a bound on a plan is the plan, or one on a count holds loosely."""
    far = case.found.qualifier == "at_most" and case.found.role == "planned" and value >= 1.5 * own.value
    far = far or (case.found.qualifier == "nearly" and len(case.article.trials) == 1 and value >= 1.25 * own.value)
    return not far and may_stand_for(case.qualifier, value, own.value)


MORE_BEFORE = pattern(
    r"\b(?:another|further|additional|extra|remaining|other|the rest,?|next|last|first) $", re.IGNORECASE
)

MORE = pattern(r" (?:\w+ ){0,2}(?:more|further|others?|left|free|remain\w*|besides|in addition)\b", re.IGNORECASE)
"""What makes a count one of some people more, or of those who are left."""


BEFORE_IT = pattern(
    r"^(?:Before|Prior to|Ahead of|Until) [^.;:,]{2,60},[^.;:]{0,120}\bhad (?:[a-z]+ )?been [^.;:]{0,120}$"
)
"""What stands before people of earlier times: "Before KESTREL, it had been given to 36 healthy men"."""

NOW_WANTS = pattern(
    r"\b(?:now|next|then) (?:wants?|plans?|hopes?|intends?|aims?|(?:is |are )?(?:planning|hoping|going)) to\b"
    r"[^.;:]{0,120}$"
)
"""What stands before people of a trial that is to follow: "The team now wants to test it in 800"."""


def _are_others(case: Case, _: float, own: Fact) -> bool:
    """Whether people are some more than those of the record, those who are left, or those of another time."""
    ahead = case.text[: case.found.start]
    if BEFORE_IT.search(ahead) or (NOW_WANTS.search(ahead) and case.trial.enrollment.enrolled is not None):
        return True
    if MORE_BEFORE.search(ahead) and not _is_slip_of_an_arm(case, own):
        return True
    return MORE.match(case.behind(40)) is not None


def _is_slip_of_an_arm(case: Case, own: Fact) -> bool:
    """Whether "the other 147" are those of an arm of 174, with the digits changed."""
    value = case.found.value
    return case.found.kind == "arm_size" and isinstance(value, int) and is_slip(value, own.value)


OF_A_SITE = pattern(
    r"\b(?:hospital|clinic|cent(?:er|re)|university|site|college|practice|institute|doctor|surgeon|dr\.?)"
    r"(?:,? (?:which|who|that))?"
    r"[^.;:]{0,45}\b(?:hop(?:es?|ing)|plans?|wants?|aims?|expects?|will|has|have|had|could|enrol\w*|recruit\w*|treat\w*|randomi\w+)\b"
    r"[^.;:]{0,25}$|"
    r"\bI (?:have |had |had had |'ve )?(?:had|put|enrol+ed|recruited|treated|saw|seen|looked after) $",
    re.IGNORECASE,
)
"""What stands before a count of the people at one site, or of one doctor."""

OF_A_PART = pattern(
    r"[^.;:(]{0,30}\b(?:in|of|for|from|to|per) (?:(?:the|this|that|each|its|one|another|an?|every) )?"
    r"(?:(?!tak|\d)[\w-]+ ){0,3}(?:\([^()]{0,30}\) )?"
    r"(?:cohorts?|parts?|stages?|steps?|arms?|groups?|portion|wave|batch)\b|"
    r" \([^()\d]{0,30}\b(?:group|arm|cohort)\b",
    re.IGNORECASE,
)
"""What makes a count one of the people in a part of the trial."""

IN_A_PART = pattern(
    r"\b(?:parts?|cohorts?|stages?|steps?|periods?|groups?|arms?) (?:[A-D]|\d|one|two|three|I{1,3})\b[^.;]{0,100}$|"
    r"\bphase (?:[A-D]\b|(?:\d|I{1,3})[ab]? (?:part|portion|stage|segment|component)\b)[^.;]{0,100}$|"
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat) (?:[\w-]+ ){1,3}(?:arm|group|cohort) "
    r"(?:had|has|included|comprised|numbered|took in) $|"
    r"\b(?:first|second|third|other|one|this|that) (?:part|phase(?! (?:\d|I))|cohort|stage|step|period|group|arm)\b"
    r"[^.;]{0,100}$",
    re.IGNORECASE,
)
"""What stands before a count of the people in a part of the trial."""


def _are_of_a_part(case: Case, value: float, own: Fact) -> bool:
    ahead, behind = case.text[: case.found.start], case.behind(40)
    if value < own.value / 2 and OF_A_SITE.search(ahead):
        return True
    if case.found.kind != "enrollment":
        return False
    return bool(OF_A_PART.match(behind) or IN_A_PART.search(ahead)) or _is_one_of_samples(case)


def _is_one_of_samples(case: Case) -> bool:
    """Whether "n = 16" is one of several of its kind in a sentence: each is then an arm's."""
    samples = [number for number in numbers(case.text) if number.kind == "sample"]
    return len(samples) > 1 and any(
        number.start <= case.found.end and case.found.start <= number.end for number in samples
    )


ILL_WITH = pattern(
    r" (?:were|was|are|had been) (?:[a-z]+ )?(?:affected by|diagnosed with|suffering from|carriers of)\b"
)
"""What follows those of a trial who have one of several illnesses: "128 patients were affected by type 2"."""

BEFELL = pattern(
    r"\b(?:observed|occurred|required|needed|failures?|recurrences?|relapsed?|died|deaths?|"
    r"adverse|side effects?|reactions?|infections?|"
    r"complications?|hospitali[sz]ed|available|evaluable|assessable|returned|developed|suffered|experienced|noted|detected|positive|responded|improved|cured)\b",
    re.IGNORECASE,
)
"""Words of a sentence that counts those to whom something happened in a trial."""


def _are_some(case: Case, value: float, own: Fact) -> bool:
    """Whether people are some of those of the record: those of an arm, those who fell ill, those of another sum."""
    if value >= own.value:
        return False
    if case.found.kind == "enrollment" and (
        _is_of_some(case, own.value) or _names_an_arm(case) or ILL_WITH.match(case.behind(40))
    ):
        return True
    if case.found.role in ("enrolled", "treated") and value < own.value / 2 and BEFELL.search(case.text):
        return True
    if is_slip(value, own.value):
        return False
    if _is_a_step(case) or _adds_up_to_another(case, value, own.value):
        return True
    return case.found.role == "enrolled" and _are_such(case)


OF_WHOM = pattern(
    r"\b(?:assigned|allocated|randomi[sz]ed) to\b[^.;]{0,80}\b(?:of|among) (?:whom|these|which|them|those)\b"
    r"[^.;]{0,120}$",
    re.IGNORECASE,
)
"""What stands before a count of some of those in an arm: "assigned to the vaccine (of whom 300 came, 290 of them"."""

WHO_DID = pattern(r"[^.;:]{0,80}?\b(?:who (?:have |had )?(?:completed|finished)|completing|finishing)\b", re.IGNORECASE)
"""What follows some of those who finished a trial: "six of ten patients who completed it got better"."""

SUCH = pattern(
    r" (?:who|with|without|whose|in whom|on|receiving|given|treated|assigned|aged|under|over|taking|completing|"
    r"finishing)\b"
)
"""What makes of the whole in "seven of 14 patients with lung disease" those of one kind."""

TOLD_OF = pattern(
    r"\b(?:stor(?:y|ies)|interview\w*|profiles?|portraits?|testimon\w+|spoke|talked|met|meet|introduc\w+|voices|"
    r"tell|told|describe[sd]?|recall(?:s|ed)?)\b",
    re.IGNORECASE,
)
"""Words of a sentence that brings in some who took part, whose stories an article tells."""


def _is_of_some(case: Case, whole: float) -> bool:
    """Whether a count is of some who took part: those in an arm who came, those of one kind, those it tells about."""
    if OF_WHOM.search(case.text[: case.found.start]):
        return True
    if case.found.pattern == "some completed" and WHO_DID.match(case.text, case.found.end):
        return True
    if case.found.pattern == "whole" and SUCH.match(case.text, case.found.end):
        return True
    return isinstance(case.found.value, int) and case.found.value < whole / 10 and bool(TOLD_OF.search(case.text))


def _names_an_arm(case: Case) -> bool:
    """Whether the words of a count name an arm of the trial: "18 BC patients", where BC is what they were given."""
    said = {word.strip(",.;()") for word in case.quote.split()}
    return any(arm.name and arm.name in said for arm in case.trial.arms[:MOST])


AT_OURS = pattern(
    r"(?: [a-z]+){0,2} (?:at|in|from|through) (?:our|this|my|his|her|their) (?:[a-z]+ )?(?:cent(?:er|re)|hospital|site|"
    r"clinic|institution|universit|department|practice|trust|city|state|country)",
    re.IGNORECASE,
)
"""What follows the people of one site: "25 patients at our center"."""

BY_A_DATE = pattern(
    r" by (?:the (?:end|middle|beginning|summer|autumn|fall|spring|winter|time)|mid|early|late|next|this|year|"
    r"christmas|easter|january|february|march|april|may|june|july|august|september|october|november|december|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""What makes a step on the way of a plan: "up to 10 patients by the middle of 2021"."""


def _is_a_step(case: Case) -> bool:
    """Whether a count is of one site's people, or of those who are to have joined by some day."""
    behind = case.behind(40)
    return AT_OURS.match(behind) is not None or (case.found.role == "planned" and BY_A_DATE.match(behind) is not None)


def _adds_up_to_another(case: Case, value: float, whole: float) -> bool:
    """Whether a count and another of its sentence make another number of the record: those who were analysed.

    "They were randomized to the drug (n=409) or placebo (n=202)", of the 611 that could be analysed.
    """
    wholes = {fact.value for _, fact in roles(case)} | {fact.value for fact in group_counts(case)}
    beside = {
        number.value
        for number in numbers(case.around)
        if number.plain and number.kind in ("", "sample") and not number.ranged
    }
    return any(other - value in beside for other in wholes if value < other != whole)


SUCH_AS = pattern(r"[^\w.;:,()]{0,3}(?:with|without|whose|aged|who|that|in whom|from|over|under|on)\b")


def _are_such(case: Case) -> bool:
    """Whether a count is of people pointed at by what they are: "in the 61 children with two such parents"."""
    return case.text.endswith(("the ", "The "), 0, case.found.start) and SUCH_AS.match(case.behind(40)) is not None


def _is_told_otherwise(case: Case, value: float, own: Fact) -> bool:
    """Whether the sentence has the number of the record, too, or the rest that makes it up."""
    if case.found.kind != "enrollment":
        return False
    if is_beside(case, own.value) or says_it_too(case, own) or adds_up(case, value, own.value):
        return True
    return case.found.role == "planned" and _rest_is_told(case, own.value - value)


AGED = pattern(r"\b(?:aged?|ages|of|over|under|than) $")

HALF = pattern(r"receiv|group|control|\barms?\b|allocat|assign|given|\bto have\b", re.IGNORECASE)
"""Words of a sentence that counts one of two halves."""


def adds_up(case: Case, value: float, whole: float) -> bool:
    """Whether a count and another of its sentence make the whole, or it is half of the whole and given something."""
    others = [
        number.value
        for number in numbers(case.around)
        if number.plain and not number.kind and not number.ranged and not AGED.search(case.around[: number.start])
    ]
    return whole - value in others or (2 * value == whole and HALF.search(case.text) is not None)


COUNT_OF_PEOPLE = pattern(rf"(?<![\w.,])(\d[\d,]{{0,8}}) (?:[a-z-]+ )?(?:{ANY_PEOPLE})\b")


def _rest_is_told(case: Case, rest: float) -> bool:
    """Whether the article counts the rest of a plan elsewhere: 99 in the first part of 399, 300 in the second."""
    return rest >= 10 and rest in case.article.once(_counts_of_people)


def _counts_of_people(article: Article) -> frozenset[int]:
    return frozenset(
        int(match.group(1).replace(",", ""))
        for block in article.prose
        for match in COUNT_OF_PEOPLE.finditer(block.prose)
    )


def _is_of_other_facts(case: Case, value: float, own: Fact) -> bool:
    facts = (*arm_counts(case), *group_counts(case)) if is_far_swapped(value, own.value) else parts(case)
    return any(fact.value == value and fact != own for fact in facts) or _is_of_several_trials(case, value)


def _is_of_several_trials(case: Case, value: float) -> bool:
    """Whether a number of people is that of all trials of the article together, or of this one and another."""
    if case.found.kind != "enrollment" or len(case.article.trials) < 2:
        return False
    if case.text and not counts_several(case.text, case.article.trials[:MOST]):
        return False
    others = [_size(trial) for trial in case.article.trials[:MOST] if trial.at != case.trial.at]
    own = _size(case.trial)
    slack = 0.06 * value if value >= 500 and value % 100 == 0 else 0
    return any(abs(value - together) <= slack for together in (own + sum(others), *(own + size for size in others)))


def _size(trial: Trial) -> int:
    count = trial.enrollment
    return count.enrolled or count.randomized or count.planned or 0


OTHER_READINGS = (
    _is_of_the_undone,
    _is_a_loose_bound,
    _are_others,
    _are_of_a_part,
    _are_some,
    is_underway,
    _is_told_otherwise,
    _is_of_other_facts,
)
"""What else than its own fact a count may stand for."""
