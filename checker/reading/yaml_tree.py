"""YAML to values and spans, in one pass over the events of the parser. The only module that knows YAML."""

import math
from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, NoReturn

import yaml
from yaml._yaml import CParser

from checker.article import Comment, Fault, Front, Spans
from checker.pattern import pattern
from checker.settings import Limits
from checker.text import Span

CORE_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "seq", "map")}
TEXT = "tag:yaml.org,2002:str"

EVENTS: Any = yaml.events
ComposerError: Any = yaml.composer.ComposerError
"""As `yaml` itself says it where nodes do not fit together; both without their types, by which marks may be missing."""

FOREIGN = pattern("[\x85\u2028\u2029\ud800-\udfff]")
"""What libyaml takes for a line break, as YAML 1.1 did and 1.2 does not, and what it cannot encode."""

# The core schema of YAML 1.2, but for numbers with leading zeros, which stay what the author wrote.
NAMED = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
INTEGER = pattern(r"[-+]?(?:0|[1-9][0-9]{0,38})")
RADIX = pattern(r"0o[0-7]{1,20}|0x[0-9a-fA-F]{1,16}")
FLOAT = pattern(r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,4})?")

# What YAML 1.1 (https://yaml.org/type/) reads as something else than the above.
ONE_ONE_BOOLEAN = {
    **dict.fromkeys(("y", "Y", "yes", "Yes", "YES", "on", "On", "ON"), "true"),
    **dict.fromkeys(("n", "N", "no", "No", "NO", "off", "Off", "OFF"), "false"),
}
ONE_ONE_NUMBER = pattern(
    r"[-+]?0[0-7_]+|[-+]?0b[01_]+|[-+]?0x[0-9a-fA-F]*_[0-9a-fA-F_]*|[-+]?[1-9][0-9]*_[0-9_]*(?:\.[0-9_]*)?"
    r"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"
)
ONE_TWO_NUMBER = pattern(
    r"0o[0-7]+|[-+]?0[0-9]+(?:\.[0-9]*)?|[-+]?[0-9]+[eE][-+]?[0-9]+|[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)[eE][0-9]+"
)

AMBIGUOUS = frozenset("+-0123456789yYnNoO")
"""What begins a plain scalar that the two may read otherwise."""

SUPPRESSION_COMMENT = pattern(r"(?:^|(?<=[ \t\r\n]))#[ \t]*(checker:[^\r\n]*)")
PROPERTIES = pattern(r"(?:(?:!<[^>\s]*+>|[&!][^\s,\[\]{}]*+)(?:[ \t\r\n]++|#[^\r\n]*+)*+)++")
"""Anchors and tags before a value."""


class Parsed(NamedTuple):
    """The front matter, or None where it is no YAML mapping, and what was found wrong with it."""

    front: Front | None
    faults: tuple[Fault, ...]
    comments: tuple[Comment, ...] = ()


class _Refused(Exception):
    def __init__(self, rule: str, span: Span, **detail: Any) -> None:
        self.fault = Fault(rule, span, detail)


def parse_front_matter(text: str, span: Span, limits: Limits) -> Parsed:
    """Read the YAML in `span` of an article's text.

    Values are text, whole and decimal numbers, booleans, None, lists and dicts; spans are offsets into `text`. A
    mapping that repeats a key keeps the first value. What is no YAML, or more of it than `limits` allow, is a fault
    of the rule that says so; nothing is raised.
    """
    if text.startswith("\ufeff", span.start, span.end):
        span = Span(span.start + 1, span.end)  # libyaml passes over it and counts from behind it.
    source, foreign = _native(text[span.start : span.end])
    reading = _Reading(text, span, limits, foreign, CParser(source))
    try:
        data, spans = reading.document()
    except _Refused as refused:
        return Parsed(None, (refused.fault,))
    except yaml.YAMLError as error:
        return Parsed(None, (_malformed(source, error, span),))
    return Parsed(Front(span, data, spans), tuple(reading.faults), tuple(_comments(text, span, spans)))


