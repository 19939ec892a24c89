"""The texts that no match of a regular expression can do without, read off the expression itself.

To make an expression ready for the engine of linear time takes longer than to look for a few words in many texts; and
most expressions fit nothing in most articles.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    Texts = frozenset[str]
    Needs = tuple[tuple[tuple[str, ...], ...], ...]

MOST = 16
"""How many texts are listed for what an expression spells out; where there are more, it counts as any text."""

SETS = 3
"""How many sets of texts are kept of an alternative: those that fewest texts hold."""

UNSURE: Needs = ()
"""What is needed where it cannot be told: nothing."""

EMPTY = frozenset({""})


def needed(source: str) -> Needs:
    """What a text must hold for an expression (in the syntax that RE2 and `re` share) to fit: of one alternative, from
    each of its sets, one text."""
    try:
        from re import _parser  # type: ignore[attr-defined]

        tree = _parser.parse(source)
        if tree.state.flags & re.IGNORECASE:
            return UNSURE
        return _alternatives(tree)
    except Exception:  # The inner parts of `re` are not promised to stay as they are.
        return UNSURE


def lacks(text: str, needs: Needs) -> bool:
    """Whether a text lacks what an expression needs, which then fits nowhere in it."""
    for sets in needs:
        for texts in sets:
            for each in texts:
                if each in text:
                    break
            else:
                break
        else:
            return False
    return bool(needs)


def _alternatives(items: Iterable[Any]) -> Needs:
    items = _flat(items)
    branches = [items]
    place = next((place for place, item in enumerate(items) if _is_choice(item)), None)
    if place is not None:
        branches = [[*items[:place], *branch, *items[place + 1 :]] for branch in items[place][1][1]]
    found = []
    for branch in branches:
        sets = {texts for texts in _sequence(branch)[1] if " " not in texts}
        if not sets:
            return UNSURE
        found.append(tuple(tuple(sorted(texts)) for texts in sorted(sets, key=_commonness)[:SETS]))
    return tuple(dict.fromkeys(found))


def _flat(items: Iterable[Any]) -> list[Any]:
    """Items without the groups around them."""
    found = []
    for kind, arguments in items:
        if str(kind) == "SUBPATTERN" and not arguments[1]:
            found += _flat(arguments[3])
        else:
            found.append((kind, arguments))
    return found


def _is_choice(item: Any) -> bool:
    """Whether an item is a choice between more than a few fixed texts."""
    return str(item[0]) == "BRANCH" and _item("BRANCH", item[1])[0] is None


def _sequence(items: Iterable[Any]) -> tuple[Texts | None, list[Texts]]:
    """All texts that fit these items, if they are few, and the sets of texts of each of which a match holds one."""
    spelled, whole = EMPTY, True
    sets: list[Texts] = []
    for kind, arguments in items:
        if str(kind) == "AT":  # A place between characters.
            continue
        exact, inside = _item(str(kind), arguments)
        if exact is not None and len(spelled) * len(exact) <= MOST:
            spelled = frozenset(before + after for before in spelled for after in exact)
            continue
        sets += _told(spelled)
        sets += inside
        spelled, whole = exact or EMPTY, False
    sets += _told(spelled)
    return (spelled if whole else None), sets


def _item(kind: str, arguments: Any) -> tuple[Texts | None, list[Texts]]:
    if kind == "LITERAL":
        return frozenset({chr(arguments)}), []
    if kind == "IN":
        return _class(arguments), []
    if kind == "SUBPATTERN" and not arguments[1]:  # Without flags of its own.
        return _sequence(arguments[3])
    if kind == "BRANCH":
        return _branches([_sequence(branch) for branch in arguments[1]])
    if kind in ("MAX_REPEAT", "MIN_REPEAT"):
        least, most, items = arguments
        exact, sets = _sequence(items)
        if int(least) == 0:
            return (exact | EMPTY if int(most) == 1 and exact is not None else None), []
        return (exact if int(most) == 1 else None), sets
    return None, []


def _class(members: Iterable[Any]) -> Texts | None:
    found = set()
    for kind, member in members:
        if str(kind) != "LITERAL":
            return None
        found.add(chr(member))
    return frozenset(found)


def _branches(branches: list[tuple[Texts | None, list[Texts]]]) -> tuple[Texts | None, list[Texts]]:
    exact: set[str] = set()
    told: set[str] = set()
    for texts, sets in branches:
        if not sets:
            told.add("")
        else:
            told |= min(sets, key=_commonness)
        exact.update(texts or ())
    spelled = all(texts is not None for texts, _ in branches) and len(exact) <= MOST
    return (frozenset(exact) if spelled else None), _told(told)


def _told(texts: Iterable[str]) -> list[Texts]:
    """The set of these texts, without those that hold another of them; none if they say nothing."""
    shortest: list[str] = []
    for text in sorted(texts, key=len):
        if not any(other in text for other in shortest):
            shortest.append(text)
    return [] if "" in shortest else [frozenset(shortest)]


def _commonness(texts: AbstractSet[str]) -> tuple[float, list[str]]:
    """How many texts hold one of these, roughly: each letter more makes a text rarer, up to some."""
    return sum(0.05 ** min(len(text), 5) for text in texts), sorted(texts)
