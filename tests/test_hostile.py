"""Files that want to be overlooked, to hang, to crash or to speak for the checker: each is counted."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from checker.cli import main
from checker.run import Request, run

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent
FRONT = "---\ntitle: Stem cells\nslug: x\ntype: news\ndate: 2024-01-01\n---\n\n"
TIMEOUT = 30
"""Seconds after which a run counts as hanging."""

KIB = 1024
SIZE = 16 * KIB
"""How large the files are that repeat one thing."""


def article(body: str, **front: str) -> str:
    keys = {"title": "Stem cells", "slug": "x", "type": "news", "date": "2024-01-01"} | front
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in keys.items()) + f"---\n\n{body}\n"


def front(text: str) -> str:
    return f"---\n{text}\n---\n\nProse.\n"


def repeated(text: str) -> str:
    return (text * (SIZE // len(text) + 1))[:SIZE]


BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [" + ", ".join([f"*a{n - 1}"] * 9) + "]\n" for n in range(1, 12)
)

FILES: dict[str, tuple[str | bytes, str | None]] = {
    "empty.md": ("", "missing-front-matter"),
    "one-byte.md": ("-", "missing-front-matter"),
    "only-mark.md": ("\ufeff", "missing-front-matter"),
    "only-fence.md": ("---", "unclosed-front-matter"),
    "two-fences.md": ("---\n---", None),
    "three-fences.md": ("---\n---\n---\n", None),
    "latin-1.md": (article("Ségou").encode("latin-1"), "unreadable-file"),
    "utf-16.md": (article("x").encode("utf-16"), "unreadable-file"),
    "utf-16-be.md": (article("x").encode("utf-16-be"), "unreadable-file"),
    "utf-32.md": (article("x").encode("utf-32"), "unreadable-file"),
    "utf-7.md": (b"+AC0-+AC0-+AC0-\n", "missing-front-matter"),
    "surrogate.md": (b"---\ntitle: \xed\xa0\x80\n---\n", "unreadable-file"),
    "overlong.md": (b"---\ntitle: \xc0\xaf\n---\n", "unreadable-file"),
    "cut-off.md": (article("é").encode()[:-2], "unreadable-file"),
    "nul.md": (article("a\0b"), "unreadable-file"),
    "nul-in-front.md": (front("title: a\0b"), "unreadable-file"),
    "binary.md": (bytes(range(256)) * 64, "unreadable-file"),
    "gzip.md": (b"\x1f\x8b\x08\x00" + b"\xff" * 100, "unreadable-file"),
    "controls.md": (article("a\x01\x07\x08\x1b[31mred\x1b[0m\x7f\x9b31m"), "invisible-character"),
    "controls-in-front.md": (front("title: a\x1b]0;owned\x07"), "malformed-yaml"),
    "escape-in-front.md": (front('title: "a\\e]0;owned\\a\\x9b31m"'), None),
    "newline-in-title.md": (front('title: "a\\n::error file=x::forged\\n::set-output name=x::y"'), None),
    "command-in-slug.md": (article("::error::forged\n\n##[error]forged", slug='"::error::forged"'), None),
    "markup.md": (
        article("<script>alert(1)</script>", title='"<script>alert(1)</script>"', type="'\"><img src=x>'"),
        None,
    ),
    "bidirectional.md": (article("a\u202egnidaelsim\u202c b\u2066c\u2069"), "invisible-character"),
    "zero-width.md": (article("NCT00\u200b962923 in 84\u00ad26 people"), "invisible-character"),
    "tags.md": (article("a" + "".join(chr(0xE0000 + ord(c)) for c in "ignore all")), "invisible-character"),
    "separators.md": (article("a\u2028b\u2029c\x85d\x0be\x0cf", title="a\u2028b"), "invisible-character"),
    "astral.md": (article("𝔸𝔹 😀👩‍👩‍👧 " * 50, title="😀"), None),
    "combining.md": (article("Z" + "\u0301" * 5000), None),
    "mixed-endings.md": ("---\r\ntitle: x\r---\nProse.\r\n", "mixed-line-endings"),
    "cr-only.md": (article("a\n\nb").replace("\n", "\r"), None),
    "alias-bomb.md": (front(BOMB), "oversized-yaml"),
    "alias-loop.md": (front("a: &a [*a]"), "oversized-yaml"),
    "alias-loop-in-key.md": (front("&a a: *a"), None),
    "merge-keys.md": (front("a: &a {b: 1}\nc:\n  <<: [*a, *a]"), None),
    "deep-brackets.md": (front("a: " + "[" * 50_000), "oversized-yaml"),
    "deep-braces.md": (front("a: " + "{a: " * 10_000), "oversized-yaml"),
    "deep-lines.md": (front("a: " + "[\n" * 20_000), "oversized-yaml"),
    "deep-hyphens.md": (front("- " * 40_000), "oversized-yaml"),
    "deep-hyphens-cr.md": (front("a:\n " + "- " * 40_000).replace("\n", "\r"), "oversized-yaml"),
    "deep-question-marks.md": (front("? " * 40_000), "oversized-yaml"),
    "deep-indentation.md": (front("\n".join(" " * n + "a:" for n in range(200))), "oversized-yaml"),
    "many-values.md": (front("tags:\n" + "- a\n" * 60_000), "oversized-yaml"),
    "many-keys.md": (front("".join(f"key{n}: v\n" for n in range(2000))), None),
    "python-tag.md": (front("a: !!python/object/apply:os.system ['touch owned']"), "malformed-yaml"),
    "own-tag.md": (front("a: !include /etc/passwd"), "malformed-yaml"),
    "directive.md": (front("%YAML 9.9"), "malformed-yaml"),
    "two-documents.md": (front("a: 1\n--- # more\nb: 2"), "malformed-yaml"),
    "list-for-keys.md": (front("- a\n- b"), "malformed-yaml"),
    "scalar-for-keys.md": (front("Prose."), "malformed-yaml"),
    "unclosed-quote.md": (front('title: "x\nslug: y'), "malformed-yaml"),
    "unclosed-bracket.md": (front("tags: [x\nslug: y"), "malformed-yaml"),
    "tab.md": (front("trials:\n\t- id: x"), "malformed-yaml"),
    "keys-of-all-kinds.md": (front("1: a\ntrue: b\nnull: c\n2018-01-01: d\n~: e\n'': f\n1.5: g"), None),
    "wrong-types.md": (
        front(
            "title: [1]\nslug: {a: b}\ntype: 3\ndate: false\nauthors: x\ntrials: {id: [x]}\nreferences: [1, [2], null]"
        ),
        None,
    ),
    "trials-of-all-kinds.md": (
        front("trials: [null, 1, x, [], {}, {id: 5}, {id: NCT1}, {id: [NCT1]}, {key: x}]"),
        None,
    ),
    "huge-numbers.md": (
        front(
            "trials:\n  - id: NCT00962923\n    enrollment: {planned: "
            + "9" * 400
            + ", enrolled: -1, treated: 1e300}\n    sites: 0x7fffffffffffffff"
        ),
        None,
    ),
    "strange-dates.md": (
        front(
            "date: 0000-00-00\nlastmod: 9999-99-99\ntrials:\n  - id: NCT00962923\n    as_of: 10000-01-01\n"
            "    start_date: {date: 2018-02-30, type: ACTUAL}"
        ),
        None,
    ),
    "long-line.md": (article("x" * SIZE), None),
    "long-value.md": (front("title: " + "x " * 50_000), None),
    "long-key.md": (front("k" * 50_000 + ": 1"), "malformed-yaml"),
    "long-id.md": (article("NCT" + "0" * 50_000 + " and EudraCT 2015-" + "0" * 50_000), None),
    "suppressions.md": (
        article(
            "<!-- checker: ignore -->\n<!-- checker: -->\n<!-- checker: ignore file -->\n"
            "<!-- checker: ignore-file * reason='x' -->"
        ),
        "unknown-rule",
    ),
    "suppressed-file-rules.md": (
        "<!-- checker: ignore-file missing-front-matter reason='x' -->\n" + article("x"),
        "missing-front-matter",
    ),
    "unclosed-comment.md": (article("<!-- Prose.\n\nMore."), None),
    "unclosed-everything.md": (article('**a *b `c [d](e ![f <div hidden <!-- "“(g\n\n```\n~~~\n| h\n> - 1. # i'), None),
    "unclosed-elements.md": (article("<div hidden><p><span><b><script><style><table><tr><td>\n\nProse."), None),
    "nested-comments.md": (article("<!-- <!-- -->\n-->\n<!--> <!---> <!-- - -- --- ---->"), None),
    "footnotes.md": (article("[^1][^1][^2]\n\n[^1]: [^1]\n[^2]: [^3]\n[^3]: [^2]"), None),
    "references.md": (article("[a][a][a]\n\n[a]: [a]\n[a]: <>\n[b]:\n[c]: javascript:alert(1)"), None),
    "name with spaces.md": (article("x"), None),
    "-leading-hyphen.md": (article("x"), None),
    "::error::name.md": (article("x"), "slug-differs-from-file"),
    "%0A::error::name.md": (article("x"), "slug-differs-from-file"),
    "<b>&amp;.md": (article("x"), "slug-differs-from-file"),
    "new\nline.md": (article("x"), "slug-differs-from-file"),
    "escape\x1b[31m.md": (article("x"), "slug-differs-from-file"),
    "überlänge-😀.md": (article("x"), "slug-differs-from-file"),
    "n" * 240 + ".md": (article("x"), "slug-differs-from-file"),
    "UPPER.MD": (article("x"), None),
    "folder.md/inside.md": ("", "missing-front-matter"),
}
"""Each file's name and content, and the rule that must speak of it, if a certain one must."""

