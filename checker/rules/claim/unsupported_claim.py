"""The prose says something of a trial that its record is silent on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.ledger import claims
from checker.claims.untold import untold
from checker.rule import Finding
from checker.rules.claim._contradictions import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "note"
fixable = None

KINDS = {
    "phase": "phase",
    "enrollment": "number of people",
    "arm_size": "size of an arm",
    "subgroup_size": "size of a group",
    "sites": "number of sites",
    "countries_count": "number of countries",
    "countries": "countries",
    "acronym": "name",
    "percentage": "percentage",
    "p_value": "p-value",
    "hazard_ratio": "hazard ratio",
    "odds_ratio": "odds ratio",
    "risk_ratio": "risk ratio",
    "confidence_interval": "interval",
    "status": "status",
    "start_date": "start",
    "primary_completion_date": "primary completion",
    "completion_date": "completion",
    "results_date": "publication of results",
    "masking": "masking",
    "allocation": "allocation",
    "randomization_ratio": "ratio",
}


def check(article: Article) -> Iterator[Finding]:
    labels = {trial.label for trial in article.trials}
    doubtful = {claim.span for claim in article.once(untold)}
    for claim in article.once(claims) if article.front else ():
        what = KINDS.get(claim.found.kind)
        if what and claim.verdict == "unsupported" and claim.trial in labels and not claim.found.hedged:
            if claim.span in doubtful:
                continue  # The rule on its kind says what the record has instead.
            yield Finding(
                claim.span,
                f"The prose says {words_of(article, claim)}, and nothing in the record of {claim.trial} bears out that "
                f"{what}.",
                "Add the fact to the record, if there is a source for it.",
                trial=claim.trial,
            )
