"""Reads the mentions of trials in a sentence: by number, by name, by "the trial", "another study", "the Dutch one"."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.claims.cast import CONTRASTS
from checker.claims.countries import countries
from checker.claims.demonyms import DEMONYMS
from checker.claims.mentions import Mention, What, opens_clause, settled
from checker.claims.study_names import ABBREVIATIONS, DEMONYM_WORDS, is_generic, looks_named
from checker.claims.study_words import (
    ACTS,
    ANIMALS,
    COPULAS,
    DETERMINERS,
    LARGER,
    LINKS,
    NAMED_ACTS,
    NEXT,
    NUMBERS,
    OLDER,
    ORDINALS,
    OTHER,
    OWN,
    PICKING,
    PRODUCTS,
    REVIEW,
    SMALLER,
    STRANGERS_FOLLOW,
    STUDIES,
    STUDY,
    WORK,
    YOUNGER,
)
from checker.claims.tokens import Token, bare, tokens, unpossessed
from checker.claims.vocabulary import PEOPLE, words
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from checker.claims.cast import Cast


TESTS = words("test tests testing")
"""Nouns for studies only where they are set against those before: "it moves on to larger tests"."""
LARGER_STILL = words("larger bigger late-stage later-stage final-stage")
NOUNS = STUDY | STUDIES | REVIEW | WORK | TESTS | {"one", "ones"}
CUES = NOUNS | NUMBERS.keys() | ANIMALS
CUES |= words("over report series pooled pool pooling already previously earlier program programme phase phases")
"""The words at which a phrase about studies may stand, whatever comes before them."""
OPENERS = words("all both neither each together the in a an another one")
"""The words on which a sentence or clause may open that speaks of a study without a noun for it."""
TITLING = STUDY | words("called named dubbed nicknamed")
"""What stands before a name that is spelt like any other."""


class Reader:
    """Reads the mentions of sentences against one cast."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.strangers: set[str] = set()
        """Bare names of studies that the article speaks of and has no record of."""
        self._asked: tuple[list[Token], set[str]] | None = None
        self._said: set[str] = set()
        self._passed: list[list[Token]] = []
        self._beginning: dict[str, bool] = {}
        self._surprised: set[str] = set()
        self.titled: set[str] = set()
        """Those that are written with one capital, like any name."""
        self.abbreviated: frozenset[str] = frozenset()
        """What the article explains as short for something else, in lower case."""

    def read(self, text: str, words: list[Token], numbers: Sequence[tuple[int, int, str]]) -> list[Mention]:
        """The mentions of a sentence in order; `numbers` are its registration numbers with their offsets, `words`
        its words."""
        found = [Mention(start, end, "trial", (self.cast.label_of(number),)) for start, end, number in numbers]
        read = list(_outside(words, numbers)) if numbers else words
        found += self._named(text, read)
        found += self._phrases(text, read)
        found += self._terms(text, read)
        if text.startswith(OPENINGS) and not any(mention.what in {"trial", "same"} for mention in found):
            found += self._abroad(text)
        self._passed.append(words)
        return settled(found, text)

    def reads_otherwise(self, text: str, words: Sequence[Token], names: Iterable[str]) -> bool:
        """Whether a sentence that has been read may be read otherwise now that the whole text has.

        `names` are those that the text itself gave its trials, bare; what else was learned is the cast's and the
        reader's own.
        """
        if text in self._surprised:
            return True
        met = self.strangers.union(self.titled, names)
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

    @property
    def said(self) -> set[str]:
        """The words of the sentences so far, in lower case."""
        for passed in self._passed:
            self._said.update(token.lower for token in passed)
        self._passed = []
        return self._said

    def strangers_in(self, text: str) -> list[str]:
        """The names in a text that were taken for those of studies without a record."""
        words = (unpossessed(token.text) for token in tokens(text))
        return [word for word in words if bare(word) in self.strangers or bare(word) in self.titled]

    def forget(self, name: str) -> None:
        """Takes a name back: it is a trial's of the article."""
        self.strangers.discard(bare(name))
        self.titled.discard(bare(name))
        self._beginning = {}

    # Names

    def _named(self, text: str, read: list[Token]) -> Iterator[Mention]:
        names = self.cast.names
        shouted = text.isupper() and len(read) > 3
        may_begin = self._beginning
        following = 0
        for index, token in enumerate(read):
            begins = may_begin.get(token.lower)
            if begins is None:
                begins = may_begin[token.lower] = bool(names) and self._begins(token)
            if index < following or not (begins or (token.capital and not shouted)):
                continue
            step = 1
            for size in (4, 3, 2, 1) if begins else ():
                group = read[index : index + size]
                if len(group) < size or not _adjacent(text, group):
                    continue
                plain = bare("".join([*(t.text for t in group[:-1]), unpossessed(group[-1].text)]))
                known = names.get(plain)
                if known is None and size == 1 and "-" in group[0].text:
                    head, _, tail = group[0].text.rpartition("-")
                    known = names.get(bare(head)) if tail.islower() else None
                if known and _written_as(text[group[0].start : group[-1].end], known[0], first=index == 0):
                    yield Mention(group[0].start, group[-1].end, "trial", (known[1],))
                    step = size
                    break
                if known is None and size > 1 and self._is_numbered_sibling(text, group):
                    yield Mention(group[0].start, group[-1].end, "other")
                    step = size
                    break
            else:
                if token.capital and not shouted and self._is_stranger(text, read, index):
                    yield Mention(token.start, token.end, "other")
            following = index + step

    def _is_numbered_sibling(self, text: str, group: list[Token]) -> bool:
        """Whether words are a record's name but for the number at their end: "PRIMROSE 2" beside "PRIMROSE 1"."""
        last = group[-1].text
        return (
            ((last.isdecimal() and len(last) < 3) or last in ROMAN)
            and bare("".join(token.text for token in group[:-1])) in self.cast.numbered_stems
            and self.cast.is_sibling(text[group[0].start : group[-1].end])
        )

    def _begins(self, token: Token) -> bool:
        """Whether a name may begin with a word."""
        word = token.lower
        return (word if word.isalnum() else bare(word)) in self.cast.beginnings or "-" in word

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
        if not self.cast.is_sibling(word) and (self._belongs(word) or not self._framed(text, read, index)):
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

    def _belongs(self, word: str) -> bool:
        """Whether a word that looks like a name is of the records: a drug's code, a sponsor, an abbreviation."""
        lower = word.casefold()
        parts = [part for part in re.split(r"[-–/.]", lower) if part]
        if (
            word in ABBREVIATIONS
            or lower in self.abbreviated
            or lower in self.cast.record_words
            or any(part in self.cast.record_words for part in parts if len(part) > 3)
        ):
            return True
        return len(lower) <= 5 and lower in self.cast.record_initials

    def _framed(self, text: str, read: list[Token], index: int) -> bool:
        """Whether the words around a name say that it is a study's."""
        token = read[index]
        following = read[index + 1 : index + 10]
        before = [t.lower for t in read[max(0, index - 8) : index]]
        long_name = len(bare(token.text)) >= 4
        if self._heads_study(text, read, index):
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
            return False
        if following[0].lower in {"has", "had", "will"}:
            following = following[1:]
        return (
            bool(following)
            and following[0].lower in NAMED_ACTS
            and any(t.lower in PEOPLE or _count(t.lower) or t.lower.isdecimal() for t in following[1:7])
        )

    def _heads_study(self, text: str, read: list[Token], index: int) -> bool:
        """Whether a name stands before "trial": "the HALCYON trial", "the HALCYON phase 2 clinical trial"."""
        end = read[index].end
        for token in read[index + 1 : index + 6]:
            if not text[end : token.start].isspace():
                return False
            if token.lower in STUDY:
                return True
            if token.lower not in DESIGNING and not token.text[0].isdigit():
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
                return gap.strip() in {",", "(", ":", "–", "—", ""} and bool(gap)
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

    # "The trial", "another study", "both trials"

    def _phrases(self, text: str, read: list[Token]) -> Iterator[Mention]:
        for index, token in enumerate(read):
            word = token.lower
            if word not in CUES and (word in OPENERS or word[:6] != "phase-"):
                if word in OPENERS and (index == 0 or text[read[index - 1].end : token.start].strip()):
                    mention = self._opening(text, read, index)
                    if mention:
                        yield mention
            elif word in NOUNS:
                mention = self._noun_phrase(text, read, index)
                if mention:
                    yield mention
            elif (
                word == "over"
                and index
                and read[index - 1].lower in {"rolled", "roll", "rolling"}
                and self.cast.extension
            ):
                yield Mention(read[index - 1].start, token.end, "trial", (self.cast.extension,))
            elif word.startswith("phase") and index and self._is_other_phase(text, read, index):
                yield Mention(token.start, read[min(index + 1, len(read) - 1)].end, "other")
            elif word in {"already", "previously", "earlier"} and index and read[index - 1].lower == "had":
                yield Mention(read[index - 1].start, token.end, "others")
            elif word in {"program", "programme"} and self._is_programme(read, index):
                yield Mention(token.start, token.end, "others")
            elif word in NUMBERS and index and read[index - 1].lower == "other":
                yield Mention(read[index - 1].start, token.end, "others")
            elif word in {"report", "series"} and index and read[index - 1].lower == "case":
                label = self.cast.reports if word == "report" else None
                what: What = "trial" if label else "other"
                yield Mention(read[index - 1].start, token.end, what, (label,) if label else (), rank=1)
            elif word in {"pooled", "pool", "pooling"} and self._is_pooled(read, index):
                yield Mention(token.start, token.end, "sum")
            elif word in ANIMALS:
                yield Mention(token.start, token.end, "others")

    def _is_pooled(self, read: list[Token], index: int) -> bool:
        """Whether what is pooled are studies and their numbers: no stool, plasma or samples of several donors."""
        following = [token.lower for token in read[index + 1 : index + 6]]
        return not any(word.startswith(("donor", "stool", "plasma", "serum", "sample", "blood")) for word in following)

    def _is_programme(self, read: list[Token], index: int) -> bool:
        """Whether a programme is one of several trials: "a clinical development programme"."""
        before = {token.lower for token in read[max(0, index - 5) : index]}
        following = {token.lower for token in read[index + 1 : index + 6]}
        return bool(before & {"development", "trial", "trials", "phase"}) or bool(following & STUDIES)

    def _is_other_phase(self, text: str, read: list[Token], index: int) -> bool:
        """Whether "in phase 3" or "entering phase 2" speaks of a step that the article's own trials are not."""
        own = self.cast.own_phases
        if not own or not self.cast.says_own_phase or read[index - 1].lower not in BEFORE_PHASES:
            return False
        if any(t.lower in STUDY or t.lower in STUDIES for t in read[index + 1 : index + 6]):
            return False
        if _still().search(text[max(0, read[index].start - 30) : read[index].start]):
            return False
        phase = _phase_in(read[index : index + 2])
        return bool(phase) and not any(set(phase) & set(one) & set("01234") for one in own)

    def _noun_phrase(self, text: str, read: list[Token], index: int) -> Mention | None:
        noun = read[index]
        if noun.lower in {"substudy", "sub-study", "sub-trial", "branch"} and self.cast.only:
            return None
        if noun.lower == "extension" and index + 1 < len(read) and read[index + 1].lower in PARTS:
            return None
        if noun.capital and _of_a_form().match(text, noun.end):
            return None  # "Study Start Date: May 2020"
        attributes = noun.lower in STUDY and index + 1 < len(read) and read[index + 1].lower in ATTRIBUTED
        attributes = attributes and text[noun.end : read[index + 1].start] == " "
        if attributes and noun.capital and read[index + 1].capital:
            return None  # "the Parkinson Study Group"
        modifiers: list[Token] = []
        determiner: Token | None = None
        for back in range(index - 1, max(-1, index - 10), -1):
            token = read[back]
            gap = text[token.end : read[back + 1].start]
            if gap.strip(" \t\n\u00a0,“”\"'‘’"):
                break
            if "," in gap and token.lower not in OTHER and read[back + 1].lower in DETERMINERS:
                break
            possessive = token.text.endswith(("'s", "’s", "s'", "s’"))
            if token.lower == "that" and read[back + 1].lower in AUXILIARIES:
                break
            if token.lower in DETERMINERS and not (
                token.lower in {"other"} and back and read[back - 1].lower in {"the"}
            ):
                determiner = token
                break
            if possessive and token.lower not in STUDY:
                determiner = token
                break
            if token.lower in AUXILIARIES and token.lower != "may":
                break
            if token.lower in LINKS or token.lower in COPULAS or token.lower in {"and", "or", "but", "which", "who"}:
                if token.lower == "and" and back and read[back - 1].lower not in LINKS:
                    continue
                break
            modifiers.insert(0, token)
        position = index - len(modifiers) - (determiner is not None)
        if attributes and (
            determiner is None or determiner.lower not in {"the", "this", "that", "our", "its", "their"}
        ):
            return None  # "one study drug", "each study site"
        return self._phrase(text, read, noun, determiner, modifiers, position)

    def _phrase(
        self,
        text: str,
        read: list[Token],
        noun: Token,
        determiner: Token | None,
        modifiers: list[Token],
        position: int,
    ) -> Mention | None:
        start = (determiner or (modifiers or [noun])[0]).start
        end = noun.end
        first = determiner.lower if determiner else ""
        lowered = [token.lower for token in modifiers]
        kinds = set(lowered)
        bare_one = noun.lower in {"one", "ones"}
        abroad = bare_one and first in {"a", "an"} and self._foreign(modifiers)
        if abroad:
            return Mention(start, end, "other")
        if bare_one and (first not in {"the", "this", "that", "another"} or not kinds <= PICKING | DEMONYM_WORDS):
            return None
        if noun.lower in TESTS:
            return Mention(start, end, "other") if kinds & LARGER_STILL else None
        if noun.lower in WORK:
            return Mention(start, end, "others") if kinds & (OTHER - NEXT | {"published"}) else None
        if noun.lower in REVIEW:
            return Mention(start, end, "other") if self._is_review(text, noun, first, kinds) else None
        known = [bare(unpossessed(token.text)) for token in modifiers if self._knows(token)]
        if known:
            # The name itself is the mention; what stands before that of another study is its own as well.
            strange = len(known) == 1 and known[0] in self.strangers and known[0] not in self.cast.names
            return Mention(start, end, "other") if strange else None
        plural = noun.lower in STUDIES or noun.lower == "ones"
        several = len(self.cast.labels) > 1
        if plural or first in {"both", "all", "neither", "each", "every", "either"} or "both" in kinds:
            last = read[position - 1].lower if position > 0 else ""
            return self._plural(start, end, first, lowered, last, of_other_phase=self._other_phase(modifiers) > 0)
        if first in {"no", "any"}:
            return Mention(start, end, "others")
        if kinds & {"extension", "rollover", "roll-over"} or noun.lower == "extension":
            label = self.cast.extension
            if label and first in {"a", "an"} and self._other_phase(modifiers):
                return Mention(start, end, "other")
            if label:
                return Mention(start, end, "trial", (label,))
            return Mention(start, end, "other", rank=2) if start < 12 else Mention(start, end, "others")
        if noun.lower == "pilot" and several and self.cast.pilot:
            return Mention(start, end, "trial", (self.cast.pilot,))
        around = read[max(0, position - 2) : max(position, 0)]
        if first in {"a", "an"} and several and around and around[-1].lower in COPULAS - {"as"}:
            return Mention(start, end, "same")
        picked = self._picked(read, determiner, modifiers)
        definite = first not in {"a", "an", "another", "one", ""}
        if several:
            if picked:
                return Mention(start, end, "trial", (picked,), rank=1)
            if definite and kinds & {"other"}:
                return Mention(start, end, "rest")
            rank = next((ORDINALS[word] for word in lowered if word in ORDINALS), 0)
            if rank == 1 and definite and ("ever" in kinds or _of_its_kind().match(text, end)):
                return Mention(start, end, "new", rank=self._other_phase(modifiers))  # "the first trial of a pill to"
            if rank and definite:
                return Mention(start, end, "ordinal", rank=rank)
            if definite and (kinds & PARENT or (self.cast.extension and kinds & BLINDED)):
                others = [label for label in self.cast.labels if label != self.cast.extension]
                return Mention(start, end, "trial", (others[0],)) if len(others) == 1 else Mention(start, end, "other")
            if definite and (word := next((w for w in lowered if w in LARGER | SMALLER | OLDER | YOUNGER), None)):
                label = self.cast.ranked(word)
                return Mention(start, end, "trial", (label,)) if label else Mention(start, end, "other")
        elif "first" in kinds:
            strange = first in POSSESSIVES or self.cast.place > 1 or self._is_other(modifiers)
            return Mention(start, end, "other" if strange else "same")
        other_phase = self._is_other(modifiers)
        if definite and kinds & OWN and self.cast.only and not other_phase:
            return Mention(start, end, "trial", (self.cast.only,))
        apart = (kinds & OTHER) - self.cast.record_words - self._own_places()
        coming = kinds & COMING if self.cast.all_begun else frozenset()
        if first == "another" or apart or coming or ("own" in kinds and not several):
            return Mention(start, end, "other")
        if bare_one and not modifiers and first == "the":
            return None
        if self.cast.trials and self._is_titled(text, noun, modifiers):
            return Mention(start, end, "other")
        tail = [token for token in tokens(text[end : end + 50])[:3] if text[end : end + 4] == " of "]
        if self.cast.only and self._other_drug([*modifiers, *tail, *([determiner] if determiner else ())]):
            return Mention(start, end, "other")
        foreign = self._foreign(modifiers) or self._other_year(modifiers)
        if definite:
            foreign = foreign or self._is_pilot(noun, kinds)
            strange = several and first == "the" and any(not is_generic(word) for word in lowered)
            strange = strange or (self.cast.only is not None and self._is_news(text, read, modifiers))
            rank = PHASED if other_phase and not (foreign or strange) else 0
            return Mention(start, end, "other" if foreign or strange or other_phase else "same", rank=rank)
        if not determiner and not modifiers:
            return None
        position = max(position, 0)
        before = read[max(0, position - 2) : position]
        if before and (
            any(token.lower in COPULAS for token in before)
            or text[max(0, start - 3) : start].rstrip()[-1:] in {",", "–", "—", "(", ":"}
            or before[-1].lower in {"it", "this", "them"}
        ):
            return Mention(start, end, "same")
        basis = {token.lower for token in read[max(0, position - 4) : position]} & BASES
        if foreign or other_phase or basis or self._is_pilot(noun, kinds) or (first == "one" and not several):
            return Mention(start, end, "other")
        if several and (label := self._of_condition(read, position + len(modifiers) + 1)):
            return Mention(start, end, "trial", (label,), rank=1)
        opens = position < 2 or (position < 4 and before[-1].lower in LINKS)
        if self._is_other_pilot(noun, kinds):
            return Mention(start, end, "new", rank=1)
        if not opens and (not determiner or before[-1].lower in {"as", "such", "like", "for", "in"}):
            return None
        if before and before[-1].lower == "within" and position > 1:
            return Mention(start, end, "other")  # "nested within a trial"
        return Mention(start, end, "new", rank=self._other_phase(modifiers))

    def _is_news(self, text: str, read: list[Token], modifiers: list[Token]) -> bool:
        """Whether the words before "trial" name what the text has not spoken of: "the ketamine trial"."""
        cast = self.cast
        is_news = any(
            token.lower not in self.said
            and token.lower not in cast.record_words
            and not any(part in cast.record_words for part in token.lower.split("-"))
            and not is_generic(token.lower)
            and ((token.capital and token.text[1:].islower()) or _chemical().fullmatch(token.lower))
            for token in modifiers
        )
        if is_news:
            self._surprised.add(text)
        return is_news and not self._has_own_thing(read)

    def _has_own_thing(self, read: list[Token]) -> bool:
        """Whether a sentence names what one of the records' trials tests."""
        return bool(self._tested(read))

    def _tested(self, read: list[Token]) -> set[str]:
        """The trials that test what a sentence names."""
        if self._asked is None or self._asked[0] is not read:
            things = self.cast.things
            self._asked = (read, {things[token.lower] for token in read if token.lower in things})
        return self._asked[1]

    def _of_condition(self, read: list[Token], index: int) -> str | None:
        """The trial that the words after "trial" pick out: "a late-stage trial in ulcerative colitis"."""
        while index < len(read) and read[index].lower in STUDY:
            index += 1
        if index >= len(read) or read[index].lower not in {"in", "of", "for", "with"}:
            return None
        named = (token.lower for token in read[index + 1 : index + 5] if token.lower not in CONTRASTS)
        owners = {owner for word in named if (owner := self.cast.terms.get(word))}
        return owners.pop() if len(owners) == 1 else None

    def _knows(self, token: Token) -> bool:
        plain = bare(unpossessed(token.text))
        return looks_named(unpossessed(token.text)) and (plain in self.cast.names or plain in self.strangers)

    def _plural(
        self, start: int, end: int, first: str, lowered: list[str], before: str, *, of_other_phase: bool
    ) -> Mention | None:
        count = len(self.cast.labels)
        if set(lowered) & {"among", "largest", "biggest", "few"} and first != "all":
            return None
        number = next((_count(word) for word in lowered if _count(word)), 0)
        if not number and first in {"both", "neither", "either"}:
            number = 2
        if set(lowered) & MORE and first not in {"both", "neither"}:
            return Mention(start, end, "others")
        if of_other_phase and first not in {"both", "neither", "the", "these", "those"} and "such" not in lowered:
            return Mention(start, end, "others", rank=number)
        if not first and before in COPULAS:
            return None  # What the sentence is about has been named: "X and Y were two trials".
        if not first and not number and start > 12 and before not in LINKS:
            return None
        ranked = next((word for word in lowered if word in ORDINALS), None)
        if ranked:
            if count == 1:
                return Mention(start, end, "others", rank=2) if first == "the" else None
            return Mention(start, end, "sum")
        if count > 1 and number in {0, count} and (number or first in {"all", "each", "every", "these", "the"}):
            return Mention(
                start, end, "all", self.cast.labels, rank=BACK if first in {"the", "these", "both", "all"} else 0
            )
        if count > 1 and number == 2 and first in {"both", "neither"}:
            return Mention(start, end, "all", rank=2)
        if count == 1 and first in {"each", "every"}:
            return None
        return Mention(start, end, "others", rank=number)

    def _picked(self, read: list[Token], determiner: Token | None, modifiers: list[Token]) -> str | None:
        """The trial that the words before "trial" pick out among several."""
        if len(self.cast.labels) < 2:
            return None
        labels = set()
        for token in (*([determiner] if determiner else ()), *modifiers):
            country = DEMONYMS.get(unpossessed(token.text))
            if country:
                owner = self.cast.countries.get(country)
                if owner:
                    labels.add(owner)
                continue
            for word in {token.lower, f"{token.lower}s", *token.lower.split("-")}:
                owner = self.cast.terms.get(word) or self.cast.sponsors.get(word)
                if owner is None and (determiner is None or determiner.lower not in {"a", "an"}):
                    owner = self.cast.learned.get(word)
                if owner:
                    labels.add(owner)
        if not labels and determiner and determiner.lower in {"the", "this", "that", "its"}:
            phase = _phase_in(modifiers)
            owner = self.cast.phases.get(phase) if phase else None
            if owner and (owner in self._tested(read) or not self._tested(read)):
                labels.add(owner)
        return labels.pop() if len(labels) == 1 else None

    def _foreign(self, modifiers: list[Token]) -> bool:
        """Whether the words before "trial" give a country where no record's trial is."""
        named = {DEMONYMS[token.text] for token in modifiers if token.text in DEMONYMS}
        return bool(named) and bool(self.cast.all_countries) and not named & self.cast.all_countries

    def _is_review(self, text: str, noun: Token, first: str, kinds: set[str]) -> bool:
        """Whether a review is one of studies or records, not of safety, of ethics or by peers."""
        if self.cast.is_review or first == "this":
            return False
        if "analys" in noun.lower or kinds & {"systematic", "cochrane", "pooled", "literature", "retrospective"}:
            return True
        following = [token.lower for token in tokens(text[noun.end : noun.end + 60])[:6]]
        if following[:1] not in (["of"], ["in"], ["among"]):
            return False
        if noun.lower.startswith("survey"):
            return first in {"a", "an", "another", "one"}
        return bool(set(following) & (STUDIES | {"published", "cases", "records", "literature", "evidence", "papers"}))

    def _is_pilot(self, noun: Token, kinds: set[str]) -> bool:
        """Whether a pilot is spoken of where the records have later trials only."""
        if not self._is_other_pilot(noun, kinds):
            return False
        late = self.cast.own_phases and all(
            set(phase) & set("234") and "1" not in phase for phase in self.cast.own_phases
        )
        return bool(late)

    def _is_other_pilot(self, noun: Token, kinds: set[str]) -> bool:
        """Whether a study is called a pilot or the like, and no record is."""
        called = ({noun.lower} | kinds) & PILOT
        return bool(called) and not called & self.cast.record_words

    def _other_phase(self, modifiers: list[Token]) -> int:
        """1 where the words before "trial" give a phase that no record has, else 0."""
        phase = "1" if any(token.lower == "first-in-human" for token in modifiers) else _phase_in(modifiers)
        own = self.cast.own_phases
        return int(bool(phase) and bool(own) and not any(set(phase) & set(one) & set("01234") for one in own))

    def _own_places(self) -> set[str]:
        """ "Second", where the one trial's own name says that it is the second of its kind."""
        return {word for word, rank in ORDINALS.items() if rank == self.cast.place} if self.cast.place else set()

    def _is_other(self, modifiers: list[Token]) -> bool:
        """Whether the words before "trial" give another phase than the records', which the text gives too."""
        return self.cast.says_own_phase and self._other_phase(modifiers) > 0

    def _is_titled(self, text: str, noun: Token, modifiers: list[Token]) -> bool:
        """Whether a study goes by a full name that no record has: "the Nurses' Health Study"."""
        if not noun.capital or not modifiers or not modifiers[-1].capital:
            return False
        following = text[noun.end : noun.end + 12].lstrip(" ,)0123456789IVX").split()
        known = self.cast.record_words | self.cast.sponsors.keys() | self.cast.names.keys()
        return (
            bool(following)
            and following[0].islower()
            and not any(token.lower in known for token in modifiers)
            and any(token.capital and not is_generic(token.lower) for token in modifiers)
        )

    def _other_drug(self, modifiers: list[Token]) -> bool:
        """Whether the words before "trial" name a drug that neither the records nor the headline do."""
        return any(
            _drug().fullmatch(token.lower) and token.lower not in self.cast.record_words
            for token in modifiers
            if self.cast.trials
        )

    def _other_year(self, modifiers: list[Token]) -> bool:
        """Whether a year before "trial" is none in which a record's trial began, ended or was reported."""
        years = {token.text for token in modifiers if len(token.text) == 4 and token.text[:2] in {"19", "20"}}
        return any(year.isdecimal() for year in years) and not years & self.cast.years

    def _abroad(self, text: str) -> list[Mention]:
        """ "Meanwhile in Japan, …": a sentence that opens with a country where no record's trial is."""
        opening = _in().match(text)
        if not opening or not self.cast.all_countries:
            return []
        named = list(countries(text[opening.end() : opening.end() + 60]))
        if not named or named[0].start > 4 or any(country.name in self.cast.all_countries for country in named):
            return []
        return [Mention(0, opening.end() + named[0].end, "other")]

    # What a sentence or a clause opens with

    def _opening(self, text: str, read: list[Token], index: int) -> Mention | None:
        """ "Both are", "The second, which", "An earlier product", "The Danes": without a noun for study."""
        token = read[index]
        following = read[index + 1 : index + 8]
        if not following:
            return None
        word, after = token.lower, following[0].lower
        count = len(self.cast.labels)
        if word == "all" and NUMBERS.get(after) == count and count > 1:
            people = len(following) > 1 and following[1].lower in PEOPLE
            return None if people else Mention(token.start, following[0].end, "all", self.cast.labels)
        if (word in {"both", "neither", "all"} or (word == "each" and after == "of")) and count > 1:
            if after in {"are", "were", "have", "had", "has", "is", "will", "was", "of", "took", "use", "aim", "need"}:
                if after == "of" and not (len(following) > 1 and following[1].lower in {"them", "these", "those"}):
                    return None
                if word in {"both", "neither"} and count != 2:
                    return Mention(token.start, token.end, "all", rank=2)
                return Mention(token.start, token.end, "all", self.cast.labels)
            return None
        if word == "together" and count > 1 and after in {"the", "they", "these", "both", "all"}:
            return Mention(token.start, token.end, "sum")
        if word in {"the", "in"} and count > 1:
            opening = following if word == "the" else following[1:] if after == "the" else []
            rank = ORDINALS.get(opening[0].lower, 0) if opening else 0
            if opening and opening[0].lower in {"former", "latter"} and len(opening) > 1:
                rank = 1 if opening[0].lower == "former" else 2
            follows = len(opening) > 1 and (_count(opening[1].lower) or opening[1].lower in LINKS | COPULAS)
            if rank > 1 and follows and "first" in text[max(0, token.start - 200) : token.start].lower():
                return Mention(token.start, opening[0].end, "ordinal", rank=rank)
            if rank and (
                text[opening[0].end : opening[0].end + 1] == ","
                or (opening[1:] and opening[1].lower in ACTS | {"with"})
            ):
                return Mention(token.start, opening[0].end, "ordinal", rank=rank)
        if word == "in" and after in {"a", "an", "another"} and index == 0:
            word, following = after, following[1:]
        if word in {"a", "an", "another", "one"}:
            if count == 1 and following and self._foreign(following[:1]):
                return Mention(token.start, following[0].end, "others")
            lead = following[:4]
            noun = next((i for i, t in enumerate(lead) if t.lower in PRODUCTS), None)
            if noun is not None and (word == "another" or {t.lower for t in lead[:noun]} & OTHER):
                return Mention(token.start, lead[noun].end, "other", rank=1)
        return None

    # Words that only one record has

    def _terms(self, text: str, read: list[Token]) -> Iterator[Mention]:
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


