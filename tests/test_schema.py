"""The schemas are sound, the two validators agree on them, and what they accept can be built."""

from __future__ import annotations

import copy
import datetime
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from checker.reading.schema import SchemaProblem, are_sound, explain_settings, facts_of, mismatches, prune
from checker.rules.shape._near import distance, meant_key, meant_value, phases_in
from checker.rules.shape.malformed_value import dates_meant
from checker.schemas import schema_text
from checker.settings import Limits, Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checker.article import Mismatch

NAMES = ("article", "trial", "settings", "diagnostic", "check", "claims", "registry", "registry-reports")
SCHEMAS: dict[str, dict[str, Any]] = {name: json.loads(schema_text(name)) for name in NAMES}
PLAIN = Settings(today="2026-06-01")
MODEST = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)

ARTICLE = {"title": "A small trial", "slug": "a-small-trial", "type": "news", "date": "2019-03-04"}
RECORD = {"id": "NCT03211793", "enrollment": {"planned": 20}}


def found(schemas: dict[str, str] | None = None, **front: Any) -> list[tuple[tuple[str | int, ...], str]]:
    data = {**ARTICLE, **front}
    return [(m.pointer, m.keyword) for m in mismatches(data, PLAIN._replace(schemas=schemas or {}))]


def found_in_record(**record: Any) -> list[tuple[tuple[str | int, ...], str]]:
    return [(pointer[2:], keyword) for pointer, keyword in found(trials=[{**RECORD, **record}])]


# The schemas themselves


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_valid_by_its_own_dialect(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])

    assert SCHEMAS[name]["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMAS[name]["$id"].endswith(f"/{name}.schema.json")


def properties(schema: Any, at: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(schema, list):
        for index, part in enumerate(schema):
            yield from properties(part, f"{at}/{index}")
    if isinstance(schema, dict):
        for key, part in schema.items():
            if key in ("properties", "$defs") and isinstance(part, dict):
                for name, described in part.items():
                    yield f"{at}/{key}/{name}", described
                    yield from properties(described, f"{at}/{key}/{name}")
            elif key not in ("examples", "default", "const", "enum", "if"):
                yield from properties(part, f"{at}/{key}")


@pytest.mark.parametrize("name", NAMES)
def test_every_key_has_a_title_and_a_description(name: str) -> None:
    described = [("", SCHEMAS[name]), *properties(SCHEMAS[name], "")]
    pointed = {at: schema for at, schema in described if not _only_refers(schema)}

    assert len(pointed) >= 3
    assert [] == [at for at, schema in pointed.items() if not schema.get("title") or not schema.get("description")]


def _only_refers(schema: dict[str, Any]) -> bool:
    return list(schema) == ["$ref"]


@pytest.mark.parametrize("name", ["article", "trial", "settings"])
def test_every_example_and_default_is_valid(name: str) -> None:
    for at, schema in properties(SCHEMAS[name], ""):
        validator = Draft202012Validator({**schema, "$defs": SCHEMAS[name].get("$defs", {})}, registry=registry())
        for example in [*schema.get("examples", []), *([schema["default"]] if "default" in schema else [])]:
            assert (at, []) == (at, [error.message for error in validator.iter_errors(example)])


def registry() -> Any:
    resources = [(schema["$id"], Resource.from_contents(schema)) for schema in SCHEMAS.values()]
    return Registry().with_resources(resources)


# Two validators, one answer


def instances(schema: Any, root: str) -> st.SearchStrategy[Any]:
    """Values that a schema of ours accepts (save for what ties several keys together), by the keywords we use."""
    if "$ref" in schema:
        address, _, name = schema["$ref"].partition("#/$defs/")
        other = address.partition(".")[0] or root
        return instances(SCHEMAS[other]["$defs"][name] if name else SCHEMAS[other], other)
    if "anyOf" in schema and "type" not in schema:
        return st.one_of([instances(branch, root) for branch in schema["anyOf"]])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return st.one_of([OF_TYPE[kind](schema, root) for kind in kinds])


def texts(schema: Any, root: str) -> st.SearchStrategy[Any]:
    if "pattern" in schema:
        return st.from_regex(schema["pattern"].removesuffix("$") + r"\Z")
    return st.text(min_size=schema.get("minLength", 0), max_size=12)


def lists(schema: Any, root: str) -> st.SearchStrategy[Any]:
    least = schema.get("minItems", 0)
    return st.lists(
        instances(schema["items"], root),
        min_size=least,
        max_size=max(least, schema.get("maxItems", 2)),
        unique_by=json.dumps if schema.get("uniqueItems") else None,
    )


def mappings(schema: Any, root: str) -> st.SearchStrategy[Any]:
    described = {key: instances(part, root) for key, part in schema["properties"].items()}
    needed = {*schema.get("required", ())}

    @st.composite
    def mapping(draw: st.DrawFn) -> Any:
        branch = draw(st.sampled_from(schema.get("anyOf", [{}])))
        keys = {*needed, *branch.get("required", ()), *draw(st.lists(st.sampled_from([*described]), max_size=6))}
        keys |= {key for name, names in schema.get("dependentRequired", {}).items() if name in keys for key in names}
        if len(keys) < schema.get("minProperties", 0):
            keys.add(next(iter(described)))
        return {key: draw(described[key]) for key in sorted(keys)}

    return mapping()


OF_TYPE: dict[str, Callable[[Any, str], st.SearchStrategy[Any]]] = {
    "string": texts,
    "integer": lambda schema, root: st.integers(schema.get("minimum", -(10**6)), schema.get("maximum", 10**6)),
    "number": lambda schema, root: st.floats(
        schema.get("minimum", -1e6), schema.get("maximum", 1e6), allow_nan=False, allow_infinity=False
    ),
    "boolean": lambda schema, root: st.booleans(),
    "array": lists,
    "object": mappings,
}

ARTICLES = mappings({**SCHEMAS["article"], "required": ["title", "slug", "type", "date", "trials"]}, "article")
JUNK: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 10**12),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.text(max_size=8),
    st.sampled_from(["2018-02-30", "Phase 2", "1:1", "RANDOMIZED", "", "20", [], {}, [[]], ["a", "a"], {"name": ""}]),
)


