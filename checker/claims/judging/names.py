"""Names, numbers of registration, countries and ages."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.claims.country_names import country_key
from checker.claims.judging.held import MOST, UNSUPPORTED, Case, Held
from checker.claims.kinds._acronyms import ANOTHER_TRIAL
from checker.claims.kinds._runners import RUNNER, TELLER, is_company
from checker.claims.kinds._sponsors import INSTITUTIONS, LEGAL, TRADES
from checker.claims.tokens import folded
from checker.claims.vocabulary import words
from checker.pattern import pattern

if TYPE_CHECKING:
    from checker.article import Article


def registry_id(case: Case) -> Held:
    said = str(case.found.value)
    if case.trial.id and said.casefold() == case.trial.id.casefold():
        return Held("supported", case.at("id"), case.trial.id)
    for index, other in enumerate(case.trial.other_ids[:MOST]):
        if said.casefold() == other.casefold():
            return Held("supported", case.at("other_ids", index), other)
    return UNSUPPORTED


def acronym(case: Case) -> Held:
    recorded = case.trial.acronym
    if recorded is None:
        return UNSUPPORTED
    said = str(case.found.value)
    if folded(said) == folded(recorded):
        return Held("supported", case.at("acronym"), recorded)
    others = {folded(trial.acronym) for trial in case.article.trials[:MOST] if trial.acronym}
    if case.found.pattern != ANOTHER_TRIAL and folded(said) not in others and is_near_miss(said, recorded):
        return Held("contradicted", case.at("acronym"), recorded)
    return UNSUPPORTED


def is_near_miss(said: str, recorded: str) -> bool:
    """Whether a name looks like a trial's acronym misspelt: other letters, other digits, an ending of its own.

    A part of the acronym, or the acronym with a word more, is a short form or the name of a part of the trial.
    """
    one, other = folded(said), folded(recorded)
    if min(len(one), len(other)) < 5 or max(len(one), len(other)) > 40 or one == other:
        return False
    if _tokens(said) < _tokens(recorded) or _tokens(recorded) < _tokens(said):
        return False
    if one.strip("0123456789") == other.strip("0123456789"):
        return _is_numbered(one) and _is_numbered(other)
    apart = _distance(one, other)
    alike = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    return apart <= (1 if min(len(one), len(other)) < 6 else 2) or (apart == 3 and alike >= 5 and alike > apart)


def is_a_letter_off(said: str, recorded: str) -> bool:
    """Whether a name of four signs or more differs from a trial's acronym in one, or two that changed places.

    That is too little to be sure.
    """
    one, other = folded(said), folded(recorded)
    return len(one) == len(other) >= 4 and len(one) <= 40 and _distance(one, other) == 1


def is_misspelt(said: str, recorded: str) -> bool:
    """Whether a name is a trial's acronym of five letters or more but for one letter, or two that changed places.

    Numbers and an "s" at the end tell sister trials and plurals; a part of the acronym is a short form of it.
    """
    one, other = folded(said), folded(recorded)
    if len(one) < 4 or len(other) < 5 or max(len(one), len(other)) > 40 or said.rstrip("s") == recorded.rstrip("s"):
        return False
    if _tokens(said) < _tokens(recorded) or _tokens(recorded) < _tokens(said):
        return False
    numbers = [re.findall(r"\d+|\b[IVX]+\b", each) for each in (said, recorded)]
    return abs(len(one) - len(other)) < 2 and numbers[0] == numbers[1] and _distance(one, other) == 1


def _tokens(name: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+|\d+", name.casefold()))


def _is_numbered(name: str) -> bool:
    return name[-1:].isdigit() or name[:1].isdigit()


def _distance(one: str, other: str) -> int:
    """How many letters must be put in, left out, changed or swapped with the next to make one name of the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, char in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (char != wanted))
            if i > 1 and j > 1 and char == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]


