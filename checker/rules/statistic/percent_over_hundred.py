"""A share of something is more than all of it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.claims.numbers import prose_numbers
from checker.claims.shares import bare_shares, shares
from checker.claims.vocabulary import MANY_PEOPLE
from checker.pattern import pattern
from checker.rule import Finding

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from checker.article import Article
    from checker.claims.numbers import Number

severity = "error"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    for sentence, numbers in article.once(prose_numbers):
        above = [number for number in numbers if number.kind == "percent" and number.plain and number.value > 100]
        if not above:
            continue
        counted = {share.percent for share in shares(sentence.text)}
        counted |= {percent for _, percent in bare_shares(sentence.text, numbers)}
        for percent in above:
            loss = _less().match(sentence.text, percent.end)
            if loss or percent in counted or _is_share(sentence.text, numbers, percent):
                written = sentence.text[percent.start : percent.end]
                what = "a loss, and nothing is lost by" if loss else "a share, and no share is"
                yield Finding(
                    sentence.locate(percent.start, percent.end),
                    f"The prose gives {written} as {what} more than 100%.",
                    help="Correct the percentage.",
                )
    yield from _of_records(article)


def _of_records(article: Article) -> Iterator[Finding]:
    """The figures of the records that count more people than there are to count."""
    for trial in article.trials:
        for index, figure in enumerate(trial.figures):
            if figure.n is not None and figure.of and figure.n > figure.of:
                at = (*trial.at, "figures", index, "n")
                yield Finding(
                    article.value_at(*at),
                    f"The record counts {figure.n:,} of {figure.of:,}, which is more than all of them.",
                    help="Correct the one that was mistyped.",
                    pointer=at,
                    trial=trial.label,
                )


def _is_share(text: str, numbers: Sequence[Number], percent: Number) -> bool:
    """Whether a percentage says how many of some people: the words around it tell, and none tells of a change."""
    if _of_some_sort().search(text, 0, percent.start):
        return True
    among = text.endswith(" in ", 0, percent.start)  # "in 195.6% and 94.6%", whatever it is that rose in them
    if not among and _change().search(text):
        return False
    if _of().match(text, percent.end):
        return bool(_of_people().match(text, percent.end))
    if _is_in_a_row(text, numbers, percent):
        return True
    return (among or bool(_people().search(text))) and any(
        other.kind == "percent" and 0 <= other.value <= 100 and _paired().fullmatch(text, *_between(percent, other))
        for other in numbers
        if other is not percent
    )


def _is_in_a_row(text: str, numbers: Sequence[Number], percent: Number) -> bool:
    """Whether a percentage is the odd one of a row of shares of people: "in the chest (41%), the arms (118%)"."""
    row = [number for number in numbers if number.kind == "percent" and _stands_in_brackets(text, number)]
    others = [number for number in row if number is not percent]
    alike = len(others) >= LEAST_ROW and all(0 <= other.value <= 100 for other in others)
    return percent in row and alike and _people().search(text) is not None


LEAST_ROW = 2
"""So many other shares make a row."""


def _stands_in_brackets(text: str, number: Number) -> bool:
    return text[: number.start].endswith("(") and text.startswith(")", number.end)


@cache
def _of_some_sort() -> re.Pattern[str]:
    """What stands before the share of those of one sex: "they were mostly male (198.2%)"."""
    return pattern(r"\b(?:mostly|mainly|predominantly|largely) (?:fe)?male(?: patients| participants)?,? \($")


@cache
def _less() -> re.Pattern[str]:
    """What says by how much something became rarer, which is never by more than all of it."""
    return pattern(
        r"\s(?:less (?:likely|often|frequently)|fewer (?:deaths|people|patients|cases|events|infections|strokes)|"
        r"(?:reduction|decrease|drop|decline|fall|cut) in (?:the )?(?:risk|odds|chance|deaths|mortality|rate|number)|"
        r"lower (?:risk|odds|chance|mortality|rate|likelihood))\b"
    )


@cache
def _of() -> re.Pattern[str]:
    return pattern(r"\sof\b")


@cache
def _people() -> re.Pattern[str]:
    return pattern(rf"\b(?i:{MANY_PEOPLE})\b(?!['’-])")


def _between(one: Number, other: Number) -> tuple[int, int]:
    return (one.end, other.start) if one.start < other.start else (other.end, one.start)


@cache
def _paired() -> re.Pattern[str]:
    return pattern(
        r",? (?:and|or|versus|vs\.?|v|against|compared with) |"
        r" [A-Za-z-]{3,20}(?: (?:or )?[A-Za-z-]{3,15})?, (?:and )?"  # "36% Black, 8% other"
    )


@cache
def _of_people() -> re.Pattern[str]:
    return pattern(
        rf"\sof (?:the |these |those |all |all the |its |their |our )?(?:\d[\d,]* |[a-z-]{{2,20}} ){{0,3}}"
        rf"(?:{MANY_PEOPLE})\b(?!['’-])"
    )


@cache
def _change() -> re.Pattern[str]:
    """Words of changes, ratios and levels, which may well be more than 100%."""
    return pattern(
        r"(?i:\b(?:rise|rises|rising|rose|risen|increas\w{1,5}|grow|grows|grew|growth|grown|growing|up|upward|gain\w{0,4}|"
        r"jump\w{0,3}|climb\w{0,3}|soar\w{0,3}|surg\w{1,4}|doubl\w{1,4}|tripl\w{1,4}|more|higher|greater|larger|faster|"
        r"longer|better|above|than|over|beyond|exceed\w{0,4}|chang\w{1,4}|reduc\w{2,6}|declin\w{1,4}|fell|drop\w{0,4}|"
        r"baseline|predicted|normal|reference|target|goal|quota|planned|expected|dose|doses|dosage|rate|price|cost|costs|"
        r"budget|sales|revenue|capacity|output|bioavailability|level|levels|relative|ratio|fold|recovery|effort|sum|"
        r"multiple|several|overlap\w{0,4}|risk|odds|value|intake|allowance|weight|speed|score|scores|strength|limits?|"
        r"ratios|between|within|intervals?|CIs?|confidence|bioequivalen\w{2,3}|equivalen\w{2,3}|means?|average|median)\b)"
    )
