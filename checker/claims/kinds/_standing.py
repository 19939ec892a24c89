"""Whether a count can be one of people: not an age, a part of a name, or some of the sites that were just counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.kinds._totals import totals
from checker.claims.kinds._views import counted
from checker.claims.kinds._whose import goes_on_to_a_trial
from checker.claims.repeated import once_a_text
from checker.claims.sentences import prose_sentences
from checker.claims.vocabulary import ANY_PEOPLE
from checker.pattern import pattern

if TYPE_CHECKING:
    from checker.article import Article
    from checker.claims.kinds._views import View
    from checker.claims.said import Said

MOST = 1_000_000
"""More people than any trial has."""

SMALL = 12
"""Up to here a spelled number often stands for things named before it: "three of them"."""

SENTENCES_BACK = 12

MOST_CODED = 10
"""Kinds of a disease are numbered with less than this."""

MOST_LISTED = 10
"""Things that a sentence lists are fewer."""

COMPARED = frozenset("<>≤≥")
SITES = (
    "clusters|schools|villages|practices|wards|hospitals|clinics|cent(?:er|re)s|sites|homes|classes|teams|units|districts|"
    "communities|households|countries|states|cities"
)

AT_A_TIME = pattern(r" (?:in|at a time|after another|or two|per)\b")
SPELLED_AGE = pattern(r"\b(?:he|she|who|[A-Z][a-z]+) (?:is|was|turned) $")
NAMED = pattern(
    r"\b(?!(?:Results?|Methods|Findings|Participants|Patients|Overall|Total|However|Also|Here|Then|Only|Among|Of|In|"
    r"With|After|At|And|But|Yet|Still|Thus|To|So|By|The|From|Another|Some|[A-Z][a-z]+ly)\b)[A-Z][a-z]+,? $|"
    r"\b(?!U[SK]|EU|I[IV]|VI)[A-Z]{2,}(?:-[A-Z]{1,9})? $|\bbetween (?:[\w-]+ and )?$|\b(?:he|she|who) (?:is|was|"
    r"turned) $"
)
"""Before a number: "Discovery 6603 (", "SKYLINE 102 and", "Ada Whitcombe, 91,", "between 30 and 70", "he was 54"."""
PART_OF = pattern(r" (?:out )?of \d+ (?:\(|patients|people|participants|women|men|children|adults|subjects)")
MEASURE = pattern(
    r"\b(?:scores?|scale|levels?|index|bmi|age|ratio|grade|cut-?off|threshold)(?: (?:of|was|were|is|are))?"
    r"(?: (?:(?:more|less|greater|higher|lower|fewer) than|above|below|over|under|at least|at most|up to))? $|"
    rf"\b(?:{ANY_PEOPLE}|those|anyone|everyone) (?:aged )?(?:under|over|below|above|older than|younger than) $"
)
"""What a bare number behind it is a value of: "a score more than 8", "children under 12"."""
CODED = pattern(
    r"\b(?:genotypes?|serotypes?|subtypes?|types?|stages?|grades?|class(?:es)?|categor(?:y|ies))"
    r" (?:[1-9][a-d]?(?:, and |, or | and |, | or | to )){0,8}$"
)
"""What a number behind it is a name of, also in a row: "genotype 1, 2, 4, or 6"."""
SIZED = pattern(r" ?[(\[] ?[nN] ?[=:] ?([\d,]+)")
"""What follows a number that is no count, since the count follows it."""
BETWEEN = pattern(
    r"\bbetween (?:the ages? of |ages )?(?:[\d,.]{1,9}|[a-z-]{3,12}) and $|"
    r"\bfrom (?:the ages? of |ages )[\d,.]{1,9} (?:and|to) $|\baged (?:from )?(?:[\d,.]{1,9}|[a-z-]{3,12}) to $"
)
SHARED = pattern(r" [(\[][\d.·]{1,5} ?(?:%|per)")
OF_A_NAME = pattern(r",| \(|\)|\.| and |$")
UNIT_AHEAD = pattern(
    r"(?:, \d[\d.]*)*,? (?:(?:and|or) \d[\d.]*|to (?P<to>\d+(?:\.\d+)?)) ?"
    r"(?:×|x 10|mg|mcg|µg|micrograms|g|ml|mm|cm|iu|°|years?|weeks?|months?|"
    r"days?|"
    r"hours?|minutes?)\b"
)
"""What makes of a number an amount like the next: "1, 3, and 6 × 10⁶ cells"."""
CODE = pattern(r"[A-Z]- ?$")
"""The letters of a drug's code, before its number: "IMO- 8400 treated patients"."""
OF_PRONOUN = pattern(r",? of (?:them|whom|these|those)\b")
IN_GROUPS = frozenset(("in a group", "on an arm", "to an arm", "of an arm", "after a colon", "series"))
MEASURES = pattern(
    r"\b(?:average|mean|median|scores?|levels?|rates?|scale|index|times|days|hours|minutes|points|"
    r"percentage|sizes?|blocks?)\b[^.;:QPNB%]*$"
)
"""What makes of a bare number in a group a value, not people."""
HAPPENED = pattern(r"\b(?:deaths|events|episodes|infections|fractures|strokes|relapses)\b[^QPN]*$")
"""What is counted in groups beside people: "17 deaths: 8 in the first group"."""
ASIDE = pattern(r"[a-z-]+ \($")
PRONOUN_ONLY = pattern(r",? of them\)")
PART_ONLY = pattern(r" (?:out )?of [a-z0-9-]{1,12}\)")
"""Parts in brackets behind what they count: "each visit (29 of them)", "fidelity (21 out of 24)"."""
OF_PEOPLE = pattern(rf"\b(?:{ANY_PEOPLE})\b")

