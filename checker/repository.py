"""What git knows of the articles: which have changed, and how they were."""

from __future__ import annotations

import os

SAFE = ("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")
"""What keeps git from running a program that the settings of a repository name."""


class RepositoryProblem(Exception):
    """Git could not answer; the message is for the person who asked."""


def repository_root(folder: str) -> str:
    """The folder of the repository that a folder is in; the folder itself where it is in none. Git is not asked."""
    here = folder
    while not os.path.lexists(os.path.join(here, ".git")):
        parent = os.path.dirname(here)
        if parent == here:
            return folder
        here = parent
    return here


def changed_files(folder: str, base: str | None) -> tuple[str, frozenset[str]]:
    """The commit that counts as the state before, and the absolute paths of what differs from it or is untracked.

    `base` names a branch or commit: what counts is where the work tree's branch left it. None means the last commit.
    """
    root = _git(folder, "rev-parse", "--show-toplevel").strip()
    if base is None:
        before = _git(folder, "rev-parse", "--verify", "--quiet", "HEAD", missing="").strip()
    else:
        if base.startswith("-"):
            raise RepositoryProblem(f'"{base}" names no commit.')
        before = _git(folder, "merge-base", base, "HEAD").strip()
    listed = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    if before:
        listed += _git(root, "diff", "--no-ext-diff", "--name-only", "-z", "--diff-filter=d", before, "--")
    else:
        listed += _git(root, "ls-files", "-z")
    return before, frozenset(os.path.realpath(os.path.join(root, name)) for name in listed.split("\0") if name)


def committed_text(path: str, commit: str) -> str | None:
    """A file's text in a commit; None where it was not there, or was no UTF-8."""
    if not commit:
        return None
    folder, name = os.path.split(os.path.realpath(path))
    try:
        return _git(folder, "show", "--no-ext-diff", "--no-textconv", f"{commit}:./{name}", errors="strict")
    except (RepositoryProblem, UnicodeDecodeError):
        return None


def _git(folder: str, *arguments: str, missing: str | None = None, errors: str = "surrogateescape") -> str:
    from subprocess import run

    try:
        done = run(("git", *SAFE, *arguments), cwd=folder, capture_output=True, check=False)
    except OSError as error:
        raise RepositoryProblem(f"git could not be run: {error.strerror}.") from None
    if done.returncode != 0:
        if missing is not None:
            return missing
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise RepositoryProblem(f"git: {said[0] if said else 'no answer'}")
    return done.stdout.decode("utf-8", errors)
