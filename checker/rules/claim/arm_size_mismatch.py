"""The prose gives an arm, or the number of arms, another size than the record."""

from __future__ import annotations

from checker.rules.claim._contradictions import rule

severity = "error"
fixable = "unsafe"

check = rule("arm_size", "arms", slips_of="arms")
