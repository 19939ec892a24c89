"""Results: percentages, estimates, intervals and p-values, at the precision that they were written with.

A record seldom holds every result that an article tells, so a number that is none of its figures is wrong only where
something else of one figure stands beside it: its interval, its count, all words of its name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.claims.digits import is_rearranged
from checker.claims.judging.counts import arm_counts, group_counts, roles
from checker.claims.judging.held import MOST, UNSUPPORTED, Case, Fact, Held, stems
from checker.claims.judging.owners import estimates, is_of, numbers_at, numbers_in, owner, wrong
from checker.claims.judging.precision import agrees, decimals, half_of, half_unit
from checker.claims.judging.results import CHANGE, RATIOS, SHARE, Result, results
from checker.pattern import pattern

if TYPE_CHECKING:
    from checker.article import Article


POINTS = 0.6
"""By how much a share that was estimated may differ from that of the two counts, in percent."""
ROUGHLY = 0.06
"""What part of itself "about 40%" may be off."""


def estimate(case: Case) -> Held:
    """A ratio or a mean change."""
    kind, value = case.found.kind, case.found.value
    if not isinstance(value, int | float):
        return UNSUPPORTED
    half = half_unit(case, value)
    known = results(case)
    alike = [result for result in known if result.kind == kind and result.value is not None]
    for result in alike:
        if agrees(value, result.value, half, signed=kind != CHANGE):
            return result.held("supported")
    if kind == CHANGE:
        for result in alike[:50]:
            for other in alike[:50]:
                apart = agrees(value, (result.value or 0) - (other.value or 0), half, signed=False)
                if apart and _are_compared(result, other):
                    return result.held("derived")
    return wrong(case, alike, half)


def percentage(case: Case) -> Held:
    value = case.found.value
    if not isinstance(value, int | float):
        return UNSUPPORTED
    exact = case.found.qualifier == "exact"
    half = half_unit(case, value) if exact else ROUGHLY * value
    known = results(case)
    alike = [result for result in known if result.kind == SHARE and result.value is not None]
    for result in alike:
        if agrees(value, result.value, half):
            return result.held("supported" if result.pointer[-1] == "value" else "derived")
    if (fact := _share(case, value, half)) is not None:
        return fact.held("derived")
    for result in known:
        if result.kind in RATIOS and result.value and agrees(value, 100 * (1 - result.value), half, signed=False):
            return result.held("derived")
    wrong = UNSUPPORTED
    if exact and not _is_change(case):
        relative = RELATIVE.match(case.text, case.found.end) is not None
        wrong = _contradicted_share(case, [one for one in alike if not relative or COMPARES.search(one.name)], half)
    if wrong.verdict == "contradicted":
        return wrong
    if (part := _share(case, value, half, rest=True)) is not None:
        return part.held("derived")
    for result in alike[:50]:
        for other in alike[:50]:
            a, b = result.value or 0, other.value or 0
            if (
                a > b
                and _are_compared(result, other)
                and (agrees(value, a - b, half) or (a and agrees(value, 100 * (a - b) / a, half)))
            ):
                return result.held("derived")
            if agrees(value, 100 - a, half):
                return result.held("derived")
    return UNSUPPORTED


def _are_compared(result: Result, other: Result) -> bool:
    """Whether two results are of one thing, by their names, so that their difference may be told."""
    if ("difference" in result.name) != ("difference" in other.name):
        return False
    return bool(stems(result.name) & stems(other.name)) or len(stems(result.name)) < 2 or len(stems(other.name)) < 2


def _contradicted_share(case: Case, alike: list[Result], half: float) -> Held:
    """The verdict on a percentage that is no result: wrong where what is said of it is said of one result alone."""
    value = float(case.found.value)  # type: ignore[arg-type]
    counted = [result for result in alike if _n_stands_by(case, result)]
    one = counted[0] if len(counted) == 1 else None
    if one is None or agrees(value, one.value, 2.2 * half):
        one = owner(case, alike, half)
    if one is None or (agrees(value, 100 - (one.value or 0), half) and _is_turned(case, one)):
        return UNSUPPORTED
    if (
        one.pointer[-1] == "n"
        and agrees(value, one.value, POINTS)
        and not is_rearranged(value, round(one.value or 0, 1))
    ):
        return UNSUPPORTED  # "in 35 patients (8.5%)" of 418: read off a curve, or of those who were treated
    return one.held("contradicted")


def _is_turned(case: Case, result: Result) -> bool:
    """Whether a sentence denies what the name of a result says, or the other way about: those who did not respond."""
    return bool(DENIED.search(case.text)) != bool(DENIED.search(result.name))


def _is_change(case: Case) -> bool:
    """Whether a percentage is said to be the distance between two results: "fell by 12%", "a gap of 8 points"."""
    return CHANGED.search(case.text, max(0, case.found.start - 60), case.found.start) is not None


DENIED = pattern(
    r"\b(?:no|not|never|none|nobody|neither|without|free|fail(?:ed|ures?)?|avoided|avoiding|remain(?:ed|ing)?|surviv\w*|"
    r"alive|stopped|discontinu\w*|withdrew|dropped|drop-?outs?|rest|others?|non\w*|un\w+|lack\w*|absen\w*)\b|n[’']t\b",
    re.IGNORECASE,
)
CHANGED = pattern(
    r"\bby (?:about |around |nearly |just |only |some |an average of |a further )?$|"
    r"\b(?:difference|gap|reduction|decrease|increase|improvement|decline|drop|rise|fall|change)\b"
    r"(?:[^.;:\d]|\b\d{1,3} (?:year|month|week|day)){0,40}$",
    re.IGNORECASE,
)
RELATIVE = pattern(
    r"(?: (?:relative|overall|greater|further|risk))? (?:reductions?|decreases?|increases?|lower|higher|fewer|less|"
    r"more|drops?|falls?|declines?|rises?|improvements?|greater|better|worse)\b(?! than (?:\d|half))",
    re.IGNORECASE,
)
"""What follows a percentage that compares two results and is neither."""

COMPARES = pattern(
    r"\b(?:lower|higher|fewer|less|more|relative|reduction|decrease|increase|difference|efficacy)\b", re.IGNORECASE
)
"""What the name of a result says that compares two others."""


def _share(case: Case, value: float, half: float, *, rest: bool = False) -> Fact | None:
    """The count of a record of which a percentage is the share (or its `rest`): an arm, a group, those to the end."""
    by_role = dict(roles(case))
    everyone = [
        by_role[role] for role in ("enrolled", "randomized", "planned", "screened", "analyzed") if role in by_role
    ]
    some = [*arm_counts(case), *group_counts(case), *(fact for role, fact in roles(case) if role != "planned")]
    n, whole = case.found.n, case.found.whole
    if n is not None and whole and agrees(value, 100 * n / whole, half):
        counts = {fact.value for fact in (*everyone, *some)} | {
            count for figure in case.trial.figures[:MOST] for count in (figure.n, figure.of) if count is not None
        }
        rests = {one - other for one in list(counts)[:50] for other in list(counts)[:50]}
        if whole not in counts or n not in counts | rests:
            return None
        return next((fact for fact in (*some, *everyone) if fact.value in (n, whole)), None) or _figure_of(
            case, n, whole
        )
    # A count and a whole that do not make the percentage do not belong together; the count still does.
    for part in some if n is None or not whole else [fact for fact in some if fact.value == n]:
        for all_of_them in everyone:
            if all_of_them.value > 0 and part.value < all_of_them.value:
                share = 100 * part.value / all_of_them.value
                if agrees(value, 100 - share if rest else share, half):
                    return part
    return None


def _figure_of(case: Case, n: int, whole: int) -> Fact | None:
    for index, figure in enumerate(case.trial.figures[:MOST]):
        if figure.n == n or figure.of == whole:
            key = "n" if figure.n == n else "of"
            return Fact(case.at("figures", index, key), n if key == "n" else whole)
    return None


RARE = 20
"""A count so large that two results of one trial hardly share it."""


def _n_stands_by(case: Case, result: Result) -> bool:
    """Whether a percentage is stated with the count of a figure; with both counts of one, it is a sum to be checked."""
    figure = case.trial.figures[int(result.pointer[-2])]
    return bool(figure.n and figure.n >= RARE and figure.n == case.found.n and not figure.of)


def interval(case: Case) -> Held:
    said = case.found.value
    if not isinstance(said, tuple | list) or len(said) != 2:
        return UNSUPPORTED
    low, high = float(said[0]), float(said[1])
    halves = half_unit(case, low), half_unit(case, high)
    known = [result for result in results(case) if result.interval]
    for result in known:
        if result.interval and _same_interval((low, high), result.interval, halves):
            return _with_interval(result, "supported")
    values = [(case.at("figures", i, "value"), f.value) for i, f in enumerate(case.trial.figures[:MOST])]
    bounds = [
        next((at for at, value in values if value is not None and agrees(bound, value, half)), None)
        for bound, half in zip((low, high), halves, strict=True)
    ]
    if bounds[0] and bounds[1]:
        return Held("supported", bounds[0], f"{low:g} to {high:g}")
    before = [number for number in estimates(case) if number.plain]
    elsewhere = numbers_at(case)
    owners = [
        result
        for result in known
        if result.value is not None
        and any(is_of(n, result.value) for n in before[-1:])
        # The same estimate may stand there twice, by two analyses, each with an interval of its own.
        and _is_off_by_one((low, high), result.interval or (0.0, 0.0), halves)
        and not all(any(agrees(n.value, b, half_of(n), signed=False) for n in elsewhere) for b in result.interval or ())
    ]
    return _with_interval(owners[0], "contradicted") if len(owners) == 1 else UNSUPPORTED


def _is_off_by_one(said: tuple[float, float], known: tuple[float, float], halves: tuple[float, float]) -> bool:
    """Whether an interval has one bound of another one, in either sign, or a bound with its digits rearranged."""
    low, high = sorted(map(abs, said))
    least, most = sorted(map(abs, known))
    bounds = ((low, least), (high, most), (abs(said[0]), abs(known[0])), (abs(said[1]), abs(known[1])))
    return any(agrees(one, other, max(halves)) or is_rearranged(one, other) for one, other in bounds)


def _with_interval(result: Result, verdict: str) -> Held:
    low, high = result.interval or (0.0, 0.0)
    return Held(verdict, result.interval_at, f"{low:g} to {high:g}")  # type: ignore[arg-type]


def _same_interval(said: tuple[float, float], known: tuple[float, float], halves: tuple[float, float]) -> bool:
    """Whether two intervals are one, in either sign: "10 to 44 minutes less" is −44 to −10."""
    turned = (-known[1], -known[0])
    return any(agrees(said[0], k[0], halves[0]) and agrees(said[1], k[1], halves[1]) for k in (known, turned))


def p_value(case: Case) -> Held:
    known = [result for result in results(case) if result.p]
    for result in known:
        if _same_p(case, result.p or ""):
            return Held("supported", result.p_at, result.p)
    before = estimates(case)
    owners = [
        result
        for result in known
        if result.kind != "p_value"
        and result.value is not None
        and any(is_of(number, result.value) for number in before)
    ]
    if not owners:
        owners = _of_the_only_p(case, known)
    own = _p(owners[0].p or "") if len(owners) == 1 else None
    if own is None or any(n.value == own[1] for n in numbers_at(case)):
        return UNSUPPORTED
    return Held("contradicted", owners[0].p_at, owners[0].p)


LONGEST = 2_000
"""Code points of a sentence that is read as a whole for each of its p-values."""

P_SIGN = pattern(r"\bp ?(?:value )?(?:[=<>≤≥]|of\b|was\b|is\b)", re.IGNORECASE)


def _many_p(article: Article) -> int:
    """How many p-values an article tells."""
    return sum(len(P_SIGN.findall(block.prose)) for block in article.prose)


def _of_the_only_p(case: Case, known: list[Result]) -> list[Result]:
    """The result whose p-value is the only one of a record, where the only one of an article stands beside its words.

    In a sentence with one p-value, that of the result whose estimate the sentence tells.
    """
    if len(case.text) > LONGEST or len(P_SIGN.findall(case.text)) != 1:
        return []
    told = [n for n in numbers_in(case, 0, case.found.start) if 20 * half_of(n) < abs(n.value)]  # "8-week" is no 7.9
    owners = [
        result
        for result in known
        if result.value is not None and any(agrees(n.value, result.value, half_of(n), signed=False) for n in told)
    ]
    if owners or len(known) != 1 or case.article.once(_many_p) != 1:
        return owners
    named = stems(known[0].name)
    return known if 2 * len(named & stems(case.text)) >= len(named) else []


def _same_p(case: Case, recorded: str) -> bool:
    said, fact = _p(str(case.found.value)), _p(recorded)
    if said is None or fact is None:
        return False
    (sign, value), (other, known) = said, fact
    if sign == other == "":
        return agrees(value, known, half_unit(case, value)) or agrees(known, value, 10.0 ** -decimals(recorded) / 2)
    if sign == other:
        return value == known
    return (sign == "<" and not other and known < value) or (sign == ">" and not other and known > value)


def _p(text: str) -> tuple[str, float] | None:
    match = re.fullmatch(r"\s*p?\s*([<>=≤≥]?)\s*(\d?(?:[.·]\d{1,12})?|\d{1,3}(?:\.\d{1,6})?[eE]-\d{1,3})\s*", text)
    if not match or not match[2] or match[2] in ".·":
        return None
    sign = {"≤": "<", "≥": ">", "=": ""}.get(match[1], match[1])
    return sign, float(match[2].replace("·", "."))
