"""The prose says that a trial is blinded in another way than its record does."""

from __future__ import annotations

from checker.rules.claim._contradictions import rule

severity = "error"
fixable = "unsafe"

check = rule("masking")
