"""The file does not begin with front matter, so none of its facts were checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Elsewhere, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "error"
fixable = None

START = "Begin the file with a line of three hyphens, the facts, and another line of three hyphens."

REASONS = {
    "empty": ("The file is empty.", "Write the article, or remove the file."),
    "toml": ("The front matter is TOML, between lines of plus signs.", "Write it as YAML between lines of hyphens."),
    "json": ("The front matter is JSON.", "Write it as YAML between lines of three hyphens."),
    "fence": ("The first line looks like a fence and is not three hyphens alone.", "Write --- on the first line."),
    "keys": ("The front matter has no opening fence.", "Put a line of three hyphens above the first key."),
}

LATE = {
    "blank line": ("A blank line stands before the front matter.", "Remove the blank line."),
    "comment": ("A comment stands before the front matter.", "Move the comment below the closing fence."),
    "text": ("Text stands before the front matter.", "Move the text below the closing fence."),
}


def check(article: Article) -> Iterator[Finding]:
    for fault in article.faults_of("missing-front-matter"):
        reason, fence = fault.detail["reason"], fault.detail.get("fence")
        related = (Elsewhere(fence, "The front matter begins here, and is not on the first line."),) if fence else ()
        if fence and reason in LATE:
            message, hint = LATE[reason]
        else:
            message, hint = REASONS.get(reason, ("The file has no front matter.", START))
        yield Finding(fault.span, message, hint, related=related)
