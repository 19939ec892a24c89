"""Runs the patterns of people over the views of counts."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from checker.claims.grammar import Sieve, filled, is_triggered
from checker.claims.kinds._words import OUTCOMES, WORDS
from checker.compiled import needs
from checker.literals import lacks

if TYPE_CHECKING:
    from checker.claims.grammar import Pattern
    from checker.literals import Needs

FEW = 400
"""Texts until which a sieve costs more than it saves."""


class LateSieve(Sieve):
    """Tells which patterns fit a text that holds a trigger of theirs: a sieve, once it has been asked often enough to
    pay for itself, and until then one pattern after the other. An article asks some thirty times."""

    texts = 0

    def fitting(self, text: str) -> list[Pattern]:
        """The patterns that fit a text."""
        self.texts += 1
        if self.texts > FEW:
            return [pattern for pattern in super().fitting(text) if is_triggered(pattern, text)]
        triggered = (pattern for pattern in self.patterns if is_triggered(pattern, text))
        possible = (pattern for pattern in triggered if not lacks(text, _needs(pattern.form)))
        return [pattern for pattern in possible if compiled(pattern.form).search(text)]


TELLING = (
    "the end",
    " rct",
    " randomisation",
    " randomization",
    *(word.removesuffix("s") for word in OUTCOMES.split()),
    *OUTCOMES.split(),
)
"""What makes a longer match tell more: "were followed to the end", "had a partial response"."""


def first(patterns: tuple[Pattern, ...], fitting: frozenset[int]) -> Pattern | None:
    """The first pattern of those that fit the text of a view."""
    if not fitting:
        return None
    order = _ORDERS.get(id(patterns))
    if order is None:
        order = _ORDERS[id(patterns)] = {id(pattern): index for index, pattern in enumerate(patterns)}
    found = [order[each] for each in fitting if each in order]
    return patterns[min(found)] if found else None


_ORDERS: dict[int, dict[int, int]] = {}
"""Where each pattern stands in its table; tables are constants, and patterns told apart by their identity."""


def nearest(patterns: tuple[Pattern, ...], text: str, fitting: frozenset[int]) -> Pattern | None:
    """The pattern whose match ends first: the verb nearest to its people.

    Words that name those treated or counted go before a plainer verb that would fit as well ("were included" and "were
    included in the analysis", "were followed" and "were followed to the end").
    """
    fit = [pattern for pattern in patterns if id(pattern) in fitting] if fitting else []
    if len(fit) < 2:
        return fit[0] if fit else None
    ends = []
    for index, pattern in enumerate(fit):
        match = compiled(pattern.form).search(text)
        sooner = pattern.name in ("treated", "analyzed") or match.group().endswith(TELLING)
        ends.append((match.end() - 60 * sooner, index))
    return fit[min(ends)[1]]


@cache
def compiled(form: str) -> Any:
    """A form, its words filled in, compiled once."""
    import re2

    return re2.compile(expression(form))


@cache
def _needs(form: str) -> Needs:
    return needs(expression(form))


def expression(form: str) -> str:
    """A form, its words filled in."""
    return filled(form, WORDS)
