"""The mentions of trials in all sentences of an article, and what the article itself teaches about its trials."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from checker.claims.binding.cast import Cast, terms
from checker.claims.binding.mentions import stands_beside
from checker.claims.binding.outsiders import Outsiders, named_in
from checker.claims.binding.reader import Reader
from checker.claims.binding.scenes import ELSEWHERE
from checker.claims.binding.study_names import abbreviated, names_of_studies
from checker.claims.binding.trial_tables import rulings
from checker.claims.binding.worded import words_of
from checker.claims.phases import phases
from checker.claims.sentences import prose_sentences
from checker.pattern import pattern
from checker.registries import mentions as cited

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from checker.article import Article
    from checker.claims.binding.mentions import Mention


class Mentioned:
    """The sentences of an article with their mentions, read once more where later sentences tell of earlier ones.

    `words` and `read` are the words and the mentions of each of `sentences`, `order` the labels of the trials as the
    text brings them in.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.sentences = article.once(prose_sentences)
        texts = [sentence.text for sentence in self.sentences]
        self.numbers = self._numbers()
        named = () if article.trials else names_of_studies(texts)
        self.cast = Cast(article, [number for row in self.numbers for _, _, number in row], named)
        self.reader = Reader(self.cast, abbreviated(texts))
        self._take_second_numbers()
        self.words = [words_of(text) for text in texts]
        own = self.cast.own_phases
        steps = {step for phase in own for step in phase if step.isdigit()}
        if self.cast.only and not own and not any(trial.phases for trial in self.cast.trials.values()):
            own = self.cast.own_phases = self._first_phase()
            steps = {step for phase in own for step in phase if step.isdigit()}
        self.cast.says_own_phase = bool(own) and any(p.steps & steps for text in texts for p in phases(text))
        self.read = [self.reader.read(words, row) for words, row in zip(self.words, self.numbers, strict=True)]
        self._labels = self.cast.labels
        self._alias()
        self._add_unnumbered(named)
        self._learn()
        if self.cast.learned or self.reader.names.strangers or self.cast.added:
            self._read_again()
        self._set_apart()
        self.order = self._order()

    def _read_again(self) -> None:
        """Reads the sentences again that the names and words met in others may change."""
        same = self.cast.labels == self._labels
        names = self.reader.names.strangers.union(self.reader.names.titled, self.cast.added)
        for index, words in enumerate(self.words):
            if not same or self.reader.reads_otherwise(words, names):
                self.read[index] = self.reader.read(words, self.numbers[index])

    def _first_phase(self) -> set[str]:
        """The phase that a text begins with, for that of a record that gives none."""
        written = (self.article.facts.title or "", *(sentence.text for sentence in self.sentences[:3]))
        for text in written:
            found = phases(text)
            if found:
                return {"/".join(sorted(found[0].steps))} if not came_before().search(text[: found[0].start]) else set()
        return set()

    def _set_apart(self) -> None:
        """Takes what drugs and companies say that are not the article's for what is said of other trials."""
        if not self.cast.trials:
            return
        outsiders = Outsiders(self.cast)
        lead = next((sentence.block for sentence in self.sentences if sentence.block.kind != "heading"), None)
        leads = [sentence.block is lead for sentence in self.sentences]
        named = [named_in(words.text) for words in self.words]
        outsiders.learn(zip(self.words, self.read, named, leads, strict=True))
        self.read = [
            outsiders.find(words, mentions, each) if each else mentions
            for words, mentions, each in zip(self.words, self.read, named, strict=True)
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
            if sentence.block.span.start not in by_block:
                continue
            of_block = by_block[sentence.block.span.start]
            for start, end, number in of_block[
                bisect_left(of_block, (sentence.start,)) : bisect_left(of_block, (sentence.end,))
            ]:
                row.append((start - sentence.start, end - sentence.start, number))
        return rows

    def _take_second_numbers(self) -> None:
        """Numbers that other registries than the records' give their trials: they stand beside the records' own.

        A number may also stand alone, where the article is on one trial and says that it is registered so.
        """
        ids, only = self.cast.ids, self.cast.only
        if not self.cast.trials:
            return
        registries = {one.id: one.mention.registry for one in self.article.once(cited) if one.id}
        strange = registries.keys() - ids.keys() - set(self.article.facts.mentions)
        if not strange:
            return
        for sentence, row in zip(self.sentences, self.numbers, strict=True):
            for (_, end, first), (start, _, second) in pairwise(row):
                known, other = (first, second) if first in ids else (second, first)
                beside = known in ids and other in strange and registries.get(known) != registries[other]
                beside = beside and start - end < FARTHEST and not words_of(sentence.text).lower & SEVERAL
                if beside and _also_registered().fullmatch(sentence.text, end, start):
                    ids.setdefault(other, ids[known])
        own = {registry for number, registry in registries.items() if number in ids}
        alone = [number for number in strange - ids.keys() if registries[number] not in own]
        if len(alone) != 1 or only is None or only not in self.cast.trials:
            return
        at = [row_at for row_at, row in enumerate(self.numbers) if any(number == alone[0] for _, _, number in row)]
        if len(at) == 1 and _registered().match(self.sentences[at[0]].text):
            ids[alone[0]] = only

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
                written = sentence.text[mention.end if known else mention.start : end]
                for name in self.reader.names.strangers_in(written):
                    owners.setdefault(name, (name, mention.labels[0]))
        only = self.cast.only
        trial = self.cast.trials.get(only or "")
        if only and trial and not trial.acronym:
            for name in self.reader.names.strangers_in(self.cast.headline):
                owners.setdefault(name, (name, only))
        if only and trial and not trial.acronym and not owners:
            owners.update(self._headed_by(only))
        if only and trial and trial.acronym and not any(m.what == "trial" for mentions in self.read for m in mentions):
            for name in sorted(self.reader.names.strangers & self.cast.numbered_stems):
                owners.setdefault(name, (name.upper(), only))
        for name, owner in owners.items():
            self.cast.add_name(name, owner[1])
            self.reader.names.forget(name)

    def _headed_by(self, label: str) -> dict[str, tuple[str, str]]:
        """The name of the one study that a text begins with, which a record without an acronym does not give."""
        things = self.cast.things.keys() | self.cast.sponsors.keys()
        for sentence, mentions, words in zip(self.sentences[:3], self.read, self.words, strict=False):
            names = self.reader.names.strangers_in(sentence.text)
            if names:
                if things and things.isdisjoint(words.lower):
                    return {}
                before = sentence.text[: sentence.text.index(names[0])]
                clear = len(set(names)) == 1 and not came_before().search(before)
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
                self.reader.names.forget(name)
        self.cast.take(tuple(added))

    def _learn(self) -> None:
        """What is said only beside one trial's number or name tells it from the others from then on."""
        if not self.cast.several:
            return
        owners: dict[str, str | None] = {}
        for sentence, mentions in zip(self.sentences, self.read, strict=True):
            if not mentions:
                continue
            labels = {label for m in mentions if m.what == "trial" for label in m.labels}
            if len(labels) != 1 or any(m.what in {"other", "others", "all", "sum"} for m in mentions):
                continue
            label = labels.pop()
            for word in set(terms(sentence.text)):
                owners[word] = label if owners.setdefault(word, label) == label else None
        ruled = rulings(self.sentences, self.read, several=not self.cast.only)
        for sentence in self.sentences:
            block = sentence.block
            heads = block.kind == "cell" and block.table in ruled and 0 in {block.row, block.column}
            trials = (heads and ruled[block.table].trials(block)) or ELSEWHERE
            for word in set(terms(sentence.text)) if trials else ():
                owners[word] = trials[0] if owners.setdefault(word, trials[0]) == trials[0] else None
        speakers = {
            name.casefold() for words in self.words if words.lower & SPEAKS for name in _speaker().findall(words.text)
        }
        told = {
            word: label
            for word, label in owners.items()
            if label in self.cast.labels and not self.cast.is_anothers(word, label) and word not in speakers
        }
        self.cast.forget(word for word, label in owners.items() if label != self.cast.things.get(word))
        self.cast.learn(told)

    def _order(self) -> list[str]:
        """The trials by the numbers in their names, else as the text brings them in, else as they began."""
        numbered = self.cast.in_series()
        if numbered:
            return numbered
        seen = dict.fromkeys(
            label
            for words, mentions in zip(self.words, self.read, strict=True)
            for m in mentions
            if m.what == "trial" or (m.what == "all" and self._begins_with_a_name(words.text, m))
            for label in m.labels
            if label in self.cast.labels
        )
        if len(seen) == len(self.cast.labels):
            return list(seen)
        began = self.cast.began
        return sorted(began, key=lambda label: began[label]) if began else list(self.cast.labels)

    def _begins_with_a_name(self, text: str, mention: Mention) -> bool:
        """Whether words on several trials name them: "HALCYON and KINGFISHER", and not "two trials"."""
        first = text[mention.start : mention.end].split()[0]
        return self.cast.knows(first) or first in self.cast.ids


SEVERAL = frozenset({"trials", "studies", "both", "two", "three", "four"})
"""Words of a sentence whose numbers may be those of several trials."""
SPEAKS = frozenset({"said", "says", "told", "added", "adds", "explained", "explains", "noted", "notes", "commented"})
"""What people do in the words before or behind a quotation."""
FARTHEST = 70
"""How far apart, in code points, two registries' numbers for one trial may stand."""


@cache
def _speaker() -> re.Pattern[str]:
    """The last name of who speaks, and may speak of any trial: "Okafor said that 90 people would join"."""
    return pattern(rf"\b([A-Z][\w’'-]{{2,30}}) (?:{'|'.join(sorted(SPEAKS))}) ")


@cache
def _also_registered() -> re.Pattern[str]:
    """What stands between the numbers that two registries give one trial: "(NCT…; EudraCT …)", "and ISRCTN, number"."""
    registry = (
        r"[Cc]linical[Tt]rials?\.gov|[Cc]linical [Tt]rials? [Rr]egist(?:er|ry)|EudraCT|CTIS|EU(?: ?CT)?|ISRCTN|ANZCTR"
        r"|DRKS|CTRI|ChiCTR|UMIN|NTR|WHO|UTN|[Uu]niversal [Tt]rial [Nn]umber|[A-Z][a-z]+ [Rr]egist(?:er|ry)"
    )
    small = (
        "and or also as with under in at the its number numbers no No identifier ID registration registered registry"
    )
    small = small.replace(" ", "|")
    return pattern(rf"(?:[\s(),;:/\[\].–—-]|\b(?:{registry}|{small})\b)+")


@cache
def _registered() -> re.Pattern[str]:
    """A sentence that says under which number a text's own trial is registered."""
    return pattern(
        r"(?:Trial |Clinical trial |Study )?(?:[Rr]egistration|[Rr]egistry)\b|(?:Registered|Funding|Funded)\b"
        r"|(?:The|This) (?:trial|study) (?:is|was|has been) (?:prospectively |retrospectively )?registered"
        r"|(?:ClinicalTrials\.gov|EudraCT|ISRCTN|Trial|[A-Z][a-z]+ Clinical Trials Registry)"
        r"(?: (?:trial|registration|registry))?(?: (?:identifier|number|ID|no))?[.:,]? "
    )


@cache
def came_before() -> re.Pattern[str]:
    """What a text says of studies that came before, or are to come."""
    return pattern(
        r"(?i)\b(?:after|follow(?:s|ing|ed)|earlier|previous(?:ly)?|prior|based on|builds? on|completed|since|until"
        r"|will|before|next|plans?|planned|healthy)\b"
    )
