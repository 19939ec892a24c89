"""Files to Report: read them, check them, compare the corpus."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from types import ModuleType
from typing import Any, NamedTuple

from checker import baseline as baselines
from checker.config import SettingsProblem, Source, find_settings, read_settings, settings_from
from checker.diagnostic import Diagnostic, Entry, Report, Summary, Suppressed, Verdict, weight
from checker.files import GLOB_CHARACTERS, Unreadable, expand, is_below, matches, read_file, walk, write_file
from checker.registered import Registry, SnapshotProblem
from checker.repository import RepositoryProblem, changed_files, committed_text
from checker.settings import Settings
from checker.snapshot import open_snapshot
from checker.text import near_miss


NO_ARTICLE = "No article was found."


class Request(NamedTuple):
    """What a run is asked to do. `today` is `yyyy-mm-dd`; paths are as given, relative to `folder`."""

    folder: str
    today: str
    paths: tuple[str, ...] = ()
    config: str | None = None
    isolated: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str | None = None
    exclude: bool = True
    changed: bool = False
    base: str | None = None
    baseline: str | None = None
    strict_baseline: bool = False
    fix: bool = False
    unsafe: bool = False
    diff: bool = False
    stdin: tuple[str, bytes] | None = None


class Site(NamedTuple):
    """The articles that share one settings file, and its settings. Their paths are relative to `folder`."""

    source: Source
    settings: Settings

    @property
    def folder(self) -> str:
        return self.source.folder

    def name(self, path: str) -> str:
        """An article's path as it is reported."""
        return os.path.relpath(path, self.folder).replace(os.sep, "/")


class Selection(NamedTuple):
    """The articles found, in order, each with its site; those of them that are excluded, and what went wrong."""

    found: tuple[tuple[str, Site], ...]
    excluded: frozenset[str]
    problems: tuple[str, ...]


class Outcome(NamedTuple):
    """What a run came to. `problems` keep the job from having been done as asked; `changes` are texts before and after
    fixing, by reported path; `files` the articles' places on the disk, by reported path."""

    report: Report
    problems: tuple[str, ...] = ()
    failing: bool = False
    crashed: bool = False
    applied: int = 0
    changes: tuple[tuple[str, str, str], ...] = ()
    files: dict[str, str] = {}
    accepted: int = 0


def engine() -> ModuleType:
    """The one lazy door to what is heavy: a run that has nothing to check never passes it."""
    from checker import engine

    return engine


def select_articles(request: Request) -> Selection:
    """Find the articles that a request is about. A path that matches nothing is a problem; so is finding none."""
    sites = _Sites(request)
    found: dict[str, None] = {}
    problems: list[str] = []
    for path in _candidates(request, sites, problems):
        found[path] = None
    placed: list[tuple[str, Site]] = []
    for path in found:
        try:
            placed.append((path, sites.of(path)))
        except SettingsProblem as problem:
            if str(problem) not in problems:
                problems.append(str(problem))
    placed.sort(key=lambda item: (item[1].name(item[0]), item[0]))
    excluded = frozenset(
        path for path, site in placed if request.exclude and matches(site.settings.exclude, site.name(path))
    )
    if not placed and not problems:
        problems.append(NO_ARTICLE)
    return Selection(tuple(placed), excluded, tuple(problems))


def site_of(request: Request) -> Site:
    """The site that the request's folder belongs to. Raises SettingsProblem where its settings cannot be used."""
    return _Sites(request).of(os.path.join(request.folder, "article.md"))


def _candidates(request: Request, sites: "_Sites", problems: list[str]) -> Iterator[str]:
    if request.stdin is not None:
        yield os.path.join(request.folder, request.stdin[0])
        return
    if not request.paths:
        try:
            site = sites.of(os.path.join(request.folder, "article.md"))
        except SettingsProblem as problem:
            problems.append(str(problem))
            return
        for pattern in site.settings.include:
            yield from (path for path in expand(pattern, site.folder) if is_below(path, site.folder))
        return
    for given in request.paths:
        path = os.path.normpath(os.path.join(request.folder, given))
        if os.path.isdir(path):
            yield from _below(path, sites)
        elif os.path.lexists(path):
            yield path
        elif GLOB_CHARACTERS.search(given) and (matched := list(expand(given, request.folder))):
            yield from matched
        else:
            problems.append(_unmatched(given, path))


