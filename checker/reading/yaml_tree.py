"""YAML to values and spans, from one composition of the nodes. The only module that knows YAML."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import yaml
from yaml._yaml import CParser

from checker.article import Comment, Fault, Front, Spans
from checker.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.settings import Limits

PLAIN = "plain"
"""The tag that we give a scalar without quotes and without a tag of its own: its text decides its type."""

CORE_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "seq", "map")}

HARD_DEPTH = 500
"""More open brackets than this are refused before libyaml sees them: its scanner takes quadratic time on them."""

# The core schema of YAML 1.2, but for numbers with leading zeros, which stay what the author wrote.
NULL = frozenset({"", "~", "null", "Null", "NULL"})
BOOLEAN = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
RADIX = re.compile(r"0o[0-7]{1,20}|0x[0-9a-fA-F]{1,16}")
FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,4})?")

# What YAML 1.1 (https://yaml.org/type/) reads as something else than the above.
ONE_ONE_BOOLEAN = {
    **dict.fromkeys(("y", "Y", "yes", "Yes", "YES", "on", "On", "ON"), "true"),
    **dict.fromkeys(("n", "N", "no", "No", "NO", "off", "Off", "OFF"), "false"),
}
ONE_ONE_NUMBER = re.compile(
    r"[-+]?0[0-7_]+|[-+]?0b[01_]+|[-+]?0x[0-9a-fA-F]*_[0-9a-fA-F_]*|[-+]?[1-9][0-9]*_[0-9_]*(?:\.[0-9_]*)?"
    r"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"
)
ONE_TWO_NUMBER = re.compile(r"0o[0-7]+|[-+]?0[0-9]+(?:\.[0-9]*)?|[-+]?[0-9]+[eE][-+]?[0-9]+")

SUPPRESSION_COMMENT = re.compile(r"(?:^|(?<=[ \t\r\n]))#[ \t]*(checker:[^\r\n]*)")


class _Mark(Protocol):
    index: int


class _Composer(CParser):
    """Composes nodes whose plain scalars still carry their text: we resolve them, by YAML 1.2."""

    def resolve(self, kind: type, value: str, implicit: Any) -> str:
        if kind is yaml.ScalarNode:
            return PLAIN if implicit[0] else "tag:yaml.org,2002:str"
        return "tag:yaml.org,2002:seq" if kind is yaml.SequenceNode else "tag:yaml.org,2002:map"

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
    source = text[span.start : span.end]
    try:
        _refuse_depth(source, span, limits)
        node = _compose(source, span)
        reading = _Reading(text, span.start, limits)
        if node is None:
            return Parsed(Front(span, {}, Spans(Span(span.start, span.start))), (), ())
        if not isinstance(node, yaml.MappingNode):
            raise _Refused("malformed-yaml", reading.span(node), problem="not a mapping")
        data, spans = reading.value(node, 0)
    except _Refused as refused:
        return Parsed(None, (refused.fault,))
    front = Front(span, data, spans)
    return Parsed(front, tuple(reading.faults), tuple(_comments(text, span, spans)))


def _compose(source: str, span: Span) -> yaml.Node | None:
    try:
        return _Composer(source).get_single_node()
    except yaml.MarkedYAMLError as error:
        mark, context_mark = error.problem_mark or error.context_mark, error.context_mark
        at = span.start + min(mark.index, len(source)) if mark is not None else span.start
        context = None if context_mark is None else span.start + min(context_mark.index, len(source))
        raise _Refused(
            "malformed-yaml",
            Span(at, at),
            problem=error.problem or "",
            context=error.context or "",
            context_at=context,
        ) from None
    except yaml.YAMLError as error:
        position = getattr(error, "position", 0)
        at = span.start + min(position if isinstance(position, int) else 0, len(source))
        raise _Refused("malformed-yaml", Span(at, at), problem=str(getattr(error, "reason", error))) from None


def _refuse_depth(source: str, span: Span, limits: Limits) -> None:
    """Refuse what nests too deeply, before a composer recurses into it."""
    brackets = 0
    for match in re.finditer(r"[\[\]{}]", source):
        brackets += 1 if match[0] in "[{" else -1
        if brackets > HARD_DEPTH:
            at = span.start + match.start()
            raise _Refused("oversized-yaml", Span(at, at + 1), what="depth", limit=limits.yaml_depth)
    opened = source.count("[") + source.count("{")
    widest = max((match.end() - match.start() for match in re.finditer(r"(?m)^[ \t?:-]*", source)), default=0)
    if opened <= limits.yaml_depth and widest <= limits.yaml_depth:
        return
    depth = 0
    parser = _Composer(source)
    try:
        while (event := parser.get_event()) is not None:
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > limits.yaml_depth:
                    at = span.start + getattr(event.start_mark, "index", 0)
                    raise _Refused("oversized-yaml", Span(at, at + 1), what="depth", limit=limits.yaml_depth)
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.YAMLError:
        return  # The composer meets the same error and says so.


class _Reading:
    """One pass over composed nodes: values and spans together, each node once however many aliases name it."""

    def __init__(self, text: str, offset: int, limits: Limits) -> None:
        self.text = text
        self.offset = offset
        self.limits = limits
        self.faults: list[Fault] = []
        self._known: dict[int, tuple[Any, Spans, int]] = {}
        self._open: set[int] = set()
        self._aliases = 0
        self._nodes = 0

    def span(self, node: yaml.Node) -> Span:
        start, end = self.offset + node.start_mark.index, self.offset + node.end_mark.index
        if isinstance(node, yaml.ScalarNode) and node.style not in ("|", ">"):
            return Span(start, end)
        # A block collection or block scalar ends, for libyaml, where the next token begins.
        return Span(start, start + len(self.text[start:end].rstrip()))

    def value(self, node: yaml.Node, depth: int) -> tuple[Any, Spans]:
        known = self._known.get(id(node))
        if known is not None:
            self._aliases += 1
            self._count(known[2], node)
            if self._aliases > self.limits.yaml_aliases:
                self._refuse(node, "aliases", self.limits.yaml_aliases)
            return known[0], known[1]
        if id(node) in self._open:
            self._refuse(node, "loop", 0)
        if depth > self.limits.yaml_depth:
            self._refuse(node, "depth", self.limits.yaml_depth)
        before = self._nodes
        self._count(1, node)
        self._open.add(id(node))
        if node.tag != PLAIN and node.tag not in CORE_TAGS:
            raise _Refused("malformed-yaml", self.span(node), problem="tag", tag=str(node.tag))
        if isinstance(node, yaml.ScalarNode):
            made: tuple[Any, Spans] = (self._scalar(node), Spans(self.span(node)))
        elif isinstance(node, yaml.SequenceNode):
            made = self._list(node, depth)
        else:
            assert isinstance(node, yaml.MappingNode)
            made = self._mapping(node, depth)
        self._open.discard(id(node))
        self._known[id(node)] = (*made, self._nodes - before)
        return made

    def _count(self, nodes: int, node: yaml.Node) -> None:
        self._nodes += nodes
        if self._nodes > self.limits.yaml_nodes:
            self._refuse(node, "nodes", self.limits.yaml_nodes)

    def _refuse(self, node: yaml.Node, what: str, limit: int) -> None:
        start = self.offset + node.start_mark.index
        raise _Refused("oversized-yaml", Span(start, start + 1), what=what, limit=limit)

    def _list(self, node: yaml.SequenceNode, depth: int) -> tuple[list[Any], Spans]:
        values: list[Any] = []
        children: dict[str | int, Spans] = {}
        for index, item in enumerate(node.value):
            value, children[index] = self.value(item, depth + 1)
            values.append(value)
        return values, Spans(self.span(node), None, children)

    def _mapping(self, node: yaml.MappingNode, depth: int) -> tuple[dict[str, Any], Spans]:
        values: dict[str, Any] = {}
        children: dict[str | int, Spans] = {}
        for key_node, value_node in node.value:
            key_span = self.span(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                raise _Refused("malformed-yaml", key_span, problem="key is not a text")
            key = key_node.value
            if key_node.tag == PLAIN and key not in ("y", "n"):
                self._report_ambiguity(key, key_span)
            value, spans = self.value(value_node, depth + 1)
            first = children.get(key)
            if first is not None:
                self.faults.append(Fault("duplicate-key", key_span, {"key": key, "first": first.key}))
                continue
            values[key] = value
            children[key] = Spans(spans.value, key_span, spans.children)
        return values, Spans(self.span(node), None, children)

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        text: str = node.value
        if node.tag == PLAIN:
            self._report_ambiguity(text, self.span(node))
            return _resolve(text)
        if node.tag.endswith(":str"):
            return text
        return _resolve(text)

    def _report_ambiguity(self, text: str, span: Span) -> None:
        reading = _other_reading(text)
        if reading is not None:
            self.faults.append(Fault("ambiguous-scalar", span, {"text": text, "other": reading}))


def _resolve(text: str) -> Any:
    """The value of a plain scalar by the core schema of YAML 1.2; what JSON cannot hold stays text."""
    if not text or text in NULL:
        return None
    if text in BOOLEAN:
        return BOOLEAN[text]
    if text[0] in "+-.0123456789":
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
    if text[0] not in "+-0123456789":
        return None
    if ONE_ONE_NUMBER.fullmatch(text):
        return "number"
    return "text" if ONE_TWO_NUMBER.fullmatch(text) else None


def _comments(text: str, span: Span, spans: Spans) -> Iterator[Comment]:
    """The comments that speak to the checker; what stands inside a value is no comment."""
    if "checker:" not in text[span.start : span.end]:
        return
    scalars = sorted(_scalar_spans(spans))
    for match in SUPPRESSION_COMMENT.finditer(text, span.start, span.end):
        start = match.start()
        if not any(scalar.start < start < scalar.end for scalar in scalars):
            yield Comment(Span(start, match.end(1)), match[1].rstrip(), yaml=True)


def _scalar_spans(spans: Spans) -> Iterator[Span]:
    if not spans.children:
        yield spans.value
    for child in spans.children.values():
        yield from _scalar_spans(child)