def _native(source: str) -> tuple[str, dict[int, str]]:
    """The source with each code point that libyaml takes for something else replaced, and how to put them back.

    The stand-ins are from a private plane, where the source does not use them itself.
    """
    if source.isascii() or not FOREIGN.search(source):
        return source, {}
    free = (chr(point) for point in range(0x10FFFD, 0xFFFFF, -1) if chr(point) not in source)
    there = {ord(character): next(free) for character in dict.fromkeys(FOREIGN.findall(source))}
    return source.translate(there), {ord(stand_in): chr(point) for point, stand_in in there.items()}


def _malformed(source: str, error: yaml.YAMLError, span: Span) -> Fault:
    # Few front matters are broken; only those pay for the explanation.
    from checker.reading.yaml_problems import diagnose

    start, end, detail = diagnose(source, error, CParser(source))
    places = {
        name: Span(*(span.start + at for at in value)) if isinstance(value, tuple) else value
        for name, value in detail.items()
    }
    return Fault("malformed-yaml", Span(span.start + start, span.start + end), places)


class _Anchored(NamedTuple):
    """A node that aliases may name: where it begins, what it was read as (None while it is open), and its size."""

    event: Any
    made: tuple[Any, Spans] | None = None
    nodes: int = 0


class _Reading:
    """One pass over the parser's events: values and spans together, each node once however many aliases name it."""

    def __init__(self, text: str, span: Span, limits: Limits, foreign: dict[int, str], parser: CParser) -> None:
        self.text = text
        self.offset = span.start
        self.limits = limits
        self.foreign = foreign
        self.next: Callable[[], Any] = parser.get_event
        self.faults: list[Fault] = []
        self._anchored: dict[str, _Anchored] = {}
        self._aliases = 0
        self._nodes = 0

    def document(self) -> tuple[dict[str, Any], Spans]:
        """The mapping that the source holds. Raises _Refused, and YAMLError where it is no YAML."""
        self.next()
        if isinstance(self.next(), EVENTS.StreamEndEvent):
            return {}, Spans(Span(self.offset, self.offset))
        root = self.next()
        if not isinstance(root, EVENTS.MappingStartEvent):
            self.reject(self._whole(root), problem="not a mapping")
        made = self.value(root, 0)
        self.next()
        if not isinstance(after := self.next(), EVENTS.StreamEndEvent):
            raise ComposerError(
                "expected a single document in the stream",
                root.start_mark,
                "but found another document",
                after.start_mark,
            )
        return made

    def value(self, event: Any, depth: int, key: Span | None = None) -> tuple[Any, Spans]:
        """What begins with an event, and its place; `key` is the place of its key."""
        kind = type(event)
        if kind is EVENTS.AliasEvent:
            return self._named(event, key)
        before = self._nodes
        self._count(1, event)
        if event.tag is not None:
            self._accept(event)
        if event.anchor is not None:
            self._open(event)
        made: tuple[Any, Spans]
        if kind is EVENTS.ScalarEvent:
            span = self._span(event, event.end_mark.index)
            made = self._scalar(event, span), Spans(span, key)
        elif depth >= self.limits.yaml_depth:
            self.refuse(event, "depth", self.limits.yaml_depth)
        else:
            made = (self._list if kind is EVENTS.SequenceStartEvent else self._mapping)(event, depth, key)
        if event.anchor is not None:
            self._anchored[event.anchor] = _Anchored(event, made, self._nodes - before)
        return made

    def _accept(self, event: Any) -> None:
        """Refuse a tag that is none of the core schema's."""
        if event.tag not in CORE_TAGS and event.tag != "!":
            start = self.offset + event.start_mark.index
            self.reject(Span(start, start + 1), problem="tag", tag=str(event.tag))

    def _open(self, event: Any) -> None:
        if (known := self._anchored.get(event.anchor)) is not None:
            raise ComposerError(
                "found duplicate anchor; first occurrence",
                known.event.start_mark,
                "second occurrence",
                event.start_mark,
            )
        self._anchored[event.anchor] = _Anchored(event)

    def _known(self, alias: Any) -> _Anchored:
        known = self._anchored.get(alias.anchor)
        if known is None:
            raise ComposerError(None, None, "found undefined alias", alias.start_mark)
        return known

    def _named(self, alias: Any, key: Span | None) -> tuple[Any, Spans]:
        """What an alias names."""
        event, made, nodes = self._known(alias)
        if made is None:
            self.refuse(event, "loop", 0)
        self._aliases += 1
        self._count(nodes, event)
        if self._aliases > self.limits.yaml_aliases:
            self.refuse(event, "aliases", self.limits.yaml_aliases)
        return made[0], made[1]._replace(key=key)

    def _count(self, nodes: int, event: Any) -> None:
        self._nodes += nodes
        if self._nodes > self.limits.yaml_nodes:
            self.refuse(event, "nodes", self.limits.yaml_nodes)

    def refuse(self, event: Any, what: str, limit: int) -> NoReturn:
        start = self.offset + event.start_mark.index
        raise _Refused("oversized-yaml", Span(start, start + 1), what=what, limit=limit)

    def reject(self, span: Span, **detail: Any) -> NoReturn:
        """Take it for no front matter of ours, unless the rest is no YAML at all, which says more."""
        while self.next() is not None:
            pass
        raise _Refused("malformed-yaml", span, **detail)

    def _span(self, event: Any, end: int, last: Spans | None = None) -> Span:
        """Where a node stands, without its anchor and tag; `last` is the place of the last thing in it."""
        start, end = self.offset + event.start_mark.index, self.offset + end
        if (event.anchor or event.tag) and (properties := PROPERTIES.match(self.text, start, end)):
            start = properties.end()
        if type(event) is EVENTS.ScalarEvent:
            if event.style not in ("|", ">"):
                return Span(start, end)
        elif event.flow_style:
            return Span(start, end)
        elif last is not None and last.value.end > start:
            return Span(start, max(last.value.end, last.key.end if last.key else 0))
        # A block collection or block scalar ends, for libyaml, where the next token begins.
        return Span(start, start + len(self.text[start:end].rstrip()))

    def _whole(self, event: Any) -> Span:
        """Where a node stands of which nothing else is wanted."""
        if type(event) is EVENTS.AliasEvent:
            self._known(event)
            return Span(self.offset + event.start_mark.index, self.offset + event.end_mark.index)
        depth, last = int(isinstance(event, EVENTS.CollectionStartEvent)), event
        while depth:
            if depth > self.limits.yaml_depth:
                self.refuse(last, "depth", self.limits.yaml_depth)
            last = self.next()
            depth += isinstance(last, EVENTS.CollectionStartEvent) - isinstance(last, EVENTS.CollectionEndEvent)
        return self._span(event, last.end_mark.index)

    def _list(self, begin: Any, depth: int, key: Span | None) -> tuple[list[Any], Spans]:
        values: list[Any] = []
        children: dict[str | int, Spans] = {}
        last: Spans | None = None
        while type(event := self.next()) is not EVENTS.SequenceEndEvent:
            value, last = self.value(event, depth + 1)
            children[len(values)] = last
            values.append(value)
        return values, Spans(self._span(begin, event.end_mark.index, last), key, children)

    def _mapping(self, begin: Any, depth: int, key: Span | None) -> tuple[dict[str, Any], Spans]:
        values: dict[str, Any] = {}
        children: dict[str | int, Spans] = {}
        last: Spans | None = None
        while type(event := self.next()) is not EVENTS.MappingEndEvent:
            name, place = self._key(event)
            value, last = self.value(self.next(), depth + 1, place)
            first = children.get(name)
            if first is not None:
                self.faults.append(Fault("duplicate-key", place, {"key": name, "first": first.key}))
                continue
            values[name] = value
            children[name] = last
        return values, Spans(self._span(begin, event.end_mark.index, last), key, children)

    def _key(self, event: Any) -> tuple[str, Span]:
        """A key of a mapping, and its place."""
        named = event if type(event) is not EVENTS.AliasEvent else self._known(event).event
        if type(named) is not EVENTS.ScalarEvent:
            self.reject(self._whole(event), problem="key is not a text")
        span = self._span(named, named.end_mark.index)
        if event.anchor is not None and event is named:
            self._open(event)
            self._anchored[event.anchor] = _Anchored(event, (self._scalar(event, span), Spans(span)), 1)
        text: str = named.value.translate(self.foreign) if self.foreign else named.value
        if text[:1] in AMBIGUOUS and text not in ("y", "n") and _is_plain(named):
            self._report_ambiguity(text, span)
        return text, span

    def _scalar(self, event: Any, span: Span) -> Any:
        text: str = event.value.translate(self.foreign) if self.foreign else event.value
        if not _is_plain(event):
            return text if event.tag is None or event.tag == TEXT else _resolve(text)
        if text[:1] in AMBIGUOUS:
            self._report_ambiguity(text, span)
        return _resolve(text)

    def _report_ambiguity(self, text: str, span: Span) -> None:
        if (reading := _other_reading(text)) is not None:
            self.faults.append(Fault("ambiguous-scalar", span, {"text": text, "other": reading}))


