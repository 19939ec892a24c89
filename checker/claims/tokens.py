"""The words of a sentence, with their offsets."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from checker.claims.repeated import once_a_text
from checker.pattern import pattern

if TYPE_CHECKING:
    import re


class Token(NamedTuple):
    """A word: half-open offsets into its sentence, as written, in lower case without a possessive ending, and whether
    it begins with a capital."""

    start: int
    end: int
    text: str
    lower: str
    capital: bool


ENDINGS = ("'s", "’s")
"""Those of possessives."""


JOINTS = frozenset("-–’'/.&")
"""What joins the parts of a word."""


@cache
def _word() -> re.Pattern[str]:
    return pattern(r"[^\W_]+(?:[-–’'/.&][^\W_]+)*")


@once_a_text
def tokens(text: str) -> list[Token]:
    """The words of a text."""
    make = tuple.__new__  # `Token._make` takes twice as long
    folded = text.casefold()
    if len(folded) != len(text):  # "ß"
        return [
            Token(*match.span(), match[0], _stem(match[0].casefold()), match[0][0].isupper())
            for match in _word().finditer(text)
        ]
    spans = [match.span() for match in _word().finditer(text)]
    found = [
        make(
            Token,
            (start, end, text[start:end], folded[start:end], text[start] != folded[start] and text[start].isupper()),
        )
        for start, end in spans
    ]
    if "'" in text or "’" in text:
        return [each._replace(lower=_stem(each.lower)) if each.lower[-2:] in ENDINGS else each for each in found]
    return found


def _stem(word: str) -> str:
    for ending in ENDINGS:
        word = word.removesuffix(ending)
    return word


def bare(text: str) -> str:
    """A name without what its spellings differ in: case, spaces, hyphens, signs."""
    lower = text.casefold()
    return lower if lower.isalnum() else "".join(filter(str.isalnum, lower))


@lru_cache(maxsize=2_048)
def folded(text: str) -> str:
    """A name without what its spellings differ in, accents among it."""
    return bare(normalize("NFKD", text))


def unpossessed(word: str) -> str:
    """A word without a possessive ending."""
    return word[:-2] if word[-2:] in ENDINGS else word
