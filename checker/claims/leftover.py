"""Numbers that are left over: those of the records that a prose tells nowhere, and those of a prose that no record has.

A record's numbers are there because the prose tells them. Where it does not tell one, a number of its own may be that
one, written wrongly.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from checker.claims.judging.held import MOST
from checker.claims.judging.results import BOUND, PERCENT
from checker.claims.numbers import prose_numbers
from checker.claims.sentences import prose_sentences
from checker.claims.tables import heads_of
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.article import Article
    from checker.claims.numbers import Number
    from checker.claims.sentences import Sentence
    from checker.facts import Trial
    from checker.text import Pointer

ROLES = ("planned", "screened", "enrolled", "randomized", "treated", "completed", "analyzed")
PLACES = pattern(r"[ \u00a0](?:[a-z]+ )?(?:sites?|cent(?:re|er)s?|hospitals?|clinics?)\b")


class Known(NamedTuple):
    of: str
    pointer: Pointer
    value: float
    name: str
    percent: bool
    trial: Trial


class Told(NamedTuple):
    """A number of the prose in its sentence, with all numbers of that, and what is said right before it in its block.

    Of a cell that is what the heads of its row and its column say. `at` is the index of the sentence.
    """

    at: int
    sentence: Sentence
    number: Number
    others: tuple[Number, ...]
    before: str


class Leftover(NamedTuple):
    """The facts of the records that the prose does not tell, and its numbers that are none of theirs."""

    facts: tuple[Known, ...] = ()
    numbers: tuple[Told, ...] = ()


def leftover(article: Article) -> Leftover:
    """What is left over on either side; to be had through `article.once`. Time is linear in prose and records."""
    if article.front is None or not article.trials:
        return Leftover()
    facts = [fact for trial in article.trials[:MOST] for fact in recorded(trial)]
    untold = _untold(article, facts)
    if not untold:
        return Leftover()
    told = list(_told(article))
    counted = [each for each in told if _counts(each.sentence, each.number)]
    spreads = {
        kind: _Spread(told if kind in OF_ANY else counted, counts=kind in ("count", "sites"))
        for kind in {_kind(fact) for fact in untold}
    }
    missing = tuple(fact for fact in untold if not spreads[_kind(fact)].holds(abs(fact.value)))
    if not missing:
        return Leftover()
    known = {(abs(fact.value), fact.percent) for fact in facts}
    known |= {(value, False) for value in _ages(article)}
    strange = (
        each
        for each in told
        if (abs(each.number.value), each.number.kind == "percent") not in known and each.number.kind != "spread"
    )
    return Leftover(missing, tuple(strange))


OF_ANY = ("share", "sites")
"""The kinds of facts that a number may tell whatever stands behind it."""


def _untold(article: Article, facts: list[Known]) -> list[Known]:
    """The facts of which the prose does not have the very number: few, so that what it may be rounded to can wait."""
    wanted = {abs(fact.value) for fact in facts}
    told: set[float] = set()
    counted: set[float] = set()
    for sentence, found in article.once(prose_numbers):
        for number in found:
            for value in (abs(number.value), *(number.parts or ())):
                if value in wanted:
                    told.add(value)
                    if value not in counted and _counts(sentence, number):
                        counted.add(value)
    untold = [fact for fact in facts if abs(fact.value) not in (told if _kind(fact) in OF_ANY else counted)]
    # A share of two counts is told in whole percent or with a decimal, and not in both ways.
    left = Counter((fact.pointer, fact.percent) for fact in untold)
    known = Counter((fact.pointer, fact.percent) for fact in facts)
    return [fact for fact in untold if left[fact.pointer, fact.percent] == known[fact.pointer, fact.percent]]


def _counts(sentence: Sentence, number: Number) -> bool:
    """Whether a number may be of people, or a measurement: no percentage, and none of places."""
    return number.kind not in ("percent", "points") and not PLACES.match(sentence.text, number.end)


def recorded(trial: Trial) -> Iterator[Known]:
    """The counts and figures of a record, and its sites."""
    if trial.sites is not None:
        yield Known("sites", (*trial.at, "sites"), trial.sites, "", False, trial)
    for role in ROLES:
        if (count := getattr(trial.enrollment, role)) is not None:
            yield Known("enrollment", (*trial.at, "enrollment", role), count, role, False, trial)
    for index, arm in enumerate(trial.arms[:MOST]):
        if arm.count is not None:
            yield Known("arms", (*trial.at, "arms", index, "count"), arm.count, arm.name or "", False, trial)
    for index, group in enumerate(trial.groups[:MOST]):
        if group.count is not None:
            yield Known("figures", (*trial.at, "groups", index, "count"), group.count, group.name or "", False, trial)
    for index, figure in enumerate(trial.figures[:MOST]):
        if BOUND.search(figure.name or ""):
            continue
        at = (*trial.at, "figures", index)
        if figure.value is None and figure.n is not None and figure.of:
            for places in (0, 1):
                share = round(100 * figure.n / figure.of, places)
                yield Known("figures", (*at, "n"), share, figure.name or "", True, trial)
        for key in ("value", "n", "of"):
            if (value := getattr(figure, key)) is not None:
                percent = key == "value" and figure.unit in PERCENT
                yield Known("figures", (*at, key), value, figure.name or "", percent, trial)


def _ages(article: Article) -> Iterator[float]:
    """The ages of the records, which may stand in the prose and are none of their counts and figures."""
    for trial in article.trials[:MOST]:
        if trial.ages:
            yield from (age for age in (trial.ages.minimum, trial.ages.maximum) if age)


def _told(article: Article) -> Iterator[Told]:
    sentences = article.once(prose_sentences)
    indices = {id(sentence): index for index, sentence in enumerate(sentences)}
    for sentence, found in article.once(prose_numbers):
        at = indices[id(sentence)]
        cell = sentence.block.kind == "cell"
        before = " | ".join(heads_of(article, sentence.block)) if cell else _before(sentences, at)
        for number in found:
            yield Told(at, sentence, number, found, before)


ITEMS = 8
"""Items of a list that are gone back through for what brings the list in."""


def _before(sentences: Sequence[Sentence], at: int) -> str:
    """The sentence before one in its block; of the first of a list's item, what brings the list in."""
    if at and sentences[at - 1].block is sentences[at].block:
        return sentences[at - 1].text
    back = at
    while back and at - back < ITEMS and sentences[back].block.kind == "item":
        back -= 1
    lead = sentences[back]
    if back == at or not lead.text.rstrip().endswith(":"):
        return ""
    return " ".join(one.text for one in sentences[max(0, back - 1) : back + 1] if one.block is lead.block)


