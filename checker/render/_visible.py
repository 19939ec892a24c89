"""Text that came from an article, shown so that it can do nothing but be read."""

from __future__ import annotations

from checker.pattern import pattern

SPACES = frozenset("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000")
"""The spaces of typography: Python calls them unprintable, readers do not."""

LOG_COMMAND = pattern(r"##(?=[A-Za-z]*\[)")
"""What build services obey anywhere in a line of a log: `##[add-mask]`, `##vso[…]`, `##teamcity[…]`."""

NAMED = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}


def shown(character: str) -> str:
    """One character as it may be printed: itself, or its escape where it is invisible or moves others about."""
    if character.isprintable() or character in SPACES:
        return character
    if character in NAMED:
        return NAMED[character]
    number = ord(character)
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def pieces(text: str) -> list[str]:
    """What stands for each character of a text when it is printed."""
    shapes = list(text) if text.isprintable() else [shown(character) for character in text]
    if "##" in text:
        for match in LOG_COMMAND.finditer(text):
            shapes[match.end() - 1] = r"\x23"
    return shapes


def visible(text: str) -> str:
    """A text on one line, with nothing raw in it that a terminal, a log or a reader's eye could be misled by.

    Control characters, line breaks, lone surrogates and invisible or direction-changing characters become escapes.
    """
    if text.isprintable() and "##" not in text:
        return text
    return "".join(pieces(text))


def visible_path(path: str) -> str:
    """A path that may begin a line: GitHub takes a line whose first characters are `::` for a command."""
    seen = visible(path)
    return f"./{seen}" if seen.lstrip().startswith(":") else seen
