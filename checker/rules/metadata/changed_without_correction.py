"""A fact of a published article was changed, and no correction tells readers so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Finding
from checker.stated import differ, stated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.facts import Trial

severity = "warning"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    committed = article.committed
    if committed is None or committed.draft or article.draft or _corrections(article) - _corrections(committed):
        return
    before = {name: trial for trial in committed.trials if (name := _name(trial))}
    for trial in article.trials:
        earlier = before.get(_name(trial))
        if earlier is None:
            continue
        known = {fact.name: fact.value for fact in stated(earlier)}
        for fact in stated(trial):
            was = known.get(fact.name)
            if was is not None and differ(fact.name, was, fact.value):
                yield Finding(
                    article.value_at(*trial.at, *fact.pointer),
                    f"The {fact.name} was {was[:60]} in the published article and is {fact.value[:60]} now, "
                    "and no new correction says so.",
                    "Add an entry under corrections that tells readers what was changed, and when.",
                    trial=trial.label,
                    pointer=(*trial.at, *fact.pointer),
                )


def _name(trial: Trial) -> str:
    return (trial.id or trial.key or "").casefold()


def _corrections(article: Article) -> set[tuple[str | None, str | None]]:
    return {(correction.date, correction.text) for correction in article.facts.corrections}
