"""Mentions of trials in a sentence: by number, by name, by "the trial", "another study", "both", "the Dutch one".

A mention says what its own words say. Which trial "the second" or "it" is, only the text around can tell: see
`checker.claims.binding`.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from checker.claims.countries import countries
from checker.claims.demonyms import DEMONYMS
from checker.claims.vocabulary import PEOPLE, words
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.article import Article
    from checker.facts import Trial

What = Literal["trial", "term", "all", "sum", "same", "new", "ordinal", "rest", "other", "others"]

STUDY = words("trial study pilot experiment extension substudy sub-study sub-trial branch")
STUDIES = words("trials studies pilots experiments extensions comparisons substudies sub-studies branches")
REVIEW = words("review reviews meta-analysis meta-analyses metaanalysis survey surveys")
"""Nouns for what is not one trial; other works, unless the record is one."""

SINGULAR_DETERMINERS = words("the this that its their his her our my each every another no any a an one")
DETERMINERS = SINGULAR_DETERMINERS | words("these those both all neither either some many several most few other")
OWN = words("present current new ongoing latest said")
"""What sets the trial that a text is about against others."""

OTHER = words(
    "another other others different separate unrelated similar related sister cousin companion earlier previous prior "
    "older past preceding former historical historic precursor predecessor original subsequent next future further "
    "follow-up followup successor later bigger larger smaller confirmatory comparable competing rival second third "
    "fourth animal mouse preclinical pre-clinical laboratory lab parent forerunner"
)
"""What tells a study apart from the one that a text is about."""

WORK = words("research work data findings evidence experiments reports papers cases series experience")
"""Nouns that speak of studies where they are earlier, other or animal ones."""

ANIMALS = words("mice rats monkeys macaques primates rabbits pigs dogs zebrafish rodents")

PRODUCTS = words(
    "product version drug therapy treatment vaccine device compound app program programme medicine antibody pilot "
    "generation formulation group team lab company implant pill tablet candidate"
)
NEXT = words("next future further subsequent second third fourth larger bigger smaller similar")
_SMALL = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
)
NUMBERS = {word: number for number, word in enumerate(_SMALL.split(), 2)}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "1st": 1, "2nd": 2, "3rd": 3}
LARGER = words("larger bigger largest biggest")
SMALLER = words("smaller smallest")
OLDER = words("older earlier oldest earliest")
YOUNGER = words("newer younger later newest youngest latest")

LINKS = words("of in for with from to by at on as than about between among against into after before since via per")
COPULAS = words("is was are were be been as remains became being called")
STRANGERS_FOLLOW = words("in of from than like unlike and to with the for")
DISTRIBUTIVE = words("each every apiece likewise")
ACTS = words(
    "enrolled enrols enroll recruited recruits randomized randomised randomizes included involved compared compares "
    "tested tests showed shows found followed treated assigned reported took had has is was will ran runs began "
    "started opened asks asked looked uses used gave gives sets"
)
"""Verbs that a trial is the subject of."""

COMMON = PEOPLE | words(
    "study trial phase efficacy safety effect effects effectiveness evaluate evaluation comparison compare compared "
    "comparing versus with without and for from into after before during between among that this their therapy "
    "treatment treatments drug drugs dose doses dosage placebo sham control controlled standard care usual group "
    "groups cohort part patients participants adult adults pediatric paediatric young clinical research randomized "
    "randomised double-blind open-label blind label multicenter multicentre international global first second new "
    "using use used disease diseases syndrome disorder chronic acute severe moderate mild type stage advanced "
    "hospital university center centre medical health institute institutes national international foundation "
    "department college school limited company pharma pharmaceutical pharmaceuticals therapeutics biotech sciences "
    "research development corporation clinic general association united states intervention interventions "
    "experimental active comparator combination combined plus alone arm program programme device system administered "
    "injection tablet capsule oral daily week weeks month months year years high medium routine risk prevention "
    "management surgery surgical improving improve outcomes long-term long term follow-up extension people investigate "
    "assess assessment feasibility pilot following subjects single multiple based including cell cells digital "
    "exercise education training cancer test testing only support services service life quality matching "
    "observational real-world data group medicine medication medical science sciences technology company "
    "companies inc gmbh corp regional general city state county royal saint first-in-human healthy volunteer"
)
"""Words of titles, arms and sponsors that tell no trial from another."""


ABBREVIATIONS = words(
    "RCT RCTs FDA NIH NCI EMA EU UK US USA NHS NIHR WHO CDC MHRA IRB CAR CAR-T CRISPR DNA RNA mRNA siRNA MRI PET CT "
    "ECG EEG GP ICU HIV AIDS COVID COVID-19 SARS-CoV-2 HPV HBV HCV RSV TB ALS MS COPD NASH MASH NAFLD AML ALL CLL CML "
    "NSCLC SCLC HCC GBM IBD IBS PTSD ADHD OCD BMI BP LDL HDL PSA PD-1 PD-L1 HER2 EGFR ALK KRAS BRCA VEGF GLP-1 IL-2 "
    "IL-6 IL-17 IL-23 TNF JAK CD19 CD20 CD22 BCMA NK MSC MSCs CBT IVF OTC FAQ CEO CMO PhD ClinicalTrials.gov ISRCTN "
    "ANZCTR EudraCT JAMA BMJ NEJM PLOS ASCO ESMO ASH AAD EULAR ACR AAN EHA "
    "AIM AIMS BACKGROUND CONCLUSION CONCLUSIONS CONTEXT DESIGN DISCUSSION EXPOSURE EXPOSURES FINDINGS FUNDING "
    "IMPORTANCE INTERPRETATION INTERVENTION INTERVENTIONS INTRODUCTION LIMITATIONS MAIN MEASURES METHODS OBJECTIVE "
    "OBJECTIVES OUTCOME OUTCOMES PARTICIPANTS PATIENTS PURPOSE REGISTRATION RESULTS SETTING STUDY SUMMARY TRIAL"
)
"""What is spelt like the name of a trial and is none."""


PICKING = frozenset(ORDINALS) | OTHER | OWN | LARGER | SMALLER | OLDER | YOUNGER | words("last other two three")
DEMONYM_WORDS = frozenset(word.casefold() for word in DEMONYMS)


NAMED_ACTS = ACTS - words("is was has had will used uses gave gives took")
"""Those among them that say of a name that it is a trial's."""

