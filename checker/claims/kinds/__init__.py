"""The kinds of claims: a module a group of kinds, discovered by folder, each with `KINDS` and `find(said)`."""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from checker.claims.grammar import learn
from checker.claims.kinds._doubt import weigh

if TYPE_CHECKING:
    from types import ModuleType

    from checker.claims.claim import Found
    from checker.claims.said import Said


@cache
def modules() -> tuple[ModuleType, ...]:
    """The modules of this folder, in the order of their names."""
    names = sorted(name[:-3] for name in os.listdir(os.path.dirname(__file__)) if name.endswith(".py"))
    found = tuple(import_module(f"{__name__}.{name}") for name in names if not name.startswith("_"))
    for module in found:
        for table in ("PATTERNS", "TRAPS"):
            learn(getattr(module, table, ()))
    return found


def find(said: Said) -> list[Found]:
    """All claims that one sentence states, unbound, in its order."""
    found = weigh(said, (claim for module in modules() for claim in module.find(said)))
    return sorted(found, key=lambda claim: (claim.start, claim.end, claim.kind))
