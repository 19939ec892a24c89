"""A treatment is called safe without reserve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Finding
from checker.rules.wording._phrases import Phrase, find

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "warning"
fixable = None

APPROVED = (
    "approved", "approval", "approve", "approves", "authorised", "authorized", "authorisation", "authorization",
    "licensed", "licence", "license", "fda", "ema", "mhra", "regulator", "regulators", "regulatory", "agency",
    "decades", "guideline", "guidelines", "recommended",
)  # fmt: skip
"""What says that somebody entitled to do so has judged the product."""

PHRASES = (
    Phrase(
        ("safe and effective", "effective and safe", "safe and efficacious"),
        found=("Safe and effective stem cells for all.", "The cells are safe and effective."),
        passed=(
            "The trial is to find out whether it is safe and effective.",
            "Regulators approved it as safe and effective.",
            "It may be safe and effective.",
            "The drug has not been shown to be safe and effective.",
            "The aim was a safe and effective dose.",
            "Is it safe and effective?",
            "The trial assesses the safety and efficacy of the cells.",
        ),
        then=("use", "dose", "doses", "dosing", "contraception", "birth control"),
        beside=APPROVED,
    ),
    Phrase(
        ("proven safe", "proved safe", "proven to be safe", "completely safe", "perfectly safe", "totally safe",
         "entirely safe", "absolutely safe", "100% safe"),
        found=("The vaccine is completely safe.", "It is proven safe."),
        passed=("No drug is completely safe.", "Until it is proven safe, nobody gets it."),
    ),
    Phrase(
        ("has no side effects", "have no side effects", "without side effects", "without any side effects",
         "free of side effects", "free from side effects", "side effect free", "zero side effects"),
        found=("The herb works without side effects.", "The treatment has no side effects."),
        passed=(
            "No side effects were reported.",
            "It is not free of side effects.",
            "Patients without side effects went on with the higher dose.",
        ),
        after=("patients", "people", "those", "participants", "volunteers", "women", "men", "children", "adults"),
    ),
)  # fmt: skip


def check(article: Article) -> Iterator[Finding]:
    for match in find(article, PHRASES):
        yield Finding(
            match.span,
            f'"{match.text[:60]}" promises more safety than a trial can show.',
            "Say which side effects were looked for, in how many people, and for how long.",
            pointer=match.utterance.pointer,
            severity=match.severity,
        )
