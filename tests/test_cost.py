"""What a run may cost, counted in imports and in calls: seconds are measured in `benchmarks/`, never asserted."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from checker.engine import check_article
from checker.rules import families
from checker.settings import Settings

ROOT = Path(__file__).parent.parent
SETTINGS = Settings(today="2026-06-01", select=families())

UNNEEDED = (
    "asyncio concurrent dataclasses difflib hashlib importlib.metadata inspect jsonschema logging markdown_it "
    "multiprocessing pathlib pydantic pydantic_core referencing rich shutil sqlite3 subprocess tempfile unittest"
).split()
"""What an article without faults has no use for. Each costs a part of a bare interpreter, some several."""


def test_a_sound_article_imports_nothing_that_it_has_no_use_for(tmp_path: Path) -> None:
    article = ROOT / "articles" / "needles-for-a-slipped-disc.md"
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / article.name).write_bytes(article.read_bytes())
    (tmp_path / "checker.toml").write_bytes((ROOT / "checker.toml").read_bytes())
    shutil.copytree(ROOT / "registry", tmp_path / "registry")
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from checker.cli import main\n"
        "main(['check', '--today', '2026-06-01', '--fail-on', 'never'])\n"
        f"sys.exit(' '.join(name for name in {UNNEEDED!r} if name in sys.modules))"
    )

    done = subprocess.run([sys.executable, "-I", "-c", code], cwd=tmp_path, capture_output=True, check=False)

    assert b"" == done.stderr.strip()


FRONT = """\
---
title: A trial
slug: x
type: news
date: 2024-01-01
trials:
  - {id: NCT03211793, enrollment: {planned: 20}, arms: [{name: placebo, count: 10}, {name: drug, count: 10}]}
---

"""

HOSTILE = (
    "7 ",
    "1,234.5% ",
    "95% CI 1.2–",
    "NCT0",
    "NCT03211793 ",
    "patients ",
    "twelve hundred ",
    "5 November 2018 to ",
    "2018-11-",
    "the end of the ",
    "(",
    "[a](",
    "**a ",
    "_",
    '"',
    "“No” ",
    "<b>",
    "<!-- ",
    "`",
    "\u200b",
    "&amp;",
    "- a\n",
    "> ",
    "| a ",
    "# a\n\n",
    "p = 0.",
    "10.1000/",
    "of the 94 who came, ",
    "Phase 2/",
    "A. ",
    "ÄÖ ",
)


def calls(body: str) -> int:
    """How many functions are called, in Python and in C, to check an article with that body."""
    number = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal number
        number += event.endswith("call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        check_article("articles/x.md", FRONT + body, SETTINGS)
    finally:
        sys.setprofile(before)
    return number


@pytest.mark.slow
@pytest.mark.parametrize("piece", HOSTILE, ids=ascii)
def test_calls_grow_no_faster_than_an_article(piece: str) -> None:
    calls(piece)  # What is made once is not counted.
    short, long = (calls((piece * (size // len(piece) + 1))[:size]) for size in (2_000, 16_000))

    assert long <= 8 * 1.3 * short
