"""The prose speaks of a final count as of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.joined import is_to_join, was_to_join
from checker.claims.ledger import claims
from checker.claims.sentences import prose_sentences
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
        is_final = counts.planned is None and trial.overall_status in CLOSED
        is_count = counts.enrolled == claim.found.value or (
            # "More than 500 will take part", where 535 did
            claim.found.qualifier == "more_than"
            and claim.verdict == "supported"
            and claim.found.pattern.startswith("will")
        )
        if not is_final or not is_count:
            continue
        text = article.once(prose_sentences)[claim.sentence].text
        if is_to_join(text, claim.found) and not was_to_join(text, claim.found):
            yield Finding(
                claim.span,
                f"The prose says {words_of(article, claim)} as of a plan, but the record of {trial.label} has "
                f"{counts.enrolled:,} as the final count.",
                "Say how many took part, without “up to” or “will”.",
                related=(Elsewhere(article.value_at(*trial.at, "enrollment", "enrolled"), "The count stands here."),),
                trial=trial.label,
            )
