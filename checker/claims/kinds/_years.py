"""The year of a date that names none, and whether a date is still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.sentences import prose_sentences
from checker.claims.when import dates, settle
from checker.dates import first_day, is_date

if TYPE_CHECKING:
    from checker.article import Article
    from checker.claims.kinds._clauses import Dated
    from checker.claims.said import Said
    from checker.claims.when import When


def with_year(said: Said, dated: Dated) -> When:
    """A date with its year: from the sentence, or from the article's date where the sentences before do not differ."""
    when = dated.when
    if when.is_whole:
        return when
    if when.relative in ("same", "after", "later"):
        year = _year_before(said)
        return when.of(int(year) + (when.relative == "later")) if year and when.relative != "after" else when
    settled = settle(when, said.article.published or "", to_come=bool(dated.expected))
    if dated.expected or when.relative or not settled.is_whole:
        return settled
    earlier = _year_before(said)
    return settled if earlier in ("", settled.value[:4]) else when


def _year_before(said: Said) -> str:
    """The last year that the sentences before this one, in its paragraph, give to a date."""
    sentences = said.article.once(prose_sentences)
    for index in range(min(said.index, len(sentences)) - 1, max(said.index - 4, -1), -1):
        if sentences[index].block is not said.sentence.block:
            break
        years = [when.value[:4] for when in dates(sentences[index].text) if when.is_whole]
        if years:
            return years[-1]
    return ""


def is_to_come(article: Article, value: str) -> bool:
    """Whether a date lies after the article's own, or after the day of the run where it has none."""
    year, part = value[:4], value[5:]
    month = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7}.get(part)
    day = f"{year}-{month:02}" if month else value
    if not is_date(day):
        return False
    if article.published:
        return first_day(day) > article.published
    return article.is_to_come(day)
