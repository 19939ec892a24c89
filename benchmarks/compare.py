"""Holds the checker's time and memory against its peers': `python benchmarks/compare.py [--write]`.

Peers come from the package index into an environment of their own (`peers.txt` has the versions), the checker beside
them from this tree. All commands run in turn, as whole processes, on the same articles, round by round, so that a busy
machine slows all of them alike: read the ratios. yamllint and check-jsonschema read no front matter, so they are given
it in files of its own. "First run" means that nothing is remembered from an earlier one; "unchanged" is a second run.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from make_corpus import write_corpus

if TYPE_CHECKING:
    from collections.abc import Iterable

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
DOCUMENT = ROOT / "docs" / "performance.md"
ROUNDS = 5
SIZES = {1: 15, 1_000: ROUNDS, 10_000: 3}
"""Numbers of articles, each with the rounds of which medians are taken."""
SLOW = 2_000
"""Articles from which on a peer that is slow by nature runs once, not in each round."""
LENGTHS = (25, 1024)
"""KiB of a short and of a long article."""


class Task(NamedTuple):
    """A command that is measured. `forget` is what is deleted before each run; `warm` asks for a run beforehand."""

    tool: str
    state: str
    command: tuple[str, ...]
    forget: Path | None = None
    warm: bool = False
    slow: bool = False


class Spent(NamedTuple):
    """What one run took: seconds by the clock and of the processors, and the most memory of a process in MiB."""

    wall: float
    cpu: float
    memory: float


def main() -> None:
    """Measure, and print the tables in Markdown."""
    parser = argparse.ArgumentParser(description="Hold the checker's time and memory against its peers'.")
    parser.add_argument(
        "--sizes",
        type=_sizes,
        default=SIZES,
        help="numbers of articles, with the rounds of which medians are taken (default: 1x15,1000x5,10000x3)",
    )
    parser.add_argument("--environment", type=Path, help="where the peers are, or are to be installed")
    parser.add_argument("--smoke", action="store_true", help="one round on 1 and 20 articles")
    parser.add_argument("--write", action="store_true", help="write docs/performance.md as well")
    chosen = parser.parse_args()
    sizes, runs = ({1: 1, 20: 1}, 1) if chosen.smoke else (chosen.sizes, ROUNDS)
    with tempfile.TemporaryDirectory(prefix="compare-") as folder:
        place = Path(folder)
        environment = _environment(chosen.environment or place / "environment")
        measured = {number: compare(place, environment, number, rounds) for number, rounds in sizes.items()}
        kibibytes = (5, 25) if chosen.smoke else LENGTHS
        longer = lengths(place, environment, runs, kibibytes)
        text = "\n".join(_document(environment, measured, longer, kibibytes)) + "\n"
    print(text)
    if chosen.write:
        DOCUMENT.write_text(text, encoding="utf-8")


def _sizes(text: str) -> dict[int, int]:
    """Rounds by numbers of articles, from "1x15,1000": five where none are given."""
    parts = [part.partition("x") for part in text.split(",")]
    return {int(number): int(rounds or ROUNDS) for number, _, rounds in parts}


def _environment(folder: Path) -> Path:
    """The folder of an environment's commands; it is made and filled where it is not there yet."""
    commands = folder / ("Scripts" if os.name == "nt" else "bin")
    if not (commands / "rumdl").exists():
        venv.create(folder, with_pip=True)
        install = [str(commands / "python"), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
        subprocess.run([*install, "-r", str(HERE / "peers.txt"), str(ROOT)], check=True)
    return commands


def compare(place: Path, environment: Path, number: int, runs: int) -> dict[tuple[str, str], list[Spent]]:
    """What each tool took on a corpus of `number` articles, run by run."""
    corpus = place / f"corpus-{number}"
    write_corpus(corpus, number)
    front = place / f"front-{number}"
    _extract(corpus, front)
    _settle(corpus)
    tasks = list(_tasks(environment, corpus, front, schema=_schema(place)))
    for task in tasks:
        if task.warm:
            _run(task, corpus)
    spent: dict[tuple[str, str], list[Spent]] = {}
    for round_ in range(runs):
        for task in tasks:
            if not (task.slow and number >= SLOW and round_):
                spent.setdefault((task.tool, task.state), []).append(_run(task, corpus))
    return spent


def lengths(place: Path, environment: Path, runs: int, kibibytes: tuple[int, int]) -> dict[str, list[float]]:
    """Seconds of the processor that a short and a long article of the same stuff take, as ratios, run by run."""
    ratios: dict[str, list[float]] = {}
    for name, piece in STUFF.items():
        folder = place / "lengths" / name
        tasks = []
        for length in kibibytes:
            article = folder / str(length) / "articles" / "long.md"
            article.parent.mkdir(parents=True)
            head = "---\ntitle: Long\nslug: long\ntype: explainer\ndate: 2020-01-01\n---\n\n"
            article.write_text((head + piece * (length * 1024 // len(piece.encode()))), encoding="utf-8")
            command = (str(environment / "checker"), "check", "--isolated", "--no-cache", "--fail-on", "never", "-q")
            tasks.append(Task("checker", str(length), (*command, str(article))))
        for _ in range(runs):
            short, long = (_run(task, folder).cpu for task in tasks)
            ratios.setdefault(name, []).append(long / short)
    return ratios


STUFF = {
    "prose": "The trial enrolled 120 people at 12 sites in Spain in May 2019. Sixty of the 120 received a placebo.\n\n",
    "digits": "1234567890",
    "brackets": "[(" * 5,
    "table cells": "| 12 patients | phase 2 |\n",
}


def _tasks(environment: Path, corpus: Path, front: Path, *, schema: Path) -> Iterable[Task]:
    python, checker = str(environment / "python"), str(environment / "checker")
    ours = (checker, "check", str(corpus / "articles"), "--fail-on", "never", "--today", "2026-06-01", "-q")
    cache = corpus / ".cache"
    rumdl = (str(environment / "rumdl"), "check", str(corpus / "articles"), "--silent")
    articles = str(corpus / "articles")
    yield Task("bare interpreter", "", (python, "-I", "-c", "pass"))
    yield Task("checker", "first run", (*ours, "--cache-dir", str(cache / "first")), forget=cache / "first")
    yield Task("checker", "unchanged", (*ours, "--cache-dir", str(cache / "kept")), warm=True)
    yield Task("30-line script", "first run", (python, str(HERE / "thirty_lines.py"), str(schema), articles))
    yield Task("rumdl", "first run", (*rumdl, "--no-cache"))
    yield Task("rumdl", "unchanged", (*rumdl, "--cache-dir", str(cache / "rumdl")), warm=True)
    strict = (str(environment / "yamllint"), "-d", "relaxed", str(front))
    yield Task("yamllint", "first run", strict, slow=True)
    each = (str(environment / "check-jsonschema"), "--schemafile", str(schema))
    files = tuple(map(str, sorted(front.rglob("*.yaml"))))
    yield Task("check-jsonschema", "first run", (*each, *files), slow=True)


def _extract(corpus: Path, folder: Path) -> None:
    """The front matter of each article as a file of its own."""
    folder.mkdir()
    for path in sorted(corpus.rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        (folder / f"{path.stem}.yaml").write_text(text[4 : text.index("\n---\n", 3) + 1], encoding="utf-8")


def _settle(corpus: Path) -> None:
    """Files as old as those of a real checkout: a cache has to look twice at those that have only just been written."""
    past = time.time() - 3600
    for path in corpus.rglob("*"):
        os.utime(path, (past, past))


def _schema(place: Path) -> Path:
    """The two schemas as one document, for tools that resolve no reference to another file."""
    article, trial = (
        json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
        for name in ("article", "trial")
    )
    article["$defs"]["trial"] = trial
    path = place / "bundled.schema.json"
    path.write_text(json.dumps(article), encoding="utf-8")
    return path


def _run(task: Task, folder: Path) -> Spent:
    """Run a command to its end, and say what it took; a command that could not do its work stops everything."""
    if task.forget is not None:
        shutil.rmtree(task.forget, ignore_errors=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    with tempfile.TemporaryFile() as said:
        begun = time.perf_counter()
        process = subprocess.Popen(task.command, cwd=folder, env=kept, stdout=subprocess.DEVNULL, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            said.seek(0)
            sys.exit(f"{task.tool} ({process.returncode}): {said.read().decode(errors='replace')[-2000:]}")
    return Spent(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _document(
    environment: Path,
    measured: dict[int, dict[tuple[str, str], list[Spent]]],
    longer: dict[str, list[float]],
    kibibytes: tuple[int, int],
) -> Iterable[str]:
    yield "# What the checker costs, beside its peers\n"
    yield "<!-- Written by benchmarks/compare.py. -->\n"
    versions = ", ".join(_versions(environment))
    yield (
        f"Measured on {date.today().isoformat()}: {platform.system()}, {len(os.sched_getaffinity(0))} processors, "
        f"Python {platform.python_version()}; {versions}.\n"
    )
    yield (
        "Medians of several rounds; in a round all commands run in turn on the same generated articles (some 900 "
        "words, some 60 lines of front matter, one to four trials). A ratio is the median of the ratios of each round. "
        "Memory is that of the largest process. What takes minutes, yamllint and check-jsonschema on many articles, "
        "runs once. Only the checker reads both front matter and prose; rumdl reads "
        "Markdown, the others the front matter alone.\n"
    )
    for number, spent in measured.items():
        yield from _table(number, spent)
    if len(measured) > 2:
        yield from _growth(measured)
    yield "## One long article\n"
    yield (
        f"Processor time of an article of {kibibytes[1]} KiB over that of one of {kibibytes[0]} KiB of the same stuff, "
        f"whole processes; in proportion it would be {kibibytes[1] / kibibytes[0]:.0f} times.\n"
    )
    yield "| stuff | times |\n|---|--:|"
    for name, ratios in longer.items():
        yield f"| {name} | {statistics.median(ratios):.1f} |"


def _table(number: int, spent: dict[tuple[str, str], list[Spent]]) -> Iterable[str]:
    bare, script = spent["bare interpreter", ""], spent["30-line script", "first run"]
    rounds = len(bare)
    yield f"## {number:,} article{'s' * (number > 1)}, {rounds} round{'s' * (rounds > 1)}\n"
    yield "| | | ms | × bare interpreter | × 30-line script | processor ms | MiB |\n|---|---|--:|--:|--:|--:|--:|"
    for (tool, state), runs in spent.items():
        wall, cpu, memory = (statistics.median(column) for column in zip(*runs, strict=True))
        yield (
            f"| {tool} | {state} | {wall * 1000:,.0f} | {_ratio(runs, bare):,.2f} | {_ratio(runs, script):,.2f} "
            f"| {cpu * 1000:,.0f} | {memory:,.0f} |"
        )
    yield ""


def _growth(measured: dict[int, dict[tuple[str, str], list[Spent]]]) -> Iterable[str]:
    *_, few, many = sorted(measured)
    yield f"## Growth from {few:,} to {many:,} articles\n"
    yield "| | | time | memory |\n|---|---|--:|--:|"
    for key in measured[few]:
        if key[1]:
            before, after = measured[few][key], measured[many][key]
            time_, memory = (
                statistics.median(getattr(run, part) for run in after)
                / statistics.median(getattr(run, part) for run in before)
                for part in ("wall", "memory")
            )
            yield f"| {key[0]} | {key[1]} | {time_:.1f} × | {memory:.2f} × |"
    yield ""


def _ratio(runs: list[Spent], others: list[Spent]) -> float:
    return statistics.median(run.wall / other.wall for run, other in zip(runs, others, strict=False))


def _versions(environment: Path) -> Iterable[str]:
    listed = subprocess.run(
        [str(environment / "python"), "-m", "pip", "list", "--format=json", "--disable-pip-version-check"],
        check=True,
        capture_output=True,
    )
    installed = {each["name"].lower(): each["version"] for each in json.loads(listed.stdout)}
    for name in ("trial-checker", "rumdl", "yamllint", "check-jsonschema", "PyYAML", "jsonschema"):
        yield f"{name} {installed[name.lower()]}"


if __name__ == "__main__":
    main()
