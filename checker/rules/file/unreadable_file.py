"""The file could not be read as text, so nothing in it was checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.rule import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.article import Article

severity = "error"
fixable = None

SAVE_AS_TEXT = "Save it as UTF-8 text."

REASONS = {
    "not a file": ("This is a {detail}, not a file that holds an article.", "Remove it, or exclude it."),
    "no permission": ("This file may not be read: its permissions forbid it.", "Give whoever runs the checks leave."),
    "dangling link": ("This is a link to a file that does not exist.", "Remove the link, or restore what it leads to."),
    "link loop": ("This is a link that leads in a circle, to no file.", "Remove the link."),
    "link to a folder": (
        "This is a link to a folder elsewhere, so nothing in it was checked.",
        "Remove the link, or name the folder itself where the checks are run.",
    ),
    "gone": ("This file was gone when it was to be read.", "Run the checks again."),
}


def check(article: Article) -> Iterator[Finding]:
    for fault in article.faults_of("unreadable-file"):
        message, hint = _words(fault.detail)
        yield Finding(fault.span, message, hint)


def _words(detail: Mapping[str, Any]) -> tuple[str, str]:
    reason = detail["reason"]
    if reason == "too large":
        size = int(detail.get("size") or detail.get("detail") or 0)
        return (
            f"This file has {size:,} bytes, more than the {detail['limit']:,} that an article may have.",
            "Divide it, or move what is no article elsewhere.",
        )
    if reason == "not UTF-8":
        byte, value = detail["byte"], detail["value"]
        return f"This file is not UTF-8 text: the byte at offset {byte} is 0x{value:02X}.", _saved_as(byte, value)
    if reason == "NUL":
        byte = detail["byte"]
        if byte < 2:
            return f"This file is not text: the byte at offset {byte} is zero, as in UTF-16.", SAVE_AS_TEXT
        return f"This file is not text: the byte at offset {byte} is zero (NUL).", "Remove the NUL character."
    if reason in REASONS:
        message, hint = REASONS[reason]
        return message.format(detail=detail.get("detail") or "special file"), hint
    said = str(detail.get("detail") or "").strip().rstrip(".")
    return (
        f"This file could not be read: {said}." if said else "This file could not be read.",
        "Check the file and the disk that it is on.",
    )


def _saved_as(byte: int, value: int) -> str:
    """What the file probably is, as advice."""
    if byte == 0 and value in (0xFE, 0xFF):
        return "It looks like UTF-16; save it as UTF-8 text."
    return "It may have been saved as Windows-1252 or Latin-1; save it as UTF-8 text."
