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


def check(article: Article) -> Iterator[Finding]:
    if article.draft or not trigger(article.text):
        return
    words = at_home(article.text) | {trial.acronym for trial in article.trials if trial.acronym}
    for key in ("title", "description"):
        text = getattr(article.facts, key) or ""
        for start, end in markers(text, words):
            yield Finding(article.value_at(key), _message(f"the {key}", text[start:end]), ADVICE, pointer=(key,))
            break
    for block in article.prose:
        for start, end in markers(block.prose, words):
            yield Finding(block.locate(start, end), _message("the text", block.text[start:end]), ADVICE)


def _message(where: str, marker: str) -> str:
    return f'The article is published, and "{marker}" still stands in {where}.'
