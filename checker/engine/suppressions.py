"""Comments that silence a rule at a place, with a reason."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from checker.article import Article, Comment, Spans
from checker.dates import is_date
from checker.pattern import pattern
from checker.text import Span

WORD = pattern(r"[^\s,]+")
REASON = pattern(r"""\breason\s*=\s*(?:"([^"]*)"|'([^']*)'|“([^”]*)”)""")
UNTIL = pattern(r"\buntil\s*=\s*[\"']?([^\s\"']+)")

IGNORE, IGNORE_FILE = "ignore", "ignore-file"


class Suppression(NamedTuple):
    """One comment, read: the rules that it names with the place of each name, and the span that it covers.

    `covers` is None where nothing follows that could be covered. `order` is the word after `checker:`.
    """

    comment: Comment
    order: str
    rules: tuple[tuple[str, Span], ...]
    reason: str
    until: str | None
    expired: bool
    covers: Span | None


def suppressions_of(article: Article) -> tuple[Suppression, ...]:
    """The suppressions of an article, in its order."""
    return tuple(_read(comment, article) for comment in article.comments)


def _read(comment: Comment, article: Article) -> Suppression:
    source = article.text
    start = source.index("checker:", comment.span.start) + len("checker:")
    end = comment.span.end if comment.yaml else comment.span.end - len("-->")
    said = source[start:end]
    reason, until = REASON.search(said), UNTIL.search(said)
    rules_end = min([match.start() for match in (reason, until) if match] or [len(said)])
    words = [(match[0], Span(start + match.start(), start + match.end())) for match in WORD.finditer(said[:rules_end])]
    order = words[0][0] if words else ""
    date = until[1] if until else None
    return Suppression(
        comment,
        order,
        tuple(words[1:]),
        next((group for group in reason.groups() if group is not None), "").strip() if reason else "",
        date,
        date is not None and is_date(date) and article.has_passed(date),
        _covered(comment, order, article),
    )


def _covered(comment: Comment, order: str, article: Article) -> Span | None:
    if order == IGNORE_FILE:
        return Span(0, len(article.text) + 1)
    if order != IGNORE:
        return None
    if comment.yaml:
        return _covered_key(comment, article)
    for block in article.outline:
        follows = block.end > comment.span.end
        around = block.start < comment.span.start < block.end
        if (follows or around) and not _is_comment(block, article):
            return block
    return None


def _is_comment(block: Span, article: Article) -> bool:
    """Whether a block of the body holds nothing but comments."""
    inside = [part for part in article.blocks if block.start <= part.span.start < block.end]
    return bool(inside) and all(part.kind == "comment" for part in inside)


def _covered_key(comment: Comment, article: Article) -> Span | None:
    """The key on the comment's line, with its value; for a comment on a line of its own, that of the next line."""
    if article.front is None:
        return None
    lines, line = article.lines, article.lines.place(comment.span.start).line
    alone = not lines.line(line)[: article.lines.place(comment.span.start).column - 1].strip()
    if alone:
        line += 1
        while line < len(lines) and (not lines.line(line).strip() or lines.line(line).lstrip().startswith("#")):
            line += 1
    target = lines.line_span(line)
    on_line = [
        span
        for span, is_item in _keyed(article.front.spans)
        if target.start <= span.start <= target.end and (alone or not is_item)
    ]
    return min(on_line, key=lambda span: (span.start, -span.end), default=None)


def _keyed(spans: Spans) -> Iterator[tuple[Span, bool]]:
    """Every key with its value, and every item of a list, as spans; whether it is an item."""
    for child in spans.children.values():
        start = child.key.start if child.key else child.value.start
        yield Span(start, max(child.value.end, child.key.end if child.key else 0)), child.key is None
        yield from _keyed(child)


def covering(suppressions: Iterable[Suppression], rule: str, span: Span) -> Iterator[Suppression]:
    """The suppressions in force that name a rule and cover the start of a span."""
    for suppression in suppressions:
        covers = suppression.covers
        if covers is None or suppression.expired or not any(name == rule for name, _ in suppression.rules):
            continue
        if covers.start <= span.start < max(covers.end, covers.start + 1) or span.start == span.end == covers.end:
            yield suppression
