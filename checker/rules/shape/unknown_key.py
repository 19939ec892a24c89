"""The front matter has a key that its schema does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Edit, Finding, Fix
from checker.rules.shape._near import named_otherwise, unknown_keys
from checker.rules.shape._words import a_list_of, cut, of_keywords, owner, schema_name, site_key, trial_label, under

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article, Mismatch

severity = "error"
fixable = "unsafe"


def check(article: Article) -> Iterator[Finding]:
    missing = {name for mismatch in of_keywords(article, "required") if not mismatch.pointer for name in mismatch.names}
    for mismatch, meant in unknown_keys(article):
        key = str(mismatch.pointer[-1])
        ours = named_otherwise(key, mismatch.value) if len(mismatch.pointer) == 1 else None
        if ours in missing:
            continue  # Its lack is one finding, and the settings mend it.
        span = article.key_at(*mismatch.pointer)
        where = mismatch.pointer[:-1]
        message = (
            f'{owner(article, mismatch.pointer)} has a key "{cut(key)}"{under(article, where)} '
            f"that {schema_name(mismatch)} does not know"
        )
        name = site_key(article, meant) if meant and not where else meant
        yield Finding(
            span,
            f'{message}; did it mean "{name}"?' if name else f"{message}.",
            f"Rename it to {name}." if name else _help(mismatch, key, ours),
            Fix(f'Rename "{cut(key)}" to "{name}"', (Edit(span, name),)) if name else None,
            trial=trial_label(article, mismatch.pointer),
            pointer=mismatch.pointer,
            severity=None if name or mismatch.expected is False else "note",
        )


def _help(mismatch: Mismatch, key: str, ours: str | None) -> str:
    if ours in mismatch.names:
        return f'Say {ours} = "{cut(key)}" under keys in the settings, if that is what it is.'
    if mismatch.expected is not False:
        return "Leave it if the site needs it, else remove it."
    if mismatch.names and len(mismatch.names) <= 8:
        return f"Remove it, or use {a_list_of(mismatch.names)}."
    return "Remove it, or correct its spelling."
