"""`checker registry` on the command line, and that no other command opens a connection."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from checker.cli import COMMANDS, main
from checker.registered import RegistryRecord, Study, StudyDate, Version
from checker.registries.keeping import keep
from newsroom import ROOT, article, write
from registry_server import Server, real_studies, refusing

if TYPE_CHECKING:
    from pathlib import Path

ONE, OTHER, ALIAS, ELSEWHERE = "NCT04542642", "NCT02782117", "NCT00000013", "ISRCTN58204417"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    write(
        tmp_path,
        report=article(f"The trial {ONE} and {ELSEWHERE}."),
        other=article("Nothing.", slug="other", mentions=f"[{OTHER}, {ONE}]"),
    )
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["registry", *arguments])
    out, err = capsys.readouterr()
    return code, out, err


def version(updated: str, seen: str, **facts: Any) -> Version:
    return Version(seen, updated, "ClinicalTrials.gov", Study(**facts))


OLD = version("2019-05-06", "2026-01-01", overall_status="RECRUITING", enrollment_count=20, enrollment_type="ESTIMATED")
NEW = version(
    "2026-05-01",
    "2026-06-01",
    overall_status="COMPLETED",
    enrollment_count=14,
    enrollment_type="ACTUAL",
    start_date=StudyDate("2018-11", "ACTUAL"),
)


def snapshot(folder: Path, place: str = "registry") -> None:
    """A snapshot whose last update changed one record, found one missing, and left one as it was."""
    records = [
        RegistryRecord(ONE, (ALIAS,), (OLD, NEW)),
        RegistryRecord(OTHER, (), (), "2026-06-01"),
        RegistryRecord("NCT09000007", (), (OLD,)),
    ]
    said = {"fetched": "2026-06-01", "updated": "2026-06-01", "data_timestamp": "2026-05-30T09:00:05"}
    keep(str(folder / place), records, said, {ONE: OLD, OTHER: None})


def test_an_update_asks_for_what_the_articles_cite(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Server(real_studies()) as server:
        code, out, err = run(capsys, "update", "--base-url", server.url, "--today", "2026-06-01")

    assert (0, "") == (code, err)
    assert "asked for 2, 2 changed, 0 that the registry does not know." in out
    assert "1 of registries without an open API" in out
    of_all = {".gitattributes", "changes.json", "snapshot.json"}
    assert {f"{ONE}.json", f"{OTHER}.json", *of_all} == set(os.listdir("registry"))


def test_a_number_that_the_registry_would_not_take_for_one_is_not_asked_for(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder, zeros=article(f"The trials NCT00000000, NCT01234567 and {ONE}."))

    with Server(real_studies()) as server:
        run(capsys, "update", "--base-url", server.url, "articles/zeros.md")
        asked = " ".join(server.requests)

    assert ("NCT01234567" in asked, "NCT00000000" in asked) == (True, False)


def test_an_update_that_fails_says_why_and_leaves_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Server(real_studies()) as server:
        server.always = refusing(403)
        code, out, err = run(capsys, "update", "--base-url", server.url)

    assert (2, "") == (code, out)
    assert "it answered 403" in err
    assert {"articles", "checker.toml"} == set(os.listdir())


@pytest.mark.parametrize("url", ["http://example.com/api", "nonsense"])
def test_an_address_that_cannot_be_asked_is_a_problem(
    folder: Path, capsys: pytest.CaptureFixture[str], url: str
) -> None:
    assert 2 == run(capsys, "update", "--base-url", url)[0]


def test_an_update_goes_into_a_database_where_the_settings_say_so(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "registry").mkdir()
    with (folder / "checker.toml").open("a") as file:
        file.write('\n[registry]\nsnapshot = "registry/snapshot.sqlite"\n')

    with Server(real_studies()) as server:
        first = run(capsys, "update", "--base-url", server.url, "--today", "2026-06-01")
    code, out, _ = run(capsys, "status", "--today", "2026-06-03", "--output-format", "json")

    assert 0 == first[0] == code
    assert (2, "2026-06-01", 2) == tuple(json.loads(out)[key] for key in ("records", "fetched", "age"))
    assert ["snapshot.sqlite"] == os.listdir("registry")


@pytest.mark.parametrize("command", [["status"], ["diff"], ["diff", "--since", "2026-01-01"], ["show", ONE]])
def test_what_programs_read_is_as_the_published_schema_says(
    folder: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    from jsonschema import Draft202012Validator
    from referencing import Registry, Resource

    from checker.schemas import schema_text

    schema, record = (json.loads(schema_text(name)) for name in ("registry-reports", "registry"))
    known = Registry().with_resource(record["$id"], Resource.from_contents(record))
    snapshot(folder)

    _, out, _ = run(capsys, *command, "--today", "2026-06-02", "--output-format", "json")

    branch = {**schema["$defs"][command[0]], "$defs": schema["$defs"]}
    for each in (schema, branch):
        assert [] == [
            error.message for error in Draft202012Validator(each, registry=known).iter_errors(json.loads(out))
        ]


def test_status_says_how_old_what_lacks_and_what_changed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    snapshot(folder)

    code, out, err = run(capsys, "status", "--today", "2027-06-01")

    assert (0, "") == (code, err)
    assert "last asked on June 1, 2026, 365 days ago, older than 180 days" in out
    assert f"{ELSEWHERE}  articles/report.md (of a registry without an open API" in out
    assert f"{OTHER}  since June 1, 2026  articles/other.md" in out
    assert "1 record cited by no article" in out


def test_status_as_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    snapshot(folder)

    _, out, _ = run(capsys, "status", "--today", "2026-06-02", "--output-format", "json")

    said = json.loads(out)
    assert ([{"id": ELSEWHERE, "articles": ["articles/report.md"]}], 1) == (said["not_held"], said["age"])
    assert ([ONE], [], [OTHER]) == (said["changed"], said["new"], said["missing"])


@pytest.mark.parametrize("command", [["status"], ["diff"], ["show", ONE]])
def test_without_a_snapshot_there_is_nothing_to_tell(
    folder: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    code, out, err = run(capsys, *command)

    assert (2, "") == (code, out)
    assert "checker registry update" in err


@pytest.mark.parametrize("written", [ONE, "nct04542642", "NCT 04542642", ALIAS])
def test_show_tells_a_record_and_its_versions(folder: Path, capsys: pytest.CaptureFixture[str], written: str) -> None:
    snapshot(folder)

    code, out, _ = run(capsys, "show", written)

    assert 0 == code
    assert "last updated there on May 1, 2026, seen on June 1, 2026" in out
    assert "overall status: RECRUITING → COMPLETED" in out
    assert "number of people: 20 → 14" in out


def test_show_as_json_is_the_record_as_its_file_holds_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    snapshot(folder)

    _, out, _ = run(capsys, "show", ONE, "--output-format", "json")

    assert json.loads((folder / "registry" / f"{ONE}.json").read_text()) == json.loads(out)["record"]


@pytest.mark.parametrize("written", ["NCT04542643", "NCT0454262", "NCT05442642"])
def test_a_number_that_is_not_there_is_told_its_neighbour(
    folder: Path, capsys: pytest.CaptureFixture[str], written: str
) -> None:
    snapshot(folder)

    code, _, err = run(capsys, "show", written)

    assert 2 == code
    assert f"Did you mean {ONE}?" in err


def test_diff_tells_what_changed_and_which_articles_it_touches(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    snapshot(folder)

    code, out, _ = run(capsys, "diff")

    assert 0 == code
    assert (
        """By the last update, of June 1, 2026:

