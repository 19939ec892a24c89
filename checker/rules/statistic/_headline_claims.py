"""What a headline claims of the article's trials, held against their records as a claim of the prose is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims import kinds
from checker.claims.judging import judge
from checker.claims.ledger import claims
from checker.claims.slips import is_open
from checker.rule import Elsewhere
from checker.rules.statistic._headline import Clash, said_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.rules.statistic._headline import Headline

KINDS = frozenset(
    "enrollment sites phase masking allocation countries countries_count control percentage age arms "
    "start_date completion_date".split()
)
MOST = 5
"""Records of an article whose headline may be held against each of them."""


def of_claims(headline: Headline) -> Iterator[Clash]:
    """A claim that each record contradicts, and that the body does not make: a note."""
    article = headline.article
    if not 0 < len(article.trials) <= MOST:
        return
    told = article.once(_told)
    for start, said in said_in(headline):
        text = said.text
        for found in kinds.find(said):
            if found.kind not in KINDS or found.hedged or (found.kind, found.value) in told or not is_open(text, found):
                continue
            held = [judge(found, trial, article, text) for trial in article.trials]
            pointer = held[0][1]
            together = isinstance(found.value, tuple) and _countries(article).issuperset(found.value)
            if pointer and not together and all(verdict == "contradicted" for verdict, _, _ in held):
                words = text[found.start : found.end]
                whose = f"the record of {article.trials[0].label}" if len(held) == 1 else "any record"
                message = f'The {headline.key} says "{words}", which neither the body nor {whose} says.'
                place = Elsewhere(article.value_at(*pointer), "What the record says is here.")
                yield Clash(start + found.start, start + found.end, message, (place,), "note")


def _countries(article: Article) -> set[str]:
    """The countries of all records: "three trials, from America, Korea and Denmark" are one each."""
    return {country for trial in article.trials for country in trial.countries or ()}


def _told(article: Article) -> frozenset[object]:
    """The kinds and values of the claims that a body makes."""
    return frozenset((claim.found.kind, claim.found.value) for claim in article.once(claims))
