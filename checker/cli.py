"""Arguments in, report out, exit code back."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import suppress
from errno import EDQUOT, EFBIG, ENOSPC
from typing import TYPE_CHECKING, Any, NoReturn

from checker import __version__, rules
from checker.again import LONGEST, keep
from checker.render import FORMATS, Context, RuleCard, render, visible
from checker.repository import repository_root
from checker.text import near_miss

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from checker.diagnostic import Diagnostic, Report
    from checker.run import Outcome, Request

CLEAN, FINDINGS, UNDONE, CRASHED, INTERRUPTED = 0, 1, 2, 3, 130
"""The exit codes. Of the first four the greatest that applies is given; an interrupted run that did not crash ends with
the last, as shells expect."""

HOME = "https://checker.example/"
"""Where the project is presented; the pages of its rules are below."""

SCHEMAS = ("article", "trial", "settings", "check", "diagnostic", "claims", "registry", "registry-reports")


class UsageProblem(Exception):
    """What was asked cannot be done; the message is for the person who asked."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code. A reader who closes the pipe early hears no complaint."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    chosen = None
    try:
        given = sys.argv[1:] if arguments is None else arguments
        chosen = _parser(given).parse_args(given)
        chosen.words = given
        code: int = chosen.command(chosen)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return getattr(chosen, "code", CLEAN)
    except UsageProblem as problem:
        _say(str(problem))
        return CRASHED if getattr(chosen, "code", CLEAN) == CRASHED else UNDONE
    except KeyboardInterrupt:
        _say("Interrupted.")
        return INTERRUPTED
    except Exception as error:  # The last net: a crash of our own is never taken for findings or for none.
        if isinstance(error, OSError) and error.errno in (ENOSPC, EDQUOT, EFBIG):
            _say(f"Not all of the answer could be written: {error.strerror}.")
            return CRASHED if getattr(chosen, "code", CLEAN) == CRASHED else UNDONE
        import traceback

        with suppress(OSError):
            traceback.print_exc()
        _say(f"The checker itself failed ({type(error).__name__}); the run is not to be relied on.")
        return CRASHED
    return code


def _say(text: str) -> None:
    with suppress(OSError):
        print("\n".join(f"checker: {visible(line)}" for line in text.splitlines()), file=sys.stderr)


def _complain(text: str) -> int:
    _say(text)
    return UNDONE


class _Help(argparse.HelpFormatter):
    """Asks for the terminal's width without the import that argparse makes for it at every argument."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=(_columns() or 80) - 2)


def _columns() -> int:
    """The width of the terminal, in cells: what COLUMNS says, else what the system says; 0 where there is none."""
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said):
        return int(said)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):
        return 0


class _Parser(argparse.ArgumentParser):
    """Words a usage problem as the rest of the tool does."""

    def __init__(self, **given: Any) -> None:
        super().__init__(formatter_class=_Help, **given)

    def error(self, message: str) -> NoReturn:
        hint = ""
        if "invalid choice: " in message:
            wrong, _, listed = message.partition("invalid choice: ")[2].partition(" (choose from ")
            hint = near_miss(wrong.strip("'"), [name.strip("' )") for name in listed.split(",")])
        raise UsageProblem(f"{message[:1].upper()}{message[1:]}.{hint} See `{self.prog} --help`.")


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of a command line: of all commands, or of the one that stands first. Only that which is asked for is
    given its arguments."""
    asked = next((word for word in given if not word.startswith("-")), None)
    alone = asked in COMMANDS and given[0] == asked
    parser = _Parser(prog="checker", description="A validation and linting pipeline for clinical-trial news.")
    parser.add_argument("--version", action="version", version=f"checker {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=_Parser)
    for name, (summary, command, add_arguments) in COMMANDS.items():
        if alone and name != asked:
            continue
        of_command = commands.add_parser(name, help=summary)
        of_command.set_defaults(command=command)
        if name == asked:
            add_arguments(of_command)
    return parser


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="articles and folders; default: what the settings include"
    )
    _add_choice(parser)
    _add_output(parser)
    what = parser.add_argument_group("what to do")
    what.add_argument("--fix", action="store_true", help="apply the safe fixes")
    what.add_argument("--unsafe-fixes", action="store_true", help="apply those that may change a meaning too")
    what.add_argument("--diff", action="store_true", help="show what --fix would change, and change nothing")
    what.add_argument(
        "--fail-on", choices=("error", "warning", "note", "never"), help="from which severity on to exit with 1"
    )
    what.add_argument("--baseline", metavar="FILE", help="report only what this baseline does not hold")
    what.add_argument("--strict-baseline", action="store_true", help="fail where the baseline holds what is gone")
    what.add_argument("--stdin-filename", metavar="PATH", help="the path that standard input (given as -) stands for")
    _add_memory(what)
    what.add_argument("--jobs", type=_jobs, metavar="N", help="how many processes; default: as many as usable cores")
    what.add_argument("--show-files", action="store_true", help="list the articles that would be checked, and stop")
    what.add_argument("--show-settings", action="store_true", help="print the settings in force, and stop")


