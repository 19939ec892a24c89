"""A length of time in the prose does not fit the dates between which it lies."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.claims.numbers import prose_numbers
from checker.dates import is_date, spoken
from checker.pattern import pattern
from checker.rule import Elsewhere, Finding
from checker.rules.statistic._changes import neighbours
from checker.rules.statistic._periods import dates, durations, elapsed, is_longer, is_shorter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.article import Article
    from checker.claims.sentences import Sentence
    from checker.facts import Trial
    from checker.rules.statistic._periods import Duration, When
    from checker.text import Span

severity = "error"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    for last, _, sentence, found in neighbours(article):
        lengths = list(durations(sentence.text, found))
        if not lengths:
            continue
        stretches = list(_stretches(sentence.text))
        for length in lengths:
            span = sentence.locate(length.start, length.end)
            said = sentence.text[length.start : length.end]
            finding = (
                _against_stretch(sentence, length, stretches, said, span)
                or _against_record(article, sentence, last, length, said, span)
                or _against_earlier(article, sentence, length, said, span)
            )
            if finding:
                yield finding


def _finding(
    span: Span, said: str, start: str, end: str, related: tuple[Elsewhere, ...], trial: str | None = None
) -> Finding:
    return Finding(
        span,
        f"The prose says {said}, but from {spoken(start)} to {spoken(end)} it is {_length(start, end)}.",
        help="Correct the length of time or one of the dates.",
        related=related,
        trial=trial,
    )


def _length(start: str, end: str) -> str:
    """About how long it is between two dates, for a reader."""
    months = round(sum(elapsed(start, end)) / 2)
    if months < 1:
        return "less than a month"
    if months < 24:
        return f"about {months} month{'s' * (months != 1)}"
    return f"about {months / 12:.1f} years".replace(".0 ", " ")


# --- "for two years, from May 2018 to March 2023" ---------------------------------------------------------------------


@cache
def _join() -> re.Pattern[str]:
    return pattern(r"\s?(?:to|until|through|and|[–—-])\s?")


def _stretches(text: str) -> Iterator[tuple[When, When]]:
    """The two dates of each "from May 2018 to March 2023" in a sentence."""
    found = dates(text)
    for index, end in enumerate(found[1:]):
        start = found[index]
        if start.date < end.date and _join().fullmatch(text, start.end, end.start):
            yield start, end


@cache
def _to_stretch() -> re.Pattern[str]:
    """What stands between a length of time and the stretch that it is the length of."""
    return pattern(
        r"(?:\s(?:[a-z-]{1,20}\s){0,2}(?P<trial>trial|study)(?P<verb>,?\s(?:that\s|which\s)?(?:ran|runs|running|lasting|"
        r"lasted|going|run)|,?\s(?P<done>conducted|carried\sout|done|held|performed|undertaken))?"
        r"(?:\sin\s(?:the\s)?[A-Z]\w{1,20})?)?"
        r"[\s,:(–—]{1,3}(?:from\s|between\s)?"
    )


@cache
def _person_time() -> re.Pattern[str]:
    """Words of time that each participant spends, which may be shorter than the trial."""
    return pattern(
        r"\b(?:follow\w*|treat\w*|monitor\w*|observ\w*|dos(?:e|ed|es|ing)|g(?:ave|iven)|receiv\w*|took|taken|tak\w+|"
        r"watch\w*|exten\w+|recruit\w*|enrol\w*|plan\w*|each|every|per)\b",
        re.IGNORECASE,
    )


@cache
def _ran() -> re.Pattern[str]:
    return pattern(r"\b(?:for|lasted|lasting|took|ran)\s(?:\w+\s){0,2}$")


def _against_stretch(
    sentence: Sentence, length: Duration, stretches: Sequence[tuple[When, When]], said: str, span: Span
) -> Finding | None:
    text = sentence.text
    for start, end in stretches:
        between = _to_stretch().fullmatch(text, length.end, start.start) if start.start >= length.end else None
        if between is None or (length.adjective and not between.group("trial")):
            continue
        if _counted_on().match(text, end.end):
            continue  # "at six months (from March to April 2012) after the operation"
        fewest, most = elapsed(start.date, end.date)
        whole = _is_of_the_whole(text, length, between)
        if is_longer(length, most) or (whole and is_shorter(length, fewest)):
            related = (Elsewhere(sentence.locate(start.start, end.end), "The dates stand here."),)
            return _finding(span, said, start.date, end.date, related)
    return None


@cache
def _counted_on() -> re.Pattern[str]:
    return pattern(r"\)? (?:after|following|from|post)\b")


def _is_of_the_whole(text: str, length: Duration, between: re.Match[str]) -> bool:
    """Whether the trial itself is said to take so long, and not each participant's part in it."""
    if _person_time().search(text[max(0, length.start - 60) : between.end()]) or between.group("done"):
        return False
    if length.adjective:
        return length.unit == "year"
    return _ran().search(text, max(0, length.start - 30), length.start) is not None


