"""A fact agreed with the registry when the record was read, and the registry says something else now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.dates import spoken
from checker.rule import Finding
from checker.rules.registry._facts import spoke_of
from checker.rules.registry._held import agreement, as_read, disagreements, last_word, place, said_on, update

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "warning"
fixable = "unsafe"


def check(article: Article) -> Iterator[Finding]:
    for found in article.once(disagreements):
        if not found.moved:
            continue
        each, difference = found.held, found.difference
        _, related = agreement(article, found)
        since = spoken(said_on(found, found.since))
        told = f"says {difference.given} since {since}"
        if each.then and each.then is not each.now:
            agreed = "agreed" if spoke_of(difference, each.then.study) else "did not say"
            told = f"{agreed} on {spoken(last_word(each.then))}, and {told}"
        elif each.then is None and found.since is each.versions[0]:
            told += ", which is as far back as the snapshot goes"
        yield Finding(
            place(article, found),
            f"The record says {difference.said} {as_read(each)}; {each.registry} {told}.",
            "Bring the record and the prose up to date, or tell the reader of which day they are.",
            fix=None if difference.faint else update(article, each),
            related=related,
            trial=each.trial.label,
            pointer=(*each.trial.at, *difference.at),
            severity="note" if difference.faint else None,
        )
