"""Results as statisticians print them: estimates, confidence intervals and p-values, and which belong together.

`analyses` reads one sentence: each interval in it, with the estimate right before it and the p-value right beside it.
What stands further off belongs to nobody: unsure means None. Numbers come from `checker.claims.numbers`; a printed
number stands for all that rounds to it (a "0.05" for 0.045 to 0.055), the idea of statcheck
(https://doi.org/10.3758/s13428-015-0664-2).

Time is linear in the length of the sentence: each pattern has a bounded reach.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from checker.article import Article
from checker.claims.numbers import Number, numbers, prose_numbers
from checker.claims.repeated import once_a_text
from checker.claims.sentences import Sentence
from checker.claims.vocabulary import words
from checker.pattern import pattern

Scale = Literal["ratio", "difference"]
Sign = Literal["=", "<", ">", "≤", "≥"]


class Name(NamedTuple):
    """What an estimate is called. `scale` tells its null value: 1 of a ratio, 0 of a difference; None where unsure.

    `positive` are texts that name an estimate of that scale, `negative` are texts that must not; tests run them.
    """

    words: str
    scale: Scale | None
    positive: tuple[str, ...]
    negative: tuple[str, ...]


NAMES = (
    Name(
        r"(?i:(?:relative|fold|percent|percentage|proportional)[ -](?:difference|change))s?",
        None,
        (),
        ("fold change 1.3 (95% CI 0.9 to 1.8)", "relative difference 12 (95% CI 3 to 21)"),
    ),
    Name(
        r"(?i:(?:hazards?|odds|risk|rate|prevalence|incidence)[ -]ratios?|relative risks?)|[aAc]?HRs?|[aAc]?ORs?|"
        r"a?[IMP]?RRs?",
        "ratio",
        (
            "hazard ratio 0.81 (95% CI 0.68–0.97)",
            "(HR 0.70; 95% CI 0.58–0.85; p<0.001)",
            "the hazard ratio for death from any cause was 0·97 (0·79–1·19)",
            "odds ratio [OR], 2.1; 95% CI, 1.2-3.6",
            "put the risk ratio at 0.54 (0.42 to 0.69)",
            "RR = 1.61, 1.18 to 2.19",
            "MRR = 0.60 (0.14-2.50)",
            "the aHRs were 0.60 (0.44-0.81)",
        ),
        (
            "12 months or 24 (95% CI 20 to 30)",
            "a ratio of 2:1 (95% CI 1 to 3)",
            "in the hazard ratio analysis of 75 patients (95% CI 0.4 to 0.9)",
        ),
    ),
    Name(
        r"(?i:differences?|gap|change)|S?MD|WMD",
        "difference",
        (
            "difference −1.78 points, 95% CI −3.60 to 0.05",
            "the mean difference was 0.9 points (CI –1.4, –0.4)",
            "Difference: 0.61 (95% CI –1.4; 2.6)",
            "a change of 4.2 points (95% confidence interval 1.1 to 7.3)",
        ),
        ("a gap in care of 30 patients (95% CI 0.4 to 0.9)", "differences in 12 hospitals (95% CI 3 to 4)"),
    ),
)


class PValue(NamedTuple):
    """A p-value: half-open offsets from the p to the number's end; of the sign, where one is written; the number."""

    start: int
    end: int
    sign: Sign
    number: Number
    sign_start: int | None = None

    @property
    def least(self) -> float:
        """The smallest p that it may stand for."""
        if self.sign == "=":
            return stands_for(self.number)[0]
        return float(self.number.value) if self.sign in ">≥" else 0.0

    @property
    def most(self) -> float:
        """The largest p that it may stand for."""
        if self.sign == "=":
            return stands_for(self.number)[1]
        return float(self.number.value) if self.sign in "<≤" else 1.0


class Interval(NamedTuple):
    """A confidence interval: half-open offsets of its bounds with what joins them, the bounds, the level in percent.

    `label_start` is where its label ("95% CI") begins; of a bare "(0.42 to 0.69)" it is `start`, and `level` is None.
    """

    start: int
    end: int
    low: Number
    high: Number
    level: float | None
    label_start: int


