"""A key stands twice in one place of the front matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Elsewhere, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "error"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    for fault in article.faults_of("duplicate-key"):
        key, first = str(fault.detail["key"]), fault.detail.get("first")
        shown = key if len(key) <= 60 else f"{key[:59]}…"
        yield Finding(
            fault.span,
            f'The key "{shown}" is given a second time; programs differ in which of the two they take.',
            "Keep the one that is right.",
            related=(Elsewhere(first, "It is given here first."),) if first else (),
        )
