"""The trials of an article, and by which words each of them is told from the others."""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING

from checker.claims.binding.study_names import COMMON, looks_named
from checker.claims.binding.study_words import LARGER, REVIEW, SMALLER, YOUNGER
from checker.claims.demonyms import DEMONYMS
from checker.claims.tokens import bare, tokens
from checker.claims.vocabulary import words
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.article import Article
    from checker.claims.tokens import Token
    from checker.facts import Trial

MANY = 50
"""More journals than this, and titles of more trials than this, are not looked for."""
DESIGN = (
    "blind",
    "randomi",
    "multic",
    "multi-",
    "multin",
    "multip",
    "multisi",
    "double",
    "placebo-",
    "controlled",
    "open-",
    "label",
    "centre",
    "center",
)
"""How the words of a trial's design begin: they tell no trial from another."""
BEGUN = words(
    "RECRUITING ENROLLING_BY_INVITATION ACTIVE_NOT_RECRUITING SUSPENDED TERMINATED COMPLETED UNKNOWN WITHDRAWN"
)
"""What the registry says of trials that are not to come any more."""
CONTRASTS = words(
    "severe moderate mild adult adults pediatric paediatric children child young older elderly chronic acute oral "
    "injection early late advanced combination surgical digital women men exercise education prevention single multiple"
)
"""Words that tell two trials apart where only one of their titles has them."""


PLUS = "+"
"""What the name of an extension may end on: "HALCYON+"."""


