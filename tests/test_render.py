"""Each format against its grammar, with articles that try to be more than text."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import jsonschema
import pytest
import xmlschema
from hypothesis import given
from hypothesis import strategies as st
from referencing import Registry, Resource

from checker.diagnostic import Diagnostic, PlacedEdit, PlacedFix, Related, Report, Severity, Summary, Suppressed
from checker.render import FORMATS, Context, RuleCard, render, visible
from checker.render.github import LIMIT, job_summary
from checker.text import Lines, Place, Range, Span

SCHEMAS = Path(__file__).parent.parent / "schemas"
DATA = Path(__file__).parent / "data"

HOSTILE = [
    "::error::x",
    " \t::set-output name=a::b",
    "##[add-mask]phase",
    "##vso[task.setvariable variable=a]b",
    "\x1b[31mred\x1b[0m",
    "\x9b31m",
    "<script>alert(1)</script>",
    "]]>",
    "<!-- -->",
    "a\nb\r\nc\rd",
    "𐐀 and 🧪",
    "one\u2028two\u2029three\x85four\x0bfive\x0csix",
    "\u202egnp.exe\u202c \u2066x\u2069 \u200b\ufeff",
    "100%25 %0A::error::x",
    "[click](http://example.org) **bold** `code` | cell | @user http://example.org www.example.org",
    "\ud800 alone",
    "\x00\ufffe\uffff\U000e0041",
    "title=x,file=y::z",
]

ARTICLE = """\
---
trials:
  - id: NCT00962923
    phases: [PHASE3]
---
The phase 2 trial ended.

\tDie 幹細胞-Studie e\u0301ndete: phase 2.

Two
lines here.
"""


def found(text: str, severity: Severity = "error", article: str = ARTICLE, **more: Any) -> Diagnostic:
    given = {"message": "The prose says Phase 2, the trial record Phase 3.", "fingerprint": "f00d"} | more
    return Diagnostic("articles/a.md", spot(text, article), "phase-mismatch", "claim", severity, **given)


def spot(text: str, article: str = ARTICLE) -> Range:
    start = article.index(text)
    return Lines(article).range(Span(start, start + len(text)))


def reported(*diagnostics: Diagnostic, suppressed: tuple[Suppressed, ...] = ()) -> Report:
    def count(severity: str) -> int:
        return sum(one.severity == severity for one in diagnostics)

    fixable = sum(one.fix is not None for one in diagnostics)
    summary = Summary(2, 2, 0, 0, 0, count("error"), count("warning"), count("note"), fixable)
    return Report(diagnostics, suppressed, summary)


def rendered(name: str, report: Report, **context: Any) -> str:
    return "".join(render(name, report, Context(**{"text": {"articles/a.md": ARTICLE}.get} | context)))


def hostile(text: str) -> Diagnostic:
    """A diagnostic with one text wherever an article's words can get into it."""
    place = Range(Place(1, 1), Place(1, 2))
    return Diagnostic(
        path=text,
        range=place,
        rule="phase-mismatch",
        family="claim",
        severity="error",
        message=text,
        help=text,
        trial=text,
        pointer=text,
        related=(Related(text, place, text),),
        fix=PlacedFix(text, True, (PlacedEdit(place, text),)),
        fingerprint="f00d",
    )


# The grammars of the formats, as far as we write them: closed, so that what is not meant is noticed.


def shape(*optional: str, **properties: Any) -> dict[str, Any]:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def listed(items: dict[str, Any], least: int = 0) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": least}


TEXT = {"type": "string"}
FILLED = {"type": "string", "minLength": 1}
COUNT = {"type": "integer", "minimum": 1}
URI = {"type": "string", "pattern": r"^[A-Za-z0-9._~/%-]*$"}

GITLAB = listed(
    shape(
        description=TEXT,
        check_name=FILLED,
        fingerprint={"type": "string", "pattern": "^[0-9a-f]{64}$"},
        severity={"enum": ["info", "minor", "major", "critical", "blocker"]},
        location=shape(path=TEXT, lines=shape(begin=COUNT, end=COUNT)),
    )
)

