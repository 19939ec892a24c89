"""Counts of people: held against the numbers of a record."""

from __future__ import annotations

import re
from typing import NamedTuple

from checker.claims.digits import is_far_swapped, is_slip, is_swapped
from checker.claims.judging.asides import CALCULATED, LABEL
from checker.claims.judging.counts import arm_counts, fits_claim, group_counts, roles, says_it_too
from checker.claims.judging.held import MOST, UNSUPPORTED, Case, Fact, Held, named, stems
from checker.claims.judging.readings import differing
from checker.pattern import pattern

PEERS = {
    "enrolled": ("enrolled", "randomized", "treated", "completed", "analyzed"),
    "randomized": ("randomized", "enrolled"),
    "treated": ("treated", "randomized", "enrolled", "analyzed"),
    "completed": ("completed",),
    "analyzed": ("analyzed", "completed", "treated", "randomized", "enrolled"),
    "planned": ("planned",),
    "screened": ("screened",),
}
"""The roles of which a number may be, that an article states in a role: a bare count is taken for "enrolled"."""

JOINED = ("enrolled", "randomized")


class Count(NamedTuple):
    """A claim on how many people took part, its role, and the record's numbers by theirs."""

    case: Case
    role: str
    facts: dict[str, Fact]

    @property
    def own(self) -> Fact | None:
        """The record's number in the claim's role."""
        return self.facts.get(self.role)

    def first_that_fits(self, *roles: str) -> Fact | None:
        return next((fact for each in roles if (fact := self.facts.get(each)) and fits_claim(self.case, fact)), None)


def enrollment(case: Case) -> Held:
    role = case.found.role if case.found.role in PEERS else "enrolled"
    if BEFORE_JOINING.search(case.quote):
        role = "screened"
    count = Count(case, role, dict(roles(case)))
    for step in STEPS:
        if (held := step(count)) is not None:
            return held
    return differing(case, count.own) if count.own else _without_own(case, role, count.facts)


def _by_its_role(count: Count) -> Held | None:
    """Whether a number is the record's in its role, which those who joined may have with its digits swapped."""
    case, own = count.case, count.own
    if own is None:
        return None
    if case.found.qualifier == "at_most" and count.role == "planned" and is_swapped(case.found.value, own.value):
        return own.held("contradicted")
    if not fits_claim(case, own):
        return None
    joined = JOINED if count.role in JOINED else ()
    facts = (count.facts[each] for each in joined if each in count.facts)
    swapped = next((fact for fact in facts if is_far_swapped(own.value, fact.value)), None)
    return swapped.held("contradicted") if swapped else own.held("supported")


def _by_words_of_a_role(count: Count) -> Held | None:
    """Whether a number of those who joined is the one of another role, of which the sentence has words."""
    if count.role not in JOINED:
        return None
    fitting = ((words, count.first_that_fits(other)) for other, words in TOLD.items())
    fact = next((fact for words, fact in fitting if fact and words.search(count.case.text)), None)
    return fact.held("supported") if fact else None


def _by_swapped_digits(count: Count) -> Held | None:
    case, own = count.case, count.own
    swapped = own and case.found.qualifier == "exact" and is_far_swapped(case.found.value, own.value)
    return differing(case, own) if own and swapped else None


def _by_a_peer(count: Count) -> Held | None:
    """Whether a number is that of a role next to its own."""
    peers = PEERS[count.role] if count.own is None or count.role == "enrolled" else (count.role,)
    fact = count.first_that_fits(*peers)
    return fact.held("supported") if fact else None


def _by_a_plan(count: Count) -> Held | None:
    """Whether what is said to be planned is what was reached, and what is said to have joined what was planned."""
    case, role, own = count.case, count.role, count.own
    if role == "planned":
        if own and not REACHED.search(case.text):
            return None
        reached = count.first_that_fits("enrolled", "randomized") if own else count.first_that_fits("enrolled")
        return reached.held("supported") if reached else None if own else UNSUPPORTED
    # "Size: 380 participants" may be what was planned, and what would have been needed was.
    if own and role in JOINED and (CALCULATED.search(case.text) or LABEL.match(case.text[: case.found.start])):
        plan = count.first_that_fits("planned")
        return plan.held("supported") if plan else None
    return None


