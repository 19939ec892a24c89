"""A DOI is not written in its plain form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Edit, Finding, Fix
from checker.rules.reference._dois import doi_links, is_doi, unwrapped
from checker.rules.reference._references import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "note"
fixable = "safe"


def check(article: Article) -> Iterator[Finding]:
    for reference in written(article, "doi"):
        doi = unwrapped(reference.text)
        if doi != reference.text and is_doi(doi):
            yield Finding(
                reference.span,
                f'The DOI is written "{reference.text.strip()[:60]}" instead of plainly "{doi[:60]}".',
                "Write the DOI without an address or a word in front.",
                Fix("Write the DOI plainly", (Edit(reference.span, doi),), safe=True),
                pointer=reference.pointer,
            )
    for link in article.once(doi_links):
        plain = f"https://doi.org/{link.url.partition('doi.org/')[2]}"
        if link.url != plain and is_doi(link.doi) and article.text[slice(*link.span)] == link.url:
            yield Finding(
                link.span,
                f'The link goes to "{link.url[:60]}", an old address of the resolver.',
                "Link to https://doi.org/ instead.",
                Fix("Link to https://doi.org/", (Edit(link.span, plain),), safe=True),
            )
