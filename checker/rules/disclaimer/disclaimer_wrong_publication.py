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
            name, ours = standing.names[0], article.settings.publication
            said = f'names "{name}", but this publication is "{ours}"'
            if name == PUBLICATION:
                said = f'has "{name}" where the name "{ours}" belongs'
            yield Finding(
                standing.span,
                f'The "{standing.approved.id}" disclaimer {said}.',
                "Name this publication.",
                replacement(article, standing),
            )
