"""The walk through an article: which trials are in focus as each sentence begins.

The focus moves with what a text mentions: numbers, names, "the second study", "another trial". It starts anew with each
paragraph, and falls back on the trial that the paragraph or its section names. An article about one trial has that
trial in focus, but where it speaks of others.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from checker.claims.binding.headings import Headings
from checker.claims.binding.known import Known
from checker.claims.binding.mentioned import Mentioned
from checker.claims.binding.noun_phrases import BACK, COUNTED, we_did
from checker.claims.binding.scenes import ELSEWHERE, Placed, Scene
from checker.claims.binding.study_names import COMMON
from checker.claims.binding.study_words import OWN
from checker.claims.binding.trial_tables import rulings
from checker.claims.others import METHODS
from checker.claims.phases import phases
from checker.claims.tokens import tokens
from checker.claims.vocabulary import words
from checker.pattern import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Collection

    from checker.article import Article
    from checker.claims.binding.mentions import Mention, What
    from checker.claims.binding.scenes import Trials


FOLLOWING = 30
"""How many words behind a study may say what it tests."""
PORTIONS = words("portion portions part parts stage stages segment segments phase")
NEAR = 80
"""How far around a study, in code points, the words say whether it may come, or is brought in beside another."""


def read_scenes(article: Article) -> tuple[Scene, ...]:
    """What each prose sentence of an article speaks of, in order; to be had through `article.once`."""
    return tuple(_Walk(article).scenes())


class _Walk:
    """Goes through an article once, block by block, and keeps what is in focus."""

    def __init__(self, article: Article) -> None:
        told = Mentioned(article)
        self.article = article
        self.sentences = told.sentences
        self.words = told.words
        self.cast = told.cast
        self.read = told.read
        self.order = told.order
        self.headings = Headings(told.cast, told.sentences, told.words)
        self.starts = {
            label: int(trial.start_date.date[:4])
            for label, trial in self.cast.trials.items()
            if trial.start_date and trial.start_date.date and trial.start_date.date[:4].isdecimal()
        }
        self.known = Known(told)
        self.read_scenes: list[Scene] = []
        self.recent: list[str] = []
        self.met: dict[str, None] = {}
        """The trials named since the last heading."""
        self.named: set[str] = set()
        """The trials named so far."""
        self.introduced = False
        """Whether an earlier paragraph has named the trial, or told whom it takes, so that "a trial" is another."""
        self.established = False
        """Whether the text has said yet what trial it is about."""
        self.astray = False
        """Whether the text has spoken of so many studies, and of no trial since."""
        self.away: frozenset[str] = frozenset()
        """The phases of the other study that was spoken of last."""
        self.at_home = False
        """Whether the text has named what the trial tests since it went astray."""
        self.ended: Trials | None = None
        """What was in focus at the end of the last block."""
        self.several = False
        """Whether the last sentence spoke of several studies that are not the article's: "in one, …"."""
        self.extended = False
        """Whether the focus is on an extension, which the record does not hold."""

    def scenes(self) -> list[Scene]:
        """The scenes of all sentences, in order."""
        section: Trials | None = None
        carried: Trials | None = None
        parent: tuple[int, Trials | None] = (0, None)
        tables = rulings(self.sentences, self.read, several=not self.cast.only)
        index, end = 0, len(self.sentences)
        while index < end:
            block = self.sentences[index].block
            stop = index
            while stop < end and self.sentences[stop].block is block:
                stop += 1
            if block.kind == "heading":
                self._block(index, stop)
                before = carried if self._met_one(carried) else None if self.met else section
                section, carried, parent = self.headings.within(index, stop, self.read_scenes), None, (0, None)
                if self.headings.goes_on(index, stop) and section is None:
                    section = before
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
        trials = [(at, m) for at in range(index, stop) for m in self.read[at] if m.what == "trial"]
        named = list(dict.fromkeys([m.labels for _, m in trials if not m.rank])) if trials else []
        sole = named[0] if len(named) == 1 and all(m.labels == named[0] for _, m in trials) else None
        focus = self._on_entry(index, around, ruled=ruled)
        fallback = focus if only else around
        if not only and named and (sole is not None or around not in named):
            fallback = sole
        told = knew = False
        above = ""
        brought = index
        if trials and (sole is None or _brings_in().match(self.words[trials[0][0]].text) or self._leans_back(index)):
            brought = trials[0][0]
        for at in range(index, stop):
            words = self.words[at]
            text = words.text
            focus = self._at_opening(text, focus)
            parted = bool(only and at > index and focus == (only,) and _part().match(text) and _parts().search(above))
            parted = parted or (bool(words.lower & PORTIONS) and bool(_portion().search(text)))
            kept, placed = self._placed(at, index, focus, sole, ruled=ruled)
            scene = Scene(text, placed, focus, around if at < brought else fallback, self.starts, is_part=parted)
            whats: Collection[What] = {mention.what for mention in kept} if kept else ()
            scene.introduces = "new" in whats or (
                not kept and bool(words.lower & {"trial", "study"}) and bool(_a_study().search(text))
            )
            self.read_scenes.append(scene)
            if only and focus == (only,) and not (kept and any(one.trials == ELSEWHERE for one in placed)):
                told = told or words.counts_people
                knew = knew or self.known.has_own_count(at)
            focus = self._moved(text, focus, kept, placed) if kept else focus
            above = above if parted else text
            if only and focus == (only,) and (kept or words.counts_people) and scene.lies_long_before(only):
                focus = ELSEWHERE
            self._go_on(at, focus, kept, whats)
        prose = self.sentences[index].block.kind != "heading"
        self.introduced = self.introduced or (prose and (sole is not None or (told and (self.established or knew))))
        self.established = self.established or bool(self.met) or prose
        self.several = False
        self.ended = focus
        return sole, focus

    def _on_entry(self, index: int, around: Trials | None, *, ruled: bool) -> Trials | None:
        """The focus that a block begins with: among several trials none, unless one rules it."""
        only = self.cast.only
        if not only:
            return around if ruled else None
        if not self.met and self.astray and not self._leans_back(index) and not self._comes_home(index):
            return ELSEWHERE
        if self.ended == ELSEWHERE and not self.met and self._is_strange(index):
            return ELSEWHERE
        return around if ruled or around == ELSEWHERE else (only,)

    def _at_opening(self, text: str, focus: Trials | None) -> Trials | None:
        """The focus after the first words of a sentence: "In this study" comes back, "One of them" goes elsewhere."""
        only = self.cast.only
        if only and focus == ELSEWHERE and self._comes_back(text):
            return (only,)
        if self.several and (only or text.startswith("The others")) and _one_of_them().match(text):
            return ELSEWHERE
        return focus

    def _placed(
        self, at: int, index: int, focus: Trials | None, sole: Trials | None, *, ruled: bool
    ) -> tuple[list[Mention], list[Placed]]:
        """The mentions of a sentence that count, and the same with the trials that they stand for.

        `index` is the place of the block's first sentence, `sole` the only trial that the block names.
        """
        only, text = self.cast.only, self.words[at].text
        kept: list[Mention] = []
        placed: list[Placed] = []
        current = focus
        for mention in self.read[at]:
            what = mention.what
            if what == "new" and _may_never_be().search(text[mention.end : mention.end + NEAR]):
                if not (only and mention.rank and self.cast.all_begun):
                    continue
                mention, what = mention._replace(what="others", rank=0), "others"
            if what == "trial" and not only and _origin().search(text[: mention.start]):
                continue
            meant = self._trials_of(at, mention, current)
            if only and what == "same" and self.away:
                beside = self._by_phase(only, text, mention)
                meant = meant if beside is None else beside
            if what in {"new", "same"} and ruled and focus:
                meant = focus
            if what == "new":
                meant = self._brought_in(at, index, mention, meant)
            weak = what == "term"
            if weak and not mention.opens and sole is not None and meant != sole:
                continue
            if only and mention.phased:
                self.away = _steps(text, mention) if meant == ELSEWHERE else frozenset()
            kept.append(mention)
            placed.append(Placed(mention.start, mention.end, meant, weak, mention.opens, what == "trial"))
            if meant is not None and not weak and not (only and what == "others"):
                current = meant
        return kept, placed

    def _brought_in(self, at: int, index: int, mention: Mention, meant: Trials | None) -> Trials | None:
        """The trials of a study that is brought in, given what its words alone say."""
        only = self.cast.only
        if not only:
            return (self._of_own_things(at, mention) or ELSEWHERE) if meant == ELSEWHERE else meant
        if self._is_behind(index) and not self._speaks_of_itself(at):
            return ELSEWHERE
        if _by_others().search(self.words[at].text[: mention.start]):
            return ELSEWHERE
        if not mention.rank and meant == ELSEWHERE and self._is_on_its_own(at, index, mention, only):
            return (only,)
        return meant

    def _is_on_its_own(self, at: int, index: int, mention: Mention, only: str) -> bool:
        """Whether a label or the heading above says that a block is on how the one trial was done, or names it."""
        if METHODS.match(self.words[index].text):
            return True
        if at != index or not index or self.sentences[index - 1].block.kind != "heading":
            return False
        named = any(m.what == "trial" and m.labels == (only,) for m in self.read[index - 1])
        how = _on_methods().match(self.words[index - 1].text) and we_did().search(self.words[at].text[: mention.start])
        return bool(how) or (named and not mention.start)

    def _go_on(self, at: int, focus: Trials | None, kept: list[Mention], whats: Collection[What]) -> None:
        """Takes note of what a sentence leaves behind it: studies without a record, and the trials that it named."""
        away = focus == ELSEWHERE
        counted = {mention.what for mention in kept if mention.rank > 1} if kept else ()
        self.astray = away and (self.astray or "others" in counted)
        self.extended = away and (self.extended or "other" in counted)
        self.at_home = self.astray and (self.at_home or self._has_own_thing(at))
        self.several = "others" in whats or (self.several and away)
        for mention in self.read[at]:
            for label in mention.labels if mention.what == "trial" else ():
                self.named.add(label)
                self.recent = [*(old for old in self.recent if old != label), label][-9:]
                self.met[label] = None

    def _by_phase(self, only: str, text: str, mention: Mention) -> Trials | None:
        """The trials of "this phase 3 study", said after words on a study in another phase than the record's."""
        told = _steps(text, mention)
        if told and told <= self.known.steps:
            return (only,)
        return ELSEWHERE if told == self.away and _it_was().fullmatch(text, 0, mention.start) else None

    def _speaks_of_itself(self, at: int) -> bool:
        """Whether a sentence comes back to the article's own study: "now", "we", "this study"."""
        text = self.words[at].text
        this = any(m.what == "same" and text[m.start : m.start + 5].lower() == "this " for m in self.read[at])
        return this or self._comes_back(text)

    def _is_behind(self, index: int) -> bool:
        """Whether a paragraph says that it is on what was known before."""
        return bool(_background().match(self.words[index].text))

    def _of_own_things(self, at: int, mention: Mention) -> Trials | None:
        """The trial of a study that is brought in with what only that trial tests: "they ran a study of velozumab"."""
        text = self.sentences[at].text
        around = text[max(0, mention.start - NEAR) : mention.end + 2 * NEAR]
        if mention.rank or _beside().search(around):
            return None
        words = self.words[at].read
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

    def _trials_of(self, at: int, mention: Mention, focus: Trials | None) -> Trials | None:
        """The trials that a mention stands for, given those in focus."""
        what = mention.what
        several = self.cast.several
        if what in {"trial", "term"}:
            return mention.labels
        if what == "all":
            labels = mention.labels or tuple(self.recent[-2:])
            back = focus == ELSEWHERE and mention.rank == BACK
            return labels if len(labels) > 1 and not back else ELSEWHERE
        if what == "ordinal":
            return (self.order[mention.rank - 1],) if mention.rank <= len(self.order) else ELSEWHERE
        if what == "rest":
            rest = [label for label in self.cast.labels if focus and label not in focus]
            return (rest[0],) if len(rest) == 1 else ELSEWHERE
        if mention.phased and (beside := self.known.named_beside(at, mention)):
            return beside
        if what == "other" and (mention.phased or mention.rank == COUNTED) and self.known.is_own(at, mention):
            what = "same"
        if what == "same" and self.extended and self.cast.only:
            return (self.cast.only,)
        if what == "same":
            return focus if focus is not None and (not several or len(focus) < 2) else None
        if what != "new":
            return ELSEWHERE
        if several:
            label = self._first_of_its_phase(at, mention)
            return (label,) if label else mention.labels or (None if focus is None else ELSEWHERE)
        if mention.rank and (self.established or _beside().search(self.sentences[at].text[: mention.start])):
            return focus if mention.phased and self.known.is_own(at, mention) else ELSEWHERE
        if not mention.start and not self.sentences[at].text[mention.end :].strip(" ."):
            return None  # "Design: Phase 3, double-blind, randomized trial"
        named = self.met and mention.start < 9 and mention.opens
        return ELSEWHERE if (named or self.introduced) and not self.known.is_own(at, mention) else None

    def _first_of_its_phase(self, at: int, mention: Mention) -> str | None:
        """The trial that "a Phase 3 study" brings in: the one record's of that phase, which has not been named yet."""
        given = phases(self.sentences[at].text[mention.start : mention.end])
        label = self.cast.phases.get(given[0].value) if len(given) == 1 and not mention.rank else None
        return None if label in self.named else label

    def _met_one(self, carried: Trials | None) -> bool:
        """Whether the section has named one trial only, or one of a registry after reports that are in none."""
        if len(self.met) == 1:
            return True
        registered = [label for label in self.met if label not in self.cast.trials or self.cast.trials[label].id]
        return len(registered) == 1 and carried == (registered[0],)

    def _moved(self, text: str, focus: Trials | None, mentions: list[Mention], placed: list[Placed]) -> Trials | None:
        """The focus after a sentence: its first trial, the one that it turns to last where it only wards off others."""
        strong = [
            (m, p)
            for m, p in zip(mentions, placed, strict=True)
            if not p.weak and m.what != "same" and (m.what != "others" or m.rank > 1)
        ]
        if self.cast.several and len({p.trials for m, p in strong if m.what in {"trial", "ordinal"}}) > 1:
            (_, one), *_, (_, last) = strong
            return one.trials if _builds_on().fullmatch(text, one.end, last.start) else None
        for mention, one in strong:
            if one.trials is None and mention.what == "new" and self.cast.several:
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

    def _is_strange(self, index: int) -> bool:
        """Whether a block begins with people at work in a place, and has no word of the record."""
        if not _workers().match(self.sentences[index].text):
            return False
        return self.cast.record_words.isdisjoint(
            token.lower for token in self.words[index].read if len(token.text) > 4 and token.lower not in COMMON
        )

    def _comes_home(self, index: int) -> bool:
        """Whether a block names what the trial tests, after those that spoke of other studies and did not."""
        return not self.at_home and self._has_own_thing(index)

    def _has_own_thing(self, index: int) -> bool:
        return bool(self.cast.things.keys() & self.words[index].lower)

    def _leans_back(self, index: int) -> bool:
        """Whether a block begins with words that speak on of what the last one was about."""
        text = self.sentences[index].text
        if any(m.what == "same" and text[m.start : m.start + 2].lower() not in {"a ", "an"} for m in self.read[index]):
            return True
        first = next(iter(tokens(self.sentences[index].text[:80])), None)
        return (first is not None and first.lower in {"it", "its", "they", "their"}) or bool(_goes_on().match(text))

    def _comes_back(self, text: str) -> bool:
        """Whether a sentence after one on another study is on the article's own again."""
        words = [token.lower for token in tokens(text[:160])]
        if words[:1] and words[0] in {"later", "then", "earlier", "previously", "before", "next", "also", "again"}:
            return False
        back = OWN - {"said"} | {"now", "we", "here", "itself"}
        if words[:1] != ["the"]:
            back |= {"researchers", "investigators", "scientists"}
        return bool(set(words[:4]) & back)


