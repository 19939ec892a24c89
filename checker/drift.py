"""What a snapshot holds, how old that is, and what has changed: for people, and for programs."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from checker.dates import days_between, is_date, spoken
from checker.registered import Paper, StudyDate
from checker.render import visible
from checker.snapshot.form import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from checker.registered import RegistryRecord, Study, Version
    from checker.snapshot.folder import Folder
    from checker.snapshot.sqlite import Database

    Citations = Mapping[str, tuple[str, ...]]
    """The articles that cite a number, by number."""

ASKED = "NCT"
"""How the numbers begin that the registry with an open API gives out."""

NAMES = {
    "why_stopped": "why it stopped",
    "status_verified_date": "status last verified",
    "study_first_post_date": "first posted",
    "results_first_post_date": "results first posted",
    "who_masked": "who is masked",
    "enrollment_count": "number of people",
    "enrollment_type": "type of that number",
    "sites": "number of sites",
    "secondary_ids": "other numbers",
    "has_results": "has results",
    "references": "publications",
}
"""What readers call a field whose name does not say it."""


WIDE = 100
"""From how many characters on a list has a line for each of its items."""

LONG = 160
"""How many characters of a citation are shown."""


class Change(NamedTuple):
    """One field that a version gives otherwise than the one before; None where it is not given."""

    name: str
    before: Any
    after: Any


class Drift(NamedTuple):
    """What is new of one record: `kind` is new, changed or missing; `articles` are those that cite it."""

    id: str
    kind: str
    version: Version | None
    changes: tuple[Change, ...]
    articles: tuple[str, ...]
    missing: str | None = None


def changes(before: Study, after: Study) -> tuple[Change, ...]:
    """The fields in which two versions differ, by name."""
    return tuple(
        Change(name, old, new)
        for name in sorted(after._fields)
        if (old := getattr(before, name)) != (new := getattr(after, name))
    )


def drifts(
    records: Iterable[RegistryRecord], before: Callable[[RegistryRecord], Version | None], cited: Citations
) -> Iterator[Drift]:
    """What records say otherwise than they did `before`, in their order; `cited` says which articles cite which."""
    for record in records:
        articles = tuple(sorted({name for id in (record.id, *record.aliases) for name in cited.get(id, ())}))
        old, new = before(record), record.newest
        if record.missing is not None:
            yield Drift(record.id, "missing", new, (), articles, record.missing)
        if old is None and new is not None:
            yield Drift(record.id, "new", new, (), articles)
        elif old is not None and new is not None and (found := changes(old.study, new.study)):
            yield Drift(record.id, "changed", new, found, articles)


def last_drifts(snapshot: Folder | Database, cited: Citations) -> list[Drift]:
    """What the last update of a snapshot changed."""
    before = snapshot.changes()
    records = [record for id in sorted(before) if (record := snapshot.find(id)) is not None]
    return list(drifts(records, lambda record: before[record.id], cited))


def drifts_since(snapshot: Folder | Database, day: str, cited: Citations) -> list[Drift]:
    """What was seen of a snapshot's records on a day or after it."""

    def before(record: RegistryRecord) -> Version | None:
        return record._replace(versions=tuple(each for each in record.versions if each.seen < day)).newest

    records = (
        record
        for record in snapshot.records()
        if (record.missing or "") >= day or any(version.seen >= day for version in record.versions)
    )
    return [drift for drift in drifts(records, before, cited) if (drift.missing or day) >= day]


# registry diff


def drift_lines(found: list[Drift], of: str) -> Iterator[str]:
    """A report on what has changed, for a person; `of` says since when, in words."""
    yield f"{of}:"
    for drift in found:
        yield ""
        yield f"{drift.id}  {', '.join(drift.articles) or 'cited by no article'}"
        yield from (f"  {line}" for line in _told(drift))
    touched = {article for drift in found for article in drift.articles}
    yield ""
    yield f"{_counted(len({drift.id for drift in found}), 'record')}, {_counted(len(touched), 'article')} touched."