OF_ANYBODY = pattern(rf"\b(?:{ANY_PEOPLE}|randomi[sz]\w+|randomly|assigned|allocated|groups?|arms?)\b")
"""What an "n = 10" behind a number of sites may belong to, if it counts people: "at 20 sites in Spain (n = 10)"."""
OF_PLACES = pattern(
    rf"(?: of (?:these|those|the|all) (?:[a-z-]+ )?(?:{SITES})\b|"
    rf",? [(\[](?:n ?= ?)?[\d,]+ (?:[a-z-]+ )?(?:{ANY_PEOPLE})\b)"
)
"""What follows a number of places, with those in them: "48 of these clusters", "and 30 (2225 pupils)"."""

PLAIN = frozenset(
    (
        *("joined", "screened", "completed", "analyzed", "randomized", "treated", "dosed", "befell", "bare"),
        *("one of them to an arm", "half of them", "other half"),
    )
)
"""Patterns whose words tell of people, so that even a small number by itself counts them."""


def _ends_a_name(said: Said, end: int) -> bool:
    """Whether a number is the last word of a trial's name: "ATLAS-PAIN 71 randomized patients"."""
    return any(
        trial.acronym and said.text.endswith(trial.acronym, 0, end) for trial in said.article.trials[:MOST_NAMES]
    )


MOST_NAMES = 50
"""Trials of an article whose names are looked at."""


def is_odd(said: Said, view: View) -> bool:
    """Whether a count cannot be a trial's: too large, an age, an end of a range, a part of a name."""
    number = view.number
    if number.scale > 1000 or number.value > MOST or number.ranged or _is_of_one_country(said, view):
        return True
    if _is_imagined(said):
        return True
    if BETWEEN.search(said.lower, max(0, number.start - 40), number.start):
        return True
    ahead = UNIT_AHEAD.match(said.lower, number.end) if not view.noun and number.kind != "sample" else None
    if ahead and not (ahead["to"] and float(ahead["to"]) < number.value):  # "104 to placebo, 103 to 45 mg"
        return True
    if not view.noun and number.kind != "sample" and OF_PLACES.match(said.lower, number.end):
        return True
    if view.noun and CODE.search(said.text, max(0, number.start - 5), number.start):
        return True
    if said.text[max(0, number.start - 2) : number.start].strip().isupper() and _ends_a_name(said, number.end):
        return True
    if view.noun:
        return number.value == 1 and AT_A_TIME.match(said.lower, view.end) is not None
    if number.kind != "sample" and said.text[: number.start].rstrip()[-1:] in COMPARED:
        return True  # "patients with a score > 5"
    if number.value < MOST_LISTED and said.text.startswith(") ", number.end) and _is_of_a_list(said.text, view):
        return True
    if number.kind != "sample" and MEASURE.search(said.lower, max(0, number.start - 60), number.start):
        return True
    sized = SIZED.match(said.text, number.end) if number.kind != "sample" else None
    if sized and sized[1] != str(number.value):
        return True  # "cohorts that got 20 (N = 7) or 40 (N = 24) million cells"
    if number.value < MOST_CODED and CODED.search(said.lower, max(0, number.start - 60), number.start):
        return True
    if (
        number.value == 1
        and number.kind != "sample"
        and not PART_OF.match(said.lower, number.end)
        and not said.lower.startswith(" of them", number.end)
    ):
        return True
    if number.value <= 5 and said.lower.endswith(("all ", "both "), 0, number.start):
        return True
    before, behind = said.text[max(0, number.start - 40) : number.start], said.text[number.end : number.end + 12]
    if number.spelled:
        return SPELLED_AGE.search(before) is not None
    if SHARED.match(behind):
        return False
    named = NAMED.search(before) is not None and OF_A_NAME.match(behind) is not None
    return named and not goes_on_to_a_trial(said, number)


