"""Numbers of two trials that stand in each other's places: "HALCYON enrolled 352 patients and KINGFISHER 456".

Neither alone is called wrong: 352 may be of some of those 456, of whom the sentence tells. That each is what the record
of the other trial says is no chance.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.binding import read_scenes
from checker.claims.judging import judge
from checker.claims.sentences import prose_sentences
from checker.claims.vocabulary import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.article import Article
    from checker.claims.claim import Claim, Judgement
    from checker.facts import Trial

KINDS = words(
    "enrollment sites countries_count start_date completion_date percentage hazard_ratio odds_ratio risk_ratio "
    "confidence_interval"
)
HELD: frozenset[Judgement] = frozenset({"supported", "derived"})


def crossed(article: Article, claims: tuple[Claim, ...], records: Mapping[str, Trial]) -> tuple[Claim, ...]:
    """The claims, with those contradicted that two trials of one sentence have from each other.

    The sentence names the one, tells its number, names the other, tells its number, and has no third of the kind.
    """
    if len(article.trials) < 2:
        return claims
    pairs: dict[tuple[int, str, str], list[int]] = {}
    for place, claim in enumerate(claims):
        if claim.found.kind in KINDS and claim.trial in records:
            pairs.setdefault((claim.sentence, claim.found.kind, claim.found.role), []).append(place)
    wrong = dict(
        claim for pair in pairs.values() if len(pair) == 2 for claim in _exchanged(article, claims, pair, records)
    )
    return tuple(wrong.get(place, claim) for place, claim in enumerate(claims))


def _exchanged(
    article: Article, claims: tuple[Claim, ...], pair: list[int], records: Mapping[str, Trial]
) -> list[tuple[int, Claim]]:
    """Both claims of a pair, contradicted, with their places, if each is what the other's record says."""
    both = [claims[place] for place in pair]
    if both[0].trial == both[1].trial or any(claim.verdict in HELD for claim in both) or not in_turn(article, *both):
        return []
    text = article.once(prose_sentences)[both[0].sentence].text
    facts = [judge(other.found, records[claim.trial or ""], article, text) for claim, other in (both, both[::-1])]
    if any(fact.verdict not in HELD for fact in facts):
        return []
    return [
        (place, claim._replace(verdict="contradicted", fact=fact.pointer, fact_value=fact.value))
        for place, claim, fact in zip(pair, both, facts, strict=True)
    ]


def in_turn(article: Article, first: Claim, second: Claim) -> bool:
    """Whether a sentence names a trial, makes a claim, names another trial and makes the second claim."""
    named = [one for one in article.once(read_scenes)[first.sentence].strong if one.names]
    if len(named) != 2 or [one.trials for one in named] != [(first.trial,), (second.trial,)]:
        return False
    places = (named[0].end, first.found.start, named[1].start, second.found.start)
    return list(places) == sorted(places)