def _is_plain(event: Any) -> bool:
    """Whether the text of a scalar decides its type: it has no quotes, and no tag of its own."""
    return event.tag is None and event.implicit[0]


def _resolve(text: str) -> Any:
    """The value of a plain scalar by the core schema of YAML 1.2; what JSON cannot hold stays text."""
    if text in NAMED:
        return NAMED[text]
    if text[0] in "+-.0123456789" and not _is_date_like(text):
        if text.isdecimal() and text.isascii() and text[0] != "0" and len(text) < 40:
            return int(text)
        if INTEGER.fullmatch(text):
            return int(text)
        if RADIX.fullmatch(text):
            return int(text, 0)
        if len(text) < 40 and FLOAT.fullmatch(text) and math.isfinite(value := float(text)):
            return value
    return text


def _other_reading(text: str) -> str | None:
    """How YAML 1.1 reads a plain scalar that 1.2 reads otherwise (`true`, `false`, `number`, `text`), else None."""
    if not text or len(text) > 60:
        return None
    if text in ONE_ONE_BOOLEAN:
        return ONE_ONE_BOOLEAN[text]
    if text[0] not in "+-0123456789" or _is_date_like(text):
        return None
    if ONE_ONE_NUMBER.fullmatch(text):
        return "number"
    return "text" if ONE_TWO_NUMBER.fullmatch(text) else None


def _is_date_like(text: str) -> bool:
    """Whether a hyphen follows four digits, which no number has."""
    return text[4:5] == "-" and text[:4].isdecimal()


def _comments(text: str, span: Span, spans: Spans) -> Iterator[Comment]:
    """The comments that speak to the checker; what stands inside a value is no comment."""
    if "checker:" not in text[span.start : span.end]:
        return
    scalars = sorted(_scalar_spans(spans))
    for match in SUPPRESSION_COMMENT.finditer(text, span.start, span.end):
        start = match.start()
        before = bisect_left(scalars, Span(start, start)) - 1
        if before < 0 or scalars[before].end <= start:
            yield Comment(Span(start, match.end(1)), match[1].rstrip(), yaml=True)


def _scalar_spans(spans: Spans) -> Iterator[Span]:
    if spans.key is not None:
        yield spans.key
    if not spans.children:
        yield spans.value
    for child in spans.children.values():
        yield from _scalar_spans(child)
