"""Reads the names of studies in a sentence: those of the article's trials, and those of studies without a record."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.claims.binding.cast import NUMERALS, PLUS
from checker.claims.binding.mentions import Mention, opens_clause
from checker.claims.binding.study_names import ABBREVIATIONS, looks_named
from checker.claims.binding.study_words import (
    ACTS,
    COPULAS,
    NAMED_ACTS,
    PRODUCTS,
    STRANGERS_FOLLOW,
    STUDIES,
    STUDY,
    TITLING,
    count_of,
)
from checker.claims.countries import countries
from checker.claims.demonyms import DEMONYMS
from checker.claims.tokens import bare, tokens, unpossessed
from checker.claims.vocabulary import PEOPLE, words
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.binding.cast import Cast
    from checker.claims.binding.worded import Words
    from checker.claims.tokens import Token


ARTICLES = words("a an the one two three both another identical")
DESIGNING = words(
    "clinical pivotal phase phase-2 phase-3 i ii iii iv 1b 2a 2b 3b iia iib ib iiib extension randomized randomised "
    "core"
)
"""What may stand between the name of a trial and "trial"."""
CLOSING = frozenset(".,;:)")
TOGETHER = ACTS | COPULAS | words("results data findings pooled analyses did met both each also")
"""What follows the numbers of trials that share a name, and no count of people: "PRIMROSE 1 and 2 showed"."""
PAIRS = frozenset({"I/II", "1/2", "I/II/III", "1/2/3", "II/III", "2/3"})
"""The numbers of trials that share a name: "the PRIMROSE I/II trials"."""
ROMAN = frozenset({"I", "II", "III", "IV", "V", "VI"})
FIRSTS = frozenset({"1", "i", "one"})
"""Numbers that tell the first trial of a name, which may have the name alone."""


class Names:
    """Reads the names of studies against one cast."""

    def __init__(self, cast: Cast, abbreviated: frozenset[str]) -> None:
        self.cast = cast
        self.abbreviated = abbreviated
        """What the article explains as short for something else, in lower case."""
        self.strangers: set[str] = set()
        """Bare names of studies that the article speaks of and has no record of."""
        self.titled: set[str] = set()
        """Those that are written with one capital, like any name."""

    def strangers_in(self, text: str) -> list[str]:
        """The names in a text that were taken for those of studies without a record."""
        words = (unpossessed(token.text) for token in tokens(text))
        return [word for word in words if bare(word) in self.strangers or bare(word) in self.titled]

    def forget(self, name: str) -> None:
        """Takes a name back: it is a trial's of the article."""
        self.strangers.discard(bare(name))
        self.titled.discard(bare(name))

    def knows(self, token: Token) -> bool:
        """Whether a word is the name of a study, the article's or another."""
        plain = bare(unpossessed(token.text))
        return looks_named(unpossessed(token.text)) and (plain in self.cast.names or plain in self.strangers)

    def find(self, words: Words) -> Iterator[Mention]:
        """The names of studies among the words of a sentence, in order."""
        names, beginnings = self.cast.names, self.cast.beginnings
        beginning = words.lower & beginnings
        beginning |= {word for word, (whole, stem) in words.joined.items() if whole in beginnings or stem in names}
        capitals = words.capitals if self.titled else words.spelt
        if not beginning and not capitals:
            return
        text, read = words.text, words.read
        shouted = words.is_shouted
        following = 0
        for index, token in enumerate(read):
            begins = token.lower in beginning
            strange = index in capitals and not shouted
            if index < following or not (begins or strange):
                continue
            step = 1
            series = self._series(text, read, index) if begins and token.capital else None
            if series:
                yield series[0]
                following = index + series[1]
                continue
            for size in (4, 3, 2, 1) if begins else ():
                group = read[index : index + size]
                if len(group) < size or not _adjacent(text, group):
                    continue
                plain = bare("".join([*(t.text for t in group[:-1]), unpossessed(group[-1].text)]))
                known = names.get(plain)
                if known is None and size == 1 and "-" in group[0].text:
                    head, _, tail = group[0].text.rpartition("-")
                    known = names.get(bare(head)) if tail.islower() else None
                if known and text.startswith(PLUS, group[-1].end) and not known[0].endswith(PLUS):
                    own = self.cast.extended.get(plain)
                    labels = (own,) if own else ()
                    yield Mention(group[0].start, group[-1].end + 1, "trial" if own else "other", labels)
                    step = size
                    break
                if known and self.cast.several and _is_arm(words, group[-1], read[index + size : index + size + 1]):
                    step = size
                    break
                if known and _written_as(text[group[0].start : group[-1].end], known[0], first=index == 0):
                    yield Mention(group[0].start, group[-1].end, "trial", (known[1],))
                    step = size
                    break
                if known is None and size > 1 and self._is_numbered_sibling(text, group):
                    yield Mention(group[0].start, group[-1].end, "other")
                    step = size
                    break
            else:
                if strange and self._is_stranger(text, read, index):
                    yield Mention(token.start, token.end, "other")
            following = index + step

    def _series(self, text: str, read: list[Token], index: int) -> tuple[Mention, int] | None:
        """Trials that share a name and differ in its number, and the words that name them.

        "The PRIMROSE 1 and 2 trials", "PRIMROSE I/II", "the PRIMROSE studies".
        """
        word = unpossessed(read[index].text)
        stem, own = self.cast.numbered.get(bare(word), ("", ""))
        if not own:
            stem, own = bare(word), ""
        if stem not in self.cast.numbered_stems or not looks_named(word):
            return None
        numbers, last = _numerals(text, read, index + 1)
        noun = next((t.lower for t in read[last + 1 :][:4] if t.lower not in DESIGNING), "")
        numbers = [own, *numbers] if own else numbers
        together = noun in STUDIES or any(number.isalpha() for number in numbers)
        if len(numbers) > 1 and not together:
            behind = text[read[last].end : read[last].end + 1]
            own_names = all(stem + number in self.cast.names for number in numbers)
            together = own_names and (behind in CLOSING or noun in TOGETHER)
        if len(numbers) == 1 or (numbers and not together):
            return None
        if not numbers and (noun not in STUDIES or text[read[index].end : read[index].end + 1] != " "):
            return None
        labels = [known[1] for number in numbers if (known := self.cast.names.get(stem + number))]
        labels = list(dict.fromkeys(labels or self.cast.series[stem]))
        whole = len(labels) > 1 and (not numbers or len(labels) == len(numbers))
        return Mention(read[index].start, read[last].end, "all" if whole else "others", tuple(labels)), last - index + 1

    def _is_numbered_sibling(self, text: str, group: list[Token]) -> bool:
        """Whether words are a record's name but for the number at their end: "PRIMROSE 2" beside "PRIMROSE 1".

        Beside a record that is called "PRIMROSE", the one with the number must be told from a count.
        """
        last, stem = group[-1].text, bare("".join(token.text for token in group[:-1]))
        if not (
            (last.isdecimal() and len(last) < 3) or last in ROMAN or (last[0].isupper() and last.upper() in NUMERALS)
        ):
            return False
        if stem in self.cast.names and not _ends_name().match(text, group[-1].end):
            return False  # "In PRIMROSE 2 people left"
        known = stem in self.cast.numbered_stems or (stem in self.cast.names and bare(last) not in FIRSTS)
        return known and self.cast.is_sibling(text[group[0].start : group[-1].end])

    def _is_stranger(self, text: str, read: list[Token], index: int) -> bool:
        """Whether a word is the name of a study that has no record."""
        token = read[index]
        word = unpossessed(token.text)
        plain = bare(word)
        if word[1:].islower():
            return self._is_titled_name(text, read, index)
        if plain in self.strangers:
            before = read[index - 1].lower if index else ""
            return (looks_named(word) or _code().fullmatch(word) is not None) and (
                before in STRANGERS_FOLLOW or opens_clause(text, token.start) or self._framed(text, read, index)
            )
        if "/" in word and any(part in DEMONYMS for part in word.split("/")):
            return False  # "the US/Australian trial"
        coded = _code().fullmatch(word) is not None and self._heads_study(text, read, index)
        if len(plain) < 4 or not (looks_named(word) or coded):
            return False
        if word.casefold() in self.cast.record_words:
            return False
        if not self.cast.is_sibling(word) and (
            self._belongs(word, heads=self._heads_study(text, read, index)) or not self._framed(text, read, index)
        ):
            return False
        self.strangers.add(plain)
        return True

    def _is_titled_name(self, text: str, read: list[Token], index: int) -> bool:
        """Whether a word with one capital is named as a study: "the first trial, Tern,", "a study called Tern"."""
        token = read[index]
        if not self.titled and not (index and read[index - 1].lower in TITLING):
            return False
        plain = bare(unpossessed(token.text))
        if plain in self.titled:
            return True
        if not index or len(plain) < 4 or plain in self.cast.record_words or plain in self.cast.names:
            return False
        before = read[index - 1].lower
        gap = text[read[index - 1].end : token.start]
        nouns = any(t.lower in STUDY for t in read[max(0, index - 6) : index])
        named = before in {"called", "named", "dubbed", "nicknamed"} and gap == " " and nouns
        apposed = before in STUDY and gap in {", ", " ("} and text[token.end : token.end + 1] in {",", ")", ";"}
        if (named or apposed) and token.text not in DEMONYMS and not next(iter(countries(token.text)), None):
            self.titled.add(plain)
            return True
        return False

    def _belongs(self, word: str, *, heads: bool) -> bool:
        """Whether a word that looks like a name is of the records: a drug's code, a sponsor, an abbreviation.

        Before "trial", where it `heads` it, and beside records that all have names, a word of their titles makes none
        of it: "the HEART-MATE trial" is another one on hearts.
        """
        lower = word.casefold()
        known = self.cast.words_of_names if heads and self.cast.words_of_names else self.cast.record_words
        parts = [part for part in re.split(r"[-–/.]", lower) if part]
        if (
            word in ABBREVIATIONS
            or lower in self.abbreviated
            or lower in self.cast.record_words
            or any(part in known for part in parts if len(part) > 3)
        ):
            return True
        return len(lower) <= 5 and lower in self.cast.record_initials

    def _framed(self, text: str, read: list[Token], index: int) -> bool:
        """Whether the words around a name say that it is a study's."""
        token = read[index]
        following = read[index + 1 : index + 10]
        before = [t.lower for t in read[max(0, index - 8) : index]]
        long_name = len(bare(token.text)) >= 4
        if self._heads_study(text, read, index) or (
            before[-2:-1] == ["phase"] and PAIRS & {t.text for t in following[:1]}
        ):
            return True
        if not long_name:
            return False
        if (before and before[-1] in {"called", "named", "dubbed", "nicknamed"}) or before[-2:] == ["known", "as"]:
            named = next((word for word in reversed(before) if word in STUDY | STUDIES | PRODUCTS - STUDY), "")
            return named in STUDY or named in STUDIES
        if self._listed(text, read, index) or self._is_sample(text, read, index):
            return True
        if not following:
            return False
        gap = text[token.end : following[0].start]
        if gap.strip() == "," and before and before[-1] == "in" and opens_clause(text, read[index - 1].start):
            return len(bare(token.text)) > 4
        if [t.lower for t in following[:2]] in (["is", "recruiting"], ["is", "enrolling"]):
            return opens_clause(text, token.start)
        predicate = following[0].lower in COPULAS and {t.lower for t in following[1:2]} <= ARTICLES
        if predicate and any(t.lower in STUDY or t.lower in STUDIES for t in following[2:]):
            return "," not in gap
        if gap.strip() == "," and following[0].lower in {"by", "however", "in", "meanwhile", "too"}:
            aside = text.find(",", following[0].end, following[0].end + 16)
            rest = [t for t in following if t.start > aside]
            if aside > 0 and rest and rest[0].lower in NAMED_ACTS:
                return True
        if gap.strip() == ",":
            if following[0].lower in {"a", "an", "the", "another"}:
                return (
                    any(t.lower in STUDY for t in following[1:8])
                    and "," not in text[following[0].start : _first_study(following)]
                )
            if following[0].lower in {"with", "in", "which", "where", "whose", "had", "has"}:
                stretch = text[following[0].start : following[-1].end]
                return any(char.isdigit() for char in stretch) or any(t.lower in PEOPLE for t in following[:6])
            return following[0].lower in NAMED_ACTS
        if gap.strip() == "(" or gap.strip() == ":":
            return bool(_bracketed_then().match(text, token.end))
        if following[0].lower in {"has", "had", "will"}:
            following = following[1:]
        return (
            bool(following)
            and following[0].lower in NAMED_ACTS
            and any(t.lower in PEOPLE or count_of(t.lower) or t.lower.isdecimal() for t in following[1:7])
        )

    def _heads_study(self, text: str, read: list[Token], index: int) -> bool:
        """Whether a name stands before "trial": "the HALCYON trial", "the HALCYON phase 2 clinical trial"."""
        end = read[index].end
        numbered = False
        before = read[index - 1].lower if index else ""
        if text.startswith(") ", end) and text.startswith("(", read[index].start - 1):
            if before in DESIGNING or before.endswith(("-stage", "-arm", "-controlled", "-dose", "-label", "-blind")):
                return False  # "a multi-arm, multi-stage (MAMS) trial"
            end += 1  # "the Rapid Intervention (RIPPLE-2) trial"
        for token in read[index + 1 : index + 6]:
            if not text[end : token.start].isspace():
                return False
            if token.lower in STUDY or (token.lower in STUDIES and numbered):
                return True
            if token.text in PAIRS:
                numbered = True
            elif token.lower not in DESIGNING and not token.text[0].isdigit():
                return False
            end = token.end
        return False

    def _is_sample(self, text: str, read: list[Token], index: int) -> bool:
        """Whether a name has a sample that is larger than any of the records': "SMART (n=15,802)"."""
        for ahead in range(index + 1, min(len(read) - 1, index + 5)):
            if read[ahead].lower == "n" and text[read[ahead].end : read[ahead + 1].start].strip() == "=":
                size = read[ahead + 1].text
                more = text[read[ahead + 1].end : read[ahead + 1].end + 4]
                digits = size + (more[1:] if more[:1] in {",", "\u00a0", "\u202f"} and more[1:].isdecimal() else "")
                return digits.isdecimal() and bool(self.cast.largest) and int(digits) > self.cast.largest
        return False

    def _listed(self, text: str, read: list[Token], index: int) -> bool:
        """Whether a name stands beside "trials", or beside another name with which it is said to make trials."""
        for back in range(index - 1, max(-1, index - 5), -1):
            gap = text[read[back].end : read[back + 1].start]
            if read[back].lower in STUDY or read[back].lower in STUDIES:
                # "In this trial, Northwick's drug" names no trial.
                owns = gap.strip() == "," and read[index].text.endswith(("'s", "’s"))
                return gap.strip() in {",", "(", ":", "–", "—", ""} and bool(gap) and not owns
            if not (read[back].lower in {"and", "or"} or looks_named(unpossessed(read[back].text))):
                break
        joined = False
        for ahead in range(index + 1, min(len(read), index + 6)):
            if read[ahead].lower in STUDIES:
                return joined
            if not (read[ahead].lower in {"and", "or"} or looks_named(unpossessed(read[ahead].text))):
                break
            joined = True
        stretch = read[ahead : ahead + 10] if joined else []
        return bool(stretch) and stretch[0].lower in COPULAS and any(t.lower in STUDIES for t in stretch)


