"""Records from files: JSON of ClinicalTrials.gov, tables of AACT, exports of the WHO's portal."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.registered import Study, StudyDate
from checker.registries.ctgov import StudyProblem, read_study
from checker.registries.imports import BOUNDS, ImportProblem, read_file
from checker.registries.record import record, years
from checker.registries.words import day, phases
from registry_server import REAL, real_studies

if TYPE_CHECKING:
    from checker.registries.merging import News

TODAY = "2026-06-01"
ONE = "NCT04542642"


def study_of(news: News) -> Study:
    assert news.version is not None
    return news.version.study


def read(path: Path, **more: Any) -> dict[str, News]:
    return {news.id: news for news in read_file(str(path), TODAY, **more)}


# ClinicalTrials.gov


@pytest.mark.parametrize("name", sorted(path.name for path in REAL.glob("NCT*.json")))
def test_a_real_record_makes_a_record_by_the_contract(name: str) -> None:
    found = read_study(json.loads((REAL / name).read_text(encoding="utf-8")))

    made = record(found.id, found.version(TODAY))

    assert [] == problems_of(made)
    assert found.study.overall_status == made["overall_status"]


def problems_of(made: dict[str, Any]) -> list[str]:
    from jsonschema import Draft202012Validator

    schema = json.loads((Path(__file__).parent.parent / "schemas" / "trial.schema.json").read_text(encoding="utf-8"))
    return [error.message for error in Draft202012Validator(schema).iter_errors(made)]


def minimal(**modules: Any) -> dict[str, Any]:
    return {"protocolSection": {"identificationModule": {"nctId": ONE}, **modules}}


def test_the_stand_in_for_an_unknown_count_is_no_count() -> None:
    found = read_study(minimal(designModule={"enrollmentInfo": {"count": 99999999, "type": "ESTIMATED"}}))

    made = record(found.id, found.version(TODAY))

    assert (None, None) == (found.study.enrollment_count, found.study.enrollment_type)
    assert {"unstated": "the registry gives no count"} == made["enrollment"]
    assert [] == problems_of(made)


def test_a_partial_date_stays_as_partial_as_it_is() -> None:
    found = read_study(minimal(statusModule={"startDateStruct": {"date": "2018-11"}}))

    assert StudyDate("2018-11", None) == found.study.start_date


def test_a_study_of_which_only_the_number_is_known_is_read() -> None:
    found = read_study(minimal())

    assert Study() == found.study
    assert [] == problems_of(record(found.id, found.version(TODAY)))


def test_words_and_keys_of_tomorrow_are_let_through_and_kept_out_of_the_record() -> None:
    found = read_study(
        minimal(
            statusModule={"overallStatus": "PAUSED_BY_MOON", "moonPhase": 3},
            designModule={"phases": ["PHASE2", "PHASE5"], "designInfo": {"maskingInfo": {"masking": "QUINTUPLE"}}},
            newModule={"a": 1},
        )
    )

    made = record(found.id, found.version(TODAY))

    assert "PAUSED_BY_MOON" == found.study.overall_status
    assert [] == problems_of(made)
    assert not {"overall_status", "phases", "design"} & made.keys()


def test_what_copies_of_copies_do_to_a_study_is_forgiven() -> None:
    study = minimal(
        statusModule={"startDateStruct": {"date": "November 2018", "type": None}, "whyStopped": ""},
        designModule={"phases": [None], "enrollmentInfo": {"count": "20", "type": "ESTIMATED"}},
        eligibilityModule={"healthyVolunteers": "Accepts Healthy Volunteers"},
        contactsLocationsModule=None,
    )

    found = read_study(study).study

    assert (StudyDate("2018-11"), 20, True, ()) == (
        found.start_date,
        found.enrollment_count,
        found.healthy_volunteers,
        found.phases,
    )


@pytest.mark.parametrize(
    ("age", "expected"),
    [("18 Years", 18), ("6 Months", 0.5), ("1 Year", 1), ("N/A", None), ("", None), (None, None), ("999 Years", None)],
)
def test_ages_are_years(age: str | None, expected: float | None) -> None:
    assert expected == years(age)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.data())
def test_a_study_with_any_part_replaced_is_read_or_refused_and_makes_a_sound_record(data: st.DataObject) -> None:
    study = json.loads(json.dumps(real_studies()[ONE]))
    here: Any = study
    route = []
    while isinstance(here, (dict, list)) and here and (not route or data.draw(st.booleans())):
        keys = sorted(here) if isinstance(here, dict) else range(len(here))
        key = data.draw(st.sampled_from(list(keys)))
        route.append((here, key))
        here = here[key]
    holder, key = route[-1]
    holder[key] = data.draw(json_values)

    try:
        found = read_study(study)
    except StudyProblem:
        return

    assert [] == problems_of(record(found.id, found.version(TODAY)))


def test_one_study_a_list_and_a_page_are_all_read(tmp_path: Path) -> None:
    studies = real_studies()
    (tmp_path / "one.json").write_text(json.dumps(studies[ONE]))
    (tmp_path / "list.json").write_text("\ufeff" + json.dumps(list(studies.values())), encoding="utf-8")
    (tmp_path / "page.json").write_text(json.dumps({"studies": list(studies.values()), "nextPageToken": "a"}))

    assert {ONE} == read(tmp_path / "one.json").keys()
    assert studies.keys() == read(tmp_path / "list.json").keys() == read(tmp_path / "page.json").keys()
    assert {ONE} == read(tmp_path / "list.json", wanted={ONE}).keys()


def test_a_copy_that_names_its_day_counts_as_seen_on_it(tmp_path: Path) -> None:
    study = minimal()
    study["derivedSection"] = {"miscInfoModule": {"versionHolder": "2024-12-16"}}
    (tmp_path / "one.json").write_text(json.dumps(study))

    news = read(tmp_path / "one.json")[ONE]

    assert news.version is not None
    assert ("2024-12-16", "ClinicalTrials.gov") == (news.version.seen, news.version.source)


def bundle(path: Path, **files: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return path


def test_a_download_bundle_is_read_file_by_file(tmp_path: Path) -> None:
    files = {f"ctg__{id}_dot_json": json.dumps(study).encode() for id, study in real_studies().items()}

    assert real_studies().keys() == read(bundle(tmp_path / "ctg.zip", **files)).keys()


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[1]", b"{}", b'{"studies": 3}', b"[" * 100_000, b"\xff\xfe\x00", b"hello", b'{"a": "\xff"}', b"null"],
)
def test_a_file_that_is_no_study_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "one.json").write_bytes(data)

    with pytest.raises(ImportProblem):
        read(tmp_path / "one.json")


def test_what_unpacks_to_far_more_than_it_is_is_refused(tmp_path: Path) -> None:
    bomb = bundle(tmp_path / "bomb.zip", a_dot_json=b"[" + b" " * 20_000_000 + b"]")

    with pytest.raises(ImportProblem, match="unpacks"):
        read(bomb)


def test_an_archive_that_lies_about_a_size_is_refused(tmp_path: Path) -> None:
    path = bundle(tmp_path / "lie.zip", a_dot_json=json.dumps(minimal()).encode())
    data = path.read_bytes()
    size = len(json.dumps(minimal()).encode()).to_bytes(4, "little")
    path.write_bytes(data.replace(size, (7).to_bytes(4, "little")))

    with pytest.raises(ImportProblem):
        read(path)


def test_a_file_larger_than_the_bounds_is_refused(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text(json.dumps(minimal()))

    with pytest.raises(ImportProblem, match="larger than"):
        read(tmp_path / "one.json", bounds=BOUNDS._replace(json=50))


def test_an_archive_cut_short_is_refused(tmp_path: Path) -> None:
    path = bundle(tmp_path / "cut.zip", a_dot_json=json.dumps(minimal()).encode())
    whole = path.read_bytes()

    for at in range(1, len(whole), 7):
        path.write_bytes(whole[:at])
        with pytest.raises(ImportProblem):
            read(path)


# AACT

STUDIES = """\
nct_id|study_first_posted_date|last_update_posted_date|results_first_posted_date|start_month_year|start_date_type|\
start_date|verification_month_year|completion_month_year|completion_date_type|completion_date|\
primary_completion_month_year|primary_completion_date_type|primary_completion_date|study_type|acronym|brief_title|\
official_title|overall_status|last_known_status|phase|enrollment|enrollment_type|why_stopped
NCT09000007|2018-01-03|2019-05-06||2018-03||2018-03-31|2019-05|2021-12|ESTIMATED|2021-12-31|2020-12-15|ESTIMATED|\
2020-12-15|INTERVENTIONAL|PIPE|"A title with a | in it"|"An official
title"|RECRUITING||PHASE1/PHASE2|40|ESTIMATED|
NCT09000020|2008-01-03|2009-05-06|2009-05-05|March 2008|Actual|2008-03-31|May 2009|December 15, 2008|Actual|2008-12-15|\
December 2008|Actual|2008-12-31|Interventional||Old words||Active, not recruiting||Phase 2/Phase 3|99999999|Anticipated|
"""
TABLES = {
    "studies.txt": STUDIES,
    "designs.txt": """\
