"""Raw HTML in Markdown: which of it a reader sees."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMENT_START = "<!--"
COMMENT_END = "-->"

# Possessive throughout, so that unclosed quotes and brackets cost linear time.
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*+)((?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)>|<[!?][^<>]*+>")
ATTRIBUTE = re.compile(r"([a-zA-Z-]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++)))?+")
ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
BLOCK_LEVEL = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr html iframe legend li main menu nav ol p pre search section summary table "
    "tbody td tfoot th thead tr ul".split()
)
UNSEEN = frozenset("script style template noscript head title object".split())
UNSEEN_CLASSES = frozenset("hidden d-none sr-only visually-hidden screen-reader-text invisible".split())
UNSEEN_STYLE = re.compile(
    r"display\s*+:\s*+none|visibility\s*+:\s*+(?:hidden|collapse)|font-size\s*+:\s*+0|opacity\s*+:\s*+0(?![.\d])"
)


class Piece(NamedTuple):
    """A stretch of raw HTML: `kind` is text, open, close, comment or other; `name` is a tag's, in lower case."""

    kind: str
    start: int
    end: int
    name: str = ""
    unseen: bool = False


def pieces(source: str, start: int, end: int) -> Iterator[Piece]:
    """Divide `source[start:end]` into tags, comments and text, in order, leaving nothing out.

    A comment that is not closed runs to the end, and is then the last piece.
    """
    at = start
    while at < end:
        opening = source.find("<", at, end)
        if opening == -1:
            yield Piece("text", at, end)
            return
        if source.startswith(COMMENT_START, opening):
            if opening > at:
                yield Piece("text", at, opening)
            closing = source.find(COMMENT_END, opening + len(COMMENT_START), end)
            at = end if closing == -1 else closing + len(COMMENT_END)
            yield Piece("comment", opening, at)
            continue
        match = TAG.match(source, opening, end)
        if match is None:
            yield Piece("text", at, opening + 1)
            at = opening + 1
            continue
        if opening > at:
            yield Piece("text", at, opening)
        at = match.end()
        name = (match[2] or "").lower()
        if not name:
            yield Piece("other", opening, at)
        elif match[1]:
            yield Piece("close", opening, at, name)
        else:
            yield Piece("open", opening, at, name, _is_unseen(name, match[3]))


def is_comment_closed(source: str, piece: Piece) -> bool:
    """Whether a comment piece ends with its own closing mark."""
    return piece.end - piece.start >= 7 and source.endswith(COMMENT_END, piece.start, piece.end)


def _is_unseen(name: str, attributes: str) -> bool:
    if name in UNSEEN:
        return True
    for match in ATTRIBUTE.finditer(attributes):
        key, value = match[1].lower(), html.unescape(match[2] or match[3] or match[4] or "").lower()
        if key == "hidden":
            return True
        if key == "style" and UNSEEN_STYLE.search(value):
            return True
        if key == "class" and not UNSEEN_CLASSES.isdisjoint(value.split()):
            return True
    return False


def text_runs(source: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The text of `source[start:end]` with entities decoded, in runs: the text, and where it stands."""
    at = start
    if "&" in source[start:end]:
        for match in ENTITY.finditer(source, start, end):
            if match.start() > at:
                yield source[at : match.start()], at, match.start()
            yield html.unescape(match[0]), match.start(), match.end()
            at = match.end()
    if at < end:
        yield source[at:end], at, end
