"""The text says that something cures a disease."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Finding
from checker.rules.wording._phrases import Phrase, find

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "warning"
fixable = None

CURABLE = (
    "infection", "infections", "hepatitis", "hcv", "tuberculosis", "tb", "malaria", "pylori", "antibiotic",
    "antibiotics", "gonorrhoea", "gonorrhea", "syphilis", "chlamydia", "scabies", "lice", "bacteria", "bacterial",
    "parasite", "parasites", "worm", "worms", "fungal", "fungus", "cellulitis", "pneumonia", "sepsis", "endocarditis",
    "onychomycosis", "cystitis", "endpoint", "outcome", "rate", "rates", "percent", "per cent", "cent", "resin", "ham",
    "meat", "cataract", "cataracts", "hernia", "appendicitis", "vertigo", "leprosy", "schistosomiasis",
)  # fmt: skip
"""What is cured in the plain sense of the word, where cure is an outcome that trials count, and other trades."""

PHRASES = (
    Phrase(
        ("cures",),
        found=("The infusion cures scleroderma.", "Stem cells: what cures lupus."),
        passed=(
            "No drug cures scleroderma.",
            "The 21st Century Cures Act paid for it.",
            "There are no cures.",
            "Clinical cures were counted at day 28.",
            "A short course cures most people of malaria.",
            "Does it work, and is it one of the cures?",
            "The antibiotic cures cystitis.",
        ),
        then=("act", "for", "were", "are", "and"),
        after=("century", "clinical", "microbiological", "the", "these", "other", "of", "any"),
        beside=CURABLE,
    ),
    Phrase(
        ("a cure for", "the cure for", "cure found", "found a cure", "have a cure", "is a cure", "complete cure",
         "miracle cure", "permanent cure"),
        found=("Cure found for lupus", "Researchers have found a cure for diabetes."),
        passed=(
            "There is currently no cure for scleroderma.",
            "There is not yet a cure for it.",
            "The search for a cure for diabetes goes on.",
            "It is not a cure.",
            "Is this a cure?",
            "The Race for the Cure raised the money.",
            "It was hoped to be a cure for asthma.",
        ),
        beside=CURABLE,
    ),
    Phrase(
        ("can cure", "will cure", "has cured", "have cured", "was cured of", "were cured of", "is cured of",
         "are cured of", "cured her of", "cured him of", "cured them of", "cured his", "cured her", "cured their"),
        found=("One dose will cure lupus.", "The cells have cured scleroderma in Utrecht.", "He was cured of lupus."),
        passed=(
            "The light-cured resin held.",
            "It will not cure lupus.",
            "Nobody has been cured of it.",
            "Treatment was given with curative intent.",
            "It was asked whether surgery can cure it.",
            "Drugs have cured hepatitis C for years.",
            "The cure rate was 80%.",
        ),
        after=("nobody", "that"),
        beside=CURABLE,
    ),
)  # fmt: skip

VERBS = ("cures", "reverses", "eliminates", "eradicates", "wipes out", "ends")


def check(article: Article) -> Iterator[Finding]:
    seen = set()
    for match in find(article, (*PHRASES, *of_conditions(article.facts.conditions))):
        span = match.span
        if span.start in seen:
            continue
        seen.add(span.start)
        yield Finding(
            span,
            f'"{match.text[:60]}" says that a disease is cured, which a trial can hardly show.',
            "Say what changed, in how many people, and for how long they were followed.",
            pointer=match.utterance.pointer,
            severity=match.severity,
        )


def of_conditions(conditions: tuple[str, ...]) -> tuple[Phrase, ...]:
    """The phrase that something does away with one of the article's own conditions: "reverses diabetes"."""
    names = tuple(" ".join(name.casefold().replace("-", " ").split()) for name in conditions[:20])
    forms = tuple(f"{verb} {name}" for verb in VERBS[1:] for name in names if 3 <= len(name) <= 80)
    return (Phrase(forms, beside=CURABLE),) if forms else ()
