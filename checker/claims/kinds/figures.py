"""Figures of results: shares, ratios, changes, their confidence intervals and p-values."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.claims.claim import Found
from checker.claims.estimates import LEVEL, analyses, p_values
from checker.claims.kinds._percentages import percentages
from checker.claims.numbers import LONGEST_SENTENCE
from checker.pattern import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from checker.article import Article
    from checker.claims.estimates import Analysis, PValue
    from checker.claims.numbers import Number
    from checker.claims.said import Said

KINDS = (
    "percentage",
    "p_value",
    "hazard_ratio",
    "odds_ratio",
    "risk_ratio",
    "mean_change",
    "confidence_interval",
)
PATTERNS = ()


def find(said: Said) -> Iterator[Found]:
    """The results that a sentence states in figures."""
    if len(said.text) > LONGEST_SENTENCE or not said.numbers:
        return
    stated = p_values(said.text)
    ps = [p for p in stated if not _threshold().search(said.lower, max(0, p.start - BEFORE_P), p.end + BEHIND_P)]
    found = analyses(said.text)
    yield from _p_values(said, ps)
    ratios = list(_ratios(said, found))
    yield from ratios
    yield from _intervals(said, found)
    taken = {p.number.start for p in stated} | {claim.start for claim in ratios}
    taken |= {number.start for one in found for number in (one.interval.low, one.interval.high)}
    yield from percentages(said, taken, tested=bool(found or ps))
    yield from _changes(said, found, taken)


# --- p-values ---------------------------------------------------------------------------------------------------------

SIGNS = {"≤": "<=", "≥": ">="}
BEFORE_P, BEHIND_P = 60, 70
"""How far from a p-value, in code points, stand the words that make it a level that was chosen."""


@cache
def _threshold() -> re.Pattern[str]:
    """What makes a p-value a level that was chosen, and no result."""
    return pattern(
        r"\b(?:considered|deemed|regarded as|defined as|taken as|(?:significance|statistical|p-value) threshold|"
        r"thresholds? (?:[a-z]+ ){0,4}(?:p\b|0?[.·]\d)|cut-?off|significance level|"
        r"level of significance|"
        r"alpha|set at|significance was|significant if|significant when|significant at|usual yardstick|denotes?|"
        r"indicates?|"
        r"conventional(?:ly)? (?:level|threshold|cut-?off|value|limit|significance|alpha|p\b|[\d.])|"
        r"% power|power (?:of|to|at|with)|(?:is|are) (?:usually|often|generally|by convention) [a-z]+)\b|"
        r"\bp ?[<≤=] ?0?[.·]0\d{0,3} (?:was|were|is) (?:statistically )?significant\b"
    )


def _p_values(said: Said, ps: Sequence[PValue]) -> Iterator[Found]:
    for p in ps:
        value: float | str = float(p.number.value)
        if p.sign != "=":
            value = f"{SIGNS.get(p.sign, p.sign)}{p.number.written}"
        yield Found("p_value", value, p.start, p.end, pattern="p-value")
        if p.sign == "=":
            for following in _in_turn(said, p.number):
                yield Found("p_value", float(following.value), following.start, following.end, pattern="p-value")


# --- ratios -----------------------------------------------------------------------------------------------------------

RATIOS = (
    ("hazard_ratio", r"(?i:hazards?[ -]ratios?)|[aAc]?HRs?"),
    ("odds_ratio", r"(?i:odds[ -]ratios?)|[aAc]?ORs?"),
    ("risk_ratio", r"(?i:(?:risk|rate|prevalence|incidence)[ -]ratios?|relative (?:risk|rate)s?)|a?[IMP]?RRs?"),
)


FARTHEST = 180
"""How far behind its name, in code points, a ratio may stand."""


@cache
def _ratio_names() -> re.Pattern[str]:
    named = "|".join(f"(?P<{kind}>{form})" for kind, form in RATIOS)
    return pattern(
        rf"(?<![\w-])(?:{named})(?![\w-])", needs=("HR", "OR", "RR", "atio", "ATIO", "isk", "ISK", "elative")
    )


@cache
def _to_ratio() -> re.Pattern[str]:
    """What may stand between a ratio's name and its number."""
    return pattern(
        rf"(?:\s?[(\[](?:a|adjusted )?[A-Z]{{2,4}}s?(?:,? \d\d ?% (?:CI|confidence interval))?[)\]]?)?[)\]]?"
        rf"(?:{LEVEL})?"
        r"(?:,? (?:for|between|with|compared (?:with|to)|in|by|comparing|of|favou?ring|associated|among|adjusted|"
        r"versus|vs\.?|at|after)\s(?:[^\d.;:()]|\bvs\.){1,70}?)?"
        r"(?:, the [a-z]+|(?: [a-z]+){0,6}\s?[—–][^—–]{1,140}[—–]\s?)?"
        r"[\s,:;]{0,2}(?:(?:was|is|were|at|of|=|as|stood at|came to|came out at|being|reached|equal(?:s|led)|"
        r"[≈~])\s?){0,2}"
        r"(?:about |around |only |just |roughly |approximately )?"
    )