@cache
def _goes_on() -> re.Pattern[str]:
    """How a paragraph goes on about the people or the results of the last one's trial."""
    return pattern(
        r"(?:Specifically|To date|So far|There (?:was|were) (?:no|an?)\b|(?:The )?(?:[Rr]esearchers|[Ii]nvestigators)\b"
        r"|The (?:(?:remaining|other|two|three|four) ){1,2}(?:arms?|groups?|participants|patients|volunteers)\b"
        r"|The (?:arms|groups|participants|patients|volunteers|children|women|men)\b)"
    )


def _steps(text: str, mention: Mention) -> frozenset[str]:
    """The phases, as digits, that the words for a study give."""
    return frozenset(step for phase in phases(text[mention.start : mention.end]) for step in phase.steps)


@cache
def _it_was() -> re.Pattern[str]:
    """What goes on about the study that was spoken of last: "This was a large phase 2 trial"."""
    return pattern(r"(?:It|This|That) was ")


@cache
def _builds_on() -> re.Pattern[str]:
    """What stands between a trial and the one before it: "The trial, called KINGFISHER, builds on HALCYON"."""
    return pattern(
        r"[^.;:]{0,40}\b(?:builds|built|follows|followed|is based|was based|draws|drew|stems|grew|succeeds|extends)"
        r"(?: (?:on|from|out of|up))? (?:the )?(?:[\w-]+ ){0,4}"
    )


