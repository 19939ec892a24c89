"""Where the front matter begins and ends, and why there is none where none is found."""

import re
from typing import NamedTuple

from checker.article import Fault
from checker.text import LINE_BREAK, Span

BYTE_ORDER_MARK = "\ufeff"

OTHER_FORMATS = {"+++": "toml", ";;;": "json"}
"""First lines of front matter that other site generators read, and that this format is not."""

INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad\u00a0 \t\r\n"


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
        detail = {"near": near} if (near := _almost_a_fence(text, opening_end)) else {}
        return Fences(None, Span(len(text), len(text)), Fault("unclosed-front-matter", first, detail))
    return Fences(Span(opening_end, closing.start), Span(_next_line(text, closing.end), len(text)))


def _without_opening(text: str, start: int, first: Span) -> Fences:
    """Say why there is no opening fence, and leave out of the body what was meant as front matter.

    `reason` is empty, blank line, comment, text, fence (a first line that was to be one), keys (there is no opening
    fence, only a closing one), toml or json; `fence` is where an opening fence comes late.
    """
    reason = _why_no_opening(text, first)
    closing = late = None
    if reason == "toml":
        closing = _find_fence(text, _next_line(text, first.end), "+++")
    elif reason == "fence":
        closing = _almost_a_fence(text, _next_line(text, first.end))
    elif reason != "json":
        late = _find_fence(text, _next_line(text, first.end))
        if late is not None and reason == "text" and _begins_with_key(text, first.start):
            reason, closing, late = "keys", late, None
        elif late is not None:
            # A later pair of fences may be two rules in the prose: it is front matter only if a key follows.
            closing = _find_fence(text, _next_line(text, late.end))
            if not _begins_with_key(text, _next_line(text, late.end)):
                closing = late = None
    detail = {"reason": reason} | ({"fence": late} if late else {})
    body = Span(_next_line(text, closing.end) if closing else start, len(text))
    return Fences(None, body, Fault("missing-front-matter", first, detail))


def _why_no_opening(text: str, first: Span) -> str:
    line = text[first.start : first.end].strip()
    if not text.strip(BYTE_ORDER_MARK + " \t\r\n"):
        return "empty"
    if not line:
        return "blank line"
    if line.startswith("<!--"):
        return "comment"
    seen = line.strip(INVISIBLE)
    if seen and (set(seen) <= set("-‐‑‒–—−") or seen.startswith("---")):
        return "fence"
    if line[0] == "{" and line[1:].lstrip()[:1] in ("", '"', "'"):
        return "json"
    return OTHER_FORMATS.get(line[:3], "text")


def _begins_with_key(text: str, start: int) -> bool:
    """Whether the first line from `start` that is neither empty nor a comment has a key and a colon."""
    match = re.compile(r"(?:[ \t]*+(?:#[^\r\n]*+)?[\r\n])*+[\"']?[A-Za-z_][\w .-]{0,60}[\"']?[ \t]*+:(?=\s|$)").match(
        text, start
    )
    return match is not None


def _almost_a_fence(text: str, start: int) -> Span | None:
    """The first line that was probably meant as a closing fence."""
    pattern = r"(?:^|(?<=[\r\n]))[ \t]*+(?:[-‐‑‒–—−]{2,}+|\.{3}|\*{3,}+|_{3,}+|={3,}+|\+{3})[ \t]*+(?=[\r\n]|\Z)"
    match = re.compile(pattern).search(text, start)
    return Span(*match.span()) if match else None


def _is_fence(text: str, line: Span, fence: str = "---") -> bool:
    return text[line.start : line.end].rstrip(" \t") == fence


def _find_fence(text: str, start: int, fence: str = "---") -> Span | None:
    """The first fence line at or after `start`, which is the start of a line."""
    while (found := text.find(fence, start)) != -1:
        line = _line(text, found)
        if (found == 0 or text[found - 1] in "\r\n") and _is_fence(text, line, fence):
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
