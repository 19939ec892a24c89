"""Patterns that are compiled when they are first used, and kept for the next run."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import checker
from checker import pattern as patterns
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = Path(checker.__file__).parent
MODULES = sorted(
    ".".join(("checker", *path.relative_to(FOLDER).with_suffix("").parts)).removesuffix(".__init__")
    for path in FOLDER.rglob("*.py")
    if path.name != "__main__.py" and path.is_relative_to(FOLDER)
)


def test_nothing_is_compiled_before_the_first_use(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    anew = compiled_anew(monkeypatch)

    words = pattern(r"\w+", re.ASCII)
    assert [] == anew

    assert ["a", "b"] == words.findall("a-b")
    assert words.search("- c") is not None
    assert [r"\w+"] == anew


def test_a_pattern_answers_as_a_compiled_one() -> None:
    lazy, eager = pattern(r"(?P<year>\d{4})"), re.compile(r"(?P<year>\d{4})")

    assert eager.pattern == lazy.pattern
    assert eager.groupindex == lazy.groupindex
    assert eager.fullmatch("2018", 0, 4) is not None
    assert lazy.fullmatch("2018", 0, 4) is not None
    with pytest.raises(AttributeError):
        _ = lazy.no_such_thing  # type: ignore[attr-defined]


@pytest.mark.parametrize("module", MODULES)
def test_every_pattern_compiles(module: str) -> None:
    for value in vars(import_module(module)).values():
        if type(value) is type(pattern("")):
            assert value.groups >= 0


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder, and a process that has compiled nothing."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    forget(monkeypatch)
    return tmp_path


def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_kept", None)
    monkeypatch.setattr(patterns, "_new", False)
    patterns._compiled.cache_clear()


def compiled_anew(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is compiled from now on instead of being taken from the cache folder."""
    anew: list[str] = []
    program = patterns._program

    def told(source: str, flags: int) -> patterns.Program:
        anew.append(source)
        return program(source, flags)

    monkeypatch.setattr(patterns, "_program", told)
    return anew


SOURCE = r"(?i)(?P<who>women|men) (\d+)[–—-]?(?=%)"
TEXT = "Of all Women 12–% and MEN 7%."


def test_a_later_process_takes_what_an_earlier_one_compiled(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert pattern(SOURCE).search(TEXT) is not None
    patterns.keep()
    forget(monkeypatch)
    anew = compiled_anew(monkeypatch)

    later, eager = pattern(SOURCE), re.compile(SOURCE)

    assert [match.groupdict() for match in eager.finditer(TEXT)] == [m.groupdict() for m in later.finditer(TEXT)]
    assert eager.findall(TEXT) == later.findall(TEXT)
    assert (eager.flags, eager.groups, eager.groupindex) == (later.flags, later.groups, later.groupindex)
    assert [] == anew


@pytest.mark.parametrize("spoil", [lambda data: data[: len(data) // 2], lambda data: data[:9] + b"?" + data[10:]])
def test_a_damaged_file_is_compiled_around(
    folder: Path, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[bytes], bytes]
) -> None:
    assert pattern(SOURCE).search(TEXT) is not None
    patterns.keep()
    [kept] = (folder / "trial-checker").iterdir()
    kept.write_bytes(spoil(kept.read_bytes()))
    forget(monkeypatch)
    anew = compiled_anew(monkeypatch)

    assert re.compile(SOURCE).findall(TEXT) == pattern(SOURCE).findall(TEXT)
    assert [SOURCE] == anew


def test_where_nothing_can_be_kept_nothing_happens(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "file"))

    assert pattern(SOURCE).search(TEXT) is not None
    patterns.keep()

    assert [folder / "file"] == list(folder.iterdir())


def test_an_interpreter_without_the_private_parts_compiles_as_usual(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(source: str, flags: int) -> patterns.Program:
        raise AttributeError("_code")

    monkeypatch.setattr(patterns, "_program", missing)

    assert re.compile(SOURCE).findall(TEXT) == pattern(SOURCE).findall(TEXT)


def test_a_broken_pattern_raises_what_re_raises(folder: Path) -> None:
    with pytest.raises(re.error):
        pattern("(").search("")
