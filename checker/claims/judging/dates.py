"""Dates, at the precision that an article and a record have in common."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.claims.countries import countries
from checker.claims.judging.held import MOST, UNSUPPORTED, Case, Held
from checker.claims.judging.statuses import SINCE
from checker.claims.when import dates
from checker.dates import days_between, first_day, is_date, last_day
from checker.pattern import pattern

if TYPE_CHECKING:
    from checker.article import Article
    from checker.claims.claim import Found
    from checker.facts import Trial, TrialDate

PARTS = {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12)}
"""Months of the parts of a year, first and last."""

NEIGHBOURS = {"completion_date": "primary_completion_date", "primary_completion_date": "completion_date"}
"""A trial ends twice, and an article that says "ended" may mean either."""


def trial_date(case: Case) -> Held:
    """A start or an end of the trial."""
    kind = case.found.kind
    said = window(str(case.found.value))
    if said is None:
        return UNSUPPORTED
    own = getattr(case.trial, kind)
    if own and _agrees(said, own):
        return Held("supported", case.at(kind, "date"), own.date)
    neighbour = getattr(case.trial, NEIGHBOURS.get(kind, ""), None)
    if neighbour and _agrees(said, neighbour):
        return Held("supported", case.at(NEIGHBOURS[kind], "date"), neighbour.date)
    if not own or not own.date or not is_date(own.date):
        return UNSUPPORTED
    if _has_the_years_day(case, own.date):
        return UNSUPPORTED
    if any(len(when.value) > 4 and _agrees_too(when.value, own.date) for when in dates(case.around)):
        return UNSUPPORTED  # The sentence tells the record's date too, and this one of something else.
    if OF_A_PART.search(case.text) or (kind == "completion_date" and INTERIM.search(case.text)):
        return UNSUPPORTED
    over = case.trial.overall_status == "COMPLETED" or SINCE.search(case.text, case.found.end)
    stopped = kind == "completion_date" and over and STOPPED.search(case.text)
    if stopped and said[1] < first_day(own.date):
        return UNSUPPORTED  # Those who took part were seen to the end of a trial that was halted.
    if kind == "primary_completion_date" and _is_told_later(case, said, own.date):
        return UNSUPPORTED
    if _is_of_another_year(str(case.found.value), own.date) and case.found.type != "ESTIMATED":
        return Held("contradicted", case.at(kind, "date"), own.date)
    if _is_old_plan(case, own) or _was_put_off(case, said, own) or _is_of_a_place(case, said, own.date):
        return UNSUPPORTED
    began = case.found.qualifier == "at_most" and first_day(own.date) <= said[1]
    if began and case.article.once(_tells_of_parts):
        return UNSUPPORTED
    if _may_stand_for(case.found.qualifier, said, own.date):
        return UNSUPPORTED
    return Held("contradicted", case.at(kind, "date"), own.date)


def is_no_end(found: Found, trial: Trial) -> bool:
    """Whether a date until which people came in is no end of their trial, which the record gives for later."""
    if found.kind != "completion_date" or found.qualifier != "at_least":
        return False
    said, own = window(str(found.value)), trial.completion_date
    recorded = window(own.date) if own and own.date else None
    return said is not None and recorded is not None and said[1] <= recorded[1]


def _is_of_another_year(said: str, fact: str) -> bool:
    """Whether two dates are one day of different years, which is a slip and no coincidence."""
    return len(said) == len(fact) == 10 and said[4:] == fact[4:] and said != fact


YEAR = pattern(r"(?:19|20)\d\d|\byear\b", re.IGNORECASE)


def _has_the_years_day(case: Case, fact: str) -> bool:
    """Whether a date without a year is the record's in another year, which the sentences before may have told."""
    said = str(case.found.value)[4:]
    return len(said) > 2 and said[1].isdigit() and not YEAR.search(case.quote) and fact[4:].startswith(said)


ROUGHLY = 183
"""Days by which a date that is given as a rough one may be off."""


SET_UP = 400
"""Days within which a trial that has begun has its first participants."""


