"""What other sources call the values of ClinicalTrials.gov's API, in its own words."""

from __future__ import annotations

import re

from checker.dates import is_date

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()

OTHERWISE = {
    "ANTICIPATED": "ESTIMATED",
    "UNKNOWN_STATUS": "UNKNOWN",
    "N_A": "NA",
    "NOT_APPLICABLE": "NA",
    "COMPLETE": "COMPLETED",
    "PENDING": "NOT_YET_RECRUITING",
    "NONE_OPEN_LABEL": "NONE",
    "OPEN_LABEL": "NONE",
    "CROSS_OVER": "CROSSOVER",
    "CROSS_OVER_ASSIGNMENT": "CROSSOVER",
    "NON_RANDOMISED": "NON_RANDOMIZED",
    "RANDOMISED": "RANDOMIZED",
    "EARLY_PHASE_1": "EARLY_PHASE1",
    "PHASE_0": "EARLY_PHASE1",
    "NO_LONGER_RECRUITING": "ACTIVE_NOT_RECRUITING",
}
ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}


def word(text: str | None) -> str | None:
    """A value of a list as the API writes it: `Active, not recruiting` is ACTIVE_NOT_RECRUITING."""
    found = re.sub(r"[^A-Z0-9]+", "_", (text or "").upper()).strip("_")
    found = found.removesuffix("_ASSIGNMENT")
    return OTHERWISE.get(found, found) or None


def phases(text: str | None) -> tuple[str, ...]:
    """The phases that a text names: `Phase 1/Phase 2`, `PHASE1|PHASE2`, `Phase II`, `N/A`; () where it names none."""
    said = (text or "").strip().lower()[:400]
    if said in ("n/a", "na", "not applicable"):
        return ("NA",)
    if "): yes" in said or "): no" in said:  # The European register lists all phases, and which of them it is.
        said = " ".join(re.findall(r"\((phase [iv]{1,3})\): yes", said))
    alone = re.fullmatch(r"(iv|i{1,3}|[0-4])[ab]?(?: ?[/|-] ?(iv|i{1,3}|[1-4])[ab]?)?", said)
    if alone:
        found = [("", each) for each in alone.groups() if each]
    else:
        found = re.findall(r"(early[ _]?)?(?:phase[ _-]?|[/|,&+-] ?)(iv|i{1,3}|[0-4])(?![0-9])", said)
    numbers = ((early, ROMAN.get(digit, digit)) for early, digit in found)
    return tuple(dict.fromkeys("EARLY_PHASE1" if early or each == "0" else f"PHASE{each}" for early, each in numbers))


def day(text: str | None) -> str | None:
    """A date, however precise, in one of the ways in which registries write it; None where it is none.

    `2018-11-05`, `2018-11`, `2018`, `20181105`, `2018/11/05`, `05/11/2018` (the day first), `November 5, 2018`,
    `5 November 2018`, `November 2018`.
    """
    said = (text or "").strip()[:40]
    if not said.isascii():
        return None
    month_first = said.endswith((" AM", " PM"))  # The portal's own stamps are American.
    said = re.sub(r"(?<=\d)(?:T|\s+)\d{1,2}:\d\d.*", "", said)
    if re.fullmatch(r"\d{8}", said):
        return _checked(f"{said[:4]}-{said[4:6]}-{said[6:]}")
    if match := re.fullmatch(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?", said):
        return _checked("-".join((match[1], *(each.zfill(2) for each in match.groups()[1:] if each))))
    if match := re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", said):
        number, month = (match[2], match[1]) if month_first else (match[1], match[2])
        return _checked(f"{match[3]}-{month.zfill(2)}-{number.zfill(2)}")
    if re.fullmatch(r"\d{4}", said):
        return _checked(said)
    match = re.fullmatch(r"(?:(\d{1,2})[ -])?([A-Za-z]{3,9})\.?[ -](?:(\d{1,2}),? )?(\d{4})", said)
    if match and match[2][:3].lower() in MONTHS:
        number = match[1] or match[3]
        month = f"{match[4]}-{MONTHS.index(match[2][:3].lower()) + 1:02}"
        return _checked(f"{month}-{number.zfill(2)}" if number else month)
    return None


def _checked(date: str) -> str | None:
    return date if is_date(date) and "1900" <= date[:4] <= "2099" else None


def truth(text: str | None) -> bool | None:
    """Whether a text says yes; None where it says neither."""
    said = (text or "").strip().lower()
    return True if said in ("t", "true", "yes", "1", "y") else False if said in ("f", "false", "no", "0", "n") else None


def count(text: str | None) -> int | None:
    """A number of people or places; None where a text is none, or more than there can be."""
    said = (text or "").strip().replace(",", "")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 8 else None


def once(texts: list[str]) -> tuple[str, ...]:
    """Texts without those that are empty or repeated."""
    return tuple(dict.fromkeys(text.strip() for text in texts if text.strip()))
