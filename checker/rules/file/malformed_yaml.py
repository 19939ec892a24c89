"""The front matter is not YAML, so none of its facts were checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.rule import Elsewhere, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.article import Article

severity = "error"
fixable = None

QUOTE_IT = "Put the whole value in quotes."
BRACKETS = {"[": "]", "{": "}"}
QUOTES = {'"': "quotation mark", "'": "single quotation mark"}

# What is wrong, and what to do about it. Names in braces are details of the fault.
WORDS = {
    "colon": ("A colon followed by a space begins a value here, and one has begun already.", QUOTE_IT),
    "no colon": (
        "This line has no colon after a key.",
        "Write it as key: value, or indent it below the key that it belongs to.",
    ),
    "deeper line": (
        "This line is indented deeper than the one above, which has its value already.",
        "Indent it as far as the keys beside it.",
    ),
    "indentation": (
        "This line is indented unlike any key or list item that it could belong to.",
        "Indent it as far as the keys beside it.",
    ),
    "tab": (
        "The indentation of this line has a tab; front matter is indented with spaces alone.",
        "Replace the tab with spaces.",
    ),
    "unclosed quote": (
        "The {quote name} that opens this text has no closing one at the end of it.",
        "Close the text with a {quote name}.",
    ),
    "text after quote": ("The quotation ended before this, and more text follows it.", QUOTE_IT),
    "unclosed bracket": ("The bracket {bracket} that opens here is never closed.", "Add the closing {closing}."),
    "wrong bracket": (
        "The bracket {bracket} closes what was opened with {opening}.",
        "Close it with the bracket that belongs to the opening one.",
    ),
    "stray bracket": (
        "The bracket {bracket} closes nothing that was opened.",
        "Remove it, or put the whole value in quotes.",
    ),
    "text after bracket": ("The brackets end before this, and more text follows them.", QUOTE_IT),
    "missing comma": (
        "A comma, or the closing {closing}, is missing before this.",
        "Separate what stands in the brackets with commas, and put what has a colon or a comma of its own in quotes.",
    ),
    "empty item": ("There is nothing before this comma.", "Remove the comma, or write what belongs before it."),
    "list item": (
        "A hyphen begins a list item here, where no list can stand.",
        "Put the list on lines of its own, each item indented below its key, or put the value in quotes.",
    ),
    "start character": ("A value cannot begin with {character} unless it is in quotes.", QUOTE_IT),
    "escape": (
        "Within double quotes, {text} stands for no character.",
        "Double the backslash, or use single quotes.",
    ),
    "alias": (
        "Without quotes, an asterisk refers back to a value named before, and none is called {name}.",
        "Put the value in quotes.",
    ),
    "anchor": ("Without quotes, & gives a value a name, and no name follows it.", QUOTE_IT),
    "repeated anchor": (
        "The name that & gives to this value is taken already.",
        "Use another name, or put the value in quotes.",
    ),
    "tag": (
        "Without quotes, an exclamation mark changes the type of a value, and {tag} is none that is known.",
        QUOTE_IT,
    ),
    "block text": (
        "Text that {character} begins starts on the next line; only a sign or a digit may stand beside {character}.",
        "Move the text to the next line, indented, or put the whole value in quotes.",
    ),
    "long key": ("This key is longer than 1,000 characters.", "Shorten it, or put the text in the value."),
    "second document": (
        "The front matter is complete before this, and more follows.",
        "Put all keys between the two fences, each on a line of its own.",
    ),
    "control character": ("An invisible control character ({code}) stands here.", "Remove it, or type the text anew."),
    "not a mapping": ("The front matter holds no keys with values.", "Write each fact as key: value."),
    "key is not a text": (
        "A key is a list or a mapping here; keys are words.",
        "Put the key in quotes if the brackets belong to it.",
    ),
    "other": (
        "The front matter cannot be understood from here on.",
        "Compare this line with the ones above; where punctuation stands in a value, quotes help.",
    ),
}

SEEN = {
    "above": "The value above stands here.",
    "opened": "The bracket opens here.",
    "first": "The name is given here first.",
    "seen": "What follows is taken for a part of it up to here.",
}


def check(article: Article) -> Iterator[Finding]:
    for fault in article.faults_of("malformed-yaml"):
        detail = fault.detail
        problem = detail["problem"] if detail["problem"] in WORDS else "other"
        message, hint = (words.format_map(_details(detail)) for words in WORDS[problem])
        related = tuple(Elsewhere(detail[name], words) for name, words in SEEN.items() if name in detail)
        yield Finding(fault.span, message, _better_hint(problem, detail) or hint, related=related)


def _details(detail: Mapping[str, Any]) -> dict[str, str]:
    """What the messages say of the article, cut short."""
    shown = {name: _cut(value) for name, value in detail.items() if isinstance(value, str)}
    bracket = str(detail.get("bracket", ""))
    return {
        **shown,
        "quote name": QUOTES.get(str(detail.get("quote")), "quotation mark"),
        "closing": BRACKETS.get(bracket, bracket),
        "name": _cut(str(detail.get("text", "")).lstrip("*")) or "so",
        "code": f"U+{int(detail.get('code', 0)):04X}",
    }


def _better_hint(problem: str, detail: Mapping[str, Any]) -> str | None:
    if problem == "no colon" and detail.get("prose"):
        return "Put a line of three hyphens above it if the article's text begins here, else write it as key: value."
    if problem == "text after quote" and detail.get("joined"):
        if detail.get("quote") == "'":
            return "Put the whole value in double quotes, or write the apostrophe twice."
        return "Put the whole value in single quotes, or write a backslash before each quotation mark inside it."
    return None


def _cut(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
