"""Counts in the cells of tables: the first cell of the row and the head of the column say what they count."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.claims.claim import Found
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.claims.said import Said

ROLES = (
    ("planned", r"\b(?:planned|target|goal|estimated|anticipated|wanted|places|aim|intended|expected)\b"),
    ("screened", r"\b(?:screened|assessed)\b"),
    ("randomized", r"\brandomi[sz]ed\b"),
    ("completed", r"\b(?:completed|completers|finished)\b"),
    ("treated", r"\b(?:treated|dosed|received|injected)\b"),
    ("analyzed", r"\b(?:analy[sz]ed|evaluable|analysis)\b"),
    ("enrolled", r"\b(?:enrol+ed|actual|recruited|joined|included|took part)\b"),
)


def heads(article: Article) -> dict[tuple[int, int, int], str]:
    """The texts of the cells in the first row and the first column of each table, by table, row and column."""
    return {
        (block.table, block.row, block.column): block.prose
        for block in article.prose
        if block.kind == "cell" and (block.row == 0 or block.column == 0)
    }


def cell(said: Said) -> Iterator[Found]:
    block = said.sentence.block
    if block.row == 0 or (block.column == 0 and not said.numbers):
        return
    texts = said.article.once(heads)
    row = texts.get((block.table, block.row, 0), "").lower() if block.column else ""
    column = texts.get((block.table, 0, block.column), "").lower()
    here = said.lower
    counts = [number for number in said.numbers if number.is_count]
    if not counts or len(here) > 80:
        return
    number = counts[0]
    if GROUPS.fullmatch(row.strip()) or GROUPS.fullmatch(column.strip()):
        yield Found("arms", int(number.value), number.start, number.end, pattern="cell")
        return
    labels = f"{row} | {column} | {here}"
    if not (PEOPLE.search(row) or PEOPLE.search(column)):
        return
    if number.start > 12:
        return
    role = next((role for role, form in ROLES if re.search(form, labels)), "")
    of = _arm(said, column, row)
    if of and role in ("", "enrolled", "randomized"):
        yield Found("arm_size", int(number.value), number.start, number.end, of=of, pattern="cell")
        return
    if not role:
        role = "enrolled"
    yield Found("enrollment", int(number.value), number.start, number.end, role=role, pattern="cell")


def _arm(said: Said, column: str, row: str) -> str:
    return ""


PEOPLE = pattern(
    r"^\W*(?:number of |no\. of |total |actual |planned |target )?(?:participants?|patients?|"
    r"people|subjects?|n|enrol+ment|enrol+ed|sample size|size|volunteers|adults|children|women|men|"
    r"randomi[sz]ed|completed|analy[sz]ed|screened|treated|how many people|who took part)\b"
)


GROUPS = pattern(r"(?:number of |no\. of )?(?:study |treatment |parallel )?(?:arms|groups)")
