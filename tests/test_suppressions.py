"""What a suppression covers, and what it does not."""

from __future__ import annotations

import pytest

from checker.engine.article import check_article
from checker.settings import Settings

SETTINGS = Settings(today="2026-06-01", select=("overclaim", "suppression", "impossible-date", "dates-out-of-order"))

COMMENT = '<!-- checker: ignore overclaim reason="shown on purpose" -->'


def _lines(body: str, front: str = "title: T") -> list[tuple[str, int]]:
    verdict = check_article("articles/a.md", f"---\n{front}\n---\n{body}", SETTINGS)
    return [(each.rule, each.range.start.line) for each in verdict.diagnostics]


@pytest.mark.parametrize(
    "body",
    [
        f"{COMMENT}\n\nA miracle.\n",
        f"{COMMENT}\nA miracle.\n",
        f"{COMMENT} A miracle.\n",
        f"A miracle. {COMMENT}\n",
        f"{COMMENT}\n\n- one\n- a miracle\n",
        f"{COMMENT}\n\n| a |\n|---|\n| a miracle |\n",
        f"{COMMENT}\n\n> A miracle.\n",
        f"{COMMENT}\n\n# A miracle\n",
        f"{COMMENT}\n<!-- another comment -->\n\nA miracle.\n",
        "<!--checker: ignore overclaim reason='shown on purpose' until=2026-06-01-->\n\nA miracle.\n",
        '<!-- checker: ignore-file overclaim reason="an essay" -->\n\nText.\n\nA miracle.\n',
        'Text.\n\nA miracle.\n\n<!-- checker: ignore-file overclaim reason="an essay" -->\n',
    ],
)
def test_a_comment_covers_the_next_block_or_its_own(body: str) -> None:
    assert _lines(body) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (f"{COMMENT}\n\nText.\n\nA miracle.\n", [("unused-suppression", 4), ("overclaim", 8)]),
        (f"A miracle.\n\n{COMMENT}\n", [("overclaim", 4), ("unused-suppression", 6)]),
        (f"```\n{COMMENT}\n```\n\nA miracle.\n", [("overclaim", 8)]),
        (f"`{COMMENT}`\n\nA miracle.\n", [("overclaim", 6)]),
        (
            '<!-- checker: ignore overclaim reason="x" until=2026-05-31 -->\n\nA miracle.\n',
            [("expired-suppression", 4), ("overclaim", 6)],
        ),
    ],
)
def test_a_comment_covers_nothing_else(body: str, found: list[tuple[str, int]]) -> None:
    assert _lines(body) == found


IMPOSSIBLE = "as_of: 2018-02-30"
SILENCED = '# checker: ignore impossible-date reason="as printed"'
SILENCED = '# checker: ignore impossible-date reason="as printed"'


@pytest.mark.parametrize(
    "front",
    [
        f'trials:\n  - id: NCT09000004\n    {IMPOSSIBLE} # checker: ignore impossible-date reason="as printed"',
        f'trials:\n  - id: NCT09000004\n    # checker: ignore impossible-date reason="as printed"\n    {IMPOSSIBLE}',
        f'trials:\n  # checker: ignore impossible-date reason="as printed"\n  - id: NCT09000004\n    {IMPOSSIBLE}',
        f'# checker: ignore impossible-date reason="as printed"\ntrials:\n  - id: NCT09000004\n    {IMPOSSIBLE}',
        f"trials:\n  - id: NCT09000004\n    start_date: {{date: 2018-02-30, type: ACTUAL}} {SILENCED}",
    ],
)
def test_a_yaml_comment_covers_the_key_that_it_is_on_or_above(front: str) -> None:
    assert _lines("Text.\n", front) == []


@pytest.mark.parametrize(
    ("front", "rules"),
    [
        (
            f'trials:\n  - id: NCT09000004 # checker: ignore impossible-date reason="no"\n    {IMPOSSIBLE}',
            ["unused-suppression", "impossible-date"],
        ),
        (
            f'title: "# checker: ignore impossible-date reason=x"\ntrials:\n  - id: NCT09000004\n    {IMPOSSIBLE}',
            ["impossible-date"],
        ),
    ],
)
def test_a_yaml_comment_covers_no_other_key(front: str, rules: list[str]) -> None:
    assert [rule for rule, _ in _lines("Text.\n", front)] == rules


def test_what_is_suppressed_is_kept_with_its_reason() -> None:
    verdict = check_article("articles/a.md", f"---\ntitle: T\n---\n{COMMENT}\n\nA miracle.\n", SETTINGS)

    assert [(each.diagnostic.rule, each.reason) for each in verdict.suppressed] == [("overclaim", "shown on purpose")]
