"""Reads the phrases that speak of a study without its name: "the trial", "another study", "both trials"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.claims.binding.mentions import Mention
from checker.claims.binding.modifiers import Modifiers, phase_in
from checker.claims.binding.noun_phrases import Nouns
from checker.claims.binding.study_openings import opening_at
from checker.claims.binding.study_words import (
    ANIMALS,
    CUES,
    NOUNS,
    NUMBERS,
    STUDIES,
    STUDY,
)
from checker.claims.vocabulary import words
from checker.pattern import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from checker.claims.binding.cast import Cast
    from checker.claims.binding.mentions import What
    from checker.claims.binding.named_studies import Names
    from checker.claims.binding.worded import Words
    from checker.claims.tokens import Token


BEFORE_PHASES = words(
    "during in into from to entering enter enters entered through for with toward towards after following before a an "
    "the its our their positive earlier previous prior further"
)


class Phrases:
    """Reads such phrases against one cast, once the names in a sentence are known."""

    def __init__(self, cast: Cast, names: Names) -> None:
        self.cast = cast
        self.names = names
        self.modifiers = Modifiers(cast)
        self.nouns = Nouns(cast, names, self.modifiers)

    def find(self, words: Words) -> Iterator[Mention]:
        """The phrases on studies among the words of a sentence, in order."""
        text, read = words.text, words.read
        for index in words.cues:
            token = read[index]
            word = token.lower
            if word not in CUES and word[:6] != "phase-":
                mention = opening_at(text, read, index, self.cast)
                if mention:
                    yield mention
            elif word in NOUNS:
                mention = self.nouns.at(text, read, index)
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
                yield Mention(token.start, read[min(index + 1, len(read) - 1)].end, "other", phased=True)
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
        if _described().match(text, read[index].end):
            return False
        if _still().search(text[max(0, read[index].start - 30) : read[index].start]):
            return False
        phase = phase_in(read[index : index + 2])
        return bool(phase) and not any(set(phase) & set(one) & set("01234") for one in own)


@cache
def _described() -> re.Pattern[str]:
    """What stands between a phase and the study that it is of: "Phase 1 first-in-human (FIH), open-label study"."""
    return pattern(
        r" ?(?:[1-4IViv/]{1,5}[ab]?)?(?:,? (?:and )?(?:[\w‐‑-]+[‐‑-][\w‐‑]+|randomi[sz]ed|controlled|blinded|masked|"
        r"multicent(?:er|re)d?|pivotal|global|international|parallel|group|clinical|U\.?S\.?|\([A-Z-]{2,8}\))){1,12},? "
        r"(?:[A-Z][\w-]+ )?(?:study|studies|trials?|component)\b"
    )


@cache
def _still() -> re.Pattern[str]:
    return pattern(r"\b(?:is|was|are|were|remains?|now|currently) (?:now |currently |still )?(?:in |a |an )?$")
