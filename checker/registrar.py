"""Keeps the snapshot: gathers the trials of articles, asks the registry for them, and joins what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.consulted import SnapshotProblem
from checker.registered import InMemory
from checker.selection import engine, select_articles, site_of
from checker.snapshot import open_snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from checker.article import Article
    from checker.registered import Registry, RegistryRecord, Version
    from checker.registries.client import Client
    from checker.registries.merging import News
    from checker.selection import Request, Site
    from checker.snapshot.folder import Folder
    from checker.snapshot.sqlite import Database

ASKED = "NCT"
"""How the numbers begin that the registry with an open API gives out."""

BASE_URL = "https://clinicaltrials.gov/api/v2"


class Archive(NamedTuple):
    """The articles of one site that a request is about: which of them cite which trial."""

    site: Site
    cited: dict[str, tuple[str, ...]]

    @property
    def place(self) -> str:
        """Where the snapshot of this site stands."""
        from os.path import join

        return join(self.site.folder, self.site.settings.snapshot)

    def open(self) -> Folder | Database | None:
        """The snapshot, or None where there is none yet. Raises SnapshotProblem where it cannot be read."""
        from os.path import lexists

        return open_snapshot(self.site.settings.snapshot, self.site.folder) if lexists(self.place) else None


def archives(request: Request, problems: list[str]) -> list[Archive]:
    """The trials that articles cite, by site; what could not be read becomes a problem."""
    from checker.files import Unreadable, read_file
    from checker.reading import read

    selection = select_articles(request)
    problems += selection.problems
    found: dict[str, tuple[Site, dict[str, list[str]]]] = {}
    for path, site in selection.found:
        if path in selection.excluded:
            continue
        name = site.name(path)
        data = read_file(path, site.settings.limits.article_size)
        text = None if isinstance(data, Unreadable) else engine().decode(data, site.settings)
        if not isinstance(text, str):
            problems.append(f"{name} could not be read; `checker check` says why.")
            continue
        cited = found.setdefault(site.folder, (site, {}))[1]
        for id in cited_in(read(name, text, site.settings)):
            cited.setdefault(id, []).append(name)
    return [Archive(site, {id: tuple(names) for id, names in sorted(cited.items())}) for site, cited in found.values()]


def site_archive(request: Request) -> Archive:
    """The site that a request's folder belongs to, and none of its articles."""
    return Archive(site_of(request), {})


def cited_in(article: Article) -> list[str]:
    """The trial numbers of an article, in its front matter and its prose, each once in its canonical form."""
    from checker.registries import canonical, mentions

    facts = article.facts
    written = [*facts.mentions, *(each.trial for each in facts.references)]
    for trial in article.trials:
        written += (trial.id, *trial.other_ids)
    found = [canonical(each) for each in written if each]
    found += [each.id for each in article.once(mentions)]
    return list(dict.fromkeys(each for each in found if each))


def writable(archive: Archive) -> str:
    """Where the snapshot is to be written. Raises SnapshotProblem for a place outside the settings' folder."""
    from os.path import realpath

    from checker.files import is_below

    place, folder = realpath(archive.place), realpath(archive.site.folder)
    if place == folder or not is_below(place, folder):
        where = archive.site.settings.snapshot
        raise SnapshotProblem(f"The snapshot {where} lies outside the folder of the settings; it was not written.")
    return archive.place


class Updated(NamedTuple):
    """What an update came to: how many numbers were asked for, the records that changed, what the registry does not
    know, how many numbers of other registries could not be asked for, and why what came of some cannot be used."""

    place: str
    asked: int
    changed: tuple[str, ...]
    missing: tuple[str, ...]
    elsewhere: int
    refused: tuple[str, ...] = ()


def update(
    archive: Archive,
    client: Client,
    today: str,
    *,
    whole: bool,
    held: bool = False,
    keep_going: bool = False,
    watch: Callable[[int, int], None] = lambda done, total: None,
) -> Updated:
    """Ask the registry for the trials of an archive and write what it says into the snapshot.

    `whole` tells that these are all the articles of the site, so that the snapshot is as new as this day; `held` has
    the records asked for too that no article cites any more. A record whose answer cannot be used keeps the others from
    being written, unless with `keep_going`. Raises RegistryProblem and SnapshotProblem; the snapshot is what it was
    then.
    """
    import asyncio

    from checker.registries.client import RegistryProblem
    from checker.registries.replacing import drop_staging
    from checker.registries.updating import alone, fetch, news

    with alone(writable(archive)):
        snapshot = archive.open()
        ids = {id for id in archive.cited if id.startswith(ASKED) and id.strip("NCT0")}
        if held and snapshot is not None:
            ids |= {id for id in snapshot.ids() if id.startswith(ASKED)}
        fetched = asyncio.run(fetch(client, sorted(ids), archive.place, watch))
        refused = tuple(answer.refused for answer in fetched.answers if answer.refused)
        if refused and not keep_going:
            drop_staging(archive.place)
            more = f" (and {len(refused) - 1} more)" if len(refused) > 1 else ""
            raise RegistryProblem(f"{refused[0]}{more} Nothing was written; with --keep-going the other records are.")
        said = {**(snapshot.said if snapshot else {}), **fetched.state._asdict(), "updated": today}
        if whole and not refused:
            said["fetched"] = today
        changed = join(archive.place, snapshot, list(news(fetched.answers, today, whole=whole)), said)
    return Updated(
        archive.place,
        len(ids),
        changed,
        tuple(answer.asked for answer in fetched.answers if answer.found is None and not answer.refused),
        len(archive.cited.keys() - ids),
        refused,
    )


def import_files(
    archive: Archive, files: Iterable[str], seen: str, today: str, cited: bool, odd: list[str] | None = None
) -> tuple[int, tuple[str, ...]]:
    """Join what files tell to the snapshot: how many records were read, and the numbers of those that changed.

    `seen` is the day of the copies, where they do not say so themselves; with `cited` only the trials are kept that
    the archive's articles cite; with `odd`, what keeps a study from being read is put there, and the others are joined
    all the same. Raises ImportProblem and SnapshotProblem; the snapshot is what it was then.
    """
    from checker.registries.imports import read_file
    from checker.registries.updating import alone

    with alone(writable(archive)):
        snapshot = archive.open()
        wanted = archive.cited.keys() if cited else None
        told = [news for file in files for news in read_file(file, seen, wanted, odd=odd)]
        said = {**(snapshot.said if snapshot else {}), "updated": today}
        return len(told), join(archive.place, snapshot, told, said)


def join(place: str, snapshot: Folder | Database | None, told: list[News], said: dict[str, str]) -> tuple[str, ...]:
    """Join what was told to a snapshot and write it; the numbers of the records that changed."""
    from checker.registries.keeping import keep
    from checker.registries.merging import merged

    registry: Registry = snapshot or InMemory(())
    before: dict[str, Version | None] = {}

    def noted() -> Iterator[RegistryRecord]:
        for record in merged(told, registry.find):
            held = registry.find(record.id)
            if held is None or record._replace(asked=held.asked) != held:
                before[record.id] = held.newest if held else None
            yield record

    keep(place, noted(), said, before)
    return tuple(before)
