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
    return sorted(weigh(said, _stated(said)), key=lambda claim: (claim.start, claim.end, claim.kind))


MOST, LONGEST = 4_096, 400
"""Sentences whose claims are remembered, and code points of the longest of them."""
_KNOWN: dict[tuple[str, tuple[str, str], str], list[tuple[ModuleType, tuple[Found, ...] | None]]] = {}
"""What modules find in a sentence in such a block under such heads; None from one that looked beyond those."""


def _stated(said: Said) -> list[Found]:
    """What the modules find; those that looked at the words alone are not asked again where the words come again."""
    place = said.block_kind, said.heads, said.text
    known = _KNOWN.get(place)
    if known is not None:
        return [claim for module, found in known for claim in (module.find(said) if found is None else found)]
    stated: list[Found] = []
    known = []
    for module in modules():
        said.looked_around = False
        found = tuple(module.find(said))
        if found or said.looked_around:
            known.append((module, None if said.looked_around else found))
        stated += found
    if len(said.text) <= LONGEST:
        if len(_KNOWN) >= MOST:
            _KNOWN.clear()
        _KNOWN[place] = known
    return stated
