"""Parts that a bracket behind a count of people gives, and that add up to it: arms, or other groups of its people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.claim import Found
from checker.claims.kinds._views import arm_words
from checker.claims.kinds._whose import names_a_trial
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.numbers import Number
    from checker.claims.said import Said

FARTHEST = 70
"""So many characters may stand between a count and the bracket that splits it."""

LONGEST = 260
"""Characters of the longest bracket that is read."""

OPENING = pattern(r"[^().;:]{0,70}?(?:(?P<bracket>\()|(?:,? namely|:| [–—-]) (?=\w))")
TOLD = pattern(
    r" (?:with|in|on|from|to|who|were|was|are|had|have|of|received|got|took|will|patients?|participants?|people|women|"
    r"men|"
    r"woman|man|boys?|girls?|females?|males?|children|adults|adolescents|controls?|placebo)\b"
)
"""What is said right behind each part that no bracket holds."""
ARM = pattern(
    r"\b(?:arms?|groups?|placebo|sham|controls?|usual care|standard care|standard of care|vehicle|saline|intervention|"
    r"active|treated|untreated|surgical|medical|receiv(?:ed|ing)|got|to|on|mg|assigned|allocated|randomi[sz]ed)\b"
)
LABEL = pattern(r"\b(?:part|step|stage|cohort|phase|panel) $")
"""What a number behind it is the name of, and no count: "9 in step 1 and 18 in step 2"."""
SORTS = pattern(r" (?:[a-z-]+ )?(?:types|kinds|sorts|forms|groups|arms|cohorts|strata|sexes|doses)\b")
"""What a count before the parts may be of: "the two types of it: nine with one and three with the other"."""
ASSIGNED = pattern(r"\b(?:randomi[sz]ed|randomly|assigned|allocated)\b")
NO_ARM = pattern(
    r"\b(?:men|women|males?|females?|boys?|girls?|m|f|children|adults|adolescents|infants|with|without|who|aged|years?|"
    r"positive|negative|responders|diabetic|smokers|in (?!the (?:[a-z-]+ ){0,3}(?:group|arm))|from|at)\b"
)


LATE = ("completed", "analyzed")
"""Roles of people whose parts are some of their arms."""
SPLIT_KINDS = ("enrollment", "arm_size", "subgroup_size")


def split(said: Said, found: list[Found]) -> Iterator[Found]:
    """The claims, with what a bracket splits a count into made parts of it."""
    known = {claim.start: claim for claim in found}
    for whole in found:
        if whole.kind in SPLIT_KINDS:
            for number, kind in parts(said, whole):
                claim = known.get(number.start) or Found(kind, int(number.value), number.start, number.end)
                told = ("", "sample of an arm", "befell") if whole.role not in LATE else ("", "sample of an arm")
                of_some = whole.kind == "subgroup_size" and claim.kind == "arm_size"
                if claim.kind == "enrollment" or claim.pattern in told or of_some:
                    claim = claim._replace(kind=kind, role="", pattern="split")
                known[number.start] = claim
    samples = [number for number in said.numbers if number.kind == "sample"]
    if len(samples) > 1 and any(
        whole.kind == "subgroup_size"
        and whole.start < samples[0].start
        and whole.value == sum(int(number.value) for number in samples)
        for whole in found
    ):
        for number in samples:
            if number.start in known:
                known[number.start] = known[number.start]._replace(kind="subgroup_size", role="")
    yield from (known[start] for start in sorted(known))


def parts(said: Said, whole: Found) -> Iterator[tuple[Number, str]]:
    """The counts in the bracket behind a claim, with the kind of each, where they add up to it; else nothing.

    "120 women (61 in the app arm and 59 on the waiting list)", "58 patients (29 mild, 29 severe)".
    """
    opened = OPENING.match(said.lower, whole.end)
    if not opened or opened.end() - whole.end > FARTHEST:
        return
    closing = _closing(said.text, opened.end()) if opened["bracket"] else len(said.text)
    found = [number for number in said.numbers if opened.end() <= number.start and number.end <= closing]
    found = [number for number in found if number.is_count and not number.ranged]
    if any(names_a_trial(said, number) for number in found):
        return
    found = [number for number in found if not LABEL.search(said.lower, max(0, number.start - 8), number.start)]
    if not opened["bracket"]:
        found = _first_parts(said, found, whole)
    between = [number for number in said.numbers if whole.end <= number.start < opened.end() and number.is_count]
    if len(found) < 2 or not all(SORTS.match(said.lower, number.end) for number in between):
        return
    if sum(number.value for number in found) != whole.value or any(not number.value for number in found):
        return
    inside = said.lower[opened.end() : min(closing, found[-1].end + FARTHEST)]
    names = said.article.once(arm_words)
    arms = (
        bool(ARM.search(inside)) or not names.isdisjoint(inside.split()) or _is_assigned(said, opened.end())
    ) and not NO_ARM.search(inside)
    kind = "arm_size" if arms and whole.kind == "enrollment" else "subgroup_size"
    for number in found:
        yield number, kind


def _first_parts(said: Said, found: list[Number], whole: Found) -> list[Number]:
    """The first counts behind a colon, as many as make up the whole, if they are told of as people."""
    total = 0
    for index, number in enumerate(found):
        total += int(number.value)
        if whole.value == total or not TOLD.match(said.lower, number.end):
            return found[: index + 1] if TOLD.match(said.lower, number.end) else []
    return []


def _is_assigned(said: Said, end: int) -> bool:
    return ASSIGNED.search(said.lower, max(0, end - 160), end) is not None


def _closing(text: str, start: int) -> int:
    """The offset of the bracket that closes what was opened before `start`; brackets may stand in it."""
    depth = 1
    for offset in range(start, min(len(text), start + LONGEST)):
        if text[offset] == "(":
            depth += 1
        elif text[offset] == ")":
            depth -= 1
            if not depth:
                return offset
    return start
