"""This project's own articles: clean by its own rules, and true to extracts of the registry records they tell of."""

from __future__ import annotations

import json
import tomllib
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from checker.config import settings_from
from checker.engine.article import check_article
from checker.engine.corpus import check_corpus
from checker.reading import read
from checker.snapshot import open_snapshot

if TYPE_CHECKING:
    from checker.facts import Trial, TrialDate

ROOT = Path(__file__).parent.parent
ARTICLES = sorted((ROOT / "articles").glob("*.md"))
SETTINGS = settings_from(tomllib.loads((ROOT / "checker.toml").read_text("utf-8")), today="2026-11-22")

RECORDS: dict[str, dict[str, Any]] = {
    path.stem: json.loads(path.read_text("utf-8")) for path in (ROOT / "tests/data/registry").glob("NCT*.json")
}
"""Extracts of the registry's answers (ClinicalTrials.gov API v2), by number."""

TRIALS = [
    trial
    for path in ARTICLES
    for trial in read(f"articles/{path.name}", path.read_text("utf-8"), SETTINGS).trials
    if trial.id in RECORDS
]


def label(trial: Trial) -> str:
    return trial.label


def test_the_articles_are_clean() -> None:
    registry = open_snapshot("registry", str(ROOT))
    verdicts = [
        check_article(f"articles/{path.name}", path.read_text("utf-8"), SETTINGS, registry=registry)
        for path in ARTICLES
    ]

    entries = [entry for verdict in verdicts for entry in verdict.entries]
    found = [*(each for verdict in verdicts for each in verdict.diagnostics), *check_corpus(entries, SETTINGS)]

    assert len(verdicts) == 6
    assert [] == found


def test_every_extract_is_told_of() -> None:
    assert set(RECORDS) == {trial.id for trial in TRIALS}


@pytest.mark.parametrize("trial", TRIALS, ids=label)
def test_the_facts_are_those_of_the_registry(trial: Trial) -> None:
    record = RECORDS[trial.id or ""]["protocolSection"]
    design = record["designModule"]
    asked = design.get("designInfo", {})
    eligibility = record["eligibilityModule"]
    status = record["statusModule"]

    told = {
        "title": trial.brief_title,
        "type": trial.study_type,
        "status": trial.overall_status,
        "phases": list(trial.phases or ()),
        "allocation": trial.design.allocation,
        "model": trial.design.intervention_model,
        "masking": trial.design.masking,
        "people": trial.enrollment.enrolled,
        "arms": [arm.type for arm in trial.arms],
        "start": of(trial.start_date),
        "primary completion": of(trial.primary_completion_date),
        "completion": of(trial.completion_date),
        "countries": set(trial.countries or ()),
        "sites": trial.sites,
        "ages": (trial.ages.minimum if trial.ages else None, trial.ages.maximum if trial.ages else None),
        "sponsor": trial.lead_sponsor,
        "as of": trial.as_of,
    }

    assert design["enrollmentInfo"]["type"] == "ACTUAL"
    assert {
        "title": record["identificationModule"]["briefTitle"],
        "type": design["studyType"],
        "status": status["overallStatus"],
        "phases": design.get("phases", []),
        "allocation": asked.get("allocation"),
        "model": asked.get("interventionModel"),
        "masking": asked.get("maskingInfo", {}).get("masking"),
        "people": design["enrollmentInfo"]["count"],
        "arms": [arm["type"] for arm in record.get("armsInterventionsModule", {}).get("armGroups", [])],
        "start": registered(status["startDateStruct"]),
        "primary completion": registered(status["primaryCompletionDateStruct"]),
        "completion": registered(status["completionDateStruct"]),
        "countries": {place["country"] for place in record["contactsLocationsModule"]["locations"]},
        "sites": len(record["contactsLocationsModule"]["locations"]),
        "ages": (years(eligibility.get("minimumAge")), years(eligibility.get("maximumAge"))),
        "sponsor": record["sponsorCollaboratorsModule"]["leadSponsor"]["name"],
        "as of": status["lastUpdatePostDateStruct"]["date"],
    } == told


def of(date: TrialDate | None) -> tuple[str | None, str | None]:
    return (date.date, date.type) if date else (None, None)


def registered(date: dict[str, str]) -> tuple[str, str]:
    """A registry date; the oldest ones have no type and are long past."""
    return date["date"], date.get("type", "ACTUAL")


def years(age: str | None) -> int | None:
    return int(age.removesuffix(" Years")) if age else None


def test_the_results_of_the_slipped_disc_trial_are_those_of_the_registry() -> None:
    trial = next(trial for trial in TRIALS if trial.id == "NCT03101033")
    results = RECORDS["NCT03101033"]["resultsSection"]
    flow = {
        milestone["type"]: [int(group["numSubjects"]) for group in milestone["achievements"]]
        for milestone in results["participantFlowModule"]["periods"][0]["milestones"]
    }
    measured = [
        each["classes"][0]["categories"][0]["measurements"]
        for each in results["outcomeMeasuresModule"]["outcomeMeasures"]
    ]
    means = {float(group["value"]) for outcome in measured for group in outcome}
    quoted = {figure.value for figure in trial.figures if figure.value is not None and not figure.interval}

    assert flow["STARTED"] == [arm.count for arm in trial.arms]
    assert sum(flow["COMPLETED"]) == trial.enrollment.completed == trial.enrollment.analyzed
    assert quoted <= means


def test_the_difference_that_the_article_worked_out_follows_from_the_posted_means() -> None:
    trial = next(trial for trial in TRIALS if trial.id == "NCT03101033")
    worked_out = next(figure for figure in trial.figures if figure.interval)
    outcomes = RECORDS["NCT03101033"]["resultsSection"]["outcomeMeasuresModule"]["outcomeMeasures"]
    at_six_months = next(each for each in outcomes if "Pain" in each["title"] and "six-month" in each["timeFrame"])
    (mean, spread), (other, other_spread) = (
        (float(group["value"]), float(group["spread"]))
        for group in at_six_months["classes"][0]["categories"][0]["measurements"]
    )

    difference = mean - other
    # Welch's interval; Student's t has 62 degrees of freedom here, and its 97.5% point there is 1.999.
    margin = 1.999 * sqrt(spread**2 / 27 + other_spread**2 / 51)

    assert (round(difference - margin, 2), round(difference + margin, 2)) == worked_out.interval
    assert round(difference, 2) == worked_out.value
