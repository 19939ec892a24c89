"""How each disclaimer stands in an article: one analysis, one answer each, for all rules of the family."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from checker.article import Article, Block
from checker.pattern import pattern
from checker.rules.disclaimer._texts import NEGATIONS, Change, Word, changes, fold, plain, words_of
from checker.rules.disclaimer._wanted import NAME, PUBLICATION, Approved, Wanted, is_visible, visible, wanted
from checker.text import Pointer, Span

if TYPE_CHECKING:
    from difflib import SequenceMatcher


LABEL = pattern(
    r"(?:(?:an? |the )?(?:(?:medical|health|legal|general|important|editorial|editor's|editors'|our|site) ){0,2}"
    r"(?:disclaimer|disclosure|notice|note)|please note|important) ?[:.-] ?",
    re.IGNORECASE,
)
"""What may stand before a disclaimer in its own paragraph and changes nothing of it."""

NAME_LENGTH = 80
SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "to", "&", "-"})

LIKENESS = 0.5
"""The share of common words from which a text is taken for a disclaimer that was altered. It never makes one pass."""

SHORT = 8
SHORT_LIKENESS = 0.75
"""A text of fewer words than `SHORT` resembles many others, so more of it is asked for."""

STRETCH = 3
"""A paragraph with more than this many times the disclaimer's words is compared only around where it may begin."""

HIDING_PLACES = {
    "comment": "in a comment, which no reader sees",
    "code": "in a code block, which readers do not take for the newsroom's own words",
    "element": "in an element that the page hides",
    "caption": "only in a picture's description, which most readers never see",
    "front matter": "only in the front matter, which no reader sees",
}


class Passage(NamedTuple):
    """A run of visible blocks that carries a disclaimer, or what seems to be meant for it.

    `first` and `last` index the visible blocks; `skipped` counts the words of a label ("Disclaimer:") before it.
    """

    first: int
    last: int
    blocks: tuple[Block, ...]
    skipped: int = 0

    @property
    def words(self) -> list[Word]:
        """The words that are held against the approved text."""
        return words_of(self.blocks)[self.skipped :]

    @property
    def span(self) -> Span:
        words = self.words
        return Span(words[0].span.start, words[-1].span.end) if words else self.blocks[0].span


