"""Counts of places and of arms: held against the numbers of a record."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.claims.countries import countries
from checker.claims.demonyms import DEMONYMS
from checker.claims.digits import is_slip
from checker.claims.judging.counts import arm_counts, fits_claim, group_counts, roles, says_it_too
from checker.claims.judging.held import MOST, UNSUPPORTED, Case, Fact, Held, may_stand_for
from checker.claims.numbers import numbers
from checker.pattern import pattern

if TYPE_CHECKING:
    from checker.claims.numbers import Number

ONE_OF_THEM = pattern(
    r"(?:one|another) (?:[a-z]+ )?(?:site|cent(?:re|er)|hospital|clinic|practice|institution)\b", re.IGNORECASE
)
WHERE = pattern(r"\b(?:at|in|from|by|of|to|only|just|is|was) $", re.IGNORECASE)
"""What stands before the one site of a trial; without it "one centre" may be one of several, of which more is told."""


def sites(case: Case) -> Held:
    if case.found.value == 1 and ONE_OF_THEM.match(case.quote):
        before = case.before(12)
        if not WHERE.search(before) and re.match(r" [a-z]", case.text[case.found.end :][:2]):
            one = Fact(case.at("sites"), case.trial.sites) if case.trial.sites == 1 else None
            return one.held("supported") if one else UNSUPPORTED
    if case.trial.sites is None or OF_AN_ARM.search(f"{case.before(25)}{case.quote}"):
        return UNSUPPORTED
    if isinstance(case.found.value, int) and case.found.value < case.trial.sites and _are_of_a_region(case):
        return UNSUPPORTED
    if (
        LOOKED_AT.search(case.quote)
        or ASKED.search(case.text[: case.found.start])
        or WERE_ASKED.match(case.text, case.found.end)
    ):
        return UNSUPPORTED
    if EACH_HAS.search(case.text[: case.found.start]) or NOT_TAKING_PART.match(case.text, case.found.end):
        return UNSUPPORTED
    if case.trial.sites == 1 and UNITS.search(case.quote):
        return UNSUPPORTED
    if OF_A_COHORT.search(case.before(90)):
        return UNSUPPORTED
    if OF_A_FIRM.search(case.before(120)):
        return UNSUPPORTED
    fact = Fact(case.at("sites"), case.trial.sites)
    value = case.found.value
    fewer = isinstance(value, int) and value < fact.value and not is_slip(value, fact.value)
    if fewer and (_are_of_some_countries(case) or _are_the_first(case)):
        return UNSUPPORTED
    if isinstance(value, int) and value > fact.value and ONCE_PLANNED.search(case.text, 0, case.found.start):
        return UNSUPPORTED
    early = WITHIN.search(case.text, 0, case.found.start) or BY_THEN.match(case.text, case.found.end)
    if early and isinstance(value, int) and value < fact.value:
        return UNSUPPORTED
    if isinstance(value, int) and _is_of_two_sorts(case, value, fact.value):
        return fact.held("derived")
    return _counted(case, fact)


FIRST_OF_THEM = pattern(
    r"\b(?:first|initial|last|final)(?: of its)? $|"
    r"\b(?:(?:paus|suspend|halt|clos|resum|restart|delay|fast|slow)\w+|complete|slow|best|highest|lowest) "
    r"(?:[a-z]+ ){0,3}?(?:at|in|for) (?:just |only |about )?$",
    re.IGNORECASE,
)
SO_FAR = pattern(
    r" (?:(?:are |is |were |have |has )?(?:now |already |currently )?(?:been )?"
    r"(?:open(?:ed)?|active|activated|up and running|on board|recruiting|enrolling) )?(?:so far|to date|already)\b"
)
"""What stands before and behind some of the sites: "it opened its first two hospitals", "five are open so far"."""


ONCE_PLANNED = pattern(
    r"\b(?:(?:plan|aim|target|idea|goal) (?:was|had been)|"
    r"(?:had|have) (?:been )?(?:planned|meant|intended|hoped|wanted)|"
    r"(?:was|were) (?:originally |first |once |initially )?(?:planned|meant|intended|supposed))\b[^.;,]{0,60}$",
    re.IGNORECASE,
)
"""What stands before more sites than there came to be: "the plan was for 250 people at eight hospitals"."""

WEEKS = r"[Ww]ithin (?:just |only |about )?(?:(?:its|the) first )?[a-z0-9]+ (?:days|weeks|months)\b"
WITHIN = pattern(rf"\b{WEEKS}[^.;]{{0,60}}$")
BY_THEN = pattern(rf"(?: in [A-Z][\w ]{{1,30}}?)? {WEEKS}")
"""What stands before and behind the sites that a trial had at first: "within six weeks it was active across 173"."""


def _are_the_first(case: Case) -> bool:
    """Whether sites are those with which a trial began, or those which it has reached on its way."""
    return FIRST_OF_THEM.search(case.text, 0, case.found.start) is not None or (
        SO_FAR.match(case.text, case.found.end) is not None
    )


IN_COUNTRIES = pattern(r"(?: [a-z]+){0,2} (?:in|across|from) (?:the |both )?")
BETWEEN_COUNTRIES = pattern(r"(?:,| and|, and|,? (?:as well as|plus))(?: in)?(?: the)? ")


def _are_of_some_countries(case: Case) -> bool:
    """Whether sites are said to be in some countries of a trial that has more: "53 sites in Australia"."""
    listed = set(case.trial.countries or ())
    opening = IN_COUNTRIES.match(case.text, case.found.end)
    if opening is None or len(listed) < 2:
        return False
    named, end = set(), opening.end()
    for place in countries(case.text[opening.end() : opening.end() + IN_REACH]):
        start = opening.end() + place.start
        if start != end and not BETWEEN_COUNTRIES.fullmatch(case.text, end, start):
            break
        named.add(place.name)
        end = opening.end() + place.end
    return 0 < len(named) < len(listed)


IN_REACH = 120
"""How far behind a number of sites its countries are looked for."""

OF_A_FIRM = pattern(
    r"\b(?:employs?|employees|staff|founded|headquarter\w*|manufactur\w+|owns?|operates?)\b[^.;]{0,80}$"
)
"""What stands before the sites of a firm: "it employs 230 people at three sites"."""

CAPITAL = pattern(
    r" (?!(?:Level|Veterans|African|European|Asian|North|South|Latin|Eastern|Western|Central|United|States|Kingdom|"
    r"Sites|Cent(?:er|re)s|Hospitals|Clinics|Locations|Institutions|Practices|Universities)\b)"
    r"([A-Z][a-z]{2,})\b"
)
"""A name in a count of sites, of no part of the world in which a whole trial may run."""


SERVICE = pattern(r"\b(?:NHS|VA|HSE|DHB)\b")
"""The health service of one country."""


def _are_of_a_region(case: Case) -> bool:
    """Whether sites are those of a state or town, or of one country's service in a trial that has others.

    "11 Connecticut hospitals", "15 NHS hospitals": more may well take part.
    """
    if len(case.trial.countries or ()) > 1 and SERVICE.search(case.quote):
        return True
    return any(word[1] not in DEMONYMS for word in CAPITAL.finditer(case.quote))


LOOKED_AT = pattern(r"\b(?:eligible|invited|approached|screened|contacted|interested|potential)\b", re.IGNORECASE)
"""Words of sites of which not all came to take part: "63 eligible care homes"."""

ASKED = pattern(
    r"\b(?:[Ii]nvitations?|[Ll]etters?) (?:was|were|had been) [^.;]{0,20} ?to (?:all )?$|"
    r"\b(?:[Ii]nvited|[Aa]pproached|[Cc]ontacted) (?:all )?$"
)
WERE_ASKED = pattern(r"[^.;,]{0,40} (?:were|was|had been) (?:[a-z]+ )?(?:contacted|invited|approached|asked)\b")
"""What stands before and behind sites of which not all came to take part: "all ten centres were contacted"."""

UNITS = pattern(r"\b(?:units|icus|nicus|departments|wards)$", re.IGNORECASE)
"""Parts of a hospital, which registries count as one place: "in two intensive care units"."""

EACH_HAS = pattern(
    r"\b[Ee]ach (?:[a-z-]+ ){1,3}(?:(?:will|would) )?(?:consists? of|comprises?|includes?|has|have|had|contains?|"
    r"is made up of) $"
)
OF_ALL = pattern(
    r"\b[Oo]f (?:all )?(?:the |these |those )?[\w-]+ (?:[a-z]+ ){0,2}(?:sites|hospitals|cent(?:er|re)s|clinics)\b"
)
NOT_TAKING_PART = pattern(r" (?:assessed|scored|imaged|scanned)\b|[^.;,]{0,20} (?:provide|serve|offer)s?\b(?! as)")
"""What stands before the sites of one part of a trial, and behind places of a body or a country."""

OF_A_COHORT = pattern(
    r"\b(?:[Ii]n|[Ff]or|[Tt]o|[Oo]f) the (?:[\w’'-]+ ){1,4}cohorts?\b(?! study| trial)[^.;:]{0,60}$|"
    r"\b[Ss]ub-?[Ss]tud(?:y|ies)\b[^.;:]{0,60}$"
)
"""What stands before the sites of one of the cohorts of a trial, or of a study within it."""

BOTH = pattern(r" [a-z][^.;:]{2,110}?,? and (?:from |in |at )?(?:another |some |a further )?")
AND_ONE = pattern(
    r"[^.;:]{0,60} and (?:from |in |at )?an? (?:[\w-]+ ){0,2}(?:communit|clinic|cent|hospital|practice|site|populat)"
)
"""What stands between sites of two sorts, and behind those beside one of another sort."""


def _is_of_two_sorts(case: Case, value: float, whole: float) -> bool:
    """Whether sites of two sorts add up to all of them: "in 60 hostels and 89 nursing homes"."""
    if value + 1 == whole and AND_ONE.match(case.text, case.found.end):
        return True
    counts = [number for number in numbers(case.text) if number.plain and not number.kind]
    own = next((number for number in counts if case.found.start <= number.start < case.found.end), None)
    if (
        own is not None
        and value < whole
        and not is_slip(value, whole)
        and _is_in_brackets(case.text, own.start, counts, whole)
    ):
        return True
    return own is not None and any(
        value + other.value == whole and BOTH.fullmatch(case.text, min(other.end, own.end), max(other.start, own.start))
        for other in counts
    )


def _is_in_brackets(text: str, start: int, counts: list[Number], whole: float) -> bool:
    """Whether sites are counted in brackets, beside others that are too or behind the number of all of them."""
    held = [count for count in counts if "(" in text[max(0, count.start - 2) : count.start]]
    told = any(count.value == whole and count.end < start for count in counts)
    opened = text.rfind("(", 0, start) > text.rfind(")", 0, start)
    return opened and (told or (len(held) > 1 and any(count.start == start for count in held)))


LOT_OF_SITES = pattern(
    r"(?: \([^()]{1,20}\))? (?:(?:were|was|are) (?:[a-z]+ ){0,3}(?:allocated|assigned|randomi[sz]ed) "
    r"(?:[a-z]+ )?(?:to )?(?!to\b|either|one of)|randomi[sz]ed to each\b|per (?:arm|group)\b)"
)
"""What follows a number of clinics or villages that are one arm."""

ONLY_HERE = pattern(r"\b(?:[Oo]nly|[Jj]ust) (?:one|a single|1) [\w-]+ in [A-Z]")
"""What is said of the only site of a country or state."""

OF_AN_ARM = pattern(r"\b(?:control|intervention|comparison|comparator|experimental|usual[ -]care)\b", re.IGNORECASE)
"""What makes sites those of one arm, in trials that draw lots for clinics or villages."""


def _counts_a_part(case: Case) -> bool:
    """Whether a sentence counts the people of a group or an arm and of nobody else: the sites are then theirs."""
    everyone = {fact.value for _, fact in roles(case)}
    said = {number.value for number in numbers(case.around)}
    return not said & everyone and any(part.value in said for part in (*arm_counts(case), *group_counts(case)))


NAMED_TOO = pattern(r",? (?:and|plus|as well as|along with) (?:in )?(?:the )?[A-Z]")
NAMED_BEFORE = pattern(r"\b[A-Z][\w.]+,? (?:and|plus|as well as) (?:in |at )?(?:\w+ )?(?:other |further |more )?$")
"""What names a country behind or before a number of others."""


def countries_count(case: Case) -> Held:
    listed = case.trial.countries
    if listed and isinstance(case.found.value, int) and case.found.value < len(listed):
        # "Nine European countries and Canada" are ten.
        before, behind = case.text[: case.found.start], case.text[case.found.end : case.found.end + 40]
        if NAMED_TOO.match(behind) or NAMED_BEFORE.search(before[-40:]):
            return UNSUPPORTED
    return _counted(case, Fact(case.at("countries"), len(listed))) if listed else UNSUPPORTED


def arms(case: Case) -> Held:
    many = len(case.trial.arms)
    if not many:
        return UNSUPPORTED
    fact = Fact(case.at("arms"), many)
    if fits_claim(case, fact):
        return fact.held("supported")
    tested = sum(arm.type == "EXPERIMENTAL" for arm in case.trial.arms[:MOST])
    if 1 < tested < many and fits_claim(case, fact._replace(value=tested)):
        return UNSUPPORTED  # "Across all three study arms it was better than placebo"
    # Of two treatments a factorial trial makes four arms, and a crossover trial sequences.
    if not re.search(r"arm|group", case.quote, re.IGNORECASE) and case.trial.design.intervention_model != "PARALLEL":
        return UNSUPPORTED
    # Cohorts, doses and schedules are called groups too; arms of a randomized trial are what is compared.
    if case.trial.design.allocation == "RANDOMIZED" and (
        "arm" in case.quote.lower()
        or SHARED_OUT.search(case.text[: case.found.start])
        or (case.text[: case.found.start].endswith("all ") and "treatment group" in case.quote.lower())
    ):
        return _counted(case, fact)
    return UNSUPPORTED


SHARED_OUT = pattern(
    r"\b(?:were|was|are|will be|have been) (?:randomly |then )?(?:split|divided|randomi[sz]ed|allocated|assigned) "
    r"(?:up |at random )?(?:into|to|between|among) (?:one of )?(?:the )?$|"
    r"\b(?:split|divided|randomi[sz]ed|(?:randomly )?(?:allocated|assigned|put|placed|sorted))(?: [A-Za-z]+){1,6} "
    r"(?:in)?to (?:one|1) of $"
)
"""What stands before the number of groups that everybody was put into."""


FAR = 3
"""How many times as high as a number of places a bound on it is wrong."""


def _counted(case: Case, fact: Fact) -> Held:
    if fits_claim(case, fact):
        return fact.held("supported")
    value = case.found.value
    if not isinstance(value, int | float):
        return UNSUPPORTED
    # A bound may hold loosely, but nobody says "up to 40 sites" of four.
    far = case.found.qualifier == "at_most" and value >= FAR * fact.value
    if not far and may_stand_for(case.qualifier, value, fact.value):
        return UNSUPPORTED
    if value == 1 and ONLY_HERE.search(case.text[max(case.found.start - 12, 0) : case.found.end + 12]):
        return UNSUPPORTED
    if value < fact.value and OF_ALL.search(case.text[: case.found.start]) and says_it_too(case, fact):
        return UNSUPPORTED  # "Of the seven sites, only two had fewer deaths"
    if LOT_OF_SITES.match(case.text, case.found.end):
        return UNSUPPORTED
    # "A cohort of three at a single hospital": of one place many things may be told.
    return (
        UNSUPPORTED if value == 1 and (says_it_too(case, fact) or _counts_a_part(case)) else fact.held("contradicted")
    )