RD_PLACE = shape("column", line=COUNT, column=COUNT)
RD_RANGE = shape(start=RD_PLACE, end=RD_PLACE)
RD_LOCATION = shape(path=TEXT, range=RD_RANGE)
RDJSON = shape(
    source=shape("url", name=FILLED, url=FILLED),
    diagnostics=listed(
        shape(
            "suggestions",
            "related_locations",
            message=TEXT,
            location=RD_LOCATION,
            severity={"enum": ["ERROR", "WARNING", "INFO"]},
            code=shape("url", value=FILLED, url=FILLED),
            suggestions=listed(shape(range=RD_RANGE, text=TEXT), 1),
            related_locations=listed(shape(message=TEXT, location=RD_LOCATION), 1),
        )
    ),
)

LEVEL = {"enum": ["error", "warning", "note"]}
MESSAGE = shape(text=TEXT)
ARTIFACT = shape(uri=URI, uriBaseId={"const": "%SRCROOT%"})
REGION = shape(startLine=COUNT, startColumn=COUNT, endLine=COUNT, endColumn=COUNT)
PHYSICAL = shape(artifactLocation=ARTIFACT, region=REGION)
SARIF_RULE = shape(
    "helpUri",
    id=FILLED,
    shortDescription=shape(text=FILLED),
    fullDescription=shape(text=FILLED),
    help=shape("markdown", text=FILLED, markdown=FILLED),
    helpUri=FILLED,
    defaultConfiguration=shape(level=LEVEL),
    properties=shape(tags=listed(FILLED, 1)),
)
SARIF_RESULT = shape(
    "relatedLocations",
    "fixes",
    "suppressions",
    "properties",
    ruleId=FILLED,
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=MESSAGE,
    locations=listed(shape(physicalLocation=PHYSICAL), 1),
    partialFingerprints=shape(**{"checker/v1": {"type": "string", "pattern": "^[0-9a-z]*:[0-9]+$"}}),
    relatedLocations=listed(shape(physicalLocation=PHYSICAL, id=COUNT, message=MESSAGE), 1),
    fixes=listed(
        shape(
            description=MESSAGE,
            artifactChanges=listed(
                shape(
                    artifactLocation=ARTIFACT,
                    replacements=listed(shape(deletedRegion=REGION, insertedContent=shape(text=TEXT)), 1),
                ),
                1,
            ),
        ),
        1,
    ),
    suppressions=listed(shape(kind={"enum": ["inSource", "external"]}, justification=TEXT), 1),
    properties=shape("trial", "pointer", trial=TEXT, pointer=TEXT),
)
SARIF = shape(
    **{"$schema": FILLED},
    version={"const": "2.1.0"},
    runs=listed(
        shape(
            "originalUriBaseIds",
            tool=shape(
                driver=shape(
                    "version",
                    "semanticVersion",
                    "informationUri",
                    name={"const": "checker"},
                    version=FILLED,
                    semanticVersion=FILLED,
                    informationUri=FILLED,
                    rules=listed(SARIF_RULE),
                )
            ),
            invocations=listed(shape(executionSuccessful={"type": "boolean"}), 1),
            originalUriBaseIds=shape(**{"%SRCROOT%": shape(uri={"type": "string", "pattern": "^file:///(.*/)?$"})}),
            columnKind={"const": "unicodeCodePoints"},
            properties=shape(summary={"type": "object"}),
            results=listed(SARIF_RESULT),
        ),
        1,
    ),
)

JUNIT = {
    # element: (attributes, children in their order)
    "testsuites": (set(), ["testsuite"]),
    "testsuite": (
        {"name", "package", "id", "hostname", "timestamp", "tests", "failures", "errors", "skipped", "time"},
        ["properties", "testcase", "system-out", "system-err"],
    ),
    "properties": (set(), ["property"]),
    "property": ({"name", "value"}, []),
    "testcase": ({"classname", "name", "time"}, ["failure", "error"]),
    "failure": ({"type", "message"}, []),
    "error": ({"type", "message"}, []),
    "system-out": (set(), []),
    "system-err": (set(), []),
}


