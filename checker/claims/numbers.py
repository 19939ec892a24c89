"""Numbers in prose: where they stand, what they are worth, how precisely they were written.

`numbers` is the one door. It reads digits with the typography of medical prose (`1,204`, `1 204` with spaces that do
not break, `0·54`, `−12%`, `.05`, `n=75`), number words up to the billions ("one hundred and twelve", "twelve hundred",
"1.2 million", "half a dozen") and fractions ("7/14", "two-thirds", "one in five"). What looks like a number but counts
nothing by itself (a year, a phase, "IL-6", a date, a price) is there too, with `plain` False.

Time is linear in the length of the text: each pattern begins at a digit or a word and takes a bounded number of words,
and what stands around a number is looked at within a fixed distance.
"""

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple, cast

from checker.article import Article
from checker.claims.repeated import once_a_text
from checker.claims.sentences import Sentence, prose_sentences
from checker.claims.vocabulary import ANY_PEOPLE, MONTHS, words
from checker.pattern import pattern

Kind = Literal["", "percent", "points", "fraction", "sample", "spread"]
Qualifier = Literal["exact", "about", "nearly", "more_than", "at_least", "at_most"]


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
SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
MULTIPLES = {"dozen": 12, "hundred": 100, **SCALES}
PORTIONS = {
    **dict.fromkeys(("half", "halves"), 2),
    **dict.fromkeys(("third", "thirds"), 3),
    **dict.fromkeys(("quarter", "quarters", "fourths"), 4),
    **dict.fromkeys(("fifth", "fifths"), 5),
    **dict.fromkeys(("sixth", "sixths"), 6),
    **dict.fromkeys(("eighth", "eighths"), 8),
    **dict.fromkeys(("tenth", "tenths"), 10),
}

GROUPING = ",\u00a0\u202f\u2009"
POINTS = ".·∙⋅"
MINUS = "-−–"
DASHES = "-‐‑‒–—−"
SPACE = r"\s"
"""The spaces of typography are among them; a class that listed those takes thirty times as long to compile."""
_AS_PLAIN_DIGITS = str.maketrans(dict.fromkeys(POINTS, ".") | dict.fromkeys(GROUPING + " ", ""))
LONGEST = 15
"""Digits of the longest number read; what is longer counts nothing and is slow to convert."""
LONGEST_SENTENCE = 4_000

LABELS = words(
    "phase phases ph stage stages type types grade grades day days week weeks month months year years table tables "
    "figure figures fig figs exon codon vol volume issue no nr page pages p pp chapter section version appendix "
    "chromosome factor room building article criterion question interleukin ward highway route bus covid sars il cd "
    "tier box ref refs age aged ages quarter number"
)
"""Words that a number names: "phase 2", "week 52", "aged 18"."""

WEAK_LABELS = words(
    "study trial arm arms cohort cohorts part parts group groups level levels step steps class classes dose case cases "
    "item period score line visit visits panel category criteria"
)
"""Words that a small number names ("cohort 3"), while a larger one counts what follows ("in this trial 60 people")."""

TIMES = words("day week month year")
BEFORE_TIMES = words("a each every per one first")
"""What keeps a number from being a time's: "in a year 39 people" is not "in year 39"."""

BEFORE_HALVES = words("first second latter last final time next")
BEFORE_THOUSANDS = words(
    "of in with all the and about around some to from over total than almost nearly approximately roughly least most "
    "just only among including included involving comprising comprised participants results methods enrolled enrolling "
    "recruited randomised randomized assigned screened"
)

PRONOUN_MAKERS = words("no any some every each this that the which another first last")
"""What makes a pronoun of the "one" that follows."""

QUALIFYING = words(
    "to most than of many as maximum max under below least minimum min over above exceeding nearly almost quite "
    "approaching about around roughly approximately approx some circa ca estimated perhaps probably so the all"
)
"""The last words of all that weakens a number; a cheap test before a dear one."""

