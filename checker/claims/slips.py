"""Numbers that look like a slip of the pen: a number of a record with its digits changed, which the prose has nowhere.

A record's numbers are there because the prose tells them. Where the prose does not tell one, and has one number, once,
that is the same but for two digits swapped, one digit or a nought, then that number is the record's, written wrongly.
The words around it must fit the fact, and nothing else in the records may have it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.claims.binding import bind
from checker.claims.claim import Found
from checker.claims.digits import digits, has_one_changed, is_rearranged, is_slip, keys
from checker.claims.doubts import is_doubted
from checker.claims.judging.held import stems
from checker.claims.judging.readings import IN_A_PART, OF_A_PART
from checker.claims.ledger import claims
from checker.claims.leftover import leftover
from checker.claims.others import names_another, speaks_of_another
from checker.claims.vocabulary import ANY_PEOPLE
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.article import Article
    from checker.claims.claim import Claim, Judgement
    from checker.claims.leftover import Known, Told
    from checker.text import Pointer, Span

POINTS = 0.6
"""By how much a share that was estimated may differ from that of the two counts, in percent."""
NEAR = 0.02
"""By what part of it those who were looked at for one outcome may differ from those for another."""
ALIKE = 9
"""Numbers that are alike in one way, of which so many are looked at; one that comes twice is no slip."""


class Slip(NamedTuple):
    """A number of the prose that is a fact's with its digits changed.

    `of` is "enrollment", "arms", "figures" or "sites". Where the words around it do not tell, it is not `sure`.
    """

    span: Span
    quote: str
    of: str
    pointer: Pointer
    value: float
    name: str
    trial: str
    sure: bool = True


def slips(article: Article) -> tuple[Slip, ...]:
    """The slips of an article's prose; to be had through `article.once`. Time is linear in prose and records."""
    facts, strange = article.once(leftover)
    written = _by_likeness(strange)
    found = []
    for fact in facts:
        alike = {id(each): each for key in keys(fact.value) for each in written.get(key, [])[:ALIKE]}
        near = [each for each in alike.values() if is_slip(each.number.value, fact.value, each.number.decimals)]
        if len(near) != 1:
            continue
        sure = fact.of != "sites" and _is_meant(article, near[0], fact)
        if sure or _may_be_meant(article, near[0], fact):
            found.append(slip(near[0], fact, sure=sure))
    return tuple(found)


def slip(told: Told, fact: Known, *, sure: bool) -> Slip:
    """A number of the prose as a slip of a fact."""
    sentence, number = told.sentence, told.number
    return Slip(
        sentence.locate(number.start, number.end),
        sentence.text[number.start : number.end],
        fact.of,
        fact.pointer,
        fact.value,
        fact.name,
        fact.trial.label,
        sure,
    )


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
    r"hospitals?|countries|clinics?|doses?|visits?|°|million|billion|mm|cm|km|met(?:re|er)s?)\b"
)
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
    if not number.plain:
        return False
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
    if fact.of == "figures" and (fact.percent or fact.pointer[-1] == "value"):
        return _is_a_result(told, fact, here)
    if number.decimals or number.kind not in ("", "sample", "fraction") or UNITS.match(text, number.end):
        return False
    if fact.of == "enrollment":
        return _is_the_enrollment(article, told, fact, here, bound=trial is not None)
    if _is_of_fewer(told, fact):
        return False
    people = PEOPLE.match(text, number.end) is not None
    counted = any(claim.found.kind in COUNTS for claim in here) or (people and not _is_beyond(number.value, fact))
    named = bool(_shared(told, fact)) and (counted or number.kind == "sample")
    return named or _is_plainly_rearranged(told, fact, bound=trial is not None)


def _shared(told: Told, fact: Known) -> frozenset[str]:
    """The words of a fact's name that stand around a number."""
    text, number, named = told.sentence.text, told.number, stems(fact.name)
    around = f"{told.before} {text}"
    shared = named & (stems(around) | stems(around.replace("-", " ").replace("‐", " ")))
    if "follow-up" in named and FOLLOWED.search(text, max(0, number.start - 50), number.start):
        shared |= frozenset({"follow-up"})
    return shared


