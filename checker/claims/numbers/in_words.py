"""Numbers in words, up to the billions, and fractions in words."""

import re
from functools import cache, lru_cache

from checker.claims.numbers.number import MULTIPLES, SCALES, SPACE, Number, last_word
from checker.claims.numbers.units import is_labelled, with_unit
from checker.claims.vocabulary import words
from checker.pattern import pattern

UNITS = {
    word: value
    for value, word in enumerate(
        (
            *(
                "zero",
                "one",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
            ),
            *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
        )
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
        start=2,
    )
}
PORTIONS = {
    **dict.fromkeys(("half", "halves"), 2),
    **dict.fromkeys(("third", "thirds"), 3),
    **dict.fromkeys(("quarter", "quarters", "fourths"), 4),
    **dict.fromkeys(("fifth", "fifths"), 5),
    **dict.fromkeys(("sixth", "sixths"), 6),
    **dict.fromkeys(("eighth", "eighths"), 8),
    **dict.fromkeys(("tenth", "tenths"), 10),
}
BEFORE_HALVES = words("first second latter last final time next")
PRONOUN_MAKERS = words("no any some every each this that the which another first last")
"""What makes a pronoun of the "one" that follows."""


def in_words(text: str) -> list[Number]:
    """The numbers of a text that are written in words, in the order of their offsets."""
    lower = text.lower()
    if len(lower) != len(text):  # a letter that has no small form of one code point; offsets come first
        lower = text
    return [number for match in _spelled().finditer(lower) for number in _from_words(text, match)]


@cache
def _spelled() -> re.Pattern[str]:
    word = "|".join(sorted((*UNITS, *TENS, *MULTIPLES), reverse=True))
    gap = rf"(?:{SPACE}|-|‑)"
    return pattern(
        rf"(?<![\w-])(?:(?:{word})(?:{gap}(?:and{SPACE})?(?:{word})\b){{0,24}}|half|"
        r"(?:a|one) (?:third|quarter|fifth|tenth)(?= of\b))(?!\w)"
    )


@cache
def _word() -> re.Pattern[str]:
    return pattern(r"[a-z]+")


@cache
def _behind_words() -> re.Pattern[str]:
    return pattern(
        r"(?P<portion>[- ](?:half|halves|thirds?|quarters?|fourths|fifths?|sixths|eighths|tenths)\b)|"
        r"(?P<more> and a half\b)|"
        r"(?P<ordinal>[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b|th\b)|"
        r"(?P<vague>-to-|[- ]?fold\b|'s\b|’s\b| another\b| by one\b| or two\b)"
    )


def _from_words(text: str, match: re.Match[str]) -> list[Number]:
    run = match.group()
    if run == "half":
        return _half(text, match)
    if run.startswith("a ") or (run.startswith("one ") and run[4:] in PORTIONS):
        return [_portion(match.start(), match.end(), 1, PORTIONS[run.split()[1]])]
    begin = match.start()
    first_word, read = _read(run)
    found = [Number(begin + start, begin + end, value, str(value), spelled=True) for start, end, value in read]
    found[0] = _with_article(text, found[0], first_word)
    last = found.pop()
    behind = _behind_words().match(text, last.end)
    if behind and behind.group("portion"):
        last = _portion(last.start, behind.end(), int(last.value), PORTIONS[behind.group()[1:]])
    elif behind and behind.group("more"):
        last = last._replace(end=behind.end(), value=last.value + 0.5, written=f"{last.value}.5", decimals=1)
    elif behind and (behind.group("ordinal") or behind.group("vague")):
        last = last._replace(plain=False)
    return [
        with_unit(text, number._replace(plain=number.plain and _is_plain_in_words(text, number)))
        for number in (*found, last)
    ]


@lru_cache(maxsize=1_024)
def _read(run: str) -> tuple[str, tuple[tuple[int, int, int], ...]]:
    """The first word of a run of number words, and its numbers: half-open offsets into the run, and value of each."""
    tokens = [(found.start(), found.group()) for found in _word().finditer(run)]
    values = _values([token for _, token in tokens])
    numbers = tuple(
        (tokens[first][0], tokens[last - 1][0] + len(tokens[last - 1][1]), value) for first, last, value in values
    )
    return tokens[0][1], numbers


