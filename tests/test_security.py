"""What SECURITY.md promises of a checked repository that means harm; hostile articles are in test_hostile.py."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from newsroom import ROOT, SETTINGS, article, spawn, write

if TYPE_CHECKING:
    from pathlib import Path

TRAP = "import pathlib; pathlib.Path(__file__).with_name('owned').touch()\n"
"""A module that leaves a trace where it was imported."""


@pytest.mark.parametrize("entry", [("-m", "checker"), ("-c", "from checker.__main__ import run; run()")])
def test_no_module_of_a_checked_repository_is_imported(tmp_path: Path, entry: tuple[str, str]) -> None:
    write(tmp_path, report=article("The trial enrolled 20 people."))
    for name in ("yaml", "json", "re2", "pyromark", "jsonschema_rs", "tomllib", "hashlib", "sitecustomize", "conftest"):
        (tmp_path / f"{name}.py").write_text(TRAP, encoding="utf-8")
    safe = ["-P"] if entry[0] == "-c" else []
    command = [sys.executable, *safe, *entry]
    environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}

    done = subprocess.run(
        [*command, "check", "--today", "2026-06-01"], cwd=tmp_path, env=environment, capture_output=True, check=False
    )

    assert not (tmp_path / "owned").exists()
    assert done.returncode in (0, 1), done.stderr


@pytest.mark.parametrize(
    "line",
    ['plugins = ["evil"]', 'rules-from = "evil.py"', '[rules.overclaim]\nimport = "evil"', 'extend = "evil.py"'],
)
def test_settings_load_no_code(tmp_path: Path, line: str) -> None:
    write(tmp_path, report=article("A short report."))
    (tmp_path / "evil.py").write_text(TRAP, encoding="utf-8")
    (tmp_path / "checker.toml").write_text(f"{line}\n", encoding="utf-8")

    done = spawn(tmp_path, "check")

    assert done.returncode == 2
    assert not (tmp_path / "owned").exists()


@pytest.mark.parametrize(
    "line",
    [
        'output-file = "evil.md"',
        'cache-dir = "/tmp/evil"',
        'baseline = "evil.json"',
        '[registry]\nbase-url = "https://evil.example/"',
    ],
)
def test_settings_cannot_say_what_the_command_line_alone_may(tmp_path: Path, line: str) -> None:
    write(tmp_path, report=article("A short report."))
    (tmp_path / "checker.toml").write_text(f"{line}\n", encoding="utf-8")

    done = spawn(tmp_path, "check")

    assert done.returncode == 2
    assert b"There is no setting called" in done.stderr


@pytest.mark.parametrize("level", ["internal-error", "unreadable-file"])
def test_settings_cannot_silence_that_something_was_not_checked(tmp_path: Path, level: str) -> None:
    write(tmp_path, report=article("A short report."))
    (tmp_path / "checker.toml").write_text(f'[levels]\n{level} = "off"\n', encoding="utf-8")

    done = spawn(tmp_path, "check")

    assert done.returncode == 2
    assert b"has no level to set" in done.stderr


def test_a_suppression_does_not_hide_what_could_not_be_read(tmp_path: Path) -> None:
    write(tmp_path, report=article("A short report."))
    broken = b"<!-- checker: ignore-file unreadable-file reason='x' -->\xff"
    (tmp_path / "articles" / "broken.md").write_bytes(broken)

    done = spawn(tmp_path, "check", "--ignore", "unreadable-file")

    assert done.returncode == 1
    assert b"unreadable-file" in done.stdout


@pytest.mark.parametrize("path", ["/dev/zero", "pipe", "../checker.toml/x", "articles"])
@pytest.mark.parametrize("setting", ["[schemas]\narticle", "extend"])
def test_a_file_that_settings_name_is_read_like_any_other(tmp_path: Path, setting: str, path: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    write(tmp_path, report=article("A short report."))
    (tmp_path / "checker.toml").write_text(f'{setting} = "{path}"\n', encoding="utf-8")

    done = spawn(tmp_path, "check")

    assert done.returncode == 2
    assert b"could not be read" in done.stderr


def test_the_text_of_a_file_that_is_no_schema_is_not_told(tmp_path: Path) -> None:
    write(tmp_path, report=article("A short report."))
    (tmp_path / "secret").write_text("token = hunter2\n", encoding="utf-8")
    (tmp_path / "checker.toml").write_text('[schemas]\narticle = "secret"\n', encoding="utf-8")

    done = spawn(tmp_path, "check")

    assert done.returncode == 2
    assert b"hunter2" not in done.stdout + done.stderr


def test_git_runs_no_program_that_a_repository_names(tmp_path: Path) -> None:
    write(tmp_path, report=article("A short report."))
    (tmp_path / ".gitattributes").write_text("*.md diff=evil filter=evil\n", encoding="utf-8")
    for order in (
        ["init", "-q"],
        ["config", "core.fsmonitor", "touch owned"],
        ["config", "diff.evil.textconv", "touch owned; cat"],
        ["config", "diff.evil.command", "touch owned; true"],
        ["config", "diff.external", "touch owned; true"],
    ):
        subprocess.run(["git", *order], cwd=tmp_path, check=True)
    identity = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "core.fsmonitor=false"]
    subprocess.run(["git", *identity, "add", "-A"], cwd=tmp_path, check=True)
    subprocess.run(["git", *identity, "commit", "-qm", "x"], cwd=tmp_path, check=True)
    write(tmp_path, report=article("Another report."))

    done = spawn(tmp_path, "check", "--changed")

    assert done.returncode in (0, 1), done.stderr
    assert not (tmp_path / "owned").exists()


def newsroom_beside(outside: Path, tmp_path: Path) -> Path:
    newsroom = tmp_path / "newsroom"
    newsroom.mkdir()
    write(newsroom, report=article("A short report."))
    outside.write_text(article("The trial is nct03211793."), encoding="utf-8")
    return newsroom


@pytest.mark.parametrize("pattern", ["../**/*.md", "../outside.md", "articles/../../*.md", "{outside}"])
def test_globs_of_settings_reach_nothing_outside(tmp_path: Path, pattern: str) -> None:
    outside = tmp_path / "outside.md"
    newsroom = newsroom_beside(outside, tmp_path)
    include = f'include = ["articles/*.md", "{pattern.format(outside=outside)}"]\n'
    (newsroom / "checker.toml").write_text(include + SETTINGS, encoding="utf-8")
    before = outside.read_bytes()

    done = spawn(newsroom, "check", "--fix", "--unsafe-fixes")

    assert outside.read_bytes() == before
    assert b"Checked 1 article" in done.stdout


def test_fixing_writes_through_no_link_that_leads_out(tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    newsroom = newsroom_beside(outside, tmp_path)
    (newsroom / "articles" / "linked.md").symlink_to(outside)
    before = outside.read_bytes()

    done = spawn(newsroom, "check", "--fix", "--unsafe-fixes")

    assert outside.read_bytes() == before
    assert b"is a link out of" in done.stderr
    assert done.returncode == 2


def test_a_linked_folder_is_walked_only_below_the_one_that_is_checked(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    newsroom = newsroom_beside(tmp_path / "outside" / "one.md", tmp_path)
    inner = newsroom / "articles" / "inner"
    inner.mkdir()
    (inner / "two.md").write_bytes((tmp_path / "outside" / "one.md").read_bytes())
    (newsroom / "articles" / "again").symlink_to(inner)
    alone = spawn(newsroom, "check", "articles", "--isolated", "--output-format", "concise")
    (newsroom / "articles" / "out").symlink_to(tmp_path / "outside")
    (newsroom / "articles" / "all").symlink_to("/")

    done = spawn(newsroom, "check", "articles", "--isolated", "--output-format", "concise")

    told = [line for line in done.stdout.decode().splitlines() if "link to a folder elsewhere" in line]
    assert [line.split(":")[0] for line in told] == ["articles/all", "articles/out"]
    assert b"one.md" not in done.stdout
    assert b"link" not in alone.stdout


def test_an_article_elsewhere_is_fixed_when_it_is_named(tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    newsroom = newsroom_beside(outside, tmp_path)
    before = outside.read_bytes()

    spawn(newsroom, "check", "--fix", "--unsafe-fixes", str(outside))

    assert outside.read_bytes() != before


SCHEMAS = {
    "meta-schema": {"$schema": "{address}", "type": "object"},
    "part of a meta-schema": {"$schema": "{address}#", "type": "object"},
    "meta-schema of a part": {"$defs": {"a": {"$id": "http://x/y", "$schema": "{address}"}}, "$ref": "http://x/y"},
    "reference": {"$ref": "{address}"},
    "reference of a part": {"properties": {"title": {"allOf": [{"$ref": "{address}#/a"}]}}},
    "dynamic reference": {"$dynamicRef": "{address}"},
    "own address": {"$id": "{address}/", "$ref": "other"},
    "vocabulary": {"$vocabulary": {"{address}": True}, "type": "object"},
}
"""Schemas that lead to an address elsewhere."""


@pytest.mark.parametrize("name", ["article", "trial"])
@pytest.mark.parametrize("kind", SCHEMAS)
def test_no_schema_makes_a_check_open_a_connection(tmp_path: Path, kind: str, name: str) -> None:
    write(tmp_path, report=article("A short report.", trials="[{id: 5}]"))
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/schema"
        (tmp_path / "own.json").write_text(json.dumps(SCHEMAS[kind]).replace("{address}", address), encoding="utf-8")
        (tmp_path / "checker.toml").write_text(f'[schemas]\n{name} = "own.json"\n', encoding="utf-8")

        done = spawn(tmp_path, "check")

        with pytest.raises(BlockingIOError):
            server.accept()
    assert done.returncode in (1, 2)
    assert b"Traceback" not in done.stderr


def test_a_diff_commands_no_job(tmp_path: Path) -> None:
    write(tmp_path, report=article("::error::forged\n\nSee nct03211793."))

    plain, in_job = (spawn(tmp_path, "check", "--diff", env=more).stdout for more in ({}, {"GITHUB_ACTIONS": "true"}))

    first, *lines, last = in_job.splitlines(keepends=True)
    assert b" ::error::forged\n" in lines
    assert plain == b"".join(lines)
    assert first.startswith(b"::stop-commands::")
    assert last == first.replace(b"stop-commands::", b"").replace(b"\n", b"::\n")
