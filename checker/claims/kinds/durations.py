"""How long a trial treats those who take part, and how long it follows them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.claims.claim import Found
from checker.claims.grammar import Pattern, matches
from checker.claims.kinds._spots import quoted
from checker.claims.numbers import LONGEST_SENTENCE
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.said import Said

KINDS = ("duration",)

PATTERNS = (
    Pattern(
        "after",
        r"\b(?:after|over|for|during|lasts?|lasted|last|completed the|completed|through|until|to|follow-up:?|"
        r"(?:of|about|another) (?:treatment|follow-up) (?:of|for)|first|up to|"
        r"follow-up (?:was|is|of|period of)|followed (?:up )?for|watch(?:es|ed) for) "
        r"(?:(?:up to|about|nearly|almost|a median of|at least|a full|the full|an? additional|roughly|"
        r"approximately|a further|more than|around|the next|the first|the whole|the|another|just|only|some) )?"
        r"(?P<quote>(?P<value>{count}|an?|one)[ -](?P<unit>day|week|month|year)s?)\b",
        ("day", "week", "month", "year"),
        (
            "After «12 weeks» the score had dropped.",
            "They used it for «six weeks».",
            "Follow-up lasted «a year» and was complete.",
        ),
        ("He has had it for eleven weeks and more, he says.", "Three times a week they met."),
    ),
    Pattern(
        "time of treatment",
        r"(?P<quote>(?P<value>{count}|an?|one)[ -](?P<unit>day|week|month|year)s?) "
        r"(?:of (?:[a-z-]+ ){0,2}(?:treatment|therapy|follow-up|observation|training|exercise|dosing|high dose|"
        r"low dose|"
        r"placebo|use|supplementation)|after (?:surgery|treatment|randomi[sz]ation|the operation|baseline|"
        r"enrolment)|later|on\b)",
        ("day", "week", "month", "year"),
        ("It gave «8 weeks» of high dose or placebo.", "Disability was scored «one year» after surgery."),
        ("They met three times a week later on.", "It has 8 weeks of holidays."),
    ),
    Pattern(
        "so long a treatment",
        r"(?P<quote>(?P<value>{count}|one)[ -](?P<unit>day|week|month|year)),?[ -](?:long )?(?:[a-z-]+,? ){0,3}"
        r"(?:treatment|trial|study|program|programme|course|follow-up|period|regimen|intervention|extension|phase|"
        r"therapy|data|results|washout|run-in|lead-in)\b|"
        r"(?P<quote2>(?P<value2>{count}|one)[ -](?P<unit2>day|week|month|year)s[’']?) "
        r"(?:treatment|therapy|follow-up)\b",
        ("day", "week", "month", "year"),
        (
            "In this «12-week», double-blind trial they took it daily.",
            "The «26-week» treatment period is over.",
            "All had «12 weeks’» treatment at home.",
        ),
        ("A 40-year-old study nurse.", "A 12-week pregnancy was noted."),
    ),
    Pattern(
        "it was so long",
        r"\b(?:(?:period|duration|length|phase|course|follow-up|treatment|therapy|trial|study)(?: of [a-z -]{1,30})? "
        r"(?:was|is|will be|were)|treatment (?:time|period|duration) of) (?:up to |about |around |approximately |"
        r"roughly )?"
        r"(?P<quote>(?P<value>{count}|an?|one)[ -](?P<unit>day|week|month|year)s?)"
        r"(?: long)?(?:[.,;:)]|$| and | in | for )",
        ("period", "duration", "length", "phase", "course", "follow-up", "treatment", "therapy", "trial", "study"),
        ("The follow-up period was «2 years».", "The total study duration is «32 weeks»."),
        ("The treatment was two days late.", "The course is 12 weeks old."),
    ),
    Pattern(
        "the same in weeks",
        r"\((?P<quote>(?P<value>{count}) (?P<unit>day|week|month)s)\)",
        ("weeks)", "days)", "months)"),
        ("Follow-up took a full year («52 weeks»), as planned.",),
        ("He was young (52 weeks old).",),
    ),
    Pattern(
        "time with a colon",
        r"\b(?:follow-up|duration|treatment|length)(?: of [a-z ]{1,20})?: (?:up to |about )?"
        r"(?P<quote>(?P<value>{count}|one|an?)[ -](?P<unit>day|week|month|year)s?)",
        ("follow-up", "duration", "treatment", "length"),
        ("Follow-up of each woman: «12 weeks»; four days on the ward.",),
        ("Treatment: 12 tablets a week.",),
    ),
)


@cache
def _history() -> re.Pattern[str]:
    """What says that a time is not the trial's own: a patient's history, a development, an announcement."""
    return pattern(
        r"\b(?:history of|had had|has had|ago|previous|prior|past|the last|earlier|old|ages?|aged|ill|"
        r"worked|works|awarded|granted|pregnan|develop|since|first [^.;]{1,60} in|holds?|pauses?|"
        r"live|lived|survive|alive|delay|wait|within the|in the previous|licen[sc]e|patent|quit|pain for|"
        r"remission|advised|recommended|"
        r"mouse|mice|rats?|sensor|battery)\b[^.;]{0,30}$"
    )


OF_AGES = pattern(r"\d to $")
"""What stands before the upper one of two ages: "children of 4 to 14 years"."""

LONGEST = 30
"""Years from which on a time is none that a trial treats or follows people for."""


def find(said: Said) -> Iterator[Found]:
    """The times that a sentence states of a trial's treatment and follow-up."""
    if len(said.text) > LONGEST_SENTENCE or not (said.numbers or " a year" in said.lower):
        return
    taken: list[tuple[int, int]] = []
    for match in matches(PATTERNS, said):
        start, end = quoted(match)
        if any(first < end and start < last for first, last in taken):
            continue
        first, last = match.groups.get("value") or match.groups["value2"]
        number = said.count_at(first)
        value = (
            int(number.value)
            if number and number.end == last
            else 1
            if said.lower[first:last] in ("a", "an", "one")
            else 0
        )
        unit = said.lower[slice(*match.groups.get("unit") or match.groups["unit2"])]
        if not 0 < value <= (LONGEST if unit == "year" else 1000) or _history().search(
            said.lower, max(0, start - 50), start
        ):
            continue
        behind = said.lower[end : end + 20]
        if unit == "year" and OF_AGES.search(said.lower, max(0, start - 12), start):
            continue
        if re.match(r"[ -](?:old|olds|ago|earlier|of age|before|apart|history|prior)\b|-old", behind):
            continue
        if said.lower[first:last] in ("a", "an") and re.search(
            r"\b(?:times|once|twice|\w+ly)\b", said.lower[max(0, start - 12) : start]
        ):
            continue
        taken.append((start, end))
        yield Found("duration", f"{value} {unit}" + ("s" if value != 1 else ""), start, end, pattern=match.pattern.name)
