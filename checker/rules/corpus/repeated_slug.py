"""Two articles have the same slug."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Clash, Collected
from checker.rules.corpus._languages import edition

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.article import Article
    from checker.diagnostic import Entry

severity = "error"
fixable = None


def collect(article: Article) -> Iterator[Collected]:
    if slug := article.facts.slug:
        # Web servers and file systems may take capitals for small letters.
        key = f"{edition(article.path)}/{slug.casefold()}"
        yield Collected(key, article.value_at("slug"), (slug, article.facts.date or ""))


def compare(entries: Sequence[Entry]) -> Iterator[Clash]:
    """The article that was published first keeps its slug; each of the others is told."""
    first, *others = sorted(entries, key=lambda entry: (entry.value[1] or "9999", entry.path))
    for entry in others:
        yield Clash(
            entry,
            f'The slug "{entry.value[0][:60]}" is also the slug of {first.path}.',
            "Give one of the two articles another slug.",
            ((first, "The slug is used here too."),),
        )
