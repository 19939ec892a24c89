"""YAML to values and spans, from one composition of the nodes. The only module that knows YAML."""

import math
import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any, NamedTuple, NoReturn

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode
from yaml._yaml import CParser

from checker.article import Comment, Fault, Front, Spans
from checker.pattern import pattern
from checker.settings import Limits
from checker.text import Span

PLAIN = "plain"
"""The tag that we give a scalar without quotes and without a tag of its own: its text decides its type."""

CORE_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "seq", "map")}

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

SUPPRESSION_COMMENT = pattern(r"(?:^|(?<=[ \t\r\n]))#[ \t]*(checker:[^\r\n]*)")
PROPERTIES = pattern(r"(?:(?:!<[^>\s]*+>|[&!][^\s,\[\]{}]*+)(?:[ \t\r\n]++|#[^\r\n]*+)*+)++")
"""Anchors and tags before a value."""


class _Composer(CParser):
    """Composes nodes whose plain scalars still carry their text: we resolve them, by YAML 1.2."""

    def resolve(self, kind: type, value: str, implicit: Any) -> str:
        if kind is ScalarNode:
            return PLAIN if implicit[0] else "tag:yaml.org,2002:str"
        return "tag:yaml.org,2002:seq" if kind is SequenceNode else "tag:yaml.org,2002:map"

    def descend_resolver(self, current_node: Any, current_index: Any) -> None: ...

    def ascend_resolver(self) -> None: ...


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
    reading = _Reading(text, span, limits, foreign)
    try:
        _refuse_excess(source, reading)
        node = _compose(source, span)
        if node is None:
            spans = Spans(Span(span.start, span.start))
            return Parsed(Front(span, {}, spans), (), tuple(_comments(text, span, spans)))
        if not isinstance(node, MappingNode):
            raise _Refused("malformed-yaml", reading.span(node), problem="not a mapping")
        data, spans = reading.value(node, 0)
    except _Refused as refused:
        return Parsed(None, (refused.fault,))
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


def _compose(source: str, span: Span) -> Node | None:
    try:
        return _Composer(source).get_single_node()
    except yaml.YAMLError as error:
        # Few front matters are broken; only those pay for the explanation.
        from checker.reading.yaml_problems import diagnose

        start, end, detail = diagnose(source, error, _Composer(source))
        places = {
            name: Span(*(span.start + at for at in value)) if isinstance(value, tuple) else value
            for name, value in detail.items()
        }
        raise _Refused("malformed-yaml", Span(span.start + start, span.start + end), **places) from None


def _refuse_excess(source: str, reading: "_Reading") -> None:
    """Refuse what nests too deeply or holds too much before a composer recurses into it."""
    limits = reading.limits
    could_be_deep = source.count("[") + source.count("{") > limits.yaml_depth or re.search(
        rf"[ \t?:-]{{{limits.yaml_depth + 1}}}", source
    )
    if not could_be_deep and len(source) <= 2 * limits.yaml_nodes:
        return
    depth = nodes = 0
    parser = _Composer(source)
    try:
        while (event := parser.get_event()) is not None:
            if not isinstance(event, yaml.NodeEvent):
                depth -= isinstance(event, yaml.CollectionEndEvent)
                continue
            nodes += 1
            depth += isinstance(event, yaml.CollectionStartEvent)
            if depth > limits.yaml_depth:
                reading.refuse(event, "depth", limits.yaml_depth)
            if nodes > 2 * limits.yaml_nodes:  # A mapping has two for each value.
                reading.refuse(event, "nodes", limits.yaml_nodes)
    except yaml.YAMLError:
        return  # The composer meets the same error and says so.


