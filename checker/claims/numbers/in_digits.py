"""Numbers in digits, with the typography of medical prose."""

import re
from functools import cache

from checker.claims.numbers.number import DASHES, MULTIPLES, SPACE, Number, first_word, last_word
from checker.claims.numbers.units import is_labelled, sample_before, with_unit
from checker.claims.vocabulary import ANY_PEOPLE, MONTHS, words
from checker.pattern import pattern

GROUPING = ",\u00a0\u202f\u2009"
POINTS = ".·∙⋅"
MINUS = "-−–"
_AS_PLAIN_DIGITS = str.maketrans(dict.fromkeys(POINTS, ".") | dict.fromkeys(GROUPING + " ", ""))
LONGEST = 15
"""Digits of the longest number read; what is longer counts nothing and is slow to convert."""
BEFORE_THOUSANDS = words(
    "of in with all the and about around some to from over total than almost nearly approximately roughly least most "
    "just only among including included involving comprising comprised participants results methods enrolled enrolling "
    "recruited randomised randomized assigned allocated screened treated"
)
DIGIT = pattern(r"\d")


@cache
def _digits() -> re.Pattern[str]:
    return pattern(
        rf"(?:\d{{1,3}}([{GROUPING} ])\d{{3}}(?!\d)(?:\1\d{{3}}(?!\d)){{0,4}}|\d+)(?:[{POINTS}]\d+)?",
    )


def in_digits(text: str) -> list[Number]:
    """The numbers of a text that are written in digits, in the order of their offsets."""
    found = []
    digit = DIGIT.search(text)
    while digit:
        # At any digit a number begins; to look for a digit is far cheaper than to look for a number.
        match = _digits().match(text, digit.start())
        assert match
        start, end = match.span()
        if match.group(1) == " " and not _grouped_by_space(text, start):
            end = start + match.group().index(" ")
        if number := _from_digits(text, start, end):
            found.append(number)
        digit = DIGIT.search(text, end)
    return found


@cache
def _scale() -> re.Pattern[str]:
    return pattern(rf"{SPACE}?(hundred|thousand|million|billion|dozen|bn)\b|-(thousand|million|billion)\b")


def _from_digits(text: str, start: int, end: int) -> Number | None:
    first, stop = start, end
    whole, part = text[start:end], ""
    if not whole.isdigit():
        whole, _, part = whole.translate(_AS_PLAIN_DIGITS).partition(".")
    before = text[start - 1] if start else ""
    if before == "." and not part and not (start > 1 and text[start - 2].isalnum()):
        start, whole, part = start - 1, "0", whole
        before = text[start - 1] if start else ""
    if len(whole) + len(part) > LONGEST:
        return None
    sign = ""
    if before and before in MINUS and (start == 1 or not (text[start - 2].isalnum() or text[start - 2] in ")%.]")):
        sign, start = "-", start - 1
    scale = 1
    if not part and not sign and text.startswith(" and a half", end):
        return Number(
            start,
            end + 11,
            int(whole) + 0.5,
            f"{whole}.5",
            1,
            plain=_is_plain_in_digits(text, first, stop, Number(start, end, int(whole), whole)),
        )
    if scaled := _scale().match(text, end):
        scale = MULTIPLES.get(scaled.group(1) or scaled.group(2), 1_000_000_000)
        end = scaled.end()
    written = sign + whole + ("." + part if part else "")
    number = Number(start, end, _worth(whole, part, scale, sign), written, len(part), scale)
    plain = _is_plain_in_digits(text, first, stop, number)
    return with_unit(text, number._replace(plain=plain))


def _grouped_by_space(text: str, start: int) -> bool:
    """Whether a plain space may group thousands here: where no word before it takes the first group to itself."""
    before = text[max(0, start - 16) : start].rstrip()
    if not before or before[-1] in ",;:([—–=":
        return not (before[-1:] == "," and before[-2:-1].isdigit()) or before[-5:-3] in ("19", "20")
    return last_word(before).casefold() in BEFORE_THOUSANDS


def _worth(whole: str, part: str, scale: int, sign: str) -> int | float:
    scaled = int(whole + part) * scale
    unit = 10 ** len(part)
    value: int | float = scaled // unit if not part or (scale > 1 and scaled % unit == 0) else scaled / unit
    return -value if sign else value


def _is_plain_in_digits(text: str, start: int, end: int, number: Number) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and (before.isalpha() or before in "^_#§№$€£¥₹"):
        return False
    earlier, later = text[max(0, start - 2) : start - 1], text[end + 1 : end + 2]
    if before and before in DASHES and (earlier.isalpha() or _is_part_of_name(text, start - 1)):
        return False
    if before == "/" and (earlier.isalpha() or not earlier):
        return False
    if (before and before in ".:_" and earlier.isdigit()) or (after and after in ".:_" and later.isdigit()):
        return False
    if after and (after in "^⁰¹²³⁴⁵⁶⁷⁸⁹" or after.isupper() or _names_behind().match(text, end)):
        return False
    if before in (".", ")") and earlier.isalpha() and after in (" ", "") and end - start <= 3:
        return False  # The note in "as reported previously.16 Patients were", "the questionnaire (HADS)15"
    if before == "[" and after == "]":
        return False
    digits = text[start:end]
    if digits[0] == "0" and len(digits) > 1 and digits[1].isdigit():
        return False
    if len(digits) == 4 and digits.isdigit() and "1900" <= digits <= "2099" and _is_year(text, start, end):
        return False
    if len(digits) <= 2 and _is_day(text, start, end):
        return False
    if is_labelled(text, number):
        return False
    is_bare = COMPARING.isdisjoint(text[max(0, number.start - 2) : number.start])
    return is_bare or not _statistic_before().search(text, max(0, number.start - 6), number.start)


COMPARING = frozenset("=<>≤≥")


@cache
def _names_behind() -> re.Pattern[str]:
    # Ordinals, decades, letters of a phase, "5-HT", "4-fold", a clock's hours, the steps of an ISO date.
    return pattern(
        r"(?:st|nd|rd|th|s|a|b|c|x)(?!\w)|-[A-Z]{2}|-?fold\b|[ \u00a0]?[ap]\.?m\b|-\d{2,6}-\d|-(?:0\d|1[0-2])(?![\d.%])"
    )


@cache
def _statistic_before() -> re.Pattern[str]:
    return pattern(r"(?:(?<!\w)[pPtFrzQ]|χ2|χ²)\s?[=<>≤≥]\s?$")


def _is_part_of_name(text: str, hyphen: int) -> bool:
    """Whether the digits before a hyphen hang on letters: the "201" of "APD418-201"."""
    stem = text[max(0, hyphen - 8) : hyphen].rstrip("0123456789")
    return bool(stem) and (stem[-1].isalpha() or (stem[-1] == "-" and stem[-2:-1].isalnum()))


def _is_year(text: str, start: int, end: int) -> bool:
    return not (sample_before().search(text, max(0, start - 4), start) or _people_behind().match(text, end))


def _is_day(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 11) : start]
    if before[-1:] in (" ", "\u00a0") and last_word(before.rstrip()) in MONTHS and int(text[start:end]) <= 31:
        return True
    return text[end : end + 1] in (" ", "\u00a0") and first_word(text, end + 1) in MONTHS


@cache
def _people_behind() -> re.Pattern[str]:
    return pattern(rf"[ \u00a0-](?:[a-z][a-z-]{{0,20}} ){{0,2}}(?:{ANY_PEOPLE}|females|males)\b")
