"""Front matter and settings against their JSON Schemas, and what the schema accepts as typed facts.

A mapping that a schema accepts costs one call of `jsonschema_rs`; only one that it refuses is explained, by
`jsonschema` (see `checker.reading.explain`). No `$ref` leaves the schemas that are at hand.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from checker.article import Mismatch
from checker.facts import Facts
from checker.reading.contract import Contract, names_in
from checker.schemas import schema_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.settings import Settings
    from checker.text import Pointer

BASE = "https://checker.example/schemas/"
"""Where the built-in schemas stand, as far as a `$ref` is concerned; nothing is ever fetched from there."""

OWN = f"{BASE}own/"
"""Where a newsroom's schema stands that has no address of its own."""

REFUSED = object()
"""Stands for a value that has to go."""

KEPT = frozenset(
    {"required", "dependentRequired", "dependencies", "minProperties", "maxProperties"}
    | {"propertyNames", "unevaluatedProperties", "anyOf", "oneOf", "not", "contains"}
)
"""Keywords whose mismatch says nothing against what a mapping holds."""


class SchemaProblem(ValueError):
    """A schema of the newsroom's own that cannot be used; the message is a sentence for its editors."""


def mismatches(data: Mapping[str, Any], settings: Settings) -> tuple[Mismatch, ...]:
    """Every way in which front matter differs from the article schema, at most one more than `limits.schema_errors`.

    A key that the schema allows without knowing it is among them: with `additionalProperties` as its keyword and True
    as what is expected. Raises SchemaProblem where a schema of the newsroom's own cannot be used.
    """
    contract = _contract("article", tuple(sorted(settings.schemas.items())))
    most = settings.limits.schema_errors + 1
    found = list(_explained(contract, data, most))
    known = contract.names | {theirs.split(".")[0] for theirs in settings.keys.values()}
    if contract.names and not known.issuperset(data):
        refused = {mismatch.pointer for mismatch in found}
        found += [
            Mismatch((key,), "additionalProperties", True, value, contract.root, contract.file, contract.order)
            for key, value in data.items()
            if key not in known and (key,) not in refused
        ]
    return tuple(found[:most])


def explain_settings(raw: Mapping[str, Any]) -> tuple[Mismatch, ...]:
    """Every way in which a table of settings differs from the schema of settings; dates of TOML count as text."""
    return tuple(_explained(_contract("settings", ()), _as_json(raw), 50))


def prune(data: Mapping[str, Any], found: tuple[Mismatch, ...]) -> dict[str, Any]:
    """A copy of the data without what mismatches, so that no rule takes it for a fact.

    A list goes with an item that is refused, for it is no longer the list that the author meant; repeated items go
    alone. A refused record becomes None, so that the others keep their places.
    """
    refused = {mismatch.pointer: mismatch.keyword for mismatch in found if mismatch.pointer and _refuses(mismatch)}
    return _without(data, (), refused) if refused else dict(data)


def are_sound(found: tuple[Mismatch, ...], settings: Settings) -> bool:
    """Whether our own schemas accept the data in which these mismatches were found, save for keys unknown to them."""
    return not settings.schemas and all(
        mismatch.keyword == "additionalProperties" and mismatch.expected is True for mismatch in found
    )


def facts_of(data: Mapping[str, Any], *, sound: bool = False) -> Facts:
    """The typed facts of (pruned) data. Unless the data `are_sound`, what does not fit its type is left out: nothing is
    raised."""
    parts = dict(data)
    records = parts.get("trials")
    parts["trials"] = [
        {**record, "at": ("trials", index)}
        for index, record in enumerate(records if isinstance(records, list) else ())
        if isinstance(record, dict)
    ]
    for key in ("date", "lastmod"):
        if isinstance(parts.get(key), str):
            parts[key] = parts[key][:10]  # A time of day may follow; the checks go by the day.
    if sound:
        return Facts.read(parts)
    from checker.reading.fitting import fitting

    return fitting(parts)


def _explained(contract: Contract, data: Any, limit: int) -> Iterator[Mismatch]:
    """Every way in which the data differ from the schema; none where they are accepted."""
    try:
        if contract.accepts(data):
            return
    except ValueError:
        pass  # What jsonschema_rs cannot read (a key that is no text, a lone surrogate) is for jsonschema to judge.
    from checker.reading.explain import explain

    yield from explain(contract, data, limit)


