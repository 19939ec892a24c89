"""True articles of many genres: what they say beside and about a trial must never be held against its record."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.claims.ledger import claims
from checker.engine.article import check_article
from checker.reading import read
from checker.settings import Settings

SETTINGS = Settings(today="2026-06-01", select=("claim", "statistic"))
TEXT = (Path(__file__).parent / "data/true_articles.txt").read_text("utf-8")
ARTICLES = {
    title: f"---\ntitle: A\n{front}\n---\n\n{body}"
    for title, _, rest in (part.partition("\n") for part in TEXT.split("=== ")[1:])
    for front, _, body in (rest.partition("\n---\n"),)
}


@pytest.mark.parametrize("text", ARTICLES.values(), ids=ARTICLES)
def test_a_true_article_has_no_error_and_no_warning(text: str) -> None:
    found = check_article("articles/a.md", text, SETTINGS).diagnostics

    assert [each.message for each in found if each.severity != "note"] == []


@pytest.mark.parametrize("text", ARTICLES.values(), ids=ARTICLES)
def test_a_true_article_has_claims_that_its_records_bear_out(text: str) -> None:
    article = read("articles/a.md", text, SETTINGS)

    assert any(claim.verdict in ("supported", "derived") for claim in article.once(claims))