def _claims_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="articles and folders, or - for standard input; default: what the settings include",
    )
    parser.add_argument("--output-format", choices=("table", "json"), default="table")
    parser.add_argument("--output-file", metavar="FILE", help="write the ledger here")
    parser.add_argument("--stdin-filename", metavar="PATH", help="the path that standard input stands for")
    parser.add_argument("--today", metavar="DATE", help="the day that counts as today (year-month-day)")
    parser.add_argument("--config", metavar="FILE", help="use this settings file for all articles")
    parser.add_argument("--isolated", action="store_true", help="use no settings file")
    parser.add_argument("--no-exclude", action="store_true", help="read excluded articles too")
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto")
    parser.set_defaults(select=[], ignore=[], changed=False, base=None)


def _draft_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="a raw article: text, Markdown or HTML; - for standard input")
    parser.add_argument("--write", action="store_true", help="put the front matter atop the file")
    parser.add_argument("--stdin-filename", metavar="PATH", help="the path that standard input stands for")
    parser.add_argument("--today", metavar="DATE", help="the day that counts as today (year-month-day)")
    parser.add_argument("--config", metavar="FILE", help="use this settings file")
    parser.add_argument("--isolated", action="store_true", help="use no settings file")
    parser.set_defaults(select=[], ignore=[], no_exclude=True, changed=False, base=None)


def _explain_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rule", metavar="RULE")
    parser.add_argument("--trace", metavar="PATH", help="why the rule did or did not fire in this article")
    _add_choice(parser)


def _schema_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", nargs="?", choices=SCHEMAS, default="article")
    parser.add_argument("--settings", action="store_true", help="the schema of the settings")


def _init_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", default=".")


def _baseline_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH")
    parser.add_argument("--output-file", metavar="FILE", default="checker-baseline.json")
    _add_choice(parser)


def _add_choice(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("which articles, which rules, which day")
    group.add_argument("--select", action="append", default=[], metavar="RULES", help="only these rules or families")
    group.add_argument("--ignore", action="append", default=[], metavar="RULES", help="none of these rules or families")
    group.add_argument("--today", metavar="DATE", help="the day that counts as today (year-month-day)")
    group.add_argument("--config", metavar="FILE", help="use this settings file for all articles")
    group.add_argument("--isolated", action="store_true", help="use no settings file")
    group.add_argument("--no-exclude", action="store_true", help="check excluded articles too")
    group.add_argument("--changed", action="store_true", help="report only on articles that git sees as changed")
    group.add_argument("--base", metavar="REF", help="with --changed: since this branch or commit")


def _add_memory(parser: argparse._ActionsContainer) -> None:
    parser.add_argument("--no-cache", action="store_true", help="neither use nor keep what was found before")
    parser.add_argument("--cache-dir", metavar="DIR", help="keep it here; default: .checker_cache beside the settings")


def _clean_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--cache-dir", metavar="DIR", help="where it is kept; default: .checker_cache beside the settings"
    )


def _jobs(given: str) -> int:
    if not given.isdecimal() or not 0 < int(given) <= 512:
        raise argparse.ArgumentTypeError(f'"{given[:20]}" is no number of processes')
    return int(given)


