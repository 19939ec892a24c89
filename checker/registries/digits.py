"""What the digits of a registration number tell: check digits, dates, and which number a mistyped one was meant to be.

No registry documents the check digits; they were found in the numbers. Of 29,858 numbers of ClinicalTrials.gov above
10,000, all are multiples of 13; of 350 Australian and New Zealand numbers all but one have the three check digits.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.dates import is_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CHECKED = (("NCT", r"0[0-9]{7}", 8), ("ACTRN", r"126[0-9]{11}", 14))
"""The registries that have check digits: prefix, pattern and number of digits."""

FIRST_CHECKED = 10_000
"""Numbers of ClinicalTrials.gov below this one were given before they were made multiples of 13."""


def check_digits_hold(number: str) -> bool:
    """Whether a canonical number passes the check digits of its registry; True where the registry has none."""
    if number.startswith("NCT"):
        digits = int(number[3:])
        return digits < FIRST_CHECKED or digits % 13 == 0
    if number.startswith("ACTRN"):
        digit = [int(char) for char in number[5:19]]
        first, second = -sum(digit[:5]) % 10, -sum(digit[5:11]) % 10
        return digit[11:] == [first, second, (first + second) % 10]
    return True


# Dates

_DATED = {
    "IRCT2": (r"IRCT(20[0-9]{2})([0-9]{2})([0-9]{2})[0-9]+N", 3),
    "TCTR2": (r"TCTR(20[0-9]{2})([0-9]{2})([0-9]{2})[0-9]{3}", 3),
    "PACTR": (r"PACTR(20[0-9]{2})([0-9]{2})[0-9]{4}", 2),
    "LBCTR": (r"LBCTR(20[0-9]{2})([0-9]{2})[0-9]{4}", 2),
    "CTRI/": (r"CTRI/(20[0-9]{2})/([0-9]{2})/", 2),
}
"""By the first five characters: the pattern of the date in a number, and how many parts it has."""

_PERSIAN_DATE = r"IRCT1[0-9]{3}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
_LEGACY = r"TCTR2012000|CTRI/20(?:0[7-9]|1[01])/091/"


def embedded_date(number: str) -> str | None:
    """The date inside a canonical number of IRCT, TCTR, PACTR, LBCTR or CTRI, as `yyyy-mm-dd` or `yyyy-mm`.

    It may be impossible. None where there is none: in other registries, in Persian dates and in older forms.
    """
    pattern, parts = _DATED.get(number[:5], ("", 0))
    match = re.match(pattern, number) if pattern and not re.match(_LEGACY, number) else None
    return "-".join(match.groups()[:parts]) if match else None


def has_possible_date(number: str) -> bool:
    """Whether the date inside a canonical number is one that the calendar knows, if there is one at all."""
    date = embedded_date(number)
    if date is not None:
        return is_date(date)
    if number.startswith("IRCT"):
        return re.match(_PERSIAN_DATE, number) is not None
    return not number.startswith("CTRI/") or re.match(_LEGACY, number) is not None


# Repair


def distance(one: str, other: str, most: int = 2) -> int:
    """How many single changes (a character put in, left out or replaced, or two neighbours exchanged) make one text
    of the other; `most + 1` for all that takes more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    one, other = _differing(one, other)
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, char in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (char != wanted))
            if i > 1 and j > 1 and char == other[j - 2] and wanted == one[i - 2]:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most and (not before or min(before) > most):
            return most + 1
    return min(row[-1], most + 1)


def _differing(one: str, other: str) -> tuple[str, str]:
    """Two texts without what both begin and end with: in a number and a slip of it, that is nearly all."""
    length = min(len(one), len(other))
    start = next((at for at in range(length) if one[at] != other[at]), length)
    end = next((at for at in range(length - start) if one[-1 - at] != other[-1 - at]), length - start)
    return one[start : len(one) - end], other[start : len(other) - end]


def nearest(number: str, cited: Iterable[str], most: int = 2) -> list[str]:
    """Those of the `cited` canonical numbers that are at most `most` changes from `number`, the nearest first."""
    plain = _comparable(number)
    ranked = sorted((distance(plain, _comparable(other), most), other) for other in set(cited) - {number})
    return [other for far, other in ranked if far <= most]


def slips(number: str) -> set[str]:
    """The number with each of its characters left out in turn, and whole: texts that are one change apart share one."""
    plain = _comparable(number[:40])
    return {plain, *(plain[:at] + plain[at + 1 :] for at in range(len(plain)))}


def _comparable(number: str) -> str:
    return re.sub("[^0-9A-Z]", "", number.upper())


def repair_candidates(number: str, cited: Iterable[str] = ()) -> list[str]:
    """The canonical numbers that a mistyped one may have been meant for, the likeliest first.

    `number` is canonical but fails its check digits, or is malformed. `cited` are the canonical numbers that stand
    elsewhere in the article: those among them that come near are named first. The others hold their check digits and
    are one change away: neighbours exchanged, one digit replaced, one put in or left out; there are such only for
    registries that have check digits.
    """
    found = [near for near in nearest(number, cited) if check_digits_hold(near)]
    for prefix, pattern, length in CHECKED:
        if number.upper().startswith(prefix):
            digits = re.sub("[^0-9]", "", number)[: length + 2]
            changed = (other for other in _changed(digits, length) if re.fullmatch(pattern, other))
            found += (prefix + other for other in changed if check_digits_hold(prefix + other))
    return [other for other in dict.fromkeys(found) if other != number]


def _changed(digits: str, length: int) -> Iterator[str]:
    """The texts of `length` digits that are one change away from `digits`, the commonest slips first."""
    if len(digits) == length:
        for at in range(length - 1):
            yield digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
        for at in range(length):
            yield from (f"{digits[:at]}{digit}{digits[at + 1 :]}" for digit in "0123456789")
    elif len(digits) == length - 1:
        yield f"0{digits}"
        for at in range(length):
            yield from (f"{digits[:at]}{digit}{digits[at:]}" for digit in "0123456789")
    elif len(digits) == length + 1:
        for at in range(length + 1):
            yield digits[:at] + digits[at + 1 :]
