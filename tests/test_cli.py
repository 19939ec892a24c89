"""The command line, as the people and the machines that call it see it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from checker import rules
from checker.cli import main
from newsroom import DISCLAIMER, ROOT, SETTINGS, article, check, rules_of, spawn, write

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = {"yaml", "pydantic", "jsonschema", "jsonschema_rs", "pyromark", "rich", "tomllib"}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_clean_articles_exit_with_0(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, report=article())

    code, answer = check(capsys)

    assert (code, answer["diagnostics"]) == (0, [])
    assert answer["summary"]["found"] == answer["summary"]["checked"] == 1


def test_findings_exit_with_1_and_stand_at_their_place(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, report=article(slug="other"))

    code, answer = check(capsys)

    assert (code, rules_of(answer)) == (1, ["slug-differs-from-file"])
    assert answer["diagnostics"][0]["range"]["start"] == {"line": 3, "column": 7}
    assert answer["diagnostics"][0]["path"] == "articles/report.md"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "articles/reprot.md"], 'Did you mean "report.md"?'),
        (["check", "--select", "slug-differs-from-fil"], 'Did you mean "slug-differs-from-file"?'),
        (["check", "--ignore", "wordings"], 'Did you mean "wording"?'),
        (["check", "--today", "2026-02-30"], "no day of the calendar"),
        (["check", "--baseline", "none.json"], "could not be read"),
        (["check", "--config", "none.toml"], "could not be read"),
        (["check", "--stdin-filename", "x.md"], "goes with -"),
        (["check", "-"], "--stdin-filename"),
        (["check", "--output-format", "xml"], "invalid choice"),
        (["check", "--changed"], "git"),
        (["explain", "overclaims"], 'Did you mean "overclaim"?'),
        (["nonsense"], "invalid choice"),
        (["chekc"], 'Did you mean "check"?'),
        (["check", "--output-format", "sarfi"], 'Did you mean "sarif"?'),
        ([], "required"),
    ],
)
def test_what_cannot_be_done_as_asked_exits_with_2(
    here: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    write(here, report=article())

    code = main(arguments)

    assert code == 2
    assert said in capsys.readouterr().err


def test_a_format_of_the_environment_that_is_none_exits_with_2(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(here, report=article())
    monkeypatch.setenv("CHECKER_OUTPUT_FORMAT", "jsn")

    assert main(["check"]) == 2
    assert 'Did you mean "json"?' in capsys.readouterr().err


def test_no_article_at_all_exits_with_2(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "checker.toml").write_text(SETTINGS)

    assert main(["check"]) == 2
    assert "No article was found." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('pubication = "X"\n', 'Did you mean "publication"?'),
        ('[levels]\noverclam = "off"\n', 'Did you mean "overclaim"?'),
        ('[levels]\noverclaim = "loud"\n', "overclaim"),
        ('fail-on = "always"\n', "fail-on"),
        ("publication = \n", "not TOML"),
        ('extend = "none.toml"\n', "none.toml"),
        ("[rules.review-overdue]\nmonth = 3\n", 'Did you mean "months"?'),
        ('[schemas]\narticle = "none.json"\n', "none.json"),
        ('[[disclaimer]]\nid = "x"\n', "text"),
    ],
)
def test_settings_that_cannot_be_meant_exit_with_2(
    here: Path, capsys: pytest.CaptureFixture[str], settings: str, said: str
) -> None:
    write(here, report=article())
    (here / "checker.toml").write_text(settings)

    code = main(["check"])

    assert code == 2
    assert said in capsys.readouterr().err


def test_one_bad_path_does_not_keep_the_others_from_being_checked(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(here, report=article(slug="other"))

    code, answer = check(capsys, "articles/report.md", "articles/nothing.md")

    assert (code, rules_of(answer)) == (2, ["slug-differs-from-file"])


def test_the_counts_add_up(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, report=article(), old=article(slug="old"))
    (here / "articles" / "broken.md").write_bytes(b"---\ntitle: \xff\n---\n")
    (here / "articles" / "link.md").symlink_to(here / "nowhere.md")
    (here / "checker.toml").write_text('exclude = ["articles/old.md"]\n' + SETTINGS)

    code, answer = check(capsys)

    counts = answer["summary"]
    assert code == 1
    assert rules_of(answer) == ["unreadable-file", "unreadable-file"]
    assert counts["found"] == counts["checked"] + counts["skipped"] + counts["excluded"] == 4
    assert (counts["checked"], counts["skipped"], counts["excluded"]) == (1, 2, 1)


def test_exclusions_hold_for_named_paths_until_they_are_lifted(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, report=article(slug="other"))
    (here / "checker.toml").write_text('exclude = ["articles/*"]\n' + SETTINGS)

    excluded = check(capsys, "articles/report.md")
    lifted = check(capsys, "articles/report.md", "--no-exclude")

    assert (excluded[0], rules_of(excluded[1])) == (0, [])
    assert (lifted[0], rules_of(lifted[1])) == (1, ["slug-differs-from-file"])


def test_a_folder_named_like_an_article_is_walked(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here)
    (here / "articles" / "x.md").mkdir()
    (here / "articles" / "x.md" / "report.md").write_text(article())

    code, answer = check(capsys, "articles")

    assert (code, answer["summary"]["checked"]) == (0, 1)


def test_each_article_is_checked_with_its_nearest_settings(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, report=article())
    lupus = here / "articles" / "lupus"
    lupus.mkdir()
    (lupus / "checker.toml").write_text(SETTINGS.replace("The Daily Trial", "Lupus Today"))
    (lupus / "flare.md").write_text(article(slug="flare"))

    code, answer = check(capsys, "articles")

    assert (code, rules_of(answer)) == (1, ["disclaimer-wrong-publication"])
    assert answer["diagnostics"][0]["path"] == "flare.md"


def test_the_fail_level_and_what_is_shown_are_two_things(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, report=article("A miracle, said no one.", date="2027-01-01"))

    default = check(capsys)
    strict = check(capsys, "--fail-on", "warning", "--min-severity", "error")
    never = check(capsys, "--fail-on", "never", "--select", "metadata")

    assert default[0] == 0
    assert "date-in-future" in rules_of(default[1])
    assert (strict[0], rules_of(strict[1])) == (1, [])
    assert strict[1]["summary"]["warnings"] == default[1]["summary"]["warnings"]
    assert never[0] == 0


def test_no_selection_silences_the_family_file(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, report="No front matter at all.\n")

    code, answer = check(capsys, "--select", "overclaim", "--ignore", "file")

    assert (code, rules_of(answer)) == (1, ["missing-front-matter"])


def test_levels_of_drafts_differ(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, report=article(disclaimer="", draft="true"))
    (here / "checker.toml").write_text(SETTINGS + '\n[drafts.levels]\ndisclaimer = "note"\n')

    code, answer = check(capsys)

    assert (code, rules_of(answer)) == (0, ["disclaimer-missing"])
    assert answer["diagnostics"][0]["severity"] == "note"


def test_fixes_are_applied_and_the_rest_is_reported(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, report=article(slug="other", disclaimer=""))

    code, answer = check(capsys, "--fix")

    assert (code, rules_of(answer)) == (1, ["slug-differs-from-file"])
    assert (here / "articles" / "report.md").read_text().endswith(f"\n\n{DISCLAIMER}\n")


def test_a_diff_changes_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, report=article(disclaimer=""))
    before = (here / "articles" / "report.md").read_bytes()

    code = main(["check", "--diff"])

    assert code == 1
    assert f"+{DISCLAIMER}\n" in capsys.readouterr().out
    assert (here / "articles" / "report.md").read_bytes() == before


def test_a_fix_keeps_line_endings_byte_order_mark_and_mode(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here)
    path = here / "articles" / "report.md"
    text = article(disclaimer="").replace("\n", "\r\n")
    path.write_bytes(text.encode())
    path.chmod(0o640)

    check(capsys, "--fix")

    fixed = path.read_bytes()
    assert fixed.startswith(text.rstrip("\r\n").encode())
    assert fixed.count(b"\n") == fixed.count(b"\r\n")
    assert path.stat().st_mode & 0o777 == 0o640


def test_standard_input_stands_for_a_path(here: Path) -> None:
    write(here)
    text = article(slug="other").encode()

    done = spawn(
        here, "check", "--output-format", "concise", "-q", "-", "--stdin-filename", "articles/report.md", input=text
    )

    assert done.returncode == 1
    assert done.stdout.decode().startswith("articles/report.md:3:7: error[slug-differs-from-file]")


def test_standard_input_can_be_fixed(here: Path) -> None:
    write(here)
    text = article(disclaimer="").encode()

    done = spawn(here, "check", "--fix", "-", "--stdin-filename", "articles/report.md", input=text)

    assert done.returncode == 0
    assert done.stdout.decode().endswith(f"{DISCLAIMER}\n")


def test_a_pipe_that_closes_early_is_no_traceback(here: Path) -> None:
    write(here, **{f"r{n}": article(slug="other") for n in range(300)})
    environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}

    for asked, code in (("check", 1), ("rules", 0)):
        command = f"{sys.executable} -m checker {asked} | head -c 10; echo ${{PIPESTATUS[0]}} >&2"
        done = subprocess.run(
            ["bash", "-c", command], cwd=here, capture_output=True, env=environment, check=False, timeout=60
        )

        assert done.stderr.decode().strip() == str(code)


def test_a_baseline_hides_old_findings_and_shows_new_ones(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, report=article(slug="other"))
    assert main(["baseline", "--today", "2026-06-01"]) == 0
    capsys.readouterr()

    old = check(capsys, "--baseline", "checker-baseline.json")
    write(here, report="\n".join((article(slug="other"), "TODO: ask the sponsor.", "", DISCLAIMER, "")))
    new = check(capsys, "--baseline", "checker-baseline.json")

    assert (old[0], rules_of(old[1])) == (0, [])
    assert new[0] == 1
    assert "slug-differs-from-file" not in rules_of(new[1])
    assert "draft-marker" in rules_of(new[1])


def test_an_interrupted_run_leaves_the_baseline_that_is_there(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(here, one=article("A miracle."))
    main(["baseline", "--today", "2026-06-01"])
    old = (here / "checker-baseline.json").read_text()
    write(here, more=article("A miracle."))
    monkeypatch.setattr("checker.engine.check_article", lambda *given, **named: signal.raise_signal(signal.SIGINT))

    code = main(["baseline", "--today", "2026-06-01"])

    assert 130 == code
    assert old == (here / "checker-baseline.json").read_text()


def test_an_interruption_outside_the_command_line_has_its_exit_code(tmp_path: Path) -> None:
    code = (
        "import signal; from checker import __main__ as main\n"
        "main.answer = lambda words: signal.raise_signal(signal.SIGINT)\n"
        "main.run()\n"
    )

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)

    assert (130, b"", b"") == (done.returncode, done.stdout, done.stderr)


def test_a_baseline_survives_moved_lines_and_is_strict_about_what_is_gone(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(here, report=article(slug="other"))
    main(["baseline", "--today", "2026-06-01"])
    capsys.readouterr()

    write(here, report=article(slug="other").replace("title:", "description: Moved.\ntitle:"))
    moved = check(capsys, "--baseline", "checker-baseline.json", "--strict-baseline")
    write(here, report=article())
    gone = check(capsys, "--baseline", "checker-baseline.json", "--strict-baseline")
    lax = check(capsys, "--baseline", "checker-baseline.json")

    assert (moved[0], gone[0], lax[0]) == (0, 2, 0)


def _git(here: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.invalid")
    subprocess.run(("git", *identity, *arguments), cwd=here, check=True, capture_output=True)


def test_only_what_git_sees_as_changed_is_reported(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, report=article(slug="other"), second=article(slug="second", title="Second"))
    _git(here, "init", "-b", "main")
    _git(here, "add", "-A")
    _git(here, "commit", "-m", "First")

    unchanged = check(capsys, "--changed")
    write(here, second=article("TODO", slug="second", title="Second"), third=article(slug="third", title="A report"))
    changed = check(capsys, "--changed")

    assert (unchanged[0], rules_of(unchanged[1])) == (0, [])
    assert unchanged[1]["summary"]["skipped"] == 2
    assert rules_of(changed[1]) == ["draft-marker", "repeated-title"]
    assert [each["path"] for each in changed[1]["diagnostics"]] == ["articles/second.md", "articles/third.md"]


def test_changed_counts_from_where_a_branch_left_the_base(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, report=article(slug="other"))
    _git(here, "init", "-b", "main")
    _git(here, "add", "-A")
    _git(here, "commit", "-m", "First")
    _git(here, "checkout", "-b", "work")
    write(here, second=article(slug="wrong", title="Second"))
    _git(here, "add", "-A")
    _git(here, "commit", "-m", "Second")

    since_commit = check(capsys, "--changed")
    since_base = check(capsys, "--changed", "--base", "main")

    assert rules_of(since_commit[1]) == []
    assert [each["path"] for each in since_base[1]["diagnostics"]] == ["articles/second.md"]


def test_the_same_input_gives_the_same_bytes(here: Path) -> None:
    write(here, **{f"r{n}": article("A miracle.", slug="other") for n in range(5)})

    runs = {spawn(here, "check", "--output-format", "sarif", "--today", "2026-06-01").stdout for _ in range(2)}

    assert len(runs) == 1


def test_a_report_can_be_written_to_a_file(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, report=article(slug="other"))

    code = main(["check", "--output-format", "sarif", "--output-file", "out.sarif"])

    assert code == 1
    assert capsys.readouterr().out == ""
    assert json.loads((here / "out.sarif").read_text())["version"] == "2.1.0"


@pytest.mark.parametrize("command", ["check", "claims", "baseline"])
@pytest.mark.parametrize("name", ["articles/report.md", "./articles/../articles/report.md", "link.md", "hard.md"])
def test_no_output_takes_the_place_of_an_article_that_is_read(
    here: Path, command: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(here, report=article(slug="other"))
    before = (here / "articles" / "report.md").read_bytes()
    (here / "link.md").symlink_to(here / "articles" / "report.md")
    (here / "hard.md").hardlink_to(here / "articles" / "report.md")

    code = main([command, "articles", "--output-file", name])

    out, err = capsys.readouterr()
    assert (2, "", before) == (code, out, (here / "articles" / "report.md").read_bytes())
    assert "articles/report.md is an article to be read" in err


@pytest.mark.parametrize("command", ["check", "claims", "baseline"])
@pytest.mark.parametrize("name", ["checker.toml", "house.toml", "schemas/house.json"])
def test_no_output_takes_the_place_of_settings(
    here: Path, command: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(here, report=article(slug="other"))
    (here / "schemas").mkdir()
    (here / "schemas" / "house.json").write_text("{}")
    (here / "house.toml").write_text('[schemas]\narticle = "schemas/house.json"\n')
    (here / "checker.toml").write_text('extend = "house.toml"\n')
    before = (here / name).read_bytes()

    code = main([command, "articles", "--output-file", name])

    out, err = capsys.readouterr()
    assert (2, "", before) == (code, out, (here / name).read_bytes())
    assert f"{name} holds settings of this run" in err


def test_an_output_may_take_the_place_of_another_file(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, report=article(slug="other"))
    (here / "findings.md").write_text("Yesterday's.")

    code = main(["check", "--output-format", "concise", "--output-file", "findings.md"])

    assert (1, "") == (code, capsys.readouterr().out)
    assert (here / "findings.md").read_text().startswith("articles/report.md:")


@pytest.mark.parametrize("command", ["check", "claims", "baseline"])
def test_a_hyphen_for_the_output_file_is_standard_output(
    here: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(here, report=article(slug="other"))
    main([command] if command != "baseline" else [command, "--output-file", "accepted.json"])
    plain = capsys.readouterr().out if command != "baseline" else (here / "accepted.json").read_text()
    capsys.readouterr()

    main([command, "--output-file", "-"])

    assert plain == capsys.readouterr().out
    assert not (here / "-").exists()


def test_a_job_summary_is_appended_for_github(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(here, report=article(slug="other"))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(here / "summary.md"))

    main(["check", "--output-format", "github"])

    assert capsys.readouterr().out.startswith("::error ")
    assert "slug-differs-from-file" in (here / "summary.md").read_text()


def test_every_rule_has_its_line_and_its_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert main(["explain", "slug-differs-from-file"]) == 0
    page = capsys.readouterr().out

    assert {line.split()[0] for line in lines} == set(rules.names())
    assert page == rules.page("slug-differs-from-file")


def test_a_trace_tells_why_a_rule_did_or_did_not_fire(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, report=article(slug="other"), good=article(slug="good"))
    (here / "checker.toml").write_text(SETTINGS + '\n[levels]\noverclaim = "off"\n')

    main(["explain", "slug-differs-from-file", "--trace", "articles/report.md"])
    fired = capsys.readouterr().out
    main(["explain", "slug-differs-from-file", "--trace", "articles/good.md"])
    silent = capsys.readouterr().out
    main(["explain", "overclaim", "--trace", "articles/good.md"])
    off = capsys.readouterr().out

    assert "3:7" in fired
    assert "found nothing" in silent
    assert "off (from the settings" in off


@pytest.mark.parametrize("name", ["article", "trial", "settings", "check", "diagnostic", "claims"])
def test_every_schema_can_be_printed(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert main(["schema", name]) == 0
    assert json.loads(capsys.readouterr().out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_settings_schema_has_a_flag_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    main(["schema", "--settings"])
    flagged = capsys.readouterr().out
    main(["schema", "settings"])

    assert flagged == capsys.readouterr().out


def test_init_writes_what_is_missing_and_the_result_passes(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init"]) == 0
    assert main(["check"]) == 0
    capsys.readouterr()
    (here / "checker.toml").write_text("# mine\n" + (here / "checker.toml").read_text())

    assert main(["init"]) == 0
    assert "kept     checker.toml" in capsys.readouterr().out
    assert (here / "checker.toml").read_text().startswith("# mine\n")


def test_a_crash_of_a_rule_is_exit_code_3_and_the_run_goes_on(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(here, report=article(slug="other"), good=article(slug="good", title="Good"))
    broken = rules.load("overclaim")._replace(check=lambda article: iter([1 // 0]))
    load = rules.load
    monkeypatch.setattr("checker.engine.levels.load", lambda name: broken if name == "overclaim" else load(name))

    code, answer = check(capsys)

    assert code == 3
    assert sorted(rules_of(answer)) == ["internal-error", "internal-error", "slug-differs-from-file"]
    assert "overclaim" in answer["diagnostics"][0]["message"]


@pytest.mark.parametrize("arguments", [["--version"], ["rules"], ["explain", "overclaim"]])
def test_nothing_heavy_is_imported_to_answer_about_the_tool(here: Path, arguments: list[str]) -> None:
    code = (
        "import sys; from checker.cli import main\n"
        f"try: main({arguments!r})\nexcept SystemExit: pass\n"
        f"heavy = {HEAVY!r} & set(sys.modules)\n"
        "sys.exit(f'imported: {heavy}' if heavy else 0)"
    )
    environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
    import sys

    done = subprocess.run([sys.executable, "-c", code], cwd=here, capture_output=True, env=environment, check=False)

    assert (done.returncode, done.stderr) == (0, b"")
