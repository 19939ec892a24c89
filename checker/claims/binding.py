"""To which trial a claim belongs: the one named in its clause, else in its sentence, else the one in focus.

The focus moves with what a text mentions: numbers, names, "the second study", "another trial". It starts anew with each
paragraph, and falls back on the trial that the paragraph or its section names. An article about one trial has that
trial in focus, but where it speaks of others. Unsure means unbound.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache, cached_property
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from checker.claims.cast import MANY, Cast, terms
from checker.claims.countries import countries
from checker.claims.mentions import Mention, stands_beside
from checker.claims.outsiders import Outsiders
from checker.claims.phases import phases
from checker.claims.reader import BACK, PHASED, Reader
from checker.claims.sentences import prose_sentences
from checker.claims.study_names import COMMON, abbreviated, looks_named, names_of_studies
from checker.claims.study_words import DISTRIBUTIVE, NUMBERS, OTHER, OWN
from checker.claims.tokens import tokens
from checker.claims.vocabulary import MONTHS, PEOPLE
from checker.pattern import pattern
from checker.registries import mentions as cited

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Mapping, Sequence

    from checker.article import Article, Block
    from checker.claims.claim import Found

Trials = tuple[str, ...]
"""Labels of trials; none of them where the text speaks of a study that is not the article's."""

ELSEWHERE: Trials = ()
SHARED_OUT = frozenset({"enrollment", "arm_size", "subgroup_size", "percentage", "p_value", "mean_change", "duration"})
"""Kinds of claims that two trials share only where the words say "each": a count of "both" is a sum."""


DATES = frozenset({"start_date", "primary_completion_date", "completion_date", "results_date", "registry_id"})
COUNTS = frozenset({"enrollment", "subgroup_size", "arm_size", "percentage", "countries", "age"})
WHOLE = DATES | frozenset({"enrollment", "sites", "countries_count", "countries", "duration"})
"""Kinds of claims that a record makes of a whole trial, not of its parts."""
ROLES = ("planned", "enrolled", "randomized", "treated", "completed", "analyzed")
NEAR = 80
"""How far apart, in code points, a claim and a mention may stand for the words between them to be read."""
YEAR_OF = 12
"""How far behind a study, in code points, its year may stand."""
ALIKE = 0.6
"""Which part of the words of a heading and of a title must be the same for the one to be the other."""
FOLLOWING = 30
"""How many words behind a study may say what it tests."""
LONG_BEFORE = 3
"""Years before a trial's start from which on a sentence that does not name it speaks of the past."""


class Binding(NamedTuple):
    """The label of a claim's trial, or None, and those of further trials of which the same words say the same."""

    trial: str | None
    also: tuple[str, ...] = ()


UNBOUND = Binding(None)


class Placed(NamedTuple):
    """A mention with the trials that it stands for; None where it leaves that to the focus."""

    start: int
    end: int
    trials: Trials | None
    weak: bool = False
    opens: bool = False
    names: bool = False
    """Whether it names its trials, and does not only take up what was spoken of."""


class Scene:
    """What a sentence speaks of: its mentions, the trials in focus as it begins, and those to fall back on.

    `starts` are the years in which the article's trials began; `is_part` says that the sentence is about one part of a
    trial. Whatever a claim asks is found by bisection, so that a
    sentence of many claims and many mentions takes no more than its length.
    """

    def __init__(
        self,
        text: str,
        placed: Sequence[Placed] = (),
        focus: Trials | None = None,
        fallback: Trials | None = None,
        starts: Mapping[str, int] | None = None,
        *,
        is_part: bool = False,
    ) -> None:
        self.text = text
        self.placed = placed
        self.focus = focus
        self.fallback = fallback
        self.starts = starts or {}
        self.is_part = is_part
        self.introduces = False
        """Whether it speaks of a study for the first time: "a trial"."""

    @cached_property
    def strong(self) -> list[Placed]:
        return [mention for mention in self.placed if not mention.weak]

    @cached_property
    def weak(self) -> list[Placed]:
        return [mention for mention in self.placed if mention.weak]

    @cached_property
    def joints(self) -> list[tuple[int, int]]:
        return [match.span() for match in _joints().finditer(self.text)]

    @cached_property
    def named(self) -> frozenset[Trials]:
        return frozenset(mention.trials for mention in self.strong if mention.trials)

    @cached_property
    def is_in_order(self) -> bool:
        """Whether it gives its numbers in the order of its trials."""
        return "respectively" in self.text

    @cached_property
    def hinted(self) -> Trials | None:
        """The one trial that only the sentence's words point to: "Northwick completed enrolment in its study"."""
        hints = {mention.trials for mention in self.weak}
        return hints.pop() if len(hints) == 1 and all(mention.trials is None for mention in self.strong) else None

    @cached_property
    def years(self) -> tuple[int, ...]:
        return tuple(int(match[1]) for match in _year().finditer(self.text) if not self._is_of_another(match.start()))

    def _is_of_another(self, offset: int) -> bool:
        """Whether a year stands right behind a study that is not the article's: "from a smaller trial in 2019"."""
        index = bisect_right(self.strong, offset, key=lambda mention: mention.end)
        last = self.strong[index - 1] if index else None
        return last is not None and last.trials == ELSEWHERE and offset - last.end < YEAR_OF

    @cached_property
    def is_background(self) -> bool:
        """Whether a sentence tells how common something is, and not of a trial."""
        if _common().search(self.text):
            return True
        if not self.named and _approval().search(self.text):
            return True
        return not self.named and bool(_prevalence().search(self.text)) and not _trial_talk().search(self.text)

    @cached_property
    def distributes(self) -> bool:
        """Whether a sentence says of each of several trials what it says."""
        return any(token.lower in DISTRIBUTIVE for token in tokens(self.text))

    def clause(self, offset: int) -> tuple[int, int]:
        """The clause around an offset, between semicolons, dashes and the like."""
        index = bisect_right(self.joints, offset, key=lambda joint: joint[1])
        start = self.joints[index - 1][1] if index else 0
        end = self.joints[index][0] if index < len(self.joints) else len(self.text)
        return start, max(end, offset)


