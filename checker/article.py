"""An article as the rules see it. `reading` builds it; nothing here knows YAML, Markdown or JSON Schema."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from checker.dates import first_day, last_day, next_day
from checker.facts import Facts, Trial
from checker.settings import Settings
from checker.text import Lines, Pointer, Span

if TYPE_CHECKING:
    from checker.consulted import Consulted

T = TypeVar("T")

PROSE = frozenset({"heading", "paragraph", "item", "cell", "caption", "footnote"})
"""The kinds of block that a reader reads as sentences."""


class Run(NamedTuple):
    """A stretch of a block's text (`start` to `end`) and the span of the file that it was made of."""

    start: int
    end: int
    source: Span


class Link(NamedTuple):
    """A link in a block: where its text stands in the block's text, its target, and the target's span in the file."""

    start: int
    end: int
    url: str
    url_span: Span


class Block(NamedTuple):
    """A heading, paragraph, list item, table cell, image caption, footnote, code block or comment.

    `text` is what a reader sees: emphasis, links, entities and line breaks are rendered away. `prose` is `text` with
    every code point of code and addresses replaced by U+FFFC: equal in length, and safe to search for words. `hidden`
    says why a reader does not see the block (`comment`, `code`, `element`), or is None. `level` is a heading's.
    `row` and `column` place a cell in its table (row 0 is the header), `table` numbers the tables of the article.
    """

    kind: str
    span: Span
    text: str
    prose: str
    runs: tuple[Run, ...]
    level: int = 0
    hidden: str | None = None
    quoted: bool = False
    links: tuple[Link, ...] = ()
    table: int = -1
    row: int = -1
    column: int = -1

    def locate(self, start: int, end: int) -> Span:
        """The span in the file of a half-open stretch of `text` (or of `prose`)."""
        if not self.runs:
            return Span(self.span.start, self.span.start)
        first = self._run_at(start)
        last = self._run_at(max(end - 1, start))
        return Span(
            _into(first, start, edge="start"),
            _into(last, end, edge="end") if end > start else _into(first, start, edge="start"),
        )

    def _run_at(self, offset: int) -> Run:
        index = bisect_right(self.runs, (offset, len(self.text) + 1)) - 1  # No run ends there.
        return self.runs[max(index, 0)]


def _into(run: Run, offset: int, *, edge: str) -> int:
    """The offset in the file of an offset inside a run; a run of unequal lengths (an entity) is all or nothing."""
    if run.end - run.start == run.source.end - run.source.start:
        return run.source.start + min(max(offset - run.start, 0), run.end - run.start)
    return run.source.start if edge == "start" else run.source.end


class Spans(NamedTuple):
    """The place of one value of the front matter, of its key, and of what it holds."""

    value: Span
    key: Span | None = None
    children: Mapping[str | int, "Spans"] = {}


class Comment(NamedTuple):
    """A comment: an HTML comment of the body, or a YAML comment of the front matter. `text` is what it says."""

    span: Span
    text: str
    yaml: bool


class Front(NamedTuple):
    """The front matter: its span between the fences, its data under our own keys, and the place of each part.

    `data` holds only text, numbers, booleans, None, lists and dicts.
    """

    span: Span
    data: dict[str, Any]
    spans: Spans

    def find(self, pointer: Pointer) -> Spans | None:
        """The places of what a route of keys leads to, or None where nothing is."""
        here: Spans | None = self.spans
        for step in pointer:
            if here is None:
                return None
            here = here.children.get(step)
        return here

    def value_span(self, pointer: Pointer) -> Span:
        """The span of a value; of the nearest mapping or list that is there, where the value is missing."""
        while (found := self.find(pointer)) is None:
            pointer = pointer[:-1]
        return found.value

    def key_span(self, pointer: Pointer) -> Span:
        """The span of a value's key; of the value itself, where it has none (items of a list)."""
        found = self.find(pointer)
        return found.key if found and found.key else self.value_span(pointer)

    def texts(self) -> Iterator[tuple[Pointer, str]]:
        """Every text among the values, in order, with the route of keys to it."""
        return _texts_in(self.data, ())


