"""The prose says where a trial stands, and the registry calls its status unknown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.dates import is_date, spoken
from checker.pattern import pattern
from checker.rule import Finding
from checker.rules.registry._facts import words
from checker.rules.registry._held import held, lapses_later

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.registered import Version
    from checker.rules.registry._held import Held

severity = "warning"
fixable = None

ONGOING = frozenset({"NOT_YET_RECRUITING", "RECRUITING", "ENROLLING_BY_INVITATION", "ACTIVE_NOT_RECRUITING"})

QUALIFIED = pattern(
    r"\b(?:last (?:listed|known|reported|confirmed|updated|heard)|listed as|unclear|not (?:clear|known|confirmed)|"
    r"unknown|unconfirmed|unverified|whether it|nobody knows|no longer known)\b",
    re.IGNORECASE,
)
"""Words of a paragraph that tell the reader that nobody knows, or of which day the statement is."""

CLOSED = pattern(r"clos|no longer|ended|full|stopped|finished|complete|not (?:recruit|enrol|tak)", re.IGNORECASE)
"""Words that tell of something that came to an end: that needs no further word from anybody."""


def check(article: Article) -> Iterator[Finding]:
    lapsed = {each.trial.label: (each, version) for each in article.once(held) if (version := _lapsed(article, each))}
    if not lapsed:
        return
    from checker.claims.ledger import claims, quote  # Costly, and seldom needed.

    for claim in article.once(claims):
        found = claim.found
        if found.kind != "status" or found.value not in ONGOING or found.hedged or claim.trial not in lapsed:
            continue
        if QUALIFIED.search(article.prose[claim.block].prose) or CLOSED.search(quote(article, claim)):
            continue
        each, version = lapsed[claim.trial]
        yield Finding(
            claim.span,
            f"The prose says that {each.trial.label} is {words(str(found.value))}; "
            f"{each.registry} calls its status unknown{_confirmed(version)}.",
            "Say when the registry last had word of the trial, or ask those who run it.",
            trial=each.trial.label,
        )


def _lapsed(article: Article, each: Held) -> Version | None:
    """The version in which the status is unknown; None where the record says something else, which is told there."""
    if each.trial.overall_status not in (None, "UNKNOWN"):
        return None
    for version in (each.then, each.now):
        if version and version.study.overall_status == "UNKNOWN" and not lapses_later(article, version):
            return version
    return None


def _confirmed(version: Version) -> str:
    verified = version.study.status_verified_date
    return f", and nobody has confirmed it since {spoken(verified)}" if verified and is_date(verified) else ""
