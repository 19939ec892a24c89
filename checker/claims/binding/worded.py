"""A sentence's words, and what is asked of them for each article again: each answer is worked out once a text."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from checker.claims.binding.study_words import CUES, NUMBERS, OPENERS, ORDINALS, TITLING
from checker.claims.demonyms import DEMONYMS
from checker.claims.repeated import once_a_text
from checker.claims.tokens import JOINTS, bare, tokens, unpossessed
from checker.claims.vocabulary import PEOPLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.claims.tokens import Token


class Words:
    """The words of a text, or some of them: `lower` are those in lower case.

    Places are indices into `read`.
    """

    def __init__(self, text: str, read: list[Token]) -> None:
        self.text = text
        self.read = read
        self.lower = frozenset([token.lower for token in read])
        self.cues = _cues(text, read, self.lower)
        """The places of words at which a phrase about studies may stand."""
        self.spelt = frozenset(
            [
                index
                for index, token in enumerate(read)
                if token.capital
                and not (token.text[1:].islower() and (not index or read[index - 1].lower not in TITLING))
            ]
        )
        """The places of words with a capital that are not spelt like any other name, or that are said to be names."""
        self.joined = {} if JOINTS.isdisjoint(text[:-1]) else _joined(self.lower)
        """Words in lower case of several parts, with them run together, all and without the last: "open-label"."""

    @cached_property
    def bare(self) -> str:
        """The text without case, spaces and signs."""
        return bare(self.text)

    @cached_property
    def capitals(self) -> frozenset[int]:
        """The places of words that begin with a capital."""
        return frozenset([index for index, token in enumerate(self.read) if token.capital])

    @cached_property
    def is_shouted(self) -> bool:
        """Whether all is in capitals."""
        return len(self.read) > 3 and self.text.isupper()

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


def _cues(text: str, read: Sequence[Token], lower: frozenset[str]) -> Sequence[int]:
    if not lower & BEGINNINGS and "hase-" not in text and "HASE-" not in text:
        return ()
    return [
        index
        for index, token in enumerate(read)
        if token.lower in CUES
        or token.lower[:6] == "phase-"
        or (token.lower in OPENERS and (not index or _is_apart(text[read[index - 1].end : token.start])))
        or (token.lower == "the" and index and read[index - 1].lower == "and" and _counts(read[index + 1 : index + 2]))
    ]


BEGINNINGS = CUES | OPENERS


def _counts(following: Sequence[Token]) -> bool:
    """Whether the word after "the" is "second" or the like."""
    return any(token.lower in ORDINALS for token in following)


def _is_apart(gap: str) -> bool:
    """Whether more than white space stands between two words."""
    return gap != " " and bool(gap.strip())


def _joined(lower: Iterable[str]) -> dict[str, tuple[str, str]]:
    return {word: (bare(word), bare(word.rpartition("-")[0])) for word in lower if not word.isalnum()}
