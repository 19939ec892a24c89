"""How many people a headline says took part."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from checker.article import Article
from checker.claims.judging.held import fits
from checker.claims.numbers import qualifier
from checker.claims.vocabulary import ANY_PEOPLE
from checker.pattern import pattern
from checker.rule import Elsewhere
from checker.rules.statistic import _counts
from checker.rules.statistic._headline import Clash, Headline, at_large, clash, counts_of, follows, in_body


@cache
def _people() -> re.Pattern[str]:
    return pattern(
        rf"[ \u00a0-](?:(?:(?!year|month|week|day)[a-z][a-z-]{{1,20}}|[A-Z][a-z]{{1,12}}(?:an|ish|ese|ch)) ){{0,2}}"
        rf"(?:{ANY_PEOPLE}|[A-Z][a-z]+ [A-Z][a-z]+ers|"
        rf"Americans|Australians|Germans|Canadians|Britons|Europeans|Africans|Chinese|Japanese|Indians)\b(?!['’])"
    )


def of_people(headline: Headline) -> Iterator[Clash]:
    """A number of people that the article does not have, nor anything from which it follows."""
    text, article = headline.text, headline.article
    if at_large().search(text):
        return
    found = [number for number in counts_of(text, _people(), headline.numbers) if number.value > 2]
    if not found:
        yield from _of_many_people(headline)
        return
    body = in_body(article, _people())
    yield from _of_many_people(headline)
    recorded = article.once(_counts.recorded)
    counts = recorded | {value for value, _ in body}
    for number in found:
        value = int(number.value)
        told = counts | article.once(_counts.told)
        sizes = article.once(_counts.sizes)
        rest = any(size - value in counts for size in sizes)
        most = max(sizes) if sizes and len(article.trials) == 1 else None
        if counts and not rest and not follows(value, told, sizes or counts, most) and value <= 15 * max(counts):
            yield clash(headline, number, _nearest(article, value, body))


FAR = 2
"""How many times as high as all counts of an article a bound on them is wrong."""


def _of_many_people(headline: Headline) -> Iterator[Clash]:
    """Numbers of people with a word such as "nearly", which fit no count of the article, and a size but for a digit."""
    text, article = headline.text, headline.article
    for number in headline.numbers:
        bound = qualifier(text, number)
        few = number.value < 100 and bound != "at_most"
        if not number.is_count or number.ranged or bound == "exact" or few or number.value < 3:
            continue
        if not _people().match(text, number.end) and not _of_a_nation().match(text, number.end):
            continue
        value = int(number.value)
        sizes = sorted(article.once(_counts.sizes))[-20:]
        counts = {
            *sizes,
            *article.once(_counts.told),
            *(one + other for one, other in combinations(sizes, 2)),
            sum(sizes),
        }
        if any(fits(bound, value, count) or count == value for count in counts):
            continue
        meant = [size for size in sizes if _is_near(bound, value, size)]
        if bound == "at_most" and not meant and sizes and value >= FAR * sizes[-1]:
            meant = [sizes[-1]]
        if meant:
            yield clash(headline, number, _nearest(article, meant[0], []))


def _is_near(bound: str, value: int, size: int) -> bool:
    """Whether a round number fits a size once its first digit is one more or less, or changes places with the next.

    Or once it has a nought more or less.
    """
    digits = str(value)
    if len(digits) == 1:
        return False
    first = int(digits[0])
    slips = {f"{first + 1}{digits[1:]}", f"{first - 1}{digits[1:]}", f"{digits[1]}{digits[0]}{digits[2:]}"} - {digits}
    slips |= {f"{digits}0", digits[:-1] if len(digits) > 2 and digits[-1] == "0" else f"{digits}0"}
    return any(each[0] != "0" and (fits(bound, int(each), size) or int(each) == size) for each in slips)


@cache
def _of_a_nation() -> re.Pattern[str]:
    return pattern(
        r" (?:[a-z]+ )?(?!(?:Year|Month|Week|Day|Hour|Minute|Time|Dose)s\b)[A-Z][a-z]+(?:ans|ers|ish|ese|s)\b"
    )


def _nearest(article: Article, value: int, body: list[tuple[int, Elsewhere]]) -> Elsewhere | None:
    """The count that was most likely meant, for the message: one of the same digits, else the record's own size."""
    recorded = [
        (count, (*trial.at, "enrollment", role), role)
        for trial in article.trials
        for role in ("enrolled", "randomized", "planned", "treated", "completed", "analyzed", "screened")
        if (count := getattr(trial.enrollment, role)) is not None
    ]
    places = [
        (count, Elsewhere(article.value_at(*pointer), f"The record has {count:,} {role}."))
        for count, pointer, role in recorded
    ] + body
    twins = [place for count, place in places if sorted(str(count)) == sorted(str(value))]
    return next((place for place in (*twins, *(place for _, place in places))), None)
