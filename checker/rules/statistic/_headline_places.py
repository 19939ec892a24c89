"""The sites and countries of a headline: how many, and which."""

import re
from collections.abc import Iterator, Set
from functools import cache
from itertools import pairwise

from checker.article import Article
from checker.claims.countries import Country, countries
from checker.claims.numbers import Number
from checker.pattern import pattern
from checker.rule import Elsewhere
from checker.rules.statistic import _counts
from checker.rules.statistic._headline import Clash, Headline, at_large, clash, counts_of, follows, in_body


@cache
def _sites() -> re.Pattern[str]:
    return pattern(
        r"[ \u00a0](?:[A-Za-z][A-Za-z-]{1,20} ){0,2}(?:sites|cent(?:re|er)s|hospitals|clinics|homes|practices)\b"
    )


@cache
def _countries() -> re.Pattern[str]:
    return pattern(r"[ \u00a0](?:[A-Za-z][a-z-]{1,20} ){0,2}(?:countries|nations)\b")


def of_sites(headline: Headline) -> Iterator[Clash]:
    """A number of sites that the article does not have."""
    found = _some(headline, _sites())
    sites = [
        (
            trial.sites,
            Elsewhere(headline.article.value_at(*trial.at, "sites"), f"The record has {trial.sites:,} sites."),
        )
        for trial in headline.article.trials
        if trial.sites is not None
    ]
    yield from _of_places(headline, found, _sites(), sites, frozenset())


def of_countries(headline: Headline) -> Iterator[Clash]:
    """A number of countries that the article neither has nor names."""
    found, article = _some(headline, _countries()), headline.article
    if not found:
        return
    named = [
        (
            len(trial.countries),
            Elsewhere(article.value_at(*trial.at, "countries"), f"The record names {len(trial.countries)}."),
        )
        for trial in article.trials
        if trial.countries
    ]
    every = {country for trial in article.trials for country in trial.countries or ()}
    told = {country.name for block in article.prose for country in countries(block.prose)}
    yield from _of_places(headline, found, _countries(), named, {len(every), len(told), len(every | told)})


def _some(headline: Headline, things: re.Pattern[str]) -> list[Number]:
    return [number for number in counts_of(headline.text, things, headline.numbers) if number.value > 1]


def _of_places(
    headline: Headline,
    found: list[Number],
    things: re.Pattern[str],
    recorded: list[tuple[int, Elsewhere]],
    also: Set[int],
) -> Iterator[Clash]:
    if not found:
        return
    body = in_body(headline.article, things)
    counts = {count for count, _ in (*recorded, *body)}
    for number in found:
        told = headline.article.once(_counts.told) | counts | also
        if counts and not follows(int(number.value), told, counts):
            yield clash(headline, number, next((place for _, place in (*recorded, *body)), None))


@cache
def _joined() -> re.Pattern[str]:
    return pattern(r",? (?:and |or )?(?:the |in )?")


def of_named_countries(headline: Headline) -> Iterator[Clash]:
    """One of the countries of a headline's list, where the records have another one in its place."""
    article = headline.article
    found = countries(headline.text)
    recorded = _recorded(article)
    named = {country.name for country in found}
    if len(named) < 2 or not named & recorded or recorded <= named:
        return
    body = _in_prose(article)
    joined = all(_joined().fullmatch(headline.text, one.end, other.start) for one, other in pairwise(found))
    for country in found if joined else ():
        if country.name not in recorded | body:
            yield _unknown(headline, country)


@cache
def _inside() -> re.Pattern[str]:
    return pattern(r"\b(?:in|across|throughout|from) (?:the |northern |southern |eastern |western |rural |central )?$")


def of_one_country(headline: Headline) -> Iterator[Clash]:
    """The one country of a headline, where the body names all countries of the records, or some, and never that."""
    article = headline.article
    found = countries(headline.text)
    recorded = _recorded(article)
    if len(found) != 1 or not recorded or not all(trial.countries for trial in article.trials):
        return
    country = found[0]
    before = headline.text[max(0, country.start - 30) : country.start]
    if country.name in recorded or not _inside().search(before) or at_large().search(headline.text):
        return
    body = _in_prose(article)
    if country.name in body or not body & recorded or any(country.name in (name or "") for name in _names(article)):
        return
    yield _unknown(headline, country)


def _unknown(headline: Headline, country: Country) -> Clash:
    """A country of a headline that neither the body nor a record names."""
    trial = next(trial for trial in headline.article.trials if trial.countries)
    return Clash(
        country.start,
        country.end,
        f"The {headline.key} names {country.name}, and neither the body nor the record does.",
        (Elsewhere(headline.article.value_at(*trial.at, "countries"), "The record's countries are here."),),
    )


def _recorded(article: Article) -> set[str]:
    return {country for trial in article.trials for country in trial.countries or ()}


def _in_prose(article: Article) -> set[str]:
    return {country.name for block in article.prose for country in countries(block.prose)}


def _names(article: Article) -> Iterator[str | None]:
    """What the records call their trials, which may have the name of a country in it."""
    for trial in article.trials:
        yield from (trial.brief_title, trial.official_title, trial.lead_sponsor)
