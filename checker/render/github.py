"""Workflow commands that GitHub Actions turns into annotations, and a summary of the job."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.diagnostic import SEVERITIES
from checker.render._visible import visible
from checker.render._words import counted, fix_line, place, summary_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.diagnostic import Diagnostic, Report
    from checker.render import Context

LIMIT = 10
"""The annotations of a kind that GitHub keeps of one step."""

COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}

DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = DATA | str.maketrans({":": "%3A", ",": "%2C"})

SUMMARY_ROWS = 200
"""The diagnostics in the summary of a job: GitHub refuses one of more than 1 MiB."""

LONGEST_CELL = 200
MARKUP = str.maketrans({character: f"&#{ord(character)};" for character in "!\"#$%&'*+/:<=>@[\\]^_`{|}~"})
MARKUP |= str.maketrans({"(": "&#40;", ")": "&#41;", ".": "&#46;"})
"""Every character that Markdown, HTML or an automatic link could begin or end with."""


def render(report: Report, context: Context) -> Iterator[str]:
    """At most ten commands a kind, the gravest first; then how many more there are."""
    left_out = []
    for severity in SEVERITIES:
        of_kind = [diagnostic for diagnostic in report.diagnostics if diagnostic.severity == severity]
        for diagnostic in of_kind[:LIMIT]:
            yield f"{command(diagnostic, context)}\n"
        if len(of_kind) > LIMIT:
            left_out.append(counted(len(of_kind) - LIMIT, f"more {severity}"))
    if left_out:
        yield f"{', '.join(left_out)}: GitHub shows {LIMIT} of a kind; the job summary lists what is left out here.\n"


def command(diagnostic: Diagnostic, context: Context) -> str:
    """The workflow command of one diagnostic, on one line."""
    start, end = diagnostic.range
    properties = {"file": visible(context.place(diagnostic.path)), "line": str(start.line), "endLine": str(end.line)}
    # GitHub takes columns only where the annotation stays on one line.
    if start.line == end.line:
        properties |= {"col": str(start.column), "endColumn": str(end.column)}
    properties["title"] = diagnostic.rule
    written = ",".join(f"{name}={value.translate(PROPERTY)}" for name, value in properties.items())

    message = [visible(diagnostic.message)]
    message.extend(
        f"See {place(related.path, related.range.start)}: {visible(related.message)}" for related in diagnostic.related
    )
    if diagnostic.help:
        message.append(visible(diagnostic.help))
    if diagnostic.fix:
        message.append(fix_line(diagnostic.fix))
    return f"::{COMMANDS[diagnostic.severity]} {written}::{chr(10).join(message).translate(DATA)}"


def job_summary(report: Report, context: Context) -> str:
    """The report in Markdown, for the file that `$GITHUB_STEP_SUMMARY` names."""
    parts = [f"### checker\n\n{summary_sentence(report, context)}\n"]
    gravest_first = sorted(report.diagnostics, key=lambda diagnostic: SEVERITIES.index(diagnostic.severity))
    if gravest_first:
        parts.append("\n| Severity | Place | Rule | Message |\n| --- | --- | --- | --- |\n")
    for diagnostic in gravest_first[:SUMMARY_ROWS]:
        start = diagnostic.range.start
        where = f"{plain(context.place(diagnostic.path), keep_end=True)}&#58;{start.line}&#58;{start.column}"
        what = f"{plain(diagnostic.message)} {plain(diagnostic.help or '')}".rstrip()
        parts.append(f"| {diagnostic.severity} | {where} | {plain(diagnostic.rule)} | {what} |\n")
    if len(gravest_first) > SUMMARY_ROWS:
        parts.append(f"\n{len(gravest_first) - SUMMARY_ROWS} more are not listed here.\n")
    return "".join(parts)


def plain(text: str, keep_end: bool = False) -> str:
    """A text as Markdown that shows just its characters; a very long one is cut."""
    seen = visible(text)
    if len(seen) > LONGEST_CELL:
        seen = f"…{seen[1 - LONGEST_CELL :]}" if keep_end else f"{seen[: LONGEST_CELL - 1]}…"
    return seen.translate(MARKUP)
