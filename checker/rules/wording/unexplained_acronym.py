"""An acronym is used more than once and never explained."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from checker.pattern import pattern
from checker.rule import Finding
from checker.rules.wording._acronyms import EVERYDAY, GENES

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from checker.article import Article
    from checker.text import Span

severity = "note"
fixable = None

EXPLAINED = pattern(r"\s\([a-z]|,? (?:or|short|stands|means)\b|, (?:the|a|an|which)\b|:")
CALLED = pattern(r"(?:called|known as|named|dubbed|or|“|\") ?$")
NAMED = pattern(r" (?:trial|study|project|programme|program|network|group|score|scale)\b")
LISTED = pattern(r"(?:Nasdaq|NASDAQ|NYSE|LSE|AIM|TSX|ASX|SIX|Euronext|OTC[A-Z]{0,2}|Inc\.?|plc(?:'s)?):? ?$")
"""What stands before the name of a share: an exchange, or the company."""
SHARES = pattern(r" (?:shares?|stock)\b")
CAPITALS = pattern(r"[A-Z]{2,}")


def check(article: Article) -> Iterator[Finding]:
    if article.front is None:
        return
    uses: Counter[str] = Counter()
    places: dict[str, Span] = {}
    explained = set(EVERYDAY | GENES | _names(article))
    for block in article.prose:
        text = block.prose
        if text.isupper():
            continue
        for match in _acronym().finditer(text):
            # Not a part of a code (IL-6, CD34), of a registration, or of a name with dots.
            if match.start() and (text[match.start() - 1].isalnum() or text[match.start() - 1] in "_./&+-"):
                continue
            acronym = match[1]
            uses[acronym] += 1
            places.setdefault(acronym, block.locate(*match.span(1)))
            if _explains(text, match.start(), match.end()):
                explained.add(acronym)
    for acronym, count in uses.items():
        if count > 1 and acronym not in explained:
            yield Finding(
                places[acronym],
                f"{acronym} is used {count} times and never explained.",
                "Spell it out where it stands first.",
            )


@cache
def _acronym() -> re.Pattern[str]:
    return pattern(r"([A-Z]{3,6})s?(?![\w/&+]|[-–]\w|\.\w)")


def _explains(text: str, start: int, end: int) -> bool:
    """Whether the words around an acronym may explain it: it stands in brackets, or brackets or "or" follow.

    That of a share needs no explaining.
    """
    before, after = text[max(start - 14, 0) : start], text[end : end + 12]
    return (
        (before.endswith(("(", "(the ", "[")))
        or EXPLAINED.match(after) is not None
        or CALLED.search(before) is not None
        or NAMED.match(after) is not None
        or LISTED.search(before) is not None
        or SHARES.match(after) is not None
    )


def _names(article: Article) -> set[str]:
    """The words in capitals of the names that the front matter holds: trials, drugs, sponsors, journals."""
    names: list[str | None] = [reference.journal for reference in article.facts.references]
    for trial in article.trials:
        names += [trial.acronym, trial.lead_sponsor, trial.id, *trial.interventions, *trial.other_ids]
    return {word for name in names if name for word in CAPITALS.findall(name)}