def places(value: Any, at: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    parts: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [place for key, part in parts for place in [(*at, key), *places(part, (*at, key))]]


def spoilt(data: dict[str, Any], place: tuple[str | int, ...], junk: Any, *, remove: bool) -> dict[str, Any]:
    spoilt: Any = copy.deepcopy(data)
    here = spoilt
    for step in place[:-1]:
        here = here[step]
    if remove:
        del here[place[-1]]
    else:
        here[place[-1]] = junk
    return spoilt  # type: ignore[no-any-return]


def refused(data: dict[str, Any]) -> list[str]:
    errors = Draft202012Validator(SCHEMAS["article"], registry=registry()).iter_errors(data)
    return [error.message for error in errors]


def grave(data: dict[str, Any]) -> list[Mismatch]:
    """What the schema refuses; keys that it allows without knowing them are none of it."""
    return [m for m in mismatches(data, PLAIN) if m.expected is not True or m.keyword == "uniqueItems"]


@MODEST
@given(ARTICLES)
def test_what_the_schema_accepts_can_be_built(data: dict[str, Any]) -> None:
    assert [] == refused(data)
    assert [] == grave(data)

    facts = facts_of(prune(data, mismatches(data, PLAIN)))

    assert data["title"] == facts.title
    assert len(data["trials"]) == len(facts.trials)
    for index, record in enumerate(data["trials"]):
        trial = facts.trials[index]
        assert ("trials", index) == trial.at
        assert record.get("id") == trial.id
        assert record["enrollment"] == vars(trial.enrollment)
        assert len(record.get("figures", ())) == len(trial.figures)


@MODEST
@given(ARTICLES)
def test_what_the_schema_accepts_needs_no_second_validation(data: dict[str, Any]) -> None:
    assert are_sound(mismatches(data, PLAIN), PLAIN)

    assert repr(facts_of(data)) == repr(facts_of(data, sound=True))


def test_facts_cannot_be_changed() -> None:
    facts = facts_of(ARTICLE, sound=True)

    with pytest.raises(AttributeError):
        facts.title = "Another"  # type: ignore[misc]


@MODEST
@given(ARTICLES, st.data())
def test_both_validators_agree_on_spoilt_articles_and_what_is_left_can_be_built(
    data: dict[str, Any], draw: st.DataObject
) -> None:
    for _ in range(draw.draw(st.integers(1, 3))):
        place = draw.draw(st.sampled_from(places(data)))
        data = spoilt(data, place, draw.draw(JUNK), remove=draw.draw(st.booleans()))
        if not data:
            return
    found = mismatches(data, PLAIN)

    assert bool(refused(data)) == bool(grave(data))
    pruned = prune(data, found)
    facts_of(pruned)
    facts_of(data)
    # What is left is without fault, save that keys may be missing.
    assert {"required", "dependentRequired", "minProperties", "additionalProperties"} >= {
        mismatch.keyword
        for mismatch in mismatches({**pruned, "trials": [r for r in pruned.get("trials", ()) if r]}, PLAIN)
    }


# One cause, one mismatch, at its place


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"enrollment": 44}, [(("enrollment",), "type")]),
        ({"enrollment": {}}, [(("enrollment",), "minProperties")]),
        ({"enrollment": {"planned": -1}}, [(("enrollment", "planned"), "minimum")]),
        ({"enrollment": {"planned": "20"}}, [(("enrollment", "planned"), "type")]),
        ({"overall_status": 5}, [(("overall_status",), "type")]),
        ({"phases": ["PHASE1", "Phase 2"]}, [(("phases", 1), "enum")]),
        ({"phases": ["PHASE1", "PHASE2", "PHASE1"]}, [(("phases", 2), "uniqueItems")]),
        ({"start_date": {"date": 2018}}, [(("start_date",), "required")]),
        ({"start_date": {"date": 201, "type": "ACTUAL"}}, [(("start_date", "date"), "minimum")]),
        ({"start_date": {"date": "2018-02-30", "type": "ACTUAL"}}, []),
        ({"start_date": {"date": 1998, "type": "ACTUAL"}}, []),
        ({"figures": [{"name": "responders", "of": 14}]}, [(("figures", 0), "dependentRequired")]),
        ({"figures": [{"name": "responders"}]}, [(("figures", 0), "required")]),
        ({"figures": [{"name": "x", "interval": [1]}]}, [(("figures", 0, "interval"), "minItems")]),
        ({"colour": "blue"}, [(("colour",), "additionalProperties")]),
        ({"design": {"ratio": "2:1"}, "arms": [{"name": "placebo"}]}, []),
    ],
)
def test_a_mistake_in_a_record_is_one_mismatch_at_its_place(
    record: dict[str, Any], expected: list[tuple[tuple[str | int, ...], str]]
) -> None:
    assert expected == found_in_record(**record)


