"""What the words before "trial" tell of it: which of the article's it is, or that it is none of them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.claims.binding.cast import CONTRASTS
from checker.claims.binding.study_names import is_generic
from checker.claims.binding.study_words import ORDINALS, OWN, STUDY
from checker.claims.demonyms import DEMONYMS
from checker.claims.phases import phases
from checker.claims.tokens import unpossessed
from checker.pattern import pattern

if TYPE_CHECKING:
    import re

    from checker.claims.binding.cast import Cast
    from checker.claims.binding.worded import Words
    from checker.claims.tokens import Token


PILOT = frozenset({"pilot", "feasibility"})
PICKED_BY_PHASE = frozenset({"the", "this", "that", "its", "our", "their"})
"""What stands before a phase that tells which of several trials is meant."""


STAGES = {"early-stage": "1", "mid-stage": "2", "midstage": "2", "late-stage": "3"}
"""What the press calls phases."""


class Modifiers:
    """Reads the words before nouns for studies against one cast; `modifiers` are those words, without the article."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.surprised: set[str] = set()
        """The sentences in which something was new to the text when they were read."""
        self._asked: tuple[list[Token], set[str]] | None = None
        self._said: set[str] = set()
        self.passed: list[Words] = []
        """The words of the sentences that have been read since it was last asked for."""

    @property
    def said(self) -> set[str]:
        """The words of the sentences so far, in lower case."""
        self._said = self._said.union(*[words.lower for words in self.passed])
        self.passed = []
        return self._said

    def is_news(self, text: str, read: list[Token], modifiers: list[Token]) -> bool:
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
            self.surprised.add(text)
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

    def of_condition(self, read: list[Token], index: int) -> str | None:
        """The trial that the words after "trial" pick out: "a late-stage trial in ulcerative colitis"."""
        while index < len(read) and read[index].lower in STUDY:
            index += 1
        if index >= len(read) or read[index].lower not in {"in", "of", "for", "with"}:
            return None
        named = (token.lower for token in read[index + 1 : index + 5] if token.lower not in CONTRASTS)
        owners = {owner for word in named if (owner := self.cast.terms.get(word))}
        return owners.pop() if len(owners) == 1 else None

    def picked(self, read: list[Token], determiner: Token | None, modifiers: list[Token]) -> str | None:
        """The trial that the words before "trial" pick out among several."""
        if not self.cast.several:
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
                if owner is None and word not in OWN and (determiner is None or determiner.lower not in {"a", "an"}):
                    owner = self.cast.learned.get(word)
                if owner:
                    labels.add(owner)
        phase = (phase_in(modifiers) or stage_in(modifiers)) if determiner and modifiers else ""
        owner = self.cast.phases.get(phase) if phase else None
        if owner and len(labels) == 1 and self._is_not_in(phase, next(iter(labels))):
            return owner  # "Ostara's further Phase 3 trial", where only its Phase 2 trial's record says Ostara
        if owner and not labels and determiner and self._tells_by_phase(determiner):
            tested = self._tested(read)
            if owner in tested or all(self._is_not_in(phase, label) for label in tested):
                labels.add(owner)
        return labels.pop() if len(labels) == 1 else None

    def _tells_by_phase(self, determiner: Token) -> bool:
        """Whether a phase behind a word may tell which trial is meant: "our", "Ostara's", of a record's sponsor."""
        word = unpossessed(determiner.text)
        return determiner.lower in PICKED_BY_PHASE or (
            word != determiner.text and word.casefold() in self.cast.record_words
        )

    def _is_not_in(self, phase: str, label: str) -> bool:
        """Whether a trial's record has phases, and none of those that are given."""
        steps = {step[-1:] for step in (self.cast.trials[label].phases or ())} if label in self.cast.trials else set()
        return bool(steps) and steps.isdisjoint(phase)

    def is_pilot(self, noun: Token, kinds: set[str]) -> bool:
        """Whether a pilot is spoken of where the records have later trials only."""
        if not self.is_other_pilot(noun, kinds):
            return False
        late = self.cast.own_phases and all(
            set(phase) & set("234") and "1" not in phase for phase in self.cast.own_phases
        )
        return bool(late)

    def is_other_pilot(self, noun: Token, kinds: set[str]) -> bool:
        """Whether a study is called a pilot or the like, and no record is."""
        called = ({noun.lower} | kinds) & PILOT
        return bool(called) and not called & self.cast.record_words

    def other_phase(self, modifiers: list[Token]) -> int:
        """1 where the words before "trial" give a phase that no record has, else 0."""
        phase = "1" if any(token.lower == "first-in-human" for token in modifiers) else phase_in(modifiers)
        own = self.cast.own_phases
        return int(bool(phase) and bool(own) and not any(set(phase) & set(one) & set("01234") for one in own))

    def of_phase(self, modifiers: list[Token]) -> tuple[str, ...]:
        """The trials whose records have the very phase that the words before "trials" give."""
        steps = set(phase_in(modifiers)) & set("01234")
        given = {label: trial.phases or () for label, trial in self.cast.trials.items()} if steps else {}
        return tuple(label for label, phases in given.items() if {phase[-1:] for phase in phases} == steps)

    def own_places(self) -> set[str]:
        """ "Second", where the one trial's own name says that it is the second of its kind."""
        return {word for word, rank in ORDINALS.items() if rank == self.cast.place} if self.cast.place else set()

    def is_other_phase(self, modifiers: list[Token]) -> bool:
        """Whether the words before "trial" give another phase than the records', which the text gives too."""
        return self.cast.says_own_phase and self.other_phase(modifiers) > 0

    def is_titled(self, text: str, noun: Token, modifiers: list[Token]) -> bool:
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

    def other_drug(self, modifiers: list[Token]) -> bool:
        """Whether the words before "trial" name a drug that neither the records nor the headline do."""
        return any(
            _drug().fullmatch(token.lower) and token.lower not in self.cast.record_words
            for token in modifiers
            if self.cast.trials
        )

    def other_year(self, modifiers: list[Token]) -> bool:
        """Whether a year before "trial" is none in which a record's trial began, ended or was reported."""
        years = {token.text for token in modifiers if len(token.text) == 4 and token.text[:2] in {"19", "20"}}
        return any(year.isdecimal() for year in years) and not years & self.cast.years


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
    return pattern(rf"(?!\w*(?:peptide|nucleotide)$)[a-z]{{3,20}}(?:{'|'.join(stems.split())})")


