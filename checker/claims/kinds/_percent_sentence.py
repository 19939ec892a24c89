"""A sentence with its percentages, and the words around each."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING

from checker.pattern import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from checker.article import Article
    from checker.claims.numbers import Number
    from checker.claims.said import Said


class PercentSentence:
    """A sentence with its percentages. `tested` tells that it gives a p-value or a confidence interval."""

    def __init__(self, said: Said, percents: Sequence[tuple[int, Number]], *, tested: bool) -> None:
        self.said = said
        self.text = said.text
        self.lower = said.lower
        self.numbers = said.numbers
        self.tested = tested
        self.percents = percents
        self.accepted: set[int] = set()

    @cached_property
    def strengths(self) -> set[float]:
        """The percentages that the sentence gives as strengths of a drug: "the 1.5% and 3% doses"."""
        return {number.value for _, number in self.percents if strength().match(self.behind(number))}

    @cached_property
    def is_among_results(self) -> bool:
        """Whether the paragraph speaks of a study and of those who took part."""
        block = self.said.sentence.block
        known = self.said.article.once(_blocks_of_studies)
        if id(block) not in known:
            known[id(block)] = _study().search(block.prose) is not None
        return known[id(block)]

    def before(self, number: Number, reach: int = 120) -> str:
        return self.lower[max(0, number.start - reach) : number.start]

    def behind(self, number: Number, reach: int = 90) -> str:
        return self.lower[number.end : number.end + reach]

    def clause(self, number: Number) -> str:
        """The words around a number up to the next full break, with the statistics' own names left out."""
        marks = (";", ": ", " – ", "—")
        left = max(self.lower.rfind(mark, 0, number.start) for mark in marks)
        right = min((at for mark in marks if (at := self.lower.find(mark, number.end)) >= 0), default=len(self.lower))
        around = self.lower[max(left, number.start - 140, 0) : min(right, number.end + 140)]
        return _statistics().sub(" ", around)


def _blocks_of_studies(article: Article) -> dict[int, bool]:
    """Which blocks speak of a study, by their identity, as far as it was asked."""
    return {}


@cache
def strength() -> re.Pattern[str]:
    """What makes a percentage the strength of a drug: "the 1.5% and 3% doses", "the 3% group"."""
    return pattern(
        r"(?:(?: and|,| or| versus| vs\.?) (?:the )?\d{1,2}(?:[.·]\d{1,2})?%){0,3} "
        r"(?:doses?|strengths?|gels?|foams?|lotions?|sprays?|drops|saline|dextrose|formulations?|vehicle|patch(?:es)?|"
        r"groups?|arms?|tinctures?|mouthwash|emulsion|suspension|concentration|cream|ointment|solution)\b"
    )


@cache
def _statistics() -> re.Pattern[str]:
    """Names of what is computed from results, and of whom: they say nothing of people at large."""
    return pattern(
        r"\bincidence (?:rate )?ratios?\b|% (?:[a-z]+ )?(?:confidence|credible) intervals?\b|"
        r"\b(?:per[ -]protocol|to[ -]treat|itt|safety|study|trial|analysis|evaluable|treated|final|whole|overall|total|"
        r"randomi[sz]ed) (?:analysis |study )?populations?\b"
    )


@cache
def _study() -> re.Pattern[str]:
    return pattern(
        r"\b(?:trials?|stud(?:y|ies)|placebo|dummy|randomi[sz]ed|arms?|(?:sub-?)?groups?|cohorts?|end ?points?|"
        r"participants|volunteers|"
        r"enrol+ed|"
        r"controls|"
        r"patients (?:were|who|in|on|had|received)|therapy|therapies)\b"
    )
