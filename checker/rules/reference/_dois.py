"""Digital object identifiers: what one looks like, and what people write around it.

The form follows the pattern that Crossref recommends for modern DOIs (10, a point, the registrant's four to nine
digits, a slash, the publisher's own part), widened by the characters that older DOIs hold
(https://www.crossref.org/blog/dois-and-matching-regular-expressions/).
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from checker.article import Article, Block
from checker.pattern import pattern
from checker.text import Span

TAIL = ".,;:!?\"'”’»"
"""Marks that end a sentence or a quotation and stick to a DOI that is copied out of it."""


class DoiLink(NamedTuple):
    """A link of the body that leads to a DOI: its block, its address as written, and what follows the resolver."""

    block: Block
    url: str
    span: Span
    doi: str


@cache
def _form() -> re.Pattern[str]:
    return pattern(r"10\.\d{4,9}(?:\.\d{1,9}){0,4}/[-._;()/:A-Za-z0-9<>+#%&=@~*\[\]$,!']+")


@cache
def _wrapper() -> re.Pattern[str]:
    return pattern(r"(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:? {0,3})(?=10\.)", re.IGNORECASE)


def is_doi(text: str) -> bool:
    """Whether a text is a bare DOI and nothing else."""
    return bool(_form().fullmatch(text)) and trimmed(text) == text


def unwrapped(text: str) -> str:
    """A DOI without the address of a resolver, `doi:` or white space around it."""
    text = text.strip()
    match = _wrapper().match(text)
    return text[match.end() :] if match else text


def trimmed(text: str) -> str:
    """A DOI without the punctuation that follows it in a sentence, an unopened bracket included."""
    text = text.strip()
    while text and (text[-1] in TAIL or _is_unopened(text)):
        text = text[:-1]
    return text


def _is_unopened(text: str) -> bool:
    pair = {")": "()", "]": "[]"}.get(text[-1])
    return pair is not None and len(text) < 500 and text.count(pair[1]) > text.count(pair[0])


def doi_links(article: Article) -> tuple[DoiLink, ...]:
    """The links of the body that lead to a resolver of DOIs; to be had through `article.once`."""
    return tuple(_links(article))


def _links(article: Article) -> Iterator[DoiLink]:
    for block in article.prose:
        for link in block.links:
            if "doi.org/10." in link.url:
                host, _, doi = link.url.partition("doi.org/")
                if re.fullmatch(r"https?://(?:dx\.|www\.)?", host):
                    yield DoiLink(block, link.url, link.url_span, re.split(r"[?#]", doi, maxsplit=1)[0])


@cache
def _told() -> re.Pattern[str]:
    return pattern(r"\b[Dd][Oo][Ii]: ?(?P<doi>10\.[^\s\ufffc]{1,200})(?=\s|$)")


def told_dois(article: Article) -> Iterator[tuple[str, Span]]:
    """What the prose itself calls a DOI, without the punctuation of its sentence, and where: "doi:10.5555/ncj.7"."""
    for block in article.prose:
        for match in _told().finditer(block.prose):
            doi = trimmed(match["doi"])
            if doi[-1:] not in ("", "/", "-"):  # Such a one goes on behind a break.
                yield doi, block.locate(match.start("doi"), match.start("doi") + len(doi))
