"""The front matter and its trial facts, typed and frozen. `schemas/` is the contract; these follow it.

A part that the schema refused is left out before these models are built, so every field may be missing.
Dates are text, as precise as the author wrote them: `yyyy`, `yyyy-mm` or `yyyy-mm-dd`.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from checker.text import Pointer


class Fact(BaseModel):
    """The manner of every model here: frozen, and silent on keys that it does not know."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True, coerce_numbers_to_str=True)


class Design(Fact):
    allocation: str | None = None
    intervention_model: str | None = None
    masking: str | None = None
    ratio: str | None = None


class Enrollment(Fact):
    """How many people, by role (DESIGN: the roles are different numbers, all right at once)."""

    planned: int | None = None
    screened: int | None = None
    enrolled: int | None = None
    randomized: int | None = None
    treated: int | None = None
    completed: int | None = None
    analyzed: int | None = None


class Arm(Fact):
    name: str | None = None
    type: str | None = None
    count: int | None = None


class Group(Fact):
    name: str | None = None
    count: int | None = None


class Figure(Fact):
    name: str | None = None
    value: float | None = None
    unit: str | None = None
    n: int | None = None
    of: int | None = None
    interval: tuple[float, float] | None = None
    p: str | None = None


class TrialDate(Fact):
    date: str | None = None
    type: str | None = None


class Ages(Fact):
    minimum: float | None = None
    maximum: float | None = None


class Trial(Fact):
    """One record. `at` is its place in the front matter."""

    at: Pointer = ()
    id: str | None = None
    key: str | None = None
    unregistered: str | None = None
    other_ids: tuple[str, ...] = ()
    acronym: str | None = None
    brief_title: str | None = None
    official_title: str | None = None
    study_type: str | None = None
    overall_status: str | None = None
    phases: tuple[str, ...] | None = None
    design: Design = Design()
    enrollment: Enrollment = Enrollment()
    arms: tuple[Arm, ...] = ()
    groups: tuple[Group, ...] = ()
    figures: tuple[Figure, ...] = ()
    start_date: TrialDate | None = None
    primary_completion_date: TrialDate | None = None
    completion_date: TrialDate | None = None
    countries: tuple[str, ...] | None = None
    sites: int | None = None
    ages: Ages | None = None
    conditions: tuple[str, ...] = ()
    interventions: tuple[str, ...] = ()
    lead_sponsor: str | None = None
    source: str | None = None
    as_of: str | None = None

    @property
    def label(self) -> str:
        """What messages call this trial: its id, else its key, else its acronym."""
        return self.id or self.key or self.acronym or f"record {self.at[-1]}"


class Person(Fact):
    name: str | None = None
    role: str | None = None
    credentials: str | None = None
    date: str | None = None


class Reference(Fact):
    title: str | None = None
    journal: str | None = None
    year: int | None = None
    doi: str | None = None
    pmid: str | None = None
    trial: str | None = None
    kind: str | None = None


class Correction(Fact):
    date: str | None = None
    text: str | None = None


class Facts(Fact):
    """The front matter of one article."""

    title: str | None = None
    slug: str | None = None
    description: str | None = None
    type: str | None = None
    date: str | None = None
    lastmod: str | None = None
    draft: bool = False
    authors: tuple[str | Person, ...] = ()
    medical_reviewer: Person | None = None
    conditions: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    trials: tuple[Trial, ...] = ()
    references: tuple[Reference, ...] = ()
    corrections: tuple[Correction, ...] = ()
    mentions: tuple[str, ...] = Field(default=())
