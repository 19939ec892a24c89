"""The tables of the family `wording`: every phrase is tried on its own sentences."""

from __future__ import annotations

import pytest

from checker.article import Article, Block, Run
from checker.facts import Facts
from checker.rules.wording import (
    blaming_language,
    cure_claim,
    efficacy_from_early_phase,
    overclaim,
    relative_date,
    unqualified_safety,
)
from checker.rules.wording._acronyms import in_block, long_form, same_words
from checker.rules.wording._phrases import Phrase, matches, quotes, spoken
from checker.settings import Settings
from checker.text import Span

PHRASES: tuple[Phrase, ...] = (
    *overclaim.PHRASES,
    *cure_claim.PHRASES,
    *unqualified_safety.PHRASES,
    *efficacy_from_early_phase.PHRASES,
    *relative_date.PHRASES,
    *relative_date.DAYS,
    *(swap.phrase for swap in blaming_language.SWAPS),
)

FOUND = [pytest.param(phrase, text, id=text) for phrase in PHRASES for text in phrase.found]
PASSED = [pytest.param(phrase, text, id=f"{phrase.words[0]}: {text}") for phrase in PHRASES for text in phrase.passed]


def block(text: str) -> Block:
    return Block("paragraph", Span(0, len(text)), text, text, (Run(0, len(text), Span(0, len(text))),))


def article(text: str) -> Article:
    return Article("articles/case.md", text, Settings("2026-06-01"), facts=Facts(), blocks=(block(text),))


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.words[0])
def test_every_phrase_has_sentences_that_hold_it_and_sentences_that_pass(phrase: Phrase) -> None:
    assert phrase.found
    assert phrase.passed


@pytest.mark.parametrize(("phrase", "text"), FOUND)
def test_a_sentence_that_holds_the_phrase_is_found(phrase: Phrase, text: str) -> None:
    assert list(matches(spoken(text), phrase))


@pytest.mark.parametrize(("phrase", "text"), PASSED)
def test_a_sentence_that_passes_is_not_found(phrase: Phrase, text: str) -> None:
    assert list(matches(spoken(text), phrase)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "a miracle" twice.', ['"a miracle"']),
        ("“A miracle,” he said, “no less.”", ["“A miracle,”", "“no less.”"]),
        ("The patient’s ‘miracle’ wasn’t one.", ["‘miracle’"]),
        pytest.param("It began “a miracle", ["“a miracle"], id="not closed"),
        pytest.param('A 5" screen', [], id="inches"),
        pytest.param("Nothing here.", [], id="none"),
    ],
)
def test_the_stretches_in_quotation_marks(text: str, expected: list[str]) -> None:
    assert expected == [text[start:end] for start, end in quotes(text)]


def test_a_quotation_is_a_note() -> None:
    findings = list(overclaim.check(article("“It is a game-changer,” he said. The pill is a miracle.")))

    assert [finding.severity for finding in findings] == ["note", None]


def test_a_condition_of_the_article_that_is_done_away_with_is_a_claim_of_cure() -> None:
    (phrase,) = cure_claim.of_conditions(("type 2 diabetes",))

    assert list(matches(spoken("The diet reverses type-2 diabetes."), phrase))
    assert list(matches(spoken("No diet reverses type 2 diabetes."), phrase)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("this month, April 2023", True),
        ("last year", False),
        ("SLCTR/2021/017, next year", False),
        ("2,019 people", False),
    ],
)
def test_a_year_beside_a_relative_date_anchors_it(text: str, expected: bool) -> None:
    assert relative_date.is_anchored(text) is expected


@pytest.mark.parametrize(
    ("text", "acronym", "expected"),
    [
        ("three patients with interstitial lung disease ", "ILD", "interstitial lung disease "),
        ("amyotrophic lateral sclerosis ", "ALS", "amyotrophic lateral sclerosis "),
        ("graft-versus-host disease ", "GVHD", "graft-versus-host disease "),
        ("Food and Drug Administration ", "FDA", "Food and Drug Administration "),
        pytest.param("patients at two sites ", "ILD", None, id="no letters in common"),
        pytest.param("interstitial pulmonary lung disease ", "ILD", None, id="a word too many"),
    ],
)
def test_the_long_form_of_an_acronym(text: str, acronym: str, expected: str | None) -> None:
    start = long_form(text, acronym)

    assert expected == (None if start is None else text[start:])


def test_an_acronym_is_explained_before_or_in_brackets() -> None:
    text = "Interstitial lung disease (ILD) is rare, ALS (amyotrophic lateral sclerosis) rarer, MS (in Utrecht) not."

    assert [(found.acronym, found.long) for found in in_block(block(text))] == [
        ("ILD", "Interstitial lung disease"),
        ("ALS", "amyotrophic lateral sclerosis"),
    ]


def test_two_spellings_of_one_long_form_are_the_same() -> None:
    assert same_words("acute myeloid leukaemia", "Acute Myeloid Leukemias")
    assert not same_words("interstitial lung disease", "idiopathic lung disease")
