"""A disclaimer stands in a version that was not in force on the article's date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.dates import is_before, spoken
from checker.rule import Finding
from checker.rules.disclaimer._fixes import replacement
from checker.rules.disclaimer._standings import standings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.rules.disclaimer._wanted import Approved

severity = "warning"
fixable = "safe"


def check(article: Article) -> Iterator[Finding]:
    for standing in article.once(standings):
        if standing.kind == "outdated" and standing.version is not None:
            yield Finding(
                standing.span,
                f'This text of the "{standing.approved.id}" disclaimer {_when(standing.version, standing.approved)}.',
                "Use the text that is in force on the article's date.",
                replacement(article, standing),
            )


def _when(found: Approved, wanted: Approved) -> str:
    if found.since and (wanted.since is None or is_before(wanted.since, found.since)):
        return f"is in force only from {spoken(found.since)}"
    if wanted.since:
        return f"was replaced on {spoken(wanted.since)}"
    return f"was in force until {spoken(found.until)}" if found.until else "is not the one in force"
