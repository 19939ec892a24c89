"""A percentage is not what its two counts make."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.claims.numbers import prose_numbers
from checker.claims.shares import (
    bare_shares,
    is_cut_off,
    is_rounded,
    is_unit,
    rough_shares,
    rounded,
    shares,
    wholes_of,
)
from checker.pattern import pattern
from checker.rule import Edit, Elsewhere, Finding, Fix
from checker.rules.statistic import _counts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.article import Article
    from checker.claims.numbers import Number
    from checker.claims.sentences import Sentence

severity = "error"
fixable = "unsafe"

HELP = "Correct the percentage, or the counts that it was made of."


def check(article: Article) -> Iterator[Finding]:
    yield from _of_records(article)
    for sentence, numbers in article.once(prose_numbers):
        if not any(number.kind == "percent" for number in numbers) or _modelled().search(sentence.text):
            continue
        found = shares(sentence.text)
        for share in found:
            percent = share.percent
            if not share.sure and _fits_another(article, percent, share.part):
                continue
            counted = "/" in sentence.text[share.start : percent.start]  # "30/105 (28.6%)" is read off no curve
            if not counted and _is_rate_over_time(sentence.text, percent, share.part, share.whole):
                continue
            if percent.value <= 100 and not _fits(percent, share.part, share.whole):
                yield Finding(
                    sentence.locate(percent.start, percent.end),
                    f"{share.part:,} of {share.whole:,} is {rounded(share.part, share.whole, percent.decimals)}%, "
                    f"and the prose says {_as_written(sentence, percent)}.",
                    help=HELP,
                    fix=_fix(sentence, percent, share.part, share.whole),
                    severity="warning" if _is_last_digit(percent, share.part, share.whole) else None,
                )
        for share in rough_shares(sentence.text, numbers):
            if abs(share.percent.value - 100 * share.part / (share.whole or 1)) > ROUGHLY and share.whole:
                yield Finding(
                    sentence.locate(share.percent.start, share.percent.end),
                    f"{share.part:,} of {share.whole:,} is {rounded(share.part, share.whole, 0)}%, and the prose says "
                    f"roughly {_as_written(sentence, share.percent)}.",
                    help=HELP,
                )
        done = {share.percent for share in found}
        yield from _against_records(article, sentence, numbers, done)
        yield from _of_the_goal(article, sentence, numbers)
        yield from _with_a_slip(article, sentence, numbers, done)


def _is_last_digit(percent: Number, part: int, whole: int) -> bool:
    """Whether a percentage with decimals is off by one in the last of them, as where it was rounded by hand."""
    return percent.decimals > 0 and abs(percent.value - 100 * part / whole) < 1.5 * 10.0**-percent.decimals


def _of_records(article: Article) -> Iterator[Finding]:
    """The shares of the records that are not what their own two counts make."""
    for trial in article.trials:
        for index, figure in enumerate(trial.figures):
            if figure.value is None or figure.n is None or not figure.of or figure.unit not in ("%", "percent"):
                continue
            if abs(figure.value - 100 * figure.n / figure.of) > POINTS:
                at = (*trial.at, "figures", index, "value")
                yield Finding(
                    article.value_at(*at),
                    f"{figure.n:,} of {figure.of:,} is {rounded(figure.n, figure.of, 1)}%, and the record says "
                    f"{figure.value:g}%.",
                    help=HELP,
                    pointer=at,
                    trial=trial.label,
                )


def _with_a_slip(
    article: Article, sentence: Sentence, numbers: Sequence[Number], done: set[Number]
) -> Iterator[Finding]:
    """Percentages behind a count that are a share of no count, but for a digit that of the count they are said of."""
    text = sentence.text
    for count, percent in (*bare_shares(text, numbers), *_split(text, numbers)):
        part = int(count.value)
        if percent in done or percent.value > 100 or _fits_another(article, percent, part):
            continue
        done.add(percent)
        whole = _told_behind(text, numbers, percent)
        right = rounded(part, whole, percent.decimals) if whole else ""
        swapped = whole and any(_fits(percent, part, other) for other in _swapped(whole))
        if (
            whole
            and part <= whole
            and not _fits(percent, part, whole)
            and (swapped or _is_slip(percent.written, right) or _is_far(percent, part, whole))
        ):
            yield Finding(
                sentence.locate(percent.start, percent.end),
                f"{part:,} of {whole:,} is {right}%, and the prose says {_as_written(sentence, percent)}.",
                help=HELP,
                fix=_fix(sentence, percent, part, whole),
            )
            continue
        if part in article.once(_counts.parts):
            continue
        arms = _by_arms(article, text, numbers, count, percent)
        for whole, sure in (*_wholes(article, text, numbers, count, percent), *arms):
            right = rounded(part, whole, percent.decimals)
            turned = any(_fits(percent, other, whole) for other in _swapped(part))
            swapped = sorted(percent.written) == sorted(right)
            if not (sure or swapped or turned) or (not swapped and _is_near(percent, part, whole)):
                continue
            if part < whole and (_is_slip(percent.written, right) or (turned and not _fits(percent, part, whole))):
                yield Finding(
                    sentence.locate(percent.start, percent.end),
                    f"{part:,} of {whole:,} is {right}%, and the prose says {_as_written(sentence, percent)}.",
                    help=HELP,
                    fix=_fix(sentence, percent, part, whole),
                )
                break


def _swapped(count: int) -> Iterator[int]:
    """A count with two digits that stand side by side in each other's place."""
    digits = str(count)
    for at in range(len(digits) - 1):
        yield int(f"{digits[:at]}{digits[at + 1]}{digits[at]}{digits[at + 2 :]}")