OPENINGS = ("In ", "Meanwhile", "Over in", "Elsewhere")
ARTICLES = words("a an the one two three both another identical")
PARTS = words("phase phases period periods part stage portion arm")
"""What an extension is a part of its trial with."""
COMING = words("upcoming forthcoming planned proposed")
"""What tells a study that is to come from one that has begun."""
PHASED = -2
"""The rank of a mention of a study that only its phase sets apart: "the Phase 2 trial" where the record has Phase 3."""
BACK = -1
"""The rank of a mention of several trials that only takes up what has been spoken of: "the studies"."""
ATTRIBUTED = words(
    "drug drugs dose doses medication medications medicine medicines treatment treatments therapy product products "
    "agent vaccine vaccines regimen intervention interventions procedure procedures visit visits site sites centre "
    "centres center centers clinic clinics hospital hospitals arm arms group groups cohort cohorts participant "
    "participants patient patients subject subjects volunteer volunteers population protocol team teams staff nurse "
    "nurses investigator investigators author authors leader leaders lead doctor doctors coordinator entry end day "
    "days period pill pills capsule capsules tablet tablets injection injections infusion infusions device devices "
    "network unit consortium collaborative alliance office institute"
)
"""What "study" or "trial" stands before as another noun's adjective."""
AUXILIARIES = words("have has had are is was were will would could can may do does did")
MORE = (OTHER - {"second", "third"}) | {"more"}
BASES = words("basis strength evidence based experience")
"""What an indefinite study is the ground of: "approved on the strength of a study in 93 patients"."""
DESIGNING = words(
    "clinical pivotal phase phase-2 phase-3 i ii iii iv 1b 2a 2b 3b iia iib ib iiib extension randomized randomised"
)
"""What may stand between the name of a trial and "trial"."""
ROMAN = frozenset({"I", "II", "III", "IV", "V", "VI"})
PILOT = frozenset({"pilot", "feasibility"})
POSSESSIVES = words("their his her our my")
PARENT = words("parent main core")
BLINDED = words("double-blind placebo-controlled randomized randomised blinded")
"""What a trial is that its open-label extension is not."""
BEFORE_PHASES = words(
    "during in into from to entering enter enters entered through for with toward towards after following before a an "
    "the its our their positive earlier previous prior further"
)


