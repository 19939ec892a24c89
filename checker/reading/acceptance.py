"""Whether a JSON Schema surely accepts a value, told without a validator that would have to be loaded and built first.

It knows the keywords of our own schemas. Only its yes counts: it says no of all that it does not know, and of values
that validators may take one way or another.
"""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Any

from checker.compiled import compiled
from checker.reading.contract import follow

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ASCII = 256
"""The flag of `re` by which classes mean what they mean in JSON Schema."""

SAFE = 1 << 53
"""Beyond it, whole numbers are not the same to everybody."""

DEEPEST = 30

SAYS_NOTHING = frozenset("$comment $defs $id $schema default description examples if title".split())
"""Keywords that refuse nothing. (What `then` asks is held against every value: stricter, and so still sure.)"""

TYPES: dict[str, Callable[[Any], bool]] = {
    "array": lambda value: isinstance(value, list),
    "boolean": lambda value: isinstance(value, bool),
    "integer": lambda value: type(value) is int,
    "null": lambda value: value is None,
    "number": lambda value: type(value) in (int, float),
    "object": lambda value: isinstance(value, dict),
    "string": lambda value: isinstance(value, str),
}


def surely_accepts(schema: Any, value: Any, retrieve: Callable[[str], Any]) -> bool:
    """Whether the schema, a whole document, is sure to accept the value."""
    return _is_plain(value) and _fits(schema, value, schema, retrieve)


def _is_plain(value: Any, depth: int = 0) -> bool:
    """Whether a value is JSON that every validator reads alike."""
    if isinstance(value, str):
        return value.isascii() or not any("\ud800" <= char <= "\udfff" for char in value)
    if isinstance(value, list):
        return depth < DEEPEST and all(_is_plain(each, depth + 1) for each in value)
    if isinstance(value, dict):
        return depth < DEEPEST and all(
            isinstance(key, str) and _is_plain(key) and _is_plain(each, depth + 1) for key, each in value.items()
        )
    if isinstance(value, float):
        return isfinite(value)
    return value is None or isinstance(value, bool) or (isinstance(value, int) and abs(value) < SAFE)


def _fits(schema: Any, value: Any, root: Any, retrieve: Callable[[str], Any], depth: int = 0) -> bool:
    if schema is True:
        return True
    if not isinstance(schema, dict) or depth > DEEPEST:
        return False

    def inner(schema: Any, value: Any) -> bool:
        return _fits(schema, value, root, retrieve, depth + 1)

    for keyword, asked in schema.items():
        if keyword in SAYS_NOTHING:
            continue
        if keyword == "$ref":
            target, document = follow(asked, root, retrieve)
            fits = _fits(target, value, document, retrieve, depth + 1)
        elif keyword == "then":
            fits = inner(asked, value)
        elif keyword == "anyOf":
            fits = any(inner(each, value) for each in asked)
        elif keyword == "type":
            fits = any(name in TYPES and TYPES[name](value) for name in ([asked] if isinstance(asked, str) else asked))
        elif keyword == "enum":
            fits = isinstance(value, str) and value in asked
        elif keyword == "const":
            fits = isinstance(value, str) and value == asked
        elif isinstance(value, str):
            fits = _text_fits(keyword, asked, value)
        elif isinstance(value, dict):
            fits = _object_fits(keyword, asked, value, schema, inner)
        elif isinstance(value, list):
            fits = _list_fits(keyword, asked, value, inner)
        elif keyword == "minimum":
            fits = value is None or value >= asked
        elif keyword == "maximum":
            fits = value is None or value <= asked
        else:
            fits = keyword in ("pattern", "minLength")
        if not fits:
            return False
    return True


def _text_fits(keyword: str, asked: Any, value: str) -> bool:
    if keyword == "minLength":
        return len(value) >= int(asked)
    if keyword == "pattern":
        return "\n" not in value and compiled(asked, ASCII).search(value) is not None
    return keyword in ("minimum", "maximum")


def _object_fits(
    keyword: str,
    asked: Any,
    value: Mapping[str, Any],
    schema: Mapping[str, Any],
    inner: Callable[[Any, Any], bool],
) -> bool:
    if keyword == "properties":
        return all(inner(asked[key], each) for key, each in value.items() if key in asked)
    if keyword == "additionalProperties":
        known = schema.get("properties", {})
        return all(inner(asked, each) for key, each in value.items() if key not in known)
    if keyword == "required":
        return all(key in value for key in asked)
    if keyword == "minProperties":
        return len(value) >= int(asked)
    if keyword == "dependentRequired":
        return all(other in value for key, others in asked.items() if key in value for other in others)
    return False


def _list_fits(keyword: str, asked: Any, value: list[Any], inner: Callable[[Any, Any], bool]) -> bool:
    if keyword == "items":
        return all(inner(asked, each) for each in value)
    if keyword == "minItems":
        return len(value) >= int(asked)
    if keyword == "maxItems":
        return len(value) <= int(asked)
    if keyword == "uniqueItems":
        return not asked or (all(isinstance(each, str) for each in value) and len(set(value)) == len(value))
    return False
