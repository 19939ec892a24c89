"""The heads of tables: the cells that say what the others hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.article import Article, Block

LONGEST = 120
"""Characters of a head that are read: each of its cells is held against them."""

Heads = dict[tuple[int, int, int], str]


def heads(article: Article) -> Heads:
    """The texts in lower case of the first row and the first column of each table, by table, row and column.

    To be had through `article.once`.
    """
    return {
        (block.table, block.row, block.column): block.prose[:LONGEST].lower().strip(" :\t")
        for block in article.prose
        if block.kind == "cell" and (block.row == 0 or block.column == 0)
    }


def first_rows(article: Article) -> dict[int, list[str]]:
    """The texts of the first row of each table, by table; to be had through `article.once`."""
    found: dict[int, list[str]] = {}
    for (table, row, _), head in article.once(heads).items():
        if row == 0:
            found.setdefault(table, []).append(head)
    return found


def heads_of(article: Article, block: Block) -> tuple[str, str]:
    """The heads of a cell's row and of its column, each "" where the cell itself is that head."""
    texts = article.once(heads)
    return (
        texts.get((block.table, block.row, 0), "") if block.column else "",
        texts.get((block.table, 0, block.column), "") if block.row else "",
    )
