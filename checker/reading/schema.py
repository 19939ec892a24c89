"""Placeholder until the schemas land (to be overwritten by the schema work)."""

from __future__ import annotations
from typing import Any
from checker.facts import Facts


def mismatches(data: dict[str, Any], settings: Any) -> tuple[Any, ...]:
    return ()


def prune(data: dict[str, Any], found: Any) -> dict[str, Any]:
    return data


def facts_of(data: dict[str, Any]) -> Facts:
    d = dict(data)
    if isinstance(d.get("trials"), list):
        d["trials"] = [{**t, "at": ("trials", i)} for i, t in enumerate(d["trials"]) if isinstance(t, dict)]
    return Facts.model_validate(d)