@pytest.mark.parametrize(
    ("record", "missing"),
    [
        ({}, ("id",)),
        ({"key": "two-patients"}, ("unregistered",)),
        ({"unregistered": "case report"}, ("key",)),
    ],
)
def test_of_a_union_only_the_branch_that_was_meant_is_explained(
    record: dict[str, Any], missing: tuple[str, ...]
) -> None:
    data = {**ARTICLE, "trials": [{"enrollment": {"planned": 2}, **record}]}

    assert [missing] == [mismatch.names for mismatch in mismatches(data, PLAIN)]


def test_an_author_is_explained_by_the_type_that_was_given() -> None:
    assert [(("authors", 0, "name"), "type")] == found(authors=[{"name": 5}])
    assert [(("authors", 0, "name"), "minLength")] == found(authors=[{"name": ""}])
    assert [(("authors", 0), "minLength")] == found(authors=[""])
    [neither] = mismatches({**ARTICLE, "authors": [7]}, PLAIN)
    assert ("type", ["string", "object"]) == (neither.keyword, neither.expected)


def test_a_union_of_fixed_values_is_one_list_of_values_and_a_fixed_key_chooses_a_branch() -> None:
    own = {
        "properties": {
            "tone": {"anyOf": [{"const": "plain"}, {"enum": ["warm", "dry"]}]},
            "box": {
                "oneOf": [
                    {
                        "properties": {"kind": {"const": "image"}, "src": {"type": "string"}},
                        "required": ["kind", "src"],
                    },
                    {"properties": {"kind": {"const": "quote"}, "by": {"type": "string"}}, "required": ["kind", "by"]},
                ]
            },
        }
    }
    schemas = {"article": json.dumps(own)}

    data = {"tone": "wry", "box": {"kind": "quote", "src": 5}}
    tone, box = mismatches(data, PLAIN._replace(schemas=schemas))

    assert ("enum", ["plain", "warm", "dry"]) == (tone.keyword, tone.expected)
    assert ("required", ("by",)) == (box.keyword, box.names)


