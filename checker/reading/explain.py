"""Why a schema refuses something, one mismatch a cause. Slow to import: only for what has been refused."""

from __future__ import annotations

import json
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

import jsonschema_rs
from jsonschema import Draft202012Validator, ValidationError, validators
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from checker.article import Mismatch
from checker.reading.contract import follow, names_in
from checker.text import json_pointer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from checker.reading.contract import Contract

SEVERAL = frozenset({"required", "dependentRequired", "dependencies"})
"""Keywords of which one mapping may have several mismatches, each with a cause of its own."""

PRECEDENCE = (
    ("type", "false"),
    ("enum", "const"),
    ("minLength", "maxLength", "minItems", "maxItems"),
    ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    ("pattern", "format"),
)
"""Which of several mismatches of one value is its cause: a value of the wrong type is not also too long."""


def explain(contract: Contract, data: Any, limit: int) -> Iterator[Mismatch]:
    """Every way, up to about `limit`, in which data differ from a schema that refused them, in a stable order."""
    validator = _validator(contract)
    try:
        # A value may be refused for several reasons of which one is kept; hence a little more than what is wanted.
        errors = [leaf for error in islice(validator.iter_errors(data), 4 * limit) for leaf in _leaves(error)]
    except RecursionError:
        errors = []
    found = _causes([_mismatch(error, contract) for error in errors])
    yield from islice(found or _as_refused(contract, data), limit)


def _causes(found: Sequence[Mismatch]) -> list[Mismatch]:
    """The mismatches without those that follow from another of the same value, and without repetitions."""
    ranks = {keyword: rank for rank, keywords in enumerate(PRECEDENCE) for keyword in keywords}
    last = len(PRECEDENCE)
    best: dict[tuple[str | int, ...], int] = {}
    for mismatch in found:
        rank = -1 if mismatch.keyword in SEVERAL else ranks.get(mismatch.keyword, last)
        best[mismatch.pointer] = min(rank, best.get(mismatch.pointer, last))
    kept: dict[tuple[Any, ...], Mismatch] = {}
    for mismatch in found:
        if mismatch.keyword in SEVERAL:
            kept.setdefault((mismatch.pointer, mismatch.names), mismatch)
        elif ranks.get(mismatch.keyword, last) == best[mismatch.pointer]:
            kept.setdefault((mismatch.pointer,), mismatch)
    return list(kept.values())


def _as_refused(contract: Contract, data: Any) -> Iterator[Mismatch]:
    """What `jsonschema_rs` has against data that `jsonschema` finds nothing wrong with: they are never let pass."""
    try:
        errors = jsonschema_rs.iter_errors(
            dict(contract.root), data, retriever=contract.retrieve, validate_formats=True
        )
        for error in errors:
            yield Mismatch(
                tuple(error.instance_path), error.kind.name, error.kind.value, error.instance, {}, contract.file
            )
    except ValueError:
        return  # It cannot read the data, and nothing else has been found wrong with them.


def _mismatch(error: ValidationError, contract: Contract) -> Mismatch:
    pointer = tuple(error.absolute_path)
    keyword = str(error.validator or "false")
    value = error.instance
    schema = error.schema if isinstance(error.schema, dict) else {}
    names: tuple[str, ...] = ()
    if keyword in SEVERAL:
        names = (error.message,)
    elif keyword in ("additionalProperties", "unevaluatedProperties"):
        names = tuple(dict.fromkeys(names_in(schema, contract.root, contract.retrieve)))
    if "propertyNames" in error.absolute_schema_path and keyword not in SEVERAL:
        keyword, pointer = "propertyNames", (*pointer, str(value))
    return Mismatch(pointer, keyword, error.validator_value, value, schema, _origin(error, contract), names)


def _origin(error: ValidationError, contract: Contract) -> str:
    """Where the schema that has the keyword stands, as `trial.schema.json#/properties/phases`.

    References leave no step in an error's route through the schemas: they are followed where a step leads nowhere.
    """
    file, steps = contract.file, list[str]()
    document: Any = contract.root
    here: Any = document
    for step in error.absolute_schema_path:
        for _ in range(8):
            if not isinstance(here, dict) or step in here or not isinstance(here.get("$ref"), str):
                break
            address, _, fragment = here["$ref"].partition("#")
            if address:
                file = address.rpartition("/")[2]
            here, document = follow(here["$ref"], document, contract.retrieve)
            steps = [part for part in fragment.split("/")[1:] if part]
        steps.append(str(step))
        try:
            here = here[step]
        except (LookupError, TypeError):
            break
    return f"{file}#{json_pointer(tuple(steps[:-1]))}"


