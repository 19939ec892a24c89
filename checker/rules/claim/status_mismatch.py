"""The prose says of a trial that it is at another stage than its record does."""

from __future__ import annotations

from checker.rules.claim._contradictions import rule

severity = "error"
fixable = "unsafe"

check = rule("status")