def bind(article: Article, found: Sequence[tuple[int, Found]]) -> list[Binding]:
    """The trial of each claim; a claim comes with the index of its sentence among `article.once(prose_sentences)`."""
    scenes = article.once(read_scenes)
    bindings = [_bound(scenes[index], claim) for index, claim in found]
    return [
        _by_sponsor(article, claim) if claim.kind == "sponsor" and binding == UNBOUND else binding
        for binding, (_, claim) in zip(bindings, found, strict=True)
    ]


def read_scenes(article: Article) -> tuple[Scene, ...]:
    """What each prose sentence of an article speaks of, in order; to be had through `article.once`."""
    return tuple(_Walk(article).scenes())


# One claim


def _bound(scene: Scene, claim: Found) -> Binding:
    trials = _trials(scene, claim)
    if not trials or ((claim.kind not in DATES or scene.introduces) and _long_before(scene, trials[0])):
        return UNBOUND
    if scene.is_part and claim.kind in WHOLE:
        return UNBOUND
    if claim.kind in COUNTS and scene.is_background:
        return UNBOUND
    if claim.kind in SHARED_OUT and _is_sum(scene, claim):
        return UNBOUND
    if len(trials) > 1 and claim.kind in SHARED_OUT and not scene.distributes:
        place = _place_of(scene, claim) if len(trials) == 2 else None
        return UNBOUND if place is None else Binding(trials[place])
    return Binding(trials[0], trials[1:])


def _is_sum(scene: Scene, claim: Found) -> bool:
    """Whether a count is one of several trials: "1,500 patients combined", "a total of 330 (240 in A and 90 in B)"."""
    if _summed().match(scene.text, claim.end):
        return True
    if len(scene.named) < 2 or "(" not in scene.text[claim.end : claim.end + NEAR]:
        return False
    return scene.strong[0].start > claim.end and bool(
        _total().search(scene.text[max(0, claim.start - NEAR) : claim.start])
    )


def _place_of(scene: Scene, claim: Found) -> int | None:
    """Which of two a number is: "1,561 and 1,617 patients in the A and B trials, respectively"."""
    text = scene.text
    if not scene.is_in_order:
        return None
    if _second().search(text[max(0, claim.start - NEAR) : claim.start]):
        return 1
    return 0 if _first().match(text[claim.end : claim.end + NEAR]) else None


@cache
def _first() -> re.Pattern[str]:
    return pattern(r"(?: [a-z]+){0,2} and [0-9]")


@cache
def _second() -> re.Pattern[str]:
    return pattern(r"[0-9](?:[0-9,.]*%?)(?: [a-z]+){0,2} and $")


@cache
def _summed() -> re.Pattern[str]:
    several = r"(?:in|across) (?:(?:the|two|both|all|three|four|these) ){1,2}(?:[\w-]+ ){0,2}(?:trials|studies)"
    return pattern(rf"[\w ,-]{{0,30}}\b(?:combined|between them|{several})\b")


@cache
def _total() -> re.Pattern[str]:
    return pattern(r"\b(?:[Tt]otal|[Oo]verall|[Aa]ltogether|[Ii]n all|[Tt]ogether|[Cc]ombined)\b")


def _long_before(scene: Scene, label: str) -> bool:
    """Whether all years in a sentence lie long before the start of the trial, which the sentence does not mention."""
    start = scene.starts.get(label)
    if start is None or not scene.years or any(mention.names for mention in scene.placed):
        return False
    return max(scene.years) <= start - LONG_BEFORE


def _by_sponsor(article: Article, claim: Found) -> Binding:
    """A sponsor that is named apart from any trial sponsors the trials that name it."""
    labels = tuple(trial.id or trial.key or "" for trial in article.trials if trial.lead_sponsor == claim.value)
    return Binding(labels[0], labels[1:]) if labels and all(labels) else UNBOUND


def _trials(scene: Scene, claim: Found) -> Trials | None:
    """The trials that a claim is about."""
    index = bisect_right(scene.strong, claim.start, key=lambda mention: mention.end)
    inside = scene.strong[index] if index < len(scene.strong) else None
    if inside and inside.start < claim.end and inside.trials is not None:
        return inside.trials
    start, end = scene.clause(claim.start)
    chosen = _nearest(scene.text, scene.strong, start, end, claim)
    if chosen is None and not _any_within(scene.strong, start, end):
        chosen = _nearest(scene.text, scene.weak, start, end, claim)
        if chosen is None:
            before = bisect_right(scene.strong, start, key=lambda mention: mention.end)
            chosen = scene.strong[before - 1] if before else None
    if chosen is not None and chosen.trials is not None:
        if chosen.weak and not chosen.opens and scene.focus not in {None, chosen.trials}:
            return None
        return chosen.trials
    if scene.focus is not None:
        return scene.focus
    if scene.strong and (chosen is None or chosen.trials is None) and scene.hinted:
        return scene.hinted
    return next(iter(scene.named)) if len(scene.named) == 1 else scene.fallback


def _any_within(mentions: list[Placed], start: int, end: int) -> bool:
    index = bisect_left(mentions, start, key=lambda mention: mention.start)
    return index < len(mentions) and mentions[index].start < end