def _is_a_result(told: Told, fact: Known, here: Sequence[Claim]) -> bool:
    """Whether a number, with the claims that it is part of, stands for a share or a value of a record's figure."""
    number, named = told.number, stems(fact.name)
    if (number.kind in ("percent", "points")) != fact.percent and ("%" not in told.sentence.text or number.kind):
        return False
    if fact.percent and not number.kind and any(claim.found.kind in COUNTS for claim in here):
        return False  # "82 of 158 patients" is no slip of 28%
    if _has_interval(told, fact):
        return True
    shared = _shared(told, fact)
    if is_rearranged(number.value, fact.value):
        return len(shared) > 1 or 2 * len(shared) >= max(len(named), 1)
    # A share near that of two counts may be read off a curve, or of those who were treated.
    counted = fact.pointer[-1] == "n" and abs(number.value - fact.value) <= POINTS
    return bool(named) and shared == named and not counted


def _is_the_enrollment(article: Article, told: Told, fact: Known, here: Sequence[Claim], *, bound: bool) -> bool:
    """Whether a number, with the claims that it is part of, stands for the people of a trial."""
    number, text = told.number, told.sentence.text
    if _is_of_fewer(told, fact):
        return False
    if any(other.is_count and other.value + number.value == fact.value for other in told.others):
        return False
    rearranged = is_rearranged(number.value, fact.value)
    if not rearranged and (OF_A_PART.match(text, number.end) or IN_A_PART.search(text[: number.start])):
        return False
    sure = _is_plainly_rearranged(told, fact, bound=bound)
    if (fact.trial.id or fact.trial.key) in article.once(_counted_trials):
        return sure and len(digits(number.value).replace("0", "")) > FEW
    plain = number.value >= 1000 or not has_one_changed(number.value, fact.value)
    people = PEOPLE.match(text, number.end) is not None
    as_whole = all(claim.found.kind == "enrollment" for claim in here) if here else people
    return sure or (as_whole and plain and (bound or number.value >= 100))


def _is_of_fewer(told: Told, fact: Known) -> bool:
    """Whether a number near a fact is the whole of a share: those of whom another outcome is known."""
    number, text = told.number, told.sentence.text
    whole = fact.pointer[-1] == "of" or text[: number.start].endswith((" of ", "/"))
    rearranged = is_rearranged(number.value, fact.value)
    return whole and not rearranged and abs(number.value - fact.value) <= NEAR * fact.value


def _is_plainly_rearranged(told: Told, fact: Known, *, bound: bool) -> bool:
    number = told.number
    return bound and number.value >= 100 and not number.ranged and is_rearranged(number.value, fact.value)


def _is_beyond(said: float, fact: Known) -> bool:
    """Whether a number is higher than all counts of people of a fact's trial, so that it counts others."""
    people = fact.trial.enrollment
    counts = (people.planned, people.screened, people.enrolled, people.randomized)
    return said > max((count for count in counts if count is not None), default=said)


def is_held(article: Article, told: Told, *verdicts: Judgement) -> bool:
    """Whether a number is part of a claim with one of some verdicts."""
    return any(
        claim.verdict in verdicts and claim.found.start < told.number.end and told.number.start < claim.found.end
        for claim in article.once(_by_sentence).get(told.at, ())
    )


def is_open(text: str, found: Found) -> bool:
    """Whether nothing around some words doubts them, or calls the study that they speak of another one."""
    return not is_doubted(text, found) and not names_another(text)


def _has_unit(told: Told, fact: Known) -> bool:
    """Whether the unit behind a number, if there is one, is that of a fact."""
    unit = UNITS.match(told.sentence.text, told.number.end)
    if unit is None:
        return True
    if fact.of == "sites":
        return unit.group()[1:].startswith(("site", "cent", "hosp", "clin"))
    if fact.of != "figures" or fact.pointer[-1] != "value":
        return False
    figure = fact.trial.figures[int(fact.pointer[-2])]
    return unit.group().strip(" \u00a0-").rstrip("s") in f"{figure.unit} {figure.name}".lower()


def _may_be_meant(article: Article, told: Told, fact: Known) -> bool:
    """Whether a number has the digits of a fact in another order, and says nothing else that is known."""
    number, text = told.number, told.sentence.text
    if not is_rearranged(number.value, fact.value) or not number.plain or number.kind in ("points", "fraction"):
        return False
    if fact.percent and fact.pointer[-1] == "n":
        return False  # a share that nobody has to tell
    if fact.percent and not number.kind and "%" not in text:
        return False
    if number.kind == "percent" and fact.pointer[-1] != "value":
        return False
    if not is_open(text, Found("mean_change", number.value, number.start, number.end)) or not _has_unit(told, fact):
        return False
    small = fact.of in ("arms", "figures") and len(digits(fact.value)) <= FEW
    if small and not stems(fact.name) & stems(text.replace("-", " ")):
        return False
    return not is_held(article, told, "contradicted")


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
