"""Wholes and their parts, as sentences tell them: one look for each way of saying that nobody was left out.

A look reads one sentence (`the_other_half` the one before it too) and returns the `Gap` that it found, or None. Parts
are held against the whole that the sentence gives; where it gives none, against every count of the article and its
records: only a sum that nobody speaks of is a gap.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache, cached_property
from itertools import pairwise
from typing import NamedTuple

from checker.article import Article
from checker.claims.numbers import Number, qualifier
from checker.claims.shares import percentages
from checker.claims.vocabulary import ANY_PEOPLE
from checker.pattern import pattern
from checker.rules.statistic import _counts

FEW = 12
"""A whole smaller than this may well go uncounted: "three of them are in Leeds, the other two in York"."""


class Gap(NamedTuple):
    """Parts that miss their whole: the offsets to point at in the sentence, and the message."""

    start: int
    end: int
    message: str


class Reading:
    """A sentence to look at, its numbers, and the sentence before it in its block."""

    def __init__(
        self, article: Article, text: str, numbers: Sequence[Number], previous: "Reading | None" = None
    ) -> None:
        self.article = article
        self.text = text
        self.numbers = numbers
        self.previous = previous

    @cached_property
    def counts(self) -> list[Number]:
        """The numbers that may count people, exactly: no ranges, times, doses, sites or approximations."""
        return [
            number
            for number in self.numbers
            if number.is_count
            and not number.ranged
            and not _unit().match(self.text, number.end)
            and qualifier(self.text, number) == "exact"
        ]

    @property
    def is_worth_a_look(self) -> bool:
        """Whether it has a word that one of the looks begins with; a cheap test before dear ones."""
        text = self.text
        return any(word in text for word in WORDS) or (":" in text and _colon().search(text) is not None)

    def is_told(self, total: int) -> bool:
        """Whether the article or its records speak of so many."""
        return total in self.article.once(_counts.told) or total in self.article.once(_counts.recorded)


WORDS = (
    *("andomi", "llocated", "ssigned", "ivided", "split", "chance", "Chance", "lots", "ratio", "-one", "he other"),
    *("saw it", "finished", "completed", "to the end", "in total", "in all", "altogether", "all told", "all together"),
    *("more than", "fewer than", "less than", "rest", "remaining", "worse", " in the "),
)


@cache
def _colon() -> re.Pattern[str]:
    return pattern(r"\d:\d")


@cache
def _unit() -> re.Pattern[str]:
    return pattern(
        r"[ \u00a0-]?(?:years?|months?|weeks?|days?|hours?|minutes?|times|mg|ml|kg|g|µg|mcg|units?|points?|places|"
        r"doses?|visits?|sessions?|homes?|schools?|villages?|cities|sites?|hospitals?|clinics?|arms?|groups?|"
        r"(?:[a-z-]{1,20}[ \u00a0])?(?:sites|cent(?:re|er)s|hospitals|clinics|countries|arms|groups))\b"
    )


def _sum(parts: Sequence[Number]) -> int:
    return sum(int(part.value) for part in parts)


def _listed(parts: Sequence[Number]) -> str:
    """ "30, 31 and 32"."""
    *most, last = (f"{part.value:,}" for part in parts)
    return f"{', '.join(most)} and {last}" if most else last


def _untold(start: int, end: int, parts: str, total: int) -> Gap:
    return Gap(start, end, f"{parts} make {total:,}, a number of which the article does not speak.")


def _shared_out(start: int, end: int, parts: str, total: int, whole: int) -> Gap:
    return Gap(start, end, f"{parts} make {total:,}, and the prose says that {whole:,} were shared out.")


# --- "386 adults randomized, 194 to the app and 192 to a sham app" ----------------------------------------------------


@cache
def _chance() -> re.Pattern[str]:
    return pattern(
        r"(?i:\brandomi[sz]\w{1,6}|\brandomly\b|\ballocated\b|\bassigned\b|\bdivided\b|\bsplit (?:in|between)\b)"
    )


@cache
def _people() -> re.Pattern[str]:
    return pattern(
        rf"[ \u00a0](?:[A-Za-z][A-Za-z-]{{1,20}} ){{0,3}}(?:{ANY_PEOPLE})\b(?!['’-])|"
        r"[ \u00a0](?:were |are those who (?:were |went on to be )?)?(?:randomi[sz]ed|randomly|allocated|assigned)\b"
        r"(?=\s?(?:[.;:()]|$|,? (?:all|to|into|between|in|at|assigned|allocated)\b))"
    )


CLOSE = 30
"""Code points between a number and the word for drawing lots of which it is the subject: "151 were assigned to"."""


@cache
def _to() -> re.Pattern[str]:
    return pattern(
        rf" (?:(?:{ANY_PEOPLE}) )?(?:(?:were|was) (?:randomly )?(?:assigned|allocated|randomi[sz]ed) )?to [A-Za-z]"
    )


@cache
def _sent_to() -> re.Pattern[str]:
    return pattern(r"\b(?:randomi[sz]ed|randomly|allocated|assigned) to\b")


@cache
def _left_out() -> re.Pattern[str]:
    """Words of parts that are not counted, or counted twice."""
    return pattern(
        r"(?i:\b(?:rest|others?|remaining|remainder|neither|another|each|respectively|cross\w{2,6}|both|again|twice|"
        r"then|re-?randomi[sz]\w+|later|first|second|third|fourth|some|few|several|many|most|half|quarter|"
        r"as many|whom|of them|of these|of those|including|among them|so far|not|per|every|"
        r"eventually|initially|originally|only)\b)"
    )


def shared_out_by_chance(reading: Reading) -> Gap | None:
    text, counts = reading.text, reading.counts
    chance = _chance().search(text)
    whole = next((one for one in counts if one.value > 2 and not one.kind and _people().match(text, one.end)), None)
    if not chance or not whole:
        return None
    behind = [one for one in counts if one.start > max(whole.end, chance.start() - CLOSE)]
    samples = [one for one in counts if one.kind == "sample"]
    parts = samples or [one for one in behind if _to().match(text, one.end)]
    bracketed = [
        one for one in behind if text[one.start - 2 : one.start] == " (" and text[one.end : one.end + 1] == ")"
    ]
    if not parts and _between().fullmatch(text, *_gap(bracketed)):
        parts = bracketed
    if len(parts) < 2 or any(part not in behind for part in parts):
        return None
    if any(one not in parts and whole.end < one.start < parts[-1].start for one in counts):
        return None
    if (
        not samples and parts is not bracketed and _sent_to().search(text, whole.end, parts[0].start)
    ):  # "123 assigned to the drug, 123 to placebo"
        return None
    if any(_sum(parts[:many]) == whole.value for many in range(2, len(parts))):
        return None
    if _sum(parts) in {one.value for one in counts} or _left_out().search(text, whole.end, parts[-1].end + 40):
        return None
    wrong = whole
    if whole.value in reading.article.once(_counts.recorded):
        arms = {arm.count for trial in reading.article.trials for arm in trial.arms}
        wrong = next((part for part in parts if part.value not in arms), parts[0])
    return _shared_out(wrong.start, wrong.end, _listed(parts), _sum(parts), int(whole.value))


@cache
def _between() -> re.Pattern[str]:
    return pattern(r"\) (?:or|and|versus|vs\.?) [^().;:]{2,60} \(")


def _gap(parts: Sequence[Number]) -> tuple[int, int]:
    """The offsets between two numbers; none where there are not just two."""
    return (parts[0].end, parts[1].start) if len(parts) == 2 else (0, 0)


# --- "five events, including two in the drug group and three in the placebo group" ------------------------------------


@cache
def _in_a_group() -> re.Pattern[str]:
    return pattern(
        r" (?:\([\d.·]{1,5} ?%\) (?:of [\d,]{1,9} )?)?(?:patients? |people |participants? |cases? |events? )?"
        r"(?:in|on|with) the [\w -]{2,40}? (?:group|arm)\b"
    )


@cache
def _including() -> re.Pattern[str]:
    return pattern(r"[^.;:()\d]{2,60}[,:(] ?(?:including |with |of which )?")


def in_both_groups(reading: Reading) -> Gap | None:
    """A count of events and those of them in each of two groups."""
    text = reading.text
    if reading.article.trials and len(reading.article.trials[0].arms) > 2:
        return None
    for index, (whole, one) in enumerate(pairwise(reading.counts)):
        if not _including().fullmatch(text, whole.end, one.start):
            continue
        inside = _in_a_group().match(text, one.end)
        other = next((each for each in reading.counts[index + 2 :] if inside and each.start >= inside.end()), None)
        if other is None:
            continue
        first, second = _in_a_group().match(text, one.end), _in_a_group().match(text, other.end)
        if not first or not second or text[first.end() : other.start].strip(" ,") != "and":
            continue
        if first.group() != second.group() and _sum((one, other)) != whole.value:
            return Gap(
                whole.start,
                second.end(),
                f"{one.value:,} and {other.value:,} make {_sum((one, other)):,}, and the prose says {whole.value:,}.",
            )
    return None


# --- "Half of them, 79 people, … The other 97" ------------------------------------------------------------------------


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
        return _untold(other.start, other.end, f"{named[0].value:,} of them and the other {other.value:,}", total)
    if not halves or any(reading.is_told(2 * int(other.value) + odd) for odd in (-1, 0, 1)):
        return None
    # "Half of them, 490, got it, the remaining 487 did not": halves are seldom equal to the last one.
    if any(reading.is_told(int(one.value) + int(other.value)) for one in earlier[-3:]):
        return None
    return _untold(other.start, other.end, f"Two halves of {other.value:,}", 2 * int(other.value))


# --- "297 randomised (99 per arm)" ------------------------------------------------------------------------------------


@cache
def _per_arm() -> re.Pattern[str]:
    return pattern(
        rf"[ \u00a0](?:(?:{ANY_PEOPLE}) )?(?:per|to an?|to each|in each|for each|an?) "
        r"(?:treatment |study )?(?:arm|group)\b"
    )


@cache
def _randomized() -> re.Pattern[str]:
    return pattern(r" (?:were )?randomi[sz]ed,? \(?")


def equal_arms(reading: Reading) -> Gap | None:
    """Equal arms of the one trial, whose record knows how many arms there are."""
    text, trials = reading.text, reading.article.trials
    each = next((one for one in reading.counts if _per_arm().match(text, one.end)), None)
    if each is None or len(trials) != 1 or not _chance().search(text):
        return None
    arms = len(trials[0].arms)
    if arms < 2 or trials[0].design.intervention_model not in (None, "PARALLEL"):
        return None
    total = arms * int(each.value)
    whole = next((one for one in reversed(reading.counts) if one.end < each.start), None)
    if whole and _randomized().fullmatch(text, whole.end, each.start):
        if abs(int(whole.value) - total) < arms:
            return None
        message = (
            f"{arms} arms of {each.value:,} make {total:,}, and the prose says that {whole.value:,} were shared out."
        )
        return Gap(whole.start, each.end, message)
    if not reading.article.once(_counts.recorded):
        return None
    if any(reading.is_told(total + odd) for odd in range(1 - arms, arms)):
        return None
    return _untold(each.start, each.end, f"{arms} arms of {each.value:,}", total)


# --- "compared 2:2:1: 74 patients on 40 mg, 73 on 20 mg, 37 on placebo" -----------------------------------------------


@cache
def _split() -> re.Pattern[str]:
    return pattern(
        r"(?i:\brandomi[sz]\w{1,6}|\ballocated\b|\bassigned\b|\bby chance\b|\bchance (?:decided|determined)|\blots\b|"
        r"\bsplit\b|\b\d:\d|\b(?:one|two|three)[- ]to[- ]one\b|\bratio\b)"
    )


@cache
def _takes() -> re.Pattern[str]:
    """What follows the number of those in an arm: what they got, and the end of the part, with no verb on the way."""
    return pattern(
        rf"(?: (?:of them|{ANY_PEOPLE}))?,? (?:got|received|were given|took|began with|started with|were on|on|to|with|"
        r"the|an?|both|placebo|neither)\b"
        r"(?: (?!(?:had|were|was|did|died|and|or|but|who)\b|[a-z]{3,14}ed\b)[\w·.%-]{1,20}){0,6}"
        r"(?: \([^()]{0,40}\))?(?=$|[.,;:(]| and | \()"
    )


@cache
def _so_far() -> re.Pattern[str]:
    return pattern(
        r"(?i:\b(?:rest|others?|remaining|another|each|so far|until|by (?:then|week|month|day)|after|of whom)\b)"
    )


def a_list_of_arms(reading: Reading) -> Gap | None:
    parts, text = reading.counts, reading.text
    if len(parts) < 2 or len(parts) not in {len(trial.arms) for trial in reading.article.trials}:
        return None
    if not _split().search(text) or _so_far().search(text):
        return None
    if not all(_takes().match(text, part.end) for part in parts) or reading.is_told(_sum(parts)):
        return None
    return _untold(parts[0].start, parts[-1].end, _listed(parts), _sum(parts))


# --- "Seven families stopped early, so 121 completed" -----------------------------------------------------------------


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
    total = _sum((first, last))
    if not any(mark in text[first.end : last.start] for mark in ";,") or reading.is_told(total):
        return None
    one, other = finished[0], stopped[0]
    return _untold(one.start, one.end, f"{one.value:,} who finished and {other.value:,} who did not", total)


# --- "69 and 65, 134 in total"; "184 people, four more than the 180" --------------------------------------------------


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
        sums = [_sum(before[-count:]) for count in range(2, index + 1)]
        near = [position for position, one in enumerate(sums) if 2 * abs(one - whole.value) <= one]
        if whole.value in sums or not near or " and " not in text[before[-2].end : before[-1].start]:
            continue
        parts = before[-2 - near[0] :]
        return Gap(
            whole.start,
            whole.end,
            f"{_listed(parts)} make {_sum(parts):,}, and the prose says {whole.value:,} {total.group(1)}.",
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


# --- "45% improved, 30% were stable, 30% worsened" --------------------------------------------------------------------


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


LOOKS: tuple[Callable[[Reading], Gap | None], ...] = (
    shared_out_by_chance,
    in_both_groups,
    the_other_half,
    equal_arms,
    a_list_of_arms,
    all_who_began,
    a_sum,
    a_difference,
    all_in_percent,
)
