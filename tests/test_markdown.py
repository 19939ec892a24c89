"""Markdown to blocks: what a reader sees and what stays hidden, and where each of it stands."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checker.reading import html
from checker.reading.markdown import MASK, read_markdown
from checker.text import Span

if TYPE_CHECKING:
    from checker.article import Block


def blocks(source: str) -> list[tuple[str, str]]:
    """The kind and the text of each block that a reader sees."""
    return [(block.kind, block.text) for block in read_markdown(source).blocks if block.hidden is None]


def hidden(source: str) -> list[tuple[str | None, str]]:
    """Why and what a reader does not see."""
    return [(block.hidden, block.text) for block in read_markdown(source).blocks if block.hidden is not None]


def only(source: str) -> Block:
    (block,) = read_markdown(source).blocks
    return block


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("# A\n\nB\n", [("heading", "A"), ("paragraph", "B")], id="heading and paragraph"),
        pytest.param("A\n===\nB\n---\n", [("heading", "A"), ("heading", "B")], id="underlined headings"),
        pytest.param("a\nb  \nc\\\nd\n", [("paragraph", "a b\nc\nd")], id="soft and hard breaks"),
        pytest.param("*a* **b** ~~c~~ `d` \\*e\n", [("paragraph", "a b c d *e")], id="marks are rendered away"),
        pytest.param("&lt;&eacute;&#128512;&#x41;&bogus;\n", [("paragraph", "<é😀A&bogus;")], id="entities"),
        pytest.param("- a\n- b\n", [("item", "a"), ("item", "b")], id="tight list"),
        pytest.param("- a\n\n- b\n\n  c\n", [("item", "a"), ("item", "b"), ("item", "c")], id="loose list"),
        pytest.param("- a\n  - b\n  c\n", [("item", "a"), ("item", "b c")], id="list in a list"),
        pytest.param("- # a\n- > b\n", [("heading", "a"), ("item", "b")], id="heading and quotation in a list"),
        pytest.param("- [ ] a\n- [x] b\n", [("item", "a"), ("item", "b")], id="task list"),
        pytest.param("> a\nb\n> > c\n", [("paragraph", "a b"), ("paragraph", "c")], id="quotations"),
        pytest.param("| a | b |\n|-|-|\n| c | |\n", [("cell", each) for each in ("a", "b", "c", "")], id="table"),
        pytest.param("a[^1]\n\n[^1]: b\n", [("paragraph", "a"), ("footnote", "b")], id="footnote"),
        pytest.param("[a][1] [b] [1]\n\n[1]: u\n", [("paragraph", "a [b] 1")], id="reference links"),
        pytest.param("<http://a.b> <c@d.e>\n", [("paragraph", "http://a.b c@d.e")], id="autolinks"),
        pytest.param("![a *b*](c)\n", [("caption", "a b"), ("paragraph", MASK)], id="image"),
        pytest.param("![](c)\n", [("paragraph", MASK)], id="image without words"),
        pytest.param("[![a](b)](c) d\n", [("paragraph", f"{MASK} d"), ("caption", "a")], id="image in a link"),
        pytest.param("- ![a](b)\n", [("caption", "a"), ("item", MASK)], id="image in a list"),
        pytest.param("a<br>b<br/>c\n", [("paragraph", "a\nb\nc")], id="breaks in HTML"),
        pytest.param("<div>a &amp;\n b\n</div>\n", [("paragraph", "a & b")], id="HTML block with entities"),
        pytest.param("<p>a</p><p>b</p>\n", [("paragraph", "a"), ("paragraph", "b")], id="two paragraphs of HTML"),
        pytest.param("<p>a\n<p>b\n", [("paragraph", "a"), ("paragraph", "b")], id="paragraphs without an end"),
        pytest.param("<ul><li>a<li>b</ul>\n", [("item", "a"), ("item", "b")], id="list of HTML"),
        pytest.param("<h2>a <i>b</i></h2>\nc\n", [("heading", "a b"), ("paragraph", "c")], id="heading of HTML"),
        pytest.param("<p>a <b>b</b>\n<i>c</i> d</p>\n", [("paragraph", "a b c d")], id="marks of HTML"),
        pytest.param("<td>a</td>\n<td>b</td>\n", [("paragraph", "a"), ("paragraph", "b")], id="cells of HTML"),
        pytest.param("> <p>a\n> b</p>\n", [("paragraph", "a b")], id="HTML in a quotation"),
        pytest.param("<div>\n\n*a*\n\n</div>\n", [("paragraph", "a")], id="Markdown in HTML"),
        pytest.param("<img src=x alt='a &amp; b'>\n", [("caption", "a & b")], id="image of HTML"),
        pytest.param("a <a title='x > y'>b</a>\n", [("paragraph", "a b")], id="a bracket in an attribute"),
        pytest.param("a < b > c <3 d\n", [("paragraph", "a < b > c <3 d")], id="brackets that are no tags"),
        pytest.param("one<div>two</div>three\n", [("paragraph", "one\ntwo\nthree")], id="block within a line"),
        pytest.param("a <!-- b --> c\n", [("paragraph", "a  c")], id="comment within a line"),
        pytest.param("a <!-- b\n\nc\n", [("paragraph", "a <!-- b"), ("paragraph", "c")], id="no comment: unclosed"),
        pytest.param("***\n___\n", [], id="rules"),
        pytest.param("[a]: b 'c'\n", [], id="definitions"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_a_reader_sees(source: str, expected: list[tuple[str, str]]) -> None:
    assert expected == blocks(source)


@pytest.mark.parametrize(
    ("source", "seen", "unseen"),
    [
        pytest.param("<!-- a -->\n\nb\n", ["b"], [("comment", " a ")], id="comment"),
        pytest.param("<!-- a\n\nb -->\nc\n", ["c"], [("comment", " a\n\nb ")], id="comment over blank lines"),
        pytest.param("<!-- a\n\nb\n", [], [("comment", " a\n\nb\n")], id="comment without an end"),
        pytest.param("<!-->\n\na <!---> b\n", ["a  b"], [], id="comments that are empty"),
        pytest.param("<!-- a --><!-- b -->c\n", ["c"], [("comment", " a "), ("comment", " b ")], id="two comments"),
        pytest.param("- <!-- a\n\nb\n", [], [("comment", " a\n\n"), ("comment", "b")], id="open comment in a list"),
        pytest.param("```\na\n```\n", [], [("code", "a\n")], id="code block"),
        pytest.param("    a\n", [], [("code", "a\n")], id="indented code"),
        pytest.param("<div hidden>\n\na\n\n</div>\n\nb\n", ["b"], [("element", "a")], id="hidden block"),
        pytest.param("<DIV HIDDEN>a</DIV>\n\nb\n", ["b"], [("element", "a")], id="upper case"),
        pytest.param("<div hidden=''>a</div>b\n", ["b"], [("element", "a")], id="hidden with a value"),
        pytest.param("<div title=x hidden>a</div>\n", [], [("element", "a")], id="attributes without quotes"),
        pytest.param("<div title='hidden'>a</div>\n", ["a"], [], id="hidden in a title"),
        pytest.param("<div title='a hidden b' data-hidden x2hidden>a</div>\n", ["a"], [], id="hidden in other names"),
        pytest.param("<div aria-hidden=true>a</div>\n", ["a"], [], id="hidden from screen readers only"),
        pytest.param("<div style='color:red; Display : None'>a</div>\n", [], [("element", "a")], id="display none"),
        pytest.param('<div style="font-size: 0.9em; opacity:0.5">a</div>\n', ["a"], [], id="small and pale"),
        pytest.param("<div style='font-size:0'>a</div>\n", [], [("element", "a")], id="no size"),
        pytest.param("<div class='x sr-only'>a</div>\n", [], [("element", "a")], id="for screen readers only"),
        pytest.param("<div class='unhidden'>a</div>\n", ["a"], [], id="class that only sounds so"),
        pytest.param("<div hidden><div>a</div>b</div>c\n", ["c"], [("element", "a"), ("element", "b")], id="nested"),
        pytest.param(
            "<div hidden>\n\n<div>\n\na\n\n</div>\n\nb\n\n</div>\n\nc\n",
            ["c"],
            [("element", "a"), ("element", "b")],
            id="nested over blocks",
        ),
        pytest.param("<div hidden>\n\na\n", [], [("element", "a")], id="block without an end"),
        pytest.param("a <span hidden>b</span> c\n", ["a  c"], [("element", "b")], id="inline"),
        pytest.param("a <span hidden>b\n\nc\n", ["a ", "c"], [("element", "b")], id="inline without an end"),
        pytest.param("- <span hidden>a</span> b\n- c\n", [" b", "c"], [("element", "a")], id="at the start of an item"),
        pytest.param("- <div hidden>\n  a\n\nb\n", ["b"], [("element", "a")], id="block in an item, without an end"),
        pytest.param(
            "| <b hidden>a</b> | b |\n|-|-|\n| c | <b hidden>d |\n",
            ["b", "c"],
            [("element", "a"), ("element", "d")],
            id="in cells",
        ),
        pytest.param("# <i hidden>a</i>b\n", ["b"], [("element", "a")], id="in a heading"),
        pytest.param("<p hidden>a\n<p>b\n\nc\n", ["b", "c"], [("element", "a")], id="paragraph without an end"),
        pytest.param("<p hidden>a\n\nb\n", ["b"], [("element", "a")], id="ended by one of Markdown"),
        pytest.param("<input hidden>a<wbr hidden>b\n", ["ab"], [], id="elements that hold nothing"),
        pytest.param(
            "<script>\n'<div hidden>' // a\n\nb</script>\n\nc\n",
            ["c"],
            [("element", "'<div hidden>' // a b")],
            id="script",
        ),
        pytest.param("<script>'<!--'</script>\n\na\n", ["a"], [("element", "'<!--'")], id="comment mark in a script"),
        pytest.param(
            "<div hidden><script>'</div>'</script>a</div>\n\nb\n",
            ["b"],
            [("element", "'</div>'a")],
            id="end tag in a script",
        ),
        pytest.param(
            "<style>a</style>\n<template>b</template>\nc\n",
            ["c"],
            [("element", "a"), ("element", "b")],
            id="style, template",
        ),
        pytest.param("<dialog>a</dialog><dialog open>b</dialog>\n", ["b"], [("element", "a")], id="dialog"),
        pytest.param("<details><summary>a</summary>b</details>\n", ["a", "b"], [], id="details can be opened"),
        pytest.param("a </div></span> b\n", ["a \n b"], [], id="ends of nothing"),
    ],
)
def test_a_reader_does_not_see(source: str, seen: list[str], unseen: list[tuple[str, str]]) -> None:
    assert seen == [text for _, text in blocks(source)]
    assert unseen == hidden(source)


def test_code_addresses_and_pictures_are_masked_in_the_prose() -> None:
    block = next(
        block
        for block in read_markdown(
            "a `b` <code>c</code> http://d.e/f?g. www.h.i, [j](http://k) <http://l> ![m](n)\n"
        ).blocks
        if block.kind == "paragraph"
    )

    assert f"a b c http://d.e/f?g. www.h.i, j http://l {MASK}" == block.text
    assert f"a {MASK} {MASK} {MASK * 14}. {MASK * 7}, j {MASK * 8} {MASK}" == block.prose


@pytest.mark.parametrize(
    ("source", "links"),
    [
        ("a [b *c*](http://d 'e') f", [("b c", "http://d", "http://d")]),
        ("[a](<b c>)", [("a", "b c", "b c")]),
        ("[a][b]\n\n[b]: http://c", [("a", "http://c", "[a][b]")]),
        ("<http://a>", [("http://a", "http://a", "http://a")]),
        ("see http://a.b/c, or www.d.e", [("http://a.b/c",) * 3, ("www.d.e",) * 3]),
        ("[http://a](http://b)", [("http://a", "http://b", "http://b")]),
        ("[![a](b)](c)", [(MASK, "c", "c")]),
        ("<a href='http://a?b&amp;c'>d</a> e", [("d", "http://a?b&c", "http://a?b&amp;c")]),
        ("<p><a class=x href=y>z</a></p>", [("z", "y", "y")]),
        ("<a name=x>y</a>", []),
    ],
)
def test_links_have_their_text_target_and_place(source: str, links: list[tuple[str, str, str]]) -> None:
    block = next(block for block in read_markdown(source).blocks if block.kind == "paragraph")

    assert links == [
        (block.text[link.start : link.end], link.url, source[slice(*link.url_span)]) for link in block.links
    ]


def test_cells_know_their_table_row_and_column() -> None:
    source = "| a | b |\n|---|---|\n| c | d |\n\nx\n\n| e |\n|---|\n| f |\n"

    cells = [block for block in read_markdown(source).blocks if block.kind == "cell"]

    assert [(0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1), (1, 0, 0), (1, 1, 0)] == [
        (cell.table, cell.row, cell.column) for cell in cells
    ]


def test_headings_have_levels_and_quotations_are_marked() -> None:
    assert [1, 3, 2] == [block.level for block in read_markdown("# a\n\n### b\n\n<h2>c</h2>\n").blocks]
    assert [True, True, False] == [block.quoted for block in read_markdown("> a\n> - b\n\nc\n").blocks]


def test_comments_that_speak_to_the_checker_are_found_and_code_is_not() -> None:
    source = (
        "<!-- checker: ignore a -->\n\n`<!-- checker: ignore b -->` <!--checker: ignore c-->\n\n"
        "    <!-- checker: ignore d -->\n\n> <!-- checker:\n> ignore e -->\n\n<script><!-- checker: f --></script>\n"
    )

    comments = read_markdown(source).comments

    assert ["checker: ignore a", "checker: ignore c"] == [each.text for each in comments[:2]]
    assert ["checker:", "ignore", "e"] == comments[2].text.split()
    assert 3 == len(comments)


def test_the_outline_holds_the_outermost_blocks() -> None:
    source = "# a\n\n- b\n\n  c\n- d\n\n| e |\n|---|\n\n<!-- f -->\n\n***\n\n> g\n\nh  \n"

    assert ["# a", "- b\n\n  c\n- d", "| e |\n|---|", "<!-- f -->", "> g", "h"] == [
        source[slice(*span)] for span in read_markdown(source).outline
    ]


MARKDOWN = st.text(
    st.one_of(st.sampled_from(list("ab 1\n\r\t*_`[]()<>!#&;|-+~\\:/='\"^.é😀\u2028\ud800")), st.characters()),
    max_size=80,
)
SNIPPETS = st.lists(
    st.sampled_from(
        [
            "<!--",
            "-->",
            "<div hidden>",
            "</div>",
            "<span hidden>",
            "</span>",
            "<p>",
            "</p>",
            "<li>",
            "<script>",
            "</script>",
            "<a href='x'>",
            "</a>",
            "<code>",
            "<br>",
            "<img alt='x'>",
            "<dialog>",
            "`",
            "```\n",
            "- ",
            "> ",
            "1. ",
            "| ",
            "|-|\n",
            "[",
            "](",
            ")",
            "![",
            "[^1]",
            "[^1]: ",
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            "\t",
            "    ",
            "word ",
            "é😀",
            "&amp;",
            "http://x.y",
            "**",
            "*",
            "\\",
            "# ",
            "===\n",
            "<?",
            "<![CDATA[",
            "<a '",
            '<a "',
            "hidden",
        ]
    ),
    max_size=25,
).map("".join)


@given(st.one_of(MARKDOWN, SNIPPETS), st.sampled_from(["", "---\na: é😀\n---\n"]))
@example("<!-->", "")
@example("a \ud800 b", "")
@example("- <span hidden>", "")
def test_any_text_becomes_blocks_with_places_inside_it(body: str, lead: str) -> None:
    text = lead + body

    marked = read_markdown(text, Span(len(lead), len(text)))

    assert list(marked.blocks) == sorted(marked.blocks, key=lambda block: block.span)
    for block in marked.blocks:
        assert len(lead) <= block.span.start <= block.span.end <= len(text)
        assert len(block.text) == len(block.prose)
        assert 0 == (block.runs[0].start if block.runs else 0)
        assert all(one.end == other.start for one, other in pairwise(block.runs))
        assert len(block.text) == (block.runs[-1].end if block.runs else 0)
        for run in block.runs:
            assert run.start < run.end
            assert block.span.start <= run.source.start <= run.source.end <= block.span.end
        for link in block.links:
            assert 0 <= link.start <= link.end <= len(block.text)
            assert len(lead) <= link.url_span.start <= link.url_span.end <= len(text)
    for span in (*marked.outline, *(comment.span for comment in marked.comments)):
        assert len(lead) <= span.start <= span.end <= len(text)


@given(SNIPPETS)
def test_raw_html_is_divided_without_a_gap(source: str) -> None:
    found = list(html.pieces(source, 0, len(source)))

    assert source == "".join(source[piece.start : piece.end] for piece in found)
    assert all(one.end == other.start for one, other in pairwise(found))