def test_a_draft_needs_no_date_and_a_draft_of_a_wrong_type_is_one_mistake() -> None:
    undated = {key: value for key, value in ARTICLE.items() if key != "date"}

    assert [("date",)] == [m.names for m in mismatches(undated, PLAIN)]
    assert [("date",)] == [m.names for m in mismatches({**undated, "draft": False}, PLAIN)]
    assert () == mismatches({**undated, "draft": True}, PLAIN)
    assert [("draft",)] == [m.pointer for m in mismatches({**undated, "draft": "yes"}, PLAIN)]


def test_where_an_expectation_stands_is_told() -> None:
    [type_] = mismatches({**ARTICLE, "type": "video"}, PLAIN)
    [phase] = mismatches({**ARTICLE, "trials": [{**RECORD, "phases": ["PHASE9"]}]}, PLAIN)
    [count] = mismatches({**ARTICLE, "trials": [{**RECORD, "sites": -1}]}, PLAIN)

    assert "article.schema.json#/properties/type" == type_.origin
    assert "trial.schema.json#/properties/phases/items" == phase.origin
    assert "trial.schema.json#/$defs/count" == count.origin


def test_an_unknown_key_of_the_article_is_told_with_the_names_that_there_are() -> None:
    [layout] = mismatches({**ARTICLE, "layout": "post"}, PLAIN)

    assert (("layout",), "additionalProperties", True) == (layout.pointer, layout.keyword, layout.expected)
    assert {"title", "trials"} < {*layout.names}
    assert () == mismatches({**ARTICLE, "params": {"date": 1}}, PLAIN._replace(keys={"lastmod": "params.changed"}))


def test_no_more_is_told_than_the_limit_allows_and_one_that_shows_that_there_are_more() -> None:
    few = PLAIN._replace(limits=Limits(schema_errors=3))

    assert 3 + 1 == len(mismatches({**ARTICLE, "trials": [{"a": 1}] * 1000, "x": 1}, few))


# Pruning


def test_a_refused_record_keeps_the_places_of_the_others() -> None:
    data = {**ARTICLE, "trials": ["NCT1", RECORD]}

    facts = facts_of(prune(data, mismatches(data, PLAIN)))

    assert [("trials", 1)] == [trial.at for trial in facts.trials]


def test_a_list_goes_with_its_refused_item_and_repeated_items_go_alone() -> None:
    record = {**RECORD, "phases": ["PHASE1", "Phase 2"], "countries": ["Mali", "Mali", "Niger"], "sites": -1}
    data = {**ARTICLE, "trials": [record]}

    [trial] = facts_of(prune(data, mismatches(data, PLAIN))).trials

    assert (None, ("Mali", "Niger"), None) == (trial.phases, trial.countries, trial.sites)
    assert 20 == trial.enrollment.planned


def test_a_date_with_a_time_of_day_is_a_day_and_a_year_alone_is_text() -> None:
    facts = facts_of({"date": "2018-10-31T08:30:00+01:00", "lastmod": 2019})

    assert ("2018-10-31", "2019") == (facts.date, facts.lastmod)


@MODEST
@given(
    st.recursive(
        JUNK, lambda part: st.lists(part) | st.dictionaries(st.sampled_from([*ARTICLE, *RECORD, "date"]), part)
    )
)
def test_nothing_is_raised_whatever_the_data(value: Any) -> None:
    data = {"trials": value, "authors": value, "title": value, "references": [value, {"year": value}]}
    facts_of(prune(data, mismatches(data, PLAIN)))
    facts_of(data)
    facts_of({"trials": [{"at": value, "enrollment": value, "design": value, "figures": [value]}]})


