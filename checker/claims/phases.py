"""Phases of trials as prose writes them: "Phase 1/2", "phase IIb", "Ph II", "phases 2 and 3"."""

import re
from functools import cache
from typing import NamedTuple

from checker.claims.repeated import once_a_text
from checker.pattern import pattern


class Phase(NamedTuple):
    """A phase in a text: half-open offsets (code points), and its value as a claim has it: "2", "2b", "1/2", "1b/2"."""

    start: int
    end: int
    value: str

    @property
    def steps(self) -> frozenset[str]:
        """The phases that it combines, without their letters: "1b/2" is 1 and 2."""
        return frozenset(re.findall(r"\d", self.value))


NUMERALS = ("one", "two", "three", "four")
VALUES = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "one": "1", "two": "2", "three": "3", "four": "4"}


@once_a_text
def phases(text: str) -> list[Phase]:
    """The phases that a text speaks of, in order; "phases 2 and 3" are two. A "recommended phase 2 dose" is none."""
    if "h" not in text and "H" not in text:
        return []
    found = []
    for match in _phase().finditer(text):
        first, joint, second = match.group("first", "joint", "second")
        if second and second.isalpha() and second.lower() in NUMERALS and first.lower() not in NUMERALS:
            second = None  # "three in phase 2 and one in phase 3"
        if _dose().match(text, match.end()):
            continue
        if second and joint and joint.strip() in ("/", "-", "–", "‑"):
            found.append(Phase(match.start(), match.end("second"), f"{_value(first)}/{_value(second)}"))
            continue
        found.append(Phase(match.start(), match.end("first"), _value(first)))
        if second:
            found.append(Phase(match.start("second"), match.end("second"), _value(second)))
    return found


def _value(written: str) -> str:
    lower = written.lower()
    stem = lower.rstrip("ab") if lower[-1:] in "ab" and len(lower) > 1 else lower
    return VALUES.get(stem, stem) + lower[len(stem) :]


@cache
def _phase() -> re.Pattern[str]:
    value = r"(?:[0-4]|I{1,3}|IV|i{1,3}|iv|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our)[abAB]?(?![\w.]\w)(?!\w)"
    return pattern(
        rf"[Pp](?<!\w[Pp])(?:(?:hases?|HASES?)[ \u00a0‑-]?|hs?\.?(?:[ \u00a0‑-]|(?=[0-4])))(?P<first>{value})"
        rf"(?:(?P<joint>[ \u00a0]?[/–‑-][ \u00a0]?|,? (?:and|or|to) )(?:[Pp]hase[ -])?(?P<second>{value}))?"
    )


@cache
def _dose() -> re.Pattern[str]:
    """What makes a dose of a phase: "recommended phase 2 dose", and not "phase 2 dose-escalation study"."""
    return pattern(
        r" doses?\b(?![‐‑–-]| (?:escalation|finding|ranging|expansion|selection|optimi[sz]ation|"
        r"confirmation))"
    )
