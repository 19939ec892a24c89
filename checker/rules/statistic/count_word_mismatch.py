"""A counting word does not fit what it counts: "both of the three", "in four countries" before a list of five."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.claims.countries import countries
from checker.claims.numbers import prose_numbers
from checker.claims.vocabulary import ANY_PEOPLE, words
from checker.pattern import pattern
from checker.rule import Finding

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from checker.article import Article, Block
    from checker.claims.numbers import Number
    from checker.claims.sentences import Sentence
    from checker.text import Span

severity = "error"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    for sentence, numbers in article.once(prose_numbers):
        yield from _both(sentence, numbers)
        yield from _countries(article, sentence, numbers)
        yield from _respectively(sentence, numbers)


# --- both of the three ------------------------------------------------------------------------------------------------


@cache
def _both_before() -> re.Pattern[str]:
    return pattern(r"\b[Bb]oth (?:of )?(?:the|these|those|its|their) $")


@cache
def _counted() -> re.Pattern[str]:
    return pattern(
        rf" (?:(?!month|year|week|day|hour|minute)[a-z]{{3,14}} )?(?:{ANY_PEOPLE}|trials|studies|groups|arms|sites|"
        r"cohorts|countries|hospitals|clinics|centres|centers|drugs|doses|are|were|have|had|got|received|will|improved)\b"
    )


def _both(sentence: Sentence, numbers: Sequence[Number]) -> Iterator[Finding]:
    text = sentence.text
    for number in numbers if "oth " in text else ():
        both = _both_before().search(text, max(0, number.start - 16), number.start)
        if both and number.is_count and number.value > 2 and _counted().match(text, number.end):
            yield Finding(
                sentence.locate(both.start(), number.end),
                f"“Both” speaks of two, and the prose says {text[number.start : number.end]}.",
                help="Write “all”, or correct the number.",
            )


# --- in four countries: A, B, C, D and E ------------------------------------------------------------------------------


@cache
def _list_of_countries() -> re.Pattern[str]:
    return pattern(r" (?:[a-z]{4,14} )?(?:countries|nations)(?: (?!from\b|such\b|including\b)[a-z]{2,12}){0,3} ?(:|\()")


@cache
def _open_list() -> re.Pattern[str]:
    """Words of lists that do not name all."""
    return pattern(
        r"(?i:\b(?:including|include|includes|among|others?|such as|e\.g|for example|mostly|mainly|chiefly|rest|more|"
        r"most|except|elsewhere|several|some|not|etc|largest|first|last|later|from)\b)"
    )


@cache
def _capitals() -> re.Pattern[str]:
    return pattern(r"[A-Z][\w'’.-]*")


CONTINENTS = words("Europe Asia Africa America North South Latin Central Eastern Western")


def _countries(article: Article, sentence: Sentence, numbers: Sequence[Number]) -> Iterator[Finding]:
    text = sentence.text
    for number in numbers if "countries" in text or "nations" in text else ():
        start = _list_of_countries().match(text, number.end)
        if not start or not number.is_count or number.ranged:
            continue
        listed = text[start.end() :].split(")" if start.group(1) == "(" else ";")[0]
        named = _names(listed) if listed.strip() else _items(article, sentence.block)
        if named is None or len(named) < 2:
            continue
        if len(named) < number.value and (_continent().search(listed) or not _bare().fullmatch(_without(listed))):
            continue
        if len(named) != number.value:
            yield Finding(
                sentence.locate(number.start, start.end() - 1),
                f"The prose says {text[number.start : start.end()].rstrip(' :(')}, and names {len(named)}: "
                f"{_shortened(named)}.",
                help="Correct the number, or the list.",
            )


def _names(listed: str) -> list[str] | None:
    """The countries of a list that names nothing else and seems to be whole, or None."""
    if _open_list().search(listed):
        return None
    if any(word.group().rstrip(".") not in CONTINENTS for word in _capitals().finditer(_without(listed))):
        return None
    found = countries(listed)
    # By the words, not the names: England and Scotland are two, though the records know one United Kingdom.
    return list(dict.fromkeys(listed[country.start : country.end] for country in found))


@cache
def _continent() -> re.Pattern[str]:
    """A part of the world that stands for its countries: "14 countries (North America, Europe, Israel and China)"."""
    return pattern(
        r"(?:^\s?|[,;] |\band )(?:(?:North|South|Latin|Central|Eastern|Western) )?(?:Europe|Asia|Africa|America)"
        r"(?:,| and\b|\s?$)"
    )


def _without(listed: str) -> str:
    """A list without the countries that it names."""
    for country in reversed(countries(listed)):
        listed = listed[: country.start] + listed[country.end :]
    return listed


@cache
def _bare() -> re.Pattern[str]:
    """What a list of nothing but countries leaves: one that tells more of each may well leave some out."""
    return pattern(r"(?:[\s,.]|\b(?:the|and|in|both|Europe|Asia|Africa|America|North|South)\b)*")


def _places(article: Article) -> dict[Span, int]:
    return {block.span: place for place, block in enumerate(article.prose)}


def _items(article: Article, block: Block) -> list[str] | None:
    """The countries of the list that follows a block, where each item names just one."""
    found = []
    for place in range(article.once(_places)[block.span] + 1, len(article.prose)):
        item = article.prose[place]
        if item.kind != "item":
            break
        named = countries(item.prose)
        if len(named) != 1 or _open_list().search(item.prose):
            return None
        found.append(named[0].name)
    return found


def _shortened(names: list[str]) -> str:
    text = ", ".join(names)
    return text if len(text) <= 60 else text[:57].rsplit(", ", 1)[0] + " …"


# --- 6.10, 3.55 and 2.20 points respectively in the two groups --------------------------------------------------------


@cache
def _list_before() -> re.Pattern[str]:
    groups = r"(?: in (?:both|the [\w-]{2,20}(?: and [\w-]{2,20})?) (?:groups|arms))?"
    return pattern(rf"(?:[ \u00a0][A-Za-z]{{1,14}}){{0,2}}?{groups},? respectively\b")


@cache
def _groups() -> re.Pattern[str]:
    return pattern(r" (?:(?!month|year|week|day)[a-z]{3,14} )?(?:groups|arms|cohorts|halves|drugs|trials|studies)\b")


@cache
def _two_groups() -> re.Pattern[str]:
    return pattern(
        r"\bboth (?:groups|arms|cohorts|drugs|trials|studies)\b|\bin the [\w-]{2,20} and [\w-]{2,20} (?:groups|arms)\b"
    )


@cache
def _few_people() -> re.Pattern[str]:
    return pattern(rf" (?:{ANY_PEOPLE})\b")


def _respectively(sentence: Sentence, numbers: Sequence[Number]) -> Iterator[Finding]:
    text = sentence.text
    if text.count("respectively") != 1:
        return
    lists = _number_lists(text, numbers)
    listed = lists[0] if len(lists) == 1 and all(number.plain for number in lists[0]) else []
    end = _list_before().match(text, listed[-1].end) if listed else None
    if not end:
        return
    beside = (listed[-1].end, min(end.end() + 40, _end_of_clause(text, end.end())))
    groups = {
        int(number.value)
        for number in numbers
        if number.is_count and _groups().match(text, number.end) and beside[0] <= number.start < beside[1]
    }
    pairs = list(_two_groups().finditer(text, *beside))
    if text.count(" and ", 0, beside[1]) != 1 + sum(" and " in pair.group() for pair in pairs):
        return
    counted = groups | ({2} if pairs else set())
    if not counted and text[end.end() : end.end() + 1] in ("", ".", ";", ")"):
        people = [number for number in numbers if number.is_count and _few_people().match(text, number.end)]
        if len(people) == 1 and people[0].end < listed[0].start and 2 <= people[0].value <= 9:
            counted = {int(people[0].value)}
    if len(counted) == 1 and len(listed) not in counted:
        yield Finding(
            sentence.locate(listed[0].start, end.end()),
            f"“Respectively” pairs {len(listed)} numbers with {counted.pop()} of what they belong to.",
            help="Give as many numbers as there are to pair them with.",
        )


def _end_of_clause(text: str, offset: int) -> int:
    ends = [text.find(mark, offset) for mark in ".;:("]
    return min((end for end in ends if end >= 0), default=len(text))


def _number_lists(text: str, numbers: Sequence[Number]) -> list[list[Number]]:
    """The lists of a sentence that hold only numbers: "12 and 16", "6.10, 3.55 and 2.20"."""
    lists: list[list[Number]] = []
    current: list[Number] = []
    for number in numbers:
        joined = current and text[current[-1].end : number.start] in (", ", " and ", ", and ")
        if not joined:
            lists.append(current)
            current = []
        current.append(number)
    return [one for one in (*lists, current) if len(one) > 1]
