"""Why a rule did or did not fire in an article, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import rules
from checker.consulted import SnapshotProblem
from checker.run import engine, select_articles
from checker.snapshot import open_snapshot

if TYPE_CHECKING:
    from checker.diagnostic import Verdict
    from checker.files import Unreadable
    from checker.run import Request, Site


def trace(request: Request, name: str) -> tuple[list[str], int]:
    """The steps from a path to what one rule says of it, a line each, and the exit code (2 where nothing was done)."""
    from checker.files import read_file

    selection = select_articles(request)
    if selection.problems:
        return list(selection.problems), 2
    rule = rules.load(name)
    lines: list[str] = []
    for path, site in selection.found:
        lines.append(f"{site.name(path)}")
        lines.append(f"  settings    {site.source.path or 'none, the defaults'}")
        if path in selection.excluded:
            lines.append("  excluded    by the settings; --no-exclude lifts that")
            continue
        lines += _told(rule, read_file(path, site.settings.limits.article_size), site.name(path), site)
    return lines, 0


def _told(rule: rules.Rule, data: bytes | Unreadable, name: str, site: Site) -> list[str]:
    from checker.engine.levels import is_selected, level_of
    from checker.reading import read

    settings = site.settings
    text = engine().decode(data, settings) if isinstance(data, bytes) else None
    if not isinstance(text, str):
        return ["  unreadable  so that no rule ran but unreadable-file"]
    article = read(name, text, settings)
    said = []
    if article.front is None:
        said.append("  front       could not be read; rules that need it are silent")
    else:
        said.append(
            f"  front       read: {len(article.trials)} trial records, {len(article.mismatches)} schema findings"
        )
    said.append(f"  body        {len(article.prose)} blocks of prose, {len(article.comments)} comments to the checker")
    selected = is_selected(rule.name, rule.family, settings)
    said.append(f"  selected    {'yes' if selected else 'no (--select or --ignore)'}")
    level = level_of(rule, settings, draft=article.draft)
    origin = "the rule's own" if level == rule.severity else "from the settings"
    said.append(f"  level       {level} ({origin}{', for a draft' if article.draft else ''})")
    for option, value in rule.options.items():
        value = settings.rules.get(rule.name, {}).get(option, value)
        said.append(f"  option      {option} = {value!r}")
    if not selected or level == "off":
        return [*said, "  outcome     the rule did not run"]
    try:
        registry = open_snapshot(settings.snapshot, site.folder)
        said.append(f"  snapshot    {settings.snapshot if registry is not None else 'none'}")
    except SnapshotProblem as problem:
        registry = None
        said.append(f"  snapshot    {problem}")
    return [*said, *_outcome(rule, engine().check_article(name, text, settings, registry=registry))]


def _outcome(rule: rules.Rule, verdict: Verdict) -> list[str]:
    said = [
        f"  suppressed  {each.diagnostic.range.start.line}:{each.diagnostic.range.start.column} "
        f"{each.diagnostic.message} (reason: {each.reason or 'none'})"
        for each in verdict.suppressed
        if each.diagnostic.rule == rule.name
    ]
    found = [each for each in verdict.diagnostics if each.rule == rule.name]
    failed = [
        each for each in verdict.diagnostics if each.rule == "internal-error" and f" {rule.name} " in each.message
    ]
    said += [
        f"  {each.severity:10}  {each.range.start.line}:{each.range.start.column} {each.message}" for each in found
    ]
    said += [f"  failed      {each.message}" for each in failed]
    if rule.collect is not None:
        collected = [entry for entry in verdict.entries if entry.rule == rule.name]
        said += [
            f"  collected   {entry.range.start.line}:{entry.range.start.column} {entry.key}" for entry in collected
        ]
        said.append("  outcome     the rule compares articles; check them together to see what it says")
    elif not found and not failed:
        said.append("  outcome     the rule ran and found nothing to report")
    return said
