"""The names of countries in records: the short English one, and what several names of one country have in common."""

from functools import lru_cache

from checker.claims.countries import NAMES, OTHER_NAMES
from checker.claims.tokens import folded
from checker.pattern import pattern

LONGEST = 80
"""Code points of a name that are looked at."""

LONG_NAMES = {
    "Brunei Darussalam": "Brunei",
    "Cape Verde": "Cabo Verde",
    "East Timor": "Timor-Leste",
    "Former Serbia and Montenegro": "Serbia",
    "Hong Kong SAR": "Hong Kong",
    "Kyrgyz Republic": "Kyrgyzstan",
    "Lao People's Democratic Republic": "Laos",
    "Libyan Arab Jamahiriya": "Libya",
    "Macao": "Macau",
    "Macau SAR": "Macau",
    "Mainland China": "China",
    "Palestinian Territories": "Palestine",
    "Palestinian Territory": "Palestine",
    "People's Republic of China": "China",
    "Slovak Republic": "Slovakia",
    "State of Palestine": "Palestine",
    "Syrian Arab Republic": "Syria",
}
"""Names that registries use or have used, without what stands behind a comma or in brackets."""

RARE_NAMES = tuple(
    name.strip()
    for name in """
    American Samoa, Andorra, Anguilla, Antigua and Barbuda, Aruba, Bahamas, Barbados, Belize, Bermuda, Bhutan, Bonaire,
    British Virgin Islands, Brunei, Cabo Verde, Cayman Islands, Comoros, Cook Islands, Curaçao, Djibouti, Dominica,
    Equatorial Guinea, Falkland Islands, Faroe Islands, Former Yugoslavia, French Guiana, French Polynesia, Gibraltar,
    Grenada, Guam, Guernsey, Guyana, Holy See, Isle of Man, Jersey, Kiribati, Maldives, Marshall Islands, Mayotte,
    Micronesia, Montserrat, Nauru, Netherlands Antilles, New Caledonia, Niue, Northern Mariana Islands, Palau,
    Saint Barthélemy, Saint Helena, Saint Kitts and Nevis, Saint Lucia, Saint Martin, Saint Pierre and Miquelon,
    Saint Vincent and the Grenadines, Samoa, San Marino, Seychelles, Sint Maarten, Solomon Islands, Suriname,
    São Tomé and Príncipe, Timor-Leste, Tonga, Turks and Caicos Islands, Tuvalu, U.S. Virgin Islands, Vanuatu,
    Vatican City, Virgin Islands, Wallis and Futuna, Western Sahara, Åland Islands
    """.split(",")
)
"""The other countries and territories of ISO 3166, and two that registries still name."""

OFFICIAL = pattern(
    r"^(?:[A-Z][a-z]+ ){0,3}(?:Republic|Kingdom|State|Sultanate|Principality|Union|Commonwealth) of (?:the )?"
)
"""What stands before the short names of countries in their official ones: "Islamic Republic of Iran"."""

BOTH_CONGOS = ("Democratic Republic of the Congo", "Congo")
"""Two countries; who writes of the second mostly means the first."""


def short_name(country: str) -> str:
    """The short English name of a country: of "Korea, Republic of" it is "South Korea"."""
    name = " ".join(country.replace("’", "'").split())
    if "democratic people" in name.lower():
        return "Laos" if name.startswith("Lao") else "North Korea"
    if "congo" in name.lower() and "democratic" in name.lower():
        return BOTH_CONGOS[0]
    plain = name.partition(" (")[0].partition(",")[0].removeprefix("The ").replace("St. ", "Saint ")
    known = OTHER_NAMES.get(name) or LONG_NAMES.get(plain) or OTHER_NAMES.get(plain)
    return known or OFFICIAL.sub("", plain) or plain


@lru_cache(maxsize=4_096)
def country_key(country: str) -> str:
    """What the names of one country have in common, whatever their accents, capitals and signs."""
    name = folded(short_name(country[:LONGEST]))
    return _keys().get(name, name)


def is_country(name: str) -> bool:
    """Whether a name is that of a country or territory, now or formerly."""
    return country_key(name) in _keys()


def nearest_country(name: str) -> str | None:
    """The country whose short name is spelt most like a name, if one is spelt much like it."""
    from difflib import get_close_matches

    names = {short.casefold(): short for short in (*NAMES, *RARE_NAMES)}
    found = get_close_matches(name[:LONGEST].casefold(), names, n=1, cutoff=ALIKE)
    return names[found[0]] if found else None


ALIKE = 0.8
"""How much of two names is the same where one may be the other misspelt."""


@lru_cache(maxsize=1)
def _keys() -> dict[str, str]:
    """The keys of all countries by their plain names, other and older ones too."""
    short = {folded(name): folded(name) for name in (*NAMES, *RARE_NAMES)}
    others = {folded(name): folded(known) for name, known in (OTHER_NAMES | LONG_NAMES).items()}
    return short | others | {folded(BOTH_CONGOS[0]): folded(BOTH_CONGOS[1])}
