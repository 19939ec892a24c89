"""A value of the front matter is of another type than its schema asks for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from checker.pattern import pattern
from checker.rule import Finding
from checker.rules.shape._words import a_list_of, is_form, of_keywords, owner, schema_name, trial_label, under, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article, Mismatch

severity = "error"
fixable = None

TYPES = {
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "keys with values",
    "null": "nothing",
}

NUMBER = pattern(r"[-+]?\d+(?:\.\d+)?")


def check(article: Article) -> Iterator[Finding]:
    for mismatch in of_keywords(article, "type"):
        wanted = mismatch.expected if isinstance(mismatch.expected, list) else [mismatch.expected]
        text = written(article, mismatch)
        asked = (
            "a date"
            if is_form(mismatch) and "integer" in wanted
            else a_list_of([TYPES.get(str(name), str(name)) for name in wanted])
        )
        yield Finding(
            article.value_at(*mismatch.pointer) if mismatch.value is not None else article.key_at(*mismatch.pointer),
            f"{owner(article, mismatch.pointer)} has {found(mismatch.value, text)}{under(article, mismatch.pointer)}, "
            f"where {schema_name(mismatch)} asks for {asked}.",
            hint(mismatch, [str(name) for name in wanted], text),
            trial=trial_label(article, mismatch.pointer),
            pointer=mismatch.pointer,
        )


def found(value: Any, text: str) -> str:
    """What was found, in words, with what is written where that is short."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return text or str(value).lower()
    if isinstance(value, int | float):
        return f"the number {text}"
    if isinstance(value, str):
        return f'the text "{text}"' if text else "an empty text"
    return "a list" if isinstance(value, list) else "keys with values"


def hint(mismatch: Mismatch, wanted: list[str], text: str) -> str:
    """What to write instead."""
    value = mismatch.value
    if value is None:
        return "Fill it in, or remove the key."
    if is_form(mismatch) and "integer" in wanted:
        return "Write it as 2018-11-05, 2018-11 or 2018."
    if isinstance(value, str) and {"integer", "number"} & {*wanted}:
        return _number(text, whole="number" not in wanted)
    if "boolean" in wanted:
        return _boolean(str(value))
    if "string" in wanted and isinstance(value, int | float):
        return f'Put it in quotation marks: "{text}".'
    if "array" in wanted and isinstance(value, str):
        return f"Put it in brackets: [{text}]."
    if "array" in wanted:
        return "Make it a list: begin each entry with a hyphen."
    if "object" in wanted:
        return _keys(mismatch, text)
    if "string" in wanted and isinstance(value, list) and len(value) == 1:
        return "Write it without the brackets."
    if "integer" in wanted and isinstance(value, float):
        return "Give a whole number."
    return f"Give {a_list_of([TYPES.get(name, name) for name in wanted])} here."


def _number(text: str, *, whole: bool) -> str:
    if NUMBER.fullmatch(text) and not (whole and "." in text):
        return f"Take the quotation marks away: {text}."
    bare = re.sub(r"(?<=\d)[,\s\u00a0\u202f\u2009_](?=\d{3}(?!\d))", "", text)
    if bare != text and NUMBER.fullmatch(bare):
        return f"Write the number without separators: {bare}."
    return "Give the number alone, in figures."


def _boolean(text: str) -> str:
    if text.lower() in ("yes", "y", "on", "true", "1"):
        return "Write true."
    if text.lower() in ("no", "n", "off", "false", "0"):
        return "Write false."
    return "Write true or false."


def _keys(mismatch: Mismatch, text: str) -> str:
    names = [*mismatch.schema.get("properties", ())]
    value = mismatch.value
    if mismatch.pointer[-1] == "enrollment" and isinstance(value, int) and not isinstance(value, bool):
        return f"Say which role the number has, such as {{planned: {text}}} or {{enrolled: {text}}}."
    if names == ["date", "type"]:
        return f"Give the date with its type, such as {{date: {text}, type: ACTUAL}}."
    if isinstance(value, list) and len(value) == len(names):
        return f"Name the parts: {{{', '.join(f'{name}: {item}' for name, item in zip(names, value, strict=True))}}}."
    if names:
        return f"Give it as keys with values, such as {{{names[0]}: {text if len(text) <= 30 else '…'}}}."
    return "Give it as keys with values."