def sponsor(case: Case) -> Held:
    recorded = case.trial.lead_sponsor
    if recorded is None:
        return UNSUPPORTED
    said = str(case.found.value)
    if _is_short_for(said, recorded):
        return Held("supported", case.at("lead_sponsor"), recorded)
    if case.found.pattern == TELLER or (case.found.pattern == RUNNER and not is_company(recorded)):
        return UNSUPPORTED  # Companies have their drugs tried in trials of others, and speak of these.
    if (INSTITUTES.match(said) and ONE_INSTITUTE.match(recorded)) or (
        INSTITUTES.match(recorded) and ONE_INSTITUTE.match(said)
    ):
        return UNSUPPORTED  # The National Institutes of Health sponsor what one of them does.
    if INSTITUTES.match(said) and "-sponsored" in case.text and not is_company(recorded):
        return UNSUPPORTED  # "The NIH-sponsored study": they pay for what universities and hospitals do.
    if _are_partners(case.article, said, recorded):
        return UNSUPPORTED  # "Orion and Bayer's trial", of which Orion announces something.
    if case.found.pattern == "recorded sponsor" and not _words(case.quote) & _words(said):
        return UNSUPPORTED  # Of a company, the one that bought it may work with others.
    if case.found.pattern == "recorded sponsor" and AT_WORK.search(case.text, *_just_before(case)):
        return UNSUPPORTED
    initials = "".join(word[0] for word in re.findall(r"[^\W_]+", recorded)).casefold()
    one, other = (_words(name) - KINDS_OF_SPONSORS for name in (said, recorded))
    if not one or not other or one & other or folded(said) in initials or _begin_alike(said, recorded):
        own = one and other and not one & other and "university" in _words(said) & _words(recorded)
        told = (
            case.found.pattern in ("said to sponsor", "the sponsor", RUNNER)
            and one - other
            and other - one
            and folded(said) not in initials
        )
        if not own and not (told and len(one & other) == 1 and not _begin_alike(said, recorded)):
            return UNSUPPORTED
    elif case.found.pattern == "university" and "university" not in _words(recorded):
        return UNSUPPORTED  # Universities carry out what companies and hospitals pay for.
    return Held("contradicted", case.at("lead_sponsor"), recorded)


INSTITUTES = pattern(r"(?:US |U\.S\. )?(?:National Institutes of Health|NIH)\b")
ONE_INSTITUTE = pattern(
    r"(?:US |U\.S\. )?(?:Eunice Kennedy Shriver |NIH )?(?:National (?:Institutes? (?:of|on)|Cancer Institute|"
    r"Eye Institute|Heart,? Lung|Human Genome|Cent(?:er|re) for (?:Advanc|Compl)|Library)|Clinical Center|"
    r"(?:NIAID|NHLBI|NCI|NINDS|NIDDK|NIMH|NICHD|NIA|NIDA|NIAAA|NIAMS|NIGMS|NEI|NCATS|NCCIH|NHGRI)\b)"
)
"""The institutes of the United States for research on health, and one of them."""


def _are_partners(article: Article, one: str, other: str) -> bool:
    """Whether an article speaks of two companies as one: "Orion and Bayer's trial"."""
    pair = frozenset(name.split(maxsplit=1)[0] for name in (one, other) if name.strip())
    return pair in article.once(_partners) and not {name.casefold() for name in pair} & KINDS_OF_SPONSORS


def _partners(article: Article) -> frozenset[frozenset[str]]:
    """The first words of the names that the prose joins as owners of one thing."""
    return frozenset(frozenset(match.groups()) for block in article.prose for match in PARTNERS.finditer(block.prose))


PARTNERS = pattern(r"\b(\S{1,40}) and (\S{1,40})['\u2019]")


AT_WORK = pattern(
    r"\b(?:professor|lecturer|reader|director|head|chair\w*|consultant|surgeon|physician|doctor|dr\.?|nurse|researchers?|"
    r"investigators?|scientists?|author)\b[^.;:]{0,80} (?:at|from) (?:the )?$",
    re.IGNORECASE,
)
"""What stands before the place where somebody works: "a professor of radiotherapy at the Institute"."""


def _just_before(case: Case) -> tuple[int, int]:
    return max(case.found.start - 120, 0), case.found.start