@cache
def _to_estimate() -> re.Pattern[str]:
    """What may stand between a ratio and its number where an interval follows: "for an increase of 1 SD ="."""
    return pattern(r"[)\]]? (?:for|per) [^.;:=()%]{1,60} (?:=|was|is|of) ?")


@cache
def _supposed() -> re.Pattern[str]:
    """What says that a ratio is one that a trial was planned with."""
    return pattern(r"\b(?:margin|power|(?:was|is|were) designed|detect|assum(?:ed|ing|ption|ptions)|target(?:ed)?)\b")


@cache
def _set() -> re.Pattern[str]:
    """What makes of a number that a ratio is compared with one that was set before."""
    return pattern(r"\b(?:(?:pre-?)?(?:defined|specified) (?:value|limit)|threshold|boundary)\b")


def _ratios(said: Said, found: Sequence[Analysis]) -> Iterator[Found]:
    text = said.text
    bounds = {number.start for one in found for number in (one.interval.low, one.interval.high)}
    estimates = {one.estimate.number.start for one in found if one.estimate}
    taken: set[int] = set()
    yield from _called_ratios(said, taken)
    for match in _ratio_names().finditer(text):
        behind = [n for n in said.numbers if n.start >= match.end()][:3]
        # A ratio is printed with decimals, or stands before its interval.
        printed = [n for n in behind if n.decimals or n.start in estimates]
        number = next((n for n in printed if _to_ratio().fullmatch(text, match.end(), n.start)), None)
        if number is None and printed and _place_before(found, printed[0]) is not None:
            number = printed[0] if _to_estimate().fullmatch(text, match.end(), printed[0].start) else None
        if number is None or number.start in taken or number.start in bounds or number.value <= 0:
            continue
        if _supposed().search(text, max(0, match.start() - 90), match.start()):
            continue
        if _set().search(text, match.end(), number.start):
            continue
        if number.kind or number.start - match.end() > FARTHEST:
            continue
        kind = match.lastgroup or ""
        for each in (number, *_listed(said, found, number), *_in_turn(said, number)):
            if each.start not in taken:
                taken.add(each.start)
                yield Found(kind, float(each.value), each.start, each.end, pattern=kind.replace("_", " "))


def _called_ratios(said: Said, taken: set[int]) -> Iterator[Found]:
    """The ratios that stand before what they are called: "a 1.51 adjusted odds ratio"."""
    for number in said.numbers:
        if number.decimals and not number.kind and number.plain and number.value > 0:
            match = _named_behind().match(said.text, number.end)
            if match:
                taken.add(number.start)
                kind = match.lastgroup or ""
                yield Found(kind, float(number.value), number.start, number.end, pattern=kind.replace("_", " "))


@cache
def _named_behind() -> re.Pattern[str]:
    return pattern(
        r" (?:(?:adjusted|unadjusted|generali[sz]ed|common|pooled|overall|stratified|crude) ){0,2}"
        r"(?:(?P<hazard_ratio>hazards? ratio)|(?P<odds_ratio>odds ratio)|(?P<risk_ratio>(?:risk|rate) ratio|"
        r"relative risk))\b"
    )


def _listed(said: Said, found: Sequence[Analysis], number: Number) -> Iterator[Number]:
    """The ratios that go on a list: "the HRs were 0.60 (0.44-0.81) for death and 0.72 (0.55-0.94) for stroke"."""
    own = _place_before(found, number)
    for place in range(own + 1, len(found)) if own is not None else ():
        interval = found[place].interval
        following = next((n for n in reversed(said.numbers) if n.end <= interval.label_start), None)
        if following is None or following.kind or not following.decimals or following.value <= 0:
            return
        if not _to_interval().fullmatch(said.text, following.end, interval.label_start) or interval.low.kind:
            return
        gap = said.text[found[place - 1].interval.end : following.start]
        if _ratio_names().search(gap) or not _going_on().fullmatch(gap.lower()):
            return
        if not 0 < interval.low.value <= following.value <= interval.high.value:
            return
        yield following


