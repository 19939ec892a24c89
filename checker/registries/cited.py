"""The registration numbers that an article cites."""

from bisect import bisect_right
from typing import NamedTuple

from checker.article import Article, Block
from checker.registries.scan import Mention, find
from checker.text import Pointer, Span

BETWEEN = "\n\ufffc\n"
"""Keeps the blocks apart while they are searched as one text."""


class Cited(NamedTuple):
    """A registration number in an article: where it stands in the file, and in which block, or else at which pointer
    of the front matter (title or description). The offsets of `mention` are those of the block's text, or of the
    text at the pointer."""

    mention: Mention
    span: Span
    block: Block | None = None
    pointer: Pointer | None = None

    @property
    def id(self) -> str | None:
        return self.mention.id


def mentions(article: Article) -> tuple[Cited, ...]:
    """The registration numbers in the visible prose of an article, in order; used through `article.once(mentions)`.

    Link texts count; addresses and code do not. Title and description come first.
    """
    return (*_in_front(article), *_in_prose(article))


def _in_prose(article: Article) -> list[Cited]:
    blocks = article.prose
    starts: list[int] = []
    at = 0
    for block in blocks:
        starts.append(at)
        at += len(block.prose) + len(BETWEEN)
    found: list[Cited] = []
    for mention in find(BETWEEN.join(block.prose for block in blocks)):
        index = bisect_right(starts, mention.start) - 1
        block = blocks[index]
        moved = mention._replace(start=mention.start - starts[index], end=mention.end - starts[index])
        moved = _without_note(article, block, moved)
        found.append(Cited(moved, block.locate(moved.start, moved.end), block))
    return found


def _without_note(article: Article, block: Block, mention: Mention) -> Mention:
    """A number with too many digits may be a number and the superscript behind it: markup stands between them."""
    if mention.fault != "malformed":
        return mention
    for run in block.runs:
        if mention.start < run.start < mention.end and article.text[run.source.start - 1 : run.source.start] == ">":
            shorter = find(block.prose[mention.start : run.start])
            if len(shorter) == 1 and shorter[0].sound:
                start = mention.start + shorter[0].start
                return shorter[0]._replace(start=start, end=mention.start + shorter[0].end)
    return mention


def _in_front(article: Article) -> list[Cited]:
    found: list[Cited] = []
    for key, text in (("title", article.facts.title), ("description", article.facts.description)):
        for mention in find(text or ""):
            whole = article.value_at(key)
            at = article.text.find(mention.written, whole.start, whole.end)
            span = whole._replace(start=at, end=at + len(mention.written)) if at >= 0 else whole
            found.append(Cited(mention, span, pointer=(key,)))
    return found
