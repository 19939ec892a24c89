"""Values as YAML text that reads back as the same value, whichever version of YAML reads it."""

from collections.abc import Mapping
from typing import Any

from checker.dates import is_date
from checker.pattern import pattern

PLAIN = pattern(r"[^\W\d_](?:[\w.'-]| (?! ))*+(?<! )")
"""Texts that need no quotation marks anywhere, but for the words below."""

RESERVED = frozenset("true false null yes no on off y n".split())
"""Words that YAML, of one version or another, reads as something else than text."""


def yaml_text(value: Any) -> str:
    """A value on one line: a text, number, truth value or None, or a list or mapping of such in flow style.

    Texts are plain where nothing in them could be read otherwise, dates too; all others stand in quotation marks.
    """
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int | float):
        return f"{value:.15g}" if isinstance(value, float) else str(value)
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{yaml_text(str(key))}: {yaml_text(each)}' for key, each in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(yaml_text, value))}]"
    text = str(value)
    if (PLAIN.fullmatch(text) and text.casefold() not in RESERVED) or is_date(text):
        return text
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    if char.isprintable():
        return char
    number = ord(char)
    if 0xD800 <= number <= 0xDFFF:
        return "\\uFFFD"  # Half of a pair stands for no character.
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
