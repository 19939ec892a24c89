"""One sentence, read once for all kinds of claims: its numbers, dates, phases, countries and registration numbers."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from checker.claims.countries import countries
from checker.claims.numbers import numbers
from checker.claims.phases import phases
from checker.claims.when import dates

if TYPE_CHECKING:
    from checker.article import Article
    from checker.claims.countries import Country
    from checker.claims.grammar import Held
    from checker.claims.numbers import Number
    from checker.claims.phases import Phase
    from checker.claims.sentences import Sentence

COUNT, DATE = "#", "@"
"""What stands in a shape for each code point of a count, and of a date."""


class Said:
    """A sentence and what it is made of. `article` gives what a kind may need to know: records, names, headings.

    `shape` is the sentence in lower case, equal in length, with every count that may count things replaced by `#` and
    every date by `@`: patterns are written against it, and offsets stay true.
    """

    def __init__(self, sentence: Sentence, article: Article, *, block: int = 0, index: int = 0) -> None:
        self._sentence = sentence
        self._article = article
        self._block = block
        self._index = index
        self.text = sentence.text
        self.block_kind = sentence.block.kind
        self.looked_around = False
        """Whether more was asked for than the words of the sentence and the kind of its block."""
        self.held: Held | None = None
        """The triggers of patterns that the sentence holds, once a pattern has been looked for."""

    @property
    def sentence(self) -> Sentence:
        self.looked_around = True
        return self._sentence

    @property
    def article(self) -> Article:
        self.looked_around = True
        return self._article

    @property
    def block(self) -> int:
        """The index of its block among those of prose."""
        self.looked_around = True
        return self._block

    @property
    def index(self) -> int:
        """Its index among the sentences of prose."""
        self.looked_around = True
        return self._index

    @cached_property
    def numbers(self) -> list[Number]:
        return numbers(self.text)

    @cached_property
    def phases(self) -> list[Phase]:
        return phases(self.text)

    @cached_property
    def countries(self) -> list[Country]:
        return countries(self.text)

    @cached_property
    def lower(self) -> str:
        """The text in lower case, equal in length to the text."""
        lower = self.text.lower()
        return lower if len(lower) == len(self.text) else "".join(c.lower()[:1] or c for c in self.text)

    @cached_property
    def shape(self) -> str:
        shape = list(self.lower)
        for number in self.numbers:
            if number.is_count:
                shape[number.start : number.end] = COUNT * (number.end - number.start)
        for when in self.dates:
            shape[when.start : when.end] = DATE * (when.end - when.start)
        return "".join(shape)

    @cached_property
    def dates(self) -> list[When]:
        return dates(self.text)

    def count_at(self, start: int) -> Number | None:
        """The count that begins at an offset, as a pattern found it."""
        return next((number for number in self.numbers if number.start == start and number.is_count), None)


if TYPE_CHECKING:
    from checker.claims.when import When
