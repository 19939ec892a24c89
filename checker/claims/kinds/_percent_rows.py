"""Percentages that go with another one: those of two arms, those of a list."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.claims.kinds._percent_others import elsewhere, is_defined, level
from checker.claims.kinds._percent_sentence import strength
from checker.pattern import pattern

if TYPE_CHECKING:
    import re

    from checker.claims.kinds._percent_sentence import PercentSentence
    from checker.claims.numbers import Number


def next_percent(sentence: PercentSentence, index: int) -> Number | None:
    following = next((number for other, number in sentence.percents if other > index), None)
    return following if following and following.kind == "percent" else None


def is_joined_to_last(sentence: PercentSentence, index: int, number: Number) -> bool:
    """Whether a percentage goes on where the last result ended: "and 12% on placebo", "(31%), headache (12%)"."""
    earlier = next((other for other in range(index - 1, max(-1, index - 4), -1) if other in sentence.accepted), None)
    if earlier is None:
        return False
    lower, last = sentence.lower, sentence.numbers[earlier].end
    if _versus().search(lower, last, number.start):
        return True
    if last >= number.start - 2:
        return False
    if _down_to().fullmatch(lower, last, number.start) and sentence.before(sentence.numbers[earlier]).endswith("from "):
        return True
    behind = sentence.behind(number)
    return bool(
        _next_labelled().fullmatch(lower, last, number.start)
        or _next_abbreviated().fullmatch(sentence.text, last, number.start)
        or (behind[:1] == ")" and _next_listed().fullmatch(lower, last, number.start))
        or (_next_in_row().fullmatch(lower, last, number.start) and _row_behind().match(behind))
    )


def is_joined_to_next(sentence: PercentSentence, index: int, number: Number) -> bool:
    """Whether the next percentage, which is a result, is what a percentage is compared with."""
    later = next((other for other, _ in sentence.percents if other > index), None)
    if later is None or later not in sentence.accepted:
        return False
    before, behind = sentence.before(number), sentence.behind(number)
    if strength().match(behind) or number.value in sentence.strengths:
        return False
    if is_defined(before, behind) or level().match(behind) or elsewhere().search(sentence.clause(number)):
        return False
    gap = sentence.lower[number.end : sentence.numbers[later].start]
    return bool(_opposed().fullmatch(gap) or _side_by_side().fullmatch(gap))


@cache
def _side_by_side() -> re.Pattern[str]:
    return pattern(r",? (?:and )?")


def is_compared(sentence: PercentSentence, index: int, number: Number) -> bool:
    """Whether the next percentage is another arm's: "62% with CHOP and 85% with both", "28% and 61%, respectively"."""
    following = next_percent(sentence, index)
    if following is None or not past().search(sentence.lower):
        return False
    gap = sentence.lower[number.end : following.start]
    behind = sentence.behind(following)
    if _opposed().fullmatch(gap):
        return True
    if _both().fullmatch(gap) and _respectively().match(behind):
        return True
    arm = _arm_behind().fullmatch(gap)
    return bool(arm and behind.startswith(f" {arm['of']} ") and arm["of"] != "of")


def is_told_in_turn(sentence: PercentSentence, index: int, number: Number) -> bool:
    """Whether a percentage ends a row of several: "63.1%, 60.6%, and 54.8% in the three groups, respectively"."""
    last = next((number for other, number in reversed(sentence.percents) if other < index), None)
    return (
        last is not None
        and _side_by_side().fullmatch(sentence.lower, last.end, number.start) is not None
        and _respectively().match(sentence.behind(number, 110)) is not None
    )


@cache
def past() -> re.Pattern[str]:
    return pattern(
        r"\b(?:was|were|had|did|fell|rose|saw|met|got|lost|grew|went|came|kept|[a-z]{2,14}[a-z]ed)\b|\bplacebo\b|\bcontrols?\b"
    )


@cache
def _down_to() -> re.Pattern[str]:
    return pattern(r"[^.;%]{0,120}? to (?:only |just |about )?")


