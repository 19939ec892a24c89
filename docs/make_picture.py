"""Draws docs/output.svg from the tool's own run over docs/demo. Usage: python docs/make_picture.py"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

HERE = Path(__file__).parent
PICTURE = HERE / "output.svg"


def picture() -> str:
    """The SVG of what a terminal shows."""
    command = (sys.executable, "-m", "checker", "check", "--color", "always", "--today", "2026-03-02")
    environment = {**os.environ, "PYTHONPATH": str(HERE.parent), "COLUMNS": "100"}
    run = subprocess.run(command, cwd=HERE / "demo", capture_output=True, check=False, env=environment)
    console = Console(record=True, width=100, file=open(os.devnull, "w"), force_terminal=True, color_system="truecolor")  # noqa: SIM115
    console.print(Text("$ checker check", style="bold"))
    console.print(Text.from_ansi(run.stdout.decode().rstrip()))
    return console.export_svg(title="checker", unique_id="checker")


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
    print(f"Drawn: {PICTURE}")
