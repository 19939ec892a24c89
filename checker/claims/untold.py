"""Facts that a prose tells nowhere, beside claims of it that may be meant for them and say something else.

A record's facts are there because the prose tells them. Where it does not tell one, what it says of the same matter and
of no trial for sure may be that fact, written wrongly: a phase in a sentence of which the trial is not plain, the one
count that no record bears out. That is no more than a hint, so it becomes a note.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from checker.claims.binding import read_scenes
from checker.claims.binding.scenes import ELSEWHERE
from checker.claims.digits import digits, is_rearranged, is_slip
from checker.claims.judging import judge
from checker.claims.judging.held import MOST, stems
from checker.claims.judging.results import BOUND, PERCENT, RATIOS
from checker.claims.ledger import claims
from checker.claims.leftover import leftover
from checker.claims.sentences import prose_sentences
from checker.claims.slips import is_open
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.article import Article
    from checker.claims.claim import Claim, Judgement
    from checker.claims.leftover import Known
    from checker.facts import Figure, Trial
    from checker.text import Pointer

HELD = ("supported", "derived")
OF_TRIAL = frozenset(
    "phase enrollment sites countries status masking allocation intervention_model control randomization_ratio age "
    "start_date primary_completion_date completion_date sponsor".split()
)
"""Kinds of claims on what a record has once."""
DATES = frozenset({"start_date", "primary_completion_date", "completion_date"})
MOVING = frozenset({"status"})
"""Kinds of which one claim may be wrong though another is right: one paragraph is brought up to date, one is not."""
RESULTS = {
    "percentage": 2,
    "mean_change": 2,
    "hazard_ratio": 2,
    "odds_ratio": 2,
    "risk_ratio": 2,
    "confidence_interval": 2,
    "p_value": 1,
    "arm_size": 1,
    "subgroup_size": 1,
}
"""Kinds of claims on what a record has many of, and how many may be left over for one of them to be meant."""
OF_NOTHING = {"allocation": ("NA", ""), "sites": ("1",)}
"""Facts that no prose has to tell: what a trial with one group, or in one place, does not share out."""
MOST_CLAIMS = 400
"""Open claims of an article that are looked at."""
MOST_TRIALS = 20
"""Records of an article that are looked at for a claim of which the trial is open."""


KINDS = {"enrollment": "enrollment", "arms": "arm_size", "figures": "subgroup_size"}
"""The kind of claim that a count of a record is told in, by what it is of."""
PEOPLE = frozenset(KINDS.values())
GENERAL = frozenset(
    "hazard odds risk rate ratio difference change mean median interval percent percentage value result".split()
)
"""What the names of figures have in common, whatever they are of."""
COUNTS = frozenset({*KINDS.values(), "sites"})
ALIKE = 2
"""How many points apart shares are that one percentage tells: "about 80% in either arm"."""
LIKE = 2.5
"""How many times as high or low as a count a number that is meant for it may be."""


LESS = pattern(
    r"\b(?:less|lower\w*|fewer|reduc\w+|cut(?:s|ting)?|fell|fall\w*|drop\w*|declin\w+|decreas\w+|more|higher|greater|"
    r"rais\w+|increas\w+|rose|risen)\b",
    re.IGNORECASE,
)
"""What makes of a percentage one by which something is rarer or more frequent."""


class Left(NamedTuple):
    """A fact that the prose does not tell: its route of keys, its text and its name."""

    pointer: Pointer
    value: str
    name: str


def untold(article: Article) -> tuple[Claim, ...]:
    """Claims as if bound to the record that they may contradict, with that fact; to be had through `article.once`.

    None of them is a claim on that trial for sure. Each fact comes once at most.
    """
    if article.front is None or not article.trials:
        return ()
    ledger = article.once(claims)
    told = {
        (label, claim.found.kind)
        for claim in ledger
        if claim.verdict in (*HELD, "contradicted")
        for label in (claim.trial, *claim.also)
    }
    taken: set[Pointer | None] = set()
    found = []
    for claim in (
        *_of_trials(article, ledger, told),
        *_of_results(article, ledger),
        *_of_counts(article, ledger, told),
    ):
        if claim.fact not in taken:
            taken.add(claim.fact)
            found.append(claim)
    return tuple(found)


def _of_trials(article: Article, ledger: Iterable[Claim], told: set[tuple[str | None, str]]) -> Iterator[Claim]:
    asked = (claim for claim in ledger if claim.found.kind in OF_TRIAL and _is_left(claim))
    for claim in islice(asked, MOST_CLAIMS):
        kind = claim.found.kind
        text = _text(article, claim)
        trials = [
            (trial, trial.id or trial.key)
            for trial in article.trials[:MOST_TRIALS]
            if claim.trial in (None, trial.id or trial.key)
        ]
        trials = [each for each in trials if (each[1], kind) not in told or kind in MOVING]
        # "One involved 161 women": of whichever trial has so many.
        if kind in COUNTS and any(judge(claim.found, trial, article, text)[0] in HELD for trial, _ in trials):
            continue
        for trial, label in trials:
            verdict, fact, value = judge(claim.found, trial, article, text)
            if verdict == "unsupported" and kind in DATES:
                verdict, fact, value = _other_date(claim, trial)
            elif verdict == "unsupported" and kind == "sponsor" and _is_of_another(article, claim):
                verdict, fact, value = "contradicted", (*trial.at, "lead_sponsor"), trial.lead_sponsor
            elif claim.verdict != "unbound":
                continue
            if verdict != "contradicted" or value in OF_NOTHING.get(kind, ()) or not _is_like(claim, value):
                continue
            if _may_be_ours(article, claim):
                yield claim._replace(trial=label, also=(), verdict=verdict, fact=fact, fact_value=value)
                break


def _text(article: Article, claim: Claim) -> str:
    return article.once(prose_sentences)[claim.sentence].text


OF_ITS_OWN = pattern(r"\b(?:extension|pilot|feasibility|sub-?stud(?:y|ies)|trials|studies)\b", re.IGNORECASE)
"""What tells a study from the article's, which "a phase 3 trial" or "the study" may well be."""


