"""What is generated from the schemas themselves: both validators agree on it, and the models can be built from it."""

from __future__ import annotations

import json
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis_jsonschema import from_schema
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from checker.reading.schema import facts_of, mismatches, prune
from checker.schemas import schema_text
from checker.settings import Settings

pytestmark = pytest.mark.slow

ARTICLE, TRIAL = (json.loads(schema_text(name)) for name in ("article", "trial"))
RESOURCES = [(schema["$id"], Resource.from_contents(schema)) for schema in (ARTICLE, TRIAL)]
EXPLAINS = Draft202012Validator(ARTICLE, registry=Registry().with_resources(RESOURCES))
ACCEPTS = jsonschema_rs.validator_for(ARTICLE, retriever=lambda uri: TRIAL)
PLAIN = Settings(today="2026-06-01")

SPARING = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def _as_one_document() -> dict[str, Any]:
    """Both schemas in one, without the keywords that the generator does not know."""

    def rewritten(part: Any, prefix: str) -> Any:
        if isinstance(part, list):
            return [rewritten(each, prefix) for each in part]
        if not isinstance(part, dict):
            return part
        kept = {key: value for key, value in part.items() if key not in ("$id", "$schema", "$comment", "format")}
        if "$ref" in kept:
            reference = kept["$ref"]
            local = reference.startswith("#/$defs/")
            kept["$ref"] = f"#/$defs/{prefix}{reference.rpartition('/')[2]}" if local else "#/$defs/trial"
        return {key: rewritten(value, prefix) for key, value in kept.items()}

    article, trial = rewritten(ARTICLE, "article-"), rewritten(TRIAL, "trial-")
    article["$defs"] = {
        **{f"article-{name}": part for name, part in article.get("$defs", {}).items()},
        **{f"trial-{name}": part for name, part in trial.pop("$defs", {}).items()},
        "trial": trial,
    }
    return {**article, "$schema": "http://json-schema.org/draft-07/schema#"}


FRONT_MATTER = from_schema(_as_one_document())
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3000) | st.floats(allow_nan=False) | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=6), inner, max_size=2),
    max_leaves=4,
)


@SPARING
@given(FRONT_MATTER)
def test_what_the_schemas_allow_is_accepted_by_both_and_builds_the_models(data: Any) -> None:
    assert ACCEPTS.is_valid(data)
    assert EXPLAINS.is_valid(data)
    assert [mismatch for mismatch in mismatches(data, PLAIN) if mismatch.keyword != "additionalProperties"] == []
    assert facts_of(data).title == data["title"]


@SPARING
@given(FRONT_MATTER, st.data())
def test_the_two_agree_on_what_is_nearly_allowed_and_the_rest_still_builds(data: Any, draw: st.DataObject) -> None:
    spoilt = _spoilt(data, draw)

    assert ACCEPTS.is_valid(spoilt) == EXPLAINS.is_valid(spoilt)
    if isinstance(spoilt, dict):
        found = mismatches(spoilt, PLAIN)
        facts_of(prune(spoilt, found))
        assert bool([each for each in found if each.pointer[1:] or each.keyword != "additionalProperties"]) == (
            not ACCEPTS.is_valid(spoilt)
        )


def _spoilt(data: Any, draw: st.DataObject) -> Any:
    """The data with one part, at some depth, replaced by anything."""
    if isinstance(data, dict) and data and draw.draw(st.integers(0, 4)):
        key = draw.draw(st.sampled_from(sorted(data)))
        return {**data, key: _spoilt(data[key], draw)}
    if isinstance(data, list) and data and draw.draw(st.integers(0, 4)):
        index = draw.draw(st.integers(0, len(data) - 1))
        return [*data[:index], _spoilt(data[index], draw), *data[index + 1 :]]
    return draw.draw(ANYTHING)
