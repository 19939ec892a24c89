"""Numbers that look alike: with their digits in another order, one of them changed, or a nought more or less."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SOUND_ALIKE = {number: 10 * (number - 10) for number in range(13, 20)}
"""Thirteen and thirty."""


def _digits(value: float) -> str:
    return f"{abs(value):.10g}".replace(".", "").strip("0") or "0"


def keys(value: float) -> Iterator[str]:
    """What a number has in common with its slips."""
    digits = _digits(value)
    yield "".join(sorted(digits.replace("0", "")))
    if len(digits) > 2:
        yield from (f"{digits[:i]}?{digits[i + 1 :]}" for i in range(min(len(digits), 8)))
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
    if _digits(said) == _digits(known):
        less, more = sorted((abs(said), abs(known)))
        return more == 10 * less and len(other.replace(".", "")) > 1 and (less >= 10 or decimals > 0)
    if decimals == 0 and {int(abs(said)), int(abs(known))} in [{*pair} for pair in SOUND_ALIKE.items()]:
        return True
    places = max(decimals, len(other.partition(".")[2]))
    one, other = f"{abs(said):.{places}f}", f"{abs(known):.{places}f}"
    if len(one) != len(other):
        return False
    return sorted(one) == sorted(other) or (has_one_changed(said, known) and len(_digits(known)) > 2)


def has_one_changed(one: float, other: float) -> bool:
    """Whether two numbers of as many digits differ in one of them."""
    left, right = _digits(one), _digits(other)
    return len(left) == len(right) and sum(a != b for a, b in zip(left, right, strict=True)) == 1


def is_rearranged(one: float, other: float) -> bool:
    """Whether two numbers have the same digits in another order."""
    left, right = _digits(one).replace("0", ""), _digits(other).replace("0", "")
    return sorted(left) == sorted(right) and _digits(one) != _digits(other)
