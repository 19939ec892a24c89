"""Parts and wholes other than arms: the other half, those who finished, totals, differences, all in percent."""

import re
from functools import cache

from checker.claims.numbers import Number, qualifier
from checker.claims.shares import percentages, portions_of
from checker.claims.vocabulary import ANY_PEOPLE
from checker.pattern import pattern
from checker.rules.statistic import _counts
from checker.rules.statistic._sums import FEW, Gap, Reading, added, listed, untold


@cache
def _other() -> re.Pattern[str]:
    return pattern(r"\b[Tt]he (?:other|remaining) $")


@cache
def _half() -> re.Pattern[str]:
    return pattern(r"\b[Hh]alf of (?:them|these|those|the [a-z]{3,14})\b|^Half [a-z]{3,14}\b")


@cache
def _of_them() -> re.Pattern[str]:
    return pattern(r" of (?:them|these|those)\b")


@cache
def _of() -> re.Pattern[str]:
    return pattern(r"[ \u00a0]of\b")


@cache
def _of_a_number() -> re.Pattern[str]:
    """ "The other two of …", "the remaining 16 children (of the 28)"."""
    return pattern(r"[ \u00a0]of\b|[^.;]{0,30}\bof (?:the |all )?\d")


def the_other_half(reading: Reading) -> Gap | None:
    text = reading.text
    other = next((one for one in reading.counts if _other().search(text, max(0, one.start - 16), one.start)), None)
    if other is None or _of_a_number().match(text, other.end) or not reading.article.once(_counts.recorded):
        return None
    before, earlier = text[: other.start], [one for one in reading.counts if one.end <= other.start]
    if reading.previous and other.start <= 20:
        before, earlier = reading.previous.text, list(reading.previous.counts)
    named = [one for one in earlier if _of_them().match(before, one.end)]
    halves = len(_half().findall(before))
    if len(named) > 1 or halves > 1:
        return None
    if named:
        total = int(named[0].value) + int(other.value)
        if total < FEW or reading.is_told(total):
            return None
        # "118 of them got 40 mg, 120 got 20 mg and the other 122 a dummy pill": they are more than two.
        if any(reading.is_told(added((*earlier[-count:], other))) for count in range(2, len(earlier) + 1)):
            return None
        return untold(other.start, other.end, f"{named[0].value:,} of them and the other {other.value:,}", total)
    if not halves or any(reading.is_told(2 * int(other.value) + odd) for odd in (-1, 0, 1)):
        return None
    # "Half of them, 490, got it, the remaining 487 did not": halves are seldom equal to the last one.
    if any(reading.is_told(int(one.value) + int(other.value)) for one in earlier[-3:]):
        return None
    return untold(other.start, other.end, f"Two halves of {other.value:,}", 2 * int(other.value))


@cache
def _finished() -> re.Pattern[str]:
    return pattern(
        r"(?:[ \u00a0][a-z][a-z-]{1,20}){0,2}[ \u00a0]"
        r"(?:saw it through|finished|completed|stayed to the end|made it to the end)\b"
    )


@cache
def _stopped() -> re.Pattern[str]:
    return pattern(
        r"(?:[ \u00a0][a-z][a-z-]{1,20}){0,2}(?: \(\d{1,2}(?:\.\d)?%\))?[ \u00a0]"
        r"(?:did not\b(?! [a-z])|stopped early|dropped out|left early|withdrew|gave up)\b"
    )


def all_who_began(reading: Reading) -> Gap | None:
    text, trials = reading.text, reading.article.trials
    finished = [one for one in reading.counts if _finished().match(text, one.end)]
    stopped = [one for one in reading.counts if _stopped().match(text, one.end)]
    if len(trials) != 1 or len(finished) != 1 or len(stopped) != 1 or finished == stopped or len(reading.counts) > 3:
        return None
    first, last = sorted((finished[0], stopped[0]))
    enrollment = trials[0].enrollment
    if not (enrollment.enrolled or enrollment.randomized or enrollment.treated):
        return None
    total = added((first, last))
    if not any(mark in text[first.end : last.start] for mark in ";,") or reading.is_told(total):
        return None
    one, other = finished[0], stopped[0]
    return untold(one.start, one.end, f"{one.value:,} who finished and {other.value:,} who did not", total)


@cache
def _in_total() -> re.Pattern[str]:
    return pattern(r"[ \u00a0](in total|in all|altogether|all told|all together)\b")


@cache
def _counted_twice() -> re.Pattern[str]:
    return pattern(
        r"(?i:\b(?:each|per|every|of whom|of them|of these|of those|including|among them|both|overlap\w*|times)\b)"
    )


