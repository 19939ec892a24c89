"""An article of a type that needs a medical reviewer names none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Finding
from checker.rules.metadata._types import concerns

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.article import Article

severity = "off"
fixable = None
options = {"types": ["*"]}


def check(article: Article, options: Mapping[str, object]) -> Iterator[Finding]:
    reviewer = article.facts.medical_reviewer
    if not concerns(article, options) or article.front is None or (reviewer and reviewer.name):
        return
    if "medical_reviewer" in article.front.data and not isinstance(article.front.data["medical_reviewer"], dict):
        return  # a reviewer in another shape, which the schema's rules speak of
    kind = article.facts.type or "article"
    yield Finding(
        article.key_at("medical_reviewer", "name"),
        f"The article names no medical reviewer, and its type ({kind}) needs one.",
        "Name who reviewed the article, with credentials and the date of the review.",
        pointer=("medical_reviewer",),
    )
