"""Every place is right: lines and columns count code points from 1, and lines end at LF, CRLF and CR alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.reading import read
from checker.reading.html import text_runs
from checker.settings import Settings
from checker.text import Lines, Place, Range, Span

if TYPE_CHECKING:
    from checker.article import Article
    from checker.text import Pointer

SETTINGS = Settings(today="2026-06-01")


def place_of(text: str, offset: int) -> Place:
    """The line and column of an offset, counted one code point after the other."""
    line = column = 1
    for at in range(offset):
        ends = text[at] == "\n" or (text[at] == "\r" and text[at + 1 : at + 2] != "\n")
        line, column = (line + 1, 1) if ends else (line, column + 1)
    return Place(line, column)


def offset_of(text: str, place: Place) -> int:
    """The offset of a line and column, found by splitting the text into lines."""
    starts = [0]
    at = 0
    while at < len(text):
        at += 2 if text.startswith("\r\n", at) else 1
        if text[at - 1] in "\r\n":
            starts.append(at)
    return starts[place.line - 1] + place.column - 1


@given(st.text(st.sampled_from("ab\n\r\té😀\u2028\x85\x0b\x0c\u2029\ufeff"), max_size=40), st.data())
def test_offsets_become_places_and_places_offsets(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    if text[offset - 1 : offset + 1] == "\r\n":
        offset += 1
    lines = Lines(text)

    place = lines.place(offset)

    assert place_of(text, offset) == place
    assert offset == lines.offset(place) == offset_of(text, place)
    assert lines.line(place.line).startswith(text[offset - place.column + 1 : offset].rstrip("\r\n"))
    assert Span(offset, len(text)) == lines.span(lines.range(Span(offset, len(text))))


class Written(NamedTuple):
    """A front matter of which the place of every key and value is known, before line endings are chosen."""

    text: str
    places: tuple[tuple[Pointer, str, int, int], ...]


WORD = st.text(st.sampled_from("abcxyzäß漢😀𝔸 '\"\t"), min_size=1, max_size=8).map(lambda word: f"w{word.strip()}w")
KEY = st.text(st.sampled_from("abcdeé漢😀_"), min_size=2, max_size=6).map(lambda key: f"k{key}")
STYLE = st.sampled_from(["plain", "single", "double", "folded", "literal"])


def scalar(style: str, word: str, indent: str) -> str:
    if style == "single":
        return "'" + word.replace("'", "''") + "'"
    if style == "double":
        return '"' + word.replace('"', '\\"').replace("\t", "\\t") + '"'
    if style == "folded":
        return f">-\n{indent}  {word}"
    if style == "literal":
        return f"|\n{indent}  {word}\n\n{indent}  more"
    return word


@st.composite
def fronts(draw: st.DrawFn) -> Written:
    """Keys with scalars, lists in both styles and mappings in both, with comments and empty lines between."""
    text = ""
    places: list[tuple[Pointer, str, int, int]] = []

    def put(pointer: Pointer, kind: str, written: str) -> None:
        nonlocal text
        places.append((pointer, kind, len(text), len(text) + len(written)))
        text += written

    def put_scalar(pointer: Pointer, indent: str, styles: st.SearchStrategy[str] = STYLE) -> None:
        put(pointer, "value", scalar(draw(styles), draw(WORD), indent))

    inline = st.sampled_from(["plain", "single", "double"])
    for key in draw(st.lists(KEY, min_size=1, max_size=5, unique=True)):
        text += draw(st.sampled_from(["", "\n", "# a comment: [x\n", "\n# é😀\n"]))
        quote = draw(st.sampled_from(["", "'", '"']))
        put((key,), "key", f"{quote}{key}{quote}")
        text += draw(st.sampled_from([": ", ":   ", " : ", ":\t", ": # c\n  "]))
        shape = draw(st.sampled_from(["scalar", "flow list", "flow mapping", "list", "mapping", "records"]))
        if text.endswith("# c\n  ") and shape not in ("list", "mapping", "records"):
            shape = "flow list"
        if shape == "scalar":
            put_scalar((key,), "")
        elif shape == "flow list":
            text += "["
            for index in range(draw(st.integers(1, 3))):
                text += draw(st.sampled_from(["", " ", "\n    "])) if index == 0 else ", "
                put_scalar((key, index), "", inline)
            text += draw(st.sampled_from(["]", " ]", ",]"]))
        elif shape == "flow mapping":
            text += "{"
            for index, inner in enumerate(draw(st.lists(KEY, min_size=1, max_size=3, unique=True))):
                text += ", " if index else ""
                put((key, inner), "key", inner)
                text += ": "
                put_scalar((key, inner), "", inline)
            text += "}"
        elif shape == "list":
            for index in range(draw(st.integers(1, 3))):
                text += "\n- "
                put_scalar((key, index), "")
        elif shape == "mapping":
            for inner in draw(st.lists(KEY, min_size=1, max_size=3, unique=True)):
                text += "\n  "
                put((key, inner), "key", inner)
                text += ": "
                put_scalar((key, inner), "  ")
        else:
            for index in range(draw(st.integers(1, 2))):
                for number, inner in enumerate(draw(st.lists(KEY, min_size=1, max_size=2, unique=True))):
                    text += "\n    " if number else "\n  - "
                    put((key, index, inner), "key", inner)
                    text += ": "
                    put_scalar((key, index, inner), "    ")
        text += draw(st.sampled_from(["\n", "  \n", " # c\n"])) if not text.endswith(("w", "more")) else "\n"
    return Written(text, tuple(places))


@given(fronts(), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans(), st.sampled_from(["", " ", " \t "]))
def test_every_key_and_value_of_the_front_matter_has_its_place(
    written: Written, ending: str, mark: bool, blanks: str
) -> None:
    lead = ("\ufeff" if mark else "") + f"---{blanks}\n"
    plain = f"{lead}{written.text}---\nProse.\n"
    text = plain.replace("\n", ending)

    article = read("articles/a.md", text, SETTINGS)

    assert article.front is not None, article.faults
    for pointer, kind, start, end in written.places:
        found = article.front.key_span(pointer) if kind == "key" else article.front.value_span(pointer)
        wanted = Range(place_of(plain, len(lead) + start), place_of(plain, len(lead) + end))
        assert wanted == article.lines.range(found), (pointer, kind)
        assert written.text[start:end].replace("\n", ending) == text[found.start : found.end]


PIECE = st.sampled_from(
    [
        "plain",
        "*soft*",
        "**strong**",
        "`code`",
        "[link](http://x.y)",
        "&amp;",
        "&#x1F600;",
        "é漢😀",
        "\\*",
        "~~old~~",
        "<b>b</b>",
    ]
)
FRAME = st.sampled_from(
    [
        "{}\n",
        "# {}\n",
        "{}\n===\n",
        "- {}\n",
        "- a\n\n- {}\n",
        "1. {}\n   more\n",
        "> {}\n",
        "> > {}\n> more\n",
        "| a | b |\n|---|---|\n| x | {} |\n",
        "[^1]\n\n[^1]: {}\n",
        "<div>\n{}\n</div>\n",
        "<div>\n\n{}\n\n</div>\n",
        "> <p>\n> text &amp; {}\n> more</p>\n",
        "![{}](x.png)\n",
        "[{}](http://x.y 'title')\n",
        "text\n{}\nmore\n",
        "text  \n  {}\\\nmore\n",
        "- [ ] {}\n",
        "\ta\n\n{}\n",
        "-\t{}\n",
        "> -\t{}\n",
        "<!-- {} -->\n",
        "```\n{}\n```\n",
        "    {}\n",
        "`{}`\n",
        "> `a\n> {}`\n",
        "<span hidden>{}</span> seen\n",
        "<p>a<br>{}\n",
    ]
)


@given(
    st.lists(st.tuples(FRAME, PIECE, PIECE), min_size=1, max_size=4),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.booleans(),
    st.booleans(),
)
def test_every_word_of_the_body_has_its_place(
    parts: list[tuple[str, str, str]], ending: str, mark: bool, front: bool
) -> None:
    words = [f"wörd{'😀' * (n % 2)}{n}x" for n in range(len(parts))]
    body = "\n".join(
        frame.replace("{}", f"{one} {word} {other}") for (frame, one, other), word in zip(parts, words, strict=True)
    )
    plain = ("\ufeff" if mark else "") + ("---\ntitle: é😀\n---\n" if front else "") + body
    article = read("articles/a.md", plain.replace("\n", ending), SETTINGS)

    for word in words:
        found = [
            article.lines.range(block.locate(at, at + len(word)))
            for block in article.blocks
            if (at := block.text.find(word)) != -1
        ]
        at = plain.index(word)
        assert Range(place_of(plain, at), place_of(plain, at + len(word))) in found
        assert 1 == len(found)


def sources(article: Article) -> list[tuple[str, str, str]]:
    """For each character of each block: the block's kind, the character, and the text of the file it was made of."""
    return [
        (block.kind, block.text[at], article.text[slice(*block.locate(at, at + 1))])
        for block in article.blocks
        for at in range(len(block.text))
    ]


