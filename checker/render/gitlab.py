"""A GitLab Code Quality report."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from checker.render._twins import numbered
from checker.render.json import dumped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.diagnostic import Diagnostic, Report
    from checker.render import Context

SEVERITIES = {"error": "critical", "warning": "minor", "note": "info"}


def render(report: Report, context: Context) -> Iterator[str]:
    """A JSON array, an issue a line."""
    yield "["
    between = "\n  "
    for diagnostic, number in numbered(report.diagnostics):
        yield f"{between}{dumped(issue(diagnostic, number, context))}"
        between = ",\n  "
    yield "\n]\n" if report.diagnostics else "]\n"


def issue(diagnostic: Diagnostic, number: int, context: Context) -> dict[str, Any]:
    """One issue. GitLab drops issues that share a fingerprint, so the number of equal ones is part of it."""
    path = context.place(diagnostic.path)
    identity = dumped([path, diagnostic.rule, diagnostic.fingerprint, number])
    return {
        "description": diagnostic.message,
        "check_name": diagnostic.rule,
        "fingerprint": sha256(identity.encode("ascii")).hexdigest(),
        "severity": SEVERITIES[diagnostic.severity],
        "location": {
            "path": path,
            "lines": {"begin": diagnostic.range.start.line, "end": diagnostic.range.end.line},
        },
    }
