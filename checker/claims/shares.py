"""Shares: a percentage and the two counts that it was made of, where one sentence gives all three.

`shares` reads one sentence. A share is only read where nothing else can be meant: "7 of 14 (50%)", "28/75, 37·3%",
"24 of 60, that is 40%", "39 per cent (61/158)", "Of the 20 who finished, 14 (70%)". A percentage that is hedged
("nearly 40%"), a range or a level of confidence is left alone. `bare_shares` reads a percentage and the one count that
it stands behind ("66 on the new app (84%)"), which needs a whole from elsewhere.

Time is linear in the length of the sentence: each percentage looks at the numbers beside it, and no further than
`REACH`.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from checker.claims.numbers import Number, numbers, qualifier
from checker.claims.repeated import once_a_text
from checker.claims.vocabulary import ANY_PEOPLE
from checker.pattern import pattern

REACH = 90
"""How many code points may lie between a count and its percentage."""


class Share(NamedTuple):
    """A percentage that a sentence gives as `part` of `whole`; `start` and `end` cover all three in the sentence.

    `sure` is False where the whole was taken from the head of the sentence ("Of the 94 who came, 30 (32%) …").
    """

    percent: Number
    part: int
    whole: int
    start: int
    end: int
    sure: bool = True


class Pair(NamedTuple):
    """Two counts of which the first is a part of the second: "7 of 14", "28/75"."""

    start: int
    end: int
    part: int
    whole: int


def is_rounded(percent: Number, part: int, whole: int) -> bool:
    """Whether a percentage is `part` of `whole` rounded to its written places; a half may go either way."""
    return 2 * abs(_excess(percent, part, whole)) <= whole


def is_cut_off(percent: Number, part: int, whole: int) -> bool:
    """Whether a percentage is `part` of `whole` with the further places cut off, as in "two of three (66%)"."""
    return 0 <= _excess(percent, part, whole) < whole


def _excess(percent: Number, part: int, whole: int) -> int:
    """What the exact share exceeds the written one by, in units of its last place over `whole`: exact, for any size."""
    digits = int(percent.written.replace(".", ""))
    return int(100 * part * 10**percent.decimals) - digits * whole


def wholes_of(percent: Number, part: int) -> tuple[int, int | None]:
    """The least and the greatest whole (None: no limit) of which `part` is this percentage, rounded or cut off."""
    digits = int(percent.written.replace(".", ""))
    scaled = 200 * part * int(10**percent.decimals)
    return scaled // (2 * digits + 2) + 1, scaled // (2 * digits - 1) if digits else None


def rounded(part: int, whole: int, decimals: int) -> str:
    """`part` of `whole` in percent with so many places, halves up."""
    scaled = (2 * 100 * part * 10**decimals + whole) // (2 * whole)
    if not decimals:
        return str(scaled)
    return f"{scaled // 10**decimals}.{scaled % 10**decimals:0{decimals}}"


def percentages(text: str, numbers: Sequence[Number]) -> Iterator[tuple[int, Number]]:
    """The index and value of each number that says exactly how many percent."""
    for index, number in enumerate(numbers):
        if number.kind == "percent" and number.plain and not number.ranged and not number.spelled:
            behind = text[number.end : number.end + 1]
            if number.value >= 0 and qualifier(text, number) == "exact" and behind not in ("+", "±"):
                yield index, number


@once_a_text
def shares(text: str) -> tuple[Share, ...]:
    """The shares of a sentence, in order of their percentages."""
    counts = numbers(text)
    if not any(number.kind == "percent" for number in counts):
        return ()
    pairs = list(_pairs(text, counts))
    found = []
    for index, percent in percentages(text, counts):
        beside = _around(text, counts, index) or _behind_pair(text, counts, pairs, index)
        beside = beside or _before_pair(text, pairs, percent)
        if pair := beside or _of_head(text, counts, index):
            start, end = min(pair.start, percent.start), max(pair.end, percent.end)
            found.append(Share(percent, pair.part, pair.whole, start, end, beside is not None))
    return tuple(found)


def rough_shares(text: str, numbers: Sequence[Number]) -> Iterator[Share]:
    """Shares that are told roughly beside their counts: "12 of 15 women, about 80%", "almost 60% (61 of 104)"."""
    weakened = [number for number in numbers if number.kind == "percent" and number.plain and not number.ranged]
    weakened = [number for number in weakened if qualifier(text, number) != "exact"]
    for pair in _pairs(text, numbers) if weakened else ():
        for percent in weakened:
            if _to_rough().fullmatch(text, pair.end, percent.start) or (
                _from_rough().fullmatch(text, percent.end, pair.start) and _out_of_pair().match(text, pair.end)
            ):
                start, end = min(pair.start, percent.start), max(pair.end, percent.end)
                yield Share(percent, pair.part, pair.whole, start, end)


@cache
def _to_rough() -> re.Pattern[str]:
    return pattern(
        rf"(?: (?:{ANY_PEOPLE}))?(?:,? [(\[–—]?|, or |, which is ) ?"
        r"(?:about|around|nearly|almost|roughly|approximately|some|just (?:over|under)|over|more than|close to) "
    )


@cache
def _from_rough() -> re.Pattern[str]:
    return pattern(rf"(?: of (?:the |all )?(?:{ANY_PEOPLE}))? [(\[]")


def portions_of(text: str, numbers: Sequence[Number]) -> Iterator[tuple[Number, Number]]:
    """Some people and all of whom they are a part, as a sentence says it: "3 out of 14 patients", "six of the 40 men".

    Nothing says that the second number is the greater one.
    """
    for part, whole in pairwise(numbers):
        if not (_is_whole(part) and _is_whole(whole)) or (part.spelled and part.value == 1):
            continue
        of_people = _of().fullmatch(text, part.end, whole.start) and _of_people().match(text, whole.end)
        if of_people and qualifier(text, part) == qualifier(text, whole) == "exact":
            yield part, whole


@cache
def _of_people() -> re.Pattern[str]:
    return pattern(
        rf"[ \u00a0](?:(?!month|year|week|day)[a-z-]{{2,20}} ){{0,2}}(?:{ANY_PEOPLE})\b(?!['’-])|"
        r" who\b"
    )


def bare_shares(text: str, numbers: Sequence[Number]) -> list[tuple[Number, Number]]:
    """Counts and the percentages right behind them ("66 on the new app (84%)", "337 people on the polypill, 8.0%")."""
    found = []
    for index, percent in percentages(text, numbers):
        count = _count_before(text, numbers, index)
        if count is None or _unit().match(text, count.end):
            continue
        if not _of_before().search(text, max(0, count.start - 24), count.start):
            gap = text[count.end : percent.start]
            if _stands_behind(text, gap, percent) and not _of_behind().match(gap):
                found.append((count, percent))
    return found


@cache
def _of() -> re.Pattern[str]:
    return pattern(
        r"\s(?:out )?of (?:the |these |those |all |all the |its |their |his |her |our )?"
        r"(?:(?!whom\b|which\b|about\b|around\b|nearly\b|some\b|over\b|roughly\b|almost\b|them\b|us\b|those\b)"
        r"[a-z]{3,14} )?"
    )


@cache
def _of_before() -> re.Pattern[str]:
    return pattern(
        r"\b(?:(?<!\btotal )of|for|than|per) (?:the |these |those |all )?(?!whom |which |them |these |those )"
        r"(?:[a-z]{3,14} )?$"
    )


@cache
def _of_behind() -> re.Pattern[str]:
    return pattern(r"\s(?:out )?of\b(?! (?:those|these|them|the (?:patients|participants|others))\b)")


def _pairs(text: str, numbers: Sequence[Number]) -> Iterator[Pair]:
    for number, following in zip(numbers, (*numbers[1:], None), strict=True):
        if number.kind == "fraction" and number.parts and number.plain and "/" in text[number.start : number.end]:
            if not _unit().match(text, number.end):
                yield Pair(number.start, number.end, *number.parts)
        elif following and _is_whole(number) and _is_whole(following) and following.start - number.end <= 40:
            if not _of().fullmatch(text, number.end, following.start):
                continue
            if number.spelled and number.value == 1:  # "one of 44 people" is hardly ever a share
                continue
            exact = qualifier(text, number) == qualifier(text, following) == "exact"
            if exact and 0 <= number.value <= following.value and not _unit().match(text, following.end):
                yield Pair(number.start, following.end, int(number.value), int(following.value))


def _is_whole(number: Number) -> bool:
    return number.is_count and not number.ranged


def is_unit(text: str, number: Number) -> bool:
    """Whether a number is of something that is no whole of people: hours, doses, arms."""
    return bool(_unit().match(text, number.end))


@cache
def _unit() -> re.Pattern[str]:
    """Nouns of which a percentage right behind is more likely to be something else's than their share."""
    return pattern(
        r"[ \u00a0‐‑-](?:[a-z]{3,14} )?(?:groups?|arms?|trials?|studies|study|drugs?|doses?|treatments?|months?|weeks?|"
        r"years?|days?|h|hrs?|hours?|min|minutes?|points?|scales?|measures?|outcomes?|countries|mg|ml|kg|g|µg|mcg)\b"
    )