IN_EVERY = frozenset((3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1_000, 10_000, 100_000, 1_000_000))
"""What "in" must be followed by, to make a fraction of "three in ten"."""


@once_a_text
def numbers(text: str) -> list[Number]:
    """The numbers of a text (a sentence or a block), in the order of their offsets, none overlapping."""
    found = _in_digits(text)
    lower = text.lower()
    if len(lower) != len(text):  # a letter that has no small form of one code point; offsets come first
        lower = text
    if spelled := [number for match in _spelled().finditer(lower) for number in _from_words(text, match)]:
        found = sorted(found + spelled, key=lambda number: number.start)
    return _related(text, found) if found else found


def prose_numbers(article: Article) -> tuple[tuple[Sentence, tuple[Number, ...]], ...]:
    """The sentences of what a reader reads that hold a number, each with its numbers; to be had through `article.once`.

    What runs on for thousands of characters is no sentence, and is left out.
    """
    read = (
        (sentence, tuple(numbers(sentence.text)))
        for sentence in article.once(prose_sentences)
        if len(sentence.text) <= LONGEST_SENTENCE
    )
    return tuple((sentence, found) for sentence, found in read if found)


def qualifier(text: str, number: Number) -> Qualifier:
    """How the words right before (or behind) a number weaken it: "exact" where nothing does."""
    before = text[max(0, number.start - 28) : number.start].rstrip(" \u00a0")
    match = None
    if before and (before[-1] in "<≤≥>≈~" or _last_word(before.rstrip(".")).lower() in QUALIFYING):
        match = _qualifiers().search(before)
    match = match or _qualifiers_behind().match(text, number.end)
    return cast("Qualifier", match.lastgroup) if match else "exact"


@cache
def _qualifiers() -> re.Pattern[str]:
    return pattern(
        r"(?:(?P<at_most>\b(?:up to|at most|no more than|not more than|a maximum of|as many as|maximum|(?<!/)max\.?|"
        r"fewer than|less than|under|below)|[<≤])|"
        r"(?P<at_least>\b(?:at least|no fewer than|no less than|a minimum of|minimum|(?<!/)min\.?)|≥)|"
        r"(?P<more_than>\b(?:more than|over|above|upwards of|in excess of|well over|exceeding)|>)|"
        r"(?P<nearly>\b(?:nearly|almost|just under|close to|not quite|approaching))|"
        r"(?P<about>\b(?:about|around|roughly|approximately|approx\.?|some|circa|ca\.|an estimated|estimated|perhaps|"
        r"probably|or so)|[≈~]))(?: the| a total of| all)?$",
        re.IGNORECASE,
    )


@cache
def _qualifiers_behind() -> re.Pattern[str]:
    return pattern(
        r"(?P<at_least>\+|[ \u00a0]or (?:more|over)\b)|(?P<at_most>[ \u00a0]or (?:fewer|less)\b|[ \u00a0]at most\b)|"
        r"(?P<about>[ \u00a0]or so\b)"
    )


# --- digits -----------------------------------------------------------------------------------------------------------


DIGIT = pattern(r"\d")


@cache
def _digits() -> re.Pattern[str]:
    return pattern(
        rf"(?:\d{{1,3}}([{GROUPING} ])\d{{3}}(?!\d)(?:\1\d{{3}}(?!\d)){{0,4}}|\d+)(?:[{POINTS}]\d+)?",
    )


def _in_digits(text: str) -> list[Number]:
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
    return _with_unit(text, number._replace(plain=plain))