def _below(folder: str, sites: "_Sites") -> Iterator[str]:
    """The articles below a folder: where the settings name globs and some of them match, those; else all."""
    everything = list(walk(folder))
    included = [path for path in everything if sites.includes(path)]
    return iter(included or everything)


def _unmatched(given: str, path: str) -> str:
    try:
        beside = os.listdir(os.path.dirname(path))
    except OSError:
        beside = []
    return f'Nothing matches "{given}".{near_miss(os.path.basename(path), beside)}'


class _Sites:
    """Finds the settings of each article: the nearest upwards win whole."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.by_folder: dict[str, Source | None] = {}
        self.by_file: dict[str | None, Site] = {}

    def of(self, path: str) -> Site:
        source = self._source(os.path.dirname(os.path.abspath(path)))
        if source.path not in self.by_file:
            self.by_file[source.path] = Site(source, self._settings(source))
        return self.by_file[source.path]

    def includes(self, path: str) -> bool:
        site = self.of(path)
        return "include" not in site.source.raw or matches(site.settings.include, site.name(path))

    def _source(self, folder: str) -> Source:
        request = self.request
        if request.isolated:
            return Source(None, request.folder, {})
        if request.config is not None:
            if "" not in self.by_folder:
                self.by_folder[""] = read_settings(os.path.join(request.folder, request.config), required=True)
            found = self.by_folder[""]
        else:
            if folder not in self.by_folder:
                self.by_folder[folder] = find_settings(folder)
            found = self.by_folder[folder]
        return found or Source(None, request.folder, {})

    def _settings(self, source: Source) -> Settings:
        where = source.path and os.path.relpath(source.path, self.request.folder)
        if source.raw:
            problems = engine().settings_problems(source.raw)
            if problems:
                raise SettingsProblem("\n".join(f"{where}: {problem}" for problem in problems))
        settings = settings_from(source.raw, today=self.request.today, folder=source.folder)
        return settings._replace(select=self.request.select, ignore=self.request.ignore)


def run(request: Request, watch: Callable[[int, int], None] = lambda done, total: None) -> Outcome:
    """Do what a request asks. `watch` is told how many articles are done, of how many."""
    selection = select_articles(request)
    problems = list(selection.problems)
    try:
        before, changed = _changed(request)
    except RepositoryProblem as problem:
        return Outcome(Report((), (), Summary()), (*problems, str(problem)))
    accepted = _read_baseline(request, problems)
    job = _Job(request, before)
    excluded = skipped = 0
    for done, (path, site) in enumerate(selection.found):
        watch(done, len(selection.found))
        if path in selection.excluded:
            excluded += 1
        elif changed is not None and os.path.realpath(path) not in changed:
            skipped += 1
            job.look_at(path, site)
        else:
            job.check(path, site)
    watch(len(selection.found), len(selection.found))
    job.compare()
    problems += job.problems
    checked = len(selection.found) - excluded - skipped - len(job.unread)
    return _outcome(request, job, accepted, problems, found=len(selection.found), checked=checked, excluded=excluded)


def _outcome(
    request: Request,
    job: "_Job",
    accepted: Counter[baselines.Key] | None,
    problems: list[str],
    *,
    found: int,
    checked: int,
    excluded: int,
) -> Outcome:
    diagnostics, suppressed = tuple(job.diagnostics), list(job.suppressed)
    stale: tuple[baselines.Key, ...] = ()
    if accepted is not None:
        compared = baselines.compare(diagnostics, accepted, frozenset(job.files))
        diagnostics, stale = compared.new, compared.stale
        suppressed += (Suppressed(each, "accepted in the baseline", "external") for each in compared.accepted)
    diagnostics = tuple(sorted(diagnostics, key=lambda each: (each.path, each.range, each.rule, each.message)))
    counts = {
        severity: sum(each.severity == severity for each in diagnostics) for severity in ("error", "warning", "note")
    }
    summary = Summary(
        found=found,
        checked=checked,
        skipped=found - checked - excluded,
        excluded=excluded,
        errors=counts["error"],
        warnings=counts["warning"],
        notes=counts["note"],
        fixable=sum(each.fix is not None and each.fix.safe for each in diagnostics),
    )
    if stale and request.strict_baseline:
        problems += [f"The baseline holds a finding that is gone: {path}: {rule}." for path, rule, _ in stale]
    return Outcome(
        Report(diagnostics, tuple(suppressed), summary),
        tuple(problems),
        failing=any(_fails(each, request, job) for each in diagnostics),
        crashed=any(each.rule == "internal-error" for each in diagnostics),
        applied=job.applied,
        changes=tuple(job.changes),
        files=job.files,
        accepted=len(suppressed) - len(job.suppressed),
    )


def _fails(diagnostic: Diagnostic, request: Request, job: "_Job") -> bool:
    level = request.fail_on or job.fail_on.get(diagnostic.path, "error")
    return level != "never" and weight(diagnostic.severity) >= weight(level)


def _changed(request: Request) -> tuple[str | None, frozenset[str] | None]:
    if not request.changed:
        return None, None
    return changed_files(request.folder, request.base)


def _read_baseline(request: Request, problems: list[str]) -> Counter[baselines.Key] | None:
    if request.baseline is None:
        return None
    try:
        with open(os.path.join(request.folder, request.baseline), encoding="utf-8") as file:
            return baselines.parse(file.read())
    except (OSError, UnicodeDecodeError) as error:
        problems.append(f"The baseline {request.baseline} could not be read: {error}.")
    except baselines.BaselineProblem as problem:
        problems.append(f"{request.baseline}: {problem}")
    return None


class _Job:
    """One run over articles, and what it has gathered."""

    def __init__(self, request: Request, before: str | None) -> None:
        self.request = request
        self.before = before
        self.engine = engine()
        self.diagnostics: list[Diagnostic] = []
        self.suppressed: list[Suppressed] = []
        self.entries: dict[str, tuple[Site, list[Entry]]] = {}
        self.problems: list[str] = []
        self.unread: list[str] = []
        self.changes: list[tuple[str, str, str]] = []
        self.files: dict[str, str] = {}
        self.fail_on: dict[str, str] = {}
        self.unchanged: set[str] = set()
        self.registries: dict[str, Registry | None] = {}
        self.applied = 0

    def check(self, path: str, site: Site) -> None:
        """Check one article, and fix it if that is asked."""
        name = site.name(path)
        # Two sites may each have an article of this name: then neither is shown as an excerpt of the other.
        self.files[name] = path if self.files.get(name, path) == path else ""
        self.fail_on[name] = site.settings.fail_on
        data = self._bytes(path, site)
        text = self._text(data, site)
        if not isinstance(text, str):
            self.unread.append(name)
            self._keep(self.engine.check_unreadable(name, text, site.settings), site)
            return
        committed = committed_text(path, self.before) if self.before else None
        try:
            verdict = self._verdict(name, text, site, committed)
            if self.request.fix or self.request.diff:
                verdict = self._fix(path, name, text, data, verdict, site)
        except self.engine.SchemaProblem as problem:
            if str(problem) not in self.problems:
                self.problems.append(str(problem))
            self.unread.append(name)
            return
        self._keep(verdict, site)

    def look_at(self, path: str, site: Site) -> None:
        """Take from an unchanged article only what changed ones are compared with."""
        text = self._text(self._bytes(path, site), site)
        if isinstance(text, str):
            self.unchanged.add(site.name(path))
            try:
                verdict = self._verdict(site.name(path), text, site)
            except self.engine.SchemaProblem:
                return
            self._gather(verdict.entries, site)

    def compare(self) -> None:
        """Hold the articles of each site against each other; what only concerns unchanged ones is not reported."""
        for site, entries in self.entries.values():
            found = self.engine.check_corpus(entries, site.settings)
            self.diagnostics += (each for each in found if each.path not in self.unchanged)

    def _verdict(self, name: str, text: str, site: Site, committed: str | None = None) -> Verdict:
        """The verdict on an article; a snapshot that cannot be read is a problem, and then stands aside."""
        verdict: Verdict
        try:
            registry = self.registry(site)
            verdict = self.engine.check_article(name, text, site.settings, committed=committed, registry=registry)
        except SnapshotProblem as problem:
            self._no_registry(site, problem)
            verdict = self.engine.check_article(name, text, site.settings, committed=committed)
        return verdict

    def registry(self, site: Site) -> Registry | None:
        """The snapshot of a site, opened at the first call; None where there is none, or none that can be read."""
        if site.folder not in self.registries:
            try:
                self.registries[site.folder] = open_snapshot(site.settings.snapshot, site.folder)
            except SnapshotProblem as problem:
                self._no_registry(site, problem)
        return self.registries[site.folder]

    def _no_registry(self, site: Site, problem: SnapshotProblem) -> None:
        self.registries[site.folder] = None
        if str(problem) not in self.problems:
            self.problems.append(str(problem))

    def _keep(self, verdict: Verdict, site: Site) -> None:
        self.diagnostics += verdict.diagnostics
        self.suppressed += verdict.suppressed
        self._gather(verdict.entries, site)

    def _gather(self, entries: Iterable[Entry], site: Site) -> None:
        self.entries.setdefault(site.folder, (site, []))[1].extend(entries)

    def _bytes(self, path: str, site: Site) -> bytes | Unreadable:
        if self.request.stdin is not None:
            return self.request.stdin[1]
        return read_file(path, site.settings.limits.article_size)

    def _text(self, data: bytes | Unreadable, site: Site) -> object:
        if isinstance(data, Unreadable):
            return self.engine.unreadable(data.reason, detail=data.detail, limit=site.settings.limits.article_size)
        return self.engine.decode(data, site.settings)

    def _fix(self, path: str, name: str, text: str, data: bytes | Unreadable, verdict: Verdict, site: Site) -> Verdict:
        fixed = self._fixed(name, text, verdict, site)
        if fixed.text == text:
            return verdict
        if not self.request.diff and self.request.stdin is None:
            if is_below(path, site.folder) and not is_below(os.path.realpath(path), os.path.realpath(site.folder)):
                self.problems.append(f"{name} is a link out of {site.folder}, and was not written.")
                return verdict
            try:
                write_file(path, fixed.text.encode(), expected=data if isinstance(data, bytes) else None)
            except OSError as error:
                self.problems.append(f"{name} could not be written: {error.strerror or error}.")
                return verdict
        self.changes.append((name, text, fixed.text))
        self.applied += fixed.applied
        result: Verdict = verdict if self.request.diff else fixed.verdict
        return result

    def _fixed(self, name: str, text: str, verdict: Verdict, site: Site) -> Any:
        unsafe = self.request.unsafe
        try:
            registry = self.registry(site)
            return self.engine.fix_text(name, text, site.settings, verdict, unsafe=unsafe, registry=registry)
        except SnapshotProblem as problem:
            self._no_registry(site, problem)
            return self.engine.fix_text(name, text, site.settings, verdict, unsafe=unsafe)


def unified(changes: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    """The changes as a unified diff, line by line."""
    from difflib import unified_diff

    for name, old, new in changes:
        for line in unified_diff(old.splitlines(True), new.splitlines(True), f"a/{name}", f"b/{name}"):
            yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
