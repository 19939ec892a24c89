"""Whether an estimate lies in its own interval."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.estimates import half_unit, stands_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.estimates import Analysis, Estimate, Interval
    from checker.claims.numbers import Number


def leaves_out(interval: Interval, estimate: Estimate) -> bool:
    """Whether an estimate lies outside an interval, whatever both were rounded from and on whichever scale it is."""
    if interval.high.kind == "percent" and not estimate.named and estimate.number.kind != "percent":
        return False
    low, high = stands_for(interval.low)[0], stands_for(interval.high)[1]
    half = half_unit(estimate.number) - 1e-9
    return low < high and not any(low - half < reading < high + half for reading in _readings(interval, estimate))


def excludes_its_estimate(analysis: Analysis) -> bool:
    """The same of an analysis; False where it has no estimate or the interval runs backwards."""
    estimate, interval = analysis.estimate, analysis.interval
    return estimate is not None and interval.low.value <= interval.high.value and leaves_out(interval, estimate)


def _readings(interval: Interval, estimate: Estimate) -> Iterator[float]:
    """What a printed estimate may be on the interval's scale.

    "Lowered by 0.5 (−0.9 to −0.1)" leaves the sign to the verb, and "cut by 30% (0.58 to 0.85)" gives a percentage the
    interval of a ratio.
    """
    value = float(estimate.number.value)
    yield value
    if estimate.scale != "ratio":
        yield -value
    number, high = estimate.number, interval.high
    if number.kind == "points" or (number.kind == "percent" and _is_on_one_scale(number, high)):
        return
    if (number.kind == "") != (high.kind == ""):
        yield from (value / 100, 1 - value / 100, 1 + value / 100, 100 * value, 100 * (1 - value), 100 * (value - 1))
        if value < 100:
            yield 1 / (1 - value / 100)


def _is_on_one_scale(percent: Number, bound: Number) -> bool:
    """Whether a bound without a percent sign is a percentage as well: "an incidence of 0.81% (0.61 to 1.07)"."""
    return percent.decimals == bound.decimals > 0 and bound.value <= 10 * percent.value <= 100 * bound.value
