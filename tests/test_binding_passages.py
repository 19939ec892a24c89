"""No claim of passages that speak of several studies is bound to a wrong one, and most of those on their trials are.

The passages of `data/binding` were made up for this, with all that they say. In them, ⟦A⟧ marks where a stretch on the
first record begins, ⟦B⟧ one on the second, ⟦AB⟧ one that says the same of both, ⟦-⟧ one on studies that the passage has
no record of (or on none), ⟦?⟧ one that could be read either way. Without records, the first line names the trials.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from checker.claims.ledger import claims, quote
from checker.reading import read
from checker.settings import Settings

PASSAGES = Path(__file__).parent / "data" / "binding"
MARK = re.compile("⟦([^⟧]*)⟧")
NAMES = {"acronym", "intervention", "registry_id", "sponsor"}
"""Kinds of claims that name a trial's own things, so that the records tell whose they are."""


@cache
def bound(name: str) -> tuple[tuple[str, str, str], ...]:
    """The claims of a passage: the words, the letters of the trials that they are on, the letter of that bound to."""
    marked = (PASSAGES / f"{name}.md").read_text(encoding="utf-8")
    comment = re.match("<!-- trials:([^>]*) -->\n\n", marked)
    marked = marked[comment.end() :] if comment else marked
    text = MARK.sub("", marked)
    article = read(f"articles/{name}.md", text, Settings(today="2026-06-01"))
    labels = comment[1].split() if comment else [trial.id or trial.key for trial in article.trials]
    letters = {label: chr(ord("A") + index) for index, label in enumerate(labels)}
    starts = []
    removed = 0
    for mark in MARK.finditer(marked):
        starts.append((mark.start() - removed, mark[1]))
        removed += len(mark[0])
    found = []
    for claim in article.once(claims):
        meant = [letter for start, letter in starts if start <= claim.span.start]
        own = claim.found.kind in NAMES and claim.verdict == "supported"
        if meant and meant[-1] != "?" and not own:
            letter = letters.get(claim.trial, claim.trial) if claim.trial else "-"
            found.append((quote(article, claim), meant[-1], letter))
    return tuple(found)


EVERY = sorted(path.stem for path in PASSAGES.glob("*.md"))


@pytest.mark.parametrize("name", EVERY)
def test_no_claim_is_bound_to_a_wrong_trial(name: str) -> None:
    wrong = [(words, meant, letter) for words, meant, letter in bound(name) if letter != "-" and letter not in meant]

    assert [] == wrong


def test_nearly_all_claims_about_the_trials_are_bound() -> None:
    about = [letter for name in EVERY for _, meant, letter in bound(name) if meant != "-"]

    assert len(about) > 350
    assert sum(letter != "-" for letter in about) / len(about) > 0.95
