"""The prose gives another ratio of randomization than the record."""

from __future__ import annotations

from checker.rules.claim._contradictions import rule

severity = "error"
fixable = "unsafe"

check = rule("randomization_ratio")