def _may_stand_for(qualifier: str, said: tuple[str, str], fact: str) -> bool:
    """Whether a date that is stated with a bound or as a rough one allows for a fact that does not agree with it."""
    first, last = first_day(fact), last_day(fact)
    if qualifier == "exact":
        return False
    if qualifier in ("at_least", "more_than"):
        return last >= said[0]
    if qualifier == "at_most":
        return first <= said[1] and days_between(last, said[0]) <= SET_UP
    return min(abs(days_between(last, said[0])), abs(days_between(said[1], first))) <= ROUGHLY


OF_A_PART = pattern(
    r"\b(?:this|that|one|each|first|second|third|last|final|next|other|randomi[sz]ed|blinded|main) "
    r"(?:part|arm|comparison|stage|cohort|group|portion|sub-?study)\b|"
    r"\b(?:part|cohort|stage|arm|group) (?:[A-H]|\d|I{1,3})\b",
    re.IGNORECASE,
)
"""Words of a sentence on one part of a trial, which begins and ends in its own time."""

PARTS_TOLD = pattern(
    r"\b(?:part|cohort|stage) (?:[A-H]|\d|I{1,3}|one|two|three)\b|\b(?:first|second|third) (?:part|stage|cohort)\b|"
    r"\bcohorts\b|\bsub-?stud|\bplatform\b|\bmulti-?arm\b",
    re.IGNORECASE,
)


def _tells_of_parts(article: Article) -> bool:
    """Whether an article is on a trial whose parts may take people in years after its start."""
    return any(PARTS_TOLD.search(block.prose) for block in article.prose)


STOPPED = pattern(r"\b(?:halt|stop|discontinu|paus|suspend)(?:p?ed|ing)?\b", re.IGNORECASE)
INTERIM = pattern(r"\binterim\b", re.IGNORECASE)
TOLD = pattern(r"\btop-?line\b|\bread-?outs?\b|\breport\w*|\bannounc\w*|\bpublish\w*|\bpresent\w*", re.IGNORECASE)
"""Words of a sentence that tells when results are told, which is some months after the last visit that they need."""
ANSWER = pattern(r"\b(?:results?|findings|analys[ei]s|data(?! collection))\b[^.;,]{0,60}\Z", re.IGNORECASE)
"""Words right before a date on which something is to be known."""
TELLING = 460
"""Days within which the results of a trial are told."""


def _is_told_later(case: Case, said: tuple[str, str], fact: str) -> bool:
    """Whether a date is that of an interim look, or of results that are told when the record's date has passed."""
    if INTERIM.search(case.text):
        return True
    told = TOLD.search(case.text) or ANSWER.search(case.text, 0, case.found.start)
    return bool(told) and 0 <= days_between(first_day(fact), said[1]) <= TELLING


def _agrees_too(value: str, fact: str) -> bool:
    said, recorded = window(value), window(fact)
    return said is not None and recorded is not None and recorded[0] <= said[1] and said[0] <= recorded[1]


def _is_old_plan(case: Case, own: TrialDate) -> bool:
    """Whether an article tells what was once expected of a date that has since come, or has been put off."""
    return case.found.type == "ESTIMATED" and (own.type != "ESTIMATED" or FORMERLY.search(case.text) is not None)


def _is_of_a_place(case: Case, said: tuple[str, str], fact: str) -> bool:
    """Whether a later start is that of some of the places that a trial goes on in: "it opened in Canada in May"."""
    all_of_them = case.trial.countries or ()
    if case.found.kind != "start_date" or said[0] <= last_day(fact):
        return False
    beside = case.text[max(0, case.found.start - BESIDE) : case.found.end + BESIDE]
    if (case.trial.sites or 0) > 1 and AT_A_SITE.search(beside):
        return True
    if len(all_of_them) != 1 and OF_A_NATION.search(beside):
        return True
    if len(all_of_them) < 2:
        return False
    if WHERE.search(beside) and countries(case.text):
        return True  # "The trial expanded into Canada, and began enrolling there in May"
    named = list(countries(beside))
    there = any(IN.search(beside, 0, each.start) for each in named)
    return case.found.type == "ACTUAL" and there and {each.name for each in named} < {*all_of_them}