CONTRASTS = words(
    "severe moderate mild adult adults pediatric paediatric children child young older elderly chronic acute oral "
    "injection early late advanced combination surgical digital women men exercise education prevention single multiple"
)
"""Words that tell two trials apart where only one of their titles has them."""

GENERIC = (
    COMMON
    | OWN
    | words(
        "large small big whole entire clinical scientific medical latter human only full randomised-controlled "
        "controlled landmark pivotal key important recent completed finished ended published"
    )
)
"""Words before "trial" that fit any trial."""


class Token(NamedTuple):
    """A word: half-open offsets into its sentence, as written, and in lower case without a possessive ending."""

    start: int
    end: int
    text: str
    lower: str


class Mention(NamedTuple):
    """A mention at half-open offsets: what it is, of which trials where it says so, and a rank (ordinals).

    `trial` names one trial of the article, `term` only uses words that one trial's record has. `all` and `sum` speak of
    several, `same` of the trial that the text is about, `new` of one that is being introduced, `ordinal` of the
    `rank`th, `rest` of the one left; `other` and `others` of studies that the article has no record of. `opens` tells
    that a clause begins with it.
    """

    start: int
    end: int
    what: What
    labels: tuple[str, ...] = ()
    rank: int = 0
    opens: bool = False


@cache
def _word() -> re.Pattern[str]:
    return pattern(r"[^\W_]+(?:[-–’'/.&][^\W_]+)*")


def tokens(text: str) -> list[Token]:
    """The words of a text."""
    found = []
    for match in _word().finditer(text):
        written = match.group()
        lower = written.casefold()
        for ending in ("'s", "’s"):
            lower = lower.removesuffix(ending)
        found.append(Token(match.start(), match.end(), written, lower))
    return found


def _bare(text: str) -> str:
    """A name without what its spellings differ in: case, spaces, hyphens, signs."""
    lower = text.casefold()
    return lower if lower.isalnum() else "".join(char for char in lower if char.isalnum())


