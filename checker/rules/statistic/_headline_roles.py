"""Whether those whom a headline counts have joined, or shall join."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims import kinds
from checker.claims.joined import has_joined, is_to_join
from checker.rule import Elsewhere
from checker.rules.statistic._headline import Clash, said_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.claims.claim import Found
    from checker.facts import Trial
    from checker.rules.statistic._headline import Headline

CLOSED = ("COMPLETED", "TERMINATED", "ACTIVE_NOT_RECRUITING")


def of_roles(headline: Headline) -> Iterator[Clash]:
    """A plan of which a headline speaks as if all had joined, or a final count of which it speaks as of a plan."""
    article, key = headline.article, headline.key
    for start, said in said_in(headline):
        for found in kinds.find(said):
            if found.kind != "enrollment" or found.hedged:
                continue
            words = said.text[found.start : found.end]
            place = (start + found.start, start + found.end)
            if has_joined(said.text, found):
                if trial := _only(article, found, "planned", "enrolled"):
                    message = f'The {key} says "{words}" as if they had joined, and the record that they are planned.'
                    yield Clash(*place, message, (_fact(article, trial, "planned", "The plan stands here."),))
            elif is_to_join(said.text, found):
                trial = _only(article, found, "enrolled", "planned")
                if trial and trial.overall_status in CLOSED:
                    message = f'The {key} says "{words}" as of a plan, and the record that so many took part.'
                    related = (_fact(article, trial, "enrolled", "The count stands here."),)
                    yield Clash(*place, message, related, "warning")


def _only(article: Article, found: Found, role: str, other: str) -> Trial | None:
    """The one trial whose record has a number of people in one role, and none in the other."""
    alike = [trial for trial in article.trials if getattr(trial.enrollment, role) == found.value]
    return alike[0] if len(alike) == 1 and getattr(alike[0].enrollment, other) is None else None


def _fact(article: Article, trial: Trial, role: str, message: str) -> Elsewhere:
    return Elsewhere(article.value_at(*trial.at, "enrollment", role), message)
