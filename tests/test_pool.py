"""Work in several processes: the same results in the same order, whatever becomes of a process."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checker import pool
from checker.examine import TimeUp, at_most
from newsroom import ROOT, article, check, rules_of, spawn, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def lost(task: int, what: str) -> str:
    return f"{task} {what}"


def spread(function: Callable[[int], str], tasks: range, *, jobs: int, seconds: float = 10) -> Iterator[str]:
    return pool.spread(function, tasks, jobs=jobs, seconds=seconds, lost=lost, interruption=pool.Interruption())


def doubled(task: int) -> str:
    return f"{task} {2 * task}"


def dying(task: int) -> str:
    if task == 11:
        os._exit(7)
    if task == 23:
        os.kill(os.getpid(), signal.SIGKILL)
    return doubled(task)


def hanging(task: int) -> str:
    if task == 5:
        time.sleep(60)
    return doubled(task)


@pytest.mark.parametrize("jobs", [1, 2, 8])
def test_results_come_in_the_order_of_the_tasks(jobs: int) -> None:
    results = spread(doubled, range(100), jobs=jobs)

    assert [doubled(task) for task in range(100)] == list(results)


@pytest.mark.parametrize("jobs", [1, 2, 8])
def test_a_process_that_dies_costs_its_own_task_alone(jobs: int) -> None:
    results = list(spread(dying, range(40), jobs=jobs))

    expected = [doubled(task) for task in range(40)]
    expected[11], expected[23] = "11 ended with code 7", "23 was ended by signal 9"
    assert expected == results


def test_a_process_that_hangs_costs_its_own_task_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "GRACE", 0.2)

    results = list(spread(hanging, range(12), jobs=2, seconds=0.1))

    assert "5 gave no answer within 1 seconds" == results[5]
    assert [doubled(task) for task in range(12) if task != 5] == results[:5] + results[6:]


def slow(task: int) -> str:
    time.sleep(0.05)
    return doubled(task)


def stopping(task: int) -> str:
    if task == 5:
        os.kill(os.getpid(), signal.SIGSTOP)
    return doubled(task)


@pytest.mark.skipif(not hasattr(os, "waitid"), reason="this system does not tell that a process is stopped")
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_process_that_somebody_stops_goes_on(jobs: int) -> None:
    begun = time.monotonic()

    results = list(spread(stopping, range(12), jobs=jobs, seconds=3))

    assert [doubled(task) for task in range(12)] == results
    assert time.monotonic() - begun < 3 * pool.PATIENCE


def test_time_in_which_the_first_process_was_stopped_itself_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "GRACE", 0.2)
    real = time.monotonic
    monkeypatch.setattr(pool, "monotonic", lambda: 1000 * real())  # As if it slept between any two steps.

    results = spread(slow, range(12), jobs=2, seconds=1)

    assert [doubled(task) for task in range(12)] == list(results)


def test_all_processes_end_with_the_iterator() -> None:
    from multiprocessing import active_children

    results = spread(doubled, range(1000), jobs=3)
    next(results)

    results.close()  # type: ignore[attr-defined]

    assert [] == active_children()


def test_a_system_that_starts_no_process_gets_its_work_done(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: object) -> None:
        raise OSError

    monkeypatch.setattr(pool._Crew, "_started", refuse)

    results = spread(doubled, range(9), jobs=2)

    assert [doubled(task) for task in range(9)] == list(results)


def test_work_in_several_processes_opens_no_socket() -> None:
    code = (
        "import sys; from checker import pool\n"
        "def deny(event, arguments):\n"
        "    assert not event.startswith('socket.'), event\n"
        "sys.addaudithook(deny)\n"
        "found = pool.spread(abs, range(100), jobs=2, seconds=10, lost=None, interruption=pool.Interruption())\n"
        "found = list(found)\n"
        "assert found == list(range(100)), found\n"
    )

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)

    assert (0, "") == (done.returncode, done.stderr)


@pytest.mark.parametrize(("asked", "expected"), [(None, 2), (1, 1), (3, 3), (256, 4)])
def test_a_core_has_two_processes_at_most(asked: int | None, expected: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "usable_cores", lambda: 2)

    assert expected == pool.processes(asked)


def test_a_process_has_work_that_is_worth_its_start(monkeypatch: pytest.MonkeyPatch) -> None:
    crews = []
    monkeypatch.setattr(pool, "spread", lambda function, tasks, *, jobs, **_: crews.append(jobs) or iter(tasks))

    list(pool.mapped(slow, range(40), jobs=100, seconds=10, lost=lost, interruption=pool.Interruption()))

    assert 2 <= crews[0] < 35


def test_few_tasks_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "spread", None)

    results = pool.mapped(doubled, range(500), jobs=8, seconds=10, lost=lost, interruption=pool.Interruption())

    assert [doubled(task) for task in range(500)] == list(results)


def forever() -> None:
    with at_most(0.05):
        while True:
            pass


def test_what_takes_too_long_is_ended() -> None:
    with pytest.raises(TimeUp):
        forever()


def test_what_waits_for_its_turn_has_not_taken_its_time() -> None:
    with at_most(0.05):
        time.sleep(0.3)


def test_what_was_in_time_is_left_alone_afterwards() -> None:
    with at_most(0.05):
        pass

    end = time.process_time() + 0.2
    while time.process_time() < end:
        pass


# The whole tool


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pool, "PAYS", 0.0)
    write(tmp_path, **{f"r{n:02}": article("A miracle." * (n % 3), slug=f"s{n % 20}") for n in range(30)})
    return tmp_path


def test_jobs_do_not_change_a_byte(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers = [check(capsys, "--no-cache", "--jobs", jobs) for jobs in ("1", "2", "8")]

    assert answers[0] == answers[1] == answers[2]
    assert "repeated-slug" in rules_of(answers[0][1])


def test_an_article_whose_process_dies_is_an_internal_error_of_its_own(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, sound = check(capsys, "--jobs", "1", "--no-cache")
    parent = os.getpid()
    from checker.engine import article as engine

    real = engine.check_article

    def deadly(path: str, *given: object, **named: object) -> object:
        if path.endswith("r17.md") and os.getpid() != parent:
            os._exit(9)
        return real(path, *given, **named)  # type: ignore[arg-type]

    import checker.engine

    monkeypatch.setattr(checker.engine, "check_article", deadly, raising=False)
    code, answer = check(capsys, "--jobs", "2")

    assert 3 == code
    assert [("articles/r17.md", "internal-error")] == [
        (each["path"], each["rule"]) for each in answer["diagnostics"] if each["rule"] == "internal-error"
    ]
    rest = [each for each in sound["diagnostics"] if each["path"] != "articles/r17.md"]
    kept = [each for each in answer["diagnostics"] if each["path"] != "articles/r17.md"]
    assert len([each for each in rest if each["rule"] != "repeated-slug"]) == len(
        [each for each in kept if each["rule"] != "repeated-slug"]
    )
    assert 30 == answer["summary"]["found"] == answer["summary"]["checked"]


def test_an_article_that_takes_too_long_is_an_internal_error_and_the_run_goes_on(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from checker import rules

    def hang(article: object) -> object:
        while article.path.endswith("r03.md"):  # type: ignore[attr-defined]
            pass
        return iter(())

    slow = rules.load("overclaim")._replace(check=hang)  # type: ignore[arg-type]
    real = rules.load
    monkeypatch.setattr("checker.engine.levels.load", lambda name: slow if name == "overclaim" else real(name))
    with (here / "checker.toml").open("a") as file:
        file.write("[limits]\nseconds = 1\n")

    code, answer = check(capsys, "--jobs", "1")

    assert 3 == code
    assert ["articles/r03.md"] == [each["path"] for each in answer["diagnostics"] if each["rule"] == "internal-error"]
    assert 30 == answer["summary"]["checked"]


@pytest.fixture
def at_work(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A run over many articles, in a session of its own, whose processes have begun to work."""
    text = ("A miracle of a sentence. " * 40 + "\n\n") * 10
    write(tmp_path, **{f"r{n:04}": article(text, slug=f"r{n:04}") for n in range(1500)})
    command = (
        sys.executable,
        "-m",
        "checker",
        "check",
        "--jobs",
        "2",
        "--today",
        "2026-06-01",
        "--output-format",
        "json",
    )
    with subprocess.Popen(
        command,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        if not children.exists():
            process.kill()
            pytest.skip("this system does not tell a process's children")
        while process.poll() is None and not children.read_text().split():
            time.sleep(0.05)
        time.sleep(0.5)
        yield process
        if process.poll() is None:
            process.kill()


@pytest.mark.slow
def test_an_interrupted_run_tells_what_it_knows(at_work: subprocess.Popen[bytes]) -> None:
    os.killpg(at_work.pid, signal.SIGINT)
    out, err = at_work.communicate(timeout=60)

    summary = json.loads(out)["summary"]
    assert 130 == at_work.returncode
    assert b"Interrupted: " in err
    assert b"Traceback" not in err
    assert 1500 == summary["found"] == summary["checked"] + summary["skipped"]
    assert 0 < summary["checked"] < 1500


def press(*given: object) -> None:
    signal.raise_signal(signal.SIGINT)


def until_interrupted(results: Callable[[pool.Interruption], Iterator[str]], *, each: Callable[[], None]) -> list[str]:
    """The results that were taken before Ctrl-C was met."""
    taken: list[str] = []
    try:
        with pool.Interruption() as interruption:
            for result in results(interruption):
                each()
                taken.append(result)
    except KeyboardInterrupt:
        return taken
    raise AssertionError("Nobody met the interruption.")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_interruption_that_python_drops_is_met_before_the_next_task() -> None:
    class Freed:
        __del__ = press

    def freeing(task: int) -> str:
        if task == 3:
            Freed()
        return doubled(task)

    taken = until_interrupted(
        lambda it: pool.mapped(freeing, range(9), jobs=1, seconds=10, lost=lost, interruption=it), each=lambda: None
    )

    assert [doubled(task) for task in range(3)] == taken


def test_an_interruption_breaks_a_task_off() -> None:
    def pressing(task: int) -> str:
        press()
        raise AssertionError

    with pytest.raises(KeyboardInterrupt), pool.Interruption() as interruption:
        list(pool.mapped(pressing, range(9), jobs=1, seconds=10, lost=lost, interruption=interruption))


def test_an_interruption_waits_until_a_result_is_taken() -> None:
    taken = until_interrupted(
        lambda it: pool.spread(doubled, range(99), jobs=2, seconds=10, lost=lost, interruption=it), each=press
    )

    assert [doubled(0)] == taken


def test_an_interruption_in_the_last_moment_is_not_forgotten() -> None:
    with pytest.raises(KeyboardInterrupt), pool.Interruption():
        press()


def test_ctrl_c_is_given_back() -> None:
    with pool.Interruption():
        assert signal.default_int_handler is not signal.getsignal(signal.SIGINT)

    assert signal.default_int_handler is signal.getsignal(signal.SIGINT)


def test_who_ignores_ctrl_c_goes_on_to() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with pool.Interruption():
            press()
    finally:
        signal.signal(signal.SIGINT, before)


def test_a_second_interruption_ends_at_once() -> None:
    code = (
        "import signal; from checker import pool\n"
        "with pool.Interruption():\n"
        "    signal.raise_signal(signal.SIGINT)\n"
        "    signal.raise_signal(signal.SIGINT)\n"
        "    print('still here')\n"
    )

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)

    assert (130, "", "") == (done.returncode, done.stdout, done.stderr)


@pytest.mark.slow
def test_processes_end_when_the_first_one_is_killed(at_work: subprocess.Popen[bytes]) -> None:
    at_work.kill()
    at_work.wait()

    until = time.monotonic() + 20
    while _lives(at_work.pid) and time.monotonic() < until:
        time.sleep(0.1)
    assert not _lives(at_work.pid)


def _lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("given", ["0", "-1", "many", "9999"])
def test_a_number_of_jobs_that_is_none_exits_with_2(tmp_path: Path, given: str) -> None:
    write(tmp_path, one=article())

    done = spawn(tmp_path, "check", f"--jobs={given}")

    assert 2 == done.returncode
    assert b"is no number of processes" in done.stderr
