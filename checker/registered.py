"""What a registry says of a trial, and since when: the facts of each version that has been seen of a record.

Fields keep the names that version 2 of the API of ClinicalTrials.gov gives them, in snake_case, and its values as they
are. Dates of trials are as precise as the registry gives them: `yyyy`, `yyyy-mm` or `yyyy-mm-dd`.
"""

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from checker.consulted import NOT_BEFORE, is_fetched_by


class StudyDate(NamedTuple):
    """A date of a trial; `type` is ACTUAL or ESTIMATED, or None where the registry gives none."""

    date: str
    type: str | None = None


class StudyArm(NamedTuple):
    label: str
    type: str | None = None


class Intervention(NamedTuple):
    name: str
    type: str | None = None


class SecondaryId(NamedTuple):
    """Another number of the same trial; `type` such as REGISTRY, EUDRACT_NUMBER, CTIS or OTHER."""

    id: str
    type: str | None = None


class Paper(NamedTuple):
    """A publication that the record names; `type` is RESULT, DERIVED or BACKGROUND, `retractions` their PubMed ids."""

    citation: str = ""
    pmid: str | None = None
    type: str | None = None
    retractions: tuple[str, ...] = ()


class Study(NamedTuple):
    """The facts of one version of a record, as far as checks use them. What the registry does not give is None or ().

    `enrollment_count` is never the registry's stand-in for an unknown count. `sites` counts places, and is None where
    none is listed. `minimum_age` and `maximum_age` are the registry's words: "18 Years".
    """

    brief_title: str | None = None
    official_title: str | None = None
    acronym: str | None = None
    overall_status: str | None = None
    last_known_status: str | None = None
    why_stopped: str | None = None
    status_verified_date: str | None = None
    study_first_post_date: str | None = None
    study_type: str | None = None
    phases: tuple[str, ...] = ()
    allocation: str | None = None
    intervention_model: str | None = None
    primary_purpose: str | None = None
    observational_model: str | None = None
    masking: str | None = None
    who_masked: tuple[str, ...] = ()
    enrollment_count: int | None = None
    enrollment_type: str | None = None
    start_date: StudyDate | None = None
    primary_completion_date: StudyDate | None = None
    completion_date: StudyDate | None = None
    arms: tuple[StudyArm, ...] = ()
    interventions: tuple[Intervention, ...] = ()
    conditions: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    removed_countries: tuple[str, ...] = ()
    sites: int | None = None
    sex: str | None = None
    minimum_age: str | None = None
    maximum_age: str | None = None
    healthy_volunteers: bool | None = None
    lead_sponsor: str | None = None
    collaborators: tuple[str, ...] = ()
    secondary_ids: tuple[SecondaryId, ...] = ()
    has_results: bool | None = None
    results_first_post_date: str | None = None
    references: tuple[Paper, ...] = ()


class Version(NamedTuple):
    """A record as it stood: `seen` is the day on which it was first seen so, `updated` the registry's own date of its
    last update (None where it gives none), `source` where it was read: ClinicalTrials.gov, AACT or ICTRP."""

    seen: str
    updated: str | None
    source: str
    study: Study


class RegistryRecord(NamedTuple):
    """All that a snapshot holds of one trial. `versions` are oldest first.

    `missing` is the day on which the registry said that it does not know the number (None: it did not say so); the
    versions seen before stay. `asked` is the day on which it was last asked for without all the others.
    """

    id: str
    aliases: tuple[str, ...] = ()
    versions: tuple[Version, ...] = ()
    missing: str | None = None
    asked: str | None = None

    @property
    def looked_up(self) -> str | None:
        """The last day on which the registry was asked, as far as the record itself tells (see `Registry.fetched`)."""
        days = (self.asked, self.missing, *(each.seen for each in self.versions))
        return max((day for day in days if day), default=None)

    @property
    def newest(self) -> Version | None:
        """The version that counts for what is true now."""
        counted = self._counted()
        return counted[-1] if counted else None

    def as_of(self, date: str) -> Version | None:
        """The version that counts for a fact of a day (a partial date stands for its last possible day).

        It is the newest whose own last update is not after that day; None where every version is younger. Of several
        with one date of update, one that had been seen by then is preferred.
        """
        until = date + "-12-31"[len(date) - 4 :] if len(date) < 10 else date
        by_then = [version for version in self._counted() if (version.updated or version.seen) <= until]
        if not by_then:
            return None
        newest = [version for version in by_then if version.updated == by_then[-1].updated]
        seen = [version for version in newest if version.seen <= until]
        return seen[-1] if seen else newest[0]

    def _counted(self) -> tuple[Version, ...]:
        """What comes from the registry itself; a portal's coarser copies count only where there is nothing else."""
        return tuple(version for version in self.versions if version.source != PORTAL) or self.versions


PORTAL = "ICTRP"
"""The source of versions that the WHO's search portal gives; it copies the registries in fewer fields."""


class Registry(Protocol):
    """The snapshot of registry records that checks use."""

    @property
    def fetched(self) -> str | None:
        """The day (`yyyy-mm-dd`) on which all records were last asked for; None where nobody noted it."""

    def find(self, id: str) -> RegistryRecord | None:
        """The record of a canonical number or of an alias; None where the snapshot never asked for it.

        Raises SnapshotProblem for a record that cannot be read.
        """

    def digest(self, id: str) -> str:
        """A short text that changes whenever what `find` returns changes; empty where the snapshot has nothing.

        Nothing is parsed for it. The empty id stands for `fetched`, `>=2026-06-01` for whether that is so late.
        """


class InMemory:
    """A registry of a few records that stand in memory."""

    def __init__(self, records: Iterable[RegistryRecord], fetched: str | None = None) -> None:
        self._records: dict[str, RegistryRecord] = {}
        for record in records:
            for name in (*record.aliases, record.id):
                self._records[name] = record
        self.fetched = fetched

    def find(self, id: str) -> RegistryRecord | None:
        return self._records.get(id)

    def digest(self, id: str) -> str:
        if id.startswith(NOT_BEFORE):
            return is_fetched_by(id, self.fetched)
        record = self._records.get(id)
        return (self.fetched or "") if not id else "" if record is None else repr(record)
