"""Phases as prose writes them."""

from __future__ import annotations

import pytest

from checker.claims.phases import phases


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("a Phase 2 trial", ["2"]),
        ("a phase-3 trial; Ph II; Phase IV, says the register", ["3", "2", "4"]),
        ("a Phase 1/2 trial, phase Ib/II, phase 2–3, phase I/II", ["1/2", "1b/2", "2/3", "1/2"]),
        ("its Phase 2b study", ["2b"]),
        ("phases 2 and 3", ["2", "3"]),
        ("a phase one trial", ["1"]),
        ("Phase 2 is where most of them fail.", ["2"]),
        ("from Phase 1 to Phase 2", ["1", "2"]),
        ("the recommended phase 2 dose", []),
        ("phase out, a phase, phase 12, phase 2.5, PhD, put on the phone, an alphone", []),
    ],
)
def test_a_phase_is_read_with_its_value(text: str, values: list[str]) -> None:
    assert values == [phase.value for phase in phases(text)]
