"""More people are analyzed than took part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Elsewhere, Finding
from checker.rules.record._counts import counts, disorders, phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "error"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    for trial in article.trials:
        # Counts that contradict each other in the flow of people have their own finding, and are no measure.
        doubtful = {count for pair in disorders(trial) for count in pair}
        known = [count for count in counts(trial, ("enrolled", "randomized", "treated")) if count not in doubtful]
        analyzed = next(iter(counts(trial, ("analyzed",))), None)
        if not known or not analyzed:
            continue
        most = max(known, key=lambda count: count.people)
        if analyzed.people > most.people:
            yield Finding(
                article.value_at(*trial.at, "enrollment", "analyzed"),
                f"{trial.label} has {phrase(analyzed)}, more than the {phrase(most)}.",
                "Correct the count that is wrong, and count people here, not eyes, samples or events.",
                related=(
                    Elsewhere(article.value_at(*trial.at, "enrollment", most.role), "The other count stands here."),
                ),
                trial=trial.label,
                pointer=(*trial.at, "enrollment", "analyzed"),
                # An analysis by intention to treat counts people who were never treated.
                severity="warning" if most.role == "treated" and len(known) == 1 else None,
            )
