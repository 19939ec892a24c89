"""The countries of a trial, counted."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.claims.claim import Found
from checker.claims.grammar import VOCABULARY, Pattern, matches
from checker.claims.kinds._site_counts import further, is_described
from checker.claims.numbers import qualifier
from checker.pattern import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from checker.claims.said import Said

VOCABULARY["nations"] = r"(?:countries|nations)\b"

NATIONS = (
    Pattern(
        "count of countries",
        r"(?P<quote>(?P<value>{count}){apart}(?P<qualities>{qualities}){nations})",
        ("countries", "nations"),
        (
            "It runs at 25 sites in «eleven countries».",
            "People in «15 low- and middle-income countries» took part.",
            "The trial spans «nine European countries».",
        ),
        (
            "The drug is sold in 14 countries.",
            "It has been cleared in over 20 countries.",
            "The meeting drew 3,400 delegates from 71 countries.",
            "Another two countries will follow.",
            "Malaria is endemic in 85 countries.",
        ),
    ),
    Pattern(
        "countries hyphened",
        r"(?P<quote>(?P<value>{count})[‐‑–-](?:country|nation))"
        r"(?:,|\)|,? (?:[a-z‐-]+,? ){0,6}(?:trial|study|pilot|rct|design)\b)",
        ("-country", "-nation", "‑country"),
        ("It is a «seven-country» trial.", "This «12-country», double-blind study began in May."),
        ("The 27-nation bloc approved it.",),
    ),
    Pattern(
        "labelled countries",
        r"\b(?:countries): (?P<quote>(?P<value>{count}))(?: *$|[.,;)])",
        ("countries:",),
        ("Sites: 12; countries: «3».",),
        ("Sold in these countries: 3 in Africa, 4 in Asia.",),
    ),
)

MOST_COUNTRIES = 100


@cache
def _marketed() -> re.Pattern[str]:
    """What is said of countries in which something is sold, found, or from which people came to a meeting."""
    return pattern(
        r"\b(?:sold|on (?:the market|sale)|approved|approval|cleared|clearance|marketed|licensed|licenced|"
        r"authori[sz]ed|launched|distributed|"
        r"reimbursed|commerciali[sz]ed|available|patent(?:s|ed)|operat(?:es|ing|ions)|offices|present|presence|"
        r"delegates|experts|speakers|attendees|members|employees|staff|scientists|authors|researchers|journalists|"
        r"employ(?:s|ed|ing)?|endemic|prevalent|"
        r"reported|detected|spread (?:to|in)|outbreaks?|cases|deaths|transmission|customers|"
        r"used|deployed|"
        r"programs|programmes|guidelines|policies|laws|banned|legal|volunteers from|registered|submitted|filed|"
        r"affects?|affecting|kills|live|lives|living)\b[^;:]{0,60}$"
    )


@cache
def _wanting_to() -> re.Pattern[str]:
    """What is said of countries in which no trial runs: that they "have expressed an interest in" it."""
    return pattern(
        r" (?:around the world |worldwide |globally )?(?:(?:(?:have|has|had|already|since|also|now) ){0,3}"
        r"(?:expressed|shown|signalled|declared|voiced|asked|applied|offered|requested|wanted|approved|"
        r"licen[sc]ed|authori[sz]ed|banned|ordered|bought|recommend\w*)|(?:are|were) (?:interested|keen|"
        r"waiting|considering|endemic|affected))\b"
    )


@cache
def _launched() -> re.Pattern[str]:
    """What befalls trials as well as products."""
    return pattern(r"launched|approved|present")


@cache
def _in_trial() -> re.Pattern[str]:
    """What says between such words and the countries that they are a trial's after all."""
    return pattern(
        r"\b(?:enrol\w*|recruit\w*|randomi[sz]\w*|conducted|ran|tested|sites|cent(?:er|re)s|hospitals|clinics|"
        r"locations|trials?|stud(?:y|ies))\b"
    )


@cache
def _among_others() -> re.Pattern[str]:
    """What makes of a number of countries one to which the trial's belongs: "Guinea, one of the three countries"."""
    return pattern(r"\bone of (?:the |these )?$")


def counted_nations(said: Said) -> Iterator[Found]:
    """The numbers of countries that a sentence gives a trial."""
    for match in matches(NATIONS, said):
        number = said.count_at(match.start)
        if number is None or number.ranged or not 1 < number.value <= MOST_COUNTRIES:
            continue
        before = said.lower[max(0, number.start - 90) : number.start]
        marketed = _marketed().search(before)
        if (
            (marketed and not _in_trial().search(before if _launched().match(marketed.group()) else marketed.group()))
            or further().search(before)
            or _among_others().search(before)
            or _wanting_to().match(said.lower, match.quote[1])
            or not is_described(said, match)
        ):
            continue
        yield Found(
            "countries_count",
            int(number.value),
            *match.quote,
            qualifier=qualifier(said.text, number),
            pattern=match.pattern.name,
        )
