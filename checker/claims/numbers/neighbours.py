"""What numbers side by side make of each other: fractions, ranges, lists that share a unit or a label."""

import re
from functools import cache

from checker.claims.numbers.number import DASHES, SPACE, Number
from checker.claims.numbers.units import is_labelled
from checker.pattern import pattern

IN_EVERY = frozenset((3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1_000, 10_000, 100_000, 1_000_000))
"""What "in" must be followed by, to make a fraction of "three in ten"."""


@cache
def _between() -> re.Pattern[str]:
    return pattern(
        rf"(?P<slash>{SPACE}?/{SPACE}?)|(?P<ratio>-to-)|(?P<spread>{SPACE}?±{SPACE}?)|(?P<range>{SPACE}?[{DASHES}]{SPACE}?|{SPACE}to{SPACE}|{SPACE}through{SPACE})|"
        rf"(?P<every>{SPACE}(?:in|in every|out of every|of every|(?P<out>out of)){SPACE}(?:a{SPACE})?)|"
        rf"(?P<chain>{SPACE}(?:and|or){SPACE})",
        re.IGNORECASE,
    )


def related(text: str, found: list[Number]) -> list[Number]:
    """The numbers with what each lends its neighbour: fractions are joined, ranges share their unit and plainness."""
    kept: list[Number] = []
    for number in found:
        last = kept[-1] if kept else None
        if last and number.start < last.end:
            continue
        between = _between().fullmatch(text, last.end, number.start) if last and number.start - last.end < 16 else None
        if last and between:
            last, number = _paired(text, last, number, between)
            if last is None:
                kept.pop()
            else:
                kept[-1] = last
        kept.append(number)
    return kept


def _paired(text: str, last: Number, number: Number, between: re.Match[str]) -> tuple[Number | None, Number]:
    if between.group("slash"):
        if _is_share(last, number) and text[number.end : number.end + 1] != "/":
            return None, _joined(last, number)
        return last._replace(plain=False), number._replace(plain=False)
    if between.group("spread"):
        if number.kind != "percent" or last.kind:
            return last, number
        return last._replace(kind="percent"), number._replace(kind="spread")  # "59.0 ± 9.0%"
    to_one = last.spelled and number.spelled and number.value == 1 and between.group("range")
    if between.group("ratio") or to_one:  # "two-to-one", "two to one", "18-to-75-year-olds"
        return last._replace(plain=False), number._replace(plain=False)
    if between.group("every"):
        shares = last.value == 1 or number.value in IN_EVERY
        if between.group("out") and not (last.spelled and number.spelled):
            return last, number  # "12 out of 20 patients" counts them
        if shares and _is_share(last, number) and last.plain and number.plain and last.value > 0:
            return None, _joined(last, number)
        return last, number
    if between.group("chain"):
        if last.spelled and number.spelled and last.value == 1 and number.value == 2:
            return last, number
        if number.kind == "percent" and last.kind == "" and _respectively().match(text, number.end):
            return last._replace(kind="percent"), number  # "6.6 and 7.7 percent of the patients, respectively"
        return last, number._replace(plain=number.plain and (last.plain or not _is_labelled_small(text, last, number)))
    if number.kind == "percent" and last.kind == "":
        last = last._replace(kind="percent")
    if between.group().strip() in DASHES:
        plain = last.plain and number.plain
        last, number = last._replace(plain=plain), number._replace(plain=plain)
    elif not last.plain and _is_labelled_small(text, last, number):
        number = number._replace(plain=False)
    if last.value < number.value and not _from_before().search(text, max(0, last.start - 8), last.start):
        last, number = last._replace(ranged=True), number._replace(ranged=True)
    return last, number


@cache
def _respectively() -> re.Pattern[str]:
    return pattern(r"[^.;%]{0,90}\brespectively\b")


@cache
def _from_before() -> re.Pattern[str]:
    return pattern(r"\bfrom ?$")


def _is_labelled_small(text: str, last: Number, number: Number) -> bool:
    """Whether a label before `last` ("weeks 12 and 24") takes in this number too."""
    return (
        number.kind == ""
        and number.value <= 104
        and is_labelled(text, last)
        and not _counting().match(text, number.end)
    )


@cache
def _counting() -> re.Pattern[str]:
    """What follows a number that counts, for it has a share, or a label of its own: "9 in part 1 and 18 in part 2"."""
    return pattern(
        r" [a-z]{3,} \([\d.]{1,6}%| in (?:part|step|stage|cohort|arm|group|phase|panel|trial|study) \w{1,3}\b"
    )


def _is_share(part: Number, whole: Number) -> bool:
    """Whether one number over another can be a part of a whole."""
    return (
        all(isinstance(number.value, int) and number.kind == "" for number in (part, whole))
        and 0 <= part.value <= whole.value
        and whole.value > 0
    )


def _joined(part: Number, whole: Number) -> Number:
    return Number(
        part.start,
        whole.end,
        part.value / whole.value,
        f"{part.written}/{whole.written}",
        spelled=part.spelled,
        kind="fraction",
        parts=(int(part.value), int(whole.value)),
        plain=part.plain,
    )
