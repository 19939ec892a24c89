"""Markdown to blocks: the text that a reader sees, and where each piece of it stands in the file.

The only module that knows the Markdown parser.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Any, NamedTuple

import pyromark

from checker.article import Block, Comment, Link, Run
from checker.reading import html
from checker.text import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

MASK = "\ufffc"
"""Stands in `Block.prose` for each code point that is no prose: code, addresses, pictures."""

OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
)

NON_ASCII = re.compile(r"[^\x00-\x7f]")
ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>]++")
ADDRESS_TAIL = ".,;:!?)]}'\"*_”’"

CONTAINERS = frozenset({"BlockQuote", "List", "Item", "FootnoteDefinition", "Table", "TableHead", "TableRow"})


class Marked(NamedTuple):
    """What the body of an article is made of."""

    blocks: tuple[Block, ...]
    comments: tuple[Comment, ...]
    outline: tuple[Span, ...]
    """The spans of the outermost blocks, without the blank space around them."""


def read_markdown(text: str, span: Span | None = None) -> Marked:
    """Read the CommonMark (with tables, footnotes, strikethrough and task lists) in `span` of `text`.

    Spans are offsets into `text`. Blocks come in the order of the file; code, comments and hidden elements are blocks
    too, marked as what they are, so that nothing is looked over in silence.
    """
    reader = _Reader(text, span or Span(0, len(text)))
    return reader.read()


class _Leaf:
    """A block that is being read: its text in runs."""

    def __init__(self, kind: str, span: Span, hidden: str | None, **where: Any) -> None:
        self.kind = kind
        self.span = span
        self.hidden = hidden
        self.where = where
        self.parts: list[str] = []
        self.runs: list[Run] = []
        self.masks: list[tuple[int, int]] = []
        self.links: list[Link] = []
        self.length = 0

    def add(self, text: str, source: Span, *, masked: bool = False) -> None:
        if not text:
            return
        if masked:
            self.masks.append((self.length, self.length + len(text)))
        last = self.runs[-1] if self.runs else None
        start, end = self.length, self.length + len(text)
        even = len(text) == source.end - source.start
        if (
            last
            and even
            and last.source.end == source.start
            and last.end - last.start == last.source.end - last.source.start
        ):
            self.runs[-1] = Run(last.start, end, Span(last.source.start, source.end))
        else:
            self.runs.append(Run(start, end, source))
        self.parts.append(text)
        self.length = end

    def block(self) -> Block:
        text = "".join(self.parts)
        links = list(self.links)
        block = Block(self.kind, self.span, text, text, tuple(self.runs), hidden=self.hidden, **self.where)
        if "://" in text or "www." in text:
            for match in ADDRESS.finditer(text):
                end = match.end() - (len(match[0]) - len(match[0].rstrip(ADDRESS_TAIL)))
                self.masks.append((match.start(), end))
                if not any(link.start <= match.start() < link.end for link in links):
                    links.append(Link(match.start(), end, text[match.start() : end], block.locate(match.start(), end)))
        return block._replace(prose=_masked(text, self.masks), links=tuple(sorted(links)))


def _masked(text: str, masks: list[tuple[int, int]]) -> str:
    if not masks:
        return text
    parts: list[str] = []
    at = 0
    for start, end in sorted(masks):
        if end <= at:
            continue
        start = max(start, at)
        parts += (text[at:start], MASK * (end - start))
        at = end
    return "".join((*parts, text[at:]))


class _Reader:
    def __init__(self, text: str, span: Span) -> None:
        self.text = text
        self.body = text[span.start : span.end]
        self.offset = span.start
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self.outline: list[Span] = []
        self.depth = 0
        self.leaf: _Leaf | None = None
        self.aside: _Leaf | None = None
        self.containers: list[str] = []
        self.elements: list[tuple[str, bool]] = []
        self.in_comment = False
        self.images: list[tuple[_Leaf | None, _Leaf]] = []
        self.open_links: list[tuple[int, str, Span]] = []
        self.table = self.row = self.column = -1
        self._index_bytes()

    def _index_bytes(self) -> None:
        """The parser counts bytes of UTF-8; remember where each longer code point shifts the count."""
        self._marks: list[int] = []
        self._shifts: list[int] = [0]
        if self.body.isascii():
            return
        shift = 0
        for match in NON_ASCII.finditer(self.body):
            point = ord(match[0])
            extra = 1 if point < 0x800 else 2 if point < 0x10000 else 3
            self._marks.append(match.start() + shift + 1)
            shift += extra
            self._shifts.append(shift)

    def _at(self, byte: int) -> int:
        return self.offset + byte - self._shifts[bisect_right(self._marks, byte)]

    def read(self) -> Marked:
        for event, places in pyromark.events_with_range(self.body, options=OPTIONS):
            span = Span(self._at(places["start"]), self._at(places["end"]))
            if isinstance(event, str):
                self._single(event, span)
                continue
            name, value = _named(event)
            if name == "Start":
                if self.depth == 0:
                    self.outline.append(Span(span.start, span.start + len(self.text[span.start : span.end].rstrip())))
                self.depth += 1
                self._start(value, span)
            elif name == "End":
                self.depth -= 1
                self._end(_named(value)[0], span)
            else:
                self._content(name, value, span)
        self._close_leaf()
        self.blocks.sort(key=lambda block: block.span)
        self.comments.sort(key=lambda comment: comment.span)
        return Marked(tuple(self.blocks), tuple(self.comments), tuple(self.outline))

    # Structure

    def _start(self, tag: Any, span: Span) -> None:
        name, value = _named(tag)
        if name == "Paragraph":
            self._open_leaf(self._paragraph_kind(), span)
        elif name == "Heading":
            self._open_leaf("heading", span, level=_heading_level(value))
        elif name == "CodeBlock":
            self._open_leaf("code", span)
        elif name == "HtmlBlock":
            self._close_leaf()
        elif name == "Link":
            leaf = self._leaf_for(span)
            self.open_links.append((leaf.length, value["dest_url"], self._address_span(span, value["dest_url"])))
            if value["link_type"] in ("Autolink", "Email"):
                self.open_links[-1] = (leaf.length, "", span)
        elif name == "Image":
            self.images.append((self.leaf, _Leaf("caption", span, self._hidden())))
        elif name in CONTAINERS:
            self._close_leaf()
            self.containers.append(name)
            self._enter_table(name)
        elif name == "TableCell":
            self.column += 1
            self._open_leaf("cell", span, table=self.table, row=self.row, column=self.column)

    def _enter_table(self, name: str) -> None:
        if name == "Table":
            self.table += 1
            self.row = -1
        elif name in ("TableHead", "TableRow"):
            self.row += 1
            self.column = -1

    def _end(self, name: str, span: Span) -> None:
        if name in ("Paragraph", "Heading", "CodeBlock", "TableCell"):
            self._close_leaf()
        elif name == "HtmlBlock":
            self._html_block(span)
        elif name == "Link" and self.open_links:
            start, url, url_span = self.open_links.pop()
            leaf = self._leaf_for(span)
            if url:
                leaf.links.append(Link(start, leaf.length, url, url_span))
            elif leaf.length > start:
                leaf.masks.append((start, leaf.length))
        elif name == "Image" and self.images:
            _, caption = self.images.pop()
            if caption.length:
                self.blocks.append(caption.block())
            self._leaf_for(span).add(MASK, span)
        elif name in CONTAINERS:
            self._close_leaf()
            if name in self.containers:
                self.containers.reverse()
                self.containers.remove(name)
                self.containers.reverse()

    def _paragraph_kind(self) -> str:
        for name in reversed(self.containers):
            if name == "Item":
                return "item"
            if name == "FootnoteDefinition":
                return "footnote"
        return "paragraph"

    def _open_leaf(self, kind: str, span: Span, **where: Any) -> None:
        self._close_leaf()
        hidden = self._hidden() or ("code" if kind == "code" else None)
        self.leaf = _Leaf(kind, span, hidden, quoted="BlockQuote" in self.containers, **where)

    def _close_leaf(self) -> None:
        for leaf in (self.leaf, self.aside):
            if leaf is not None and (leaf.length or leaf.kind == "cell"):
                self.blocks.append(leaf.block())
        self.leaf = self.aside = None
        self.open_links.clear()
        self.images.clear()

    def _leaf_for(self, span: Span) -> _Leaf:
        """The leaf that inline content at `span` belongs to: a tight list item has none of its own until now."""
        if self.images:
            return self.images[-1][1]
        if self.leaf is None:
            self._open_leaf(self._paragraph_kind(), span)
        assert self.leaf is not None
        if span.end > self.leaf.span.end:
            self.leaf.span = Span(self.leaf.span.start, span.end)
        hidden = self._hidden()
        if hidden and self.leaf.hidden is None:
            if self.aside is None:
                self.aside = _Leaf(self.leaf.kind, span, hidden)
            return self.aside
        return self.leaf

    def _hidden(self) -> str | None:
        if self.in_comment:
            return "comment"
        return "element" if any(unseen for _, unseen in self.elements) else None

    # Content

    def _single(self, event: str, span: Span) -> None:
        if event == "SoftBreak":
            self._leaf_for(span).add(" ", span)
        elif event == "HardBreak":
            self._leaf_for(span).add("\n", span)
        elif event == "Rule":
            self._close_leaf()

    def _content(self, name: str, value: str, span: Span) -> None:
        if name == "Text":
            self._leaf_for(span).add(value, span)
        elif name == "Code":
            inner = self.text.find(value, span.start, span.end)
            source = Span(inner, inner + len(value)) if inner != -1 else span
            self._leaf_for(span).add(value, source, masked=True)
        elif name == "InlineHtml":
            self._inline_html(span)

    def _inline_html(self, span: Span) -> None:
        for piece in html.pieces(self.text, span.start, span.end):
            if piece.kind == "comment":
                self._comment(piece)
            elif piece.kind == "open" and piece.name == "br":
                self._leaf_for(span).add("\n", span)
            elif piece.kind in ("open", "close"):
                self._element(piece)

    def _html_block(self, span: Span) -> None:
        for piece in html.pieces(self.text, span.start, span.end):
            if self.in_comment and piece.kind != "comment":
                self._leave_comment(piece)
            elif piece.kind == "comment":
                self._comment(piece)
            elif piece.kind == "text":
                if self.leaf is not None or self.text[piece.start : piece.end].strip():
                    for text, start, end in html.text_runs(self.text, piece.start, piece.end):
                        self._leaf_for(Span(start, end)).add(text, Span(start, end))
            elif piece.kind in ("open", "close"):
                if piece.name in html.BLOCK_LEVEL:
                    self._close_leaf()
                elif piece.name == "br" and self.leaf is not None:
                    self.leaf.add("\n", Span(piece.start, piece.end))
                self._element(piece)
        self._close_leaf()

    def _comment(self, piece: html.Piece) -> None:
        closed = html.is_comment_closed(self.text, piece)
        inner = Span(piece.start + 4, piece.end - 3 if closed else piece.end)
        text = self.text[inner.start : inner.end]
        span = Span(piece.start, piece.end)
        if text.strip():
            self.blocks.append(Block("comment", span, text, text, (Run(0, len(text), inner),), hidden="comment"))
        if closed and text.strip().startswith("checker:"):
            self.comments.append(Comment(span, text.strip(), yaml=False))
        self.in_comment = self.in_comment or not closed

    def _leave_comment(self, piece: html.Piece) -> None:
        """A comment left open in one piece of raw HTML ends where a later piece closes it."""
        if html.COMMENT_END in self.text[piece.start : piece.end]:
            self.in_comment = False

    def _element(self, piece: html.Piece) -> None:
        if piece.name in html.VOID:
            return
        if piece.kind == "open":
            self.elements.append((piece.name, piece.unseen))
        elif any(name == piece.name for name, _ in self.elements):
            while self.elements.pop()[0] != piece.name:
                pass

    def _address_span(self, span: Span, url: str) -> Span:
        """Where a link's address stands: behind its text, unless a reference or an escape puts it elsewhere."""
        at = self.text.rfind(url, span.start, span.end) if url else -1
        return Span(at, at + len(url)) if at != -1 else span


def _named(event: Any) -> tuple[str, Any]:
    """An event's name and what it holds: the parser gives a bare name, or a dict of one."""
    return (event, {}) if isinstance(event, str) else next(iter(event.items()))


def _heading_level(value: Mapping[str, Any]) -> int:
    level = str(value.get("level", "1"))
    return int(level[-1]) if level[-1:].isdigit() else 1
