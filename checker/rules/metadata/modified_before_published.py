"""The article was changed before it was published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import dates
from checker.rule import Elsewhere, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "warning"
fixable = None


def check(article: Article) -> Iterator[Finding]:
    published, changed = ((text or "")[:10] for text in (article.facts.date, article.facts.lastmod))
    if not (dates.is_date(published) and dates.is_date(changed) and dates.is_before(changed, published)):
        return
    # What is to be published later is rightly changed until then; a mistyped date has a rule of its own.
    if article.is_to_come(published):
        return
    yield Finding(
        article.value_at("lastmod"),
        f"The article was last changed on {dates.spoken(changed)}, before it was published on "
        f"{dates.spoken(published)}.",
        "Correct the date that is wrong.",
        related=(Elsewhere(article.value_at("date"), f"Published {dates.spoken(published)}."),),
        pointer=("lastmod",),
    )
