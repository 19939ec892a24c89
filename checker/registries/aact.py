"""Reads the pipe-delimited tables of AACT, a public copy of ClinicalTrials.gov in the form of a database."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

from checker.registered import Intervention, SecondaryId, Study, StudyArm, StudyDate, Version
from checker.registries.ctgov import UNKNOWN_COUNT, StudyProblem, paper
from checker.registries.merging import News
from checker.registries.tables import TableProblem, rows
from checker.registries.words import count, day, once, phases, truth, word

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from contextlib import AbstractContextManager

    Opened = Callable[[str], AbstractContextManager[IO[bytes] | None]]
    Row = dict[str, str]

SOURCE = "AACT"
STUDIES = "studies.txt"
"""The table without which the others say nothing."""

OTHERS = (
    "designs sponsors facilities countries design_groups interventions conditions id_information eligibilities "
    "study_references retractions"
).split()

MASKED = {
    "subjectmasked": "PARTICIPANT",
    "caregivermasked": "CARE_PROVIDER",
    "investigatormasked": "INVESTIGATOR",
    "outcomesassessormasked": "OUTCOMES_ASSESSOR",
}


def read_tables(opened: Opened, today: str, wanted: Collection[str] | None, most: int) -> Iterator[News]:
    """The studies of the tables that `opened` opens by name; of those in `wanted` alone, where it is given.

    `today` is the day on which they count as seen. Raises StudyProblem for tables that cannot be read.
    """
    studies: dict[str, Row] = {}
    for row in _table(opened, "studies", most):
        id = row.get("nctid", "").strip()
        if not (len(id) == 11 and id.startswith("NCT") and id[3:].isascii() and id[3:].isdecimal()):
            raise StudyProblem(f'A row of {STUDIES} is of "{id[:20]}", which is no number of a study.')
        if wanted is None or id in wanted:
            studies[id] = row
    parts: dict[str, dict[str, list[Row]]] = {name: {} for name in OTHERS}
    for name in OTHERS:
        for row in _table(opened, name, most):
            if row.get("nctid") in studies:
                parts[name].setdefault(row["nctid"], []).append(row)
    for id in sorted(studies):
        of = {name: table.get(id, []) for name, table in parts.items()}
        yield _news(id, studies[id], of, today)


def _table(opened: Opened, name: str, most: int) -> Iterator[Row]:
    with opened(f"{name}.txt") as file:
        if file is None:
            return
        try:
            yield from rows(file, "|", most)
        except TableProblem as problem:
            raise StudyProblem(f"{name}.txt cannot be read: {problem}.") from None


def _news(id: str, row: Row, of: dict[str, list[Row]], today: str) -> News:
    aliases = [each.get("idvalue", "").strip() for each in of["id_information"] if "alias" in _kind(each)]
    version = Version(today, day(row.get("lastupdateposteddate")), SOURCE, _study(row, of))
    return News(id, version, once([alias for alias in aliases if alias.startswith("NCT") and alias != id]))


def _kind(row: Row) -> str:
    return f"{row.get('idsource', '')} {row.get('idtype', '')}".lower()


def _study(row: Row, of: dict[str, list[Row]]) -> Study:
    design: Any = next(iter(of["designs"]), {})
    who: Any = next(iter(of["eligibilities"]), {})
    people = count(row.get("enrollment"))
    known = people is not None and people != UNKNOWN_COUNT
    return Study(
        brief_title=_text(row.get("brieftitle")),
        official_title=_text(row.get("officialtitle")),
        acronym=_text(row.get("acronym")),
        overall_status=word(row.get("overallstatus")),
        last_known_status=word(row.get("lastknownstatus")),
        why_stopped=_text(row.get("whystopped")),
        status_verified_date=day(row.get("verificationmonthyear")) or day(row.get("verificationdate")),
        study_first_post_date=day(row.get("studyfirstposteddate")),
        study_type=word(row.get("studytype")),
        phases=phases(row.get("phase")),
        allocation=word(design.get("allocation")),
        intervention_model=word(design.get("interventionmodel")),
        primary_purpose=word(design.get("primarypurpose")),
        observational_model=word(design.get("observationalmodel")),
        masking=word(design.get("masking", "").partition("(")[0]) if design else None,
        who_masked=tuple(who for column, who in MASKED.items() if truth(design.get(column))),
        enrollment_count=people if known else None,
        enrollment_type=word(row.get("enrollmenttype")) if known else None,
        start_date=_date(row, "start"),
        primary_completion_date=_date(row, "primarycompletion"),
        completion_date=_date(row, "completion"),
        arms=tuple(
            StudyArm(each["title"].strip(), word(each.get("grouptype")))
            for each in of["design_groups"]
            if each.get("title", "").strip()
        ),
        interventions=tuple(
            Intervention(each["name"].strip(), word(each.get("interventiontype")))
            for each in of["interventions"]
            if each.get("name", "").strip()
        ),
        conditions=once([each.get("name", "") for each in of["conditions"]]),
        countries=_countries(of, removed=False),
        removed_countries=_countries(of, removed=True),
        sites=len(of["facilities"]) or None,
        sex=word(who.get("gender")),
        minimum_age=_age(who.get("minimumage")),
        maximum_age=_age(who.get("maximumage")),
        healthy_volunteers=_volunteers(who.get("healthyvolunteers")),
        lead_sponsor=next((each.get("name") for each in of["sponsors"] if _role(each) == "lead"), None),
        collaborators=once([each.get("name", "") for each in of["sponsors"] if _role(each) == "collaborator"]),
        secondary_ids=tuple(
            SecondaryId(each["idvalue"].strip(), word(each.get("idtype")))
            for each in of["id_information"]
            if each.get("idvalue", "").strip() and "alias" not in _kind(each) and "org_study_id" not in _kind(each)
        ),
        has_results=bool(day(row.get("resultsfirstposteddate")) or day(row.get("resultsfirstsubmitteddate"))),
        results_first_post_date=day(row.get("resultsfirstposteddate")),
        references=tuple(_papers(of)),
    )


def _papers(of: dict[str, list[Row]]) -> Iterator[Any]:
    gone: dict[str, list[str]] = {}
    for row in of["retractions"]:
        gone.setdefault(row.get("referenceid", ""), []).append(row.get("pmid", "").strip())
    for row in of["study_references"]:
        type, retractions = word(row.get("referencetype")), gone.get(row.get("id", ""), [])
        type = {"RESULTS_REFERENCE": "RESULT", "REFERENCE": "BACKGROUND"}.get(type or "", type)
        if type != "BACKGROUND" or retractions:
            yield paper(row.get("citation"), _text(row.get("pmid")), type, retractions)


def _date(row: Row, name: str) -> StudyDate | None:
    # The column of the date gives a month its last or first day; the other holds what the record says.
    found = day(row.get(f"{name}monthyear")) or day(row.get(f"{name}date"))
    return StudyDate(found, word(row.get(f"{name}datetype"))) if found else None


def _countries(of: dict[str, list[Row]], *, removed: bool) -> tuple[str, ...]:
    listed = [each.get("name", "") for each in of["countries"] if (truth(each.get("removed")) or False) is removed]
    return once(listed or ([] if removed else [each.get("country", "") for each in of["facilities"]]))


def _role(row: Row) -> str:
    return row.get("leadorcollaborator", "").strip().lower()


def _volunteers(text: str | None) -> bool | None:
    return True if (text or "").lower().startswith("accepts") else truth(text)


def _age(text: str | None) -> str | None:
    said = _text(text)
    return None if said is None or said.upper() == "N/A" else said


def _text(text: str | None) -> str | None:
    return (text or "").strip() or None
