"""Which trials the section under a heading is about."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from checker.claims.binding.cast import MANY
from checker.claims.binding.scenes import ELSEWHERE
from checker.claims.binding.study_names import looks_named
from checker.claims.binding.study_words import OTHER
from checker.claims.countries import countries
from checker.claims.tokens import tokens
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.binding.cast import Cast
    from checker.claims.binding.scenes import Scene, Trials
    from checker.claims.binding.worded import Words
    from checker.claims.sentences import Sentence


ALIKE = 0.6
"""Which part of the words of a heading and of a title must be the same for the one to be the other."""


MORE = pattern(
    r"\W*(?:More|Other|Related|Similar|Further|Our other|Explore|Also recruiting)(?: [\w-]+){0,4} "
    r"(?:[Tt]rials|[Ss]tudies|[Rr]esearch|[Nn]ews|[Pp]rojects|[Ss]tories|[Aa]rticles)\W*$"
)
"""The heading of what a page has below its text: "More trials in diabetes"."""


APART = pattern(
    r"(?i)\W*(?:(?:the )?background|introduction|context|about|why|future|outlook|next|what(?:[’']s| is| are| comes?)"
    r"(?: \w+){0,3}|references|sources|contact|(?:the )?(?:disease|condition|company|team|researchers))\b"
)
"""The heading of a part of a section that need not be on the trial of the section."""


_PARTS = (
    r"(?:methods?|design|setting|population|participants|patients|interventions?|treatments?|procedures?|outcomes?|"
    r"end ?points?|findings|results|efficacy|safety|side effects|adverse events|strengths|limitations|demographics|"
    r"baseline characteristics)"
)
_WHICH = r"(?:main |key |primary |secondary |other |overall |trial |study |summary of |the ){0,4}"
OF_A_REPORT = pattern(rf"(?i)\W*{_WHICH}{_PARTS}(?:(?: and|,|,? &) {_WHICH}{_PARTS}){{0,3}}\W*$")
"""The heading of a part of a report on one study, which goes on with that study: "Study design", "Main findings"."""


class Headings:
    """The headings of an article, read against one cast."""

    def __init__(self, cast: Cast, sentences: Sequence[Sentence], words: Sequence[Words]) -> None:
        self.cast = cast
        self.sentences = sentences
        self.words = words
        self.above: list[tuple[int, Trials | None]] = []
        """The headings that a sentence stands under, by their levels, with the trials of their sections."""
        self.in_a_report = False
        """Whether the last heading is that of a part of a report."""

    def within(self, index: int, stop: int, scenes: Sequence[Scene]) -> Trials | None:
        """The trials of a section, or of the one that it is a part of: "## HALCYON: key findings", "### Results"."""
        level, trials = self.sentences[index].block.level, self.section(index, stop, scenes)
        while self.above and self.above[-1][0] >= level:
            self.above.pop()
        if trials is None and self.above and self.cast.several and not APART.match(self.sentences[index].text):
            trials = self.above[-1][1]
        self.above.append((level, trials if level > 1 else None))
        return trials

    def goes_on(self, index: int, stop: int) -> bool:
        """Whether a heading and the one before it are those of two parts of one report."""
        before = self.in_a_report
        self.in_a_report = stop - index == 1 and OF_A_REPORT.match(self.sentences[index].text) is not None
        return before and self.in_a_report

    def section(self, index: int, stop: int, scenes: Sequence[Scene]) -> Trials | None:
        """The trials of the section under the heading of the sentences from `index` to `stop`.

        A heading on "trials" at large says nothing.
        """
        if stop - index == 1 and MORE.match(self.sentences[index].text):
            return ELSEWHERE
        titled = self._titled(self.sentences[index].text) if stop - index == 1 else None
        if titled:
            return titled
        for at in range(index, stop):
            for one in scenes[at].placed:
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
            for label, titles in self._titles.items()
            if titles
        }
        best = max(shares, key=lambda label: shares[label], default=None)
        if best is None or shares[best] < ALIKE:
            return None
        return None if any(2 * share > shares[best] for label, share in shares.items() if label != best) else (best,)

    @cached_property
    def _titles(self) -> dict[str, list[set[str]]]:
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
        read = self.words[index].read
        if stop - index > 1 or len(read) != 1 or not self._is_custom:
            return False
        name = read[0].text
        return looks_named(name) and not self.cast.knows(name) and name.lower() not in self.cast.record_words

    @cached_property
    def _is_custom(self) -> bool:
        """Whether a heading is a trial's recorded name and nothing else."""
        return any(
            sentence.block.kind == "heading" and len(words.read) == 1 and self.cast.knows(words.read[0].text)
            for sentence, words in zip(self.sentences, self.words, strict=True)
        )
