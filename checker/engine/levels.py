"""Which rules run on an article, and how grave their findings are."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from checker.consulted import SnapshotProblem
from checker.diagnostic import weight
from checker.rules import ENGINE_RULES, Rule, load, names, silent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.article import Article
    from checker.diagnostic import Severity
    from checker.settings import Settings

ALWAYS = "file"
"""The family that `--select` and `--ignore` never silence."""


def is_selected(name: str, family: str, settings: Settings) -> bool:
    """Whether `--select` and `--ignore` let a rule run."""
    if family == ALWAYS or name in ENGINE_RULES:
        return True
    if settings.select and name not in settings.select and family not in settings.select:
        return False
    return name not in settings.ignore and family not in settings.ignore


def level_of(rule: Rule, settings: Settings, *, draft: bool) -> str:
    """A rule's level on an article: the settings' for the rule, else for its family, else its own.

    A rule that is off by itself and selected by name is a warning.
    """
    if rule.name in ENGINE_RULES:
        return rule.severity
    tables = (settings.draft_levels, settings.levels) if draft else (settings.levels,)
    for table in tables:
        for name in (rule.name, rule.family):
            if name in table:
                return table[name]
    if rule.severity == "off" and rule.name in settings.select:
        return "warning"
    return rule.severity


def running(article: Article, rules: Iterable[Rule] | None = None) -> list[tuple[Rule, Severity]]:
    """The rules that run on an article, sorted by name, each with its level; `rules` stands in for those there are.

    What is off, or not selected, or has nothing to say of the article, is not imported. Raises SnapshotProblem.
    """
    settings, draft = article.settings, article.draft
    if rules is not None:
        chosen = [rule for rule in rules if is_selected(rule.name, rule.family, settings)]
        return [(rule, level) for rule in chosen if (level := _level(rule, settings, draft=draft))]
    # One article after the other is checked with the same settings.
    if _LAST[0][0] is not settings:
        selected = {name: family for name, family in names().items() if is_selected(name, family, settings)}
        _LAST[0] = settings, selected, {}
    _, selected, known = _LAST[0]
    quiet = _silent(article, dict.fromkeys(selected.values()))
    found = []
    for name in selected:
        if name not in quiet:
            if (name, draft) not in known:
                known[name, draft] = load(name), _level(load(name), settings, draft=draft)
            rule, level = known[name, draft]
            if level is not None:
                found.append((rule, level))
    return found


_LAST: list[tuple[Settings | None, dict[str, str], dict[tuple[str, bool], tuple[Rule, Severity | None]]]] = [
    (None, {}, {})
]
"""The settings asked for last, the rules that they select with their families, and those asked for, by name and draft,
with their levels."""


def _silent(article: Article, families: Iterable[str]) -> frozenset[str]:
    found: set[str] = set()
    # What comments silence is told by what each rule did.
    for family in families if not article.comments else ():
        try:
            found |= silent(article, family)
        except SnapshotProblem:
            raise
        except Exception:
            continue  # The rules of the family will fail alike, and be told of.
    return frozenset(found)


def _level(rule: Rule, settings: Settings, *, draft: bool) -> Severity | None:
    level = level_of(rule, settings, draft=draft)
    return None if level == "off" else cast("Severity", level)


def weaker(one: Severity, other: Severity | None) -> Severity:
    """The weaker of a rule's level and a finding's own severity."""
    return one if other is None or weight(one) < weight(other) else other