AHEAD = 24
"""How far behind the first words for a study the noun may stand: "an open-label, long-term extension study"."""


def _may_be_ours(article: Article, claim: Claim) -> bool:
    """Whether nothing doubts a claim, and its sentence does not speak of studies that are none of the article's."""
    scene = article.once(read_scenes)[claim.sentence]
    if claim.found.kind == "phase" and len(article.trials) == 1 and SEVERAL.match(scene.text, claim.found.end):
        return False
    elsewhere = bool(scene.strong) and all(mention.trials == ELSEWHERE for mention in scene.strong)
    if elsewhere and any(OF_ITS_OWN.search(scene.text, one.start, one.end + AHEAD) for one in scene.strong):
        return False
    return is_open(_text(article, claim), claim.found)


SEVERAL = pattern(
    r"(?:(?:,| and| or|/)? ?(?:[1-4]|I{1,3}V?)[ab]?\b)? (?:[a-z-]+ )?(?:trials|studies|program(?:me)?s?)\b"
)
"""What follows the phase of several studies: "the phase 2 and 3 studies conducted before"."""


def _is_left(claim: Claim) -> bool:
    """Whether no record has anything to say to a claim that the writer vouches for."""
    return claim.verdict in ("unbound", "unsupported") and not claim.found.hedged


def _is_of_another(article: Article, claim: Claim) -> bool:
    """Whether a sponsor is that of another record."""
    return any(trial.lead_sponsor == claim.found.value for trial in article.trials[:MOST])


def _other_date(claim: Claim, trial: Trial) -> tuple[Judgement, Pointer | None, str | None]:
    """What a claim on a date is held against, where the judge left it alone."""
    kind = claim.found.kind
    recorded = getattr(trial, kind)
    said, date = str(claim.found.value), recorded.date if recorded else None
    if date is None or said.startswith(date) or date.startswith(said):
        return "unsupported", None, None
    return "contradicted", (*trial.at, kind, "date"), date


