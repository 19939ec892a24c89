"""What is remembered from run to run: it makes a run quicker and never changes its answer."""

from __future__ import annotations

import json
import os
import random
import sys
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import seal, sight
from checker.cache import PREFIX, packed, to_compare, unpacked
from checker.diagnostic import Diagnostic, Entry, PlacedEdit, PlacedFix, Related, Suppressed, Verdict
from checker.text import Place, Range
from newsroom import ROOT, article, check, rules_of, spawn, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

needs_all_rights = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only who may do all may give a file away"
)

HEAVY = "yaml pydantic pydantic_core jsonschema jsonschema_rs re2 pyromark markdown_it rich referencing".split()
"""What a run that remembers everything must not import."""

LIGHTER = "argparse typing re tomllib json collections enum functools".split()
"""What the same run, asked again, has no use for either."""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "own"))
    write(tmp_path, one=article("A miracle.", slug="one"), two=article(slug="two"), three=article(slug="two"))
    grow_old(tmp_path)
    return tmp_path


def grow_old(folder: Path) -> None:
    """Wait until every change of a file gives it a new time."""
    latest = max(os.stat(os.path.join(at, name)).st_ctime_ns for at, _, names in os.walk(folder) for name in names)
    while time.time_ns() < latest + 2 * sight.FINE:
        time.sleep(0.005)


def snapshot(folder: Path) -> None:
    """Put a snapshot of no records beside the articles."""
    (folder / "registry").mkdir()
    (folder / "registry" / "snapshot.json").write_text("{}")


def verdicts(folder: Path) -> Path:
    """The file that remembers the verdicts on the articles below a folder."""
    return max((folder / ".checker_cache").glob(f"{PREFIX}*"), key=lambda path: path.stat().st_mtime_ns)


def forget_answers(folder: Path) -> None:
    """Leave the verdicts as the only thing remembered."""
    for path in (folder / "own" / "checker" / "answers").glob("*"):
        path.unlink()


