"""Rules of the family `claim`: what the prose says of a trial, held against its record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rules import names_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.article import Article


OF_MORE = frozenset(
    "acronym-mismatch arm-size-mismatch country-mismatch enrollment-mismatch figure-mismatch site-count-mismatch "
    "sponsor-mismatch".split()
)
"""Mismatches that may stand in words that are no claim."""


def silent(article: Article) -> Iterable[str]:
    """Without a claim that a record contradicts, or may contradict, those that speak of nothing else."""
    from checker.claims.ledger import claims
    from checker.claims.untold import untold

    if article.front is not None and any(claim.verdict == "contradicted" for claim in article.once(claims)):
        return ()
    if article.once(untold):
        return ()
    return (name for name in names_of("claim") if name.endswith("-mismatch") and name not in OF_MORE)
