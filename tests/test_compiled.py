"""Patterns that an earlier run compiled: the same as those that `re` compiles, and believed only if they are whole."""

from __future__ import annotations

import importlib
import os
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import checker
from checker import compiled, pattern

ROOT = Path(__file__).parent.parent

ARTICLE = "---\ntitle: A\n---\n"

SOURCES = [
    ("", 0),
    ("a|b", re.IGNORECASE),
    (r"(?P<year>\d{4})-(?P<month>\d\d)?", 0),
    (r"(?i)\bÄpfel\b(?!x)[^\W\d_]++", 0),
    (r"(?m)^.*?$", re.DOTALL),
    ("[\ud800-\udfff\U0001f600]", 0),
]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where patterns are kept, as if no run had been before."""
    path = tmp_path / "compiled.patterns"
    monkeypatch.setattr(compiled, "place", lambda: str(path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    forget(monkeypatch)
    return path


def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "_KEPT", compiled._Kept())


@pytest.mark.parametrize(("source", "flags"), SOURCES)
def test_a_kept_pattern_equals_the_one_that_re_compiles(
    source: str, flags: int, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled.compiled(source, flags)
    compiled.keep()
    forget(monkeypatch)
    monkeypatch.setattr(compiled, "_row", None)

    again = compiled.compiled(source, flags)

    expected = re.compile(source, flags)
    assert expected == again
    assert (expected.groups, expected.groupindex) == (again.groups, again.groupindex)


def test_every_pattern_of_the_project_is_made_as_re_makes_it() -> None:
    for module in pkgutil.walk_packages(checker.__path__, "checker."):
        importlib.import_module(module.name)
    lazy = {(each.pattern, each._flags) for each in every_pattern()}

    other = [source for source, flags in lazy if re.compile(source, flags) != compiled.compiled(source, flags)]

    assert len(lazy) > 200
    assert [] == other


def test_what_an_expression_needs_is_known_from_the_second_run_on(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = compiled.needs("trials? of")
    compiled.keep()
    forget(monkeypatch)

    second = compiled.needs("trials? of")

    assert ((), ((("trial of", "trials of"),),)) == (first, second)


def test_nothing_is_found_out_that_cannot_be_kept(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    monkeypatch.setattr("checker.literals.needed", None)
    compiled.needs("trials? of")

    compiled.keep()

    assert not file.exists()


def every_pattern() -> list[pattern._Pattern]:
    return [
        value
        for name, module in list(sys.modules.items())
        if name.startswith("checker.")
        for value in vars(module).values()
        if isinstance(value, pattern._Pattern)
    ]


def test_a_fault_in_a_pattern_is_told_as_ever(file: Path) -> None:
    with pytest.raises(re.error):
        compiled.compiled("(")


@pytest.mark.parametrize("damage", ["cut", "changed", "emptied"])
def test_a_damaged_file_is_passed_over(damage: str, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled.compiled("a")
    compiled.keep()
    whole = file.read_bytes()
    file.write_bytes({"cut": whole[:-1], "changed": whole[:-1] + b"x", "emptied": b""}[damage])
    forget(monkeypatch)

    assert re.compile("a") == compiled.compiled("a")


def test_what_the_engine_of_re_refuses_is_compiled_anew(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled._KEPT, "rows", {("a", 0): (32, b"\xff" * 8, 0, {}, (None,))})

    assert re.compile("a") == compiled.compiled("a")


def test_what_several_runs_compiled_is_kept_together(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for source in ("a", "b"):
        forget(monkeypatch)
        monkeypatch.setattr(compiled._KEPT, "rows", {})  # As if both had begun before there was anything.
        compiled.compiled(source)
        compiled.keep()

    assert {("a", 0), ("b", 0)} == set(compiled._read(str(file)))


def test_nothing_is_kept_where_python_keeps_no_bytecode(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)

    compiled.compiled("a")
    compiled.keep()

    assert not file.exists()


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "place", lambda: str(file.parent / "gone" / "x.patterns"))
    compiled.compiled("a")

    compiled.keep()

    assert [] == list(file.parent.iterdir())


@pytest.mark.slow
def test_a_second_run_compiles_no_pattern_of_ours(tmp_path: Path) -> None:
    (tmp_path / "checker.toml").write_text("")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.md").write_text(f"{ARTICLE}\nIn 2020, 5% of 20 patients died (95% CI 1 to 2).\n")
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); sys.dont_write_bytecode = False\n"
        "from checker import compiled; from checker.cli import main\n"
        "before = compiled._row; count = []\n"
        "compiled._row = lambda *each: (count.append(each), before(*each))[1]\n"
        "main(['check', '--today', '2026-06-01', '--no-cache', '--fail-on', 'never', '-q']); compiled.keep()\n"
        "sys.stderr.write(str(len(count)))"
    )
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path / "bytecode")}

    first, second = (
        int(subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True).stderr)
        for _ in range(2)
    )

    assert first > 20
    assert 0 == second
