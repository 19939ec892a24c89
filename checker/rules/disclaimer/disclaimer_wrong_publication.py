"""A disclaimer is right but for the name: it speaks for another publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Finding
from checker.rules.disclaimer._fixes import replacement
from checker.rules.disclaimer._standings import standings
from checker.rules.disclaimer._wanted import PUBLICATION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "error"
fixable = "safe"


def check(article: Article) -> Iterator[Finding]:
    for standing in article.once(standings):
        if standing.kind == "wrong-publication":
            name = standing.names[0][0]
            found = "has no name filled in" if name == PUBLICATION else f'names "{name}"'
            yield Finding(
                standing.span,
                f'The "{standing.approved.id}" disclaimer {found}, but this publication is '
                f'"{article.settings.publication}".',
                "Name this publication.",
                replacement(article, standing),
            )
