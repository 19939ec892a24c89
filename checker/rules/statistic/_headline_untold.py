"""Numbers of a headline that its article tells nowhere, though it counts or measures the same things.

What a true headline counts, its body or its record counts as well; the few other numbers of headlines are round, hedged
or small. One that is in neither, where the body has another number of the same things ("for three years", "14
participants"), is a slip.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import combinations, takewhile

from checker.article import Article
from checker.claims.numbers import Number, prose_numbers, qualifier
from checker.claims.vocabulary import ANY_PEOPLE, words
from checker.pattern import pattern
from checker.rule import Elsewhere
from checker.rules.statistic import _counts
from checker.rules.statistic._headline import Clash, Headline, at_large, clash, follows
from checker.rules.statistic._headline_digits import is_worked_out

UNITS = {"day": 1.0, "week": 7.0, "month": 30.4375, "year": 365.25}
"""Units of time in days."""
SLACK = 0.04
"""By how much, of the whole, a time in months may differ from the same one in weeks: 52 weeks are a year."""
NO_THING = words(
    "of the a an and or per more new other first part stage way step time fold were was are is had has have took joined"
)
"""Words that say nothing of what is counted, and parts that a text may cut its trial into as it likes."""
ENDS = words("over after during before than who that")
"""Words behind which nothing more is said of what is counted."""
MANY = 100
TEN = 10
"""Smaller numbers in words count all sorts of things."""
HEDGED = 0.1
"""By what part of it a hedged or round number may differ from the one that is meant."""
FEW = 3
"""Numbers below this are told in many ways: "a pair", "both", "twice"."""
REACH = 3


def of_untold(headline: Headline) -> Iterator[Clash]:
    """A number that neither the body nor a record has, where the body has another one of the same things."""
    text, article = headline.text, headline.article
    found = [each for each in headline.numbers if _tells(text, each)]
    if not found or at_large().search(text):
        return
    known = article.once(_known)
    body = [(number, sentence) for sentence, told in article.once(prose_numbers) for number in told if number.plain]
    for number in found:
        things = _things(text, number)
        # Twenty-four sites bear no 24 months out; a record's result may.
        if number.value in (article.once(_figures) if things & UNITS.keys() else known):
            continue
        alike = [(each, sentence) for each, sentence in body if things and things & _things(sentence.text, each)]
        if not alike or _follows(article, text, number, [(each, sentence.text) for each, sentence in alike]):
            continue
        nearest, sentence = min(alike, key=lambda pair: abs(pair[0].value - number.value))
        said = sentence.text[nearest.start : nearest.end]
        wrong = clash(
            headline, number, Elsewhere(sentence.locate(nearest.start, nearest.end), f"The body says {said}.")
        )
        if unit := _unit().match(text, number.end):
            if _since().match(text, unit.end()):
                continue
            time = text[number.start : unit.end()]
            message = f"The {headline.key} says {time}, a time that neither the body nor the record has."
            wrong = wrong._replace(end=unit.end(), message=message)
        yield wrong


def of_absent(headline: Headline) -> Iterator[Clash]:
    """A number that nothing in the article bears out, whatever it counts: a note, since a writer may know more."""
    text, article = headline.text, headline.article
    found = [number for number in headline.numbers if number.plain and number.kind in ("", "sample", "percent")]
    if not found or at_large().search(text):
        return
    known, ages = article.once(_known), article.once(_ages)
    for number in found:
        value = abs(number.value)
        if (
            value < (TEN if number.spelled else FEW)
            or number.scale > 1
            or value in known
            or value in ages
            or _numbering().search(text, 0, number.start)
            or _is_in_a_name(article, text, number)
            or _is_rounded(article, text, number)
        ):
            continue
        shares = number.kind == "percent" and is_worked_out(article, number)
        if shares or (isinstance(value, int) and _follows(article, text, number, _whole(article))):
            continue
        quote = text[number.start : number.end]
        message = f"The {headline.key} says {quote}, a number that nothing in the article bears out."
        yield Clash(number.start, number.end, message, severity="note")


def _is_in_a_name(article: Article, text: str, number: Number) -> bool:
    """Whether a number is the end of a trial's recorded name, however that is written: the 8 of "WHITE 8"."""
    before = text[: number.end].casefold()
    return any(
        before.endswith(trial.acronym.casefold()) and len(trial.acronym) > number.end - number.start
        for trial in article.trials
        if trial.acronym
    )


def _ages(article: Article) -> frozenset[float]:
    """The ages of the records."""
    ages = (trial.ages for trial in article.trials if trial.ages)
    return frozenset(age for each in ages for age in (each.minimum, each.maximum) if age is not None)


def _whole(article: Article) -> list[tuple[Number, str]]:
    """The counts of the body, each with its sentence."""
    return [(each, sentence.text) for sentence, told in article.once(prose_numbers) for each in told if each.is_count]


