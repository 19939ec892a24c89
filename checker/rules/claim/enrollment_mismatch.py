"""The prose counts other people of a trial than its record does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rules.claim._contradictions import contradicted, finding, number_instead, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.rule import Finding

severity = "error"
fixable = "unsafe"


def check(article: Article) -> Iterator[Finding]:
    for claim in contradicted(article, "enrollment"):
        role = str(claim.fact[-1]) if claim.fact else ""
        number = claim.fact_value or ""
        recorded = f"{int(number):,} {role}" if number.isdecimal() and role else f"{number} {role}".strip()
        instead = number_instead(article, claim)
        yield finding(article, claim, words_of(article, claim), recorded, instead)
