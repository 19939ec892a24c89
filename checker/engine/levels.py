"""Which rules run on an article, and how grave their findings are."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from checker.diagnostic import weight
from checker.rules import ENGINE_RULES, Rule, load, names

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def running(settings: Settings, *, draft: bool, rules: Iterable[Rule] | None = None) -> list[tuple[Rule, Severity]]:
    """The rules that run on an article, sorted by name, each with its level."""
    if rules is not None:
        return _running(settings, rules, draft=draft)
    # One article after the other is checked with the same settings.
    last, found = _LAST[0]
    if last is not settings:
        found = {}
        _LAST[0] = settings, found
    if draft not in found:
        # What does not run is not imported.
        rules = [load(name) for name, family in names().items() if is_selected(name, family, settings)]
        found[draft] = _running(settings, rules, draft=draft)
    return found[draft]


_LAST: list[tuple[Settings | None, dict[bool, list[tuple[Rule, Severity]]]]] = [(None, {})]
"""The settings asked for last, and the rules that run with them on articles that are drafts and that are not."""


def _running(settings: Settings, rules: Iterable[Rule], *, draft: bool) -> list[tuple[Rule, Severity]]:
    found = []
    for rule in rules:
        level = level_of(rule, settings, draft=draft)
        if level != "off" and is_selected(rule.name, rule.family, settings):
            found.append((rule, cast("Severity", level)))
    return found


def weaker(one: Severity, other: Severity | None) -> Severity:
    """The weaker of a rule's level and a finding's own severity."""
    return one if other is None or weight(one) < weight(other) else other
