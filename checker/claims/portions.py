"""Some of so many people, where the record has the same some of others, or others of the same many.

"3 out of 24 patients could see better" is the record's 3 of 14, if the words fit and the prose has that pair nowhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.claims.binding import bind
from checker.claims.claim import Found
from checker.claims.doubts import is_doubted
from checker.claims.judging.held import MOST, stems
from checker.claims.ledger import claims
from checker.claims.numbers import prose_numbers
from checker.claims.others import speaks_of_another
from checker.claims.sentences import prose_sentences
from checker.claims.shares import portions_of
from checker.claims.slips import Slip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.claims.numbers import Number
    from checker.claims.sentences import Sentence
    from checker.facts import Trial
    from checker.text import Pointer


class Known(NamedTuple):
    """A figure of a record that counts some of so many."""

    part: int
    whole: int
    name: str
    at: Pointer
    trial: Trial


class Told(NamedTuple):
    """Some of so many in the prose; `at` is the index of the sentence."""

    at: int
    sentence: Sentence
    part: Number
    whole: Number


MOST_TOLD = 400
"""Pairs that are looked at; no article has as many."""


def portions(article: Article) -> tuple[Slip, ...]:
    """The pairs of the prose that differ from the record's in one number; to be had through `article.once`."""
    known = [pair for trial in article.trials[:MOST] for pair in _known(trial)][:MOST]
    if article.front is None or not known:
        return ()
    told = [pair for pair, _ in zip(_told(article), range(MOST_TOLD), strict=False)]
    pairs = {(pair.part.value, pair.whole.value) for pair in told}
    recorded = {(pair.part, pair.whole) for pair in known}
    counts = {count for trial in article.trials[:MOST] for count in _counts(trial)}
    found = []
    for pair in known:
        if (pair.part, pair.whole) in pairs:
            continue
        near = [
            (each, wrong)
            for each in told
            if (each.part.value, each.whole.value) not in recorded
            and (wrong := _wrong(each, pair)) is not None
            and wrong.value not in counts
            and _fits(each, pair)
            # What the prose tells of others of them is another figure: "504 of 2833", and elsewhere "367 patients".
            and not (wrong is each.part and pair.part in article.once(_values))
        ]
        if len(near) == 1 and _is_about(article, *near[0], pair):
            each, wrong = near[0]
            key, value = ("n", pair.part) if wrong is each.part else ("of", pair.whole)
            span = each.sentence.locate(wrong.start, wrong.end)
            quote = each.sentence.text[wrong.start : wrong.end]
            found.append(Slip(span, quote, "figures", (*pair.at, key), value, pair.name, pair.trial.label))
    return tuple(found)


def _values(article: Article) -> frozenset[float]:
    """The counts of a prose."""
    return frozenset(number.value for _, found in article.once(prose_numbers) for number in found if number.is_count)


def _known(trial: Trial) -> Iterator[Known]:
    for index, figure in enumerate(trial.figures[:MOST]):
        if figure.n is not None and figure.of and figure.name:
            yield Known(figure.n, figure.of, figure.name, (*trial.at, "figures", index), trial)


def _counts(trial: Trial) -> Iterator[int]:
    """The numbers of people of a record, any of which a part or a whole may be."""
    counts = trial.enrollment
    roles = counts.planned, counts.screened, counts.enrolled, counts.randomized, counts.treated, counts.completed
    figures = (count for figure in trial.figures[:MOST] for count in (figure.n, figure.of))
    groups = (*(arm.count for arm in trial.arms[:MOST]), *(group.count for group in trial.groups[:MOST]))
    yield from (count for count in (*roles, counts.analyzed, *figures, *groups) if count is not None)


def _told(article: Article) -> Iterator[Told]:
    indices = {id(sentence): index for index, sentence in enumerate(article.once(prose_sentences))}
    for sentence, numbers in article.once(prose_numbers):
        for part, whole in portions_of(sentence.text, numbers):
            yield Told(indices[id(sentence)], sentence, part, whole)


def _wrong(told: Told, known: Known) -> Number | None:
    """The number of a pair in which alone it differs from a figure."""
    if told.part.value == known.part:
        return told.whole if known.part > 1 else None
    return told.part if told.whole.value == known.whole else None


def _fits(told: Told, known: Known) -> bool:
    """Whether a sentence has what tells a figure from others in its words."""
    named = stems(known.name)
    shared = named & stems(told.sentence.text)
    return len(shared) > 1 and 2 * len(shared) >= len(named)


def _is_about(article: Article, told: Told, wrong: Number, known: Known) -> bool:
    found = Found("subgroup_size", int(wrong.value), wrong.start, wrong.end)
    label, text = known.trial.id or known.trial.key, told.sentence.text
    trial = bind(article, [(told.at, found)])[0].trial
    if trial != label and not (trial is None and len(article.trials) == 1):
        return False
    if is_doubted(text, found) or speaks_of_another(text, found, label or "", introduced=True):
        return False
    return not any(
        claim.verdict == "contradicted" and claim.found.start < wrong.end and wrong.start < claim.found.end
        for claim in article.once(claims)
        if claim.sentence == told.at
    )
