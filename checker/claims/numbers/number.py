"""A number of a text, and what those who read numbers share."""

from typing import Literal, NamedTuple

Kind = Literal["", "percent", "points", "fraction", "sample", "spread"]


class Number(NamedTuple):
    """A number as it stands in a text.

    `start` and `end` are half-open offsets (code points) of the number with its sign, scale and percent sign.
    `value` is an int where no part is written ("1.2 million" is 1200000, "7/14" is 0.5). `written` is the bare decimal
    text with its sign (`37.3` of "37·3%", `1204` of "1 204", `12` of "twelve"), `decimals` counts the digits behind its
    point, and `scale` is what a word multiplied it by: "1.2 million" is written `1.2` with the scale 1000000.

    `kind` is "percent" (also the first bound of "9 to 12 percent"), "points" (percentage points; a bare "points" is
    not), "fraction" ("half", "two-thirds", "7/14", "one in five": `parts` is numerator and denominator), "sample"
    ("n=75"), "spread" ("±10.2") or "". `ranged` marks both ends of "20–30" and "20 to 30". `plain` is False where the
    number counts nothing by itself: years, dates, ages, clock times, phases, grades, weeks of a schedule, parts of
    names, ratios, prices, p-values, levels of confidence, ordinals.
    """

    start: int
    end: int
    value: int | float
    written: str
    decimals: int = 0
    scale: int = 1
    spelled: bool = False
    kind: Kind = ""
    parts: tuple[int, int] | None = None
    ranged: bool = False
    plain: bool = True

    @property
    def is_count(self) -> bool:
        """Whether it may count things one by one: plain, whole, not negative, no percentage and no fraction."""
        return self.plain and self.kind in ("", "sample") and isinstance(self.value, int) and self.value >= 0


SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
MULTIPLES = {"dozen": 12, "hundred": 100, **SCALES}
DASHES = "-‐‑‒–—−"
SPACE = r"\s"
"""The spaces of typography are among them; a class that listed those takes thirty times as long to compile."""


def last_word(text: str) -> str:
    """The letters that a text ends with."""
    index = len(text)
    while index and text[index - 1].isalpha():
        index -= 1
    return text[index:]


def first_word(text: str, offset: int) -> str:
    """The letters that stand at an offset of a text, sixteen at most."""
    index = offset
    while index < len(text) and index < offset + 16 and text[index].isalpha():
        index += 1
    return text[offset:index]
