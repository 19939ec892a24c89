"""With whom the registry sides, where prose and record contradict each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.claims.judging import judge
from checker.claims.sentences import prose_sentences
from checker.dates import is_date, spoken
from checker.facts import Trial
from checker.registries import BY_KEY, read
from checker.registries.record import record

if TYPE_CHECKING:
    from checker.article import Article
    from checker.claims.claim import Claim


class Side(NamedTuple):
    """A clause on what the registry said when the record was read, and whether that is what the prose says."""

    clause: str = ""
    of_prose: bool = False


def registry_side(article: Article, claim: Claim) -> Side:
    """The registry's side; none where the snapshot has nothing of that time, or agrees with neither."""
    trial = next((trial for trial in article.trials if trial.label == claim.trial), None)
    mention = read(trial.id) if trial and trial.id else None
    if article.registry is None or trial is None or mention is None or mention.id is None:
        return Side()
    held = article.registry.find(mention.id)
    version = held.as_of(trial.as_of) if held and trial.as_of and is_date(trial.as_of) else None
    if held is None or version is None:
        return Side()
    text = article.once(prose_sentences)[claim.sentence].text
    verdict, _, value = judge(claim.found, Trial.read(record(held.id, version)), article, text)
    name, day = BY_KEY[mention.registry].name, spoken(version.updated or version.seen)
    if verdict == "contradicted" and value == claim.fact_value:
        return Side(f", as {name} said on {day}")
    return Side(f"; {name} said on {day} what the prose says", True) if verdict == "supported" else Side()
