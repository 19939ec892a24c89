"""No article goes unchecked in silence: its facts are read, or a finding says why they are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.engine.article import check_article, check_unreadable
from checker.reading import decode
from checker.reading.fences import find_fences
from checker.settings import Settings

SETTINGS = Settings(today="2026-06-01", select=("file",))

FRONT = "title: Stem cells\ntype: nonsense"
"""A front matter with a fault: whoever reads it finds it."""


def findings(data: bytes | str, *families: str) -> list[tuple[str, tuple[int, int]]]:
    """The rule and the place of each finding on a file with these bytes."""
    settings = SETTINGS._replace(select=("file", *families))
    text = decode(data if isinstance(data, bytes) else data.encode(), settings)
    if not isinstance(text, str):
        verdict = check_unreadable("a.md", text, settings)
    else:
        verdict = check_article("a.md", text, settings)
    return [(each.rule, (each.range.start.line, each.range.start.column)) for each in verdict.diagnostics]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param(f"---\n{FRONT}\n---\nProse.\n", (3, 7), id="plain"),
        pytest.param(f"\ufeff---\n{FRONT}\n---\nProse.\n", (3, 7), id="byte-order mark"),
        pytest.param(f"---\n{FRONT}\n---\nProse.\n".replace("\n", "\r\n"), (3, 7), id="CRLF"),
        pytest.param(f"---\n{FRONT}\n---\nProse.\n".replace("\n", "\r"), (3, 7), id="CR"),
        pytest.param(f"\ufeff---\n{FRONT}\n---\nProse.\n".replace("\n", "\r\n"), (3, 7), id="byte-order mark and CRLF"),
        pytest.param(f"--- \t \n{FRONT}\n---  \nProse.\n", (3, 7), id="blanks behind the fences"),
        pytest.param(f"---\n{FRONT}\n---", (3, 7), id="closing fence at the end of the file, without a line break"),
        pytest.param(f"---\n\n# a comment\n{FRONT}\n\n---\n", (5, 7), id="blank lines and comments inside"),
        pytest.param(f"---\n\ufeff{FRONT}\n---\n", (3, 7), id="byte-order mark behind the fence"),
        pytest.param(f"---\n{FRONT}\n---\n```\n---\n```\n", (3, 7), id="a fence in a code block of the body"),
        pytest.param(f"---\n{FRONT}\n---\nProse.\n\n---\n\nMore: prose.\n", (3, 7), id="a thematic break in the body"),
    ],
)
def test_a_fault_in_the_front_matter_is_found_in_every_wrapping(text: str, place: tuple[int, int]) -> None:
    found = findings(text, "value-not-allowed")

    assert ("value-not-allowed", place) in found
    assert not {"missing-front-matter", "unclosed-front-matter", "malformed-yaml"} & {rule for rule, _ in found}


@pytest.mark.parametrize(
    ("data", "rule", "place"),
    [
        pytest.param(f"\n---\n{FRONT}\n---\nProse.\n", "missing-front-matter", (1, 1), id="blank line before"),
        pytest.param(f"\r\n---\r\n{FRONT}\r\n---\r\n", "missing-front-matter", (1, 1), id="blank line before, CRLF"),
        pytest.param(f" \t\n---\n{FRONT}\n---\n", "missing-front-matter", (1, 1), id="line of blanks before"),
        pytest.param(f"<!-- © -->\n---\n{FRONT}\n---\n", "missing-front-matter", (1, 1), id="comment before"),
        pytest.param(f"<!--\n©\n-->\n\n---\n{FRONT}\n---\n", "missing-front-matter", (1, 1), id="comment over lines"),
        pytest.param(f"# Title\n\n---\n{FRONT}\n---\n", "missing-front-matter", (1, 1), id="text before"),
        pytest.param(f"{FRONT}\n---\nProse.\n", "missing-front-matter", (1, 1), id="no opening fence"),
        pytest.param(f"{FRONT}\n\nProse.\n", "missing-front-matter", (1, 1), id="no fence at all, but keys"),
        pytest.param(f"----\n{FRONT}\n----\n", "missing-front-matter", (1, 1), id="four hyphens"),
        pytest.param(f"--\n{FRONT}\n--\n", "missing-front-matter", (1, 1), id="two hyphens"),
        pytest.param(f"———\n{FRONT}\n———\n", "missing-front-matter", (1, 1), id="em dashes"),
        pytest.param(f" ---\n{FRONT}\n---\n", "missing-front-matter", (1, 1), id="indented fence"),
        pytest.param(f"--- # facts\n{FRONT}\n---\n", "missing-front-matter", (1, 1), id="comment behind the fence"),
        pytest.param(f"---\u00a0\n{FRONT}\n---\n", "missing-front-matter", (1, 1), id="no-break space behind it"),
        pytest.param(f"\u200b---\n{FRONT}\n---\n", "missing-front-matter", (1, 1), id="zero-width space before it"),
        pytest.param(f"\ufeff\ufeff---\n{FRONT}\n---\n", "missing-front-matter", (1, 2), id="two byte-order marks"),
        pytest.param('+++\ntitle = "Stem cells"\n+++\nProse.\n', "missing-front-matter", (1, 1), id="TOML"),
        pytest.param('{\n  "title": "Stem cells"\n}\nProse.\n', "missing-front-matter", (1, 1), id="JSON"),
        pytest.param('{ "title": "Stem cells" }\nProse.\n', "missing-front-matter", (1, 1), id="JSON on one line"),
        pytest.param("Prose.\n\n---\n\nMore.\n\n---\n", "missing-front-matter", (1, 1), id="only rules in the prose"),
        pytest.param(
            "```\n---\ntitle: x\n---\n```\n", "missing-front-matter", (1, 1), id="fences in a code block only"
        ),
        pytest.param("", "missing-front-matter", (1, 1), id="empty file"),
        pytest.param("\ufeff", "missing-front-matter", (1, 2), id="only a byte-order mark"),
        pytest.param("\n\n\n", "missing-front-matter", (1, 1), id="only blank lines"),
        pytest.param("---", "unclosed-front-matter", (1, 1), id="only an opening fence"),
        pytest.param("---\n", "unclosed-front-matter", (1, 1), id="only an opening fence and a line break"),
        pytest.param(f"---\n{FRONT}\n\nProse.\n", "unclosed-front-matter", (1, 1), id="closing fence missing"),
        pytest.param(f"---\n{FRONT}\n--\n\nProse.\n", "unclosed-front-matter", (1, 1), id="closing is two hyphens"),
        pytest.param(f"---\n{FRONT}\n----\n\nProse.\n", "unclosed-front-matter", (1, 1), id="closing is four hyphens"),
        pytest.param(f"---\n{FRONT}\n...\n\nProse.\n", "unclosed-front-matter", (1, 1), id="closing is three dots"),
        pytest.param(f"---\n{FRONT}\n ---\n\nProse.\n", "unclosed-front-matter", (1, 1), id="closing is indented"),
        pytest.param(
            f"\ufeff---\r\n{FRONT}\r\nProse.\r\n", "unclosed-front-matter", (1, 2), id="unclosed after a mark"
        ),
        pytest.param(
            f"---\n{FRONT}\n\nProse.\n\n---\n\nMore.\n", "malformed-yaml", (5, 1), id="the body's rule closes"
        ),
        pytest.param("---\nProse.\n---\n", "malformed-yaml", (2, 1), id="prose between fences"),
        pytest.param(b"---\ntitle: K\xf6ln\n---\n", "unreadable-file", (1, 1), id="Windows-1252"),
        pytest.param(f"---\n{FRONT}\n---\n".encode("utf-16"), "unreadable-file", (1, 1), id="UTF-16 with a mark"),
        pytest.param(f"---\n{FRONT}\n---\n".encode("utf-16-be"), "unreadable-file", (1, 1), id="UTF-16 without"),
        pytest.param(
            b"---\ntitle: \xed\xa0\x80\n---\n", "unreadable-file", (1, 1), id="half a surrogate pair in UTF-8"
        ),
        pytest.param(b"---\ntitle: a\0b\n---\n", "unreadable-file", (1, 1), id="NUL"),
        pytest.param(b"\0" * 5000, "unreadable-file", (1, 1), id="zeros"),
    ],
)
def test_an_article_without_readable_front_matter_has_a_finding_that_says_so(
    data: bytes | str, rule: str, place: tuple[int, int]
) -> None:
    found = findings(data)

    assert (rule, place) in found
    assert 1 == sum(
        name in ("missing-front-matter", "unclosed-front-matter", "malformed-yaml", "unreadable-file")
        for name, _ in found
    )


@pytest.mark.parametrize(
    ("text", "reason", "late"),
    [
        (f"\n---\n{FRONT}\n---\n", "blank line", "---"),
        (f"<!-- © -->\n---\n{FRONT}\n---\n", "comment", "---"),
        (f"# T\n\n---\n{FRONT}\n---\n", "text", "---"),
        ("Prose.\n\n---\n\nMore.\n\n---\n", "text", None),
        (f"{FRONT}\n---\nProse.\n", "keys", None),
        ("+++\nt = 1\n+++\n", "toml", None),
        ('{\n"t": 1\n}\n', "json", None),
        ("{{< notice >}}\nProse.\n", "text", None),
        ("\ufeff \n", "empty", None),
    ],
)
def test_the_fault_says_what_stands_in_the_way_and_where_the_fence_comes_late(
    text: str, reason: str, late: str | None
) -> None:
    fault = find_fences(text).fault

    assert fault is not None
    assert reason == fault.detail["reason"]
    span = fault.detail.get("fence")
    assert late == (text[span.start : span.end] if span else None)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (f"\n---\n{FRONT}\n---\nProse.\n", "Prose.\n"),
        (f"{FRONT}\n---\nProse.\n", "Prose.\n"),
        (f"----\n{FRONT}\n----\nProse.\n", "Prose.\n"),
        ("+++\nt = 1\n+++\nProse.\n", "Prose.\n"),
        ("\ufeffProse.\n\n---\n\nMore.\n", "Prose.\n\n---\n\nMore.\n"),
        ("---\n---\nProse.\n", "Prose.\n"),
        ("---\r\na: 1\r\n---\r\nProse.\r\n", "Prose.\r\n"),
    ],
)
def test_what_was_meant_as_front_matter_is_no_part_of_the_body(text: str, body: str) -> None:
    span = find_fences(text).body

    assert body == text[span.start : span.end]


def test_an_unclosed_front_matter_shows_the_line_that_was_meant_to_close_it() -> None:
    text = f"---\n{FRONT}\n--\n\nProse.\n"

    fault = find_fences(text).fault

    assert fault is not None
    near = fault.detail["near"]
    assert "--" == text[near.start : near.end]


LINES = st.lists(
    st.sampled_from(
        ["---", "--- ", "----", "...", "", " ", "\ufeff", "a: b", "- c", "# d", "Prose.", "+++", "<!-- -->"]
    ),
    max_size=8,
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_the_parts_lie_apart_and_a_missing_front_matter_has_a_fault(lines: list[str], ending: str, mark: bool) -> None:
    text = ("\ufeff" if mark else "") + ending.join(lines)

    fences = find_fences(text)

    assert (fences.front is None) == (fences.fault is not None)
    assert 0 <= fences.body.start <= fences.body.end == len(text)
    if fences.front is not None:
        assert fences.front.start <= fences.front.end <= fences.body.start
        assert "---" == text[: fences.front.start].strip("\ufeff \t\r\n")
