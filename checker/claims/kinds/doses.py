"""The doses of a trial's treatment."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.claims.claim import Found
from checker.claims.numbers import LONGEST_SENTENCE
from checker.pattern import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from checker.claims.said import Said

KINDS = ("dose",)

UNITS_OF_DOSE = r"(?:mg|g|µg|μg|mcg|micrograms?|milligrams?|grams?|ml|mL|IU|international units?|units?|Gy|MBq|GBq|mCi)"


@cache
def _unit_of_dose() -> re.Pattern[str]:
    return pattern(rf"[ \u00a0\u202f-]?(?P<unit>{UNITS_OF_DOSE})(?P<per>\s?/\s?(?:kg|m2|m²|d|day)\b)?(?![\w/])")


@cache
def _not_a_dose() -> re.Pattern[str]:
    return pattern(
        r"(?:mouse|mice|rats?|animals?|serum|plasma|blood|levels? (?:of|was|were|above|below|at)|concentration|"
        r"glucose of|cholesterol (?:level|"
        r"of)|creatinine|weigh|losing|lost|weight|"
        r"loss|fat|protein|salt|sugar|calories|licensed|approved|sold|box of)\b[^.;]{0,40}$"
    )


def find(said: Said) -> Iterator[Found]:
    """The doses that a sentence states of a trial's treatment."""
    if len(said.text) > LONGEST_SENTENCE:
        return
    text = said.text
    for number in said.numbers:
        unit = _unit_of_dose().match(text, number.end)
        if unit is None or number.value <= 0 or number.kind:
            continue
        if unit["unit"] in ("g", "ml", "mL", "units", "unit", "gram", "grams") and not _of_dosing().match(
            text, unit.end()
        ):
            continue
        if _not_a_dose().search(said.lower, max(0, number.start - 50), number.start):
            continue
        written = number.written.rstrip("0").rstrip(".") if "." in number.written else number.written
        name = {
            "milligram": "mg",
            "milligrams": "mg",
            "gram": "g",
            "grams": "g",
            "μg": "µg",
            "mcg": "µg",
            "micrograms": "µg",
            "microgram": "µg",
        }.get(unit["unit"], unit["unit"])
        per = (unit["per"] or "").replace(" ", "").replace("/d", "").replace("ay", "")
        yield Found("dose", f"{written} {name}{per}", number.start, unit.end(), pattern="dose")


@cache
def _of_dosing() -> re.Pattern[str]:
    return pattern(
        r"[ ,)(]{0,3}(?:of [a-z]+ )?(?:b\.?i\.?d|t\.?i\.?d|q\.?d|daily|a day|per day|once|twice|three times|"
        r"weekly|every|each day|of (?:the )?(?:drug|study))"
    )
