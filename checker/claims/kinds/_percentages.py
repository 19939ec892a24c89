"""Percentages that are results of a trial, told from those of people at large, of money, of doses and of definitions.

A percentage is a result where its sentence gives evidence: statistics beside it, a second percentage that it is
compared with, words for what was measured or for what those who took part did.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.claims.claim import Found
from checker.claims.countries import countries
from checker.claims.kinds._percent_others import at_large, elsewhere, finance, vague
from checker.claims.kinds._percent_results import is_result
from checker.claims.kinds._percent_rows import is_joined_to_next
from checker.claims.kinds._percent_sentence import PercentSentence
from checker.claims.numbers import qualifier
from checker.claims.shares import bare_shares, shares
from checker.pattern import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from checker.claims.said import Said


MOST_PERCENTAGES = 40
"""More than any sentence has; what has more is left alone, since each is weighed by the words around it."""
WEAKENED = ("about", "nearly", "more_than")
"""Qualifiers that leave a percentage a result: "about 40% of the patients responded"."""


def percentages(said: Said, taken: set[int], *, tested: bool) -> Iterator[Found]:
    """The percentages of a sentence that are results. `taken` are the starts of numbers that are something else's.

    `tested` tells that the sentence gives a p-value or a confidence interval.
    """
    numbers = said.numbers
    percents = [
        (index, number)
        for index, number in enumerate(numbers)
        if _is_percent(said, index) and number.plain and number.start not in taken
    ]
    if not 0 < len(percents) <= MOST_PERCENTAGES:
        return
    pairs = {share.percent.start: (share.part, share.whole) for share in shares(said.text)}
    parts = {percent.start: int(count.value) for count, percent in bare_shares(said.text, numbers)}
    sentence = PercentSentence(said, percents, tested=tested)
    open_to_doubt = []
    for index, number in percents:
        weakened = qualifier(said.text, number)
        least = -100 if number.kind == "points" else 0  # "-1.87%" is a change
        if number.ranged or not least <= number.value <= 1000 or (weakened != "exact" and weakened not in WEAKENED):
            continue
        if said.text[number.end : number.end + 1] == "+" or vague().search(sentence.before(number, 40)):
            continue
        if number.start in pairs:
            sure = not finance().search(sentence.clause(number))
        elif number.start in parts:
            clause = sentence.clause(number)
            sure = tested or not (at_large().search(clause) or countries(clause))
            sure = sure and not elsewhere().search(clause)
        else:
            sure = is_result(sentence, index, number)
        if sure:
            sentence.accepted.add(index)
        else:
            open_to_doubt.append((index, number))
    for index, number in reversed(open_to_doubt):
        if is_joined_to_next(sentence, index, number):
            sentence.accepted.add(index)
    for index, number in percents:
        if index in sentence.accepted:
            part, whole = pairs.get(number.start, (parts.get(number.start), None))
            yield Found(
                "percentage",
                float(number.value),
                number.start,
                number.end,
                qualifier=qualifier(said.text, number),
                n=part,
                whole=whole,
                pattern="share" if part is not None else "percentage",
            )


def _is_percent(said: Said, index: int) -> bool:
    """Whether a number is a percentage: "90.3%", also the "92.0" of "92.0 versus 90.3%"."""
    number = said.numbers[index]
    if number.kind in ("percent", "points"):
        return True
    set_off = number.decimals or said.text[max(0, number.start - 1) : number.start] in ("(", "[")
    if number.kind or not set_off or index + 1 == len(said.numbers):
        return False
    following = said.numbers[index + 1]
    return (
        following.kind == "percent"
        and following.decimals == number.decimals
        and _bare_versus().fullmatch(said.lower, number.end, following.start) is not None
    )


@cache
def _bare_versus() -> re.Pattern[str]:
    return pattern(r" (?:vs?\.?|versus|against|compared (?:with|to)) ")