def holds_as_junit(element: ElementTree.Element) -> None:
    attributes, order = JUNIT[element.tag]
    assert attributes == set(element.attrib)
    positions = [order.index(child.tag) for child in element]
    assert sorted(positions) == positions
    if element.tag == "testcase":
        assert len(element) <= 1
    for child in element:
        holds_as_junit(child)


def holds(name: str, text: str) -> None:
    """Whether a text is of the format's grammar."""
    if name == "junit":
        suites = ElementTree.fromstring(text)
        holds_as_junit(suites)
        suite = suites[0]
        assert int(suite.attrib["tests"]) == len(suite.findall("testcase"))
        assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure"))
        assert int(suite.attrib["errors"]) == len(suite.findall("testcase/error"))
    else:
        schema = {"gitlab": GITLAB, "rdjson": RDJSON, "sarif": SARIF}[name]
        jsonschema.Draft202012Validator(schema).validate(json.loads(text))


def test_the_formats_are_the_modules_of_the_folder() -> None:
    expected = ("concise", "full", "github", "gitlab", "json", "jsonl", "junit", "rdjson", "sarif")

    assert expected == FORMATS


# What people read.


def test_the_full_format_shows_the_place_the_fact_the_help_and_the_fix() -> None:
    report = reported(
        found(
            "phase 2 trial",
            help="Correct the prose, or the record if the registry changed.",
            related=(Related("articles/a.md", spot("[PHASE3]"), "The record says Phase 3."),),
            fix=PlacedFix("Say Phase 3", False, (PlacedEdit(spot("phase 2"), "phase 3"),)),
        ),
        found("幹細胞", "warning"),
        found("phase 2.", "note"),
        found("Two\nlines", "note"),
    )

    expected = """\
articles/a.md:6:5: error[phase-mismatch] The prose says Phase 2, the trial record Phase 3.
  6 | The phase 2 trial ended.
    |     ^^^^^^^^^^^^^
  see articles/a.md:4:13: The record says Phase 3.
  4 |     phases: [PHASE3]
    |             --------
  help: Correct the prose, or the record if the registry changed.
  fix (unsafe): Say Phase 3

articles/a.md:8:6: warning[phase-mismatch] The prose says Phase 2, the trial record Phase 3.
  8 |     Die 幹細胞-Studie e\u0301ndete: phase 2.
    |         ^^^^^^

articles/a.md:8:26: note[phase-mismatch] The prose says Phase 2, the trial record Phase 3.
  8 |     Die 幹細胞-Studie e\u0301ndete: phase 2.
    |                               ^^^^^^^^

articles/a.md:10:1: note[phase-mismatch] The prose says Phase 2, the trial record Phase 3.
  10 | Two
     | ^^^ … and 1 more line

Checked 2 articles: 1 error, 1 warning, 2 notes, 1 fixable with --fix.
"""
    assert expected == rendered("full", report)


def test_the_concise_format_has_a_line_a_diagnostic_and_then_the_summary() -> None:
    report = reported(found("phase 2 trial"), found("Two\nlines", "warning"))

    expected = """\
articles/a.md:6:5: error[phase-mismatch] The prose says Phase 2, the trial record Phase 3.
articles/a.md:10:1: warning[phase-mismatch] The prose says Phase 2, the trial record Phase 3.
Checked 2 articles: 1 error, 1 warning.
"""
    assert expected == rendered("concise", report)


@pytest.mark.parametrize("name", ["full", "concise"])
def test_a_quiet_run_has_no_summary(name: str) -> None:
    assert rendered(name, reported(), verbosity=-1) == ""


