"""YAML to values and places: the core schema of YAML 1.2, and limits that hold whatever is written."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st

import slopes
from checker.reading.yaml_tree import Parsed, parse_front_matter
from checker.settings import Limits
from checker.text import Lines, Span

if TYPE_CHECKING:
    from checker.article import Spans

LIMITS = Limits()


def parse(source: str, limits: Limits = LIMITS) -> Parsed:
    return parse_front_matter(source, Span(0, len(source)), limits)


def data(source: str) -> dict[str, Any]:
    front = parse(source).front
    assert front is not None
    return front.data


def text_of(source: str, *pointer: str | int) -> str:
    front = parse(source).front
    assert front is not None
    span = front.value_span(pointer)
    return source[span.start : span.end]


def fault(source: str) -> tuple[str, dict[str, Any], tuple[int, int]]:
    """The rule, the detail and the line and column of the only fault."""
    (only,) = parse(source).faults
    place = Lines(source).place(only.span.start)
    return only.rule, dict(only.detail), (place.line, place.column)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("False", False),
        ("NULL", None),
        ("~", None),
        ("", None),
        ("12", 12),
        ("+12", 12),
        ("-0", 0),
        ("0o17", 15),
        ("0xFF", 255),
        ("1.5", 1.5),
        (".5", 0.5),
        ("5.", 5.0),
        ("-1e-3", -0.001),
        ("12345678901234567890", 12345678901234567890),
        ("yes", "yes"),
        ("no", "no"),
        ("on", "on"),
        ("y", "y"),
        ("NO", "NO"),
        ("012", "012"),
        ("08", "08"),
        ("1:20", "1:20"),
        ("1_000", "1_000"),
        ("0b11", "0b11"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("1e999", "1e999"),
        ("9" * 50, "9" * 50),
        ("2018-10-31", "2018-10-31"),
        ("2018-11", "2018-11"),
        ("2018-10-31T10:00:00Z", "2018-10-31T10:00:00Z"),
        ("'12'", "12"),
        ('"true"', "true"),
        ('"\\u00e9\\n\\x41"', "é\nA"),
        ("'it''s'", "it's"),
        ("!!str 12", "12"),
        ("!!int '12'", 12),
        ("a # comment", "a"),
        ("a#b", "a#b"),
        ("http://x.y/z", "http://x.y/z"),
        ("=", "="),
    ],
)
def test_scalars_are_read_by_the_core_schema_of_yaml_1_2(written: str, value: object) -> None:
    read = data(f"key: {written}\n")["key"]

    assert (type(value), value) == (type(read), read)


def test_a_year_alone_is_a_number_and_a_day_is_text() -> None:
    assert {"a": 2018, "b": "2018-11", "c": "2018-11-05"} == data("a: 2018\nb: 2018-11\nc: 2018-11-05\n")


def test_a_merge_key_is_an_ordinary_key() -> None:
    assert {"a": {"x": 1}, "b": {"<<": {"x": 1}, "y": 2}} == data("a: &a {x: 1}\nb:\n  <<: *a\n  y: 2\n")


def test_block_scalars_keep_and_fold_their_lines() -> None:
    source = "a: |\n  one\n  two\nb: >-\n  one\n  two\n"

    assert {"a": "one\ntwo\n", "b": "one two"} == data(source)
    assert "|\n  one\n  two" == text_of(source, "a")
    assert ">-\n  one\n  two" == text_of(source, "b")


def test_line_separators_of_unicode_end_no_line() -> None:
    source = "a: x\u2028y\u0085z\u2029\nb: '\u2028'\nc: |\n  x\u2028y\nd: 1\n"

    assert {"a": "x\u2028y\u0085z\u2029", "b": "\u2028", "c": "x\u2028y\n", "d": 1} == data(source)
    assert "1" == text_of(source, "d")


def test_a_byte_order_mark_behind_the_fence_moves_no_place() -> None:
    source = "\ufeffa: one\nb: two\n"

    assert {"a": "one", "b": "two"} == data(source)
    assert "two" == text_of(source, "b")


def test_an_alias_of_a_key_is_a_text_wherever_it_stands() -> None:
    assert {"a": 1, "b": "a", "c": ["a"]} == data("&k a: 1\nb: *k\nc: [*k]\n")


def test_an_alias_may_be_a_key() -> None:
    assert {"a": "b", "b": 2} == data("a: &k b\n*k : 2\n")


def test_a_value_has_its_place_without_anchor_and_tag() -> None:
    source = "a: &x !!str one\nb: !!map\n  c: 1\nd: &y [2]\ne: &z\n"

    assert ["one", "c: 1", "[2]", ""] == [text_of(source, key) for key in "abde"]


def test_a_list_ends_with_its_last_item_and_not_with_a_comment() -> None:
    source = "a:\n  - one\n  - two # c\n  # d\n\nb: 1\n"

    assert "- one\n  - two" == text_of(source, "a")


def test_keys_in_quotes_have_places_too() -> None:
    source = '"a b": 1\n\'c\': {"d": 2}\n'
    front = parse(source).front

    assert front is not None
    assert {"a b": 1, "c": {"d": 2}} == front.data
    assert ['"a b"', "'c'", '"d"'] == [
        source[slice(*front.key_span(pointer))] for pointer in (("a b",), ("c",), ("c", "d"))
    ]


def test_the_first_of_two_equal_keys_counts_and_the_second_is_reported() -> None:
    source = "a: 1\nb: {c: 2, 'c': 3}\na: 4\n"
    parsed = parse(source)

    assert parsed.front is not None
    assert {"a": 1, "b": {"c": 2}} == parsed.front.data
    assert [("c", "'c'", "c"), ("a", "a", "a")] == [
        (each.detail["key"], source[slice(*each.span)], source[slice(*each.detail["first"])]) for each in parsed.faults
    ]


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("no", "false"),
        ("On", "true"),
        ("y", "true"),
        ("012", "number"),
        ("1:20", "number"),
        ("190:20:30", "number"),
        ("1_000", "number"),
        ("0b11", "number"),
        ("0xF_F", "number"),
        ("08", "text"),
        ("0o17", "text"),
        ("1e3", "text"),
        ("1.5e3", "text"),
    ],
)
def test_what_yaml_1_1_reads_otherwise_is_reported_where_it_stands(written: str, other: str) -> None:
    assert ("ambiguous-scalar", {"text": written, "other": other}, (2, 6)) == fault(f"a: b\nkey: {written}\n")


@pytest.mark.parametrize(
    "written",
    [
        "'no'",
        '"012"',
        "none",
        "nope",
        "2018-10-31",
        "10.5",
        "1.5e+3",
        "0",
        "0.5",
        "+1",
        "0xFF",
        "1:1 ratio",
        "12:60x",
        "!!str no",
        "NOT",
    ],
)
def test_what_both_read_alike_is_not_reported(written: str) -> None:
    assert () == parse(f"key: {written}\n").faults


def test_a_key_may_be_y_and_not_no() -> None:
    assert () == parse("y: 1\nn: 2\n").faults
    assert ("ambiguous-scalar", {"text": "no", "other": "false"}, (1, 1)) == fault("no: 1\n")


@pytest.mark.parametrize(
    ("source", "problem", "place"),
    [
        pytest.param("title: a: b\n", "colon", (1, 9), id="colon in a value"),
        pytest.param("x: 1\ntitle: The trial: a story\n", "colon", (2, 17), id="colon in a title"),
        pytest.param("trials:\n  - id: a: b\n", "colon", (2, 10), id="colon in an item"),
        pytest.param("date 2023\nx: 1\n", "no colon", (1, 1), id="first key without colon"),
        pytest.param("a: 1\nb\nc: 2\n", "no colon", (2, 1), id="key without colon"),
        pytest.param("a:\n  b 1\n  c: 2\n", "no colon", (2, 3), id="inner key without colon"),
        pytest.param("a: 1\n b: 2\n", "deeper line", (2, 2), id="indented too deep"),
        pytest.param("a:\n  b: 1\n c: 2\n", "indentation", (3, 2), id="between two levels"),
        pytest.param("a:\n  - b: 1\n   c: 2\n", "indentation", (3, 4), id="one space short in an item"),
        pytest.param("  a: 1\nb: 2\n", "indentation", (2, 1), id="first key indented"),
        pytest.param("\ta: 1\n", "tab", (1, 1), id="tab first"),
        pytest.param("a:\n\tb: 1\n", "tab", (2, 1), id="tab for indentation"),
        pytest.param("a:\n  b: 1\n  \tc: 1\n", "tab", (3, 3), id="tab after spaces"),
        pytest.param('a: "x\nb: 3\n', "unclosed quote", (1, 4), id="quotation mark, none later"),
        pytest.param('a: "x\nb: "y"\nc: 1\n', "unclosed quote", (1, 4), id="quotation mark, others later"),
        pytest.param("a: 'x\nb: 'y'\n", "unclosed quote", (1, 4), id="single quotation mark"),
        pytest.param('a: ["x, y]\nb: ["z"]\n', "unclosed quote", (1, 5), id="quotation mark in brackets"),
        pytest.param('a: "x" y\n', "text after quote", (1, 8), id="text after quotes"),
        pytest.param("a: 'it's'\n", "text after quote", (1, 8), id="apostrophe"),
        pytest.param("a: [1, 2\nb: 3\n", "unclosed bracket", (1, 4), id="bracket"),
        pytest.param("a: {x: 1\nb: 3\n", "unclosed bracket", (1, 4), id="brace"),
        pytest.param("a: [1, 2\n", "unclosed bracket", (1, 4), id="bracket at the end"),
        pytest.param("a: [1, {b: 2\n", "unclosed bracket", (1, 8), id="two of them"),
        pytest.param("t:\n  - a: [1, 2\n    b: 3\n", "unclosed bracket", (2, 8), id="bracket in an item"),
        pytest.param("a: [1}\n", "wrong bracket", (1, 6), id="wrong bracket"),
        pytest.param("a: ]\n", "stray bracket", (1, 4), id="bracket alone"),
        pytest.param("a: [1]]\n", "stray bracket", (1, 7), id="one bracket too many"),
        pytest.param("a: [b] c\n", "text after bracket", (1, 8), id="text after brackets"),
        pytest.param('a: ["b" "c"]\n', "missing comma", (1, 9), id="no comma"),
        pytest.param("a: {\n  b: 1\n  c: 2\n}\n", "missing comma", (3, 4), id="no comma over lines"),
        pytest.param("a: [b, , c]\n", "empty item", (1, 8), id="two commas"),
        pytest.param("a: - b\n", "list item", (1, 4), id="list beside its key"),
        pytest.param("a: x\n- b\n", "list item", (2, 1), id="item after a value"),
        pytest.param("a: @x\n", "start character", (1, 4), id="at sign"),
        pytest.param("a: `x`\n", "start character", (1, 4), id="backtick"),
        pytest.param("a: %x\n", "start character", (1, 4), id="percent"),
        pytest.param("%x: 1\n", "start character", (1, 1), id="percent in a key"),
        pytest.param('a: "C:\\data"\n', "escape", (1, 7), id="unknown escape"),
        pytest.param('a: "\\xZ"\n', "escape", (1, 5), id="escape without digits"),
        pytest.param("a: *b\n", "alias", (1, 4), id="alias of nothing"),
        pytest.param("a: **b** c\n", "alias", (1, 4), id="strong emphasis"),
        pytest.param("a: & b\n", "anchor", (1, 4), id="ampersand"),
        pytest.param("a: &x 1\nb: &x 2\n", "repeated anchor", (2, 4), id="anchor twice"),
        pytest.param("&x a: &x 1\n", "repeated anchor", (1, 7), id="anchor of a key and of its value"),
        pytest.param("a: &x [1]\n*x : 2\n", "key is not a text", (2, 1), id="alias of a list as key"),
        pytest.param("a: &x {*x : 1}\n", "key is not a text", (1, 8), id="alias of what is still open as key"),
        pytest.param("? [a, [b]]\n: [c\n", "unclosed bracket", (2, 3), id="list as key, and no YAML behind it"),
        pytest.param("a: !python/object x\n", "tag", (1, 4), id="own tag"),
        pytest.param("a: !!python/object:os.system x\n", "tag", (1, 4), id="Python's tag"),
        pytest.param("a: !!timestamp 2018-01-01\n", "tag", (1, 4), id="tag outside the core schema"),
        pytest.param("a: !e!x b\n", "tag", (1, 4), id="tag handle"),
        pytest.param("a: | x\n", "block text", (1, 4), id="text beside a bar"),
        pytest.param("a: > 50% of them\n", "block text", (1, 4), id="greater than"),
        pytest.param("a: 1\n...\nb: 2\n", "second document", (3, 1), id="text after three dots"),
        pytest.param("a: 1\n--- x\nb: 2\n", "second document", (2, 1), id="a fence with text"),
        pytest.param("é: ö\x07\n", "control character", (1, 5), id="control character"),
        pytest.param("a: \x92\n", "control character", (1, 4), id="Windows-1252 read as Latin-1"),
        pytest.param("- a\n- b\n", "not a mapping", (1, 1), id="a list"),
        pytest.param("Prose.\n", "not a mapping", (1, 1), id="prose"),
        pytest.param("? [a]\n: b\n", "key is not a text", (1, 3), id="list as key"),
        pytest.param("{{ title }}: x\n", "key is not a text", (1, 1), id="template"),
        pytest.param("k" * 1100 + ": 1\n", "long key", (1, 1), id="endless key"),
    ],
)
def test_a_fault_is_named_and_placed_where_it_was_made(source: str, problem: str, place: tuple[int, int]) -> None:
    rule, detail, where = fault(source)

    assert ("malformed-yaml", problem, place) == (rule, detail["problem"], where)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("lead", ["", "x: é😀\n"])
def test_a_fault_is_placed_alike_whatever_ends_the_lines_and_stands_before(lead: str, ending: str) -> None:
    source = f"{lead}a:\n  - b: 1\n   c: 2\n".replace("\n", ending)

    assert (3 + bool(lead), 4) == fault(source)[2]


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ("a: " + "[" * 41 + "]" * 41 + "\n", "depth"),
        ("a: " + "[" * 100_000 + "\n", "depth"),
        ("a: " + "[\n" * 100_000 + "\n", "depth"),
        ("a: " + "{b: " * 50 + "}" * 50 + "\n", "depth"),
        ("a: " + "[b: " * 30 + "]" * 30 + "\n", "depth"),
        ("a:\n" + "".join(f"{' ' * n}b:\n" for n in range(1, 60)), "depth"),
        ("a:\n" + "".join(f"{' ' * n}b:\n" for n in range(1, 60)).replace("\n", "\r"), "depth"),
        ("a:\n " + "- " * 200_000 + "b\n", "depth"),
        ("a:\r " + "- " * 200_000 + "b\r", "depth"),
        ("? " * 200_000 + "\n", "depth"),
        ("a: &a [*a]\n", "loop"),
        ("a: &a {b: {c: *a}}\n", "loop"),
        ("a: &a {b: 1}\nc: [" + "*a, " * 101 + "]\n", "aliases"),
        ("a: &a [1, 2, 3]\n" + "".join(f"k{n}: *a\n" for n in range(101)), "aliases"),
        (
            "a0: &a0 ["
            + "x, " * 10
            + "]\n"
            + "".join(f"a{n}: &a{n} [" + f"*a{n - 1}, " * 10 + "]\n" for n in range(1, 10)),
            "nodes",
        ),
        ("a: [" + "x, " * 50_001 + "]\n", "nodes"),
        ("a:\n" + "- x\n" * 50_001, "nodes"),
        ("a: [" + "[]," * 300_000 + "]\n", "nodes"),
    ],
)
def test_what_is_too_deep_or_too_large_is_refused(source: str, what: str) -> None:
    parsed = parse(source)

    assert parsed.front is None
    assert [("oversized-yaml", what)] == [(each.rule, each.detail["what"]) for each in parsed.faults]


def test_forty_levels_are_no_fault() -> None:
    assert () == parse("a: " + "[" * 39 + "]" * 39 + "\n").faults
    assert () == parse("a: '" + "[" * 900 + "'\nb: |\n  " + "[" * 900 + "\n").faults


def test_a_huge_value_is_read() -> None:
    assert {"a": "x" * 1_000_000} == data("a: " + "x" * 1_000_000 + "\n")


@pytest.mark.parametrize(
    ("source", "comments"),
    [
        ("# checker: ignore r\na: 1\n", ["checker: ignore r"]),
        ("a: 1 # checker: ignore r  \n", ["checker: ignore r"]),
        ("a: 1 #checker: ignore r\r\nb: 2\r\n", ["checker: ignore r"]),
        ("# checker: ignore-file r\n", ["checker: ignore-file r"]),
        ("a:\n  # checker: ignore r\n  - b\n", ["checker: ignore r"]),
        ("a: |\n  text\n# checker: ignore r\n", ["checker: ignore r"]),
        ('a: "x" # checker: ignore r\n', ["checker: ignore r"]),
        ("a: '# checker: ignore r'\n", []),
        ('a: "x # checker: ignore r"\n', []),
        ("a: |\n  # checker: ignore r\n  x\n", []),
        ("a: >\n  x\n\n  # checker: ignore r\n", []),
        ("'# checker: ignore r': 1\n", []),
        ("a: x#checker: ignore r\n".replace(": i", ":i"), []),
        ("a: 'one\n  # checker: ignore r\n  two'\n", []),
    ],
)
def test_comments_count_and_what_stands_in_a_value_is_none(source: str, comments: list[str]) -> None:
    parsed = parse(source)

    assert parsed.front is not None
    assert comments == [each.text for each in parsed.comments]
    assert all(source[slice(*each.span)].startswith("#") for each in parsed.comments)


def test_many_comments_and_values_cost_linear_time() -> None:
    def commented(size: int) -> str:
        return "".join(f"k{n}: 1 # checker: ignore r\n" for n in range(size // 30))

    assert slopes.grows_like_its_length(parse, commented)
    assert 1_000 == len(parse(commented(30_000)).comments)


def inside(spans: Spans, around: Span) -> bool:
    return (
        around.start <= spans.value.start <= spans.value.end <= around.end
        and (spans.key is None or around.start <= spans.key.start <= spans.key.end <= around.end)
        and all(inside(child, around) for child in spans.children.values())
    )


YAML_LIKE = st.text(
    st.one_of(
        st.sampled_from(list(":-[]{}\"'#&*!|>%@`?,~ \t\n\r\\abn01.é😀\ufeff\u2028\x85\ud800\x07")), st.characters()
    ),
    max_size=60,
)


@given(YAML_LIKE)
@example("a: \ud800\n")
@example("\ufeff")
@example("? a: b\n? - c\n")
@example("a: !<x> &y z")
def test_any_text_is_read_or_refused_with_places_inside_it(source: str) -> None:
    text = f"---\n{source}\n---\n"
    span = Span(4, 4 + len(source))

    parsed = parse_front_matter(text, span, LIMITS)

    assert parsed.front is not None or len(parsed.faults) == 1
    if parsed.front is not None:
        assert inside(parsed.front.spans, span)
    for each in parsed.faults:
        assert span.start <= each.span.start <= each.span.end <= len(text)
        for value in each.detail.values():
            if isinstance(value, Span):
                assert span.start <= value.start <= value.end <= len(text)


C1 = "".join(map(chr, range(0x7F, 0xA0)))
"""Control characters that YAML forbids where they stand for themselves."""

NUMBER_OF_1_2 = re.compile(r'"[-+.0-9]*(e[-+0-9]+|o[0-7]+)?"', re.IGNORECASE)
"""Text that PyYAML, by YAML 1.1, writes without quotes, and that YAML 1.2 reads as a number."""

WORD = st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=6).filter(
    lambda word: word not in ("no", "on", "yes")
)
SCALAR = st.one_of(
    WORD,
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\u2028\u2029" + C1), max_size=8),
    st.integers(-(10**17), 10**17),
    st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15),
    st.booleans(),
    st.none(),
)
TREE = st.recursive(
    SCALAR, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORD, inner, max_size=4), max_leaves=12
)


@given(st.dictionaries(WORD, TREE, max_size=5), st.booleans(), st.booleans())
def test_what_pyyaml_writes_is_read_back(tree: dict[str, Any], flow: bool, plain: bool) -> None:
    assume(not NUMBER_OF_1_2.search(json.dumps(tree)))
    source = yaml.safe_dump(tree, default_flow_style=flow, allow_unicode=plain, width=60)

    parsed = parse(source)

    assert parsed.front is not None
    assert yaml.safe_load(source) == tree == parsed.front.data


@given(st.dictionaries(WORD, TREE, max_size=5), st.sampled_from([None, 1]))
def test_json_is_read_as_json(tree: dict[str, Any], indent: int | None) -> None:
    parsed = parse(json.dumps(tree, indent=indent, ensure_ascii=False))

    assert parsed.front is not None
    assert tree == parsed.front.data
