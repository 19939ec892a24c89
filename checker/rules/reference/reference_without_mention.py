"""A reference is listed that the prose does not seem to draw on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.rule import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.facts import Reference

severity = "note"
fixable = None

SHORT = 3
"""Of a title with so many long words one is a mention, of a longer one two."""


MOST = 100
"""How many references are looked at: past so many the article is a list, and the work would be."""


def check(article: Article) -> Iterator[Finding]:
    for index, reference in enumerate(article.facts.references[:MOST]):
        name = reference.title or reference.journal or reference.doi or reference.pmid
        if name and reference.kind != "background" and not _is_mentioned(article, reference):
            short = name if len(name) <= 60 else f"{name[:59]}…"
            yield Finding(
                article.value_at("references", index),
                f'The text does not seem to mention the reference "{short}".',
                "Say in the text what the paper found, or give the reference the kind background.",
                pointer=("references", index),
                trial=reference.trial,
            )


def _is_mentioned(article: Article, reference: Reference) -> bool:
    """Whether the body has the paper's number, its journal, its trial, words of its title, or numbered notes."""
    # A record speaks for its papers; whether the prose mentions the record is another rule's question.
    if reference.trial and any(reference.trial in (trial.id, trial.key) for trial in article.trials):
        return True
    names = (reference.doi, reference.pmid, (reference.journal or "").removeprefix("The "), reference.trial)
    if article.once(_has_notes) or any(name and name in article.text[article.body.start :] for name in names):
        return True
    title = _long_words(reference.title or "")
    return len(title & article.once(_body_words)) >= (1 if len(title) <= SHORT else 2)


def _has_notes(article: Article) -> bool:
    return bool(re.search(r"\[\^?\d{1,3}\]", article.text[article.body.start :]))


def _body_words(article: Article) -> frozenset[str]:
    return frozenset().union(*(_long_words(block.prose) for block in article.prose))


def _long_words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w{5,}", text.casefold()))
