"""A percentage is not what its two counts make."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.claims.numbers import prose_numbers
from checker.claims.shares import bare_shares, is_cut_off, is_rounded, rounded, shares, wholes_of
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
    for sentence, numbers in article.once(prose_numbers):
        if not any(number.kind == "percent" for number in numbers) or _modelled().search(sentence.text):
            continue
        found = shares(sentence.text, numbers)
        for share in found:
            percent = share.percent
            if not share.sure and _fits_another(article, percent, share.part):
                continue
            if _is_rate_over_time(sentence.text, percent, share.part, share.whole):
                continue
            if percent.value <= 100 and not _fits(percent, share.part, share.whole):
                yield Finding(
                    sentence.locate(percent.start, percent.end),
                    f"{share.part:,} of {share.whole:,} is {rounded(share.part, share.whole, percent.decimals)}%, "
                    f"and the prose says {_as_written(sentence, percent)}.",
                    help=HELP,
                    fix=_fix(sentence, percent, share.part, share.whole),
                )
        yield from _against_records(article, sentence, numbers, {share.percent for share in found})
        yield from _of_the_goal(article, sentence, numbers)


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


def _against_records(
    article: Article, sentence: Sentence, numbers: Sequence[Number], done: set[Number]
) -> Iterator[Finding]:
    """Percentages behind a count that a record knows as a part, which are a share of no count of the article."""
    parts = article.once(_counts.parts)
    for count, percent in bare_shares(sentence.text, numbers) if parts else ():
        part = parts.get(int(count.value))
        if part is None or percent in done or percent.value > 100:
            continue
        if _fits(percent, part.part, part.whole) or _fits_another(article, percent, part.part):
            continue
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
