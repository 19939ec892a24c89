"""Registry names beside numbers, misprints in real places, lasting addresses, and articles full of numbers."""

from __future__ import annotations

import pytest

import slopes
from checker.config import settings_from
from checker.engine.article import check_article
from checker.rules import names
from checker.rules.identifier.noncanonical_trial_link import plain_address

FAMILY = tuple(name for name, family in names().items() if family == "identifier")
RECORD = "---\ntitle: x\ntrials:\n  - id: {}\n---\n\n{}\n"


def found(text: str, *rules: str) -> list[str]:
    settings = settings_from({}, today="2026-06-01")._replace(select=rules or FAMILY)
    return [diagnostic.rule for diagnostic in check_article("articles/a.md", text, settings).diagnostics]


WRONG_NAMES = [
    "The open-label study, EudraCT NCT03318939, began.",
    "registered with ISRCTN (NCT02213705)",
    "Registered with ISRCTN as KCT0006914.",
    "The study (ClinicalTrials.gov ISRCTN58204417; sponsor: Leeds)",
    "(ISRCTN 2017-003921-34)",
    "trial, ISRCTN NCT09043333, Phase I/II",
    "It is on ClinicalTrials.gov under number ISRCTN58204417.",
    "EudraCT number: NCT03318939",
    "NCT03318939 (EudraCT)",
    "listed as NCT03318939 in the ISRCTN registry",
    "ClinicalTrials.gov identifier: DRKS00023917",
    "the German Clinical Trials Register (NCT03318939)",
    "EudraCT 2022-501883-26-00",
    "ACTRN NCT03318939",
    "Australian New Zealand Clinical Trials Registry number NCT03318939",
    "PACTR registration NCT03318939",
    "registered at the Chinese Clinical Trial Registry as NCT03318939",
]
RIGHT_NAMES = [
    "ISRCTN58204417; ClinicalTrials.gov NCT03318939",
    "ClinicalTrials.gov (NCT02213705)",
    "WHO ICTRP (NCT02213705)",
    "the ICTRP as NCT02213705",
    "There is no EudraCT number (NCT03318939).",
    "on ClinicalTrials.gov and ISRCTN (NCT02213705, ISRCTN58204417)",
    "ClinicalTrials.gov and EudraCT (NCT02213705 and 2017-003921-34)",
    "EudraCT/ClinicalTrials.gov: 2017-003921-34/NCT02213705",
    "ISRCTN58204417 (NCT02213705)",
    "NCT02213705 (ISRCTN58204417)",
    "NCT02213705 (EudraCT 2017-003921-34)",
    "NCT02213705 in the EU Clinical Trials Register as 2017-003921-34",
    "NCT02213705, not on ISRCTN",
    "It is not in ISRCTN but NCT02213705.",
    "Two trials, one on ISRCTN, one NCT02213705",
    "EU Clinical Trials Register 2022-501883-26-00",
    "CTIS 2022-501883-26-00",
    "UMIN-CTR: UMIN000041926",
    "CRIS as KCT0006914",
    "EU CT number 2017-003921-34",
    "registered with ISRCTN. NCT02213705 is the other.",
    "NTR3456 in the Netherlands Trial Register",
    "the Dutch Trial Register (NL7123)",
    "NCT02213705 on ClinicalTrials.gov",
    "registered in the Clinical Trials Registry of India as CTRI/2021/08/035892",
    "Unlike ISRCTN NCT02213705 asks nothing.",
    "EudraCT 2017-003921-34, ClinicalTrials.gov NCT02213705, ISRCTN58204417",
    "We searched ClinicalTrials.gov, ISRCTN, and DRKS (NCT02213705).",
    "in ISRCTN (registered later than NCT02213705)",
    "A Mr Cris: NCT02213705",
]


@pytest.mark.parametrize("text", WRONG_NAMES)
def test_a_number_under_the_name_of_another_registry_is_noticed(text: str) -> None:
    assert found(f"---\ntitle: x\n---\n\n{text}\n", "wrong-registry-name") == ["wrong-registry-name"]


@pytest.mark.parametrize("text", RIGHT_NAMES)
def test_names_in_lists_and_names_denied_belong_to_no_number(text: str) -> None:
    assert found(f"---\ntitle: x\n---\n\n{text}\n", "wrong-registry-name") == []


@pytest.mark.parametrize(
    ("recorded", "written", "rules"),
    [
        ("NCT02213705", "NCT02213705", []),
        ("NCT02213705", "NCT02213075", ["trial-without-record"]),
        ("NCT02213705", "NCT2213705", ["malformed-trial-id"]),
        ("NCT02213705", "nct02213705", ["noncanonical-trial-id"]),
        ("NCT02213075", "NCT02213705", ["trial-id-checksum"]),
        ("NCT2213705", "NCT02213705", ["malformed-trial-id"]),
        ("NCT00000000", "NCT02213705", ["placeholder-trial-id"]),
        ("NCT02213705", "NCT01234567", ["placeholder-trial-id"]),
        ("NCT2213705", "NCT2213705", ["malformed-trial-id"]),
        ("2017-003921-34", "2O17-003921-34", ["malformed-trial-id"]),
        ("2017-003921-34", "2017-03921-34", ["malformed-trial-id"]),
        ("TCTR20210618003", "TCTR20211618003", ["impossible-id-date"]),
        ("DRKS00023917", "DRKS00023971", ["trial-without-record"]),
    ],
)
def test_one_wrong_number_is_one_finding(recorded: str, written: str, rules: list[str]) -> None:
    assert found(RECORD.format(f'"{recorded}"', f"The trial ({written}) has ended.")) == rules


def test_a_record_that_only_its_reference_names_rightly_is_noticed() -> None:
    text = "---\ntrials:\n  - id: ISRCTN58209417\nreferences:\n  - {trial: ISRCTN58204417}\n---\n\n(ISRCTN58204417)\n"

    assert found(text) == ["trial-without-record"]


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        ("http://clinicaltrials.gov/ct2/show/NCT02213705", "https://clinicaltrials.gov/study/NCT02213705"),
        ("https://clinicaltrials.gov/show/nct02213705", "https://clinicaltrials.gov/study/NCT02213705"),
        (
            "https://clinicaltrials.gov/ct2/show/study/NCT02213705?term=x#wrapper",
            "https://clinicaltrials.gov/study/NCT02213705",
        ),
        (
            "https://clinicaltrials.gov/study/NCT02213705?a=3&tab=history&utm_medium=x#version",
            "https://clinicaltrials.gov/study/NCT02213705?a=3&tab=history#version",
        ),
        ("https://drks.de/search/en/trial/DRKS00023917?fbclid=1", "https://drks.de/search/en/trial/DRKS00023917"),
        ("https://clinicaltrials.gov/ct2/results?cond=x", None),
        ("http://example.org/NCT02213705", None),
    ],
)
def test_an_address_is_made_to_last(url: str, plain: str | None) -> None:
    assert plain_address(url) == plain


@pytest.mark.parametrize(
    "piece",
    [
        "NCT012{:05}, ",
        "NCT2{:05}, ",
        "NCT01234567, ",
        "ISRCTN NCT0221{:04} (EudraCT), ",
        "2017-0{:05}-3, ",
        "[MANUS](https://clinicaltrials.gov/ct2/show/NCT012{:05}) ",
    ],
)
def test_an_article_full_of_numbers_takes_time_in_proportion(piece: str) -> None:
    def pieces(size: int) -> str:
        count = size // len(piece)
        return RECORD.format("2017-003921-34", "".join(piece.format(i % 10_000) for i in range(count)))

    assert slopes.grows_like_its_length(found, pieces)
