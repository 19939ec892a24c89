"""The slug is not the name of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pattern import pattern
from checker.rule import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "error"
fixable = None

SUFFIX = pattern(r"\.[A-Za-z]{1,8}$")
INDEX = pattern(r"_?index(?:\.[A-Za-z-]{2,8})?")
LANGUAGE = pattern(r"\.[a-z]{2}(?:-[A-Za-z]{2,4})?$")
DATE = pattern(r"^\d{4}-\d{2}-\d{2}-")


def check(article: Article) -> Iterator[Finding]:
    slug = article.facts.slug
    names = stems(article.path)
    if slug and names and _composed(slug) not in map(_composed, names):
        yield Finding(
            article.value_at("slug"),
            f'The slug is "{slug[:60]}", the name of the file "{names[-1][:60]}".',
            "Correct the slug, or rename the file.",
            pointer=("slug",),
        )


def stems(path: str) -> tuple[str, ...]:
    """The slugs that a path with `/` may stand for, none where the path tells nothing (standard input).

    The stem of the file; without the date that Jekyll puts in front (`2018-10-31-slug.md`), and without the language
    that Hugo puts behind (`slug.de.md`); the folder's name for a Hugo bundle (`slug/index.md`).
    """
    *folders, name = path.split("/")
    stem = SUFFIX.sub("", name)
    if INDEX.fullmatch(stem):
        stem = folders[-1] if folders else ""
    if stem in ("", "-", ".", ".."):
        return ()
    without_language = LANGUAGE.sub("", stem)
    without_date = DATE.sub("", without_language)
    return tuple(dict.fromkeys((stem, without_language, without_date or stem)))


def _composed(name: str) -> str:
    """A name in one Unicode form: macOS takes file names apart."""
    if name.isascii():
        return name
    from unicodedata import normalize

    return normalize("NFC", name)
