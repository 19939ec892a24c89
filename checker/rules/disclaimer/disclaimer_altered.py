"""A disclaimer differs from its approved text in a word or more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Finding
from checker.rules.disclaimer._fixes import replacement
from checker.rules.disclaimer._standings import standings
from checker.rules.disclaimer._texts import in_words
from checker.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.article import Article
    from checker.rules.disclaimer._texts import Change, Word

severity = "error"
fixable = "safe"


def check(article: Article) -> Iterator[Finding]:
    for standing in article.once(standings):
        if standing.kind == "altered":
            changes, words = standing.changes, standing.words
            what = in_words(changes) or "a part of it is struck through"
            yield Finding(
                _place(changes[0], words) if changes else standing.span,
                f'The "{standing.approved.id}" disclaimer differs from its approved text: {what}.',
                "Restore the approved text word for word.",
                replacement(article, standing),
            )


def _place(change: Change, words: Sequence[Word]) -> Span:
    """The words that differ; where words are missing, those on both sides of the gap."""
    first, last = change.start, change.end - 1
    if not change.found:
        first, last = max(change.start - 1, 0), min(change.start, len(words) - 1)
    return Span(words[first].span.start, words[last].span.end)
