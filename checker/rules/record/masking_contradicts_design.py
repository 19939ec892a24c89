"""Nobody is masked in a trial whose arms or title speak of masking."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.pattern import pattern
from checker.rule import Elsewhere, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.facts import Trial

severity = "error"
fixable = None

BLIND = pattern(r"\b(?:double|triple|quadruple)[- ]?(?:blind|mask)(?:ed)?\b", re.IGNORECASE)
LATER = pattern("open|extension|follow|roll", re.IGNORECASE)
OPEN = pattern("open.?label|unblinded|unmasked|non-?blind", re.IGNORECASE)
LOOKS_ALIKE = {"PLACEBO_COMPARATOR": "placebo", "SHAM_COMPARATOR": "sham"}


def check(article: Article) -> Iterator[Finding]:
    for trial in article.trials:
        if trial.design.masking == "NONE":
            yield from against_title(article, trial) or against_arms(article, trial)


def against_title(article: Article, trial: Trial) -> list[Finding]:
    for key in ("official_title", "brief_title"):
        title = getattr(trial, key) or ""
        blind = BLIND.search(title)
        if blind and not LATER.search(title):
            message = f"The title of {trial.label} says {blind[0].lower()}, but the record says that nobody is masked."
            there = Elsewhere(article.value_at(*trial.at, key), "The title stands here.")
            return [finding(article, trial, message, there)]
    return []


def against_arms(article: Article, trial: Trial) -> list[Finding]:
    """A placebo or sham arm: nearly always masked, but open-label placebo is studied too, so only a warning."""
    titles = " ".join(filter(None, (trial.official_title, trial.brief_title, *(arm.name for arm in trial.arms))))
    if OPEN.search(titles):
        return []
    for index, arm in enumerate(trial.arms):
        if arm.type in LOOKS_ALIKE:
            message = f"{trial.label} has a {LOOKS_ALIKE[arm.type]} arm, but the record says that nobody is masked."
            there = Elsewhere(article.value_at(*trial.at, "arms", index), "The arm stands here.")
            return [finding(article, trial, message, there)._replace(severity="warning")]
    return []


def finding(article: Article, trial: Trial, message: str, there: Elsewhere) -> Finding:
    pointer = (*trial.at, "design", "masking")
    return Finding(
        article.value_at(*pointer),
        message,
        "Check the masking against the registry and correct what is wrong.",
        related=(there,),
        trial=trial.label,
        pointer=pointer,
    )
