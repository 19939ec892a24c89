"""A JUnit report: an article is a test case, and fails on errors and warnings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.diagnostic import weight
from checker.render._visible import visible
from checker.render._words import fix_line, headline, lasting, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.diagnostic import Diagnostic, Report
    from checker.render import Context

ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def render(report: Report, context: Context) -> Iterator[str]:
    """One suite; a case for each article that is known to be checked or has a diagnostic.

    The format knows one failure a case: it is named after the gravest diagnostic and tells them all. Notes
    fail nothing; they are in the suite's output.
    """
    by_path: dict[str, list[Diagnostic]] = {path: [] for path in context.articles}
    for diagnostic in report.diagnostics:
        by_path.setdefault(diagnostic.path, []).append(diagnostic)
    grave = {path: [one for one in ones if one.severity != "note"] for path, ones in sorted(by_path.items())}
    broken = sum(map(has_internal_error, grave.values()))
    failed = sum(map(bool, grave.values())) - broken

    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield "<testsuites>\n"
    yield (
        f'<testsuite name="checker" package="checker" id="0" hostname="localhost" timestamp="{context.today}T00:00:00"'
        f' tests="{len(grave)}" failures="{failed}" errors="{broken}" skipped="0" time="0">\n'
    )
    yield "<properties>\n"
    for name, number in lasting(report).items():
        yield f'<property name="{name}" value="{number}"/>\n'
    yield "</properties>\n"
    for path, diagnostics in grave.items():
        yield from case(path, diagnostics)
    yield "<system-out>"
    yield from (f"{xml(headline(one, color=False))}\n" for one in report.diagnostics if one.severity == "note")
    yield "</system-out>\n<system-err></system-err>\n</testsuite>\n</testsuites>\n"


def case(path: str, diagnostics: list[Diagnostic]) -> Iterator[str]:
    """The test case of one article."""
    folder = path.rpartition("/")[0] or "."
    yield f'<testcase classname="{xml(visible(folder))}" name="{xml(visible(path))}" time="0"'
    if not diagnostics:
        yield "/>\n"
        return
    kind = "error" if has_internal_error(diagnostics) else "failure"
    gravest = max(diagnostics, key=lambda one: (one.rule == "internal-error", weight(one.severity)))
    message = visible(gravest.message) + (f" (and {len(diagnostics) - 1} more)" if len(diagnostics) > 1 else "")
    yield f'>\n<{kind} type="{xml(gravest.rule)}" message="{xml(message)}">'
    yield xml("\n".join(line for diagnostic in diagnostics for line in told(diagnostic)))
    yield f"</{kind}>\n</testcase>\n"


def told(diagnostic: Diagnostic) -> Iterator[str]:
    """The lines of one diagnostic."""
    yield headline(diagnostic, color=False)
    for related in diagnostic.related:
        yield f"  see {place(related.path, related.range.start)}: {visible(related.message)}"
    if diagnostic.help:
        yield f"  help: {visible(diagnostic.help)}"
    if diagnostic.fix:
        yield f"  {fix_line(diagnostic.fix)}"


def has_internal_error(diagnostics: list[Diagnostic]) -> bool:
    """Whether checking itself failed."""
    return any(diagnostic.rule == "internal-error" for diagnostic in diagnostics)


def xml(text: str) -> str:
    """A visible text (which holds no character that XML 1.0 forbids) in ASCII, as content or between double quotes."""
    return text.translate(ESCAPES).encode("ascii", "xmlcharrefreplace").decode("ascii")
