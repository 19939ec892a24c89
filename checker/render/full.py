"""Each diagnostic with the lines that it speaks of, for people."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.render._visible import pieces, visible
from checker.render._words import closing, fix_line, headline, painted, place
from checker.text import Lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checker.diagnostic import Diagnostic, Report
    from checker.render import Context
    from checker.text import Range

WIDTH = 120
"""The cells of a line where no terminal says how many it has."""

NARROWEST = 40
TAB = "    "


def render(report: Report, context: Context) -> Iterator[str]:
    """The diagnostics, a blank line after each, then (unless the run is quiet) the summary."""

    @lru_cache(maxsize=8)
    def lines_of(path: str) -> Lines | None:
        text = context.text(path)
        return None if text is None else Lines(text)

    for diagnostic in report.diagnostics:
        yield "".join(f"{line}\n" for line in told(diagnostic, lines_of, context))
        yield "\n"
    yield from closing(report, context)


def told(diagnostic: Diagnostic, lines_of: Callable[[str], Lines | None], context: Context) -> Iterator[str]:
    """The lines of one diagnostic."""
    color = context.color
    width = max(context.width or WIDTH, NARROWEST)
    last_lines = [diagnostic.range.start.line, *(related.range.start.line for related in diagnostic.related)]
    digits = len(str(max(last_lines)))

    yield headline(diagnostic, color)
    yield from excerpt(lines_of(diagnostic.path), diagnostic.range, "^", diagnostic.severity, digits, width, color)
    for related in diagnostic.related:
        yield f"  see {place(related.path, related.range.start)}: {visible(related.message)}"
        yield from excerpt(lines_of(related.path), related.range, "-", "bold", digits, width, color)
    if diagnostic.help:
        yield f"  help: {visible(diagnostic.help)}"
    if diagnostic.fix:
        yield f"  {fix_line(diagnostic.fix)}"
    for other in diagnostic.alternatives:
        yield f"  or: {visible(other.title)}"
    if context.verbosity > 0 and diagnostic.url:
        yield f"  more: {visible(diagnostic.url)}"


def excerpt(
    lines: Lines | None, placed: Range, mark: str, paint: str, digits: int, width: int, color: bool
) -> Iterator[str]:
    """The first line of a range, and marks under it; nothing where the text is gone or has changed since."""
    start, end = placed
    if lines is None or start.line > len(lines):
        return
    line = lines.line(start.line)
    first = min(start.column - 1, len(line))
    last = len(line) if end.line > start.line else min(end.column - 1, len(line))
    shown, before, marked = framed(line, first, last, width - digits - len("   | "))
    # A range that ends at the very beginning of a line holds nothing of that line.
    further = end.line - start.line - (end.column == 1)
    tail = f" … and {further} more line{'s' if further > 1 else ''}" if further > 0 else ""
    bar = painted("|", "quiet", color)
    number = painted(f"{start.line:>{digits}}", "quiet", color)
    yield f"  {number} {bar} {shown}".rstrip()
    yield f"  {'':{digits}} {bar} {' ' * before}{painted(mark * marked, paint, color)}{tail}"


def framed(line: str, first: int, last: int, room: int) -> tuple[str, int, int]:
    """As much of a line as `room` cells hold, around the characters from `first` to `last`.

    Returns the text, the cells before the marks, and the number of marks (at least one).
    """
    # A line of a megabyte is cut before its characters are looked at one by one.
    offset = max(0, first - room)
    part = line[offset : offset + 3 * room]
    first, last = first - offset, min(last - offset, len(part))
    shapes = [TAB if character == "\t" else shape for character, shape in zip(part, pieces(part), strict=True)]
    sizes = [cells(shape) for shape in shapes]

    low, high = 0, len(part)
    if len(part) < len(line) or sum(sizes) > room:
        low, high = window(sizes, first, last, room - 2)
    left = "…" if offset + low > 0 else ""
    right = "…" if offset + high < len(line) else ""
    return (
        f"{left}{''.join(shapes[low:high])}{right}",
        len(left) + sum(sizes[low:first]),
        max(1, sum(sizes[first : min(last, high)])),
    )


def window(sizes: list[int], first: int, last: int, room: int) -> tuple[int, int]:
    """The slice of characters around `first` that fits `room`: the marked ones, then as much on either side."""
    low = high = first

    def widen_left(share: int) -> int:
        nonlocal low
        while low > 0 and sizes[low - 1] <= share:
            low -= 1
            share -= sizes[low]
        return share

    def widen_right(limit: int, share: int) -> int:
        nonlocal high
        while high < limit and sizes[high] <= share:
            share -= sizes[high]
            high += 1
        return share

    room = widen_right(last, room)
    room -= room // 2 - widen_left(room // 2)
    widen_left(widen_right(len(sizes), room))
    return low, high


def cells(text: str) -> int:
    """How many cells of a terminal a printed text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.category(character) in ("Mn", "Me") else 1 + (unicodedata.east_asian_width(character) in "WF")
        for character in text
    )