def _grouped_by_space(text: str, start: int) -> bool:
    """Whether a plain space may group thousands here: where no word before it takes the first group to itself."""
    before = text[max(0, start - 16) : start].rstrip()
    if not before or before[-1] in ",;:([—–=":
        return not (before[-1:] == "," and before[-2:-1].isdigit()) or before[-5:-3] in ("19", "20")
    return _last_word(before).casefold() in BEFORE_THOUSANDS


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
    if before == "[" and after == "]":
        return False
    digits = text[start:end]
    if digits[0] == "0" and len(digits) > 1 and digits[1].isdigit():
        return False
    if len(digits) == 4 and digits.isdigit() and "1900" <= digits <= "2099" and _is_year(text, start, end):
        return False
    if len(digits) <= 2 and _is_day(text, start, end):
        return False
    if _is_labelled(text, number):
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
    return not (_sample_before().search(text, max(0, start - 4), start) or _people_behind().match(text, end))


def _is_day(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 11) : start]
    if before[-1:] in (" ", "\u00a0") and _last_word(before.rstrip()) in MONTHS and int(text[start:end]) <= 31:
        return True
    return text[end : end + 1] in (" ", "\u00a0") and _first_word(text, end + 1) in MONTHS


def _is_labelled(text: str, number: Number) -> bool:
    before = text[max(0, number.start - 16) : number.start]
    if not before or before[-1] not in " \u00a0-.‑":
        return False
    before = before.rstrip(" \u00a0-.‑")
    word = _last_word(before).casefold()
    if not (word in LABELS or (word in WEAK_LABELS and number.value <= 9)):
        return False
    if word == "no" and "." not in text[max(0, number.start - 2) : number.start]:
        return False
    if word in TIMES and _last_word(before[: -len(word)].rstrip()).casefold() in BEFORE_TIMES:
        return False
    return not _unit().match(text, number.end)


def _last_word(text: str) -> str:
    index = len(text)
    while index and text[index - 1].isalpha():
        index -= 1
    return text[index:]


def _first_word(text: str, offset: int) -> str:
    index = offset
    while index < len(text) and index < offset + 16 and text[index].isalpha():
        index += 1
    return text[offset:index]


@cache
def _people_behind() -> re.Pattern[str]:
    return pattern(rf"[ \u00a0-](?:[a-z][a-z-]{{0,20}} ){{0,2}}(?:{ANY_PEOPLE})\b")


@cache
def _sample_before() -> re.Pattern[str]:
    return pattern(r"(?<![^\W_])[nN]\s?=\s?$")


# --- words ------------------------------------------------------------------------------------------------------------


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
        _with_unit(text, number._replace(plain=number.plain and _is_plain_in_words(text, number)))
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
    before = _last_word(text[max(0, match.start() - 10) : match.start()].rstrip()).lower()
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
        before = _last_word(text[max(0, number.start - 10) : number.start].rstrip()).lower()
        if before in PRONOUN_MAKERS or _one_behind().match(text, number.end):
            return False
    return not _is_labelled(text, number)


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


# --- both -------------------------------------------------------------------------------------------------------------


@cache
def _unit() -> re.Pattern[str]:
    return pattern(
        rf"(?P<points>(?:{SPACE}|-)?(?:%|percentage|percent|per cent)(?:{SPACE}|-)?points?\b)|"
        rf"(?P<percent>{SPACE}?%|(?:{SPACE}|-)(?:percent|per{SPACE}cent|pct\.?)(?![a-z]))"
    )


@cache
def _level() -> re.Pattern[str]:
    return pattern(rf"(?:{SPACE}|-)?(?:\(?CI\b|CrI\b|HDI\b|confidence|credible|credibility|prediction interval)")


def _with_unit(text: str, number: Number) -> Number:
    """The number with the percent sign or the word that it is written with, and with its kind."""
    if number.kind:
        return number
    if unit := _unit().match(text, number.end):
        kind: Kind = "points" if unit.group("points") else "percent"
        plain = number.plain and not _level().match(text, unit.end())
        return number._replace(end=unit.end(), kind=kind, plain=plain)
    before = text[max(0, number.start - 2) : number.start]
    if before.rstrip(" \u00a0\u202f\u2009").endswith("±"):
        return number._replace(kind="spread")
    if "=" in before and _sample_before().search(text, max(0, number.start - 5), number.start):
        return number._replace(kind="sample")
    return number


