"""DOIs, journals' names and preprint servers."""

from __future__ import annotations

import pytest

from checker.reading import read
from checker.rules.reference import journal_mismatch, reference_year_mismatch
from checker.rules.reference._citations import speaks_of_another
from checker.rules.reference._dois import is_doi, trimmed, unwrapped
from checker.rules.reference._journals import is_marked, is_same, may_be_same
from checker.rules.reference._preprints import is_preprint, is_preprint_address, says_preprint
from checker.rules.reference.malformed_pmid import inner, is_pmid
from checker.settings import Settings


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


def said_of_one_reference(sentence: str) -> list[str]:
    """What the two rules say of a sentence, where the article's only reference is to Gut Notes, 2023."""
    text = f"---\nreferences:\n  - {{journal: Gut Notes, year: 2023}}\n---\n{sentence}\n"
    article = read("articles/case.md", text, Settings("2026-06-01"))
    found = [("journal", finding.span) for finding in journal_mismatch.check(article)]
    found += [("year", finding.span) for finding in reference_year_mismatch.check(article)]
    return [f"{kind}: {text[span.start : span.end]}" for kind, span in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Published in *Bowel Notes* in 2023 [12].", "journal: Bowel Notes"),
        ("The results appeared in _Bowel Notes_ on 3 May 2023.", "journal: Bowel Notes"),
        ("The paper, published online in the journal Bowel Notes, has the numbers.", "journal: Bowel Notes"),
        ("That is the upshot of a study out this week in *The Lancet*.", "journal: The Lancet"),
        ("*Old Gut Journal* published the paper.", "journal: Old Gut Journal"),
        ("The journal Bowel Notes has published its results.", "journal: Bowel Notes"),
        ("The paper came out in the May 2023 issue of *Bowel Notes*.", "journal: Bowel Notes"),
        ("The numbers are there (*Annals of Gut Notes*, 2023).", "journal: Annals of Gut Notes"),
        ("Published in *Gut Notes* in 2021.", "year: 2021"),
        ("The results were published in Gut Notes in March 2021.", "year: 2021"),
        ("Published on 2 March 2021 in the journal Gut Notes, the paper is short.", "year: 2021"),
        ("The numbers are there (*Gut Notes*, 2021).", "year: 2021"),
        ("A 2023 paper in *Gut Notes* (2021) has the numbers.", "year: 2021"),
    ],
)
def test_a_sentence_that_differs_from_the_only_reference(sentence: str, expected: str) -> None:
    assert said_of_one_reference(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "Published in *Gut Notes* in 2023.",
        "The paper in *Gut Notes* says so. It was summed up in *The Lancet*.",
        "An earlier study was published in *The Lancet*.",
        "A review published in *The Lancet* in 2023 pooled 14 trials.",
        "A trial published in *The Lancet* in 2016 had 60 patients.",
        "The results have not been published in *The Lancet*.",
        "The results were published in English, in France, in Full and in March 2021.",
        "It was shown to work in *Escherichia coli*, and rolled out in *Lagos*.",
        "The trial, published in 2021 in the registry, had 60 patients.",
        "In 2021 the trial ended. The results were published in *Gut Notes*.",
        "Published in *Gut Notes* in 2023, the trial ran from 2019 to 2021.",
        "The guideline was published in *The Lancet*.",
        "His story was published in *The New York Times* in 2023.",
        "He told *The Times* so in 2023, and wrote a book (*The Gut*, 2023).",
    ],
)
def test_a_sentence_that_agrees_or_may_speak_of_something_else(sentence: str) -> None:
    assert said_of_one_reference(sentence) == []
