"""Two records are of one trial."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Elsewhere, Finding
from checker.rules.identifier._numbers import repeated, repeated_in_snapshot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "error"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    seen: set[int] = set()
    for later, earlier in (*article.once(repeated), *repeated_in_snapshot(article)):
        if later.span.start in seen:
            continue
        seen.add(later.span.start)
        message = f"Two records are of the trial {later.id}."
        if earlier.id != later.id:
            message = f"{later.id} and {earlier.id} are one trial, as the registry's snapshot tells."
        yield Finding(
            later.span,
            message,
            "Correct the number of one of them, or make them one record.",
            related=(Elsewhere(earlier.span, "The other record has it here."),),
            trial=later.trial.label if later.trial else None,
            pointer=later.pointer,
        )
