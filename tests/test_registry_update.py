"""Asking the registry: what it answers ends up in the snapshot, and what it fails to answer does not."""

from __future__ import annotations

import asyncio
import copy
import json
import shutil
import subprocess
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from checker.config import Source
from checker.consulted import SnapshotProblem
from checker.registrar import Archive, Updated, update
from checker.registries.client import CAREFUL, Client, Manners, RegistryProblem, checked_url
from checker.run import Site
from checker.settings import Settings
from checker.snapshot import open_snapshot
from registry_server import Server, cutting, dripping, real_studies, refusing, saying, whole_answer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = datetime(2026, 6, 1, 12, 0, 0, tzinfo=UTC)
ONE = "NCT04542642"


class World:
    """A clock that only sleeping moves, so that no test waits."""

    def __init__(self) -> None:
        self.time = 1000.0
        self.slept: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.time += seconds

    def client(self, server: Server, manners: Manners = CAREFUL) -> Client:
        return Client(
            server.url, manners, sleep=self.sleep, clock=lambda: self.time, now=lambda: NOW, chance=lambda: 0.5
        )


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY", "https_proxy", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with Server(real_studies()) as server:
        yield server


def archive(folder: Path, *ids: str, snapshot: str = "registry") -> Archive:
    settings = Settings(today="2026-06-01", snapshot=snapshot)
    return Archive(Site(Source(None, str(folder), {}), settings), dict.fromkeys(ids, ("articles/a.md",)))


def updated(
    folder: Path, world: World, server: Server, *ids: str, today: str = "2026-06-01", manners: Manners = CAREFUL
) -> Updated:
    return update(archive(folder, *ids), world.client(server, manners), today, whole=True)


def state(folder: Path) -> dict[str, bytes]:
    """The bytes of every file of the snapshot."""
    return {path.name: path.read_bytes() for path in sorted((folder / "registry").glob("*"))}


def test_studies_are_asked_for_in_batches_and_written_one_file_each(
    tmp_path: Path, world: World, server: Server
) -> None:
    result = updated(tmp_path, world, server, *server.studies)

    snapshot = open_snapshot("registry", str(tmp_path))
    assert snapshot is not None
    record = snapshot.find(ONE)
    assert record is not None
    assert record.newest is not None
    assert record.newest.seen == "2026-06-01"
    assert record.newest.source == "ClinicalTrials.gov"
    assert set(server.studies) == set(result.changed) == set(snapshot.ids())
    assert snapshot.fetched == "2026-06-01"
    assert snapshot.said["data_timestamp"] == server.stamp
    assert len(server.requests) == 2
    assert not (tmp_path / ".registry.update").exists()


def test_pages_are_followed_to_their_end(tmp_path: Path, world: World, server: Server) -> None:
    server.page = 3

    result = updated(tmp_path, world, server, *server.studies)

    assert set(server.studies) == set(result.changed)
    assert [True] * (len(server.requests) - 2) == ["pageToken" in request for request in server.requests[2:]]


def test_no_two_requests_begin_within_a_second(tmp_path: Path, world: World, server: Server) -> None:
    server.page = 1

    updated(tmp_path, world, server, *server.studies)

    assert [1.0] * (len(server.requests) - 1) == world.slept


def test_an_alias_leads_to_its_record_and_is_found_by_either_number(
    tmp_path: Path, world: World, server: Server
) -> None:
    server.aliases["NCT00000013"] = ONE

    updated(tmp_path, world, server, "NCT00000013")

    snapshot = open_snapshot("registry", str(tmp_path))
    assert snapshot is not None
    assert snapshot.find("NCT00000013") == snapshot.find(ONE)
    assert snapshot.digest("NCT00000013") != ""


def test_what_the_registry_does_not_know_is_noted_with_the_day(tmp_path: Path, world: World, server: Server) -> None:
    result = updated(tmp_path, world, server, ONE, "NCT09000007")

    snapshot = open_snapshot("registry", str(tmp_path))
    assert snapshot is not None
    record = snapshot.find("NCT09000007")
    assert record is not None
    assert ("2026-06-01", ()) == (record.missing, record.versions)
    assert ("NCT09000007",) == result.missing


