"""One sentence, read once for all kinds of claims: its numbers, dates, phases, countries and registration numbers."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from checker.claims.countries import countries
from checker.claims.numbers import numbers
from checker.claims.phases import phases
from checker.claims.repeated import once_a_text
from checker.claims.tables import heads_of
from checker.claims.when import dates

if TYPE_CHECKING:
    from checker.article import Article
    from checker.claims.countries import Country
    from checker.claims.grammar import Held
    from checker.claims.numbers import Number
    from checker.claims.phases import Phase
    from checker.claims.sentences import Sentence

NO_HEADS = ("", "")
COUNT, DATE = "#", "@"
"""What stands in a shape for each code point of a count, and of a date."""


class Words:
    """The words of a sentence, wherever it stands, and what is made of them.

    `shape` is the text in lower case, equal in length, with every count that may count things replaced by `#` and
    every date by `@`: patterns are written against it, and offsets stay true.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        lower = text.lower()
        self.lower = lower if len(lower) == len(text) else "".join(c.lower()[:1] or c for c in text)
        """The text in lower case, equal in length to the text."""
        self.numbers = numbers(text)
        self.dates = dates(text)
        self.shape = self._shape()
        self.held: Held | None = None
        """The triggers of patterns that the text holds, once a pattern has been looked for."""

    @cached_property
    def phases(self) -> list[Phase]:
        return phases(self.text)

    @cached_property
    def countries(self) -> list[Country]:
        return countries(self.text)

    def _shape(self) -> str:
        if not (self.numbers or self.dates):
            return self.lower
        shape = list(self.lower)
        for number in self.numbers:
            if number.is_count:
                shape[number.start : number.end] = COUNT * (number.end - number.start)
        for when in self.dates:
            shape[when.start : when.end] = DATE * (when.end - when.start)
        return "".join(shape)


@once_a_text
def words_of(text: str) -> Words:
    """The words of a text, remembered with all that has been made of them."""
    return Words(text)


class Said:
    """A sentence, its `words`, and where it stands. `article` gives what a kind may need to know: records, headings.

    `lower`, `shape`, `numbers` and `dates` are those of its words.
    """

    def __init__(self, sentence: Sentence, article: Article, *, block: int = 0, index: int = 0) -> None:
        self._sentence = sentence
        self._article = article
        self._block = block
        self._index = index
        self.text = sentence.text
        self.words = words = words_of(sentence.text)
        self.lower, self.shape = words.lower, words.shape
        self.numbers, self.dates = words.numbers, words.dates
        self.block_kind = sentence.block.kind
        self.heads = heads_of(article, sentence.block) if self.block_kind == "cell" else NO_HEADS
        """What the first cells of its row and of its column say, if it stands in a table (see `tables.heads_of`)."""
        self.looked_around = False
        """Whether more was asked for than the words of the sentence, the kind of its block and its heads."""

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

    @property
    def phases(self) -> list[Phase]:
        return self.words.phases

    @property
    def countries(self) -> list[Country]:
        return self.words.countries

    def count_at(self, start: int) -> Number | None:
        """The count that begins at an offset, as a pattern found it."""
        return next((number for number in self.numbers if number.start == start and number.is_count), None)
