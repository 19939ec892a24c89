"""What is wrong with settings, in words for the person who wrote them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.reading.schema import explain_settings
from checker.rules import ENGINE_RULES, families, load, names
from checker.text import near_miss

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Mismatch


def settings_problems(raw: dict[str, Any]) -> list[str]:
    """One sentence for each thing in a settings table that cannot be meant as it stands; none if all is well."""
    found = [_sentence(mismatch) for mismatch in explain_settings(raw)]
    return found or list(_unknown_names(raw))


def unknown_rule(name: str) -> str | None:
    """Why a name is neither a rule's nor a family's, with the nearest one; None if it is."""
    if name in names() or name in families():
        return None
    return f'There is no rule or family called "{name}".{near_miss(name, (*names(), *families()))}'


def _unknown_names(raw: dict[str, Any]) -> Iterator[str]:
    tables = {"levels": raw.get("levels", {}), "drafts.levels": raw.get("drafts", {}).get("levels", {})}
    for table, levels in tables.items():
        for name in levels:
            problem = unknown_rule(name)
            if problem:
                yield f"In {table}: {problem}"
            elif name in ENGINE_RULES:
                yield f"In {table}: {name} has no level to set, for it says that something was not checked."
    for name, options in raw.get("rules", {}).items():
        if name not in names():
            yield f'In rules: there is no rule called "{name}".{near_miss(name, names())}'
            continue
        defaults = load(name).options
        for option, value in options.items():
            if option not in defaults:
                yield f'In rules.{name}: there is no option called "{option}".{near_miss(option, defaults)}'
            elif not isinstance(value, type(defaults[option])):
                yield f"In rules.{name}: {option} is {value!r}; it wants the like of {defaults[option]!r}."


def _sentence(mismatch: Mismatch) -> str:
    place = ".".join(map(str, mismatch.pointer)) or "The settings"
    if mismatch.keyword in ("additionalProperties", "unevaluatedProperties"):
        key = str(mismatch.pointer[-1]) if mismatch.pointer else ""
        where = ".".join(map(str, mismatch.pointer[:-1]))
        return f'There is no setting called "{key}"{f" in {where}" if where else ""}.{near_miss(key, mismatch.names)}'
    if mismatch.keyword == "required":
        missing = mismatch.names[0] if mismatch.names else "a key"
        return f'{place} lacks "{missing}".'
    shown = repr(mismatch.value)
    wanted = mismatch.schema.get("description") or mismatch.schema.get("title") or ""
    if mismatch.keyword == "enum":
        wanted = "One of " + ", ".join(map(str, mismatch.expected)) + "."
    return f"{place} is {shown[:60]}. {wanted}".strip()
