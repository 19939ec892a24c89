"""Numbers in prose: where they stand, what they are worth, how precisely they were written.

`numbers` is the one door. It reads digits with the typography of medical prose (`1,204`, `1 204` with spaces that do
not break, `0·54`, `−12%`, `.05`, `n=75`), number words up to the billions ("one hundred and twelve", "twelve hundred",
"1.2 million", "half a dozen") and fractions ("7/14", "two-thirds", "one in five"). What looks like a number but counts
nothing by itself (a year, a phase, "IL-6", a date, a price) is there too, with `plain` False.

Time is linear in the length of the text: each pattern begins at a digit or a word and takes a bounded number of words,
and what stands around a number is looked at within a fixed distance.
"""

import re
from functools import cache, lru_cache
from typing import Literal, cast

from checker.article import Article
from checker.claims.numbers.in_digits import in_digits
from checker.claims.numbers.in_words import in_words
from checker.claims.numbers.neighbours import related
from checker.claims.numbers.number import Number
from checker.claims.repeated import once_a_text
from checker.claims.sentences import Sentence, prose_sentences
from checker.pattern import pattern

__all__ = ["LONGEST_SENTENCE", "Number", "Qualifier", "numbers", "prose_numbers", "qualifier"]

Qualifier = Literal["exact", "about", "nearly", "more_than", "at_least", "at_most"]
LONGEST_SENTENCE = 4_000
WEAKENING: dict[Qualifier, tuple[str, ...]] = {
    "at_most": (
        *("up to", "at most", "no more than", "not more than", "a maximum of", "as many as", "maximum", "max", "max."),
        *("fewer than", "less than", "under", "below", "<", "≤"),
    ),
    "at_least": ("at least", "no fewer than", "no less than", "a minimum of", "minimum", "min", "min.", "≥"),
    "more_than": ("more than", "over", "above", "upwards of", "in excess of", "well over", "exceeding", ">"),
    "nearly": ("nearly", "almost", "just under", "close to", "not quite", "approaching"),
    "about": (
        *("about", "around", "roughly", "approximately", "approx", "approx.", "some", "circa", "ca."),
        *("an estimated", "estimated", "perhaps", "probably", "or so", "≈", "~"),
    ),
}
ENDINGS: dict[str, Qualifier] = dict(
    sorted(
        (
            (phrase + more, kind)
            for kind, phrases in WEAKENING.items()
            for phrase in phrases
            for more in ("", " the", " a total of", " all")
        ),
        key=lambda each: -len(each[0]),
    )
)
"""How what stands right before a number weakens it, the longest first."""
ANY_ENDING = tuple(ENDINGS)
LONGEST_ENDING = 28
"""Code points before a number that are looked at; no ending is longer."""


@once_a_text
def numbers(text: str) -> list[Number]:
    """The numbers of a text (a sentence or a block), in the order of their offsets, none overlapping."""
    found = in_digits(text)
    if spelled := in_words(text):
        found = sorted(found + spelled, key=lambda number: number.start)
    return related(text, found) if found else found


def prose_numbers(article: Article) -> tuple[tuple[Sentence, tuple[Number, ...]], ...]:
    """The sentences of what a reader reads that hold a number, each with its numbers; to be had through `article.once`.

    What runs on for thousands of characters is no sentence, and is left out.
    """
    read = (
        (sentence, tuple(numbers(sentence.text)))
        for sentence in article.once(prose_sentences)
        if len(sentence.text) <= LONGEST_SENTENCE
    )
    return tuple((sentence, found) for sentence, found in read if found)


def qualifier(text: str, number: Number) -> Qualifier:
    """How the words right before (or behind) a number weaken it: "exact" where nothing does."""
    if weakened := _weakened_by(text[max(0, number.start - LONGEST_ENDING) : number.start]):
        return weakened
    match = _qualifiers_behind().match(text, number.end)
    return cast("Qualifier", match.lastgroup) if match else "exact"


@lru_cache(maxsize=2_048)
def _weakened_by(before: str) -> Qualifier | None:
    """How the words at the end of a text weaken the number behind it."""
    before = before.rstrip(" \u00a0").lower()
    if before.endswith(ANY_ENDING):
        for ending, kind in ENDINGS.items():
            if before.endswith(ending) and _stands_alone(before.removesuffix(ending)[-1:], ending):
                return kind
    return None


def _stands_alone(before: str, phrase: str) -> bool:
    """Whether a phrase is no end of a longer word, behind this character; "mg/min" is a unit."""
    if before == "/":
        return phrase.split()[0] not in ("max", "max.", "min", "min.")
    return not phrase[0].isalpha() or not (before.isalnum() or before == "_")


@cache
def _qualifiers_behind() -> re.Pattern[str]:
    return pattern(
        r"(?P<at_least>\+|[ \u00a0]or (?:more|over)\b)|(?P<at_most>[ \u00a0]or (?:fewer|less)\b|[ \u00a0]at most\b)|"
        r"(?P<about>[ \u00a0]or so\b)"
    )
