"""A line a diagnostic, for people and for editors that jump to a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.render._words import closing, headline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.diagnostic import Report
    from checker.render import Context


def render(report: Report, context: Context) -> Iterator[str]:
    """The lines, then (unless the run is quiet) the summary."""
    for diagnostic in report.diagnostics:
        yield f"{headline(diagnostic, context.color)}\n"
    yield from closing(report, context)
