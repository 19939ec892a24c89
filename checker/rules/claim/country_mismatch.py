"""The prose places a trial in countries that its record does not list."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.claims.claim import Found
from checker.claims.countries import countries
from checker.claims.country_names import country_key
from checker.claims.demonyms import DEMONYMS
from checker.claims.ledger import claims, quote
from checker.claims.sentences import prose_sentences
from checker.claims.slips import is_open
from checker.claims.tokens import tokens
from checker.pattern import pattern
from checker.rule import Elsewhere, Finding
from checker.rules.claim._contradictions import HELP, hint, rule

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from checker.article import Article

severity = "error"
fixable = "unsafe"

_contradicted = rule("countries", "countries_count")


def check(article: Article) -> Iterator[Finding]:
    found = [*_contradicted(article), *_abroad(article)]
    yield from found
    if not found:
        yield from _instead(article)


def _abroad(article: Article) -> Iterator[Finding]:
    """Sites that the prose counts by their country, where the record has all sites in others: "3 Canadian centers"."""
    records = {trial.id or trial.key: trial for trial in article.trials if trial.countries}
    if len(records) != len(article.trials):
        return
    for claim in article.once(claims) if records else ():
        trial = records.get(claim.trial)
        if claim.found.kind != "sites" or trial is None or trial.countries is None or claim.verdict == "contradicted":
            continue
        text = article.once(prose_sentences)[claim.sentence].text
        told = _counted_sites().match(text, claim.found.start)
        written = told.group() if told else quote(article, claim)
        named = {DEMONYMS[token.text] for token in tokens(written) if token.text in DEMONYMS}
        named |= {country.name for country in countries(written)}
        if len(named) == 1 and not named & set(trial.countries) and claim.verdict == "supported":
            yield Finding(
                claim.span,
                f'The prose says "{written}", the record of {claim.trial} {_listed(trial.countries)}.',
                HELP,
                related=(Elsewhere(article.value_at(*trial.at, "countries"), "The record's countries are here."),),
                trial=claim.trial,
            )


def _instead(article: Article) -> Iterator[Finding]:
    """A country that no record has, as the only one of the prose, where one country of a record is told nowhere."""
    known = {name for trial in article.trials for name in trial.countries or ()}
    if article.front is None or all(article.text.find(name, article.body.start) >= 0 for name in known):
        return
    told = article.once(_told)
    own = {country_key(name) for name in known}
    strange = [name for name in told if country_key(name) not in own]
    if len(strange) != 1:
        return
    index, start, end = told[strange[0]]
    sentence = article.once(prose_sentences)[index]
    if _yearly().match(sentence.text, end) or _of_a_firm().match(sentence.text, end):
        return
    if not is_open(sentence.text, Found("countries", (strange[0],), start, end)):
        return
    words = sentence.text[start:end]
    named = {country_key(name) for name in told}
    for trial in article.trials:
        untold = [name for name in trial.countries or () if country_key(name) not in named]
        if len(untold) == 1:
            message = f'The prose says "{words}", and nowhere {untold[0]}, as the record of {trial.label} does.'
            place = sentence.locate(start, end)
            yield hint(article, trial, "countries", "The record's countries are here.", place, message)
            return


def _told(article: Article) -> dict[str, tuple[int, int, int]]:
    """The countries of the prose, also those of its adjectives, with the sentence and place where each stands first."""
    told: dict[str, tuple[int, int, int]] = {}
    for index, sentence in enumerate(article.once(prose_sentences)):
        for country in countries(sentence.text):
            told.setdefault(country.name, (index, country.start, country.end))
        for token in tokens(sentence.text):
            if token.capital and token.text in DEMONYMS:
                told.setdefault(DEMONYMS[token.text], (index, token.start, token.end))
    return told


@cache
def _yearly() -> re.Pattern[str]:
    """What follows the country of what is common: "thousands are operated on in the United States yearly"."""
    return pattern(r",? (?:alone )?(?:yearly|annually|(?:each|every|a|per) (?:year|month|day))\b")


@cache
def _of_a_firm() -> re.Pattern[str]:
    """What follows the country of those who make or test something: "an Australian cell therapy company"."""
    return pattern(
        r" (?:[a-z-]+ ){0,3}(?:company|firm|giant|maker|drugmaker|manufacturer|biotech|start-?up|developer|"
        r"multinational)\b"
    )


@cache
def _counted_sites() -> re.Pattern[str]:
    return pattern(
        r"[\w,]+(?: [\w-]+){0,4} (?:sites|cent(?:re|er)s|hospitals|clinics|institutions|practices|universities|units|"
        r"homes|communities|schools|villages)\b"
    )


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names[:5]) + (" …" if len(names) > 5 else "")
