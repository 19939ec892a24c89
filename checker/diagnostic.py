"""What a run says of one place: plain data, complete, JSON-able, sortable."""

from typing import Literal, NamedTuple

from checker.text import Range

Severity = Literal["error", "warning", "note"]
Level = Literal["error", "warning", "note", "off"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""The severities, gravest first."""


def weight(severity: str) -> int:
    """How grave a severity is: 3 for an error, 1 for a note, 0 for `off` or `never`."""
    return {"error": 3, "warning": 2, "note": 1}.get(severity, 0)


class PlacedEdit(NamedTuple):
    """Replace what stands in `range` by `text`."""

    range: Range
    text: str


class PlacedFix(NamedTuple):
    """Titled edits that belong together; `safe` when no meaning can change."""

    title: str
    safe: bool
    edits: tuple[PlacedEdit, ...]


class Related(NamedTuple):
    """Another place that the message speaks of: the fact, the first of two keys, the other article."""

    path: str
    range: Range
    message: str


class Diagnostic(NamedTuple):
    """A finding, placed and levelled.

    `path` is relative to the settings file's folder, with `/`. `pointer` is a JSON Pointer into the
    front matter, or None where the place is in the body. `fingerprint` names the finding across edits
    that move it: it depends on no line number. `alternatives` are other ways to mend it than `fix`, never applied
    unasked.
    """

    path: str
    range: Range
    rule: str
    family: str
    severity: Severity
    message: str
    help: str | None = None
    trial: str | None = None
    pointer: str | None = None
    related: tuple[Related, ...] = ()
    fix: PlacedFix | None = None
    url: str = ""
    fingerprint: str = ""
    alternatives: tuple[PlacedFix, ...] = ()


class Suppressed(NamedTuple):
    """A diagnostic that is not reported: a comment covers it (`inSource`) or the baseline accepts it (`external`)."""

    diagnostic: Diagnostic
    reason: str
    kind: Literal["inSource", "external"] = "inSource"


class Entry(NamedTuple):
    """One article's fact for one corpus rule, as `check_corpus` needs it; `value` is plain data."""

    rule: str
    key: str
    path: str
    range: Range
    value: tuple[str, ...]
    severity: Severity
    silenced: str | None = None


class Verdict(NamedTuple):
    """All that checking one article yields.

    `valid_until` is the last date (`yyyy-mm-dd`) on which the same text gives the same verdict, or
    None where no date matters. `looked_up` are the trial numbers that the rules asked the snapshot for, with digests
    of what it answered: the verdict holds for exactly these. The empty number stands for the snapshot's own date.
    """

    path: str
    diagnostics: tuple[Diagnostic, ...]
    suppressed: tuple[Suppressed, ...] = ()
    entries: tuple[Entry, ...] = ()
    valid_until: str | None = None
    looked_up: tuple[tuple[str, str], ...] = ()


class Summary(NamedTuple):
    """The counts of a run. Found articles are checked, skipped or excluded: the three add up."""

    found: int = 0
    checked: int = 0
    cached: int = 0
    skipped: int = 0
    excluded: int = 0
    errors: int = 0
    warnings: int = 0
    notes: int = 0
    fixable: int = 0


class Report(NamedTuple):
    """All that a run yields, in the order in which it is shown: by path, place, rule."""

    diagnostics: tuple[Diagnostic, ...]
    suppressed: tuple[Suppressed, ...]
    summary: Summary
