"""What a run is asked to do, and the articles that it is about, each with the settings that hold for it."""

import os
from collections.abc import Iterator
from types import ModuleType
from typing import NamedTuple

from checker.cache import FOLDER, Cache
from checker.config import SettingsProblem, Source, candidates, find_settings, read_settings, settings_from
from checker.files import GLOB_CHARACTERS, expand, is_below, matches, relative
from checker.settings import Settings
from checker.sight import survey
from checker.text import near_miss

NO_ARTICLE = "No article was found."


class Request(NamedTuple):
    """What a run is asked to do. `today` is `yyyy-mm-dd`; paths are as given, relative to `folder`.

    `remember` lets the run use what earlier ones have kept, and keep what it finds: beside the settings, or in
    `cache_folder`. `jobs` are the processes that may work at it.
    """

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
    remember: bool = False
    cache_folder: str | None = None
    jobs: int = 1


class Site(NamedTuple):
    """The articles that share one settings file, and its settings. Their paths are relative to `folder`."""

    source: Source
    settings: Settings
    cache: Cache | None = None

    @property
    def folder(self) -> str:
        return self.source.folder

    def name(self, path: str) -> str:
        """An article's path as it is reported."""
        return relative(path, self.folder)


class Selection(NamedTuple):
    """The articles found, in order, each with its site; those of them that are excluded, and what went wrong.

    `walked` are the folders that were searched, `asked` those whose settings were looked for.
    """

    found: tuple[tuple[str, Site], ...]
    excluded: frozenset[str]
    problems: tuple[str, ...]
    walked: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()


def engine() -> ModuleType:
    """The one lazy door to what is heavy: a run that has nothing to check takes only light things from behind it."""
    from checker import engine

    return engine


def select_articles(request: Request) -> Selection:
    """Find the articles that a request is about. A path that matches nothing is a problem; so is finding none."""
    sites = _Sites(request)
    found: dict[str, None] = {}
    problems: list[str] = []
    walked: list[str] = []
    for path in _candidates(request, sites, problems, walked):
        found[path] = None
    placed: list[tuple[str, Site]] = []
    for path in found:
        try:
            placed.append((path, sites.of(path)))
        except SettingsProblem as problem:
            if str(problem) not in problems:
                problems.append(str(problem))
    named = sorted((site.name(path), path, number) for number, (path, site) in enumerate(placed))
    placed = [placed[number] for _, _, number in named]
    excluded = frozenset(
        path for path, site in placed if request.exclude and matches(site.settings.exclude, site.name(path))
    )
    if not placed and not problems:
        problems.append(NO_ARTICLE)
    return Selection(tuple(placed), excluded, tuple(problems), tuple(walked), tuple(sites.by_folder))


def site_of(request: Request) -> Site:
    """The site that the request's folder belongs to. Raises SettingsProblem where its settings cannot be used."""
    return _Sites(request).of(os.path.join(request.folder, "article.md"))


def _candidates(request: Request, sites: "_Sites", problems: list[str], walked: list[str]) -> Iterator[str]:
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
            found = expand(pattern, site.folder, walked)
            yield from (path for path in found if is_below(path, site.folder))
        return
    for given in request.paths:
        path = os.path.normpath(os.path.join(request.folder, given))
        if os.path.isdir(path):
            walked.append(path)
            yield from _below(path, sites)
        elif os.path.lexists(path):
            yield path
        elif GLOB_CHARACTERS.search(given) and (matched := list(expand(given, request.folder, walked))):
            yield from matched
        else:
            problems.append(_unmatched(given, path))


def _below(folder: str, sites: "_Sites") -> Iterator[str]:
    """The articles below a folder: where the settings name globs and some of them match, those; else all."""
    everything = list(survey(folder))
    included = [path for path, _ in everything if sites.includes(path)]
    unseen = [path for path, entry in everything if entry is None]
    return iter((*included, *unseen) if included else (path for path, _ in everything))


def _unmatched(given: str, path: str) -> str:
    try:
        beside = os.listdir(os.path.dirname(path))
    except OSError:
        beside = []
    return f'Nothing matches "{given}".{near_miss(os.path.basename(path), beside)}'


def looked_for(request: Request, selection: Selection) -> tuple[str, ...]:
    """Every single file that a run depends on, there or not: the articles, and all that settings are made of."""
    files = dict.fromkeys(path for path, _ in selection.found)
    if request.config is None and not request.isolated:
        for folder in selection.asked:
            files.update(dict.fromkeys(candidates(folder)))
    for site in {site.source.path: site for _, site in selection.found}.values():
        files.update(dict.fromkeys(site.source.files))
    if request.baseline is not None:
        files[os.path.join(request.folder, request.baseline)] = None
    return tuple(files)


def kept_in(request: Request, folder: str) -> str:
    """Where a run keeps what it remembers of the articles of a settings folder."""
    return request.cache_folder or os.path.join(folder, FOLDER)


class _Sites:
    """Finds the settings of each article: the nearest upwards win whole."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.by_folder: dict[str, Source | None] = {}
        self.by_file: dict[str | None, Site] = {}

    def of(self, path: str) -> Site:
        source = self._source(os.path.dirname(os.path.abspath(path)))
        if source.path not in self.by_file:
            self.by_file[source.path] = self._site(source)
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

    def _site(self, source: Source) -> Site:
        cache = self._cache(source)
        where = source.path and os.path.relpath(source.path, self.request.folder)
        # Settings under which anything is remembered have been found to be sound.
        if source.raw and not (cache and cache.known):
            problems = engine().settings_problems(source.raw)
            if problems:
                raise SettingsProblem("\n".join(f"{where}: {problem}" for problem in problems))
        settings = settings_from(source.raw, today=self.request.today, folder=source.folder)
        return Site(source, settings._replace(select=self.request.select, ignore=self.request.ignore), cache)

    def _cache(self, source: Source) -> Cache | None:
        request = self.request
        if not request.remember or request.stdin is not None:
            return None
        # What files settings name is theirs as well: a schema counts by its text.
        named = source.raw.get("schemas")
        texts = (
            [_text(os.path.join(source.folder, str(path))) for path in named.values()]
            if isinstance(named, dict)
            else ()
        )
        asked = repr((source.folder, source.raw, request.select, request.ignore, request.changed))
        return Cache(kept_in(request, source.folder), asked.encode("utf-8", "surrogatepass"), *texts)


def _text(path: str) -> bytes:
    """A file's bytes as a fingerprint takes them; what cannot be read is told of when the settings are made."""
    from checker.seal import read_bytes

    return read_bytes(path) or b""
