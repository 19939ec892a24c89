"""The text holds characters that no reader sees and that searches, screen readers and checks stumble over."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.pattern import pattern
from checker.rule import Edit, Finding, Fix
from checker.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "warning"
fixable = "safe"

MOST = 100
"""So many places are shown, those inside numbers first; one more finding counts the rest."""

NAMES = {
    0x00AD: "soft hyphen",
    0x034F: "combining joiner",
    0x061C: "Arabic letter mark",
    0x180E: "vowel separator",
    0x200B: "zero-width space",
    0x200C: "zero-width non-joiner",
    0x200D: "zero-width joiner",
    0x200E: "left-to-right mark",
    0x200F: "right-to-left mark",
    0x2028: "line separator",
    0x2029: "paragraph separator",
    0x2060: "word joiner",
    0xFEFF: "byte-order mark",
}
SEPARATORS = "\x0b\x0c\x85\u2028\u2029"
REORDERING = pattern("[\u202a-\u202e\u2066-\u2069]")


@cache
def _invisible() -> re.Pattern[str]:
    return pattern(
        "[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f"
        "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]+"
    )


@cache
def _joining() -> re.Pattern[str]:
    """A letter of a script in which joiners and spaces without width are spelling: Arabic, those of India, Thai …"""
    return pattern(
        "[\u0600-\u109f\u1700-\u18af\u1900-\u1cff\u3040-\u30ff\u3400-\u9fff\ua800-\uabff\ufb50-\ufdff\ufe70-\ufefc"
        "\U00010a00-\U00011fff\U0001e900-\U0001e95f\U00020000-\U0003ffff]"
    )


@cache
def _right_to_left() -> re.Pattern[str]:
    return pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")


def check(article: Article) -> Iterator[Finding]:
    text = article.text
    if text.isascii() and text.replace("\n", "").replace("\r", "").replace("\t", "").isprintable():
        return
    found = [
        (not _is_inside_number(text, *match.span()), match.start(), match.end())
        for match in _invisible().finditer(text, 1 if text.startswith("\ufeff") else 0)
        if not _is_spelling(text, match)
    ]
    found.sort()
    for outside, start, end in found[:MOST]:
        yield _finding(text, start, end, outside=outside)
    if len(found) > MOST:
        _, start, end = found[MOST]
        yield Finding(
            Span(start, end),
            f"Invisible characters stand in {len(found) - MOST:,} more places, from here on.",
            "Remove them.",
            severity="note",
        )


def _finding(text: str, start: int, end: int, *, outside: bool) -> Finding:
    run = text[start:end]
    blank = " " if run.strip(SEPARATORS) == "" and _is_between_words(text, start, end) else ""
    message = f"{_called(run)} {'stands' if len(run) == 1 else 'stand'} here"
    return Finding(
        Span(start, end),
        f"{message}, inside what is read as one number."
        if not outside
        else f"{message}, where no reader sees {'it' if len(run) == 1 else 'them'}.",
        "Remove it." if len(run) == 1 else "Remove them.",
        Fix(
            f"Remove {'it' if len(run) == 1 else 'them'}",
            (Edit(Span(start, end), blank),),
            safe=not REORDERING.search(run),
        ),
        severity="note" if outside else None,
    )


def _called(run: str) -> str:
    if len(run) > 1:
        return f"{len(run):,} invisible characters"
    point = ord(run)
    name = NAMES.get(point) or (
        "character that turns the direction of the text" if REORDERING.match(run) else "control character"
    )
    if point >= 0xE0000:
        name = "invisible tag character"
    return f"{'An' if name[0] in 'AEIOUaeiou' else 'A'} {name} (U+{point:04X})"


def _is_between_words(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return bool(before.strip() and after.strip())


def _is_inside_number(text: str, start: int, end: int) -> bool:
    """Whether digits stand on both sides, or the run stands within a word such as a registry's number."""
    if re.search(r"[0-9][.,·:/-]?\Z", text[max(start - 2, 0) : start]) and re.match(
        r"[.,·:/-]?[0-9]", text[end : end + 2]
    ):
        return True
    if not (text[start - 1 : start].isalnum() and text[end : end + 1].isalnum()):
        return False
    before = re.search(r"[A-Za-z0-9./-]{1,24}\Z", text[max(start - 24, 0) : start])
    after = re.match(r"[A-Za-z0-9./-]{1,24}", text[end : end + 24])
    if not before or not after:
        return False
    word = before[0] + after[0]
    return word[:2].isalpha() and sum(map(str.isdigit, word)) >= 5


def _is_spelling(text: str, match: re.Match[str]) -> bool:
    """Whether a run of invisible characters is part of how its script or an emoji is written."""
    run, start, end = match[0], match.start(), match.end()
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if all(character in "\u200b\u200c\u200d\u00ad" for character in run) and (
        _joining().match(before) or _joining().match(after)
    ):
        return True
    if run == "\u200d" and before >= "\u00a9" and after >= "\u2190":
        return not before.isalpha() and not after.isalpha()
    if before == "\U0001f3f4" and run[0] >= "\U000e0000":
        return True
    if all(character in "\u061c\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069" for character in run):
        line_start = max(text.rfind("\n", 0, start), start - 400) + 1
        line_end = text.find("\n", end)
        return bool(
            _right_to_left().search(text, line_start, min(end + 400, line_end if line_end != -1 else len(text)))
        )
    return False