def _leaves(error: ValidationError) -> Iterator[ValidationError]:
    """An error without unions: of a union that nothing fits, the errors of the branch that was meant."""
    if error.validator in ("anyOf", "oneOf") and error.context:
        for inner in _meant(error):
            yield from _leaves(inner)
    elif error.validator == "unevaluatedProperties" and isinstance(error.instance, dict):
        yield from _unevaluated(error)
    else:
        yield error


def _meant(union: ValidationError) -> list[ValidationError]:
    """The errors of the branch that the author of a value meant.

    A branch for another type was not meant, nor one that another value of a fixed key chooses; of the others the one
    with most of the keys that are there, then with the fewest errors, then with the deepest.
    """
    branches: dict[int, list[ValidationError]] = {}
    for error in union.context or ():
        branches.setdefault(int(error.relative_schema_path[0]), []).append(error)
    of_type = {index: errors for index, errors in branches.items() if not any(map(_is_of_other_type, errors))}
    if not of_type:
        return [_merged(union, "type", list(branches.values()))]
    if all(error.validator in ("enum", "const") and not error.relative_path for [error, *_] in of_type.values()):
        return [_merged(union, "enum", list(of_type.values()))]
    chosen = {
        index: errors
        for index, errors in of_type.items()
        if not any(error.validator in ("enum", "const") and len(error.relative_path) <= 1 for error in errors)
    } or of_type
    return min(
        chosen.values(),
        key=lambda errors: (-_keys_there(errors), len(errors), -max(len(error.relative_path) for error in errors)),
    )


def _is_of_other_type(error: ValidationError) -> bool:
    return error.validator == "type" and not error.relative_path


def _keys_there(errors: list[ValidationError]) -> int:
    """How many keys of a mapping a branch asks for or describes."""
    known: set[str] = set()
    for error in errors:
        if not error.relative_path and isinstance(error.schema, dict) and isinstance(error.instance, dict):
            wanted = {*error.schema.get("properties", ()), *error.schema.get("required", ())}
            known |= wanted.intersection(error.instance)
    return len(known)


def _merged(union: ValidationError, keyword: str, branches: list[list[ValidationError]]) -> ValidationError:
    """One error that stands for branches which differ in the types, or in the fixed values, that they take."""
    allowed: list[Any] = []
    for errors in branches:
        for error in errors:
            if not error.relative_path and error.validator in (keyword, "const"):
                value = error.validator_value
                allowed += value if isinstance(value, list) and error.validator == keyword else [value]
    first = branches[0][0]
    merged = ValidationError(
        "", keyword, path=(), instance=union.instance, schema=union.schema, schema_path=first.relative_schema_path
    )
    merged.validator_value = [item for index, item in enumerate(allowed) if item not in allowed[:index]]
    merged.parent = union
    return merged


def _unevaluated(error: ValidationError) -> Iterator[ValidationError]:
    """One error for each key that a schema leaves unevaluated; the error itself where the keys cannot be told."""
    instance: Any = error.instance
    known = set(names_in(error.schema, error.schema, _nowhere))
    extras = [key for key in instance if key not in known]
    for key in extras:
        yield _extra(error, key, instance[key])
    if not extras:
        yield error


def _nowhere(uri: str) -> Any:
    raise ValueError(uri)


def _extra(error: ValidationError, key: str, value: Any) -> ValidationError:
    one = ValidationError(
        "",
        error.validator,
        path=(key,),
        instance=value,
        schema=error.schema,
        schema_path=error.relative_schema_path,
    )
    one.validator_value = error.validator_value
    one.parent = error.parent
    one.relative_path.extendleft(reversed(list(error.relative_path)))
    return one


