"""A text, a list or a set of keys in the front matter is shorter or longer than its schema allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Finding
from checker.rules.shape._words import a_list_of, of_keywords, owner, schema_name, trial_label, under

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article, Mismatch

severity = "error"
fixable = None

WORDS = {
    "minLength": ("an empty text", "at least {} character"),
    "maxLength": ("a text", "at most {} character"),
    "minItems": ("an empty list", "at least {} item"),
    "maxItems": ("a list", "at most {} item"),
    "minProperties": ("no key", "at least {} key"),
    "maxProperties": ("keys", "at most {} key"),
}

NEEDED = (("title",), ("slug",))
"""What an article cannot do without."""


def check(article: Article) -> Iterator[Finding]:
    for mismatch in of_keywords(article, *WORDS):
        empty, wanted = WORDS[mismatch.keyword]
        length, bound = len(mismatch.value), int(mismatch.expected)
        unit = wanted.rpartition(" ")[2]
        has = empty if not length else f"{length:,} {unit}{'s' * (length != 1)}"
        yield Finding(
            article.value_at(*mismatch.pointer),
            f"{owner(article, mismatch.pointer)} has {has}{under(article, mismatch.pointer)}, "
            f"and {schema_name(mismatch)} asks for {wanted.format(f'{bound:,}')}{'s' * (bound != 1)}.",
            _help(mismatch),
            trial=trial_label(article, mismatch.pointer),
            pointer=mismatch.pointer,
        )


def _help(mismatch: Mismatch) -> str:
    if mismatch.keyword == "minProperties":
        names = list(mismatch.schema.get("properties", ()))
        return f"Give {a_list_of(names)}." if 1 <= len(names) <= 8 else "Fill it in, or remove the key."
    if not mismatch.value:
        return "Fill it in." if mismatch.pointer in NEEDED else "Fill it in, or remove the key."
    return "Shorten it." if mismatch.keyword.startswith("max") else "Add what is missing."
