"""The sentences that text formats share: places, rules, counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.diagnostic import SEVERITIES, weight
from checker.render._visible import visible, visible_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.diagnostic import Diagnostic, PlacedFix, Report
    from checker.render import Context
    from checker.text import Place

RESET = "\x1b[0m"
BOLD = "\x1b[1m"
PAINT = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "note": "\x1b[1;36m", "quiet": "\x1b[2m", "bold": BOLD}


def painted(text: str, paint: str, color: bool) -> str:
    """A text in a colour of `PAINT`, or as it is."""
    return f"{PAINT[paint]}{text}{RESET}" if color else text


def counted(number: int, noun: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def place(path: str, start: Place) -> str:
    """`path:line:column`, as terminals and editors make links of."""
    return f"{visible_path(path)}:{start.line}:{start.column}"


def headline(diagnostic: Diagnostic, color: bool) -> str:
    """A diagnostic on one line: where, how grave, which rule, what."""
    where = painted(place(diagnostic.path, diagnostic.range.start), "bold", color)
    label = painted(f"{diagnostic.severity}[{diagnostic.rule}]", diagnostic.severity, color)
    return f"{where}: {label} {visible(diagnostic.message)}"


def fix_line(fix: PlacedFix) -> str:
    """`fix (safe): what it does`."""
    return f"fix ({'safe' if fix.safe else 'unsafe'}): {visible(fix.title)}"


def summary_sentence(report: Report, context: Context) -> str:
    """What the run did, in counts that add up. The counts are the run's, whatever is shown of it."""
    summary = report.summary
    unchecked = ((summary.skipped, "skipped"), (summary.excluded, "excluded"))
    missed = [f"{number} {word}" for number, word in unchecked if number]
    if missed:
        done = f"{summary.checked} of {counted(summary.found, 'article')} ({', '.join(missed)})"
    else:
        done = counted(summary.checked, "article")
    if context.verbosity > 0 and summary.cached:
        done += f", {summary.cached} of them unchanged"

    found = []
    for severity, number in zip(SEVERITIES, (summary.errors, summary.warnings, summary.notes), strict=True):
        if number:
            hidden = " (not shown)" if weight(severity) < weight(context.shown) else ""
            found.append(counted(number, severity) + hidden)
    if summary.fixable:
        found.append(f"{summary.fixable} fixable with --fix")
    accepted = sum(suppressed.kind == "external" for suppressed in report.suppressed)
    if len(report.suppressed) > accepted:
        found.append(f"{len(report.suppressed) - accepted} suppressed")
    if accepted:
        found.append(f"{accepted} in the baseline")
    return f"Checked {done}: {', '.join(found) or 'nothing to report'}."


def lasting(report: Report) -> dict[str, int]:
    """The counts by name, without that of remembered articles: a second run gives the same."""
    return {name: number for name, number in report.summary._asdict().items() if name != "cached"}


def statistics(report: Report) -> Iterator[str]:
    """A line a rule that fired, the most frequent first."""
    counts: dict[tuple[str, str], int] = {}
    for diagnostic in report.diagnostics:
        key = (diagnostic.rule, diagnostic.severity)
        counts[key] = counts.get(key, 0) + 1
    digits = len(str(max(counts.values(), default=0)))
    for (rule, severity), number in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f"{number:>{digits}}  {severity}[{rule}]\n"


def closing(report: Report, context: Context) -> Iterator[str]:
    """What follows the diagnostics in the formats for people."""
    if context.statistics:
        yield from statistics(report)
    if context.verbosity >= 0:
        yield f"{summary_sentence(report, context)}\n"