def _portion(start: int, end: int, numerator: int, denominator: int) -> Number:
    value = numerator / denominator
    return Number(
        start,
        end,
        value,
        f"{value:.4g}",
        spelled=True,
        kind="fraction",
        parts=(numerator, denominator),
        plain=numerator < denominator,
    )


def _half(text: str, match: re.Match[str]) -> list[Number]:
    """The number of a "half" that is a share: not of "half-life", "first half of 2026", "half a million"."""
    before = last_word(text[max(0, match.start() - 10) : match.start()].rstrip()).lower()
    after = text[match.end() : match.end() + 12].lower()
    if after.startswith(("-", " a ", " an ")) or before in BEFORE_HALVES:
        return []
    return [_portion(*match.span(), 1, 2)]


def _with_article(text: str, number: Number, word: str) -> Number:
    """Takes in the "a" of "a hundred" and the "half a" of "half a million"; "several hundred" is not plain."""
    if word not in MULTIPLES:
        return number
    before = text[max(0, number.start - 7) : number.start].lower()
    if before == "half a ":
        value = number.value // 2
        return number._replace(start=number.start - 7, value=value, written=str(value))
    if before.endswith(" a ") or before == "a ":
        return number._replace(start=number.start - 2)
    return number._replace(plain=False)


@cache
def _one_behind() -> re.Pattern[str]:
    """What follows a "one" that stands for a noun: "the old one (71%)", "the one with placebo"."""
    return pattern(r"(?!\s\([\d.]{1,5}%\) of\b)\s?(?:[(.,;:)!?]|$)|\s(?:that|with|which|who)\b")


def _is_plain_in_words(text: str, number: Number) -> bool:
    if number.value == 1 and number.kind == "":
        before = last_word(text[max(0, number.start - 10) : number.start].rstrip()).lower()
        if before in PRONOUN_MAKERS or _one_behind().match(text, number.end):
            return False
    return not is_labelled(text, number)


def _values(tokens: list[str]) -> list[tuple[int, int, int]]:
    """Cut a run of number words into numbers: first and last index (half-open) and value of each."""
    found = []
    index = 0
    while index < len(tokens):
        if tokens[index] == "and":
            index += 1
            continue
        first = index
        value, index = _below_thousand(tokens, index)
        total, limit = 0, 10**12
        while True:
            scale = SCALES.get(tokens[index]) if index < len(tokens) else None
            if scale is None or scale >= limit:
                total += value
                break
            total += max(value, 1) * scale
            limit, index = scale, index + 1
            more = index + 1 if index < len(tokens) and tokens[index] == "and" else index
            if more >= len(tokens) or tokens[more] in MULTIPLES:
                break
            value, after = _below_thousand(tokens, more)
            following = SCALES.get(tokens[after], 0) if after < len(tokens) else 0
            if value >= limit or following >= limit or (more > index and following):
                break
            index = after
        found.append((first, index, total))
    return found


def _below_thousand(tokens: list[str], index: int) -> tuple[int, int]:
    """The value of "two hundred and fifty-two" from a token on (0 where a scale stands there), and the token behind."""
    if tokens[index] in SCALES:
        return 0, index
    if tokens[index] in ("hundred", "dozen"):
        value, index = MULTIPLES[tokens[index]], index + 1
    else:
        value, index = _below_hundred(tokens, index)
        if index < len(tokens) and tokens[index] == "dozen":
            return value * 12, index + 1
        if not (index < len(tokens) and tokens[index] == "hundred" and value):
            return value, index
        value, index = value * 100, index + 1
    rest = index + 1 if index < len(tokens) and tokens[index] == "and" else index
    if rest < len(tokens) and tokens[rest] in UNITS | TENS:
        more, after = _below_hundred(tokens, rest)
        if after >= len(tokens) or tokens[after] not in ("hundred", "dozen"):
            return value + more, after
    return value, index


def _below_hundred(tokens: list[str], index: int) -> tuple[int, int]:
    if tokens[index] in UNITS:
        return UNITS[tokens[index]], index + 1
    value, index = TENS[tokens[index]], index + 1
    if index < len(tokens) and 1 <= UNITS.get(tokens[index], 0) <= 9:
        return value + UNITS[tokens[index]], index + 1
    return value, index
