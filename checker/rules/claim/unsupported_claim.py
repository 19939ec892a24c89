"""The prose says something of a trial that its record is silent on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.ledger import claims
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
    "sites": "number of sites",
    "countries": "countries",
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
    for claim in article.once(claims) if article.front else ():
        what = KINDS.get(claim.found.kind)
        if what and claim.verdict == "unsupported" and claim.trial in labels and not claim.found.hedged:
            yield Finding(
                claim.span,
                f"The prose says {words_of(article, claim)}, and the record of {claim.trial} holds nothing to compare "
                f"that {what} with.",
                "Add the fact to the record, if there is a source for it.",
                trial=claim.trial,
            )
