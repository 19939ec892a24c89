"""For which types of article a setting asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.article import Article


def concerns(article: Article, options: Mapping[str, object]) -> bool:
    """Whether the option `types` names this article's type; `"*"` names every one. Drafts are still to be reviewed."""
    types = options["types"]
    wanted = [types] if isinstance(types, str) else types if isinstance(types, list) else []
    return not article.draft and article.front is not None and ("*" in wanted or article.facts.type in wanted)
