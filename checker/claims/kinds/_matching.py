"""Runs the patterns of people over the views of counts."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from checker.claims.grammar import is_triggered
from checker.claims.kinds._words import OUTCOMES, WORDS

if TYPE_CHECKING:
    from checker.claims.grammar import Pattern


TELLING = ("the end", *(word.removesuffix("s") for word in OUTCOMES.split()), *OUTCOMES.split())
"""What makes a longer match tell more: "were followed to the end", "had a partial response"."""


def first(patterns: tuple[Pattern, ...], text: str) -> Pattern | None:
    """The first pattern that fits the text of a view."""
    return next((pattern for pattern in patterns if _match(pattern, text) is not None), None)


def nearest(patterns: tuple[Pattern, ...], text: str) -> Pattern | None:
    """The pattern whose match ends first: the verb nearest to its people.

    Words that name those treated or counted go before a plainer verb that would fit as well ("were included" and "were
    included in the analysis", "were followed" and "were followed to the end").
    """
    ends = [
        (match.end() - 30 * (pattern.name in ("treated", "analyzed") or match.group().endswith(TELLING)), index)
        for index, pattern in enumerate(patterns)
        if (match := _match(pattern, text))
    ]
    return patterns[min(ends)[1]] if ends else None


def _match(pattern: Pattern, text: str) -> Any:
    return compiled(pattern.form).search(text) if is_triggered(pattern, text) else None


@cache
def compiled(form: str) -> Any:
    """A form, its words filled in, compiled once."""
    import re2

    for name, expression in WORDS.items():
        form = form.replace("{" + name + "}", f"(?:{expression})")
    return re2.compile(form)
