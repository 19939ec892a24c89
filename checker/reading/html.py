"""Raw HTML in Markdown: which of it a reader sees."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.pattern import pattern
from checker.text import Span

COMMENT_START = "<!--"
COMMENT_END = "-->"
EMPTY_COMMENTS = ("<!-->", "<!--->")

# Possessive throughout, so that unclosed quotes and brackets cost linear time.
TAG = pattern(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*+)((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>|<[!?][^<>]*+>")
ATTRIBUTE = pattern(r"([^\s\"'<>/=]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++)))?+")
ENTITY = pattern(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
BLOCK_LEVEL = frozenset(
    (
        "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
        "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html iframe legend li main menu nav ol p "
        "pre search section summary table tbody td tfoot th thead tr ul"
    ).split()
)
UNSEEN = frozenset(
    "audio canvas datalist head iframe noembed noframes noscript object script style template title video".split()
)
RAW_TEXT = frozenset("iframe noembed noframes noscript script style textarea title xmp".split())
"""Elements in which nothing is a tag or a comment but their own end."""
CODE = frozenset(["code", "kbd", "pre", "samp"])
ENDED_BY = {
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "td": frozenset(("td", "th")),
    "th": frozenset(("td", "th")),
    "tr": frozenset(("td", "th", "tr")),
}
"""What an opening tag ends besides a paragraph, if it stands innermost: such elements need no closing tag."""

UNSEEN_CLASSES = frozenset(["hidden", "d-none", "sr-only", "visually-hidden", "screen-reader-text", "invisible"])
UNSEEN_STYLE = pattern(
    r"display\s*+:\s*+none|visibility\s*+:\s*+(?:hidden|collapse)|(?:font-size|opacity)\s*+:\s*+0(?:\.0++)?+(?![.\d])"
)


class Piece(NamedTuple):
    """A stretch of raw HTML: `kind` is text, open, close, comment or other; `name` is a tag's, in lower case.

    `attributes` is where an opening tag's attributes stand.
    """

    kind: str
    start: int
    end: int
    name: str = ""
    unseen: bool = False
    attributes: Span = Span(0, 0)


def pieces(source: str, start: int, end: int, raw: str = "") -> Iterator[Piece]:
    """Divide `source[start:end]` into tags, comments and text, in order, leaving nothing out.

    A comment that is not closed runs to the end, and is then the last piece. `raw` names the element of raw text that
    is open at the start, if one is.
    """
    at = text = start
    while at < end:
        if raw:
            closing = pattern(rf"</{raw}(?![a-zA-Z0-9-])", re.IGNORECASE).search(source, at, end)
            raw, at = "", closing.start() if closing else end
            continue
        at = source.find("<", at, end)
        if at == -1:
            break
        piece = _tag_or_comment(source, at, end)
        if piece is None:
            at += 1
            continue
        if piece.start > text:
            yield Piece("text", text, piece.start)
        yield piece
        at = text = piece.end
        raw = piece.name if piece.kind == "open" and piece.name in RAW_TEXT else ""
    if text < end:
        yield Piece("text", text, end)


def _tag_or_comment(source: str, opening: int, end: int) -> Piece | None:
    if source.startswith(COMMENT_START, opening, end):
        return Piece("comment", opening, _comment_end(source, opening, end))
    match = TAG.match(source, opening, end)
    if match is None:
        return None
    name = (match[2] or "").lower()
    if not name:
        return Piece("other", opening, match.end())
    if match[1]:
        return Piece("close", opening, match.end(), name)
    return Piece("open", opening, match.end(), name, _is_unseen(name, match[3]), Span(*match.span(3)))


def _comment_end(source: str, opening: int, end: int) -> int:
    for empty in EMPTY_COMMENTS:
        if source.startswith(empty, opening, end):
            return opening + len(empty)
    closing = source.find(COMMENT_END, opening + len(COMMENT_START), end)
    return end if closing == -1 else closing + len(COMMENT_END)


def comment_text(source: str, piece: Piece) -> tuple[Span, bool]:
    """The span of what a comment says, and whether the comment is closed."""
    if source[piece.start : piece.end] in EMPTY_COMMENTS:
        return Span(piece.end, piece.end), True
    closed = source.endswith(COMMENT_END, piece.start + len(COMMENT_START), piece.end)
    return Span(piece.start + len(COMMENT_START), piece.end - (len(COMMENT_END) if closed else 0)), closed


def attributes(source: str, span: Span) -> Iterator[tuple[str, Span]]:
    """The attributes of a tag: the name, in lower case, and where the value stands (empty where there is none)."""
    for match in ATTRIBUTE.finditer(source, span.start, span.end):
        group = match.lastindex or 1
        yield match[1].lower(), Span(*match.span(group)) if group > 1 else Span(match.end(), match.end())


def _is_unseen(name: str, tag: str) -> bool:
    if name in UNSEEN:
        return True
    names = set()
    for key, span in attributes(tag, Span(0, len(tag))):
        names.add(key)
        if key in ("style", "class"):
            value = unescaped(tag[span.start : span.end]).lower()
            if key == "style" and UNSEEN_STYLE.search(value):
                return True
            if key == "class" and not UNSEEN_CLASSES.isdisjoint(value.split()):
                return True
    return "hidden" in names or (name == "dialog" and "open" not in names)


def unescaped(text: str) -> str:
    """The text with its entities decoded."""
    from html import unescape  # Most articles have none, and the list of all is long.

    return unescape(text)


def text_runs(source: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The text of `source[start:end]` with entities decoded, in runs: the text, and where it stands."""
    at = start
    if "&" in source[start:end]:
        for match in ENTITY.finditer(source, start, end):
            if match.start() > at:
                yield source[at : match.start()], at, match.start()
            yield unescaped(match[0]), match.start(), match.end()
            at = match.end()
    if at < end:
        yield source[at:end], at, end


class Elements:
    """The raw HTML elements that are open, outermost first. Every step costs the same however many are open."""

    def __init__(self) -> None:
        self._open: list[tuple[str, bool]] = []
        self._count: dict[str, int] = {}
        self.unseen = 0
        """How many of them let a reader see nothing of what stands in them."""
        self.code = 0
        """How many of them make what stands in them code."""

    def __len__(self) -> int:
        return len(self._open)

    @property
    def raw(self) -> str:
        """The name of the innermost element, if nothing in it is a tag but its own end."""
        return self._open[-1][0] if self._open and self._open[-1][0] in RAW_TEXT else ""

    def open(self, piece: Piece) -> None:
        """Take in an opening tag, and what it ends."""
        if piece.name in VOID:
            return
        if piece.name in BLOCK_LEVEL:
            self.close("p")
        ended = ENDED_BY.get(piece.name, frozenset())
        while self._open and self._open[-1][0] in ended:
            self._pop()
        self._open.append((piece.name, piece.unseen))
        self._count[piece.name] = self._count.get(piece.name, 0) + 1
        self.unseen += piece.unseen
        self.code += piece.name in CODE

    def close(self, name: str) -> None:
        """Take in a closing tag: the innermost element of that name ends, with all in it."""
        if self._count.get(name):
            while self._pop() != name:
                pass

    def leave(self, depth: int, kept: frozenset[str]) -> None:
        """A block that Markdown made ends, and what was opened in it (above `depth`), but for the names in `kept`."""
        while len(self._open) > depth and self._open[-1][0] not in kept:
            self._pop()

    def _pop(self) -> str:
        name, unseen = self._open.pop()
        self._count[name] -= 1
        self.unseen -= unseen
        self.code -= name in CODE
        return name
