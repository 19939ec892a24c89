"""What a headline may say that the article contradicts, and what a number of it may follow from.

A headline is a title or a description. A number is contradicted where neither body nor record has it, nor any rounding,
sum or difference of theirs, and they have another number of the same things. Hedged numbers and the numbers of people
who have a disease are left alone.
"""

import re
from collections.abc import Iterator, Set
from functools import cache
from itertools import combinations
from typing import NamedTuple

from checker.article import Article
from checker.claims.numbers import Number, prose_numbers, qualifier
from checker.claims.said import Said
from checker.claims.sentences import Sentence, sentences
from checker.diagnostic import Severity
from checker.pattern import pattern
from checker.rule import Elsewhere


class Headline(NamedTuple):
    """A title or description of an article, with its numbers; `key` says which of the two."""

    article: Article
    key: str
    text: str
    numbers: list[Number]


class Clash(NamedTuple):
    """A stretch of a headline (half-open offsets) that the article contradicts, or does not bear out: then a note."""

    start: int
    end: int
    message: str
    related: tuple[Elsewhere, ...] = ()
    severity: Severity | None = None


def said_in(headline: Headline) -> Iterator[tuple[int, Said]]:
    """The sentences of a headline, read as those of a heading, each with its offset in the headline."""
    article = headline.article
    block = article.prose[0]._replace(kind="heading", text=headline.text, prose=headline.text, runs=(), links=())
    for start, end in sentences(headline.text):
        yield start, Said(Sentence(block, start, end, headline.text[start:end]), article)


def counts_of(text: str, things: re.Pattern[str], found: list[Number] | tuple[Number, ...]) -> Iterator[Number]:
    """The exact numbers of a text that count certain things."""
    for number in found:
        counts = number.is_count and not number.ranged and number.scale == 1 and things.match(text, number.end)
        if counts and qualifier(text, number) == "exact":
            yield number


def in_body(article: Article, things: re.Pattern[str]) -> list[tuple[int, Elsewhere]]:
    """What the body says of the number of certain things: values and places."""
    return [
        (int(number.value), Elsewhere(sentence.locate(number.start, number.end), f"The body says {number.value:,}."))
        for sentence, found in article.once(prose_numbers)
        for number in counts_of(sentence.text, things, found)
    ]


@cache
def at_large() -> re.Pattern[str]:
    """Words of those who have a disease, rather than took part."""
    return pattern(
        r"(?i:\b(?:(?:have|has)(?! (?:all|its|their|been|had|now|enrol|recruit|begun|started|joined|taken|random|"
        r"complet|finish))|live with|living with|affects?|affected|suffer\w{0,3}|worldwide|each year|every year|"
        r"(?<!for )(?<!within )(?<!after )(?<!over )(?<!than )(?<!half )a year|die|dies|"
        r"diagnosed|estimated|prevalence|million|billion|annually|waiting|need)\b)"
    )


def follows(value: int, told: Set[int], sizes: Set[int], most: int | None = None) -> bool:
    """Whether a number is told, a round form of what is told, or a sum or difference of two sizes or of all.

    `most` is what no sum can exceed: the size of the only trial.
    """
    zeros = len(str(value)) - len(str(value).rstrip("0"))
    slack = 10**zeros if zeros > 1 else 6 if zeros else 1
    few = sorted(sizes)[-20:]
    sums = {sum(few)}.union(*((one + other, other - one) for one, other in combinations(few, 2)))
    made = {one for one in sums if most is None or one <= most}
    return value in told or any(abs(one - value) < slack for one in {*made, *told})


def clash(headline: Headline, number: Number, other: Elsewhere | None) -> Clash:
    """What is said of a number that the article does not have; `other` is the one that it has."""
    quote = headline.text[number.start : number.end]
    return Clash(
        number.start,
        number.end,
        f"The {headline.key} says {quote}, a number that neither the body nor the record has.",
        (other,) if other else (),
    )
