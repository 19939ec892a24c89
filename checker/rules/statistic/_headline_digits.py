"""Decimals and percentages of a headline that are but for a digit those of the body."""

from collections.abc import Iterator

from checker.article import Article
from checker.claims.digits import is_rearranged, is_slip
from checker.claims.numbers import Number, prose_numbers, qualifier
from checker.rule import Elsewhere
from checker.rules.statistic._headline import Clash, Headline


def of_slips(headline: Headline) -> Iterator[Clash]:
    """A decimal or a percentage that the body has only with its digits in another order, or with one changed."""
    article = headline.article
    found = [number for number in headline.numbers if number.decimals or number.kind == "percent"]
    if not found:
        return
    body = [
        (number, sentence.locate(number.start, number.end))
        for sentence, told in article.once(prose_numbers)
        for number in told
        if number.decimals or number.kind == "percent"
    ]
    figures = {figure.value for trial in article.trials for figure in trial.figures if figure.value is not None}
    for number in found:
        if number.value in figures or any(abs(number.value) == abs(one.value) for one, _ in body):
            continue
        twin = next((span for one, span in body if _is_slip(number, one)), None)
        sure = twin is not None
        if (
            twin is None
            and number.kind == "percent"
            and (number.value > 10 or number.decimals)
            and qualifier(headline.text, number) == "exact"
        ):
            shares = [(one, span) for one, span in body if one.kind == "percent" and one.plain]
            turned = [span for one, span in shares if is_rearranged(number.value, one.value)]
            near = [span for one, span in shares if is_slip(number.value, one.value) or _is_one_off(number, one)]
            if turned and not is_worked_out(article, number, of_two=False):
                twin, sure = turned[0], True
            elif len(near) == 1 and not is_worked_out(article, number):
                twin = near[0]
        if twin:
            yield Clash(
                number.start,
                number.end,
                f"The {headline.key} says {headline.text[number.start : number.end]}, and the body has nearly the same "
                "digits.",
                (Elsewhere(twin, "The body's number is here."),),
                # 75% in a headline need not be the 95% of the body.
                severity=None if sure else "warning",
            )


def _is_one_off(one: Number, other: Number) -> bool:
    """Whether two whole percentages of two digits differ in one of them, and by ten or more."""
    pair = f"{one.value:g}", f"{other.value:g}"
    return all(len(each) == 2 for each in pair) and pair[0][1] == pair[1][1]


RATIO = 3
"""What a number is below that may be a ratio."""


def is_worked_out(article: Article, number: Number, *, of_two: bool = True) -> bool:
    """Whether a percentage may have been made of the body's numbers: a rest, a ratio, a share of two counts.

    Of many percentages some two have any gap; `of_two` says whether a gap counts.
    """
    shares = (one for _, told in article.once(prose_numbers) for one in told if one.kind == "percent" and one.plain)
    values = [float(one.value) for one in shares][:40]
    ratios = [
        float(one.value)
        for _, told in article.once(prose_numbers)
        for one in told
        if one.decimals and one.value < RATIO
    ][:40]
    made = {100 - value for value in values} | {100 * abs(1 - ratio) for ratio in ratios} | {100 * r for r in ratios}
    if of_two:
        made |= {abs(one - other) for one in values for other in values}
        made |= {100 * abs(one - other) / other for one in values for other in values if other}
    figures = [figure for trial in article.trials for figure in trial.figures]
    made |= {100 * figure.n / figure.of for figure in figures if figure.n is not None and figure.of}
    made |= {100 * abs(1 - figure.value) for figure in figures if figure.value is not None and 0 < figure.value < RATIO}
    return any(abs(number.value - value) <= 0.6 for value in made)


def _is_slip(one: Number, other: Number) -> bool:
    """Whether two numbers of three or more digits differ by one digit, or by the order of two neighbours."""
    here, there = one.written.lstrip("-0."), other.written.lstrip("-0.")
    if one.kind != other.kind or one.decimals != other.decimals or len(one.written) != len(other.written):
        return False
    if len(here.replace(".", "")) < 3 or len(here) != len(there):
        return False
    apart = [index for index, (left, right) in enumerate(zip(here, there, strict=True)) if left != right]
    swapped = len(apart) == 2 and sorted(here) == sorted(there)
    return len(apart) == 1 or swapped
