"""Every pattern of the grammar finds what it says that it finds, and passes what it says that it passes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from checker.claims import grammar, kinds
from checker.claims.grammar import Pattern
from checker.claims.kinds import _matching
from checker.claims.said import Said, Words
from checker.claims.sentences import prose_sentences
from checker.literals import needed
from checker.reading import read
from checker.settings import Settings

if TYPE_CHECKING:
    from types import ModuleType

    from checker.claims.claim import Found

CASES = [
    pytest.param(module, pattern, id=f"{module.__name__.rpartition('.')[2]}: {pattern.name}")
    for module in kinds.modules()
    for pattern in getattr(module, "PATTERNS", ())
    if isinstance(pattern, Pattern)
]


def claims(module: ModuleType, pattern: Pattern, text: str) -> set[tuple[int, int]]:
    """The offsets in a text of the claims that a pattern of a module finds in it."""
    article = read("articles/case.md", text + "\n", Settings(today="2026-06-01"))
    return {
        (sentence.start + found.start, sentence.start + found.end)
        for index, sentence in enumerate(article.once(prose_sentences))
        for found in module.find(Said(sentence, article, index=index))
        if found.pattern == pattern.name
    }


@pytest.mark.parametrize(("module", "pattern"), CASES)
def test_a_pattern_finds_what_it_shows(module: ModuleType, pattern: Pattern) -> None:
    for shown in pattern.finds:
        quote = (shown.index("«"), shown.index("»") - 1)

        found = claims(module, pattern, shown.replace("«", "").replace("»", ""))

        assert quote in found, shown


@pytest.mark.parametrize(("module", "pattern"), CASES)
def test_a_pattern_passes_what_it_shows(module: ModuleType, pattern: Pattern) -> None:
    for shown in pattern.passes:
        found = claims(module, pattern, shown)

        assert not found, shown


SHOWN = [
    text.replace("«", "").replace("»", "")
    for case in CASES
    for text in (*case.values[1].finds, *case.values[1].passes)  # type: ignore[union-attr]
]


def found_in(texts: list[str]) -> list[list[Found]]:
    """The claims of each text, found as in one long article."""
    article = read("articles/case.md", "\n\n".join(texts) + "\n", Settings(today="2026-06-01"))
    return [kinds.find(Said(sentence, article)) for sentence in article.once(prose_sentences)]


def test_what_patterns_need_keeps_none_from_what_it_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grammar, "_SIEVES", grammar._Sieves())
    monkeypatch.setattr(grammar, "SENTENCES", 1_000_000)
    monkeypatch.setattr(_matching, "FEW", 1_000_000)
    results = []
    for needs in (lambda source: (), cache(needed)):
        for module in (grammar, _matching):
            monkeypatch.setattr(module, "needs", needs)
            module._needs.cache_clear()
        monkeypatch.setattr("checker.claims.said.words_of", Words)  # Nothing is remembered from the first time.
        monkeypatch.setattr(kinds, "_KNOWN", {})
        results.append(found_in(SHOWN))

    assert results[0] == results[1]


def test_a_sieve_of_all_patterns_finds_what_each_finds_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grammar, "_SIEVES", grammar._Sieves())
    monkeypatch.setattr(grammar, "SENTENCES", 1_000_000)
    monkeypatch.setattr("checker.claims.said.words_of", Words)  # Nothing is remembered from the first time.
    monkeypatch.setattr(kinds, "_KNOWN", {})
    alone = found_in(SHOWN)
    monkeypatch.setattr(kinds, "_KNOWN", {})
    monkeypatch.setattr(grammar, "SENTENCES", 1)

    sieved = found_in(SHOWN)

    assert grammar._SIEVES.sieve is not None
    assert alone == sieved


def test_the_triggers_of_a_sentence_are_those_that_stand_in_it() -> None:
    pattern = Pattern("tern", r"\bterns?\b", ("tern", "sea\u00a0gull"), (), ())
    other = Pattern("gull", r"\bgulls?\b", ("gull",), (), ())
    article = read("articles/case.md", "One tern came.\n", Settings(today="2026-06-01"))
    said = Said(article.once(prose_sentences)[0], article)
    kept = kinds.find(said)  # The triggers of all kinds have been looked for before these are known.

    found = [(match.pattern.name, match.start, match.end) for match in grammar.matches((pattern, other), said)]

    assert [] == kept
    assert [("tern", 4, 8)] == found


@pytest.mark.parametrize(("module", "pattern"), CASES)
def test_a_pattern_shows_what_it_finds_and_what_it_passes(module: ModuleType, pattern: Pattern) -> None:
    assert pattern.finds, module.__name__
    assert pattern.passes, module.__name__