def _is_slip(written: str, right: str) -> bool:
    """Whether two percentages differ by one digit, or by the order of their digits."""
    if len(written) != len(right) or written == right:
        return False
    apart = sum(one != other for one, other in zip(written, right, strict=True))
    return apart == 1 or sorted(written) == sorted(right)


def _split(text: str, numbers: Sequence[Number]) -> Iterator[tuple[Number, Number]]:
    """ "Six (23%, 95% CI 7 to 39) of 30 patients": the count and the percentage in the bracket that opens behind it."""
    for count, percent in pairwise(numbers):
        exact = count.is_count and percent.kind == "percent" and percent.plain and not (count.ranged or percent.ranged)
        opened = text[count.end : percent.start] in (" (", " [")
        if exact and opened and text[percent.end : percent.end + 1] in (",", ";", ")", "]"):
            yield count, percent


@cache
def _wholes_behind() -> re.Pattern[str]:
    return pattern(r"[^()\[\]]{0,60}[)\]] of (?:the |all |all the |these )?")


@cache
def _opened() -> re.Pattern[str]:
    return pattern(r"[(;,] (?:(?P<part>of (?:whom|which|these|them),?) |with |and )?$|[(;] ?$")


@cache
def _is_share() -> re.Pattern[str]:
    return pattern(r"(?: [a-z-]{1,20}){0,3} ?[(\[][\d.·]{1,6} ?%")


@cache
def _in_an_arm() -> re.Pattern[str]:
    return pattern(
        r"[)\],]? (?:patients |people |participants )?(?:in|on|with|from|of) (?:the )?([A-Za-z][\w -]{1,40})"
    )


@cache
def _of_an_arm() -> re.Pattern[str]:
    """The words before a count from where its part of the sentence begins: "on placebo 164", "(placebo, n = 5"."""
    return pattern(r"(?:^|[(;,.] ?)(?:and )?(?:(?:on|in|with|for) (?:the )?)?([a-z][^(;,.\d]{2,40}(?:, n ?= ?)?)$")


@cache
def _of_either_sex() -> re.Pattern[str]:
    return pattern(r"[)\]] (?:were )?(?:women|men|males?|females?|girls|boys|wom[ae]n)\b")


def _told_behind(text: str, numbers: Sequence[Number], percent: Number) -> int | None:
    """The whole of "six (23%, 95% CI 7 to 39) of 30 patients"."""
    behind = next((one for one in numbers if one.start > percent.end and one.is_count and one.kind == ""), None)
    if behind and not behind.ranged and _wholes_behind().fullmatch(text, percent.end, behind.start):
        return int(behind.value)
    return None


