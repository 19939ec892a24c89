"""Settings, hook and CI workflow for a repository that has none."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from checker import __version__
from checker.files import write_file

if TYPE_CHECKING:
    from collections.abc import Iterator

SETTINGS = '''# How this site checks its articles. `checker schema --settings` explains every key.
publication = "{publication}"
include = ["articles/**/*.md"]
fail-on = "error"

[drafts.levels]
disclaimer = "note"

[[disclaimer]]
id = "medical-advice"
types = ["*"]
position = "end"
text = """{{publication}} publishes news and information about diseases and the research into them. \\
It does not give medical advice, make a diagnosis or offer treatment. What you read here is no substitute \\
for the advice, diagnosis or treatment of a professional. Ask your doctor or another qualified health \\
professional about any question you have on a medical condition, and never disregard what they advise, \\
or delay asking them, because of something you have read here."""
'''

HOOK = """# Runs before each commit: pip install pre-commit trial-checker && pre-commit install
repos:
  - repo: local
    hooks:
      - id: checker
        name: checker
        entry: checker check
        language: system
        pass_filenames: false
        types: [markdown]
"""

WORKFLOW = """name: checker
on: [push, pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: pip install "trial-checker=={version}"
      - run: checker check --output-format github
"""

ARTICLE = """---
title: What this site does
slug: what-this-site-does
description: A first article, to be replaced.
type: explainer
date: {today}
authors: [The editors]
---

This site reports on clinical trials.

{disclaimer}
"""


class ScaffoldProblem(Exception):
    """What was asked would overwrite somebody's work; the message names it."""


def write_scaffold(folder: str) -> Iterator[str]:
    """Write what a repository lacks, and say of each file what became of it. What is there stays as it is.

    Raises ScaffoldProblem where the folder cannot be written to.
    """
    if not os.path.isdir(folder):
        raise ScaffoldProblem(f"{folder} is no folder.")
    publication = os.path.basename(os.path.abspath(folder)).replace("-", " ").replace('"', "").title() or "Our Site"
    files = {
        "checker.toml": SETTINGS.format(publication=publication),
        ".pre-commit-config.yaml": HOOK,
        ".github/workflows/checker.yml": WORKFLOW.format(version=__version__),
    }
    if not os.path.isdir(os.path.join(folder, "articles")):
        files["articles/what-this-site-does.md"] = _article(files["checker.toml"])
    for name, text in files.items():
        path = os.path.join(folder, name)
        if os.path.lexists(path) or (name == "checker.toml" and _has_table(folder)):
            yield f"kept     {name} (it was there)"
            continue
        try:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            write_file(path, text.encode())
        except OSError as error:
            raise ScaffoldProblem(f"{name} could not be written: {error.strerror}.") from None
        yield f"written  {name}"


def _article(settings: str) -> str:
    import tomllib
    from datetime import date

    raw = tomllib.loads(settings)
    disclaimer = raw["disclaimer"][0]["text"].replace("{publication}", raw["publication"])
    return ARTICLE.format(today=date.today().isoformat(), disclaimer=disclaimer)


def _has_table(folder: str) -> bool:
    from checker.config import find_settings

    found = find_settings(folder)
    return found is not None and os.path.samefile(found.folder, folder)
