"""Sentences of a text, by exact offsets. Time is linear in the length of the text, whatever it holds."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from checker.article import Article, Block
from checker.claims.repeated import once_a_text
from checker.claims.vocabulary import words
from checker.pattern import pattern
from checker.text import Span

CLOSERS = "\"'”’»)]"
OPENERS = "\"'“‘«(["

ABBREVIATIONS = words(
    "dr mr mrs ms prof st ste mt ft vs v cf viz approx ca e.g i.e eg ie resp incl excl esp dept univ assoc "
    "gen gov sen rep hon rev capt col lt sgt max min avg est ave blvd"
)
"""What a full stop follows without ending a sentence, whatever comes next."""

DISEASES = frozenset({"MS", "CF"})
"""What would be one of them, were it not in capitals: "for people with MS. The study ran on"."""

NUMBERED = words(
    "no nos p pp fig figs vol vols ch chap sec sect art eq ref refs tab para suppl ed eds pt n nr "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
"""The same, but only where a number comes next: "No. 5", but "She said no. Five left."."""

MAYBE_LAST = words("al etc inc ltd co corp plc llc gmbh jr sr bros u.s u.k e.u u.n a.m p.m m.d ph.d d.c b.sc m.sc r.n")
"""The same, unless the next word is one that mostly begins a sentence."""

STARTERS = words(
    "the a an it its he she they we you i this that these those there in on at by for from of to as if when while "
    "after before since until with without both each all some most many no not none only one two three four five six "
    "seven eight nine ten half and but or so yet however then now here who what why how where which their his her our "
    "my your another other once even still nobody everyone results"
)

LONGEST = 2_000
"""Code points of a sentence that is read as a whole. Nobody writes one that long; what lacks full stops is read in
parts, so that what has to look at all pairs of things in a sentence costs no more than its length."""


class Sentence(NamedTuple):
    """A sentence of a block: `text` is the block's prose from `start` to `end`, code and addresses masked."""

    block: Block
    start: int
    end: int
    text: str

    def locate(self, start: int, end: int) -> Span:
        """The span in the file of a half-open stretch of this sentence's text."""
        return self.block.locate(self.start + start, self.start + end)


@once_a_text
def sentences(text: str) -> list[tuple[int, int]]:
    """The half-open offsets (code points) of the sentences of a text, without the white space around them.

    A sentence ends at `.`, `!`, `?` or `…`, with the quotes and brackets that close after it, before white space.
    Abbreviations, initials and decimals do not end one, nor does a mark before a small letter. What is longer than
    `LONGEST` is cut, at white space where there is any.
    """
    found: list[tuple[int, int]] = []
    start = _next_word(text, 0)
    for match in _stops().finditer(text):
        if match.start() < start:
            continue
        following = _next_word(text, match.end())
        if following < len(text) and not _ends(text, start, match, following):
            continue
        found += _parts(text, start, match.end())
        start = following
    found += _parts(text, start, len(text.rstrip()))
    return found


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence from `start` to `end`, cut where it is longer than any that is read as a whole."""
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = start + LONGEST if cut < 0 else cut
        yield start, cut
        start = _next_word(text, cut)
    if start < end:
        yield start, end


def prose_sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of all that a reader reads, in order, as many as the settings allow; to be had through
    `article.once`."""
    return article.once(_one_more)[: article.settings.limits.sentences]


def first_unread(article: Article) -> Sentence | None:
    """The first sentence that `prose_sentences` leaves out, if it leaves any out."""
    most = article.settings.limits.sentences
    if len(article.text) <= 2 * most:  # A sentence has a mark and a space to the next one, at least.
        return None
    return next(iter(article.once(_one_more)[most:]), None)


def _one_more(article: Article) -> tuple[Sentence, ...]:
    return tuple(islice(_read(article), article.settings.limits.sentences + 1))


def _read(article: Article) -> Iterator[Sentence]:
    for block in article.prose:
        for start, end in sentences(block.prose):
            yield Sentence(block, start, end, block.prose[start:end])


@cache
def _stops() -> re.Pattern[str]:
    return pattern(rf"[.!?…]{{1,9}}[{re.escape(CLOSERS)}]{{0,4}}(?=\s)")


@cache
def _spaces() -> re.Pattern[str]:
    return pattern(r"\s*")


@cache
def _issue() -> re.Pattern[str]:
    """The issue of a journal, whose abbreviated name ends in a full stop: "N Engl J Med. 2025;394:117"."""
    return pattern(r"(?:19|20)\d\d(?: [A-Z][a-z]{2,8}\.?(?: \d{1,2})?)?; ?\d")


def _next_word(text: str, offset: int) -> int:
    match = _spaces().match(text, offset)
    return match.end() if match else offset


def _ends(text: str, start: int, stop: re.Match[str], following: int) -> bool:
    """Whether a mark ends the sentence that began at `start`, the next word being at `following`."""
    opening = following
    while opening < len(text) - 1 and opening < following + 3 and text[opening] in OPENERS:
        opening += 1
    if text[opening].islower() or (text[following].isdigit() and _issue().match(text, following)):
        return False
    mark = stop.group()
    if mark[0] != "." or mark.startswith(".."):
        return True
    before = text[max(start, stop.start() - 12) : stop.start()]
    cut = max((before.rfind(char) for char in " \n\t\u00a0\u202f(–—/"), default=-1)
    last = before[cut + 1 :].lstrip(OPENERS)
    word = last.casefold()
    if word in ABBREVIATIONS:
        return last in DISEASES
    if word in NUMBERED:
        return not text[opening].isdigit()
    initial = len(last) == 1 and last.isalpha() and last.isupper()
    if initial or word in MAYBE_LAST:
        return _first_word(text, opening) in STARTERS
    return True


def _first_word(text: str, offset: int) -> str:
    word = text[offset : offset + 12]
    for index, char in enumerate(word):
        if not char.isalpha():
            return word[:index].casefold()
    return word.casefold()
