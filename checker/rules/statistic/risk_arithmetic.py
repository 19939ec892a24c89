"""Two risks, and the reduction or the number needed to treat that is drawn from them, do not fit together."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING

from checker.claims.estimates import analyses, half_unit, stands_for
from checker.claims.numbers import qualifier
from checker.claims.vocabulary import PEOPLE
from checker.pattern import pattern
from checker.rule import Elsewhere, Finding
from checker.rules.statistic._changes import is_adjusted, neighbours
from checker.rules.statistic._intervals import excludes_its_estimate
from checker.rules.statistic._rates import compared_rates, is_absolute

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.article import Article
    from checker.claims.numbers import Number
    from checker.claims.sentences import Sentence

severity = "error"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    rates: tuple[Sentence, tuple[Number, Number] | None] | None = None
    for last, earlier, sentence, found in neighbours(article):
        percents = len([number for number in found if number.kind == "percent" and number.plain])
        # "That is a relative reduction of 20% and an absolute one of 1.5 points": of the rates before.
        if last is None or percents > 1 or (percents and "relative" not in sentence.text):
            rates = sentence, compared_rates(sentence.text, found)
        source, pair = rates or (sentence, None)
        yield from _against_rates(sentence, found, source, pair)
        yield from _against_ratio(sentence, found)
        yield from _against_cases(last, earlier, sentence, found)


# --- number needed to treat, and percentage points --------------------------------------------------------------------


def _against_rates(
    sentence: Sentence, found: Sequence[Number], source: Sentence, rates: tuple[Number, Number] | None
) -> Iterator[Finding]:
    points = _points(sentence, found, source)
    if rates:
        related = (Elsewhere(source.locate(rates[0].start, rates[1].end), "The two rates stand here."),)
        one, other = (source.text[rate.start : rate.end] for rate in rates)
        distance = abs(float(rates[0].value) - float(rates[1].value))
        half = half_unit(rates[0]) + half_unit(rates[1])
        if points and abs(abs(float(points.value)) - distance) > half + half_unit(points) + 1e-9:
            places = max(rate.decimals for rate in rates)
            yield Finding(
                sentence.locate(points.start, points.end),
                f"The prose says {sentence.text[points.start : points.end]}, but {one} and {other} are "
                f"{distance:.{places}f} percentage points apart.",
                help="Correct the difference or one of the two rates.",
                related=related,
            )
    elif points:
        related = (Elsewhere(sentence.locate(points.start, points.end), "The difference stands here."),)
        distance, half = abs(float(points.value)), half_unit(points)
    else:
        return
    needed = _needed(sentence.text, found)
    if needed is None or distance == 0:
        return
    fewest = 100 / (distance + half)
    most = 100 / (distance - half) if distance > half else inf
    if 0.85 * fewest - 0.5 <= needed.value <= 1.15 * most + 1:
        return
    yield Finding(
        sentence.locate(needed.start, needed.end),
        f"The prose says that {needed.written} must be treated for one to benefit, but a difference of "
        f"{distance:g} percentage points makes it about {round(100 / distance)}.",
        help="Divide 100 by the difference in percentage points, and correct what is wrong.",
        related=related,
    )


@cache
def _by_points() -> re.Pattern[str]:
    return pattern(r"\b(?:by|of|difference|gap)\s$")


@cache
def _subgroup() -> re.Pattern[str]:
    return pattern(r"\b(?:among|subgroup|women|men|older|younger|each year|a year|per year|annually)\b", re.IGNORECASE)


def _points(sentence: Sentence, found: Sequence[Number], source: Sentence) -> Number | None:
    """The only difference in percentage points that a sentence states of the rates in `source`."""
    text = sentence.text
    points = [number for number in found if number.plain and (number.kind == "points" or is_absolute(text, number))]
    if len(points) != 1 or qualifier(text, points[0]) != "exact" or is_adjusted(text) or _subgroup().search(text):
        return None
    if any(analysis.estimate and analysis.estimate.number == points[0] for analysis in analyses(text)):
        return None
    if source is sentence and "from " in text:
        # "From 20% to 30%, up 10 percentage points": a change, which is another rule's.
        return None
    if points[0].kind == "percent":
        return points[0]
    return points[0] if _by_points().search(text, max(0, points[0].start - 14), points[0].start) else None


@cache
def _needed_behind() -> re.Pattern[str]:
    """What follows the number in "50 people have to be treated to spare one"."""
    people = "|".join(sorted(PEOPLE))
    return pattern(
        rf"\s(?:{people})\s(?:(?:would\s)?(?:have|need)\sto\sbe|must\sbe|need(?:ed)?\sto\sbe)\s(?:treated|vaccinated|"
        r"screened|given)\b[^.;\d]{0,60}\bone\b",
    )


@cache
def _every_behind() -> re.Pattern[str]:
    """What follows the number in "for every eleven people who attend, one is kept on their feet"."""
    people = "|".join(sorted(PEOPLE))
    return pattern(rf"\s(?:{people})\b[^.;\d]{{0,60}},\sone\b")


@cache
def _needed_ahead() -> re.Pattern[str]:
    return pattern(r"(?:\bNNT\b|\bnumbers?\sneeded\sto\streat\b)[^\d.;]{0,24}$")


@cache
def _over_time() -> re.Pattern[str]:
    return pattern(r"\b(?:a|per|each|every|for|over|in)\s(?:[\w-]+\s)?(?:years?|months?)\b|\bannually\b|\bover\sa\b")


def _needed(text: str, found: Sequence[Number]) -> Number | None:
    """The number needed to treat that a sentence states, over no time of its own."""
    if "treat" not in text and "NNT" not in text and "or every" not in text and "vaccinated" not in text:
        return None
    for number in found:
        if not number.is_count or number.value < 2 or qualifier(text, number) not in ("exact", "about", "nearly"):
            continue
        every = text[max(0, number.start - 10) : number.start].casefold().endswith("for every ")
        if (
            _needed_behind().match(text, number.end)
            or (every and _every_behind().match(text, number.end))
            or _needed_ahead().search(text, max(0, number.start - 50), number.start)
        ):
            return None if _over_time().search(text, max(0, number.start - 40)) else number
    return None


# --- a reduction beside its ratio -------------------------------------------------------------------------------------


@cache
def _cut() -> re.Pattern[str]:
    return pattern(
        r"\b(?:cuts?|reduc(?:ed|es|ing)|reduction|lower(?:ed|s|ing)|fell|decreas(?:ed|es)|drop(?:ped|s)?|prevented|"
        r"declined)\b(?:[^.;,:()\d]{0,60}\s)?(?:\([^()\d]{1,60}\)\s)?by\s(?:about\s|some\s)?$|"
        r"\b(?:efficacy|reduction|decrease|decline)\s(?:of|was)\s(?:about\s)?$"
    )


@cache
def _less() -> re.Pattern[str]:
    return pattern(r"\s(?:[a-z]+\s){0,3}(?:lower|fewer|less|reduction|decrease|drop|fall|cut)\b")


@cache
def _to_ratio() -> re.Pattern[str]:
    return pattern(
        r"[^.;:()\d]{0,120}[(,]\s?(?i:hazard\sratio|HR|risk\sratio|relative\srisk|RR|rate\sratio|IRR|incidence\srate\sratio)"
        r"(?:\s[(\[]\w{2,3}[)\]])?[\s,:=]{1,3}(?:of\s)?"
    )


@cache
def _with_rates() -> re.Pattern[str]:
    """What stands between a reduction and its ratio where the two rates come first: "; 5.5% had one and 7.1% (HR, "."""
    return pattern(
        r"\s(?:lower|reduction|decrease)\b[^()]{0,260}\((?i:hazard\sratio|HR|risk\sratio|relative\srisk|RR|rate\sratio|"
        r"IRR)[\s,:=]{1,3}(?:of\s)?"
    )


def _far_apart(text: str, found: Sequence[Number]) -> Iterator[tuple[Number, Number]]:
    """The reduction and the ratio of a sentence that has one of each, and two rates between them."""
    cuts = [one for one in found if one.kind == "percent" and one.plain and _less().match(text, one.end)]
    ratios = [one for one in found if _is_ratio().search(text, max(0, one.start - 24), one.start)]
    if len(cuts) != 1 or len(ratios) != 1 or not _with_rates().fullmatch(text, cuts[0].end, ratios[0].start):
        return
    if sum(cuts[0].end < one.start < ratios[0].start for one in found) == 2:
        yield cuts[0], ratios[0]


@cache
def _is_ratio() -> re.Pattern[str]:
    return pattern(r"(?:\b[HR]R|\bIRR|[Rr]atio|relative risk)[\s,:=]{1,3}(?:of )?$")


def _against_ratio(sentence: Sentence, found: Sequence[Number]) -> Iterator[Finding]:
    """Holds "cut attacks by 63%" against the "(rate ratio 0.37" that follows."""
    text = sentence.text
    if "atio" not in text and "HR" not in text and "RR" not in text and "relative risk" not in text:
        return
    doubtful = {
        analysis.estimate.number for analysis in analyses(text) if analysis.estimate and excludes_its_estimate(analysis)
    }
    pairs = [pair for pair in pairwise(found) if _to_ratio().fullmatch(text, pair[0].end, pair[1].start)]
    for cut, ratio in (*pairs, *_far_apart(text, found)):
        if ratio in doubtful:
            # The ratio is the one that is wrong, which another rule says.
            continue
        if cut.kind != "percent" or not cut.plain or ratio.kind or not 0 < ratio.value < 1:
            continue
        if qualifier(text, cut) not in ("exact", "about"):
            continue
        if not (_cut().search(text, max(0, cut.start - 90), cut.start) or _less().match(text, cut.end)):
            continue
        least, most = (100 * (1 - bound) for bound in reversed(stands_for(ratio)))
        slack = half_unit(cut) + (5 if qualifier(text, cut) == "about" else 1)
        if not least - slack <= cut.value <= most + slack:
            said, printed = text[cut.start : cut.end], text[ratio.start : ratio.end]
            yield Finding(
                sentence.locate(cut.start, cut.end),
                f"The prose says {said} less, but a ratio of {printed} means {100 * (1 - ratio.value):.0f}% less.",
                help="Correct the percentage or the ratio.",
                related=(Elsewhere(sentence.locate(ratio.start, ratio.end), "The ratio stands here."),),
            )


# --- efficacy beside its cases ----------------------------------------------------------------------------------------


@cache
def _efficacy() -> re.Pattern[str]:
    return pattern(r"\befficacy\s(?:\w+\s){0,3}$")


@cache
def _of_all() -> re.Pattern[str]:
    return pattern(r"\s(?:(?:\w+\s){0,2}(?:of|among|in)\s(?:the\s)?)|\s?/\s?")


def _against_cases(
    last: Sentence | None, earlier: Sequence[Number], sentence: Sentence, found: Sequence[Number]
) -> Iterator[Finding]:
    """Holds "an efficacy of 95%" against "8 cases among 18,198" and "162 among 18,325"."""
    text = sentence.text
    if "efficacy" not in text or "accin" not in text + (last.text if last else "") or is_adjusted(text):
        return
    stated = [
        number
        for number in found
        if number.kind == "percent"
        and number.plain
        and _efficacy().search(text, max(0, number.start - 40), number.start)
    ]
    source, shares = sentence, _shares(text, found)
    if not shares and last:
        source, shares = last, _shares(last.text, earlier)
    if len(stated) != 1 or len(shares) != 2 or qualifier(text, stated[0]) != "exact":
        return
    few, many = sorted(cases / people for cases, people in shares)
    efficacy = 100 * (1 - few / many) if many else 0
    if abs(efficacy - stated[0].value) > 5:
        yield Finding(
            sentence.locate(stated[0].start, stated[0].end),
            f"The prose says an efficacy of {text[stated[0].start : stated[0].end]}, but the cases in the two groups "
            f"make it about {efficacy:.0f}%.",
            help="Correct the efficacy or the numbers of cases.",
            related=(Elsewhere(source.locate(0, len(source.text)), "The cases stand here."),),
        )


def _shares(text: str, found: Sequence[Number]) -> list[tuple[int, int]]:
    """The cases and the people of each "8 cases among 18,198" in a sentence."""
    shares = [number.parts for number in found if number.parts and not number.spelled]
    for part, whole in pairwise(found):
        if (
            part.is_count
            and whole.is_count
            and part.value < whole.value
            and _of_all().fullmatch(text, part.end, whole.start)
        ):
            shares.append((int(part.value), int(whole.value)))
    return shares