HEAVY = {
    "brackets": "[",
    "stars": "*",
    "quotes": ">",
    "nested-quotes": "> ",
    "bars": "|",
    "cells": "a|b\n-|-\n",
    "rows": "| 20 patients | NCT00962923 |\n",
    "digits": "1234567890",
    "zeros": "0",
    "words": "patients ",
    "counts": "20 patients ",
    "spaces": " ",
    "tabs": "\t",
    "lines": "\n",
    "returns": "\r\n\n",
    "backticks": "`",
    "backslashes": "\\",
    "angles": "<",
    "tags": "<a href='",
    "elements": "<b>x</b>",
    "unclosed-elements": "<b>",
    "declarations": "<!",
    "instructions": "<?",
    "comments": "<!--",
    "hidden": "<div hidden>\n\n",
    "entities": "&amp;",
    "items": "- a\n",
    "nested-items": "- ",
    "links": "[a](",
    "images": "![",
    "references": "[a][",
    "footnotes": "[^1]: a\n\n",
    "definitions": "[a]: b\n",
    "addresses": "http://a.b ",
    "emphasis": "*a **b ",
    "quotation-marks": "“",
    "zero-width": "\u200b",
    "zero-width-in-numbers": "1\u200b",
    "astral": "😀",
    "ids": "NCT00962923 ",
    "cut-ids": "NCT0",
    "percentages": "7 of 14 (45%) ",
    "intervals": "HR 0.81 (95% CI 0.68-0.97; p=0.02) ",
    "dates": "in June 2018 ",
    "countries": "Netherlands, Germany and ",
    "dots": "A. ",
    "commas": ",",
    "dashes": "1–",
    "cures": "cure ",
}