class Cast:
    """The trials of an article, and by which words each of them is told from the others.

    `labels` are the records', in order; `known` adds the ids of `mentions`. Where the article has no record, the
    registration numbers in its text are its trials, else the names that stand before "trial" or "study".
    """

    def __init__(self, article: Article, numbers: Iterable[str], named: Iterable[str]) -> None:
        self._facts = article.facts
        self.trials: dict[str, Trial] = {trial.id or trial.key or "": trial for trial in article.trials}
        self.trials.pop("", None)
        self.ids = _owners_of_numbers(self.trials)
        """The labels of the records by their registration numbers."""
        self.labels = tuple[str, ...]()
        self.only: str | None = None
        """The one trial of the article, if it has one."""
        self.several = False
        """Whether it has several."""
        self.take(tuple(self.trials) or tuple(dict.fromkeys(numbers)) or tuple(dict.fromkeys(named)))
        named_by_text = {} if self.trials else {bare(label): (label, label) for label in self.labels}
        self.names = _owners_of_names(self.trials) | named_by_text
        """What the trials are called, bare: as written, and the trial's label."""
        self.extended = {plain: label for plain, (name, label) in self.names.items() if name.endswith(PLUS)}
        """The trials whose names are another's with a sign behind it: "HALCYON+"."""
        self.beginnings = {beginning for name in self.names for beginning in _beginnings(name)}
        """How names begin, so that most words need not be looked at twice."""
        self.added: set[str] = set()
        """The names, bare, that the text itself gives its trials."""
        self.things = _unique(
            (label, word) for label, trial in self.trials.items() for text in _things_of(trial) for word in terms(text)
        )
        """The words for what one trial only tests, by its label."""
        self.shared: set[str] = set()
        """Words of what one record tests that the text uses of another trial."""
        self.written = _owners_of_words(self.trials)
        """The label of the record that has a word; None where several have it."""
        self.sponsors = _unique(
            (label, word)
            for label, trial in self.trials.items()
            for word in terms(f"{trial.lead_sponsor or ''} {trial.key or ''}")
            if not self.is_anothers(word, label)
        )
        """The words of one sponsor's name only, by its trial's label."""
        self.learned: dict[str, str] = {}
        """Words that the text uses beside one trial's number or name only, by its label."""
        self.echoes: set[str] = set()
        """Those words, and what they are the plural of."""
        self.telling = self.things.keys() | self.sponsors.keys()
        """The words that speak of one trial by themselves."""
        self.headline = f"{article.facts.title or ''} {article.facts.description or ''}"
        self._record_tokens = (*tokens(_text_of(self.trials.values())), *tokens(self.headline))
        self.record_words = {token.lower for token in self._record_tokens}
        self.says_own_phase = False
        """Whether the text gives a record's own phase, so that another phase is another study's."""
        self._ranks: dict[str, str | None] = {}

    @cached_property
    def numbered(self) -> dict[str, tuple[str, str]]:
        """What names are without the numbers that they end on, and those numbers, by the records' names."""
        return {plain: _stem(name) for plain, (name, _) in self.names.items() if plain not in self.added}

    @cached_property
    def stems(self) -> dict[str, set[str]]:
        """The numbers that names end on, by what they are without them."""
        stems: dict[str, set[str]] = {}
        for stem, number in self.numbered.values():
            stems.setdefault(stem, set()).add(number)
        return stems

    @cached_property
    def numbered_stems(self) -> set[str]:
        """Names without the numbers that they end on."""
        return {stem for stem, endings in self.stems.items() if endings - {""}}

    @cached_property
    def series(self) -> dict[str, dict[str, None]]:
        """The labels of the trials that share a name but for its number, by that name."""
        series: dict[str, dict[str, None]] = {}
        for plain, (stem, _) in self.numbered.items():
            series.setdefault(stem, {})[self.names[plain][1]] = None
        return series

    @cached_property
    def countries(self) -> dict[str, str]:
        """The countries of one trial only, by its label."""
        return _unique((label, name) for label, trial in self.trials.items() for name in trial.countries or ())

    @cached_property
    def all_countries(self) -> set[str]:
        """The countries of all records."""
        return {name for trial in self.trials.values() for name in trial.countries or ()}

    @cached_property
    def phases(self) -> dict[str, str]:
        """The phases of one trial only ("2/3"), by its label."""
        told = ((label, _phase_words(trial.phases)) for label, trial in self.trials.items())
        return _unique((label, phase) for label, phase in told if phase)

    @cached_property
    def own_phases(self) -> set[str]:
        """The phases of all records ("2/3")."""
        return {phase for trial in self.trials.values() if (phase := _phase_words(trial.phases))}

    @cached_property
    def pilot(self) -> str | None:
        """The one pilot among the trials."""
        return self._only(label for label, trial in self.trials.items() if "pilot" in _titles(trial))

    @cached_property
    def keyed_pilot(self) -> str | None:
        """The one pilot that is in no registry, by why it is in none."""
        told = ((label, trial.unregistered or "") for label, trial in self.trials.items() if not trial.id)
        return self._only(label for label, why in told if "pilot" in why.casefold())

    @cached_property
    def extension(self) -> str | None:
        """The one trial that goes on from another."""
        named = ("extension", "long-term", "rollover", "roll-over")
        return self._only(
            label for label, trial in self.trials.items() if any(word in _titles(trial) for word in named)
        )

    @cached_property
    def follow_up(self) -> str | None:
        """The one among several trials that only looks at people later."""
        if len(self.trials) < 2:
            return None
        return self._only(label for label, trial in self.trials.items() if _is_follow_up(trial))

    @cached_property
    def is_open_extension(self) -> bool:
        """Whether the article's one trial goes on from another that was blinded."""
        own = self.trials.get(self.only or "")
        return self.extension is not None and own is not None and own.design.masking in {None, "NONE"}

    @cached_property
    def assigns(self) -> bool:
        """Whether all the records are those of trials that assign people to what they get."""
        return bool(self.trials) and all(
            trial.design.allocation in {"RANDOMIZED", "NON_RANDOMIZED"} for trial in self.trials.values()
        )

    @cached_property
    def is_observational(self) -> bool:
        """Whether the article's one study draws no lots: it may follow those who were in a trial."""
        own = self.trials.get(self.only or "")
        return own is not None and own.study_type == "OBSERVATIONAL"

    @cached_property
    def record_initials(self) -> str:
        """The first letters of the words of the records and the headline, in order."""
        return _initials((*self._record_tokens, *tokens(" ".join(self._facts.conditions))))

    @cached_property
    def journals(self) -> dict[str, str]:
        """The journals that reported on one trial only, by its label."""
        journals = _unique(
            (self.ids.get(reference.trial, reference.trial), reference.journal)
            for reference in self._facts.references
            if reference.trial and reference.journal and len(reference.journal) > 3
        )
        return journals if len(journals) <= MANY else {}

    @cached_property
    def reports(self) -> str | None:
        """The one record of a case report."""
        return self._only(label for label, trial in self.trials.items() if _is_case_report(trial))

    @cached_property
    def largest(self) -> int:
        """The largest number of people in a record."""
        people = [trial.enrollment for trial in self.trials.values()]
        counts = [count for each in people for count in (each.planned, each.enrolled, each.screened)]
        return max((count for count in counts if count is not None), default=0)

    @cached_property
    def years(self) -> set[str]:
        """The years of the records' dates and of the references."""
        dates = [
            when.date[:4]
            for trial in self.trials.values()
            for when in (trial.start_date, trial.primary_completion_date, trial.completion_date)
            if when and when.date
        ]
        return {*dates, *[str(reference.year) for reference in self._facts.references]}

    @cached_property
    def all_begun(self) -> bool:
        """Whether every record is that of a trial whose recruitment has begun, so that one to come is another."""
        return bool(self.trials) and all(
            trial.overall_status in BEGUN or (trial.overall_status is None and trial.enrollment.enrolled is not None)
            for trial in self.trials.values()
        )

    @cached_property
    def is_review(self) -> bool:
        """Whether the article is on a review of studies."""
        return any(word in self.record_words for word in REVIEW)

    @cached_property
    def terms(self) -> dict[str, str]:
        """Words of one record's titles, arms, conditions and interventions only, by its label."""
        things = _unique(
            (label, word) for label, trial in self.trials.items() for text in _words_of(trial) for word in terms(text)
        )
        return things | _unique(
            (label, token.lower)
            for label, trial in self.trials.items()
            for token in tokens(_titles(trial))
            if token.lower in CONTRASTS
        )

    @cached_property
    def keyed(self) -> bool:
        """Whether the article has one trial, which the prose need not name since its record has a key."""
        return bool(self.only and self.trials[self.only].key)

    @cached_property
    def place(self) -> int:
        """Which one of its kind the one trial is by the number in its name: 2 for HALCYON-2; else 0."""
        trial = self.trials.get(self.only or "")
        endings = (_place().search(name) for name in _names_of(trial)) if trial else ()
        return next((NUMERALS[ending[1]] for ending in endings if ending), 0)

    def is_sibling(self, word: str) -> bool:
        """Whether a name differs from a record's in its number only: BRIGHT-2 beside BRIGHT-1."""
        stem, ending = _stem(word)
        return bool(ending) and bool(self.stems.get(stem, set()) - {ending})

    def in_series(self) -> list[str]:
        """The trials by the numbers that tell their names apart, HALCYON-1 and HALCYON-2, then an extension of both.

        None, if the names of some are no others' but for the number.
        """
        first = min(self.series, key=len, default="")
        if not self.several or not all(stem.startswith(first) for stem in self.series):
            return []
        numbers = {
            self.names[plain][1]: NUMERALS.get(ending.upper() if stem == first else "", 0)
            for plain, (stem, ending) in self.numbered.items()
        }
        apart = [label for label in self.labels if not numbers.get(label)]
        if len(numbers) < len(self.labels) or len(self.labels) - len(apart) < 2 or set(apart) - {self.extension}:
            return []
        return [*sorted(set(self.labels) - set(apart), key=lambda label: numbers[label]), *apart]

    def take(self, labels: tuple[str, ...]) -> None:
        """Takes trials for the article's."""
        self.labels += labels
        self.only = self.labels[0] if len(self.labels) == 1 else None
        self.several = len(self.labels) > 1

    def learn(self, told: dict[str, str]) -> None:
        """Takes note of words that the text uses of one trial only, by its label."""
        self.learned = told
        self.echoes = {*told, *[word[:-1] for word in told if word[-1:] == "s"]}

    def forget(self, shared: Iterable[str]) -> None:
        """Takes note of words that the text uses of another trial than the one whose record has them."""
        named = {word for trial in self.trials.values() for word in terms(trial.acronym or "")}
        self.shared = (self.things.keys() & set(shared)) - named
        for word in self.shared:
            del self.things[word]

    def knows(self, name: str) -> bool:
        """Whether a name is a trial's of the article."""
        return bare(name) in self.names

    def add_name(self, name: str, label: str) -> None:
        """Takes note of a name that the text itself gives a trial."""
        self.names.setdefault(bare(name), (name, label))
        self.beginnings |= _beginnings(bare(name))
        self.added.add(bare(name))

    def label_of(self, number: str) -> str:
        """The label of a registration number: its record's, else the number itself."""
        return self.ids.get(number, number)

    def is_anothers(self, word: str, label: str) -> bool:
        """Whether a word is written in the record of another trial than one."""
        return self.written.get(word, label) != label

    def is_abroad(self, words: Iterable[Token]) -> bool:
        """Whether words give a country where no record's trial is."""
        named = {DEMONYMS[token.text] for token in words if token.text in DEMONYMS}
        return bool(named) and bool(self.all_countries) and not named & self.all_countries

    def ranked(self, word: str) -> str | None:
        """The trial that a comparison picks out: the larger, the older, the newer one."""
        if word not in self._ranks:
            self._ranks[word] = self._rank(word)
        return self._ranks[word]

    def _rank(self, word: str) -> str | None:
        if word in LARGER or word in SMALLER:
            sizes = {
                label: max(filter(None, (trial.enrollment.enrolled, trial.enrollment.planned)), default=0)
                for label, trial in self.trials.items()
            }
            return _extreme(sizes, largest=word in LARGER) if all(sizes.values()) else None
        return _extreme(self.began, largest=word in YOUNGER) if self.began else None

    @cached_property
    def words_of_names(self) -> set[str]:
        """The words of the trials' names, of what they test and of their sponsors, if all of them have names."""
        if not self.trials or any(not trial.acronym for trial in self.trials.values()):
            return set()
        told = {word for trial in self.trials.values() for text in _things_of(trial) for word in terms(text)}
        return told | {word for trial in self.trials.values() for word in terms(trial.lead_sponsor or "")}

    @cached_property
    def began(self) -> dict[str, str]:
        """When each of the trials began, if all records tell."""
        starts = {
            label: trial.start_date.date
            for label, trial in self.trials.items()
            if trial.start_date and trial.start_date.date
        }
        return starts if len(starts) == len(self.labels) else {}

    def _only(self, labels: Iterable[str]) -> str | None:
        found = list(labels)
        return found[0] if len(found) == 1 else None