def _nearest(text: str, mentions: list[Placed], start: int, end: int, claim: Found) -> Placed | None:
    """The mention before a claim in its clause; the one after it, where none stands before or the claim leans on it."""
    index = bisect_right(mentions, claim.start, key=lambda mention: mention.start)
    before = mentions[index - 1] if index and mentions[index - 1].start >= start else None
    after = mentions[index] if index < len(mentions) and mentions[index].start < end else None
    if after and after.trials is not None:
        gap = text[claim.end : after.start]
        if after.names and claim.kind == "phase" and (gap == " " or (gap == " (" and text[after.end :][:1] == ")")):
            return after  # "its Phase 3 HALCYON and Phase 2 (KINGFISHER) trials"
        if after.names and claim.kind == "sponsor" and _owns().fullmatch(gap):
            return after  # "and Ostara's VESTA"
        leans = len(gap) < NEAR and bool(_lean().fullmatch(gap))
        if before is None:
            return None if after.trials == ELSEWHERE and "," in gap and not leans else after
        between = text[max(before.end, claim.start - NEAR) : claim.start]
        if leans and any(joint in between for joint in (",", "(", " and ")):
            return after
    return before


@cache
def _lean() -> re.Pattern[str]:
    link = r"(?:in|for|at|on|of|from)\s+(?:(?:the|an?|another)\s+)?"
    return pattern(rf"\s*(?:[a-z-]+ ){{0,2}},?\s?{link}(?:[\w-]+\s+){{0,5}}")


@cache
def _owns() -> re.Pattern[str]:
    """What stands between an owner and a trial: "Ostara's Phase 3 VESTA"."""
    return pattern(r"['’]s?(?: [\w/-]+){0,4} ")


@cache
def _brings_in() -> re.Pattern[str]:
    """What stands before a trial that a paragraph on another one comes to last: "The second trial (NCT…)"."""
    return pattern(r"(?:The|A|An|Another|Its) (?:second|third|other|later|next|sister|companion|parallel)\b")


@cache
def _joints() -> re.Pattern[str]:
    return pattern(r";|\s[–—]\s|,\s(?:while|whereas|but|unlike)\b")


@cache
def _prevalence() -> re.Pattern[str]:
    return pattern(
        r"(?i)\b(?:worldwide|globally|per (?:100,000|million|1,000)|(?:each|every) year|annually|prevalence"
        r"|incidence(?! (?:rate )?ratio)"
        r"|affects?|affecting|(?:is|are|were) diagnosed|(?:live|lives|living) with|general population"
        r"|million (?:people|adults|children|americans|women|men)|(?:most|second most) common|commonest|leading cause"
        r"|(?:one|two|three|four|[1-9]) (?:in|out of) (?:every )?(?:[a-z]+|[0-9]{1,4}) "
        r"(?:people|adults|men|women|children)"
        r")\b"
    )


@cache
def _common() -> re.Pattern[str]:
    """What is said of all who have a disease, whoever says it: "up to 10% of people with MND carry the gene"."""
    return pattern(
        r"(?:%|per ?cent|[Mm]ost|[Mm]any|[Ss]ome|[Hh]alf|thirds|quarters?)(?: of)?(?: all)? "
        r"(?:people|patients|adults|children|women|men|those)(?: in [\w ]{2,20})? (?:with|who have) .{2,50}"
        r"\b(?:carry|develop|suffer|die|relapse|have|experience|survive|will)\b"
    )


@cache
def _approval() -> re.Pattern[str]:
    """What is said of treatments that are in use, and of the data they rest on."""
    return pattern(
        r"\b(?:approved in|approved (?:on|after|by|for)|won approval|(?:on|off) the market|licensed (?:in|for|on))\b"
    )


@cache
def _trial_talk() -> re.Pattern[str]:
    return pattern(r"(?i)\b(?:randomi[sz]|enrol|recruit|participa|trial|study\b|studies\b|sites?\b|placebo|treated)")


@cache
def _year() -> re.Pattern[str]:
    return pattern(
        r"\b(?:[Ii]n|[Bb]etween|and|to|[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom|[Dd]uring|[Oo]f|early|late|mid|January|February|March|April|May|June"
        r"|July|August|September|October|November|December)(?: [0-9]{1,2},)?[ \u00a0-]((?:19|20)[0-9]{2})"
        r"(?![\w-]|[.,][0-9])"
    )


@cache
def _background() -> re.Pattern[str]:
    """The label of a paragraph on what was known before, as abstracts have it."""
    return pattern(
        r"(?i)(?:background|context|introduction|rationale|importance|evidence before this study)(?:[.:—–]|\s[A-Z])"
    )


@cache
def _before() -> re.Pattern[str]:
    """What a text says of studies that came before, or are to come."""
    return pattern(
        r"(?i)\b(?:after|follow(?:s|ing|ed)|earlier|previous(?:ly)?|prior|based on|builds? on|completed|since|until"
        r"|will|before|next|plans?|planned|healthy)\b"
    )


@cache
def _workers() -> re.Pattern[str]:
    """Who does studies, where a text brings them in: "Doctors in Oslo"."""
    people = "doctors surgeons researchers scientists physicians clinicians engineers nurses investigators neurologists"
    return pattern(rf"(?:[A-Z][a-z]+ )?(?i:{'|'.join(people.split())}) (?:in|at|from) (?:the )?[A-Z]")


@cache
def _beside() -> re.Pattern[str]:
    return pattern(
        r"(?i)\b(?:also|separately|separate|meanwhile|addition|additionally|another|other|earlier|previously)\b"
    )


@cache
def _a_study() -> re.Pattern[str]:
    return pattern(r"\b(?:an?|one) (?:[\w-]+ ){0,3}(?:trial|study)\b")