BREAK = re.compile(r"(?:[ \t]*\\?(?:\r\n|\n|\r)[ \t>]*)+|<[^>]*>")


def stands_for(source: str, character: str) -> bool:
    """Whether a character may have been made of such a source: itself, a break, an entity, a picture or half a tab."""
    if source == character or (character in " \n" and BREAK.fullmatch(source)):
        return True
    if character == "\ufffc":
        return source.startswith("![")
    runs = list(text_runs(source, 0, len(source)))
    return (source.startswith("&") and len(runs) == 1 and character in runs[0][0]) or (character, source) == (" ", "")


ARTICLES = [
    "# A *b* `c` &amp; d\n\nOne two  \nthree\\\nfour &lt;&eacute;&#128512; \\* \\[x\\] http://x.y/z?a=b&amp;c.\nfive\n",
    "- a `b\n  c` d\n- [x] e\n\n  > f\n  > `g  \n  > h`\n  > i &copy;\n\n1. j\n\n   k\n",
    "| a | b \\| c |\n|:--|--:|\n| **d** | `e` &amp; |\n| f |\n",
    "<div class='x'>\n  one &amp; two\n  three<br>four\n  <p>five\n  <p>six <b>seven</b>\n  eight\n</div>\n",
    "one\n\n<!-- nine &amp;\n ten -->\n",
    "> <div>\n> one\n> two &nbsp; x\n> </div>\n>\n> ```\n> code\n>\ttab\n> ```\n",
    "\tcode\n\t\tmore\n\n -\ta\n\n\t\tcode in a list\n",
    "![a *b* &amp;](x.png 't') [![c](d)](e) text[^1] [f][g] [g]\n\n[^1]: note\n    more *x*\n\n[g]: <http://h> 'i'\n",
    'a<span hidden>b</span>c <code>d &amp; e</code> f<br/>g <a href="http://h?i&amp;j">k</a>\n',
    "a\u2028b\x0bc\x85d\ufeffe 😀漢é\r\nnext\rlast\n",
]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("body", ARTICLES, ids=range(len(ARTICLES)))
def test_every_character_of_a_block_was_made_of_itself_an_entity_or_a_break(body: str, ending: str) -> None:
    article = read("articles/a.md", "---\ntitle: é😀\n---\n" + body.replace("\n", ending), SETTINGS)

    strange = [each for each in sources(article) if not stands_for(each[2], each[1])]

    assert article.blocks
    assert [] == strange
