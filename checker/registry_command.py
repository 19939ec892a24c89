"""`checker registry`: keeps the snapshot, and says what it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from checker.arguments import NO_CHOICE, Parser, add_settings
from checker.consulted import SnapshotProblem
from checker.dates import spoken
from checker.drift import (
    drift_json,
    drift_lines,
    drifts_since,
    last_drifts,
    record_json,
    record_lines,
    status,
    status_lines,
)
from checker.registrar import Archive, Updated, archives, import_files, site_archive, update
from checker.render import visible
from checker.selection import NO_ARTICLE

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from checker.selection import Request
    from checker.snapshot.folder import Folder
    from checker.snapshot.sqlite import Database


class Answer(NamedTuple):
    """What a command came to: the text for standard output, and what kept it from being done as asked."""

    text: str = ""
    problems: tuple[str, ...] = ()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Give a parser the commands and their arguments."""
    commands = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser, dest="registry")
    for name, (summary, _) in COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=f"{summary[0].upper()}{summary[1:]}.")
        if name in ("update", "diff", "status"):
            command.add_argument(
                "paths", nargs="*", metavar="PATH", help="articles; default: what the settings include"
            )
        if name in ("status", "show", "diff"):
            command.add_argument("--output-format", choices=("text", "json"), default="text")
        if name in _ARGUMENTS:
            _ARGUMENTS[name](command)
        add_settings(command.add_argument_group("which settings, which day"))
        command.set_defaults(**NO_CHOICE)


def _update_arguments(command: argparse.ArgumentParser) -> None:
    from checker.registrar import BASE_URL

    command.add_argument("--base-url", metavar="URL", default=BASE_URL, help="ask this mirror of the registry's API")
    command.add_argument("--all", action="store_true", help="ask for the records too that no article cites any more")
    command.add_argument("-q", "--quiet", action="store_true", help="say nothing of what was done")
    command.add_argument(
        "--keep-going", action="store_true", help="write the other records where the registry's answer of some is odd"
    )


def _import_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", metavar="FILE", help="JSON, CSV, a zip archive, or a folder of tables")
    command.add_argument("--cited", action="store_true", help="keep only the trials that articles cite")
    command.add_argument(
        "--keep-going", action="store_true", help="take the other studies where some are not as the registry gives them"
    )
    command.add_argument("--seen", metavar="DATE", help="the day of the copy, where it does not say so; default: today")


def _show_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("id", metavar="ID", help="a trial number, in any spelling")


def _diff_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--since", metavar="DATE", help="what was seen since this day; default: by the last update")


_ARGUMENTS: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "update": _update_arguments,
    "import": _import_arguments,
    "show": _show_arguments,
    "diff": _diff_arguments,
}


def perform(chosen: argparse.Namespace, request: Request, watch: Callable[[int, int], None]) -> Answer:
    """Do what a command line asks. `watch` is told how far an update has come."""
    return COMMANDS[chosen.registry][1](chosen, request, watch)


Watch = Any


def _update(chosen: argparse.Namespace, request: Request, watch: Watch) -> Answer:
    from checker.registries.client import Client, RegistryProblem

    problems: list[str] = []
    lines: list[str] = []
    for archive in archives(request, problems):
        try:
            whole = not request.paths and not problems
            client = Client(chosen.base_url)
            done = update(
                archive,
                client,
                request.today,
                whole=whole,
                held=chosen.all,
                keep_going=chosen.keep_going,
                watch=watch,
            )
        except (RegistryProblem, SnapshotProblem) as problem:
            problems.append(str(problem))
            continue
        problems += done.refused
        if not chosen.quiet:
            lines += _said(done, archive)
    return Answer(_joined(lines), tuple(problems))


def _said(done: Updated, archive: Archive) -> list[str]:
    place, changed, unknown = archive.site.settings.snapshot, len(done.changed), len(done.missing)
    lines = [f"{place}: asked for {done.asked}, {changed} changed, {unknown} that the registry does not know."]
    lines += (f"  unknown: {id}  {', '.join(archive.cited.get(id, ()))}" for id in done.missing)
    if done.elsewhere:
        lines.append(f"  {done.elsewhere} of registries without an open API: see `checker registry import`.")
    return lines


def _import(chosen: argparse.Namespace, request: Request, watch: Watch) -> Answer:
    from checker.registries.imports import ImportProblem

    problems: list[str] = []
    archive = next(iter(archives(request, problems)), None) if chosen.cited else None
    if problems:
        return Answer(problems=tuple(problems))
    archive = archive or site_archive(request)
    odd: list[str] | None = [] if chosen.keep_going else None
    seen = chosen.seen or request.today
    try:
        read, changed = import_files(archive, chosen.files, seen, request.today, chosen.cited, odd)
    except (ImportProblem, SnapshotProblem) as problem:
        return Answer(problems=(f"{problem} Nothing was imported.",))
    return Answer(f"{archive.site.settings.snapshot}: {read} read, {len(changed)} changed.\n", tuple(odd or ()))


