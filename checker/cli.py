"""Arguments in, report out, exit code back."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from errno import EDQUOT, EFBIG, ENOSPC
from typing import TYPE_CHECKING, Any

from checker import __version__, arguments, rules
from checker.answer import keep_answer, report, spare, write
from checker.arguments import Parser, UsageProblem
from checker.render import visible
from checker.terminal import columns, is_colored, progress, say, unobeyed
from checker.text import near_miss

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Sequence

    from checker.run import Outcome, Request

CLEAN, FINDINGS, UNDONE, CRASHED, INTERRUPTED = 0, 1, 2, 3, 130
"""The exit codes. Of the first four the greatest that applies is given; an interrupted run that did not crash ends with
the last, as shells expect."""


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
        say(str(problem))
        return CRASHED if getattr(chosen, "code", CLEAN) == CRASHED else UNDONE
    except KeyboardInterrupt:
        say("Interrupted.")
        return INTERRUPTED
    except Exception as error:  # The last net: a crash of our own is never taken for findings or for none.
        if isinstance(error, OSError) and error.errno in (ENOSPC, EDQUOT, EFBIG):
            say(f"Not all of the answer could be written: {error.strerror}.")
            return CRASHED if getattr(chosen, "code", CLEAN) == CRASHED else UNDONE
        import traceback

        with suppress(OSError):
            traceback.print_exc()
        say(f"The checker itself failed ({type(error).__name__}); the run is not to be relied on.")
        return CRASHED
    return code


def _complain(text: str) -> int:
    say(text)
    return UNDONE


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of a command line: of all commands, or of the one that stands first. Only that which is asked for is
    given its arguments."""
    asked = next((word for word in given if not word.startswith("-")), None)
    alone = asked in COMMANDS and given[0] == asked
    parser = Parser(prog="checker", description="A validation and linting pipeline for clinical-trial news.")
    parser.add_argument("--version", action="version", version=f"checker {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)
    for name, (summary, command, add_arguments) in COMMANDS.items():
        if alone and name != asked:
            continue
        of_command = commands.add_parser(name, help=summary)
        of_command.set_defaults(command=command)
        if name == asked:
            add_arguments(of_command)
    return parser


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
    from checker.pool import processes
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
        jobs=processes(chosen.jobs),
    )
    if chosen.show_files or chosen.show_settings:
        selection = select_articles(request)
        _show(chosen, selection)
        return _complain("\n".join(selection.problems)) if selection.problems else CLEAN
    spare(chosen.output_file, request)
    outcome = run(request, progress())
    chosen.code = _exit_code(outcome, request)  # It holds even if nobody reads on.
    if request.diff:
        with unobeyed(sys.stdout):
            sys.stdout.writelines(visible(line[:-1]) + "\n" for line in unified(outcome.changes))
    elif request.fix and request.stdin is not None:
        text = outcome.changes[0][2] if outcome.changes else request.stdin[1].decode("utf-8", "replace")
        sys.stdout.buffer.write(text.encode())
    if outcome.report.summary.found or not outcome.problems or chosen.output_format not in ("full", "concise"):
        printed = report(chosen, request, outcome)
        keep_answer(chosen, request, outcome, printed, chosen.code)
    for problem in outcome.problems:
        say(problem)
    if outcome.interrupted:
        summary = outcome.report.summary
        say(f"Interrupted: {summary.checked} of {summary.found - summary.excluded} articles were checked.")
    if outcome.applied and not request.diff:
        say(f"{outcome.applied} {'fix' if outcome.applied == 1 else 'fixes'} applied.")
    if chosen.verbose:
        _tell_more(outcome)
    return int(chosen.code)


def _tell_more(outcome: Outcome) -> None:
    if outcome.accepted:
        say(f"{outcome.accepted} accepted in the baseline.")
    for reason, paths in outcome.again.items():
        shown = paths if len(paths) <= 10 else [f"{len(paths)} articles"]
        for path in shown:
            say(f"{path}: checked again, for {reason}.")
    for remark in outcome.remarks:
        say(remark)


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


def _claims(chosen: argparse.Namespace) -> int:
    from checker.claimed import as_json, as_table, ledgers

    if chosen.paths == ["-"]:
        chosen.stdin_filename = chosen.stdin_filename or "-"
    request = _request(chosen)._replace(stdin=_standard_input(chosen))
    spare(chosen.output_file, request)
    problems: list[str] = []
    found = ledgers(request, problems)
    color = is_colored(chosen.color, sys.stdout, into_file=chosen.output_file is not None)
    width = 0 if chosen.output_file else columns()
    chunks = as_json(found) if chosen.output_format == "json" else as_table(found, color=color, width=width)
    if chosen.output_file is None:
        sys.stdout.writelines(chunks)
    else:
        write(chosen.output_file, "".join(chunks))
    for problem in problems:
        say(problem)
    return UNDONE if problems else CLEAN


def _registry_arguments(parser: argparse.ArgumentParser) -> None:
    from checker.registry_command import add_arguments

    add_arguments(parser)


def _registry(chosen: argparse.Namespace) -> int:
    from checker.config import SettingsProblem
    from checker.registry_command import perform

    for given in ("seen", "since"):
        if getattr(chosen, given, None) is not None:
            _today(getattr(chosen, given))
    try:
        answer = perform(chosen, _request(chosen), progress("Asking"))
    except SettingsProblem as error:
        raise UsageProblem(str(error)) from None
    sys.stdout.write(answer.text)
    for problem in answer.problems:
        say(problem)
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
        say(f"{chosen.file} has front matter now; look at every line of it that is marked “confirm”.")
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
    from checker.pool import processes
    from checker.run import run

    request = _request(chosen)._replace(jobs=processes(None))
    spare(chosen.output_file, request)
    outcome = run(request)
    if outcome.interrupted:  # The baseline that is there says more than half of a new one.
        raise KeyboardInterrupt
    for problem in outcome.problems:
        say(problem)
    if outcome.problems and not outcome.report.summary.found:
        return UNDONE
    accepted = dump(outcome.report.diagnostics)
    if chosen.output_file is None:
        sys.stdout.write(accepted)
    else:
        write(chosen.output_file, accepted)
        print(f"{len(outcome.report.diagnostics)} findings accepted in {visible(chosen.output_file)}.")
    return CRASHED if outcome.crashed else UNDONE if outcome.problems else CLEAN


COMMANDS: dict[str, tuple[str, Callable[[argparse.Namespace], int], Callable[[argparse.ArgumentParser], None]]] = {
    "check": ("check articles", _check, arguments.given_to_check),
    "claims": ("every claim, its trial, its verdict, and the fact behind it", _claims, arguments.given_to_claims),
    "registry": ("keep the snapshot of registry records, and see what it holds", _registry, _registry_arguments),
    "draft": ("front matter proposed for a raw article, to be confirmed", _draft, arguments.given_to_draft),
    "explain": ("a rule's page", _explain, arguments.given_to_explain),
    "rules": ("every rule, one line each", _rules, lambda parser: None),
    "schema": ("print a schema", _schema, arguments.given_to_schema),
    "init": ("settings, hook and CI workflow for a repository that has none", _init, arguments.given_to_init),
    "clean": ("forget what was found before", _clean, arguments.given_to_clean),
    "baseline": ("accept today's findings; later runs report only new ones", _baseline, arguments.given_to_baseline),
}
"""The commands: what each does in a few words, what does it, and what gives it its arguments."""