@cache
def _between() -> re.Pattern[str]:
    return pattern(
        rf"(?P<slash>{SPACE}?/{SPACE}?)|(?P<ratio>-to-)|(?P<range>{SPACE}?[{DASHES}]{SPACE}?|{SPACE}to{SPACE}|{SPACE}through{SPACE})|"
        rf"(?P<every>{SPACE}(?:in|in every|out of every|of every|(?P<out>out of)){SPACE}(?:a{SPACE})?)|"
        rf"(?P<chain>{SPACE}(?:and|or){SPACE})",
        re.IGNORECASE,
    )


def _related(text: str, found: list[Number]) -> list[Number]:
    """The numbers with what each lends its neighbour: fractions are joined, ranges share their unit and plainness."""
    kept: list[Number] = []
    for number in found:
        last = kept[-1] if kept else None
        if last and number.start < last.end:
            continue
        between = _between().fullmatch(text, last.end, number.start) if last and number.start - last.end < 16 else None
        if last and between:
            last, number = _paired(text, last, number, between)
            if last is None:
                kept.pop()
            else:
                kept[-1] = last
        kept.append(number)
    return kept


def _paired(text: str, last: Number, number: Number, between: re.Match[str]) -> tuple[Number | None, Number]:
    if between.group("slash"):
        if _is_share(last, number) and text[number.end : number.end + 1] != "/":
            return None, _joined(last, number)
        return last._replace(plain=False), number._replace(plain=False)
    if between.group("ratio"):  # "two-to-one", "18-to-75-year-olds"
        return last._replace(plain=False), number._replace(plain=False)
    if between.group("every"):
        shares = last.value == 1 or number.value in IN_EVERY
        if between.group("out") and not (last.spelled and number.spelled):
            return last, number  # "12 out of 20 patients" counts them
        if shares and _is_share(last, number) and last.plain and number.plain and last.value > 0:
            return None, _joined(last, number)
        return last, number
    if between.group("chain"):
        if last.spelled and number.spelled and last.value == 1 and number.value == 2:
            return last, number
        return last, number._replace(plain=number.plain and (last.plain or not _is_labelled_small(text, last, number)))
    if number.kind == "percent" and last.kind == "":
        last = last._replace(kind="percent")
    if between.group().strip() in DASHES:
        plain = last.plain and number.plain
        last, number = last._replace(plain=plain), number._replace(plain=plain)
    elif not last.plain and _is_labelled_small(text, last, number):
        number = number._replace(plain=False)
    if last.value < number.value and not _from_before().search(text, max(0, last.start - 8), last.start):
        last, number = last._replace(ranged=True), number._replace(ranged=True)
    return last, number


@cache
def _from_before() -> re.Pattern[str]:
    return pattern(r"\bfrom ?$")


def _is_labelled_small(text: str, last: Number, number: Number) -> bool:
    """Whether a label before `last` ("weeks 12 and 24") takes in this number too."""
    return (
        number.kind == ""
        and number.value <= 104
        and _is_labelled(text, last)
        and not _before_a_share().match(text, number.end)
    )


@cache
def _before_a_share() -> re.Pattern[str]:
    return pattern(r" [a-z]{3,} \([\d.]{1,6}%")


def _is_share(part: Number, whole: Number) -> bool:
    """Whether one number over another can be a part of a whole."""
    return (
        all(isinstance(number.value, int) and number.kind == "" for number in (part, whole))
        and 0 <= part.value <= whole.value
        and whole.value > 0
    )


def _joined(part: Number, whole: Number) -> Number:
    return Number(
        part.start,
        whole.end,
        part.value / whole.value,
        f"{part.written}/{whole.written}",
        spelled=part.spelled,
        kind="fraction",
        parts=(int(part.value), int(whole.value)),
        plain=part.plain,
    )
