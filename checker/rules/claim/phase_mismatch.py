"""The prose gives a trial a phase that its record does not have."""

from __future__ import annotations

from checker.rules.claim._contradictions import rule

severity = "error"
fixable = "unsafe"

check = rule("phase")
