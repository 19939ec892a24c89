"""The prose names another sponsor than the record."""

from __future__ import annotations

from checker.rules.claim._contradictions import rule

severity = "error"
fixable = "unsafe"

check = rule("sponsor")