def _kind(fact: Known) -> str:
    """Whether a fact is a share, a count, a number of sites or a measurement."""
    if fact.of == "sites":
        return "sites"
    return "share" if fact.percent else "count" if fact.value == int(fact.value) else "measurement"


class _Spread:
    """What the numbers of a prose may stand for, as counts or as measurements: what each may be rounded from."""

    def __init__(self, told: list[Told], *, counts: bool) -> None:
        spans = sorted(span for each in told for span in _stands_for(each.number, counts=counts))
        self.starts = [start for start, _ in spans]
        self.ends = list(accumulate((end for _, end in spans), max))

    def holds(self, value: float) -> bool:
        index = bisect_right(self.starts, value)
        return bool(index) and self.ends[index - 1] >= value


def _stands_for(number: Number, *, counts: bool) -> Iterator[tuple[float, float]]:
    value = abs(number.value)
    # "Three" is no rounding of 2.6, of which as good as any text has one.
    printed = number.decimals or (number.plain and value >= 10)
    half = 0.5 * 10.0**-number.decimals if not counts and printed else 0.0
    if number.scale > 1:
        half = 0.06 * value
    elif counts and value >= 100 and value % 10 == 0:
        zeros = len(str(int(value))) - len(str(int(value)).rstrip("0"))
        half = min(0.06 * value, 0.5 * 10.0**zeros)
    yield value - half - 1e-9, value + half + 1e-9
    for part in number.parts or ():
        yield part, part