def a_sum(reading: Reading) -> Gap | None:
    text, counts = reading.text, reading.counts[:9]
    for index, whole in enumerate(counts):
        total = _in_total().match(text, whole.end)
        if (
            index < 2
            or not total
            or text[: whole.start].rstrip(" (")[-1:] not in ",:–—="
            or _counted_twice().search(text)
        ):
            continue
        before = counts[:index]
        sums = [added(before[-count:]) for count in range(2, index + 1)]
        near = [position for position, one in enumerate(sums) if 2 * abs(one - whole.value) <= one]
        if whole.value in sums or not near or " and " not in text[before[-2].end : before[-1].start]:
            continue
        parts = before[-2 - near[0] :]
        return Gap(
            whole.start,
            whole.end,
            f"{listed(parts)} make {added(parts):,}, and the prose says {whole.value:,} {total.group(1)}.",
        )
    return None


@cache
def _than() -> re.Pattern[str]:
    return pattern(r"[ \u00a0](more|fewer|less) than (?:the |its |their )?")


@cache
def _counted() -> re.Pattern[str]:
    return pattern(r"(?: [a-z]{2,14}){0,4}, ")


def a_difference(reading: Reading) -> Gap | None:
    counts = [number for number in reading.numbers if number.is_count]
    for one, difference, other in zip(counts, counts[1:], counts[2:], strict=False):
        than = _than().fullmatch(reading.text, difference.end, other.start)
        if not than or not _counted().fullmatch(reading.text, one.end, difference.start):
            continue
        right = int(other.value) + (int(difference.value) if than.group(1) == "more" else -int(difference.value))
        if one.value != right and qualifier(reading.text, one) == "exact":
            return Gap(
                one.start,
                one.end,
                f"{difference.value:,} {than.group(1)} than {other.value:,} is {right:,}, "
                f"and the prose says {one.value:,}.",
            )
    return None


def more_than_all(reading: Reading) -> Gap | None:
    """ "526 of 515 people finished"."""
    for part, whole in (*portions_of(reading.text, reading.numbers), *_of_the_head(reading)):
        if whole.value < part.value < 10 * whole.value:
            start, end = sorted((part, whole))[0].start, sorted((part, whole))[1].end
            return Gap(start, end, f"{part.value:,} people cannot be a part of {whole.value:,}.")
    return None


def _of_the_head(reading: Reading) -> list[tuple[Number, Number]]:
    """The first count behind the head of a sentence, and the head: "Of 66 patients randomised, 95 finished"."""
    first = reading.counts[:2]
    if len(first) < 2 or not _head().fullmatch(reading.text, 0, first[0].start):
        return []
    between = _head_of_people().fullmatch(reading.text, first[0].end, first[1].start)
    return [(first[1], first[0])] if between and _did().match(reading.text, first[1].end) else []


@cache
def _head() -> re.Pattern[str]:
    return pattern(r"(?:[A-Z][a-z]+\. )?(?:Of|Out of|Among) (?:the |these |all )?")


@cache
def _head_of_people() -> re.Pattern[str]:
    return pattern(rf" (?:[a-z-]+ )?(?:{ANY_PEOPLE})(?: [a-z]+){{0,4}}, ")


@cache
def _did() -> re.Pattern[str]:
    return pattern(r" (?:\([^()]{1,20}\) )?(?:were|had|have|did|[a-z]{3,12}ed)\b")


@cache
def _the_rest() -> re.Pattern[str]:
    return pattern(r"\b(?:the )?(?:remaining|rest(?: of (?:them|the [a-z]{3,14}))?,?) $")


@cache
def _fates() -> tuple[re.Pattern[str], ...]:
    """Better, the same, worse: who is none of them?"""
    fates = (
        "improved|got better|better",
        "stable|unchanged|stayed the same|stayed as they were",
        "worsened|got worse|worse",
    )
    return tuple(pattern(rf" (?:[a-z]{{2,12}} ){{0,2}}?(?:{fate})\b") for fate in fates)


@cache
def _two_lists() -> re.Pattern[str]:
    return pattern(r"[;:]|\b(?:versus|v|vs|against|compared|placebo|while|whereas)\b")


def all_in_percent(reading: Reading) -> Gap | None:
    text = reading.text
    found = [number for _, number in percentages(text, reading.numbers)]
    if not 2 <= len(found) <= 6 or len(found) != sum(number.kind == "percent" for number in reading.numbers):
        return None
    if "(" in text or any(number.kind == "fraction" for number in reading.numbers):
        return None
    rest = len(found) > 2 and _the_rest().search(text, max(0, found[-1].start - 30), found[-1].start)
    fates = len(found) == 3 and all(any(fate.match(text, one.end) for one in found) for fate in _fates())
    if _two_lists().search(text) or _of().match(text, found[-1].end) or not (rest or fates):
        return None
    total = sum(number.value for number in found)
    if abs(total - 100) <= max(1, sum(0.5 * 10**-number.decimals for number in found)) + 1e-9:
        return None
    listed = ", ".join(f"{number.written}%" for number in found[:-1]) + f" and {found[-1].written}%"
    return Gap(found[0].start, found[-1].end, f"{listed} make {total:g}%, and they are said to be all.")
