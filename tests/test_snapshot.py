"""The snapshot: what is written is what is read, in either form, and what cannot be believed is said so."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from checker.config import Source
from checker.consulted import Consulted, SnapshotProblem
from checker.registered import (
    InMemory,
    Intervention,
    Paper,
    RegistryRecord,
    SecondaryId,
    Study,
    StudyArm,
    StudyDate,
    Version,
)
from checker.registrar import Archive, join
from checker.registries.ctgov import read_study
from checker.registries.keeping import keep
from checker.registries.merging import News, merged, with_version
from checker.selection import Site
from checker.settings import Settings
from checker.snapshot import open_snapshot
from checker.snapshot.form import alias_text, plain, read_text, record_text
from registry_server import real_studies

ROOT = Path(__file__).parent.parent
SCHEMA = Draft202012Validator(json.loads((ROOT / "schemas" / "registry.schema.json").read_text(encoding="utf-8")))
PLACES = ["registry", "snapshot.sqlite"]


def version(updated: str | None, seen: str, source: str = "ClinicalTrials.gov", **facts: Any) -> Version:
    return Version(seen, updated, source, Study(**facts))


FULL = RegistryRecord(
    "NCT09000007",
    ("NCT09000020",),
    (
        version("2019-05", "2020-01-01", "AACT", brief_title="Ü", has_results=False, sites=1),
        version(
            None,
            "2021-01-01",
            phases=("PHASE1", "PHASE2"),
            start_date=StudyDate("2018"),
            completion_date=StudyDate("2018-11-05", "ACTUAL"),
            arms=(StudyArm("A", "EXPERIMENTAL"), StudyArm("B")),
            interventions=(Intervention("x", "DRUG"),),
            secondary_ids=(SecondaryId("1", "CTIS"),),
            references=(Paper("c", "1", "RESULT", ("2",)), Paper()),
            enrollment_count=0,
            healthy_volunteers=True,
        ),
    ),
    "2022-01-01",
    "2022-01-02",
)


def made(folder: Path, place: str, *records: RegistryRecord, **said: str) -> Any:
    keep(str(folder / place), records, said, {})
    return open_snapshot(place, str(folder))


@pytest.mark.parametrize("place", PLACES)
def test_a_record_is_read_as_it_was_written_by_number_and_by_alias(tmp_path: Path, place: str) -> None:
    snapshot = made(tmp_path, place, FULL, RegistryRecord("CTRI/2019/01/017", (), (), "2020-01-01"))

    assert FULL == snapshot.find("NCT09000007") == snapshot.find("NCT09000020")
    assert ["CTRI/2019/01/017", "NCT09000007"] == list(snapshot.ids())
    assert None is snapshot.find("NCT00000102")


@pytest.mark.parametrize("place", PLACES)
def test_a_digest_changes_with_the_record_and_with_nothing_else(tmp_path: Path, place: str) -> None:
    ids = ("NCT09000007", "NCT09000020", "NCT00000102", "")
    before = [made(tmp_path, place, FULL, fetched="2022-01-01").digest(id) for id in ids]

    same = [made(tmp_path, place, FULL, fetched="2022-01-02").digest(id) for id in ids]
    other = [made(tmp_path, place, FULL._replace(missing=None), fetched="2022-01-02").digest(id) for id in ids]

    assert before[:3] == same[:3]
    assert before[3] != same[3]
    assert "" == before[2] == other[2]
    assert [False, False] == [old == new for old, new in zip(same[:2], other[:2], strict=True)]


@pytest.mark.parametrize("place", PLACES)
def test_records_that_are_not_told_of_stay(tmp_path: Path, place: str) -> None:
    made(tmp_path, place, FULL)

    snapshot = made(tmp_path, place, RegistryRecord("NCT00000102", (), (), "2022-02-02"))

    assert FULL == snapshot.find("NCT09000007")
    assert ["NCT00000102", "NCT09000007"] == list(snapshot.ids())


def test_files_of_a_folder_that_are_no_records_stay(tmp_path: Path) -> None:
    made(tmp_path, "registry", FULL)
    (tmp_path / "registry" / "README.md").write_text("Read me.")
    (tmp_path / "registry" / "old").mkdir()

    made(tmp_path, "registry", FULL._replace(missing=None))

    ours = {".gitattributes", "NCT09000007.json", "NCT09000020.json", "changes.json", "snapshot.json"}
    assert {"README.md", "old", *ours} == {path.name for path in (tmp_path / "registry").iterdir()}


def test_a_file_has_sorted_keys_a_value_a_line_and_a_line_break_at_its_end() -> None:
    text = record_text(FULL)

    assert text == json.dumps(json.loads(text), indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    assert "null" not in text
    assert "Ü" in text


@pytest.mark.parametrize("id", sorted(real_studies()))
def test_a_real_record_fits_the_schema(id: str) -> None:
    found = read_study(real_studies()[id])
    record = RegistryRecord(found.id, found.aliases, (found.version("2026-06-01"),))

    text = record_text(record)

    assert [] == [error.message for error in SCHEMA.iter_errors(json.loads(text))]
    assert record == read_text(text, "a file")


def test_the_schema_tells_of_every_field_and_of_aliases() -> None:
    described = SCHEMA.schema["$defs"]["study"]["properties"]

    assert Study._fields == tuple(described)
    assert SCHEMA.is_valid(plain(FULL))
    assert SCHEMA.is_valid(json.loads(alias_text("NCT09000020", "NCT09000007")))
    assert not SCHEMA.is_valid({"id": "NCT09000007"})


def test_the_committed_snapshot_fits_the_schema_and_is_written_as_it_would_be() -> None:
    files = sorted((ROOT / "registry").glob("NCT*.json"))

    assert files
    for path in files:
        text = path.read_text(encoding="utf-8")
        record = read_text(text, path.name)
        assert isinstance(record, RegistryRecord)
        assert [] == [error.message for error in SCHEMA.iter_errors(json.loads(text))]
        assert text == record_text(record)


GOOD = plain(FULL)
BAD: dict[str, Any] = {
    "no JSON": "{",
    "nothing": "",
    "a list": "[]",
    "deep": "[" * 100_000,
    "no text": b"\xff\xfe{}",
    "no number": json.dumps({key: GOOD[key] for key in GOOD if key != "id"}),
    "another trial's": json.dumps({**GOOD, "id": "NCT00000102", "aliases": []}),
    "versions of another type": json.dumps({**GOOD, "versions": {}}),
    "a version of another type": json.dumps({**GOOD, "versions": ["x"]}),
    "a version without a study": json.dumps({**GOOD, "versions": [{"seen": "2020-01-01", "source": "AACT"}]}),
    "a date that is none": json.dumps({**GOOD, "missing": "2020-02-31"}),
    "a day that is a month": json.dumps({**GOOD, "missing": "2020-02"}),
    "a date of another type": json.dumps({**GOOD, "missing": 2020}),
    "an alias of nothing": json.dumps({"id": "NCT09000007", "alias_of": "NCT00000102"}),
    "an alias of itself": json.dumps({"id": "NCT09000007", "alias_of": "NCT09000007"}),
    "an alias of another type": json.dumps({"id": "NCT09000007", "alias_of": 3}),
}


@pytest.mark.parametrize("how", sorted(BAD))
def test_a_record_that_cannot_be_read_is_a_problem_and_no_crash(tmp_path: Path, how: str) -> None:
    folder = tmp_path / "registry"
    folder.mkdir()
    text = BAD[how]
    (folder / "NCT09000007.json").write_bytes(text if isinstance(text, bytes) else text.encode())
    snapshot = open_snapshot("registry", str(tmp_path))
    assert snapshot is not None

    with pytest.raises(SnapshotProblem):
        snapshot.find("NCT09000007")
    assert snapshot.digest("NCT09000007")


def test_a_snapshot_that_the_settings_name_has_to_be_there(tmp_path: Path) -> None:
    assert None is open_snapshot("registry", str(tmp_path))
    for place in ("elsewhere", "snapshot.sqlite"):
        with pytest.raises(SnapshotProblem):
            open_snapshot(place, str(tmp_path))


@pytest.mark.parametrize("data", [b"", b"SQLite format 3\0", b"x" * 5000])
def test_a_file_that_is_no_database_is_a_problem(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "s.sqlite").write_bytes(data)

    with pytest.raises(SnapshotProblem):
        open_snapshot("s.sqlite", str(tmp_path))


@pytest.mark.parametrize(
    "id",
    ["../secret", "/etc/passwd", "a\0b", "x" * 5000, "CTRI_2019_01_017", "snapshot", "changes", "", ".", "nct09000007"],
)
@pytest.mark.parametrize("place", PLACES)
def test_what_an_article_gives_as_a_number_reaches_no_other_file(tmp_path: Path, place: str, id: str) -> None:
    (tmp_path / "secret.json").write_text("{}")
    snapshot = made(tmp_path, place, FULL, RegistryRecord("CTRI/2019/01/017", (), (), "2020-01-01"))

    assert None is snapshot.find(id)
    assert "" == snapshot.digest(id) or id == ""


def test_the_version_of_a_day_is_the_newest_that_is_not_younger() -> None:
    old, middle, new = (version(day, "2022-01-01", acronym=day) for day in ("2018-03", "2019-05-06", "2021-01-01"))
    record = RegistryRecord("NCT09000007", (), (old, middle, new))

    assert [None, old, middle, middle, new] == [
        record.as_of(day) for day in ("2017", "2018-03-05", "2019-05-06", "2020", "2021-12")
    ]


def test_of_two_with_one_date_the_one_that_had_been_seen_counts() -> None:
    first = version("2019-01-01", "2019-02-01", overall_status="RECRUITING")
    later = version("2019-01-01", "2022-02-01", overall_status="UNKNOWN")
    record = RegistryRecord("NCT09000007", (), (first, later))

    assert [first, first, later] == [record.as_of(day) for day in ("2019-01-15", "2020-01-01", "2022-02-01")]
    assert later == record.newest


def test_a_portal_counts_only_where_there_is_nothing_else() -> None:
    portal = version("2022-01-01", "2022-01-01", "ICTRP", acronym="A")
    own = version("2019-01-01", "2019-02-01", acronym="B")

    assert own == RegistryRecord("NCT09000007", (), (own, portal)).newest
    assert portal == RegistryRecord("NCT09000007", (), (portal,)).newest


def test_what_is_seen_again_is_no_new_version_and_what_comes_back_is() -> None:
    first = version("2019-01-01", "2019-02-01", overall_status="RECRUITING")
    again = version("2019-01-01", "2020-02-01", overall_status="RECRUITING")
    unknown = version("2019-01-01", "2022-02-01", overall_status="UNKNOWN")
    back = version("2019-01-01", "2023-02-01", overall_status="RECRUITING")

    assert (first,) == with_version((first,), again)
    assert (first, unknown, back) == with_version(with_version((first,), unknown), back)


def test_a_record_that_became_an_alias_brings_its_versions_along(tmp_path: Path) -> None:
    old = RegistryRecord("NCT09000020", (), (version("2017-01-01", "2017-02-01", acronym="OLD"),))
    new = version("2019-01-01", "2019-02-01", acronym="NEW")

    (record,) = merged([News("NCT09000007", new, ("NCT09000020",))], InMemory([old]).find)

    assert ("NCT09000007", ("NCT09000020",)) == (record.id, record.aliases)
    assert ["OLD", "NEW"] == [each.study.acronym for each in record.versions]


def test_what_is_asked_is_remembered_with_its_digest() -> None:
    registry = InMemory([FULL], "2022-02-02")
    consulted = Consulted(registry)

    consulted.find("NCT09000020")
    consulted.find("NCT00000102")
    _ = consulted.fetched

    assert (
        ("", "2022-02-02"),
        ("NCT00000102", ""),
        ("NCT09000020", registry.digest("NCT09000020")),
    ) == consulted.looked_up


@pytest.mark.parametrize("place", PLACES)
def test_a_good_day_stays_good_when_the_registry_is_asked_again(tmp_path: Path, place: str) -> None:
    consulted = Consulted(made(tmp_path, place, FULL, fetched="2022-03-01"))

    answer = consulted.fetched_unless(lambda day: day >= "2022-02-02")
    later = made(tmp_path, place, FULL, fetched="2023-01-01")
    (tmp_path / "other").mkdir()
    earlier = made(tmp_path / "other", place, FULL, fetched="2022-02-28")

    assert None is answer
    assert ((">=2022-03-01", "yes"),) == consulted.looked_up
    assert ("yes", "no") == tuple(each.digest(">=2022-03-01") for each in (later, earlier))


@pytest.mark.parametrize(("fetched", "expected"), [("2022-01-01", "2022-01-01"), (None, "")])
def test_a_day_that_is_not_good_is_told_and_its_change_matters(fetched: str | None, expected: str) -> None:
    consulted = Consulted(InMemory([], fetched))

    assert expected == consulted.fetched_unless(lambda day: False)
    assert (("", expected),) == consulted.looked_up


def test_a_day_is_found_however_the_file_is_written(tmp_path: Path) -> None:
    made(tmp_path, "registry", FULL, fetched="2022-03-01")
    path = tmp_path / "registry" / "snapshot.json"

    for text in (path.read_text(), '{"fetched":"2022-03-01"}', '{"fetched"\n:  "2022-03-01", "x": "\\n \\"fetched"}'):
        path.write_text(text)
        snapshot = open_snapshot("registry", str(tmp_path))
        assert snapshot is not None
        assert ("yes", "no") == (snapshot.digest(">=2022-03-01"), snapshot.digest(">=2022-03-02"))


def test_updates_of_two_branches_merge(tmp_path: Path) -> None:
    def git(*words: str) -> None:
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *who, *words], cwd=tmp_path, check=True, capture_output=True)

    def updated(day: str, *records: RegistryRecord) -> None:
        said = {"data_timestamp": f"{day}T09:00", "fetched": day, "updated": day}
        keep(str(tmp_path / "registry"), records, said, dict.fromkeys(record.id for record in records))
        git("add", "-A")
        git("commit", "-q", "-m", day)

    one, other, third = (
        RegistryRecord(id, (), (version("2020-01-01", "2020-01-02"),))
        for id in ("NCT09000007", "NCT09000020", "NCT09000033")
    )
    git("init", "-q", "-b", "main")
    updated("2022-01-01", one)
    git("switch", "-q", "-c", "branch")
    updated("2022-03-03", other)
    git("switch", "-q", "main")
    updated("2022-02-02", third)

    git("merge", "-q", "branch", "-m", "Merge")

    snapshot = open_snapshot("registry", str(tmp_path))
    assert snapshot is not None
    assert ("2022-03-03", "2022-03-03T09:00") == (snapshot.fetched, snapshot.said["data_timestamp"])
    assert "yes" == snapshot.digest(">=2022-03-03")
    assert [one, other, third] == list(snapshot.records())
    assert {other.id: None, third.id: None} == snapshot.changes()


def test_both_sides_of_a_merge_in_a_record_are_told(tmp_path: Path) -> None:
    snapshot = made(tmp_path, "registry", FULL)
    (tmp_path / "registry" / "NCT09000007.json").write_text("{\n<<<<<<< HEAD\n=======\n>>>>>>> branch\n}\n")

    with pytest.raises(SnapshotProblem, match="both sides of a merge"):
        snapshot.find("NCT09000007")


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(("2026-01-01", "2026-02-01", "2026-03-01")),
            st.lists(st.tuples(st.sampled_from(sorted(real_studies())), st.integers(0, 3)), min_size=1, max_size=4),
        ),
        min_size=1,
        max_size=3,
    )
)
def test_both_forms_give_the_same_answers(tmp_path: Path, steps: list[tuple[str, list[tuple[str, int]]]]) -> None:
    from tempfile import mkdtemp

    folder = mkdtemp(dir=tmp_path)
    archives = [Archive(Site(Source(None, folder, {}), Settings(today="2026-06-01", snapshot=p)), {}) for p in PLACES]
    for day, told in steps:
        news = []
        for id, count in told:
            found = read_study(real_studies()[id])
            study = found.study._replace(enrollment_count=count)
            news.append(News(id, Version(day, day, "ClinicalTrials.gov", study) if count else None, missing=day))
        results = [join(each.place, each.open(), news, {"fetched": day, "updated": day}) for each in archives]
        assert results[0] == results[1]

    one, other = [each.open() for each in archives]

    assert one is not None
    assert other is not None
    assert (one.said, one.changes()) == (other.said, other.changes())
    assert list(one.records()) == list(other.records())
    assert list(one.ids()) == list(other.ids())
    for id in real_studies():
        assert one.find(id) == other.find(id)
        assert bool(one.digest(id)) == bool(other.digest(id))


def test_looking_whether_a_record_changed_imports_nothing_heavy(tmp_path: Path) -> None:
    made(tmp_path, "registry", FULL)
    code = (
        "import sys; from checker.snapshot import open_snapshot\n"
        f"open_snapshot('registry', {str(tmp_path)!r}).digest('NCT09000007')\n"
        "print(*sorted({'pydantic', 'httpx', 'sqlite3', 'json', 'asyncio', 'yaml'} & sys.modules.keys()))"
    )

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert "" == done.stdout.strip()
