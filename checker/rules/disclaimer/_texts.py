"""Texts compared word for word: what counts as equal, and a difference in words that an editor reads."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from checker.article import Block
from checker.pattern import pattern
from checker.text import Span

QUOTES = "‘’‚‛′‵ʹʻʼ´＇‹›", "“”„‟″‶«»〝〞＂"
DASHES = "‐‑‒–—―−⁃﹘﹣－⸺⸻"
UNSEEN = "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\ufffc"
EMBEDDINGS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufe0e\ufe0f"

PLAIN = {
    **dict.fromkeys(QUOTES[0], "'"),
    **dict.fromkeys(QUOTES[1], '"'),
    **dict.fromkeys(DASHES, "-"),
    **dict.fromkeys(UNSEEN + EMBEDDINGS, ""),
}
ODD = pattern(f"[{''.join(PLAIN)}]")

NEGATIONS = frozenset({"not", "no", "never", "nothing", "neither", "nor", "without", "cannot", "none", "nobody"})

SHOWN = 60
"""How many code points of a stretch a message quotes."""

TOLD = 3
"""How many differences a message tells before it counts the rest."""


def fold(text: str) -> str:
    """A text without what makes no difference to a reader: Unicode forms, kinds of quotes, dashes and white space.

    Case and punctuation stay. Words are parted by one space.
    """
    if not text.isascii():
        text = ODD.sub(_plain, text)
        if not unicodedata.is_normalized("NFKC", text):
            text = ODD.sub(_plain, unicodedata.normalize("NFKC", text))
    if "--" in text:
        text = re.sub(r"-{2,}", "-", text)
    return " ".join(text.split())


def _plain(match: re.Match[str]) -> str:
    return PLAIN[match[0]]


class Word(NamedTuple):
    """A folded word of the page, and where its block's text has it."""

    text: str
    block: Block
    start: int
    end: int

    @property
    def span(self) -> Span:
        return self.block.locate(self.start, self.end)


def words_of(blocks: Iterable[Block]) -> list[Word]:
    """The words of some blocks, in order; their texts joined by spaces are the folded texts of the blocks."""
    return [
        Word(word, block, match.start(), match.end())
        for block in blocks
        for match in re.finditer(r"\S+", block.text)
        for word in fold(match[0]).split()
    ]


class Change(NamedTuple):
    """Where a page differs from the approved text: `found` stands from word `start` to `end` of the page.

    `before` is the word that both have before it, or nothing at the beginning.
    """

    wanted: tuple[str, ...]
    found: tuple[str, ...]
    before: str
    start: int
    end: int

    @property
    def lost(self) -> list[str]:
        """The negations that the approved text has here, and the page lacks."""
        return _surplus(self.wanted, self.found)

    @property
    def gained(self) -> list[str]:
        """The negations that the page has here, and the approved text lacks."""
        return _surplus(self.found, self.wanted)


def changes(approved: Sequence[str], page: Sequence[str]) -> list[Change]:
    """How a page's words differ from the approved ones; what turns a meaning (a lost or added "not") comes first."""
    from difflib import SequenceMatcher

    found = [
        Change(tuple(approved[i:j]), tuple(page[k:m]), approved[i - 1] if i else "", k, m)
        for tag, i, j, k, m in SequenceMatcher(None, approved, page, autojunk=False).get_opcodes()
        if tag != "equal"
    ]
    return sorted(found, key=lambda change: (not (change.lost or change.gained), change.start))


def in_words(differences: Sequence[Change]) -> str:
    """Differences as a clause or a few of them, for a message."""
    told = [_clause(change) for change in differences[:TOLD]]
    rest = len(differences) - TOLD
    if rest > 0:
        told.append(f"and {rest} more difference{'s' if rest > 1 else ''}")
    return "; ".join(told)


def quoted(words: Iterable[str]) -> str:
    """Words in quotation marks, cut where they are many."""
    text = " ".join(words)
    return f'"{text}"' if len(text) <= SHOWN else f'"{text[:SHOWN].rstrip()}…"'


def plain(words: Iterable[str]) -> Iterator[str]:
    """Words without case and punctuation, for telling whether two texts are meant to be one."""
    return (word.strip(".,;:!?()[]\"'*_-").casefold() for word in words)


def _clause(change: Change) -> str:
    where = f'after "{change.before.rstrip(".,;:!?")}"' if change.before else "at the beginning"
    if not change.found:
        return f"{quoted(change.wanted)} is missing {where}"
    if not change.wanted:
        return f"{quoted(change.found)} is added {where}"
    turn = ""
    if change.lost or change.gained:
        word, verb = (change.lost[0], "lost") if change.lost else (change.gained[0], "added")
        turn = f'"{word}" is {verb}: '
    return f"{turn}the page says {quoted(change.found)}, the approved text {quoted(change.wanted)}"


def _surplus(one: Iterable[str], other: Iterable[str]) -> list[str]:
    left = [word for word in plain(other) if _is_negation(word)]
    surplus = []
    for word in plain(one):
        if _is_negation(word):
            if word in left:
                left.remove(word)
            else:
                surplus.append(word)
    return surplus


def _is_negation(word: str) -> bool:
    return word in NEGATIONS or word.endswith("n't")
