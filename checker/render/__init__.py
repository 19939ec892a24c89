"""Report to text: one module a format.

A format is a module of this folder whose name does not begin with an underscore. It has a docstring of one sentence
and `render(report, context)`, which yields the text in chunks. Adding a format adds a file and edits none.
"""

import os
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import NamedTuple

from checker.diagnostic import Report, Severity
from checker.render._visible import visible

__all__ = ["FORMATS", "Context", "RuleCard", "render", "visible"]

FORMATS: tuple[str, ...] = tuple(
    sorted(name[:-3] for name in os.listdir(os.path.dirname(__file__)) if name.endswith(".py") and name[0] != "_")
)
"""The names of the formats, sorted. None of their modules is imported by asking."""


class RuleCard(NamedTuple):
    """What a format may say of a rule; `page` is the rule's page in Markdown, or empty."""

    summary: str
    family: str
    severity: str
    url: str = ""
    page: str = ""


def nothing(_: str) -> None:
    """The answer of a run that knows no text and no rule."""


def as_it_is(path: str) -> str:
    """The path of a run whose articles lie below the folder that it reports from."""
    return path


class Context(NamedTuple):
    """All that a format may depend on besides the report.

    `text` gives an article's decoded text by its path, or None; it is asked only for what is shown. `rule` gives a
    rule's card by its name, or None. A mapping's `get` will do for both. `root` is the absolute folder that the paths
    in the machine formats are relative to; `place` gives an article's path
    from there. `shown` is the least severity that the caller let through. `verbosity` is below 0
    for `-q`. `width` is a terminal's, in cells; 0 where there is none. `today` is the run's date. `articles` are
    the paths of the articles checked, for formats that list what passed.
    """

    text: Callable[[str], str | None] = nothing
    rule: Callable[[str], RuleCard | None] = nothing
    version: str = ""
    home: str = ""
    color: bool = False
    verbosity: int = 0
    statistics: bool = False
    width: int = 0
    shown: Severity = "note"
    root: str = ""
    place: Callable[[str], str] = as_it_is
    today: str = "1970-01-01"
    articles: tuple[str, ...] = ()


def render(name: str, report: Report, context: Context) -> Iterator[str]:
    """The report in the format of that name (one of `FORMATS`), in chunks of text to be written in order."""
    chunks: Iterator[str] = import_module(f"checker.render.{name}").render(report, context)
    return chunks
