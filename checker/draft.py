"""A raw article (text, Markdown or HTML) in, the front matter that a person is to confirm out."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from checker.pattern import pattern
from checker.run import engine, select_articles
from checker.snapshot import open_snapshot
from checker.text import LINE_BREAK, Lines

if TYPE_CHECKING:
    from checker.article import Article
    from checker.registered import Registry
    from checker.run import Request
    from checker.settings import Settings

HTML_SUFFIXES = (".html", ".htm", ".xhtml")
HTML_BEGINNINGS = (
    "<!doctype html",
    "<html",
    "<head",
    "<body",
    "<article",
    "<main",
    "<div",
    "<section",
    "<h1",
    "<p>",
    "<p ",
)


class DraftProblem(Exception):
    """What was asked cannot be drafted; the message is for the person who asked."""


class Draft(NamedTuple):
    """What is proposed for a file: the front matter with its fences, and the file with it atop, both as text; `before`
    are the bytes that the proposal was made from."""

    path: str
    front: str
    whole: str
    before: bytes


def draft(request: Request, name: str) -> Draft:
    """The draft for the one file of a request; `name` is what messages call it. Raises DraftProblem."""
    from checker.files import Unreadable, read_file

    if request.stdin is None and os.path.isdir(os.path.join(request.folder, name)):
        raise DraftProblem(f"{name} is a folder; a draft is made of one file.")
    selection = select_articles(request._replace(exclude=False))
    if selection.problems or len(selection.found) != 1:
        raise DraftProblem("\n".join(selection.problems) or f"{name} is not one file.")
    path, site = selection.found[0]
    data = request.stdin[1] if request.stdin else read_file(path, site.settings.limits.article_size)
    text = None if isinstance(data, Unreadable) else engine().decode(data, site.settings)
    if not isinstance(text, str) or not isinstance(data, bytes):
        raise DraftProblem(f"{name} could not be read; `checker check` says why.")
    registry = open_snapshot(site.settings.snapshot, site.folder)
    front, whole = drafted(text, path, site.settings, registry, name)
    return Draft(path, front, whole, data)


def drafted(text: str, path: str, settings: Settings, registry: Registry | None, name: str) -> tuple[str, str]:
    """The front matter proposed for a text, and the text with it atop. Places in the first are those of the text as it
    stands, in the second those of the text below its front matter. Raises DraftProblem where there is one already."""
    from checker.consulted import Consulted
    from checker.proposal import Raw, propose, sketch
    from checker.reading import read

    mark = "\ufeff" if text.startswith("\ufeff") else ""
    body = text[len(mark) :]
    is_html = path.lower().endswith(HTML_SUFFIXES) or body.lstrip()[:20].lower().startswith(HTML_BEGINNINGS)
    # In Markdown an empty line ends a stretch of HTML, and an indented one is code: a page of HTML knows neither.
    prose, origins = _on_one_line(body) if is_html else (body, None)
    article = read(path, prose, settings)
    if not is_html:
        _refuse_front_matter(article, name)
    above = sketch(article)
    article = read(path, above + prose, settings)
    article.registry = Consulted(registry) if registry is not None else None
    lines = Lines(body)
    raw = Raw(prose, len(above), os.path.splitext(os.path.basename(path))[0], is_html, settings.today)

    def at(below: int) -> list[str]:
        def place(offset: int) -> str:
            offset = max(offset - len(above), 0)
            line, column = lines.place(origins[min(offset, len(origins) - 1)] if origins else offset)
            return f"{line + below}:{column}"

        return ["---", *propose(article, raw, place), "---"]

    ending = _line_ending(body)
    front = at(0)
    whole = f"{mark}{ending.join(at(len(front)))}{ending}{body}"
    return "\n".join(front) + "\n", whole


def _refuse_front_matter(article: Article, name: str) -> None:
    faults = {fault.rule: fault.detail for fault in article.faults}
    missing = faults.get("missing-front-matter", {})
    if article.front is not None or "missing-front-matter" not in faults:
        raise DraftProblem(f"{name} has front matter already; nothing was drafted. `checker check` looks at it.")
    if "fence" in missing or missing.get("reason") in ("fence", "keys", "toml", "json"):
        raise DraftProblem(
            f"{name} seems to have front matter; nothing was drafted. `checker check` tells what is wrong."
        )


def _on_one_line(text: str) -> tuple[str, list[int]]:
    """The text with one space for each stretch of white space, and where each of its code points stood."""
    parts: list[str] = []
    origins: list[int] = []
    for match in WORD.finditer(text):
        if parts:
            parts.append(" ")
            origins.append(match.start() - 1)
        parts.append(match[0])
        origins.extend(range(*match.span()))
    return "".join(parts), [*origins, len(text)]


WORD = pattern(r"[^ \t\r\n\f]+")


def _line_ending(text: str) -> str:
    match = LINE_BREAK.search(text)
    return match[0] if match else "\n"
