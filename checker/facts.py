"""The front matter and its trial facts, typed and frozen. `schemas/` is the contract; these follow it.

A part that the schema refused is left out before facts are built, so every field may be missing.
Dates are text, as precise as the author wrote them: `yyyy`, `yyyy-mm` or `yyyy-mm-dd`.

What the schema accepts needs no second validation: facts are built from it as they stand. Data that it does not vouch
for goes through pydantic, which takes its types from here (see `checker.reading.fitting`); importing pydantic costs as
much as eight bare interpreters, and a run over sound articles never does.
"""

# The annotations are evaluated here, not postponed: they say how a field is read.

from collections.abc import Callable, Mapping
from types import NoneType, UnionType
from typing import Any, ClassVar, Self, dataclass_transform, get_origin

from checker.text import Pointer

Reader = Callable[[Any], Any]


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Fact:
    """The manner of every fact here: frozen, equal by value, and silent on keys that it does not know."""

    fields: ClassVar[dict[str, Any]] = {}
    """The types of the fields, by name."""
    _readers: ClassVar[dict[str, Reader]] = {}

    def __init_subclass__(cls) -> None:
        cls.fields = dict(cls.__annotations__)
        cls._readers = {name: _reader(hint) for name, hint in cls.fields.items()}

    def __init__(self, **values: Any) -> None:
        vars(self).update(values)

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Self:
        """The fact that a mapping states which the schema accepts. What is missing or null keeps its default."""
        readers = cls._readers
        return cls(**{key: readers[key](value) for key, value in data.items() if key in readers and value is not None})

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        given = ", ".join(f"{name}={vars(self)[name]!r}" for name in self.fields if name in vars(self))
        return f"{type(self).__name__}({given})"

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self.fields)


def _reader(hint: Any) -> Reader:
    """What turns a value that the schema accepts for a field into one of the field's type."""
    if isinstance(hint, UnionType):
        kinds = [kind for kind in hint.__args__ if kind is not NoneType]
        if len(kinds) == 1:
            return _reader(kinds[0])
        readers = {dict if issubclass(kind, Fact) else kind: _reader(kind) for kind in kinds}
        return lambda value: readers[type(value)](value)
    if get_origin(hint) is tuple:
        item = _reader(hint.__args__[0])
        return lambda values: tuple(map(item, values))
    return hint.read if issubclass(hint, Fact) else hint  # type: ignore[no-any-return]


class Design(Fact):
    allocation: str | None = None
    intervention_model: str | None = None
    masking: str | None = None
    ratio: str | None = None


class Enrollment(Fact):
    """How many people, by role: the roles are different numbers, all right at once (`unstated`: why there is none)."""

    planned: int | None = None
    screened: int | None = None
    enrolled: int | None = None
    randomized: int | None = None
    treated: int | None = None
    completed: int | None = None
    analyzed: int | None = None
    unstated: str | None = None


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
    mentions: tuple[str, ...] = ()
