"""The front matter lacks a key that its schema asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Finding
from checker.rules.shape._near import OTHER_NAMES, misspelt, named_otherwise
from checker.rules.shape._words import (
    a_list_of,
    cut,
    first_line,
    first_sentence,
    of_keywords,
    owner,
    schema_name,
    site_key,
    trial_label,
    under,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article, Mismatch

severity = "error"
fixable = None

HELP = {
    (0, "date"): "Add the date of publication, or draft: true while the article is not published.",
    (0, "type"): "Add the type of article, such as news, explainer or press-release.",
    (0, "slug"): "Add the slug: the name of the file without its ending.",
    (2, "id"): "Add the id that the registry gave the trial, or a key and unregistered for what no registry holds.",
    (2, "key"): "Add a key: a short name of your own for the study.",
    (2, "unregistered"): "Add unregistered and say what the study is, such as a case report.",
    (2, "enrollment"): "Add how many people with their role, such as enrollment: {planned: 20}.",
}


def check(article: Article) -> Iterator[Finding]:
    there = misspelt(article)
    for mismatch in of_keywords(article, "required", "dependentRequired", "dependencies"):
        for key in mismatch.names:
            pointer = (*mismatch.pointer, key)
            if pointer not in there:
                shown = key if mismatch.pointer else site_key(article, key)
                yield Finding(
                    first_line(article, mismatch.pointer),
                    f'{owner(article, mismatch.pointer)} has no "{shown}"{under(article, mismatch.pointer)}, '
                    f"and {schema_name(mismatch)} asks for one.",
                    _help(mismatch, key, None if mismatch.pointer else _other_name(article, key)),
                    trial=trial_label(article, mismatch.pointer),
                    pointer=pointer,
                )


def _other_name(article: Article, key: str) -> str | None:
    """A key of the article that is, on other sites, another name of a missing one."""
    there = article.front.data if article.front and key in OTHER_NAMES else {}
    return next((other for other, value in there.items() if named_otherwise(other, value) == key), None)


def _help(mismatch: Mismatch, key: str, other: str | None) -> str:
    if other is not None:
        return f'Add {key}, or say {key} = "{cut(other)}" under keys in the settings.'
    depth = len(mismatch.pointer) if mismatch.pointer[:1] in ((), ("trials",)) else -1
    if (depth, key) in HELP:
        return HELP[depth, key]
    described = mismatch.schema.get("properties", {}).get(key, {})
    values = described.get("enum") if isinstance(described, dict) else None
    if values and len(values) <= 8:
        return f"Add {key}: {a_list_of([str(value) for value in values])}."
    text = first_sentence(str(described.get("description", ""))) if isinstance(described, dict) else ""
    return f"Add {key}: {text}." if text else f"Add {key}."
