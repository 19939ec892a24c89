"""Writes the README's list of rules anew. Usage: python docs/list_rules.py"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from test_readme import rule_list  # noqa: E402

README = ROOT / "README.md"
START, END = "<!-- rules -->\n", "<!-- end of rules -->"

text = README.read_text(encoding="utf-8")
before, rest = text.split(START)
README.write_text(before + START + rule_list() + END + rest.split(END)[1], encoding="utf-8")