BEFORE_JOINING = pattern(r"\b(?:screened|assessed|invited|approached|pre-?screened)\b", re.IGNORECASE)
"""What calls people by how they might have joined: "189 of the 237 screened participants"."""

PLANNED = pattern(
    r"\b(?:planned|plan|expected|hoped|hoping|originally|intended|aimed|aim|target|goal|(?:was|were|is|are) to|"
    r"wants?|wanted|seeks?|"
    r"meant|foreseen|supposed|calculated|needed)\b",
    re.IGNORECASE,
)
"""Words of a sentence that tells what was once planned."""

REACHED = pattern(
    r"\b(?:reach\w*|met|meeting|hit|hitting|attain\w*|achiev\w*|complet\w*|exceed\w*|follow\w*|monitor\w*|observ\w*|"
    r"track\w*)\b",
    re.IGNORECASE,
)
"""Words of a sentence that tells of a goal that was reached, by the number that took part, or what is to come."""

SCREENED = pattern(
    r"\b(?:screen\w*|assess\w*|eligib\w*|criteria|invited|approached|identified|applied|referred|consent\w*|"
    r"look\w* at|asked)\b",
    re.IGNORECASE,
)
"""Words of a sentence that tells of those who might have joined."""

TOLD = {
    "planned": PLANNED,
    "screened": SCREENED,
    "treated": pattern(r"\b(?:received|treated|treatment|dosed|dose|given|got|infused|injected|took)\b", re.IGNORECASE),
    "completed": pattern(r"\b(?:complet\w*|finish\w*|retained|followed|follow-up|remained)\b", re.IGNORECASE),
    "analyzed": pattern(r"\b(?:analy[sz]\w*|included|evaluable|population|data|available)\b", re.IGNORECASE),
}
"""The words of a sentence that may make a number of those who joined the one of a role."""

ALL = pattern(r"\b[Aa]ll (?:of the )?[\w,]+(?: [a-z-]+){0,2}$")

IN_AN_ARM = pattern(r"(?: [a-z]+)? (?:in|of|on) the ([\w -]{2,40}?) (?:group|arm)\b(?! (?:who|that|with|whose)\b)")
"""What makes everybody who is counted all of an arm: "all 33 patients in the tai chi group"."""


def all_of_an_arm(case: Case) -> Held | None:
    """Whether everybody in an arm is counted, and not as many as the arm has."""
    if not ALL.search(f"{case.text[: case.found.start]}{case.quote}"):
        return None
    group = IN_AN_ARM.match(case.text, case.found.end)
    arm = named(arm_counts(case), group.group(1)) if group else None
    return arm.held("contradicted") if arm and arm.value != case.found.value and not says_it_too(case, arm) else None


def _by_all_arms(count: Count) -> Held | None:
    """Whether a number of people is that of all arms together."""
    case = count.case
    arms = list(arm_counts(case))
    if len(arms) < 2 or len(arms) != len(case.trial.arms) or case.found.role == "planned":
        return None
    together = Fact(case.at("arms"), sum(arm.value for arm in arms))
    return together.held("derived") if fits_claim(case, together) else None


def _by_a_part(count: Count) -> Held | None:
    """Whether people who are counted without a word of their role are an arm, a group, or those who are left over."""
    case = count.case
    if case.found.qualifier != "exact":
        return None
    said = stems(case.text)
    for part in (*arm_counts(case), *group_counts(case)):
        if part.value == case.found.value and stems(part.name) & said:
            return part.held("supported")
    if count.role == "planned":
        return None
    if LEFT.search(case.text) and (fact := is_difference(case)):
        return fact.held("derived")
    everyone = count.facts.get("enrolled")
    for group in group_counts(case) if everyone else ():
        if everyone and everyone.value - group.value == case.found.value:
            return group.held("derived")
    arms = list(arm_counts(case))
    if 2 < len(arms) <= MOST_ARMS and case.found.value in sums_of(arms):
        return Fact(case.at("arms"), sum(arm.value for arm in arms)).held("derived")
    return None


