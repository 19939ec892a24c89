"""Rules of the family `disclaimer`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rules import names_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.article import Article


def silent(article: Article) -> Iterable[str]:
    """Where texts are approved, the rules on ways in which none of them stands: each is called as its way."""
    if not article.settings.disclaimers:
        return ()
    from checker.rules.disclaimer._standings import standings

    wrong = {f"disclaimer-{standing.kind}" for standing in article.once(standings)}
    return (name for name in names_of("disclaimer") if name.startswith("disclaimer-") and name not in wrong)