@cache
def _opposed() -> re.Pattern[str]:
    """What stands between two percentages that are compared."""
    return pattern(
        r"[^.;%]{0,90}?\b(?:vs?\.?|versus|compared (?:with|to)|in comparison (?:with|to)|against|than)(?: |"
        r"$)[^.;%]{0,70}"
    )


@cache
def _both() -> re.Pattern[str]:
    return pattern(r",? (?:and|vs?\.?|versus) ")


@cache
def _respectively() -> re.Pattern[str]:
    return pattern(r"[^.;%]{0,90}\brespectively\b")


@cache
def _arm_behind() -> re.Pattern[str]:
    return pattern(
        r" (?P<of>with|for|in|on|among|of) [^.;%]{2,70}?(?:,? and|,? while|,? whereas|,? but)(?: only|"
        r" just)? "
    )


@cache
def _versus() -> re.Pattern[str]:
    return pattern(
        r"\b(?:vs?\.?|versus|compared (?:with|to)|against|than|respectively|and|while|whereas|but|as well as|plus)\b"
    )


@cache
def _next_labelled() -> re.Pattern[str]:
    """What stands between two shares of a list with a label behind each: "20% (placebo), 23% (400 mg)"."""
    return pattern(r" ?\([^()%]{1,40}\)[,;]? (?:and )?")


@cache
def _next_listed() -> re.Pattern[str]:
    """What stands between two shares of a list with a label before each: "nausea (25%), all fevers (23%)"."""
    return pattern(r"\)[,;]? (?:and )?[a-z0-9][a-z0-9 /-]{1,50} \(")


@cache
def _next_abbreviated() -> re.Pattern[str]:
    """What stands between two rates of a row: "the 10-year RFI was 97%, RFS 91%, and DRFS 92%"."""
    return pattern(r",? (?:and )?[A-Z][A-Za-z]{0,4}[A-Z](?: was)? ")


@cache
def _next_in_row() -> re.Pattern[str]:
    """What stands between two shares of a row: "34% had genotype 1a, 19% genotype 1b"."""
    return pattern(r" (?:had |were |was )?[a-z0-9-]+(?: [a-z0-9-]+){0,3}, (?:and )?")


@cache
def _row_behind() -> re.Pattern[str]:
    """What stands behind a share of a row: "19% genotype 1b,"."""
    return pattern(r" (?:had |were |was )?[a-z0-9-]+(?: [a-z0-9-]+){0,2}(?:[,.]|$)")


@cache
def harm_before() -> re.Pattern[str]:
    """What opens a list of harms with shares: "grade 3 toxicities included neutropenia (25%)"."""
    return pattern(
        r"\b(?:toxicity|toxicities|adverse (?:events|reactions))(?: [a-z0-9-]+){0,6} (?:included|were|was)"
        r":?(?: [a-z-]+){1,5} \($"
    )


@cache
def harms() -> re.Pattern[str]:
    """What a list of harms begins with: "Grade 3 toxicities included neutropenia (22%)"."""
    return pattern(
        r"\b(?:toxicit(?:y|ies)|adverse (?:events?|reactions?|effects?)|aes)\b[^.;]{0,90}\b"
        r"(?:included?|including|were|was|such as|consisted of)\b"
    )


@cache
def listed_shares() -> re.Pattern[str]:
    """A list of what people had, with shares: "a history of pain (98%), transfusion (68%), and malaria (85%)"."""
    share = r"\(\d[\d.]{0,5} ?%\)"
    name = r"(?:[a-z0-9/+-]{1,40} ){1,5}"
    return pattern(rf"{share}[,;] {name}{share}[,;]? (?:and |or )?{name}{share}")


@cache
def harm_right_before() -> re.Pattern[str]:
    """What names harms right before their shares in brackets: "adverse events (26.6% vs. 53.3%)"."""
    return pattern(r"\b(?:adverse (?:events?|reactions?|effects?)|side effects|toxicit(?:y|ies)) \($")
