"""The hooks that other repositories use, in a scratch repository."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from newsroom import DISCLAIMER, ROOT, article, write

pytestmark = pytest.mark.slow


def _run(here: Path, *command: str, code: int | None = 0) -> str:
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "PRE_COMMIT_HOME": str(here.parent / "pre-commit"),
        "GIT_AUTHOR_NAME": "Test",
        "GIT_AUTHOR_EMAIL": "test@example.invalid",
        "GIT_COMMITTER_NAME": "Test",
        "GIT_COMMITTER_EMAIL": "test@example.invalid",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "PIP_CONSTRAINT": str(ROOT / "requirements" / "ci.txt"),
    }
    environment.pop("GIT_DIR", None)
    done = subprocess.run(command, cwd=here, capture_output=True, text=True, check=False, env=environment, timeout=600)
    assert code is None or done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """A repository whose hook is this project's own, installed."""
    tool, here = tmp_path / "tool", tmp_path / "newsroom"
    here.mkdir()
    # pre-commit takes a repository's committed state: give it the working tree's.
    files = _run(ROOT, "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    for name in filter(None, files):
        if (ROOT / name).is_file():
            (tool / name).parent.mkdir(parents=True, exist_ok=True)
            (tool / name).write_bytes((ROOT / name).read_bytes())
    _run(tool, "git", "init", "-q", "-b", "main")
    _run(tool, "git", "add", "-A")
    _run(tool, "git", "commit", "-q", "-m", "State")
    _run(here, "git", "init", "-q", "-b", "main")
    commit = _run(tool, "git", "rev-parse", "HEAD").strip()
    config = {"repos": [{"repo": str(tool), "rev": commit, "hooks": [{"id": "checker"}]}]}
    (here / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    _run(here, "pre-commit", "install")
    return here


def test_a_bad_article_is_refused_and_a_good_one_committed(newsroom: Path) -> None:
    write(newsroom, report=article(slug="report", disclaimer=""))
    _run(newsroom, "git", "add", "-A")
    refused = _run(newsroom, "git", "commit", "-m", "Report", code=1)

    _run(newsroom, "pre-commit", "try-repo", str(newsroom.parent / "tool"), "checker-fix", "--all-files", code=None)
    fixed = (newsroom / "articles" / "report.md").read_text()
    _run(newsroom, "git", "add", "-A")
    _run(newsroom, "git", "commit", "-m", "Report")

    assert "disclaimer-missing" in refused
    assert fixed.endswith(f"{DISCLAIMER}\n")
    assert "Report" in _run(newsroom, "git", "log", "--oneline")


def test_our_own_hooks_are_local_and_need_no_repository() -> None:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text())

    assert [repository["repo"] for repository in config["repos"]] == ["local"]


def test_the_hooks_offered_check_the_whole_corpus_at_once() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())

    assert [hook["id"] for hook in hooks] == ["checker", "checker-fix"]
    assert [hook["pass_filenames"] for hook in hooks] == [False, False]


def test_versions_that_are_pinned_in_two_places_agree() -> None:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text())
    pinned = (ROOT / "requirements" / "ci.txt").read_text().lower().replace("_", "-").splitlines()

    for hook in config["repos"][0]["hooks"]:
        for requirement in hook.get("additional_dependencies", ()):
            assert requirement.lower().replace("_", "-") in pinned
