"""Repairs: the approved text put where it belongs. One is offered only if the article then carries the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Edit, Fix
from checker.rules.disclaimer._standings import find, is_struck
from checker.rules.disclaimer._texts import fold, plain
from checker.rules.disclaimer._wanted import PUBLICATION, visible
from checker.text import LINE_BREAK, Span

if TYPE_CHECKING:
    from checker.article import Article, Block
    from checker.rules.disclaimer._standings import Standing
    from checker.rules.disclaimer._wanted import Approved

OWN = 0.7
"""The share of a text's words that are the approved text's from which a fix may replace it whole."""


def insertion(article: Article, approved: Approved) -> Fix | None:
    """Put a missing text in its place, with blank lines around it and the line endings of the file."""
    line_break = _line_break(article.text)
    source = _lines_ending_in(line_break, approved.source)
    blocks = visible(article.blocks)
    if approved.position == "start":
        titled = bool(blocks) and blocks[0].kind == "heading" and blocks[0].level == 1
        edit = _below(article.text, blocks[0], source) if titled else _first(article, source)
    else:
        edit = _last(article.text, source)
    fix = Fix(f'Insert the approved text of "{approved.id}"', (edit,), safe=True)
    return fix if _carries(article, fix, approved) else None


def replacement(article: Article, standing: Standing) -> Fix | None:
    """Put the approved text in the place of another one, inside the quotation or emphasis that is around it.

    None where words stand before or after the text that may not belong to it.
    """
    approved, passage = standing.approved, standing.passage
    if passage is None:
        return None
    if _has_strangers(standing):
        return _parting(article, standing)
    source = _lines_ending_in(_line_break(article.text), approved.source)
    start, end = passage.blocks[0].span.start, passage.blocks[-1].span.end
    whole = Span(start, start + len(article.text[start:end].rstrip()))
    for span in (passage.span, whole):
        fix = Fix("Replace it by the approved text", (Edit(span, source),), safe=True)
        if _carries(article, fix, approved):
            return fix
    return None


def _parting(article: Article, standing: Standing) -> Fix | None:
    """Give an unaltered text a paragraph of its own, where it already has lines of its own."""
    if standing.passage is None:
        return None
    words = standing.passage.words
    joined, text = " ".join(word.text for word in words), standing.approved.text
    at = f" {joined} ".find(f" {text} ")
    if at == -1:
        return None
    first = joined.count(" ", 0, at)
    last = first + text.count(" ")
    start, end = words[first].span.start, words[last].span.end
    seams = []
    if first > 0:
        seams.append((start, article.text[start - 1]))
    if last < len(words) - 1:
        seams.append((end, article.text[end]))
    line_break = _line_break(article.text)
    edits = tuple(Edit(Span(seam, seam), line_break) for seam, _ in seams)
    fix = Fix("Set it apart as a paragraph of its own", edits, safe=True)
    on_own_lines = edits and all(neighbour in "\r\n" for _, neighbour in seams)
    return fix if on_own_lines and _carries(article, fix, standing.approved) else None


def _has_strangers(standing: Standing) -> bool:
    """Whether an altered text has words before or after it, or more words within, that may be somebody's own."""
    words, changes = standing.words, standing.changes
    if standing.passage is None or not changes:
        return False
    if len(words) < len(standing.passage.words):
        return True
    approved = set(plain(standing.approved.text.split()))
    if sum(word in approved for word in plain(word.text for word in words)) < OWN * len(words):
        return True
    at_edges = [change for change in changes if change.start == 0 or change.end == len(words)]
    return any(len(change.found) > len(change.wanted) + 1 for change in at_edges)


def _carries(article: Article, fix: Fix, approved: Approved) -> bool:
    """Whether readers would find the approved text in the article after a fix."""
    from checker.reading.markdown import read_markdown

    text = article.text
    for edit in sorted(fix.edits, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    blocks = visible(read_markdown(text, Span(article.body.start, len(text))).blocks)
    passages = find(approved.text, blocks, [fold(block.text) for block in blocks])
    return PUBLICATION not in approved.text and any(not is_struck(text, passage, approved) for passage in passages)


def _below(text: str, block: Block, source: str) -> Edit:
    """A paragraph below a block."""
    line_break = _line_break(text)
    at = block.span.start + len(text[block.span.start : block.span.end].rstrip())
    return Edit(Span(at, at), f"{line_break}{line_break}{source}" + _blank_line_needed(text, at, line_break))


def _first(article: Article, source: str) -> Edit:
    """A paragraph before all that stands in the body."""
    text, line_break = article.text, _line_break(article.text)
    rest = text[article.body.start :]
    at = article.body.start + len(rest) - len(rest.lstrip("\r\n"))
    before = "" if text[at - 1 : at] in ("\n", "\r") else line_break
    return Edit(Span(at, at), f"{before}{source}{line_break}" + (line_break if text[at:].strip() else ""))


def _last(text: str, source: str) -> Edit:
    """A paragraph after all else."""
    line_break = _line_break(text)
    end = len(text)
    before = "" if text.endswith(("\n", "\r")) else line_break
    blank = "" if text.endswith(line_break * 2) else line_break
    return Edit(Span(end, end), f"{before}{blank}{source}{line_break}")


def _blank_line_needed(text: str, at: int, line_break: str) -> str:
    """A line break where the line after the one that ends at `at` is not blank."""
    following = text[at:].split(line_break, 2)
    return line_break if len(following) > 1 and following[1].strip() else ""


def _line_break(text: str) -> str:
    match = LINE_BREAK.search(text)
    return match[0] if match else "\n"


def _lines_ending_in(line_break: str, text: str) -> str:
    return LINE_BREAK.sub(line_break, text)
