"""Whether an article that others paid for or supplied says so at its start, in any usual wording."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.rules.disclaimer._texts import fold
from checker.rules.disclaimer._wanted import visible
from checker.text import Span

if TYPE_CHECKING:
    from checker.article import Article

PAID = (
    r"sponsor(?:ed|ship)?(?: (?:content|article|post|feature|story|message|text|page|report|material))?|"
    r"advertisements?|advertorial|advertising|paid(?: (?:content|post|partnership|promotion|advertisement|message|for))|"
    r"promot(?:ed|ional)(?: (?:content|post|text|article|message))?|promotion|partner(?:ed)? content|branded content|"
    r"commercial (?:content|partnership|message)|(?:in )?(?:paid )?partnership with|brought to you by|anzeige"
)
RELEASE = r"(?:press|news|media) release|(?:press|company|media) (?:statement|announcement)"

LONG = 30
"""A label is a short paragraph, or the beginning of a longer one."""


@cache
def _patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    noun = f"(?:{PAID})" if kind == "sponsored" else f"(?:{RELEASE}|{PAID})"
    this = r"(?:this|the following|what follows|our)(?: [\w-]+){0,2}?"
    made = (
        r"(?:paid for|paid|sponsored|supplied|provided|funded|financed|produced|written|supported|presented|"
        r"commissioned)"
    )
    return (
        # "Sponsored content.", "[Advertisement]", "This article is a press release from …"
        re.compile(
            rf"[\W_]{{0,4}}(?:(?:label|disclosure|note): )?(?:{this} (?:is|was|contains) (?:an? |the )?)?"
            rf"(?:company )?{noun}"
            r"(?=[\W_]{0,3}$|[\])]? ?[.:!|,\-(\])]| (?:by|from|for|with|on behalf of|issued|in)\b)",
            re.IGNORECASE,
        ),
        # "This text is based on material supplied by …", "Paid for by …"
        re.compile(
            rf"[\W_]{{0,4}}(?:(?:{this}|the) (?:(?!not\b|never\b)[\w-]+ ){{0,8}}?)?{made} (?:for )?by\b", re.IGNORECASE
        ),
    )


def says(article: Article, kind: str) -> bool:
    """Whether the first thing that a reader sees below the title tells what kind of text this is."""
    blocks = visible(article.blocks)
    if blocks and blocks[0].kind == "heading" and blocks[0].level == 1:
        blocks = blocks[1:]
    return bool(blocks) and is_label(fold(blocks[0].text), kind)


def is_label(text: str, kind: str) -> bool:
    """Whether a folded text begins with a label for `sponsored` or `press-release`."""
    start = " ".join(text.split(" ", LONG)[:LONG])
    return any(pattern.match(start) for pattern in _patterns(kind))


def opening(article: Article) -> Span:
    """Where a label belongs: before the first text below the title."""
    blocks = visible(article.blocks)
    if len(blocks) > 1 and blocks[0].kind == "heading" and blocks[0].level == 1:
        blocks = blocks[1:]
    at = blocks[0].span.start if blocks else article.body.start
    return Span(at, at)
