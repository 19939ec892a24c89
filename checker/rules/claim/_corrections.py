"""The claim's words with the record's fact in place of their own, and the record with the claim's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.claims.ledger import quote
from checker.claims.numbers import numbers
from checker.claims.phases import phases
from checker.dates import is_date, spoken
from checker.pattern import pattern

if TYPE_CHECKING:
    from checker.article import Article
    from checker.claims.claim import Claim

MONTH = (
    "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug "
    "Sept Sep Oct Nov Dec"
).replace(" ", "|")
ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV"}
SPELLED = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()

STATUS = {
    "RECRUITING": ("is recruiting", "recruiting"),
    "NOT_YET_RECRUITING": ("is not yet recruiting", "not yet recruiting"),
    "ACTIVE_NOT_RECRUITING": ("is active but no longer recruiting", "active but no longer recruiting"),
    "ENROLLING_BY_INVITATION": ("is enrolling by invitation", "enrolling by invitation"),
    "COMPLETED": ("has been completed", "completed"),
    "TERMINATED": ("was stopped early", "stopped early"),
    "SUSPENDED": ("has been suspended", "suspended"),
    "WITHDRAWN": ("was withdrawn", "withdrawn"),
    "UNKNOWN": ("is of unknown status", "of unknown status"),
}
"""What is said of a trial in each status: with its verb, and behind one."""

BLIND = {
    "NONE": "open-label",
    "SINGLE": "single-blind",
    "DOUBLE": "double-blind",
    "TRIPLE": "triple-blind",
    "QUADRUPLE": "quadruple-blind",
}

CONTROLS = {
    "PLACEBO_COMPARATOR": "placebo",
    "SHAM_COMPARATOR": "sham",
    "ACTIVE_COMPARATOR": "active",
    "NO_INTERVENTION": "untreated",
}
"""Arms that others are compared with, as a group of a trial is called."""

BEHIND = pattern(
    r"\s{0,9}(?:[.,;:)!?\n]|$|(?:in|at|since|and|but|by|with|until|on|as|when|while|because|after|before)\b)"
)
"""What may follow a status whatever it is; "is recruiting adults" has an object that "was completed" cannot have."""

WITH_ARTICLE = frozenset(
    (
        "Netherlands",
        "United States",
        "United Kingdom",
        "Philippines",
        "Czech Republic",
        "Dominican Republic",
        "US",
        "UK",
    )
)

NUMBERED = frozenset(
    "enrollment arm_size subgroup_size sites countries_count arms percentage hazard_ratio odds_ratio risk_ratio "
    "mean_change".split()
)
"""Kinds whose words hold one number that a fact takes the place of."""


def corrected(article: Article, claim: Claim) -> str | None:
    """What to write in place of a claim's words so that they say what the record does.

    None where that takes more than another word or number, and where marks of emphasis or a link stand among the words.
    """
    text = quote(article, claim)
    fact = claim.fact_value or ""
    if article.text[claim.span.start : claim.span.end] != text or not fact:
        return None
    kind = claim.found.kind
    new = None
    if kind in NUMBERED:
        new = _with_number(text, claim.found.value, fact)
    elif kind.endswith("_date"):
        new = _with_date(text, fact)
    elif kind == "phase":
        new = _with_phase(text, fact)
    elif kind == "status":
        new = _with_status(text, fact) if BEHIND.match(article.text, claim.span.end) else None
    elif kind == "masking" and re.fullmatch(
        r"(?i)open[- ]label(?:l?ed)?|(?:single|double|triple)[- ]?(?:blind|mask)(?:ed)?", text
    ):
        new = BLIND.get(fact)
    elif kind == "allocation" and fact in ("RANDOMIZED", "NON_RANDOMIZED"):
        new = _with_allocation(text)
    elif kind == "countries" and (
        isinstance(claim.found.value, tuple) and (len(claim.found.value) > 1 or "," not in fact)
    ):
        before = article.text[max(claim.span.start - 4, 0) : claim.span.start].lower()
        new = _listed([name if before == "the " else in_prose(name) for name in fact.split(", ")])
    elif kind == "control":
        new = _with_control(text, fact)
    elif kind == "age":
        new = _with_age(text, claim, fact)
    elif kind == "randomization_ratio":
        new = re.sub(r"\d{1,3}(?: ?[:] ?\d{1,3})+", fact, text, count=1) if ":" in text else None
    elif kind in ("acronym", "sponsor"):
        new = fact
    elif kind == "p_value":
        new = _with_p(text, fact)
    elif kind == "confidence_interval":
        new = _with_bounds(text, fact)
    return None if new in (None, text) else new


def _with_number(text: str, value: object, fact: str) -> str | None:
    found = [number for number in numbers(text) if isinstance(value, int | float) and abs(number.value) == abs(value)]
    if len(found) != 1 or not re.fullmatch(r"-?\d{1,15}(?:\.\d{1,15})?", fact):
        return None
    number = found[0]
    amount = float(fact)
    written = text[number.start : number.end]
    if number.spelled:
        if not amount.is_integer():
            return None
        new = _spelled(int(amount))
        if written[:1].isupper():
            new = new[:1].upper() + new[1:]
    elif number.kind in ("", "sample", "percent") and number.scale == 1:
        decimals = max(
            number.decimals,
            0 if amount.is_integer() else len(fact.partition(".")[2]) if number.kind != "percent" else 0,
        )
        sign = "," if amount >= 10_000 or "," in written else ""
        amount = abs(amount) if isinstance(value, int | float) and value > 0 else amount
        new = re.sub(r"\d[\d,.·]*", f"{amount:{sign}.{decimals}f}", written, count=1)
    else:
        return None
    return text[: number.start] + new + text[number.end :]


def _spelled(count: int) -> str:
    return SPELLED[count] if 0 < count < len(SPELLED) else f"{count:,}" if count >= 10_000 else str(count)


def _with_date(text: str, fact: str) -> str | None:
    if not is_date(fact):
        return None
    year, month, day = (*fact.split("-"), "", "")[:3]
    forms = (
        (rf"(?:{MONTH})\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}", spoken(fact)),
        (rf"\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{MONTH})\.? \d{{4}}", _day_first(fact) if day else spoken(fact)),
        (rf"(?:{MONTH})\.? (?:of )?\d{{4}}", spoken(fact[:7])),
        (r"\d{4}-\d{2}-\d{2}", fact),
        (r"\d{4}", year),
    )
    for form, new in forms:
        if re.search(rf"\b{form}\b", text):
            return re.sub(rf"\b{form}\b", new, text, count=1)
    return spoken(fact) if not month or not day or re.search(MONTH, text) else spoken(fact[:7])


def _day_first(fact: str) -> str:
    month, day, year = spoken(fact).replace(",", "").split()
    return f"{day} {month} {year}"


def _with_phase(text: str, fact: str) -> str | None:
    said = phases(text)
    steps = re.findall(r"PHASE(\d)", fact)
    if len(said) != 1 or not steps or "EARLY" in fact:
        return None
    roman = re.search(r"[IVX]", text[said[0].start : said[0].end].partition("hase")[2] or text)
    new = "/".join(ROMAN[step] if roman else step for step in steps)
    number = re.search(
        r"(?<![A-Za-z])(?:[IV]{1,3}|[1-4]|one|two|three|four)[abAB]?(?:\s?[/–‑-]\s?(?:[IV]{1,3}|[1-4])[abAB]?)?$", text
    )
    return text[: number.start()] + new if number else None


def _with_status(text: str, fact: str) -> str | None:
    if fact not in STATUS:
        return None
    whole, bare = STATUS[fact]
    if re.match(r"(?:is|are|was|were|has|have|had)\b", text):
        return whole
    return bare if re.fullmatch(r"[a-z][a-z ,-]{2,40}(?:ing|ed|wn|pen)", text) else None


def _with_allocation(text: str) -> str | None:
    if match := re.fullmatch(r"([Nn])on-?(randomi[sz]ed)", text):
        return match[2].capitalize() if match[1] == "N" else match[2]
    if re.fullmatch(r"[Rr]andomi[sz]ed", text):
        return ("Non-" if text[0] == "R" else "non-") + text.lower()
    return None


def _with_age(text: str, claim: Claim, fact: str) -> str | None:
    bounds = re.findall(r"\d+", str(claim.found.value))
    lower = claim.fact is not None and claim.fact[-1] == "minimum"
    wrong = bounds[0 if lower else -1] if bounds else ""
    return re.sub(rf"\b{wrong}\b", fact, text, count=1) if wrong and text.count(wrong) == 1 else None


def _with_p(text: str, fact: str) -> str | None:
    match = re.search(r"[<>=≤≥]?\s?\d?[.·]\d+", text)
    sign, value = ("", fact) if fact[:1].isdigit() else (fact[0], fact[1:].strip())
    if match is None:
        return None
    equals = "=" if sign == "" and not match[0][0].isdigit() else sign
    space = " " if " " in match[0] else ""
    return text[: match.start()] + (f"{equals}{space}{value}" if equals else value) + text[match.end() :]


def _with_bounds(text: str, fact: str) -> str | None:
    found = numbers(text)
    low, _, high = fact.partition(" to ")
    said = [number for number in found if number.kind != "percent" or "%" not in text[: number.end]]
    if len(found) != 2 or len(said) != 2 or not high:
        return None
    first, second = found
    between = text[first.end : second.start]
    if low.startswith("-") or high.startswith("-"):
        between = " to "
    return f"{text[: first.start]}{low}{between}{high}{text[second.end :]}"


def _with_control(text: str, fact: str) -> str | None:
    control = next((word for kind, word in CONTROLS.items() if kind in fact), None)
    if re.fullmatch(r"(?i)(?:placebo|sham)-controlled", text) and "COMPARATOR" in fact:
        return f"{control}-controlled" if control else None
    if (
        match := re.fullmatch(r"(?i)(no|without an?y?|with no) (?:control|comparison) (?:group|arm)", text)
    ) and control:
        article = "an" if control[0] in "aeiou" else "a"
        return f"{'with ' if ' ' in match[1] or match[1] != 'no' else ''}{article} {control} group"
    return None


def in_prose(country: str) -> str:
    """A country's name with the article that it has in a sentence."""
    return f"the {country}" if country in WITH_ARTICLE else country


