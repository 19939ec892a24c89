"""What the fuzzers run, and the tests too: each target takes bytes and raises where a promise is broken."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from checker import run
from checker.article import Fault
from checker.config import SettingsProblem, read_settings, settings_from
from checker.files import matches
from checker.text import Lines

if TYPE_CHECKING:
    from checker.diagnostic import Verdict
    from checker.settings import Settings

LEDGER = """---
title: A report
slug: report
type: news
date: 2025-03-01
trials:
  - {id: NCT03211793, acronym: MANUS, phases: [PHASE2], enrollment: {planned: 20, enrolled: 18}, countries: [Spain]}
  - {id: NCT00962923, overall_status: COMPLETED, enrollment: {enrolled: 14}, design: {masking: DOUBLE}}
---

"""


LONG_NAME = f"articles/{'a' * 200}.md"


@cache
def plain() -> Settings:
    """Settings as they are where there is no file of them."""
    return settings_from({}, today="2026-06-01", folder="/")


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="settings-"))


def reading(data: bytes) -> None:
    """An article of any bytes has a verdict, without a rule that failed, with places inside it."""
    engine = run.engine()
    text = engine.decode(data, plain())
    if isinstance(text, Fault):
        verdict = engine.check_unreadable("articles/report.md", text, plain())
        assert verdict.diagnostics, "A file that could not be read has no finding."
        return
    sound(text, engine.check_article("articles/report.md", text, plain()))


def claims(data: bytes) -> None:
    """Any prose under two records yields claims whose quotes lie inside it."""
    reading((LEDGER + data.decode("utf-8", "replace")).encode())


def settings(data: bytes) -> None:
    """Any bytes are settings, or there is a sentence on what is wrong with them."""
    path = _folder() / "checker.toml"
    path.write_bytes(data)
    try:
        source = read_settings(str(path), required=True)
        assert source is not None
        problems = run.engine().settings_problems(source.raw)
        if problems:
            raise SettingsProblem("\n".join(problems))
        made = settings_from(source.raw, today="2026-06-01", folder=source.folder)
        matches((*made.include, *made.exclude), LONG_NAME)
    except SettingsProblem as problem:
        said = str(problem)
    else:
        return
    assert said.strip(), "The problem is not said."


def sound(text: str, verdict: Verdict) -> None:
    """Raise where a verdict breaks a promise."""
    lines = Lines(text)
    for each in verdict.diagnostics:
        assert each.rule != "internal-error", each.message
        places = [each.range, *(related.range for related in each.related)]
        places += [edit.range for edit in each.fix.edits] if each.fix else []
        for place in places:
            assert place.start <= place.end, f"{each.rule}: {place}"
            assert lines.offset(place.end) <= len(text), f"{each.rule}: {place} lies outside the text."


def kept() -> list[Path]:
    """The inputs that once broke something."""
    return sorted((Path(__file__).resolve().parent.parent / "tests" / "data" / "fuzz").glob("*"))
