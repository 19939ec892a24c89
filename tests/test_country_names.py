"""The names of countries in records."""

import pytest

from checker.claims.country_names import country_key, is_country, nearest_country, short_name


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Korea, Republic of", "South Korea"),
        ("Republic of Moldova", "Moldova"),
        ("Islamic Republic of Iran", "Iran"),
        ("The Bahamas", "Bahamas"),
        ("St. Lucia", "Saint Lucia"),
        ("Viet Nam", "Vietnam"),
    ],
)
def test_a_registrys_name_has_a_short_one(name: str, short: str) -> None:
    assert short_name(name) == short
    assert country_key(name) == country_key(short)


@pytest.mark.parametrize("name", ["UK", "turkey", "TÜRKIYE", "Reunion", "Cote d’Ivoire", "Kingdom of Bahrain", "Macao"])
def test_a_country_is_known_whatever_its_capitals_accents_and_signs(name: str) -> None:
    assert is_country(name)


@pytest.mark.parametrize(
    "name", ["", " ", "Europe", "Frankreich", "United Kingdon", "Georgiana", "\u0130", "x" * 100_000]
)
def test_what_is_no_country_is_not_known(name: str) -> None:
    assert not is_country(name)


def test_a_name_with_a_slip_is_like_one_country() -> None:
    assert nearest_country("United Kingdon") == "United Kingdom"
    assert nearest_country("Gemrany") == "Germany"
    assert nearest_country("Frankreich") is None
