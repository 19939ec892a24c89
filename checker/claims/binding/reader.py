"""Reads the mentions of trials in a sentence: by number, by name, by "the trial", "another study", "the Dutch one"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.binding.mentions import Mention, settled
from checker.claims.binding.named_studies import Names
from checker.claims.binding.study_openings import OPENINGS, abroad
from checker.claims.binding.study_phrases import Phrases
from checker.claims.binding.study_words import NOUNS
from checker.claims.binding.worded import Words
from checker.claims.countries import countries

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from checker.claims.binding.cast import Cast
    from checker.claims.tokens import Token

MANY = 60
"""Names of which each sentence is searched; of a text with more, each sentence is read again instead."""


class Reader:
    """Reads the mentions of sentences against one cast."""

    def __init__(self, cast: Cast, abbreviated: frozenset[str]) -> None:
        self.cast = cast
        self.names = Names(cast, abbreviated)
        self.phrases = Phrases(cast, self.names)

    def read(self, words: Words, numbers: Sequence[tuple[int, int, str]]) -> list[Mention]:
        """The mentions of a sentence in order; `numbers` are its registration numbers with their offsets."""
        text = words.text
        found: list[Mention] = []
        if numbers:
            found += [Mention(start, end, "trial", (self.cast.label_of(number),)) for start, end, number in numbers]
            words = Words(text, _outside(words.read, numbers))
        found += self.names.find(words)
        if words.cues:
            found += self.phrases.find(words)
        if self.cast.several:
            found += self._terms(words)
        if text[:3] in OPENINGS and not any(mention.what in {"trial", "same"} for mention in found):
            found += abroad(text, self.cast)
        self.phrases.modifiers.passed.append(words)
        return settled(found, text) if found else found

    def reads_otherwise(self, words: Words, names: Collection[str]) -> bool:
        """Whether a sentence that has been read may be read otherwise now that the whole text has.

        `names` are those that the text itself gave its trials, or other studies, bare; what else was learned is the
        cast's and the reader's own.
        """
        if len(names) > MANY or words.text in self.phrases.modifiers.surprised:
            return True
        if names and any(name in words.bare for name in names):
            return True
        lower, echoes = words.lower, self.cast.echoes
        if lower & self.cast.shared:
            return True
        if not lower & NOUNS:
            return False
        return bool(lower & echoes) or any("-" in word and _any_of(word, self.cast.learned) for word in words.joined)

    def _terms(self, words: Words) -> Iterator[Mention]:
        """The words of a sentence that only one record has."""
        text, read = words.text, words.read
        if text.startswith("In ") and self.cast.countries:
            place = next(iter(countries(text[3:60])), None)
            if place and place.start in {0, 4} and (owner := self.cast.countries.get(place.name)):
                yield Mention(0, 3 + place.end, "term", (owner,), rank=1)
        for journal, label in self.cast.journals.items():
            at = text.find(journal)
            if at >= 0:
                yield Mention(at, at + len(journal), "term", (label,))
        telling = words.lower & self.cast.telling
        for index, token in enumerate(read) if telling or words.demonyms else ():
            if index in words.demonyms:
                owner = self.cast.countries.get(words.demonyms[index])
                opens = index == 0 or text[read[index - 1].end : token.start].strip() or read[index - 1].lower == "the"
                if owner and opens:
                    yield Mention(token.start, token.end, "term", (owner,), rank=1)
            elif token.lower in telling:
                owner = self.cast.things.get(token.lower)
                if owner is None and token.capital:
                    owner = self.cast.sponsors.get(token.lower)
                if owner:
                    yield Mention(token.start, token.end, "term", (owner,))


def _any_of(word: str, learned: Mapping[str, str]) -> bool:
    return any(part in learned for part in word.split("-"))


def _outside(read: Iterable[Token], numbers: Sequence[tuple[int, int, str]]) -> list[Token]:
    """The words that are not part of a registration number; both come in order."""
    rest = []
    index, last = 0, len(numbers)
    for token in read:
        while index < last and numbers[index][1] <= token.start:
            index += 1
        if index == last or token.end <= numbers[index][0]:
            rest.append(token)
    return rest
