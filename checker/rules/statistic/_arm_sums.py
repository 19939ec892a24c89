"""People who were shared out among arms: one look for each way of saying how many each got."""

import re
from collections.abc import Sequence, Set
from functools import cache
from itertools import pairwise

from checker.article import Article
from checker.claims.numbers import Number
from checker.claims.vocabulary import ANY_PEOPLE
from checker.pattern import pattern
from checker.rules.statistic import _counts
from checker.rules.statistic._sums import Gap, Reading, added, listed, untold


def _shared_out(start: int, end: int, parts: str, total: int, whole: int) -> Gap:
    return Gap(start, end, f"{parts} make {total:,}, and the prose says that {whole:,} were shared out.")


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
    between = [one for one in counts if one not in parts and whole.end < one.start < parts[-1].start]
    if any(not _one_of().match(text, one.end) for one in between):
        return None
    if (
        not samples and parts is not bracketed and _sent_to().search(text, whole.end, parts[0].start)
    ):  # "123 assigned to the drug, 123 to placebo"
        return None
    if any(added(parts[:many]) == whole.value for many in range(2, len(parts))):
        return None
    told = {one.value for one in counts}
    if {added(parts), added((whole, *parts))} & told or _left_out().search(text, whole.end, parts[-1].end + 40):
        return None
    wrong = whole
    if whole.value in reading.article.once(_counts.recorded):
        arms = {arm.count for trial in reading.article.trials for arm in trial.arms}
        wrong = next((part for part in parts if part.value not in arms), parts[0])
    return _shared_out(wrong.start, wrong.end, listed(parts), added(parts), int(whole.value))


@cache
def _one_of() -> re.Pattern[str]:
    return pattern(r" of (?:the )?(?:two|three|four|five|six) [a-z]")


@cache
def _between() -> re.Pattern[str]:
    return pattern(r"\) (?:or|and|versus|vs\.?) [^().;:]{2,60} \(")


def _gap(parts: Sequence[Number]) -> tuple[int, int]:
    """The offsets between two numbers; none where there are not just two."""
    return (parts[0].end, parts[1].start) if len(parts) == 2 else (0, 0)


@cache
def _in_a_group() -> re.Pattern[str]:
    return pattern(
        r" (?:\([\d.·]{1,5} ?%\) (?:of [\d,]{1,9} )?)?(?:patients? |people |participants? |cases? |events? )?"
        r"(?:in|on|with) the [\w -]{2,40}? (?:group|arm)\b"
    )


@cache
def _including() -> re.Pattern[str]:
    return pattern(r"[^.;:()\d]{2,60}[,:(] ?(?:including |with |of which )?")


@cache
def _ends() -> re.Pattern[str]:
    """What closes a list of parts: no verb of which the parts are the subject."""
    return pattern(r"\s?(?:[.;:)–—]|$)")


@cache
def _of_some() -> re.Pattern[str]:
    return pattern(r"\b(?:[Oo]f|[Aa]mong|[Ii]n|[Ff]rom|[Ff]or) (?:the |these |those |all |all the |a total of )?$")


def in_both_groups(reading: Reading) -> Gap | None:
    """A count of events and those of them in each of two groups."""
    text = reading.text
    if reading.article.trials and len(reading.article.trials[0].arms) > 2:
        return None
    for index, (whole, one) in enumerate(pairwise(reading.counts)):
        bound = _including().fullmatch(text, whole.end, one.start)
        if not bound or _in_a_group().match(text, whole.end):
            continue
        inside = _in_a_group().match(text, one.end)
        other = next((each for each in reading.counts[index + 2 :] if inside and each.start >= inside.end()), None)
        if other is None:
            continue
        first, second = inside, _in_a_group().match(text, other.end)
        if not first or not second or text[first.end() : other.start].strip(" ,") != "and":
            continue
        # "Among 400 people, 30 in the drug group and 20 in the placebo group died": of some of them only.
        if "," in bound.group() and (not _ends().match(text, second.end()) or _of_some().search(text[: whole.start])):
            continue
        if first.group() != second.group() and added((one, other)) not in {n.value for n in reading.numbers}:
            return Gap(
                whole.start,
                second.end(),
                f"{one.value:,} and {other.value:,} make {added((one, other)):,}, and the prose says {whole.value:,}.",
            )
    return None


@cache
def _per_arm() -> re.Pattern[str]:
    return pattern(
        rf"[ \u00a0](?:(?:{ANY_PEOPLE}) )?(?:per|to an?|to each|in each|for each|an?) "
        r"(?:treatment |study )?(?:[Aa]rm|[Gg]roup)\b"
        r"(?! (?:was |were |had |have )?(?:been )?(?:lost|left|withdr|dropp|died|discontinu|excluded|missing))"
    )