def heavy_files() -> dict[str, str]:
    files = {f"{name}.md": article(repeated(text)) for name, text in HEAVY.items()}
    files["deep-list.md"] = article("".join("  " * n + "- a\n" for n in range(300)))
    files["deep-quotes.md"] = article("".join(">" * n + " a\n" for n in range(400)))
    files["wide-table.md"] = article("|a" * 5000 + "|\n" + "|-" * 5000 + "|\n" + "|1" * 5000 + "|\n")
    files["closing-tags.md"] = article("<b>" * 8000 + "</i>" * 8000)
    files["front-comments.md"] = front("".join(f"k{n}: no # checker: ignore ambiguous-scalar\n" for n in range(300)))
    files["front-anchors.md"] = front("".join(f"k{n}: &a{n} [x]\n" for n in range(5000)))
    files["front-text.md"] = front("title: |\n" + "  [{'\"\n" * 15_000)
    files["many-trials.md"] = front(
        "trials:\n"
        + "".join(f"  - {{id: NCT{9_000_000 + 13 * n:08d}, enrollment: {{planned: {n}}}}}\n" for n in range(300))
    )
    return files


class Outcome(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def report(self) -> Any:
        return json.loads(self.out)


def check(folder: Path, *arguments: str) -> Outcome:
    """Run the command line on a folder in a process of its own; one that hangs fails."""
    command = [sys.executable, "-m", "checker", "check", "--isolated", "--today", "2026-06-01", *arguments]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=TIMEOUT, check=False)
    return Outcome(
        done.returncode, done.stdout.decode("utf-8", "surrogateescape"), done.stderr.decode("utf-8", "replace")
    )


