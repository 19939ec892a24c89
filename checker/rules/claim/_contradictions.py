"""Claims that a record contradicts: found once for all rules, put into words, and offered for correction."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.claims.ledger import claims, quote
from checker.dates import is_date, spoken
from checker.rule import Edit, Elsewhere, Finding, Fix

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checker.article import Article
    from checker.claims.claim import Claim

HELP = "Correct the prose, or the record if the registry changed."

WORDS = {
    "PHASE1": "Phase 1",
    "PHASE2": "Phase 2",
    "PHASE3": "Phase 3",
    "PHASE4": "Phase 4",
    "EARLY_PHASE1": "Early Phase 1",
    "NA": "no phase",
    "NONE": "open-label",
    "SINGLE": "single-blind",
    "DOUBLE": "double-blind",
    "TRIPLE": "triple-blind",
    "QUADRUPLE": "quadruple-blind",
    "RANDOMIZED": "randomized",
    "NON_RANDOMIZED": "not randomized",
    "NOT_YET_RECRUITING": "not yet recruiting",
    "ACTIVE_NOT_RECRUITING": "active, not recruiting",
    "ENROLLING_BY_INVITATION": "enrolling by invitation",
}

SPOKEN_LOW = frozenset(
    "RECRUITING COMPLETED TERMINATED WITHDRAWN SUSPENDED UNKNOWN PARALLEL CROSSOVER FACTORIAL SEQUENTIAL SINGLE_GROUP "
    "EXPERIMENTAL ACTIVE_COMPARATOR PLACEBO_COMPARATOR SHAM_COMPARATOR NO_INTERVENTION OTHER".split()
)
"""Values of the registry that read as words; a sponsor in capitals keeps them."""


def contradicted(article: Article, *kinds: str) -> Iterator[Claim]:
    """The claims of some kinds that the record of their trial contradicts, each stretch of prose once."""
    if article.front is None or not article.trials:
        return
    seen = set()
    for claim in article.once(claims):
        if claim.verdict == "contradicted" and claim.found.kind in kinds and claim.span not in seen:
            seen.add(claim.span)
            yield claim


def finding(
    article: Article, claim: Claim, said: str, recorded: str | None = None, instead: str | None = None
) -> Finding:
    """A finding at a claim, with the fact that contradicts it beside it.

    `said` is the claim in words, `recorded` the fact in words (by default the fact as it stands); `instead`, if given,
    is what a fix writes in place of the claim's words.
    """
    fact = recorded or shown(claim.fact_value or "")
    related = (Elsewhere(article.value_at(*claim.fact), "The record says this."),) if claim.fact else ()
    fix = Fix(f"Write {instead}", (Edit(claim.span, instead),)) if instead is not None else None
    return Finding(
        claim.span,
        f"The prose says {said}, the record of {claim.trial} {fact}.",
        HELP,
        fix,
        related,
        trial=claim.trial,
    )


def words_of(article: Article, claim: Claim) -> str:
    """The claim's words, short enough for a message."""
    text = " ".join(quote(article, claim).split())
    return f'"{text[:57]}…"' if len(text) > 60 else f'"{text}"'


def shown(value: str) -> str:
    """A fact as a reader says it: enum values in words, dates spoken, numbers with separators."""
    if is_date(value) and len(value) > 4:
        return spoken(value)
    parts = [WORDS.get(part.strip(), _plain(part.strip())) for part in value.split(",")]
    return " and ".join(parts) if all(part.startswith("Phase") for part in parts) else ", ".join(parts)


def _plain(value: str) -> str:
    if value.isdecimal() and len(value) > 4:
        return f"{int(value):,}"
    return value.replace("_", " ").lower() if value in SPOKEN_LOW else value


def number_instead(article: Article, claim: Claim) -> str | None:
    """The claim's words with the record's number in place of its own; None where the number is not in digits once."""
    text = quote(article, claim)
    digits = re.findall(r"\d[\d,]*", text)
    fact = claim.fact_value or ""
    if len(digits) != 1 or not fact.isdecimal() or article.text[claim.span.start : claim.span.end] != text:
        return None
    new = f"{int(fact):,}" if "," in digits[0] or len(fact) > 4 else fact
    return text.replace(digits[0], new)


def rule(
    *kinds: str, instead: Callable[[Article, Claim], str | None] | None = None
) -> Callable[..., Iterator[Finding]]:
    """The check of a rule that reports the contradicted claims of some kinds in their own words."""

    def check(article: Article) -> Iterator[Finding]:
        for claim in contradicted(article, *kinds):
            new = instead(article, claim) if instead else None
            yield finding(article, claim, words_of(article, claim), instead=new)

    return check