def _place_before(found: Sequence[Analysis], number: Number) -> int | None:
    """Which of a sentence's intervals a number stands right before."""
    return next((place for place, one in enumerate(found) if 0 <= one.interval.label_start - number.end <= 4), None)


def _in_turn(said: Said, number: Number) -> Iterator[Number]:
    """The numbers that follow one of several: "the hazard ratios were 0.98, 0.97, and 1.01, respectively"."""
    row = _row().match(said.text, number.end)
    for following in said.numbers if row else ():
        if row and row.end("rest") >= following.end > number.end and following.decimals:
            yield following


@cache
def _row() -> re.Pattern[str]:
    return pattern(r"(?P<rest>(?:(?:, | and |, and )\d{1,3}[.·]\d{1,4}){1,6})[^.;:()]{0,60}\brespectively\b")


@cache
def _to_interval() -> re.Pattern[str]:
    return pattern(r"[\s,;]{0,2}[(\[]?")


@cache
def _going_on() -> re.Pattern[str]:
    """What stands between two ratios of a list, with none of another measure named."""
    return pattern(
        r"[)\]]?(?:[,;] p ?[=<>≤≥] ?[\d.·]{1,8})?[)\]]{0,2}(?:[,;]? \(?(?!(?:mean |median |absolute |risk |"
        r"rate )?(?:difference|"
        r"change|reduction|score|ratio|odds|"
        r"hazard|relative)s?\b)(?:[^\s.:=%]{1,30}|vs\.)){0,14} (?:= ?)?\(?"
    )


# --- intervals --------------------------------------------------------------------------------------------------------


def _intervals(said: Said, found: Sequence[Analysis]) -> Iterator[Found]:
    if not found:
        return
    recorded = said.article.once(_recorded_values)
    pairs = said.article.once(_recorded_intervals)
    for one in found:
        low, high = float(one.interval.low.value), float(one.interval.high.value)
        stated = (low, high) in pairs or {low, high} <= recorded
        if not stated and ((-high, -low) in pairs or {-low, -high} <= recorded) and low >= 0:
            low, high = -high, -low  # "27 minutes less (95% CI 10 to 44)"
        yield Found(
            "confidence_interval", (low, high), one.interval.start, one.interval.end, pattern="confidence interval"
        )


def _recorded_values(article: Article) -> frozenset[float]:
    """The values of the records' figures, with the bounds of their intervals."""
    values = {
        value
        for trial in article.trials
        for figure in trial.figures
        for value in (figure.value, *(figure.interval or ()))
        if value is not None
    }
    return frozenset(float(value) for value in values)


def _recorded_intervals(article: Article) -> frozenset[tuple[float, float]]:
    return frozenset(
        (float(figure.interval[0]), float(figure.interval[1]))
        for trial in article.trials
        for figure in trial.figures
        if figure.interval
    )


# --- changes ----------------------------------------------------------------------------------------------------------

POINTS = (
    r"(?:[ -](?:[A-Z][A-Z0-9-]{1,9} )?points?\b|[ -]units?\b|[ -](?:ETDRS )?letters\b|"
    r"[  ](?:minutes?|hours?|days?|met(?:er|re)s?|seconds?|episodes?|"
    r"attacks?|"
    r"steps|kg|kilograms?|pounds|mm ?Hg|mmHg|cm|mm|mg/dL|mmol/L|mmol/mol|nights?|falls)\b)"
)
DOWN = (
    r"(?:fell|fallen|falls?|dropped|drops?|declined|decreased|lowered|lower|reduced|shr[aiu]nks?|went down|"
    r"gone down|cut|lost|less|"
    r"fewer|reduction|decrease|decline|shorter|saving)"
)
UP = (
    r"(?:rose|risen|rises?|increased|increase|improved|improvement|gained|gain|went up|gone up|grew|raised|moved|"
    r"changed|change|"
    r"difference|gap|more|higher|better|longer|worsened|worse)"
)


@cache
def _moved_by() -> re.Pattern[str]:
    return pattern(
        rf"\b(?:(?P<down>{DOWN})|{UP})\b(?:[^.;:()\d]{{0,60}}?\bby|[^.;:()\d]{{0,30}}?\bof)?"
        r" ?(?:an average of |a mean of |about |some |a |the )?\+?$"
    )


@cache
def _move_behind() -> re.Pattern[str]:
    return pattern(
        rf"{POINTS}? ?(?:(?P<down>(?:drop|fall|reduction|decrease|decline|less|lower|fewer|below|shorter|loss)\b)|"
        r"(?:rise|gain|increase|improvement|more|higher|better|longer|above|difference|gap|change)\b)"
    )