@cache
def _code() -> re.Pattern[str]:
    """Names of trials and drugs that are a few letters and a number: "RV144"."""
    return pattern(r"[A-Z]{2,5}-?[0-9]{2,5}")


@cache
def _of_its_kind() -> re.Pattern[str]:
    """What follows "the first trial" where it is the first of its kind, not of those of the article."""
    return pattern(
        r" (?:of (?:an?|its|any)\b|ever\b|in the world"
        r"|to (?:test|show|use|demonstrate|look|evaluate|assess|compare|enrol))"
    )


@cache
def _in() -> re.Pattern[str]:
    return pattern(r"(?:Meanwhile,? |Over |Elsewhere,? )?[Ii]n (?:the )?")


@cache
def _still() -> re.Pattern[str]:
    return pattern(r"\b(?:is|was|are|were|remains?|now|currently) (?:now |currently |still )?(?:in |a |an )?$")


@cache
def _chemical() -> re.Pattern[str]:
    """Ends of many chemicals' names."""
    ends = (
        "amine idine azine etine icine ophine aine azole olone isone amide azide acin ycin illin formin statin afil "
        "osin arin azepam barbital sone lone icin oxine ocin orin iptan arone adone exate"
    )
    return pattern(rf"[a-z]{{2,20}}(?:{'|'.join(ends.split())})")


