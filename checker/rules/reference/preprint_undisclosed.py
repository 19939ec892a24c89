"""A preprint is cited, and no word tells readers that nobody has reviewed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Finding
from checker.rules.reference._dois import unwrapped
from checker.rules.reference._preprints import NAMES, is_preprint, is_preprint_address, says_preprint
from checker.rules.reference._references import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article, Block
    from checker.text import Span

severity = "warning"
fixable = None

ADVICE = "Say near it that the paper is a preprint and has not been peer reviewed."


def check(article: Article) -> Iterator[Finding]:
    told = False
    for index, block in enumerate(article.prose):
        cited = _cited(block)
        if cited and not any(says_preprint(near.text) for near in article.prose[max(index - 1, 0) : index + 2]):
            told = True
            yield Finding(cited, "The text leads to a preprint and does not say that it is one.", ADVICE)
    if told:
        return
    preprints = [reference for reference in written(article, "doi") if is_preprint(unwrapped(reference.text))]
    if preprints and not any(says_preprint(block.text) for block in article.prose):
        for reference in preprints:
            yield Finding(
                reference.span,
                f"{unwrapped(reference.text)[:60]} is a preprint, and the text does not say so.",
                "Say in the text that the paper is a preprint and has not been peer reviewed.",
                pointer=reference.pointer,
            )


def _cited(block: Block) -> Span | None:
    """The first place in a block that leads to a preprint, or names a preprint server."""
    for link in block.links:
        if is_preprint_address(link.url):
            return block.locate(link.start, link.end)
    if "search" in block.prose:
        return None  # a review that searched the servers cites none of their papers
    for name in NAMES:
        if name in block.prose:
            at = block.prose.index(name)
            return block.locate(at, at + len(name))
    return None
