"""Which contradictions are sure enough for an error, and which are for somebody to look at.

Most contradictions that are none stand where the prose tells the record's fact rightly in another place, in a sentence
that neither names the trial nor agrees with its record in other things: the 151 patients are some of the 167, the
open-label part comes after the double-blind one. Of 310 true texts that were read for the first time half of all false
alarms were of this sort, and of the contradictions that had been put into them one in twenty-five.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.binding import read_scenes
from checker.claims.digits import is_slip
from checker.claims.judging import judge
from checker.claims.judging.counts import ROLES
from checker.claims.judging.held import MOST
from checker.claims.ledger import claims
from checker.claims.sentences import prose_sentences

if TYPE_CHECKING:
    from checker.article import Article
    from checker.claims.claim import Claim

OF_ANY_PART = frozenset({"arm_size"})
"""Kinds of which a number near that of a part of a trial may be of anything in it, whatever else the prose tells."""
TELLING = frozenset("phase start_date primary_completion_date completion_date enrollment sites".split())
"""Kinds of facts that tell the trials of an article apart."""
SURE = 2
"""Other things in which a sentence agrees with a record, from which on it is on its trial."""


def is_sure(article: Article, claim: Claim) -> bool:
    """Whether a claim that contradicts its record leaves no room for another reading."""
    if _may_be_an_end_of_recruitment(claim) or _is_rounded(claim) or _is_of_another(article, claim):
        return False
    if _is_slip(claim):
        return True
    told = article.once(_told)
    place = told_at(article, claim)
    elsewhere = place is not None or (claim.found.kind == "age" and (claim.trial, "age") in told)
    if not elsewhere and claim.found.kind not in OF_ANY_PART:
        return True
    agreeing = article.once(_agreeing).get((claim.sentence, claim.trial), set())
    if claim.found.kind in agreeing:
        return False  # "At 62 sites: 48 sites in the USA, 14 in Poland".
    if len(agreeing) >= SURE:
        return True
    scene = article.once(read_scenes)[claim.sentence]
    return any(mention.names and claim.trial in (mention.trials or ()) for mention in scene.placed)


def _may_be_an_end_of_recruitment(claim: Claim) -> bool:
    """Whether a date before the record's completion closes a range that does not say what happened in it."""
    found, fact = claim.found, claim.fact_value or ""
    return (found.kind, found.pattern) == ("completion_date", "range") and str(found.value) < fact[
        : len(str(found.value))
    ]


ROUND = 100
"""Of which a rounded number of people is a multiple."""
ROUNDED = 0.03
"""By what part of it such a number may differ from the one that it stands for."""


def _is_rounded(claim: Claim) -> bool:
    """Whether a count of people is a round number near the record's, given without a word that says so."""
    said, fact = claim.found.value, claim.fact_value or ""
    if claim.found.kind not in ("enrollment", "arm_size") or not isinstance(said, int) or not fact.isdecimal():
        return False
    return (
        said % ROUND == 0 and said > ROUND and int(fact) % ROUND != 0 and abs(said - int(fact)) <= ROUNDED * int(fact)
    )


def _is_of_another(article: Article, claim: Claim) -> bool:
    """Whether another record of the article says what a claim says, where the sentence may be on that trial as well."""
    if len(article.trials) == 1 or claim.found.kind not in TELLING:
        return False
    text = article.once(prose_sentences)[claim.sentence].text
    return any(
        trial.label != claim.trial and judge(claim.found, trial, article, text)[0] == "supported"
        for trial in article.trials[:MOST]
    )


def is_an_early_end(claim: Claim) -> bool:
    """Whether a trial is said to have been stopped that its record calls completed, or not yet over.

    Registries call trials active that were stopped for benefit or for futility, as long as somebody is followed up,
    and completed from then on.
    """
    stopped = claim.found.kind == "status" and claim.found.value == "TERMINATED"
    return stopped and claim.fact_value in ("COMPLETED", "ACTIVE_NOT_RECRUITING")


def is_in_another_role(article: Article, claim: Claim) -> bool:
    """Whether a number of people is one that its record has in another role: "664 will be randomized" once all are."""
    trial = next((trial for trial in article.trials if (trial.id or trial.key) == claim.trial), None)
    if trial is None or claim.found.kind != "enrollment":
        return False
    return any(getattr(trial.enrollment, role) == claim.found.value for role in ROLES)


def told_at(article: Article, claim: Claim) -> Claim | None:
    """The first claim that says of a trial what its record says, where another says something else."""
    return article.once(_told).get((claim.trial, claim.found.kind, claim.fact_value))


def _told(article: Article) -> dict[tuple[str | None, ...], Claim]:
    """The claims that records support, by trial and kind, and by trial, kind and fact."""
    told: dict[tuple[str | None, ...], Claim] = {}
    for claim in article.once(claims):
        if claim.verdict in ("supported", "derived"):
            told.setdefault((claim.trial, claim.found.kind, claim.fact_value), claim)
            told.setdefault((claim.trial, claim.found.kind), claim)
    return told


def _agreeing(article: Article) -> dict[tuple[int, str | None], set[str]]:
    """The kinds of claims in which each sentence agrees with the record of a trial."""
    kinds: dict[tuple[int, str | None], set[str]] = {}
    for claim in article.once(claims):
        if claim.verdict == "supported":
            kinds.setdefault((claim.sentence, claim.trial), set()).add(claim.found.kind)
    return kinds


def _is_slip(claim: Claim) -> bool:
    """Whether a number is the record's but for its digits."""
    value, fact = claim.found.value, (claim.fact_value or "").replace(",", "")
    if not isinstance(value, int | float) or not fact.lstrip("-").replace(".", "", 1).isdecimal():
        return False
    return is_slip(value, float(fact))
