"""Who is said to sponsor a trial, or to run it, against the record's sponsor."""

from __future__ import annotations

import pytest

from checker.claims.ledger import claims
from checker.reading import read
from checker.settings import Settings


def verdicts(sponsor: str, prose: str) -> list[tuple[str, str]]:
    """What the prose of an article says of sponsors, with the verdicts, where its one record has this sponsor."""
    front = f"---\ntitle: A trial\ntrials:\n  - id: NCT04770285\n    lead_sponsor: {sponsor}\n---\n\n"
    article = read("articles/case.md", front + prose + "\n", Settings(today="2026-06-01"))
    return [(str(claim.found.value), claim.verdict) for claim in article.once(claims) if claim.found.kind == "sponsor"]


@pytest.mark.parametrize(
    ("prose", "said"),
    [
        ("Novartis's Phase 1 study in Ghent had one arm.", "Novartis"),
        ("The study, funded by Sanofi PLC, ended in May.", "Sanofi PLC"),
        ("The trial is being done by Amberly Cell Therapeutics in Ohio.", "Amberly Cell Therapeutics"),
        ("The Sobi study of anakinra, NCT04770285, needs 15 people.", "Sobi"),
        (
            "Pearmain Therapeutics, of San Diego, has built two apps, and the study weighs them.",
            "Pearmain Therapeutics",
        ),
        ("The number of the trial is NCT04770285, at Bristol Myers Squibb.", "Bristol Myers Squibb"),
        ("Sanofi wanted to know if insulin is safe.", "Sanofi"),
        ("Novartis ran the study, which was randomized.", "Novartis"),
        ("It is Lundbeck Pharmaceuticals that runs the trial.", "Lundbeck Pharmaceuticals"),
        ("The trial has two centres, and Mercia Therapeutics as its sponsor.", "Mercia Therapeutics"),
        ("US-based Lundbeck Pharmaceuticals has launched a Phase 3 trial.", "Lundbeck Pharmaceuticals"),
    ],
)
def test_another_company_that_runs_the_trial_contradicts_the_record(prose: str, said: str) -> None:
    assert [(said, "contradicted")] == verdicts("Kuros Biosurgery AG", prose)


@pytest.mark.parametrize(
    ("sponsor", "prose"),
    [
        ("University of Leeds", "Novartis's Phase 1 study in Ghent had one arm."),
        ("Kuros Biosurgery AG", "The trial was funded by the National Institutes of Health."),
        ("Kuros Biosurgery AG", "The Company has launched a Phase 3 trial."),
        ("Children's Hospital of Mercia", "The NIH-sponsored study gave promising results."),
        ("Genentech, Inc.", "Roche's Phase 3 trial began in May."),
        ("Alder Biopharmaceuticals, Inc.", "Lundbeck has launched a Phase 3 trial."),
        ("Kuros Biosurgery AG", "Each took a tablet made by Novartis."),
        ("Kuros Biosurgery AG", "Enrolment has begun in the United States and South Africa for a trial of the patch."),
        ("Kuros Biosurgery AG", "Leeds and Bradford ran the study."),
    ],
)
def test_a_company_beside_the_sponsor_contradicts_nothing(sponsor: str, prose: str) -> None:
    assert "contradicted" not in [verdict for _, verdict in verdicts(sponsor, prose)]


@pytest.mark.parametrize(
    ("prose", "said"),
    [
        ("Shares in Kuros rose by 9%.", []),
        ("The president of Kuros was glad.", []),
        ("Kuros is a small company in Zurich.", []),
        ("**Kuros (SIX:KURN)**", []),
        ("Kuros said that the trial had ended.", [("Kuros Biosurgery AG", "supported")]),
    ],
)
def test_a_firm_that_is_named_for_its_business_is_no_claim(prose: str, said: list[tuple[str, str]]) -> None:
    assert verdicts("Kuros Biosurgery AG", prose) == said


def test_a_company_stands_for_another_that_it_bought_only_in_that_one_s_trial() -> None:
    front = (
        "---\ntitle: Two\ntrials:\n"
        "  - {id: NCT04770285, lead_sponsor: Anacor Pharmaceuticals}\n"
        "  - {id: NCT05305235, lead_sponsor: Kuros Biosurgery AG}\n---\n\n"
    )
    prose = "NCT04770285 ended in May.\n\nNCT05305235 is part of a collaboration between Kuros and Pfizer.\n"

    article = read("articles/case.md", front + prose, Settings(today="2026-06-01"))

    assert not [claim for claim in article.once(claims) if claim.verdict == "contradicted"]


@pytest.mark.parametrize(
    ("sponsor", "prose", "said"),
    [
        ("Kuros Biosurgery AG", "It is made by Pfizer, which runs the study.", "Pfizer"),
        ("Kuros Biosurgery AG", "The study, from Bayer, is open to adults.", "Bayer"),
        (
            "Kuros Biosurgery AG",
            "LYON, May 3 – Boston Scientific said that it hopes for much of NCT04770285.",
            "Boston Scientific",
        ),
        ("Wessex University", "The trial, which Mercia University sponsors, is open.", "Mercia University"),
        ("University of Mercia", "The trial is being run at the University of Wessex.", "University of Wessex"),
        (
            "University of Mercia",
            "The trial has enrolled 30 people and is led by the University of Wessex.",
            "University of Wessex",
        ),
        (
            "Medical Research Institute of Mercia",
            "Its sponsor is the Medical Research Institute of Wessex.",
            "Medical Research Institute of Wessex",
        ),
    ],
)
def test_another_in_the_sponsor_s_place_contradicts_the_record(sponsor: str, prose: str, said: str) -> None:
    assert [(said, "contradicted")] == verdicts(sponsor, prose)
