"""Where the front matter begins and ends, and why there is none where none is found."""

from __future__ import annotations

from typing import NamedTuple

from checker.article import Fault
from checker.text import LINE_BREAK, Span

BYTE_ORDER_MARK = "\ufeff"

OTHER_FORMATS = {"+++": "toml", "{": "json", ";;;": "json"}
"""First lines of front matter that other site generators read, and that this format is not."""


class Fences(NamedTuple):
    """The span between the fences (None where they are not both there), and the span of the body."""

    front: Span | None
    body: Span
    fault: Fault | None = None


def find_fences(text: str) -> Fences:
    """Divide an article into front matter and body.

    A fence is a line of three hyphens, with blanks behind them at most. The opening one is the first line, after a
    byte-order mark at most; anything else is a fault, since an article whose front matter is overlooked goes
    unchecked.
    """
    start = len(BYTE_ORDER_MARK) if text.startswith(BYTE_ORDER_MARK) else 0
    first = _line(text, start)
    if not _is_fence(text, first):
        return _without_opening(text, start, first)
    opening_end = _next_line(text, first.end)
    closing = _find_fence(text, opening_end)
    if closing is None:
        return Fences(None, Span(len(text), len(text)), Fault("unclosed-front-matter", first))
    return Fences(Span(opening_end, closing.start), Span(_next_line(text, closing.end), len(text)))


def _without_opening(text: str, start: int, first: Span) -> Fences:
    reason = _why_no_opening(text, first)
    late = _find_fence(text, _next_line(text, first.end)) if reason not in ("toml", "json") else None
    closing = _find_fence(text, _next_line(text, late.end)) if late else None
    # A later pair of fences may be two rules in the prose: it is front matter only if what stands between looks so.
    if late and closing and ":" in text[late.end : closing.start].split("\n\n", 1)[0]:
        fault = Fault("missing-front-matter", first, {"reason": reason, "fence": late})
        return Fences(None, Span(_next_line(text, closing.end), len(text)), fault)
    return Fences(None, Span(start, len(text)), Fault("missing-front-matter", first, {"reason": reason}))


def _why_no_opening(text: str, first: Span) -> str:
    line = text[first.start : first.end].strip()
    if not text.strip(BYTE_ORDER_MARK + " \t\r\n"):
        return "empty"
    if not line:
        return "blank line"
    if line.startswith("<!--"):
        return "comment"
    if set(line) <= set("-‐‑‒–—") or line.startswith("---"):
        return "fence"
    return OTHER_FORMATS.get(line[:3], OTHER_FORMATS.get(line[:1], "text"))


def _is_fence(text: str, line: Span) -> bool:
    return text[line.start : line.end].rstrip(" \t") == "---"


def _find_fence(text: str, start: int) -> Span | None:
    """The first fence line at or after `start`, which is the start of a line."""
    while (found := text.find("---", start)) != -1:
        line = _line(text, found)
        if (found == 0 or text[found - 1] in "\r\n") and _is_fence(text, line):
            return line
        start = max(line.end, found + 3)
    return None


def _line(text: str, start: int) -> Span:
    """The span from `start` to the end of its line, without the line break."""
    match = LINE_BREAK.search(text, start)
    return Span(start, match.start() if match else len(text))


def _next_line(text: str, end: int) -> int:
    """The start of the line after the one that ends at `end`."""
    match = LINE_BREAK.match(text, end)
    return match.end() if match else end
