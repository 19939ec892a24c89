"""The article has more sentences than are read for what they claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.sentences import first_unread
from checker.rule import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "error"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    unread = first_unread(article)
    if unread is not None:
        yield Finding(
            unread.locate(0, len(unread.text)),
            f"The article has more than {article.settings.limits.sentences:,} sentences; what this one and those "
            "after it claim was not checked.",
            "Divide the article, or raise the limit in the settings.",
        )