class Cast:
    """The trials of an article, and by which words each of them is told from the others.

    `labels` are the records', in order; `known` adds the ids of `mentions`. Where the article has no record, the
    registration numbers in its text are its trials, else the names that stand before "trial" or "study".
    """

    def __init__(self, article: Article, numbers: Iterable[str], named: Iterable[str]) -> None:
        self.trials: dict[str, Trial] = {trial.id or trial.key or "": trial for trial in article.trials}
        self.trials.pop("", None)
        self.ids: dict[str, str] = {}
        for label, trial in self.trials.items():
            for number in (trial.id, *trial.other_ids):
                if number:
                    self.ids.setdefault(number, label)
        self.labels: tuple[str, ...] = tuple(self.trials)
        self.names: dict[str, tuple[str, str]] = {}
        for label, trial in self.trials.items():
            for name in _names_of(trial):
                self.names.setdefault(_bare(name), (name, label))
        if not self.labels:
            self.labels = tuple(dict.fromkeys(numbers)) or tuple(dict.fromkeys(named))
            self.names.update((_bare(label), (label, label)) for label in self.labels)
        self.terms = _unique(
            (label, word) for label, trial in self.trials.items() for text in _words_of(trial) for word in terms(text)
        )
        self.terms |= _unique(
            (label, token.lower)
            for label, trial in self.trials.items()
            for token in tokens(_titles(trial))
            if token.lower in CONTRASTS
        )
        self.things = _unique(
            (label, word) for label, trial in self.trials.items() for text in _things_of(trial) for word in terms(text)
        )
        self.sponsors = _unique(
            (label, word)
            for label, trial in self.trials.items()
            for word in terms(f"{trial.lead_sponsor or ''} {trial.key or ''}")
        )
        self.countries = _unique(
            (label, name) for label, trial in self.trials.items() for name in trial.countries or ()
        )
        self.all_countries = {name for trial in self.trials.values() for name in trial.countries or ()}
        self.phases = _unique(
            (label, phase) for label, trial in self.trials.items() for phase in (_phase_words(trial.phases),) if phase
        )
        self.pilot = self._only(label for label, trial in self.trials.items() if "pilot" in _titles(trial))
        self.extension = self._only(
            label
            for label, trial in self.trials.items()
            if any(word in _titles(trial) for word in ("extension", "long-term", "rollover", "roll-over"))
        )
        self.beginnings = {beginning for name in self.names for beginning in _beginnings(name)}
        """How names begin, so that most words need not be looked at twice."""
        self.stems: dict[str, set[str]] = {}
        for name, _ in self.names.values():
            self.stems.setdefault(_stem(name)[0], set()).add(_stem(name)[1])
        self.aliases = False
        self._ranks: dict[str, str | None] = {}
        self.learned: dict[str, str] = {}
        """Words that the text uses beside one trial's number or name only, by its label."""
        self.places: dict[str, str] = {}
        """Those among them that are names."""
        text = " ".join(
            part
            for trial in self.trials.values()
            for part in (_titles(trial), *trial.interventions, *trial.conditions, trial.lead_sponsor or "")
        )
        self.headline = f"{article.facts.title or ''} {article.facts.description or ''}"
        self.record_words = {token.lower for token in tokens(f"{text} {self.headline}")}
        self.record_initials = _initials(text + " " + " ".join(article.facts.conditions))
        self.years = {
            when.date[:4]
            for trial in self.trials.values()
            for when in (trial.start_date, trial.primary_completion_date, trial.completion_date)
            if when and when.date
        } | {str(reference.year) for reference in article.facts.references}
        self.own_phases = {phase for trial in self.trials.values() if (phase := _phase_words(trial.phases))}
        self.says_own_phase = False
        """Whether the text gives a record's own phase, so that another phase is another study's."""
        self.is_review = any(word in self.record_words for word in REVIEW)

    @property
    def only(self) -> str | None:
        """The one trial of the article, if it has one."""
        return self.labels[0] if len(self.labels) == 1 else None

    def is_sibling(self, word: str) -> bool:
        """Whether a name differs from a record's in its number only: BRIGHT-2 beside BRIGHT-1."""
        stem, ending = _stem(word)
        return bool(ending) and bool(self.stems.get(stem, set()) - {ending})

    def add_name(self, name: str, label: str) -> None:
        """Takes note of a name that the text itself gives a trial."""
        self.names.setdefault(_bare(name), (name, label))
        self.beginnings |= _beginnings(_bare(name))
        self.aliases = True

    def label_of(self, number: str) -> str:
        """The label of a registration number: its record's, else the number itself."""
        return self.ids.get(number, number)

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
        starts = {
            label: trial.start_date.date if trial.start_date and trial.start_date.date else ""
            for label, trial in self.trials.items()
        }
        return _extreme(starts, largest=word in YOUNGER) if all(starts.values()) else None

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
    return (_bare(name[: match.start()]), _bare(match.group())) if match and match.start() > 3 else (_bare(name), "")


