"""What a sentence asks, denies, makes a condition or doubts is no claim, or a hedged one."""

from __future__ import annotations

import pytest

import slopes
from checker.claims import kinds
from checker.claims.said import Said
from checker.claims.sentences import prose_sentences
from checker.reading import read
from checker.settings import Settings


def said_of(text: str, kind: str) -> list[tuple[object, bool]]:
    """The values of a kind that a text states, with whether each is hedged."""
    article = read("articles/case.md", text + "\n", Settings(today="2026-06-01"))
    saids = (Said(sentence, article, index=index) for index, sentence in enumerate(article.once(prose_sentences)))
    return [(claim.value, claim.hedged) for said in saids for claim in kinds.find(said) if claim.kind == kind]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("allocation", "It is not clear whether the trial is randomized."),
        ("control", "Nobody has said whether it will be placebo-controlled."),
        ("masking", "Whether the trial was blinded is not stated."),
        ("allocation", "The record does not say whether patients were randomised."),
        ("phase", "It is not known whether the study is a phase 2 or a phase 3 trial."),
        ("masking", "Unless the trial is double-blind, its result means little."),
        ("masking", "The trial is not double-blind."),
        ("masking", "It was neither double-blind nor placebo-controlled."),
        ("control", "It was neither double-blind nor placebo-controlled."),
        ("masking", "The company is blinded, as the study is not yet unblinded."),
        ("allocation", "The trial is not yet randomized."),
        ("control", "It is not clear whether there is a placebo group."),
        ("status", "The trial has not been completed."),
        ("status", "If the trial is completed, we will know."),
        ("allocation", "Had the trial been randomized, the result would count for more."),
        ("allocation", "Is the trial randomized?"),
        ("masking", "Was the study double-blind?"),
        ("status", "Has the trial finished?"),
        ("age", "Who can join, and is it for people aged 18 to 65?"),
        ("sponsor", "Is it sponsored by Acme Pharma?"),
        ("randomization_ratio", "Will they be randomised 2:1?"),
        ("sites", "Will the trial run at 12 hospitals?"),
    ],
)
def test_what_is_asked_or_denied_is_no_claim(kind: str, text: str) -> None:
    assert said_of(text, kind) == []


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("masking", "The trial may be double-blind.", "DOUBLE"),
        ("masking", "The study might be open-label.", "NONE"),
        ("masking", "It is possible that the trial is double-blind.", "DOUBLE"),
        ("masking", "The trial is probably open-label.", "NONE"),
        ("status", "The trial is apparently still recruiting.", "RECRUITING"),
        ("status", "Officially it is still recruiting.", "RECRUITING"),
        ("phase", "This could be the first phase 3 trial of its kind.", "3"),
    ],
)
def test_what_is_doubted_is_a_hedged_claim(kind: str, text: str, value: str) -> None:
    assert said_of(text, kind) == [(value, True)]


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("allocation", "Homes, not people, were randomised.", "RANDOMIZED"),
        ("masking", "The trial is not only randomized but also double-blind.", "DOUBLE"),
        ("allocation", "Not only was the trial randomized, it was large.", "RANDOMIZED"),
        ("allocation", "The trial is double-blind and, unlike the one before, randomized.", "RANDOMIZED"),
        ("allocation", "The study was neither blinded nor randomised.", "NON_RANDOMIZED"),
        ("masking", "The study was neither blinded nor randomised.", "NONE"),
        ("phase", "The drug did not work in a phase 3 trial.", "3"),
        ("allocation", "To see if it is safe, 40 patients were randomised to the drug or a dummy.", "RANDOMIZED"),
        ("masking", "They asked whether the drug works in a double-blind trial of 90 people.", "DOUBLE"),
        ("age", "Are you aged 18 to 65?", "18-65 years"),
        ("masking", "The company had said the trial was double-blind.", "DOUBLE"),
        ("masking", "Doctors did not know which, making it a double-blind trial.", "DOUBLE"),
    ],
)
def test_a_negation_or_question_of_something_else_leaves_the_claim(kind: str, text: str, value: str) -> None:
    assert (value, False) in said_of(text, kind)


@pytest.mark.parametrize("word", ["whether it is ", "not a ", "may be ", "neither, nor, ", "if the trial is "])
def test_time_is_linear_in_doubts(word: str) -> None:
    def doubted(size: int) -> str:
        return (slopes.repeated(word)(size // 3) + "double-blind trial, ") * 3

    assert slopes.grows_like_its_length(lambda text: said_of(text, "masking"), doubted)
