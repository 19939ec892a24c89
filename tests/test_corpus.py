"""The corpus that measurements are made on."""

from __future__ import annotations

import statistics
import sys
from pathlib import Path

import pytest

from checker.engine import check_article
from checker.settings import Disclaimer, Settings

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))
from make_corpus import DISCLAIMER, article, write_corpus

SETTINGS = Settings(
    today="2023-06-01", publication="The Trial Ledger", disclaimers=(Disclaimer(id="medical-advice", text=DISCLAIMER),)
)


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(tmp_path: Path) -> None:
    for name, seed in (("one", 7), ("again", 7), ("other", 8)):
        write_corpus(tmp_path / name, 3, seed)

    one, again, other = (
        [path.read_bytes() for path in sorted((tmp_path / name).rglob("*.md"))] for name in ("one", "again", "other")
    )
    assert one == again
    assert not set(one) & set(other)


def test_articles_are_as_long_as_they_are_said_to_be() -> None:
    texts = [article(index, 1)[1] for index in range(200)]

    fronts = [text.split("---\n")[1] for text in texts]
    bodies = [text.split("---\n", 2)[2] for text in texts]
    assert 54 <= statistics.mean(front.count("\n") for front in fronts) <= 66
    assert 850 <= statistics.mean(len(body.split()) for body in bodies) <= 950
    assert {1, 2, 3, 4} == {front.count("- id: ") for front in fronts}


@pytest.mark.slow
def test_articles_are_sound_and_true() -> None:
    for index in range(60):
        slug, text = article(index, 1)

        verdict = check_article(f"articles/{slug}.md", text, SETTINGS)

        assert [] == [each for each in verdict.diagnostics if each.severity == "error"]