@pytest.mark.parametrize(
    ("summary", "context", "expected"),
    [
        (Summary(), {}, "Checked 0 articles: nothing to report.\n"),
        (Summary(1, 1), {}, "Checked 1 article: nothing to report.\n"),
        (
            Summary(7, 6, 0, 0, 1, 2, 1, 0, 1),
            {},
            "Checked 6 of 7 articles (1 excluded): 2 errors, 1 warning, 1 fixable with --fix.\n",
        ),
        (Summary(7, 4, 0, 2, 1), {}, "Checked 4 of 7 articles (2 skipped, 1 excluded): nothing to report.\n"),
        (Summary(3, 3, 2), {"verbosity": 1}, "Checked 3 articles, 2 of them unchanged: nothing to report.\n"),
        (
            Summary(3, 3, notes=2, errors=1),
            {"shown": "warning"},
            "Checked 3 articles: 1 error, 2 notes (not shown).\n",
        ),
    ],
)
def test_the_summary_counts_add_up(summary: Summary, context: dict[str, Any], expected: str) -> None:
    assert expected == rendered("concise", Report((), (), summary), **context)


def test_the_summary_tells_how_many_are_suppressed_or_accepted() -> None:
    quoted = Suppressed(found("phase 2"), "quoted")
    report = Report((), (quoted, quoted._replace(kind="external"), quoted), Summary(1, 1))

    assert rendered("concise", report) == "Checked 1 article: 2 suppressed, 1 in the baseline.\n"


def test_statistics_name_the_most_frequent_rule_first() -> None:
    one = found("phase 2")
    report = reported(one, *[one._replace(rule="dead-link", severity="note")] * 12)

    lines = rendered("concise", report, statistics=True).splitlines()

    assert lines[-3:-1] == ["12  note[dead-link]", " 1  error[phase-mismatch]"]


def test_colour_only_adds_escape_sequences() -> None:
    report = reported(found("phase 2", related=(Related("articles/a.md", spot("[PHASE3]"), "There."),)))

    colored = rendered("full", report, color=True)

    assert "\x1b[1;31m" in colored
    assert rendered("full", report) == re.sub(r"\x1b\[[0-9;]*m", "", colored)


def test_a_long_line_is_cut_around_the_range() -> None:
    article = "word " * 200_000 + "phase 2 " + "word " * 200_000
    report = reported(found("phase 2", article=article))

    _, line, marks, *_ = rendered("full", report, text=lambda _: article, width=80).splitlines()

    assert max(len(line), len(marks)) <= 80
    assert line.count("…") == 2
    assert line[marks.index("^") : marks.rindex("^") + 1] == "phase 2"


def test_a_range_longer_than_the_line_fits_is_shown_from_its_beginning() -> None:
    article = "Here " + "x" * 500
    report = reported(found("x" * 500, article=article))

    _, line, marks, *_ = rendered("full", report, text=lambda _: article, width=60).splitlines()

    assert max(len(line), len(marks)) <= 60
    assert line[marks.index("^")] == "x"


@pytest.mark.parametrize("text", [None, "", "short\n" * 3])
def test_an_excerpt_of_a_text_that_is_gone_or_changed_is_left_out(text: str | None) -> None:
    report = reported(found("phase 2"))

    lines = rendered("full", report, text=lambda _: text, verbosity=-1).splitlines()

    assert [rendered("concise", report, verbosity=-1).rstrip(), ""] == lines


def test_an_empty_range_at_the_end_of_a_line_has_one_mark() -> None:
    end = Place(6, 25)
    report = reported(found("phase 2")._replace(range=Range(end, end)))

    assert "    |                         ^" in rendered("full", report).splitlines()


def test_a_line_without_its_own_break_is_not_said_to_go_on() -> None:
    report = reported(found("The phase 2 trial ended.\n"))

    assert "more line" not in rendered("full", report)


# What must not get through.


