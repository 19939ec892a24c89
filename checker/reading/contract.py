"""A schema, ready to use, and the ways through it: its references and the keys that it knows."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

IN_PLACE = ("allOf", "anyOf", "oneOf", "if", "then", "else", "dependentSchemas", "$ref", "$dynamicRef")
"""Keywords whose subschemas speak of the same mapping."""

DEEPEST = 50
"""How many references and branches may lie between a schema and the keys that it describes."""


class Contract(NamedTuple):
    """A schema, ready to use: what accepts, what `$ref` may lead to, and the names of the keys that it knows."""

    file: str
    root: Mapping[str, Any]
    accepts: Callable[[Any], bool]
    retrieve: Callable[[str], Any]
    order: tuple[str, ...]
    names: frozenset[str]


def names_in(
    schema: Any, root: Any, retrieve: Callable[[str], Any], depth: int = 0, asked: dict[int, Any] | None = None
) -> Iterator[str]:
    """The names of all keys that a schema describes for one mapping, also by reference and in branches.

    Each part of a schema is asked once, however many references lead to it.
    """
    asked = {} if asked is None else asked
    if not isinstance(schema, dict) or depth > DEEPEST or id(schema) in asked:
        return
    asked[id(schema)] = schema
    if isinstance(schema.get("properties"), dict):
        yield from schema["properties"]
    for keyword in IN_PLACE:
        inner = schema.get(keyword)
        if isinstance(inner, str):
            yield from names_in(*follow(inner, root, retrieve), retrieve, depth + 1, asked)
        elif keyword == "dependentSchemas" and isinstance(inner, dict):
            for branch in inner.values():
                yield from names_in(branch, root, retrieve, depth + 1, asked)
        else:
            for branch in inner if isinstance(inner, list) else [inner]:
                yield from names_in(branch, root, retrieve, depth + 1, asked)


def follow(reference: str, root: Any, retrieve: Callable[[str], Any]) -> tuple[Any, Any]:
    """What a reference leads to, and the document that it stands in; None where it leads nowhere."""
    address, _, fragment = reference.partition("#")
    try:
        here = document = retrieve(address) if address else root
        for step in fragment.split("/")[1:]:
            here = here[step.replace("~1", "/").replace("~0", "~")]
    except (ValueError, KeyError, TypeError):
        return None, root
    return here, document
