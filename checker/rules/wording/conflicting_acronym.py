"""An article explains one acronym in two ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Elsewhere, Finding
from checker.rules.wording._acronyms import Expansion, expansions, same_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "warning"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    first: dict[str, Expansion] = {}
    for expansion in article.once(expansions):
        known = first.setdefault(expansion.acronym, expansion)
        if not same_words(known.long, expansion.long):
            yield Finding(
                expansion.block.locate(expansion.start, expansion.end),
                f"{expansion.acronym} stands for {_short(expansion.long)} here and for {_short(known.long)} before.",
                "Correct the wrong one, or spell one of the two out each time.",
                related=(
                    Elsewhere(
                        known.block.locate(known.start, known.end),
                        f"Here {known.acronym} stands for {_short(known.long)}.",
                    ),
                ),
            )


def _short(long: str) -> str:
    return " ".join(long.split())[:60]