@cache
def _validator_class(base: Any) -> Any:
    return validators.extend(  # type: ignore[no-untyped-call]
        base,
        {
            "pattern": _pattern,
            "format": _format,
            "required": _required,
            "dependentRequired": _dependent_required,
            "dependencies": _dependencies,
            "uniqueItems": _unique_items,
            "properties": _properties,
            "additionalProperties": _additional_properties,
        },
    )


def _validator(contract: Contract) -> Any:
    def resource(uri: str) -> Any:
        # Without its own dialect, for which jsonschema would take a class that lacks the keywords below.
        schema = {key: value for key, value in contract.retrieve(uri).items() if key != "$schema"}
        return Resource.from_contents(schema, default_specification=DRAFT202012)

    registry: Any = Registry(retrieve=resource)  # type: ignore[call-arg]
    root = dict(contract.root)
    base = validators.validator_for(root, default=Draft202012Validator)
    return _validator_class(base)(root, registry=registry)


# Keywords that we explain ourselves: patterns and formats by the engine that refused (the two know different regular
# expressions), and one error a key or an item, placed at it.


@cache
def _form(keyword: str, value: str) -> Callable[[Any], bool]:
    return jsonschema_rs.validator_for({keyword: value}, validate_formats=True).is_valid


def _fits(keyword: str, value: Any, text: Any) -> bool:
    try:
        return not isinstance(text, str) or _form(keyword, str(value))(text)
    except ValueError:
        return False


def _pattern(_validator: Any, pattern: Any, instance: Any, _schema: Any) -> Iterator[ValidationError]:
    if not _fits("pattern", pattern, instance):
        yield ValidationError("")


def _format(_validator: Any, name: Any, instance: Any, _schema: Any) -> Iterator[ValidationError]:
    if not _fits("format", name, instance):
        yield ValidationError("")


def _required(_validator: Any, keys: Any, instance: Any, _schema: Any) -> Iterator[ValidationError]:
    """The message is the key that is missing."""
    if isinstance(instance, dict) and isinstance(keys, list):
        yield from (ValidationError(str(key)) for key in keys if key not in instance)


def _dependent_required(_validator: Any, needs: Any, instance: Any, _schema: Any) -> Iterator[ValidationError]:
    if isinstance(instance, dict):
        for key, needed in needs.items():
            if key in instance:
                yield from (ValidationError(str(name)) for name in needed if name not in instance)


def _dependencies(validator: Any, needs: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
    if isinstance(instance, dict):
        for key, needed in needs.items():
            if key in instance and isinstance(needed, dict | bool):
                yield from validator.descend(instance, needed, schema_path=key)
            elif key in instance:
                names = [needed] if isinstance(needed, str) else needed
                yield from _required(validator, names, instance, schema)


def _unique_items(_validator: Any, wanted: Any, instance: Any, _schema: Any) -> Iterator[ValidationError]:
    """One error at each item that stands in the list before; linear, whatever the items are."""
    if not (wanted and isinstance(instance, list)):
        return
    seen: set[str] = set()
    for index, item in enumerate(instance):
        text = json.dumps(_plain(item), sort_keys=True, default=str)
        if text in seen:
            yield ValidationError("", path=(index,), instance=item)
        seen.add(text)


def _plain(value: Any) -> Any:
    """A value such that equal values of JSON (1 and 1.0) print the same."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value


def _properties(validator: Any, properties: Any, instance: Any, _schema: Any) -> Iterator[ValidationError]:
    """What jsonschema says of each key; a key that is allowed in no form at all is pointed at."""
    for key, schema in properties.items() if isinstance(instance, dict) else ():
        if key in instance and schema is False:
            yield ValidationError("", "false", path=(key,), instance=instance[key], schema={})
        elif key in instance:
            yield from validator.descend(instance[key], schema, path=key, schema_path=key)


def _additional_properties(validator: Any, allowed: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
    if not isinstance(instance, dict) or allowed is True:
        return
    patterns = schema.get("patternProperties", {})
    for key, value in instance.items():
        if key in schema.get("properties", {}) or any(_fits("pattern", pattern, key) for pattern in patterns):
            continue
        if allowed is False:
            yield ValidationError("", path=(key,), instance=value)
        else:
            yield from validator.descend(value, allowed, path=key)
