"""What keeps a front matter from being YAML: the parser's complaint, turned into what an editor did and where.

Imported only where there is such a complaint.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from checker.pattern import pattern

COLON = pattern(r":(?=[ \t\r\n]|$)")
LINE_START = pattern(r"[\r\n]")
DASHES = pattern(r"[ \t]*(?:-[ \t]+)*")
CONTROL_ESCAPE = pattern(r"\\(?:x[0-9a-fA-F]{0,2}|u[0-9a-fA-F]{0,4}|U[0-9a-fA-F]{0,8}|[^\r\n]?)")

Detail = dict[str, Any]
"""`problem` names what is wrong; a pair of offsets is another place that the problem speaks of."""

Diagnosis = tuple[int, int, Detail]
"""Where it is wrong (half-open, in code points) and what it is."""


def diagnose(source: str, error: yaml.YAMLError, parser: Any) -> Diagnosis:
    """Explain why `source` is not YAML. `parser` is a fresh one on the same source.

    `problem` in the detail is one of: colon, no colon, deeper line, indentation, tab, unclosed quote, text after
    quote, unclosed bracket, wrong bracket, stray bracket, text after bracket, missing comma, empty item, list item,
    start character, escape, alias, anchor, repeated anchor, tag, block text, long key, second document, control
    character, other.
    """
    if not isinstance(error, yaml.MarkedYAMLError):
        return _control_character(source, error)
    mark = error.problem_mark or error.context_mark
    context = error.context_mark
    at = min(mark.index if mark else 0, len(source))
    where = _Where(source, at, min(context.index, len(source)) if context else None, *_events(source, parser, at))
    return _explain(where, f"{error.context or ''}: {error.problem or ''}")


class _Where(NamedTuple):
    """The place of the complaint, and what the parser had read before it."""

    source: str
    at: int
    context: int | None
    opened: int | None
    quoted: tuple[int, int] | None

    @property
    def line(self) -> int:
        """The offset at which the line of the complaint begins."""
        return _line_start(self.source, self.at)

    @property
    def character(self) -> str:
        return self.source[self.at : self.at + 1]

    @property
    def before(self) -> str:
        """What stands before the complaint on its line."""
        return self.source[self.line : self.at]


def _index(mark: Any) -> int:
    return int(mark.index)


def _events(source: str, parser: Any, at: int) -> tuple[int | None, tuple[int, int] | None]:
    """The innermost bracket that is open, and the quoted text that ends just before the complaint, across lines."""
    opened: list[int | None] = []
    last = None
    try:
        while (event := parser.get_event()) is not None:
            if isinstance(event, yaml.CollectionStartEvent):
                opened.append(_index(event.end_mark) - 1 if event.flow_style else None)
            elif isinstance(event, yaml.CollectionEndEvent) and opened:
                opened.pop()
            last = event
    except yaml.YAMLError:
        pass
    quoted = None
    if isinstance(last, yaml.ScalarEvent) and last.style in ("'", '"'):
        start, end = _index(last.start_mark), _index(last.end_mark)
        while source[start] not in "'\"":  # An anchor or a tag stands before it.
            start += 1
        if LINE_START.search(source, start, end) and end <= at and not source[end:at].strip(" \t"):
            quoted = (start, start + 1)
    return next((bracket for bracket in reversed(opened) if bracket is not None), None), quoted


def _explain(where: _Where, complaint: str) -> Diagnosis:
    source, at, context = where.source, where.at, where.context
    if "quoted scalar" in complaint and ("end of stream" in complaint or "document indicator" in complaint):
        start = at if context is None else context
        return _at(start, "unclosed quote", quote=source[start : start + 1])
    if where.quoted:
        return (*where.quoted, {"problem": "unclosed quote", "quote": source[where.quoted[0]], "seen": (at, at + 1)})
    tab = _tab(where)
    if tab is not None and "quoted scalar" not in complaint:
        return _at(tab, "tab")
    for words, explain in COMPLAINTS:
        if words in complaint:
            return explain(where)
    return _at(at, "other")


def _at(start: int, problem: str, length: int = 1, **detail: Any) -> Diagnosis:
    return start, start + length, {"problem": problem, **detail}


def _control_character(source: str, error: yaml.YAMLError) -> Diagnosis:
    # The position counts bytes of UTF-8.
    position = getattr(error, "position", 0)
    at = len(
        source.encode("utf-8", "replace")[: position if isinstance(position, int) else 0].decode("utf-8", "ignore")
    )
    return _at(at, "control character", code=ord(source[at : at + 1] or " "))


def _line_start(source: str, at: int) -> int:
    return max(source.rfind("\n", 0, at), source.rfind("\r", 0, at)) + 1


def _line(source: str, at: int) -> str:
    """The line that an offset lies on."""
    end = LINE_START.search(source, at)
    return source[_line_start(source, at) : end.start() if end else len(source)]


def _indentation(line: str) -> int:
    """How far a line is indented; the hyphens of a list count as blanks."""
    match = DASHES.match(line)
    return match.end() if match else 0


def _lines_above(source: str, at: int) -> Iterator[int]:
    """The starts of the lines above an offset that hold more than a comment, nearest first."""
    start = _line_start(source, at)
    while start > 0:
        start = _line_start(source, start - 1 - (source[start - 2 : start] == "\r\n"))
        text = _line(source, start).strip()
        if text and not text.startswith("#"):
            yield start


def _tab(where: _Where) -> int | None:
    """The first tab among the blanks that the line of the complaint begins with, or that the complaint is about."""
    blanks = pattern(r"[ \t]*").match(where.source, where.line)
    tab = where.source.find("\t", where.line, blanks.end() if blanks else where.line)
    if tab != -1:
        return tab
    return where.at if where.character == "\t" else None


def _colon(where: _Where) -> Diagnosis:
    """A colon where no value can begin: within a value, or on a line that was read as part of the one above."""
    if COLON.search(where.before):
        return _at(where.at, "colon")
    start = where.line + _indentation(_line(where.source, where.at))
    above = next(_lines_above(where.source, where.at), None)
    if above is None:
        return _at(start, "long key") if where.at - start > 1000 else _at(where.at, "colon")
    line = _line(where.source, above)
    first = above + _indentation(line)
    if not COLON.search(line):
        return _without_colon(where.source, first)
    if start - where.line > first - above:
        return _at(start, "deeper line", above=(first, first + 1))
    return _at(where.at, "colon")


def _without_colon(source: str, start: int) -> Diagnosis:
    line = _line(source, start)
    previous = _line(source, max(_line_start(source, start) - 1, 0)).strip() if _line_start(source, start) else "x"
    # Prose after an empty line is the article's text: the closing fence is missing above it.
    return _at(start, "no colon", max(len(line.strip()), 1), text=line.strip(), prose=not previous)


def _no_colon(where: _Where) -> Diagnosis:
    start = where.context if where.context is not None else where.at
    line = _line(where.source, start)
    if COLON.search(line[start - _line_start(where.source, start) :]):
        return _at(start, "long key")
    return _without_colon(where.source, start)


def _no_key(where: _Where) -> Diagnosis:
    """Something that neither goes on with the mapping or list above nor ends it."""
    before = where.before.rstrip(" \t")
    if where.character in ("]", "}"):
        return _at(where.at, "stray bracket", bracket=where.character)
    if not before.strip("- \t"):
        if where.source[where.at : where.at + 2] in ("- ", "-\n", "-\r", "-"):
            return _at(where.at, "list item")
        if where.character == ":":
            return _at(where.at, "colon")
        if not COLON.search(_line(where.source, where.at)):
            return _without_colon(where.source, where.at)
        return _at(where.at, "indentation")
    if before.endswith(("'", '"')):
        quote = before[-1]
        joined = before == where.before and (where.character.isalnum() or where.character == quote)
        return _at(where.at, "text after quote", quote=quote, joined=joined)
    if before.endswith(("]", "}")):
        return _at(where.at, "text after bracket", bracket=before[-1])
    return _at(where.at, "other")


def _in_brackets(where: _Where) -> Diagnosis:
    """Something in a list or mapping in brackets that is neither a comma nor its end."""
    opened = where.opened if where.opened is not None else where.context
    if opened is None:
        return _at(where.at, "other")
    bracket = where.source[opened]
    if not where.source[where.at :].strip():
        return _at(opened, "unclosed bracket", bracket=bracket)
    if where.character in ("]", "}"):
        return _at(where.at, "wrong bracket", bracket=where.character, opened=(opened, opened + 1), opening=bracket)
    line = _line(where.source, where.at)
    if where.line > opened and _indentation(line) <= _indentation(_line(where.source, opened)):
        start = where.line + _indentation(line)
        return _at(opened, "unclosed bracket", bracket=bracket, seen=(start, start + 1))
    return _at(where.at, "missing comma", opened=(opened, opened + 1), bracket=bracket)


def _no_content(where: _Where) -> Diagnosis:
    if where.character == ",":
        return _at(where.at, "empty item" if where.opened is not None else "start character", character=",")
    if where.opened is not None:
        return _in_brackets(where)
    if where.character in ("]", "}"):
        return _at(where.at, "stray bracket", bracket=where.character)
    return _start_character(where)


def _start_character(where: _Where) -> Diagnosis:
    return _at(where.at, "start character", character=where.character)


def _directive(where: _Where) -> Diagnosis:
    return _at(where.context if where.context is not None else where.at, "start character", character="%")


def _escape(where: _Where) -> Diagnosis:
    start = where.source.rfind("\\", 0, where.at + 1)
    match = CONTROL_ESCAPE.match(where.source, start) if start != -1 else None
    return _at(match.start(), "escape", len(match[0]), text=match[0]) if match else _at(where.at, "other")


def _named(where: _Where) -> Diagnosis:
    """An alias or an anchor whose name is missing, or is the name of nothing."""
    start = where.context if where.context is not None else where.at
    problem = {"*": "alias", "&": "anchor"}.get(where.source[start : start + 1], "other")
    name = pattern(r"[*&]?[A-Za-z0-9_-]*").match(where.source, start)
    return _at(start, problem, max(len(name[0]) if name else 1, 1), text=name[0] if name else "")


def _repeated_anchor(where: _Where) -> Diagnosis:
    first = where.context if where.context is not None else where.at
    return _at(where.at, "repeated anchor", first=(first, first + 1))


def _tag(where: _Where) -> Diagnosis:
    start = where.context if where.context is not None else where.at
    match = pattern(r"![^\s,\[\]{}]*").match(where.source, start)
    return _at(start, "tag", len(match[0]) if match else 1, tag=match[0] if match else "!")


def _block_text(where: _Where) -> Diagnosis:
    start = where.context if where.context is not None else where.at
    return _at(start, "block text", character=where.source[start : start + 1])


def _second_document(where: _Where) -> Diagnosis:
    if where.source[: where.at].rstrip().endswith("..."):
        return _at(where.at, "second document")
    if not where.before.strip() and COLON.search(_line(where.source, where.at)):
        return _at(where.at, "indentation")
    return _at(where.at, "second document")


COMPLAINTS = (
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _no_colon),
    ("did not find expected key", _no_key),
    ("did not find expected '-'", _no_key),
    ("did not find expected ',' or", _in_brackets),
    ("did not find expected node content", _no_content),
    ("block sequence entries are not allowed", lambda where: _at(where.at, "list item")),
    ("cannot start any token", _start_character),
    ("mapping keys are not allowed", _start_character),
    ("directive", _directive),
    ("%YAML", _directive),
    ("incompatible YAML", _directive),
    ("escape", _escape),
    ("hexdecimal", _escape),
    ("undefined alias", _named),
    ("scanning an alias", _named),
    ("scanning an anchor", _named),
    ("duplicate anchor", _repeated_anchor),
    ("tag", _tag),
    ("block scalar", _block_text),
    ("another document", lambda where: _at(where.at, "second document", 3)),
    ("<document start>", _second_document),
)
"""What the parser says, in part, and who knows what it means; the first that fits counts."""
