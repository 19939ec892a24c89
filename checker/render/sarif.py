"""SARIF 2.1.0, for GitHub code scanning and other viewers of static analysis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from checker.diagnostic import weight
from checker.render._twins import numbered
from checker.render._words import lasting
from checker.render.json import dumped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.diagnostic import Diagnostic, PlacedFix, Report, Suppressed
    from checker.render import Context
    from checker.text import Range

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
BASE = "%SRCROOT%"
"""The name by which SARIF's readers know the root of the checked-out repository."""


def render(report: Report, context: Context) -> Iterator[str]:
    """One run, a result a line, the gravest first: GitHub shows 5,000 of them and drops the rest.

    A suppressed diagnostic is a result too, with its suppression.
    """
    every = [*report.diagnostics, *(suppressed.diagnostic for suppressed in report.suppressed)]
    suppressions = [*[None] * len(report.diagnostics), *report.suppressed]
    told = zip(numbered(every), suppressions, strict=True)
    gravest_first = sorted(told, key=lambda one: -weight(one[0][0].severity))
    examples = {diagnostic.rule: diagnostic for diagnostic in reversed(every)}
    index = {rule: position for position, rule in enumerate(sorted(examples))}

    driver: dict[str, Any] = {"name": "checker"}
    if context.version:
        driver |= {"version": context.version, "semanticVersion": context.version}
    if context.home:
        driver["informationUri"] = context.home
    driver["rules"] = [rule_descriptor(examples[rule], context) for rule in index]

    yield f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{{"tool": {dumped({"driver": driver})},\n'
    yield f'"invocations": {dumped([{"executionSuccessful": "internal-error" not in index}])},\n'
    if context.root:
        yield f'"originalUriBaseIds": {dumped({BASE: {"uri": f"file://{uri(absolute(context.root))}"}})},\n'
    yield f'"columnKind": "unicodeCodePoints", "properties": {dumped({"summary": lasting(report)})},\n'
    yield '"results": ['
    between = "\n"
    for (diagnostic, number), suppressed in gravest_first:
        yield f"{between}{dumped(result(diagnostic, number, suppressed, index[diagnostic.rule], context))}"
        between = ",\n"
    yield "]}]}\n"


def rule_descriptor(example: Diagnostic, context: Context) -> dict[str, Any]:
    """What the report says of a rule: its card, or what one of its diagnostics tells."""
    card = context.rule(example.rule)
    summary = card.summary if card else example.rule
    url = (card.url if card else "") or example.url
    told: dict[str, Any] = {
        "id": example.rule,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": summary},
        "help": {"text": f"Run `checker explain {example.rule}` for the rule's page."},
        "defaultConfiguration": {"level": card.severity if card and weight(card.severity) else example.severity},
        "properties": {"tags": [card.family if card else example.family]},
    }
    if card and card.page:
        told["help"]["markdown"] = card.page
    if url:
        told["helpUri"] = url
    return told


def result(
    diagnostic: Diagnostic, number: int, suppressed: Suppressed | None, rule_index: int, context: Context
) -> dict[str, Any]:
    """One result; equal fingerprints are told apart by `number`."""
    told: dict[str, Any] = {
        "ruleId": diagnostic.rule,
        "ruleIndex": rule_index,
        "level": diagnostic.severity,
        "message": {"text": message(diagnostic.message, diagnostic.help)},
        "locations": [location(diagnostic.path, diagnostic.range, context)],
        "partialFingerprints": {"checker/v1": f"{diagnostic.fingerprint}:{number}"},
    }
    if diagnostic.related:
        told["relatedLocations"] = [
            location(related.path, related.range, context)
            | {"id": position, "message": {"text": message(related.message)}}
            for position, related in enumerate(diagnostic.related, 1)
        ]
    ways = (*filter(None, [diagnostic.fix]), *diagnostic.alternatives)
    if ways:
        told["fixes"] = [fix_object(fix, diagnostic.path, context) for fix in ways]
    if suppressed:
        told["suppressions"] = [{"kind": suppressed.kind, "justification": suppressed.reason}]
    details = {"trial": diagnostic.trial, "pointer": diagnostic.pointer}
    if any(details.values()):
        told["properties"] = {name: value for name, value in details.items() if value}
    return told


def message(text: str, help_text: str | None = None) -> str:
    """A message and its help, in which SARIF's `[text](target)` makes no link."""
    whole = f"{text}\n{help_text}" if help_text else text
    if "](" not in whole:
        return whole
    return whole.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def location(path: str, placed: Range, context: Context) -> dict[str, Any]:
    """A range in a file of the repository."""
    return {"physicalLocation": {"artifactLocation": artifact(path, context), "region": region(placed)}}


def artifact(path: str, context: Context) -> dict[str, str]:
    """A file, relative to the repository's root."""
    return {"uri": uri(context.place(path)), "uriBaseId": BASE}


def region(placed: Range) -> dict[str, int]:
    """A range; SARIF's end column, too, is that of the character after the last one."""
    return {
        "startLine": placed.start.line,
        "startColumn": placed.start.column,
        "endLine": placed.end.line,
        "endColumn": placed.end.column,
    }


def fix_object(fix: PlacedFix, path: str, context: Context) -> dict[str, Any]:
    """A fix: edits of one file that belong together."""
    replacements = [{"deletedRegion": region(edit.range), "insertedContent": {"text": edit.text}} for edit in fix.edits]
    title = f"{fix.title} ({'safe' if fix.safe else 'unsafe'})"
    return {
        "description": {"text": message(title)},
        "artifactChanges": [{"artifactLocation": artifact(path, context), "replacements": replacements}],
    }


def uri(path: str) -> str:
    """A path as a URI reference; a file name's undecodable bytes (surrogates) come back as the bytes they were."""
    try:
        octets = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        octets = path.encode("utf-8", "replace")
    return quote(octets, safe="/")


def absolute(folder: str) -> str:
    """An absolute folder as the path of a `file:` URI, which begins and ends with a slash."""
    return f"/{folder.replace(chr(92), '/').strip('/')}/".replace("//", "/")
