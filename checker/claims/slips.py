"""Numbers that look like a slip of the pen: a number of a record with its digits changed, which the prose has nowhere.

A record's numbers are there because the prose tells them. Where the prose does not tell one, and has one number, once,
that is the same but for two digits swapped, one digit or a nought, then that number is the record's, written wrongly.
The words around it must fit the fact, and nothing else in the records may have it.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from checker.claims.binding import bind
from checker.claims.claim import Found
from checker.claims.digits import digits, has_one_changed, is_rearranged, is_slip, keys
from checker.claims.doubts import is_doubted
from checker.claims.judging.held import MOST, stems
from checker.claims.judging.people import IN_A_PART, OF_A_PART
from checker.claims.judging.results import BOUND, PERCENT
from checker.claims.ledger import claims
from checker.claims.numbers import prose_numbers
from checker.claims.others import speaks_of_another
from checker.claims.sentences import prose_sentences
from checker.claims.vocabulary import ANY_PEOPLE
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.article import Article
    from checker.claims.claim import Claim
    from checker.claims.numbers import Number
    from checker.claims.sentences import Sentence
    from checker.facts import Trial
    from checker.text import Pointer, Span

ROLES = ("planned", "screened", "enrolled", "randomized", "treated", "completed", "analyzed")


POINTS = 0.6
"""By how much a share that was estimated may differ from that of the two counts, in percent."""
NEAR = 0.02
"""By what part of it those who were looked at for one outcome may differ from those for another."""
ALIKE = 9
"""Numbers that are alike in one way, of which so many are looked at; one that comes twice is no slip."""


class Slip(NamedTuple):
    """A number of the prose that is a fact's with its digits changed. `of` is "enrollment", "arms" or "figures"."""

    span: Span
    quote: str
    of: str
    pointer: Pointer
    value: float
    name: str
    trial: str


class Known(NamedTuple):
    of: str
    pointer: Pointer
    value: float
    name: str
    percent: bool
    trial: Trial


class Told(NamedTuple):
    """A number of the prose in its sentence, with all numbers of that, and the sentence before it in its block.

    `at` is the index of the sentence.
    """

    at: int
    sentence: Sentence
    number: Number
    others: tuple[Number, ...]
    before: Sentence | None


def slips(article: Article) -> tuple[Slip, ...]:
    """The slips of an article's prose; to be had through `article.once`. Time is linear in prose and records."""
    if article.front is None or not article.trials:
        return ()
    facts = [fact for trial in article.trials[:MOST] for fact in _facts(trial)]
    told = list(_told(article))
    counted = [
        each
        for each in told
        if each.number.kind not in ("percent", "points") and not PLACES.match(each.sentence.text, each.number.end)
    ]
    spreads = {
        kind: _Spread(told if kind == "share" else counted, counts=kind == "count")
        for kind in {_kind(fact) for fact in facts}
    }
    missing = [fact for fact in facts if not spreads[_kind(fact)].holds(abs(fact.value))]
    known = {(abs(fact.value), fact.percent) for fact in facts}
    known |= {(value, False) for value in _other_numbers(article)}
    strange = (
        each
        for each in told
        if (abs(each.number.value), each.number.kind == "percent") not in known and each.number.kind != "spread"
    )
    written = _by_likeness(strange) if missing else {}
    found = []
    for fact in missing:
        alike = {id(each): each for key in keys(fact.value) for each in written.get(key, [])[:ALIKE]}
        near = [each for each in alike.values() if is_slip(each.number.value, fact.value, each.number.decimals)]
        if len(near) == 1 and _is_meant(article, near[0], fact):
            sentence, number = near[0].sentence, near[0].number
            found.append(
                Slip(
                    sentence.locate(number.start, number.end),
                    sentence.text[number.start : number.end],
                    fact.of,
                    fact.pointer,
                    fact.value,
                    fact.name,
                    fact.trial.label,
                )
            )
    return tuple(found)


def _facts(trial: Trial) -> Iterator[Known]:
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


def _other_numbers(article: Article) -> Iterator[float]:
    """Numbers of the records that may stand in the prose and are none of their counts and figures."""
    for trial in article.trials[:MOST]:
        yield from (number for number in (trial.sites, trial.ages and trial.ages.minimum) if number)
        if trial.ages and trial.ages.maximum:
            yield trial.ages.maximum


def _told(article: Article) -> Iterator[Told]:
    sentences = article.once(prose_sentences)
    indices = {id(sentence): index for index, sentence in enumerate(sentences)}
    for sentence, found in article.once(prose_numbers):
        at = indices[id(sentence)]
        before = sentences[at - 1] if at and sentences[at - 1].block is sentence.block else None
        for number in found:
            yield Told(at, sentence, number, found, before)


def _kind(fact: Known) -> str:
    """Whether a fact is a share, a count or a measurement."""
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


def _by_likeness(told: Iterable[Told]) -> dict[str, list[Told]]:
    written: dict[str, list[Told]] = {}
    for each in told:
        for key in keys(each.number.value):
            written.setdefault(key, []).append(each)
    return written


# Whether the words fit


