"""What a sentence speaks of: the trials that it mentions, and those in focus as it begins."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from checker.claims.binding.study_words import DISTRIBUTIVE
from checker.claims.tokens import tokens
from checker.pattern import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping, Sequence

Trials = tuple[str, ...]
"""Labels of trials; none of them where the text speaks of a study that is not the article's."""
ELSEWHERE: Trials = ()
YEAR_OF = 12
"""How far behind a study, in code points, its year may stand."""
LONGEST_BRACKET = 200
"""Code points of what stands in brackets in the midst of a sentence."""
LONG_BEFORE = 3
"""Years before a trial's start from which on a sentence that does not name it speaks of the past."""


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
    trial. Whatever a claim asks is found by bisection, so that a sentence of many claims and many mentions takes no
    more than its length.
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
        self.strong = [mention for mention in placed if not mention.weak] if placed else placed
        self.weak = [mention for mention in placed if mention.weak] if placed else placed
        self.focus = focus
        self.fallback = fallback
        self.starts = starts or {}
        self.is_part = is_part
        self.introduces = False
        """Whether it speaks of a study for the first time: "a trial"."""

    @cached_property
    def joints(self) -> list[tuple[int, int]]:
        found = [match.span() for match in _joints().finditer(self.text)]
        return [span for span in found if not _is_bracketed(self.text, span[0])] if "(" in self.text else found

    @cached_property
    def clauses(self) -> list[tuple[int, int]]:
        """The relative clauses, between commas, behind which what the sentence is about goes on."""
        return [match.span("clause") for match in _relative().finditer(self.text)] if ", wh" in self.text else []

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
        if not self.joints:
            return 0, len(self.text)
        index = bisect_right(self.joints, offset, key=lambda joint: joint[1])
        start = self.joints[index - 1][1] if index else 0
        end = self.joints[index][0] if index < len(self.joints) else len(self.text)
        return start, max(end, offset)

    def lies_long_before(self, label: str) -> bool:
        """Whether all its years lie long before the start of a trial that it does not mention."""
        if "20" not in self.text and "19" not in self.text:
            return False
        start = self.starts.get(label)
        if start is None or not self.years or any(mention.names for mention in self.placed):
            return False
        return max(self.years) <= start - LONG_BEFORE


@cache
def _joints() -> re.Pattern[str]:
    return pattern(r";|\s[–—]\s|,\s(?:while|whereas|but|unlike)\b")


@cache
def _relative() -> re.Pattern[str]:
    """A clause on what a sentence is about: "The trial, which follows HALCYON, is"."""
    verbs = "is was has had will would began started opened ended took enrol aims plans compares tests runs ran"
    return pattern(rf"(?P<clause>, (?:which|whose|who|where) [^,;.]{{3,120}},) (?:{'|'.join(verbs.split())})")


def _is_bracketed(text: str, offset: int) -> bool:
    """Whether an offset lies within brackets: those of statistics hold semicolons that join nothing."""
    opened = text.rfind("(", max(0, offset - LONGEST_BRACKET), offset)
    return opened >= 0 and text.rfind(")", opened, offset) < 0 and ")" in text[offset : offset + LONGEST_BRACKET]


@cache
def _prevalence() -> re.Pattern[str]:
    return pattern(
        r"(?i)\b(?:worldwide|globally|per (?:100,000|million|1,000)|(?:each|every) year|annually|prevalence"
        r"|(?<!reduce the )(?<!reduced the )(?<!reduces the )incidence(?! (?:rate )?ratio)"
        r"|affects?|affecting|(?:is|are|were) diagnosed|(?:live|lives|living) with|general population"
        r"|million (?:people|adults|children|americans|women|men)|commonest|leading cause"
        r"|(?<!^the )(?:most|second most) common(?! (?:adverse|side|grade|treatment|serious|reason|AEs?\b|TEAEs?\b))"
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
    return pattern(
        r"(?i)\b(?:randomi[sz]|enrol|recruit|participa|trial|study\b|studies\b|sites?\b|placebo|treated"
        r"|allocated|assigned|hazard ratio|95% CI|primary (?:outcome|end ?point))"
    )


@cache
def _year() -> re.Pattern[str]:
    return pattern(
        r"\b(?:[Ii]n|[Bb]etween|and|to|[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom|[Dd]uring|[Oo]f|early|late|mid|January|February|March|April|May|June"
        r"|July|August|September|October|November|December)(?: [0-9]{1,2},)?[ \u00a0-]((?:19|20)[0-9]{2})"
        r"(?![\w-]|[.,][0-9]| (?:patients|people|participants|children|infants|adults|women|men|subjects|were|had)\b)"
    )