NCT02782117  articles/other.md
  the registry does not know this number (asked on June 1, 2026)

NCT04542642  articles/other.md, articles/report.md
  ClinicalTrials.gov, last updated there on May 1, 2026, seen on June 1, 2026
  number of people: 20 → 14
  type of that number: ESTIMATED → ACTUAL
  overall status: RECRUITING → COMPLETED
  start date: not given → November 2018 (actual)

2 records, 2 articles touched.
"""
        == out
    )


def test_diff_as_json_since_a_day_and_of_some_articles(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    snapshot(folder)

    whole = json.loads(run(capsys, "diff", "--output-format", "json")[1])
    since = json.loads(run(capsys, "diff", "--output-format", "json", "--since", "2025-01-01")[1])
    later = json.loads(run(capsys, "diff", "--output-format", "json", "--since", "2026-06-02")[1])
    some = json.loads(run(capsys, "diff", "--output-format", "json", "articles/report.md")[1])

    assert [("missing", OTHER), ("changed", ONE)] == [(each["kind"], each["id"]) for each in whole["records"]]
    assert {"field": "enrollment_count", "from": 20, "to": 14} in whole["records"][1]["changes"]
    assert {"path": "articles/report.md", "trials": [ONE]} in whole["articles"]
    assert [OTHER, ONE, "NCT09000007"] == [each["id"] for each in since["records"]]
    assert [] == later["records"]
    assert [ONE] == [each["id"] for each in some["records"]]


def test_files_are_imported_all_or_those_that_are_cited(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "all.json").write_text(json.dumps(list(real_studies().values())))

    cited = run(capsys, "import", "all.json", "--cited", "--today", "2026-06-01")
    every = run(capsys, "import", "all.json", "--today", "2026-06-01")

    assert (0, "registry: 2 read, 2 changed.\n") == cited[:2]
    assert (0, f"registry: {len(real_studies())} read, {len(real_studies()) - 2} changed.\n") == every[:2]


def test_a_file_that_cannot_be_imported_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "all.json").write_text(json.dumps(list(real_studies().values())))
    (folder / "bad.json").write_text("{}")

    code, out, err = run(capsys, "import", "all.json", "bad.json")

    assert (2, "") == (code, out)
    assert "Nothing was imported." in err
    assert not (folder / "registry").exists()


def test_an_odd_study_of_a_file_is_named_and_the_others_taken_where_that_is_asked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "all.json").write_text(json.dumps([{"protocolSection": []}, *real_studies().values()]))

    code, out, err = run(capsys, "import", "all.json", "--keep-going")

    assert (2, f"registry: {len(real_studies())} read, {len(real_studies())} changed.\n") == (code, out)
    assert "all.json: A study is not as the registry gives it: at protocolSection stands [] where an object" in err


@pytest.mark.parametrize(
    "arguments",
    [[], ["nope"], ["show"], ["import"], ["update", "--today", "soon"], ["diff", "--since", "2026-02-31"]],
)
def test_what_cannot_be_meant_is_a_usage_problem(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert 2 == run(capsys, *arguments)[0]


def test_a_broken_snapshot_is_exit_code_2_and_the_findings_are_printed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    snapshot(folder)
    (folder / "registry" / f"{ONE}.json").write_text("{")
    front = f"[{{id: {ONE}, enrollment: {{planned: 20}}}}]"
    write(folder, third=article("As an estimated 20 people.", slug="fourth", trials=front))

    code = main(["check", "--today", "2026-06-01", "--output-format", "concise"])

    out, err = capsys.readouterr()
    assert 2 == code
    assert f"{ONE}.json is not JSON" in err
    assert "third.md" in out


def test_an_update_has_only_those_articles_checked_again_whose_trials_changed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for id, slug in ((ONE, "one"), (OTHER, "two")):
        trials = f"[{{id: {id}, enrollment: {{enrolled: 20}}, as_of: 2020-01-01}}]"
        write(folder, **{slug: article("A trial.", slug=slug, trials=trials)})
    held = [RegistryRecord(id, (), (OLD,)) for id in (ONE, OTHER)]
    keep(str(folder / "registry"), held, {"fetched": "2026-05-01"}, {})
    check = ["check", "--today", "2026-06-15", "--output-format", "json", "articles/one.md", "articles/two.md"]

    first = main(check), json.loads(capsys.readouterr().out)["summary"]["cached"]
    keep(str(folder / "registry"), [held[0]._replace(versions=(OLD, NEW))], {"fetched": "2026-06-01"}, {})
    second = main(check), json.loads(capsys.readouterr().out)["summary"]["cached"]

    assert (0, 1) == (first[1], second[1])


def test_content_of_records_moves_no_cursor(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = version("2026-05-01", "2026-06-01", brief_title="\x1b[2J", overall_status="A\nB", why_stopped="\u202e")
    keep(str(folder / "registry"), [RegistryRecord(ONE, (), (OLD, bad))], {}, {ONE: OLD})

    printed = "".join(run(capsys, *command)[1] for command in (["show", ONE], ["diff"], ["status"]))

    assert not {"\x1b", "\u202e"} & set(printed)


DENIED = """
import sys
def deny(event, arguments):
    if event.startswith("socket."):
        raise SystemExit(f"{event} {arguments}")