@cache
def _parts() -> re.Pattern[str]:
    return pattern(r"\b(?:two|three|four) (?:parts|stages|phases|steps|halves|cohorts|portions|studies in one)\b")


@cache
def _part() -> re.Pattern[str]:
    """A sentence on one part of a study, whose counts are not the whole study's."""
    return pattern(r"(?:In |During |For )?[Tt]he (?:first|second|third|last|other|former|latter)\b")


@cache
def _portion() -> re.Pattern[str]:
    """A part of a study by its name: "the Phase 3 portion of HALCYON"."""
    return pattern(
        r"\b(?:[Pp]hase (?:[1-4]|I{1,3}V?)[ab]?|first|second|pivotal|dose-escalation|dose-expansion|expansion"
        r"|open-label|double-blind|randomi[sz]ed|extension) (?:portion|part|stage|segment)s? of\b"
    )


@cache
def _one_of_them() -> re.Pattern[str]:
    return pattern(
        r"(?:(?:In|Of|For) )?(?:[Oo]ne|[Aa]nother|[Ss]ome|[Mm]ost|[Ss]everal|[Tt]hey|[Tt]hose|[Tt]hese|[Bb]oth"
        r"|[Tt]he (?:largest|biggest|first|latest|best|smallest|second|other))\b"
    )


@cache
def _may_never_be() -> re.Pattern[str]:
    return pattern(r"(?i)\b(?:would|could|can|cannot|need|needs|needed|should|might|may|before|until|unlike|than)\b")


def _ends_on(text: str, mention: Placed) -> bool:
    """Whether a sentence ends on a study that the next one may go on about."""
    if text[mention.start : mention.end].endswith("pilot"):
        return False  # "The trial", which comes next, is not the pilot.
    return len(text) - mention.end <= 2 and not _may_never_be().search(text[-300:])


# The walk through the article


class _Ruling(NamedTuple):
    """The trials that head the columns of a table (`across`), or its rows."""

    across: bool
    heads: dict[int, set[Trials]]

    def trials(self, block: Block) -> Trials | None:
        """The trials that rule a cell; None of a cell that heads the others."""
        line, place = (block.column, block.row) if self.across else (block.row, block.column)
        heads = self.heads.get(line, set())
        if self.across and not line and place and not heads:
            every = {trials for found in self.heads.values() for trials in found}
            return tuple(label for trials in sorted(every) for label in trials) if ELSEWHERE not in every else ELSEWHERE
        if len(heads) == 1:
            return next(iter(heads))
        return ELSEWHERE if heads or (place and line) else None