def stage_in(modifiers: list[Token]) -> str:
    """The phase that the words before "trial" tell in the way of the press, where they do: "the late-stage trial"."""
    return next((STAGES[token.lower] for token in modifiers if token.lower in STAGES), "")


def phase_in(modifiers: list[Token]) -> str:
    """The phase that the words before "trial" give, where they give one."""
    written = " ".join(token.text for token in modifiers)
    found = phases(written)
    return found[0].value if len(found) == 1 else ""


@cache
def _granted() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands around an extension that is one of time: "was awarded a 12-month extension"."""
    return (
        pattern(
            r"\b(?:awarded|granted|given|got|won|secured|sought|requested|no[- ]cost|funding|funded|recruitment|grant) "
            r"(?:(?:us|it|an?|the|its|further|formal|[\w-]+[ -](?:day|week|month|year)|no[- ]cost|costed|time|funding|"
            r"recruitment) )*$"
        ),
        pattern(
            r" (?:(?:was|is|has been|had been) (?:granted|awarded|given|agreed|approved)|of (?:the |its )?(?:grant|"
            r"deadline|recruitment|funding))\b"
        ),
    )


def is_of_time(text: str, noun: Token) -> bool:
    """Whether an "extension" is a longer time that a study was given, and not a study that follows it."""
    before, behind = _granted()
    ahead, after = text[max(0, noun.start - 60) : noun.start], text[noun.end : noun.end + 60]
    return before.search(ahead.lower()) is not None or behind.match(after.lower()) is not None
