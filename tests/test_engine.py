"""The loop over the rules: what it bounds, what it survives, and what it knows of dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.ledger import claims
from checker.engine.article import check_article
from checker.reading import read
from checker.rule import Finding
from checker.rules import Rule, load
from checker.settings import Limits, Settings
from checker.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

SETTINGS = Settings(today="2026-06-01")


def _rule(check: object, name: str = "made-up") -> Rule:
    return Rule(name, "wording", "", "error", None, {}, check)  # type: ignore[arg-type]


def test_findings_of_one_rule_are_bounded_and_the_bound_is_said() -> None:
    def check(article: Article) -> Iterator[Finding]:
        return (Finding(Span(offset, offset + 1), "One more.") for offset in range(len(article.text)))

    settings = SETTINGS._replace(limits=Limits(findings=3))
    verdict = check_article("a.md", "x" * 10, settings, rules=[_rule(check)])

    assert [each.message for each in verdict.diagnostics[:3]] == ["One more."] * 3
    assert "more than 3 findings" in verdict.diagnostics[3].message
    assert len(verdict.diagnostics) == 4


def test_findings_of_all_rules_are_bounded_the_gravest_are_listed_and_what_is_left_out_is_said() -> None:
    def grave(article: Article) -> Iterator[Finding]:
        return (Finding(Span(offset, offset + 1), "Grave.") for offset in (7, 8, 9))

    def light(article: Article) -> Iterator[Finding]:
        return (Finding(Span(offset, offset + 1), "Light.", severity="note") for offset in range(10))

    def failing(article: Article) -> Iterator[Finding]:
        raise ValueError("broken")

    settings = SETTINGS._replace(limits=Limits(diagnostics=5))
    rules = [_rule(grave, "grave"), _rule(light, "light"), _rule(failing, "failing")]
    verdict = check_article("a.md", "x" * 10, settings, rules=rules)

    said = [(each.rule, each.severity) for each in verdict.diagnostics]
    kept = [("grave", "error")] * 3 + [("internal-error", "error"), ("light", "note"), ("too-many-findings", "note")]
    assert sorted(said) == kept
    assert "9 of them" in next(each.message for each in verdict.diagnostics if each.rule == "too-many-findings")


def test_an_article_that_leaves_errors_out_fails() -> None:
    def check(article: Article) -> Iterator[Finding]:
        return (Finding(Span(offset, offset + 1), "One more.") for offset in range(10))

    settings = SETTINGS._replace(limits=Limits(diagnostics=5))
    verdict = check_article("a.md", "x" * 10, settings, rules=[_rule(check)])

    assert {"error"} == {each.severity for each in verdict.diagnostics}
    assert len(verdict.diagnostics) == 6


def test_sentences_beyond_the_limit_are_not_read_and_that_is_said() -> None:
    text = "---\ntitle: T\n---\n" + "The trial enrolled 20 patients. " * 10

    limits = Limits(sentences=4)
    verdict = check_article("a.md", text, SETTINGS._replace(limits=limits), rules=[load("oversized-prose")])
    article = read("a.md", text, SETTINGS._replace(limits=limits))

    (said,) = verdict.diagnostics
    assert (said.range.start.line, said.range.start.column) == (4, 4 * 32 + 1)
    assert len(article.once(claims)) == 4


def test_a_rule_that_fails_midway_has_said_nothing() -> None:
    def check(article: Article) -> Iterator[Finding]:
        yield Finding(Span(0, 1), "Half of it.")
        raise ValueError("the rest is unknown")

    verdict = check_article("a.md", "x", SETTINGS, rules=[_rule(check)])

    assert [each.rule for each in verdict.diagnostics] == ["internal-error"]
    assert "made-up" in verdict.diagnostics[0].message
    assert "the rest is unknown" in verdict.diagnostics[0].message


def test_a_verdict_knows_until_when_it_holds() -> None:
    text = "---\ntitle: T\ndate: 2026-07-15\n---\n"

    early = check_article("a.md", text, SETTINGS, rules=[load("date-in-future")])
    late = check_article("a.md", text, SETTINGS._replace(today="2026-07-15"), rules=[load("date-in-future")])
    without = check_article("a.md", "---\ntitle: T\n---\n", SETTINGS, rules=[load("date-in-future")])

    assert (len(early.diagnostics), early.valid_until) == (1, "2026-07-14")
    assert (len(late.diagnostics), late.valid_until) == (0, None)
    assert without.valid_until is None


def test_a_fingerprint_does_not_depend_on_lines() -> None:
    def prints(text: str) -> list[str]:
        found = check_article("a.md", text, SETTINGS, rules=[load("overclaim"), load("impossible-date")]).diagnostics
        return sorted(each.fingerprint for each in found)

    front = "trials:\n  - id: NCT09000004\n    as_of: 2018-02-30"

    before = prints(f"---\n{front}\n---\nA miracle.\n")
    after = prints(f"---\ntitle: T\n{front}\n---\nA new paragraph.\n\nA miracle.\n")

    assert len(before) == 2
    assert before == after


def test_a_finding_of_another_sentence_has_another_fingerprint() -> None:
    text = "---\ntitle: T\n---\nA miracle.\n\nA breakthrough.\n"

    found = check_article("a.md", text, SETTINGS, rules=[load("overclaim")]).diagnostics

    assert len({each.fingerprint for each in found}) == 2
