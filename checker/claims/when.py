"""Dates in prose: where they stand, and what they say as a partial date.

`dates` is the one door. It reads days, months, quarters, halves, seasons and years in the forms of news, abstracts and
registries, and ranges of them whose first part leaves its month or year to the second ("12 to 19 March 2021", "from
October to December 2020"). A year that the sentence states elsewhere is filled in from there ("opened in May 2017 and
closed that August"); `settle` fills in what only the day of writing can tell ("in June next year").

A year counts as a date only where the words around it say so ("in 2012", "since 2015", "(2019)", "2016–2019"), so
"2020 patients" is none; a month with neither day nor year only after a word such as "in" or "by", so the verbs "may"
and "march" are none.
"""

import re
from functools import cache

from checker.claims.date_forms import DASH, When, forms
from checker.claims.repeated import once_a_text
from checker.pattern import pattern

__all__ = ["When", "dates", "settle"]


@once_a_text
def dates(text: str) -> list[When]:
    """The dates of a text, in order; those whose year it does not tell have a value that begins with `--`."""
    holds = _held(text)
    if not holds:
        return []
    taken = bytearray(len(text))
    found = []
    for need, form, read in forms():
        if need not in holds:
            continue
        for match in form.finditer(text):
            for when in read(text, match):
                if not any(taken[when.start : when.end]):
                    taken[when.start : when.end] = b"\1" * (when.end - when.start)
                    found.append(when)
    return _filled(text, sorted(found))


A_YEAR = pattern("19[5-9]|20[0-4]")
A_MONTH = tuple("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec JAN FEB MAR APR JUN JUL AUG SEP OCT NOV DEC".split())


def _held(text: str) -> list[str]:
    """What a text holds of what the forms need; most sentences hold none of it."""
    year = ("19" in text or "20" in text) and A_YEAR.search(text) is not None
    held = ["year", "edge"] if year else []
    if "year" in text:
        held += ["words"] if year else ["words", "edge"]
    elif "quarter" in text or "half" in text or "Year" in text:
        held.append("words")
    for month in A_MONTH:
        if month in text:
            held.append("month")
            break
    if "Q" in text or "H" in text:
        held.append("part")
    return held


def settle(when: When, today: str, *, to_come: bool) -> When:
    """A date whose year only the day of writing tells (a partial date, as much of it as is known), with that year.

    Without "this", "next" or "last" it is the nearest such date from that day on if it is `to_come`, else the nearest
    until then. It stays without a year where that day is not known well enough.
    """
    rest = when.value[2:]
    if when.is_whole or not today or when.relative in ("same", "after", "later"):
        return when
    year, here = int(today[:4]), today[5 : 5 + len(rest)]
    turn = {"next": 1, "last": -1}.get(when.relative, 0)
    if not rest or when.about or when.relative == "this":
        return when.of(year + turn)
    if rest[0] in "QH":
        if turn or len(here) < 2:
            return when.of(year + turn) if turn else when
        now = (int(here) + 2) // 3 if rest[0] == "Q" else (int(here) + 5) // 6
        return when.of(year + (int(rest[1]) < now) if to_come else year - (int(rest[1]) > now))
    if len(here) < len(rest[:2]):
        return when
    if when.relative == "next" or (to_come and when.relative != "last"):
        return when.of(year + (rest < here or (rest == here and when.relative == "next")))
    return when.of(year - (rest > here or (rest == here and when.relative == "last")))


def _filled(text: str, found: list[When]) -> list[When]:
    """The same dates, with the years that their neighbours state, and marked where they are the ends of ranges."""
    ahead: list[When] = []
    following: When | None = None
    for index in range(len(found) - 1, -1, -1):
        when = found[index]
        behind = text[when.end : found[index + 1].start] if index + 1 < len(found) else ""
        if not when.is_whole and not when.relative and following and len(behind) < 24 and _listed().fullmatch(behind):
            when = _before(when, following)
        following = when if when.is_whole else None
        ahead.append(when)
    result: list[When] = []
    known: When | None = None
    for when in reversed(ahead):
        if result and not when.joined:
            when = when._replace(joined=_is_range(text, result[-1], when))
        if known and not when.is_whole and when.relative in ("", "same", "after", "later") and when.value != "--":
            when = _after(when, known)
        ahead_of_month = result and when.filled and text[result[-1].end : when.start] == " in "
        if ahead_of_month and result[-1].value == when.value[:4]:
            when = when._replace(start=result.pop().start)  # "the congress of 2019 in September"
        known = when if when.is_whole else known
        result.append(when)
    return result


def _before(when: When, other: When) -> When:
    """A date with the year of the one it is listed before: the year before, if it would come after it."""
    year = int(other.value[:4])
    return when.of(year - _comes_after(when.value[2:], other.value[5:]))


def _after(when: When, other: When) -> When:
    """A date with the year of one before it in the sentence: the year after, if it ends what that one begins."""
    year = int(other.value[:4])
    turns = when.relative == "after" or (when.joined and when.relative == "")
    return when.of(year + (when.relative == "later" or (turns and _comes_after(other.value[5:], when.value[2:]))))


def _comes_after(one: str, other: str) -> bool:
    """Whether one month or day (`11`, `11-05`) comes after another in the same year, as far as both are known."""
    common = min(len(one), len(other))
    return one[:common] > other[:common] if one[:1].isdigit() and other[:1].isdigit() else False


def _is_range(text: str, first: When, last: When) -> bool:
    gap = text[first.end : last.start]
    if len(gap) > 24 or not (joint := _joint().fullmatch(gap)):
        return False
    return not joint.group("and") or text[max(0, first.start - 12) : first.start].lower().rstrip().endswith("between")


@cache
def _joint() -> re.Pattern[str]:
    return pattern(rf"\s?{DASH}\s?|,?\s(?:(?:up\s)?to|through|thru|until|till|(?P<and>and))\s(?:the\s)?")


@cache
def _listed() -> re.Pattern[str]:
    return pattern(rf"\s?{DASH}\s?|\s?[/&]\s?|,\s|,?\s(?:and|to|through|thru|until|till|or)\s(?:on\s|in\s)?(?:the\s)?")
