"""What a headline says of the trials themselves: how many, their phase, masking, ages and years."""

import re
from collections.abc import Iterator
from functools import cache

from checker.article import Article
from checker.claims.numbers import prose_numbers
from checker.claims.phases import phases
from checker.claims.vocabulary import ANY_PEOPLE
from checker.pattern import pattern
from checker.rule import Elsewhere
from checker.rules.statistic._headline import Clash, Headline, clash, counts_of, in_body


@cache
def _trials() -> re.Pattern[str]:
    # "29 patients in two studies" are two studies.
    word = r"(?!(?:in|from|of|across|and|or|on|at|by|who|to|for|with|enter|join)\b)[A-Za-z][a-z-]{1,20} "
    return pattern(rf"[ \u00a0](?:{word}){{0,3}}(?:trials|studies|records)\b")


@cache
def _of_others() -> re.Pattern[str]:
    return pattern(rf"[ \u00a0-](?:[a-z]+ )?(?:years?|months?|weeks?|days?|hours?|minutes?|times|{ANY_PEOPLE})\b")


def _of_things(article: Article) -> frozenset[float]:
    """The numbers of the body that may count trials: not those of people and of lengths of time."""
    return frozenset(
        number.value
        for sentence, found in article.once(prose_numbers)
        for number in found
        if number.plain and not _of_others().match(sentence.text, number.end)
    )


def of_trials(headline: Headline) -> Iterator[Clash]:
    """More trials than the article tells of or has records of."""
    article = headline.article
    found = list(counts_of(headline.text, _trials(), headline.numbers))
    if not found:
        return
    body = in_body(article, _trials())
    known = len(article.trials) + len(article.facts.mentions)
    parts = {sum(block.kind == kind for block in article.prose) for kind in ("heading", "item")}
    for number in found:
        value = int(number.value)
        if value <= max(known, 2) or value in parts or value in article.once(_of_things):
            continue
        if len(article.trials) > 1:
            message = (
                f"The {headline.key} speaks of {headline.text[number.start : number.end]} trials or studies, and the "
                f"article has the records of {len(article.trials)}."
            )
            yield Clash(number.start, number.end, message)
        elif body:
            yield clash(headline, number, body[0][1])


@cache
def _ahead() -> re.Pattern[str]:
    return pattern(
        r"(?i:\b(?:towards?|before|ready for|next|planned|planning|enters?|advances?|moves?|heads?|headed|on to|into|"
        r"will|step to|until|beyond|no)\b)"
    )


@cache
def _hoped() -> re.Pattern[str]:
    """What a headline says of a trial that there may be."""
    return pattern(
        r"(?i:\b(?:plans?|starts?|begins?|launch\w*|go-ahead|green light|fund\w*|clear\w*|approv\w*|"
        r"pav(?:es|ing)|prepar\w*|"
        r"supports?|seeks?|to (?:test|start|begin|run|launch|enter)|paths?|hopes?|could|may|wants?|needs?)\b)"
    )


@cache
def _to_come() -> re.Pattern[str]:
    """What stands before a phase that the drug of a trial has still to enter."""
    return pattern(
        r"(?i:\b(?:plans?|planned|planning|future|next|upcoming|subsequent|registrational|proposed|before|"
        r"towards?|ready for|"
        r"advanc(?:e|es|ing)|mov(?:e|es|ing)|proceed(?:s|ing)?)\b[^.;]*$)"
    )


BEFORE = 70
"""How far before a phase it may say that it is one to come."""


def of_phases(headline: Headline) -> Iterator[Clash]:
    """A phase of which neither body nor record knows, where they know another one."""
    found = phases(headline.text)
    if not found or _ahead().search(headline.text):
        return
    article = headline.article
    recorded = {step for trial in article.trials for phase in trial.phases or () for step in re.findall(r"\d", phase)}
    certain = bool(recorded) and len(article.trials) == 1 and not _hoped().search(headline.text)
    body = [
        (phase, block.locate(phase.start, phase.end))
        for block in article.prose
        for phase in phases(block.prose)
        if not (certain and _to_come().search(block.prose[max(0, phase.start - BEFORE) : phase.start]))
    ]
    known = recorded.union(*(phase.steps for phase, _ in body))
    for phase in found:
        if known and not phase.steps & known:
            other = next((Elsewhere(span, f"The body says Phase {one.value}.") for one, span in body), None) or next(
                (
                    Elsewhere(article.value_at(*trial.at, "phases"), "The record's phases are here.")
                    for trial in article.trials
                    if trial.phases
                ),
                None,
            )
            yield Clash(
                phase.start,
                phase.end,
                f"The {headline.key} says Phase {phase.value}, and neither the body nor the record does.",
                (other,) if other else (),
            )


