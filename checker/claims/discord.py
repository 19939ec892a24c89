"""Sentences that differ from a record in two things or more, and agree with it in nothing that tells: another trial's.

"It is being tested in Denmark in an open-label study of 30 children" is no sentence on a Spanish double-blind trial of
adults, however it came to be bound to it. One thing that differs is a mistake; a sentence that names the trial is on
it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.binding import read_scenes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.article import Article
    from checker.claims.claim import Claim

DATES = frozenset({"start_date", "primary_completion_date", "completion_date", "results_date", "status"})
FAINT = frozenset({"phase", "masking", "allocation", "control", "intervention_model", "intervention", "arms", "status"})
"""Kinds of claims that are true of many trials, so that agreement in one of them tells little."""
ENOUGH = 2


def settled(article: Article, ledger: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims of an article, without a trial where their sentence is about another one than they were bound to."""
    claims = tuple(ledger)
    scenes = article.once(read_scenes)
    differing: dict[tuple[int, str | None], set[str]] = {}
    agreeing: dict[tuple[int, str | None], set[str]] = {}
    for claim in claims:
        kind = "date" if claim.found.kind in DATES else claim.found.kind
        place = claim.sentence, claim.trial
        if claim.verdict == "contradicted":
            differing.setdefault(place, set()).add(kind)
        elif claim.verdict in ("supported", "derived"):
            agreeing.setdefault(place, set()).add(kind)
    elsewhere = {
        place
        for place, kinds in differing.items()
        if len(kinds) >= ENOUGH
        and agreeing.get(place, set()) <= FAINT
        and len(agreeing.get(place, ())) < len(kinds)
        and not any(place[1] in (each.trials or ()) for each in scenes[place[0]].placed if each.names)
    }
    return tuple(
        claim._replace(trial=None, also=(), verdict="unbound", fact=None, fact_value=None)
        if (claim.sentence, claim.trial) in elsewhere
        else claim
        for claim in claims
    )
