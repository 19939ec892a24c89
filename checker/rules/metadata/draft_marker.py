"""A published article still holds a mark that its writer left to be filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Finding
from checker.rules.metadata._markers import at_home, markers, trigger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "error"
fixable = None

ADVICE = "Fill in what is missing, or mark the article as a draft."

PROSE = ("title", "description")

SHORT = frozenset({"come", "crosses"})
"""Marks that a value of another kind may well be: the initials of an author."""


def check(article: Article) -> Iterator[Finding]:
    if article.draft or not trigger(article.text):
        return
    words = at_home(article.text) | {trial.acronym for trial in article.trials if trial.acronym}
    for key in PROSE:
        text = getattr(article.facts, key) or ""
        for start, end in markers(text, words):
            yield Finding(article.value_at(key), _message(f"the {key}", text[start:end]), ADVICE, pointer=(key,))
            break
    for pointer, text in article.front.texts() if article.front else ():
        first = next(markers(text, words | SHORT), None) if pointer[0] not in PROSE else None
        if first and not first[0]:
            message = _message("the front matter", text[: first[1]])
            yield Finding(article.value_at(*pointer), message, ADVICE, pointer=pointer)
    for block in article.prose:
        for start, end in markers(block.prose, words):
            yield Finding(block.locate(start, end), _message("the text", block.text[start:end]), ADVICE)


def _message(where: str, marker: str) -> str:
    return f'The article is published, and "{marker}" still stands in {where}.'
