"""The grammar of claims: patterns over a shared vocabulary, each with texts that it finds and texts that it passes.

A pattern is run by an engine that takes linear time on any input, so that no pattern can backtrack without bound.
"""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from checker.claims.vocabulary import ANY_PEOPLE
from checker.compiled import needs
from checker.literals import lacks
from checker.pattern import pattern as late

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from checker.claims.said import Said
    from checker.literals import Needs

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


FEW = 400
"""Texts until which looking for triggers one by one costs less than to make a search for all of them."""

START = 3
"""How many of its first letters tell a trigger from most others."""


class _Triggers:
    """The triggers of all patterns that are run, each with a number, and all found in one pass over a text."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.texts = 0
        self._set: Any = None
        self._short: list[tuple[str, int]] = []
        self._by_start: dict[str, list[tuple[str, int]]] = {}

    def learn(self, patterns: Iterable[Pattern]) -> None:
        """Look for the triggers of these patterns too, from the next text on."""
        self.learn_texts(trigger for pattern in patterns for trigger in pattern.triggers if trigger)

    def learn_texts(self, texts: Iterable[str]) -> None:
        """Look for these texts too."""
        for trigger in dict.fromkeys(texts).keys() - self.numbers.keys():
            self.numbers[trigger] = number = len(self.numbers)
            alike = self._by_start.setdefault(trigger[:START], []) if len(trigger) >= START else self._short
            alike.append((trigger, number))
            self._set = None

    def held(self, text: str) -> Sequence[int]:
        """The numbers of the triggers that a text holds."""
        if self._set is None:
            self.texts += 1
            if self.texts < FEW:
                return self._held(text)
            import re2

            self._set = re2.Set.SearchSet()
            for trigger in self.numbers:
                self._set.Add(re2.escape(trigger))
            self._set.Compile()
        return self._set.Match(text) or ()

    def _held(self, text: str) -> list[int]:
        """The same without a search for all: only those are looked for of which the text holds the first letters."""
        found = [number for trigger, number in self._short if trigger in text]
        starts = {text[place : place + START] for place in range(len(text) - START + 1)}
        for start in self._by_start.keys() & starts:
            found += [number for trigger, number in self._by_start[start] if trigger in text]
        return found


_TRIGGERS = _Triggers()


def learn(patterns: Iterable[Pattern]) -> None:
    """Take note of patterns that are going to be run, so that all triggers are made ready at once."""
    _TRIGGERS.learn(patterns)


class Held(NamedTuple):
    """The numbers of the triggers that a text holds, out of so many that were known when it was looked at, and the
    identities of the patterns that fit it, where they are known."""

    known: int
    numbers: frozenset[int]
    fitting: frozenset[int] | None


def held(said: Said) -> Held:
    """What a sentence holds of all that is looked for, looked up once."""
    words = said.words
    known = len(_TRIGGERS.numbers)
    found = words.held
    if found is None or found.known != known:
        numbers = frozenset(_TRIGGERS.held(words.lower))
        words.held = found = Held(known, numbers, _SIEVES.fitting(words.shape) if numbers else None)
    return found


class Signs:
    """Texts in small letters of which a sentence may hold one; looked for together with all triggers."""

    def __init__(self, *texts: str) -> None:
        self.texts = texts
        _TRIGGERS.learn_texts(texts)
        self._numbers = frozenset(_TRIGGERS.numbers[text] for text in texts)

    def stand_in(self, said: Said) -> bool:
        """Whether a sentence holds one of them."""
        return not self._numbers.isdisjoint(held(said).numbers)


class _Table:
    """Patterns that are run together, and which of them each trigger sets off: bit by bit, in their order."""

    def __init__(self, patterns: tuple[Pattern, ...]) -> None:
        self.patterns = patterns
        learn(patterns)
        self.always = 0
        self.masks: dict[int, int] = {}
        for index, pattern in enumerate(patterns):
            for trigger in pattern.triggers:
                if trigger:
                    number = _TRIGGERS.numbers[trigger]
                    self.masks[number] = self.masks.get(number, 0) | 1 << index
                else:
                    self.always |= 1 << index

    def triggered(self, said: Said) -> list[Pattern]:
        """The patterns of which the sentence holds a trigger."""
        _, numbers, fitting = held(said)
        mask = self.always
        masks = self.masks
        for number in masks.keys() & numbers:
            mask |= masks[number]
        found = []
        while mask:
            lowest = mask & -mask
            pattern = self.patterns[lowest.bit_length() - 1]
            if fitting is None:
                if not lacks(said.shape, _needs(pattern.form)):
                    found.append(pattern)
            elif id(pattern) in fitting or id(pattern) not in _SIEVES.known:
                found.append(pattern)
            mask ^= lowest
        return found


class _Sieves:
    """Makes a sieve of all patterns once so many sentences have been read that it pays for itself."""

    def __init__(self) -> None:
        self.sentences = 0
        self.sieve: Sieve | None = None
        self.known: frozenset[int] = frozenset()

    def fitting(self, shape: str) -> frozenset[int] | None:
        """The identities of the patterns that fit a sentence by its shape; None until there is a sieve."""
        if self.sieve is None:
            self.sentences += 1
            if self.sentences < SENTENCES:
                return None
            patterns = [pattern for table in _TABLES.values() for pattern in table.patterns]
            self.known = frozenset(map(id, patterns))
            self.sieve = Sieve(patterns, expression)
        return frozenset(map(id, self.sieve.fitting(shape)))


SENTENCES = 2_000
_SIEVES = _Sieves()


_TABLES: dict[int, _Table] = {}
"""By the identity of their tuples, which are constants; each table keeps its own from being freed."""


@cache
def _form(form: str) -> tuple[Any, tuple[tuple[str, int], ...]]:
    expression = compiled(form)
    return expression, tuple(expression.groupindex.items())


@cache
def compiled(form: str) -> Any:
    """A form, its vocabulary filled in, compiled once."""
    import re2

    return re2.compile(expression(form))


@cache
def _needs(form: str) -> Needs:
    return needs(expression(form))


def expression(form: str) -> str:
    """A form, its vocabulary filled in."""
    return filled(form, VOCABULARY)


def filled(form: str, words: Mapping[str, str]) -> str:
    """A form with expressions in the places of their names in braces, also of those that stand in expressions."""

    def word(name: re.Match[str]) -> str:
        return f"(?:{filled(words[name[1]], words)})" if name[1] in words else name[0]

    return _NAME.sub(word, form)


_NAME = late(r"\{([a-z ]+)\}")


class Sieve:
    """Tells with one call for a text which of many patterns fit it. To make it costs as much as to compile them all."""

    def __init__(self, patterns: Sequence[Pattern], expression: Callable[[str], str]) -> None:
        self.patterns = patterns
        self._expression = expression

    @cached_property
    def _filter(self) -> Any:
        import re2

        found = re2.Filter()
        for pattern in self.patterns:
            found.Add(self._expression(pattern.form))
        found.Compile()
        return found

    def fitting(self, text: str) -> list[Pattern]:
        """The patterns that fit a text, their triggers aside."""
        return [self.patterns[index] for index in self._filter.Match(text) or ()]


def is_triggered(pattern: Pattern, lower: str) -> bool:
    """Whether a text in lower case holds a trigger of a pattern. Asked more often than all else."""
    for trigger in pattern.triggers:  # noqa: SIM110  (`any` takes twice as long)
        if trigger in lower:
            return True
    return False


def matches(patterns: tuple[Pattern, ...], said: Said) -> Iterator[Match]:
    """Every place where a pattern fits a sentence, pattern by pattern; a pattern's own matches do not overlap.

    `patterns` is a constant: what is known of a tuple is kept for as long as the process lives.
    """
    table = _TABLES.get(id(patterns))
    if table is None:
        table = _TABLES[id(patterns)] = _Table(patterns)
    triggered = table.triggered(said)
    return _matches(triggered, said) if triggered else iter(())


def _matches(patterns: Iterable[Pattern], said: Said) -> Iterator[Match]:
    for pattern in patterns:
        form, names = _form(pattern.form)
        for match in form.finditer(said.shape):
            spans = ((name, match.span(index)) for name, index in names)
            groups = {name: span for name, span in spans if span[0] != -1}
            value = groups.get("value") or match.span()
            yield Match(pattern, value[0], value[1], groups.get("quote", value), groups)