def write(folder: Path, files: dict[str, str | bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    write(folder, {name: content for name, (content, _) in FILES.items()})
    return folder


@pytest.fixture(scope="module")
def outcome(hostile: Path) -> Outcome:
    return check(hostile, "--output-format", "json", ".")


def rules_by_path(outcome: Outcome) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for each in outcome.report["diagnostics"]:
        found.setdefault(each["path"], set()).add(each["rule"])
    return found


def adds_up(outcome: Outcome) -> int:
    """The number of articles found, which are all checked, skipped or excluded."""
    summary = outcome.report["summary"]
    assert summary["found"] == summary["checked"] + summary["skipped"] + summary["excluded"]
    found: int = summary["found"]
    return found


def test_a_run_over_hostile_files_ends_with_findings_and_no_crash(outcome: Outcome) -> None:
    assert 1 == outcome.code
    assert "" == outcome.err
    assert len(FILES) == adds_up(outcome)
    assert [] == [each for each in outcome.report["diagnostics"] if each["rule"] == "internal-error"]


@pytest.mark.parametrize("name", [pytest.param(name, id=ascii(name)[:60]) for name in FILES])
def test_the_file_has_the_finding_that_says_what_is_wrong(name: str, outcome: Outcome) -> None:
    expected = FILES[name][1]

    found = rules_by_path(outcome).get(name, set())

    assert expected is None or expected in found


def test_every_place_lies_inside_its_file(hostile: Path, outcome: Outcome) -> None:
    for each in outcome.report["diagnostics"]:
        if each["rule"] == "unreadable-file":
            assert {"line": 1, "column": 1} == each["range"]["start"]
            continue
        text = (hostile / each["path"]).read_bytes().decode()
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for place in each["range"].values():
            assert 1 <= place["line"] <= len(lines)
            assert 1 <= place["column"] <= len(lines[place["line"] - 1]) + 1


@pytest.mark.parametrize("form", ["full", "concise", "jsonl", "github", "gitlab", "sarif", "junit", "rdjson"])
def test_no_format_lets_an_article_speak_for_the_checker(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, {name: content for name, (content, _) in FILES.items() if len(content) < 2000})
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)

    code = main(["check", "--isolated", "--today", "2026-06-01", "--output-format", form, "."])

    done = Outcome(code, *capsys.readouterr())
    assert 1 == done.code
    assert "" == done.err
    raw = {character for character in done.out if ord(character) < 32 or 0x7F <= ord(character) < 0xA0}
    assert raw <= {"\n", "\t"}
    assert not {"\u202e", "\u2028", "\u200b"} & set(done.out)
    own = ("::error file=", "::warning file=", "::notice file=", "::notice::", "::error::", "::warning::")
    assert [] == [line for line in done.out.splitlines() if line.startswith("::") and not line.startswith(own)]
    assert [] == [line for line in done.out.splitlines() if line.lstrip().startswith(("::error::forged", "##["))]


def test_fixing_hostile_files_leaves_them_readable_or_alone(tmp_path: Path) -> None:
    names = [name for name, (content, _) in FILES.items() if len(content) < 2000]
    write(tmp_path, {name: FILES[name][0] for name in names})

    done = check(tmp_path, "--fix", "--unsafe-fixes", "--output-format", "json", ".")

    assert done.code in (0, 1)
    assert done.err.endswith(" fixes applied.\n")
    assert len(names) == adds_up(done)
    for name in ("latin-1.md", "nul.md", "gzip.md", "empty.md"):
        content = FILES[name][0]
        assert (content if isinstance(content, bytes) else content.encode()) == (tmp_path / name).read_bytes()


def test_files_that_repeat_one_thing_are_checked_in_time(tmp_path: Path) -> None:
    files = heavy_files()
    write(tmp_path, dict(files))

    done = check(tmp_path, "--output-format", "json", ".")

    assert done.code in (0, 1)
    assert "" == done.err
    assert len(files) == adds_up(done)
    assert [] == [each["message"] for each in done.report["diagnostics"] if each["rule"] == "internal-error"]


def link_to(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


def bind_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(path))


def make_sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50 * KIB * KIB)


