"""Rule pages as tests: reads a page's cases, runs them, writes what came out."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any, NamedTuple

from checker.config import settings_from
from checker.consulted import Consulted
from checker.engine.article import check_article, check_unreadable
from checker.engine.corpus import check_corpus
from checker.engine.fixes import fix_text
from checker.reading import decode, read
from checker.registered import InMemory, RegistryRecord
from checker.rules import load, names, rule_of
from checker.snapshot.form import read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.article import Article
    from checker.diagnostic import Diagnostic, Entry
    from checker.registered import Registry
    from checker.settings import Settings

TODAY = "2026-06-01"
"""The run's date in a case whose settings name none."""

FENCE = re.compile(r"(`{3,})[ \t]*([^`\n]*)")
ESCAPE = re.compile(r"\\(x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}|[rnt0\\])")


class Part(NamedTuple):
    """A fenced block of a page: what it is (`article`, `diagnostics` …), its other words, its text and its lines."""

    kind: str
    words: tuple[str, ...]
    text: str
    start: int
    end: int


class Case(NamedTuple):
    """One `##` section of a page that shows an article."""

    rule: str
    title: str
    parts: tuple[Part, ...]

    def of(self, kind: str) -> list[Part]:
        return [part for part in self.parts if part.kind == kind]


def read_cases(rule: str, page: str) -> Iterator[Case]:
    """The cases of a page, in order."""
    title, parts = "", []
    lines = page.split("\n")
    at = 0
    while at < len(lines):
        line = lines[at]
        fence = FENCE.fullmatch(line)
        if fence:
            end = next(i for i in range(at + 1, len(lines)) if lines[i].rstrip() == fence[1])
            kind, *words = fence[2].split() or [""]
            text = "".join(f"{line}\n" for line in lines[at + 1 : end])
            parts.append(Part(kind, tuple(words), text, at, end))
            at = end
        elif line.startswith("## "):
            if any(part.kind == "article" for part in parts):
                yield Case(rule, title, tuple(parts))
            title, parts = line[3:].strip(), []
        at += 1
    if any(part.kind == "article" for part in parts):
        yield Case(rule, title, tuple(parts))


class Outcome(NamedTuple):
    """What a case came to: the lines of its diagnostics block, and the fixed text of each article that changes."""

    lines: tuple[str, ...]
    fixed: dict[str, str]


def run_case(case: Case) -> Outcome:
    """Check a case's articles with the case's rule alone (or with what its settings select)."""
    settings = case_settings(case)
    rules = [load(name) for name, family in names().items() if not {name, family}.isdisjoint(settings.select)]
    rules += (_rule_in(part) for part in case.of("rule"))
    committed = {_path(part): _decoded(part).decode() for part in case.of("committed")}
    diagnostics: list[Diagnostic] = []
    entries: list[Entry] = []
    fixed: dict[str, str] = {}
    for part in case.of("article"):
        path, text = _path(part), decode(_decoded(part), settings)
        if not isinstance(text, str):
            diagnostics += check_unreadable(path, text, settings).diagnostics
            continue
        verdict = check_article(
            path, text, settings, committed=committed.get(path), registry=case_registry(case), rules=rules
        )
        diagnostics += verdict.diagnostics
        entries += verdict.entries
        result = fix_text(path, text, settings, verdict, unsafe=True, registry=case_registry(case), rules=rules)
        if result.text != text:
            fixed[path] = result.text
    diagnostics += check_corpus(entries, settings)
    chosen = [d for d in diagnostics if d.rule in settings.select or d.rule == "internal-error"]
    several = len(case.of("article")) > 1
    return Outcome(tuple(line for d in chosen for line in _lines(d, several=several)), fixed)


def articles_of(case: Case) -> Iterator[Article]:
    """The readable articles of a case, with its snapshot and what was committed before."""
    settings, registry = case_settings(case), case_registry(case)
    committed = {_path(part): _decoded(part).decode() for part in case.of("committed")}
    for part in case.of("article"):
        path, text = _path(part), decode(_decoded(part), settings)
        if isinstance(text, str):
            article = read(path, text, settings)
            article.registry = Consulted(registry) if registry is not None else None
            article.committed = read(path, committed[path], settings) if path in committed else None
            yield article


def case_settings(case: Case) -> Settings:
    """The settings of a case: its `settings` block, with a fixed date and the case's rule selected by default.

    A block `schema article` or `schema trial` is a schema of the newsroom's own.
    """
    raw: dict[str, Any] = {"today": TODAY, "select": [case.rule]}
    for part in case.of("settings"):
        raw |= tomllib.loads(part.text)
    today, select = raw.pop("today"), raw.pop("select")
    schemas = {part.words[0]: part.text for part in case.of("schema")}
    return settings_from(raw, today=str(today))._replace(select=tuple(select), schemas=schemas)


