"""The prose names another sponsor than the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Edit, Elsewhere, Finding, Fix
from checker.rules.claim._contradictions import HELP, rule
from checker.rules.claim._owners import other_owner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "error"
fixable = "unsafe"

_named = rule("sponsor")


def check(article: Article) -> Iterator[Finding]:
    found = list(_named(article))
    yield from found
    owner = article.once(other_owner)
    if owner is not None and not found:
        sponsor = owner.trial.lead_sponsor or ""
        yield Finding(
            owner.span,
            f'The prose gives the trial to "{owner.name}", the record of {owner.trial.label} to {sponsor}.',
            HELP,
            Fix(f"Correct the prose: write {sponsor}", (Edit(owner.span, sponsor),)),
            (Elsewhere(article.value_at(*owner.trial.at, "lead_sponsor"), f"The record says {sponsor}."),),
            trial=owner.trial.label,
        )