def _is_rounded(article: Article, text: str, number: Number) -> bool:
    """Whether a number, as roughly as it is written, is one of the article's."""
    value = abs(float(number.value))
    half = 0.5 * 10.0**-number.decimals
    if qualifier(text, number) != "exact" or (value >= MANY and value % 10 == 0):
        half = max(half, HEDGED * value)
    known = article.once(_in_order)
    place = bisect_left(known, value - half)
    return place < len(known) and known[place] <= value + half


def _in_order(article: Article) -> list[float]:
    return sorted(abs(one) for one in article.once(_known))


def _tells(text: str, number: Number) -> bool:
    """Whether a number is exact, and counts or measures something by itself."""
    whole = number.plain and number.kind in ("", "sample") and not number.ranged and number.scale == 1
    return whole and number.value >= FEW and qualifier(text, number) == "exact"


def _known(article: Article) -> frozenset[float]:
    """All numbers of the prose and of the records."""
    told: set[float] = {
        part for _, found in article.once(prose_numbers) for number in found for part in number.parts or ()
    }
    told |= {number.value for _, found in article.once(prose_numbers) for number in found}
    sites = {trial.sites for trial in article.trials if trial.sites is not None}
    counts = article.once(_counts.told) | article.once(_counts.recorded)
    countries = {len(trial.countries) for trial in article.trials if trial.countries}
    return frozenset({*told, *sites, *countries, *counts, *article.once(_figures)})


def _figures(article: Article) -> frozenset[float]:
    """The results of the records."""
    return frozenset(figure.value for trial in article.trials for figure in trial.figures if figure.value is not None)


def _things(text: str, number: Number) -> frozenset[str]:
    """What a number counts or measures, by the words behind it, without their plural; people are counted elsewhere."""
    if _people().match(text, number.end):
        return frozenset()
    following = text[number.end : number.end + 60]
    stretch = _stretch().match(following)
    behind = stretch.group().lower().replace("-", " ").split() if stretch else ()
    named = [_singular(word) for word in takewhile(lambda word: word not in ENDS, behind)][:REACH]
    if named and named[0] in UNITS:
        return frozenset(named[:1])
    return frozenset(word for word in named if len(word) > 3 and word not in NO_THING | UNITS.keys())


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _follows(article: Article, text: str, number: Number, alike: list[tuple[Number, str]]) -> bool:
    """Whether a number is a sum, a difference or a rounding of what is told, or a time in other units."""
    unit = next(iter(_things(text, number) & UNITS.keys()), "")
    if unit:
        told = [
            float(each.value) * UNITS[other]
            for sentence, found in article.once(prose_numbers)
            for each in found
            for other in _things(sentence.text, each) & UNITS.keys()
        ]
        meant = float(number.value) * UNITS[unit]
        few = sorted(set(told))[-20:]
        made = {2 * one for one in few}.union(*((one + other, other - one) for one, other in combinations(few, 2)))
        return any(abs(meant - one) <= SLACK * meant for one in made.union(told))
    sizes = {int(each.value) for each, _ in alike if each.is_count}
    return isinstance(number.value, int) and follows(number.value, article.once(_counts.told), sizes)


@cache
def _people() -> re.Pattern[str]:
    return pattern(rf"[ \u00a0-](?:[a-z][a-z-]{{1,20}} ){{0,2}}(?:{ANY_PEOPLE})\b(?!['’])")


@cache
def _numbering() -> re.Pattern[str]:
    """What stands before a number that is a name: "report 156", "issue no. 12", "#40"."""
    return pattern(
        r"(?i)(?:\b(?:reports?|issue|episode|part|chapter|vol(?:ume)?\.?|no\.|nr\.?|number|edition|bulletin|newsletter|"
        r"update|round-?up|lesson|season|series|class|group|type|stage|grade|step|day|week|case|story|"
        r"ESC|ACC|AHA|TCT|ASCO|ESMO|ASH|EHA|AACR|SABCS|EULAR|EASD|ADA) #?|[#№] ?)$"
    )


@cache
def _unit() -> re.Pattern[str]:
    return pattern(rf"[ \u00a0-](?:{'|'.join(UNITS)})s?\b")


@cache
def _since() -> re.Pattern[str]:
    """What makes a time the one that has gone by in somebody's life: "three years after a trial", "ten years on"."""
    return pattern(r" (?:(?:after|since) (?:an?|her|his|their|joining|being)\b|later\b|ago\b|on,)")


@cache
def _stretch() -> re.Pattern[str]:
    """The words right behind a number, up to the next sign."""
    return pattern(r"[ \u00a0-][A-Za-z]+(?:[ -][A-Za-z]+){0,3}")
