"""A suppression silences nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.rule import Use

severity = "warning"
fixable = None


def review(uses: Sequence[Use]) -> Iterator[Finding]:
    for use in uses:
        if use.understood and use.known and use.used is False:
            yield Finding(
                use.rule_span,
                f"This comment silences {use.rule}, which finds nothing here.",
                "Remove the rule from the comment, or the comment.",
            )