@cache
def _ending() -> re.Pattern[str]:
    return pattern(r"(?:[- ]?[0-9]{1,3}[A-Za-z]?|-[A-Z]{1,4})$")


def _beginnings(bare: str) -> set[str]:
    return {bare[:end] for end in range(1, min(len(bare), 40) + 1)}


def _titles(trial: Trial) -> str:
    return f"{trial.brief_title or ''} {trial.official_title or ''}".casefold()


def _names_of(trial: Trial) -> Iterator[str]:
    if trial.acronym:
        yield trial.acronym
    for title in (trial.brief_title, trial.official_title):
        for match in re.finditer(r"\(([^()\s]{3,20}(?: [0-9A-Z]{1,3})?)\)", title or ""):
            if _looks_named(match[1]) and not trial.acronym and match[1] not in trial.conditions:
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
        word = token.lower
        for part in {word, *re.split("[-–/]", word)}:
            tells = len(part) > 3 or any(char.isdigit() for char in part)
            if tells and part not in COMMON and not part.isdigit() and not _numeral().fullmatch(part):
                yield part


def _phase_words(phases: tuple[str, ...] | None) -> str:
    digits = [phase.removeprefix("EARLY_").removeprefix("PHASE") for phase in phases or () if phase != "NA"]
    return "/".join(digits)


def _initials(text: str) -> str:
    """The first letters of the words of a text, in order: what its abbreviations are made of."""
    return "".join(token.lower[0] for token in tokens(text))


def _looks_named(word: str) -> bool:
    """Whether a word is spelt like the name of a trial: with several capitals, and no numeral or phase."""
    if word[1:].islower() or not word:
        return False
    if word.casefold().startswith("phase") or _numeral().fullmatch(word):
        return False
    letters = [char for char in word if char.isalpha()]
    capitals = sum(char.isupper() for char in letters)
    return len(letters) >= 3 and capitals >= 2 and (capitals * 2 >= len(letters) or not word.istitle())


@cache
def _numeral() -> re.Pattern[str]:
    return pattern(r"[IVXivxabc]{1,5}(?:[-–/][IVXivxabc]{1,5})?")