@cache
def _turn() -> re.Pattern[str]:
    """Words behind which a percentage is somebody else's, or a change."""
    return pattern(
        r"[;:()\[\]\"“”]|\b(?:than|compared|versus|vs|v|against|while|whereas|but|and|or|rose|risen|rise|fell|fall|fallen|"
        r"drop|dropped|increase|increased|decrease|decreased|grew|growth|up|down|decline|declined|reduction|cut|change|"
        r"changed|(?:higher|lower)(?! doses?\b)|more|less|fewer|faster|slower|better|worse|risk|"
        r"rate|odds|probability|confidence|power|efficacy|whom|which|average|mean|"
        r"most|majority|many|few|half|third|none|nobody|all|every|each|others|another|rest|both|only)\b"
    )


@cache
def _opening() -> re.Pattern[str]:
    return pattern(r"\s?[(\[](?:i\.e\.,? |that is,? |or |ie )?$")


@cache
def _apposition() -> re.Pattern[str]:
    return pattern(r"(?:, (?:or |that is,? |i\.e\.,? |which is |which makes |making )?|\s[–—-]\s|\s?=\s?| or )$")


@cache
def _closing() -> re.Pattern[str]:
    return pattern(r"\s?(?:[)\],;.]|[–—]|$|\s[–—-]\s|[(\[]9\d ?% ?(?:CI|confidence))")