@cache
def _named_change() -> re.Pattern[str]:
    return pattern(
        r"\b(?:differences?|gap|change|saving|separation|md|smd|wmd|effect|(?:ls|least[ -]squares)\)? means?)\b"
        r"(?:(?:[^.;()\d]|(?:week|month|day|year)s? \d{1,3}\b){0,40}?\b(?:was|is|of|being|shrinks to|"
        r"shrank to|to|at|came to))?"
        r"[,:]?(?: =)? ?(?:only |just |about )?$"
    )


@cache
def _joined_change() -> re.Pattern[str]:
    dose = r"\d{1,4}[ -](?:mg|µg|mcg|mL|ml|weeks?|months?)\b"
    return pattern(
        rf"(?:{POINTS})?(?:[^.;:()\d]|{dose}){{0,60}}?\b(?:and|vs?|versus|compared (?:with|to)|against) (?:by )?"
    )


@cache
def _points() -> re.Pattern[str]:
    return pattern(POINTS)


@cache
def _says_when() -> re.Pattern[str]:
    return pattern(r"[ -](?:minutes?|hours?|days?|weeks?|months?|years?) (?:after|later|before|apart)\b")


def _changes(said: Said, found: Sequence[Analysis], taken: set[int]) -> Iterator[Found]:
    text, lower = said.text, said.lower
    last: tuple[int, bool] | None = None
    estimates = {one.estimate.number.start: one for one in found if one.estimate and one.estimate.scale != "ratio"}
    opposed = _opposed(said)
    for number in said.numbers:
        if number.start in taken or number.kind or number.scale != 1 or number.spelled or not number.plain:
            last = last if number.kind else None
            continue
        if last is not None and _dose_behind().match(lower, number.end):
            continue
        pointed = bool(_points().match(text, number.end))
        telling = pointed or number.decimals or number.value < 0 or number.start in estimates
        if not telling or _says_when().match(lower, number.end) or _is_ratio(text, number.start):
            last = None
            continue
        before = lower[max(0, number.start - 100) : number.start]
        behind = _move_behind().match(lower, number.end)
        moved = _moved_by().search(before)
        down: bool | None = None
        if number.start in estimates and (_named_change().search(before) or moved or behind or number.value < 0):
            down = bool((moved and moved["down"]) or (behind and behind["down"]))
        elif (named := _named_change().search(before)) and (pointed or number.decimals or number.value < 0):
            down = named.group().startswith("saving")
        elif moved and (pointed or number.decimals):
            down = bool(moved["down"])
        elif behind and pointed:
            down = bool(behind["down"])
        elif number.start in opposed:
            down = True
        elif last is not None and number.decimals and _joined_change().fullmatch(lower, last[0], number.start):
            down = last[1]
        if down is None:
            last = None
            continue
        last = (number.end, down)
        value = _signed(said.article, float(number.value), down, estimates.get(number.start))
        yield Found("mean_change", value, number.start, number.end, pattern="change")


def _opposed(said: Said) -> set[int]:
    """The starts of two changes downward that are told side by side: "(-10.4 vs -9.1, P=0.02)"."""
    found = set()
    for one, other in pairwise(said.numbers):
        printed = one.value < 0 and other.value < 0 and one.decimals and other.decimals == one.decimals
        if printed and not (one.ranged or other.ranged) and _versus().fullmatch(said.lower, one.end, other.start):
            found |= {one.start, other.start}
    return found


@cache
def _versus() -> re.Pattern[str]:
    return pattern(rf"(?:{POINTS})?,? (?:vs\.?|versus|compared (?:with|to)|against) (?:a change of )?")


@cache
def _dose_behind() -> re.Pattern[str]:
    return pattern(r"[ -](?:mg|µg|mcg|ml)\b")


def _is_ratio(text: str, start: int) -> bool:
    """Whether a number is a ratio by its name, also one that was planned with."""
    named = _ratio_names().finditer(text, max(0, start - 40), start)
    return any(_to_ratio().fullmatch(text, match.end(), start) for match in named)


def _signed(article: Article, value: float, down: bool, one: Analysis | None) -> float:
    """A change with the sign that the record gives it, else that of its interval, else that of its words."""
    recorded = article.once(_recorded_values)
    if value in recorded:
        return value
    if value > 0 and -value in recorded:
        return -value
    if one and value > 0:
        low, high = sorted((float(one.interval.low.value), float(one.interval.high.value)))
        if low <= value <= high:
            return value
        if low <= -value <= high:
            return -value
    return -value if down and value > 0 else value
