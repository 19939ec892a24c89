"""The article has more findings than are listed for one article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "error"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    # That there are too many findings of all rules, the engine says itself.
    for fault in article.faults_of("too-many-findings"):
        yield Finding(
            fault.span,
            f"The front matter departs from its schema in more than {fault.detail['limit']:,} ways; the others, like "
            "the one here, are not listed.",
            "Mend those that are listed first.",
        )
