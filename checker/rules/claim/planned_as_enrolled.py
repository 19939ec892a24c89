"""The prose says that people have joined a trial of whom only a plan is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.joined import has_joined
from checker.claims.judging.held import fits
from checker.claims.ledger import claims
from checker.claims.sentences import prose_sentences
from checker.rule import Elsewhere, Finding
from checker.rules.claim._contradictions import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.claims.claim import Found

severity = "error"
fixable = None


CLOSE = 0.96
"""What part of a plan "more than" so many must be to stand for it: of 234, "more than 230" does."""


NEXT = 0.995
"""What part of a plan those who were randomised must be, so that all that were planned have joined."""


def _is_plan(found: Found, planned: int, unopened: bool) -> bool:
    """Whether a number of people is that of the plan, or a round one right below it; of a trial that has yet to open
    any that stands for the plan."""
    value = found.value
    if value == planned or (unopened and isinstance(value, int) and fits(found.qualifier, value, planned)):
        return True
    return found.qualifier == "more_than" and isinstance(value, int) and CLOSE * planned <= value < planned


def check(article: Article) -> Iterator[Finding]:
    records = {trial.label: trial for trial in article.trials}
    for claim in article.once(claims) if article.front else ():
        trial = records.get(claim.trial or "")
        if claim.found.kind != "enrollment" or trial is None or claim.found.hedged:
            continue
        planned = trial.enrollment.planned
        known = trial.enrollment.enrolled is not None
        unopened = trial.overall_status == "NOT_YET_RECRUITING"
        if planned is None or known or claim.also or not _is_plan(claim.found, planned, unopened):
            continue
        joined = trial.enrollment.randomized
        if joined is not None and abs(joined - planned) <= (1 - NEXT) * planned:
            continue
        if has_joined(article.once(prose_sentences)[claim.sentence].text, claim.found):
            yield Finding(
                claim.span,
                f"The prose says {words_of(article, claim)} as if they had joined, but the record of {trial.label} "
                f"knows only that {planned:,} are planned.",
                "Say that they are planned, or add to the record how many have joined.",
                related=(Elsewhere(article.value_at(*trial.at, "enrollment", "planned"), "The plan stands here."),),
                trial=trial.label,
                # A registry may keep the plan of a trial that has taken in all its people until the results are there.
                severity="note" if trial.overall_status == "ACTIVE_NOT_RECRUITING" else None,
            )
