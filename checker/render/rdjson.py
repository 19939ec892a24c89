"""The Reviewdog Diagnostic Format."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from checker.render.json import dumped
from checker.text import Lines, Place, Range, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checker.diagnostic import Diagnostic, PlacedFix, Report
    from checker.render import Context

SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}

LONGEST_SUGGESTION = 40
"""The lines of one suggestion: edits farther apart than that make no readable comment."""


def render(report: Report, context: Context) -> Iterator[str]:
    """A JSON object, a diagnostic a line."""

    @lru_cache(maxsize=8)
    def lines_of(path: str) -> Lines | None:
        text = context.text(path)
        return None if text is None else Lines(text)

    source = {"name": "checker", **({"url": context.home} if context.home else {})}
    yield f'{{"source": {dumped(source)}, "diagnostics": ['
    between = "\n  "
    for diagnostic in report.diagnostics:
        yield f"{between}{dumped(as_rdjson(diagnostic, lines_of, context.place))}"
        between = ",\n  "
    yield "\n]}\n" if report.diagnostics else "]}\n"


def as_rdjson(
    diagnostic: Diagnostic, lines_of: Callable[[str], Lines | None], place: Callable[[str], str]
) -> dict[str, Any]:
    """One diagnostic; columns are UTF-8 bytes counted from 1, left out where the article's text is not to be had."""
    told: dict[str, Any] = {
        "message": f"{diagnostic.message}\n{diagnostic.help}" if diagnostic.help else diagnostic.message,
        "location": location(diagnostic.path, diagnostic.range, lines_of, place),
        "severity": SEVERITIES[diagnostic.severity],
        "code": {"value": diagnostic.rule, **({"url": diagnostic.url} if diagnostic.url else {})},
    }
    suggested = suggestion(diagnostic.fix, lines_of(diagnostic.path)) if diagnostic.fix else None
    if suggested:
        told["suggestions"] = [suggested]
    if diagnostic.related:
        told["related_locations"] = [
            {"message": related.message, "location": location(related.path, related.range, lines_of, place)}
            for related in diagnostic.related
        ]
    return told


def location(
    path: str, placed: Range, lines_of: Callable[[str], Lines | None], place: Callable[[str], str]
) -> dict[str, Any]:
    """A range in a file."""
    return {"path": place(path), "range": byte_range(placed, lines_of(path))}


def byte_range(placed: Range, lines: Lines | None) -> dict[str, dict[str, int]]:
    """A range whose columns are bytes; whole lines where the text is gone or has changed since."""
    if lines is None or not holds(lines, placed):
        return {"start": {"line": placed.start.line}, "end": {"line": placed.end.line}}
    return {"start": byte_place(placed.start, lines), "end": byte_place(placed.end, lines)}


def byte_place(place: Place, lines: Lines) -> dict[str, int]:
    """A place whose column is a byte, counted from 1."""
    before = lines.line(place.line)[: place.column - 1]
    return {"line": place.line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}


def holds(lines: Lines, placed: Range) -> bool:
    """Whether a text still has both places."""
    return all(end.line <= len(lines) and end.column <= len(lines.line(end.line)) + 1 for end in placed)


def suggestion(fix: PlacedFix, lines: Lines | None) -> dict[str, Any] | None:
    """All edits of a fix as one replacement, so that nobody accepts half of it; None where that cannot be had."""
    edits = sorted(fix.edits, key=lambda edit: edit.range)
    if lines is None or not edits or not all(holds(lines, edit.range) for edit in edits):
        return None
    whole = Range(edits[0].range.start, edits[-1].range.end)
    if whole.end.line - whole.start.line >= LONGEST_SUGGESTION:
        return None
    text = []
    done = lines.offset(whole.start)
    for edit in edits:
        span: Span = lines.span(edit.range)
        text += [lines.text[done : span.start], edit.text]
        done = span.end
    return {"range": byte_range(whole, lines), "text": "".join(text)}
