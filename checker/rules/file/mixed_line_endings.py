"""Some lines of the file end in one way and some in another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Edit, Finding, Fix
from checker.text import LINE_BREAK, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "note"
fixable = "safe"

NAMES = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}
SINGLE_EDITS = 500
"""Up to so many lines are changed each for itself; from there on, the stretch that holds them is replaced."""


def check(article: Article) -> Iterator[Finding]:
    text = article.text
    pairs = text.count("\r\n")
    counts = {"\n": text.count("\n") - pairs, "\r\n": pairs, "\r": text.count("\r") - pairs}
    usual = max(counts, key=lambda ending: counts[ending])
    others = {ending: count for ending, count in counts.items() if count and ending != usual}
    if not others:
        return
    odd = [match.span() for match in LINE_BREAK.finditer(text) if match[0] != usual]
    first, last = odd[0], odd[-1]
    if len(odd) <= SINGLE_EDITS:
        edits = tuple(Edit(Span(*place), usual) for place in odd)
    else:
        edits = (Edit(Span(first[0], last[1]), LINE_BREAK.sub(usual, text[first[0] : last[1]])),)
    few = " and ".join(f"{count:,} in {NAMES[ending]}" for ending, count in others.items())
    yield Finding(
        Span(first[0], first[0]),
        f"Of the lines of this file {counts[usual]:,} end in {NAMES[usual]} and {few}, beginning with this one.",
        f"Let all lines end in {NAMES[usual]}.",
        Fix(f"End all lines in {NAMES[usual]}", edits, safe=True),
    )