def _told(drift: Drift) -> Iterator[str]:
    if drift.kind == "missing":
        yield f"the registry does not know this number (asked on {spoken(drift.missing or '')})"
    elif drift.kind == "new":
        yield "new in the snapshot" if drift.version is None else f"new in the snapshot: {_dated(drift.version)}"
    elif drift.version is not None:
        yield _dated(drift.version)
        for change in drift.changes:
            yield f"{named(change.name)}: {worded(change.before)} → {worded(change.after)}"


def drift_json(found: list[Drift], since: str | None, place: str) -> dict[str, Any]:
    """The same report for a program; `since` is a day, or None where the last update is meant."""
    touched: dict[str, list[str]] = {}
    for drift in found:
        for article in drift.articles:
            if drift.id not in touched.setdefault(article, []):
                touched[article].append(drift.id)
    return {
        "version": 1,
        "snapshot": place,
        "since": since,
        "records": [
            {
                "id": drift.id,
                "kind": drift.kind,
                "articles": list(drift.articles),
                "seen": drift.version.seen if drift.version else None,
                "updated": drift.version.updated if drift.version else None,
                "source": drift.version.source if drift.version else None,
                "missing": drift.missing,
                "changes": [
                    {"field": change.name, "from": _as_json(change.before), "to": _as_json(change.after)}
                    for change in drift.changes
                ],
            }
            for drift in found
        ],
        "articles": [{"path": path, "trials": touched[path]} for path in sorted(touched)],
    }


def _as_json(value: Any) -> Any:
    return None if value == () else plain(value)


# registry show


def record_lines(record: RegistryRecord) -> Iterator[str]:
    """A record as a reader would want it: what it says now, and how it came to."""
    newest = record.newest
    if newest is None:
        yield f"{record.id}  the registry does not know this number (asked on {spoken(record.missing or '')})"
        return
    study = newest.study
    acronym = f" ({study.acronym})" if study.acronym else ""
    yield f"{record.id}  {study.brief_title or study.official_title or 'no title'}{acronym}"
    if record.missing:
        yield f"The registry no longer knows this number (asked on {spoken(record.missing)})."
    yield f"{_dated(newest)}."
    yield ""
    facts = list(_facts(record, study))
    width = max((len(name) for name, _ in facts), default=0)
    for name, lines in facts:
        for index, line in enumerate(lines):
            yield f"  {'' if index else name:{width}}  {line}"
    yield ""
    yield "Versions"
    for index, version in enumerate(record.versions):
        yield f"  {_dated(version)}"
        before = record.versions[index - 1] if index else None
        for change in changes(before.study, version.study) if before else ():
            yield f"    {named(change.name)}: {worded(change.before)} → {worded(change.after)}"


def _facts(record: RegistryRecord, study: Study) -> Iterator[tuple[str, list[str]]]:
    """The facts of a record by name; what is a long list has a line for each of its items."""
    if record.aliases:
        yield "earlier numbers", [", ".join(record.aliases)]
    for name in study._fields:
        value = getattr(study, name)
        if value not in (None, ()) and name not in ("brief_title", "acronym", "enrollment_type"):
            text = worded(value) + _typed(study, name)
            items = isinstance(value, tuple) and not hasattr(value, "_fields") and len(text) > WIDE
            yield named(name), [worded(each) for each in value] if items else [text]


def _typed(study: Study, name: str) -> str:
    return f" ({study.enrollment_type.lower()})" if name == "enrollment_count" and study.enrollment_type else ""


def record_json(record: RegistryRecord, place: str) -> dict[str, Any]:
    """The same for a program: the record as its file holds it."""
    return {"version": 1, "snapshot": place, "record": plain(record)}


# registry status