@cache
def _contract(name: str, own: tuple[tuple[str, str], ...]) -> Contract:
    """The schema of that name, built once; `own` are the newsroom's schemas: name and JSON text."""
    ours = {key: _own_schema(key, text) for key, text in own}
    root = ours.get(name) or json.loads(schema_text(name))
    if name not in ours and ours:
        root = {**root, "$id": f"{OWN}{name}.schema.json"}  # So that it refers to the newsroom's trial schema.
    addresses = {schema["$id"]: schema for schema in ours.values()}

    def retrieve(uri: str) -> Any:
        uri = uri.partition("#")[0]
        if uri in addresses:
            return addresses[uri]
        last = uri.rpartition("/")[2].removesuffix(".schema.json")
        if last in ours and uri != f"{BASE}{last}.schema.json":
            return ours[last]
        if last in ("article", "trial") and uri.endswith(".schema.json"):
            return json.loads(schema_text(last))
        raise ValueError(f"it refers to {uri!r}, which is none of the schemas at hand")

    try:
        validator = jsonschema_rs.validator_for(root, retriever=retrieve, validate_formats=True)
    except (ValueError, jsonschema_rs.ReferencingError) as error:
        if not ours:
            raise
        named = name if name in ours else ", ".join(ours)
        raise SchemaProblem(f"The {named} schema that the settings name cannot be used: {_reason(error)}.") from None
    order = tuple(dict.fromkeys(names_in(root, root, retrieve)))
    return Contract(f"{name}.schema.json", root, validator.is_valid, retrieve, order, frozenset(order))


def _own_schema(name: str, text: str) -> dict[str, Any]:
    try:
        schema = json.loads(text)
    except (ValueError, RecursionError) as error:
        where = f" (line {error.lineno}, column {error.colno})" if isinstance(error, json.JSONDecodeError) else ""
        raise SchemaProblem(f"The {name} schema that the settings name is not JSON{where}.") from None
    if not isinstance(schema, dict):
        raise SchemaProblem(f"The {name} schema that the settings name is not a JSON object.")
    address = schema.get("$id")
    # A copy of a built-in schema still has its address; it must not stand in its place, for it may refer to it.
    if not isinstance(address, str) or "://" not in address or address.startswith(BASE):
        schema["$id"] = f"{OWN}{name}.schema.json"
    try:
        # With a registry, even an empty one, the address of a meta-schema that is not at hand is not asked for.
        jsonschema_rs.meta.validate(schema, registry=jsonschema_rs.Registry([]))
    except (ValueError, jsonschema_rs.ReferencingError) as error:
        raise SchemaProblem(f"The {name} schema that the settings name is no JSON Schema: {_reason(error)}.") from None
    return schema


def _reason(error: Exception) -> str:
    text = str(getattr(error, "message", error)).strip().splitlines()[0].rstrip(".")
    found = text.partition("it refers to ")
    return (found[1] + found[2])[:200] if found[1] else text[:200]


def _refuses(mismatch: Mismatch) -> bool:
    if mismatch.keyword == "additionalProperties":
        return mismatch.expected is False
    return not (isinstance(mismatch.value, dict) and mismatch.keyword in KEPT)


def _without(value: Any, at: Pointer, refused: Mapping[Pointer, str]) -> Any:
    if isinstance(value, dict):
        kept = {key: _without(part, (*at, key), refused) for key, part in value.items() if (*at, key) not in refused}
        return {key: part for key, part in kept.items() if part is not REFUSED}
    if isinstance(value, list):
        items = [_item(item, (*at, index), refused) for index, item in enumerate(value)]
        if at == ("trials",):
            return [None if item is REFUSED else item for item in items]
        if any(item is REFUSED for item in items):
            return REFUSED
        return [item for index, item in enumerate(items) if (*at, index) not in refused]
    return value


def _item(item: Any, at: Pointer, refused: Mapping[Pointer, str]) -> Any:
    return REFUSED if refused.get(at, "uniqueItems") != "uniqueItems" else _without(item, at, refused)


def _as_json(value: Any) -> Any:
    """A TOML value as JSON has it: dates and times as text."""
    if isinstance(value, dict):
        return {str(key): _as_json(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_as_json(item) for item in value]
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return value