class Estimate(NamedTuple):
    """An estimate: its number, its scale as far as it is known, and whether it is named ("hazard ratio") or not."""

    number: Number
    scale: Scale | None
    named: bool


class Analysis(NamedTuple):
    """An interval with the estimate that it is of, and the p-value of the same comparison, where they stand beside."""

    interval: Interval
    estimate: Estimate | None
    p: PValue | None

    @property
    def null(self) -> int | None:
        """The value that means "no difference": 1 of ratios, 0 of differences; None where the scale is not known."""
        if min(self.interval.low.value, self.interval.high.value) < 0:
            return 0
        if self.estimate is None or self.estimate.scale is None:
            return None
        return 1 if self.estimate.scale == "ratio" else 0


def half_unit(number: Number) -> float:
    """Half a unit of the last place that a number is printed to: 0.005 of "0.54", 50 000 of "1.2 million"."""
    return 0.5 * number.scale / float(10**number.decimals)


def stands_for(number: Number) -> tuple[float, float]:
    """The least and the greatest value that a printed number may have been rounded from."""
    value = float(number.value)
    return value - half_unit(number), value + half_unit(number)


def prose_analyses(article: Article) -> tuple[tuple[Sentence, tuple[Analysis, ...]], ...]:
    """The sentences that a reader reads with an interval in them, each with its analyses; through `article.once`."""
    read = ((sentence, analyses(sentence.text)) for sentence, found in article.once(prose_numbers) if len(found) > 1)
    return tuple((sentence, found) for sentence, found in read if found)


def prose_p_values(article: Article) -> tuple[tuple[Sentence, tuple[PValue, ...]], ...]:
    """The sentences that a reader reads with a p-value in them, each with its p-values; through `article.once`."""
    read = ((sentence, p_values(sentence.text)) for sentence, _ in article.once(prose_numbers))
    return tuple((sentence, found) for sentence, found in read if found)


# --- p-values ---------------------------------------------------------------------------------------------------------

SIGNS: dict[str, Sign] = {
    "=": "=",
    "<": "<",
    ">": ">",
    "≤": "≤",
    "≥": "≥",
    "⩽": "≤",
    "⩾": "≥",
    "<=": "≤",
    ">=": "≥",
    "less than": "<",
    "lower than": "<",
    "below": "<",
    "under": "<",
    "smaller than": "<",
    "greater than": ">",
    "more than": ">",
    "higher than": ">",
    "above": ">",
    "over": ">",
}


@cache
def _p() -> re.Pattern[str]:
    signs = "|".join(sorted((re.escape(sign) for sign in SIGNS if len(sign) < 3), key=len, reverse=True))
    spoken = "|".join(sign for sign in SIGNS if len(sign) > 2)
    space = r"[\s\u2009\u202f]{0,2}"
    return pattern(
        rf"(?<![\w.])(?<![RrF]\s)[pP][”\"’]?(?:(?:[\s-]values?)?(?:\sfor\s(?:the\s)?[a-z-]{{4,20}})?{space}"
        rf"(?P<sign>{signs}){space}"
        rf"|(?:[\s-]values?[,:]?\s(?:for\s[a-z -]{{1,40}}?\s(?=(?:of|was|is)\s))?"
        rf"(?:(?:of|was|is|at|being)\s){{0,2}}(?:only\s|just\s)?|\s(?=less|lower|smaller|greater))"
        rf"(?:(?P<spoken>{spoken})\s|(?P<printed>{signs}){space})?)",
        needs=("value", "than", *(sign for sign in SIGNS if len(sign) < 3)),
    )


@once_a_text
def p_values(text: str) -> tuple[PValue, ...]:
    """The p-values of a sentence: "p = 0.003", "P<.001", "a p value of 0.04"."""
    if "p" not in text and "P" not in text:
        return ()
    starts = {number.start: number for number in numbers(text)}
    return tuple(
        PValue(
            match.start(),
            number.end,
            SIGNS[match["sign"] or match["printed"] or match["spoken"] or "="],
            number,
            max(match.start("sign"), match.start("printed")) if match["sign"] or match["printed"] else None,
        )
        for match in _p().finditer(text)
        if (number := starts.get(match.end())) and _is_probability(text, number)
    )


