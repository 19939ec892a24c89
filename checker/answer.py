"""Where the answer of a check goes: to a stream, to a file, to the summary of a job, and to the next run."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from checker import __version__, rules
from checker.again import LONGEST, keep
from checker.arguments import UsageProblem
from checker.render import Context, RuleCard, render
from checker.repository import repository_root
from checker.terminal import columns, is_colored

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from typing import TextIO

    from checker.diagnostic import Diagnostic, Report
    from checker.run import Outcome, Request

HOME = "https://checker.example/"
"""Where the project is presented; the pages of its rules are below."""


def report(chosen: argparse.Namespace, request: Request, outcome: Outcome) -> str | None:
    """Write the report where it belongs; gives its text, unless that is longer than an answer that is kept.

    Raises UsageProblem where a file cannot be written.
    """
    text_goes_out = request.diff or (request.fix and request.stdin is not None)
    stream = sys.stderr if text_goes_out else sys.stdout
    context = _context(chosen, request, outcome, color=_is_colored(chosen, stream))
    shown = _shown(chosen, outcome.report)
    chunks = render(chosen.output_format, shown, context)
    printed: list[str] | None = []
    size = 0
    if chosen.output_file is None:
        for chunk in chunks:
            stream.write(chunk)
            size += len(chunk)
            if printed is not None:
                printed.append(chunk)
                printed = printed if size <= LONGEST else None
        stream.flush()
    else:
        write(chosen.output_file, "".join(chunks))
    if chosen.output_format == "github":
        _write_job_summary(shown, context)
    return None if printed is None else "".join(printed)


def keep_answer(chosen: argparse.Namespace, request: Request, outcome: Outcome, printed: str | None, code: int) -> None:
    """Let the next run of the same words print the same, and exit with the same code, without opening any file."""
    summary = outcome.report.summary
    if outcome.looked is None or printed is None or chosen.verbose or chosen.output_file is not None:
        return
    if chosen.output_format == "github" and os.environ.get("GITHUB_STEP_SUMMARY"):
        return
    if summary.cached != summary.checked:
        if len(outcome.report.diagnostics) > 1000:
            return  # The next run will know all of them.
        known = outcome.report._replace(summary=summary._replace(cached=summary.checked))
        context = _context(chosen, request, outcome, color=_is_colored(chosen, sys.stdout))
        printed = "".join(render(chosen.output_format, _shown(chosen, known), context))
    keep(chosen.words, request.folder, outcome.looked, outcome.caches, outcome.begun, code, printed)


def _shown(chosen: argparse.Namespace, report: Report) -> Report:
    return report._replace(
        diagnostics=tuple(each for each in report.diagnostics if _is_shown(each, chosen.min_severity))
    )


def _is_shown(diagnostic: Diagnostic, least: str) -> bool:
    from checker.diagnostic import weight

    return weight(diagnostic.severity) >= weight(least)


def _is_colored(chosen: argparse.Namespace, stream: TextIO) -> bool:
    return is_colored(chosen.color, stream, into_file=chosen.output_file is not None)


def _context(chosen: argparse.Namespace, request: Request, outcome: Outcome, *, color: bool) -> Context:
    root = repository_root(request.folder)
    return Context(
        text=_texts(request, outcome),
        rule=_card,
        version=__version__,
        color=color,
        verbosity=chosen.verbose - chosen.quiet,
        statistics=chosen.statistics,
        width=columns(),
        shown=chosen.min_severity,
        root=root,
        place=lambda path: os.path.relpath(outcome.files.get(path) or path, root).replace(os.sep, "/"),
        home=HOME,
        today=request.today,
        articles=tuple(sorted(outcome.files)),
    )


def _texts(request: Request, outcome: Outcome) -> Callable[[str], str | None]:
    def text(path: str) -> str | None:
        if request.stdin is not None:
            return request.stdin[1].decode("utf-8", "replace")
        try:
            with open(outcome.files[path], "rb") as file:
                return file.read().decode("utf-8", "replace")
        except (OSError, KeyError):
            return None

    return text


def _card(name: str) -> RuleCard | None:
    if name not in rules.names():
        return None
    rule = rules.load(name)
    return RuleCard(rule.summary, rule.family, rule.severity, f"{HOME}rules/{name}", rules.page(name))


def write(path: str, text: str) -> None:
    """Put a text into a file; raises UsageProblem where that fails."""
    from checker.files import write_file

    try:
        write_file(path, text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise UsageProblem(f"{path} could not be written: {error.strerror or error}.") from None


def spare(path: str | None, request: Request) -> None:
    """Raise UsageProblem if an output would take the place of an article that the request is about, or of settings."""
    if path is None or not os.path.isfile(path):
        return
    from checker.selection import looked_for, select_articles

    selection = select_articles(request)
    names = {article: site.name(article) for article, site in selection.found}
    for file in looked_for(request._replace(baseline=None), selection):
        if os.path.lexists(file) and os.path.samefile(file, path):
            kind = "is an article to be read" if file in names else "holds settings of this run"
            raise UsageProblem(
                f"{names.get(file, os.path.relpath(file))} {kind}, and the output would take its place; "
                "name another file with --output-file."
            )


def _write_job_summary(report: Report, context: Context) -> None:
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if path:
        from checker.render.github import job_summary

        try:
            with open(path, "a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(job_summary(report, context))
        except OSError as error:
            raise UsageProblem(f"{path} could not be written: {error.strerror or error}.") from None