def _in_brackets(text: str, gap: str, percent: Number) -> bool:
    opening = _opening().search(gap)
    return bool(
        opening and len(gap) <= REACH and not _turn().search(gap[: opening.start()]) and _closes(text, percent.end)
    )


def _in_apposition(text: str, gap: str, percent: Number) -> bool:
    opening = _apposition().search(gap)
    return bool(
        opening
        and len(gap) <= 50
        and "," not in gap[: opening.start()]
        and not _turn().search(gap[: opening.start()])
        and _closes(text, percent.end)
    )


@cache
def _trailing() -> re.Pattern[str]:
    return pattern(r"[:,] $")


def _stands_behind(text: str, gap: str, percent: Number) -> bool:
    """Whether a percentage says what share the count before it is: in brackets, set off, or as the sentence's last."""
    last = _trailing().search(gap)
    ends = last and text[percent.end :].rstrip('"”’') in (".", "") and not _turn().search(gap[: last.start()])
    return bool(ends) or _in_brackets(text, gap, percent) or _in_apposition(text, gap, percent)


def _closes(text: str, offset: int) -> bool:
    return bool(_closing().match(text, offset))


def _count_before(text: str, numbers: Sequence[Number], index: int) -> Number | None:
    """The count before a percentage, with no other number between but spans of time and what counts nothing."""
    for number in reversed(numbers[max(0, index - 4) : index]):
        if numbers[index].start - number.end > REACH:
            return None
        if number.plain and not _is_time(text, number):
            exact = _is_whole(number) and not number.kind and qualifier(text, number) == "exact"
            return number if exact else None
    return None


def _is_time(text: str, number: Number) -> bool:
    return bool(_time_unit().match(text, number.end))


@cache
def _time_unit() -> re.Pattern[str]:
    return pattern(r"[ \u00a0‐‑-](?:years?|months?|weeks?|days?|h|hrs?|hours?|min|minutes?)\b")


def _around(text: str, numbers: Sequence[Number], index: int) -> Pair | None:
    """The pair that a percentage stands within: "38 (23%) of 163 in the placebo group"."""
    part, whole = _count_before(text, numbers, index), next(iter(numbers[index + 1 : index + 2]), None)
    if part is None or whole is None or not (_is_whole(whole) and part.value <= whole.value):
        return None
    if not _bracket().fullmatch(text, part.end, numbers[index].start) or _unit().match(text, whole.end):
        return None
    if not _bracketed_of().fullmatch(text, numbers[index].end, whole.start) or qualifier(text, whole) != "exact":
        return None
    return Pair(part.start, whole.end, int(part.value), int(whole.value))


@cache
def _bracket() -> re.Pattern[str]:
    return pattern(r"\s?[(\[]")


@cache
def _bracketed_of() -> re.Pattern[str]:
    return pattern(r"[)\]] (?:out )?of (?:the |these |those |all |all the |its )?")


