"""What a registry says of a trial, as the record that an article's front matter holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.dates import is_date
from checker.registries.scan import canonical

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.registered import Study, StudyDate, Version

STATUSES = frozenset(
    "NOT_YET_RECRUITING RECRUITING ENROLLING_BY_INVITATION ACTIVE_NOT_RECRUITING SUSPENDED COMPLETED TERMINATED "
    "WITHDRAWN UNKNOWN WITHHELD AVAILABLE NO_LONGER_AVAILABLE TEMPORARILY_NOT_AVAILABLE APPROVED_FOR_MARKETING".split()
)
STUDY_TYPES = frozenset("INTERVENTIONAL OBSERVATIONAL EXPANDED_ACCESS".split())
PHASES = frozenset("EARLY_PHASE1 PHASE1 PHASE2 PHASE3 PHASE4 NA".split())
DESIGN = {
    "allocation": frozenset("RANDOMIZED NON_RANDOMIZED NA".split()),
    "intervention_model": frozenset("SINGLE_GROUP PARALLEL CROSSOVER FACTORIAL SEQUENTIAL".split()),
    "masking": frozenset("NONE SINGLE DOUBLE TRIPLE QUADRUPLE".split()),
}
ARM_TYPES = frozenset("EXPERIMENTAL ACTIVE_COMPARATOR PLACEBO_COMPARATOR SHAM_COMPARATOR NO_INTERVENTION OTHER".split())
DATE_TYPES = frozenset(("ACTUAL", "ESTIMATED"))
"""The words that the contract of records knows. A registry may use others: those are left out."""

YEARS = {"year": 1.0, "month": 12.0, "week": 52.18, "day": 365.25, "hour": 8766.0, "minute": 525_960.0}
"""How many of each make a year."""


def record(id: str, version: Version) -> dict[str, Any]:
    """The record, by the contract for front matter, that one version of a registry's record makes.

    What the registry does not give, or gives in words that the contract does not know, is left out. A count without a
    type is taken for a plan, unless the trial was withdrawn: nobody took part then. Where there is no count at all,
    `enrollment` says so under `unstated`.
    """
    study = version.study
    others = (canonical(each.id) for each in study.secondary_ids)
    found: dict[str, Any] = {
        "id": id,
        "other_ids": _once(each for each in others if each and each != id),
        "acronym": study.acronym,
        "brief_title": study.brief_title,
        "official_title": study.official_title,
        "study_type": _known(study.study_type, STUDY_TYPES),
        "overall_status": _known(study.overall_status, STATUSES),
        "phases": _once(study.phases) if PHASES.issuperset(study.phases) else None,
        "design": {key: _known(getattr(study, key), words) for key, words in DESIGN.items()},
        "enrollment": enrollment(study),
        "arms": [{"name": arm.label, "type": _known(arm.type, ARM_TYPES)} for arm in study.arms],
        "start_date": _date(study.start_date),
        "primary_completion_date": _date(study.primary_completion_date),
        "completion_date": _date(study.completion_date),
        "countries": _once(study.countries),
        "sites": study.sites,
        "ages": {"minimum": years(study.minimum_age), "maximum": years(study.maximum_age)},
        "conditions": _once(study.conditions),
        "interventions": _once(each.name for each in study.interventions),
        "lead_sponsor": study.lead_sponsor,
        "source": version.source,
        "as_of": next((each for each in (version.updated, version.seen) if each and is_of_our_time(each)), None),
    }
    shown: dict[str, Any] = _given(found)
    return shown


def enrollment(study: Study) -> dict[str, Any]:
    """The counts of a record under their roles: an ACTUAL count is of people enrolled, any other of people planned."""
    if study.enrollment_count is None:
        if study.overall_status == "WITHDRAWN":
            return {"enrolled": 0}  # Withdrawn means that it ended before the first person joined.
        return {"unstated": "the registry gives no count"}
    actual = study.enrollment_type == "ACTUAL" or (
        study.enrollment_type is None and study.overall_status == "WITHDRAWN"
    )
    return {"enrolled" if actual else "planned": study.enrollment_count}


def years(age: str | None) -> float | None:
    """An age in years from the registry's words ("18 Years", "6 Months"); None where they are no age."""
    number, _, unit = (age or "").partition(" ")
    per_year = YEARS.get(unit.strip().lower().removesuffix("s"))
    if per_year is None or not number.isascii() or not number.isdecimal() or len(number) > 9:
        return None
    found = int(number) / per_year
    if found > 150:
        return None
    return int(found) if found == int(found) else round(found, 2)


def _date(date: StudyDate | None) -> dict[str, str] | None:
    if date is None or not is_of_our_time(date.date) or date.type not in DATE_TYPES:
        return None
    return {"date": date.date, "type": date.type or ""}


def is_of_our_time(date: str) -> bool:
    """Whether a partial date is one that the contract knows: of the calendar, and of the years 1900 to 2099."""
    return is_date(date) and "1900" <= date[:4] <= "2099"


def _known(word: str | None, words: frozenset[str]) -> str | None:
    return word if word in words else None


def _once(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(text for text in texts if text))


def _given(value: Any) -> Any:
    """A mapping without what is None or empty, at any depth."""
    if isinstance(value, dict):
        shown = {key: _given(each) for key, each in value.items()}
        return {key: each for key, each in shown.items() if each not in (None, "", [], {})}
    return [_given(each) for each in value] if isinstance(value, list) else value
