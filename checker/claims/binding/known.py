"""Studies that a phase or a number sets apart from the article's, and that are the article's all the same.

"The Phase 2 trial" of a Phase 3 record is another trial, or the record's with its phase miswritten. It is the record's
where nothing else speaks of a study in that phase, and the words are those for a study that a text is about: it is
named, the text begins with it, or goes on about it with "this" and "the".
"""

from __future__ import annotations

from functools import cache, cached_property
from itertools import islice
from typing import TYPE_CHECKING

from checker.claims.binding.mentioned import came_before
from checker.claims.binding.noun_phrases import COUNTED, we_did
from checker.claims.binding.study_names import COMMON
from checker.claims.phases import phases
from checker.pattern import pattern

if TYPE_CHECKING:
    import re

    from checker.claims.binding.mentioned import Mentioned
    from checker.claims.binding.mentions import Mention
    from checker.claims.binding.scenes import Trials


ROLES = ("planned", "enrolled", "randomized", "treated", "completed", "analyzed")
JUST_BEFORE = 24
"""How far before a study, in code points, stands whether it is to come: "plans a second trial"."""
NEAR = 40
"""How far behind a study, in code points, the words say that it is apart from the article's."""
NAMING = frozenset({"trial", "all"})


class Known:
    """Asks of the studies that an article mentions whether they are its own."""

    def __init__(self, told: Mentioned) -> None:
        self.cast, self.sentences, self.words, self.read = told.cast, told.sentences, told.words, told.read
        self.counts = {
            str(count)
            for trial in self.cast.trials.values()
            for role in ROLES
            for count in (getattr(trial.enrollment, role), *(arm.count for arm in trial.arms))
            if count is not None
        }

    def has_own_count(self, at: int) -> bool:
        """Whether a sentence has a count of people of the one trial's record."""
        return not self.counts.isdisjoint(self.words[at].figures)

    def named_beside(self, at: int, mention: Mention) -> Trials | None:
        """The trials that a study apart by its phase is said to be: "two phase 2 trials (HALCYON I and II)"."""
        text = self.sentences[at].text
        for other in self.read[at] if mention.phased else ():
            if other.what in NAMING and other.labels:
                first, second = sorted((other, mention), key=lambda each: each.start)
                gap = text[first.end : second.start]
                if len(gap) < JUST_BEFORE and _is().fullmatch(gap):
                    return other.labels
        return None

    def is_own(self, at: int, mention: Mention) -> bool:
        """Whether a study is the one trial's though a phase or a number sets it apart."""
        if self.has_own_count(at):
            return True
        if not self.cast.only:
            return False
        if mention.rank == COUNTED:
            return self._is_first(at, mention) and self._is_of_own_phase(at, mention)
        return mention.phased and self._is_miswritten(at, mention)

    def _is_of_own_phase(self, at: int, mention: Mention) -> bool:
        text = self.sentences[at].text
        given = phases(text[mention.start : mention.end])
        before = text[max(0, mention.start - JUST_BEFORE) : mention.start]
        return bool(given) and given[0].steps <= self.steps and not came_before().search(before)

    def _is_miswritten(self, at: int, mention: Mention) -> bool:
        """Whether a study is an article's own with another phase, which the text gives nowhere else."""
        text = self.sentences[at].text
        given = {phase.steps for phase in phases(text)}
        if len(given) != 1 or any(steps & self.steps for steps in given):
            return False
        alone = not any(given & steps for index, steps in enumerate(self.told) if index != at)
        if not alone and any(self.steps & each for steps in self.told for each in steps):
            return False
        if alone and (we_did().search(text[: mention.start]) or _we_assign().search(text, mention.end)):
            return True
        within = text if self.cast.years else text[mention.start : mention.end + NEAR]
        if self.words[at].counts_people or not self.cast.years.issuperset(_year().findall(within)):
            return False  # "In the Phase 2b trial, in 3,575 adults", "a phase 2 trial in 2017"
        if _apart().search(text[: mention.end + NEAR]):
            return False
        taken_up = bool(_taken_up().match(text, mention.start))
        if self._is_first(at, mention):
            return taken_up or (self._is_named_by(at) and not _hinted().search(text, mention.end))
        if not alone or not taken_up or _found().search(text, mention.end):
            return False
        return mention.opens or bool(_this().match(text, mention.start) or _says().fullmatch(text, 0, mention.start))

    def _is_named_by(self, at: int) -> bool:
        """Whether what the text has said, with a sentence, names what the records' trials test or whom they take."""
        own = self.cast.things.keys() | {
            word for word in self.cast.record_words if len(word) > 4 and word not in COMMON
        }
        return not own or any(not own.isdisjoint(words.lower) for words in self.words[: at + 1])

    def _is_first(self, at: int, mention: Mention) -> bool:
        """Whether a study is the first that the text speaks of, or the first below its headings."""
        return at in self.first and mention == self.read[at][0]

    @cached_property
    def steps(self) -> frozenset[str]:
        """The phases of the article's own trials, as digits."""
        return frozenset(step for phase in self.cast.own_phases for step in phase if step.isdigit())

    @cached_property
    def told(self) -> list[set[frozenset[str]]]:
        """The phases that each sentence gives, and the headline last."""
        texts = (*(sentence.text for sentence in self.sentences), self.cast.headline)
        return [{phase.steps for phase in phases(text)} for text in texts]

    @cached_property
    def first(self) -> frozenset[int]:
        """The indexes of the first sentence that speaks of a study, and of the first that is no heading."""
        speaking = [at for at, mentions in enumerate(self.read) if mentions]
        below = (at for at in speaking if self.sentences[at].block.kind != "heading")
        return frozenset((*speaking[:1], *islice(below, 1)))