def _wholes(
    article: Article, text: str, numbers: Sequence[Number], count: Number, percent: Number
) -> Iterator[tuple[int, bool]]:
    """The counts that a count may be said to be a part of, by the words around it, and whether that is sure.

    It is not of an arm: what is said of one may be said of those of it who were treated, or of another part.
    """
    behind = _in_an_arm().match(text, percent.end)
    named = behind.group(1).casefold() if behind else ""
    before = _of_an_arm().search(text[max(0, count.start - 60) : count.start].casefold())
    ahead = before.group(1) if before else ""
    for trial in article.trials if named or ahead else ():
        for arm in trial.arms:
            name = (arm.name or "").casefold()
            names = f"{name} ", f"{name}-", f"{name},"
            if arm.count and name and any(f"{said} ".startswith(names) for said in (named, ahead)):
                yield arm.count, _is_with_another_arm(article, text, numbers, percent, arm.count)
                return
    earlier = [
        one
        for one in numbers
        if one.end <= count.start and one.is_count and not one.ranged and one.value > count.value and one.scale == 1
    ]
    opened = _opened().search(text, max(0, count.start - 20), count.start) if earlier else None
    if opened:
        # "180 (81%) on the drug had one, and 22 (10%) a serious one": a part is no whole, but for "of whom".
        yield from (
            (int(one.value), True)
            for one in earlier[:3]
            if (opened["part"] or not _is_share().match(text, one.end)) and not is_unit(text, one)
        )
    if _of_either_sex().match(text, percent.end) and len(article.trials) == 1:
        enrollment = article.trials[0].enrollment
        yield from ((size, True) for size in (enrollment.randomized, enrollment.enrolled, enrollment.analyzed) if size)


def _by_arms(
    article: Article, text: str, numbers: Sequence[Number], count: Number, percent: Number
) -> Iterator[tuple[int, bool]]:
    """The other one of two arms where a share beside this one is of the first: "24 (4.3%) and 46 (8.2%)"."""
    for trial in article.trials:
        counts = [arm.count for arm in trial.arms if arm.count and arm.count >= count.value]
        for arm in counts if len(counts) == 2 else ():
            if _is_with_another_arm(article, text, numbers, percent, arm):
                yield arm, True


def _is_with_another_arm(article: Article, text: str, numbers: Sequence[Number], percent: Number, count: int) -> bool:
    """Whether the other share of a sentence is one of another arm than that of `count`."""
    others = {arm.count for trial in article.trials for arm in trial.arms if arm.count} - {count}
    pairs = (*bare_shares(text, numbers), *_split(text, numbers))
    beside = {share: int(part.value) for part, share in pairs if share is not percent and part.value}
    return len(beside) == 1 and any(
        is_rounded(share, part, other) for share, part in beside.items() for other in others
    )


ROUGHLY = 8
"""Points by which a share that is told roughly may differ from the share."""
FAR = 15
"""Points by which no way to estimate a share changes it."""
POINTS = 0.6
"""By how much the share of those who were followed to the end or treated may differ from that of all, in percent."""


def _is_near(percent: Number, part: int, whole: int) -> bool:
    """Whether a percentage may be an estimate of a share, read off a curve, or of few less than the whole."""
    return abs(float(percent.value) - 100 * part / whole) <= POINTS


def _is_far(percent: Number, part: int, whole: int) -> bool:
    """Whether a percentage is too far from a share for any estimate of it."""
    return abs(float(percent.value) - 100 * part / whole) >= FAR


@cache
def _modelled() -> re.Pattern[str]:
    """Words of percentages that were not counted out, though counts stand beside them."""
    return pattern(
        r"(?i:\b(?:cumulative|actuarial|kaplan|adjusted|weighted|imputed|imputation|modell?ed|estimated|[a-z]{3,8}-years)\b)"
    )


def _fits(percent: Number, part: int, whole: int) -> bool:
    return whole == 0 or is_rounded(percent, part, whole) or is_cut_off(percent, part, whole)


@cache
def _rate() -> re.Pattern[str]:
    return pattern(r"\b(?:rates?|survival|incidence|mortality)\b")