class Reader:
    """Reads the mentions of sentences against one cast."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.strangers: set[str] = set()
        """Bare names of studies that the article speaks of and has no record of."""
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
        return _settled(found, text)

    def strangers_in(self, text: str) -> list[str]:
        """The names in a text that were taken for those of studies without a record."""
        words = (_unpossessed(token.text) for token in tokens(text))
        return [word for word in words if _bare(word) in self.strangers]

    def forget(self, name: str) -> None:
        """Takes a name back: it is a trial's of the article."""
        self.strangers.discard(_bare(name))

    # Names

    def _named(self, text: str, read: list[Token]) -> Iterator[Mention]:
        names = self.cast.names
        index = 0
        while index < len(read):
            token = read[index]
            step = 1
            for size in (4, 3, 2, 1) if names and self._begins(token) else ():
                group = read[index : index + size]
                if len(group) < size or not _adjacent(text, group):
                    continue
                bare = _bare("".join([*(t.text for t in group[:-1]), _unpossessed(group[-1].text)]))
                known = names.get(bare)
                if known is None and size == 1 and "-" in group[0].text:
                    head, _, tail = group[0].text.rpartition("-")
                    known = names.get(_bare(head)) if tail.islower() else None
                if known and _written_as(text[group[0].start : group[-1].end], known[0], first=index == 0):
                    yield Mention(group[0].start, group[-1].end, "trial", (known[1],))
                    step = size
                    break
            else:
                if not token.text[1:].islower() and self._is_stranger(text, read, index):
                    yield Mention(token.start, token.end, "other")
            index += step

    def _begins(self, token: Token) -> bool:
        """Whether a name may begin with a word."""
        return _bare(token.lower) in self.cast.beginnings or "-" in token.text

    def _is_stranger(self, text: str, read: list[Token], index: int) -> bool:
        """Whether a word is the name of a study that has no record."""
        token = read[index]
        word = _unpossessed(token.text)
        bare = _bare(word)
        if bare in self.strangers:
            before = read[index - 1].lower if index else ""
            return _looks_named(word) and (
                before in STRANGERS_FOLLOW or _opens(text, token.start) or self._framed(text, read, index)
            )
        if len(bare) < 4 or not _looks_named(word):
            return False
        if not self.cast.is_sibling(word) and (self._belongs(word) or not self._framed(text, read, index)):
            return False
        self.strangers.add(bare)
        return True

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
        long_name = len(_bare(token.text)) >= 4
        if following and following[0].lower in STUDY and text[token.end : following[0].start].isspace():
            return True
        if not long_name:
            return False
        if (before and before[-1] in {"called", "named", "dubbed", "nicknamed"}) or before[-2:] == ["known", "as"]:
            return any(word in STUDY or word in STUDIES for word in before)
        if not following:
            return False
        gap = text[token.end : following[0].start]
        if gap.strip() == ",":
            if following[0].lower in {"a", "an", "the", "another"}:
                return (
                    any(t.lower in STUDY for t in following[1:8])
                    and "," not in text[following[0].start : _first_study(following)]
                )
            if following[0].lower in {"with", "in", "which", "where"}:
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

    # "The trial", "another study", "both trials"

    def _phrases(self, text: str, read: list[Token]) -> Iterator[Mention]:
        for index, token in enumerate(read):
            word = token.lower
            if word in STUDY or word in STUDIES or word in REVIEW or word in WORK or word in {"one", "ones"}:
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
            elif word in NUMBERS and index and read[index - 1].lower == "other":
                yield Mention(read[index - 1].start, token.end, "others")
            elif word == "pooled":
                yield Mention(token.start, token.end, "sum")
            elif word in ANIMALS:
                yield Mention(token.start, token.end, "others")
            elif index == 0 or text[read[index - 1].end : token.start].strip():
                mention = self._opening(text, read, index)
                if mention:
                    yield mention

    def _noun_phrase(self, text: str, read: list[Token], index: int) -> Mention | None:
        noun = read[index]
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
            if token.lower in DETERMINERS and not (
                token.lower in {"other"} and back and read[back - 1].lower in {"the"}
            ):
                determiner = token
                break
            if possessive and token.lower not in STUDY:
                determiner = token
                break
            if token.lower in LINKS or token.lower in COPULAS or token.lower in {"and", "or", "but", "which", "who"}:
                if token.lower == "and" and back and read[back - 1].lower not in LINKS:
                    continue
                break
            modifiers.insert(0, token)
        position = index - len(modifiers) - (determiner is not None)
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
        if bare_one and (first not in {"the", "this", "that", "another"} or not kinds <= PICKING | DEMONYM_WORDS):
            return None
        if noun.lower in WORK:
            return Mention(start, end, "others") if kinds & (OTHER - NEXT | {"published"}) else None
        if noun.lower in REVIEW:
            return Mention(start, end, "other") if self._is_review(text, noun, first, kinds) else None
        if any(_looks_named(_unpossessed(token.text)) and self._knows(token) for token in modifiers):
            return None  # The name itself is the mention.
        plural = noun.lower in STUDIES or noun.lower == "ones"
        several = len(self.cast.labels) > 1
        if plural or first in {"both", "all", "neither", "each", "every", "either"} or "both" in kinds:
            return self._plural(start, end, first, lowered)
        if first in {"no", "any"}:
            return Mention(start, end, "others")
        if kinds & {"extension", "rollover", "roll-over"} or noun.lower == "extension":
            label = self.cast.extension
            if label:
                return Mention(start, end, "trial", (label,))
            return Mention(start, end, "other", rank=2) if start < 12 else Mention(start, end, "others")
        if noun.lower == "pilot" and several and self.cast.pilot:
            return Mention(start, end, "trial", (self.cast.pilot,))
        picked = self._picked(determiner, modifiers)
        definite = first not in {"a", "an", "another", "one", ""}
        if several:
            if picked:
                return Mention(start, end, "trial", (picked,), rank=1)
            if definite and kinds & {"other"}:
                return Mention(start, end, "rest")
            rank = next((ORDINALS[word] for word in lowered if word in ORDINALS), 0)
            if rank and definite:
                return Mention(start, end, "ordinal", rank=rank)
            if definite and "parent" in kinds:
                others = [label for label in self.cast.labels if label != self.cast.extension]
                return Mention(start, end, "trial", (others[0],)) if len(others) == 1 else Mention(start, end, "other")
            if definite and (word := next((w for w in lowered if w in LARGER | SMALLER | OLDER | YOUNGER), None)):
                label = self.cast.ranked(word)
                return Mention(start, end, "trial", (label,)) if label else Mention(start, end, "other")
        elif "first" in kinds:
            return Mention(start, end, "same")
        if definite and kinds & OWN and self.cast.only:
            return Mention(start, end, "trial", (self.cast.only,))
        if first == "another" or (kinds & OTHER) - self.cast.record_words:
            return Mention(start, end, "other")
        if bare_one and not modifiers and first == "the":
            return None
        if self.cast.trials and self._is_titled(text, noun, modifiers):
            return Mention(start, end, "other")
        tail = [token for token in tokens(text[end : end + 50])[:3] if text[end : end + 4] == " of "]
        if self.cast.only and self._other_drug([*modifiers, *tail, *([determiner] if determiner else ())]):
            return Mention(start, end, "other")
        foreign = (
            self._foreign(modifiers)
            or self._other_year(modifiers)
            or (self.cast.says_own_phase and self._other_phase(modifiers) > 0)
        )
        if definite:
            strange = several and first == "the" and any(not _is_generic(word) for word in lowered)
            return Mention(start, end, "other" if foreign or strange else "same")
        if not determiner and not modifiers:
            return None
        position = max(position, 0)
        before = read[max(0, position - 2) : position]
        if before and (
            any(token.lower in COPULAS for token in before)
            or text[before[-1].end : start].strip() in {",", "–", "—", "(", ":"}
        ):
            return Mention(start, end, "same")
        if foreign or self._is_pilot(noun, kinds):
            return Mention(start, end, "other")
        opens = position < 2 or (position < 4 and before[-1].lower in LINKS)
        return Mention(start, end, "new", rank=self._other_phase(modifiers)) if opens else None

    def _knows(self, token: Token) -> bool:
        bare = _bare(_unpossessed(token.text))
        return bare in self.cast.names or bare in self.strangers

    def _plural(self, start: int, end: int, first: str, lowered: list[str]) -> Mention | None:
        count = len(self.cast.labels)
        if set(lowered) & {"among", "largest", "biggest", "few"} and first != "all":
            return None
        number = next((_count(word) for word in lowered if _count(word)), 0)
        if not number and first in {"both", "neither", "either"}:
            number = 2
        if set(lowered) & (OTHER - {"second", "third"}) and first not in {"both", "neither"}:
            return Mention(start, end, "others")
        if not first and not number and start > 12:
            return None
        ranked = next((word for word in lowered if word in ORDINALS), None)
        if ranked:
            return Mention(start, end, "sum")
        if count > 1 and number in {0, count} and (number or first in {"all", "each", "every", "these", "the"}):
            return Mention(start, end, "all", self.cast.labels)
        if count > 1 and number == 2 and first in {"both", "neither"}:
            return Mention(start, end, "all", rank=2)
        if count == 1 and first in {"each", "every"}:
            return None
        return Mention(start, end, "others", rank=number)

    def _picked(self, determiner: Token | None, modifiers: list[Token]) -> str | None:
        """The trial that the words before "trial" pick out among several."""
        if len(self.cast.labels) < 2:
            return None
        labels = set()
        for token in (*([determiner] if determiner else ()), *modifiers):
            country = DEMONYMS.get(_unpossessed(token.text))
            if country:
                owner = self.cast.countries.get(country)
                if owner:
                    labels.add(owner)
                continue
            for word in {token.lower, *token.lower.split("-")}:
                owner = self.cast.terms.get(word) or self.cast.sponsors.get(word) or self.cast.learned.get(word)
                if owner:
                    labels.add(owner)
        if not labels and determiner and determiner.lower in {"the", "this", "that", "its"}:
            phase = _phase_in(modifiers)
            if phase and self.cast.phases.get(phase):
                labels.add(self.cast.phases[phase])
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
        if noun.lower != "pilot" and not kinds & {"pilot", "feasibility"}:
            return False
        late = self.cast.own_phases and all(
            set(phase) & set("234") and "1" not in phase for phase in self.cast.own_phases
        )
        return bool(late) and not self.cast.record_words & {"pilot", "feasibility"}

    def _other_phase(self, modifiers: list[Token]) -> int:
        """1 where the words before "trial" give a phase that no record has, else 0."""
        phase = _phase_in(modifiers)
        own = self.cast.own_phases
        return int(bool(phase) and bool(own) and not any(set(phase) & set(one) & set("01234") for one in own))

    def _is_titled(self, text: str, noun: Token, modifiers: list[Token]) -> bool:
        """Whether a study goes by a full name that no record has: "the Nurses' Health Study"."""
        if not noun.text[0].isupper() or not modifiers or not modifiers[-1].text[0].isupper():
            return False
        following = text[noun.end : noun.end + 12].split()
        known = self.cast.record_words | self.cast.sponsors.keys() | self.cast.names.keys()
        return (
            bool(following)
            and following[0].islower()
            and not any(token.lower in known for token in modifiers)
            and any(token.text[0].isupper() and not _is_generic(token.lower) for token in modifiers)
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
        if word in {"both", "neither", "all", "each"} and count > 1:
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
        for index, token in enumerate(read):
            country = DEMONYMS.get(_unpossessed(token.text))
            if country:
                owner = self.cast.countries.get(country)
                opens = index == 0 or text[read[index - 1].end : token.start].strip() or read[index - 1].lower == "the"
                if owner and opens:
                    yield Mention(token.start, token.end, "term", (owner,), rank=1)
                continue
            owner = self.cast.things.get(token.lower)
            if owner is None and token.text[0].isupper():
                owner = self.cast.sponsors.get(token.lower) or self.cast.places.get(token.lower)
            if owner:
                yield Mention(token.start, token.end, "term", (owner,))


@cache
def _drug() -> re.Pattern[str]:
    """Ends of international nonproprietary names (the WHO's stems) that other English words do not have."""
    stems = (
        "mab nib ersen siran tide vir gliptin gliflozin glutide statin sartan prazole rcept leucel parvovec "
        "lisib ciclib parib degib setron triptan floxacin cycline oxaban gepant orexant caftor fersen"
    )
    return pattern(rf"[a-z]{{3,20}}(?:{'|'.join(stems.split())})")


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


def _is_generic(word: str) -> bool:
    """Whether a word before "trial" fits any trial."""
    return word in GENERIC or word in DEMONYM_WORDS or word.startswith("phase") or word[:1].isdigit() or len(word) < 3


def _phase_in(modifiers: list[Token]) -> str:
    from checker.claims.phases import phases

    written = " ".join(token.text for token in modifiers)
    found = phases(written)
    return found[0].value if len(found) == 1 else ""


def _first_study(following: list[Token]) -> int:
    return next((token.start for token in following if token.lower in STUDY), following[-1].end)


def _unpossessed(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word


def _adjacent(text: str, group: list[Token]) -> bool:
    return all(text[left.end : right.start] in {" ", "-", " & ", "&", "+", "\u00a0"} for left, right in pairwise(group))


def _written_as(written: str, name: str, *, first: bool) -> bool:
    """Whether a word may be a name that is also a common word: by its capitals."""
    written = _unpossessed(written)
    if written == name or any(char.isdigit() for char in name):
        return True
    if written.islower():
        return False
    if sum(char.isupper() for char in written) > 1:
        return True
    return not first


def _settled(found: list[Mention], text: str) -> list[Mention]:
    """Mentions in order, without those inside another of more weight, and with names taken for what they stand by."""
    weight = {
        "trial": 0,
        "ordinal": 1,
        "rest": 1,
        "sum": 1,
        "all": 1,
        "other": 2,
        "others": 3,
        "same": 4,
        "new": 5,
        "term": 6,
    }
    numbered = {mention.labels for mention in found if mention.what == "trial" and not mention.rank}
    if len(numbered) == 1:
        found = [mention for mention in found if not (mention.what == "other" and mention.rank == 1)]
    found = _without_asides(found, text)
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, weight[m.what])):
        last = kept[-1] if kept else None
        if last and mention.start < last.end:
            if weight[mention.what] < weight[last.what]:
                kept[-1] = mention._replace(start=last.start, end=max(last.end, mention.end))
            continue
        kept.append(mention)
    return [
        mention._replace(opens=(mention.what == "term" and mention.rank > 0) or _opens(text, mention.start))
        for mention in _joined(kept, text)
    ]


