"""The words of a sentence, with their offsets."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from checker.pattern import pattern

if TYPE_CHECKING:
    import re


class Token(NamedTuple):
    """A word: half-open offsets into its sentence, as written, and in lower case without a possessive ending."""

    start: int
    end: int
    text: str
    lower: str


@cache
def _word() -> re.Pattern[str]:
    return pattern(r"[^\W_]+(?:[-–’'/.&][^\W_]+)*")


def tokens(text: str) -> list[Token]:
    """The words of a text."""
    found = []
    for match in _word().finditer(text):
        written = match.group()
        lower = written.casefold()
        for ending in ("'s", "’s"):
            lower = lower.removesuffix(ending)
        found.append(Token(match.start(), match.end(), written, lower))
    return found


def bare(text: str) -> str:
    """A name without what its spellings differ in: case, spaces, hyphens, signs."""
    lower = text.casefold()
    return lower if lower.isalnum() else "".join(char for char in lower if char.isalnum())


def unpossessed(word: str) -> str:
    """A word without a possessive ending."""
    return word[:-2] if word.endswith(("'s", "’s")) else word