def _begin_alike(said: str, recorded: str) -> bool:
    """Whether one name may be a short form of the other: "Regen" of Regeneron; not so where a common word begins it."""
    first = said.split()[0].casefold()
    return folded(said)[:3] == folded(recorded)[:3] and (
        first not in KINDS_OF_SPONSORS or first not in _words(recorded)
    )


KINDS_OF_SPONSORS = (
    INSTITUTIONS
    | LEGAL
    | TRADES
    | words("of the for and de du des der la le del di in at national medical state general royal saint st new school")
)
"""Words that the names of many sponsors have."""


def intervention(case: Case) -> Held:
    said = str(case.found.value)
    for index, recorded in enumerate(case.trial.interventions[:MOST]):
        if _is_short_for(said, recorded) or _is_short_for(recorded, said):
            return Held("supported", case.at("interventions", index), recorded)
    for index, arm in enumerate(case.trial.arms[:MOST]):
        if arm.name and _is_short_for(said, arm.name):
            return Held("supported", case.at("arms", index, "name"), arm.name)
    return UNSUPPORTED


def _is_short_for(said: str, recorded: str) -> bool:
    return bool(folded(said)) and (folded(said) == folded(recorded) or _words(said) <= _words(recorded))


@lru_cache(maxsize=2048)
def _words(text: str) -> frozenset[str]:
    plain = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return frozenset(re.findall(r"[^\W_]+", plain.casefold()))


def countries(case: Case) -> Held:
    recorded = case.trial.countries
    said = case.found.value
    if not recorded or len(recorded) > MOST or not isinstance(said, tuple | list):
        return UNSUPPORTED  # No trial recruits in more countries than there are.
    known = {country_key(name) for name in recorded}
    verdict = "supported" if {country_key(str(name)) for name in said} <= known else "contradicted"
    return Held(verdict, case.at("countries"), ", ".join(recorded))  # type: ignore[arg-type]


UNITS = {"year": 1.0, "month": 1 / 12, "week": 7 / 365.25, "day": 1 / 365.25}


BEYOND = pattern(
    r"\b(?:older|younger|more|less|greater|over|above|under|below|beyond)\b|[<>] ?\d",
    re.IGNORECASE,
)
"""Words of an age that is a bound and not itself allowed, if they are taken at their word."""


TAKING_PART = pattern(
    r"\b(?:trials?|study|studies|participa\w+|volunteers?|eligible|eligibility|enrol\w*|recruit\w*|includ\w+|take part|"
    r"took part|taking part|join\w*|open to|seek\w*|randomi\w+|assigned|tested|treat\w*|compar\w+|qualify|inclusion|"
    r"invited?|must be)\b",
    re.IGNORECASE,
)
"""Words of a sentence on those who take part in a trial."""


STRATA = pattern(
    r"\b(?:stratif\w+|age (?:groups?|categor\w+|bands?|strata)\b[^.]{0,20}\()[^.]{0,120}$|"
    r"\bgestation(?:al)?(?: ages?)?(?: of| between| from)? $|"
    r"\b(?:proportion|percentage|rate|share|incidence|majority|most) (?:of )?[^.;,]{0,50} $",
    re.IGNORECASE,
)
"""What stands before the ages of groups within a trial, of those in an outcome, and of an unborn child."""

OTHERWISE = pattern(
    r"[^.;,]{0,15} (?:(?:will|would|do|did|does|were|are|is|was|should|can) (?:not|only|instead|also) "
    r"(?:be |been )?(?:given|receive|get|offered|take|need|have|had|randomi[sz]ed|assigned|start)|"
    r"(?:were|are|will be) required to (?:have|use|undergo|agree)|must (?:have|use|agree))\b|"
    r"(?: and [\d–-]{1,5})?(?: ?(?:y|yrs?|years?))?,? age[ -](?:strat|group|categor|band)"
)
LISTED = pattern(r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine)), $", re.IGNORECASE)
"""What stands before the last two of several ages: "three, four and five-year-old children"."""

WERE = pattern(r"\b(?:were|was|ranged)(?: all| aged| between| from| in age)* $", re.IGNORECASE)
"""What stands before how old those who took part were."""
THOSE = pattern(r"(?:^|[;,] )those (?:who were )?(?:aged |between )?$", re.IGNORECASE)
DID = pattern(r" (?!were|was|are|is|can|may|could|will|must|who|with|and|or|living|in|at|from|to|of)[a-z]")
"""What stands around the ages of those of whom a result is told: "Those aged 35 to 49 found it less helpful"."""

