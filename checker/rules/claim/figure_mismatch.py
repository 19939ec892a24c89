"""The prose gives a reported figure another value than the record."""

from __future__ import annotations

from checker.rules.claim._contradictions import rule

severity = "error"
fixable = "unsafe"

check = rule(
    "subgroup_size",
    "percentage",
    "p_value",
    "hazard_ratio",
    "odds_ratio",
    "risk_ratio",
    "mean_change",
    "confidence_interval",
    slips_of="figures",
)