def test_a_record_that_goes_missing_keeps_the_versions_that_were_seen(
    tmp_path: Path, world: World, server: Server
) -> None:
    updated(tmp_path, world, server, ONE)
    del server.studies[ONE]
    updated(tmp_path, world, server, ONE, today="2026-07-01")

    snapshot = open_snapshot("registry", str(tmp_path))
    assert snapshot is not None
    record = snapshot.find(ONE)
    assert record is not None
    assert record.missing == "2026-07-01"
    assert len(record.versions) == 1


def test_a_second_look_without_news_changes_no_record(tmp_path: Path, world: World, server: Server) -> None:
    updated(tmp_path, world, server, *server.studies)
    before = state(tmp_path)

    result = updated(tmp_path, world, server, *server.studies, today="2026-06-02")

    after = state(tmp_path)
    assert result.changed == ()
    assert {"changes.json", "snapshot.json"} == {name for name in after if after[name] != before[name]}


def test_a_look_at_some_records_is_noted_with_them_and_not_with_all(
    tmp_path: Path, world: World, server: Server
) -> None:
    updated(tmp_path, world, server, *server.studies)

    some = update(archive(tmp_path, ONE), world.client(server), "2026-07-01", whole=False)

    snapshot = open_snapshot("registry", str(tmp_path))
    assert snapshot is not None
    looked_up = [record.looked_up for record in map(snapshot.find, (ONE, "NCT02782117")) if record]
    assert ((), "2026-06-01") == (some.changed, snapshot.fetched)
    assert ["2026-07-01", "2026-06-01"] == looked_up


def test_a_changed_study_becomes_another_version_and_the_old_one_stays(
    tmp_path: Path, world: World, server: Server
) -> None:
    updated(tmp_path, world, server, ONE)
    study = server.studies[ONE] = copy.deepcopy(server.studies[ONE])
    study["protocolSection"]["statusModule"]["overallStatus"] = "TERMINATED"
    study["protocolSection"]["statusModule"]["lastUpdatePostDateStruct"]["date"] = "2026-06-09"
    updated(tmp_path, world, server, ONE, today="2026-06-10")

    record = open_snapshot("registry", str(tmp_path)).find(ONE)  # type: ignore[union-attr]
    assert record is not None
    assert ["2026-06-01", "2026-06-10"] == [version.seen for version in record.versions]
    assert record.newest is not None
    assert record.newest.study.overall_status == "TERMINATED"
    assert record.as_of("2026-06-08") == record.versions[0]


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_a_passing_failure_is_waited_out(tmp_path: Path, world: World, server: Server, status: int) -> None:
    server.script = [None, refusing(status), refusing(status)]

    updated(tmp_path, world, server, ONE)

    assert len(server.requests) == 4
    assert [1.0, 1.0, 2.0] == world.slept


def test_the_wait_that_the_registry_asks_for_is_kept(tmp_path: Path, world: World, server: Server) -> None:
    server.script = [refusing(429, Retry_After="17"), refusing(503, Retry_After="Mon, 01 Jun 2026 12:00:42 GMT")]

    updated(tmp_path, world, server, ONE)

    assert [17.0, 42.0] == world.slept[:2]


@pytest.mark.parametrize(
    ("said", "waited"),
    [("99999", 120.0), ("-5", 1.0), ("soon", 1.0), ("0", 1.0), ("Mon, 01 Jun 1998 12:00:42 GMT", 1.0)],
)
def test_the_wait_is_bounded(tmp_path: Path, world: World, server: Server, said: str, waited: float) -> None:
    server.script = [refusing(429, Retry_After=said)]

    updated(tmp_path, world, server, ONE)

    assert waited == world.slept[0]