def _is_rate_over_time(text: str, percent: Number, part: int, whole: int) -> bool:
    """Whether a percentage may be a rate read off a survival curve, which is near the plain share but not equal."""
    before = _rate().search(text, max(0, percent.start - 80), percent.start)
    return bool(before) and abs(percent.value * whole - 100 * part) <= 20 * part


def _fits_another(article: Article, percent: Number, part: int) -> bool:
    """Whether some other count of the article or its records could be the whole that was meant."""
    low, high = wholes_of(percent, part)
    return _counts.is_any_between(article, max(low, part, 1), high)


WHOLE = pattern(r"\b(?:among|out of) (?:the |these |those )?$")


def _against_records(
    article: Article, sentence: Sentence, numbers: Sequence[Number], done: set[Number]
) -> Iterator[Finding]:
    """Percentages behind a count that a record knows as a part, which are a share of no count of the article."""
    parts = article.once(_counts.parts)
    for count, percent in bare_shares(sentence.text, numbers) if parts else ():
        part = parts.get(int(count.value))
        if part is None or percent in done or percent.value > 100:
            continue
        if WHOLE.search(sentence.text, max(0, count.start - 20), count.start):
            continue  # "Sixteen among 25 eligible (64%)"
        if _fits(percent, part.part, part.whole) or _fits_another(article, percent, part.part):
            continue
        right = rounded(part.part, part.whole, percent.decimals)
        if _is_near(percent, part.part, part.whole) and sorted(right) != sorted(percent.written):
            continue
        done.add(percent)
        share = rounded(part.part, part.whole, percent.decimals)
        yield Finding(
            sentence.locate(percent.start, percent.end),
            f"The record has {part.part:,} of {part.whole:,}, which is {share}%, and the prose says "
            f"{_as_written(sentence, percent)}.",
            help="Correct the percentage, or the counts in the record.",
            fix=_fix(sentence, percent, part.part, part.whole),
            related=(Elsewhere(article.value_at(*part.pointer), "The record's counts are here."),),
            trial=part.trial,
        )


def _of_the_goal(article: Article, sentence: Sentence, numbers: Sequence[Number]) -> Iterator[Finding]:
    """ "141 had been randomised, 42 per cent of the goal", where one record holds the goal."""
    if len(article.trials) != 1 or not (planned := article.trials[0].enrollment.planned):
        return
    trial = article.trials[0]
    told = article.once(_counts.recorded)
    for number, percent in pairwise(numbers):
        if percent.kind != "percent" or not percent.plain or percent.ranged or number.value not in told:
            continue
        if not number.is_count or number.ranged:
            continue
        if not re.match(
            r" of (?:the|its|their) (?:goal|target|plan|planned number|number planned)\b", _behind(sentence, percent)
        ):
            continue
        if "," not in sentence.text[number.end : percent.start] or percent.start - number.end > 40:
            continue
        if _fits(percent, int(number.value), planned) or not sentence.text[: percent.start].endswith((", ", "– ", "(")):
            continue
        yield Finding(
            sentence.locate(percent.start, percent.end),
            f"{number.value:,} is {rounded(int(number.value), planned, percent.decimals)}% of the {planned:,} that the "
            f"record has as planned, and the prose says {_as_written(sentence, percent)}.",
            help="Correct the percentage, or the count that it was made of.",
            fix=_fix(sentence, percent, int(number.value), planned),
            related=(
                Elsewhere(article.value_at(*trial.at, "enrollment", "planned"), f"The record plans {planned:,}."),
            ),
            trial=trial.label,
        )


def _behind(sentence: Sentence, number: Number) -> str:
    return sentence.text[number.end : number.end + 40]


def _as_written(sentence: Sentence, number: Number) -> str:
    return sentence.text[number.start : number.end]


def _fix(sentence: Sentence, percent: Number, part: int, whole: int) -> Fix:
    """Puts the right percentage in the place of the digits, with the decimal point that the article uses."""
    written = _as_written(sentence, percent)
    digits = re.match(r"[\d.·∙⋅]+", written)
    end = percent.start + (digits.end() if digits else 0)
    share = rounded(part, whole, percent.decimals)
    right = share.replace(".", next((point for point in written if point in "·∙⋅"), "."))
    return Fix(f"Write {right}%", (Edit(sentence.locate(percent.start, end), right),))