STEPS = (
    _by_its_role,
    _by_words_of_a_role,
    _by_swapped_digits,
    _by_a_peer,
    _by_all_arms,
    _by_a_part,
    lambda count: all_of_an_arm(count.case),
    _by_a_plan,
)
"""What may settle a count of people, in the order in which it is asked."""


MOST_ARMS = 10
"""Arms of which any two or more may be counted together."""


def sums_of(arms: list[Fact]) -> set[float]:
    """The counts of every two arms or more, but for all of them."""
    sums: set[tuple[int, float]] = {(0, 0)}
    for arm in arms:
        sums |= {(many + 1, together + arm.value) for many, together in sums}
    return {together for many, together in sums if 1 < many < len(arms)}


LEFT = pattern(
    r"\b(?:drop(?:ped)? out|dropped|left|withdrew|withdrawn|lost|missing|excluded|discontinued|stopped|remain\w*|rest|"
    r"others?|gave up|quit|never|not|without|fewer|more|further|additional|another|extra)\b",
    re.IGNORECASE,
)
"""Words of a sentence that counts those who are left over."""


def is_difference(case: Case) -> Fact | None:
    """The fact from which a number is what is left: of the enrolled those who did not complete, of a whole the rest."""
    counts = [fact for _, fact in roles(case)]
    for more in counts:
        for less in counts:
            if more.value > less.value and fits_claim(case, more._replace(value=more.value - less.value)):
                return less
    for index, figure in enumerate(case.trial.figures[:MOST]):
        if figure.n is not None and figure.of is not None and figure.of - figure.n == case.found.value:
            return Fact(case.at("figures", index, "n"), figure.n)
    everyone = dict(roles(case)).get("enrolled")
    return next(
        (group for group in group_counts(case) if everyone and everyone.value - group.value == case.found.value), None
    )


def _without_own(case: Case, role: str, facts: dict[str, Fact]) -> Held:
    """A count in a role for which the record has no number."""
    everyone = facts.get("enrolled")
    if role in ("randomized", "treated", "completed", "analyzed"):
        if everyone and fits_claim(case, everyone):
            return everyone.held("supported")
        impossible = everyone and isinstance(case.found.value, int) and case.found.value > everyone.value
        swapped = everyone and role in ("randomized", "treated") and is_far_swapped(case.found.value, everyone.value)
        impossible = impossible or (swapped and case.found.qualifier == "exact")
        names = (case.trial.id, case.trial.acronym)
        if case.text and not OF_A_STUDY.search(case.text) and not any(name in case.text for name in names if name):
            return UNSUPPORTED
        return differing(case, everyone) if everyone and impossible else UNSUPPORTED
    planned = facts.get("planned")
    if role == "enrolled" and planned and fits_claim(case, planned) and not set(facts) & set(PEERS["enrolled"]):
        return planned.held("supported")
    peers = [facts[peer] for peer in ("randomized", "treated") if peer in facts]
    slipped = [peer for peer in peers if isinstance(case.found.value, int) and is_slip(case.found.value, peer.value)]
    if role == "enrolled" and slipped and not any(fits_claim(case, fact) for fact in facts.values()):
        return differing(case, slipped[0])
    return UNSUPPORTED


OF_A_STUDY = pattern(
    r"\b(?:trials?|stud(?:y|ies)|participants?|volunteers?|enrol\w*|randomi\w*|recruit\w*|NCT\d|pilot|registry)\b",
    re.IGNORECASE,
)
