"""A suppression's last day has passed, so that it silences nothing any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.dates import is_date, spoken
from checker.rule import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.rule import Use

severity = "error"
fixable = None


def review(uses: Sequence[Use]) -> Iterator[Finding]:
    seen = set()
    for use in uses:
        if not use.understood or use.until is None or use.span in seen:
            continue
        seen.add(use.span)
        if use.expired:
            yield Finding(
                use.span,
                f"This comment was to silence {use.rule} until {spoken(use.until)}, and that day has passed.",
                "Mend what it hides and remove the comment, or give it a new date.",
            )
        elif not is_date(use.until):
            yield Finding(
                use.span,
                f'This comment ends on "{use.until[:40]}", which is no date of the calendar.',
                "Write the last day as year-month-day: until=2027-01-31.",
            )
