"""Counts of people in an arm or a group: held against the numbers of a record."""

from __future__ import annotations

import re

from checker.claims.digits import is_far_swapped
from checker.claims.judging.counts import arm_counts, fits_claim, group_counts, parts, roles, tallies, wholes
from checker.claims.judging.held import MOST, UNSUPPORTED, Case, Fact, Held, named, stems
from checker.claims.judging.people import MOST_ARMS, all_of_an_arm, is_difference, sums_of
from checker.claims.judging.readings import BEFELL, adds_up, differing
from checker.claims.numbers import numbers
from checker.pattern import pattern

HAPPENED = pattern(
    r"\b(?:report(?:ed|s|ing)|experienced|developed|suffered|died|deaths?|events?|AEs?|TEAEs?|reactions?|side effects?|"
    r"respond(?:ed|ers?)|improved|relapsed|discontinued|withdrew|dropped|stopped|recovered|cured|infections?|"
    r"success|failed|pregnan\w+|completed|finished|(?:subjects|patients|participants|people|recipients) received)\b",
    re.IGNORECASE,
)
"""Words of a sentence that counts those of an arm to whom something happened, not all that are in it."""


POPULATION = pattern(
    r"\bpopulations?\b|\bper[- ]protocol\b|\bintent(?:ion)?[- ]to[- ]treat\b|\bITT\b|\bevaluable\b|"
    r"\banaly[sz]ed\b|\banalys[ei]s\b"
)
"""Words of a sentence that counts those of an arm who were looked at, who may be fewer."""


WHOLE = pattern(r"^(?:[A-Z][a-z]+:? )?(?:[Oo]f|[Oo]ut of|[Aa]mong) (?:the |these |those |all |all of the )?$")
"""What stands before everybody at the head of a sentence: "Of the 450 children, 409 came"."""


WITH_SHARE = pattern(r"[a-z ]{0,30}[(\[][\d.·]{1,5} ?%")
"""What follows a part that is said to be a share: that these do not agree is found elsewhere."""


def _is_more_than_its_whole(case: Case, everyone: Fact) -> bool:
    """Whether a part of everybody is counted, who are named at the head of the sentence, and is more than they are."""
    value = case.found.value
    return (
        isinstance(value, int)
        and value > everyone.value
        and not WITH_SHARE.match(case.text, case.found.end)
        and any(
            number.value == everyone.value
            and number.start < case.found.start
            and WHOLE.search(case.text[: number.start])
            for number in numbers(case.text)
        )
    )


MANY_TIMES = 10
"""So many times the people of a trial are people at large."""


def arm_size(case: Case) -> Held:
    arms = list(arm_counts(case))
    meant = named(arms, case.found.of)
    if meant and fits_claim(case, meant):
        return meant.held("supported")
    others = (*arms, *group_counts(case), *(fact for _, fact in roles(case)))
    if meant and is_far_swapped(case.found.value, meant.value) and not any(fits_claim(case, fact) for fact in others):
        return differing(case, meant)
    if fact := next((fact for fact in (*arms, *group_counts(case), *wholes(case)) if fits_claim(case, fact)), None):
        return UNSUPPORTED if meant and fact in arms else fact.held("supported")
    facts = dict(roles(case))
    everyone = facts.get("randomized") or facts.get("enrolled") or facts.get("planned")
    many = len(case.trial.arms)
    if not arms and everyone and many > 1 and fits_claim(case, everyone._replace(value=everyone.value / many)):
        return everyone.held("derived")
    if 1 < len(arms) <= MOST_ARMS and case.found.value in sums_of(arms) | {sum(arm.value for arm in arms)}:
        return Fact(case.at("arms"), sum(arm.value for arm in arms)).held("derived")
    if _is_somewhere(case) or is_difference(case):
        return UNSUPPORTED
    if everyone and isinstance(case.found.value, int) and case.found.value > MANY_TIMES * everyone.value:
        return UNSUPPORTED  # "15,000 patients have had bypass surgery"
    if everyone and many > 1 and isinstance(case.found.value, int) and case.found.value > everyone.value > 1:
        return differing(case, meant or everyone)
    smaller = isinstance(case.found.value, int) and any(case.found.value < arm.value for arm in arms)
    if smaller and _is_of_a_smaller_whole(case, arms):
        return UNSUPPORTED
    smaller = smaller and not case.text[: case.found.start].endswith(("All ", "all ", "All of the ", "all of the "))
    if smaller and POPULATION.search(case.text):
        return UNSUPPORTED
    if smaller and (HAPPENED.search(case.text) or OF_A_SORT.search(case.quote) or SORT_HEAD.search(case.before(200))):
        return UNSUPPORTED
    before = case.before(120)
    if smaller and IN_A_RESULT.search(before):
        return UNSUPPORTED
    if MEASURED.search(before):
        return UNSUPPORTED
    if meant is None and (len(arms) < 2 or len(arms) != many):
        return UNSUPPORTED
    return differing(case, meant or arms[0])


