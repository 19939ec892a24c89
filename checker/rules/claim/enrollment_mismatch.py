"""The prose counts other people of a trial than its record does."""

from __future__ import annotations

from checker.rules.claim._contradictions import rule

severity = "error"
fixable = "unsafe"

check = rule("enrollment", slips_of="enrollment")
