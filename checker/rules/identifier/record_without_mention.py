"""A record's trial never occurs in the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.pattern import pattern
from checker.registries import find
from checker.rule import Finding
from checker.rules.identifier._numbers import in_text, numbers, numbers_of_records, unreachable, unrecorded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.facts import Trial

severity = "warning"
fixable = None

WORD = pattern(r"[^\W_]{4,40}")
NUMBER = pattern(r"[0-9][0-9.,\u00a0\u202f\u2009 ]{0,12}[0-9]|[0-9]")
STEM = 6
"""Words agree when so many of their first letters do: "leukaemia" and "leukaemias"."""

COMMON = pattern(
    r"about|adults|against|among|analysis|assess|based|between|blind|care|center|centre|children|"
    r"clinical|cohort|college|combination|compare|compared|comparison|control|controlled|device|"
    r"disease|disorder|double|drug|during|effect|effects|efficacy|evaluate|evaluating|evaluation|"
    r"extension|foundation|from|group|health|hospital|impact|institute|intervention|investigate|"
    r"investigating|label|limited|local|long|management|medical|medicine|multicenter|national|"
    r"observational|open|opinion|outcomes|patient|patients|people|phase|pilot|placebo|product|"
    r"program|prospective|quality|randomised|randomized|research|results|safety|single|standard|"
    r"studies|study|subjects|term|test|therapy|tolerability|treated|treating|treatment|trial|trials|"
    r"under|university|using|usual|versus|volunteers|week|weeks|with|without|women|year|years"
)
"""Words of so many titles that they tell no trial from another."""


def check(article: Article) -> Iterator[Finding]:
    # While a number of the text is at fault, a record may be named by it.
    if _is_doubtful(article):
        return
    named = article.once(in_text) | article.once(linked_numbers)
    for trial in article.trials:
        ids = {number.id for number in article.once(numbers_of_records).get(trial.at, ())}
        if not ids or not named.isdisjoint(ids) or _is_called(article, trial):
            continue
        words = record_words(trial)
        own = {word for word in words if article.once(_owners)[word] == 1} | _given(trial)
        # What tells this trial from the others, or what is given in it; the only record is what the article is about.
        if not own.isdisjoint(article.once(spoken_words)) or (not own and (words or len(article.trials) == 1)):
            continue
        yield Finding(
            article.value_at(*trial.at, "id"),
            f"The text never names {trial.label}, of which there is a record.",
            "Name the trial in the text, or take its record out.",
            trial=trial.label,
            pointer=(*trial.at, "id"),
        )


def _is_doubtful(article: Article) -> bool:
    unsound = any(number.role == "text" and not number.sound for number in article.once(numbers))
    return unsound or bool(article.once(unrecorded)) or bool(article.once(unreachable))


def _is_called(article: Article, trial: Trial) -> bool:
    acronym = _letters(trial.acronym or "")
    return len(acronym) > 1 and acronym in article.once(_letters_of_text)


def linked_numbers(article: Article) -> frozenset[str]:
    """The numbers in the addresses of links."""
    links = (link for block in article.prose for link in block.links)
    return frozenset(mention.id for link in links for mention in find(link.url) if mention.id)


def spoken_words(article: Article) -> frozenset[str]:
    """The beginnings of the words of the text, and its numbers."""
    found: set[str] = set()
    for block in article.prose:
        found.update(word[:STEM] for word in WORD.findall(block.prose.lower()))
        found.update(re.sub("[^0-9]", "", number) for number in NUMBER.findall(block.prose))
    return frozenset(found)


def record_words(trial: Trial) -> set[str]:
    """What of a record's trial a text may speak of: the beginnings of the words in its titles, its interventions,
    arms, conditions, countries and sponsor, and how many took part."""
    texts = [trial.brief_title, trial.official_title, trial.acronym, *(arm.name for arm in trial.arms)]
    people = trial.enrollment
    counts = {str(count) for count in (people.planned, people.enrolled, people.randomized) if count and count > 20}
    return _telling(*texts, *trial.conditions, *(trial.countries or ())) | counts | _given(trial)


def _given(trial: Trial) -> set[str]:
    """Words of what is given and of who gives it: a text that has them speaks of the trial, whatever others share."""
    return _telling(*trial.interventions, trial.lead_sponsor)


def _telling(*texts: str | None) -> set[str]:
    words = (word for text in texts for word in WORD.findall((text or "").lower()))
    return {word[:STEM] for word in words if not COMMON.fullmatch(word)}


def _owners(article: Article) -> dict[str, int]:
    """How many records each word is found in."""
    found: dict[str, int] = {}
    for trial in article.trials:
        for word in record_words(trial):
            found[word] = found.get(word, 0) + 1
    return found


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text.lower())


def _letters_of_text(article: Article) -> str:
    """The text without spaces and signs, so that "HALCYON X" is found as HALCYON-X."""
    return "\n".join(_letters(block.text) for block in article.prose)
