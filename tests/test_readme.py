"""What the README says is so."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from checker.rules import families, names
from newsroom import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_lists_every_rule_under_its_family() -> None:
    listed = README.split("<!-- rules -->\n")[1].split("<!-- end of rules -->")[0]

    assert listed == rule_list()


def rule_list() -> str:
    """The README's list of rules, as it has to read."""
    lines = []
    for family in families():
        rules = ", ".join(f"[{name}]({_page(family, name)})" for name, own in names().items() if own == family)
        lines.append(f"- **{family}**: {rules}\n")
    return "".join(lines)


def _page(family: str, name: str) -> str:
    return f"checker/rules/{family}/{name.replace('-', '_')}.md"


def test_every_link_of_the_readme_leads_to_a_file() -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", README)

    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_the_gate_runs_the_test_line_of_the_readme() -> None:
    gate = (ROOT / ".ci" / "run").read_text()

    assert "<!-- test line -->" in gate
    assert README.count("<!-- test line -->\n```sh\n") == 1


@pytest.mark.slow
def test_the_picture_is_what_a_run_shows() -> None:
    sys.path.insert(0, str(ROOT / "docs"))
    from make_picture import PICTURE, picture

    shown = re.sub(r"<[^>]+>", "", PICTURE.read_text(encoding="utf-8"))

    assert shown == re.sub(r"<[^>]+>", "", picture())


def test_the_folders_that_the_newcomer_is_told_of_are_there() -> None:
    told = (ROOT / "CONTRIBUTING.md").read_text() + README

    for path in re.findall(r"`((?:checker|schemas|articles|tests|docs|benchmarks)/[a-z_./]*)`", told):
        assert (ROOT / path).exists(), path


def test_the_module_runs() -> None:
    done = subprocess.run([sys.executable, "-m", "checker", "--version"], cwd=ROOT, capture_output=True, check=True)

    assert done.stdout.startswith(b"checker ")
