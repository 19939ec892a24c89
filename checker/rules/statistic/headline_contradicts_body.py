"""The title or the description has a number, a phase or a status that the article contradicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.numbers import numbers
from checker.rule import Finding
from checker.rules.statistic._headline import Headline
from checker.rules.statistic._headline_claims import of_claims
from checker.rules.statistic._headline_design import of_ages, of_masking, of_phases, of_trials, of_years
from checker.rules.statistic._headline_digits import of_slips
from checker.rules.statistic._headline_people import of_people
from checker.rules.statistic._headline_places import of_countries, of_named_countries, of_one_country, of_sites
from checker.rules.statistic._headline_roles import of_roles
from checker.rules.statistic._headline_status import of_statuses
from checker.rules.statistic._headline_untold import of_absent, of_untold
from checker.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "error"
fixable = None

LONGEST = 1_000
"""What is longer is no headline."""

LOOKS = (
    of_people,
    of_roles,
    of_sites,
    of_countries,
    of_named_countries,
    of_one_country,
    of_trials,
    of_phases,
    of_masking,
    of_ages,
    of_years,
    of_statuses,
    of_slips,
    of_untold,
    of_absent,
    of_claims,
)
LAST = (of_untold, of_absent, of_claims)
"""Those that say nothing more of a number of which another has spoken."""


def check(article: Article) -> Iterator[Finding]:
    for key in ("title", "description"):
        text = getattr(article.facts, key)
        if not text or len(text) > LONGEST or article.front is None or not article.prose:
            continue
        headline = Headline(article, key, text, numbers(text))
        said: list[tuple[int, int]] = []
        for look in LOOKS:
            for clash in look(headline):
                if look in LAST and any(clash.start < end and start < clash.end for start, end in said):
                    continue
                said.append((clash.start, clash.end))
                yield Finding(
                    _place(article, key, text[clash.start : clash.end]),
                    clash.message,
                    help=f"Correct the {key}, or the body if that is where the slip is.",
                    related=clash.related,
                    pointer=(key,),
                    severity=clash.severity,
                )


def _place(article: Article, key: str, quote: str) -> Span:
    """The span of a stretch of a value; of the whole value, where the front matter writes it in another way."""
    value = article.value_at(key)
    offset = article.text.find(quote, value.start, value.end)
    return Span(offset, offset + len(quote)) if offset >= 0 else value
