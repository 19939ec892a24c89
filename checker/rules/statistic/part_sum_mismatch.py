"""Parts that are said to make up a whole do not add up to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.numbers import prose_numbers
from checker.rule import Finding
from checker.rules.statistic._sums import LOOKS, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article, Block

severity = "warning"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    block: Block | None = None
    previous: Reading | None = None
    for sentence, numbers in article.once(prose_numbers):
        reading = Reading(article, sentence.text, numbers, previous if sentence.block is block else None)
        gap = next((gap for look in LOOKS if (gap := look(reading))), None) if reading.is_worth_a_look else None
        if gap:
            yield Finding(
                sentence.locate(gap.start, gap.end),
                gap.message,
                help="Correct the part that was mistyped, or the whole.",
            )
        block, previous = sentence.block, reading
        reading.previous = None
