"""Applying fixes: what is kept, what is refused, and what becomes of the file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.engine.article import check_article
from checker.engine.fixes import apply_edits, fix_text
from checker.files import write_file
from checker.rule import Edit, Finding, Fix
from checker.rules import Rule
from checker.settings import Settings
from checker.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from checker.article import Article

SETTINGS = Settings(today="2026-06-01")


def _rule(name: str, word: str, new: str, *, safe: bool = True, severity: str = "error") -> Rule:
    """A rule that wants each `word` replaced by `new`."""

    def check(article: Article) -> Iterator[Finding]:
        at = article.text.find(word)
        while at != -1:
            span = Span(at, at + len(word))
            yield Finding(span, f"Found {word}.", fix=Fix(f"Write {new}", (Edit(span, new),), safe))
            at = article.text.find(word, at + len(word))

    return Rule(name, "wording", "", severity, "safe", {}, check)


@pytest.fixture
def only(monkeypatch: pytest.MonkeyPatch) -> dict[str, Rule]:
    """The rules that there are, in place of the real ones."""
    rules: dict[str, Rule] = {}
    monkeypatch.setattr("checker.engine.levels.names", lambda: {name: each.family for name, each in rules.items()})
    monkeypatch.setattr("checker.engine.levels.load", rules.__getitem__)
    monkeypatch.setattr("checker.engine.levels._LAST", [(None, {})])
    return rules


def _fixed(text: str, *, unsafe: bool = False) -> tuple[str, int]:
    verdict = check_article("a.md", text, SETTINGS)
    fixed = fix_text("a.md", text, SETTINGS, verdict, unsafe=unsafe)
    return fixed.text, fixed.applied


def test_all_outside_the_edits_stays_as_it_is(only: dict[str, Rule]) -> None:
    only["a"] = _rule("a", "cat", "dog")

    assert _fixed("\ufeff---\r\nx: cat\r\n---\rcat \tend") == ("\ufeff---\r\nx: dog\r\n---\rdog \tend", 2)


def test_unsafe_fixes_wait_to_be_asked_for(only: dict[str, Rule]) -> None:
    only["a"] = _rule("a", "cat", "dog", safe=False)

    assert _fixed("cat") == ("cat", 0)
    assert _fixed("cat", unsafe=True) == ("dog", 1)


def test_fixes_of_the_result_are_applied_too(only: dict[str, Rule]) -> None:
    only["a"] = _rule("a", "cat", "dog")
    only["b"] = _rule("b", "dog", "cow")

    assert _fixed("cat")[0] == "cow"


def test_a_fix_that_makes_things_worse_is_refused(only: dict[str, Rule]) -> None:
    only["a"] = _rule("a", "cat", "dog dog")
    only["b"] = _rule("b", "dog", "dog")

    assert _fixed("cat") == ("cat", 0)


def test_a_good_fix_is_kept_beside_a_bad_one(only: dict[str, Rule]) -> None:
    only["a"] = _rule("a", "cat", "dog dog dog")
    only["b"] = _rule("b", "dog", "dog")
    only["c"] = _rule("c", "hen", "owl")

    assert _fixed("cat hen") == ("cat owl", 1)


def test_two_rules_that_undo_each_other_come_to_an_end(only: dict[str, Rule]) -> None:
    only["a"] = _rule("a", "cat", "dog")
    only["b"] = _rule("b", "dog", "cat")

    assert _fixed("cat")[0] in ("cat", "dog")


def test_of_two_fixes_that_touch_one_is_applied_at_a_time(only: dict[str, Rule]) -> None:
    only["a"] = _rule("a", "cat", "dog")
    only["b"] = _rule("b", "cats", "cows")

    assert _fixed("cats") == ("dogs", 1)


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.text(max_size=3)), max_size=5))
def test_insertions_keep_the_text_around_them(text: str, insertions: list[tuple[int, str]]) -> None:
    edits = [(Span(min(at, len(text)), min(at, len(text))), new) for at, new in insertions]

    result = apply_edits(text, edits)

    assert len(result) == len(text) + sum(len(new) for _, new in edits)


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"somebody else's")

    with pytest.raises(OSError, match="changed"):
        write_file(str(path), b"ours", expected=b"as it was read")

    assert path.read_bytes() == b"somebody else's"
    assert os.listdir(tmp_path) == ["a.md"]


def test_a_link_stays_a_link_and_its_target_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to("real.md")

    write_file(str(tmp_path / "link.md"), b"new")

    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"new"


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("os.fsync", full)

    with pytest.raises(OSError, match="space"):
        write_file(str(path), b"new")

    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.md"]
