"""A process that is killed at any instant leaves the old snapshot or the new one. `--times N` kills it N times."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from checker.registered import RegistryRecord, Study, Version
from checker.registries import replacing
from checker.registries.keeping import keep
from checker.snapshot import open_snapshot
from newsroom import ROOT, article, write
from registry_server import Server, real_studies

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be killed")

MANY = 60


def records(status: str) -> list[RegistryRecord]:
    """A snapshot whose records all tell of one state."""
    version = Version("2026-06-01", "2026-05-01", "ClinicalTrials.gov", Study(overall_status=status))
    return [RegistryRecord(f"NCT{number:08}", (), (version,)) for number in range(MANY)]


def states(folder: Path, place: str) -> set[tuple[str | None, ...]]:
    """What the snapshot tells of each record, and of all; one state, if it is whole."""
    snapshot = open_snapshot(place, str(folder))
    assert snapshot is not None
    assert MANY == len(list(snapshot.ids()))
    found = {snapshot.said["data_timestamp"]}
    for id in snapshot.ids():
        record = snapshot.find(id)
        assert record is not None
        assert record.newest is not None
        found.add(record.newest.study.overall_status or "")
    return {tuple(found)}


def killed(work: Callable[[], None], after: float) -> None:
    """Do some work in a process, and kill it after so many seconds."""
    process = os.fork()
    if process == 0:
        try:
            work()
        finally:
            os._exit(0)
    time.sleep(after)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)


@pytest.mark.parametrize("place", ["registry", "snapshot.sqlite"])
@pytest.mark.parametrize("exchange", [True, False], ids=["in one step", "in two steps"])
def test_a_snapshot_is_written_as_a_whole(
    tmp_path: Path, place: str, exchange: bool, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not exchange:
        monkeypatch.setattr(replacing, "_exchange", lambda one, other: False)
    where = str(tmp_path / place)
    keep(where, records("OLD"), {"data_timestamp": "OLD"}, {})
    chance = random.Random(17)

    def work() -> None:
        while True:
            for status in ("NEW", "OLD"):
                keep(where, records(status), {"data_timestamp": status}, {})

    for _ in range(request.config.getoption("--times")):
        killed(work, chance.uniform(0.0, 0.08))
        (state,) = states(tmp_path, place)
        assert 1 == len(state), "a mixture"

    keep(where, records("LAST"), {"data_timestamp": "LAST"}, {})
    assert {("LAST",)} == states(tmp_path, place)
    assert [place] == [path.name for path in tmp_path.iterdir()]


def whole(folder: Path) -> dict[str, bytes]:
    """The bytes of every file of a snapshot, but for what names the day."""
    return {path.name: path.read_bytes() for path in sorted((folder / "registry").glob("*.json"))}


@pytest.mark.slow
def test_an_update_killed_at_any_instant_leaves_the_old_snapshot_or_the_new_one(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    studies = real_studies()
    write(tmp_path, report=article(f"Trials {', '.join(studies)}."))
    environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "NO_PROXY": "*"}
    chance = random.Random(17)

    with Server(studies) as server:
        command = [sys.executable, "-m", "checker", "registry", "update", "--today", "2026-06-01"]
        command += ["--base-url", server.url]
        started = time.monotonic()
        subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
        takes = time.monotonic() - started
        old = whole(tmp_path)
        for study in studies.values():
            study["protocolSection"]["statusModule"]["overallStatus"] = "TERMINATED"
        states: list[dict[str, bytes]] = []
        for _ in range(max(3, request.config.getoption("--times") // 8)):
            process = subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=subprocess.DEVNULL)
            time.sleep(chance.uniform(0, takes))
            process.kill()
            process.wait()
            states.append(whole(tmp_path))
        subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
        new = whole(tmp_path)

    for state in states:
        records = {name: data for name, data in state.items() if name.startswith("NCT")}
        assert records in (
            {name: data for name, data in old.items() if name.startswith("NCT")},
            {name: data for name, data in new.items() if name.startswith("NCT")},
        )
    assert old != new
    assert not (tmp_path / ".registry.update").exists()
