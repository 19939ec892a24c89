"""The front matter is larger or more entangled than facts about an article can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "error"
fixable = None

WORDS = {
    "depth": (
        "The front matter nests lists and keys more than {limit:,} levels deep here.",
        "Close what is open, or write it flatter.",
    ),
    "nodes": (
        "The front matter holds more than {limit:,} values, counting what aliases repeat.",
        "Shorten it; long lists belong in a data file.",
    ),
    "aliases": (
        "The front matter refers back to values with * more than {limit:,} times.",
        "Write the values out.",
    ),
    "loop": ("What stands here contains itself, by way of an alias.", "Write the value out instead of the alias."),
}


def check(article: Article) -> Iterator[Finding]:
    for fault in article.faults_of("oversized-yaml"):
        message, hint = WORDS[fault.detail["what"]]
        yield Finding(fault.span, message.format(limit=fault.detail["limit"]), hint)