@cache
def _goes_on() -> re.Pattern[str]:
    return pattern(r"\s?[-‐‑–—−]\s?[\d.]")


def _is_probability(text: str, number: Number) -> bool:
    unclear = number.kind or number.spelled or _is_torn(text, number) or _goes_on().match(text, number.end)
    return not unclear and 0 <= number.value <= 1


# --- intervals --------------------------------------------------------------------------------------------------------


@cache
def _label() -> re.Pattern[str]:
    return pattern(
        r"(?<![\w.·])(?:(?P<level>\d{2}(?:[.·]\d{1,2})?)\s?(?:%|percent|per\scent)[\s-]?)?"
        r"(?:[(\[](?:CI|CrI)[)\]]|C\.?I\.?s?|CrI|(?i:(?:confidence|confidential|credible)\s(?:interval|limit)s?)"
        r"(?:\s?[(\[](?:CI|CrI)[)\]])?|(?(level)intervals?|(?!)))"
        r"(?:\sfor\s(?:the\s)?(?:hazard|odds|risk|rate)\sratio)?"
        r"(?:\s?(?P<behind>[89]\d)\s?%(?!\s?(?:to|[-–—,;])\s?\d)|(?P<close>9[059])(?=[\s:,=]))?"
        r"[\s,:;=]{0,3}(?:(?:of|from|was|is|between|ranging\sfrom|ranged\sfrom|range)\s)?[(\[]?(?!\w*[a-zA-Z])"
    )


@cache
def _join() -> re.Pattern[str]:
    return pattern(r"\s{0,2}(?:to|and|through|[-‐‑–—−,;])\s{0,2}")


@cache
def _bare_join() -> re.Pattern[str]:
    return pattern(r"\s{0,2}(?:to|[-‐‑–—−])\s{0,2}")


@cache
def _bare_end() -> re.Pattern[str]:
    return pattern(r"\s?(?:[)\];,.]|$)")


def _labelled(text: str, found: Sequence[Number]) -> Iterator[Interval]:
    places = {number.start: index for index, number in enumerate(found)}
    for match in _label().finditer(text):
        index = places.get(match.end())
        if index is None or index + 1 >= len(found):
            continue
        low, high = found[index], found[index + 1]
        if not (_is_bound(text, low) and _is_bound(text, high) and _join().fullmatch(text, low.end, high.start)):
            continue
        third = found[index + 2] if index + 2 < len(found) else None
        apart = _join().fullmatch(text, high.end, third.start) if third and not third.spelled else None
        if apart and not _bare_join().fullmatch(text, low.end, high.start):
            # "HR; 95% CI: 1.19; 0.94–1.50": the first number is the estimate.
            continue
        level = match.group("level") or match.group("behind") or match.group("close")
        yield Interval(low.start, high.end, low, high, float(level.replace("·", ".")) if level else None, match.start())


def _is_bound(text: str, number: Number) -> bool:
    return number.kind in ("", "percent", "points") and not number.spelled and not _is_torn(text, number)


@cache
def _torn() -> re.Pattern[str]:
    return pattern(r"0\s{0,2}[.,·]\s{0,2}\d")


def _is_torn(text: str, number: Number) -> bool:
    """Whether a number is part of one that is written in a way we do not read: "0,706", "0. 003"."""
    return "." not in number.written and _torn().match(text, number.start) is not None


def _is_bare(text: str, found: Sequence[Number], index: int) -> bool:
    """Whether the two numbers behind a third may be its interval, without a label: "0.54 (0.42 to 0.69)"."""
    estimate, low, high = found[index : index + 3]
    opening = _opening(text, estimate, low)
    return (
        bool(opening)
        and _is_bound(text, low)
        and _is_bound(text, high)
        and (
            _bare_join().fullmatch(text, low.end, high.start) is not None
            or (opening in ("(", "[") and _is_around(estimate, low, high) and _is_listed(text, low, high))
        )
        and _bare_end().match(text, high.end) is not None
    )


