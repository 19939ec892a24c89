"""A record does not say where and when its facts were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "warning"
fixable = None

QUESTIONS = {"source": "where", "as_of": "when"}


def check(article: Article) -> Iterator[Finding]:
    if article.front is None:
        return
    for trial in article.trials:
        # Asked of what is written, not of the facts: a value that the schema refused is there all the same.
        missing = [word for key, word in QUESTIONS.items() if not article.front.find((*trial.at, key))]
        if trial.id and missing:
            yield Finding(
                article.value_at(*trial.at, "id"),
                f"The record of {trial.id} does not say {' or '.join(missing)} its facts were read.",
                "Name the registry, and the day on which the facts were read there.",
                trial=trial.label,
                pointer=(*trial.at, "id"),
            )
