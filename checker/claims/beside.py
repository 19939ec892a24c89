"""Numbers that stand beside those of a trial and are no record's, where one of the trial's own is told nowhere.

"62 wore the patch, 68 the tape and 11 nothing": if the record has 79, 68 and 11, and the prose no 79, then 62 may be
meant for it. That is no more than a hint, so it becomes a note.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker.claims.claim import Found
from checker.claims.judging.held import MOST
from checker.claims.leftover import leftover, recorded
from checker.claims.slips import is_held, is_open, slip

if TYPE_CHECKING:
    from checker.article import Article
    from checker.claims.leftover import Known, Told
    from checker.claims.slips import Slip
    from checker.text import Pointer

    Column = tuple[Pointer, str, bool]

FEW = 3
"""Numbers below this stand for too much."""
LIKE = 10
"""How many times as high or low as a fact a number that is meant for it may be."""
MOST_STRANGE = 20
"""Strange numbers of a sentence that is read as a row; one with more is none."""


def beside(article: Article) -> tuple[Slip, ...]:
    """Numbers that no record has, in a sentence with numbers of a trial, of which it tells one nowhere.

    To be had through `article.once`.
    """
    facts, strange = article.once(leftover)
    if not strange:
        return ()
    left: dict[Column, list[Known]] = {}
    for fact in facts:
        left.setdefault(_column(fact), []).append(fact)
    lone = {column: found[0] for column, found in left.items() if len(found) == 1}
    if not lone:
        return ()
    siblings: dict[tuple[float, bool], set[Column]] = {}
    for trial in article.trials[:MOST]:
        for fact in recorded(trial):
            if _column(fact) in lone and not (fact.percent and fact.pointer[-1] == "n"):
                siblings.setdefault((abs(fact.value), fact.percent), set()).add(_column(fact))
    by_sentence: dict[int, list[Told]] = {}
    for each in strange:
        by_sentence.setdefault(each.at, []).append(each)
    times = Counter(abs(each.number.value) for each in strange)
    found: list[Slip] = []
    for numbers in by_sentence.values():
        if len(numbers) > MOST_STRANGE:
            continue
        told = {
            column
            for other in numbers[0].others
            if other.plain
            for column in siblings.get((abs(other.value), other.kind == "percent"), ())
        }
        for column in [column for column in lone if column in told]:
            alone = [each for each in numbers if _may_be(article, each, lone[column])]
            if len(alone) != 1 or times[abs(alone[0].number.value)] > 1:
                continue
            number, text = alone[0].number, alone[0].sentence.text
            if is_open(text, Found("mean_change", number.value, number.start, number.end)):
                found.append(slip(alone[0], lone.pop(column), sure=False))
    return tuple(found)


def _column(fact: Known) -> Column:
    """What a fact is a cell of: the arms of a trial, its shares, its values of one unit, the people of its shares."""
    key = str(fact.pointer[-1])
    unit = fact.trial.figures[int(fact.pointer[-2])].unit if key == "value" else ""
    return fact.trial.at, f"{fact.of} {key} {unit or ''}", fact.percent


def _may_be(article: Article, told: Told, fact: Known) -> bool:
    """Whether a number is of the kind and size of a fact, and nothing that a record has something to say to."""
    number, value = told.number, abs(fact.value)
    if not number.plain or number.kind not in ("", "sample", "percent") or abs(number.value) < FEW:
        return False
    if (number.kind == "percent") != fact.percent or not value / LIKE <= abs(number.value) <= LIKE * value:
        return False
    if fact.pointer[-1] != "value" and not isinstance(number.value, int):
        return False
    return not is_held(article, told, "supported", "derived", "contradicted")
