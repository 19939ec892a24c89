"""The ledger of claims: what an article says, held against its records, and how the ledger is printed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from checker.claims.ledger import claims, quote
from checker.cli import main
from checker.reading import read
from checker.schemas import schema_text
from checker.settings import Disclaimer, Settings
from newsroom import article, write

if TYPE_CHECKING:
    from pathlib import Path

RECORD = """
  - id: NCT03211793
    acronym: CELLSIGHT
    overall_status: COMPLETED
    phases: [PHASE2]
    design: {masking: DOUBLE}
    countries: [Netherlands]
    sites: 3"""
BODY = "The CELLSIGHT trial (NCT03211793) was a phase 3 study. It ran in the Netherlands, at 3 hospitals."


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ledger(body: str, records: str = RECORD, **more: Any) -> list[tuple[str, str | None, str]]:
    made = read("a.md", f"---\ntrials:{records}\n---\n\n{body}\n", Settings(today="2026-06-01", **more))
    return [(claim.found.kind, claim.trial, claim.verdict) for claim in made.once(claims)]


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert main(["claims", "--today", "2026-06-01", "--output-format", "json", *arguments]) == 0
    printed: dict[str, Any] = json.loads(capsys.readouterr().out)
    validator().validate(printed)
    return printed


def validator() -> Draft202012Validator:
    whole, one = (json.loads(schema_text(name)) for name in ("claims", "diagnostic"))
    registry: Registry[Any] = Registry().with_resources(
        (schema["$id"], Resource.from_contents(schema)) for schema in (whole, one)
    )
    return Draft202012Validator(whole, registry=registry)


def test_a_claim_is_bound_to_its_trial_and_judged_by_its_record() -> None:
    found = ledger(BODY)

    assert ("phase", "NCT03211793", "contradicted") in found
    assert ("countries", "NCT03211793", "supported") in found


SECOND = RECORD.replace("NCT03211793", "NCT03187691").replace("CELLSIGHT", "CELLFORCE")


def test_what_is_said_of_each_of_two_trials_is_wrong_if_one_record_says_otherwise() -> None:
    body = "CELLFORCE (NCT03187691) and CELLSIGHT (NCT03211793) were alike: both trials were phase 3 studies."
    records = RECORD + SECOND.replace("PHASE2", "PHASE3")

    found = [(trial, verdict) for kind, trial, verdict in ledger(body, records) if kind == "phase"]

    assert found in ([("NCT03211793", "contradicted")], [(None, "unbound")])


def test_words_that_may_speak_of_either_of_two_trials_are_wrong_only_if_both_records_say_otherwise() -> None:
    body = "CELLSIGHT (NCT03211793) and CELLFORCE (NCT03187691) enrolled 62 people."
    counts = [record + "\n    enrollment: {enrolled: %d}" for record in (RECORD, SECOND)]

    found = [verdict for kind, _, verdict in ledger(body, counts[0] % 31 + counts[1] % 31) if kind == "enrollment"]

    assert "contradicted" not in found


def test_what_is_said_of_one_of_two_trials_that_letters_tell_apart_is_not_held_against_the_record() -> None:
    body = "CELLSIGHT was in Phase 2b at 3 hospitals. The Phase 2a asthma test ran at 9 hospitals."

    assert [("sites", "supported"), ("sites", "unsupported")] == [
        (kind, verdict) for kind, _, verdict in ledger(body) if kind == "sites"
    ]
    assert ("sites", "NCT03211793", "contradicted") in ledger(body.replace("2b", "2a"))


def test_a_disclaimer_makes_no_claims() -> None:
    text = "{publication} reports on phase 3 trials like CELLSIGHT, and nothing here is medical advice to anybody."
    body = text.replace("{publication}", "The Daily Trial")

    assert ledger(body) != []
    assert ledger(body, publication="The Daily Trial", disclaimers=(Disclaimer("advice", text),)) == []


def test_a_quote_is_what_stands_at_the_claim() -> None:
    made = read(
        "a.md", f"---\ntrials:{RECORD}\n---\n\nIt was a **phase 3** study, NCT03211793.\n", Settings("2026-06-01")
    )

    claim = next(claim for claim in made.once(claims) if claim.found.kind == "phase")

    assert "phase 3" in quote(made, claim).lower()
    assert "phase 3" in made.text[claim.span.start : claim.span.end]


def test_the_ledger_is_printed_as_its_schema_says(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, report=article(BODY, trials=RECORD))

    (printed,) = told(capsys)["articles"]

    (phase,) = (claim for claim in printed["claims"] if claim["kind"] == "phase")
    assert printed["path"] == "articles/report.md"
    assert (phase["verdict"], phase["value"], phase["trial"]) == ("contradicted", "3", "NCT03211793")
    assert (phase["fact"]["pointer"], phase["fact"]["value"]) == ("/trials/0/phases", ["PHASE2"])
    assert printed["coverage"]["claims"] == len(printed["claims"])
    assert printed["coverage"]["contradicted"] == 1


def test_text_without_front_matter_has_claims_that_nothing_supports(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import io
    import sys

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{BODY}\n".encode())))

    (printed,) = told(capsys, "-")["articles"]

    assert printed["path"] == "-"
    assert printed["claims"]
    assert {claim["verdict"] for claim in printed["claims"]} <= {"unsupported", "unbound"}
    assert "NCT03211793" in {claim["trial"] for claim in printed["claims"]}
    assert all(claim["fact"] is None for claim in printed["claims"])


def test_the_table_tells_each_claim_and_how_many_are_covered(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, report=article(BODY, trials=RECORD))

    assert main(["claims", "--color", "always"]) == 0

    printed = capsys.readouterr().out
    assert "/trials/0/phases = PHASE2" in printed
    assert "\x1b[1;31mcontradicted" in printed
    assert "1 contradicted" in printed.splitlines()[-2]


def test_nothing_in_an_article_reaches_a_terminal_raw(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, report=article("The \x1b[31mCELLSIGHT\u202e trial was a phase\u202f3 \x9b study.", trials=RECORD))

    main(["claims", "--color", "never"])

    assert all(char == "\n" or char.isprintable() for char in capsys.readouterr().out)


def test_an_article_that_cannot_be_read_leaves_the_job_undone(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, report=article(BODY))
    (here / "articles" / "bad.md").write_bytes(b"\xff\xfe")

    assert main(["claims", "--output-format", "json"]) == 2

    streams = capsys.readouterr()
    assert [each["path"] for each in json.loads(streams.out)["articles"]] == ["articles/report.md"]
    assert "bad.md" in streams.err
