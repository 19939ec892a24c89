"""Numbers in prose: where they stand, what they are worth, how precisely they were written.

`numbers` is the one door. It reads digits with the typography of medical prose (`1,204`, `1 204` with spaces that do
not break, `0·54`, `−12%`, `.05`, `n=75`), number words up to the billions ("one hundred and twelve", "twelve hundred",
"1.2 million", "half a dozen") and fractions ("7/14", "two-thirds", "one in five"). What looks like a number but counts
nothing by itself (a year, a phase, "IL-6", a date, a price) is there too, with `plain` False.

Time is linear in the length of the text: each pattern begins at a digit or a word and takes a bounded number of words,
and what stands around a number is looked at within a fixed distance.
"""

import re
from functools import cache
from typing import Literal, cast

from checker.article import Article
from checker.claims.numbers.in_digits import in_digits
from checker.claims.numbers.in_words import in_words
from checker.claims.numbers.neighbours import related
from checker.claims.numbers.number import Number, last_word
from checker.claims.repeated import once_a_text
from checker.claims.sentences import Sentence, prose_sentences
from checker.claims.vocabulary import words
from checker.pattern import pattern

__all__ = ["LONGEST_SENTENCE", "Number", "Qualifier", "numbers", "prose_numbers", "qualifier"]

Qualifier = Literal["exact", "about", "nearly", "more_than", "at_least", "at_most"]
LONGEST_SENTENCE = 4_000
QUALIFYING = words(
    "to most than of many as maximum max under below least minimum min over above exceeding nearly almost quite "
    "approaching about around roughly approximately approx some circa ca estimated perhaps probably so the all"
)
"""The last words of all that weakens a number; a cheap test before a dear one."""


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
    before = text[max(0, number.start - 28) : number.start].rstrip(" \u00a0")
    match = None
    if before and (before[-1] in "<≤≥>≈~" or last_word(before.rstrip(".")).lower() in QUALIFYING):
        match = _qualifiers().search(before)
    match = match or _qualifiers_behind().match(text, number.end)
    return cast("Qualifier", match.lastgroup) if match else "exact"


@cache
def _qualifiers() -> re.Pattern[str]:
    return pattern(
        r"(?:(?P<at_most>\b(?:up to|at most|no more than|not more than|a maximum of|as many as|maximum|(?<!/)max\.?|"
        r"fewer than|less than|under|below)|[<≤])|"
        r"(?P<at_least>\b(?:at least|no fewer than|no less than|a minimum of|minimum|(?<!/)min\.?)|≥)|"
        r"(?P<more_than>\b(?:more than|over|above|upwards of|in excess of|well over|exceeding)|>)|"
        r"(?P<nearly>\b(?:nearly|almost|just under|close to|not quite|approaching))|"
        r"(?P<about>\b(?:about|around|roughly|approximately|approx\.?|some|circa|ca\.|an estimated|estimated|perhaps|"
        r"probably|or so)|[≈~]))(?: the| a total of| all)?$",
        re.IGNORECASE,
    )


@cache
def _qualifiers_behind() -> re.Pattern[str]:
    return pattern(
        r"(?P<at_least>\+|[ \u00a0]or (?:more|over)\b)|(?P<at_most>[ \u00a0]or (?:fewer|less)\b|[ \u00a0]at most\b)|"
        r"(?P<about>[ \u00a0]or so\b)"
    )