def _opening(text: str, estimate: Number, low: Number) -> str:
    """The mark between an estimate with its unit and what may be its interval: a bracket, a comma, or nothing."""
    match = _to_bare().fullmatch(text, estimate.end, low.start)
    return match.group(1) if match else ""


@cache
def _to_bare() -> re.Pattern[str]:
    return pattern(rf"(?:[\s-]?(?:{UNITS}))?\s?([(\[,;])\s?")


def _is_listed(text: str, low: Number, high: Number) -> bool:
    return text[low.end : high.start].strip() in (",", ";")


# --- what belongs together --------------------------------------------------------------------------------------------

LEVEL = r",?\s?[(\[]?\d\d(?:\.\d)?\s?%\s?(?:CI|[Cc]onfidence\s[Ii]nterval)[)\]]?"
"""What a table's head or a bracket puts between the name of an estimate and its number: "HR (95% CI) 0.71"."""
UNITS = (
    r"%|percent|per\scent|percentage\spoints?|points?|weeks?|months?|days?|hours?|minutes?|seconds?|years?|"
    r"units?|letters|met(?:er|re)s?|episodes?|attacks?|kg|g|mg|cm|mm|m|ml|mL|L|mm\s?Hg|mmol|mg/dL|mmol/L|mmol/mol"
)
PLACES = words("at after in week month day year")
"""What stands before a number that says where or when, whatever its unit."""
SPANS = words("for over within through until till to of by about")
"""What does so before a number of days, weeks, months or years."""


@once_a_text
def analyses(text: str) -> tuple[Analysis, ...]:
    """The intervals of a sentence with their estimates and p-values."""
    found = numbers(text)
    if len(found) < 2:
        return ()
    ps = p_values(text)
    labelled = (
        list(_labelled(text, found))
        if any(sign in text for sign in ("CI", "nfiden", "CrI", "redib", "interval"))
        else []
    )
    first_label = labelled[0].end if labelled else len(text)
    announced = _announced().search(text)
    announcement = announced.end() if announced else len(text)
    taken = {number.start for interval in labelled for number in (interval.low, interval.high)}
    taken |= {p.number.start for p in ps}
    intervals = labelled[:]
    listed = any(_is_of_a_ratio(text, found, interval) for interval in labelled)
    for index in range(len(found) - 2):
        estimate, low, high = found[index : index + 3]
        if low.start in taken or high.start in taken or not _is_bare(text, found, index):
            continue
        name = _name_before(text, estimate)
        bare = Interval(low.start, high.end, low, high, None, low.start)
        bracketed = _opening(text, estimate, low) in ("(", "[")
        if (
            (name and name.scale == "ratio" and low.value > 0 and high.value > 0)
            or (name and (bracketed or (name.scale == "difference" and _p_beside(text, bare, ps))))
            or (bracketed and low.start > first_label and estimate.kind != "spread")
            or (bracketed and _p_beside(text, bare, ps) and (low.value < 0 or low.value < estimate.value < high.value))
            or (listed and _is_like_a_ratio(estimate, low, high))
            or (bracketed and low.start > announcement and _lies_between(estimate, low, high))
            or (bracketed and _is_of_a_share(text, estimate, low, high))
            or (low.value < 0 and _is_in_one_bracket(text, estimate, high) and _is_around(estimate, low, high))
        ):
            listed = listed or (bracketed and name is not None and name.scale == "ratio")
            intervals.append(bare)
            taken |= {low.start, high.start}
    intervals.sort(key=lambda interval: interval.start)
    return tuple(_analyses(text, found, ps, intervals))


@cache
def _announced() -> re.Pattern[str]:
    """What says that brackets further on hold intervals: "survival (median [95% CI])"."""
    return pattern(
        r"(?:\bC\.?I\.?s?|\bCrI|[Cc]onfidence [Ii]ntervals?)\s?[)\]]{1,2}",
        needs=("CI", "nterval", "CrI"),
    )


