"""What is spelt like the name of a trial, and which words tell no trial from another."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.claims.binding.study_words import OWN
from checker.claims.demonyms import DEMONYMS
from checker.claims.tokens import tokens, unpossessed
from checker.claims.vocabulary import PEOPLE, words
from checker.pattern import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

COMMON = PEOPLE | words(
    "study trial phase efficacy safety effect effects effectiveness evaluate evaluation comparison compare compared "
    "comparing versus with without and for from into after before during between among that this their therapy "
    "treatment treatments drug drugs dose doses dosage placebo sham control controlled standard care usual group "
    "groups cohort part patients participants adult adults pediatric paediatric young clinical research randomized "
    "randomised double-blind open-label blind label multicenter multicentre international global first second new "
    "using use used disease diseases syndrome disorder chronic acute severe moderate mild type stage advanced "
    "hospital university center centre medical health institute institutes national international foundation "
    "department college school limited company pharma pharmaceutical pharmaceuticals therapeutics biotech sciences "
    "research development corporation clinic general association united states intervention interventions "
    "experimental active comparator combination combined plus alone arm program programme device system administered "
    "injection tablet capsule oral daily week weeks month months year years high medium routine risk prevention "
    "management surgery surgical improving improve outcomes long-term long term follow-up extension people investigate "
    "assess assessment feasibility pilot following subjects single multiple based including cell cells digital "
    "exercise education training cancer test testing only support services service life quality matching "
    "observational real-world data group medicine medication medical science sciences technology company "
    "companies inc gmbh corp regional general city state county royal saint first-in-human healthy volunteer"
)
"""Words of titles, arms and sponsors that tell no trial from another."""

ABBREVIATIONS = words(
    "RCT RCTs FDA NIH NCI EMA EU UK US USA NHS NIHR WHO CDC MHRA IRB CAR CAR-T CRISPR DNA RNA mRNA siRNA MRI PET CT "
    "ECG EEG GP ICU HIV AIDS COVID COVID-19 SARS-CoV-2 HPV HBV HCV RSV TB ALS MS COPD NASH MASH NAFLD AML ALL CLL CML "
    "NSCLC SCLC HCC GBM IBD IBS PTSD ADHD OCD BMI BP LDL HDL PSA PD-1 PD-L1 HER2 EGFR ALK KRAS BRCA VEGF GLP-1 IL-2 "
    "IL-6 IL-17 IL-23 TNF JAK CD19 CD20 CD22 BCMA NK MSC MSCs CBT IVF OTC FAQ CEO CMO PhD ClinicalTrials.gov ISRCTN "
    "ANZCTR EudraCT JAMA BMJ NEJM PLOS ASCO ESMO ASH AAD EULAR ACR AAN EHA "
    "AIM AIMS BACKGROUND CONCLUSION CONCLUSIONS CONTEXT DESIGN DISCUSSION EXPOSURE EXPOSURES FINDINGS FUNDING "
    "IMPORTANCE INTERPRETATION INTERVENTION INTERVENTIONS INTRODUCTION LIMITATIONS MAIN MEASURES METHODS OBJECTIVE "
    "OBJECTIVES OUTCOME OUTCOMES PARTICIPANTS PATIENTS PURPOSE REGISTRATION RESULTS SETTING STUDY SUMMARY TRIAL"
)
"""What is spelt like the name of a trial and is none."""

DEMONYM_WORDS = frozenset(word.casefold() for word in DEMONYMS)
GENERIC = (
    COMMON
    | OWN
    | words(
        "large small big whole entire clinical scientific medical latter human only full randomised-controlled "
        "controlled landmark pivotal main core primary key important recent completed finished ended published"
    )
)
"""Words before "trial" that fit any trial."""


def looks_named(word: str) -> bool:
    """Whether a word is spelt like the name of a trial: with several capitals, and no numeral or phase."""
    if word[1:].islower() or not word:
        return False
    if word.casefold().startswith("phase") or _numeral().fullmatch(word) or _described().search(word):
        return False
    letters = [char for char in word if char.isalpha()]
    capitals = sum(char.isupper() for char in letters)
    return len(letters) >= 3 and capitals >= 2 and (capitals * 2 >= len(letters) or not word.istitle())


@cache
def _numeral() -> re.Pattern[str]:
    return pattern(r"[IVXivxabc]{1,5}(?:[-–/][IVXivxabc]{1,5})?")


@cache
def _described() -> re.Pattern[str]:
    """What makes of a name a word that describes: "an NIHR-funded study", "FDA-cleared", "ERK-like"."""
    return pattern(r"[-‐‑–](?:[a-z]{2,}ed|led|run|like|based|wide|free|positive|negative|resistant|style|specific)$")


MEASURES = words(
    "second minute hour day week month year arm part centre center site country patient person people participant "
    "subject group cohort dose stage period way armed"
)
"""What numbers before "trial" count: "the four-week, two-arm trial"."""


def is_generic(word: str) -> bool:
    """Whether a word before "trial" fits any trial."""
    if word in GENERIC or word in DEMONYM_WORDS or word.startswith("phase") or word[:1].isdigit() or len(word) < 3:
        return True
    return "-" in word and word.rpartition("-")[2] in MEASURES


def abbreviated(texts: Iterable[str]) -> frozenset[str]:
    """What texts explain in brackets as short for something that is no trial, in lower case."""
    found = set()
    for text in texts:
        if "(" not in text:
            continue
        for match in _bracketed().finditer(text):
            if match[1].casefold() not in {"trial", "study"}:
                short = match[2].casefold()
                found |= {short, short.removesuffix("s")}
    return frozenset(found)


@cache
def _bracketed() -> re.Pattern[str]:
    return pattern(r"\b([A-Za-z][A-Za-z-]{0,29}) \(([A-Z][A-Za-z0-9-]{1,11})[,;)](?! (?:trial|study))")


def names_of_studies(texts: Iterable[str]) -> list[str]:
    """The names that stand before "trial" or "study" in texts, in order, each once: "the HALCYON trial"."""
    named: dict[str, None] = {}
    for text in texts:
        if "trial" not in text and "study" not in text:
            continue
        read = tokens(text)
        for token, following in pairwise(read):
            beside = following.lower in {"trial", "study"} and text[token.end : following.start].isspace()
            name = unpossessed(token.text)
            if beside and looks_named(name) and name not in ABBREVIATIONS:
                named.setdefault(name)
    return list(named)