@cache
def _by_others() -> re.Pattern[str]:
    """Who else does studies: "another company had stopped a trial"."""
    who = "company firm team group drugmaker maker developer manufacturer laboratory lab university institute hospital"
    return pattern(
        rf"(?i)\b(?:another|(?:a )?rival|a (?:different|competing)) (?:[\w-]+ )?(?:{'|'.join(who.split())})\b"
    )


@cache
def _on_methods() -> re.Pattern[str]:
    """A heading of the part of an abstract that says how a trial was done."""
    return pattern(r"(?i)(?:(?:study|trial) )?(?:methods|design|patients and methods|materials and methods)\b")


@cache
def _brings_in() -> re.Pattern[str]:
    """What stands before a trial that a paragraph on another one comes to last: "The second trial (NCT…)"."""
    return pattern(r"(?:The|A|An|Another|Its) (?:second|third|other|later|next|sister|companion|parallel)\b")


@cache
def _background() -> re.Pattern[str]:
    """The label of a paragraph on what was known before, as abstracts have it."""
    return pattern(
        r"(?i)(?:background|context|introduction|rationale|importance|evidence before this study)(?:[.:—–]|\s[A-Z])"
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
def _origin() -> re.Pattern[str]:
    """What stands before the trial that the people of another came from: "It took in 109 people from HALCYON"."""
    people = "patients|people|participants|volunteers"
    return pattern(rf"^(?:It|This (?:trial|study)) [^.;]{{0,60}}\b(?:{people}) (?:came )?from (?:the )?$")


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
        r"|\((?:first|second|third|last) (?:phase|part|stage)\)"
    )


@cache
def _one_of_them() -> re.Pattern[str]:
    return pattern(
        r"(?:(?:In|Of|For) )?(?:[Oo]ne|[Aa]nother|[Ss]ome|[Mm]ost|[Ss]everal|[Tt]hey|[Tt]hose|[Tt]hese|[Bb]oth"
        r"|[Tt]he (?:largest|biggest|first|latest|best|smallest|second|others?))\b"
        r"(?! (?:of (?:the|these|those) )?"
        r"(?:patients?|people|person|participants?|respondents?|volunteers?|subjects?|child(?:ren)?|wom[ae]n|m[ae]n|dose)\b)"
    )


@cache
def _may_never_be() -> re.Pattern[str]:
    return pattern(r"(?i)\b(?:would|could|can|cannot|need|needs|needed|should|might|may|before|until|unlike|than)\b")


def _ends_on(text: str, mention: Placed) -> bool:
    """Whether a sentence ends on a study that the next one may go on about."""
    if text[mention.start : mention.end].endswith("pilot"):
        return False  # "The trial", which comes next, is not the pilot.
    return len(text) - mention.end <= 2 and not _may_never_be().search(text[-300:])