COUNTS = frozenset({"enrollment", "arm_size", "subgroup_size"})
UNITS = pattern(
    r"[ \u00a0-](?:years?|months?|weeks?|days?|hours?|minutes?|mg|ml|kg|g|µg|mcg|points?|times|sites?|cent(?:re|er)s?|"
    r"hospitals?|countries|clinics?|doses?|visits?|°|million|billion|mm|cm|km)\b"
)
PLACES = pattern(r"[ \u00a0](?:[a-z]+ )?(?:sites?|cent(?:re|er)s?|hospitals?|clinics?)\b")
PEOPLE = pattern(rf"[ \u00a0](?:[a-z-]{{2,20}} ){{0,3}}(?:{ANY_PEOPLE})\b")


FOLLOWED = pattern(r"\b(?:followed|(?:[Oo]ver|[Aa]fter|[Aa]t) an? (?:median|mean|average))\b[^.;\d]{0,30}$")
"""What tells of a follow-up without the word."""


def _by_sentence(article: Article) -> dict[int, list[Claim]]:
    found: dict[int, list[Claim]] = {}
    for claim in article.once(claims):
        found.setdefault(claim.sentence, []).append(claim)
    return found


def _is_meant(article: Article, told: Told, fact: Known) -> bool:
    number, text = told.number, told.sentence.text
    found = Found("mean_change", number.value, number.start, number.end)
    trial = bind(article, [(told.at, found)])[0].trial
    label = fact.trial.id or fact.trial.key
    if trial != label and not (trial is None and len(article.trials) == 1):
        return False
    here = [
        claim
        for claim in article.once(_by_sentence).get(told.at, ())
        if claim.found.start < number.end and number.start < claim.found.end
    ]
    if any(claim.verdict in ("supported", "derived", "contradicted") for claim in here):
        return False
    is_named = any(name and name in text for name in (fact.trial.id, fact.trial.acronym))
    if is_doubted(text, found) or (not is_named and speaks_of_another(text, found, label or "", introduced=True)):
        return False
    around = text if told.before is None else f"{told.before.text} {text}"
    named, rearranged = stems(fact.name), is_rearranged(number.value, fact.value)
    shared = named & (stems(around) | stems(around.replace("-", " ").replace("‐", " ")))
    if "follow-up" in named and FOLLOWED.search(text, max(0, number.start - 50), number.start):
        shared |= {"follow-up"}
    if fact.of == "figures" and (fact.percent or fact.pointer[-1] == "value"):
        if (number.kind in ("percent", "points")) != fact.percent and ("%" not in text or number.kind):
            return False
        if fact.percent and not number.kind and any(claim.found.kind in COUNTS for claim in here):
            return False  # "82 of 158 patients" is no slip of 28%
        if _has_interval(told, fact):
            return True
        if not rearranged:
            # A share near that of two counts may be read off a curve, or of those who were treated.
            counted = fact.pointer[-1] == "n" and abs(number.value - fact.value) <= POINTS
            return bool(named) and shared == named and not counted
        return len(shared) > 1 or 2 * len(shared) >= max(len(named), 1)
    if number.decimals or number.kind not in ("", "sample", "fraction") or UNITS.match(text, number.end):
        return False
    whole = fact.pointer[-1] == "of" or text[: number.start].endswith((" of ", "/"))
    if whole and not rearranged and abs(number.value - fact.value) <= NEAR * fact.value:
        return False  # those of whom another outcome is known
    people = PEOPLE.match(text, number.end) is not None
    sure = rearranged and number.value >= 100 and trial is not None and not number.ranged
    if fact.of == "enrollment":
        if any(other.is_count and other.value + number.value == fact.value for other in told.others):
            return False
        if not rearranged and (OF_A_PART.match(text, number.end) or IN_A_PART.search(text[: number.start])):
            return False
        if label in article.once(_counted_trials):
            return sure and len(digits(number.value).replace("0", "")) > FEW
        plain = number.value >= 1000 or not has_one_changed(number.value, fact.value)
        as_whole = people if not here else all(claim.found.kind == "enrollment" for claim in here)
        return sure or (as_whole and plain and (trial is not None or number.value >= 100))
    counted = people or any(claim.found.kind in COUNTS for claim in here)
    return sure or (bool(shared) and (counted or number.kind == "sample"))


def _counted_trials(article: Article) -> frozenset[str | None]:
    """The trials of which the prose tells a number of people as the record does: it need not tell the others, too."""
    return frozenset(
        label
        for claim in article.once(claims)
        if claim.found.kind == "enrollment" and claim.verdict == "supported"
        for label in (claim.trial, *claim.also)
    )


FEW = 2
"""Digits other than nought, of which so few stand in the same order in many a pair of round numbers."""


def _has_interval(told: Told, fact: Known) -> bool:
    """Whether the interval of a figure stands right behind a number."""
    figure = fact.trial.figures[int(fact.pointer[-2])]
    end = told.number.end + INTERVAL_NEAR
    behind = {abs(other.value) for other in told.others if told.number.end <= other.start < end}
    return figure.interval is not None and all(abs(bound) in behind for bound in figure.interval)


INTERVAL_NEAR = 60