def _status(chosen: argparse.Namespace, request: Request, watch: Watch) -> Answer:
    def said(archive: Archive, snapshot: Folder | Database) -> tuple[dict[str, Any], list[str]]:
        settings = archive.site.settings
        found = status(snapshot, settings.snapshot, archive.cited, request.today, settings.max_age)
        return found, list(status_lines(found))

    return _of_each(chosen, request, said)


def _diff(chosen: argparse.Namespace, request: Request, watch: Watch) -> Answer:
    def said(archive: Archive, snapshot: Folder | Database) -> tuple[dict[str, Any], list[str]]:
        if chosen.since:
            found, of = drifts_since(snapshot, chosen.since, archive.cited), f"Since {spoken(chosen.since)}"
        else:
            found, day = last_drifts(snapshot, archive.cited), snapshot.said.get("updated", "")
            of = f"By the last update, of {spoken(day)}" if day else "By the last update"
        if request.paths:
            found = [drift for drift in found if drift.articles]
        return drift_json(found, chosen.since, archive.site.settings.snapshot), list(drift_lines(found, of))

    return _of_each(chosen, request, said)


def _of_each(
    chosen: argparse.Namespace,
    request: Request,
    said: Callable[[Archive, Folder | Database], tuple[dict[str, Any], list[str]]],
) -> Answer:
    """The same of the snapshot of each site. JSON is one object for one site, and a list for several."""
    problems: list[str] = []
    found: list[tuple[dict[str, Any], list[str]]] = []
    of_articles = archives(request, problems)
    if not request.paths and NO_ARTICLE in problems:
        problems.remove(NO_ARTICLE)  # A snapshot can be looked at without any.
    for archive in of_articles or [site_archive(request)]:
        try:
            found.append(said(archive, _opened(archive)))
        except SnapshotProblem as problem:
            problems.append(str(problem))
    if chosen.output_format == "json":
        from checker.render.json import dumped

        objects = [each for each, _ in found]
        text = f"{dumped(objects[0] if len(objects) == 1 else objects)}\n" if objects else ""
    else:
        text = "\n".join(_joined(lines) for _, lines in found)
    return Answer(text, tuple(problems))


def _show(chosen: argparse.Namespace, request: Request, watch: Watch) -> Answer:
    from checker.registries import canonical

    archive = site_archive(request)
    try:
        snapshot = _opened(archive)
        id = canonical(chosen.id.strip()) or chosen.id.strip()
        record = snapshot.find(id)
        if record is None:
            near = nearest(id, snapshot.ids())
            hint = "" if canonical(id) else " That is no number of a registry that is known."
            hint = f" Did you mean {near}?" if near else hint
            return Answer(problems=(f"The snapshot {archive.site.settings.snapshot} has no record of {id}.{hint}",))
    except SnapshotProblem as problem:
        return Answer(problems=(str(problem),))
    if chosen.output_format == "json":
        from checker.render.json import dumped

        return Answer(f"{dumped(record_json(record, archive.site.settings.snapshot))}\n")
    return Answer(_joined(list(record_lines(record))))


def nearest(id: str, known: Any) -> str | None:
    """The number that differs least from one that is not known: by one character too few or many, or two others."""
    best: tuple[int, str] | None = None
    for other in known:
        if len(other) == len(id):
            wrong = [index for index in range(len(id)) if id[index].upper() != other[index].upper()]
            distance = len(wrong)
        elif abs(len(other) - len(id)) == 1:
            longer, shorter = (other, id) if len(other) > len(id) else (id, other)
            distance = 1 if any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer))) else 9
        else:
            continue
        if distance <= 2 and (best is None or (distance, other) < best):
            best = (distance, other)
    return best[1] if best else None


def _opened(archive: Archive) -> Folder | Database:
    snapshot = archive.open()
    if snapshot is None:
        place = archive.site.settings.snapshot
        raise SnapshotProblem(f"There is no snapshot at {place} yet; `checker registry update` makes one.")
    return snapshot


def _joined(lines: list[str]) -> str:
    return "".join(f"{visible(line)}\n" for line in lines)


COMMANDS: dict[str, tuple[str, Callable[[argparse.Namespace, Request, Watch], Answer]]] = {
    "update": ("ask the registry for the trials of articles, and write what it says", _update),
    "import": ("take records from files: ClinicalTrials.gov JSON, AACT tables, WHO exports", _import),
    "status": ("how old the snapshot is, what it lacks, what has changed", _status),
    "show": ("a record, with its history of versions", _show),
    "diff": ("what the last update changed, and which articles that touches", _diff),
}
"""The commands: what each does in a few words, and what does it."""
