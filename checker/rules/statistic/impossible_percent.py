"""No whole number of people is the percentage that the prose gives."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.claims.numbers import prose_numbers, qualifier
from checker.claims.shares import is_rounded, percentages, rounded, shares
from checker.claims.vocabulary import ANY_PEOPLE
from checker.pattern import pattern
from checker.rule import Finding

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from checker.article import Article
    from checker.claims.numbers import Number

severity = "error"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    for sentence, numbers in article.once(prose_numbers):
        text = sentence.text
        if not any(number.kind == "percent" for number in numbers) or _modelled().search(text):
            continue
        explained = {share.percent for share in shares(text)}
        for index, percent in percentages(text, numbers):
            whole = _whole(text, numbers, index)
            if whole is None or percent in explained or percent.value > 100 or _is_possible(percent, int(whole.value)):
                continue
            below = int(percent.value * whole.value // 100)
            one, other = (rounded(part, int(whole.value), percent.decimals) for part in (below, below + 1))
            yield Finding(
                sentence.locate(percent.start, whole.end),
                f"No whole number of {whole.value:,} is {percent.written}%: {below:,} would be {one}% and "
                f"{below + 1:,} would be {other}%.",
                help="Correct the percentage, or the number that it is a share of.",
            )


def _is_possible(percent: Number, whole: int) -> bool:
    """Whether some whole number of `whole` rounds to the percentage at its written places."""
    nearest = int(percent.value * whole // 100)
    return any(is_rounded(percent, part, whole) for part in range(max(nearest - 1, 0), min(nearest + 2, whole) + 1))


def _whole(text: str, numbers: Sequence[Number], index: int) -> Number | None:
    """The count that a percentage is of: "52.4% of the 94 were women", "54.2% of 150 people"."""
    percent = numbers[index]
    head = numbers[index - 1] if index else None
    if head and head.is_count and not head.ranged and head.scale == 1 and head.value >= FEW and percent.decimals:
        first = _at_head().fullmatch(text, 0, head.start) and _people().match(text, head.end)
        if first and _subject().fullmatch(text, first.end(), percent.start) and _done().match(text, percent.end):
            return head
    whole = numbers[index + 1] if index + 1 < len(numbers) else None
    if (
        whole is None
        or not whole.is_count
        or whole.ranged
        or whole.scale > 1
        or whole.value == 0
        or whole.start - percent.end > 40
    ):
        return None
    between = _of().fullmatch(text, percent.end, whole.start)
    if not between or qualifier(text, whole) != "exact":
        return None
    return whole if _people().match(text, whole.end) or (between.group(1) and _verb().match(text, whole.end)) else None


FEW = 20
"""Of fewer than this, as good as every percentage with a decimal place is impossible, whoever the whole was."""


@cache
def _at_head() -> re.Pattern[str]:
    return pattern(r"(?:Of|Among) (?:the |these |those |all |all the )?")


@cache
def _subject() -> re.Pattern[str]:
    """What stands between "Of the 79 participants" and the share of them that the sentence is about."""
    return pattern(r"[^.;:,()%]{0,60}, (?:only |just )?")


@cache
def _done() -> re.Pattern[str]:
    return pattern(
        r" (?:were|had|did|died|achieved|reached|responded|completed|reported|experienced|improved|relapsed)\b"
    )


@cache
def _of() -> re.Pattern[str]:
    return pattern(r"\sof (?:(the |these |those |all |all the |its |their |his |her |our )(?:[a-z]{3,14} )?)?")


@cache
def _people() -> re.Pattern[str]:
    return pattern(rf"[ \u00a0](?:(?!month|year|week|day)[a-z-]{{2,20}} ){{0,2}}(?:{ANY_PEOPLE})\b(?!['’-])")


@cache
def _verb() -> re.Pattern[str]:
    """What may follow "the 94" where people are meant: a verb or the end, but no unit."""
    return pattern(
        r"\s?(?:[.,;:)]|$)|\s(?:were|was|are|is|had|have|has|who|whose|on|in|with|got|took|said|did|could|felt|came|"
        r"went|lived|still|also|never|(?!(?:plann|schedul|prescrib|recommend|requir|intend|offer)ed)[a-z]{3,12}ed)\b"
    )


@cache
def _modelled() -> re.Pattern[str]:
    """Words of percentages that were not counted out."""
    return pattern(
        r"(?i:\b(?:weighted|estimated?|estimates|kaplan|adjusted|modell?ed|model|projected|projections?|predicted|"
        r"expected|probability|survival|imputed|imputation|average|averaged|mean|median|person-years|patient-years|"
        r"per year|a year|risk|chance|power|would|could|might|may|target|goal|at least|dropout)\b)"
    )