FREQUENCY = pattern(
    r"(?:^|[.;:,] )(?:out )?(?:of|among|for|if|in)(?: every| each)? (?P<whole>10|20|50|100|200|500|1,?000|10,?000) "
    rf"(?:[a-z-]+ ){{0,3}}?(?:{ANY_PEOPLE})\b[^.;:]{{0,120}}\b(?:would|might)\b"
)
"""A share told as a frequency: "Of 100 people with two attacks, 37 would have a third"."""


@once_a_text
def _imagined(lower: str) -> int:
    """Of how many people a sentence tells a frequency, or 0; it is asked for each of its counts."""
    told = FREQUENCY.search(lower) if "would" in lower or "might" in lower else None
    return int(told["whole"].replace(",", "")) if told else 0


def _is_imagined(said: Said) -> bool:
    """Whether a sentence counts people who stand for all of their kind, and is on no trial of so many."""
    whole = _imagined(said.lower)
    return whole > 0 and whole not in totals(said)


def _is_of_a_list(text: str, view: View) -> bool:
    """Whether a number in brackets is that of one of several things listed: "(1) how long and (2) how well"."""
    value = int(view.number.value)
    return text[view.number.start - 1 : view.number.start] == "(" and f"({2 if value == 1 else value - 1}) " in text


def _has_several_countries(article: Article) -> bool:
    return any(len(trial.countries or ()) > 1 for trial in article.trials)


def _is_of_one_country(said: Said, view: View) -> bool:
    """Whether the words right before a count say that a country has them, or place it there, while a trial runs in
    several."""
    if not said.countries:
        return False
    start = view.number.start
    if any(HAS.fullmatch(said.lower, each.end, start) for each in said.countries if 0 < start - each.end <= 40):
        return True
    if not said.article.once(_has_several_countries):
        return False
    return any(
        PLACED.fullmatch(said.lower, country.end, view.number.start)
        for country in said.countries
        if country.end <= view.number.start <= country.end + 20
    )


HAS = pattern(
    r"(?: alone| today| now)? (?:(?:still |now |already )?(?:has|have|had|counts)|is home to)"
    r"(?: some| about| around| nearly| over| more than| an estimated| roughly| almost| at least| up to)? "
)
"""What makes a count one of a country's people: "the UK has 900,000 people with hearing loss"."""
PLACED = pattern(r",? (?:where|with)?(?: some| about| around| nearly| only)? ?")


def are_people(said: Said, view: View, name: str) -> bool:
    """Whether the count that a pattern of this name fits stands for people: one without a noun may be of sites."""
    number = view.number
    if number.kind == "sample" and view.before and view.before.mark == "S" and number.value < view.before.value:
        sites = next((each for each in said.numbers if each.value == view.before.value), number)
        return OF_ANYBODY.search(said.lower, sites.end, number.start) is not None
    if view.noun or number.kind == "sample":
        return True
    if view.before:
        return view.before.mark == "P" or number.value > max(view.before.value, SMALL)
    if name in IN_GROUPS and (MEASURES.search(view.text, 0, view.place) or HAPPENED.search(view.text, 0, view.place)):
        return False  # "an average score of 23, compared to 11 in the control group"
    if name == "some of them":
        aside = ASIDE.search(said.lower, max(0, number.start - 40), number.start)
        if aside and not (OF_PEOPLE.search(aside[0]) if PRONOUN_ONLY.match(said.lower, number.end) else True):
            return False
        if aside and PART_ONLY.match(said.lower, number.end) and not OF_PEOPLE.search(said.lower):
            return False
        if not OF_PRONOUN.match(said.lower, number.end):
            return not _is_of_places(said, view)
    if (
        name in PLAIN
        or not number.spelled
        or number.value > SMALL
        or OF_PEOPLE.search(said.lower[said.lower.rfind("; ", 0, number.start) + 1 :])
    ):
        return True
    every = said.article.once(prose_sentences)
    if not (0 < said.index < len(every) and every[said.index - 1].block is said.sentence.block):
        return False
    earlier = said.article.once(counted)[said.index - 1]
    return earlier[-1].mark == "P" if earlier else OF_PEOPLE.search(every[said.index - 1].text.lower()) is not None


def _is_of_places(said: Said, view: View) -> bool:
    """Whether the whole of which a number is a part was said to be one of trials, sites or the like."""
    whole = next((number.value for number in said.numbers if number.start > view.number.start), None)
    if whole is None:
        return False
    earlier = said.article.once(counted)[max(0, said.index - SENTENCES_BACK) : said.index]
    return any(count.mark == "S" and count.value == whole for counts in earlier for count in counts)
