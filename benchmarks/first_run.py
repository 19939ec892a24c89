"""What a first run on one article costs, held against the bare interpreter: `python benchmarks/first_run.py`.

The commands run in turn, as whole processes, so that a busy machine slows all of them alike: read the ratios, not the
milliseconds. Bytecode is warm, as it is for an installed package; nothing else is kept from run to run.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = {
    "python -I -c pass": ("-I", "-c", "pass"),
    "checker --version": ("-m", "checker", "--version"),
    "checker rules": ("-m", "checker", "rules"),
    "checker check, one article": (
        *("-m", "checker", "check", "--no-cache"),
        *("--today", "2026-06-01", "--fail-on", "never"),
    ),
}


def main() -> None:
    """Measure, and print a table in Markdown."""
    parser = argparse.ArgumentParser(description="Time a first run on one article against the bare interpreter.")
    parser.add_argument("--runs", type=int, default=21, help="counted runs of each command (default: 21)")
    parser.add_argument("--article", type=Path, help="the article to check (default: the first of this project's)")
    chosen = parser.parse_args()
    article = chosen.article or min((ROOT / "articles").glob("*.md"))
    with tempfile.TemporaryDirectory() as folder:
        times = measured(Path(folder), article.resolve(), chosen.runs)
    bare = next(iter(times.values()))
    print(
        f"{article.name}, {article.stat().st_size:,} bytes; Python {sys.version.split()[0]}; {chosen.runs} runs each\n"
    )
    print("| command | median ms | min | max | × bare (median) | × bare (min) |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, all_of_it in times.items():
        middle, least, most = statistics.median(all_of_it), min(all_of_it), max(all_of_it)
        ratio = statistics.median(one / other for one, other in zip(all_of_it, bare, strict=True))
        print(
            f"| {name} | {middle * 1000:.1f} | {least * 1000:.1f} | {most * 1000:.1f} "
            f"| {ratio:.2f} | {least / min(bare):.2f} |"
        )


def measured(folder: Path, article: Path, runs: int) -> dict[str, list[float]]:
    """Seconds of wall time of each command, run by run; the first round fills the bytecode and is not counted."""
    site = folder / "site"
    (site / "articles").mkdir(parents=True)
    shutil.copy(ROOT / "checker.toml", site)
    shutil.copy(article, site / "articles")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment |= {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for counted in range(-1, runs):
        for name, arguments in COMMANDS.items():
            begun = time.perf_counter()
            done = subprocess.run((sys.executable, *arguments), cwd=site, env=environment, capture_output=True)
            seconds = time.perf_counter() - begun
            if done.returncode:
                sys.exit(f"{name}: {done.stderr.decode(errors='replace')}")
            if counted >= 0:
                times[name].append(seconds)
    return times


if __name__ == "__main__":
    main()
