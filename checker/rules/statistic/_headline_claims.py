"""What a headline claims of the article's one trial, held against its record as a claim of the prose is."""

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

KINDS = frozenset("enrollment sites phase masking allocation countries countries_count control percentage age".split())


def of_claims(headline: Headline) -> Iterator[Clash]:
    """A claim that the only record contradicts, and that the body does not make: a note."""
    article = headline.article
    if len(article.trials) != 1:
        return
    trial = article.trials[0]
    told = article.once(_told)
    for start, said in said_in(headline):
        text = said.text
        for found in kinds.find(said):
            if found.kind not in KINDS or found.hedged or (found.kind, found.value) in told or not is_open(text, found):
                continue
            verdict, pointer, _ = judge(found, trial, article, text)
            if verdict == "contradicted" and pointer:
                words = text[found.start : found.end]
                message = (
                    f'The {headline.key} says "{words}", which neither the body nor the record of {trial.label} says.'
                )
                place = Elsewhere(article.value_at(*pointer), "What the record says is here.")
                yield Clash(start + found.start, start + found.end, message, (place,), "note")


def _told(article: Article) -> frozenset[object]:
    """The kinds and values of the claims that a body makes."""
    return frozenset((claim.found.kind, claim.found.value) for claim in article.once(claims))
