"""Places in a text: offsets inside, lines and columns at the edge."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from checker.pattern import pattern


class Span(NamedTuple):
    """A half-open pair of offsets, in code points, into an article's decoded text."""

    start: int
    end: int


class Place(NamedTuple):
    """A line and a column, both counted from 1; a column is a code point."""

    line: int
    column: int


class Range(NamedTuple):
    """A half-open pair of places."""

    start: Place
    end: Place


LINE_BREAK = pattern(r"\r\n|\n|\r")
"""What ends a line, for us as for CommonMark and YAML: no other character does."""

POINTER_ESCAPES = str.maketrans({"~": "~0", "/": "~1"})

Pointer = tuple[str | int, ...]
"""A route of keys into the front matter, from its root."""


def json_pointer(pointer: Pointer) -> str:
    """Print a route of keys as a JSON Pointer (RFC 6901); the root is the empty text."""
    return "".join(f"/{str(step).translate(POINTER_ESCAPES)}" for step in pointer)


class Lines:
    """The lines of one text: turns offsets into places and back."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *[match.end() for match in LINE_BREAK.finditer(text)]]

    def __len__(self) -> int:
        return len(self._starts)

    def place(self, offset: int) -> Place:
        """The line and column of an offset (0 to the length of the text, inclusive)."""
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)

    def range(self, span: Span) -> Range:
        """The places of both ends of a span."""
        return Range(self.place(span.start), self.place(span.end))

    def offset(self, place: Place) -> int:
        """The offset of a place; the inverse of `place`."""
        return self._starts[place.line - 1] + place.column - 1

    def span(self, placed: Range) -> Span:
        """The span between two places; the inverse of `range`."""
        return Span(self.offset(placed.start), self.offset(placed.end))

    def line_span(self, line: int) -> Span:
        """The span of a line (counted from 1) without its line break."""
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self.text)
        return Span(start, start + len(self.text[start:end].rstrip("\r\n")))

    def line(self, number: int) -> str:
        """The text of a line (counted from 1) without its line break."""
        start, end = self.line_span(number)
        return self.text[start:end]


def near_miss(word: str, known: Iterable[str]) -> str:
    """A question that offers the nearest of the known words, with a space before it; empty if none is near."""
    from difflib import get_close_matches

    near = get_close_matches(word.lower().replace("_", "-"), list(known), n=1)
    return f' Did you mean "{near[0]}"?' if near else ""