SPECIAL: dict[str, tuple[Callable[[Path], None], str]] = {
    "pipe.md": (os.mkfifo, "pipe"),
    "socket.md": (bind_socket, "socket"),
    "device.md": (link_to("/dev/zero"), "device"),
    "dangling.md": (link_to("nowhere.md"), "does not exist"),
    "loop.md": (link_to("loop.md"), "circle"),
    "loop-of-two.md": (link_to("loop-of-one.md"), "circle"),
    "loop-of-one.md": (link_to("loop-of-two.md"), "circle"),
    "through-a-file.md": (link_to("plain.md/inside.md"), "link"),
    "sparse.md": (make_sparse, "52,428,800 bytes"),
}


@pytest.fixture(scope="module")
def special(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("s")
    write(folder, {"plain.md": article("x"), "sub/below.md": article("x"), "x.md/inside.md": article("x")})
    for name, (make, _) in SPECIAL.items():
        make(folder / name)
    (folder / "sub" / "up").symlink_to("..")
    (folder / "sub" / "itself").symlink_to("itself")
    (folder / "other.md").symlink_to("sub")
    return folder


@pytest.fixture(scope="module")
def special_outcome(special: Path) -> Outcome:
    return check(special, "--output-format", "json", ".")


@pytest.mark.parametrize("name", SPECIAL)
def test_what_is_no_file_is_unreadable_and_never_opened_to_wait(name: str, special_outcome: Outcome) -> None:
    (found,) = [each for each in special_outcome.report["diagnostics"] if each["path"] == name]

    assert 1 == special_outcome.code
    assert "unreadable-file" == found["rule"]
    assert SPECIAL[name][1] in found["message"]


def test_links_of_folders_are_followed_once_and_all_is_counted(special_outcome: Outcome) -> None:
    paths = {each["path"] for each in special_outcome.report["diagnostics"]}

    assert "" == special_outcome.err
    assert len(SPECIAL) + 3 == adds_up(special_outcome)
    assert {"plain.md", "x.md/inside.md"} <= paths
    assert 1 == len({"sub/below.md", "other.md/below.md"} & paths)


@pytest.mark.parametrize("name", SPECIAL)
def test_it_is_unreadable_by_name_too(name: str, special: Path) -> None:
    report = run(Request(str(special), "2026-06-01", (name,), isolated=True)).report

    assert ["unreadable-file"] == [each.rule for each in report.diagnostics]
    assert (1, 0, 1) == (report.summary.found, report.summary.checked, report.summary.skipped)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="who may do all may read all")
def test_a_file_and_a_folder_without_permission_are_unreadable(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": article("x"), "b/c.md": article("x")})
    (tmp_path / "a.md").chmod(0)
    (tmp_path / "b").chmod(0)
    try:
        done = check(tmp_path, "--output-format", "json", ".")
    finally:
        (tmp_path / "b").chmod(0o755)

    assert 1 == done.code
    assert {"a.md": {"unreadable-file"}, "b": {"unreadable-file"}} == rules_by_path(done)


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes only there")
def test_a_name_that_is_no_text_is_reported_with_an_escape(tmp_path: Path) -> None:
    (Path(os.fsdecode(bytes(tmp_path) + b"/\xff\xfe.md"))).write_bytes(b"")

    for form in ("json", "full", "github"):
        done = check(tmp_path, "--output-format", form, ".")

        assert 1 == done.code
        assert "" == done.err
        assert "missing-front-matter" in done.out
        assert not any("\udc80" <= character <= "\udcff" for character in done.out)


@pytest.mark.parametrize("data", [b"", b"\xff", b"\0", article("x").encode(), b"---\n" * 10_000])
def test_standard_input_may_be_anything(data: bytes) -> None:
    report = run(Request(".", "2026-06-01", ("-",), isolated=True, stdin=("articles/a.md", data))).report

    assert 1 == report.summary.found == report.summary.checked + report.summary.skipped
    assert [] == [each for each in report.diagnostics if each.rule == "internal-error"]
