"""A diagnostic a line, each a JSON object, as `schemas/diagnostic.schema.json` describes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.render.json import as_json, dumped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.diagnostic import Report
    from checker.render import Context


def render(report: Report, context: Context) -> Iterator[str]:
    """The diagnostics and nothing else."""
    for diagnostic in report.diagnostics:
        yield f"{dumped(as_json(diagnostic))}\n"
