"""What goes wrong on a machine: processes killed, disks full, files that vanish. No article is lost or miscounted."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

import checker.engine
import checker.examine
from checker.files import write_file
from newsroom import ROOT, article, check, rules_of, spawn, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KILLS = int(os.environ.get("CHECKER_KILLS", "25"))
"""How often a run is killed; CHECKER_KILLS=500 for a thorough look."""

NO_BYTECODE = {"PYTHONDONTWRITEBYTECODE": "1"}
"""On a full disk Python itself would leave bytecode that is cut short."""

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), **NO_BYTECODE}

TODAY = ("--today", "2026-06-01")
WRONG = "See nct03211793 for more.\n\n" + "A plain sentence about nothing much. " * 30


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A newsroom with articles that a safe fix changes, each in one place."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "own"))
    write(tmp_path, **{f"r{n:02}": article(WRONG, slug=f"r{n:02}") for n in range(12)})
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder / "articles").iterdir())}


def adds_up(answer: dict[str, Any]) -> bool:
    summary = answer["summary"]
    return bool(summary["found"] == summary["checked"] + summary["skipped"] + summary["excluded"])


@pytest.mark.slow
def test_a_fix_and_a_cache_killed_at_any_instant_leave_the_old_or_the_new(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = contents(here)
    command = (sys.executable, "-m", "checker", "check", "--fix", "--jobs", "2", *TODAY)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}  # Or bytecode is cut short.
    begun = time.monotonic()
    subprocess.run(command, cwd=here, env=environment, capture_output=True, check=False)
    whole_run = time.monotonic() - begun
    new = contents(here)
    assert all(old[name] != new[name] for name in old)
    _, expected = check(capsys, "--no-cache")
    chance = random.Random(os.environ.get("CHECKER_SEED", "1"))
    hurt = 0

    for _ in range(KILLS):
        for name, data in old.items():
            (here / "articles" / name).write_bytes(data)
        with subprocess.Popen(
            command, cwd=here, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            time.sleep(chance.uniform(0.3, 1.1) * whole_run)
            process.send_signal(signal.SIGKILL)
            process.wait()
        found = contents(here)
        assert all(found.pop(name) in (old[name], new[name]) for name in old)
        assert all(name.endswith(".tmp") for name in found)
        hurt += process.returncode < 0

    for name, data in new.items():
        (here / "articles" / name).write_bytes(data)
    for _ in range(2):
        _, answer = check(capsys)
        answer["summary"]["cached"] = 0
        assert expected == answer
    assert hurt


def test_a_full_disk_leaves_articles_as_they_were_and_is_told_of(here: Path) -> None:
    old = contents(here)

    done = spawn(here, "check", "--fix", *TODAY, preexec_fn=lambda: _limit(200), env=NO_BYTECODE)

    assert 2 == done.returncode
    assert 12 == done.stderr.count(b"could not be written")
    assert old == contents(here)


def test_a_full_disk_keeps_nothing_and_changes_no_answer(here: Path) -> None:
    fresh = spawn(here, "check", "--no-cache", *TODAY)

    full = [spawn(here, "check", *TODAY, preexec_fn=lambda: _limit(100), env=NO_BYTECODE) for _ in range(2)]

    assert [(fresh.returncode, fresh.stdout, b"")] * 2 == [(each.returncode, each.stdout, each.stderr) for each in full]
    assert [".gitignore"] == os.listdir(here / ".checker_cache")


def _limit(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.skipif(os.geteuid() == 0, reason="who may do all may write everywhere")
def test_a_folder_that_must_not_be_written_to_is_told_of(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = contents(here)
    (here / "articles").chmod(0o500)
    here.chmod(0o500)

    code, answer = check(capsys, "--fix")

    here.chmod(0o700)
    (here / "articles").chmod(0o700)
    assert 2 == code
    assert adds_up(answer)
    assert old == contents(here)


@pytest.mark.skipif(os.geteuid() != 0, reason="only who may do all may give a file away")
def test_a_fixed_article_stays_whose_it_was(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = here / "articles" / "r00.md"
    path.chmod(0o640)
    os.chown(path, 12345, 12346)
    before = path.read_bytes()

    check(capsys, "--fix")

    status = path.stat()
    assert before != path.read_bytes()
    assert (0o100640, 12345, 12346) == (status.st_mode, status.st_uid, status.st_gid)


def test_a_write_that_is_refused_is_told_of(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    old = contents(here)

    def refuse(*given: object, **named: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(checker.examine, "write_file", refuse)
    from checker.cli import main

    code = main(["check", "--fix", *TODAY])

    assert 2 == code
    assert 12 == capsys.readouterr().err.count("could not be written: Permission denied.")
    assert old == contents(here)


def during(monkeypatch: pytest.MonkeyPatch, happens: Callable[[], None]) -> None:
    """Let something happen while the first article is being checked."""
    real = checker.engine.check_article
    open_still = [happens]

    def checked(*given: Any, **named: Any) -> Any:
        if open_still:
            open_still.pop()()
        return real(*given, **named)

    monkeypatch.setattr(checker.engine, "check_article", checked, raising=False)


def test_files_that_vanish_during_the_run_are_told_of_and_counted(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    during(monkeypatch, lambda: [(here / "articles" / f"r{n:02}.md").unlink() for n in (3, 4, 5)] and None)

    _, answer = check(capsys)

    assert adds_up(answer)
    assert (12, 9, 3) == tuple(answer["summary"][name] for name in ("found", "checked", "skipped"))
    assert 3 == rules_of(answer).count("unreadable-file")


def test_files_that_change_during_the_run_are_checked_again_by_the_next(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def change() -> None:
        for n in range(12):
            (here / "articles" / f"r{n:02}.md").write_text(article("A miracle.", slug=f"r{n:02}"))

    with monkeypatch.context() as patch:
        during(patch, change)
        check(capsys)
    _, answer = check(capsys)
    _, fresh = check(capsys, "--no-cache")

    assert 12 == rules_of(fresh).count("overclaim")
    answer["summary"]["cached"] = 0
    assert fresh == answer


def test_an_article_that_changes_while_it_is_fixed_is_left_alone(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = here / "articles" / "r00.md"
    during(monkeypatch, lambda: path.write_text("Somebody else's work."))  # type: ignore[arg-type, return-value]

    check(capsys, "--fix")

    assert "Somebody else's work." == path.read_text()


def test_a_folder_swapped_for_a_link_is_not_written_through(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path_factory: Any
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    old = contents(here)
    for name, data in old.items():
        (outside / name).write_bytes(data)

    def swap() -> None:
        (here / "articles").rename(here / "moved")
        (here / "articles").symlink_to(outside)

    during(monkeypatch, swap)
    _, answer = check(capsys, "--fix")

    assert adds_up(answer)
    assert old == {path.name: path.read_bytes() for path in sorted((here / "moved").iterdir())}
    assert old == {path.name: path.read_bytes() for path in sorted(outside.iterdir())}


def unlisted(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let a folder be one that must not be listed, also for who may do all."""
    real = {name: getattr(os, name) for name in ("scandir", "listdir")}

    def refusing(name: str) -> Callable[..., Any]:
        def called(path: Any = ".") -> Any:
            if os.fspath(path) == str(folder):
                raise PermissionError(13, "Permission denied")
            return real[name](path)

        return called

    for name in real:
        monkeypatch.setattr(os, name, refusing(name))