OF_A_SORT = pattern(r"\b(?:men|women|boys|girls|males|females|smokers|infants|adolescents)$", re.IGNORECASE)
"""Some of the people, by what they are: "49 of the 914 men in the vaccine group"; unless the trial has no others."""

SORT_HEAD = pattern(
    r"(?:^|[.;:] )(?:Of|Among|In|For|of|among|in|for) (?:the |those |these )?(?:[a-z-]+ ){0,2}?"
    r"(?:(?:men|women|boys|girls|smokers|children|infants|adolescents)\b|"
    r"(?:people|patients|participants|adults|those) (?:with|without|who (?:had|have|are)|over|under|aged|younger)\b)"
    r"[^.;:,]{0,60},[^.;:]*$"
)
"""A head that puts what follows to some of the people: "Of the women, 60 were on the drug"."""


def _is_of_a_smaller_whole(case: Case, arms: list[Fact]) -> bool:
    """Whether a count and another of its sentence make up some of the people, or one arm: "88 came, 45 and 43"."""
    value, together = case.found.value, sum(arm.value for arm in arms)
    counts = {number.value for number in numbers(case.text) if isinstance(number.value, int)}
    return isinstance(value, int) and (
        any(value < count < together and count - value in counts for count in counts)
        or any(arm.value - value in counts for arm in arms)
    )


IN_A_RESULT = pattern(r"\([^()]{0,60}\b(?:mean|median|change|difference|SD|SE|SEM|CI|IQR)\b[^()]{0,40}$")
"""What stands before the number of those who were measured: "(mean change 2.4, SD 1.1, n = 42"."""

MEASURED = pattern(
    r"\b(?:scores?|means?|averages?|medians?|levels?|ages?|weights?|index|rates?|values?)\b[^.;:,]{0,40} "
    r"(?:was|were|is|are|of) $",
    re.IGNORECASE,
)
"""What stands before a number that was measured: "the average score was 27 in both groups"."""


def subgroup_size(case: Case) -> Held:
    groups = list(group_counts(case))
    meant = named(groups, f"{case.found.of} {case.quote}")
    if meant and fits_claim(case, meant):
        return meant.held("supported")
    told = (fact for _, fact in roles(case))
    if fact := next((fact for fact in (*groups, *parts(case), *tallies(case), *told) if fits_claim(case, fact)), None):
        return fact.held("supported")
    everyone = dict(roles(case)).get("enrolled")
    if (held := all_of_an_arm(case)) is not None:
        return held
    if everyone and _is_more_than_its_whole(case, everyone):
        return everyone.held("contradicted")
    too_many = meant is not None and everyone is not None and meant.value > everyone.value and _all_named(case, meant)
    if not too_many and (fact := is_difference(case)) is not None:
        return fact.held("derived")
    if meant is None or _is_somewhere(case) or len(case.trial.groups) > MOST:
        return UNSUPPORTED
    value = case.found.value
    if isinstance(value, int) and value < meant.value and adds_up(case, value, meant.value):
        return UNSUPPORTED  # "Three of the run-in group got the drug and one placebo"
    if isinstance(value, int) and value < meant.value / 2 and BEFELL.search(case.text):
        return UNSUPPORTED
    return differing(case, meant) if _all_named(case, meant) else UNSUPPORTED


def _all_named(case: Case, fact: Fact) -> bool:
    return stems(fact.name) <= stems(f"{case.found.of} {case.quote}")


def _is_somewhere(case: Case) -> bool:
    return any(fact.value == case.found.value for _, fact in roles(case)) or any(
        fact.value == case.found.value for fact in parts(case)
    )
