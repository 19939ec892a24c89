"""A sentence's words, and what is asked of them for each article again: each answer is worked out once a text."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from checker.claims.demonyms import DEMONYMS
from checker.claims.repeated import once_a_text
from checker.claims.study_words import CUES, NUMBERS, OPENERS, TITLING
from checker.claims.tokens import JOINTS, bare, tokens, unpossessed
from checker.claims.vocabulary import PEOPLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.tokens import Token


class Words:
    """The words of a text, or some of them: `lower` are those in lower case.

    Places are indices into `read`.
    """

    def __init__(self, text: str, read: list[Token]) -> None:
        self.text = text
        self.read = read
        self.lower = frozenset([token.lower for token in read])

    @cached_property
    def joined(self) -> dict[str, tuple[str, str]]:
        """Words in lower case of several parts, with them run together, all and without the last: "open-label"."""
        if not any(joint in self.text for joint in JOINTS):
            return {}
        return {word: (bare(word), bare(word.rpartition("-")[0])) for word in self.lower if not word.isalnum()}

    @cached_property
    def bare(self) -> str:
        """The text without case, spaces and signs."""
        return bare(self.text)

    @cached_property
    def capitals(self) -> frozenset[int]:
        """The places of words that begin with a capital."""
        return frozenset([index for index, token in enumerate(self.read) if token.capital])

    @cached_property
    def spelt(self) -> frozenset[int]:
        """The places of words with a capital that are not spelt like any other name, or that are said to be names."""
        read = self.read
        return frozenset(
            [
                index
                for index in self.capitals
                if not read[index].text[1:].islower() or (index and read[index - 1].lower in TITLING)
            ]
        )

    @cached_property
    def is_shouted(self) -> bool:
        """Whether all is in capitals."""
        return len(self.read) > 3 and self.text.isupper()

    @cached_property
    def cues(self) -> Sequence[int]:
        """The places of words at which a phrase about studies may stand."""
        text, read = self.text, self.read
        if self.lower.isdisjoint(CUES) and self.lower.isdisjoint(OPENERS) and "phase-" not in text.lower():
            return ()
        return [
            index
            for index, token in enumerate(read)
            if token.lower in CUES
            or token.lower[:6] == "phase-"
            or (
                token.lower in OPENERS
                and (not index or ((gap := text[read[index - 1].end : token.start]) != " " and gap.strip()))
            )
        ]

    @cached_property
    def demonyms(self) -> dict[int, str]:
        """The countries whose people or things words speak of, by their places: "Dutch"."""
        named = ((index, DEMONYMS.get(unpossessed(self.read[index].text))) for index in self.capitals)
        return {index: country for index, country in named if country}

    @cached_property
    def figures(self) -> frozenset[str]:
        """The words that are not of letters only, without commas: "1,204" is 1204."""
        return frozenset([token.text.replace(",", "") for token in self.read if not token.lower.isalpha()])

    @cached_property
    def counts_people(self) -> bool:
        """Whether a number stands before people."""
        read = self.read
        return not self.lower.isdisjoint(PEOPLE) and any(
            (token.text[0].isdigit() or token.lower in NUMBERS)
            and any(each.lower in PEOPLE for each in read[index + 1 : index + 4])
            for index, token in enumerate(read)
        )


@once_a_text
def words_of(text: str) -> Words:
    """The words of a text."""
    return Words(text, tokens(text))
