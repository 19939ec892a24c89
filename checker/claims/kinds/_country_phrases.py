"""Which countries a sentence names, and which of the names belong to something else."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.countries import Country
    from checker.claims.said import Said


@cache
def _joint() -> re.Pattern[str]:
    return pattern(
        r"(?:\s\([a-z][a-z ]{2,30}\))?\s*(?:,(?:\s?,)?|;|/|&|,?\s(?:and|or|as\swell\sas|plus|&))?\s*(?:the\s)?"
        r"(?:[A-Z][a-z-]{2,14} in (?:the )?)?"
        r"(?:(?:Europe|Asia|Africa|EU|European\sUnion|Latin\sAmerica|South\sAmerica)\s?(?:,|and|,\sand)\s(?:the\s)?)?"
    )


def phrases(said: Said) -> Iterator[list[Country]]:
    """The countries that stand side by side, as one phrase."""
    phrase: list[Country] = []
    for country in said.countries:
        if _is_named_otherwise(said, country):
            continue
        if phrase:
            gap = said.text[phrase[-1].end : country.start]
            shortened = gap in (" (", "(") and country.name == phrase[-1].name
            if shortened or (gap.strip() and ";" not in gap and _joint().fullmatch(gap.removeprefix(")"))):
                phrase.append(country)
                continue
            yield phrase
        phrase = [country]
    if phrase:
        yield phrase


@cache
def _followed_by_state() -> re.Pattern[str]:
    return pattern(r",? \(?(?:USA?|U\.S\.|United States)|\)? ?State\b|\sTech\b")


def _is_named_otherwise(said: Said, country: Country) -> bool:
    """Whether a country's name is part of another name, or an adjective: "New Mexico", "the US regulator"."""
    text = said.text
    before, behind = text[: country.start], text[country.end : country.end + 30]
    if before.endswith(("New ", "new ", "Gulf of ")) and country.name == "Mexico":
        return True
    if country.name == "Georgia" and (
        _followed_by_state().match(behind)
        or re.search(r"(?:Atlanta|Augusta|University of|Savannah|Athens),? \(?$", before)
    ):
        return True
    if behind[:2] in ("’s", "'s") or (behind[:1] in ("-", "’", "'") and behind[:2] != "--"):
        return True
    if _as_kind().search(before) and _noun().match(behind):
        return True  # "a Hong Kong trial"
    word = before.rstrip().rpartition(" ")[2] if before.endswith(" ") else ""
    if (
        word
        and word[-1:] not in ",;:.)"
        and word[0].isupper()
        and len(before.split()) > 1
        and word.isalpha()
        and word
        not in (
            "In",
            "The",
            "From",
            "Across",
            "And",
            "Of",
            "Only",
            "Western",
            "Eastern",
            "Northern",
            "Southern",
            "Mainland",
            "Greater",
            "Rural",
            "Throughout",
            "At",
            "Outside",
            "Europe",
            "Africa",
            "Asia",
            "America",
            "East",
            "West",
            "Central",
        )
    ):
        return True  # "Lactiva Korea", "Michael Jordan"
    if _named_after().search(before) and not _part_of().search(before):
        return True  # "the National University of Malaysia"
    if re.fullmatch(r"U\.?[SK]\.?A?\.?|America|England", text[country.start : country.end]):
        return not _listed().search(before) and _as_adjective(behind)
    return _as_a_name().match(behind) is not None


@cache
def _as_kind() -> re.Pattern[str]:
    return pattern(r"(?:^|[ (“\"])[Aa]n? $")


@cache
def _noun() -> re.Pattern[str]:
    return pattern(r" [a-z-]{4,}\b")


@cache
def _named_after() -> re.Pattern[str]:
    return pattern(r"\b[A-Z][\w’'&.-]* (?:of|for) (?:the |South |North )?$")


@cache
def _part_of() -> re.Pattern[str]:
    return pattern(
        r"\b(?:North|South|East|West|Midlands|(?:North|South)[- ]?(?:[Ee]ast|[Ww]est)|[Rr]egions?|[Pp]rovinces?|"
        r"[Dd]istricts?|[Cc]ount(?:y|ies)|[Cc]oast|[Hh]ighlands|[Pp]refecture|[Ii]slands?|[Pp]arts?|[Aa]reas?) of "
        r"(?:the )?(?:New |South |North )?$"
    )


@cache
def _as_a_name() -> re.Pattern[str]:
    return pattern(r" (?:[A-Z][a-z]+ ){0,2}(?:Inc|Ltd|GmbH|Pharma|University|Hospital|Institute|Agency|Ministry)\b")


@cache
def _listed() -> re.Pattern[str]:
    """What stands before the last country of a list, which no noun follows: "Spain and the U.K. Results are due"."""
    return pattern(r"[A-Za-z.],? and (?:the )?$")


@cache
def _after_noun() -> re.Pattern[str]:
    return pattern(
        r"[\s]?(?:$|[.,;:)(–—/!?\]\"”|]|\s?(?:and|or|&|as|from|to|with|is|are|was|were|will|has|have|had|where|"
        r"who|which|that|in|"
        r"by|for|at|on|between|since|during|began|started|enrol+ed|took|so|but|than|plus|alone|only|beginning|starting|"
        r"over|under|through|while|when|until|after|before|between|against|also|currently|whose|using|aged|comparing|"
        r"testing|evaluating|received|joined|recruited|participated|completed|randomly|into|within|across|among|"
        r"because|if|"
        r"despite|including|once|following|involving|via|shows?|showed|found|finds|had|can|could|may|might|would|"
        r"should|"
        r"did|does|do|selected|chosen|invited|living|suffering|diagnosed|affected|this|today|now|last|next|"
        r"participating|offering|conducting|looking|seeking|investigating|"
        r"assessing|running|led|run)\b)"
    )


def _as_adjective(behind: str) -> bool:
    """Whether "US" or "UK" is said of the noun behind it."""
    return not _after_noun().match(behind)