def _texts_in(value: object, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    if isinstance(value, str):
        yield pointer, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _texts_in(part, (*pointer, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _texts_in(part, (*pointer, index))


class Fault(NamedTuple):
    """What reading found wrong with a file, by the name of the rule that says so; `detail` is that rule's to word."""

    rule: str
    span: Span
    detail: Mapping[str, Any] = {}


class Mismatch(NamedTuple):
    """One way in which the front matter differs from its schema.

    `keyword` and `expected` are the JSON Schema keyword and its value, `value` is what was found at `pointer`,
    `schema` the subschema that holds the keyword, `origin` where that subschema stands (`trial.schema.json#/…`).
    """

    pointer: Pointer
    keyword: str
    expected: Any
    value: Any
    schema: Mapping[str, Any]
    origin: str
    names: tuple[str, ...] = ()


class Article:
    """One article: its text, its front matter, its facts, its blocks, and what reading found wrong with it.

    `front` is None where no front matter could be read; a rule that holds prose against facts is silent then, for the
    cause has its own finding. `facts` leaves out what the schema refused. `outline` holds the spans of the body's
    outermost blocks (a whole list, a whole table). `committed` is the version that the repository holds, where a
    change is being checked. `registry` is the snapshot of registry records, or None where there is none; it remembers
    what the rules asked it.
    """

    def __init__(
        self,
        path: str,
        text: str,
        settings: Settings,
        *,
        facts: Facts,
        front: Front | None = None,
        body: Span | None = None,
        blocks: tuple[Block, ...] = (),
        outline: tuple[Span, ...] = (),
        comments: tuple[Comment, ...] = (),
        faults: tuple[Fault, ...] = (),
        mismatches: tuple[Mismatch, ...] = (),
    ) -> None:
        self.path = path
        self.text = text
        self.settings = settings
        self.lines = Lines(text)
        self.facts = facts
        self.front = front
        self.body = body or Span(0, len(text))
        self.blocks = blocks
        self.outline = outline
        self.comments = comments
        self.faults = faults
        self.mismatches = mismatches
        self.committed: Article | None = None
        self.registry: Consulted | None = None
        self.turning_points: set[str] = set()
        """The days (`yyyy-mm-dd`) on which an answer of `has_passed` or `is_to_come` changes."""
        self._read_once: dict[Callable[[Article], Any], Any] = {}

    @property
    def trials(self) -> tuple[Trial, ...]:
        return self.facts.trials

    @property
    def draft(self) -> bool:
        return self.facts.draft

    @property
    def published(self) -> str | None:
        """The date that counts for what was true when: `lastmod`, else `date`."""
        return self.facts.lastmod or self.facts.date

    def has_passed(self, date: str) -> bool:
        """Whether a partial date that `is_date` lies wholly before the run's date.

        Rules ask here and never compare with the run's date themselves, so that a verdict knows when it would change.
        """
        turning_point = next_day(last_day(date))
        self.turning_points.add(turning_point)
        return turning_point <= self.settings.today

    def is_to_come(self, date: str) -> bool:
        """Whether a partial date that `is_date` lies wholly after the run's date."""
        turning_point = first_day(date)
        self.turning_points.add(turning_point)
        return turning_point > self.settings.today

    def once(self, read: Callable[["Article"], T]) -> T:
        """What `read` makes of this article, made at the first call only: what several rules need is read once."""
        known = self._read_once
        if read not in known:
            known[read] = read(self)
        return known[read]  # type: ignore[no-any-return]

    @cached_property
    def prose(self) -> tuple[Block, ...]:
        """The blocks that a reader sees and reads, in order."""
        return tuple(block for block in self.blocks if block.kind in PROSE and block.hidden is None)

    def faults_of(self, rule: str) -> Iterator[Fault]:
        """What reading left for one rule of the family `file` to say."""
        return (fault for fault in self.faults if fault.rule == rule)

    def value_at(self, *pointer: str | int) -> Span:
        """The span of a value of the front matter (see `Front.value_span`)."""
        return self.front.value_span(pointer) if self.front else Span(0, 0)

    def key_at(self, *pointer: str | int) -> Span:
        """The span of a key of the front matter (see `Front.key_span`)."""
        return self.front.key_span(pointer) if self.front else Span(0, 0)
