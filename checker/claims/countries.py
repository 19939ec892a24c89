"""Country names in prose, under the English short names of the registries."""

from functools import cache
from typing import NamedTuple

from checker.claims.repeated import once_a_text
from checker.pattern import pattern

NAMES = tuple(
    name.strip()
    for name in """
    Afghanistan, Albania, Algeria, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahrain, Bangladesh,
    Belarus, Belgium, Benin, Bolivia, Bosnia and Herzegovina, Botswana, Brazil, Bulgaria, Burkina Faso, Burundi,
    Cambodia, Cameroon, Canada, Central African Republic, Chad, Chile, China, Colombia, Congo, Costa Rica, Croatia,
    Cuba, Cyprus, Czechia, Côte d'Ivoire, Democratic Republic of the Congo, Denmark, Dominican Republic,
    Ecuador, Egypt, El Salvador, Eritrea, Estonia,
    Eswatini, Ethiopia, Fiji, Finland, France, Gabon, Gambia, Georgia, Germany, Ghana, Greece, Greenland, Guadeloupe,
    Guatemala, Guinea, Guinea-Bissau, Haiti, Honduras, Hong Kong, Hungary, Iceland, India, Indonesia, Iran, Iraq,
    Ireland, Israel, Italy, Jamaica, Japan, Jordan, Kazakhstan, Kenya, Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia,
    Lebanon, Lesotho, Liberia, Libya, Liechtenstein, Lithuania, Luxembourg, Macau, Madagascar, Malawi, Malaysia, Mali,
    Malta, Martinique, Mauritania, Mauritius, Mexico, Moldova, Monaco, Mongolia, Montenegro, Morocco, Mozambique,
    Myanmar, Namibia, Nepal, Netherlands, New Zealand, Nicaragua, Niger, Nigeria, North Korea, North Macedonia, Norway,
    Oman, Pakistan, Palestine, Panama, Papua New Guinea, Paraguay, Peru, Philippines, Poland, Portugal, Puerto Rico,
    Qatar, Romania, Russia, Rwanda, Réunion, Saudi Arabia, Senegal, Serbia, Sierra Leone, Singapore, Slovakia, Slovenia,
    Somalia, South Africa, South Korea, South Sudan, Spain, Sri Lanka, Sudan, Sweden, Switzerland, Syria, Taiwan,
    Tajikistan, Tanzania, Thailand, Togo, Trinidad and Tobago, Tunisia, Turkey, Turkmenistan, Uganda, Ukraine,
    United Arab Emirates, United Kingdom, United States, Uruguay, Uzbekistan, Venezuela, Vietnam, Yemen, Zambia,
    Zimbabwe
    """.split(",")
)
"""The names that a record uses."""

OTHER_NAMES = {
    "America": "United States",
    "Bosnia": "Bosnia and Herzegovina",
    "Britain": "United Kingdom",
    "Burma": "Myanmar",
    "Czech Republic": "Czechia",
    "DR Congo": "Democratic Republic of the Congo",
    "DRC": "Democratic Republic of the Congo",
    "Democratic Republic of Congo": "Democratic Republic of the Congo",
    "England": "United Kingdom",
    "Great Britain": "United Kingdom",
    "Holland": "Netherlands",
    "Ivory Coast": "Côte d'Ivoire",
    "Korea": "South Korea",
    "Macedonia": "North Macedonia",
    "Northern Ireland": "United Kingdom",
    "Republic of Ireland": "Ireland",
    "Republic of Korea": "South Korea",
    "Russian Federation": "Russia",
    "Scotland": "United Kingdom",
    "Swaziland": "Eswatini",
    "The Gambia": "Gambia",
    "Türkiye": "Turkey",
    "U.A.E.": "United Arab Emirates",
    "U.K.": "United Kingdom",
    "U.S.": "United States",
    "U.S.A.": "United States",
    "UAE": "United Arab Emirates",
    "UK": "United Kingdom",
    "US": "United States",
    "USA": "United States",
    "United States of America": "United States",
    "Viet Nam": "Vietnam",
    "Wales": "United Kingdom",
}
"""Other names that prose uses, and the parts of the United Kingdom."""


class Country(NamedTuple):
    """A country named in a text: half-open offsets (code points) and the record's name for it."""

    start: int
    end: int
    name: str


@once_a_text
def countries(text: str) -> list[Country]:
    """The countries that a text names, in order, each as often as it is named; nouns only ("Korean" is none)."""
    plain = text.replace("’", "'")
    found: list[Country] = []
    for capital in CAPITAL.finditer(plain):
        start = capital.start()
        if found and start < found[-1].end:
            continue
        for name in _names().get(plain[start : start + 2], ()):
            end = start + len(name)
            if plain.startswith(name, start) and not _goes_on(plain[end : end + 2]):
                if name in ELSEWHERE and plain.endswith(ELSEWHERE[name], 0, start):
                    break
                found.append(Country(start, end, OTHER_NAMES.get(name, name)))
                break
    return found


ELSEWHERE: dict[str, str | tuple[str, ...]] = {
    "America": ("North ", "South ", "Latin ", "Central ", "north ", "south ", "N. ", "S. "),
    "England": "New ",
    "Mexico": "New ",
    "Wales": "New South ",
}
"""What stands before the names of countries in those of continents and of parts of other countries."""
CAPITAL = pattern(r"(?<![\w-])[A-Z]")


def _goes_on(behind: str) -> bool:
    return behind[:1].isalnum() or behind[:1] == "_" or (behind[:1] == "-" and behind != "--")


@cache
def _names() -> dict[str, list[str]]:
    """All names, by their first two letters, the longest first."""
    by_beginning: dict[str, list[str]] = {}
    for name in sorted((*NAMES, *OTHER_NAMES), key=len, reverse=True):
        by_beginning.setdefault(name[:2], []).append(name)
    return by_beginning
