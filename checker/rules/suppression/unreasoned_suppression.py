"""A suppression gives no reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.rule import Use

severity = "error"
fixable = None


def review(uses: Sequence[Use]) -> Iterator[Finding]:
    seen = set()
    for use in uses:
        if use.understood and use.rule and not use.reason and use.span not in seen:
            seen.add(use.span)
            yield Finding(
                use.span,
                f"This comment silences {use.rule} and does not say why.",
                'Add the reason in the comment: reason="…".',
            )
