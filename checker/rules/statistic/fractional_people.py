"""A number of people is not a whole number."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.claims.numbers import prose_numbers, qualifier
from checker.claims.vocabulary import MANY_PEOPLE
from checker.pattern import pattern
from checker.rule import Finding

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from checker.article import Article
    from checker.claims.numbers import Number

severity = "error"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    for sentence, numbers in article.once(prose_numbers):
        for number in numbers:
            if _is_fractional(number) and _counts_people(sentence.text, number):
                if qualifier(sentence.text, number) != "exact" or _computed().search(sentence.text):
                    continue
                yield Finding(
                    sentence.locate(number.start, number.end),
                    f"The prose counts {sentence.text[number.start : number.end]} people, and people come whole.",
                    help="Correct the number, or say that it is an average.",
                )


def _is_fractional(number: Number) -> bool:
    return (
        isinstance(number.value, float)
        and not number.value.is_integer()  # "Web 1.0 participants"
        and number.decimals not in (0, 3)  # "2.000 women" are two thousand, on the continent
        and number.value > 0
        and number.scale == 1
        and number.plain
        and not number.kind
        and not number.spelled
        and not number.ranged
    )


def _counts_people(text: str, number: Number) -> bool:
    if _label().search(text, max(0, number.start - 12), number.start):
        return False  # "Aim 2.1 subjects"
    if _people().match(text, number.end) or _of_people().match(text, number.end):
        return True
    return bool(_enrolled().search(text, max(0, number.start - 24), number.start) and _of().match(text, number.end))


@cache
def _people() -> re.Pattern[str]:
    return pattern(rf" (?:(?:healthy|adult|young|older|sick|new|more|other) )?(?:{MANY_PEOPLE})\b(?!['’-])")


@cache
def _label() -> re.Pattern[str]:
    return pattern(r"\b(?:Aim|Study|Part|Version|Section|Stage|Step|Protocol|Cohort) $")


@cache
def _enrolled() -> re.Pattern[str]:
    return pattern(
        r"\b(?:enrolled|recruited|randomi[sz]ed|treated|screened|included|dosed|vaccinated)(?: only| just)? $"
    )


@cache
def _of() -> re.Pattern[str]:
    return pattern(r" of (?:the|its|their) ")


@cache
def _of_people() -> re.Pattern[str]:
    return pattern(rf" of (?:these|those) (?:{MANY_PEOPLE})\b")


@cache
def _computed() -> re.Pattern[str]:
    """Words of numbers that were computed, not counted."""
    return pattern(
        r"(?i:\b(?:averag\w{1,3}|mean|means|median|per|rate|rates|ratio|every|each|to one|estimated?|equivalents?|"
        r"number needed|to be treated|must be treated|need to|needs to|needed to|to treat|to spare|to prevent|to save|"
        r"expected?|weighted|for one|statistically|half|typical\w{0,2}|a (?:day|week|month|year)|hundredths?|"
        r"(?:daily|weekly|monthly|yearly|annually)|person-years|patient-years|in (?:100|1,000|10,000|100,000))\b)"
    )
