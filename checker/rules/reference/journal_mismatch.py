"""The prose names another journal than the reference does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Elsewhere, Finding
from checker.rules.reference._citations import citations, follows_another, names_another_trial
from checker.rules.reference._journals import may_be_same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.facts import Reference
    from checker.rules.reference._citations import Citation

severity = "error"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    for citation in article.once(citations):
        meant = _meant(article, citation)
        if meant is None:
            continue
        index, reference = meant
        journal = " ".join((reference.journal or "").split())[:60]
        yield Finding(
            citation.span,
            f"The prose names the journal {citation.journal[:60]}, the reference {journal}.",
            "Correct the prose, or the reference if it is another paper.",
            related=(Elsewhere(article.value_at("references", index, "journal"), f"The reference names {journal}."),),
            trial=reference.trial,
        )


def _meant(article: Article, citation: Citation) -> tuple[int, Reference] | None:
    """The one reference that a citation can mean although its journal is another; None where there is any doubt."""
    if not citation.sure or citation.about_another:
        return None
    references = list(enumerate(article.facts.references))
    if any(not reference.journal or may_be_same(reference.journal, citation.journal) for _, reference in references):
        return None
    if len(references) > 1:
        references = [(index, reference) for index, reference in references if reference.year == citation.year]
    if len(references) != 1:
        return None
    reference = references[0][1]
    if reference.kind == "background" or names_another_trial(article, citation, reference):
        return None
    if citation.year is not None:
        # With another year as well it is another paper.
        return references[0] if citation.year == reference.year else None
    named = reference.journal in article.once(_named_journals)
    return None if named or follows_another(citation) else references[0]


def _named_journals(article: Article) -> frozenset[str]:
    """The journals of the references that the prose names: another journal beside one of them has another paper."""
    journals = {reference.journal for reference in article.facts.references if reference.journal}
    return frozenset(
        journal for journal in journals if any(journal.removeprefix("The ") in block.prose for block in article.prose)
    )