def _without_asides(found: list[Mention], text: str) -> list[Mention]:
    """Mentions without the names that a sentence only sets its own trial off from: "Before HALCYON came a pilot"."""
    rest = [m for m in found if m.what != "trial" or not _aside().search(text, max(0, m.start - 20), m.start)]
    return rest if any(m.what in {"trial", "other", "ordinal", "rest"} for m in rest) else found


@cache
def _aside() -> re.Pattern[str]:
    return pattern(r"\b(?:[Bb]efore|[Uu]nlike|[Ll]ike|[Bb]esides|[Bb]eyond|[Ff]ollowing|than|[Aa]fter) (?:the )?$")


def _opens(text: str, offset: int) -> bool:
    """Whether no more than two words stand between an offset and the beginning of its clause."""
    before = text[max(0, offset - 40) : offset]
    cut = max(before.rfind(char) for char in ",:;–—(")
    return (offset <= 40 or cut >= 0) and len(before[cut + 1 :].split()) <= 2


_JOINS = pattern(r"\s*[,(:–—-]?\s*(?:called|named|dubbed|known as|registered as|nicknamed)?\s*[,(:]?\s*")
_CONJOINED = pattern(r",? (?:and|or|nor|&) (?:(?:in|of|from) )?(?:the )?")
NAMING = frozenset({"trial", "other", "all"})
_BELONGS = pattern(r"[\w\s'’,-]{0,24}\b(?:of|to|from|than|on|after|in)\s+(?:the\s+)?")
_PLACED = pattern(r"[^.;:()]{0,60}[,(:]\s*")