def test_an_unchanged_article_is_counted_as_cached_and_says_the_same(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, first = check(capsys)

    again = check(capsys)

    assert (3, 0) == (first["summary"]["checked"], first["summary"].pop("cached"))
    assert (3, 3) == (again[1]["summary"]["checked"], again[1]["summary"].pop("cached"))
    assert (code, first) == again
    assert "repeated-slug" in rules_of(first)


def test_no_cache_neither_uses_nor_keeps_anything(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, answer = check(capsys, "--no-cache")

    assert 0 == answer["summary"]["cached"]
    assert not (here / ".checker_cache").exists()
    assert not (here / "own").exists()


def test_it_is_kept_where_the_command_line_says(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        _, answer = check(capsys, "--cache-dir", "elsewhere")

    assert 3 == answer["summary"]["cached"]
    assert not (here / ".checker_cache").exists()
    assert "*" in (here / "elsewhere" / ".gitignore").read_text().splitlines()


def test_clean_forgets_everything_of_ours_and_nothing_else(here: Path) -> None:
    for _ in range(2):
        spawn(here, "check", "--today", "2026-06-01")
    (here / ".checker_cache" / "note.txt").write_text("mine")

    done = spawn(here, "clean")

    assert (0, b"1 file removed from") == (done.returncode, done.stdout[:19])
    assert ["note.txt"] == [path.name for path in (here / ".checker_cache").iterdir() if path.name != ".gitignore"]
    after = json.loads(spawn(here, "check", "--today", "2026-06-01", "--output-format", "json").stdout)
    assert 0 == after["summary"]["cached"]


@pytest.mark.parametrize(
    ("change", "arguments", "reason"),
    [
        (
            lambda here: (here / "articles" / "one.md").write_text(article("A cure.", slug="one")),
            [],
            "text has changed",
        ),
        (lambda here: write(here, four=article(slug="four")), [], "it is new"),
        (lambda here: (here / "checker.toml").write_text('fail-on = "never"\n'), [], "these settings"),
        (lambda here: None, ["--select", "wording"], "these settings and options"),
        (lambda here: verdicts(here).write_bytes(b"x"), [], "damaged"),
        (lambda here: snapshot(here), [], "snapshot"),
        (lambda here: None, ["--today", "2026-05-01"], "the day matters"),
    ],
)
def test_a_change_that_may_change_a_verdict_is_told_of_and_leads_to_the_answer_of_a_fresh_run(
    here: Path, capsys: pytest.CaptureFixture[str], change: object, arguments: list[str], reason: str
) -> None:
    check(capsys)
    change(here)  # type: ignore[operator]

    done = spawn(here, "check", "--today", "2026-06-01", *arguments, "-v", env={"XDG_CACHE_HOME": str(here / "own")})
    _, remembered = check(capsys, *arguments)
    _, fresh = check(capsys, *arguments, "--no-cache")

    assert reason in done.stderr.decode()
    remembered["summary"]["cached"] = 0
    assert fresh == remembered


def test_a_verdict_that_depends_on_the_day_is_given_again_only_on_its_days(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(here, later=article(slug="later", date="2026-06-10"))
    grow_old(here)

    found = [
        rules_of(check(capsys, "--today", day)[1]) for day in ("2026-06-05", "2026-06-09", "2026-06-10", "2026-06-05")
    ]

    assert [True, True, False, True] == ["date-in-future" in rules for rules in found]


def test_a_file_changed_without_a_new_size_or_time_is_seen(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = here / "articles" / "one.md"
    check(capsys)
    before = path.stat()
    path.write_bytes(path.read_bytes().replace(b"miracle", b"treater"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    _, answer = check(capsys)

    assert before.st_size == path.stat().st_size
    assert "overclaim" not in rules_of(answer)


def test_an_article_written_just_before_it_was_checked_is_opened_again(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sight, "FINE", 10**12)
    check(capsys)
    states = [sight.settled(sight.state_of(path.stat()), time.time_ns()) for path in here.glob("articles/*.md")]

    opened = opened_by(lambda: check(capsys))

    assert [False] * 3 == states
    assert 3 == sum(path.endswith(".md") for path in opened)


def test_an_unchanged_article_is_not_opened(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    check(capsys, "--fail-on", "never")

    opened = opened_by(lambda: check(capsys, "--fail-on", "never"))

    assert [] == [path for path in opened if path.endswith(".md")]


def test_an_article_with_a_new_time_and_the_same_content_is_not_checked(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    check(capsys)
    for path in here.glob("articles/*.md"):
        os.utime(path)

    _, answer = check(capsys)

    assert 3 == answer["summary"]["cached"]


_opened: list[list[str]] = []


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and _opened:
        _opened[-1].append(str(arguments[0]))


def opened_by(call: object) -> list[str]:
    """The files that a call opens."""
    if not hasattr(_hear, "added"):
        sys.addaudithook(_hear)
        _hear.added = True  # type: ignore[attr-defined]
    _opened.append([])
    try:
        call()  # type: ignore[operator]
    finally:
        found = _opened.pop()
    return found


def imported(folder: Path, *arguments: str) -> set[str]:
    """The modules that `checker check` imports, in a process of its own."""
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); sys.argv[1:] = {['check', *arguments]!r}\n"
        "import os; end = os._exit\n"
        "def tell(code): sys.stderr.write(' '.join(sys.modules)); sys.stderr.flush(); end(code)\n"
        "os._exit = tell\n"
        "from checker.__main__ import run; run()"
    )
    import subprocess

    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "own")}
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, check=False, env=environment)
    return set(done.stderr.decode().split())


@pytest.mark.parametrize("form", ["full", "concise", "json", "sarif", "github", "junit"])
def test_a_run_that_remembers_everything_imports_nothing_heavy(tmp_path: Path, form: str) -> None:
    write(tmp_path, one=article("A miracle.", slug="one"), two=article(slug="two"))
    grow_old(tmp_path)
    asked = ("--today", "2026-06-01", "--output-format", form)
    imported(tmp_path, *asked)

    again = imported(tmp_path, *asked)
    forget_answers(tmp_path)
    verdicts_only = imported(tmp_path, *asked)

    assert set() == again & {*HEAVY, *LIGHTER}
    assert set() == verdicts_only & set(HEAVY)
    assert "argparse" in verdicts_only


def test_a_crash_of_a_rule_is_not_remembered(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from checker import rules

    def fail(article: object) -> Iterator[object]:
        raise ZeroDivisionError
        yield

    broken = rules.load("overclaim")._replace(check=fail)
    with monkeypatch.context() as patch:
        real = rules.load
        patch.setattr("checker.engine.levels.load", lambda name: broken if name == "overclaim" else real(name))
        code, _ = check(capsys)

    _, answer = check(capsys)

    assert 3 == code
    assert 0 == answer["summary"]["cached"]
    assert "internal-error" not in rules_of(answer)


def test_a_file_that_cannot_be_read_is_not_remembered(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "articles" / "gone.md").symlink_to(here / "nowhere.md")

    answers = [check(capsys)[1] for _ in range(2)]

    assert [["unreadable-file"]] * 2 == [
        [name for name in rules_of(each) if name == "unreadable-file"] for each in answers
    ]
    assert [(4, 3, 1)] * 2 == [
        tuple(each["summary"][name] for name in ("found", "checked", "skipped")) for each in answers
    ]


@pytest.mark.parametrize("kind", ["truncated", "flipped", "emptied", "foreign", "swapped"])
def test_a_damaged_cache_changes_no_answer(here: Path, capsys: pytest.CaptureFixture[str], kind: str) -> None:
    chance = random.Random(kind)
    _, expected = check(capsys, "--no-cache")
    check(capsys)
    whole = verdicts(here).read_bytes()

    for _ in range(25):
        data = bytearray(whole)
        if kind == "truncated":
            del data[chance.randrange(len(data)) :]
        elif kind == "flipped":
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        elif kind == "emptied":
            data.clear()
        elif kind == "foreign":
            data[:] = whole[: len(seal.HEADER)] + chance.randbytes(len(whole) - len(seal.HEADER))
        else:
            at, other = sorted(chance.sample(range(len(data)), 2))
            data[at], data[other] = data[other], data[at]
        verdicts(here).write_bytes(data)
        _, answer = check(capsys)
        answer["summary"]["cached"] = 0
        assert expected == answer


def test_verdicts_that_somebody_else_sealed_are_not_believed(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    check(capsys)
    secret = seal.key()
    assert secret is not None
    forged = (seal.read_sealed(str(verdicts(here)), secret) or b"").replace(b"miracle", b"nothing")
    seal.write_sealed(str(verdicts(here)), (forged,), bytes(32))

    _, answer = check(capsys)

    assert "overclaim" in rules_of(answer)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="users have no numbers here")
@pytest.mark.parametrize("known_to", ["all", pytest.param("another", marks=needs_all_rights)])
def test_verdicts_are_not_believed_where_others_know_the_key(
    here: Path, capsys: pytest.CaptureFixture[str], known_to: str
) -> None:
    _, fresh = check(capsys)
    path = here / "own" / "checker" / "key"
    if known_to == "all":
        path.chmod(0o644)
    else:
        os.chown(path, 12345, -1)

    answers = [check(capsys)[1] for _ in range(2)]

    assert [fresh, fresh] == answers
    assert 0 == fresh["summary"]["cached"]


def test_the_key_stands_in_no_folder_that_is_checked(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted(os.listdir(here))
    for name in ("XDG_CACHE_HOME", "HOME"):
        monkeypatch.setenv(name, "mine")

    answers = [check(capsys)[1] for _ in range(2)]

    assert answers[0] == answers[1]
    assert before == sorted(os.listdir(here))


def test_nothing_is_written_through_a_link(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "outside").mkdir()
    (here / ".checker_cache").symlink_to(here / "outside")

    check(capsys)
    done = spawn(here, "clean")

    assert [] == list((here / "outside").iterdir())
    assert 0 == done.returncode


def test_where_nothing_can_be_kept_a_run_is_as_good_and_says_so_on_request(here: Path) -> None:
    (here / ".checker_cache").write_text("in the way")

    quiet, told = (spawn(here, "check", "--today", "2026-06-01", *more) for more in ((), ("-v",)))

    assert (quiet.returncode, b"") == (told.returncode, quiet.stderr)
    assert b"Nothing can be remembered in" in told.stderr


def test_a_fix_is_made_on_what_stands_in_the_file(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, fixable=article(slug="fixable").replace("title: A report", "title: A report\ntags: [a, a]"))
    grow_old(here)
    check(capsys)

    _, fixed = check(capsys, "--fix")
    _, after = check(capsys)
    _, fresh = check(capsys, "--no-cache")

    after["summary"]["cached"] = 0
    assert fresh == after
    assert [*rules_of(fresh)] == rules_of(fixed)


def test_an_article_held_against_its_committed_text_is_remembered_with_it(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import subprocess

    def git(*arguments: str) -> None:
        named = ("-c", "user.name=a", "-c", "user.email=a@b.c", "-c", "commit.gpgsign=false")
        subprocess.run(("git", *named, *arguments), cwd=here, check=True, capture_output=True)

    path = here / "articles" / "one.md"
    git("init", "-q")
    git("add", "articles", "checker.toml")
    git("commit", "-q", "-m", "one")
    path.write_text(article("A report on 20 people.", slug="one"))
    answers = [check(capsys, "--changed", *more)[1] for more in ((), (), ("--no-cache",))]
    git("commit", "-q", "-a", "-m", "two")
    path.write_text(article("A report on 20 people.", slug="one", description="more"))
    path.write_text(article("A report on 20 people.", slug="one"))
    after = [check(capsys, "--changed", *more)[1] for more in ((), ("--no-cache",))]

    assert 1 == answers[1]["summary"]["cached"]
    for each in (*answers, *after):
        each["summary"]["cached"] = 0
    assert answers[0] == answers[1] == answers[2]
    assert after[0] == after[1]


ranges = st.builds(Range, *[st.builds(Place, st.integers(1, 99), st.integers(1, 99))] * 2)
texts = st.text(max_size=8)
fixes = st.builds(
    PlacedFix, texts, st.booleans(), st.lists(st.builds(PlacedEdit, ranges, texts), max_size=2).map(tuple)
)
diagnostics = st.builds(
    Diagnostic,
    texts,
    ranges,
    texts,
    texts,
    st.sampled_from(("error", "warning", "note")),
    texts,
    st.none() | texts,
    related=st.lists(st.builds(Related, texts, ranges, texts), max_size=2).map(tuple),
    fix=st.none() | fixes,
)
suppressed = st.builds(Suppressed, diagnostics, texts)
entries = st.builds(
    Entry,
    st.sampled_from("ab"),
    st.sampled_from("xy"),
    texts,
    ranges,
    st.lists(texts, max_size=2).map(tuple),
    st.just("error"),
    st.none() | texts,
)


@given(st.lists(diagnostics, max_size=3), st.lists(suppressed, max_size=2), st.lists(entries, max_size=4))
def test_a_verdict_survives_its_packing(
    found: list[Diagnostic], silenced: list[Suppressed], collected: list[Entry]
) -> None:
    verdict = Verdict("a.md", tuple(found), tuple(silenced), tuple(collected))

    pack = packed(verdict)

    assert (found, silenced) == unpacked(pack.said)
    shared = [
        each for each in collected if sum((each.rule, each.key) == (other.rule, other.key) for other in collected) > 1
    ]
    assert set(shared) <= set(to_compare([pack.entries])) <= set(collected)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(int(os.environ.get("CHECKER_WALKS", "3"))))
def test_whatever_happens_between_runs_the_answer_is_that_of_a_fresh_run(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    from checker import pool

    monkeypatch.setattr(pool, "PAYS", 0.0)
    chance = random.Random(seed)
    settings = (here / "checker.toml").read_text()
    articles = here / "articles"
    day = "2026-06-01"

    def some() -> Path:
        return chance.choice(sorted(articles.glob("*.md")) or [articles / "one.md"])

    def edit() -> None:
        some().write_text(article(chance.choice(("A miracle.", "A treater.", "A cure.")), slug=chance.choice("abc")))

    def rename() -> None:
        some().rename(articles / f"{chance.randrange(9)}.md")

    def swap() -> None:
        one, other = some(), some()
        held = articles / "held"
        one.rename(held)
        if other.exists():
            other.rename(one)
        held.rename(other)

    def remove() -> None:
        some().unlink(missing_ok=True)
        write(here, one=article(slug="one"))

    def nest() -> None:
        (articles / "deep").mkdir(exist_ok=True)
        (articles / "deep" / "checker.toml").write_text(chance.choice(('fail-on = "never"\n', settings)))
        (articles / "deep" / f"{chance.randrange(3)}.md").write_text(article("A miracle."))

    def set_anew() -> None:
        (here / "checker.toml").write_text(settings + chance.choice(("", "[levels]\noverclaim = 'note'\n")))

    def damage() -> None:
        if list((here / ".checker_cache").glob(f"{PREFIX}*")):
            data = bytearray(verdicts(here).read_bytes())
            data[chance.randrange(len(data))] ^= 255
            verdicts(here).write_bytes(data)

    for _ in range(40):
        happens = chance.choice((edit, edit, rename, swap, remove, nest, set_anew, damage, forget_answers, grow_old))
        happens(here) if happens in (forget_answers, grow_old) else happens()  # type: ignore[operator]
        asked = ("--today", chance.choice((day, "2026-06-02")), "--jobs", chance.choice("128"))

        remembered = check(capsys, *asked)
        fresh = check(capsys, *asked, "--no-cache")

        remembered[1]["summary"]["cached"] = 0
        assert fresh == remembered, happens.__name__
