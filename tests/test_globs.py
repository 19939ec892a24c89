"""Which paths a glob of settings matches: in time like the path's length, whatever the glob is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import files
from checker.files import matches


@pytest.mark.parametrize(
    ("glob", "path"),
    [
        ("articles/**/*.md", "articles/a.md"),
        ("articles/**/*.md", "articles/2024/05/a.md"),
        ("**/a.md", "a.md"),
        ("**/drafts/*.md", "articles/drafts/a.md"),
        ("**/drafts/**", "articles/2024/drafts/05/a.md"),
        ("**/drafts", "articles/drafts/a.md"),
        ("articles/**/old/**/*.md", "articles/a/old/b/c.md"),
        ("articles/**/**/old/*.md", "articles/old/a.md"),
        ("**/*-old-*/**/*.md", "a/b-old-c/d/e.md"),
        ("./articles/", "articles/a.md"),
        ("art?cles/*", "articles/a.md"),
        ("articles/**.md", "articles/b/a.md"),
        ("*/*/*/a.md", "b/c/d/a.md"),
    ],
)
def test_a_glob_matches_what_it_stands_for_and_what_lies_below(glob: str, path: str) -> None:
    assert matches((glob,), path)


@pytest.mark.parametrize(
    ("glob", "path"),
    [
        ("articles/*.md", "articles/b/a.md"),
        ("**/drafts/*.md", "articles/no-drafts/a.md"),
        ("**/drafts/*.md", "articles/drafts.md"),
        ("articles/**/old/**/*.md", "articles/a/new/b/c.md"),
        ("*/*/*/a.md", "b/c/a.md"),
        ("*/*/*/a.md", "b/c/d/e/a.md"),
        ("a?b", "a/b"),
        ("*.*.*.md", "a.b.md"),
        ("article", "articles/a.md"),
    ],
)
def test_a_glob_matches_nothing_else(glob: str, path: str) -> None:
    assert not matches((glob,), path)


@given(
    st.lists(st.sampled_from(["a", "b", ".", "/", "*", "**", "**/", "?"]), max_size=8).map("".join),
    st.text("ab./*?\n", max_size=9),
)
def test_a_path_matches_step_by_step_what_it_matches_as_a_whole(glob: str, path: str) -> None:
    signs = list(files._signs(glob))
    whole = re.compile("".join(files.FORMS.get(sign) or re.escape(sign) for sign in signs) + "(?:/.*)?", re.DOTALL)

    assert bool(whole.fullmatch(path)) == files._Steps(signs).fullmatch(path)


@pytest.mark.parametrize("piece", ["*a", "**a", "**/a", "*?", "?*a", "**/*a"])
def test_a_glob_of_many_signs_comes_to_an_end(piece: str) -> None:
    assert not matches((f"articles/{piece * 30}b.md",), f"articles/{'a' * 250}.md")
    assert not matches((f"{piece * 30}b.md",), "a/" * 500 + "a.md")
