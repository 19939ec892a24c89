"""When a number, at the precision that it was written with, stands for a fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.judging.held import Case, Fact, sole
from checker.claims.numbers import numbers

if TYPE_CHECKING:
    from checker.claims.numbers import Number


def half_of(number: Number) -> float:
    """Half a unit of the last place that a number is written to."""
    return 0.5 * 10.0**-number.decimals


def half_unit(case: Case, value: float) -> float:
    """Half a unit of the last digit that a value was written with: 0.05 for "0.7", 0.005 for "0.70"."""
    written = sole(
        Fact((), number.decimals) for number in numbers(case.quote) if abs(abs(number.value) - abs(value)) < 1e-12
    )
    return 0.5 * 10.0 ** -max(int(written.value) if written else 0, decimals(f"{value:.15g}"))


def decimals(text: str) -> int:
    """The places behind the point of a number as text."""
    return len(text.partition(".")[2]) if "e" not in text else 12


def agrees(value: float, fact: float | None, half: float, *, signed: bool = True) -> bool:
    """Whether a number written to the precision of twice `half` stands for a fact."""
    if fact is None:
        return False
    one, other = (value, fact) if signed else (abs(value), abs(fact))
    return abs(one - other) <= half * (1 + 1e-9) + 1e-12
