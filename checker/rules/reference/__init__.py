"""Rules of the family `reference`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.article import Article


def silent(article: Article) -> Iterable[str]:
    """Those on references and links where there are none, and on references that are missing where there are some."""
    if article.front is None or article.front.data.get("references"):
        yield "publication-without-reference"
        return
    yield "journal-mismatch"
    yield "reference-without-mention"
    yield "reference-year-mismatch"
    if not any(block.links for block in article.prose):
        yield "malformed-pmid"
        yield "noncanonical-doi"
        if "doi:" not in article.text.casefold():
            yield "malformed-doi"
