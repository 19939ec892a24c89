"""How the time of a piece of work grows with the length of what it is given: no time is asserted, only how it grows.

What is measured is the time of the processor, never that of the clock, and no garbage is collected meanwhile: a
collection goes through all that a long run of tests keeps alive, and it comes upon the long text rather than the short
one. A text is first made long enough for the work on it to be measured at all, then four times as long. The slope of
the line through both, on scales of powers, is 1 where time grows in proportion to length and 2 where it grows with its
square; a fifth of the time growing with the square is already some 1.35. What is too steep is measured again, a few
times at most, for a neighbour on the same processor may have come between: growth is there each time.
"""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable

FIRST, LAST, TIMES = 2_000, 256_000, 4
"""Code points of the shortest and of the longest text that is grown, and how many times it is grown."""

ENOUGH = 0.04
"""Seconds that can be told from nothing."""

TRIES = 5

Make = Callable[[int], str]
"""A text of at least so many code points, all of the same stuff."""

Work = Callable[[str], object]


def seconds(work: Work, text: str) -> float:
    """The time of the processor that the work on a text takes."""
    gc.disable()
    try:
        begun = time.process_time()
        work(text)
        return time.process_time() - begun
    finally:
        gc.enable()


def slope(work: Work, make: Make, size: int) -> float:
    """By which power of its length the time of a text grows between a size and some times that."""
    short, long = (seconds(work, make(length)) for length in (size, TIMES * size))
    return math.log(max(long, ENOUGH) / max(short, ENOUGH / 2)) / math.log(TIMES)


def repeated(piece: str) -> Make:
    return lambda size: piece * (size // len(piece) + 1)


def grows_like_its_length(
    work: Work, make: Make, size: int = FIRST, *, last: int = LAST, steepest: float = 1.7
) -> bool:
    """Whether time grows no faster than a text, up to four times the last size."""
    seconds(work, make(size))  # What is made once is not measured.
    while size < last and seconds(work, make(size)) < ENOUGH:
        size *= 2
    return any(slope(work, make, size) <= steepest for _ in range(TRIES))