@cache
def _masked() -> re.Pattern[str]:
    return pattern(
        r"(?i:\b(?:(?P<single>single)|(?P<double>double)|(?P<triple>triple)|(?P<quadruple>quadruple))[- ](?:blind|mask)"
        r"|(?P<none>\bopen[- ]label|\bunblinded)\b)"
    )


def of_masking(headline: Headline) -> Iterator[Clash]:
    """A masking of which the record of the one trial says another, and the body nothing."""
    article = headline.article
    found = list(_masked().finditer(headline.text))
    recorded = article.trials[0].design.masking if len(article.trials) == 1 else None
    if len(found) != 1 or recorded is None or "extension" in headline.text:
        return
    said = (found[0].lastgroup or "").upper()
    same = said == recorded or (said == "DOUBLE" and recorded in ("TRIPLE", "QUADRUPLE"))
    body = {match.lastgroup for block in article.prose for match in _masked().finditer(block.prose)}
    if same or {said, recorded} == {"TRIPLE", "QUADRUPLE"} or found[0].lastgroup in body:
        return
    yield Clash(
        *found[0].span(),
        f"The {headline.key} says {found[0].group()}, and neither the body nor the record does.",
        (Elsewhere(article.value_at(*article.trials[0].at, "design", "masking"), "The record's masking is here."),),
    )


@cache
def _aged() -> re.Pattern[str]:
    return pattern(
        r"\b(?:aged?|ages|people of|adults of|women of|men of|children of)(?: from| between)? "
        r"(\d{1,2}) ?(?:to|-|–|and) ?(\d{1,2})\b"
    )


def of_ages(headline: Headline) -> Iterator[Clash]:
    """Ages of who may take part, of which one is the record's and the other is found nowhere."""
    article = headline.article
    ages = article.trials[0].ages if len(article.trials) == 1 else None
    found = _aged().search(headline.text)
    if not found or ages is None or ages.minimum is None or ages.maximum is None:
        return
    said = int(found[1]), int(found[2])
    wrong = [group for group, value in ((1, ages.minimum), (2, ages.maximum)) if said[group - 1] != value]
    if len(wrong) == 1 and not any(re.search(rf"\b{found[wrong[0]]}\b", block.prose) for block in article.prose):
        key = "minimum" if wrong[0] == 1 else "maximum"
        yield Clash(
            *found.span(wrong[0]),
            f"The {headline.key} says {found[wrong[0]]} years, an age that neither the body nor the record has.",
            (Elsewhere(article.value_at(*article.trials[0].at, "ages", key), "The record's age is here."),),
        )


@cache
def _year() -> re.Pattern[str]:
    return pattern(r"(?<![\w,.])20\d\d(?![\w%]|[,.]\d)")


@cache
def _perhaps() -> re.Pattern[str]:
    return pattern(r"(?i:\b(?:may|might|could|by|goal|vision)\b)")


def of_years(headline: Headline) -> Iterator[Clash]:
    """A year to come of which nothing else in the article knows, where the article looks ahead to another."""
    article = headline.article
    published = (article.facts.date or "")[:4]
    found = [match for match in _year().finditer(headline.text) if published and match.group() > published]
    if not found or _perhaps().search(headline.text):
        return
    written = {match.group() for block in article.prose for match in _year().finditer(block.prose)} | {
        date.date[:4]
        for trial in article.trials
        for date in (trial.start_date, trial.primary_completion_date, trial.completion_date)
        if date and date.date
    }
    ahead = sorted(year for year in written if year >= published)
    for match in found:
        if match.group() not in written and ahead:
            yield Clash(
                *match.span(),
                f"The {headline.key} speaks of {match.group()}, and no date of the body or the record is in that year.",
            )
