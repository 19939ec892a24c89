"""Markdown to blocks: the text that a reader sees, and where each piece of it stands in the file.

The only module that knows the Markdown parser.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping
from typing import Any, NamedTuple

import pyromark

from checker.article import Block, Comment, Link, Run
from checker.pattern import pattern
from checker.reading import html
from checker.text import Span

MASK = "\ufffc"
"""Stands in `Block.prose` for each code point that is no prose: code, addresses, pictures."""

OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
)

NON_ASCII = pattern(r"[^\x00-\x7f]")
LONE_RETURN = pattern(r"\r(?!\n)")
ADDRESS = pattern(r"(?:https?://|www\.)[^\s<>]++")
ADDRESS_TAIL = ".,;:!?)]}'\"*_”’"

CONTAINERS = frozenset({"BlockQuote", "List", "Item", "FootnoteDefinition", "Table", "TableHead", "TableRow"})
ENDS_PARAGRAPH = frozenset({"Paragraph", "Heading", "CodeBlock", "BlockQuote", "List", "Table"})
"""What ends a paragraph that raw HTML left open."""

HTML_KINDS = {"li": "item", "caption": "caption", "figcaption": "caption"} | {f"h{n}": "heading" for n in range(1, 7)}
"""The kind of a block whose text stands in such an element of raw HTML."""


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
    """A block that is being read: its text in runs (start, end, and the same of what it was made of)."""

    __slots__ = ("hidden", "kind", "length", "links", "masks", "parts", "runs", "span", "where")

    def __init__(self, kind: str, span: Span, hidden: str | None, **where: Any) -> None:
        self.kind = kind
        self.span = span
        self.hidden = hidden
        self.where = where
        self.parts: list[str] = []
        self.runs = [[0, 0, -1, -1]]
        self.masks: list[tuple[int, int]] = []
        self.links: list[Link] = []
        self.length = 0

    def add(self, text: str, source: Span, *, masked: bool = False) -> None:
        if not text:
            return
        start, end = self.length, self.length + len(text)
        if masked:
            self.masks.append((start, end))
        last = self.runs[-1]
        if len(text) == source[1] - source[0] and last[3] == source[0] and last[1] - last[0] == last[3] - last[2]:
            last[1], last[3] = end, source[1]
        else:
            self.runs.append([start, end, source[0], source[1]])
        self.parts.append(text)
        self.length = end
        if source[1] > self.span[1]:
            self.cover(source)

    def cover(self, span: Span) -> None:
        """See to it that the block's span holds this one."""
        if span[1] > self.span[1] or span[0] < self.span[0]:
            self.span = Span(min(span.start, self.span.start), max(span.end, self.span.end))

    def block(self) -> Block:
        text = self.parts[0] if len(self.parts) == 1 else "".join(self.parts)
        runs = tuple(Run(run[0], run[1], Span(run[2], run[3])) for run in self.runs[1:])
        links = tuple(sorted(self.links))
        if "://" in text or "www." in text:
            links = self._with_addresses(Block(self.kind, self.span, text, text, runs, links=links))
        prose = _masked(text, self.masks)
        return Block(self.kind, self.span, text, prose, runs, hidden=self.hidden, links=links, **self.where)

    def _with_addresses(self, block: Block) -> tuple[Link, ...]:
        """The links of a block and, masked, the addresses in its text that are no links."""
        links = list(block.links)
        for match in ADDRESS.finditer(block.text):
            start, end = match.start(), match.end() - (len(match[0]) - len(match[0].rstrip(ADDRESS_TAIL)))
            self.masks.append((start, end))
            around = bisect_right(block.links, start, key=lambda link: link.start) - 1
            if around < 0 or start >= block.links[around].end:
                links.append(Link(start, end, block.text[start:end], block.locate(start, end)))
        return tuple(sorted(links))


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


class _Place(NamedTuple):
    """The block that is being read: its kind, its span, and what else `Block` says of where it stands."""

    kind: str
    span: Span
    where: Mapping[str, int]


class _OpenLink(NamedTuple):
    leaf: _Leaf
    start: int
    url: str
    url_span: Span


