"""A small newsroom on disk, for tests that run the whole tool."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.cli import main

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parent.parent

DISCLAIMER = "The Daily Trial reports news. It is not medical advice."

SETTINGS = f"""publication = "The Daily Trial"

[[disclaimer]]
id = "medical-advice"
text = "{DISCLAIMER.replace("The Daily Trial", "{publication}")}"
"""


def article(body: str = "A short report.", *, slug: str = "report", disclaimer: str = DISCLAIMER, **keys: str) -> str:
    """A clean article by the contract; `keys` replace or add lines of its front matter."""
    front = {"title": "A report", "slug": slug, "type": "news", "date": "2025-03-01", **keys}
    lines = "".join(f"{key}: {value}\n" for key, value in front.items())
    return f"---\n{lines}---\n\n{body}\n\n{disclaimer}\n"


def write(folder: Path, **files: str) -> None:
    """Write files named by keyword (`report` is articles/report.md), and settings where there are none."""
    (folder / "articles").mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / "articles" / f"{name.replace('_', '-')}.md").write_text(text, encoding="utf-8", newline="")
    if not (folder / "checker.toml").exists():
        (folder / "checker.toml").write_text(SETTINGS, encoding="utf-8")


def check(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any]]:
    """The exit code and the JSON of `checker check` in this process."""
    code = main(["check", "--today", "2026-06-01", "--output-format", "json", *arguments])
    return code, json.loads(capsys.readouterr().out)


def rules_of(answer: dict[str, Any]) -> list[str]:
    """The rules of a JSON answer's diagnostics, in order."""
    return [each["rule"] for each in answer["diagnostics"]]


def spawn(folder: Path, *arguments: str, **more: Any) -> subprocess.CompletedProcess[bytes]:
    """`python -m checker` in a process of its own."""
    command = [sys.executable, "-m", "checker", *arguments]
    environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "PYTHONUTF8": "1"}
    environment |= {"XDG_CACHE_HOME": os.environ["XDG_CACHE_HOME"], **more.pop("env", {})}
    return subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=60, env=environment, **more)
