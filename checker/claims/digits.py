"""Numbers that look alike: with their digits in another order, one of them changed, or a nought more or less."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SOUND_ALIKE = {number: 10 * (number - 10) for number in range(13, 20)}
"""Thirteen and thirty."""


def digits(value: float) -> str:
    """The digits of a number without its sign, its point and the noughts around them."""
    return f"{abs(value):.10g}".replace(".", "").strip("0") or "0"


def keys(value: float) -> Iterator[str]:
    """What a number has in common with its slips."""
    written = digits(value)
    yield "".join(sorted(written.replace("0", "")))
    if len(written) > 2:
        yield from (f"{written[:i]}?{written[i + 1 :]}" for i in range(min(len(written), 8)))
    whole = int(abs(value))
    for teen, ten in SOUND_ALIKE.items():
        if whole in (teen, ten):
            yield f"~{teen}"


def is_slip(said: float, known: float, decimals: int = 0) -> bool:
    """Whether a number is another one with its digits in another order, one of them changed, or a nought more or less.

    `decimals` are the places that the first was written with.
    """
    one, other = f"{abs(said):.10g}", f"{abs(known):.10g}"
    if one == other or "e" in one or "e" in other:
        return False
    if digits(said) == digits(known):
        less, more = sorted((abs(said), abs(known)))
        return more == 10 * less and len(other.replace(".", "")) > 1 and (less >= 10 or decimals > 0)
    if decimals == 0 and {int(abs(said)), int(abs(known))} in [{*pair} for pair in SOUND_ALIKE.items()]:
        return True
    places = max(decimals, len(other.partition(".")[2]))
    one, other = f"{abs(said):.{places}f}", f"{abs(known):.{places}f}"
    if len(one) != len(other):
        return False
    return sorted(one) == sorted(other) or (has_one_changed(said, known) and len(digits(known)) > 2)


def looks_like(one: int, other: int) -> bool:
    """Whether a whole number is another as it may be miswritten: with its digits in another order, or one of them
    changed, left out or put in."""
    short, long = sorted((str(one), str(other)), key=len)
    if len(short) == len(long):
        return sorted(short) == sorted(long) or sum(a != b for a, b in zip(short, long, strict=True)) == 1
    return len(long) - len(short) == 1 and any(f"{long[:i]}{long[i + 1 :]}" == short for i in range(min(len(long), 12)))


def has_one_changed(one: float, other: float) -> bool:
    """Whether two numbers of as many digits differ in one of them."""
    left, right = digits(one), digits(other)
    return len(left) == len(right) and sum(a != b for a, b in zip(left, right, strict=True)) == 1


def is_rearranged(one: float, other: float) -> bool:
    """Whether two numbers have the same digits in another order."""
    left, right = digits(one).replace("0", ""), digits(other).replace("0", "")
    return sorted(left) == sorted(right) and digits(one) != digits(other)


FAR = 0.8


def is_swapped(value: object, known: float) -> bool:
    """Whether a whole number of people is another one with its digits in another order: 54 for 45."""
    return isinstance(value, int) and value != known and value >= 20 and sorted(str(value)) == sorted(f"{known:g}")


def is_far_swapped(value: object, known: float) -> bool:
    """Whether a number is a record's with its digits swapped, and so far from it that it is not the next number of
    a trial's flow: 102 of 120 may well have finished, 214 for 124 have not."""
    return is_swapped(value, known) and isinstance(value, int) and (value > known or value < FAR * known)
