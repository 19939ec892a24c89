"""A phase 1 trial, which looks at safety and dose, is said to show that something works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Elsewhere, Finding
from checker.rules.wording._phrases import Phrase, find

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.facts import Trial
    from checker.rules.wording._phrases import Utterance

severity = "warning"
fixable = None

EARLY = frozenset(("EARLY_PHASE1", "PHASE1"))

PHRASES = (
    Phrase(
        ("proves effective", "proved effective", "proven effective", "proves that", "proved that", "proven to work",
         "proof that"),
        found=("The trial proves that the cells help.", "The drug proved effective in 12 people."),
        passed=("The trial is too small to be proof that it helps.", "It has not proven effective."),
    ),
    Phrase(
        ("drug works", "treatment works", "therapy works", "vaccine works", "it works", "cells work", "drug worked",
         "treatment worked", "therapy worked", "vaccine worked", "approach works"),
        found=("The trial shows that the treatment works.",),
        passed=(
            "The drug works by blocking a protein.",
            "How the drug works was not asked.",
            "Nobody can tell whether it works.",
            "Do phase 1 studies test whether a drug works?",
        ),
        then=("by", "like", "as", "through", "on", "at", "differently", "in two ways", "with", "out"),
    ),
    Phrase(
        ("is effective", "was effective", "are effective", "were effective", "is highly effective",
         "was highly effective", "effective treatment for", "effective therapy for"),
        found=("In this trial the drug was effective against lupus.",),
        passed=("It is not known if the drug is effective.", "The trial does not tell if it is effective."),
    ),
)  # fmt: skip

TRIAL = ("the trial", "this trial", "the study", "this study", "phase 1", "phase i ", "results")
"""What the sentence must name if it does not name the trial itself or what it tests."""


def check(article: Article) -> Iterator[Finding]:
    early = [trial for trial in article.trials if trial.phases and EARLY.issuperset(trial.phases)]
    if not early:
        return
    others = len(early) < len(article.trials)
    for match in find(article, PHRASES):
        trial = _trial_of(match.utterance, early, article, others=others)
        if trial is not None:
            yield Finding(
                match.span,
                f'"{match.text[:60]}" is said of a phase 1 trial, which looks at safety and dose.',
                "Say what was seen in the few people treated, and that whether it helps is still to be shown.",
                related=(Elsewhere(article.value_at(*trial.at, "phases"), f"{trial.label} is a phase 1 trial."),),
                trial=trial.label,
                pointer=match.utterance.pointer,
                severity=match.severity,
            )


def _trial_of(utterance: Utterance, early: list[Trial], article: Article, *, others: bool) -> Trial | None:
    """The phase 1 trial that a sentence is about; None where it may be about something else."""
    text = utterance.text
    named = [trial for trial in article.trials if any(name and name in text for name in (trial.id, trial.acronym))]
    if named:
        return named[0] if len(named) == 1 and named[0] in early else None
    if others or len(early) != 1:
        return None
    lowered = text.casefold()
    tested = (name.casefold() for name in early[0].interventions[:20])
    return early[0] if any(name in lowered for name in (*TRIAL, *tested)) else None