sys.addaudithook(deny)
from checker.cli import main
sys.exit(main(sys.argv[1:]))
"""

ARGUMENTS = {
    "explain": ["phase-mismatch"],
    "schema": ["registry"],
    "init": ["new"],
    "draft": ["raw.txt"],
    "rules": [],
    "server": None,
    "clean": [],
}
OTHERS = [
    [name, *(ARGUMENTS.get(name, ["articles"]) or [])] for name in COMMANDS if ARGUMENTS.get(name, []) is not None
]
OTHERS = [each for each in OTHERS if each[0] != "registry"]
OTHERS += [["registry", *each] for each in (["status"], ["show", ONE], ["diff"], ["import", "all.json"])]


@pytest.mark.slow
@pytest.mark.parametrize("arguments", OTHERS, ids=" ".join)
def test_no_command_but_the_update_opens_a_connection(folder: Path, arguments: list[str]) -> None:
    snapshot(folder)
    (folder / "new").mkdir()
    (folder / "raw.txt").write_text(f"A report\n\nThe trial {ONE} was to enroll 20 people.\n")
    (folder / "all.json").write_text(json.dumps(list(real_studies().values())))

    done = subprocess.run(
        [sys.executable, "-c", DENIED, *arguments],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert "socket." not in done.stderr
    assert done.returncode in (0, 1), done.stderr


def test_the_denial_of_connections_works(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", DENIED, "registry", "update", "--base-url", "http://127.0.0.1:9/"],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert "socket." in done.stderr
