"""What depends on a text alone is worked out once for texts that come again: a newsroom repeats its stock sentences."""

from __future__ import annotations

from functools import lru_cache, wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

SHORT, LONG = 400, 8_000
"""Code points of a short text and of a long one; what is longer still is read anew each time."""
MOST, FEW = 2_048, 4
"""So many short and long texts are remembered, which bounds the memory that hostile articles can ask for.

What is asked of a sentence is asked for each of its claims.
"""


def once_a_text(read: Callable[[str], T]) -> Callable[[str], T]:
    """The function, remembering what it made of the last `MOST` short texts and of the last `FEW` long ones.

    What it gives is not to be changed.
    """
    remembered = lru_cache(maxsize=MOST)(read)
    last = lru_cache(maxsize=FEW)(read)

    @wraps(read)
    def read_once(text: str) -> T:
        if len(text) <= SHORT:
            return remembered(text)
        return last(text) if len(text) <= LONG else read(text)

    return read_once