class _Reading:
    """One pass over composed nodes: values and spans together, each node once however many aliases name it."""

    def __init__(self, text: str, span: Span, limits: Limits, foreign: dict[int, str]) -> None:
        self.text = text
        self.offset = span.start
        self.limits = limits
        self.foreign = foreign
        self.aliased = text.find("*", span.start, span.end) >= 0
        self.faults: list[Fault] = []
        self._known: dict[int, tuple[Any, Spans, int]] = {}
        self._open: set[int] = set()
        self._aliases = 0
        self._nodes = 0

    def span(self, node: Node, last: Spans | None = None) -> Span:
        """Where a node stands, without its anchor and tag; `last` is the place of the last thing in it."""
        start, end = self.offset + node.start_mark.index, self.offset + node.end_mark.index
        if self.text.startswith(("&", "!"), start) and (properties := PROPERTIES.match(self.text, start, end)):
            start = properties.end()
        if isinstance(node, ScalarNode):
            if node.style not in ("|", ">"):
                return Span(start, end)
        elif isinstance(node, yaml.CollectionNode) and node.flow_style:
            return Span(start, end)
        elif last is not None and last.value.end > start:
            return Span(start, max(last.value.end, last.key.end if last.key else 0))
        # A block collection or block scalar ends, for libyaml, where the next token begins.
        return Span(start, start + len(self.text[start:end].rstrip()))

    def value(self, node: Node, depth: int) -> tuple[Any, Spans]:
        if self.aliased and (known := self._known.get(id(node))) is not None:
            self._aliases += 1
            self._count(known[2], node)
            if self._aliases > self.limits.yaml_aliases:
                self.refuse(node, "aliases", self.limits.yaml_aliases)
            return known[0], known[1]
        if id(node) in self._open:
            self.refuse(node, "loop", 0)
        if depth > self.limits.yaml_depth:
            self.refuse(node, "depth", self.limits.yaml_depth)
        before = self._nodes
        self._count(1, node)
        if node.tag != PLAIN and node.tag not in CORE_TAGS:
            start = self.offset + node.start_mark.index
            raise _Refused("malformed-yaml", Span(start, start + 1), problem="tag", tag=str(node.tag))
        if isinstance(node, ScalarNode):
            span = self.span(node)
            made: tuple[Any, Spans] = (self._scalar(node, span), Spans(span))
        else:
            self._open.add(id(node))
            if isinstance(node, SequenceNode):
                made = self._list(node, depth)
            else:
                assert isinstance(node, MappingNode)
                made = self._mapping(node, depth)
            self._open.discard(id(node))
        if self.aliased:
            self._known[id(node)] = (*made, self._nodes - before)
        return made

    def _count(self, nodes: int, node: Node) -> None:
        self._nodes += nodes
        if self._nodes > self.limits.yaml_nodes:
            self.refuse(node, "nodes", self.limits.yaml_nodes)

    def refuse(self, node: Node | yaml.NodeEvent, what: str, limit: int) -> NoReturn:
        start = self.offset + getattr(node.start_mark, "index", 0)
        raise _Refused("oversized-yaml", Span(start, start + 1), what=what, limit=limit)

    def _list(self, node: SequenceNode, depth: int) -> tuple[list[Any], Spans]:
        values: list[Any] = []
        children: dict[str | int, Spans] = {}
        for index, item in enumerate(node.value):
            value, children[index] = self.value(item, depth + 1)
            values.append(value)
        return values, Spans(self.span(node, children.get(len(values) - 1)), None, children)

    def _mapping(self, node: MappingNode, depth: int) -> tuple[dict[str, Any], Spans]:
        values: dict[str, Any] = {}
        children: dict[str | int, Spans] = {}
        last: Spans | None = None
        for key_node, value_node in node.value:
            key_span = self.span(key_node)
            if not isinstance(key_node, ScalarNode):
                raise _Refused("malformed-yaml", key_span, problem="key is not a text")
            key = key_node.value.translate(self.foreign) if self.foreign else key_node.value
            if key_node.tag == PLAIN and key not in ("y", "n"):
                self._report_ambiguity(key, key_span)
            value, spans = self.value(value_node, depth + 1)
            last = Spans(spans.value, key_span, spans.children)
            first = children.get(key)
            if first is not None:
                self.faults.append(Fault("duplicate-key", key_span, {"key": key, "first": first.key}))
                continue
            values[key] = value
            children[key] = last
        return values, Spans(self.span(node, last), None, children)

    def _scalar(self, node: ScalarNode, span: Span) -> Any:
        text: str = node.value.translate(self.foreign) if self.foreign else node.value
        if node.tag == PLAIN:
            self._report_ambiguity(text, span)
            return _resolve(text)
        return text if node.tag.endswith(":str") else _resolve(text)

    def _report_ambiguity(self, text: str, span: Span) -> None:
        reading = _other_reading(text)
        if reading is not None:
            self.faults.append(Fault("ambiguous-scalar", span, {"text": text, "other": reading}))


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