def status(snapshot: Folder | Database, place: str, cited: Citations, today: str, max_age: int) -> dict[str, Any]:
    """How old a snapshot is, what it lacks of what articles cite, and what its last update changed."""
    lacking, unknown, sources = set(cited), [], Counter[str]()
    records = versions = uncited = 0
    for record in snapshot.records():
        names = (record.id, *record.aliases)
        lacking.difference_update(names)
        records, versions = records + 1, versions + len(record.versions)
        uncited += cited.keys().isdisjoint(names)
        sources[record.newest.source if record.newest else "unknown to the registry"] += 1
        if record.missing:
            unknown.append({"id": record.id, "since": record.missing, "articles": list(cited.get(record.id, ()))})
    fetched, updated = snapshot.fetched, snapshot.said.get("updated")
    found = last_drifts(snapshot, cited)
    return {
        "version": 1,
        "snapshot": place,
        "records": records,
        "versions": versions,
        "sources": dict(sorted(sources.items())),
        "fetched": fetched,
        "age": days_between(fetched, today) if fetched else None,
        "max_age": max_age,
        "data_timestamp": snapshot.said.get("data_timestamp"),
        "cited": len(cited),
        "not_held": [{"id": id, "articles": list(cited[id])} for id in sorted(lacking)],
        "unknown": unknown,
        "uncited": uncited,
        "updated": updated,
        "changed": sorted({drift.id for drift in found if drift.kind == "changed"}),
        "new": sorted({drift.id for drift in found if drift.kind == "new"}),
        "missing": sorted({drift.id for drift in found if drift.kind == "missing"}),
    }


def status_lines(said: Mapping[str, Any]) -> Iterator[str]:
    """The same for a person."""
    sources = ", ".join(f"{source} {count}" for source, count in said["sources"].items())
    yield f"{said['snapshot']}: {_counted(said['records'], 'record')} ({sources or 'none'})"
    if said["fetched"] is None:
        yield "  never asked for as a whole; run `checker registry update`"
    else:
        old = f", older than {said['max_age']} days" if said["age"] > said["max_age"] else ""
        data = f"; the registry's data of {said['data_timestamp']}" if said["data_timestamp"] else ""
        yield f"  last asked on {spoken(said['fetched'])}, {_counted(said['age'], 'day')} ago{old}{data}"
    yield f"  {_counted(said['cited'], 'number')} cited by articles, {len(said['not_held'])} of them not held"
    for each in said["not_held"]:
        elsewhere = "" if each["id"].startswith(ASKED) else " (of a registry without an open API: import it)"
        yield f"    {each['id']}  {', '.join(each['articles'])}{elsewhere}"
    if said["unknown"]:
        yield f"  {_counted(len(said['unknown']), 'number')} that the registry does not know"
        for each in said["unknown"]:
            yield f"    {each['id']}  since {spoken(each['since'])}  {', '.join(each['articles'])}".rstrip()
    if said["uncited"]:
        yield f"  {_counted(said['uncited'], 'record')} cited by no article"
    if said["updated"]:
        by = f"by the last update, of {spoken(said['updated'])}"
        missing = f"; {len(said['missing'])} turned out to be unknown" if said["missing"] else ""
        yield f"  {_counted(len(said['changed']), 'record')} changed and {len(said['new'])} came in {by}{missing}"


# Words


def named(field: str) -> str:
    """What readers call a field."""
    return NAMES.get(field, field.replace("_", " "))


def worded(value: Any) -> str:
    """A value of a record as a reader reads it, on one line."""
    if value is None or value == ():
        return "not given"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, StudyDate):
        return f"{_day(value.date)} ({value.type.lower()})" if value.type else _day(value.date)
    if isinstance(value, Paper):
        beside = [each for each in (value.type and value.type.lower(), value.pmid and f"PubMed {value.pmid}") if each]
        gone = [f"retracted by PubMed {each}" for each in value.retractions]
        authors, dot, work = value.citation.partition(". ")
        many = authors.count(",") > 2
        cited = f"{authors.partition(',')[0]} et al{dot}{work}" if many else value.citation
        cited = cited if len(cited) <= LONG else f"{cited[: LONG - 1]}…"
        return visible(f"{cited} ({', '.join((*beside, *gone))})" if beside or gone else cited)
    if hasattr(value, "_fields"):
        first, *rest = [worded(each) for each in value if each not in (None, ())] or [""]
        return visible(f"{first} ({', '.join(rest)})" if rest else first)
    if isinstance(value, tuple):
        return "; ".join(worded(each) for each in value)
    return visible(_day(value) if isinstance(value, str) else str(value))


def _day(text: str) -> str:
    """A date as a reader reads it; any other text as it is."""
    return spoken(text) if is_date(text) else text


def _dated(version: Version) -> str:
    updated = f"last updated there on {spoken(version.updated)}" if version.updated else "of no date of its own"
    return f"{version.source}, {updated}, seen on {spoken(version.seen)}"


def _counted(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"
