"""The prose says where something was published, and the article has no references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Finding
from checker.rules.reference._citations import citations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "note"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    if article.front is None or article.front.data.get("references"):
        return
    for citation in article.once(citations):
        # A link in the paragraph leads the reader to the paper.
        if citation.sure and not citation.about_another and not citation.sentence.block.links:
            yield Finding(
                citation.span,
                f"The text says that something was published in {citation.journal[:60]}, "
                "and the article has no references.",
                "Add the paper under references, or link to it.",
            )
