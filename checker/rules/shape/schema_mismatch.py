"""The front matter differs from its schema in a way that no other rule of this family names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Finding
from checker.rules.shape._words import cut, first_line, first_sentence, owner, schema_name, trial_label, under

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article, Mismatch

severity = "error"
fixable = None

NAMED = frozenset(
    {"required", "dependentRequired", "dependencies", "additionalProperties", "unevaluatedProperties", "type", "enum"}
    | {"const", "pattern", "format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"}
    | {"minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties", "uniqueItems"}
)
"""The keywords that have rules of their own."""


def check(article: Article) -> Iterator[Finding]:
    if article.front is None:
        return
    for mismatch in article.mismatches:
        if mismatch.keyword not in NAMED or (mismatch.keyword == "unevaluatedProperties" and not mismatch.pointer):
            key = mismatch.keyword in ("propertyNames", "false")
            yield Finding(
                article.key_at(*mismatch.pointer) if key else first_line(article, mismatch.pointer),
                f"{_what(article, mismatch)}.",
                _help(mismatch),
                trial=trial_label(article, mismatch.pointer),
                pointer=mismatch.pointer,
            )


def _what(article: Article, mismatch: Mismatch) -> str:
    whose, where = owner(article, mismatch.pointer), under(article, mismatch.pointer)
    schema = schema_name(mismatch)
    if mismatch.keyword == "propertyNames":
        name = cut(str(mismatch.pointer[-1]))
        return (
            f'{whose} has a key "{name}"{under(article, mismatch.pointer[:-1])} of a form that {schema} does not allow'
        )
    if mismatch.keyword == "false":
        name = cut(str(mismatch.pointer[-1])) if mismatch.pointer else ""
        return f'{whose} has "{name}"{under(article, mismatch.pointer[:-1])}, and {schema} allows none'
    if mismatch.keyword == "contains":
        return f"{whose} lacks{where} an item that {schema} asks for"
    if mismatch.keyword == "oneOf":
        return f"{whose} has something{where} that fits several descriptions of {schema}, which allows one only"
    return f"{whose} has something{where} that {schema} does not allow"


def _help(mismatch: Mismatch) -> str:
    described = first_sentence(str(mismatch.schema.get("description", "")))
    return f"The schema says: {described}." if described else "See what the schema says of it: `checker schema`."