def _of_results(article: Article, ledger: Iterable[Claim]) -> Iterator[Claim]:
    """A claim on a result that no record has, where one result of its kind is told nowhere."""
    open_claims: dict[str, list[Claim]] = {}
    told: dict[str, set[object]] = {}
    for claim in ledger:
        if claim.found.kind not in RESULTS:
            continue
        if _is_left(claim):
            open_claims.setdefault(claim.found.kind, []).append(claim)
        told.setdefault(claim.found.kind, set()).add(claim.found.value)
    if not open_claims:
        return
    for trial in article.trials[:MOST]:
        label = trial.id or trial.key
        for kind, found in open_claims.items():
            left = [claim for claim in found if claim.trial in (None, label) and _may_be_ours(article, claim)]
            facts = _left(article, trial, kind, told[kind]) if 0 < len(left) <= RESULTS[kind] else []
            if not facts and kind == "percentage" and LESS.search(_text(article, left[0]) if left else ""):
                facts = list(_left_of_ratios(article, trial))
            for claim in left if not facts else ():
                turned = list(_with_its_digits(article, claim, trial))
                if len(turned) == 1 and _may_name(article, claim, turned[0].name):
                    pointer, value, _ = turned[0]
                    yield claim._replace(trial=label, also=(), verdict="contradicted", fact=pointer, fact_value=value)
            if len(facts) == 1 and _may_name(article, left[0], facts[0].name) and _is_like(left[0], facts[0].value):
                pointer, value, _ = facts[0]
                yield left[0]._replace(trial=label, also=(), verdict="contradicted", fact=pointer, fact_value=value)


def _of_counts(article: Article, ledger: Iterable[Claim], told: set[tuple[str | None, str]]) -> Iterator[Claim]:
    """A claim on people that no record bears out, where a trial's people are told, and one count of it is told nowhere.

    Where several claims may be meant, it is the one nearest to the count.
    """
    found = [claim for claim in ledger if claim.found.kind in PEOPLE and _is_left(claim)][:MOST_CLAIMS]
    for trial in article.trials[:MOST_TRIALS] if found else ():
        label = trial.id or trial.key
        facts = [
            fact
            for fact in article.once(leftover).facts
            if fact.trial is trial and fact.of in KINDS and not fact.percent and fact.pointer[-1] != "value"
        ]
        if (label, "enrollment") not in told or len({fact.value for fact in facts}) != 1:
            continue
        fact = facts[0]
        near = [
            (ratio, claim)
            for claim in found
            if claim.trial in (None, label) and (ratio := _ratio(claim, fact.value)) < LIKE
        ]
        for _, claim in sorted(near, key=lambda each: each[0])[:1]:
            if _may_be_ours(article, claim):
                yield claim._replace(
                    found=claim.found._replace(kind=KINDS[fact.of]),
                    trial=label,
                    also=(),
                    verdict="contradicted",
                    fact=fact.pointer,
                    fact_value=f"{fact.value:.15g}",
                )


def _is_like(claim: Claim, value: str | None) -> bool:
    """Whether a claim, if it counts people or places, has a number of the size of a fact, or with its digits."""
    if claim.found.kind not in COUNTS or not value or not value.isdecimal():
        return True
    fact = float(value)
    return _ratio(claim, fact) < LIKE or is_slip(float(claim.found.value), fact)  # type: ignore[arg-type]


def _ratio(claim: Claim, fact: float) -> float:
    """How many times as high or low as a fact a number is; without end for what is no number."""
    value = claim.found.value
    if not isinstance(value, int) or value <= 0 or fact <= 0:
        return float("inf")
    return max(value / fact, fact / value)


