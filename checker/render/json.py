"""The whole report as one JSON object, as `schemas/check.schema.json` describes it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from checker.render._visible import LOG_COMMAND

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.diagnostic import Diagnostic, PlacedFix, Report
    from checker.render import Context
    from checker.text import Range


def render(report: Report, context: Context) -> Iterator[str]:
    """One object, a diagnostic a line."""
    yield f'{{"version": 1, "summary": {dumped(report.summary._asdict())}, "diagnostics": ['
    between = "\n  "
    for diagnostic in report.diagnostics:
        yield f"{between}{dumped(as_json(diagnostic))}"
        between = ",\n  "
    yield "\n]}\n" if report.diagnostics else "]}\n"


def dumped(value: object) -> str:
    """A value as JSON in ASCII, on one line, which a build service's log cannot take for a command."""
    return LOG_COMMAND.sub(r"#\\u0023", json.dumps(value))


def range_json(placed: Range) -> dict[str, dict[str, int]]:
    """A half-open range; lines and columns count from 1, columns in code points."""
    return {"start": placed.start._asdict(), "end": placed.end._asdict()}


def fix_json(fix: PlacedFix) -> dict[str, Any]:
    """A fix: all of its edits, or none."""
    edits = [{"range": range_json(edit.range), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}


def as_json(diagnostic: Diagnostic) -> dict[str, Any]:
    """A diagnostic as plain data, as `schemas/diagnostic.schema.json` describes it."""
    more = {"alternatives": [fix_json(fix) for fix in diagnostic.alternatives]} if diagnostic.alternatives else {}
    return {
        "path": diagnostic.path,
        "rule": diagnostic.rule,
        "family": diagnostic.family,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "help": diagnostic.help,
        "trial": diagnostic.trial,
        "pointer": diagnostic.pointer,
        "range": range_json(diagnostic.range),
        "related": [
            {"path": related.path, "range": range_json(related.range), "message": related.message}
            for related in diagnostic.related
        ],
        "fix": fix_json(diagnostic.fix) if diagnostic.fix else None,
        "url": diagnostic.url,
        "fingerprint": diagnostic.fingerprint,
        **more,
    }
