"""Disagreements between records and the snapshot, made one by one from real registry records."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from checker.claims.country_names import country_key, short_name
from checker.config import settings_from
from checker.engine.article import check_article
from checker.engine.fixes import fix_text
from checker.registered import InMemory, Paper, RegistryRecord, SecondaryId, Study, StudyDate, Version
from checker.registries.ctgov import read_study
from checker.registries.record import record
from checker.rules import load, names
from checker.text import json_pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.diagnostic import Diagnostic
    from checker.registries.ctgov import Fetched

DATA = Path(__file__).parent / "data" / "registry"
RULES = [load(name) for name, family in names().items() if family == "registry"]
SETTINGS = settings_from({}, today="2026-11-22")
LATER = "2026-11-01"
OPEN = ("RECRUITING", "NOT_YET_RECRUITING", "ENROLLING_BY_INVITATION")


class Injected(NamedTuple):
    """A study with one fact changed: where the record has that fact, and whether only a later change is told of."""

    name: str
    pointer: tuple[str, ...]
    study: Study
    only_later: bool = False
    faint: bool = False


def studies() -> list[Fetched]:
    return [read_study(json.loads(path.read_text(encoding="utf-8"))) for path in sorted(DATA.glob("*.json"))]


def injections(study: Study) -> Iterator[Injected]:
    """The study with each of its facts changed in turn."""
    status = "SUSPENDED" if study.overall_status != "SUSPENDED" else "RECRUITING"
    yield Injected("status", ("overall_status",), study._replace(overall_status=status))
    kind = "OBSERVATIONAL" if study.study_type == "INTERVENTIONAL" else "INTERVENTIONAL"
    yield Injected("study type", ("study_type",), study._replace(study_type=kind))
    if study.phases:
        phases = ("PHASE4",) if study.phases != ("PHASE4",) else ("PHASE3", "PHASE4")
        yield Injected("phase", ("phases",), study._replace(phases=phases))
    for key, words in (
        ("allocation", ("RANDOMIZED", "NON_RANDOMIZED")),
        ("intervention_model", ("PARALLEL", "CROSSOVER")),
        ("masking", ("NONE", "SINGLE")),
    ):
        if old := getattr(study, key):
            yield Injected(key, ("design", key), study._replace(**{key: words[old == words[0]]}))
    if study.masking in ("DOUBLE", "TRIPLE"):
        yield Injected("blinding", ("design", "masking"), study._replace(masking="QUADRUPLE"), faint=True)
    yield from _people(study)
    for key in ("start_date", "primary_completion_date", "completion_date"):
        date = getattr(study, key)
        if date and date.type:
            moved = StudyDate(f"{int(date.date[:4]) + 1}{date.date[4:]}".replace("-02-29", "-02-28"), date.type)
            yield Injected(key, (key, "date"), study._replace(**{key: moved}))
            other = "ESTIMATED" if date.type == "ACTUAL" else "ACTUAL"
            yield Injected(f"type of {key}", (key, "type"), study._replace(**{key: StudyDate(date.date, other)}))
    if study.countries:
        yield Injected("country", ("countries",), study._replace(countries=(*study.countries, "Monaco")))
        if study.overall_status in OPEN:
            yield Injected("other country", ("countries",), study._replace(countries=("Monaco",)))
    if study.sites:
        yield Injected("sites", ("sites",), study._replace(sites=study.sites + 2))
    if study.minimum_age and study.minimum_age.endswith("Years"):
        yield Injected("age", ("ages", "minimum"), study._replace(minimum_age="11 Years"))


def _people(study: Study) -> Iterator[Injected]:
    if study.enrollment_count is None:
        return
    actual = study.enrollment_type == "ACTUAL"
    at = ("enrollment", "enrolled" if actual else "planned")
    yield Injected("count", at, study._replace(enrollment_count=study.enrollment_count + 7))
    other = "ESTIMATED" if actual else "ACTUAL"
    # A plan stays true beside a final count: that the count has become final is told only as a change.
    yield Injected("role", at, study._replace(enrollment_type=other), only_later=not actual)


def check(fetched: Fetched, *later: tuple[str, Study], then: Study | None = None) -> list[Diagnostic]:
    """The findings on an article whose record was made from a study; `then` stands for what the snapshot has of it."""
    text, registry = article(fetched, *later, then=then)
    return list(check_article("articles/a.md", text, SETTINGS, registry=registry, rules=RULES).diagnostics)


def fix(fetched: Fetched, *later: tuple[str, Study], then: Study | None = None) -> list[Diagnostic]:
    """The findings that are left after all fixes."""
    text, registry = article(fetched, *later, then=then)
    verdict = check_article("articles/a.md", text, SETTINGS, registry=registry, rules=RULES)
    fixed = fix_text("articles/a.md", text, SETTINGS, verdict, unsafe=True, registry=registry, rules=RULES)
    return list(fixed.verdict.diagnostics)


def article(fetched: Fetched, *later: tuple[str, Study], then: Study | None = None) -> tuple[str, InMemory]:
    dated = fetched.updated or "2018-01-01"
    own = Version(dated, dated, "ClinicalTrials.gov", fetched.study)
    front: dict[str, Any] = {"title": "T", "trials": [record(fetched.id, own)]}
    text = f"---\n{json.dumps(front, indent=1)}\n---\n\nThe trial.\n"
    versions = [own._replace(study=then or fetched.study)]
    versions += [Version(day, day, "ClinicalTrials.gov", study) for day, study in later]
    return text, InMemory([RegistryRecord(fetched.id, (), tuple(versions))], "2026-11-20")


@pytest.mark.parametrize("fetched", studies(), ids=lambda fetched: fetched.id)
def test_a_record_made_from_a_study_agrees_with_it(fetched: Fetched) -> None:
    assert [] == check(fetched)
    assert [] == check(fetched, (LATER, fetched.study))


@pytest.mark.parametrize("fetched", studies(), ids=lambda fetched: fetched.id)
def test_each_fact_that_differs_at_the_time_is_found_in_its_place(fetched: Fetched) -> None:
    for injected in injections(fetched.study):
        found = check(fetched, then=injected.study)
        if injected.only_later:
            assert [] == found, injected.name
            continue
        severity = "note" if injected.faint else "error"
        at = json_pointer(("trials", 0, *injected.pointer))
        assert [("registry-mismatch", severity, at)] == [(f.rule, f.severity, f.pointer) for f in found], injected.name
        assert f"(as of {_said(fetched)})" in found[0].message
        assert f"ClinicalTrials.gov said {_rest(found[0])}" in found[0].message


@pytest.mark.parametrize("fetched", studies(), ids=lambda fetched: fetched.id)
def test_each_fact_that_changed_since_is_found_as_a_change(fetched: Fetched) -> None:
    for injected in injections(fetched.study):
        found = check(fetched, (LATER, injected.study))
        severity = "note" if injected.faint else "warning"
        at = json_pointer(("trials", 0, *injected.pointer))
        assert [("registry-moved-on", severity, at)] == [(f.rule, f.severity, f.pointer) for f in found], injected.name
        assert f"(as of {_said(fetched)})" in found[0].message
        assert found[0].message.endswith("since November 1, 2026.")


@pytest.mark.parametrize("fetched", studies(), ids=lambda fetched: fetched.id)
def test_the_fixes_leave_nothing_to_say(fetched: Fetched) -> None:
    for injected in injections(fetched.study):
        if not injected.only_later:
            assert [] == fix(fetched, then=injected.study), injected.name
        if not injected.faint:
            assert [] == fix(fetched, (LATER, injected.study)), injected.name


HOSTILE = ["", "x" * 5000, "\x1b[31m\u202e]: {- #", "2018-02-30", "99999999999999999999 Years", "NCT"]


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_a_snapshot_says_no_rule_fails_and_every_fix_can_be_read(text: str) -> None:
    fetched = studies()[0]
    others = ("sites", "healthy_volunteers", "has_results", "enrollment_count")
    old = fetched.study._asdict()
    changes: dict[str, Any] = {
        name: text for name, value in old.items() if (value is None or isinstance(value, str)) and name not in others
    }
    changes |= {name: StudyDate(text, text) for name in ("start_date", "primary_completion_date", "completion_date")}
    changes |= {"phases": (text,), "countries": (text, text), "secondary_ids": (SecondaryId(text),)}
    changes |= {"references": (Paper(text, text, "RESULT", (text,)),), "has_results": True}
    odd = fetched.study._replace(**changes)

    for found in (check(fetched, then=odd), check(fetched, (LATER, odd)), fix(fetched, (LATER, odd))):
        assert "internal-error" not in {each.rule for each in found}
        assert "malformed-yaml" not in {each.rule for each in found}
        assert all(len(each.message) < 1000 for each in found)


DENIALS = [
    "Results have not yet been published.",
    "The trial's results have still not been published.",
    "Results are not yet available.",
    "No results have been posted.",
    "The sponsor has not published any results.",
    "The company has yet to report results.",
    "Results remain unpublished.",
    "The results of the trial are still pending.",
    "There are no results yet.",
    "The trial (NCT02975960) ended in 2018, but its results haven't been published.",
    "Findings have not been made public.",
]
OTHER_WORDS = [
    "Results have been published.",
    "Results had not been published.",
    "Long-term results have not been published.",
    "As of October 2018, results have not been published.",
    "The results have not been replicated.",
    "Another trial (NCT09000004) ended. Its results have not been published.",
    "Results of other trials have not been published.",
    "The results are not surprising.",
    "Five-year results are pending.",
    "The findings are not known to apply to children.",
]


def denials(prose: str) -> int:
    """How many findings results-posted-since has on an article of one trial that has results."""
    study = Study(has_results=True, results_first_post_date="2021-04-02")
    version = Version("2024-01-01", "2024-01-01", "ClinicalTrials.gov", study)
    registry = InMemory([RegistryRecord("NCT02975960", (), (version,))])
    text = f"---\ntrials:\n  - id: NCT02975960\n---\n{prose}\n"
    return len(check_article("articles/a.md", text, SETTINGS, registry=registry, rules=RULES).diagnostics)


@pytest.mark.parametrize("prose", DENIALS)
def test_what_denies_results_is_told_that_there_are_some(prose: str) -> None:
    assert 1 == denials(prose) - denials("The trial has ended.")


@pytest.mark.parametrize("prose", OTHER_WORDS)
def test_what_denies_no_results_or_other_ones_is_left_alone(prose: str) -> None:
    assert 0 == denials(prose) - denials("The trial has ended.")


def _said(fetched: Fetched) -> str:
    from checker.dates import spoken

    return spoken(fetched.updated or "2018-01-01")


def _rest(found: Diagnostic) -> str:
    return found.message.partition("ClinicalTrials.gov said ")[2]


def test_countries_have_one_key_under_all_their_names() -> None:
    same = {
        "Korea, Republic of": "South Korea",
        "Russian Federation": "Russia",
        "UK": "United Kingdom",
        "USA": "United States",
        "Turkey (Türkiye)": "Turkey",
        "Türkiye": "Turkey",
        "Iran, Islamic Republic of": "Iran",
        "Moldova, Republic of": "Moldova",
        "Korea, Democratic People's Republic of": "North Korea",
        "Lao People's Democratic Republic": "Laos",
        "Congo, The Democratic Republic of the": "Democratic Republic of the Congo",
        "Viet Nam": "Vietnam",
        "The Netherlands": "Netherlands",
        "Macedonia, The Former Yugoslav Republic of": "North Macedonia",
    }

    assert same == {name: short_name(name) for name in same}
    assert country_key("Côte D'Ivoire") == country_key("Ivory Coast")
    assert country_key("Congo") == country_key("DRC")