@cache
def _bracketed_then() -> re.Pattern[str]:
    """What says of a name that it is a study's behind what it tested: "RIPPLE (vexamab) did not meet its endpoint"."""
    return pattern(
        r" \([a-z][^()]{0,40}\) (?:did not meet|failed to meet|met|missed) (?:its|the) (?:primary |main |co-primary )?"
        r"(?:end ?points?|outcomes?|goals?|objectives?)\b"
    )


@cache
def _code() -> re.Pattern[str]:
    """Names of trials and drugs that are a few letters and a number: "RV144"."""
    return pattern(r"[A-Z]{2,5}-?[0-9]{2,5}")


@cache
def _ends_name() -> re.Pattern[str]:
    """What follows the number that a name ends on, and no count of people: "PRIMROSE 2, a", "PRIMROSE 2 trial"."""
    return pattern(rf"[,;:)]| (?:\(|{'|'.join(sorted(STUDY | COPULAS | ACTS))})\b|\.?$")


def _first_study(following: list[Token]) -> int:
    return next((token.start for token in following if token.lower in STUDY), following[-1].end)


def _is_arm(words: Words, last: Token, following: list[Token]) -> bool:
    """Whether a name is that of an arm, which is set against another: "HALCYON-treated children and six on placebo"."""
    if words.lower.isdisjoint(AGAINST):
        return False
    treated = last.text.endswith("-treated") or (bool(following) and following[0].lower in ARMS)
    return treated or bool(_against().match(words.text, last.end))


