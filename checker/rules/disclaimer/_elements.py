"""What a medical disclaimer says, looked for in any wording where the settings hold no text of their own.

The elements are those that the disclaimers of disease-news sites share: what the site is, that it gives no medical
advice, that it replaces none, whom to ask, and not to put off care because of it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.rules.disclaimer._texts import fold
from checker.rules.disclaimer._wanted import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

NOT = r"\b(?:not|no|never|nothing|neither|nor|none|cannot|without|\w{2,7}n't)\b"
MEDICAL = r"(?:medical|health|clinical|professional|doctor|physician|diagnos|treat)"
PROFESSIONAL = (
    r"(?:doctor|physician|clinician|\bGPs?\b|general practitioner|pharmacist|nurse|professional|specialist|"
    r"care provider|health provider|provider|care team|medical team|medical advice|professional advice)"
)


@cache
def _elements() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str] | None], ...]:
    """Each element: what a reader is not told without it, what says it, and what must not stand in the same words."""

    def pattern(source: str) -> re.Pattern[str]:
        return re.compile(source, re.IGNORECASE)

    return (
        (
            "what kind of site this is",
            pattern(
                r"\b(?:news|information\w*|educat\w{0,6}|journalis[mt]\w{0,3})\b[^.]{0,60}\b(?:web ?sites?|site|"
                r"service|publication|magazine|newsletter|purposes?|only|outlet|blog|portal|about|on)\b|"
                r"\breports? (?:on|about)\b|"
                r"\b(?:for|as) (?:\w+ ){0,2}information\b|\b(?:site|publication|magazine|newsletter) (?:about|for|on)\b"
            ),
            None,
        ),
        (
            "that it gives no medical advice",
            pattern(rf"{NOT}(?P<between>[^.]{{0,120}}?)\b(?:advice|diagnos\w+|treatments?)\b"),
            pattern(
                r"substitut|replac|alternative|instead|in place of|disregard|ignor|delay|stop|start|chang|only|without"
            ),
        ),
        (
            "that it replaces no professional advice",
            pattern(
                rf"{NOT}(?P<between>[^.]{{0,120}}?)\b(?:substitut\w+|replac\w+|alternative to|in place of|instead of|"
                r"tak\w+ the place of|stand\w* in for)\b"
            ),
            None,
        ),
        (
            "to ask a doctor or another professional",
            pattern(
                r"(?P<between>(?:\b[\w']+ ){0,3})\b(?:ask|seek|consult|talk|speak|contact|see|discuss|check|call|"
                rf"turn to|talking|speaking|consulting|asking|advice of)\b[^.]{{0,80}}?{PROFESSIONAL}"
            ),
            pattern(r"\b(?:not|n't|never|no)\b(?! (?:hesitate|change|stop|start))"),
        ),
        (
            "not to disregard or put off medical advice because of it",
            pattern(
                rf"{NOT}(?P<between>[^.]{{0,60}}?)\b(?:disregard\w*|ignor\w+|delay\w*|put\w* off|postpon\w+|stop\w*|"
                r"start|chang\w+|avoid\w*|alter\w*|base)\b[^.]{0,120}\b(?:because of|based on|advice|care|seek\w*|read|"
                r"here|treatments?|without)\b"
            ),
            None,
        ),
    )


def missing_elements(article: Article) -> list[str]:
    """What readers of an article are not told about it, each as a clause that follows "is not told"."""
    sentences = [*_sentences(article)]
    return [
        clause
        for clause, says, unless in _elements()
        if not any(
            unless is None or not unless.search(match["between"])
            for sentence in sentences
            for match in says.finditer(sentence)
        )
    ]


def _sentences(article: Article) -> Iterator[str]:
    for block in visible(article.blocks):
        yield from re.split(r"(?<=[.!?]) ", fold(block.text))
