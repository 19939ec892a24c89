"""Which link of a chain is out of place."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Link = TypeVar("Link")


def out_of_order(chain: Sequence[Link], contradicts: Callable[[Link, Link], bool]) -> list[tuple[Link, Link]]:
    """The neighbours of a chain that contradict each other, as pairs (the suspect, the other one).

    `contradicts(one, other)` tells of two links, in the order of the chain, that they cannot both be right. The suspect
    is the link that a further link contradicts as well; the later one, where that does not tell.
    """
    pairs = []
    for index, (one, other) in enumerate(pairwise(chain)):
        if contradicts(one, other):
            against_one = any(contradicts(one, further) for further in chain[index + 2 :])
            against_other = any(contradicts(further, other) for further in chain[:index])
            pairs.append((one, other) if against_one and not against_other else (other, one))
    return pairs
