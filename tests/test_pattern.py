"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

import checker
from checker.pattern import pattern

FOLDER = Path(checker.__file__).parent
MODULES = sorted(
    ".".join(("checker", *path.relative_to(FOLDER).with_suffix("").parts)).removesuffix(".__init__")
    for path in FOLDER.rglob("*.py")
    if path.name != "__main__.py" and path.is_relative_to(FOLDER)
)


def test_nothing_is_compiled_before_the_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = []

    def compile_and_tell(source: str, flags: int) -> re.Pattern[str]:
        compiled.append((source, flags))
        return re.compile(source, flags)

    monkeypatch.setattr("checker.pattern.compiled", compile_and_tell)

    words = pattern(r"\w+", re.ASCII)
    assert [] == compiled

    assert ["a", "b"] == words.findall("a-b")
    assert words.search("- c") is not None
    assert [(r"\w+", re.ASCII)] == compiled


def test_a_pattern_answers_as_a_compiled_one() -> None:
    lazy, eager = pattern(r"(?P<year>\d{4})"), re.compile(r"(?P<year>\d{4})")

    assert eager.pattern == lazy.pattern
    assert eager.groupindex == lazy.groupindex
    assert eager.fullmatch("2018", 0, 4) is not None
    assert lazy.fullmatch("2018", 0, 4) is not None
    with pytest.raises(AttributeError):
        _ = lazy.no_such_thing  # type: ignore[attr-defined]


def test_a_pattern_is_not_tried_on_a_text_without_what_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.pattern.compiled", lambda source, flags: pytest.fail(source))

    ratio = pattern(r"\b\d:\d\b", needs=("random", "ratio"))

    assert ratio.search("at 3:1 odds") is None
    assert [] == list(ratio.finditer("at 3:1 odds"))


def test_a_pattern_replaces_only_in_texts_that_have_what_it_needs() -> None:
    diagnosis = pattern(r"received an? \w+", needs=("received ",))

    replaced = [diagnosis.sub("-", text) for text in ("they received a letter", "they wrote a letter")]

    assert ["they -", "they wrote a letter"] == replaced


def test_a_pattern_answers_where_a_text_has_what_it_needs() -> None:
    ratio = pattern(r"\b\d:\d\b", needs=("random", "ratio"))

    match = ratio.search("a ratio of 3:1", 4)

    assert match is not None
    assert (11, 14) == match.span()
    assert ["3:1"] == [each.group() for each in ratio.finditer("randomized 3:1")]
    assert ["3:1"] == ratio.findall("at 3:1 odds")


@pytest.mark.parametrize("module", MODULES)
def test_every_pattern_compiles(module: str) -> None:
    for value in vars(import_module(module)).values():
        if type(value) is type(pattern("")):
            assert value.groups >= 0