# A newsroom's own schemas


def test_a_newsroom_s_trial_schema_stands_in_for_ours() -> None:
    own = {"type": "object", "properties": {"id": {"type": "string"}, "colour": {"type": "string"}}}

    assert [] == found(schemas={"trial": json.dumps(own)}, trials=[{"id": "NCT03211793", "colour": "blue"}])
    assert [(("trials", 0, "colour"), "type")] == found(schemas={"trial": json.dumps(own)}, trials=[{"colour": 5}])


def test_a_newsroom_s_schema_may_build_upon_ours() -> None:
    own = {"allOf": [{"$ref": SCHEMAS["article"]["$id"]}], "properties": {"desk": {"enum": ["skin", "heart"]}}}
    schemas = {"article": json.dumps(own)}

    assert [] == found(schemas=schemas, desk="skin", trials=[RECORD])
    assert [(("desk",), "enum"), (("trials", 0), "required")] == sorted(
        found(schemas=schemas, desk="moon", trials=[{"id": "NCT03211793"}])
    )


def test_a_newsroom_s_patterns_and_formats_are_those_of_the_engine_that_judges() -> None:
    own = {"properties": {"code": {"pattern": "^\\p{Lu}+$"}, "site": {"format": "uri"}}}
    schemas = {"article": json.dumps(own)}

    wrong = mismatches({"code": "ä", "site": "no address"}, PLAIN._replace(schemas=schemas))

    assert [(("code",), "pattern"), (("site",), "format")] == [(m.pointer, m.keyword) for m in wrong]
    assert () == mismatches({"code": "Ä", "site": "https://x.org"}, PLAIN._replace(schemas=schemas))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "The article schema that the settings name is not JSON (line 1, column 2)."),
        ("[]", "The article schema that the settings name is not a JSON object."),
        ('{"type": "texts"}', "is no JSON Schema"),
        ('{"pattern": "("}', "cannot be used"),
        ('{"$ref": "http://example.org/x.json"}', "it refers to 'http://example.org/x.json'"),
        ('{"$ref": "file:///etc/passwd"}', "it refers to 'file:///etc/passwd'"),
        ('{"$ref": "#/nowhere"}', "cannot be used"),
        ('{"$schema": "http://example.org/dialect"}', "example.org/dialect"),
    ],
)
def test_a_schema_that_cannot_be_used_is_said_in_a_sentence(text: str, says: str) -> None:
    with pytest.raises(SchemaProblem) as problem:
        mismatches(ARTICLE, PLAIN._replace(schemas={"article": text}))

    assert says in str(problem.value)
    assert str(problem.value).endswith(".")


@pytest.mark.parametrize("text", ['{"$ref": "#"}', '{"$defs": {"a": {"$ref": "#/$defs/a"}}, "$ref": "#/$defs/a"}'])
def test_a_schema_that_refers_to_itself_ends(text: str) -> None:
    mismatches({**ARTICLE, "x": 1}, PLAIN._replace(schemas={"article": text}))


# Settings


def test_settings_are_explained() -> None:
    raw = {
        "fail_on": "error",
        "levels": {"disclaimer": "warn"},
        "limits": {"yaml-depth": 0},
        "disclaimer": [{"id": "a", "text": "b", "from": datetime.date(2018, 1, 1), "until": "2018-13-01"}],
        "rules": {"review-overdue": {"months": 24, "anything": [1]}},
    }

    assert [
        (("disclaimer", 0, "until"), "pattern"),
        (("fail_on",), "additionalProperties"),
        (("levels", "disclaimer"), "enum"),
        (("limits", "yaml-depth"), "minimum"),
    ] == sorted((m.pointer, m.keyword) for m in explain_settings(raw))


def test_every_setting_is_known() -> None:
    raw = {
        "publication": "The Trial Ledger",
        "extend": "../checker.toml",
        "include": ["articles/**/*.md"],
        "exclude": [],
        "fail-on": "never",
        "levels": {"wording": "off"},
        "drafts": {"levels": {"disclaimer": "note"}},
        "keys": {"date": "pubDate"},
        "schemas": {"article": "a.json", "trial": "t.json"},
        "registry": {"snapshot": "registry", "max-age": 180},
        "disclaimer": [{"id": "a", "text": "b", "types": ["*"], "conditions": [], "tags": [], "position": "anywhere"}],
        "rules": {},
        "limits": {f.replace("_", "-"): 10 for f in Limits._fields},
    }

    assert () == explain_settings(raw)