IN = pattern(r"\b[Ii]n (?:the )?\Z")
WHERE = pattern(r" there |, where (?:it|the|recruitment|enrol+ment|recruiting|enrol+ing|dosing|patients|people)\b")
OF_A_NATION = pattern(
    r"\bfirst (?:[A-Z][a-z]+|U\.?[SK]\.?) (?:patients?|participants?|volunteers?|subjects?|person|people)\b"
)
AT_A_SITE = pattern(
    r"(?<!team )(?<!researchers )(?<!doctors )(?<!scientists )(?<!group )\b[Aa]t (?:the|its|our|one|this) "
    r"(?:[A-Z][\w’'-]+ |[a-z]+ ){0,3}(?:site|[Hh]ospital|[Cc]ent(?:re|er)|[Cc]linic)\b"
)
"""Words of where people first came in, that tell of one of several countries, nations or sites."""

BESIDE = 60
"""Code points around a date in which a country stands that the date is for."""


FORMERLY = pattern(
    r"\b(?:original(?:ly)?|initial(?:ly)?|at first|previous(?:ly)?|once|earlier|formerly) (?:[a-z]+ )?"
    r"(?:planned|plans?|due|expected|scheduled|schedule|set|meant|to\b|guid|estimate|anticipated|target)|"
    r"\bhad (?:been )?(?:expected|planned|hoped|anticipated|guided|scheduled|due|forecast)|"
    r"\b(?:said|announced|reported|predicted)\b[^.;]{0,60}\b(?:expected|planned|hoped|anticipated)\b|"
    r"\bin (?:[a-z]+ )?(?:19|20)\d\d,? [^.;]{0,60}\b(?:said|announced|predicted|promised)\b[^.;]{0,60}\bwould\b",
    re.IGNORECASE,
)
"""Words of a sentence on a plan that has been given up since."""

DELAYED = pattern(
    r"\b(?:extension|extended|delay\w*|postpon\w*|pushed back|put off|slipped|rescheduled|revised|"
    r"later than (?:planned|expected)|(?:now|we now) (?:aim|expect|plan|hope)\w*)\b",
    re.IGNORECASE,
)
"""Words of an article that tells how a plan gave way to a later one."""


def _was_put_off(case: Case, said: tuple[str, str], own: TrialDate) -> bool:
    """Whether a date is one that was expected until a later one, which the article tells too, took its place."""
    if case.found.type != "ESTIMATED" or not own.date or said[1] >= first_day(own.date):
        return False
    texts = [block.prose for block in case.article.prose]
    return any(DELAYED.search(text) for text in texts) and any(
        len(when.value) > 4 and _agrees_too(when.value, own.date) for text in texts for when in dates(text)
    )


def results_date(case: Case) -> Held:
    """A record has no date of results; a reference of that kind has a year."""
    year = str(case.found.value)[:4]
    for index, reference in enumerate(case.article.facts.references[:MOST]):
        own = reference.trial is not None and reference.trial in (case.trial.id, case.trial.key)
        if own and reference.kind == "results" and str(reference.year) == year:
            return Held("supported", ("references", index, "year"), year)
    return UNSUPPORTED


def window(value: str) -> tuple[str, str] | None:
    """The first and last day that a date stands for: `2018-Q1` is January 1 to March 31, 2018. None for no date."""
    if is_date(value):
        return first_day(value), last_day(value)
    part = re.fullmatch(r"(\d{4})-([QH][1-4])", value)
    if not part or part[2] not in PARTS or part[1] == "0000":
        return None
    first, last = PARTS[part[2]]
    return f"{part[1]}-{first:02}-01", last_day(f"{part[1]}-{last:02}")


def _agrees(said: tuple[str, str], fact: TrialDate) -> bool:
    recorded = window(fact.date) if fact.date else None
    return recorded is not None and recorded[0] <= said[1] and said[0] <= recorded[1]
