"""Which trials rule the cells of a table: those that head its columns, or else its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.claims.binding.scenes import ELSEWHERE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.article import Block
    from checker.claims.binding.mentions import Mention
    from checker.claims.binding.scenes import Trials
    from checker.claims.sentences import Sentence


class Ruling(NamedTuple):
    """The trials that head the columns of a table (`across`), or its rows."""

    across: bool
    heads: dict[int, set[Trials]]

    def trials(self, block: Block) -> Trials | None:
        """The trials that rule a cell; None of a cell that heads the others."""
        line, place = (block.column, block.row) if self.across else (block.row, block.column)
        heads = self.heads.get(line, set())
        if self.across and not line and place and not heads:
            every = {trials for found in self.heads.values() for trials in found}
            return tuple(label for trials in sorted(every) for label in trials) if ELSEWHERE not in every else ELSEWHERE
        if len(heads) == 1:
            return next(iter(heads))
        return ELSEWHERE if heads or (place and line) else None


def rulings(sentences: Iterable[Sentence], read: Iterable[list[Mention]], *, several: bool) -> dict[int, Ruling]:
    """How trials rule the cells of the tables whose columns, or else rows, are headed by them; the tables are keys.

    `read` are the mentions of the sentences; `several` says that the article has more than one trial.
    """
    heads: dict[int, list[tuple[int, int, Trials]]] = {}
    hinted: dict[int, list[tuple[int, int, Trials]]] = {}
    columns: dict[int, int] = {}
    for sentence, mentions in zip(sentences, read, strict=True):
        block = sentence.block
        if block.kind != "cell":
            continue
        if block.column >= columns.get(block.table, 0):
            columns[block.table] = block.column + 1
        if not mentions:
            continue
        labels = next((m.labels for m in mentions if m.what == "trial"), None)
        if labels or any(m.what == "other" for m in mentions):
            heads.setdefault(block.table, []).append((block.row, block.column, labels or ELSEWHERE))
        hints = {m.labels for m in mentions if m.what == "term"}
        if len(hints) == 1 and block.column < 2:
            hinted.setdefault(block.table, []).append((block.row, block.column, hints.pop()))
    for table, found in hinted.items():
        heads.setdefault(table, found)  # Rows by drug or sponsor, where no trial is named
    ruled = {table: _ruled(found, columns[table], several=several) for table, found in heads.items()}
    return {table: ruling for table, ruling in ruled.items() if ruling}


def _ruled(found: list[tuple[int, int, Trials]], columns: int, *, several: bool) -> Ruling | None:
    by_row: dict[int, set[Trials]] = {}
    by_column: dict[int, set[Trials]] = {}
    for row, column, trials in found:
        by_row.setdefault(row, set()).add(trials)
        by_column.setdefault(column, set()).add(trials)
    widest, longest = (max(map(len, heads.values())) for heads in (by_row, by_column))
    across = widest > longest or (widest == longest == 1 and found[0][0] == 0 and columns > 2)
    if not across and longest == 1 and not several:
        return None
    return Ruling(across, by_column if across else by_row)
