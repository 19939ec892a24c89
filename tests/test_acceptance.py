"""What a schema is sure to accept, told without loading a validator: each yes is a yes of the validator too."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from checker.reading import read, schema
from checker.reading.acceptance import surely_accepts
from checker.settings import Settings

ARTICLES = sorted((Path(__file__).parent.parent / "articles").glob("*.md"))

SCHEMAS: list[Any] = [
    True,
    {"type": "string", "minLength": 1},
    {"type": ["string", "integer"], "pattern": "^[0-9]{4}$", "minimum": 1900, "maximum": 2099},
    {"type": "number", "minimum": 0},
    {"enum": ["a", "1"]},
    {"enum": [1, True, None]},
    {"const": 0},
    {"const": "a"},
    {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 2, "uniqueItems": True},
    {"uniqueItems": True},
    {"type": "object", "properties": {"a": {"$ref": "#/$defs/a"}}, "additionalProperties": False, "$defs": {"a": {}}},
    {"required": ["a"], "minProperties": 2, "dependentRequired": {"a": ["b"]}},
    {"anyOf": [{"required": ["a"]}, {"type": "string"}]},
    {"if": {"properties": {"a": {"const": False}}}, "then": {"required": ["b"]}},
    {"if": {"type": "string"}, "else": False},
    {"properties": {"a": False}, "additionalProperties": {"type": "string"}},
    {"not": {}},
    {"$ref": "#/$defs/gone"},
    {"$ref": "#"},
    {"pattern": r"^\w+$"},
]

VALUES: list[Any] = [
    *("", "a", "1", "2019", "2019\n", "é", 0, 1, 2019, 2**60, -1, 1.0, 0.5, True, False, None),
    *([], ["a"], ["a", "a"], [1], [1, 1], [1, True], [0, False], [1, 2, 3], [{}, {}]),
    *({}, {"a": 1}, {"a": "x"}, {"a": False}, {"a": 1, "b": 2}, {"b": "y"}, {"a": {"a": "z"}, "b": None}),
]


def nowhere(uri: str) -> Any:
    raise ValueError(uri)


@pytest.mark.parametrize("asked", SCHEMAS, ids=str)
def test_what_is_surely_accepted_is_accepted(asked: Any) -> None:
    try:
        validator = jsonschema_rs.validator_for(asked, validate_formats=True)
    except (ValueError, jsonschema_rs.ReferencingError):
        assert not any(surely_accepts(asked, value, nowhere) for value in VALUES)
        return

    wrong = [value for value in VALUES if surely_accepts(asked, value, nowhere) and not validator.is_valid(value)]

    assert [] == wrong


def test_what_validators_may_read_in_several_ways_is_never_sure() -> None:
    deep: list[Any] = []
    for _ in range(200):
        deep = [deep]

    sure = [
        value
        for value in (float("nan"), float("inf"), 10**30, "\ud800", {1: 2}, [{"\udfff": 1}], deep, object())
        if surely_accepts(True, value, nowhere)
    ]

    assert [] == sure


def test_keywords_are_judged_by_what_they_say() -> None:
    sure = {
        (index, position)
        for (index, asked), (position, value) in product(enumerate(SCHEMAS), enumerate(VALUES))
        if surely_accepts(asked, value, nowhere)
    }

    assert len(sure) > 60


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.name)
def test_the_front_matter_of_a_sound_article_is_judged_without_a_validator(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    schema._contract.cache_clear()
    monkeypatch.setattr(schema, "_validator", lambda *given: pytest.fail("A validator was built."))

    found = read(f"articles/{article.name}", article.read_text("utf-8"), Settings(today="2026-06-01")).mismatches

    schema._contract.cache_clear()
    assert all(mismatch.keyword == "additionalProperties" for mismatch in found)


def test_many_articles_are_judged_by_the_validator(monkeypatch: pytest.MonkeyPatch) -> None:
    built = []
    build = schema._validator
    monkeypatch.setattr(schema, "_validator", lambda *given: built.append(1) or build(*given))
    accepts = schema._acceptor({"type": "string"}, nowhere)

    answers = {accepts("a") for _ in range(schema.FEW + 2)}

    assert {True} == answers
    assert [1] == built
