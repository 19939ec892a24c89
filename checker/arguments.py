"""The words of the command line: what each command takes, and how a wrong word is answered."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING, Any, NoReturn

from checker.render import FORMATS
from checker.terminal import columns
from checker.text import near_miss

if TYPE_CHECKING:
    from collections.abc import Mapping

SCHEMAS = ("article", "trial", "settings", "check", "diagnostic", "claims", "registry", "registry-reports")

NO_CHOICE: Mapping[str, Any] = {"select": [], "ignore": [], "changed": False, "base": None}
"""What a command has that lets nobody choose among rules and articles."""


class UsageProblem(Exception):
    """What was asked cannot be done; the message is for the person who asked."""


class _Help(argparse.HelpFormatter):
    """Asks for the terminal's width without the import that argparse makes for it at every argument."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=(columns() or 80) - 2)


class Parser(argparse.ArgumentParser):
    """Words a usage problem as the rest of the tool does; `error` raises UsageProblem."""

    def __init__(self, **given: Any) -> None:
        super().__init__(formatter_class=_Help, **given)

    def error(self, message: str) -> NoReturn:
        hint = ""
        if "invalid choice: " in message:
            wrong, _, listed = message.partition("invalid choice: ")[2].partition(" (choose from ")
            hint = near_miss(wrong.strip("'"), [name.strip("' )") for name in listed.split(",")])
        raise UsageProblem(f"{message[:1].upper()}{message[1:]}.{hint} See `{self.prog} --help`.")


def given_to_check(parser: argparse.ArgumentParser) -> None:
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
    what.add_argument(
        "--jobs", type=_jobs, metavar="N", help="how many processes, two for a core at most; default: one for each"
    )
    what.add_argument("--show-files", action="store_true", help="list the articles that would be checked, and stop")
    what.add_argument("--show-settings", action="store_true", help="print the settings in force, and stop")


def given_to_claims(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="articles and folders, or - for standard input; default: what the settings include",
    )
    parser.add_argument("--output-format", choices=("table", "json"), default="table")
    parser.add_argument("--output-file", type=_file, metavar="FILE", help="write the ledger here")
    parser.add_argument("--stdin-filename", metavar="PATH", help="the path that standard input stands for")
    _add_color(parser)
    add_settings(parser)
    parser.set_defaults(**NO_CHOICE)


def given_to_draft(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="a raw article: text, Markdown or HTML; - for standard input")
    parser.add_argument("--write", action="store_true", help="put the front matter atop the file")
    parser.add_argument("--stdin-filename", metavar="PATH", help="the path that standard input stands for")
    add_settings(parser, excluded=False)
    parser.set_defaults(**NO_CHOICE, no_exclude=True)


def given_to_explain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rule", metavar="RULE")
    parser.add_argument("--trace", metavar="PATH", help="why the rule did or did not fire in this article")
    _add_choice(parser)


def given_to_schema(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", nargs="?", choices=SCHEMAS, default="article")
    parser.add_argument("--settings", action="store_true", help="the schema of the settings")


def given_to_init(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", default=".")


def given_to_clean(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--cache-dir", metavar="DIR", help="where it is kept; default: .checker_cache beside the settings"
    )


def given_to_baseline(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH")
    parser.add_argument("--output-file", type=_file, metavar="FILE", default="checker-baseline.json")
    _add_choice(parser)


def add_settings(parser: argparse._ActionsContainer, *, excluded: bool = True) -> None:
    """Give a command the day and the settings; `excluded` says whether it may be asked for excluded articles too."""
    parser.add_argument("--today", metavar="DATE", help="the day that counts as today (year-month-day)")
    parser.add_argument("--config", metavar="FILE", help="use this settings file for all articles")
    parser.add_argument("--isolated", action="store_true", help="use no settings file")
    if excluded:
        parser.add_argument("--no-exclude", action="store_true", help="read excluded articles too")


def _add_color(parser: argparse._ActionsContainer) -> None:
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="default: on a terminal")


def _add_choice(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("which articles, which rules, which day")
    group.add_argument("--select", action="append", default=[], metavar="RULES", help="only these rules or families")
    group.add_argument("--ignore", action="append", default=[], metavar="RULES", help="none of these rules or families")
    add_settings(group)
    group.add_argument("--changed", action="store_true", help="report only on articles that git sees as changed")
    group.add_argument("--base", metavar="REF", help="with --changed: since this branch or commit")


def _add_memory(parser: argparse._ActionsContainer) -> None:
    parser.add_argument("--no-cache", action="store_true", help="neither use nor keep what was found before")
    parser.add_argument("--cache-dir", metavar="DIR", help="keep it here; default: .checker_cache beside the settings")


def _jobs(given: str) -> int:
    if not given.isdecimal() or not 0 < int(given) <= 512:
        raise argparse.ArgumentTypeError(f'"{given[:20]}" is no number of processes')
    return int(given)


def _file(given: str) -> str | None:
    """The file that an output goes to; None for standard output."""
    return None if given == "-" else given


def _add_output(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("output")
    group.add_argument(
        "--output-format",
        choices=FORMATS,
        default=_default_format(),
        metavar="FORMAT",
        help=f"one of {', '.join(FORMATS)}; default: $CHECKER_OUTPUT_FORMAT, else full",
    )
    group.add_argument("--output-file", type=_file, metavar="FILE", help="write the report here")
    group.add_argument(
        "--min-severity", choices=("error", "warning", "note"), default="note", help="show nothing below"
    )
    group.add_argument("--statistics", action="store_true", help="count the findings by rule")
    _add_color(group)
    group.add_argument("-q", "--quiet", action="count", default=0, help="no summary")
    group.add_argument("-v", "--verbose", action="count", default=0, help="say more")


def _default_format() -> str:
    chosen = os.environ.get("CHECKER_OUTPUT_FORMAT") or "full"
    if chosen not in FORMATS:
        raise UsageProblem(f'$CHECKER_OUTPUT_FORMAT is "{chosen}", no format of ours.{near_miss(chosen, FORMATS)}')
    return chosen
