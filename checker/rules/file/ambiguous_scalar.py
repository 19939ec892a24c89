"""A value without quotes means one thing to some programs and another to others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Edit, Finding, Fix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "warning"
fixable = "safe"


def check(article: Article) -> Iterator[Finding]:
    for fault in article.faults_of("ambiguous-scalar"):
        text, other = str(fault.detail["text"]), str(fault.detail["other"])
        number = _number(text) if other == "text" else None
        plain = f'"{text}"' if number is None else number
        yield Finding(
            fault.span,
            f"Without quotes, {_readings(text, other, number)}.",
            "Put it in quotes, or write true or false if that is what is meant."
            if other in ("true", "false")
            else "Put it in quotes if it is text, or write it in plain digits if it is a number.",
            Fix(
                "Put it in quotes" if number is None else "Write it in plain digits",
                (Edit(fault.span, plain),),
                safe=True,
            ),
        )


def _readings(text: str, other: str, number: str | None) -> str:
    if other in ("true", "false"):
        return f"some programs read {text} as {other}, others as text"
    if other == "text":
        return f"some programs read {text} as text, others as the number {number or text.lstrip('0') or '0'}"
    old = _number_of_old(text)
    reading = f"the number {old}" if old is not None else "a number"
    return f"some programs read {text} as {reading}, others as text or another number"


def _number(text: str) -> str | None:
    """What we read such a number as, in plain digits; None where we keep it as the author wrote it."""
    if text.startswith("0o"):
        return str(int(text, 8))
    if "e" not in text.lower() or len(text) > 20:
        return None
    bare = text.lstrip("+-")
    if bare[:1] == "0" and bare[1:2].isdigit():
        return None
    value = float(text)
    if abs(value) >= 1e15 or value != value:
        return None
    return str(int(value)) if value == int(value) else repr(value)


def _number_of_old(text: str) -> int | None:
    """The whole number that YAML 1.1 makes of octal, binary, hexadecimal, underscored or sexagesimal digits."""
    sign = -1 if text.startswith("-") else 1
    digits = text.lstrip("+-").replace("_", "").lower()
    try:
        if ":" in digits:
            value = 0
            for part in digits.split(":"):
                value = value * 60 + int(part)
        elif digits.startswith(("0b", "0x")):
            value = int(digits, 0)
        elif digits.startswith("0"):
            value = int(digits, 8)
        else:
            value = int(digits)
    except ValueError:  # A fraction.
        return None
    return sign * value
