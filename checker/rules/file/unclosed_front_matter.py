"""The front matter has no end, so neither facts nor text were checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Elsewhere, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "error"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    for fault in article.faults_of("unclosed-front-matter"):
        near = fault.detail.get("near")
        yield Finding(
            fault.span,
            "The front matter begins here and is never closed.",
            "Put a line of three hyphens and nothing else after the last key.",
            related=(Elsewhere(near, "This line may have been meant to close it."),) if near else (),
        )
