"""Files to Report: reuse what is remembered, check the rest, compare the corpus."""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from checker.cache import Packed, Record, to_compare, unpacked
from checker.consulted import SnapshotProblem
from checker.diagnostic import Diagnostic, Report, Summary, Suppressed, weight
from checker.files import Unreadable, read_file
from checker.pool import Interruption, mapped
from checker.repository import RepositoryProblem, changed_files
from checker.seal import digest
from checker.selection import NO_ARTICLE, Request, Selection, Site, engine, looked_for, select_articles, site_of
from checker.sight import settled, state_of
from checker.snapshot import places

if TYPE_CHECKING:
    from collections import Counter

    from checker import baseline as baselines
    from checker.examine import Examined, Examiner, Task

__all__ = [
    "NO_ARTICLE",
    "Outcome",
    "Request",
    "Selection",
    "Site",
    "engine",
    "run",
    "select_articles",
    "site_of",
    "unified",
]


Looked = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""Where a run looked: the folders that it walked, those that it listed, and single files, there or not."""


class Outcome(NamedTuple):
    """What a run came to. `problems` keep the job from having been done as asked; `changes` are texts before and after
    fixing, by reported path; `files` the articles' places on the disk, by reported path.

    `again` holds, by the reason, the reported paths of those that were checked again, where anything was remembered at
    all; `remarks` are about remembering itself. `looked` is all that the answer depends on, or None where it is not to
    be given again; `begun` is when the run began, in nanoseconds; `caches` are the files that hold the verdicts.
    """

    report: Report
    problems: tuple[str, ...] = ()
    failing: bool = False
    crashed: bool = False
    applied: int = 0
    changes: tuple[tuple[str, str, str], ...] = ()
    files: dict[str, str] = {}
    accepted: int = 0
    interrupted: bool = False
    again: dict[str, list[str]] = {}
    remarks: tuple[str, ...] = ()
    looked: Looked | None = None
    begun: int = 0
    caches: tuple[str, ...] = ()


def run(request: Request, watch: Callable[[int, int], None] = lambda done, total: None) -> Outcome:
    """Do what a request asks. `watch` is told how many articles are done, of how many."""
    begun = time.time_ns()
    selection = select_articles(request)
    problems = list(selection.problems)
    try:
        before, changed = _changed(request)
    except RepositoryProblem as problem:
        return Outcome(Report((), (), Summary()), (*problems, str(problem)))
    accepted = _read_baseline(request, problems)
    job = _Job(request, selection, before, changed, begun)
    try:
        job.work(watch)
    except KeyboardInterrupt:
        job.interrupted = True
    watch(len(selection.found), len(selection.found))
    job.gather()
    job.compare()
    job.save()
    problems += job.problems
    return _outcome(job, accepted, problems)


def _outcome(job: "_Job", accepted: "Counter[baselines.Key] | None", problems: list[str]) -> Outcome:
    request = job.request
    diagnostics, suppressed = tuple(job.diagnostics), list(job.suppressed)
    stale: tuple[baselines.Key, ...] = ()
    if accepted is not None:
        from checker.baseline import compare

        compared = compare(diagnostics, accepted, frozenset(job.files))
        diagnostics, stale = compared.new, compared.stale
        suppressed += (Suppressed(each, "accepted in the baseline", "external") for each in compared.accepted)
    diagnostics = tuple(sorted(diagnostics, key=lambda each: (each.path, each.range, each.rule, each.message)))
    counts = {
        severity: sum(each.severity == severity for each in diagnostics) for severity in ("error", "warning", "note")
    }
    found, excluded = len(job.selection.found), len(job.selection.excluded)
    summary = Summary(
        found=found,
        checked=job.checked,
        cached=job.cached,
        skipped=found - job.checked - excluded,
        excluded=excluded,
        errors=counts["error"],
        warnings=counts["warning"],
        notes=counts["note"],
        fixable=sum(each.fix is not None and each.fix.safe for each in diagnostics),
    )
    if stale and request.strict_baseline:
        problems += [f"The baseline holds a finding that is gone: {path}: {rule}." for path, rule, _ in stale]
    crashed = any(each.rule == "internal-error" for each in diagnostics)
    lasting = not (problems or crashed or job.interrupted or summary.skipped)
    return Outcome(
        Report(diagnostics, tuple(suppressed), summary),
        tuple(problems),
        failing=any(_fails(each, request, job) for each in diagnostics),
        crashed=crashed,
        applied=job.applied,
        changes=tuple(job.changes),
        files=job.files,
        accepted=len(suppressed) - len(job.suppressed),
        interrupted=job.interrupted,
        again=job.again,
        remarks=tuple(job.remarks),
        looked=_looked(job) if lasting and request.remember else None,
        begun=job.begun,
        caches=tuple(site.cache.path for site in job.sites if site.cache is not None),
    )


def _looked(job: "_Job") -> Looked | None:
    """All that the answer of a run depends on, if nothing but files and folders decide on it."""
    request = job.request
    if request.fix or request.diff or request.changed or request.stdin is not None:
        return None
    listed: list[str] = []
    files = list(looked_for(request, job.selection))
    for site in job.sites:
        folders, others = places(site.settings.snapshot, site.folder)
        listed += folders
        files += others
    return tuple(job.selection.walked), tuple(listed), tuple(files)


def _fails(diagnostic: Diagnostic, request: Request, job: "_Job") -> bool:
    level = request.fail_on or job.fail_on.get(diagnostic.path, "error")
    return level != "never" and weight(diagnostic.severity) >= weight(level)


def _changed(request: Request) -> tuple[str | None, frozenset[str] | None]:
    if not request.changed:
        return None, None
    return changed_files(request.folder, request.base)


def _read_baseline(request: Request, problems: list[str]) -> "Counter[baselines.Key] | None":
    if request.baseline is None:
        return None
    from checker import baseline as baselines

    data = read_file(os.path.join(request.folder, request.baseline), baselines.MOST)
    try:
        if not isinstance(data, Unreadable):
            return baselines.parse(data.decode("utf-8"))
        problems.append(f"The baseline {request.baseline} could not be read: {data.words}.")
    except UnicodeDecodeError as error:
        problems.append(f"The baseline {request.baseline} could not be read: {error}.")
    except baselines.BaselineProblem as problem:
        problems.append(f"{request.baseline}: {problem}")
    return None


class _Job:
    """One run over articles, and what it has gathered."""

    def __init__(
        self, request: Request, selection: Selection, before: str | None, changed: frozenset[str] | None, begun: int
    ) -> None:
        self.request = request
        self.selection = selection
        self.before = before
        self.changed = changed
        self.begun = begun
        self.sites = tuple({id(site): site for _, site in selection.found}.values())
        self.diagnostics: list[Diagnostic] = []
        self.suppressed: list[Suppressed] = []
        self.said: list[bytes] = []
        self.recalled: dict[str, Record] = {}
        self.entries: dict[str, tuple[Site, list[bytes]]] = {}
        self.problems: list[str] = []
        self.changes: list[tuple[str, str, str]] = []
        self.files: dict[str, str] = {}
        self.fail_on: dict[str, str] = {}
        self.unchanged: set[str] = set()
        self.again: dict[str, list[str]] = {}
        self.remarks: list[str] = []
        self.checked = self.cached = self.applied = 0
        self.interrupted = False
        self._examiner: Examiner | None = None

    def work(self, watch: Callable[[int, int], None]) -> None:
        """See to every article that is not excluded, in order."""
        found = self.selection.found
        plan = list(self._plan())
        with Interruption() as interruption:
            examined = self._examined([each for each in plan if each.path not in self.recalled], interruption)
            for done, each in enumerate(plan, start=len(found) - len(plan)):
                watch(done, len(found))
                if (record := self.recalled.pop(each.path, None)) is not None:
                    self._recall(each, record)
                else:
                    self._take(each, next(examined))

    def gather(self) -> None:
        """Take what has been said of each article."""
        for said in self.said:
            diagnostics, suppressed = unpacked(said)
            self.diagnostics += diagnostics
            self.suppressed += suppressed

    def compare(self) -> None:
        """Hold the articles of each site against each other; what only concerns unchanged ones is not reported."""
        for site, packs in self.entries.values():
            entries = list(to_compare(packs))
            if entries:
                compared = engine().check_corpus(entries, site.settings)
                self.diagnostics += (each for each in compared if each.path not in self.unchanged)

    def save(self) -> None:
        """Keep what has been found for the next run."""
        for site in self.sites:
            if site.cache is not None and site.cache.changed:
                there = (name for name in site.cache.names() if os.path.lexists(os.path.join(site.folder, name)))
                problem = site.cache.save(there)
                if problem is not None:
                    self.remarks.append(f"Nothing can be remembered in {site.cache.folder}: {problem}.")

    def _plan(self) -> "Iterator[Task]":
        """The articles that are not excluded; what is remembered of them, and holds, is laid ready."""
        from checker.examine import Task

        numbers = {id(site): number for number, site in enumerate(self.sites)}
        for path, site in self.selection.found:
            if path in self.selection.excluded:
                continue
            name = site.name(path)
            aside = self.changed is not None and os.path.realpath(path) not in self.changed
            if aside:
                self.unchanged.add(name)
            else:
                # Two sites may each have an article of this name: then neither is shown as an excerpt of the other.
                self.files[name] = path if self.files.get(name, path) == path else ""
                self.fail_on[name] = site.settings.fail_on
            task = Task(path, name, numbers[id(site)], aside)
            record = self._record(task)
            if record is not None:
                self.recalled[path] = record
            yield task

    def _record(self, task: "Task") -> Record | None:
        """What is remembered of an article, if it holds."""
        path, name, number, aside = task
        site = self.sites[number]
        if site.cache is None:
            return None
        from checker.examine import digest_of

        examiner = self.examiner
        try:
            registry = examiner.registry(number)
        except SnapshotProblem:
            return None
        # Git is asked only where the answer can matter.
        committed = None if aside or name not in site.cache.names() else examiner.committed(path)
        found = site.cache.objection(name, today=self.request.today, before=digest_of(committed), registry=registry)
        if not isinstance(found, str):
            found = self._same(path, name, site, found)
        if isinstance(found, str):
            self.again.setdefault(found, []).append(name)
            return None
        if self.request.fix or self.request.diff:
            said, _ = unpacked(found.said)
            if any(each.fix for each in said):
                return None
        return found

    def _same(self, path: str, name: str, site: Site, record: Record) -> Record | str:
        """A record, if it is of what stands in the file now; else why it is not."""
        try:
            state = state_of(os.stat(path))
        except (OSError, ValueError):
            return "it cannot be read"
        if state == record.state:
            return record
        data = read_file(path, site.settings.limits.article_size)
        if isinstance(data, Unreadable):
            return "it cannot be read"
        if digest(data) != record.content:
            return "its text has changed"
        if settled(state, self.begun) and site.cache is not None:
            record = record._replace(state=state)
            site.cache.remember(name, record)
        return record

    @property
    def examiner(self) -> "Examiner":
        if self._examiner is None:
            from checker.examine import Examiner

            self._examiner = Examiner(self.request, self.sites, self.before, self.begun)
        return self._examiner

    def _examined(self, tasks: "list[Task]", interruption: Interruption) -> "Iterator[Examined]":
        if not tasks:
            return iter(())
        seconds = max(site.settings.limits.seconds for site in self.sites)
        examiner, jobs = self.examiner, self.request.jobs
        return mapped(examiner, tasks, jobs=jobs, seconds=seconds, lost=examiner.lost, interruption=interruption)

    def _recall(self, each: "Task", record: Record) -> None:
        if not each.aside:
            self.checked += 1
            self.cached += 1
        self._keep(each, Packed(record.said, record.entries))

    def _take(self, each: "Task", examined: "Examined") -> None:
        site = self.sites[each.site]
        if examined.record is not None and site.cache is not None:
            site.cache.remember(each.name, examined.record)
        if each.aside and not examined.read:
            self.unchanged.discard(each.name)
            return
        if not each.aside:
            self.problems += (problem for problem in examined.problems if problem not in self.problems)
        if examined.verdict is None:
            return
        if not each.aside:
            self.checked += examined.read
        if examined.change is not None:
            self.changes.append((each.name, *examined.change))
        self.applied += examined.applied
        self._keep(each, examined.verdict)

    def _keep(self, each: "Task", verdict: Packed) -> None:
        if verdict.said and not each.aside:
            self.said.append(verdict.said)  # As it is kept anyway: unpacked, it takes many times as much memory.
        if verdict.entries:
            site = self.sites[each.site]
            self.entries.setdefault(site.folder, (site, []))[1].append(verdict.entries)


def unified(changes: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    """The changes as a unified diff, line by line."""
    from difflib import unified_diff

    for name, old, new in changes:
        for line in unified_diff(old.splitlines(True), new.splitlines(True), f"a/{name}", f"b/{name}"):
            yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
