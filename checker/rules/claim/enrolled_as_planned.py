"""The prose speaks of a final count as of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.ledger import claims
from checker.rule import Elsewhere, Finding
from checker.rules.claim._contradictions import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "warning"
fixable = None

CLOSED = ("COMPLETED", "TERMINATED", "ACTIVE_NOT_RECRUITING")


def check(article: Article) -> Iterator[Finding]:
    records = {trial.label: trial for trial in article.trials}
    for claim in article.once(claims) if article.front else ():
        trial = records.get(claim.trial or "")
        if claim.found.kind != "enrollment" or trial is None or claim.found.hedged or claim.also:
            continue
        counts = trial.enrollment
        is_plan = claim.found.role == "planned" or claim.found.qualifier == "at_most"
        if (
            is_plan
            and counts.planned is None
            and counts.enrolled == claim.found.value
            and trial.overall_status in CLOSED
        ):
            yield Finding(
                claim.span,
                f"The prose says {words_of(article, claim)} as of a plan, but the record of {trial.label} has "
                f"{counts.enrolled:,} as the final count.",
                "Say how many took part, without “up to” or “will”.",
                related=(Elsewhere(article.value_at(*trial.at, "enrollment", "enrolled"), "The count stands here."),),
                trial=trial.label,
            )
