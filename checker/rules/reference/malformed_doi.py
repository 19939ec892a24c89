"""What stands as a DOI does not have the form of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Edit, Finding, Fix
from checker.rules.reference._dois import doi_links, is_doi, told_dois, trimmed, unwrapped
from checker.rules.reference._references import written
from checker.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.text import Pointer

severity = "error"
fixable = "safe"


def check(article: Article) -> Iterator[Finding]:
    for reference in written(article, "doi"):
        doi = unwrapped(reference.text)
        if not is_doi(doi):
            yield _finding(reference.text, doi, reference.span, reference.pointer)
    for link in article.once(doi_links):
        if not is_doi(link.doi):
            at = link.span.start + link.url.index("10.")
            span = Span(at, at + len(link.doi))
            exact = article.text[slice(*span)] == link.doi
            yield _finding(link.doi, link.doi, span if exact else link.span, None, fixable=exact)
    for doi, span in told_dois(article):
        if not is_doi(doi):
            yield _finding(doi, doi, span, None)


def _finding(text: str, doi: str, span: Span, pointer: Pointer | None, *, fixable: bool = True) -> Finding:
    """The finding for a text that is no DOI; `fixable` where the span holds nothing else."""
    short = text.strip()[:60]
    if is_doi(trimmed(doi)):
        edits = (Edit(span, trimmed(doi)),)
        fix = Fix("Take away what does not belong to the DOI", edits, safe=True) if fixable else None
        message = f'The DOI "{short}" ends in punctuation that does not belong to it.'
        return Finding(span, message, "Take the punctuation away.", fix, pointer=pointer)
    message = f'"{short}" is not a DOI: one is "10.", at least four digits, a slash and the publisher\'s own part.'
    return Finding(span, message, "Copy the DOI from the publisher's page.", pointer=pointer)
