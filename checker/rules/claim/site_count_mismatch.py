"""The prose gives a trial another number of sites than its record."""

from __future__ import annotations

from checker.rules.claim._contradictions import rule

severity = "error"
fixable = "unsafe"

check = rule("sites", slips_of="sites")