def indefinite(before: str, new: str) -> str | None:
    """ "a" or "an", whichever belongs before new words, where the other one ends the text before them; else None."""
    said = re.search(r"(?<![\w-])([Aa]n?) $", before)
    right = "an" if new[:1].lower() in "aeio" or new.startswith("unc") else "a"
    return None if said is None or said[1].lower() == right else (right.capitalize() if said[1][0] == "A" else right)


def _listed(names: list[str]) -> str | None:
    if len(names) > 8:
        return None
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def as_fact(claim: Claim) -> str | None:
    """What the record has to say where the claim is right, as YAML; None where that is more than one plain value."""
    kind, value, fact = claim.found.kind, claim.found.value, claim.fact or ()
    last = fact[-1] if fact else ""
    if kind in ("enrollment", "arm_size", "subgroup_size", "sites") and isinstance(value, int) and last != "arms":
        return str(value)
    if kind in ("hazard_ratio", "odds_ratio", "risk_ratio", "mean_change") and last == "value":
        return f"{value}"
    if kind.endswith("_date") and last == "date" and is_date(str(value)):
        return str(value)
    if kind in ("status", "masking", "allocation", "intervention_model") and isinstance(value, str):
        return value
    if kind == "phase" and re.fullmatch(r"[1-4](?:[ab])?(?:/[1-4])?(?:[ab])?", str(value)):
        return "[" + ", ".join(f"PHASE{step}" for step in re.findall(r"\d", str(value))) + "]"
    if kind == "randomization_ratio":
        return f'"{value}"'
    return None