@cache
def _randomized() -> re.Pattern[str]:
    return pattern(rf" (?:were )?randomi[sz]ed,? \(?| (?:[a-z]+ ){{0,2}}(?:{ANY_PEOPLE}) \(")


@cache
def _opens() -> re.Pattern[str]:
    """What stands between a whole and the list of its parts: "88 patients were studied: 26 in group A"."""
    return pattern(r" [A-Za-z][^.;:()\d]{1,70}(?:: | \()")


@cache
def _named_part() -> re.Pattern[str]:
    """What follows a part of such a list: its arm or what sets it apart, and the end of the part."""
    return pattern(
        rf" (?:(?:{ANY_PEOPLE}) )?(?:(?:in|on|to|from|receiving|given) )?(?:the )?"
        r"(?P<name>(?:[Gg]roup|[Aa]rm|[Cc]ohort) (?:[A-Z]|\d)\b|[A-Za-z][\w-]{0,20})(?: (?:group|arm|patients))?"
        r"(?P<next>(?:[,;] | and |[,;] and )(?=\d)|(?=[).,;]|$))"
    )


KINDS = (("mild", "moderate", "severe"), ("men", "women"), ("male", "female"), ("males", "females"), ("boys", "girls"))
"""What cannot be two of at once, though there may be others."""


def part_by_part(reading: Reading) -> Gap | None:
    """A whole and its parts right behind it, each with the name of its arm, or with what it alone can be."""
    counts = reading.counts
    for index, whole in enumerate(counts[:-2]):
        if not _opens().fullmatch(reading.text, whole.end, counts[index + 1].start):
            continue
        parts = _named_parts(reading.text, counts[index + 1 :])
        names, total = set(parts), added([*parts.values()])
        if len(parts) < 2 or total in {number.value for number in reading.numbers}:
            continue
        exclusive = any(names <= set(kinds) for kinds in KINDS) and total > whole.value
        if exclusive or _are_all_arms(reading, names):
            listing = [*parts.values()]
            message = f"{listed(listing)} make {total:,}, and the prose says {whole.value:,}."
            return Gap(whole.start, listing[-1].end, message)
    return None


def _named_parts(text: str, counts: Sequence[Number]) -> dict[str, Number]:
    """The counts of a list from its first to its last, by what each is a count of; none where two have one name."""
    parts: dict[str, Number] = {}
    start = counts[0].start
    for part in counts:
        named = _named_part().match(text, part.end)
        if part.start != start or not named or named["name"].lower() in parts:
            return {}
        parts[named["name"].lower()] = part
        start = named.end()
        if not named["next"]:
            return parts
    return {}


def _are_all_arms(reading: Reading, names: Set[str]) -> bool:
    """Whether names are those of all arms of the one trial, as its record or the prose names them."""
    trials = reading.article.trials
    if len(trials) != 1 or len(trials[0].arms) not in (0, len(names)):
        return False
    known = len(trials[0].arms) == len(names)
    if all(" " in name for name in names):  # "group A"
        return known or len(names) > 2
    return known and all(_is_an_arm(reading, name) for name in names)


def _is_an_arm(reading: Reading, name: str) -> bool:
    if name in ("placebo", "control", "sham") or any(
        name == (arm.name or "").lower() for arm in reading.article.trials[0].arms
    ):
        return True
    return name in reading.article.once(_named_arms)


@cache
def _arm() -> re.Pattern[str]:
    """A word, or a group with its letter, whose size or kind follows: "placebo (n = 12)", "the drug group"."""
    return pattern(
        r"(?:\b(?P<kind>group|arm|cohort) )?(?<![\w-])(?P<name>[\w-]{1,40})(?:(?:,| \() ?n ?=| (?:arm|group)\b)",
        re.IGNORECASE,
    )


def _named_arms(article: Article) -> frozenset[str]:
    """What the prose names as arms, in small letters; of "stem-cell", "cell" too."""
    found: set[str] = set()
    for block in article.prose:
        for match in _arm().finditer(block.prose):
            words = match["name"].lower().split("-")
            found.update("-".join(words[first:]) for first in range(len(words)))
            if match["kind"]:
                found.add(f"{match['kind']} {match['name']}".lower())
    return frozenset(found)


def equal_arms(reading: Reading) -> Gap | None:
    """Equal arms of the one trial, whose record knows how many arms there are."""
    text, trials = reading.text, reading.article.trials
    each = next((one for one in reading.counts if _per_arm().match(text, one.end)), None)
    if each is None or len(trials) != 1:
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
    if not reading.article.once(_counts.recorded) or not _chance().search(text):
        return None
    if any(reading.is_told(total + odd) for odd in range(1 - arms, arms)):
        return None
    return untold(each.start, each.end, f"{arms} arms of {each.value:,}", total)


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
    if not all(_takes().match(text, part.end) for part in parts) or reading.is_told(added(parts)):
        return None
    return untold(parts[0].start, parts[-1].end, listed(parts), added(parts))