# --- "the two-year trial", and follow-up ------------------------------------------------------------------------------


@cache
def _the_trial() -> re.Pattern[str]:
    return pattern(
        r"\s(?:[a-z-]{1,16}\s)?(?:trial|study)\b(?!\s(?:drug|extension|period|treatment|follow|visit|point|data|results?))"
    )


@cache
def _this() -> re.Pattern[str]:
    return pattern(r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts)\s$")


@cache
def _intended() -> re.Pattern[str]:
    """Words by which a length was meant and not kept, or is of something else than the trial."""
    return pattern(
        r"\b(?:planned|plans?\s(?:to|for|was)|meant|due|intend\w*|was\sto|were\sto|is\sto|will|would|design\w*|suppos\w+|schedul\w+|exten\w+|"
        r"follow\w*|treatment|recruit\w*|halt\w*|stop\w*|cut\sshort|terminat\w*|early|earlier|abandon\w*|another|other|"
        r"previous|second|older|similar|expect\w*|should|must|may|might|could|goal|aim\w*|first|next)\b",
        re.IGNORECASE,
    )


@cache
def _followed() -> re.Pattern[str]:
    return pattern(
        r"\b(?:(?:was|were)\sfollowed(?:\sup)?\sfor|followed\s(?:them|patients|participants|people)\sfor|"
        r"(?<!at\s)follow-?\s?up\s(?:of|was|lasted)|follow-?\s?up\stime\s(?:of|was))\s(?:(?:a|about|up\sto|median|of)\s){0,3}$",
        re.IGNORECASE,
    )


@cache
def _years_on() -> re.Pattern[str]:
    return pattern(r"\son\b(?!\s(?:the|a|an|this|that|from|placebo|treatment|drug)\b)|(?:\sof)?\sfollow-?up\b")


@cache
def _not_of_the_trial() -> re.Pattern[str]:
    return pattern(
        r"\b(?:will|would|should|must|may|might|could|plan\w*|expect\w*|due|until|exten\w+|parent|retrospect\w*|registr\w+|"
        r"cohort|since|after|person-years|patient-years|another|other|previous|earlier|older|pooled|combined)\b",
        re.IGNORECASE,
    )


ENDED_EARLY = frozenset({"TERMINATED", "WITHDRAWN", "SUSPENDED", "UNKNOWN"})


def _against_record(
    article: Article, sentence: Sentence, last: Sentence | None, length: Duration, said: str, span: Span
) -> Finding | None:
    """Holds "the two-year trial" against the record's dates, and follow-up against the time since the trial began."""
    text = sentence.text
    if length.adjective and _the_trial().match(text, length.end):
        if not _this().search(text, max(0, length.start - 6), length.start) or _intended().search(text):
            return None
        trial = _named(article, sentence) or _pointed_at(article, sentence, last, length) or _only(article, text)
        end = trial and _end_of(trial)
        if not trial or not end or trial.overall_status in ENDED_EARLY:
            return None
    else:
        follows = _followed().search(text, max(0, length.start - 50), length.start)
        # "After seven years of follow-up" is no word of another event.
        rest = text[length.start :] if text[: length.start].casefold().endswith("after ") else text
        if not (follows or _years_on().match(text, length.end)) or _not_of_the_trial().search(rest):
            return None
        trial = _named(article, sentence) or (_only(article, text) if follows else None)
        end = _latest(article.facts.date, article.facts.lastmod)
        if not trial or not end or trial.study_type != "INTERVENTIONAL":
            return None
    start = trial.start_date.date if trial.start_date else None
    if not start or not is_date(start) or len(start) < 7 or len(end) < 7:
        return None
    if not is_longer(length, elapsed(start, end)[1]):
        return None
    place = article.value_at(*trial.at, "start_date")
    related = (Elsewhere(place, "The record's start date stands here."),)
    return _finding(span, said, start, end, related, trial.label)


