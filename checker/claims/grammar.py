"""The grammar of claims: patterns over a shared vocabulary, each with texts that it finds and texts that it passes.

A pattern is run by an engine that takes linear time on any input, so that no pattern can backtrack without bound.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from checker.claims.vocabulary import ANY_PEOPLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.claims.said import Said

VOCABULARY: dict[str, str] = {
    "count": r"#+",
    "date": r"@+",
    "people": rf"\b(?:{ANY_PEOPLE})\b",
    "gap": r"(?:[ ,]+[a-z’'-]+){0,3}[ ,]+",
    "words": r"(?:[a-z’'/-]+ ){0,4}",
}
"""Names that patterns use in braces. A kind may add its own."""


class Pattern(NamedTuple):
    """One way to state a claim.

    `form` is a regular expression (RE2 syntax: no look-around, no back reference) over a sentence's `shape`, with names
    of the vocabulary in braces. The group `value` covers what the claim's value is read from; a group `quote`, where
    there is one, what is quoted. `triggers` are texts in lower case of which a sentence must hold one. `gives` are
    constant parts of the claim. `finds` are texts in which the pattern finds a claim, with the quote between « and »;
    `passes` are texts in which it finds none.
    """

    name: str
    form: str
    triggers: tuple[str, ...]
    finds: tuple[str, ...]
    passes: tuple[str, ...]
    gives: Mapping[str, Any] = {}


class Match(NamedTuple):
    """Where a pattern fits: offsets of its value, of its quote, and its named groups as (start, end)."""

    pattern: Pattern
    start: int
    end: int
    quote: tuple[int, int]
    groups: Mapping[str, tuple[int, int]]


@cache
def compiled(form: str) -> Any:
    """A form, its vocabulary filled in, compiled once."""
    import re2

    text = form
    for name, expression in VOCABULARY.items():
        text = text.replace("{" + name + "}", f"(?:{expression})")
    return re2.compile(text)


def is_triggered(pattern: Pattern, lower: str) -> bool:
    """Whether a text in lower case holds a trigger of a pattern. Asked more often than all else."""
    for trigger in pattern.triggers:  # noqa: SIM110  (`any` takes twice as long)
        if trigger in lower:
            return True
    return False


def matches(patterns: tuple[Pattern, ...], said: Said) -> Iterator[Match]:
    """Every place where a pattern fits a sentence, pattern by pattern; a pattern's own matches do not overlap."""
    lower = said.lower
    for pattern in patterns:
        if not is_triggered(pattern, lower):
            continue
        form = compiled(pattern.form)
        for match in form.finditer(said.shape):
            spans = ((name, match.span(index)) for name, index in form.groupindex.items())
            groups = {name: span for name, span in spans if span[0] != -1}
            value = groups.get("value", match.span())
            yield Match(pattern, value[0], value[1], groups.get("quote", value), groups)
