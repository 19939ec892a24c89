"""The annotated articles: true ones have no error, harmless edits bring none, and claims are read as well as before."""

from __future__ import annotations

import importlib.util
import json
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent.parent / "benchmarks"
EVERY = 5
"""Of the harmless edits each fifth is tried; the benchmark tries them all."""
SAMPLE = 9
"""Of the faults each ninth is planted."""
BEHIND = "run benchmarks/claims.py"


@cache
def benchmark() -> Any:
    spec = importlib.util.spec_from_file_location("benchmark_of_claims", FOLDER / "claims.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@cache
def corpus() -> Any:
    return benchmark().load()


@cache
def before(path: str) -> tuple[Any, ...]:
    checked: tuple[Any, ...] = benchmark().check(path, corpus().texts[path])
    return checked


@cache
def score() -> Any:
    return benchmark().score_claims(corpus())


def errors(diagnostics: Any) -> list[str]:
    return [f"{each.range.start.line}: {each.rule} {each.message}" for each in diagnostics if each.severity == "error"]


@pytest.mark.parametrize("name", sorted(path.name for path in (FOLDER / "claims" / "passages").glob("*.md")))
def test_a_true_article_has_no_error(name: str) -> None:
    assert errors(before(f"passages/{name}")) == []


def test_harmless_edits_bring_no_new_error() -> None:
    alarms = [
        (line["path"], line["with"], found)
        for line in corpus().harmless[::EVERY]
        if (found := errors(benchmark().new_diagnostics(corpus(), line, before(line["path"]))))
    ]

    assert alarms == []


def test_what_is_found_of_a_sample_of_faults_is_what_was_written_down() -> None:
    missed = set(json.loads((FOLDER / "claims" / "missed.json").read_text("utf-8")))

    found = {
        index
        for index, line in list(enumerate(corpus().faults))[::SAMPLE]
        if not any(
            each.rule in benchmark().acceptable(line)
            for each in benchmark().new_diagnostics(corpus(), line, before(line["path"]))
        )
    }

    assert {index for index in missed if index % SAMPLE == 0} == found, BEHIND


@pytest.mark.slow
def test_the_pages_and_the_report_say_what_is_measured() -> None:
    edits = benchmark().score_edits(corpus())
    pages = {path: path.read_text("utf-8") for path in sorted(benchmark().PAGES.glob("*.md"))}

    behind = [
        path.name
        for path, page in pages.items()
        if benchmark().with_measured(page, benchmark().measured(path.stem.replace("_", "-"), edits)) != page
    ]

    assert behind == [], BEHIND
    assert benchmark().REPORT.read_text("utf-8").splitlines() == list(benchmark().report(score(), edits)), BEHIND


def test_at_least_nineteen_of_twenty_planted_faults_are_found() -> None:
    missed = json.loads((FOLDER / "claims" / "missed.json").read_text("utf-8"))

    assert len(missed) <= 0.05 * len(corpus().faults)


def test_every_kind_is_read_as_well_as_it_was() -> None:
    floors: dict[str, dict[str, float]] = json.loads((FOLDER / "claims" / "floors.json").read_text("utf-8"))
    measured = score()

    fallen = [
        (name, what, value, floor)
        for name, wanted in floors.items()
        for what, floor in wanted.items()
        if (value := getattr(measured, what)(*(benchmark().CLOSED if name == "closed" else (name,)))) < floor
    ]

    assert fallen == []


def test_no_true_claim_is_contradicted() -> None:
    assert score().contradicted == 0


def test_the_annotations_are_of_the_articles() -> None:
    texts = corpus().texts

    assert len(texts) == 60
    assert set(corpus().gold) <= set(texts)
    assert all(line["replace"] in texts[line["path"]] for line in (*corpus().faults, *corpus().harmless))
