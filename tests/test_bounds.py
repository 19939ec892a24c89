"""Whatever is read has a bound, and whoever exceeds it is told so: by a finding, or by a sentence and exit code 2."""

from __future__ import annotations

import io
import json
import re
import sys
from typing import TYPE_CHECKING

import pytest

from checker import baseline, config
from checker.cli import main
from checker.settings import LARGEST, Limits
from newsroom import ROOT, SETTINGS, article, check, rules_of, write

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENT = (ROOT / "docs" / "limits.md").read_text(encoding="utf-8")
FEW = 6
"""A limit that is easily exceeded."""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def settings(here: Path, text: str) -> None:
    (here / "checker.toml").write_text(SETTINGS + text, encoding="utf-8")


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(["check", "--today", "2026-06-01", *arguments])
    return code, capsys.readouterr().err


EXCEEDING = {
    "article-size": ("unreadable-file", article("x")),
    "yaml-depth": ("oversized-yaml", article(tags="[[[[[[[a]]]]]]]")),
    "yaml-nodes": ("oversized-yaml", article(tags="[a, b, c, d, e, f, g]")),
    "yaml-aliases": ("oversized-yaml", article(tags=f"[&a a, {'*a, ' * (FEW + 1)}]")),
    "diagnostics": ("too-many-findings", article(tags=f"[{'no, on, ' * FEW}]")),
    "schema-errors": ("too-many-findings", article(tags="[1, 2, 3, 4]", authors="[1, 2, 3, 4]")),
    "sentences": ("oversized-prose", article("A short report. " * (FEW + 1))),
}
"""An article that exceeds a limit of six, and the rule that says so."""


@pytest.mark.parametrize("limit", EXCEEDING)
def test_whoever_exceeds_a_limit_has_a_finding(limit: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rule, text = EXCEEDING[limit]
    write(here, report=text)

    settings(here, "")
    _, before = check(capsys)
    settings(here, f"[limits]\n{limit} = {FEW}\n")
    code, after = check(capsys, "--fail-on", "note")

    assert rule not in rules_of(before)
    assert rule in rules_of(after)
    assert code == 1


def test_no_more_than_so_many_findings_of_a_rule_are_listed(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, report=article(tags=f"[{'no, ' * 20}]"))

    settings(here, f"[limits]\nfindings = {FEW}\n")
    _, answer = check(capsys)

    found = [each["message"] for each in answer["diagnostics"] if each["rule"] == "ambiguous-scalar"]
    assert len(found) == FEW + 1
    assert "more than 6 findings" in found[-1]


def test_every_limit_is_described_with_its_default() -> None:
    schema = json.loads((ROOT / "schemas" / "settings.schema.json").read_text(encoding="utf-8"))
    described = schema["properties"]["limits"]["properties"]
    documented = {
        name: int(number.replace(",", "")) for name, number in re.findall(r"\| `(\S+)` \| ([\d,]+) ", DOCUMENT)
    }

    defaults = {name.replace("_", "-"): value for name, value in Limits()._asdict().items()}

    assert defaults == {name: each["default"] for name, each in described.items()}
    assert defaults == documented
    assert described["article-size"]["maximum"] == LARGEST


def test_claims_that_were_not_read_are_no_secret(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, report=article("The trial enrolled 20 people. " * 10))
    settings(here, "[limits]\nsentences = 4\n")

    code = main(["claims", "--output-format", "json"])

    done = capsys.readouterr()
    assert code == 2
    assert "has more than 4 sentences" in done.err
    assert len(json.loads(done.out)["articles"][0]["claims"]) == 4


@pytest.mark.parametrize(("files", "code"), [(config.MOST_EXTENDED, 0), (config.MOST_EXTENDED + 1, 2), (3_000, 2)])
def test_settings_extend_so_many_others(files: int, code: int, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, report=article("A short report."))
    settings(here, "")
    (here / "0.toml").write_bytes((here / "checker.toml").read_bytes())
    for number in range(1, files):
        (here / f"{number}.toml").write_text(f'extend = "{number - 1}.toml"\n', encoding="utf-8")
    (here / "checker.toml").write_text(f'extend = "{files - 1}.toml"\n', encoding="utf-8")

    got, err = said(capsys)

    assert got == code, err
    assert code == 0 or "extends more than 10 files" in err


def nested(times: int) -> str:
    return '{"allOf": [' * times + "{}" + "]}" * times


WIDE = {
    "$ref": "#/$defs/l0",
    "$defs": {f"l{n}": {"allOf": [{"$ref": f"#/$defs/l{n + 1}"}] * 8} for n in range(4)} | {"l4": {"type": "object"}},
}
ROUND = {"$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}, "$ref": "#/$defs/a"}


@pytest.mark.parametrize("schema", [nested(400), nested(100_000), "[" * 100_000, '{"$ref": "#/$defs/none"}'])
def test_a_schema_that_nests_too_deep_or_leads_nowhere_is_refused(
    schema: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(here, report=article("A short report."))
    settings(here, '[schemas]\narticle = "own.json"\n')
    (here / "own.json").write_text(schema, encoding="utf-8")

    code, err = said(capsys)

    assert code == 2
    assert err.startswith("checker: The article schema that the settings name ")


@pytest.mark.parametrize("schema", [WIDE, ROUND, {"$ref": "#"}, {"allOf": [{"$ref": "#"}] * 40}])
def test_references_that_multiply_or_go_round_end(
    schema: object, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(here, report=article("A short report."))
    settings(here, '[schemas]\narticle = "own.json"\n')
    (here / "own.json").write_text(json.dumps(schema), encoding="utf-8")

    code, err = said(capsys, "--fail-on", "never")

    assert (code, err) == (0, "")


@pytest.mark.parametrize("times", [300, 100_000])
def test_a_record_of_the_snapshot_that_nests_deep_stops_nothing(
    times: int, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(here, report=article("A short report.", trials="[{id: NCT03211793, enrollment: {planned: 20}}]"))
    (here / "registry").mkdir()
    (here / "registry" / "snapshot.json").write_text('{\n "fetched": "2026-05-31"\n}', encoding="utf-8")
    deep = '{"id": "NCT03211793", "versions": ' + "[" * times + "]" * times + "}"
    (here / "registry" / "NCT03211793.json").write_text(deep, encoding="utf-8")

    code, err = said(capsys)

    assert code == 2
    assert "NCT03211793.json is no" in err


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"version": 1, "findings": [{"path": "a", "rule": "b", "fingerprint": "c", "count": 1e999}]}',
        "\xff",
    ],
)
def test_a_baseline_of_anything_is_refused_in_a_sentence(
    text: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(here, report=article("A short report."))
    (here / "baseline.json").write_text(text, encoding="latin-1")

    code, err = said(capsys, "--baseline", "baseline.json")

    assert code == 2
    assert "aseline" in err
    assert "Traceback" not in err


def test_a_baseline_has_a_greatest_size(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(here, report=article("A short report."))
    (here / "baseline.json").write_text(baseline.dump(()), encoding="utf-8")
    monkeypatch.setattr(baseline, "MOST", 10)

    code, err = said(capsys, "--baseline", "baseline.json")

    assert code == 2
    assert "too large" in err


def test_standard_input_has_the_size_of_an_article_at_most(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Endless(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            assert 0 < size <= LARGEST + 1
            return b"x" * size

    settings(here, "")
    monkeypatch.setattr(sys, "stdin", type("Stdin", (), {"buffer": Endless()}))

    code, answer = check(capsys, "--stdin-filename", "articles/report.md", "-")

    assert code == 1
    assert rules_of(answer) == ["unreadable-file"]