# What was meant


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("tittle", "title"),
        ("titel", "title"),
        ("Date", "date"),
        ("last_mod", "lastmod"),
        ("medicalReviewer", "medical_reviewer"),
        ("correction", "corrections"),
        ("desciption", "description"),
        ("refrences", "references"),
        ("tag", "tags"),
        ("trails", "trials"),
    ],
)
def test_a_misspelt_key_of_an_article_is_recognized(key: str, meant: str) -> None:
    assert [meant] == [guess(key)]


@pytest.mark.parametrize(
    "key",
    (
        "layout permalink categories category image images url aliases weight params toc keywords data subtitle state "
        "published publishDate expiryDate linkTitle menu cover series lang translationKey hero featured comments "
        "cascade outputs sitemap resources redirect_from sidebar sidebar_position pagination eleventyNavigation tabs "
        "collections sections versions preferences relations style styles locale thumbnail excerpt template theme "
        "hide_title id og_image canonical_url updatedDate heroImage pubDate author byline guid feature_image status "
        "parent nav_order has_children math mermaid pin render_with_liquid social socials dataset draft_of timezone"
    ).split(),
)
def test_a_key_of_a_site_generator_is_no_misspelling(key: str) -> None:
    assert guess(key) is None


def guess(key: str) -> str | None:
    from checker.rules.shape._near import USUAL, named_otherwise

    return None if named_otherwise(key, "x") else meant_key(key, [*SCHEMAS["article"]["properties"]], {}, USUAL)


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("Completed", "COMPLETED"),
        ("COMPLETE", "COMPLETED"),
        ("Active, not recruiting", "ACTIVE_NOT_RECRUITING"),
        ("Enrolling by invitation", "ENROLLING_BY_INVITATION"),
        ("not recruiting", None),
        ("closed", None),
    ],
)
def test_a_status_is_recognized_only_where_it_is_plain(value: str, meant: str | None) -> None:
    assert meant == meant_value(value, SCHEMAS["trial"]["properties"]["overall_status"]["enum"])


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("Phase 2", "PHASE2"),
        ("phase II", "PHASE2"),
        (3, "PHASE3"),
        ("Phase 1b", "PHASE1"),
        ("Early Phase 1", "EARLY_PHASE1"),
        ("N/A", "NA"),
        ("Phase 1/2", None),
        ("PHASE5", None),
        ("PHASE12", None),
        (True, None),
    ],
)
def test_a_phase_is_recognized_only_where_it_is_plain(value: object, meant: str | None) -> None:
    assert meant == meant_value(value, SCHEMAS["trial"]["properties"]["phases"]["items"]["enum"])


def test_two_phases_in_one_text_are_told_apart() -> None:
    assert ("PHASE1", "PHASE2") == phases_in("Phase 1/2") == phases_in("I/II") == phases_in("phase 1b-2a")
    assert () == phases_in("Phase 2")


def test_the_distance_of_two_words_counts_swapped_neighbours_once() -> None:
    assert [0, 1, 1, 2] == [distance("title", other) for other in ("title", "titel", "tittle", "ttl")]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("28 May 2019", ("2019-05-28",)),
        ("Dec 19, 2025", ("2025-12-19",)),
        ("December 2019", ("2019-12",)),
        ("3rd Sept. 2019", ("2019-09-03",)),
        ("2020-9", ("2020-09",)),
        ("2020/09/01", ("2020-09-01",)),
        ("20181031", ("2018-10-31",)),
        ("25/11/2020", ("2020-11-25",)),
        ("12/07/2023", ("2023-12-07", "2023-07-12")),
        ("07.07.2023", ("2023-07-07",)),
        ("31 February 2019", ()),
        ("last week", ()),
    ],
)
def test_a_date_in_another_form_is_recognized(text: str, dates: tuple[str, ...]) -> None:
    assert dates == dates_meant(text)
