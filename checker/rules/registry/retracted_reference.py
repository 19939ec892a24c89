"""A publication that the article refers to has been retracted, as the registry's record of a trial tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Finding
from checker.rules.registry._held import record_of, registry_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.facts import Reference
    from checker.registered import Paper, RegistryRecord

severity = "error"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    if article.registry is None or not article.facts.references:
        return
    retracted = [(record, paper) for record in _records(article) for paper in _papers(record) if paper.retractions]
    if not retracted:
        return
    for index, reference in enumerate(article.facts.references):
        for record, paper in retracted:
            if not _is_same(reference, paper):
                continue
            key = "pmid" if reference.pmid else "doi"
            pointer = ("references", index, key)
            notices = ", ".join(paper.retractions[:3])
            yield Finding(
                article.value_at(*pointer),
                f"This publication has been retracted, as {registry_name(record.id)} says under {record.id}"
                f" (notice of retraction: PMID {notices}).",
                "Take out what rests on it, or tell the reader of the retraction.",
                trial=reference.trial,
                pointer=pointer,
            )
            break


def _records(article: Article) -> list[RegistryRecord]:
    """What the snapshot has of the trials that the article has records of, mentions or refers to, each once."""
    numbers = [trial.id for trial in article.trials]
    numbers += [*article.facts.mentions, *(reference.trial for reference in article.facts.references)]
    records = (record_of(article, number) for number in dict.fromkeys(numbers))
    return list({record.id: record for record in records if record}.values())


def _papers(record: RegistryRecord) -> tuple[Paper, ...]:
    return record.newest.study.references if record.newest else ()


def _is_same(reference: Reference, paper: Paper) -> bool:
    if reference.pmid and paper.pmid:
        return reference.pmid.strip() == paper.pmid
    doi = (reference.doi or "").casefold().removeprefix("https://doi.org/").strip()
    return len(doi) > len("10.1000/") and doi in _dois(paper)


def _dois(paper: Paper) -> list[str]:
    return [word.rstrip(".,;").removeprefix("https://doi.org/") for word in paper.citation[:2000].casefold().split()]
