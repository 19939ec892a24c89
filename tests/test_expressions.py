"""Expressions that `re` runs while texts are few and short, and RE2 afterwards: both find the same."""

from __future__ import annotations

import re
import sys
from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING, Any

import pytest

import checker.claims
from checker.claims import grammar
from checker.claims.grammar import FEW, SHORT, Expression, Pattern
from checker.claims.kinds import _matching, people

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def every_expression_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grammar, "known", re.compile)


def patterns() -> Iterator[Pattern]:
    for module in walk_packages(checker.claims.__path__, "checker.claims."):
        import_module(module.name)
    for name, module in list(sys.modules.items()):
        for value in vars(module).values() if name.startswith("checker.claims") else ():
            if isinstance(value, tuple):
                yield from (each for each in (value, *value) if isinstance(each, Pattern))


def found(engine: Any, text: str) -> list[list[tuple[int, int]]]:
    groups = sorted(engine.groupindex.values())
    return [[match.span(), *(match.span(group) for group in groups)] for match in engine.finditer(text)]


@pytest.mark.slow
def test_both_engines_find_the_same_in_all_texts_that_patterns_tell_of() -> None:
    every = {each.form: each for each in patterns()}
    texts = sorted({text.lower() for each in every.values() for text in (*each.finds, *each.passes)})
    shapes = [re.sub(r"[«»]", "", text) for text in texts] + [re.sub(r"\d+", "#", text) for text in texts]
    sources = {_matching.expression(each.form) for each in people.SIEVE.patterns}
    sources |= {grammar.expression(form) for form in every if not re.search(r"\{[a-z]+\}", grammar.expression(form))}

    early = {source: Expression(source) for source in sources}
    swift = [each for each in early.values() if each._early is not None]
    differing = [
        (each.source, text)
        for each in swift
        for text in shapes
        if found(each._early, text) != found(each._steady, text)
    ]

    assert len(swift) > 150
    assert [] == differing


def test_a_long_text_is_never_given_to_an_engine_that_may_backtrack() -> None:
    expression = Expression("a+b")

    assert expression._engine("a" * SHORT) is expression._early
    assert expression._engine("a" * (SHORT + 1)) is expression._steady


def test_an_expression_is_made_ready_for_many_texts_once_it_pays() -> None:
    expression = Expression("a+b")

    engines = [expression._engine("ab") for _ in range(FEW + 1)]

    assert engines[FEW - 1] is expression._early
    assert engines[FEW] is expression._steady


@pytest.mark.parametrize("source", [r"\s", "(?i)a", "[[:alpha:]]", r"\pL"])
def test_what_may_mean_something_else_to_re_is_left_to_re2(source: str) -> None:
    assert Expression(source)._early is None


def test_a_line_break_at_the_end_is_no_end_of_the_text() -> None:
    assert Expression("a$").search("a\n") is None
    assert Expression("a$").search("a").span() == (0, 1)
