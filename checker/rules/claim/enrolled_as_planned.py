"""The prose speaks of a final count as of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.ledger import claims
from checker.claims.sentences import prose_sentences
from checker.pattern import pattern
from checker.rule import Elsewhere, Finding
from checker.rules.claim._contradictions import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "warning"
fixable = None

REACHED = pattern(
    r"\b(?:reached|met|achieved|attained|hit|exceeded|completed|completion|full|sample size:?)(?![\w-])", 2
)
"""Words that say of a plan that it came true, or may have: a sample size is what a trial wants and what it gets."""

CLOSED = ("COMPLETED", "TERMINATED", "ACTIVE_NOT_RECRUITING")


def check(article: Article) -> Iterator[Finding]:
    records = {trial.label: trial for trial in article.trials}
    for claim in article.once(claims) if article.front else ():
        trial = records.get(claim.trial or "")
        if claim.found.kind != "enrollment" or trial is None or claim.found.hedged or claim.also:
            continue
        counts = trial.enrollment
        is_plan = claim.found.role == "planned" or claim.found.qualifier == "at_most"
        is_final = counts.planned is None and trial.overall_status in CLOSED
        if not is_plan or not is_final or counts.enrolled != claim.found.value:
            continue
        if not REACHED.search(article.once(prose_sentences)[claim.sentence].text[: claim.found.start]):
            yield Finding(
                claim.span,
                f"The prose says {words_of(article, claim)} as of a plan, but the record of {trial.label} has "
                f"{counts.enrolled:,} as the final count.",
                "Say how many took part, without “up to” or “will”.",
                related=(Elsewhere(article.value_at(*trial.at, "enrollment", "enrolled"), "The count stands here."),),
                trial=trial.label,
            )