def _may_name(article: Article, claim: Claim, name: str) -> bool:
    """Whether a claim's sentence has a word that tells a figure from others, if its name has any."""
    telling = stems(name) - GENERAL
    return not telling or not telling.isdisjoint(stems(_text(article, claim)))


def _left(article: Article, trial: Trial, kind: str, told: set[object]) -> list[Left]:
    """The facts of a kind that the prose does not tell, each with its text."""
    if kind in ("p_value", "confidence_interval"):
        return list(_left_of_estimates(trial, kind, told))
    facts = [fact for fact in article.once(leftover).facts if fact.trial is trial]
    left = [fact for fact in facts if _is_of(fact, kind)]
    if kind == "percentage" and not left:
        # Shares that the prose tells neither in percent nor by their count; alike in all arms, they are one.
        counts = {fact.pointer for fact in facts if not fact.percent}
        left = [fact for fact in facts if fact.percent and fact.pointer in counts]
        if left and max(fact.value for fact in left) - min(fact.value for fact in left) <= ALIKE:
            left = left[:1]
    return [Left(fact.pointer, f"{fact.value:.15g}", fact.name) for fact in left]


def _left_of_estimates(trial: Trial, kind: str, told: set[object]) -> Iterator[Left]:
    plain = {str(value).lstrip("<>=≤≥ ") for value in told}
    for index, figure in enumerate(trial.figures[:MOST]):
        at = (*trial.at, "figures", index)
        if kind == "p_value" and figure.p and _p(figure) not in plain:
            yield Left((*at, "p"), figure.p, figure.name or "")
        elif kind == "confidence_interval" and figure.interval and figure.interval not in told:
            interval = " to ".join(f"{bound:.15g}" for bound in figure.interval)
            yield Left((*at, "interval"), interval, figure.name or "")


def _with_its_digits(article: Article, claim: Claim, trial: Trial) -> Iterator[Left]:
    """The results of a record of a claim's kind that have its digits in another order, whether the prose tells them.

    So has what a ratio leaves of all, of a percentage that something became rarer by.
    """
    kind, said = claim.found.kind, claim.found.value
    if not isinstance(said, int | float) or claim.found.qualifier != "exact":
        return
    rarer = kind == "percentage" and LESS.search(_text(article, claim))
    for index, figure in enumerate(trial.figures[:MOST]):
        name, value = figure.name or "", figure.value or 0.0
        ratio = next((of for of, form in RATIOS.items() if form.search(f"{name} {figure.unit or ''}")), None)
        if ratio and rarer and not BOUND.search(name):
            value = round(100 * (1 - value), 1)
        elif kind != (ratio or ("percentage" if figure.unit in PERCENT else "mean_change")):
            continue
        if value and len(digits(said)) == len(digits(value)) and is_rearranged(said, value):
            yield Left((*trial.at, "figures", index, "value"), f"{figure.value:.15g}", name)


def _left_of_ratios(article: Article, trial: Trial) -> Iterator[Left]:
    """Ratios of a record that no claim of the prose bears on, so that a percentage may be what one leaves of all."""
    held = {claim.fact for claim in article.once(claims) if claim.verdict in HELD}
    for fact in article.once(leftover).facts:
        ratio = any(form.search(fact.name) for form in RATIOS.values())
        if fact.trial is trial and fact.pointer[-1] == "value" and ratio and fact.pointer not in held:
            yield Left(fact.pointer, f"{fact.value:.15g}", fact.name)


def _p(figure: Figure) -> str:
    return (figure.p or "").lstrip("pP<>=≤≥ ")


def _is_of(fact: Known, kind: str) -> bool:
    """Whether a claim of a kind may be on a fact."""
    if kind == "arm_size":
        return fact.of == "arms"
    if kind == "subgroup_size":
        return fact.of == "figures" and (fact.pointer[-1] == "count" or (fact.pointer[-1] == "n" and not fact.percent))
    is_share = kind == "percentage"
    return fact.of == "figures" and fact.pointer[-1] == "value" and fact.percent == is_share