@cache
def _spreads() -> re.Pattern[str]:
    return pattern(r"\b(?:range|ranges|ranged|ranging|IQR|interquartile|median|mean)\b")


def _is_of_a_share(text: str, estimate: Number, low: Number, high: Number) -> bool:
    """Whether three percentages are one with its interval: "19% (10%-31%)", "35.7% (12.8-64.9%)"."""
    percents = all(number.kind == "percent" for number in (estimate, low, high))
    if not percents or not low.value < estimate.value < high.value:
        return False
    written = "%" in text[low.start : low.end] or low.decimals or high.decimals
    part = max(text.rfind(mark, 0, estimate.start) for mark in ("; ", "), ", " and "))
    return bool(written) and not _spreads().search(text, max(part, 0), high.end)


def _is_of_a_ratio(text: str, found: Sequence[Number], interval: Interval) -> bool:
    number = next((number for number in reversed(found) if number.end <= interval.label_start), None)
    name = _name_before(text, number) if number else None
    return name is not None and name.scale == "ratio"


def _is_around(estimate: Number, low: Number, high: Number) -> bool:
    """Whether two numbers are printed like a third and lie around it: "−0.50 [−0.80, −0.20]", "−2.7 (−6.94, −0.44)"."""
    alike = low.decimals == high.decimals and 0 < estimate.decimals <= low.decimals <= estimate.decimals + 1
    return alike and min(low.value, high.value) < estimate.value < max(low.value, high.value)


def _lies_between(estimate: Number, low: Number, high: Number) -> bool:
    return min(low.value, high.value) <= estimate.value <= max(low.value, high.value)


def _is_in_one_bracket(text: str, estimate: Number, high: Number) -> bool:
    """Whether an estimate and its interval share a bracket and have it for themselves: "(−2.04; −7.29 to 3.22)"."""
    opened, closed = text[max(0, estimate.start - 1) : estimate.start], text[high.end : high.end + 1]
    return opened in {"(", "["} and closed in {")", "]"}


def _is_like_a_ratio(estimate: Number, low: Number, high: Number) -> bool:
    """Whether three numbers go on a list of ratios: "HRs were 0.60 (0.44-0.81) for death and 0.72 (0.55-0.94)"."""
    return _is_around(estimate, low, high) and not estimate.kind and low.value > 0


def _analyses(
    text: str, found: Sequence[Number], ps: Sequence[PValue], intervals: Sequence[Interval]
) -> Iterator[Analysis]:
    taken = {number.start for interval in intervals for number in (interval.low, interval.high)}
    taken |= {p.number.start for p in ps}
    unsettled = False
    for interval in intervals:
        before = _p_before(text, interval, ps)
        estimate = _estimate_before(text, found, before.start if before else interval.label_start, taken)
        if estimate:
            taken.add(estimate.number.start)
        p = _p_beside(text, interval, ps) or before
        # In "−0.5 (−0.9 to −0.1) v 0.2 (−0.2 to 0.5), P<0.05" the p-value is of the two together.
        yield Analysis(interval, estimate, None if unsettled else p)
        unsettled = p is None


@cache
def _to_p() -> re.Pattern[str]:
    return pattern(r"[\s,;)\]([]{1,4}(?:(?:and|with)\s)?(?:a\s)?(?:(?:two|2)-(?:sided|tailed)\s)?")


@cache
def _beside() -> re.Pattern[str]:
    return pattern(r"[\s,;:([]{0,4}")


@cache
def _unit_between() -> re.Pattern[str]:
    return pattern(rf"[\s-]?(?:{UNITS})(?:\s[A-Za-z-]{{1,20}}){{0,5}}[\s,;:([]{{1,4}}")


def _p_beside(text: str, interval: Interval, ps: Sequence[PValue]) -> PValue | None:
    for p in ps:
        if p.start >= interval.end:
            same = _to_p().fullmatch(text, interval.end, p.start) and not _other_question().match(text, p.end)
            return p if same else None
    return None


