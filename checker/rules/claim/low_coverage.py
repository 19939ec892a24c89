"""Too few of the claims in an article are borne out by its records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.ledger import claims
from checker.rule import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.article import Article

severity = "off"
fixable = None
options = {"share": 0.5}


def check(article: Article, options: Mapping[str, float]) -> Iterator[Finding]:
    if article.front is None or not article.trials:
        return
    verdicts = [claim.verdict for claim in article.once(claims)]
    held = sum(verdict in ("supported", "derived") for verdict in verdicts)
    if verdicts and held < options["share"] * len(verdicts):
        yield Finding(
            article.key_at("trials"),
            f"The records bear out {held} of the {len(verdicts)} claims in this article.",
            "Add the facts that the prose states, or lower the share in the settings.",
            pointer=("trials",),
        )