def _joined(kept: list[Mention], text: str) -> list[Mention]:
    """ "Another trial, NCT…" is that trial; "an extension of HALCYON" is not HALCYON."""
    joined: list[Mention] = []
    for mention in kept:
        place = next((i for i in range(len(joined) - 1, max(len(joined) - 3, -1), -1) if joined[i].what != "term"), -1)
        last = joined[place] if place >= 0 else None
        if last and mention.what == "trial" and last.what in {"other", "new", "ordinal", "rest", "same"}:
            gap = text[last.end : mention.start]
            if len(gap) < 70 and _stands_beside(gap, text, mention):
                joined[place] = mention._replace(start=last.start)
                continue
            if last.what == "other" and len(gap) < 40 and _BELONGS.fullmatch(gap):
                continue
        if last and mention.what in NAMING and last.what in NAMING and mention.labels != last.labels:
            gap = text[last.end : mention.start]
            if len(gap) < 20 and _CONJOINED.fullmatch(gap):
                known = bool(mention.labels and last.labels)
                both = (*last.labels, *(label for label in mention.labels if label not in last.labels))
                joined[place] = last._replace(end=mention.end, what="all" if known else "others", labels=both)
                continue
        joined.append(mention)
    return joined


def stands_beside(gap: str) -> bool:
    """Whether a gap between two names of trials leaves the second to explain the first: "NCT… (called HALCYON)"."""
    return len(gap) < 40 and bool(gap.strip()) and bool(_JOINS.fullmatch(gap))


