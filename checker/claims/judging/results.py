"""The results of a record: its figures, each with the interval and the p-value that belong to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from checker.claims.judging.held import MOST, Case, Held, stems
from checker.pattern import pattern

if TYPE_CHECKING:
    from checker.article import Article
    from checker.text import Pointer


BOUND = pattern(r"\b(?:bound|limit)\b|\b(?:lower|upper|low|high)$", re.IGNORECASE)
P_VALUE = pattern(r"\bp[ -]?values?\b|^p(?: for\b|$)", re.IGNORECASE)
RATIOS = {
    "hazard_ratio": pattern(r"hazard ratio|\bHR\b", re.IGNORECASE),
    "odds_ratio": pattern(r"odds ratio|\bOR\b"),
    "risk_ratio": pattern(r"(?:risk|rate|incidence|prevalence) ratio|relative (?:risk|rate)|\bI?RR\b", re.IGNORECASE),
}
PERCENT = ("%", "percent", "per cent")
"""The units of a figure that is a share."""
CHANGE = "mean_change"
SHARE = "percentage"


class Result(NamedTuple):
    """An estimate of a record with what belongs to it: its interval and its p-value, each with its place."""

    kind: str
    name: str
    pointer: Pointer
    value: float | None
    interval: tuple[float, float] | None = None
    interval_at: Pointer = ()
    p: str | None = None
    p_at: Pointer = ()

    def held(self, verdict: str) -> Held:
        if self.value is None:
            return Held(verdict, self.pointer)  # type: ignore[arg-type]
        # The share that two counts make has no end of places.
        value = f"{self.value:.1f}".removesuffix(".0") if self.pointer[-1] == "n" else f"{self.value:.15g}"
        return Held(verdict, self.pointer, value)  # type: ignore[arg-type]


def results(case: Case) -> list[Result]:
    """The results of a record, read once for all claims about it."""
    read = case.article.once(_results_by_record)
    if case.trial.at not in read:
        read[case.trial.at] = _results(case)
    return read[case.trial.at]


def _results_by_record(article: Article) -> dict[Pointer, list[Result]]:
    return {}


def _results(case: Case) -> list[Result]:
    """The results of a record. Bounds and p-values that are figures of their own belong to the estimate before them."""
    found: list[Result] = []
    bounds: list[float] = []
    for index, figure in enumerate(case.trial.figures[:MOST]):
        at, name = case.at("figures", index), figure.name or ""
        value = figure.value
        if value is not None and P_VALUE.search(name):
            found.append(Result("p_value", name, (*at, "value"), value, p=f"{value:.15g}", p_at=(*at, "value")))
            _own(found)
        elif value is not None and BOUND.search(name):
            bounds.append(value)
            owner = next((i for i in range(len(found) - 1, -1, -1) if found[i].kind != "p_value"), None)
            if owner is not None and len(bounds) == 2:
                low, high = sorted(bounds)
                found[owner] = found[owner]._replace(interval=(low, high), interval_at=at)
            continue
        else:
            kind = next((kind for kind, form in RATIOS.items() if form.search(f"{name} {figure.unit or ''}")), CHANGE)
            if figure.unit in PERCENT or (figure.n is not None and figure.of):
                kind = SHARE
            share = 100 * figure.n / figure.of if value is None and figure.n is not None and figure.of else None
            key = "value" if value is not None else "n"
            found.append(
                Result(
                    kind,
                    name,
                    (*at, key),
                    value if value is not None else share,
                    figure.interval,
                    (*at, "interval"),
                    figure.p,
                    (*at, "p"),
                )
            )
        bounds = []
    return found


def _own(found: list[Result]) -> None:
    """Give the p-value that was found last to the estimate before it, if it is the only one and named alike."""
    if len(found) < 2:
        return
    estimate, p = found[-2:]
    if estimate.kind != "p_value" and estimate.p is None and stems(estimate.name) & stems(p.name):
        found[-2] = estimate._replace(p=p.p, p_at=p.p_at)
    elif estimate.kind == "p_value" and len(found) > 2 and found[-3].p_at == estimate.p_at:
        found[-3] = found[-3]._replace(p=None, p_at=())
