"""How many people: a trial's enrollment by role, the sizes of arms and subgroups, and the number of arms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.kinds._arms_and_shares import arms, nobody, shares
from checker.claims.kinds._cells import cell
from checker.claims.kinds._enrollment import COUNTS, OBJECTS, RECRUITED, VERBS, WHOLES
from checker.claims.kinds._groups import ARMS, EACH, LINKED, PARTS, PIECES, STEPS
from checker.claims.kinds._plans import PLANS
from checker.claims.kinds._portions import amended
from checker.claims.kinds._regroups import regrouped
from checker.claims.kinds._roles import settled
from checker.claims.kinds._settling import OF_TOTAL, ONE_SEX, settling
from checker.claims.kinds._splits import split
from checker.claims.kinds._standing import is_odd
from checker.claims.kinds._totals import is_below, is_of_some, is_of_the_world, sums_up
from checker.claims.kinds._views import views
from checker.claims.numbers import LONGEST_SENTENCE
from checker.claims.vocabulary import words
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.claim import Found
    from checker.claims.kinds._views import View
    from checker.claims.said import Said

KINDS = ("enrollment", "arm_size", "subgroup_size", "arms")
PATTERNS = (*STEPS, *EACH, *PLANS, *RECRUITED, *PARTS, *WHOLES, *PIECES, *LINKED, *VERBS, *OBJECTS, *COUNTS, *ARMS)
MOST_COUNTS = 60
"""More than this many counts in a sentence are a list of figures, and no prose."""

AGES = (words("adults grown-ups"), words("children adolescents infants teenagers babies youngsters"))
SEXES = (words("men man boys boy males gentlemen"), words("women woman girls girl females ladies"))

APPOSED_SEX = pattern(
    r"[QC];[^.;()]{0,60}(?:\([^()]{0,20}\))?; ?$|Q[^.;:()]{0,60}(?:,|\([^()]{0,40}) ?(?:C (?:men|women|males?|"
    r"females?) and )?$"
)
BESIDE = pattern(
    r"P(?: \([^()]{1,60}\))?(?: aged [^.;:()]{1,40})?,? (?:and|plus|as well as) (?:also )?Q|"
    r"Q(?: \([^()]{1,60}\))?(?: aged [^.;:()]{1,40})?,? (?:and|plus|as well as) (?:also )?P"
)
BOTH_JOINED = pattern(
    r"\b(?:were|are|have been|had been) (?:[a-z]+ly )?(?:enrol+ed|recruited|vaccinated|randomi[sz]ed|included)\b"
)


def find(said: Said) -> Iterator[Found]:
    """The counts of people that a sentence states, and its numbers of arms."""
    if len(said.text) > LONGEST_SENTENCE:
        return
    if said.block_kind == "cell":
        yield from cell(said)
        return
    yield from nobody(said)
    if 0 < len(said.numbers) <= MOST_COUNTS:
        yield from split(said, list(_people(said)))
        yield from arms(said)
        yield from shares(said)


def _people(said: Said) -> Iterator[Found]:
    last: Found | None = None
    most = 0
    seen = list(views(said))
    both_sexes = all(any(view.noun in sex for view in seen) for sex in SEXES)
    for view in seen:
        odd = is_odd(said, view)
        found = None if odd else regrouped(said, view, amended(said, view, settling(said, view, last)))
        if not (found or odd) and sums_up(said, seen, view):
            found = OF_TOTAL
        if found and _is_of_one_age(seen, view):
            found = ONE_SEX
        if not (found or odd) and _is_of_one_age(seen, view) and BOTH_JOINED.search(said.lower):
            found = ONE_SEX
        of_one_sex = any(view.noun in sex for sex in SEXES)
        if of_one_sex and ((found and both_sexes) or (_is_apposed(view, most) and not is_odd(said, view))):
            found = ONE_SEX
        last = settled(said, view, found, last) if found else None
        if last is not None and _is_of_a_part(said, seen, view, last):
            last = last._replace(kind="subgroup_size", role="")
        most = max(most, int(view.number.value)) if view.noun or last is not None else most
        if last is not None and not (last.kind == "subgroup_size" and is_of_the_world(said, view)):
            yield last


def _is_of_a_part(said: Said, seen: list[View], view: View, found: Found) -> bool:
    """Whether a count is that of a part of the people after all, as what else the sentence counts tells."""
    return found.kind == "enrollment" and (
        (view.noun in CARERS and is_below(said, view))
        or (found.value == 1 and found.pattern in DONE_TO)
        or is_of_some(said, found)
        or sums_up(said, seen, view)
    )


def _is_of_one_age(seen: list[View], view: View) -> bool:
    """Whether adults are counted right beside children: "101 healthy adults aged 18 to 40 and 100 healthy children"."""
    nouns = {other.noun for other in seen}
    return any(
        view.noun in ages and not nouns.isdisjoint(others) and BESIDE.search(view.text) is not None
        for ages, others in (AGES, AGES[::-1])
    )


CARERS = words("carers caregivers partners relatives staff nurses clinicians physicians parents")
"""People who take part beside those whom a trial is about."""
DONE_TO = ("treated", "got", "dosed", "treated people")
"""Patterns that tell what was done to people: to one of them, where it is one."""


def _is_apposed(view: View, most: int) -> bool:
    """Whether a count of men or women stands behind a larger one of people (`most` of them), as a part of those."""
    return most > view.number.value and APPOSED_SEX.search(view.text[: view.place]) is not None