def _extreme(values: dict[str, int] | dict[str, str], *, largest: bool) -> str | None:
    ordered = sorted(values.items(), key=lambda item: item[1], reverse=largest)
    if len(ordered) < 2 or ordered[0][1] == ordered[1][1]:
        return None
    return ordered[0][0]


def _unique(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What only one trial has: the trial's label by the thing."""
    owners: dict[str, str | None] = {}
    for label, thing in pairs:
        owners[thing] = label if owners.setdefault(thing, label) == label else None
    return {thing: label for thing, label in owners.items() if label is not None}


def _stem(name: str) -> tuple[str, str]:
    """A name without the number, numeral or short ending that tells it from its siblings, and that ending."""
    match = _ending().search(name)
    return (bare(name[: match.start()]), bare(match.group())) if match and match.start() > 3 else (bare(name), "")


NUMERALS = {"1": 1, "2": 2, "3": 3, "4": 4, "I": 1, "II": 2, "III": 3, "IV": 4}
NUMERALS |= {"ONE": 1, "TWO": 2, "THREE": 3, "FOUR": 4}


@cache
def _place() -> re.Pattern[str]:
    return pattern(r"[A-Za-z][- ]?([1-4]|I{1,3}|IV)$")


@cache
def _ending() -> re.Pattern[str]:
    return pattern(
        r"(?:[- ]?[0-9]{1,3}[A-Za-z]?|-[A-Z]{1,4}| (?:I{1,3}|IV|VI?)|[- ](?:ONE|TWO|THREE|FOUR|One|Two|Three|Four))$"
    )


def _owners_of_numbers(trials: dict[str, Trial]) -> dict[str, str]:
    """The labels of trials by their registration numbers."""
    owners: dict[str, str] = {}
    for label, trial in trials.items():
        for number in (trial.id, *trial.other_ids):
            if number:
                owners.setdefault(number, label)
    return owners


def _owners_of_names(trials: dict[str, Trial]) -> dict[str, tuple[str, str]]:
    """The names of trials as written and the trials' labels, by the bare names."""
    owners: dict[str, tuple[str, str]] = {}
    for label, trial in trials.items():
        for name in _names_of(trial):
            owners.setdefault(bare(name), (name, label))
    return owners


def _owners_of_words(trials: dict[str, Trial]) -> dict[str, str | None]:
    """The labels of trials by the words of their records; None where several have a word."""
    owners: dict[str, str | None] = {}
    for label, trial in trials.items():
        for text in (*_words_of(trial), *(trial.countries or ())):
            for word in terms(text):
                owners[word] = label if owners.setdefault(word, label) == label else None
    return owners


def _text_of(trials: Iterable[Trial]) -> str:
    """What records say of trials in words."""
    return " ".join(
        part
        for trial in trials
        for part in (_titles(trial), *trial.interventions, *trial.conditions, trial.lead_sponsor or "")
    )


def _beginnings(bare: str) -> set[str]:
    return {bare[:end] for end in range(1, min(len(bare), 40) + 1)}


def _titles(trial: Trial) -> str:
    return f"{trial.brief_title or ''} {trial.official_title or ''}".casefold()


def _is_follow_up(trial: Trial) -> bool:
    """Whether a record is that of a follow-up, by its title or by why it is in no registry."""
    written = f"{_titles(trial)} {(trial.unregistered or '').casefold()}"
    return "follow-up" in written or "follow up" in written


def _is_case_report(trial: Trial) -> bool:
    """Whether a record in no registry is that of a case report, by its key or by why it is in none."""
    key = "" if trial.id else (trial.key or "")
    return "case" in (trial.unregistered or "").lower() or not {"case", "cases"}.isdisjoint(key.lower().split("-"))


def _names_of(trial: Trial) -> Iterator[str]:
    if trial.acronym:
        yield trial.acronym
    for title in (trial.brief_title, trial.official_title):
        for match in re.finditer(r"\(([^()\s]{3,20}(?: [0-9A-Z]{1,3})?)\)", title or ""):
            if looks_named(match[1]) and not trial.acronym and match[1] not in trial.conditions:
                yield match[1]


def _words_of(trial: Trial) -> Iterator[str]:
    yield from (trial.brief_title or "", trial.official_title or "")
    yield from _things_of(trial)
    yield from (group.name or "" for group in trial.groups)
    yield from trial.conditions


def _things_of(trial: Trial) -> Iterator[str]:
    """What a trial tests."""
    yield trial.acronym or ""
    yield from trial.interventions
    yield from (arm.name or "" for arm in trial.arms)


def terms(text: str) -> Iterator[str]:
    """The words of a text that may tell one trial from another, in lower case; of "thread-embedding" its parts too."""
    for token in tokens(text):
        yield from _terms_in(token.lower)


@lru_cache(maxsize=8_192)
def _terms_in(word: str) -> tuple[str, ...]:
    if word.endswith(("-funded", "-backed", "-supported")):
        return ()  # Who pays for one study pays for others.
    return tuple(
        part
        for part in {word, *re.split("[-–/]", word)}
        if part.lower() != part.upper()
        and (len(part) > 3 or any(char.isdigit() for char in part))
        and not part.startswith(DESIGN)
        and part not in COMMON
        and not part.isdigit()
        and not _numeral().fullmatch(part)
    )


@cache
def _numeral() -> re.Pattern[str]:
    return pattern(r"[IVXivxabc]{1,5}(?:[-–/][IVXivxabc]{1,5})?")


def _phase_words(phases: tuple[str, ...] | None) -> str:
    digits = [phase.removeprefix("EARLY_").removeprefix("PHASE") for phase in phases or () if phase != "NA"]
    return "/".join(digits)


def _initials(read: Iterable[Token]) -> str:
    """The first letters of the words of a text, in order: what its abbreviations are made of."""
    return "".join([token.lower[0] for token in read])
