"""Front matter proposed for raw articles: what stands in it, what it is marked with, and what it can be read as."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import slopes
from checker.cli import main
from checker.config import settings_from
from checker.draft import DraftProblem, drafted
from checker.engine.article import check_article
from checker.reading import read
from checker.registered import InMemory, RegistryRecord, Study, StudyDate, Version
from checker.yaml_text import yaml_text

RAW = Path(__file__).parent / "data" / "raw" / "stem-cells-for-hands.txt"
TODAY = settings_from({}, today="2018-10-31")
NAME = "articles/stem-cells-for-hands.md"


def front_of(text: str, path: str = NAME, registry: InMemory | None = None) -> str:
    return drafted(text, path, TODAY, registry, path)[0]


def data_of(text: str, path: str = NAME, registry: InMemory | None = None) -> dict[str, Any]:
    """The proposed front matter as the checker reads it."""
    article = read(path, drafted(text, path, TODAY, registry, path)[1], TODAY)
    assert article.front is not None
    assert [] == list(article.faults)
    return article.front.data


def snapshot(updated: str, **facts: Any) -> InMemory:
    version = Version("2026-01-01", updated, "ClinicalTrials.gov", Study(**facts))
    return InMemory([RegistryRecord("NCT02213705", (), (version,))], "2026-01-01")


PLAIN = "Cells\n\nThe open-label Phase 1/2 trial (NCT02213705) is recruiting 20 patients in France.\n"


def test_a_draft_of_a_raw_article_passes_the_check() -> None:
    _, whole = drafted(RAW.read_text(encoding="utf-8"), NAME, TODAY, None, NAME)

    verdict = check_article(NAME, whole, TODAY)

    assert [] == [found for found in verdict.diagnostics if found.severity != "note"]


def test_drafts_of_all_annotated_articles_fit_the_schemas_and_hold_their_trials() -> None:
    named = drawn = 0
    for path in sorted((RAW.parents[3] / "benchmarks" / "claims" / "passages").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        own = read(NAME, text, TODAY)

        draft = read(NAME, drafted(text.split("---\n", 2)[2].lstrip(), NAME, TODAY, None, NAME)[1], TODAY)

        assert ((), ()) == (draft.faults, draft.mismatches), path.name
        numbers = {trial.id for trial in own.trials if trial.id}
        named += len(numbers)
        drawn += len(numbers & {trial.id for trial in draft.trials})
    assert named > 50
    assert drawn > 0.9 * named


def test_a_draft_holds_the_trials_and_what_the_prose_says_of_them() -> None:
    data = data_of(RAW.read_text(encoding="utf-8"))

    assert "Stem cells for stiff hands" == data["title"]
    assert ("2018-10-31", ["Ruth Calder"]) == (data["date"], data["authors"])
    assert ["NCT00962923", "NCT02213705", "NCT03211793", "NCT02975960"] == [trial["id"] for trial in data["trials"]]
    assert {"planned": 20, "analyzed": 14} == data["trials"][0]["enrollment"]
    assert "MANUS" == data["trials"][2]["acronym"]
    assert {"date": "2018-11", "type": "ESTIMATED"} == data["trials"][2]["start_date"]


def test_date_and_author_above_the_title_are_not_taken_for_it() -> None:
    data = data_of("July 24, 2017\nBy Jane Doe\nDosing begins in a trial of sugar rings\n\nThe trial began.\n")

    assert "Dosing begins in a trial of sugar rings" == data["title"]
    assert ("2017-07-24", ["Jane Doe"]) == (data["date"], data["authors"])


def test_numbers_of_two_registries_side_by_side_are_one_trial() -> None:
    text = (
        "Cells\n\nASTRA-2 (NCT03211793, EudraCT 2017-003921-34) has enrolled 412 adults. "
        "See NCT00962932 and NCT0297596.\n"
    )

    data = data_of(text)
    front = front_of(text)

    assert [["2017-003921-34"]] == [trial["other_ids"] for trial in data["trials"]]
    assert ("ASTRA-2", {"enrolled": 412}) == (data["trials"][0]["acronym"], data["trials"][0]["enrollment"])
    assert ["NCT00962932"] == data["mentions"]
    assert "NCT00962932, which fails its check digits" in front
    assert "“NCT0297596”, which is no registration number" in front


def test_places_are_those_of_the_text_and_below_the_front_matter_those_of_the_file() -> None:
    front, whole = drafted(PLAIN, NAME, TODAY, None, NAME)
    above = len(front.splitlines())

    assert "planned: 20  # prose 3:60" in front
    assert f"planned: 20  # prose {3 + above}:60" in whole
    assert "20 patients" == whole.splitlines()[3 + above - 1][59:70]


def test_what_the_registry_says_otherwise_is_marked_at_the_fact() -> None:
    registry = snapshot("2018-09-03", enrollment_count=24, enrollment_type="ESTIMATED", phases=("PHASE1", "PHASE2"))

    front = front_of(PLAIN, registry=registry)

    doubt = "the prose says “20 patients” (3:60), ClinicalTrials.gov 24 (as of September 3, 2018)"
    assert f"planned: 24  # ClinicalTrials.gov; confirm: {doubt}" in front
    assert "phases: [PHASE1, PHASE2]  # ClinicalTrials.gov; prose 3:16" in front
    assert "as_of: 2018-09-03" in front


def test_a_version_younger_than_the_article_doubts_and_does_not_decide() -> None:
    registry = snapshot(
        "2022-07-01",
        enrollment_count=18,
        enrollment_type="ACTUAL",
        overall_status="COMPLETED",
        brief_title="Cells for skin",
        completion_date=StudyDate("2022-06-16", "ACTUAL"),
    )

    front = front_of(PLAIN, registry=registry)

    assert (
        "overall_status: RECRUITING  # prose 3:46; "
        "confirm: ClinicalTrials.gov says COMPLETED (as of July 1, 2022, after the article)" in front
    )
    assert "brief_title: Cells for skin  # ClinicalTrials.gov of July 1, 2022; confirm: whether it held" in front
    assert "completion_date" not in front


def test_a_page_of_html_is_read_as_a_page() -> None:
    page = (
        "<!DOCTYPE html>\n<html><head><title>Cells | News</title>\n"
        '<meta property="article:published_time" content="2018-10-30T09:00:00Z">\n'
        "<script>var x = 'NCT00962923';</script></head>\n<body>\n\n    <h1>Cells for <i>hands</i></h1>\n\n"
        "        <p>A trial (<b>NCT02213705</b>) is recruiting\n\n        20&nbsp;patients.</p></body></html>\n"
    )

    data = data_of(page, "articles/cells.html")
    front = front_of(page, "articles/cells.html")

    assert ("Cells for hands", "2018-10-30", "cells") == (data["title"], data["date"], data["slug"])
    assert ["NCT02213705"] == [trial["id"] for trial in data["trials"]]
    assert {"planned": 20} == data["trials"][0]["enrollment"]
    assert "planned: 20  # prose 11:9" in front


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: There already\n---\nProse.\n",
        "---\ntitle: Not closed\n",
        "\n---\ntitle: Too late\n---\nProse.\n",
        "+++\ntitle = 'Hugo'\n+++\nProse.\n",
        "title: No opening fence\n---\nProse.\n",
    ],
)
def test_front_matter_that_is_there_is_never_written_over(text: str) -> None:
    with pytest.raises(DraftProblem, match="front matter"):
        drafted(text, NAME, TODAY, None, NAME)


HOSTILE = [
    'A "title": with # everything, [it] {can} & *hold* !',
    "- not a list",
    "no",
    "2018-10-31",
    "'; --- \\x00",
    "a: b # checker: ignore enrollment-mismatch",
    "\u202egnitset\u2028new line",
    "1:20",
    "~",
]


@pytest.mark.parametrize("title", HOSTILE)
def test_whatever_a_title_says_it_stays_a_title(title: str) -> None:
    data = data_of(
        f"<h1>{title.replace('<', '')}</h1>\n<p>The trial (NCT02213705) is recruiting 20 patients.</p>", "a.html"
    )

    assert {"title", "slug", "type", "date", "trials"} == set(data)
    assert data["title"]


def test_quotations_cannot_leave_their_comments() -> None:
    text = (
        "Cells\n\nThe trial (NCT02213705) enrolled about\u2028injected: true\u2029 20 patients and up to 30 patients.\n"
    )

    data = data_of(text)

    assert "injected" not in data


@given(st.text())
@settings(max_examples=300)
def test_every_text_reads_back_as_it_was(text: str) -> None:
    article = read(NAME, f"---\ntitle: {yaml_text(text)}\nlist: {yaml_text([text, text])}\n---\n", TODAY)

    assert article.front is not None
    assert text == article.front.data["title"]
    assert [text, text] == article.front.data["list"]


def test_writing_keeps_the_article_below_its_front_matter(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "cells.md"
    body = b"Cells\r\n\r\nThe trial (NCT02213705) is recruiting 20 patients.\r\n"
    path.write_bytes(b"\xef\xbb\xbf" + body)

    first = main(["draft", "--isolated", "--today", "2018-10-31", "--write", str(path)])
    written = path.read_bytes()
    second = main(["draft", "--isolated", "--today", "2018-10-31", "--write", str(path)])

    assert (0, 2) == (first, second)
    assert written == path.read_bytes()
    assert written.startswith(b"\xef\xbb\xbf---\r\n")
    assert written.endswith(b"---\r\n" + body)
    assert b"\n" not in written.replace(b"\r\n", b"")
    assert "has front matter already" in capsys.readouterr().err


def test_what_is_no_file_cannot_be_drafted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == main(["draft", "--isolated", str(tmp_path)])
    assert 2 == main(["draft", "--isolated", str(tmp_path / "gone.txt")])
    assert "Traceback" not in capsys.readouterr().err


def test_a_long_text_of_numbers_takes_time_in_proportion() -> None:
    def numbers(size: int) -> str:
        count = size // 40
        return "Cells\n\n" + "".join(f"Trial NCT{13 * (n + 100_000):08} has 20 patients.\n\n" for n in range(count))

    assert slopes.grows_like_its_length(lambda text: drafted(text, NAME, TODAY, None, NAME), numbers)


def test_standard_input_is_drafted_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import io
    import sys

    body = "Cells\n\nThe trial (NCT02213705) is recruiting 20 patients.\n"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(body.encode())))

    code = main(["draft", "--isolated", "--write", "--stdin-filename", "new/cells.md", "-"])

    out = capsys.readouterr().out
    assert 0 == code
    assert "\nslug: cells" in out
    assert out.endswith("---\n" + body)
