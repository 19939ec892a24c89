"""The prose places a trial in countries that its record does not list."""

from __future__ import annotations

from checker.rules.claim._contradictions import rule

severity = "error"
fixable = "unsafe"

check = rule("countries", "countries_count")
