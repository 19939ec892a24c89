"""The prose gives another year of publication than the reference does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Elsewhere, Finding
from checker.rules.reference._citations import citations, names_another_trial
from checker.rules.reference._journals import is_same, may_be_same

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
        yield Finding(
            citation.year_span,
            f"The prose says that the paper in {citation.journal[:60]} was published in {citation.year}, "
            f"the reference {reference.year}.",
            "Correct the prose, or the reference if it is another paper.",
            related=(
                Elsewhere(article.value_at("references", index, "year"), f"The reference says {reference.year}."),
            ),
            trial=reference.trial,
        )


def _meant(article: Article, citation: Citation) -> tuple[int, Reference] | None:
    """The one reference that a citation means by its journal, if its year is another; None where there is any doubt."""
    if citation.year is None or citation.about_another:
        return None
    references = [
        (index, reference)
        for index, reference in enumerate(article.facts.references)
        if not reference.journal or may_be_same(reference.journal, citation.journal)
    ]
    if len(references) != 1:
        return None
    reference = references[0][1]
    if not reference.journal or not is_same(reference.journal, citation.journal) or reference.kind == "background":
        return None
    if reference.year in (None, citation.year) or names_another_trial(article, citation, reference):
        return None
    if "online" in citation.sentence.text and reference.year == citation.year + 1:
        return None  # first online, then in the issue of the next year
    return references[0]