def _stands_beside(gap: str, text: str, mention: Mention) -> bool:
    """Whether a number or name only names the study that the words before it speak of."""
    number = any(char.isdigit() for char in text[mention.start : mention.end]) and mention.end - mention.start > 8
    if _JOINS.fullmatch(gap):
        return (
            number or not gap.strip() or len(gap.strip()) > 1 or text[mention.end : mention.end + 1] in {",", ")", "("}
        )
    return (
        number and bool(_PLACED.fullmatch(gap)) and not any(t.lower in ACTS or t.lower in COPULAS for t in tokens(gap))
    )


def abbreviated(texts: Iterable[str]) -> frozenset[str]:
    """What texts explain in brackets as short for something that is no trial, in lower case."""
    found = set()
    for text in texts:
        if "(" not in text:
            continue
        for match in _bracketed().finditer(text):
            if match[1].casefold() not in {"trial", "study"}:
                found.add(match[2].casefold().removesuffix("s"))
    return frozenset(found)


@cache
def _bracketed() -> re.Pattern[str]:
    return pattern(r"\b([A-Za-z][A-Za-z-]{0,29}) \(([A-Z][A-Za-z0-9-]{1,11})[,;)](?! (?:trial|study))")


def names_of_studies(texts: Iterable[str]) -> list[str]:
    """The names that stand before "trial" or "study" in texts, in order, each once: "the HALCYON trial"."""
    named: dict[str, None] = {}
    for text in texts:
        if "trial" not in text and "study" not in text:
            continue
        read = tokens(text)
        for token, following in pairwise(read):
            beside = following.lower in {"trial", "study"} and text[token.end : following.start].isspace()
            if beside and _looks_named(_unpossessed(token.text)):
                named.setdefault(token.text)
    return list(named)
