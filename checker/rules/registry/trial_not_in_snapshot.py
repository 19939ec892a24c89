"""A record could not be held against the registry: the snapshot does not have the trial, or the registry does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.dates import spoken
from checker.registries import check_digits_hold, read
from checker.rule import Finding
from checker.rules.registry._held import registry_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.text import Pointer

severity = "warning"
fixable = None

FETCHED = "NCT"
"""The numbers whose records can be fetched; those of other registries have to be imported."""


def check(article: Article) -> Iterator[Finding]:
    if article.registry is None:
        return
    for written, pointer, label in _numbers(article):
        mention = read(written)
        number = mention.id if mention else None
        # A number that is none, or fails its check digits, has its own finding.
        if mention is None or number is None or not mention.sound or not check_digits_hold(number):
            continue
        record = article.registry.find(number)
        where = registry_name(number)
        if record is not None and record.missing:
            message = f"{where} knew no {number} when it was asked on {spoken(record.missing)}."
            advice = "Look the number up and correct it, or tell the reader that the record was withdrawn."
            yield Finding(article.value_at(*pointer), message, advice, trial=label, pointer=pointer)
        elif label is not None and (record is None or not record.versions):
            fetched = number.startswith(FETCHED)
            yield Finding(
                article.value_at(*pointer),
                f"The snapshot does not have {number}, so its facts were not held against {where}.",
                f"Run `checker registry {'update' if fetched else 'import'}` and commit the snapshot.",
                trial=label,
                pointer=pointer,
                # Most registries cannot be asked, and a newsroom may have no copy of theirs.
                severity=None if fetched else "note",
            )


def _numbers(article: Article) -> Iterator[tuple[str, Pointer, str | None]]:
    """The numbers of the records, with the records' names, and those of `mentions`."""
    for trial in article.trials:
        if trial.id:
            yield trial.id, (*trial.at, "id"), trial.label
    for index, number in enumerate(article.facts.mentions):
        yield number, ("mentions", index), None