class _Reader:
    """One pass over the parser's events.

    A block has a part that a reader sees (`leaf`) and may have one that stays hidden (`aside`); either exists from its
    first text on. A tight list item and raw HTML have no block of their own until there is text in them.
    """

    def __init__(self, text: str, span: Span) -> None:
        self.text = text
        self.body = text[span.start : span.end]
        self.offset = span.start
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self.outline: list[Span] = []
        self.depth = 0
        self.place: _Place | None = None
        self.leaf: _Leaf | None = None
        self.aside: _Leaf | None = None
        self.containers: list[tuple[str, int]] = []
        self.kinds = ["paragraph"]
        self.quotes = 0
        self.elements = html.Elements()
        self.elements_before = 0
        self.html_place: tuple[str, dict[str, int]] | None = None
        self.html_lines: list[Span] = []
        self.gap: Span | None = None
        self.in_comment = False
        self.images: list[_Leaf] = []
        self.links: list[_OpenLink] = []
        self.anchors: list[_OpenLink] = []
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
        at = self._at if self._marks else self.offset.__add__
        leaf: _Leaf | None = None
        for event, places in _events(self.body):
            span = Span(at(places["start"]), at(places["end"]))
            name, value = _named(event)
            if name == "Text":
                leaf = leaf or self._leaf_for(span)
                leaf.add(value, span, masked=self.elements.code > 0)
                continue
            leaf = None
            if not value:
                self._single(name, span)
            elif name == "Start":
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
        if name in ENDS_PARAGRAPH:
            self.elements.close("p")
        if name == "Paragraph":
            self._open_leaf(self.kinds[-1], span)
        elif name == "Heading":
            self._open_leaf("heading", span, level=_heading_level(value))
        elif name == "CodeBlock":
            self._open_leaf("code", span)
        elif name == "HtmlBlock":
            self._close_leaf()
            self.html_lines.clear()
        elif name == "Link":
            leaf, url = self._leaf_for(span), value["dest_url"]
            if value["link_type"] in ("Autolink", "Email"):
                self.links.append(_OpenLink(leaf, leaf.length, "", span))
            else:
                self.links.append(_OpenLink(leaf, leaf.length, url, self._address_span(span, url)))
        elif name == "Image":
            self.images.append(_Leaf("caption", span, self._hidden()))
        elif name in CONTAINERS:
            self._close_leaf()
            self.containers.append((name, len(self.elements)))
            self.kinds.append({"Item": "item", "FootnoteDefinition": "footnote"}.get(name, self.kinds[-1]))
            self.quotes += name == "BlockQuote"
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
            # What raw HTML opened in a paragraph ends with it, but for blocks: those have ended the paragraph.
            self.elements.leave(
                self.elements_before, html.UNSEEN | html.BLOCK_LEVEL if name == "Paragraph" else html.UNSEEN
            )
        elif name == "HtmlBlock":
            self._html_block()
        elif name == "Link" and self.links:
            leaf, start, url, url_span = self.links.pop()
            if url:
                leaf.links.append(Link(start, leaf.length, url, url_span))
            elif leaf.length > start:
                leaf.masks.append((start, leaf.length))
        elif name == "Image" and self.images:
            caption = self.images.pop()
            if caption.length:
                self.blocks.append(caption.block())
            self._leaf_for(span).add(MASK, span)
        elif name in CONTAINERS:
            self._close_leaf()
            _, elements_before = self.containers.pop()
            self.kinds.pop()
            self.quotes -= name == "BlockQuote"
            self.elements.leave(elements_before, html.UNSEEN)

    def _open_leaf(self, kind: str, span: Span, **where: int) -> None:
        self._close_leaf()
        self.place = _Place(kind, span, where)
        self.elements_before = len(self.elements)

    def _close_leaf(self) -> None:
        if self.place is not None:
            parts = [part for part in (self.leaf, self.aside) if part is not None and part.length]
            if not parts and self.place.kind == "cell":
                parts = [self._new_leaf(self.place, self.place.span, self._hidden())]
            if len(parts) == 1:
                parts[0].cover(self.place.span)
            self.blocks += (part.block() for part in parts)
        self.place = self.leaf = self.aside = self.gap = None
        self.links.clear()
        self.images.clear()
        self.anchors.clear()

    def _new_leaf(self, place: _Place, span: Span, hidden: str | None) -> _Leaf:
        leaf = _Leaf(place.kind, span, hidden, quoted=self.quotes > 0, **place.where)
        if hidden:
            self.aside = leaf
        else:
            self.leaf = leaf
        return leaf

    def _leaf_for(self, span: Span) -> _Leaf:
        """What the inline content at `span` belongs to: the caption, or the seen or the hidden part of the block."""
        if self.images:
            return self.images[-1]
        if self.place is None:
            kind, where = self.html_place or (self.kinds[-1], {})
            self._open_leaf(kind, span, **where)
        assert self.place is not None
        hidden = self._hidden() or ("code" if self.place.kind == "code" else None)
        leaf = self.aside if hidden else self.leaf
        if leaf is None:
            leaf = self._new_leaf(self.place, span if hidden else self.place.span, hidden)
        return leaf

    def _hidden(self) -> str | None:
        if self.in_comment:
            return "comment"
        return "element" if self.elements.unseen else None

    # Content

    def _single(self, event: str, span: Span) -> None:
        if event == "SoftBreak":
            leaf = self._leaf_for(span)
            if leaf.length:
                leaf.add(" ", span)
        elif event == "HardBreak":
            self._leaf_for(span).add("\n", span)
        elif event == "Rule":
            self._close_leaf()
            self.elements.close("p")

    def _content(self, name: str, value: str, span: Span) -> None:
        if name == "Code":
            self._code(value, span)
        elif name == "InlineHtml":
            for piece in html.pieces(self.text, span.start, span.end, self.elements.raw):
                if piece.kind == "comment":
                    self._comment(self.text, piece, 0)
                elif piece.kind in ("open", "close"):
                    self._tag(self.text, piece, 0)
        elif name == "Html":
            self.html_lines.append(span)

    def _code(self, value: str, span: Span) -> None:
        """A code span: its lines, for those are joined by blanks, and what marks them as part of a list is left out."""
        leaf = self._leaf_for(span)
        source = self.text[span.start : span.end]
        ticks = len(source) - len(source.lstrip("`"))
        inner = Span(span.start + ticks, span.end - ticks)
        runs = [(value, inner)]
        at = self.text.find(value, inner.start, inner.end)
        if at != -1:
            runs = [(value, Span(at, at + len(value)))]
        elif "\n" in source or "\r" in source:
            runs = _code_lines(self.text, value, inner) or runs
        for text, place in runs:
            leaf.add(text, place, masked=True)

    # Raw HTML

    def _html_block(self) -> None:
        """Read the lines of a block of raw HTML as one; what marks them as part of a quotation is blanked."""
        if not self.html_lines:
            return
        start = self.html_lines[0].start
        parts: list[str] = []
        at = start
        for line in self.html_lines:
            parts += (" " * (line.start - at), self.text[line.start : line.end])
            at = line.end
        source = "".join(parts)
        for piece in html.pieces(source, 0, len(source), self.elements.raw):
            if self.in_comment and piece.kind != "comment":
                # A comment left open in one piece of raw HTML ends where a later piece closes it.
                self.in_comment = html.COMMENT_END not in source[piece.start : piece.end]
            elif piece.kind == "comment":
                self._comment(source, piece, start)
            elif piece.kind == "text":
                self._html_text(source, piece, start)
            elif piece.kind in ("open", "close"):
                self._tag(source, piece, start)
        self._close_leaf()
        self.html_place = None
        self.html_lines.clear()

    def _html_text(self, source: str, piece: html.Piece, offset: int) -> None:
        """Add text of raw HTML. A line break with the blanks around it is one blank, if text comes before and after."""
        for text, start, end in html.text_runs(source, piece.start, piece.end):
            if source[start:end] != text:
                self._html_words(text, Span(start + offset, end + offset))
                continue
            at = start + offset
            for part in re.split(r"([\r\n][ \t\r\n]*+)", text):
                span, at = Span(at, at + len(part)), at + len(part)
                if part[:1] in ("\r", "\n"):
                    self.gap = span
                elif part.strip(" \t") or (part and self.gap is None):
                    self._html_words(part, span)

    def _html_words(self, text: str, span: Span) -> None:
        if self.place is None and not text.strip(" \t"):
            return
        leaf = self._leaf_for(span)
        if self.gap is not None and leaf.length:
            leaf.add(" ", self.gap)
        self.gap = None
        leaf.add(text, span, masked=self.elements.code > 0)

    def _tag(self, source: str, piece: html.Piece, offset: int) -> None:
        """Take in a tag of raw HTML; `offset` is that of `source` in the file."""
        span = Span(piece.start + offset, piece.end + offset)
        if self.elements.raw and piece.name != self.elements.raw:
            return
        if piece.name in html.BLOCK_LEVEL:
            self._html_boundary(piece, span)
        elif piece.name == "br" and self.place is not None:
            self._leaf_for(span).add("\n", span)
        elif piece.name == "img":
            self._picture(source, piece, offset)
        elif piece.name == "a":
            self._anchor(source, piece, offset)
        if piece.kind == "open":
            self.elements.open(piece)
        else:
            self.elements.close(piece.name)

    def _html_boundary(self, piece: html.Piece, span: Span) -> None:
        """A block of raw HTML begins or ends; inside a paragraph of Markdown that divides words."""
        if self.html_lines and self.place is not None:
            self._close_leaf()
        elif self.place is not None and self.leaf is not None and self.leaf.length:
            self.leaf.add("\n", span)
        kind = HTML_KINDS.get(piece.name) if piece.kind == "open" else None
        self.html_place = (kind, {"level": int(piece.name[1])} if kind == "heading" else {}) if kind else None

    def _picture(self, source: str, piece: html.Piece, offset: int) -> None:
        for name, value in html.attributes(source, piece.attributes):
            if name == "alt" and value.end > value.start and piece.kind == "open":
                caption = _Leaf("caption", Span(piece.start + offset, piece.end + offset), self._hidden())
                for text, start, end in html.text_runs(source, value.start, value.end):
                    caption.add(text, Span(start + offset, end + offset))
                self.blocks.append(caption.block())

    def _anchor(self, source: str, piece: html.Piece, offset: int) -> None:
        span = Span(piece.start + offset, piece.end + offset)
        if piece.kind == "close":
            if self.anchors:
                leaf, start, url, url_span = self.anchors.pop()
                if leaf.length > start:
                    leaf.links.append(Link(start, leaf.length, url, url_span))
            return
        for name, value in html.attributes(source, piece.attributes):
            if name == "href":
                leaf = self._leaf_for(span)
                url = "".join(text for text, _, _ in html.text_runs(source, value.start, value.end)).strip()
                where = Span(value.start + offset, value.end + offset)
                self.anchors.append(_OpenLink(leaf, leaf.length, url, where))

    def _comment(self, source: str, piece: html.Piece, offset: int) -> None:
        inner, closed = html.comment_text(source, piece)
        text = source[inner.start : inner.end]
        span = Span(piece.start + offset, piece.end + offset)
        if text.strip():
            place = Span(inner.start + offset, inner.end + offset)
            self.blocks.append(Block("comment", span, text, text, (Run(0, len(text), place),), hidden="comment"))
        if closed and text.strip().startswith("checker:"):
            self.comments.append(Comment(span, text.strip(), yaml=False))
        self.in_comment = self.in_comment or not closed

    def _address_span(self, span: Span, url: str) -> Span:
        """Where a link's address stands: behind its text, unless a reference or an escape puts it elsewhere."""
        at = self.text.rfind(url, span.start, span.end) if url else -1
        return Span(at, at + len(url)) if at != -1 else span