id|nct_id|allocation|intervention_model|observational_model|primary_purpose|time_perspective|masking|\
masking_description|intervention_model_description|subject_masked|caregiver_masked|investigator_masked|\
outcomes_assessor_masked
1|NCT09000007|RANDOMIZED|PARALLEL||TREATMENT||DOUBLE|||t||f|t
2|NCT09000020|Non-Randomized|Single Group Assignment||Treatment||None (Open Label)||||||
""",
    "sponsors.txt": """\
id|nct_id|agency_class|lead_or_collaborator|name
1|NCT09000007|INDUSTRY|collaborator|Money Ltd
2|NCT09000007|OTHER|lead|A University
""",
    "facilities.txt": """\
id|nct_id|status|name|city|state|zip|country
1|NCT09000007||A|Utrecht|||Netherlands
2|NCT09000007||B|Leiden|||Netherlands
3|NCT09000007||C|Ghent|||Belgium
""",
    "countries.txt": "id|nct_id|name|removed\n1|NCT09000007|Netherlands|f\n2|NCT09000007|Belgium|f\n"
    "3|NCT09000007|France|t\n",
    "design_groups.txt": "id|nct_id|group_type|title|description\n1|NCT09000007|PLACEBO_COMPARATOR|Placebo|x\n"
    "2|NCT09000020|Placebo Comparator|Sugar|x\n",
    "interventions.txt": "id|nct_id|intervention_type|name|description\n1|NCT09000007|DRUG|Aspirin|x\n",
    "conditions.txt": "id|nct_id|name|downcase_name\n1|NCT09000007|Pain|pain\n",
    "id_information.txt": "id|nct_id|id_source|id_value|id_type|id_type_description|id_link\n"
    "1|NCT09000007|secondary_id|2018-000001-11|EUDRACT_NUMBER||\n2|NCT09000007|nct_alias|NCT00000013|||\n"
    "3|NCT09000007|org_study_id|ABC-1|||\n",
    "eligibilities.txt": "id|nct_id|gender|minimum_age|maximum_age|healthy_volunteers\n"
    "1|NCT09000007|ALL|18 Years|N/A|f\n2|NCT09000020|All|6 Months|5 Years|Accepts Healthy Volunteers\n",
    "study_references.txt": "id|nct_id|pmid|reference_type|citation\n7|NCT09000007|111|RESULT|A paper\n"
    "8|NCT09000007|222|BACKGROUND|Another\n9|NCT09000007|333|BACKGROUND|A third\n",
    "retractions.txt": "id|reference_id|pmid|source|nct_id\n1|9|444|x|NCT09000007\n",
}


def tables(folder: Path) -> Path:
    folder.mkdir()
    for name, text in TABLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_tables_of_aact_say_what_the_registry_says(tmp_path: Path) -> None:
    news = read(tables(tmp_path / "aact"))["NCT09000007"]

    study = study_of(news)
    assert news.version is not None
    assert ("AACT", "2019-05-06", ("NCT00000013",)) == (news.version.source, news.version.updated, news.aliases)
    assert "A title with a | in it" == study.brief_title
    assert ("PHASE1", "PHASE2") == study.phases
    assert (40, "ESTIMATED") == (study.enrollment_count, study.enrollment_type)
    assert (StudyDate("2018-03"), StudyDate("2021-12", "ESTIMATED")) == (study.start_date, study.completion_date)
    assert ("RANDOMIZED", "DOUBLE", ("PARTICIPANT", "OUTCOMES_ASSESSOR")) == (
        study.allocation,
        study.masking,
        study.who_masked,
    )
    assert (("Netherlands", "Belgium"), ("France",), 3) == (study.countries, study.removed_countries, study.sites)
    assert ("A University", ("Money Ltd",)) == (study.lead_sponsor, study.collaborators)
    assert [("2018-000001-11", "EUDRACT_NUMBER")] == list(study.secondary_ids)
    assert [("111", ()), ("333", ("444",))] == [(each.pmid, each.retractions) for each in study.references]
    assert [] == problems_of(record(news.id, news.version))


def test_the_words_of_older_tables_are_understood(tmp_path: Path) -> None:
    study = study_of(read(tables(tmp_path / "aact"))["NCT09000020"])

    assert "ACTIVE_NOT_RECRUITING" == study.overall_status
    assert ("PHASE2", "PHASE3") == study.phases
    assert (None, None) == (study.enrollment_count, study.enrollment_type)
    assert (StudyDate("2008-03", "ACTUAL"), StudyDate("2008-12-15", "ACTUAL")) == (
        study.start_date,
        study.completion_date,
    )
    assert ("NON_RANDOMIZED", "SINGLE_GROUP", "NONE") == (study.allocation, study.intervention_model, study.masking)
    assert "PLACEBO_COMPARATOR" == study.arms[0].type
    assert True is study.healthy_volunteers
    assert True is study.has_results


def test_tables_in_an_archive_and_wanted_trials_alone(tmp_path: Path) -> None:
    folder = tables(tmp_path / "aact")
    path = tmp_path / "aact.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for each in folder.iterdir():
            archive.write(each, f"export/{each.name}")

    assert read(folder) == read(path)
    assert {"NCT09000020"} == read(path, wanted={"NCT09000020"}).keys()


@pytest.mark.parametrize("text", ["", "nct_id|phase\nhello|2\n", "nct_id|x\n" + "a" * 3_000_000, "nct_id\n\xff\xfe"])
def test_tables_that_are_none_are_refused_or_empty(tmp_path: Path, text: str) -> None:
    (tmp_path / "studies.txt").write_bytes(text.encode("latin-1"))

    with contextlib.suppress(ImportProblem):
        assert {} == read(tmp_path)


# The WHO's portal

HEAD = (
    "TrialID,Last_Refreshed_on,Public_title,Scientific_title,Acronym,Primary_sponsor,Date_registration,"
    "Date_registration3,Export_date,Source_Register,web_address,Recruitment_Status,other_records,Inclusion_agemin,"
    "Inclusion_agemax,Inclusion_gender,Date_enrollement,Target_size,Study_type,Study_design,Phase,Countries,Condition,"
    "Intervention,results_date_posted,results_yes_no,Secondary_ID"
).split(",")
ROW = {
    "TrialID": "ISRCTN58204417",
    "Last_Refreshed_on": "9 May 2022",
    "Public_title": "A trial, with a comma",
    "Acronym": "COMMA",
    "Primary_sponsor": "A hospital",
    "Date_registration": "03/02/2020",
    "Date_registration3": "20200203",
    "Export_date": "5/10/2022 1:19:05 AM",
    "Recruitment_Status": "Not Recruiting",
    "Inclusion_agemin": "18 Years",
    "Inclusion_agemax": "",
    "Inclusion_gender": "Both",
    "Date_enrollement": "2020-03-01",
    "Target_size": "Test group:30;Control group:31;",
    "Study_type": "Interventional clinical trial of medicinal product",
    "Study_design": "Allocation: Randomized. Intervention model: Parallel Assignment. Masking: None (Open Label). ",
    "Phase": "Human pharmacology (Phase I): no\nTherapeutic exploratory (Phase II): yes\n(Phase III): no",
    "Countries": "Netherlands;United Kingdom",
    "Condition": "Pain;Fever",
    "Intervention": "Drug: Aspirin;Drug: Placebo",
    "results_yes_no": "No",
    "Secondary_ID": "2018-000001-11; NCT09000007",
}


def export(path: Path, *rows: dict[str, str], delimiter: str = ",", encoding: str = "utf-8-sig") -> Path:
    text = io.StringIO()
    writer = csv.DictWriter(text, HEAD, delimiter=delimiter, restval="")
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


@pytest.mark.parametrize(
    ("delimiter", "encoding"), [(",", "utf-8"), (";", "utf-8-sig"), (",", "cp1252"), ("\t", "utf-16")]
)
def test_an_export_of_the_portal_is_read(tmp_path: Path, delimiter: str, encoding: str) -> None:
    row = {**ROW, "Public_title": "Ein Versuch über Schmerz"}

    (news,) = read(export(tmp_path / "e.csv", row, delimiter=delimiter, encoding=encoding)).values()

    study = study_of(news)
    assert news.version is not None
    assert ("ISRCTN58204417", "ICTRP", "2022-05-09") == (news.id, news.version.source, news.version.updated)
    assert "2022-05-10" == news.version.seen
    assert "Ein Versuch über Schmerz" == study.brief_title
    assert None is study.overall_status
    assert (61, "ESTIMATED", ("PHASE2",)) == (study.enrollment_count, study.enrollment_type, study.phases)
    assert ("RANDOMIZED", "PARALLEL", "NONE") == (study.allocation, study.intervention_model, study.masking)
    assert (StudyDate("2020-03-01"), "2020-02-03") == (study.start_date, study.study_first_post_date)
    assert (("Netherlands", "United Kingdom"), ("Pain", "Fever")) == (study.countries, study.conditions)
    assert ["Aspirin", "Placebo"] == [each.name for each in study.interventions]
    assert ["2018-000001-11", "NCT09000007"] == [each.id for each in study.secondary_ids]
    assert [] == problems_of(record(news.id, news.version))


def test_rows_without_a_number_are_left_out_and_a_table_of_such_is_refused(tmp_path: Path) -> None:
    nameless = {**ROW, "TrialID": "soon"}

    assert {"ISRCTN58204417"} == read(export(tmp_path / "a.csv", nameless, ROW)).keys()
    with pytest.raises(ImportProblem, match="No row"):
        read(export(tmp_path / "b.csv", nameless))


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_files_of_any_content_are_read_or_refused(tmp_path: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["e.csv", "studies.txt", "e.json", "e.zip"]))
    head = {"e.csv": ",".join(HEAD), "studies.txt": STUDIES.splitlines()[0], "e.json": '{"studies": [', "e.zip": "PK"}[
        name
    ]
    cells = st.sampled_from(
        ["ISRCTN58204417", "NCT09000007", "2018", "Phase 2", '"', "\0", "٣", "Test:3;C:4", *",|\n\r;:/"]
    )
    rest = "".join(data.draw(st.lists(cells | st.text(max_size=8), max_size=60)))
    folder = tmp_path / "any"
    folder.mkdir(exist_ok=True)
    for each in folder.iterdir():
        each.unlink()
    (folder / name).write_bytes(f"{head}\n{rest}".encode("utf-8", "surrogatepass"))

    with contextlib.suppress(ImportProblem):
        for news in read(folder if name == "studies.txt" else folder / name).values():
            assert news.version is not None
            assert [] == problems_of(record(news.id, news.version))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2018-11-05", "2018-11-05"),
        ("05/11/2018", "2018-11-05"),
        ("20181105", "2018-11-05"),
        ("November 5, 2018", "2018-11-05"),
        ("5 November 2018", "2018-11-05"),
        ("05-Nov-2018", "2018-11-05"),
        ("November 2018", "2018-11"),
        ("2018-11-05T10:20:30", "2018-11-05"),
        ("5/11/2018 1:19:05 AM", "2018-05-11"),
        ("2018-02-30", None),
        ("soon", None),
        ("", None),
        (None, None),
        ("9" * 100, None),
    ],
)
def test_dates_are_read_in_the_ways_in_which_registries_write_them(text: str | None, expected: str | None) -> None:
    assert expected == day(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Phase 1/Phase 2", ("PHASE1", "PHASE2")),
        ("PHASE1/PHASE2", ("PHASE1", "PHASE2")),
        ("Phase 1/2", ("PHASE1", "PHASE2")),
        ("Early Phase 1", ("EARLY_PHASE1",)),
        ("EARLY_PHASE1", ("EARLY_PHASE1",)),
        ("Phase II", ("PHASE2",)),
        ("II/III", ("PHASE2", "PHASE3")),
        ("2", ("PHASE2",)),
        ("Phase IV", ("PHASE4",)),
        ("N/A", ("NA",)),
        ("Not Applicable", ("NA",)),
        ("Not Specified", ()),
        ("Phase 12", ()),
        ("", ()),
    ],
)
def test_phases_are_read_in_the_ways_in_which_registries_write_them(text: str, expected: tuple[str, ...]) -> None:
    assert expected == phases(text)