"""What follows those of whom another thing is done or asked than of the rest: "aged 75 or over will not get it"."""


ASKED = pattern(
    r"\b(?:invited|asked|welcome|encouraged|can|may)(?: to)? (?:[a-z-]+ ){0,7}"
    r"(?:survey|questionnaire|poll|webinar|workshop|interview|focus group|patient registry)\b",
    re.IGNORECASE,
)
"""What follows those who are asked for something beside a trial: "are invited to fill in an online survey"."""


def age(case: Case) -> Held:
    """Who may take part. Of a range that the record leaves open at one end, only the other is held."""
    said = _ages(str(case.found.value))
    recorded = case.trial.ages
    if said is None or recorded is None:
        return UNSUPPORTED
    lowest, highest, exact = said
    # Few who write "older than 18" mean that those of 18 are left out.
    exact = exact and not BEYOND.search(case.quote)
    wrong = agreed = None
    for key, claimed, known in (("minimum", lowest, recorded.minimum), ("maximum", highest, recorded.maximum)):
        if claimed is None or known is None:
            continue
        if abs(claimed - known) < 0.06 or (not exact and 0 < abs(claimed - known) <= 1):
            agreed = Held("supported", case.at("ages", key), f"{known:g}")
        else:
            wrong = Held("contradicted", case.at("ages", key), f"{known:g}")
    if wrong and case.found.pattern in ("over an age", "under an age"):
        # "People over 65 are at risk": of people at large, or of those whom the record does not let take part.
        apart = (lowest or 0) >= (recorded.maximum or 999) or (highest or 999) < (recorded.minimum or 0)
        if apart or not TAKING_PART.search(case.text):
            return UNSUPPORTED
    inside = (lowest or 0) > (recorded.minimum or 999) and (highest or 999) < (recorded.maximum or 0)
    if wrong and inside and WERE.search(case.text[: case.found.start]):
        return UNSUPPORTED  # "The participants were 19 to 74 years old", in a trial for those from 18 to 75.
    if wrong and (
        STRATA.search(case.before(150))
        or OTHERWISE.match(case.text, case.found.end)
        or (" and " in case.quote and LISTED.search(case.text[: case.found.start]))
        or ASKED.search(case.behind(100))
        or (THOSE.search(case.text[: case.found.start]) and DID.match(case.text, case.found.end))
    ):
        return UNSUPPORTED
    if wrong:
        return wrong if case.found.qualifier != "about" else UNSUPPORTED
    missing = (lowest is not None and recorded.minimum is None) or (highest is not None and recorded.maximum is None)
    return UNSUPPORTED if agreed is None or missing else agreed


def bounds(text: str) -> tuple[float | None, float | None]:
    """The lowest and highest age in years of a range, either of which may be open."""
    lowest, highest, _ = _ages(text) or (None, None, False)
    return lowest, highest


def age_range(text: str) -> tuple[float, float] | None:
    """The lowest and highest age in years of a range that is closed at both ends; else None."""
    lowest, highest = bounds(text)
    return None if lowest is None or highest is None else (lowest, highest)


def _ages(text: str) -> tuple[float | None, float | None, bool] | None:
    """The lowest and highest age in years of `18-65 years`, `>=18 years`, `<=30 years`; whether both are included."""
    unit = next((years for name, years in UNITS.items() if name in text), None)
    parts = re.fullmatch(
        r"\s*([<>]=?)?\s*(\d{1,4}(?:\.\d{1,3})?)(?:\s*[-–]\s*(\d{1,4}(?:\.\d{1,3})?))?\s*[a-z]*\s*", text
    )
    if parts is None or unit is None:
        return None
    sign, first = parts[1] or "", float(parts[2]) * unit
    if parts[3]:
        return first, float(parts[3]) * unit, True
    if sign.startswith("<"):
        return None, first, "=" in sign
    return (first, None, "=" in sign) if sign else None
