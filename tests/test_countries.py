"""Country names as prose writes them."""

from __future__ import annotations

import pytest

from checker.claims.countries import countries
from checker.claims.kinds.places import KINDS, find
from checker.claims.ledger import claims
from checker.claims.said import Said
from checker.claims.sentences import prose_sentences
from checker.reading import read
from checker.settings import Settings


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("in the Netherlands and the UK", ["Netherlands", "United Kingdom"]),
        ("Papua New Guinea, not Guinea", ["Papua New Guinea", "Guinea"]),
        ("Northern Ireland and Ireland", ["United Kingdom", "Ireland"]),
        ("Niger and Nigeria, Côte d’Ivoire", ["Niger", "Nigeria", "Côte d'Ivoire"]),
        ("New England, New South Wales and New Mexico, not Mexico", ["Mexico"]),
        ("the U.S. and South Korea", ["United States", "South Korea"]),
        ("three Korean centres, us, Franceville, COVID-US", []),
    ],
)
def test_a_country_goes_by_the_name_of_the_records(text: str, names: list[str]) -> None:
    assert names == [country.name for country in countries(text)]


def stated(text: str) -> list[tuple[str, object]]:
    article = read("case.md", text + "\n", Settings(today="2026-06-01"))
    return [
        (claim.kind, claim.value)
        for index, sentence in enumerate(article.once(prose_sentences))
        for claim in find(Said(sentence, article, index=index))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sixty patients were recruited from the Second Hospital in Hangzhou, China.", ("countries", ("China",))),
        ("Countries: Germany, Austria.", ("countries", ("Germany", "Austria"))),
        ("It is recruiting at sites in the U.S., Europe, and Japan.", ("countries", ("United States", "Japan"))),
        ("Researchers enrolled 302 patients across 45 sites in 12 countries.", ("countries_count", 12)),
        ("It will recruit from six sites in the Republic of Ireland.", ("countries", ("Ireland",))),
        ("The trial spans 24 NHS trusts.", ("sites", 24)),
        ("We assessed a vaccine in an endemic area in Hanoi, Vietnam.", ("countries", ("Vietnam",))),
        ("Researchers began a trial in South Africa--called HVTN 100.", ("countries", ("South Africa",))),
        ("Mali, one of five trial sites, enrolled first.", ("countries", ("Mali",))),
        ("It opened last May in the UK.", ("countries", ("United Kingdom",))),
        ("Up to 60 people aged 18 to 40 will be treated in Chile.", ("countries", ("Chile",))),
        ("They were from Peru (41 people) and Spain (12 people).", ("countries", ("Peru",))),
        ("Adults were recruited in Chile (n=52), Fiji (n=4), and Peru (n=76).", ("countries", ("Peru",))),
        ("A vaccine is being trialled by volunteers in Peru.", ("countries", ("Peru",))),
        ("The trial is enrolling at sites in Europe, the Caribbean and Peru.", ("countries", ("Peru",))),
        ("It was run through a national network of 31 clinics.", ("sites", 31)),
        ("It is a trial that was launched last year in nine African countries.", ("countries_count", 9)),
    ],
)
def test_where_a_trial_runs_is_read(text: str, expected: tuple[str, object]) -> None:
    assert expected in stated(text)


@pytest.mark.parametrize(
    "text",
    [
        "The hospital is the second best recruiting site in the UK for a trial.",
        "Conducting research in dialysis patients in the UK can be problematic, trials show.",
        "It bought rights to commercialize the cells for patients in Japan, where a trial runs.",
        "About 300,000 people worldwide have it, of whom 100,000 are patients in Spain, and a trial runs.",
        "Practices differ in China, so that the trial may not hold here.",
        "A New Zealand trial of patches has ended.",
    ],
)
def test_what_is_usual_in_a_country_is_no_place_of_a_trial(text: str) -> None:
    assert not [kind for kind, _ in stated(text) if kind == "countries"]


@pytest.mark.parametrize(
    "text",
    [
        "The company employs 240 people in 12 countries.",
        "The drug is made at two sites in Ireland.",
        "We thank our top 5 recruiting centres.",
        "Of the 37 pharmacies in the control group, 17 pharmacies (46%) did it.",
    ],
)
def test_what_a_company_has_elsewhere_is_no_site_of_a_trial(text: str) -> None:
    assert not [kind for kind, _ in stated(text) if kind != "countries"]


def found(countries: str, text: str) -> list[tuple[str, object]]:
    """The places that the ledger has of an article whose one record, of the trial SEESAW, runs in these countries."""
    front = f"---\ntrials:\n  - {{id: NCT09000004, acronym: SEESAW, countries: [{countries}]}}\n---\n"
    article = read("case.md", f"{front}{text}\n", Settings(today="2026-06-01"))
    return [(claim.found.kind, claim.found.value) for claim in article.once(claims) if claim.found.kind in KINDS]


def test_one_of_the_sites_of_all_countries_of_a_trial_tells_how_many_there_are() -> None:
    text = "She joined it at one of 12 sites in Chile and Peru."
    assert ("sites", 12) in found("Chile, Peru", text)
    assert ("sites", 12) not in found("Chile, Peru, Spain", text)


def test_sites_of_one_country_after_another_are_not_all_of_the_trial() -> None:
    text = "It had 45 sites in Chile, 3 sites in the Kingdom of Spain, and 12 sites in Peru."
    assert [] == [value for kind, value in found("Chile, Peru, Spain", text) if kind == "sites"]


def test_a_country_that_opens_no_sentence_needs_words_of_a_trial_before_it() -> None:
    assert [] == found("Spain", "Several pills in Spain have been put forward.")
    assert [("countries", ("Spain",))] == found("Spain", "In Spain, a doctor had to sign for those who joined.")


def test_every_place_of_a_list_is_one_of_the_trial() -> None:
    text = "The trial was conducted at Mbeya, Tanzania; Maputo, Malawi and Cape Town, South Africa."
    expected = [("countries", (name,)) for name in ("Tanzania", "Malawi", "South Africa")]
    assert expected == found("Tanzania", text)


def test_a_trial_that_is_called_by_its_name_runs_where_centres_of_it_are() -> None:
    assert [("countries", ("Peru",))] == found("Chile", "SEESAW is run in many centres across Peru.")
    assert [] == found("Chile", "The firm is run in many centres across Peru.")
