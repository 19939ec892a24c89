"""The prose compares a treatment with something that the record's arms do not have."""

from __future__ import annotations

from checker.rules.claim._contradictions import rule

severity = "error"
fixable = "unsafe"

check = rule("control")