def _events(body: str) -> Any:
    if "\r" in body:
        body = LONE_RETURN.sub("\n", body)  # The parser takes it for the end of a line in some places only.
    try:
        return pyromark.events_with_range(body, options=OPTIONS)
    except UnicodeEncodeError:  # Half a surrogate pair is no text; an editor may send one nevertheless.
        return pyromark.events_with_range(re.sub("[\ud800-\udfff]", "\ufffd", body), options=OPTIONS)


def _code_lines(text: str, value: str, inner: Span) -> list[tuple[str, Span]]:
    """The lines of a code span and the breaks between them, with their places; empty where they do not fit `value`.

    The parser makes a blank of each character of a line break; to a reader the break is one.
    """
    runs: list[tuple[str, Span]] = []
    at, done = inner.start, 0
    for index, part in enumerate(re.split(r"(\r\n|\n|\r)", text[inner.start : inner.end])):
        start, at = at, at + len(part)
        if index % 2:
            if value.startswith(" " * len(part), done):
                runs.append((" ", Span(start, at)))
                done += len(part)
            continue
        lines = (part, part[1:]) if index == 0 else (part, part.lstrip(" \t"), part.lstrip(" \t>"))
        line = next((line for line in lines if value.startswith(line, done) or value[done:] == line[:-1]), None)
        if line is None:
            return []
        start = at - len(line)
        line = line if value.startswith(line, done) else line[:-1]
        if line:
            runs.append((line, Span(start, start + len(line))))
            done += len(line)
    return runs if done == len(value) else []


def _named(event: Any) -> tuple[str, Any]:
    """An event's name and what it holds: the parser gives a bare name, or a dict of one."""
    if isinstance(event, str):
        return event, {}
    ((name, value),) = event.items()
    return name, value


def _heading_level(value: Mapping[str, Any]) -> int:
    level = str(value.get("level", "1"))
    return int(level[-1]) if level[-1:].isdigit() else 1
