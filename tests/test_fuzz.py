"""What holds of any article, sound or not. The targets of the fuzzers run here too, on what fuzzing has found."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from checker.diagnostic import Report, Summary
from checker.engine import check_article, check_corpus, fix_text
from checker.render import Context, render
from checker.text import Lines
from newsroom import DISCLAIMER, article
from strategies import TRUE, nearly, prose, sound

sys.path.insert(0, str(Path(__file__).parent.parent / "fuzz"))
import targets

KEPT = targets.kept()
MANY = settings().max_examples
"""Examples of what is quick to try, by the profile in force; of what takes longer there are fewer."""

PATH = "articles/report.md"


@pytest.mark.parametrize("path", KEPT, ids=[path.name for path in KEPT])
@pytest.mark.parametrize("target", [targets.reading, targets.claims, targets.settings])
def test_what_fuzzing_found_stays_mended(target: object, path: Path) -> None:
    assert callable(target)

    target(path.read_bytes())


@given(st.binary(max_size=400))
@example(b"---\n---\n")
@example(b"\xef\xbb\xbf---\r\n\xff")
def test_any_bytes_have_a_verdict(data: bytes) -> None:
    targets.reading(data)


@given(st.binary(max_size=200))
@example(b"include = [1]")
@example(b"[[disclaimer]]\nid = ''\ntext = ''\n")
@example(b"extend = 'checker.toml'")
def test_any_bytes_are_settings_or_a_sentence_on_what_is_wrong(data: bytes) -> None:
    targets.settings(data)


@given(nearly())
@settings(max_examples=3 * MANY // 5)
def test_nearly_sound_articles_have_sound_verdicts(text: str) -> None:
    targets.reading(text.encode("utf-8", "surrogatepass"))


@given(prose)
def test_any_prose_has_claims_with_places_inside_it(body: str) -> None:
    targets.claims(body.encode())


@given(sound | nearly())
@settings(max_examples=2 * MANY // 5)
def test_a_verdict_says_the_same_whatever_was_checked_before(text: str) -> None:
    first = check_article(PATH, text, targets.plain())
    check_article("articles/other.md", TRUE[0], targets.plain())

    assert check_article(PATH, text, targets.plain()) == first


@given(sound | nearly())
@settings(max_examples=2 * MANY // 5)
def test_json_says_all_of_a_report_and_nothing_else(text: str) -> None:
    verdict = check_article(PATH, text, targets.plain())
    report = Report(verdict.diagnostics, verdict.suppressed, Summary(found=1, checked=1))

    said = json.loads("".join(render("json", report, Context())))["diagnostics"]

    assert [each["message"] for each in said] == [each.message for each in verdict.diagnostics]
    places = [(each.range.start.line, each.range.start.column) for each in verdict.diagnostics]
    assert places == [(each["range"]["start"]["line"], each["range"]["start"]["column"]) for each in said]


@given(sound | nearly())
@settings(max_examples=2 * MANY // 5)
def test_fixing_comes_to_an_end_and_makes_nothing_worse(text: str) -> None:
    before = check_article(PATH, text, targets.plain())

    fixed = fix_text(PATH, text, targets.plain(), before, unsafe=False)
    again = fix_text(PATH, fixed.text, targets.plain(), fixed.verdict, unsafe=False)

    assert again.text == fixed.text
    assert len(fixed.verdict.diagnostics) <= len(before.diagnostics)
    assert errors(fixed.verdict.diagnostics) <= errors(before.diagnostics)


@given(prose)
def test_front_matter_takes_no_finding_of_the_body_away(body: str) -> None:
    bare = f"{body}\n\n{DISCLAIMER}\n"
    whole = article(body)

    found = of_body(bare, 1)

    assert found <= of_body(whole, Lines(whole).place(whole.index(bare)).line)


@given(st.lists(sound, min_size=2, max_size=4, unique=True), st.randoms(use_true_random=False))
@settings(max_examples=MANY // 4)
def test_the_order_of_articles_changes_nothing(texts: list[str], chance: object) -> None:
    verdicts = [check_article(f"articles/{number}.md", text, targets.plain()) for number, text in enumerate(texts)]
    shuffled = list(verdicts)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]

    said = [
        sorted(check_corpus([entry for each in order for entry in each.entries], targets.plain()), key=repr)
        for order in (verdicts, shuffled)
    ]

    assert said[0] == said[1]


def errors(diagnostics: tuple[object, ...]) -> int:
    return sum(getattr(each, "severity", "") == "error" for each in diagnostics)


def of_body(text: str, first: int) -> set[tuple[str, int, int]]:
    """The findings on the lines of the body: rule, line from the body's first, column."""
    verdict = check_article(PATH, text, targets.plain())
    return {
        (each.rule, each.range.start.line - first, each.range.start.column)
        for each in verdict.diagnostics
        if each.range.start.line >= first and each.family not in ("file", "shape", "disclaimer")
    }
