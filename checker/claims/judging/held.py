"""What a claim is held against, what comes of it, and when a number fits another."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from checker.claims.vocabulary import words
from checker.pattern import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from checker.article import Article
    from checker.claims.claim import Found, Judgement
    from checker.facts import Trial
    from checker.text import Pointer

MOST = 200
"""Figures, arms, groups or countries of one record that are looked at; no trial has as many."""


class Held(NamedTuple):
    """A verdict, with the route of keys of the fact that decided it and that fact as text."""

    verdict: Judgement
    pointer: Pointer | None = None
    value: str | None = None


UNSUPPORTED = Held("unsupported")


class Fact(NamedTuple):
    """A number of a record: its route of keys, its value, and its name in the record's words."""

    pointer: Pointer
    value: float
    name: str = ""

    def held(self, verdict: Judgement) -> Held:
        return Held(verdict, self.pointer, f"{self.value:.15g}")


class Case(NamedTuple):
    """A claim before its record. `text` is the sentence that states it, empty where it is not known."""

    found: Found
    trial: Trial
    article: Article
    text: str

    @property
    def quote(self) -> str:
        return self.text[self.found.start : self.found.end]

    @property
    def around(self) -> str:
        """The sentence without the claim's own words."""
        return f"{self.text[: self.found.start]} {self.text[self.found.end :]}"

    @property
    def qualifier(self) -> str:
        """What weakens the claim's number: its own word, or that it is in dozens, which nobody counts in."""
        said = self.found.qualifier
        return "about" if said == "exact" and "dozen" in self.quote.lower() else said

    def before(self, reach: int) -> str:
        """What stands before the claim's own words in the sentence, as far back as `reach` code points."""
        return self.text[max(0, self.found.start - reach) : self.found.start]

    def behind(self, reach: int) -> str:
        """What stands behind the claim's own words in the sentence, as far on as `reach` code points."""
        return self.text[self.found.end : self.found.end + reach]

    def at(self, *keys: str | int) -> Pointer:
        """The route of keys to a part of the record."""
        return (*self.trial.at, *keys)


def fits(qualifier: str, value: float, fact: float) -> bool:
    """Whether a count as an article states it stands for a fact: "about 100" does for 94 to 106.

    "Nearly" allows for a fact up to 5% lower, "more than" and "at least" for one up to 25% higher, "up to" for one up
    to 20% lower: a bound that is farther off says something else.
    """
    if qualifier == "about":
        return abs(value - fact) <= 0.06 * fact
    if qualifier == "nearly":
        return 0.95 * value <= fact <= value
    if qualifier in ("more_than", "at_least"):
        return (value < fact or (qualifier == "at_least" and value == fact)) and fact <= 1.25 * value
    if qualifier == "at_most":
        return 0.8 * value <= fact <= value
    return value == fact


def may_stand_for(qualifier: str, value: float, fact: float) -> bool:
    """Whether it is not plainly wrong of a fact: a bound that holds, if loosely, or a number that looks rounded."""
    if fits(qualifier, value, fact):
        return True
    if qualifier in ("more_than", "at_least"):
        return fact >= value
    if qualifier in ("at_most", "nearly"):
        return fact <= value
    slack = 0.12 if qualifier == "about" else 0.03 if value >= 2_000 and value % 1_000 == 0 else 0.02
    return (qualifier == "about" or (value >= 500 and value % 100 == 0)) and abs(value - fact) <= slack * fact


def sole(facts: Iterable[Fact]) -> Fact | None:
    """The one fact of several, or None."""
    listed = list(facts)
    return listed[0] if len(listed) == 1 else None


STOP = words(
    "a an the of in on at to for with and or by from per each who were was had their its that this all any than as "
    "group groups arm arms people patients participants number mean median value trial study is are it"
)


HYPHENS = {ord(hyphen): "-" for hyphen in "‐‑"}


@lru_cache(maxsize=1024)
def stems(text: str) -> frozenset[str]:
    """The words of a text that tell one thing from another, in lower case, without an ending `s`."""
    found = (word.lower() for word in _words().findall(text[:4000].translate(HYPHENS)))
    return frozenset(word[:-1] if len(word) > 3 and word.endswith("s") else word for word in found if word not in STOP)


@cache
def _words() -> re.Pattern[str]:
    return pattern(r"[^\W_]+(?:[-‐‑][^\W_]+)*")


def named(facts: Iterable[Fact], text: str) -> Fact | None:
    """The one fact whose own words a text holds, or None where none or several have as many in common."""
    said = stems(text)
    scored = [(len(said & stems(fact.name)), fact) for fact in facts]
    best = max((score for score, _ in scored), default=0)
    return sole(fact for score, fact in scored if score == best) if best else None
