"""Two articles have the same title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Clash, Collected
from checker.rules.corpus._languages import edition

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.article import Article
    from checker.diagnostic import Entry

severity = "warning"
fixable = None

QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"'})


def collect(article: Article) -> Iterator[Collected]:
    if title := article.facts.title:
        folded = " ".join(title.translate(QUOTES).casefold().split())
        yield Collected(
            f"{edition(article.path)}/{folded}", article.value_at("title"), (title, article.facts.date or "")
        )


def compare(entries: Sequence[Entry]) -> Iterator[Clash]:
    """The article that was published first keeps its title; each of the others is told."""
    first, *others = sorted(entries, key=lambda entry: (entry.value[1] or "9999", entry.path))
    for entry in others:
        title = " ".join(entry.value[0].split())
        short = title if len(title) <= 60 else f"{title[:59]}…"
        yield Clash(
            entry,
            f'The title "{short}" is also the title of {first.path}.',
            "Give one of the two articles a title of its own.",
            ((first, "The title is used here too."),),
        )
