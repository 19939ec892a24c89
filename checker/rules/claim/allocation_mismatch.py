"""The prose calls a trial randomized whose record does not, or the other way round."""

from __future__ import annotations

from checker.rules.claim._contradictions import rule

severity = "error"
fixable = "unsafe"

check = rule("allocation", "intervention_model")
