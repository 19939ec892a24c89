"""Every case of every rule's page runs, and every page says what a page has to say."""

from __future__ import annotations

from pathlib import Path

import pytest

import checker.rules
from checker.rules import load, names, page, silent
from pages import accept, articles_of, expected_fixed, expected_lines, read_cases, run_case

RULES = [(family, name) for name, family in names().items()]


@pytest.mark.parametrize(("family", "name"), RULES, ids=[f"{family}/{name}" for family, name in RULES])
def test_every_case_of_the_page_comes_out_as_written(family: str, name: str, request: pytest.FixtureRequest) -> None:
    text = page(name)
    outcomes = [(case, run_case(case)) for case in read_cases(name, text)]

    if request.config.getoption("--accept"):
        path = Path(checker.rules.__file__).parent / family / f"{name.replace('-', '_')}.md"
        path.write_text(accept(text, outcomes), encoding="utf-8")
        return
    for case, outcome in outcomes:
        assert (case.title, expected_lines(case)) == (case.title, outcome.lines)
        assert (case.title, expected_fixed(case)) == (case.title, outcome.fixed)


@pytest.mark.parametrize(("family", "name"), RULES, ids=[f"{family}/{name}" for family, name in RULES])
def test_a_rule_that_its_family_calls_silent_finds_nothing(family: str, name: str) -> None:
    for case in read_cases(name, page(name)):
        for article in articles_of(case):
            for rule in map(load, silent(article, family)):
                found = list(rule.check(article, *((rule.options,) if rule.options else ()))) if rule.check else []
                assert (case.title, rule.name, []) == (case.title, rule.name, found)


@pytest.mark.parametrize(("family", "name"), RULES, ids=[f"{family}/{name}" for family, name in RULES])
def test_the_page_shows_the_rule_firing_and_two_near_misses(family: str, name: str) -> None:
    text = page(name)
    cases = list(read_cases(name, text))
    firing = [case for case in cases if expected_lines(case)]

    assert text.startswith(f"# {name}\n")
    assert "**Why it matters.**" in text
    assert len(firing) >= 1
    assert len(cases) - len(firing) >= 2
    rule = load(name)
    assert rule.severity in ("error", "warning", "note", "off")
    assert bool(rule.fixable) == any("  fix (" in line for case in firing for line in expected_lines(case))
