"""The file begins with a byte-order mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Edit, Finding, Fix
from checker.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "note"
fixable = "safe"


def check(article: Article) -> Iterator[Finding]:
    if article.text.startswith("\ufeff"):
        span = Span(0, 1)
        yield Finding(
            span,
            "The file begins with an invisible byte-order mark, which hides the front matter from some programs.",
            "Save the file as UTF-8 without a byte-order mark.",
            Fix("Remove the byte-order mark", (Edit(span, ""),), safe=True),
        )
