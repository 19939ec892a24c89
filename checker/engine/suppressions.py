"""Comments that silence a rule at a place, with a reason."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
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
    if not article.comments:
        return ()
    targets = _Targets(article)
    # From the last to the first, so that a comment above comments finds the line below them known.
    return tuple([_read(comment, article, targets) for comment in reversed(article.comments)][::-1])


def _read(comment: Comment, article: Article, targets: "_Targets") -> Suppression:
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
        _covered(comment, order, article, targets),
    )


def _covered(comment: Comment, order: str, article: Article, targets: "_Targets") -> Span | None:
    if order == IGNORE_FILE:
        return Span(0, len(article.text) + 1)
    if order != IGNORE:
        return None
    return targets.key(comment) if comment.yaml else targets.block(comment)


class _Targets:
    """What the comments of one article may cover, found once for all of them."""

    def __init__(self, article: Article) -> None:
        self.article = article
        starts = [block.span.start for block in article.blocks]
        self._blocks: list[Span] = []
        for block in article.outline:
            inside = range(bisect_left(starts, block.start), bisect_left(starts, block.end))
            # A block of the body that holds nothing but comments is passed over.
            if not inside or any(article.blocks[index].kind != "comment" for index in inside):
                self._blocks.append(block)
        self._ends = [block.end for block in self._blocks]
        keyed = _keyed(article.front.spans) if article.front else ()
        self._keyed = sorted(keyed, key=lambda each: (each[0].start, -each[0].end))
        self._starts = [span.start for span, _ in self._keyed]
        self._lines_below: dict[int, int] = {}

    def block(self, comment: Comment) -> Span | None:
        """The block of the body that the comment stands in, or else the next one."""
        for block in self._blocks[(at := bisect_right(self._ends, comment.span.start)) : at + 2]:
            if block.start < comment.span.start or block.end > comment.span.end:
                return block
        return None

    def key(self, comment: Comment) -> Span | None:
        """The key on the comment's line, with its value; for a comment on a line of its own, that of the next line."""
        lines = self.article.lines
        place = lines.place(comment.span.start)
        alone = not lines.line(place.line)[: place.column - 1].strip()
        target = lines.line_span(self._line_below(place.line) if alone else place.line)
        for index in range(bisect_left(self._starts, target.start), bisect_right(self._starts, target.end)):
            span, is_item = self._keyed[index]
            if alone or not is_item:
                return span
        return None

    def _line_below(self, line: int) -> int:
        """The next line that is neither empty nor a comment."""
        lines, below = self.article.lines, line + 1
        while below < len(lines) and (not (text := lines.line(below).lstrip()) or text.startswith("#")):
            below = self._lines_below.get(below, below + 1)
        self._lines_below[line] = below
        return below


def _keyed(spans: Spans) -> Iterator[tuple[Span, bool]]:
    """Every key with its value, and every item of a list, as spans; whether it is an item."""
    for child in spans.children.values():
        start = child.key.start if child.key else child.value.start
        yield Span(start, max(child.value.end, child.key.end if child.key else 0)), child.key is None
        yield from _keyed(child)


class Coverage:
    """Which suppressions in force cover a place, found without asking all of them."""

    def __init__(self, suppressions: Iterable[Suppression]) -> None:
        self._everywhere: dict[str, list[Suppression]] = {}
        self._covering: dict[str, list[tuple[int, int, Suppression]]] = {}
        for each in suppressions:
            if each.covers is None or each.expired:
                continue
            for name in dict.fromkeys(name for name, _ in each.rules):
                if each.order == IGNORE_FILE:
                    self._everywhere.setdefault(name, []).append(each)
                else:
                    start, end = each.covers
                    self._covering.setdefault(name, []).append((start, max(end, start + 1), each))
        self._furthest: dict[str, list[int]] = {}
        for name, covering in self._covering.items():
            covering.sort(key=lambda one: one[0])
            self._furthest[name] = list(accumulate((end for _, end, _ in covering), max))

    def of(self, rule: str, span: Span) -> list[Suppression]:
        """The suppressions that name a rule and cover the start of a span, in the order of the article."""
        found = list(self._everywhere.get(rule, ()))
        covering, furthest = self._covering.get(rule, ()), self._furthest.get(rule, ())
        index = bisect_right(covering, span.start, key=lambda one: one[0]) - 1
        while index >= 0 and furthest[index] >= span.start:
            _, end, each = covering[index]
            if span.start < end or span.start == span.end == end:
                found.append(each)
            index -= 1
        return sorted(found, key=lambda each: each.comment.span.start)
