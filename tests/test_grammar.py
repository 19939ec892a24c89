"""Every pattern of the grammar finds what it says that it finds, and passes what it says that it passes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker.claims import kinds
from checker.claims.grammar import Pattern
from checker.claims.said import Said
from checker.claims.sentences import prose_sentences
from checker.reading import read
from checker.settings import Settings

if TYPE_CHECKING:
    from types import ModuleType

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


@pytest.mark.parametrize(("module", "pattern"), CASES)
def test_a_pattern_shows_what_it_finds_and_what_it_passes(module: ModuleType, pattern: Pattern) -> None:
    assert pattern.finds, module.__name__
    assert pattern.passes, module.__name__
