"""The wheel, built, installed into an environment of its own, and run from another folder."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from newsroom import ROOT, article, write

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.wheel, pytest.mark.slow]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(folder), str(ROOT), cwd=folder)
    return next(folder.glob("*.whl"))


def _run(*command: str, cwd: Path, code: int = 0) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_carries_schemas_and_rule_pages_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()

    rules = {name for name in names if name.startswith("checker/rules/") and name.count("/") == 3}
    pages = {name[:-3] for name in rules if name.endswith(".md")}
    modules = {name[:-3] for name in rules if name.endswith(".py") and not name.split("/")[-1].startswith("_")}
    assert pages == modules
    assert "checker/data/schemas/article.schema.json" in names
    assert not [name for name in names if name.startswith("tests")]


def test_an_installed_wheel_works_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    python = tmp_path / "env" / "bin" / "python"
    _run(sys.executable, "-m", "venv", str(tmp_path / "env"), cwd=tmp_path)
    constraints = str(ROOT / "requirements" / "ci.txt")
    _run(str(python), "-m", "pip", "install", "-q", "-c", constraints, str(wheel), cwd=tmp_path)
    checker = str(python.parent / "checker")
    newsroom = tmp_path / "newsroom"
    newsroom.mkdir()
    write(newsroom, good=article(slug="good"))

    clean = _run(checker, "check", cwd=newsroom)
    write(newsroom, bad=article(slug="wrong", title="Bad"))
    bad = _run(checker, "check", "--output-format", "concise", cwd=newsroom, code=1)

    assert clean.startswith("Checked 1 article")
    assert "articles/bad.md:3:7: error[slug-differs-from-file]" in bad
    assert _run(checker, "explain", "overclaim", cwd=newsroom).startswith("# overclaim")
    assert '"$schema"' in _run(checker, "schema", "trial", cwd=newsroom)