def _behind_pair(text: str, numbers: Sequence[Number], pairs: Sequence[Pair], index: int) -> Pair | None:
    """The pair that a percentage stands behind: "7 of 14 patients (50%)"."""
    percent = numbers[index]
    pair = next((pair for pair in reversed(pairs) if pair.end <= percent.start), None)
    if pair is None:
        return None
    between = [number for number in numbers[max(0, index - 4) : index] if number.start >= pair.end and number.plain]
    gap = text[pair.end : percent.start]
    if any(not _is_time(text, number) for number in between):
        return None
    if _within().search(text, max(0, pair.start - 10), pair.start):
        if _verb().search(gap):  # "in 5 of 24 hospitals use was low (12%)": of what is measured in them
            return None
    else:
        gap = gap.replace(" fell", "     ")  # people fall; what falls in people is a measure
    return pair if _in_brackets(text, gap, percent) or _in_apposition(text, gap, percent) else None


@cache
def _within() -> re.Pattern[str]:
    return pattern(r"\b(?:[Ii]n|[Ff]or|[Aa]mong|[Ww]ith) $")


@cache
def _verb() -> re.Pattern[str]:
    return pattern(r"\b(?:was|were|is|are|had|has|have|did|got|fell|rose|took|came|went|[a-z]{2,14}ed)\b")


@cache
def _into_pair() -> re.Pattern[str]:
    return pattern(r"[^.;:()\[\]\d]{0,60}\s?[(\[](?:n ?= ?)?")


@cache
def _out_of_pair() -> re.Pattern[str]:
    return pattern(r"(?:\s[A-Za-z-]{1,20}){0,4}\s?[)\],;]")


@cache
def _closed() -> re.Pattern[str]:
    return pattern(r"[)\]]")


def _before_pair(text: str, pairs: Sequence[Pair], percent: Number) -> Pair | None:
    """The pair in brackets behind a percentage: "39 per cent (61/158)", "50% of patients (7 of 14)"."""
    pair = next((pair for pair in pairs if pair.start >= percent.end), None)
    if pair is None or not _into_pair().fullmatch(text, percent.end, pair.start):
        return None
    between = text[percent.end : pair.start]
    if any(other.start > pair.start and not _closed().search(text, pair.end, other.start) for other in pairs):
        return None  # two percentages, two pairs: which belongs to which?
    return pair if not _turn().search(between.rstrip(" ([n=")) and _out_of_pair().match(text, pair.end) else None


@cache
def _head() -> re.Pattern[str]:
    return pattern(
        r"(?:^|[.;:–—(] ?)(?:Of|of|Among|among|Out of) "
        r"(?:the |these |those |all |all the |its |their )?(?:[a-z]{3,14} )?$"
    )


def _of_head(text: str, numbers: Sequence[Number], index: int) -> Pair | None:
    """The pair of "Of the 94 who came, 30 (32%) were women": the count right before the percentage, and the head."""
    percent = numbers[index]
    count = _count_before(text, numbers, index)
    if count is None:
        return None
    gap = text[count.end : percent.start]
    if _happenings().match(gap):
        return None
    bracketed = _in_brackets(text, gap, percent)
    last = _closing_comma().search(gap)
    if not bracketed and not (last and not _turn().search(gap[: last.start()]) and _closes(text, percent.end)):
        return None
    if _of_before().search(text, max(0, count.start - 24), count.start):
        return None
    head = next((number for number in numbers[:index] if _heads(text, number)), None)
    if head is None or head.start >= count.start or head.value < count.value:
        return None
    if (
        "," not in text[head.end : count.start]
        or _new_base().search(text, head.end, percent.start)
        or _unit().match(text, head.end)
    ):
        return None
    return Pair(head.start, count.end, int(count.value), int(head.value))


@cache
def _happenings() -> re.Pattern[str]:
    """Nouns of what may befall somebody more than once, so that it is no part of a whole."""
    return pattern(r" (?:instances|events|episodes|times|occurrences|occasions)\b")


@cache
def _closing_comma() -> re.Pattern[str]:
    return pattern(r", (?:or |that is,? )?$")


def _heads(text: str, number: Number) -> bool:
    return (
        _is_whole(number)
        and number.value > 1
        and bool(_head().search(text, max(0, number.start - 40), number.start))
        and qualifier(text, number) == "exact"
    )


@cache
def _new_base() -> re.Pattern[str]:
    return pattern(r"\bof (?:whom|which|them|these|those)\b|\b(?:whom|compared|versus|vs|against)\b|;")
