"""The references of an article as its author wrote them, and where."""

from collections.abc import Iterator
from typing import NamedTuple

from checker.article import Article
from checker.text import Pointer, Span


class Written(NamedTuple):
    """A text in the front matter: its route of keys, what it says, and its span without quotation marks."""

    pointer: Pointer
    text: str
    span: Span


def written(article: Article, key: str) -> Iterator[Written]:
    """What the references hold under a key, where it is text; also what a schema refused."""
    references = article.front.data.get("references") if article.front else None
    for index, reference in enumerate(references if isinstance(references, list) else ()):
        text = reference.get(key) if isinstance(reference, dict) else None
        if isinstance(text, str) and text.strip():
            pointer = ("references", index, key)
            yield Written(pointer, text, _bare(article, article.value_at(*pointer), text))


def _bare(article: Article, span: Span, text: str) -> Span:
    """The span of a text inside its quotation marks; the whole value where it is written with escapes."""
    at = article.text.find(text, span.start, span.end)
    return Span(at, at + len(text)) if at >= 0 else span
