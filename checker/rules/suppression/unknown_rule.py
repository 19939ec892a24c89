"""A suppression names a rule that does not exist, or gives an order that does not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Edit, Finding, Fix

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.rule import Use

severity = "error"
fixable = "safe"


def review(uses: Sequence[Use]) -> Iterator[Finding]:
    misunderstood = set()
    for use in uses:
        if not use.understood:
            if use.span not in misunderstood:
                misunderstood.add(use.span)
                yield Finding(
                    use.span,
                    "This comment speaks to the checker and gives no order that it knows.",
                    'Write <!-- checker: ignore RULE reason="…" -->, or ignore-file.',
                )
        elif not use.rule:
            yield Finding(
                use.span,
                "This comment is to silence something and names no rule.",
                "Name each rule that it is to silence; there is no comment that silences all of them.",
            )
        elif not use.known:
            yield _unknown(use)


def _unknown(use: Use) -> Finding:
    from difflib import get_close_matches

    near = get_close_matches(use.rule.lower().replace("_", "-"), use.names, n=1, cutoff=0.75)
    return Finding(
        use.rule_span,
        f'There is no rule called "{use.rule[:60]}".' + (f" Did you mean {near[0]}?" if near else ""),
        "Name a rule that `checker rules` lists.",
        Fix(f"Write {near[0]}", (Edit(use.rule_span, near[0]),), safe=True) if near else None,
    )