def _end_of(trial: Trial) -> str | None:
    return _latest(*(date.date for date in (trial.primary_completion_date, trial.completion_date) if date))


def _latest(*found: str | None) -> str | None:
    """The latest of the dates that are dates; None where one is not, since it might be the latest."""
    known = [date for date in found if date]
    return max(known) if known and all(is_date(date) for date in known) else None


def _named(article: Article, sentence: Sentence) -> Trial | None:
    """The only trial of the records that a sentence names."""
    named = [trial for trial in article.trials if _names(trial, sentence.text)]
    return named[0] if len(named) == 1 else None


def _names(trial: Trial, text: str) -> bool:
    names = (trial.id, trial.acronym)
    return any(re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text) for name in names if name and name in text)


def _only(article: Article, text: str) -> Trial | None:
    return article.trials[0] if len(article.trials) == 1 and not _other_trial().search(text) else None


@cache
def _other_trial() -> re.Pattern[str]:
    return pattern(
        r"\bNCT\d{8}\b|\b(?:another|other|previous|earlier|older|second|trials|studies|reviews?|surveys?)\b|"
        r"\b[Aa]n?\s(?:[\w-]+\s){0,3}(?:trial|study|analysis)\b"
    )


def _pointed_at(article: Article, sentence: Sentence, last: Sentence | None, length: Duration) -> Trial | None:
    """The trial that "that two-year study" means: the one that the sentence before it names."""
    word = sentence.text[: length.start].split()[-1:]
    return _named(article, last) if last and word and word[0].lower() in ("this", "that", "the") else None


# --- "opened in October 2021 ... four years later, on April 1, 2023" --------------------------------------------------


@cache
def _later() -> re.Pattern[str]:
    return pattern(r"\slater,\s(?:on|in)\s$")


@cache
def _began() -> re.Pattern[str]:
    return pattern(r"\b(?:opened|began|begun|started|launched)\b[^.;]{0,30}$")


def _against_earlier(article: Article, sentence: Sentence, length: Duration, said: str, span: Span) -> Finding | None:
    """Holds "four years later, on April 1, 2023" against the start that the same paragraph gave.

    Only where no other date of the article lies so long before: it might be counted from there.
    """
    text, prose = sentence.text, sentence.block.prose
    if "later," not in text:
        return None
    then = next((when for when in dates(text) if _later().fullmatch(text, length.end, when.start)), None)
    if then is None:
        return None
    earlier = dates(prose[max(0, sentence.start - 400) : sentence.start + length.start])
    floor = max(0, sentence.start - 400)
    if not earlier or not _began().search(prose, max(0, floor + earlier[-1].start - 60), floor + earlier[-1].start):
        return None
    if not all(_is_off(length, date, then.date) for date in article.once(_anchors)):
        return None
    start = earlier[-1]
    related = (Elsewhere(sentence.block.locate(floor + start.start, floor + start.end), "The first date stands here."),)
    return _finding(span, said, start.date, then.date, related) if start.date < then.date else None


def _is_off(length: Duration, start: str, end: str) -> bool:
    fewest, most = elapsed(start, end)
    return most <= 0 or is_longer(length, most) or is_shorter(length, fewest)


def _anchors(article: Article) -> tuple[str, ...]:
    """Every date that the article gives, in prose or in a record."""
    told = [when.date for sentence, _ in article.once(prose_numbers) for when in dates(sentence.text)]
    for trial in article.trials:
        known = (trial.start_date, trial.primary_completion_date, trial.completion_date)
        told += [date.date for date in known if date and date.date and is_date(date.date)]
    return tuple(dict.fromkeys(told))