@cache
def _against() -> re.Pattern[str]:
    """What follows an arm that is set against another: "in both HALCYON (n = 24) and placebo participants"."""
    return pattern(r"(?: \([^()]{1,40}\))? (?:and|or|versus|vs\.?|than) (?:the )?(?:placebo|controls?|sham)\b")


ARMS = frozenset({"group", "arm"})
AGAINST = frozenset({"placebo", "control", "controls", "sham", "versus", "vs"})


def _adjacent(text: str, group: list[Token]) -> bool:
    return all(text[left.end : right.start] in {" ", "-", " & ", "&", "+", "\u00a0"} for left, right in pairwise(group))


def _written_as(written: str, name: str, *, first: bool) -> bool:
    """Whether a word may be a name that is also a common word: by its capitals."""
    written = unpossessed(written)
    if written == name or any(char.isdigit() for char in name):
        return True
    if written.islower():
        return False
    if sum(char.isupper() for char in written) > 1:
        return True
    return not first


def _numerals(text: str, read: list[Token], index: int) -> tuple[list[str], int]:
    """The numbers in a row from a word on, bare, and the place of the last one: "I and II", "1/2", "1, 2 and 3"."""
    found: list[str] = []
    last = index - 1
    for place, token in enumerate(read[index : index + 6], index):
        gap = text[read[place - 1].end : token.start]
        if token.lower in {"and", "or"} and found and gap in {" ", ", "}:
            continue
        parts = token.text.replace("–", "/").split("/")
        roman = parts[0] in ROMAN if not found else found[0].isalpha()
        if not all(part in ROMAN if roman else part.isdecimal() and len(part) < 3 for part in parts):
            break
        if gap.strip(" -,/") or text[token.end : token.end + 1] == "%":
            break
        found += [bare(part) for part in parts]
        last = place
        if len(found) > 1 and read[place - 1].lower in {"and", "or"}:
            break  # "In PRIMROSE 1 and 2, 12 people"
    return found, last
