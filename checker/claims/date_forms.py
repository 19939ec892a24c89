"""The forms that dates take in prose, and what each of them says as a partial date.

Time is linear in the length of the text: every form begins at a word or digit and takes a bounded number of words.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from checker.claims.vocabulary import ANY_PEOPLE
from checker.dates import is_date
from checker.pattern import pattern

Reader = Callable[[str, re.Match[str]], Iterator["When"]]


class When(NamedTuple):
    """A date in a text.

    `start` and `end` are half-open offsets (code points), around all that says when: "the end of 2019", "mid-December
    2021", "August of the same year". `value` is `2018`, `2018-11`, `2018-11-05`, `2018-Q1` or `2018-H2`. Where the text
    names no year, `value` begins with `--` instead (`--11`, `--11-05`, `--H2`, and `--` alone for "next year"), and
    `relative` is what its words point to: "this", "next", "last", "same", "after" (the
    next such month after the date before), "later" (the year after it) or "". `filled` marks a year or month that was
    taken from elsewhere, `about` a month that stands for words less exact ("mid-2026" is 2026-06, "the end of 2025" is
    2025-12). `joined` marks the second part of a range ("May 2018 to March 2023", "2016–2019").
    """

    start: int
    end: int
    value: str
    filled: bool = False
    about: bool = False
    relative: str = ""
    joined: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether its year is known."""
        return not self.value.startswith("--")

    def of(self, year: int | str) -> "When":
        """The same day, month or part of a year; itself, where the calendar has none (29 February)."""
        rest = self.value[2:]
        value = f"{year}-{rest}" if rest else str(year)
        return self._replace(value=value, filled=True) if _is_sound(value) else self


def _is_sound(value: str) -> bool:
    return value[5:6] in ("Q", "H") or is_date(value)


MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth "
    "twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
).split()
RANKS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "last": 0,
    "final": 0,
}
YEAR = r"(?:19[5-9]\d|20[0-4]\d)(?![\w%]|[.,·]\d)"
DASH = r"[–—‑‒−-]"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,·:/]\d)"
ORDINAL = rf"(?:{'|'.join(sorted(ORDINALS, key=len, reverse=True))})"
MONTH = (
    r"\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r")(?![\w’'])"
)
POINTER = r"(?:[Tt]h(?:is|at)|[Nn]ext|[Ll]ast|[Tt]he\s(?:same|following|coming|next|current|past|previous))"
THAT = rf"(?:(?:of\s|in\s)?{POINTER}(?:\ssame)?\syear)\b"
SEASON = r"[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter"
EDGE = (
    rf"\b(?:[Tt]he\s)?(?:very\s)?(?:(?:[Ee]arly|[Ll]ate|[Mm]id)(?:[\s–‑-]to[\s–‑-](?:mid|late))?"
    rf"(?:{DASH}|\s(?:in\s|of\s)?(?:the\s)?)|(?:[Mm]iddle|[Bb]eginning|[Ss]tart|[Ee]nd|[Cc]lose"
    r"|(?:first|last|second|third|fourth|final|1st|2nd|3rd|4th|opening|closing)\s(?:few\s)?(?:days?|weeks?))"
    rf"\sof\s(?:the\s)?|[Ee]nd{DASH}|[Yy]ear-end\s|(?<=\b[Bb]y\s)end\s)"
)
EDGE_OF_PART = rf"\b(?i:(?:early|mid|late)(?:{DASH}|\s(?:in\s)?)|(?:the\s)?(?:end|middle|beginning|start)\sof\s)"
"""What tells when in a quarter or a half, which is as much as the date says: "mid-Q3 2022" is 2022-Q3."""
TO = rf"(?:\s?{DASH}\s?|,?\s(?:and|to|through|thru|until|till|or)\s|\s?[/&]\s?)"


@cache
def forms() -> tuple[tuple[str, re.Pattern[str], Reader], ...]:
    """Each form of a date between its trigger and what reads it; what an earlier form has read is not read again."""
    return (
        (
            "month",
            pattern(
                rf"(?<![\w.,/-])(?:(?P<before>(?:{DAY}|{ORDINAL})){TO}(?:the\s)?)?(?P<day>(?:{DAY}|{ORDINAL}))"
                rf"(?:\sof\s|[\s‑-])(?P<month>{MONTH})\.?(?:(?:,?\s(?:of\s|in\s)?|-)(?P<year>{YEAR})|,?\s(?P<that>{THAT}))?"
            ),
            _day_first,
        ),
        (
            "month",
            pattern(
                rf"(?P<month>{MONTH})\.?\s(?:the\s)?(?P<day>(?:{DAY}|{ORDINAL}))"
                rf"(?:{TO}(?P<until>(?:{DAY}|{ORDINAL}))(?!\s{MONTH}))?(?:,?\s(?P<year>{YEAR})|,?\s(?P<that>{THAT}))?"
            ),
            _month_first,
        ),
        (
            "month",
            pattern(
                rf"(?P<edge>{EDGE})?(?:\b(?P<pointer>{POINTER})\s)?(?P<month>{MONTH})"
                rf"(?:\.?(?:,?\s(?:of\s)?|-)(?P<year>{YEAR})|,?\s(?P<that>{THAT}))?"
            ),
            _month,
        ),
        (
            "year",
            pattern(
                r"(?<![\w/.-])(?:19[5-9]\d|20[0-4]\d)(?:-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?|/(?:0[1-9]|1[0-2])/[0-3]\d)"
                r"(?![\w/-]|\.\d)"
            ),
            _iso,
        ),
        (
            "year",
            pattern(rf"(?<![\w/.-])(?P<one>[0-3]?\d)(?P<mark>[./-])(?P<two>[0-3]?\d)(?P=mark)(?P<year>{YEAR})(?![/-])"),
            _digits,
        ),
        ("year", pattern(rf"(?<![\w/.-])(?P<month>0?[1-9]|1[0-2])/(?P<year>{YEAR})(?![/-])"), _stroke),
        (
            "words",
            pattern(
                rf"(?P<edge>{EDGE_OF_PART})?\b(?:[Tt]he\s)?(?P<rank>first|second|third|fourth|last|final|1st|2nd|3rd|4th)"
                rf"[\s-](?:calendar\s)?(?P<part>quarter|half)(?:\s(?:of\s|in\s)?(?:calendar\s(?:year\s)?)?(?P<year>{YEAR})|"
                rf"\s(?:of\s(?P<bare>the\syear)\b|(?P<that>{THAT}))"
                r"|(?<=quarter)(?P<alone>(?=[.,;:)]|$|\s\(|\s(?:and|but|with|after|when|as|for|following|while|subject|"
                r"at)\b)))"
            ),
            _named_part,
        ),
        (
            "part",
            pattern(
                rf"(?:(?P<edge>{EDGE_OF_PART})|(?<![\w-]))(?:(?P<ahead>{YEAR})[\s-])?"
                r"(?P<part>Q[1-4]|H[12]|[1-4]Q|[12]H)(?!(?!20[0-4]\d\b|(?<=[QH])[1-4]\d\b)[\w-]|\.\d)"
                r"(?:(?:\sof\s|[\s/’'-])?(?P<year>(?:20[0-4]\d)(?!\w))|(?:(?<=[QH])|[’'])(?P<short>[1-4]\d)(?![\w%])"
                rf"|\s(?P<that>{THAT}))?"
            ),
            _coded_part,
        ),
        (
            "edge",
            pattern(
                rf"(?P<edge>{EDGE})(?:(?:year\s)?(?P<year>{YEAR})|(?P<that>{THAT})|(?<=of\sthe\s)(?P<bare>year\b))"
            ),
            _edge,
        ),
        (
            "year",
            pattern(
                rf"\b(?:[Tt]he\s)?(?:(?:early|late)\s)?(?:{SEASON})(?:\sof|\sin|,)?\s(?P<year>{YEAR})(?:[/–-]\d\d\b)?"
            ),
            _season,
        ),
        (
            "year",
            pattern(
                rf"(?<![\w/.,–-])(?P<one>19[5-9]\d|20[0-4]\d)(?:\s?{DASH}\s?|/|\s(?:to|through|thru|until|"
                rf"till)\s)(?P<two>(?:19|20)\d\d|\d\d)"
                rf"(?![\w%]|[.,/–-]\d)"
            ),
            _years,
        ),
        ("year", pattern(rf"(?<![\w/.,-])(?P<year>{YEAR})(?!{DASH}\w)"), _year),
        (
            "words",
            pattern(
                rf"(?<![Tt]he\s)\b(?:(?P<that>(?:later\s|earlier\s)?(?:[Tt]his|[Nn]ext|[Ll]ast)\syear)"
                rf"|(?P<end>(?:the\s)?year(?:[’']s\s|-|\s)end)"
                rf"|(?P<middle>(?:the\smiddle\sof\sthe\syear|mid(?:{DASH}|\s)?year))"
                rf"|New\sYear[’']s\s(?P<day>Eve|Day))\b(?:,?\s(?P<year>{YEAR}))?"
            ),
            _turn,
        ),
    )


def _day_first(text: str, match: re.Match[str]) -> Iterator[When]:
    """ "5 November 2018", "the 5th of November, 2018", "between 12 and 19 March 2021"."""
    stem = _stem(match)
    relative = _pointing(match.group("that"))
    first = match.group("before")
    last = _dated(match.start("day"), match.end(), f"{stem}-{_day_number(match.group('day')):02}", relative)
    if last and first:
        earlier = _dated(match.start("before"), match.end("before"), f"{stem}-{_day_number(first):02}", relative)
        if earlier:
            yield earlier._replace(filled=True)
            last = last._replace(joined=True)
    if last:
        yield last


def _month_first(text: str, match: re.Match[str]) -> Iterator[When]:
    """ "November 5, 2018", "Nov. 5", "March 12–19, 2021"; "In March 12 patients" is no day."""
    stem, relative, until = _stem(match), _pointing(match.group("that")), match.group("until")
    dated = match.group("year") or match.group("that")
    if not dated and _counts().match(text, match.end()):
        return
    day = f"{stem}-{_day_number(match.group('day')):02}"
    if not until:
        whole = _dated(match.start(), match.end(), day, relative)
        if whole:
            yield whole
        return
    first = _dated(match.start(), match.end("day"), day, relative)
    last = _dated(match.start("until"), match.end(), f"{stem}-{_day_number(until):02}", relative)
    if first and last:
        yield first._replace(filled=bool(dated))
        yield last._replace(filled=True, joined=True)


def _month(text: str, match: re.Match[str]) -> Iterator[When]:
    """ "November 2018", "mid-December 2021", "last May", "August of the same year", "in May"."""
    pointer, that = match.group("pointer"), match.group("that")
    told = match.group("year") or that or pointer
    if not told and (_is_a_name(text, match.end()) or (match.group("edge") is None and not _is_a_time(text, match))):
        return
    whole = _dated(match.start(), match.end(), _stem(match), _pointing(that) or _pointing(pointer, of_month=True))
    if whole:
        yield whole


def _iso(text: str, match: re.Match[str]) -> Iterator[When]:
    """ "2018-11-05", "2018-11"."""
    whole = _dated(*match.span(), match.group().replace("/", "-"))
    if whole:
        yield whole


def _digits(text: str, match: re.Match[str]) -> Iterator[When]:
    """A date in digits: day first with full stops; with strokes or dashes only where no other order is possible."""
    one, two = int(match.group("one")), int(match.group("two"))
    if match.group("mark") != "." and one <= 12 and two <= 12 and one != two:
        return
    day, month = (two, one) if match.group("mark") != "." and two > 12 else (one, two)
    whole = _dated(*match.span(), f"{match.group('year')}-{month:02}-{day:02}")
    if whole:
        yield whole


def _stroke(text: str, match: re.Match[str]) -> Iterator[When]:
    """ "08/2021"."""
    yield When(*match.span(), f"{match.group('year')}-{int(match.group('month')):02}")


def _named_part(text: str, match: re.Match[str]) -> Iterator[When]:
    """ "The first quarter of 2018", "the second half of that year"."""
    half = match.group("part") == "half"
    rank = RANKS[match.group("rank")] or (2 if half else 4)
    if half and rank > 2:
        return
    if match.group("alone") is not None and not _is_placed(text, match):
        return
    that = match.group("that")
    relative = "this" if match.group("bare") else _pointing(that)
    yield When(*match.span(), f"{match.group('year') or '-'}-{'H' if half else 'Q'}{rank}", relative=relative)


def _coded_part(text: str, match: re.Match[str]) -> Iterator[When]:
    """ "Q1 2018", "2H 2024", "2018-Q1", "3Q2013"."""
    short = match.group("short")
    year = match.group("ahead") or match.group("year") or (short and f"20{short}")
    if not year and not match.group("that") and not _is_placed(text, match):
        return
    part = match.group("part")
    value = part if part[0] in "QH" else part[::-1]
    yield When(*match.span(), f"{year or '-'}-{value}", relative=_pointing(match.group("that")))


def _edge(text: str, match: re.Match[str]) -> Iterator[When]:
    """ "Early 2020", "mid-2026", "the end of next year"."""
    year, edge = match.group("year"), match.group("edge").lower()
    month = next((month for words, month in EDGES.items() if re.search(words, edge)), "")
    if year:
        if not _counts().match(text, match.end()):
            yield When(*match.span(), year + month, about=bool(month))
        return
    relative = "this" if match.group("bare") else _pointing(match.group("that"))
    yield When(*match.span(), "-" + (month or "-"), about=bool(month), relative=relative)


EDGES = {
    r"early|late|first|last|second|third|fourth|1st|final": "",
    "end|clos": "-12",
    "begin|start": "-01",
    "mid": "-06",
}


def _season(text: str, match: re.Match[str]) -> Iterator[When]:
    """ "Spring 2020": no more than a year, as the season depends on where one is."""
    yield When(*match.span(), match.group("year"))


def _years(text: str, match: re.Match[str]) -> Iterator[When]:
    """ "2016–2019", "2012-15"."""
    one, two = match.group("one", "two")
    last = two if len(two) == 4 else one[:2] + two
    if one < last <= "2049" and not _counts().match(text, match.end()):
        yield When(*match.span("one"), one)
        yield When(*match.span("two"), last, joined=True)


def _year(text: str, match: re.Match[str]) -> Iterator[When]:
    """A year by itself, where the words before or around it make it one."""
    start, end = match.span()
    if _counts().match(text, end):
        return
    before = text[max(0, start - 24) : start]
    alone = not before.strip(" (") and not text[end:].strip(" .;,)")
    if alone or (before.endswith("(") and text[end : end + 1] in (")", ",", ";")) or _before_year().search(before):
        yield When(start, end, match.group())


def _turn(text: str, match: re.Match[str]) -> Iterator[When]:
    """ "Next year", "by year's end", "New Year's Eve"."""
    year = match.group("year") or "-"
    if match.group("day"):
        yield When(*match.span(), f"{year}-{'12-31' if match.group('day') == 'Eve' else '01-01'}")
    elif match.group("end"):
        yield When(*match.span(), f"{year}-12", about=True, relative="" if match.group("year") else "this")
    elif match.group("middle"):
        yield When(*match.span(), f"{year}-06", about=True, relative="" if match.group("year") else "this")
    else:
        yield When(*match.span("that"), "--", relative=_pointing(match.group("that")))


def _stem(match: re.Match[str]) -> str:
    """The year and month of a form that names a month."""
    return f"{match.group('year') or '-'}-{MONTHS.index(match.group('month')[:3].lower()) + 1:02}"


def _dated(start: int, end: int, value: str, relative: str = "") -> When | None:
    """A date, if the calendar may have it."""
    return When(start, end, value, relative=relative) if is_date(value.replace("--", "2020-", 1)) else None


def _day_number(written: str) -> int:
    digits = written.rstrip("stndrh")
    return int(digits) if digits.isdigit() else ORDINALS.index(written) + 1


def _pointing(words: str | None, *, of_month: bool = False) -> str:
    """What the words by a date point to."""
    lower = (words or "").lower()
    if "following" in lower:
        return "after" if of_month else "later"
    return next((meaning for part, meaning in POINTERS.items() if part in lower), "")


POINTERS = {
    "next": "next",
    "coming": "next",
    "last": "last",
    "past": "last",
    "previous": "last",
    "that": "same",
    "same": "same",
    "this": "this",
    "current": "this",
}


def _is_placed(text: str, match: re.Match[str]) -> bool:
    """Whether a part of a year that is named without one is a time: "in Q2", "late in the second quarter"."""
    return bool(match.group("edge") or _before_month().search(text, max(0, match.start() - 16), match.start()))


def _is_a_time(text: str, match: re.Match[str]) -> bool:
    """Whether a month with neither day nor year is one: after "in", or in a range with a date ("May to July 2020")."""
    if _before_month().search(text, max(0, match.start() - 16), match.start()):
        return True
    return bool(_range_on().match(text, match.end()))


def _is_a_name(text: str, end: int) -> bool:
    """Whether a month is part of a name: "by April Smith"."""
    behind = text[end + 1 : end + 3]
    return text[end : end + 1] == " " and behind[:1].isupper() and behind[1:].islower()


@cache
def _before_month() -> re.Pattern[str]:
    return pattern(
        r"\b(?i:in|by|since|until|till|til|from|to|before|after|during|between|through|and|or|of|for|around)\s"
        r"(?:about\s|early\s)?$"
    )


@cache
def _range_on() -> re.Pattern[str]:
    return pattern(rf"\.?{TO}(?:{EDGE})?(?:{DAY}\s)?{MONTH}")


@cache
def _before_year() -> re.Pattern[str]:
    return pattern(
        r"(?:\b(?i:in|by|since|until|till|from|before|after|during|between|through|throughout|into|as of|around|circa"
        r"|for|began|begun|started|opened|launched|ended|completed|finished|closed|concluded"
        r"|published|congress|meeting|conference|symposium|sessions|expected|planned|estimated|anticipated|completion|beyond|towards?|(?:early|late|soon)\sas|"
        r"(?:earlier|later)\sthan)"
        r"|(?:19|20)\d\d,?\s(?:and|to|or|through|until)|:|[–—])\s(?:the\s)?(?:year\s)?(?:about\s|early\s|late\s)?$"
    )


@cache
def _counts() -> re.Pattern[str]:
    """What makes a count of the number before it: "2020 patients", "12 of them", "2000 mg"."""
    return pattern(
        rf"\s(?:of\sthe(?:m|se|\s(?:{ANY_PEOPLE}))\b"
        r"|(?:(?!(?:the|and|but|with|when|while|that|for|all|some|most|more|many|its|their|our|his|her|only|after|"
        r"before"
        r"|until|who|whose|because|since|if|as|or|to|by|in|on|at|no|each|both)\s)[a-z-]{2,20}\s)?"
        rf"(?:{ANY_PEOPLE}|sites|cent(?:re|er)s|hospitals|clinics|practices|samples|cases|controls|households|births"
        r"|pregnancies|doses|[mµk]?g|ml|IU|steps|kcal|calories|eyes|schools|villages|homes|operations|visits)\b)"
    )
