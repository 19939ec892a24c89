"""DOIs, journals' names and preprint servers."""

from __future__ import annotations

import pytest

from checker.rules.reference._citations import speaks_of_another
from checker.rules.reference._dois import is_doi, trimmed, unwrapped
from checker.rules.reference._journals import is_marked, is_same, may_be_same
from checker.rules.reference._preprints import is_preprint, is_preprint_address, says_preprint
from checker.rules.reference.malformed_pmid import inner, is_pmid


@pytest.mark.parametrize(
    "text",
    [
        "10.1186/s13075-017-1373-2",
        "10.5555/gn.2023.0117",
        "10.1016/S0140-6736(20)30566-3",
        "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2",
        pytest.param("10.1000.10/123456", id="a registrant within a registrant"),
    ],
)
def test_this_is_a_doi(text: str) -> None:
    assert is_doi(text)


@pytest.mark.parametrize(
    "text",
    ["10.5555", "10.55/gn.2023.0117", "10.1186/", "doi-10.5555-ncj", "10.1186/s13075.", "10.1186/s 13075", "11.1186/a"],
)
def test_this_is_none(text: str) -> None:
    assert not is_doi(text)


@pytest.mark.parametrize(
    "text",
    ["https://dx.doi.org/10.1186/x", "http://doi.org/10.1186/x", "doi:10.1186/x", "DOI: 10.1186/x", " 10.1186/x"],
)
def test_what_stands_in_front_of_a_doi_is_taken_away(text: str) -> None:
    assert unwrapped(text) == "10.1186/x"


@pytest.mark.parametrize(
    ("text", "expected"), [("10.1186/x.", "10.1186/x"), ("10.1186/x),", "10.1186/x"), ("10.1186/x(1)", "10.1186/x(1)")]
)
def test_punctuation_after_a_doi_is_trimmed(text: str, expected: str) -> None:
    assert expected == trimmed(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Lancet", "Lancet"),
        ("Arthritis Research & Therapy", "Arthritis research and therapy"),
        ("N Engl J Med", "New England Journal of Medicine"),
        ("NEJM", "The New England Journal of Medicine"),
        ("BMJ (Clinical research ed.)", "British Medical Journal"),
        ("J. Clin. Oncol.", "Journal of Clinical Oncology"),
        ("Zeitschrift für Rheumatologie", "Zeitschrift fur Rheumatologie"),
    ],
)
def test_two_names_of_one_journal(one: str, other: str) -> None:
    assert is_same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gut Notes", "Bowel Notes"),
        ("Old Cardiology Journal", "New Cardiology Journal"),
        ("Age and Ageing", "The Lancet"),
    ],
)
def test_two_journals(one: str, other: str) -> None:
    assert not may_be_same(one, other)


def test_a_journal_may_be_called_by_the_beginning_of_its_name() -> None:
    assert may_be_same("The Lancet", "The Lancet Oncology")
    assert not is_same("The Lancet", "The Lancet Oncology")


def test_some_names_say_that_they_are_a_journals() -> None:
    assert is_marked("Annals of Kidney Care")
    assert not is_marked("New Zealand")


@pytest.mark.parametrize(
    "text",
    [
        "An earlier study was published in Gut.",
        "The results have not been published in Gut.",
        "A review in Gut pooled 14 trials.",
        "It hasn’t appeared in Gut.",
    ],
)
def test_a_sentence_about_another_paper(text: str) -> None:
    assert speaks_of_another(text)


def test_a_sentence_about_the_paper_itself() -> None:
    assert not speaks_of_another("That is the upshot of a British study out this week in Gut.")


@pytest.mark.parametrize(
    "doi", ["10.1101/2020.03.01.20029769", "10.1101/123456", "10.21203/rs.3.rs-1/v1", "10.64898/2026.01.01.1"]
)
def test_the_doi_of_a_preprint(doi: str) -> None:
    assert is_preprint(doi)


@pytest.mark.parametrize("doi", ["10.1101/gr.279225.124", "10.1186/s13075-017-1373-2", "10.2139/other"])
def test_the_doi_of_no_preprint(doi: str) -> None:
    assert not is_preprint(doi)


def test_addresses_of_preprints() -> None:
    assert is_preprint_address("https://www.medrxiv.org/content/10.1101/2020.03.01.20029769v1")
    assert is_preprint_address("https://doi.org/10.1101/2020.03.01.20029769")
    assert not is_preprint_address("https://www.medrxiv.org/")
    assert not is_preprint_address("https://example.org/medrxiv.org/x")


def test_words_that_disclose_a_preprint() -> None:
    assert says_preprint("The paper has not yet been peer‑reviewed.")
    assert not says_preprint("The paper was published.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PMID: 28923097", "28923097"),
        ("https://pubmed.ncbi.nlm.nih.gov/28923097/", "28923097"),
        pytest.param("PMC5607496", None, id="another number"),
        pytest.param("https://example.org/28923097", None, id="another place"),
    ],
)
def test_a_pubmed_number_inside_other_words(text: str, expected: str | None) -> None:
    assert expected == inner(text)


@pytest.mark.parametrize(("text", "expected"), [("9", True), ("28923097", True), ("0", False), ("402118350", False)])
def test_the_form_of_a_pubmed_number(text: str, expected: bool) -> None:
    assert is_pmid(text) is expected
