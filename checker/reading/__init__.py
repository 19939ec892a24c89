"""Text to Article. The only package that knows YAML, Markdown and JSON Schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.article import Article, Fault, Front, Spans
from checker.reading.fences import find_fences
from checker.reading.markdown import read_markdown
from checker.reading.schema import are_sound, facts_of, mismatches, prune
from checker.reading.yaml_tree import parse_front_matter
from checker.text import Span

if TYPE_CHECKING:
    from checker.settings import Settings


def decode(data: bytes, settings: Settings) -> str | Fault:
    """The text of a file's bytes, or the fault of `unreadable-file` that keeps it from being read.

    A byte-order mark and line endings stay in the text, so that offsets count what is in the file.
    """
    if len(data) > settings.limits.article_size:
        return unreadable("too large", size=len(data), limit=settings.limits.article_size)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return unreadable("not UTF-8", byte=error.start, value=data[error.start])
    if "\0" in text:
        return unreadable("NUL", byte=data.index(b"\0"), offset=text.index("\0"))
    return text


def unreadable(reason: str, **detail: Any) -> Fault:
    """A fault of `unreadable-file`; `reason` is one of those that the rule puts into words."""
    return Fault("unreadable-file", Span(0, 0), {"reason": reason, **detail})


def read(path: str, text: str, settings: Settings) -> Article:
    """Read an article's text: front matter, facts, blocks, and all that is wrong with their form.

    `path` is relative to the settings file's folder, with `/`. Nothing is raised but what a broken schema raises
    (`checker.reading.schema.SchemaProblem`).
    """
    fences = find_fences(text)
    faults = [fences.fault] if fences.fault else []
    marked = read_markdown(text, fences.body)
    comments = marked.comments
    front = None
    if fences.front is not None:
        parsed = parse_front_matter(text, fences.front, settings.limits)
        faults += parsed.faults
        front = _with_our_keys(parsed.front, settings.keys) if parsed.front else None
        comments = (*parsed.comments, *comments)
    found = mismatches(front.data, settings) if front else ()
    most = settings.limits.schema_errors
    if front and len(found) > most:
        unlisted = front.value_span(found[most].pointer)
        faults.append(Fault("too-many-findings", unlisted._replace(end=unlisted.start), {"limit": most}))
    return Article(
        path,
        text,
        settings,
        facts=facts_of(prune(front.data, found) if front else {}, sound=are_sound(found, settings)),
        front=front,
        body=fences.body,
        blocks=marked.blocks,
        outline=marked.outline,
        comments=comments,
        faults=tuple(faults),
        mismatches=found[:most],
    )


def read_unreadable(path: str, fault: Fault, settings: Settings) -> Article:
    """The empty article that stands for a file that could not be read."""
    return Article(path, "", settings, facts=facts_of({}, sound=True), faults=(fault,))


def _with_our_keys(front: Front, keys: dict[str, str]) -> Front:
    """Give what the site calls by other names our own names; a dot in the site's name leads into a mapping."""
    data, children = dict(front.data), dict(front.spans.children)
    for ours, theirs in keys.items():
        route = tuple(theirs.split("."))
        value: Any = front.data
        for step in route:
            value = value.get(step, front) if isinstance(value, dict) else front
        places = front.find(route)
        if value is front or places is None or ours in data:
            continue
        if len(route) == 1:
            del data[theirs], children[theirs]
        data[ours], children[ours] = value, places
    return front._replace(data=data, spans=Spans(front.spans.value, None, children))
