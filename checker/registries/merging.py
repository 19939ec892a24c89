"""What is newly known of trials, joined to what a snapshot holds. Nothing that was ever seen is dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.registered import RegistryRecord, Version

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


class News(NamedTuple):
    """What an answer tells of one number: a version of its record, or that the registry does not know it.

    `aliases` are other numbers of the record, in the answer or because one led to the other. `asked` is the day of the
    answer, where it was not one of all.
    """

    id: str
    version: Version | None = None
    aliases: tuple[str, ...] = ()
    missing: str | None = None
    asked: str | None = None


def merged(news: Iterable[News], find: Callable[[str], RegistryRecord | None]) -> Iterator[RegistryRecord]:
    """The records that differ from what `find` gives, sorted by number; each holds what was there and what is new."""
    changed: dict[str, RegistryRecord] = {}

    def now(id: str) -> RegistryRecord | None:
        return changed.get(id) or find(id)

    for each in news:
        held = now(each.id) or RegistryRecord(each.id)
        joined = with_news(held, each)
        for alias in joined.aliases:
            other = now(alias)
            if other is not None and other.id == alias:
                # A record that has become another's alias brings its versions along.
                joined = joined._replace(versions=in_order((*joined.versions, *other.versions)))
        if joined != held or (find(joined.id) is None and joined.id not in changed):
            changed[joined.id] = joined
    return (changed[id] for id in sorted(changed))


def with_news(record: RegistryRecord, news: News) -> RegistryRecord:
    """A record with what an answer tells of it; the same record where that is nothing new."""
    record = record._replace(asked=max(record.asked or "", news.asked or "") or None)
    if news.version is None:
        return record._replace(missing=record.missing or news.missing)
    aliases = tuple(sorted({*record.aliases, *news.aliases} - {record.id}))
    return record._replace(aliases=aliases, versions=with_version(record.versions, news.version), missing=None)


def with_version(versions: tuple[Version, ...], version: Version) -> tuple[Version, ...]:
    """The versions with one that was seen; unchanged where the last that is alike in source and date says the same."""
    alike = [each for each in versions if (each.source, each.updated) == (version.source, version.updated)]
    if alike and (alike[-1].study == version.study or version in alike):
        return versions
    return in_order((*versions, version))


def in_order(versions: Iterable[Version]) -> tuple[Version, ...]:
    """Versions, oldest first: by the registry's own date, then by the day on which they were seen; each once."""
    return tuple(sorted(dict.fromkeys(versions), key=lambda each: (each.updated or each.seen, each.seen, each.source)))