@cache
def _other_question() -> re.Pattern[str]:
    return pattern(r"\s?(?:for|vs?\.?|versus|compared|against|between|by)\b")


def _p_before(text: str, interval: Interval, ps: Sequence[PValue]) -> PValue | None:
    for p in reversed(ps):
        if p.end <= interval.label_start:
            return p if re.fullmatch(r"[,;]\s", text[p.end : interval.label_start]) else None
    return None


def _estimate_before(text: str, found: Sequence[Number], at: int, taken: set[int]) -> Estimate | None:
    """The number that an interval beginning at `at` is of."""
    number = next((number for number in reversed(found) if number.end <= at and not number.spelled), None)
    if number is None or number.start in taken or number.ranged or not number.plain:
        return None
    if number.kind not in ("", "percent", "points"):
        return None
    if not (_beside().fullmatch(text, number.end, at) or _unit_between().fullmatch(text, number.end, at)):
        return None
    if name := _name_before(text, number):
        return Estimate(number, name.scale, named=True)
    if _compared_behind().match(text, number.end):
        return Estimate(number, "difference", named=True)
    others = any(other.end <= number.start and other.plain and other.start not in taken for other in found)
    stated = number.decimals or number.kind == "percent"
    if stated and others and text[max(0, number.start - 1) : number.start] in ("(", "["):
        others = False  # "at week 16 (49.1% [95% CI 42.5–55.7])", "at 15 months (−0.4 points, 95% CI −2.2 to 1.4)"
    elif stated and others and text[number.end : at].startswith((" (", " [")):
        others = _stated().search(text, max(0, number.start - 16), number.start) is None
    return None if others or _says_when(text, number) else Estimate(number, None, named=False)


@cache
def _stated() -> re.Pattern[str]:
    """What stands before a result that is told by itself: "the rate at 3 years was 51% (95% CI …)"."""
    return pattern(r"\b(?:was|were|is|are|(?:incidence|prevalence|rate)(?: of)?) $")


def _says_when(text: str, number: Number) -> bool:
    word = "".join(text[max(0, number.start - 16) : number.start].split()[-1:]).casefold()
    return word in PLACES or (word in SPANS and _time_behind().match(text, number.end) is not None)


@cache
def _time_behind() -> re.Pattern[str]:
    return pattern(r"[\s-](?:day|week|month|year)s?\b")


@cache
def _compared_behind() -> re.Pattern[str]:
    return pattern(rf"\s(?:{UNITS})\s(?:less|more|fewer|lower|higher|better|worse|shorter|longer)\b")


@cache
def _names() -> re.Pattern[str]:
    return pattern("|".join(rf"(?P<n{index}>(?<![\w-])(?:{name.words}))(?!\w)" for index, name in enumerate(NAMES)))


@cache
def _to_number() -> re.Pattern[str]:
    # "for" and "of" bring in what was compared; "in" would bring in where it was counted.
    return pattern(
        rf"(?:\s?[(\[][A-Za-z]{{2,4}})?[)\]]?(?:{LEVEL})?"
        r"(?:\s(?:for|of|between|with|in|compared\s(?:with|to))\s(?:[^\d.;:()]|\bvs\.){1,50}?)?"
        r"(?:\s(?:at|after)\s(?:\d{1,3}\s(?:day|week|month|year)s?|(?:day|week|month|year)\s\d{1,3}))?"
        r"[\s,:]{0,2}(?:\s?(?:was|is|were|are|at|of|=|as|stood\sat|came\sto)\s?)?[\s]?"
    )


def _name_before(text: str, number: Number) -> Name | None:
    """What the words right before a number call it, if they name an estimate; of two scales, neither."""
    names = [
        NAMES[int(match.lastgroup[1:])]
        for match in _names().finditer(text, max(0, number.start - 90), number.start)
        if match.lastgroup and _to_number().fullmatch(text, match.end(), number.start)
    ]
    if not names:
        return None
    return names[-1] if all(name.scale == names[-1].scale for name in names) else names[-1]._replace(scale=None)
