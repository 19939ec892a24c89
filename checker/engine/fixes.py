"""Applying fixes: edits that do not touch each other, checked again afterwards, kept only if nothing got worse."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from checker.diagnostic import Diagnostic, PlacedFix, Verdict
from checker.engine.article import check_article
from checker.registered import Registry
from checker.rules import Rule
from checker.settings import Settings
from checker.text import Lines, Span

ROUNDS = 10
"""How often the result of a fix is checked and fixed again, at most."""


class Fixed(NamedTuple):
    """The text after the fixes, its verdict, and how many fixes were applied."""

    text: str
    verdict: Verdict
    applied: int


def fix_text(
    path: str,
    text: str,
    settings: Settings,
    verdict: Verdict,
    *,
    unsafe: bool,
    registry: Registry | None = None,
    rules: Sequence[Rule] | None = None,
) -> Fixed:
    """Apply the fixes of a verdict to the text that it is about, then those of the result, until none is left.

    Only safe fixes are applied unless `unsafe`. A set of fixes that leaves more errors or more of anything than there
    was is tried fix by fix, and a fix that does so alone is left out. All outside the edits stays as it is. `registry`
    and `rules` are those that the verdict came from.
    """
    applied = 0
    refused: set[tuple[str, str]] = set()
    seen = {text}  # Two fixes that undo each other come to an end where a text comes back.
    for _ in range(ROUNDS):
        fixes = [fix for fix in _fixes(verdict.diagnostics, unsafe=unsafe) if _name(fix) not in refused]
        if not fixes:
            break
        for attempt in (fixes, *([fix] for fix in fixes)) if len(fixes) > 1 else (fixes,):
            chosen = _apart(attempt, Lines(text))
            result = apply_edits(text, [edit for _, edits in chosen for edit in edits])
            after = check_article(path, result, settings, registry=registry, rules=rules)
            if result not in seen and not _is_worse(after, verdict):
                seen.add(result)
                text, verdict, applied = result, after, applied + len(chosen)
                break
            if len(attempt) == 1:
                refused.add(_name(attempt[0]))
    return Fixed(text, verdict, applied)


def apply_edits(text: str, edits: Iterable[tuple[Span, str]]) -> str:
    """The text with each span replaced. The spans lie apart; two insertions at one place keep their order."""
    parts: list[str] = []
    at = 0
    for span, new in sorted(edits, key=lambda edit: edit[0]):
        parts += (text[at : span.start], new)
        at = span.end
    return "".join((*parts, text[at:]))


def _fixes(diagnostics: Iterable[Diagnostic], *, unsafe: bool) -> list[PlacedFix]:
    return [each.fix for each in diagnostics if each.fix is not None and (unsafe or each.fix.safe)]


def _name(fix: PlacedFix) -> tuple[str, str]:
    return fix.title, "\0".join(edit.text for edit in fix.edits)


def _apart(fixes: list[PlacedFix], lines: Lines) -> list[tuple[PlacedFix, list[tuple[Span, str]]]]:
    """The fixes, in order, that touch nothing that an earlier one touches."""
    chosen: list[tuple[PlacedFix, list[tuple[Span, str]]]] = []
    taken: list[Span] = []
    for fix in fixes:
        edits = [(lines.span(edit.range), edit.text) for edit in fix.edits]
        if any(_touch(span, other) for span, _ in edits for other in taken):
            continue
        taken += (span for span, _ in edits)
        chosen.append((fix, edits))
    return chosen


def _touch(one: Span, other: Span) -> bool:
    return (one.start < other.end and other.start < one.end) or one == other


def _is_worse(after: Verdict, before: Verdict) -> bool:
    def weigh(verdict: Verdict) -> tuple[int, int]:
        errors = sum(each.severity == "error" for each in verdict.diagnostics)
        return errors, len(verdict.diagnostics)

    return weigh(after) > weigh(before)
