"""Country names as prose writes them."""

from __future__ import annotations

import pytest

from checker.claims.countries import countries


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("in the Netherlands and the UK", ["Netherlands", "United Kingdom"]),
        ("Papua New Guinea, not Guinea", ["Papua New Guinea", "Guinea"]),
        ("Northern Ireland and Ireland", ["United Kingdom", "Ireland"]),
        ("Niger and Nigeria, Côte d’Ivoire", ["Niger", "Nigeria", "Côte d'Ivoire"]),
        ("the U.S. and South Korea", ["United States", "South Korea"]),
        ("three Korean centres, us, Franceville, COVID-US", []),
    ],
)
def test_a_country_goes_by_the_name_of_the_records(text: str, names: list[str]) -> None:
    assert names == [country.name for country in countries(text)]