@cache
def _year() -> re.Pattern[str]:
    return pattern(r"\b(?:19|20)[0-9]{2}\b")


@cache
def _is() -> re.Pattern[str]:
    """What stands between a study and the name that it has: "two trials (HALCYON I and II)", "HALCYON, its phase 2"."""
    return pattern(
        r"(?: of [\w-]+)? \(|\)?,? (?:is|was|are|were|both|each|called|named|dubbed|known as) "
        r"|, (?:which (?:is|are|was|were) )?|\)? (?:study|trial), |: | ?\) ?"
    )


@cache
def _apart() -> re.Pattern[str]:
    """Words of sentences on other studies than those in focus."""
    return pattern(
        r"(?i)\b(?:after|earlier|previous(?:ly)?|prior|based on|builds? on|follow(?:s|ed)|before|next|future|similar|"
        r"following (?:the|its|positive|promising|success\w*|results|[\w-]+ results)|consistent|confirm(?:s|ed|ing)?|"
        r"planned|plans?|planning|prepar\w+|support(?:s|ed)?|success(?:ful|fully)?|healthy|already|other|another|"
        r"advance[sd]?|advancing|mov(?:e|es|ed|ing) (?:in)?to|justif(?:y|ies)|larger|bigger|smaller|separate(?:ly)?|"
        r"meanwhile|also|unlike|since|if)\b"
    )


@cache
def _found() -> re.Pattern[str]:
    """What is said of studies that have ended, as those before the article's are."""
    return pattern(
        r"\b(?:showed|shown|found|demonstrated|suggested|proved|reported|reporting|met|failed|produced|resulted|"
        r"indicated|reduced|improved|revealed|yielded|published|presented|confirmed|led to|data|results)\b"
    )


@cache
def _hinted() -> re.Pattern[str]:
    """What a text says first of a study before its own: "a phase 2 study suggested that it may help"."""
    return pattern(r"\b(?:suggest(?:ed|s)|indicated|hinted|implied|raised)\b[^.;]{0,60}\b(?:may|might|could|can)\b")


@cache
def _taken_up() -> re.Pattern[str]:
    """How a text goes on about a study."""
    return pattern(r"(?:[Tt]h(?:e|is)|[Oo]ur)\b")


@cache
def _we_assign() -> re.Pattern[str]:
    """What follows authors' own study that a sentence begins with: "In a phase 2 trial in adults, we assigned"."""
    return pattern(r", we (?:randomly |evaluated|assessed|investigated|tested|examined|assigned|enrolled|compared)")


@cache
def _says() -> re.Pattern[str]:
    """Who speaks, before what is said: "The company said the Phase 2 trial"."""
    return pattern(r"[A-Z][\w-]*(?: [\w-]+){0,3} (?:said|says|added|noted|explained)(?: that)? ")


@cache
def _this() -> re.Pattern[str]:
    return pattern(r"[Tt]his\b")