@cache
def _drug() -> re.Pattern[str]:
    """Ends of international nonproprietary names (the WHO's stems) that other English words do not have."""
    stems = (
        "mab nib ersen siran tide vir gliptin gliflozin glutide statin sartan prazole rcept leucel parvovec "
        "lisib ciclib parib degib setron triptan floxacin cycline oxaban gepant orexant caftor fersen"
    )
    return pattern(rf"[a-z]{{3,20}}(?:{'|'.join(stems.split())})")


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


def _count(word: str) -> int:
    """A number of studies in words or digits; 0 where there is none."""
    return NUMBERS.get(word, 0) or (int(word) if word.isdecimal() and word.isascii() and len(word) < 4 else 0)


@cache
def _of_a_form() -> re.Pattern[str]:
    """What follows "Study" in the labels of forms."""
    return pattern(
        r" (?:(?:[Pp]rimary |[Ff]irst |[Ll]ast )?(?:[Ss]tart|[Cc]ompletion|[Ee]nd|[Uu]pdate|[Tt]ype|[Dd]esign|"
        r"[Ss]tatus|[Ss]ponsor|[Pp]hase|[Aa]rms?|[Ss]ites?|[Ll]ocations?|[Pp]opulation|[Tt]itle|[Ii]dentifier|ID)"
        r"(?: [A-Za-z]+)?)\s?:"
    )


def _phase_in(modifiers: list[Token]) -> str:
    from checker.claims.phases import phases

    written = " ".join(token.text for token in modifiers)
    found = phases(written)
    return found[0].value if len(found) == 1 else ""


def _first_study(following: list[Token]) -> int:
    return next((token.start for token in following if token.lower in STUDY), following[-1].end)


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
