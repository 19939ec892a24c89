"""The prose gives a trial another date than its record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.sentences import prose_sentences
from checker.rules.claim._contradictions import contradicted, finding, unsure
from checker.rules.claim._dates import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.claims.claim import Claim
    from checker.rule import Finding

severity = "error"
fixable = "unsafe"


def check(article: Article) -> Iterator[Finding]:
    journals = {reference.journal.casefold() for reference in article.facts.references if reference.journal}
    told = []
    for claim in contradicted(article, *KINDS):
        if claim.found.kind == "results_date" and _names_journal(article, claim, journals):
            continue  # The rules on references say whether journal and year agree.
        told.append(claim.span)
        yield finding(article, claim)
    yield from unsure(article, told, *KINDS)


def _names_journal(article: Article, claim: Claim, journals: set[str]) -> bool:
    text = article.once(prose_sentences)[claim.sentence].text.casefold()
    return any(journal in text for journal in journals)
