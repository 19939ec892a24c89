"""Reads exports of the WHO's search portal, which copies the registries of the world in a few common fields."""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING

from checker.registered import PORTAL, Intervention, SecondaryId, Study, StudyDate, Version
from checker.registries.ctgov import StudyProblem
from checker.registries.merging import News
from checker.registries.scan import canonical
from checker.registries.tables import TableProblem, rows
from checker.registries.words import count, day, once, phases, truth, word

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    Row = dict[str, str]

STATUSES = frozenset(
    "RECRUITING NOT_YET_RECRUITING COMPLETED TERMINATED WITHDRAWN SUSPENDED ACTIVE_NOT_RECRUITING "
    "ENROLLING_BY_INVITATION".split()
)
"""What the portal says of recruiting that means one thing; "Not recruiting" may mean before or after."""

NUMBER = re.compile(r'["\s]*trial[ _]?id\b', re.IGNORECASE)
LONGEST_NAME = 300
"""Of how many code points the name of a treatment may be; what is longer is a description."""


def is_export(head: bytes) -> bool:
    """Whether the beginning of a file is that of an export: a first line with a column for the trial's number."""
    first = _text_of(head).splitlines()[:1]
    return bool(first) and any(NUMBER.match(name) for name in re.split("[,;\t]", first[0]))


def read_export(name: str, file: IO[bytes], today: str, wanted: Collection[str] | None, most: int) -> Iterator[News]:
    """The trials of an export; of those in `wanted` alone, where it is given. Rows without a number are left out.

    Raises StudyProblem for a table that cannot be read, and for one in which no row has a number.
    """
    head = _peeked(file)
    first = _text_of(head).splitlines()[0]
    delimiter = max(",;\t", key=first.count)
    seen = known = 0
    try:
        for row in rows(file, delimiter, most, _encoding(head)):
            seen += 1
            id = canonical(row.get("trialid", "").strip()[:60])
            if id is None:
                continue
            known += 1
            if wanted is None or id in wanted:
                yield News(id, _version(row, today))
    except TableProblem as problem:
        raise StudyProblem(f"{name} cannot be read: {problem}.") from None
    if seen and not known:
        raise StudyProblem(f"No row of {name} has the number of a trial.")


def _peeked(file: IO[bytes]) -> bytes:
    return bytes(file.peek(4096)[:4096])  # type: ignore[attr-defined]


def _encoding(head: bytes) -> str:
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(head) - 3:
            return "cp1252"
    return "utf-8-sig"


def _text_of(head: bytes) -> str:
    return head.decode(_encoding(head), errors="replace")


def _version(row: Row, today: str) -> Version:
    updated = _day(row, "lastrefreshedon", "lastupdate", "lastupdated")
    exported = _day(row, "exportdate")
    seen = exported if exported is not None and len(exported) == 10 and exported <= today else today
    return Version(seen, updated, PORTAL, _study(row))


def _study(row: Row) -> Study:
    design = row.get("studydesign", "")
    status = word(row.get("recruitmentstatus"))
    people = _people(row.get("targetsize", ""))
    start = _day(row, "dateenrollement", "dateenrolment", "dateenrollment")
    kind = word(row.get("studytype")) or ""
    return Study(
        brief_title=_text(row, "publictitle"),
        official_title=_text(row, "scientifictitle"),
        acronym=_text(row, "acronym"),
        overall_status=status if status in STATUSES else None,
        study_first_post_date=_day(row, "dateregistration3", "dateregistration"),
        study_type=next((each for each in ("INTERVENTIONAL", "OBSERVATIONAL") if kind.startswith(each)), None),
        phases=phases(row.get("phase")),
        allocation=_designed(design, "Allocation"),
        intervention_model=_designed(design, "Intervention model"),
        primary_purpose=_designed(design, "Primary purpose"),
        masking=_designed(design, "Masking"),
        enrollment_count=people,
        enrollment_type="ESTIMATED" if people is not None else None,
        start_date=StudyDate(start) if start else None,
        interventions=tuple(map(_intervention, _listed(row, "intervention"))),
        conditions=_listed(row, "condition"),
        countries=once(re.split(r"[;|]", row.get("countries", ""))),
        sex=_sex(row.get("inclusiongender")),
        minimum_age=_age(row.get("inclusionagemin") or row.get("agemin")),
        maximum_age=_age(row.get("inclusionagemax") or row.get("agemax")),
        lead_sponsor=_text(row, "primarysponsor"),
        collaborators=_listed(row, "secondarysponsor"),
        secondary_ids=tuple(map(SecondaryId, once(re.split(r"[;,|]", row.get("secondaryid", "")[:2000])))),
        has_results=truth(row.get("resultsyesno")),
        results_first_post_date=_day(row, "resultsdateposted"),
    )


def _people(text: str) -> int | None:
    """The target; some registries give it by group ("Test group:30;Control group:30;")."""
    alone = count(text)
    if alone is not None:
        return alone
    parts = [part for part in text[:2000].split(";") if part.strip()]
    counts = [count(part.rpartition(":")[2]) for part in parts if ":" in part]
    if len(counts) < 2 or len(counts) != len(parts) or None in counts:
        return None
    return sum(each for each in counts if each is not None)


def _designed(design: str, name: str) -> str | None:
    match = re.search(rf"{name}:\s*([A-Za-z/ -]{{1,60}})", design[:2000], re.IGNORECASE)
    return word(match[1].partition("(")[0]) if match else None


def _intervention(text: str) -> Intervention:
    kind, colon, name = text.partition(": ")
    if colon and len(kind) < 30 and name.strip():
        return Intervention(name.strip(), word(kind))
    return Intervention(text)


def _listed(row: Row, name: str) -> tuple[str, ...]:
    found = once(re.split(r";|\||<br ?/?>", row.get(name, "")[:20_000], flags=re.IGNORECASE))
    return tuple(each for each in found if len(each) <= LONGEST_NAME)[:50]


def _sex(text: str | None) -> str | None:
    said = (text or "").strip().lower()
    if said in ("all", "both", "both males and females", "male and female"):
        return "ALL"
    return {"male": "MALE", "female": "FEMALE", "males": "MALE", "females": "FEMALE"}.get(said)


def _age(text: str | None) -> str | None:
    match = re.fullmatch(r"\s*([0-9]{1,3})\s*(year|month|week|day)(?:s|\(s\))?(?: old)?\s*", text or "", re.IGNORECASE)
    return f"{match[1]} {match[2].capitalize()}s" if match else None


def _day(row: Row, *names: str) -> str | None:
    return next((found for name in names if (found := day(row.get(name)))), None)


def _text(row: Row, name: str) -> str | None:
    return row.get(name, "").strip()[:2000] or None