@pytest.mark.parametrize("named", [(), ("articles",)])
@pytest.mark.parametrize("settings", ["", 'include = ["articles/**/*.md"]\n'])
def test_a_folder_that_cannot_be_listed_is_told_of(
    here: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    settings: str,
    named: tuple[str, ...],
) -> None:
    (here / "checker.toml").write_text(settings + (here / "checker.toml").read_text())
    (here / "articles" / "closed").mkdir()
    unlisted(monkeypatch, here / "articles" / "closed")

    code, answer = check(capsys, *named)

    assert 1 == code
    assert adds_up(answer)
    assert 12 == answer["summary"]["checked"]
    assert ["articles/closed"] == [each["path"] for each in answer["diagnostics"] if each["rule"] == "unreadable-file"]


def test_a_cache_that_cannot_be_listed_changes_no_answer(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = check(capsys, "--no-cache")
    (here / ".checker_cache").mkdir()
    unlisted(monkeypatch, here / ".checker_cache")

    assert expected == check(capsys)


def test_a_report_is_written_to_a_device_and_not_in_its_place(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    check(capsys, "--no-cache")
    import pty
    import tty

    ours, device = pty.openpty()
    tty.setraw(device)
    path = os.ttyname(device)

    done = spawn(here, "check", *TODAY, "--output-format", "concise", "--output-file", path, env={"COLUMNS": "80"})

    assert (1, b"") == (done.returncode, done.stderr)
    assert os.read(ours, 30).startswith(b"articles/r00.md:8:5: ")
    assert os.isatty(device)
    os.close(ours)
    os.close(device)


def test_a_report_is_written_to_what_a_name_of_an_open_file_stands_for(here: Path) -> None:
    done = spawn(here, "check", *TODAY, "--output-format", "concise", "--output-file", "/dev/stdout")

    assert (1, b"") == (done.returncode, done.stderr)
    assert done.stdout.startswith(b"articles/r00.md:8:5: ")


def test_an_article_that_has_become_a_pipe_is_not_written_to(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")

    with pytest.raises(OSError, match="is a pipe by now"):
        write_file(str(tmp_path / "a.md"), b"new", expected=b"old")


def test_a_summary_that_cannot_be_written_is_told_of(here: Path) -> None:
    done = spawn(here, "check", *TODAY, "--output-format", "github", env={"GITHUB_STEP_SUMMARY": str(here)})

    assert 2 == done.returncode
    assert b"could not be written: Is a directory." in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no disk that is always full")
@pytest.mark.parametrize("arguments", [("check", "--no-cache"), ("check",), ("claims",), ("rules",)])
def test_an_answer_that_finds_no_room_is_told_of(here: Path, arguments: tuple[str, ...]) -> None:
    spawn(here, *arguments)

    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "checker", *arguments]
        done = subprocess.run(command, cwd=here, env=ENVIRONMENT, stdout=full, stderr=subprocess.PIPE, check=False)

    assert (2, b"checker: Not all of the answer could be written: No space left on device.\n") == (
        done.returncode,
        done.stderr,
    )


@pytest.mark.parametrize("closed", [(0,), (1,), (2,), (1, 2), (0, 1, 2)])
def test_closed_streams_change_no_exit_code(here: Path, closed: tuple[int, ...]) -> None:
    def close() -> None:
        for number in closed:
            os.close(number)

    fine = spawn(here, "check", "--no-cache", "--jobs", "2", *TODAY)
    wrong = spawn(here, "check", "nothing")

    done = [
        spawn(here, "check", "--no-cache", "--jobs", "2", *TODAY, preexec_fn=close),
        spawn(here, "check", "nothing", preexec_fn=close),
    ]

    assert [(1, b"" if 1 in closed else fine.stdout, b""), (2, b"", b"" if 2 in closed else wrong.stderr)] == [
        (each.returncode, each.stdout, each.stderr) for each in done
    ]


@pytest.mark.parametrize("arguments", [("check",), ("check", "--output-format", "json", ".."), ("claims",), ("clean",)])
def test_a_current_folder_that_is_gone_is_told_of(here: Path, arguments: tuple[str, ...]) -> None:
    folder = here / "gone"
    folder.mkdir()

    done = spawn(folder, *arguments, preexec_fn=folder.rmdir)

    assert (2, b"", b"checker: The current folder cannot be found: No such file or directory.\n") == (
        done.returncode,
        done.stdout,
        done.stderr,
    )


def test_questions_about_the_tool_need_no_current_folder(here: Path) -> None:
    folder = here / "gone"
    folder.mkdir()

    done = spawn(folder, "explain", "overclaim", preexec_fn=folder.rmdir)

    assert (0, b"") == (done.returncode, done.stderr)


def test_standard_input_that_cannot_be_read_is_told_of(here: Path) -> None:
    with open(os.devnull, "wb") as unread:
        done = subprocess.run(
            [sys.executable, "-m", "checker", "check", "--stdin-filename", "articles/a.md", "-"],
            cwd=here,
            env=ENVIRONMENT,
            stdin=unread,
            capture_output=True,
            check=False,
        )

    assert (2, b"checker: Standard input could not be read: Bad file descriptor.\n") == (done.returncode, done.stderr)


def test_two_runs_at_once_change_no_answer(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, expected = check(capsys, "--no-cache")
    command = (sys.executable, "-m", "checker", "check", "--output-format", "json", *TODAY)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}  # Or bytecode is cut short.

    for _ in range(2):
        runs = [subprocess.Popen(command, cwd=here, env=environment, stdout=subprocess.PIPE) for _ in range(4)]
        answers = [run.communicate()[0] for run in runs]

        import json

        for found in map(json.loads, answers):
            found["summary"]["cached"] = 0
            assert expected == found