def case_registry(case: Case) -> Registry | None:
    """The snapshot of a case: a record for each `registry` block, and `registry fetched=2026-05-31` for its date.

    A block holds the text of a snapshot's file; one that holds nothing gives the date alone. A case without blocks
    has no snapshot.
    """
    parts = case.of("registry")
    if not parts:
        return None
    words = [word.removeprefix("fetched=") for part in parts for word in part.words if word.startswith("fetched=")]
    fetched = words[0] if words else None
    records = [read_text(part.text, "a registry block") for part in parts if part.text.strip()]
    return InMemory((record for record in records if isinstance(record, RegistryRecord)), fetched)


def expected_lines(case: Case) -> tuple[str, ...]:
    """The lines of a case's diagnostics block."""
    return tuple(line for part in case.of("diagnostics") for line in part.text.splitlines())


def expected_fixed(case: Case) -> dict[str, str]:
    """The text of each `fixed` block, by path."""
    return {_path(part): _decoded(part).decode() for part in case.of("fixed")}


def accept(page: str, outcomes: Iterable[tuple[Case, Outcome]]) -> str:
    """The page with each case's diagnostics and fixed blocks rewritten to what came out."""
    lines = page.split("\n")
    changes: list[tuple[int, int, list[str]]] = []
    for case, outcome in outcomes:
        last = max(
            part.end for part in case.parts if part.kind in ("article", "settings", "committed", "rule", "registry")
        )
        blocks = case.of("diagnostics")
        if blocks:
            changes.append((blocks[0].start + 1, blocks[0].end, list(outcome.lines)))
            last = max(last, blocks[0].end)
        else:
            changes.append((last + 1, last + 1, ["", "```diagnostics", *outcome.lines, "```"]))
        written = case.of("fixed")
        for part in written:
            text = outcome.fixed.get(_path(part))
            if text is None:
                changes.append((part.start - 1, part.end + 1, []))
            else:
                body = _encoded(text) if "escaped" in part.words else text
                changes.append(
                    (part.start + 1, part.end, body.split("\n")[:-1] if body.endswith("\n") else body.split("\n"))
                )
        if not written:
            for path, text in outcome.fixed.items():
                article = next(part for part in case.of("article") if _path(part) == path)
                body = _encoded(text) if "escaped" in article.words else text
                fence = "`" * max(3, *(len(run) + 1 for run in re.findall(r"`{3,}", body) or [""]))
                info = " ".join(("fixed", *article.words))
                changes.append((last + 1, last + 1, ["", fence + info, *body.split("\n")[:-1], fence]))
    for start, end, new in sorted(changes, key=lambda change: change[0], reverse=True):
        lines[start:end] = new
    return "\n".join(lines)


def _lines(diagnostic: Diagnostic, *, several: bool) -> Iterator[str]:
    place = diagnostic.range.start
    name = f"{diagnostic.path} " if several else ""
    yield f"{name}{place.line}:{place.column} {diagnostic.severity}: {diagnostic.message}"
    if diagnostic.help:
        yield f"  help: {diagnostic.help}"
    for related in diagnostic.related:
        other = f"{related.path} " if several else ""
        yield f"  see {other}{related.range.start.line}:{related.range.start.column}: {related.message}"
    if diagnostic.fix:
        yield f"  fix ({'safe' if diagnostic.fix.safe else 'unsafe'}): {diagnostic.fix.title}"
    for other in diagnostic.alternatives:
        yield f"  or: {other.title}"


def _path(part: Part) -> str:
    return next((word for word in part.words if word != "escaped"), "articles/case.md")


def _decoded(part: Part) -> bytes:
    if "escaped" not in part.words:
        return part.text.encode()
    simple = {"r": "\r", "n": "\n", "t": "\t", "0": "\0", "\\": "\\"}
    out, at = b"", 0
    for match in ESCAPE.finditer(part.text):
        out += part.text[at : match.start()].encode()
        code = match[1]
        if code[0] == "x":
            out += bytes([int(code[1:], 16)])
        else:
            out += (chr(int(code[1:], 16)) if code[0] in "uU" else simple[code]).encode()
        at = match.end()
    return out + part.text[at:].encode()


def _encoded(text: str) -> str:
    shown = text.replace("\\", "\\\\").replace("\r", "\\r")
    return "".join(c if c.isprintable() or c == "\n" else f"\\u{ord(c):04x}" for c in shown)


def _rule_in(part: Part) -> Any:
    """A rule that a page brings along, to show what the engine makes of it."""
    from types import ModuleType

    module = ModuleType(part.words[0])
    exec(compile(part.text, part.words[0], "exec"), module.__dict__)
    return rule_of(module, part.words[0], "suppression")
