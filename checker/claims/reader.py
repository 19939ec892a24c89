"""Reads the mentions of trials in a sentence: by number, by name, by "the trial", "another study", "the Dutch one"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.countries import countries
from checker.claims.demonyms import DEMONYMS
from checker.claims.mentions import Mention, settled
from checker.claims.named_studies import Names
from checker.claims.study_openings import OPENINGS, abroad
from checker.claims.study_phrases import NOUNS, Phrases
from checker.claims.tokens import bare, unpossessed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from checker.claims.cast import Cast
    from checker.claims.tokens import Token


class Reader:
    """Reads the mentions of sentences against one cast."""

    def __init__(self, cast: Cast, abbreviated: frozenset[str]) -> None:
        self.cast = cast
        self.names = Names(cast, abbreviated)
        self.phrases = Phrases(cast, self.names)

    def read(self, text: str, words: list[Token], numbers: Sequence[tuple[int, int, str]]) -> list[Mention]:
        """The mentions of a sentence in order; `numbers` are its registration numbers with their offsets, `words`
        its words."""
        found = [Mention(start, end, "trial", (self.cast.label_of(number),)) for start, end, number in numbers]
        read = list(_outside(words, numbers)) if numbers else words
        found += self.names.find(text, read)
        found += self.phrases.find(text, read)
        found += self._terms(text, read)
        if text.startswith(OPENINGS) and not any(mention.what in {"trial", "same"} for mention in found):
            found += abroad(text, self.cast)
        self.phrases.modifiers.passed(words)
        return settled(found, text)

    def reads_otherwise(self, text: str, words: Sequence[Token], names: Iterable[str]) -> bool:
        """Whether a sentence that has been read may be read otherwise now that the whole text has.

        `names` are those that the text itself gave its trials, bare; what else was learned is the cast's and the
        reader's own.
        """
        if text in self.phrases.modifiers.surprised:
            return True
        met = self.names.strangers.union(self.names.titled, names)
        if met:
            written = bare(text)
            if any(name in written for name in met):
                return True
        cast = self.cast
        if not cast.learned:
            return False
        lowered = {token.lower for token in words}
        if not cast.places.keys().isdisjoint(lowered):
            return True
        return not NOUNS.isdisjoint(lowered) and any(
            word in cast.learned or f"{word}s" in cast.learned or ("-" in word and _any_of(word, cast.learned))
            for word in lowered
        )

    def _terms(self, text: str, read: list[Token]) -> Iterator[Mention]:
        """The words of a sentence that only one record has."""
        if len(self.cast.labels) < 2:
            return
        if text.startswith("In ") and self.cast.countries:
            place = next(iter(countries(text[3:60])), None)
            if place and place.start in {0, 4} and (owner := self.cast.countries.get(place.name)):
                yield Mention(0, 3 + place.end, "term", (owner,), rank=1)
        for journal, label in self.cast.journals.items():
            at = text.find(journal)
            if at >= 0:
                yield Mention(at, at + len(journal), "term", (label,))
        things = self.cast.things
        for index, token in enumerate(read):
            capital = token.capital
            country = DEMONYMS.get(unpossessed(token.text)) if capital else None
            if country:
                owner = self.cast.countries.get(country)
                opens = index == 0 or text[read[index - 1].end : token.start].strip() or read[index - 1].lower == "the"
                if owner and opens:
                    yield Mention(token.start, token.end, "term", (owner,), rank=1)
                continue
            owner = things.get(token.lower)
            if owner is None and capital:
                owner = self.cast.sponsors.get(token.lower) or self.cast.places.get(token.lower)
            if owner:
                yield Mention(token.start, token.end, "term", (owner,))


def _any_of(word: str, learned: Mapping[str, str]) -> bool:
    return any(part in learned for part in word.split("-"))


def _outside(read: Iterable[Token], numbers: Sequence[tuple[int, int, str]]) -> Iterator[Token]:
    """The words that are not part of a registration number; both come in order."""
    index = 0
    for token in read:
        while index < len(numbers) and numbers[index][1] <= token.start:
            index += 1
        if index == len(numbers) or token.end <= numbers[index][0]:
            yield token