class Standing(NamedTuple):
    """How one disclaimer stands: `kind` is present, missing, altered, outdated, wrong-publication, hidden, misplaced
    or repeated.

    `approved` is the version that is wanted. `passage` is where the disclaimer stands, `at` the place to show where
    that is not the passage. `earlier` is the first of two passages, `version` the version that was found, `names` are
    the wrong names, `reason` is where it is hidden. For an altered text, `words` are the words of the page that were
    compared, and `changes` how they differ.
    """

    kind: str
    approved: Approved
    label: bool
    passage: Passage | None = None
    at: Span | None = None
    earlier: Passage | None = None
    version: Approved | None = None
    names: tuple[str, ...] = ()
    reason: str = ""
    pointer: Pointer | None = None
    words: tuple[Word, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def span(self) -> Span:
        if self.at is not None or self.passage is None:
            return self.at or Span(0, 0)
        return self.passage.span


def standings(article: Article) -> tuple[Standing, ...]:
    """How each disclaimer that the article wants stands in it. Nothing, where there is no front matter to go by."""
    if article.front is None:
        return ()
    asked = wanted(article)
    return _Page(article).standings(asked) if asked else ()


class _Page:
    def __init__(self, article: Article) -> None:
        self.article = article
        self.blocks = visible(article.blocks)
        self.texts = [fold(block.text) for block in self.blocks]
        self.claimed: set[int] = set()

    def standings(self, asked: Sequence[Wanted]) -> tuple[Standing, ...]:
        found: dict[int, Standing] = {}
        for look in (self._exact, self._other_version, self._other_name):
            for index, one in enumerate(asked):
                if index not in found and (standing := look(one)):
                    found[index] = standing
        rest = {index: one for index, one in enumerate(asked) if index not in found}
        found |= self._altered(rest)
        for index, one in rest.items():
            if index not in found:
                found[index] = self._hidden(one) or self._missing(one)
        return tuple(self._in_place(found[index]) for index in range(len(asked)))

    # The same words

    def _exact(self, one: Wanted) -> Standing | None:
        found = {passage: version for version in one.accepted for passage in self._passages(version)}
        if not found:
            return None
        first, *more = sorted(found)
        if more:
            again = more[0]
            return Standing("repeated", found[again], one.label, again, earlier=first)
        kind = "altered" if is_struck(self.article.text, first, found[first]) else "present"
        return Standing(kind, found[first], one.label, first)

    def _other_version(self, one: Wanted) -> Standing | None:
        for version in one.others:
            for passage in self._passages(version):
                return Standing("outdated", one.accepted[0], one.label, passage, version=version)
        return None

    def _passages(self, version: Approved) -> list[Passage]:
        passages = [*find(version.text, self.blocks, self.texts)]
        self._claim(passages)
        return passages

    def _claim(self, passages: Sequence[Passage]) -> None:
        for passage in passages:
            self.claimed.update(range(passage.first, passage.last + 1))

    # The same words but for the name

    def _other_name(self, one: Wanted) -> Standing | None:
        for version in (*one.accepted, *one.others):
            if NAME not in version.template:
                continue
            for first in range(len(self.blocks) - version.paragraphs + 1):
                last = first + version.paragraphs - 1
                names = self._names(version, first, last)
                if names is None:
                    continue
                passage = Passage(first, last, tuple(self.blocks[first : last + 1]))
                self._claim([passage])
                wrong = tuple(name for name, _ in names)
                kind, at = ("wrong-publication", names[0][1]) if names else ("present", None)
                return Standing(kind, one.accepted[0], one.label, passage, at, names=wrong)
        return None

    def _names(self, version: Approved, first: int, last: int) -> list[tuple[str, Span]] | None:
        """The names that stand where our own belongs, and where; None where the text is another one. Any name will do
        where the settings give none."""
        if not self.claimed.isdisjoint(range(first, last + 1)):
            return None
        text = " ".join(self.texts[first : last + 1])
        places = name_places(version.template.split(NAME), text)
        if places is None or not all(is_name(text[start:end]) for start, end in places):
            return None
        ours = fold(self.article.settings.publication)
        if not ours:
            return [] if PUBLICATION not in text else None
        words = words_of(self.blocks[first : last + 1])
        found = []
        for start, end in places:
            if text[start:end] != ours:
                of_name = words[text.count(" ", 0, start) : text.count(" ", 0, end) + 1]
                found.append((text[start:end], Span(of_name[0].span.start, of_name[-1].span.end)))
        return found

    # Nearly the same words

    def _altered(self, rest: dict[int, Wanted]) -> dict[int, Standing]:
        near = sorted(
            (
                (likeness, index, version, passage)
                for index, one in rest.items()
                for version in one.accepted
                for likeness, passage in self._near(version)
            ),
            key=lambda entry: (-entry[0], entry[1], entry[3].first),
        )
        found: dict[int, Standing] = {}
        for _, index, version, passage in near:
            if index in found or not self.claimed.isdisjoint(range(passage.first, passage.last + 1)):
                continue
            self._claim([passage])
            target, words = version.text.split(), passage.words
            start, end = stretch([*plain(target)], [*plain(word.text for word in words)])
            compared = tuple(words[start:end])
            differences = changes(target, [word.text for word in compared])
            found[index] = Standing(
                "altered", version, rest[index].label, passage, words=compared, changes=tuple(differences)
            )
        return found

    def _near(self, version: Approved) -> Iterator[tuple[float, Passage]]:
        """What may be meant for a version: how near it comes, and where."""
        target = [*plain(version.text.split())]
        for first, last in self._windows(version, target):
            blocks = tuple(self.blocks[first : last + 1])
            match = LABEL.match(self.texts[first])
            passage = Passage(first, last, blocks, len(match[0].split()) if match else 0)
            words = [*plain(" ".join(self.texts[first : last + 1]).split()[passage.skipped :])]
            start, end = stretch(target, words)
            likeness = resemblance(target, words[start:end])
            if likeness:
                yield likeness, passage

    def _windows(self, version: Approved, target: Sequence[str]) -> list[tuple[int, int]]:
        """The few runs of blocks whose words, in whatever order, come nearest to a target's."""
        wanted_words = Counter(target)
        counts = []
        for text in self.texts:
            words = [*plain(text.split())]
            counts.append((len(words), sum((Counter(words) & wanted_words).values())))
        bounds = []
        for first in range(len(self.blocks)):
            length = shared = 0
            for last in range(first, min(first + version.paragraphs + 1, len(self.blocks))):
                if last in self.claimed:
                    break
                length += counts[last][0]
                shared += counts[last][1]
                common = min(shared, len(target))
                if common and is_near(len(target), length, common, common):
                    bounds.append((2 * common / (len(target) + length), common, first, last))
        best = sorted(bounds, reverse=True)[:4] + sorted(bounds, key=lambda bound: bound[1], reverse=True)[:4]
        return [*dict.fromkeys((first, last) for _, _, first, last in best)]

    # Where no reader sees them

    def _hidden(self, one: Wanted) -> Standing | None:
        for version in one.accepted:
            for text in dict.fromkeys((version.text, fold(version.source))):
                if place := self._hiding_place(text):
                    at, reason, pointer = place
                    return Standing("hidden", version, one.label, at=at, reason=HIDING_PLACES[reason], pointer=pointer)
        return None

    def _hiding_place(self, text: str) -> tuple[Span, str, Pointer | None] | None:
        unseen = [block for block in self.article.blocks if not is_visible(block)]
        at, starts, texts = 0, [], []
        for block in unseen:
            folded = fold(block.text)
            starts.append(at)
            texts.append(folded)
            at += len(folded) + 1
        found = f" {' '.join(texts)} ".find(f" {text} ")
        if found != -1:
            index = next(index for index in reversed(range(len(starts))) if starts[index] <= found)
            block = unseen[index]
            return block.span, block.hidden or ("caption" if block.kind == "caption" else "code"), None
        assert self.article.front is not None
        for pointer, value in self.article.front.texts():
            if text in fold(value):
                return self.article.value_at(*pointer), "front matter", pointer
        return None

    def _missing(self, one: Wanted) -> Standing:
        version = one.accepted[0]
        if version.position == "start":
            index = 1 if self.blocks and _is_title(self.blocks[0]) and len(self.blocks) > 1 else 0
            at = self.blocks[index].span.start if self.blocks else self.article.body.start
        else:
            at = max(len(self.article.text.rstrip()), self.article.body.start)
        return Standing("missing", version, one.label, at=Span(at, at))

    # Where they stand

    def _in_place(self, standing: Standing) -> Standing:
        """A disclaimer that is present and stands where it does not belong is misplaced."""
        if standing.kind != "present" or standing.passage is None:
            return standing
        first, last = standing.passage.first, standing.passage.last
        if standing.approved.position == "start":
            others = [index for index in range(first) if not (index == 0 and _is_title(self.blocks[0]))]
        elif standing.approved.position == "end":
            others = [index for index in range(last + 1, len(self.blocks)) if self.blocks[index].kind != "footnote"]
        else:
            return standing
        return standing if self.claimed.issuperset(others) else standing._replace(kind="misplaced")


def find(text: str, blocks: Sequence[Block], texts: Sequence[str]) -> Iterator[Passage]:
    """The passages whose words are those of a folded text, over whole blocks. `texts` are the blocks', folded."""
    for first, whole in enumerate(texts):
        label = LABEL.match(whole)
        for start in (0, label.end()) if label else (0,):
            if not whole or not text.startswith(whole[start : start + 20]):
                continue
            joined, last = whole[start:], first
            while len(joined) < len(text) and last + 1 < len(texts) and text.startswith(f"{joined} "):
                last += 1
                joined = f"{joined} {texts[last]}".strip()
            if joined == text:
                yield Passage(first, last, tuple(blocks[first : last + 1]), len(whole[:start].split()))
                break


def is_struck(source: str, passage: Passage, version: Approved) -> bool:
    """Whether a part of a passage is struck through in an article's text."""
    written = source[passage.blocks[0].span.start : passage.blocks[-1].span.end]
    return any(mark in written and mark not in version.source for mark in ("~~", "<del", "<s>"))


def name_places(pieces: Sequence[str], text: str) -> list[tuple[int, int]] | None:
    """Where the names stand in a text that is otherwise made of `pieces`; None if it is not. Takes linear time."""
    if len(pieces) < 2 or not text.startswith(pieces[0]) or not text.endswith(pieces[-1]):
        return None
    places = []
    at = len(pieces[0])
    for piece in pieces[1:-1]:
        end = text.find(piece, at + 1)
        if end == -1:
            return None
        places.append((at, end))
        at = end + len(piece)
    end = len(text) - len(pieces[-1])
    return [*places, (at, end)] if end > at else None


def is_name(text: str) -> bool:
    """Whether a folded text may be the name of a publication: a few words with capitals, or an address."""
    return len(text) <= NAME_LENGTH and text == text.strip() and all(map(_is_of_a_name, text.split(" ")))


def resemblance(target: Sequence[str], words: Sequence[str]) -> float:
    """How near words come to a target: the share in common (0 to 1), or 0 where they are not meant for it."""
    if not target or not words:
        return 0.0
    matcher = _matcher(tuple(target))
    matcher.set_seq1(words)
    runs = [block.size for block in matcher.get_matching_blocks()]
    common, in_runs = sum(runs), sum(size for size in runs if size >= 3)
    return 2 * common / (len(target) + len(words)) if is_near(len(target), len(words), common, in_runs) else 0.0


def is_near(target: int, words: int, common: int, in_runs: int) -> bool:
    """Whether so many words may be meant for a target of so many, given how many they share, in all and in runs.

    They are if the two are alike, if most of the target is in the words, or if nearly all of the words are from it.
    """
    alike = 2 * common / (target + words)
    if target < SHORT:
        return alike >= SHORT_LIKENESS
    return alike >= LIKENESS or in_runs >= 0.6 * target or (in_runs >= SHORT and in_runs >= 0.8 * words)


def stretch(target: Sequence[str], words: Sequence[str]) -> tuple[int, int]:
    """The half-open range of words that are worth comparing with a target: all of them, unless they are far more."""
    room = 20 + len(target)
    if len(words) <= STRETCH * room:
        return 0, len(words)
    shingles = {tuple(target[at : at + 4]): at for at in range(len(target) - 3)}
    for at in range(len(words) - 3):
        begins = shingles.get(tuple(words[at : at + 4]))
        if begins is not None:
            start = max(at - begins, 0)
            return start, min(start + room, len(words))
    return 0, room


@lru_cache(maxsize=16)
def _matcher(target: tuple[str, ...]) -> "SequenceMatcher[str]":
    from difflib import SequenceMatcher

    return SequenceMatcher(None, (), target, autojunk=False)


def _is_of_a_name(word: str) -> bool:
    if word in SMALL_WORDS or word == PUBLICATION:
        return True
    if word[-1:] in ".:;!?" or word.casefold() in NEGATIONS:
        return False
    return "." in word or any(character.isupper() or character.isdigit() for character in word)


def _is_title(block: Block) -> bool:
    return block.kind == "heading" and block.level == 1
