"""What the rules of the family `metadata` are made of."""

from __future__ import annotations

import pytest

from checker.rules.metadata._markers import FOUND, PASSED, at_home, markers
from checker.rules.metadata.review_overdue import months_after
from checker.rules.metadata.slug_differs_from_file import stems


@pytest.mark.parametrize("text", FOUND)
def test_a_mark_that_a_writer_left_is_found(text: str) -> None:
    assert list(markers(text, at_home(text)))


@pytest.mark.parametrize("text", PASSED)
def test_a_word_that_only_looks_like_a_mark_passes(text: str) -> None:
    assert list(markers(text, at_home(text))) == []


def test_a_kinase_anywhere_in_the_article_makes_tk_a_word() -> None:
    words = at_home("Thymidine kinase rose. TK fell.")

    assert list(markers("TK fell.", words)) == []


def test_many_marks_are_found_in_time_that_grows_with_their_number() -> None:
    text = "TK of " * 50_000

    assert len(list(markers(text, at_home(text)))) == 50_000


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("articles/stem-cells.md", ("stem-cells",)),
        ("articles/2018-10-31-stem-cells.md", ("2018-10-31-stem-cells", "stem-cells")),
        ("articles/stem-cells.de.md", ("stem-cells.de", "stem-cells")),
        ("articles/stem-cells/index.md", ("stem-cells",)),
        ("articles/stem-cells/index.de.md", ("stem-cells",)),
        ("articles/2018-10-31-stem-cells/index.md", ("2018-10-31-stem-cells", "stem-cells")),
        pytest.param("index.md", (), id="a bundle without a folder"),
        pytest.param("-", (), id="standard input"),
        pytest.param("phase-1.5-trial.md", ("phase-1.5-trial",), id="a dot that is no language"),
    ],
)
def test_a_path_stands_for_these_slugs(path: str, expected: tuple[str, ...]) -> None:
    assert expected == stems(path)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2024-05-31", 24, "2026-05-31"),
        ("2024-08-31", 6, "2025-02-28"),
        ("2024-12-15", 1, "2025-01-15"),
        pytest.param("9999-12-31", 1, None, id="no such year"),
    ],
)
def test_a_review_is_due_so_many_months_later(day: str, months: int, expected: str | None) -> None:
    assert expected == months_after(day, months)