def broken(study: dict[str, Any], *route: str, by: Any) -> dict[str, Any]:
    """A study with one part replaced."""
    study = copy.deepcopy(study)
    here = study
    for step in route[:-1]:
        here = here[step]
    here[route[-1]] = by
    return study


def unusable(studies: dict[str, Any]) -> dict[str, Any]:
    """Answers that no patience makes good."""
    one = studies[ONE]
    other = studies["NCT02782117"]
    return {
        "an error for good": refusing(500),
        "forbidden": refusing(403),
        "not there": refusing(404),
        "asked for less": refusing(400),
        "a page for people": saying("<html>Log in</html>", Content_Type="text/html"),
        "JSON by another name": saying({"studies": [one]}, Content_Type="text/plain"),
        "no type": saying({"studies": [one]}, Content_Type=""),
        "a list": saying([one]),
        "no list of studies": saying({"studies": one}),
        "a study that nobody asked for": saying({"studies": [other]}),
        "pages without end": saying({"studies": [one], "nextPageToken": "again"}),
        "a page token of another type": saying({"studies": [one], "nextPageToken": ["a"]}),
        "half of it": cutting(whole_answer({"studies": [one]}), 900),
        "half of it, and no length": lambda here: here.raw(
            b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{"studies": ['
        ),
        "silence": cutting(b"", 0),
        "not HTTP": cutting(b"SSH-2.0-OpenSSH\r\n", 17),
        "deep": saying("[" * 100_000, Content_Type="application/json"),
        "not gzip": saying({"studies": [one]}, Content_Encoding="gzip"),
        "a long text where a study belongs": saying({"studies": ["x" * 1000]}),
        "a study of another type": saying({"studies": [broken(one, "protocolSection", by=[])]}),
        "a module of another type": saying({"studies": [broken(one, "protocolSection", "statusModule", by="gone")]}),
        "a count of another type": saying(
            {"studies": [broken(one, "protocolSection", "designModule", "enrollmentInfo", "count", by="many")]}
        ),
        "a date of another type": saying(
            {"studies": [broken(one, "protocolSection", "statusModule", "startDateStruct", "date", by="soon")]}
        ),
        "no number": saying({"studies": [broken(one, "protocolSection", "identificationModule", by={})]}),
        "elsewhere": lambda here: here.say(301, {}, {"Location": "https://example.com/"}),
    }


@pytest.mark.parametrize("how", sorted(unusable(real_studies())))
def test_an_answer_that_cannot_be_used_leaves_the_old_snapshot(
    tmp_path: Path, world: World, server: Server, how: str
) -> None:
    updated(tmp_path, world, server, "NCT02782117")
    before = state(tmp_path)
    server.script = [None]
    server.always = unusable(server.studies)[how]

    with pytest.raises(RegistryProblem):
        updated(tmp_path, world, server, ONE, "NCT02782117", today="2026-07-01")

    assert before == state(tmp_path)
    assert not (tmp_path / ".registry.update").exists()


def test_one_record_that_cannot_be_used_is_named_and_the_others_written_where_that_is_asked(
    tmp_path: Path, world: World, server: Server
) -> None:
    updated(tmp_path, world, server, ONE, "NCT02782117", today="2026-05-01")
    before = state(tmp_path)
    server.studies[ONE] = broken(
        server.studies[ONE], "protocolSection", "designModule", "enrollmentInfo", "count", by="many"
    )
    server.studies["NCT02782117"] = broken(
        server.studies["NCT02782117"], "protocolSection", "statusModule", "overallStatus", by="SUSPENDED"
    )

    site, client = archive(tmp_path, ONE, "NCT02782117"), world.client(server)
    done = update(site, client, "2026-06-01", whole=True, keep_going=True)

    assert ("NCT02782117",) == done.changed
    assert [True] == [ONE in reason and "'many'" in reason for reason in done.refused]
    assert () == done.missing
    after = state(tmp_path)
    assert before[f"{ONE}.json"] == after[f"{ONE}.json"]
    assert '"fetched": "2026-05-01"' in after["snapshot.json"].decode()


def test_an_answer_that_is_too_large_is_not_read_to_its_end(tmp_path: Path, world: World, server: Server) -> None:
    small = CAREFUL._replace(largest=2000)

    with pytest.raises(RegistryProblem, match="larger than 2000 bytes"):
        updated(tmp_path, world, server, *server.studies, manners=small)

    assert not (tmp_path / "registry").exists()


def test_an_answer_that_inflates_is_measured_inflated(tmp_path: Path, world: World, server: Server) -> None:
    import gzip

    bomb = gzip.compress(b" " * 3_000_000)
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n"
    server.script = [None, lambda here: here.raw(head % len(bomb) + bomb)]

    with pytest.raises(RegistryProblem, match="larger than"):
        updated(tmp_path, world, server, ONE, manners=CAREFUL._replace(largest=1_000_000))


@pytest.mark.parametrize("part", ["headers", "body"])
def test_an_answer_that_drips_is_given_up_after_a_while(
    tmp_path: Path, world: World, server: Server, part: str
) -> None:
    answer = whole_answer({"studies": [server.studies[ONE]]})
    start = 0 if part == "headers" else answer.index(b"\r\n\r\n") + 4

    def act(here: Any) -> bool:
        here.wfile.write(answer[:start])
        return dripping(answer[start:], 0.02)(here)

    server.script = [None, act, act]

    with pytest.raises(RegistryProblem, match="no whole answer"):
        updated(tmp_path, world, server, ONE, manners=CAREFUL._replace(deadline=0.15))

    assert len(server.requests) == 3


def test_a_connection_cut_at_any_byte_is_tried_again(
    tmp_path: Path, world: World, server: Server, request: pytest.FixtureRequest
) -> None:
    studies = {"studies": [server.studies[ONE]]}
    answer = whole_answer(studies)
    step = max(1, len(answer) // (2 * request.config.getoption("--times")))
    expected = None

    for at in {1, 8, 17, 40, *range(0, len(answer), step), len(answer) - 1}:
        server.script = [None, cutting(answer, at)]
        updated(tmp_path / str(at), world, server, ONE)
        expected = expected or state(tmp_path / str(at))
        assert expected == state(tmp_path / str(at))


def test_an_interrupted_update_goes_on_where_it_was(tmp_path: Path, world: World, server: Server) -> None:
    many = {
        f"NCT{number:08}": broken(
            server.studies[ONE], "protocolSection", "identificationModule", "nctId", by=f"NCT{number:08}"
        )
        for number in range(1, 251)
    }
    server.studies = many
    server.script = [None, None, None, *[refusing(500)] * 5]

    with pytest.raises(RegistryProblem):
        updated(tmp_path, world, server, *many)
    assert not (tmp_path / "registry").exists()
    server.requests.clear()
    result = updated(tmp_path, world, server, *many)

    assert set(many) == set(result.changed)
    assert ["/api/v2/version", "/api/v2/studies"] == [request.partition("?")[0] for request in server.requests]
    assert not (tmp_path / ".registry.update").exists()


def test_an_update_without_news_leaves_nothing_beside_the_snapshot(
    tmp_path: Path, world: World, server: Server
) -> None:
    updated(tmp_path, world, server, ONE)
    updated(tmp_path, world, server, ONE)
    before = state(tmp_path)

    updated(tmp_path, world, server, ONE)

    assert before == state(tmp_path)
    assert ["registry"] == [path.name for path in tmp_path.iterdir()]


def test_answers_of_another_state_of_the_registry_are_asked_for_again(
    tmp_path: Path, world: World, server: Server
) -> None:
    staging = tmp_path / ".registry.update"
    staging.mkdir()
    head = {"base_url": server.url, "api_version": "2.0.5", "data_timestamp": "2026-05-29T09:00:05", "fields": 1}
    line = {"asked": ONE, "study": None}
    (staging / "answers.jsonl").write_text(f"{json.dumps(head)}\n{json.dumps(line)}\n")

    result = updated(tmp_path, world, server, ONE)

    assert () == result.missing


def test_answers_that_were_cut_short_are_asked_for_again(tmp_path: Path, world: World, server: Server) -> None:
    staging = tmp_path / ".registry.update"
    staging.mkdir()
    head = {"base_url": server.url, "api_version": "2.0.5", "data_timestamp": server.stamp, "fields": 1}
    line = json.dumps({"asked": ONE, "study": server.studies[ONE]})
    (staging / "answers.jsonl").write_text(f"{json.dumps(head)}\n{line}"[:-20])

    result = updated(tmp_path, world, server, ONE, "NCT02782117")

    assert ("NCT02782117", ONE) == result.changed


@pytest.mark.parametrize("place", ["../elsewhere", "/elsewhere", ".", "", "linked", "../x.sqlite"])
def test_nothing_is_written_outside_the_folder_of_the_settings(
    tmp_path: Path, world: World, server: Server, place: str
) -> None:
    site, outside = tmp_path / "site", tmp_path / "outside"
    site.mkdir()
    outside.mkdir()
    (site / "linked").symlink_to(outside)

    with pytest.raises(SnapshotProblem, match="outside"):
        update(archive(site, ONE, snapshot=place), world.client(server), "2026-06-01", whole=True)

    assert ["linked"] == [path.name for path in site.iterdir()]
    assert ["outside", "site"] == sorted(path.name for path in tmp_path.iterdir())


def test_two_updates_at_once_do_not_meet(tmp_path: Path, world: World, server: Server) -> None:
    pytest.importorskip("fcntl")
    from checker.registries.updating import alone

    with alone(str(tmp_path / "registry")), pytest.raises(SnapshotProblem, match="Another update"):
        updated(tmp_path, world, server, ONE)


@pytest.mark.parametrize(
    "url",
    [
        *("", "clinicaltrials.gov", "ftp://clinicaltrials.gov", "http://example.com/api/v2", "https://", "http://["),
        *("http://127.0.0.1.example.com", "http://localhost.example.com"),
    ],
)
def test_an_address_that_is_none_or_unencrypted_is_refused(url: str) -> None:
    with pytest.raises(RegistryProblem):
        checked_url(url)


def test_a_mirror_may_be_named_by_its_host_alone(tmp_path: Path, world: World, server: Server) -> None:
    server.url = server.url.removesuffix("/api/v2")

    result = updated(tmp_path, world, server, ONE)

    assert (ONE,) == result.changed


def test_the_proxy_of_the_environment_is_asked_and_not_for_this_machine(
    tmp_path: Path, world: World, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = server.url.removesuffix("/api/v2")
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")

    asyncio.run(world.client(server).state())
    with pytest.raises(RegistryProblem):
        asyncio.run(Client("https://registry.example/api/v2", sleep=world.sleep, clock=lambda: world.time).state())

    assert ["/api/v2/version", *["CONNECT registry.example:443"] * 5] == server.requests


@pytest.mark.skipif(not shutil.which("openssl"), reason="needs openssl to make a certificate")
def test_a_registry_is_believed_by_its_certificate_alone(
    tmp_path: Path, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = tmp_path / "both.pem"
    given = ["-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    given += ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(both), "-out", str(tmp_path / "own.pem")]
    subprocess.run(["openssl", "req", "-x509", *given], check=True, capture_output=True)
    own = tmp_path / "own.pem"
    both.write_text(both.read_text() + own.read_text())

    with Server(real_studies(), both) as server:
        monkeypatch.delenv("SSL_CERT_FILE", raising=False)
        with pytest.raises(RegistryProblem, match="certificate"):
            updated(tmp_path, world, server, ONE)
        monkeypatch.setenv("SSL_CERT_FILE", str(own))
        result = updated(tmp_path, world, server, ONE)

    assert (ONE,) == result.changed


def test_the_certificates_of_the_environment_are_used(
    tmp_path: Path, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "none.pem").write_text("no certificate")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))

    with pytest.raises(RegistryProblem, match="could not be set up"):
        Client("https://registry.example/api/v2")
