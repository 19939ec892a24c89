"""A fact differs from what the registry said when the record was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.dates import spoken
from checker.rule import Finding
from checker.rules.registry._held import agreement, as_read, correction, disagreements, place, said_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.diagnostic import Severity
    from checker.rules.registry._held import Disagreement

severity = "error"
fixable = "unsafe"


def check(article: Article) -> Iterator[Finding]:
    for found in article.once(disagreements):
        if found.moved:
            continue
        clause, related = agreement(article, found)
        each, difference = found.held, found.difference
        yield Finding(
            place(article, found),
            f"The record says {difference.said} {as_read(each)}, {each.registry} said {difference.given}"
            f" on {spoken(said_on(found, found.version))}{_again(found)}{clause}.",
            "Look at the registry's record; correct the fact, or the day on which it was read.",
            fix=None if found.agrees_again else correction(article, found),
            related=related,
            trial=each.trial.label,
            pointer=(*each.trial.at, *difference.at),
            severity=_severity(found),
        )


def _again(found: Disagreement) -> str:
    """That the registry has come to say what the record says: it was probably read later than it tells."""
    if found.agrees_again is None:
        return ""
    return f", and what the record says on {spoken(said_on(found, found.agrees_again))}"


def _severity(found: Disagreement) -> Severity | None:
    if found.difference.faint:
        return "note"
    # Facts that were read elsewhere may well differ from this registry.
    source = "".join((found.held.trial.source or "").casefold().split())
    name = "".join(found.held.registry.casefold().split())
    return "warning" if source and name not in source and "registry" not in source else None