def test_typography_is_not_escaped() -> None:
    text = "1\u00a0204 ± 0·54, −12\u202f% – “naïve” 幹細胞 e\u0301 🧪"

    assert text == visible(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[31m", r"\x1b[31m"),
        ("a\u202eb", r"a\u202eb"),
        ("a\nb\tc\r", r"a\nb\tc\r"),
        ("\u200b\ufeff\u2066", r"\u200b\ufeff\u2066"),
        ("\x9b", r"\x9b"),
        ("\U000e0041", r"\U000e0041"),
        ("\ud800", r"\ud800"),
        ("##[add-mask]x", r"#\x23[add-mask]x"),
        ("###[x] ## [y]", r"##\x23[x] ## [y]"),
    ],
)
def test_what_could_mislead_is_shown_as_an_escape(text: str, expected: str) -> None:
    assert expected == visible(text)


def lines_seen(text: str) -> list[str]:
    """The lines as any reader of logs may cut them, and cut off at the left as GitHub does."""
    return [line.lstrip() for line in text.splitlines()]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", FORMATS)
def test_no_format_lets_an_article_speak_to_the_terminal_or_the_log(name: str, text: str) -> None:
    report = reported(hostile(text))

    written = rendered(name, report, text=lambda _: text)

    assert all(character.isprintable() or character == "\n" for character in written)
    assert not re.search(r"##[A-Za-z]*\[", written)
    commands = [line for line in lines_seen(written) if line.startswith("::")]
    assert (1 if name == "github" else 0) == len(commands)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", ["gitlab", "junit", "rdjson", "sarif"])
def test_the_grammars_hold_for_hostile_articles(name: str, text: str) -> None:
    report = reported(hostile(text), hostile(text), suppressed=(Suppressed(hostile(text), text),))

    holds(name, rendered(name, report, text=lambda _: text, version="0.1.0", root="/srv/a b"))


@pytest.mark.parametrize("name", ["gitlab", "junit", "rdjson", "sarif"])
def test_the_grammars_hold_for_a_report_of_nothing(name: str) -> None:
    holds(name, rendered(name, reported()))


@given(st.text(), st.text())
def test_any_article_gives_a_line_a_diagnostic_in_the_concise_format(path: str, message: str) -> None:
    report = reported(hostile(message)._replace(path=path), hostile(message))

    assert len(rendered("concise", report, verbosity=-1).splitlines()) == 2


@given(st.lists(st.text(), max_size=25))
def test_any_article_gives_the_expected_number_of_commands(texts: list[str]) -> None:
    report = reported(*map(hostile, texts))

    lines = lines_seen(rendered("github", report))

    commands = [line for line in lines if line.startswith("::")]
    assert min(len(texts), LIMIT) == len(commands)
    assert (len(texts) > LIMIT) == (len(lines) > len(commands))


@given(st.text(), st.text())
def test_any_article_gives_well_formed_reports(path: str, message: str) -> None:
    report = reported(hostile(message)._replace(path=path), hostile(message))

    for name in ("gitlab", "junit", "rdjson", "sarif"):
        holds(name, rendered(name, report, text=lambda _: message))


@given(st.text(), st.text(max_size=5))
def test_json_comes_back_as_it_was(message: str, pointer: str) -> None:
    diagnostic = hostile(message)._replace(pointer=pointer)
    report = reported(diagnostic)

    whole = json.loads(rendered("json", report))
    lines = rendered("jsonl", report).splitlines()

    assert report.summary._asdict() == whole["summary"]
    assert whole["diagnostics"] == [json.loads(line) for line in lines]
    assert [message, pointer, message] == [
        whole["diagnostics"][0]["message"],
        whole["diagnostics"][0]["pointer"],
        whole["diagnostics"][0]["fix"]["edits"][0]["text"],
    ]


# What programs read.


def test_the_json_of_a_diagnostic_is_what_was_promised() -> None:
    diagnostic = found(
        "phase 2 trial",
        help="Correct the prose.",
        trial="NCT00962923",
        related=(Related("articles/a.md", spot("[PHASE3]"), "The record says Phase 3."),),
        fix=PlacedFix("Say Phase 3", False, (PlacedEdit(spot("phase 2"), "phase 3"),)),
        url="https://example.org/phase-mismatch",
    )

    def placed(line: int, start: int, end: int) -> dict[str, dict[str, int]]:
        return {"start": {"line": line, "column": start}, "end": {"line": line, "column": end}}

    expected = {
        "path": "articles/a.md",
        "rule": "phase-mismatch",
        "family": "claim",
        "severity": "error",
        "message": "The prose says Phase 2, the trial record Phase 3.",
        "help": "Correct the prose.",
        "trial": "NCT00962923",
        "pointer": None,
        "range": placed(6, 5, 18),
        "related": [{"path": "articles/a.md", "range": placed(4, 13, 21), "message": "The record says Phase 3."}],
        "fix": {"title": "Say Phase 3", "safe": False, "edits": [{"range": placed(6, 5, 12), "text": "phase 3"}]},
        "url": "https://example.org/phase-mismatch",
        "fingerprint": "f00d",
    }
    whole = json.loads(rendered("json", reported(diagnostic)))
    assert list(whole) == ["version", "summary", "diagnostics"]
    assert whole["version"] == 1
    assert [expected] == whole["diagnostics"]


@pytest.mark.parametrize("text", HOSTILE)
def test_the_json_is_as_the_published_schemas_say(text: str) -> None:
    read = {path.name: json.loads(path.read_text("utf-8")) for path in SCHEMAS.glob("*.json")}
    whole, one = read["check.schema.json"], read["diagnostic.schema.json"]
    registry: Registry[Any] = Registry().with_resources(
        (schema["$id"], Resource.from_contents(schema)) for schema in (whole, one)
    )
    report = reported(hostile(text)._replace(pointer="/trials/0"), found("Two", "note"))

    written = json.loads(rendered("json", report))
    lines = rendered("jsonl", report).splitlines()

    jsonschema.Draft202012Validator(whole, registry=registry).validate(written)
    for line in lines:
        jsonschema.Draft202012Validator(one, registry=registry).validate(json.loads(line))


def unescaped(text: str, others: str = "") -> str:
    """What GitHub's runner makes of an escaped text."""
    for character in f"\r\n{others}%":
        text = text.replace(f"%{ord(character):02X}", character)
    return text


@given(st.text())
def test_github_reads_back_what_an_article_shows(text: str) -> None:
    line = rendered("github", reported(hostile(text))).rstrip("\n")

    properties, message = line.removeprefix("::error ").split("::", 1)
    by_name = dict(one.split("=", 1) for one in properties.split(","))

    assert visible(text) == unescaped(by_name["file"], ":,")
    assert by_name["title"] == "phase-mismatch"
    assert visible(text) == unescaped(message).split("\n")[0]


def test_github_gets_ten_of_a_kind_the_gravest_first_and_is_told_of_the_rest() -> None:
    report = reported(*[found("phase 2", "note")] * 3, *[found("phase 2", "warning")] * 11, *[found("phase 2")] * 22)

    lines = rendered("github", report).splitlines()

    assert [line.split()[0] for line in lines[:-1]] == ["::error"] * 10 + ["::warning"] * 10 + ["::notice"] * 3
    assert lines[-1].startswith("12 more errors, 1 more warning: ")


def test_github_gets_columns_only_where_a_range_stays_on_its_line() -> None:
    lines = rendered("github", reported(found("phase 2"), found("Two\nlines")), place="news/{}".format).splitlines()

    assert lines[0].startswith("::error file=news/articles/a.md,line=6,endLine=6,col=5,endColumn=12,title=")
    assert lines[1].startswith("::error file=news/articles/a.md,line=10,endLine=11,title=")


@pytest.mark.parametrize("text", HOSTILE)
def test_the_summary_of_a_job_holds_no_markup_of_an_article(text: str) -> None:
    summary = job_summary(reported(hostile(text)), Context())

    *_, row = summary.splitlines()
    assert row.count("|") == 5
    assert not re.search(r"[<>\[\]`*_\\@\x00-\x09\x0b-\x1f]|://|www\.", summary.replace("phase-mismatch", ""))


def test_the_summary_of_a_job_stays_below_the_size_that_github_takes() -> None:
    report = reported(*[hostile("|" * 5_000)] * 3_000)

    summary = job_summary(report, Context())

    assert len(summary.encode()) < 1_000_000
    assert "2800 more are not listed here." in summary


def test_gitlab_gets_a_fingerprint_of_its_own_for_each_of_several_equal_diagnostics() -> None:
    issues = json.loads(rendered("gitlab", reported(*[found("phase 2")] * 3)))

    assert len({issue["fingerprint"] for issue in issues}) == 3


def test_the_fingerprints_do_not_depend_on_lines() -> None:
    moved = found("phase 2")._replace(range=Range(Place(99, 1), Place(99, 2)))

    before, after = (json.loads(rendered("gitlab", reported(one)))[0] for one in (found("phase 2"), moved))

    assert before["fingerprint"] == after["fingerprint"]


def test_sarif_has_the_gravest_first_and_the_suppressed_among_them() -> None:
    quoted = Suppressed(found("phase 2"), "A quotation.")
    accepted = Suppressed(found("Two", "note"), "Old.", "external")
    report = reported(found("Two", "note"), found("幹細胞"), suppressed=(quoted, accepted))

    run = json.loads(rendered("sarif", report))["runs"][0]

    assert [result["level"] for result in run["results"]] == ["error", "error", "note", "note"]
    assert [result.get("suppressions") for result in run["results"]] == [
        None,
        [{"kind": "inSource", "justification": "A quotation."}],
        None,
        [{"kind": "external", "justification": "Old."}],
    ]
    numbers = [result["partialFingerprints"]["checker/v1"] for result in run["results"]]
    assert numbers == ["f00d:2", "f00d:3", "f00d:1", "f00d:4"]


def test_sarif_paths_are_relative_to_the_repository_and_come_back_from_their_escapes() -> None:
    path = "articles/50% of: a?#[x] – ü.md"
    report = reported(found("phase 2")._replace(path=path))

    run = json.loads(rendered("sarif", report, root="/srv/a b", place="news/{}".format))["runs"][0]

    artifact = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact["uriBaseId"] == "%SRCROOT%"
    assert f"news/{path}" == unquote(artifact["uri"])
    assert run["originalUriBaseIds"]["%SRCROOT%"]["uri"] == "file:///srv/a%20b/"


def test_sarif_tells_of_a_rule_what_its_card_says() -> None:
    card = RuleCard("The prose gives another phase.", "claim", "error", "https://example.org/p", "# phase-mismatch\n")

    run = json.loads(rendered("sarif", reported(found("phase 2")), rule={"phase-mismatch": card}.get))["runs"][0]

    rule = run["tool"]["driver"]["rules"][run["results"][0]["ruleIndex"]]
    assert rule["id"] == "phase-mismatch"
    assert rule["shortDescription"]["text"] == "The prose gives another phase."
    assert rule["helpUri"] == "https://example.org/p"
    assert rule["help"]["markdown"] == "# phase-mismatch\n"
    assert rule["properties"]["tags"] == ["claim"]


def test_sarif_makes_no_link_of_an_articles_words() -> None:
    report = reported(found("phase 2", message="It says [here](http://example.org)."))

    run = json.loads(rendered("sarif", report))["runs"][0]

    assert run["results"][0]["message"]["text"] == r"It says \[here\](http://example.org)."


def test_sarif_offers_each_way_to_mend_a_finding() -> None:
    prose, record = (
        PlacedFix(title, False, (PlacedEdit(Range(Place(line, 1), Place(line, 2)), "3"),))
        for title, line in (("Correct the prose", 6), ("Correct the record", 4))
    )
    report = reported(found("phase 2")._replace(fix=prose, alternatives=(record,)))

    fixes = json.loads(rendered("sarif", report))["runs"][0]["results"][0]["fixes"]

    assert [fix["description"]["text"] for fix in fixes] == [
        "Correct the prose (unsafe)",
        "Correct the record (unsafe)",
    ]


def test_sarif_says_when_checking_itself_failed() -> None:
    broken = found("phase 2")._replace(rule="internal-error", family="file")

    run = json.loads(rendered("sarif", reported(broken)))["runs"][0]

    assert run["invocations"] == [{"executionSuccessful": False}]


@pytest.mark.parametrize("text", [*HOSTILE, "plain"])
def test_sarif_is_valid_by_the_official_schema(text: str) -> None:
    schema = json.loads((DATA / "sarif-schema-2.1.0.json").read_text("utf-8"))
    report = reported(hostile(text), suppressed=(Suppressed(hostile(text), text),))

    written = rendered("sarif", report, root="/srv/a b", version="0.1.0", home="https://example.org")

    jsonschema.Draft4Validator(schema).validate(json.loads(written))


@pytest.mark.parametrize("text", [*HOSTILE, "plain"])
def test_junit_is_valid_by_the_published_schema(text: str) -> None:
    schema = xmlschema.XMLSchema(str(DATA / "junit-10.xsd"))

    written = rendered("junit", reported(hostile(text), hostile(text)), articles=("articles/z.md",), today="2026-06-01")

    schema.validate(ElementTree.fromstring(written))


def test_junit_has_a_case_an_article_which_fails_on_errors_and_warnings_only() -> None:
    report = reported(
        found("Two", "warning"),
        found("phase 2"),
        found("phase 2", "note")._replace(path="articles/b.md", message="Only a note."),
        found("phase 2")._replace(path="articles/c.md", rule="internal-error"),
    )

    suite = ElementTree.fromstring(rendered("junit", report, articles=("articles/z.md",), today="2026-06-01"))[0]

    cases = {case.attrib["name"]: [child.tag for child in case] for case in suite.iter("testcase")}
    expected = {"articles/a.md": ["failure"], "articles/b.md": [], "articles/c.md": ["error"], "articles/z.md": []}
    assert expected == cases
    assert tuple(suite.attrib[name] for name in ("tests", "failures", "errors")) == ("4", "1", "1")
    assert suite.attrib["timestamp"] == "2026-06-01T00:00:00"
    failure = next(suite.iter("failure"))
    assert failure.attrib["type"] == "phase-mismatch"
    assert failure.attrib["message"] == "The prose says Phase 2, the trial record Phase 3. (and 1 more)"
    assert len((failure.text or "").splitlines()) == 2
    assert "Only a note." in (suite.findtext("system-out") or "")


def test_rdjson_counts_columns_in_bytes() -> None:
    article = "a𐐀b – ü 14 of 20"
    fix = PlacedFix(
        "Say 15 of 21", False, (PlacedEdit(spot("14", article), "15"), PlacedEdit(spot("20", article), "21"))
    )
    report = reported(found("14", article=article, fix=fix))

    told = json.loads(rendered("rdjson", report, text=lambda _: article))["diagnostics"][0]

    start = len("a𐐀b – ü ".encode()) + 1
    assert {"line": 1, "column": start} == told["location"]["range"]["start"]
    assert {"line": 1, "column": start + 2} == told["location"]["range"]["end"]
    whole = {"start": {"line": 1, "column": start}, "end": {"line": 1, "column": start + len("14 of 20")}}
    assert [{"range": whole, "text": "15 of 21"}] == told["suggestions"]


@pytest.mark.parametrize("text", [None, "changed"])
def test_rdjson_gives_whole_lines_and_no_suggestion_where_the_text_is_gone_or_changed(text: str | None) -> None:
    fix = PlacedFix("Say Phase 3", False, (PlacedEdit(spot("phase 2"), "phase 3"),))
    report = reported(found("phase 2", fix=fix))

    told = json.loads(rendered("rdjson", report, text=lambda _: text))["diagnostics"][0]

    assert told["location"]["range"] == {"start": {"line": 6}, "end": {"line": 6}}
    assert "suggestions" not in told


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_report_gives_the_same_text(name: str) -> None:
    report = reported(found("phase 2"), found("幹細胞", "warning"), found("Two\nlines", "note"))

    assert rendered(name, report) == rendered(name, report)


@pytest.mark.parametrize("name", ["github", "gitlab", "json", "jsonl", "junit", "rdjson", "sarif"])
def test_formats_for_programs_know_no_colour_and_no_summary(name: str) -> None:
    report = reported(found("phase 2"))

    written = rendered(name, report, color=True, statistics=True)

    assert rendered(name, report) == written
    assert "Checked" not in written


@pytest.mark.parametrize("name", ["gitlab", "json", "jsonl", "junit", "rdjson", "sarif"])
def test_formats_for_programs_are_ascii(name: str) -> None:
    report = reported(found("幹細胞", message="幹細胞 🧪", fix=PlacedFix("ü", True, (PlacedEdit(spot("幹"), "ü"),))))

    assert rendered(name, report).isascii()
