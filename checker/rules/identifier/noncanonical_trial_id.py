"""A registration number is written in another way than its registry writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.registries import BY_KEY
from checker.rule import Finding
from checker.rules.identifier._numbers import label, numbers, replaced, short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "warning"
fixable = "safe"


def check(article: Article) -> Iterator[Finding]:
    for number in article.once(numbers):
        if number.mention and number.sound and number.mention.loose:
            name = BY_KEY[number.mention.registry].name
            yield Finding(
                number.span,
                f"{name} writes this number {number.id}, not “{short(number.written)}”.",
                f"Write {number.id}, so that a search finds it.",
                fix=replaced(article, [number], str(number.id), safe=True),
                trial=label(article, number),
                pointer=number.pointer,
            )