def _add_output(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("output")
    group.add_argument(
        "--output-format",
        choices=FORMATS,
        default=_default_format(),
        metavar="FORMAT",
        help=f"one of {', '.join(FORMATS)}; default: $CHECKER_OUTPUT_FORMAT, else full",
    )
    group.add_argument("--output-file", metavar="FILE", help="write the report here")
    group.add_argument(
        "--min-severity", choices=("error", "warning", "note"), default="note", help="show nothing below"
    )
    group.add_argument("--statistics", action="store_true", help="count the findings by rule")
    group.add_argument("--color", choices=("auto", "always", "never"), default="auto")
    group.add_argument("-q", "--quiet", action="count", default=0, help="no summary")
    group.add_argument("-v", "--verbose", action="count", default=0, help="say more")


def _default_format() -> str:
    chosen = os.environ.get("CHECKER_OUTPUT_FORMAT") or "full"
    if chosen not in FORMATS:
        raise UsageProblem(f'$CHECKER_OUTPUT_FORMAT is "{chosen}", no format of ours.{near_miss(chosen, FORMATS)}')
    return chosen


def _request(chosen: argparse.Namespace) -> Request:
    from checker.run import Request

    return Request(
        folder=_folder(),
        today=_today(chosen.today),
        paths=tuple(getattr(chosen, "paths", ())),
        config=chosen.config,
        isolated=chosen.isolated,
        select=_rule_names(chosen.select),
        ignore=_rule_names(chosen.ignore),
        exclude=not chosen.no_exclude,
        changed=chosen.changed or chosen.base is not None,
        base=chosen.base,
    )


def _folder() -> str:
    try:
        return os.getcwd()
    except OSError as error:
        raise UsageProblem(f"The current folder cannot be found: {error.strerror or error}.") from None


def _today(given: str | None) -> str:
    from checker.dates import is_date

    if given is None:
        from datetime import date

        return date.today().isoformat()
    if len(given) != 10 or not is_date(given):
        raise UsageProblem(f'"{given}" is no day of the calendar; write it like 2026-01-31.')
    return given


def _rule_names(given: Iterable[str]) -> tuple[str, ...]:
    chosen = tuple(name.strip() for part in given for name in part.split(",") if name.strip())
    known = (*rules.names(), *rules.families())
    for name in chosen:
        if name not in known:
            raise UsageProblem(f'There is no rule or family called "{name}".{near_miss(name, known)}')
    return chosen


def _check(chosen: argparse.Namespace) -> int:
    from checker.pool import usable_cores
    from checker.run import run, select_articles, unified

    request = _request(chosen)._replace(
        fail_on=chosen.fail_on,
        baseline=chosen.baseline,
        strict_baseline=chosen.strict_baseline,
        fix=chosen.fix or (chosen.unsafe_fixes and not chosen.diff),
        unsafe=chosen.unsafe_fixes,
        diff=chosen.diff,
        stdin=_standard_input(chosen),
        remember=not chosen.no_cache,
        cache_folder=chosen.cache_dir and os.path.realpath(chosen.cache_dir),
        jobs=chosen.jobs or usable_cores(),
    )
    if chosen.show_files or chosen.show_settings:
        selection = select_articles(request)
        _show(chosen, selection)
        return _complain("\n".join(selection.problems)) if selection.problems else CLEAN
    outcome = run(request, _progress())
    chosen.code = _exit_code(outcome, request)  # It holds even if nobody reads on.
    if request.diff:
        sys.stdout.writelines(visible(line[:-1]) + "\n" for line in unified(outcome.changes))
    elif request.fix and request.stdin is not None:
        text = outcome.changes[0][2] if outcome.changes else request.stdin[1].decode("utf-8", "replace")
        sys.stdout.buffer.write(text.encode())
    if outcome.report.summary.found or not outcome.problems or chosen.output_format not in ("full", "concise"):
        printed = _report(chosen, request, outcome)
        _keep_answer(chosen, request, outcome, printed)
    for problem in outcome.problems:
        _say(problem)
    if outcome.interrupted:
        summary = outcome.report.summary
        _say(f"Interrupted: {summary.checked} of {summary.found - summary.excluded} articles were checked.")
    if outcome.applied and not request.diff:
        _say(f"{outcome.applied} {'fix' if outcome.applied == 1 else 'fixes'} applied.")
    if chosen.verbose:
        _tell_more(outcome)
    return int(chosen.code)


def _tell_more(outcome: Outcome) -> None:
    if outcome.accepted:
        _say(f"{outcome.accepted} accepted in the baseline.")
    for reason, paths in outcome.again.items():
        shown = paths if len(paths) <= 10 else [f"{len(paths)} articles"]
        for path in shown:
            _say(f"{path}: checked again, for {reason}.")
    for remark in outcome.remarks:
        _say(remark)


def _keep_answer(chosen: argparse.Namespace, request: Request, outcome: Outcome, printed: str | None) -> None:
    """Let the next run of the same words print the same without looking into any file."""
    summary = outcome.report.summary
    if outcome.looked is None or printed is None or chosen.verbose or chosen.output_file is not None:
        return
    if chosen.output_format == "github" and os.environ.get("GITHUB_STEP_SUMMARY"):
        return
    if summary.cached != summary.checked:
        if len(outcome.report.diagnostics) > 1000:
            return  # The next run will know all of them.
        known = outcome.report._replace(summary=summary._replace(cached=summary.checked))
        context = _context(chosen, request, outcome, color=_colored(chosen, sys.stdout))
        printed = "".join(render(chosen.output_format, _shown(chosen, known), context))
    keep(
        chosen.words,
        request.folder,
        outcome.looked,
        outcome.caches,
        outcome.begun,
        _exit_code(outcome, request),
        printed,
    )


def _exit_code(outcome: Outcome, request: Request) -> int:
    if outcome.crashed:
        return CRASHED
    if outcome.interrupted:
        return INTERRUPTED
    if outcome.problems:
        return UNDONE
    return FINDINGS if outcome.failing or (request.diff and outcome.changes) else CLEAN


def _standard_input(chosen: argparse.Namespace) -> tuple[str, bytes] | None:
    if "-" not in chosen.paths:
        if chosen.stdin_filename is not None:
            raise UsageProblem("--stdin-filename goes with - as the only path.")
        return None
    if chosen.paths != ["-"] or chosen.stdin_filename is None:
        raise UsageProblem("Standard input (-) is checked alone, and --stdin-filename says what it stands for.")
    from checker.settings import LARGEST

    # One byte more than any article may have is enough to be told that there are too many.
    try:
        return chosen.stdin_filename, sys.stdin.buffer.read(LARGEST + 1)
    except OSError as error:
        raise UsageProblem(f"Standard input could not be read: {error.strerror or error}.") from None


def _show(chosen: argparse.Namespace, selection: Any) -> None:
    if chosen.show_files:
        for path, site in selection.found:
            if path not in selection.excluded:
                print(visible(site.name(path)))
        return
    import json

    for site in {site.folder: site for _, site in selection.found}.values():
        print(f"# {visible(site.source.path or 'no settings file')}")
        print(json.dumps(site.settings._asdict(), indent=2))


def _report(chosen: argparse.Namespace, request: Request, outcome: Outcome) -> str | None:
    """Write the report where it belongs; gives its text, unless that is long."""
    text_goes_out = request.diff or (request.fix and request.stdin is not None)
    stream = sys.stderr if text_goes_out else sys.stdout
    context = _context(chosen, request, outcome, color=_colored(chosen, stream))
    report = _shown(chosen, outcome.report)
    chunks = render(chosen.output_format, report, context)
    printed: list[str] | None = []
    size = 0
    if chosen.output_file is None:
        for chunk in chunks:
            stream.write(chunk)
            size += len(chunk)
            if printed is not None:
                printed.append(chunk)
                printed = printed if size <= LONGEST else None
        stream.flush()
    else:
        _write(chosen.output_file, "".join(chunks))
    if chosen.output_format == "github":
        _write_job_summary(report, context)
    return None if printed is None else "".join(printed)


def _shown(chosen: argparse.Namespace, report: Report) -> Report:
    return report._replace(
        diagnostics=tuple(each for each in report.diagnostics if _is_shown(each, chosen.min_severity))
    )


def _is_shown(diagnostic: Diagnostic, least: str) -> bool:
    from checker.diagnostic import weight

    return weight(diagnostic.severity) >= weight(least)


def _context(chosen: argparse.Namespace, request: Request, outcome: Outcome, *, color: bool) -> Context:
    root = repository_root(request.folder)
    return Context(
        text=_texts(request, outcome),
        rule=_card,
        version=__version__,
        color=color,
        verbosity=chosen.verbose - chosen.quiet,
        statistics=chosen.statistics,
        width=_columns(),
        shown=chosen.min_severity,
        root=root,
        place=lambda path: os.path.relpath(outcome.files.get(path) or path, root).replace(os.sep, "/"),
        home=HOME,
        today=request.today,
        articles=tuple(sorted(outcome.files)),
    )


def _texts(request: Request, outcome: Outcome) -> Callable[[str], str | None]:
    def text(path: str) -> str | None:
        if request.stdin is not None:
            return request.stdin[1].decode("utf-8", "replace")
        try:
            with open(outcome.files[path], "rb") as file:
                return file.read().decode("utf-8", "replace")
        except (OSError, KeyError):
            return None

    return text


def _card(name: str) -> RuleCard | None:
    if name not in rules.names():
        return None
    rule = rules.load(name)
    return RuleCard(rule.summary, rule.family, rule.severity, f"{HOME}rules/{name}", rules.page(name))


def _colored(chosen: argparse.Namespace, stream: Any) -> bool:
    if chosen.color != "auto":
        return bool(chosen.color == "always")
    if os.environ.get("NO_COLOR"):
        return False
    return stream.isatty() and os.environ.get("TERM") != "dumb" and chosen.output_file is None


def _progress(what: str = "Checking") -> Callable[[int, int], None]:
    """A bar on a terminal once a run has taken a second; never in a pipe."""
    if not sys.stderr.isatty():
        return lambda done, total: None
    from time import monotonic

    begun = monotonic()
    bars: list[Any] = []

    def watch(done: int, total: int) -> None:
        if not bars and done < total and monotonic() - begun > 1:
            from rich.console import Console
            from rich.progress import Progress

            # No thread of its own: the work may go on in forks of this process.
            bar = Progress(console=Console(stderr=True), transient=True, auto_refresh=False)
            bar.add_task(what, total=total)
            bar.start()
            bars.append(bar)
        for bar in bars:
            bar.update(bar.task_ids[0], completed=done, refresh=True)
            if done == total:
                bar.stop()

    return watch


def _write(path: str, text: str) -> None:
    from checker.files import write_file

    try:
        write_file(path, text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise UsageProblem(f"{path} could not be written: {error.strerror or error}.") from None


def _write_job_summary(report: Any, context: Context) -> None:
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if path:
        from checker.render.github import job_summary

        try:
            with open(path, "a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(job_summary(report, context))
        except OSError as error:
            raise UsageProblem(f"{path} could not be written: {error.strerror or error}.") from None


def _claims(chosen: argparse.Namespace) -> int:
    from checker.claimed import as_json, as_table, ledgers

    if chosen.paths == ["-"]:
        chosen.stdin_filename = chosen.stdin_filename or "-"
    request = _request(chosen)._replace(stdin=_standard_input(chosen))
    problems: list[str] = []
    found = ledgers(request, problems)
    color, width = _colored(chosen, sys.stdout), 0 if chosen.output_file else _columns()
    chunks = as_json(found) if chosen.output_format == "json" else as_table(found, color=color, width=width)
    if chosen.output_file is None:
        sys.stdout.writelines(chunks)
    else:
        _write(chosen.output_file, "".join(chunks))
    for problem in problems:
        _say(problem)
    return UNDONE if problems else CLEAN


def _registry_arguments(parser: argparse.ArgumentParser) -> None:
    from checker.registry_command import add_arguments

    add_arguments(parser, _Parser)


def _registry(chosen: argparse.Namespace) -> int:
    from checker.config import SettingsProblem
    from checker.registry_command import perform

    for given in ("seen", "since"):
        if getattr(chosen, given, None) is not None:
            _today(getattr(chosen, given))
    try:
        answer = perform(chosen, _request(chosen), _progress("Asking"))
    except SettingsProblem as error:
        raise UsageProblem(str(error)) from None
    sys.stdout.write(answer.text)
    for problem in answer.problems:
        _say(problem)
    return UNDONE if answer.problems else CLEAN


def _draft(chosen: argparse.Namespace) -> int:
    from checker.consulted import SnapshotProblem
    from checker.draft import DraftProblem, draft
    from checker.files import write_file

    chosen.paths = [chosen.file]
    if chosen.file == "-":
        chosen.stdin_filename = chosen.stdin_filename or "article.md"
    request = _request(chosen)._replace(stdin=_standard_input(chosen))
    try:
        found = draft(request, "The text" if request.stdin else chosen.file)
        if request.stdin:
            sys.stdout.write(found.whole if chosen.write else found.front)
            return CLEAN
        if chosen.write:
            write_file(found.path, found.whole.encode(), expected=found.before)
    except (DraftProblem, SnapshotProblem) as problem:
        raise UsageProblem(str(problem)) from None
    except OSError as error:
        raise UsageProblem(f"{chosen.file} could not be written: {error.strerror or error}.") from None
    if chosen.write:
        _say(f"{chosen.file} has front matter now; look at every line of it that is marked “confirm”.")
    else:
        sys.stdout.write(found.front)
    return CLEAN


def _explain(chosen: argparse.Namespace) -> int:
    if chosen.rule not in rules.names():
        raise UsageProblem(f'There is no rule called "{chosen.rule}".{near_miss(chosen.rule, rules.names())}')
    if chosen.trace is None:
        print(rules.page(chosen.rule), end="")
        return CLEAN
    from checker.trace import trace

    lines, code = trace(_request(chosen)._replace(paths=(chosen.trace,)), chosen.rule)
    for line in lines:
        print(visible(line))
    return code


def _rules(chosen: argparse.Namespace) -> int:
    width = max(map(len, rules.names()))
    for name, family in sorted(rules.names().items(), key=lambda item: (item[1], item[0])):
        rule = rules.load(name)
        print(f"{name:{width}}  {family:10}  {rule.severity:7}  {rule.fixable or '-':6}  {rule.summary}")
    return CLEAN


def _schema(chosen: argparse.Namespace) -> int:
    from checker.schemas import schema_text

    print(schema_text("settings" if chosen.settings else chosen.name), end="")
    return CLEAN


def _init(chosen: argparse.Namespace) -> int:
    from checker.scaffold import ScaffoldProblem, write_scaffold

    try:
        for line in write_scaffold(chosen.folder):
            print(visible(line))
    except ScaffoldProblem as problem:
        raise UsageProblem(str(problem)) from None
    return CLEAN


def _clean(chosen: argparse.Namespace) -> int:
    from checker.cache import FOLDER, clear
    from checker.config import find_settings

    source = None if chosen.cache_dir else find_settings(_folder())
    folder = chosen.cache_dir or os.path.join(source.folder if source else _folder(), FOLDER)
    try:
        removed = clear(folder)
    except OSError as error:
        raise UsageProblem(f"{folder} could not be removed: {error.strerror or error}.") from None
    print(f"{removed} {'file' if removed == 1 else 'files'} removed from {visible(folder)}.")
    return CLEAN


def _baseline(chosen: argparse.Namespace) -> int:
    from checker.baseline import dump
    from checker.pool import usable_cores
    from checker.run import run

    outcome = run(_request(chosen)._replace(jobs=usable_cores()))
    if outcome.interrupted:  # The baseline that is there says more than half of a new one.
        raise KeyboardInterrupt
    for problem in outcome.problems:
        _say(problem)
    if outcome.problems and not outcome.report.summary.found:
        return UNDONE
    _write(chosen.output_file, dump(outcome.report.diagnostics))
    print(f"{len(outcome.report.diagnostics)} findings accepted in {visible(chosen.output_file)}.")
    return CRASHED if outcome.crashed else UNDONE if outcome.problems else CLEAN


COMMANDS: dict[str, tuple[str, Callable[[argparse.Namespace], int], Callable[[argparse.ArgumentParser], None]]] = {
    "check": ("check articles", _check, _check_arguments),
    "claims": ("every claim, its trial, its verdict, and the fact behind it", _claims, _claims_arguments),
    "registry": ("keep the snapshot of registry records, and see what it holds", _registry, _registry_arguments),
    "draft": ("front matter proposed for a raw article, to be confirmed", _draft, _draft_arguments),
    "explain": ("a rule's page", _explain, _explain_arguments),
    "rules": ("every rule, one line each", _rules, lambda parser: None),
    "schema": ("print a schema", _schema, _schema_arguments),
    "init": ("settings, hook and CI workflow for a repository that has none", _init, _init_arguments),
    "clean": ("forget what was found before", _clean, _clean_arguments),
    "baseline": ("accept today's findings; later runs report only new ones", _baseline, _baseline_arguments),
}
"""The commands: what each does in a few words, what does it, and what gives it its arguments."""