class _Walk:
    """Goes through an article once, block by block, and keeps what is in focus."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.sentences = article.once(prose_sentences)
        numbers = self._numbers()
        named = () if article.trials else names_of_studies(sentence.text for sentence in self.sentences)
        self.cast = Cast(article, [number for row in numbers for _, _, number in row], named)
        self.reader = Reader(self.cast)
        self.reader.abbreviated = abbreviated(sentence.text for sentence in self.sentences)
        self.words = [tokens(sentence.text) for sentence in self.sentences]
        own = self.cast.own_phases
        steps = {step for phase in own for step in phase if step.isdigit()}
        if self.cast.only and not own and not any(trial.phases for trial in self.cast.trials.values()):
            own = self.cast.own_phases = self._first_phase()
            steps = {step for phase in own for step in phase if step.isdigit()}
        self.cast.says_own_phase = (
            any(p.steps & steps for s in self.sentences for p in phases(s.text)) if own else False
        )
        self.read = self._read_all(numbers)
        self._labels = self.cast.labels
        self._alias()
        self._add_unnumbered(named)
        self._learn()
        if self.cast.learned or self.reader.strangers or self.cast.added:
            self._read_again(numbers)
        self._set_apart()
        self.order = self._order()
        self.starts = {
            label: int(trial.start_date.date[:4])
            for label, trial in self.cast.trials.items()
            if trial.start_date and trial.start_date.date and trial.start_date.date[:4].isdecimal()
        }
        self.counts = {
            str(count)
            for trial in self.cast.trials.values()
            for role in ROLES
            for count in (getattr(trial.enrollment, role), *(arm.count for arm in trial.arms))
            if count is not None
        }
        self._counted: dict[int, bool] = {}
        self.read_scenes: list[Scene] = []
        self.recent: list[str] = []
        self.met: dict[str, None] = {}
        """The trials named since the last heading."""
        self.introduced = False
        """Whether an earlier paragraph has named the trial, or told whom it takes, so that "a trial" is another."""
        self.established = False
        """Whether the text has said yet what trial it is about."""
        self.astray = False
        """Whether the text has spoken of so many studies, and of no trial since."""
        self.at_home = False
        """Whether the text has named what the trial tests since it went astray."""
        self.ended: Trials | None = None
        """What was in focus at the end of the last block."""
        self.several = False
        """Whether the last sentence spoke of several studies that are not the article's: "in one, …"."""
        self.extended = False
        """Whether the focus is on an extension, which the record does not hold."""

    def _read_all(self, numbers: list[list[tuple[int, int, str]]]) -> list[list[Mention]]:
        return [
            self.reader.read(sentence.text, words, row)
            for sentence, words, row in zip(self.sentences, self.words, numbers, strict=True)
        ]

    def _read_again(self, numbers: list[list[tuple[int, int, str]]]) -> None:
        """Reads the sentences again that the names and words met in others may change."""
        same = self.cast.labels == self._labels
        for index, (sentence, words) in enumerate(zip(self.sentences, self.words, strict=True)):
            if not same or self.reader.reads_otherwise(sentence.text, words, self.cast.added):
                self.read[index] = self.reader.read(sentence.text, words, numbers[index])

    def _first_phase(self) -> set[str]:
        """The phase that a text begins with, for that of a record that gives none."""
        written = (self.article.facts.title or "", *(sentence.text for sentence in self.sentences[:3]))
        for text in written:
            found = phases(text)
            if found:
                return {"/".join(sorted(found[0].steps))} if not _before().search(text[: found[0].start]) else set()
        return set()

    def _set_apart(self) -> None:
        """Takes what drugs and companies say that are not the article's for what is said of other trials."""
        if not self.cast.trials:
            return
        outsiders = Outsiders(self.cast)
        lead = next((sentence.block for sentence in self.sentences if sentence.block.kind != "heading"), None)
        outsiders.learn(
            (sentence.text, words, mentions, sentence.block is lead)
            for sentence, words, mentions in zip(self.sentences, self.words, self.read, strict=True)
        )
        self.read = [
            outsiders.find(sentence.text, words, mentions)
            for sentence, words, mentions in zip(self.sentences, self.words, self.read, strict=True)
        ]

    def _numbers(self) -> list[list[tuple[int, int, str]]]:
        """The registration numbers of each sentence, by offsets into it."""
        rows: list[list[tuple[int, int, str]]] = [[] for _ in self.sentences]
        by_block: dict[int, list[tuple[int, int, str]]] = {}
        for one in self.article.once(cited):
            if one.block is not None and one.id:
                by_block.setdefault(one.block.span.start, []).append((one.mention.start, one.mention.end, one.id))
        for of_block in by_block.values():
            of_block.sort()
        for sentence, row in zip(self.sentences, rows, strict=True):
            of_block = by_block.get(sentence.block.span.start, [])
            for start, end, number in of_block[
                bisect_left(of_block, (sentence.start,)) : bisect_left(of_block, (sentence.end,))
            ]:
                row.append((start - sentence.start, end - sentence.start, number))
        return rows

    def _alias(self) -> None:
        """A name that the text gives beside a number, or that its headline has, is that trial's from then on."""
        owners: dict[str, tuple[str, str]] = {}
        for sentence, mentions in zip(self.sentences, self.read, strict=True):
            for mention, following in zip_longest(mentions, mentions[1:]):
                if mention.what != "trial" or len(mention.labels) != 1:
                    continue
                beside = (
                    following is not None
                    and following.what == "other"
                    and stands_beside(sentence.text[mention.end : following.start])
                )
                end = following.end if following and beside else mention.end
                known = self.cast.knows(sentence.text[mention.start : mention.end])
                for name in self.reader.strangers_in(sentence.text[mention.end if known else mention.start : end]):
                    owners.setdefault(name, (name, mention.labels[0]))
        only = self.cast.only
        trial = self.cast.trials.get(only or "")
        if only and trial and not trial.acronym:
            for name in self.reader.strangers_in(self.cast.headline):
                owners.setdefault(name, (name, only))
        if only and trial and not trial.acronym and not owners:
            owners.update(self._headed_by(only))
        if only and trial and trial.acronym and not any(m.what == "trial" for mentions in self.read for m in mentions):
            for name in sorted(self.reader.strangers & self.cast.numbered_stems):
                owners.setdefault(name, (name.upper(), only))
        for name, owner in owners.items():
            self.cast.add_name(name, owner[1])
            self.reader.forget(name)

    def _headed_by(self, label: str) -> dict[str, tuple[str, str]]:
        """The name of the one study that a text begins with, which a record without an acronym does not give."""
        things = self.cast.things.keys() | self.cast.sponsors.keys()
        for sentence, mentions, words in zip(self.sentences[:3], self.read, self.words, strict=False):
            names = self.reader.strangers_in(sentence.text)
            if names:
                if things and things.isdisjoint(token.lower for token in words):
                    return {}
                clear = len(set(names)) == 1 and not _before().search(sentence.text[: sentence.text.index(names[0])])
                clear = clear and len([m for m in mentions if m.what in {"other", "others", "sum"}]) < 2
                return {names[0]: (names[0], label)} if clear else {}
        return {}

    def _add_unnumbered(self, named: Iterable[str]) -> None:
        """Where the article has no records, its trials are those with a number and those with a name only."""
        added = []
        for name in named:
            if not self.cast.knows(name):
                added.append(name)
                self.cast.add_name(name, name)
                self.reader.forget(name)
        self.cast.labels += tuple(added)

    def _learn(self) -> None:
        """What is said only beside one trial's number or name tells it from the others from then on."""
        if len(self.cast.labels) < 2:
            return
        owners: dict[str, str | None] = {}
        for sentence, mentions in zip(self.sentences, self.read, strict=True):
            labels = {label for m in mentions if m.what == "trial" for label in m.labels}
            if len(labels) != 1 or any(m.what in {"other", "others", "all", "sum"} for m in mentions):
                continue
            label = labels.pop()
            for word in set(terms(sentence.text)):
                owners[word] = label if owners.setdefault(word, label) == label else None
        ruled = self._tables()
        for sentence in self.sentences:
            block = sentence.block
            heads = block.kind == "cell" and block.table in ruled and 0 in {block.row, block.column}
            trials = (heads and ruled[block.table].trials(block)) or ELSEWHERE
            for word in set(terms(sentence.text)) if trials else ():
                owners[word] = trials[0] if owners.setdefault(word, trials[0]) == trials[0] else None
        self.cast.learned = {
            word: label
            for word, label in owners.items()
            if label in self.cast.labels and not self.cast.is_anothers(word, label)
        }
        names = {
            token.lower for words in self.words for token in words[1:] if token.capital and token.text not in MONTHS
        }
        self.cast.places = {word: label for word, label in self.cast.learned.items() if word in names}

    def _order(self) -> list[str]:
        """The trials in the order in which the text brings them in."""
        seen = dict.fromkeys(
            label
            for mentions in self.read
            for m in mentions
            if m.what == "trial"
            for label in m.labels
            if label in self.cast.labels
        )
        return list(seen) if len(seen) == len(self.cast.labels) else list(self.cast.labels)

    def scenes(self) -> list[Scene]:
        """The scenes of all sentences, in order."""
        section: Trials | None = None
        carried: Trials | None = None
        parent: tuple[int, Trials | None] = (0, None)
        tables = self._tables()
        index = 0
        while index < len(self.sentences):
            block = self.sentences[index].block
            stop = index
            while stop < len(self.sentences) and self.sentences[stop].block is block:
                stop += 1
            if block.kind == "heading":
                self._block(index, stop)
                section, carried, parent = self._headed(index, stop), None, (0, None)
                self.met = {}
            elif block.kind == "cell":
                ruling = tables[block.table].trials(block) if block.table in tables else None
                self._block(index, stop, section if ruling is None else ruling, ruled=ruling is not None)
            elif block.kind == "item":
                column = self.article.lines.place(block.span.start).column
                inner = parent[1] is not None and column > parent[0]
                above = parent[1] if inner else carried
                sole, _ = self._block(index, stop, section if above is None else above)
                if not inner:
                    parent = (column, sole) if sole else (0, None)
            else:
                around = section
                if around is None and not self.cast.only and (self._met_one(carried) or self._leans_back(index)):
                    around = carried
                _, last = self._block(index, stop, around)
                carried, parent = last if last is not None else carried, (0, None)
            index = stop
        return self.read_scenes

    def _block(
        self, index: int, stop: int, around: Trials | None = None, *, ruled: bool = False
    ) -> tuple[Trials | None, Trials | None]:
        """Reads the sentences of one block, given the trials around it; gives its only trial, and its last focus.

        `ruled` says that the trials around rule it whatever else it mentions (a cell in a trial's column).
        """
        only = self.cast.only
        named = list(
            dict.fromkeys(m.labels for row in self.read[index:stop] for m in row if m.what == "trial" and not m.rank)
        )
        sole = named[0] if len(named) == 1 else None
        focus = around if ruled else None
        if only:
            focus = around if ruled or around == ELSEWHERE else (only,)
            if not self.met and self.astray and not self._leans_back(index) and not self._comes_home(index):
                focus = ELSEWHERE
            if self.ended == ELSEWHERE and not self.met and self._is_strange(index):
                focus = ELSEWHERE
            fallback = focus
        elif named:
            fallback = sole if sole is not None or around not in named else around
        else:
            fallback = around
        told = knew = False
        above = ""
        brought = next((at for at in range(index, stop) if any(m.what == "trial" for m in self.read[at])), index)
        brought = brought if sole is not None and _brings_in().match(self.sentences[brought].text) else index
        behind = bool(_background().match(self.sentences[index].text))
        for at in range(index, stop):
            text = self.sentences[at].text
            if only and focus == ELSEWHERE and self._comes_back(text):
                focus = (only,)
            elif only and self.several and _one_of_them().match(text):
                focus = ELSEWHERE
            parted = bool(only and at > index and focus == (only,) and _part().match(text) and _parts().search(above))
            placed: list[Placed] = []
            kept: list[Mention] = []
            current = focus
            for mention in self.read[at]:
                if mention.what == "new" and _may_never_be().search(text[mention.end : mention.end + NEAR]):
                    continue
                known = (mention.what == "new" or mention.rank == PHASED) and self._is_known(at, mention)
                one = self._place(mention, current, known=known)._replace(opens=mention.opens)
                if ruled and focus and mention.what in {"new", "same"}:
                    one = one._replace(trials=focus)
                if mention.what == "new" and not only and one.trials == ELSEWHERE:
                    one = one._replace(trials=self._of_own_things(at, mention) or ELSEWHERE)
                if only and behind and mention.what == "new" and not self._comes_back(text):
                    one = one._replace(trials=ELSEWHERE)
                if one.weak and not one.opens and sole is not None and one.trials != sole:
                    continue
                placed.append(one)
                kept.append(mention)
                if one.trials is not None and not one.weak and not (only and mention.what == "others"):
                    current = one.trials
            parted = parted or bool(_portion().search(text))
            scene = Scene(text, placed, focus, around if at < brought else fallback, self.starts, is_part=parted)
            scene.introduces = any(m.what == "new" for m in kept) or (not kept and bool(_a_study().search(text)))
            self.read_scenes.append(scene)
            if only and focus == (only,) and not any(one.trials == ELSEWHERE for one in placed):
                told = told or self._counts_people(at)
                knew = knew or self._has_own_count(at)
            focus = self._moved(text, focus, kept, placed)
            above = above if parted else text
            if only and focus == (only,) and (kept or self._counts_people(at)) and _long_before(scene, only):
                focus = ELSEWHERE
            self.astray = focus == ELSEWHERE and (self.astray or any(m.what == "others" and m.rank > 1 for m in kept))
            self.extended = focus == ELSEWHERE and (
                self.extended or any(m.what == "other" and m.rank > 1 for m in kept)
            )
            self.at_home = self.astray and (self.at_home or self._has_own_thing(at))
            self.several = any(m.what == "others" for m in kept) or (self.several and focus == ELSEWHERE)
            for mention in self.read[at]:
                for label in mention.labels if mention.what == "trial" else ():
                    self.recent = [*(old for old in self.recent if old != label), label][-9:]
                    self.met[label] = None
        prose = self.sentences[index].block.kind != "heading"
        self.introduced = self.introduced or (prose and (sole is not None or (told and (self.established or knew))))
        self.established = self.established or bool(self.met) or self.sentences[index].block.kind != "heading"
        self.several = False
        self.ended = focus
        return sole, focus

    def _of_own_things(self, at: int, mention: Mention) -> Trials | None:
        """The trial of a study that is brought in with what only that trial tests: "they ran a study of velozumab"."""
        text = self.sentences[at].text
        around = text[max(0, mention.start - NEAR) : mention.end + 2 * NEAR]
        if mention.rank or _beside().search(around):
            return None
        words = self.words[at]
        first = bisect_left(words, mention.end, key=lambda token: token.start)
        read = words[first : first + FOLLOWING]
        owners = {self.cast.things[token.lower] for token in read if token.lower in self.cast.things}
        label = owners.pop() if len(owners) == 1 else None
        trial = self.cast.trials.get(label or "")
        if label is None or trial is None or not trial.phases:
            return None
        steps = {step for phase in trial.phases for step in phase if step.isdigit()}
        given = [phase.steps for phase in phases(text[mention.start : mention.end])]
        return (label,) if given and all(each <= steps for each in given) else None

    def _place(self, mention: Mention, focus: Trials | None, *, known: bool) -> Placed:
        start, end, what = mention.start, mention.end, mention.what
        several = len(self.cast.labels) > 1
        if what in {"trial", "term"}:
            return Placed(start, end, mention.labels, weak=what == "term", names=what == "trial")
        if what == "all":
            if focus == ELSEWHERE and mention.rank == BACK:
                return Placed(start, end, ELSEWHERE)
            labels = mention.labels or tuple(self.recent[-2:])
            return Placed(start, end, labels if len(labels) > 1 else ELSEWHERE)
        if what == "ordinal":
            ranked = mention.rank <= len(self.order)
            return Placed(start, end, (self.order[mention.rank - 1],) if ranked else ELSEWHERE)
        if what == "rest":
            rest = [label for label in self.cast.labels if focus and label not in focus]
            return Placed(start, end, (rest[0],) if len(rest) == 1 else ELSEWHERE)
        if what == "other" and mention.rank == PHASED and known:
            what = "same"
        if what == "same" and self.extended and self.cast.only:
            return Placed(start, end, (self.cast.only,))
        if what == "same":
            return Placed(start, end, focus if focus is not None and (not several or len(focus) < 2) else None)
        if what == "new":
            if several and mention.labels:
                return Placed(start, end, mention.labels)
            if several:
                return Placed(start, end, None if focus is None else ELSEWHERE)
            strange = mention.rank and self.established
            named = self.met and start < 9 and mention.opens
            return Placed(start, end, ELSEWHERE if strange or ((named or self.introduced) and not known) else None)
        return Placed(start, end, ELSEWHERE)

    def _met_one(self, carried: Trials | None) -> bool:
        """Whether the section has named one trial only, or one of a registry after reports that are in none."""
        if len(self.met) == 1:
            return True
        registered = [label for label in self.met if label not in self.cast.trials or self.cast.trials[label].id]
        return len(registered) == 1 and carried == (registered[0],)

    def _counts_people(self, at: int) -> bool:
        """Whether a sentence counts people."""
        words = self.words[at]
        if PEOPLE.isdisjoint([token.lower for token in words]):
            return False
        return any(
            (token.text[0].isdigit() or token.lower in NUMBERS)
            and any(each.lower in PEOPLE for each in words[i + 1 : i + 4])
            for i, token in enumerate(words)
        )

    def _is_known(self, at: int, mention: Mention) -> bool:
        """Whether a study is an article's own though it is brought in anew, or with a phase that no record has."""
        if self._has_own_count(at):
            return True
        if mention.rank != PHASED or not self.cast.only or at != self.first or mention != self.read[at][0]:
            return False
        text = self.sentences[at].text
        steps = {step for phase in self.cast.own_phases for step in phase if step.isdigit()}
        return not _before().search(text) and not any(phase.steps & steps for phase in phases(text))

    @cached_property
    def first(self) -> int:
        """The index of the first sentence that speaks of a study."""
        return next((at for at, mentions in enumerate(self.read) if mentions), -1)

    def _has_own_count(self, at: int) -> bool:
        """Whether a sentence has a count of people of the one trial's record."""
        if at not in self._counted:
            self._counted = {
                at: any(
                    token.text.replace(",", "") in self.counts for token in self.words[at] if not token.lower.isalpha()
                )
            }
        return self._counted[at]

    def _moved(self, text: str, focus: Trials | None, mentions: list[Mention], placed: list[Placed]) -> Trials | None:
        """The focus after a sentence: its first trial, the one that it turns to last where it only wards off others."""
        strong = [
            (m, p)
            for m, p in zip(mentions, placed, strict=True)
            if not p.weak and m.what != "same" and (m.what != "others" or m.rank > 1)
        ]
        if len(self.cast.labels) > 1 and len({p.trials for m, p in strong if m.what in {"trial", "ordinal"}}) > 1:
            return None
        for mention, one in strong:
            if one.trials is None and mention.what == "new" and len(self.cast.labels) > 1:
                focus = None
            elif one.trials is not None and (one.trials != ELSEWHERE or one.opens or mention.what == "sum"):
                return one.trials
        if strong and strong[-1][1].trials == ELSEWHERE and _ends_on(text, strong[-1][1]):
            return ELSEWHERE
        another = strong and all(m.what == "other" for m, _ in strong) and not any(m.what == "same" for m in mentions)
        if another and not _may_never_be().search(text):
            return ELSEWHERE
        weak = {p.trials for p in placed if p.weak and (p.opens or focus is None)}
        return weak.pop() if len(weak) == 1 else focus

    def _headed(self, index: int, stop: int) -> Trials | None:
        """The trials that a heading's section is about; a heading on "trials" at large says nothing."""
        titled = self._titled(self.sentences[index].text) if stop - index == 1 else None
        if titled:
            return titled
        for at in range(index, stop):
            for one in self.read_scenes[at].placed:
                lowered = {token.lower for token in tokens(self.sentences[at].text[one.start : one.end])}
                if one.trials or (one.trials == ELSEWHERE and lowered & OTHER):
                    return one.trials
            if self._names_another(index, stop):
                return ELSEWHERE
            named = {self.cast.countries.get(country.name) for country in countries(self.sentences[at].text)}
            if len(named) == 1 and (owner := named.pop()):
                return (owner,)
        return None

    def _titled(self, heading: str) -> Trials | None:
        """The trial of which a heading is the title, or most of it."""
        written = {token.lower for token in tokens(heading) if len(token.text) > 3}
        if not 1 < len(self.cast.labels) <= MANY or len(written) < 3:
            return None
        shares = {
            label: max(len(written & words) / len(written | words) for words in titles)
            for label, titles in self.titles.items()
            if titles
        }
        best = max(shares, key=lambda label: shares[label], default=None)
        if best is None or shares[best] < ALIKE:
            return None
        return None if any(2 * share > shares[best] for label, share in shares.items() if label != best) else (best,)

    @cached_property
    def titles(self) -> dict[str, list[set[str]]]:
        """The longer words of the trials' titles, by their labels."""
        return {
            label: [
                {token.lower for token in tokens(title) if len(token.text) > 3}
                for title in (trial.brief_title, trial.official_title)
                if title
            ]
            for label, trial in self.cast.trials.items()
        }

    def _names_another(self, index: int, stop: int) -> bool:
        """Whether a heading is the bare name of a study, where another heading is that of a record's trial."""
        read = self.words[index]
        if stop - index > 1 or len(read) != 1 or not self.headed:
            return False
        name = read[0].text
        return looks_named(name) and not self.cast.knows(name) and name.lower() not in self.cast.record_words

    @cached_property
    def headed(self) -> bool:
        """Whether a heading is a trial's recorded name and nothing else."""
        return any(
            sentence.block.kind == "heading" and len(read) == 1 and self.cast.knows(read[0].text)
            for sentence, read in zip(self.sentences, self.words, strict=True)
        )

    def _is_strange(self, index: int) -> bool:
        """Whether a block begins with people at work in a place, and has no word of the record."""
        if not _workers().match(self.sentences[index].text):
            return False
        return self.cast.record_words.isdisjoint(
            token.lower for token in self.words[index] if len(token.text) > 4 and token.lower not in COMMON
        )

    def _comes_home(self, index: int) -> bool:
        """Whether a block names what the trial tests, after those that spoke of other studies and did not."""
        return not self.at_home and self._has_own_thing(index)

    def _has_own_thing(self, index: int) -> bool:
        return any(token.lower in self.cast.things for token in self.words[index])

    def _leans_back(self, index: int) -> bool:
        """Whether a block begins with words that speak on of what the last one was about."""
        text = self.sentences[index].text
        if any(m.what == "same" and text[m.start : m.start + 2].lower() not in {"a ", "an"} for m in self.read[index]):
            return True
        first = next(iter(tokens(self.sentences[index].text[:80])), None)
        return first is not None and first.lower in {"it", "its", "they", "their"}

    def _comes_back(self, text: str) -> bool:
        """Whether a sentence after one on another study is on the article's own again."""
        words = [token.lower for token in tokens(text[:160])]
        if words[:1] and words[0] in {"later", "then", "earlier", "previously", "before", "next", "also", "again"}:
            return False
        back = OWN - {"said"} | {"now", "we", "here"}
        if words[:1] != ["the"]:
            back |= {"researchers", "investigators", "scientists"}
        return bool(set(words[:4]) & back)

    # Tables

    def _tables(self) -> dict[int, _Ruling]:
        """How trials rule the cells of the tables whose columns, or else rows, are headed by them."""
        heads: dict[int, list[tuple[int, int, Trials]]] = {}
        hinted: dict[int, list[tuple[int, int, Trials]]] = {}
        columns: dict[int, int] = {}
        for sentence, mentions in zip(self.sentences, self.read, strict=True):
            block = sentence.block
            if block.kind != "cell":
                continue
            columns[block.table] = max(columns.get(block.table, 0), block.column + 1)
            labels = next((m.labels for m in mentions if m.what == "trial"), None)
            if labels or any(m.what == "other" for m in mentions):
                heads.setdefault(block.table, []).append((block.row, block.column, labels or ELSEWHERE))
            hints = {m.labels for m in mentions if m.what == "term"}
            if len(hints) == 1 and block.column < 2:
                hinted.setdefault(block.table, []).append((block.row, block.column, hints.pop()))
        for table, found in hinted.items():
            heads.setdefault(table, found)  # Rows by drug or sponsor, where no trial is named
        ruled = {table: self._ruled(found, columns[table]) for table, found in heads.items()}
        return {table: ruling for table, ruling in ruled.items() if ruling}

    def _ruled(self, found: list[tuple[int, int, Trials]], columns: int) -> _Ruling | None:
        by_row: dict[int, set[Trials]] = {}
        by_column: dict[int, set[Trials]] = {}
        for row, column, trials in found:
            by_row.setdefault(row, set()).add(trials)
            by_column.setdefault(column, set()).add(trials)
        widest, longest = (max(map(len, heads.values())) for heads in (by_row, by_column))
        across = widest > longest or (widest == longest == 1 and found[0][0] == 0 and columns > 2)
        if not across and longest == 1 and self.cast.only:
            return None
        return _Ruling(across, by_column if across else by_row)
