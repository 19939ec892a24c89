"""Whether an article that others paid for or supplied says so at its start, in any usual wording."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.pattern import pattern
from checker.rules.disclaimer._texts import fold
from checker.rules.disclaimer._wanted import visible
from checker.text import Span

if TYPE_CHECKING:
    from checker.article import Article

PAID = (
    r"(?:sponsored|promoted|branded|paid|commercial|partner|promotional|advertising)"
    r" (?:content|article|post|feature|story|message|text|page|report|material|partnership|promotion|placement)|"
    r"advertisement|advertorial"
)
LOOSE = r"advertising|sponsored|promoted|sponsorship|anzeige|ad"
RELEASE = r"(?:press|news|media) release|(?:press|company|media) (?:statement|announcement)"
TEXT = r"(?:article|text|content|page|story|post|feature|material|report|piece|advertorial|message|interview|section)"
MADE = (
    r"(?:paid for|paid|sponsored|supplied|provided|funded|financed|produced|written|supported|presented|commissioned|"
    r"brought to you)"
)
NO = r"(?!not\b|never\b|no\b|nor\b)"

LONG = 30
"""A label is a short paragraph, or the beginning of a longer one: this many words are read."""

SHORT = 12
"""A paragraph of so few words may name what it is anywhere."""


@cache
def _patterns(kind: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What the beginning of a label matches, and what a short label has anywhere."""
    noun = PAID if kind == "sponsored" else f"{RELEASE}|{PAID}"
    ways = [
        # "Sponsored content.", "[Advertisement]", "This article is a press release from …"
        (
            rf"(?:(?:label|disclosure|note|text|source): )?(?:(?:this|the following|what follows|you)(?: {TEXT})? "
            rf"(?:is|was|contains|are reading) (?:an? |the )?)?(?:company )?"
            rf"(?:(?:{noun})(?= (?:by|from|for|with|on behalf of|issued|in association)\b| ?[^\w\s]| ?$)|"
            rf"(?:{LOOSE})(?= ?[^\w\s]| ?$))"
        ),
        # "This text is based on material supplied by …", "Content sponsored by …"
        (
            rf"(?:disclosure: )?(?:(?:this|the|our) )?(?:{NO}\w+ )?{TEXT} (?:{NO}[\w,-]+ ){{0,9}}?"
            rf"(?:{MADE} by|in (?:paid )?(?:partnership|association|collaboration) with)\b"
        ),
        # "Paid for by …", "In partnership with …", as a sentence of their own
        rf"(?:{MADE} by|in (?:paid )?(?:partnership|association|collaboration) with) [^.,]{{1,60}}(?:\.|$)",
        # "Acme paid for this article."
        rf"(?:{NO}[\w&.,'-]+ ){{1,8}}?(?:paid for|sponsored|supplied|provided|funded|wrote|commissioned) this {TEXT}\b",
    ]
    begins = rf"[\W_]{{0,4}}(?:{'|'.join(ways)})"
    named = rf"(?<!\bin a )(?<!\bnot )(?<!\bnot a )(?<!\bnot an )(?<!\bno )\b(?:{noun})\b"
    return pattern(begins, re.IGNORECASE), pattern(named, re.IGNORECASE)


def says(article: Article, kind: str) -> bool:
    """Whether the first thing that a reader sees below the title tells what kind of text this is."""
    blocks = visible(article.blocks)
    if blocks and blocks[0].kind == "heading" and blocks[0].level == 1:
        blocks = blocks[1:]
    return bool(blocks) and is_label(fold(blocks[0].text), kind)


def is_label(text: str, kind: str) -> bool:
    """Whether a folded text begins with a label for `sponsored` or `press-release`."""
    words = text.split(" ", LONG)
    begins, named = _patterns(kind)
    return bool(begins.match(" ".join(words[:LONG])) or (len(words) <= SHORT and named.search(text)))


def opening(article: Article) -> Span:
    """Where a label belongs: before the first text below the title."""
    blocks = visible(article.blocks)
    if len(blocks) > 1 and blocks[0].kind == "heading" and blocks[0].level == 1:
        blocks = blocks[1:]
    at = blocks[0].span.start if blocks else article.body.start
    return Span(at, at)
