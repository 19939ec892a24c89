"""What a record of an article says otherwise than a version of the trial's registry record: a pure comparison.

The registry's fields and what may differ without contradiction: https://clinicaltrials.gov/policy/protocol-definitions.
Silence of either side is no difference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.claims.country_names import country_key, short_name
from checker.dates import is_before, is_date, spoken
from checker.registries.record import DATE_TYPES, DESIGN, PHASES, STATUSES, STUDY_TYPES, is_of_our_time, years

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.facts import Trial
    from checker.registered import Study, StudyDate, Version
    from checker.text import Pointer

OPEN = frozenset({"NOT_YET_RECRUITING", "RECRUITING", "ENROLLING_BY_INVITATION", "SUSPENDED", "AVAILABLE"})
"""Statuses of trials that still look for people; when none are looked for, sites are taken off the list."""

LAPSING = frozenset({"NOT_YET_RECRUITING", "RECRUITING", "ACTIVE_NOT_RECRUITING"})
"""Statuses that the registry shows as UNKNOWN once nobody has confirmed them for two years."""

BLINDED = frozenset({"DOUBLE", "TRIPLE", "QUADRUPLE"})

MILESTONES = {"start_date": "start", "primary_completion_date": "primary completion", "completion_date": "completion"}

FEW = 4
"""Countries that a message lists."""


Value = str | int | float | tuple[str, ...]


class Change(NamedTuple):
    """What to write at a place inside the record: a value; or, with `key`, that value under another name of the key;
    or, with `key` and `beside`, a further key and its value after what is there."""

    at: Pointer
    value: Value
    key: str = ""
    beside: bool = False


class Difference(NamedTuple):
    """One fact that both have and that differs.

    `at` is its place inside the record. `said` and `given` complete "The record says …" and "the registry said …".
    `changes` make the record say what the registry says. `faint` differences are worth no more than a note.
    """

    at: Pointer
    said: str
    given: str
    changes: tuple[Change, ...] = ()
    faint: bool = False

    @property
    def fact(self) -> Pointer:
        """What the difference is about: a date and its type are one fact."""
        return self.at[:1] if self.at[0] in MILESTONES else self.at


def spoke_of(difference: Difference, study: Study) -> bool:
    """Whether a version says anything of the fact that differs from another one."""
    head, last = difference.at[0], difference.at[-1]
    if head == "enrollment":
        is_final = study.enrollment_type == "ACTUAL"
        return study.enrollment_count is not None and is_final == (last == "enrolled")
    name = f"{last}_age" if head == "ages" else str(last if head == "design" else head)
    return getattr(study, name) not in (None, ())


def differences(trial: Trial, version: Version, read: str | None, *, then: bool = False) -> list[Difference]:
    """In what a record differs from a version of the registry's; `read` is the partial date on which it was read.

    With `then`, the version stands for what the registry showed on that day.
    """
    study = version.study
    found: list[Difference] = []
    found += _status(trial, version, read, then=then)
    found += _word(("study_type",), trial.study_type, study.study_type, STUDY_TYPES)
    found += _phases(trial, study)
    for key, known in DESIGN.items():
        found += _word(("design", key), getattr(trial.design, key), getattr(study, key), known)
    found += _enrollment(trial, study)
    for key in MILESTONES:
        found += _date(trial, key, version, read)
    found += _countries(trial, study, then=then)
    found += _sites(trial, study)
    found += _ages(trial, study)
    found += _names(trial, study)
    return found


def _status(trial: Trial, version: Version, read: str | None, *, then: bool) -> Iterator[Difference]:
    own, study = trial.overall_status, version.study
    theirs = study.overall_status
    if own is None or theirs not in STATUSES or own == theirs:
        return
    # A record lapses by the passing of time, without an update: what it showed on another day may have been the other.
    if "UNKNOWN" in (own, theirs) and read is not None:
        seen_earlier = is_before(version.seen, read)
        if own == "UNKNOWN" and theirs in LAPSING and seen_earlier:
            return
        if then and own in LAPSING and own == study.last_known_status and is_before(read, version.seen):
            return
    said = "that the status is unknown" if own == "UNKNOWN" else f"that the trial is {_status_words(own)}"
    given = "that the status is unknown" if theirs == "UNKNOWN" else _status_words(theirs)
    yield Difference(("overall_status",), said, given, _write("overall_status", theirs))


def _status_words(status: str) -> str:
    return "active, not recruiting" if status == "ACTIVE_NOT_RECRUITING" else words(status)


def words(value: str) -> str:
    """A value of the registry as a reader reads it."""
    return value.lower().replace("non_", "non-").replace("_", " ")


def _write(key: str, value: Value) -> tuple[Change, ...]:
    return (Change((key,), value),)


def _word(at: Pointer, own: str | None, theirs: str | None, known: frozenset[str]) -> Iterator[Difference]:
    """A difference between two words of the contract; what it does not know, no record can say."""
    if own is not None and theirs in known and own != theirs:
        faint = {own, theirs} <= BLINDED
        yield Difference(at, f"{words(str(at[-1]))} {words(own)}", words(theirs), (Change(at, theirs),), faint)


def _phases(trial: Trial, study: Study) -> Iterator[Difference]:
    if trial.phases and study.phases and set(trial.phases) != set(study.phases) and PHASES.issuperset(study.phases):
        yield Difference(
            ("phases",), _phase_words(trial.phases), _phase_words(study.phases), _write("phases", study.phases)
        )


def _phase_words(phases: tuple[str, ...]) -> str:
    if "NA" in phases:
        return "no phase"
    if phases == ("EARLY_PHASE1",):
        return "Early Phase 1"
    return f"Phase {'/'.join(sorted(phase[-1] for phase in phases))}"


def _enrollment(trial: Trial, study: Study) -> Iterator[Difference]:
    """Planned is held against an estimate, enrolled against an actual count; the two are different numbers."""
    own, count = trial.enrollment, study.enrollment_count
    if count is None:
        return
    if study.enrollment_type == "ESTIMATED":
        if own.planned is not None:
            yield from _count("planned", own.planned, count)
        elif own.enrolled == count:
            yield Difference(
                ("enrollment", "enrolled"),
                f"{count:,} enrolled",
                f"{count:,} planned",
                (Change(("enrollment", "enrolled"), count, "planned"),),
            )
    elif study.enrollment_type == "ACTUAL":
        if own.enrolled is not None:
            yield from _count("enrolled", own.enrolled, count)
    elif own.planned is not None and own.enrolled is None:
        yield from _count("planned", own.planned, count)


def _count(role: str, own: int, theirs: int) -> Iterator[Difference]:
    if own != theirs:
        at = ("enrollment", role)
        yield Difference(at, f"{own:,} {role}", f"{theirs:,}", (Change(at, theirs),))


def final_count(trial: Trial, study: Study) -> Iterator[Difference]:
    """The final count of a trial of which the record has only the plan. The plan stays what it was."""
    own, count = trial.enrollment, study.enrollment_count
    if study.enrollment_type == "ACTUAL" and count is not None and own.planned is not None and own.enrolled is None:
        at = ("enrollment", "planned")
        change = Change(at, count, "enrolled", beside=True)
        yield Difference(at, f"{own.planned:,} planned", f"{count:,} enrolled", (change,))


def _date(trial: Trial, key: str, version: Version, read: str | None) -> Iterator[Difference]:
    """Dates differ at their common precision; their types, where both sides could know that the day had come."""
    own, theirs = getattr(trial, key), getattr(version.study, key)
    if own is None or theirs is None or not own.date or not is_date(own.date) or not is_of_our_time(theirs.date):
        return
    if theirs.type not in DATE_TYPES:
        theirs = theirs._replace(type=None)
    if own.type == "ACTUAL" and theirs.type != "ACTUAL" and _came_later(own.date, version, read):
        return
    said = f"{_TYPES.get(own.type or '', 'a ')}{MILESTONES[key]} {_when(own.date)}"
    given = _date_words(theirs)
    changes: tuple[Change, ...] = ()
    types_differ = own.type is not None and theirs.type is not None and own.type != theirs.type
    if types_differ:
        changes = (Change((key, "type"), str(theirs.type)),)
    if is_before(own.date, theirs.date) or is_before(theirs.date, own.date):
        yield Difference((key, "date"), said, given, (Change((key, "date"), theirs.date), *changes))
    elif types_differ:
        yield Difference((key, "type"), said, given, changes)


def _came_later(date: str, version: Version, read: str | None) -> bool:
    """Whether a date came after the registry's last word and before the record was read: others may have told of it."""
    return read is not None and is_before(version.updated or version.seen, date) and not is_before(read, date)


_TYPES = {"ACTUAL": "an actual ", "ESTIMATED": "an estimated "}


def _when(date: str) -> str:
    return f"{'on' if len(date) == len('2018-11-05') else 'in'} {spoken(date)}"


def _date_words(date: StudyDate) -> str:
    return f"{spoken(date.date)}{f' ({date.type.lower()})' if date.type else ''}"


def _countries(trial: Trial, study: Study, *, then: bool) -> Iterator[Difference]:
    """Countries that one side lacks. What has gone from the list since nobody is looked for any more says nothing."""
    if not trial.countries or not study.countries:
        return
    own = {country_key(name): name for name in trial.countries}
    theirs = {country_key(name): name for name in study.countries}
    gone = {country_key(name) for name in study.removed_countries}
    more = [name for key, name in own.items() if key not in theirs and key not in gone]
    fewer = [name for key, name in theirs.items() if key not in own]
    if not then and study.overall_status not in OPEN:
        more = []
    if not more and not fewer:
        return
    if max(len(own), len(theirs)) <= FEW:
        said, given = f"sites in {_listed(list(own.values()))}", _listed(list(theirs.values()))
    elif more:
        said, given = f"sites in {_listed(more)}", "nothing of the kind"
    else:
        said, given = f"nothing of sites in {_listed(fewer)}", "that there are some"
    names = tuple(short_name(name) for name in study.countries)
    yield Difference(("countries",), said, given, _write("countries", names))


def _listed(names: list[str]) -> str:
    shown = [" ".join(name.split())[:40] for name in names[:FEW]]
    if len(names) > FEW:
        return f"{', '.join(shown)} and {len(names) - FEW} more"
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def _sites(trial: Trial, study: Study) -> Iterator[Difference]:
    own, theirs = trial.sites, study.sites
    if own is None or theirs is None or own == theirs or (theirs < own and study.overall_status not in OPEN):
        return
    yield Difference(("sites",), f"{own:,} {'site' if own == 1 else 'sites'}", f"{theirs:,}", _write("sites", theirs))


def _ages(trial: Trial, study: Study) -> Iterator[Difference]:
    if trial.ages is None:
        return
    for end, which, own, written in (
        ("minimum", "lowest", trial.ages.minimum, study.minimum_age),
        ("maximum", "highest", trial.ages.maximum, study.maximum_age),
    ):
        theirs = years(written)
        if own is None or theirs is None or abs(own - theirs) <= 0.1:
            continue
        at = ("ages", end)
        yield Difference(
            at, f"{own:g} years as the {which} age", _short(written or ""), (Change(at, round(theirs, 2)),)
        )


def _names(trial: Trial, study: Study) -> Iterator[Difference]:
    """Names are spelled in many ways; only those that have nothing in common are told, and only in a note."""
    if trial.lead_sponsor and study.lead_sponsor and not _akin(trial.lead_sponsor, study.lead_sponsor):
        said = f"{_short(trial.lead_sponsor)} as the sponsor"
        yield Difference(("lead_sponsor",), said, _short(study.lead_sponsor), faint=True)
    if trial.acronym and study.acronym and not _akin(trial.acronym, study.acronym):
        said = f"{_short(trial.acronym)} as the acronym"
        yield Difference(("acronym",), said, _short(study.acronym), faint=True)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:59]}…"


def _akin(one: str, other: str) -> bool:
    """Whether two names share a word of some length, or one is in the other, or made of its initials."""
    if one == other:
        return True
    folded = [_folded(name[:300]) for name in (one, other)]
    plain = ["".join(name.split()) for name in folded]
    if plain[0] in plain[1] or plain[1] in plain[0]:
        return True
    if {word for word in folded[0].split() if len(word) > 2} & {word for word in folded[1].split() if len(word) > 2}:
        return True
    initials = ["".join(word[0] for word in name.split()) for name in folded]
    return any(len(short) > 1 and long.startswith(short) for short, long in zip(plain, reversed(initials), strict=True))


def _folded(name: str) -> str:
    from unicodedata import combining, normalize

    plain = "".join(char for char in normalize("NFKD", name.casefold()) if not combining(char))
    return "".join(char if char.isalnum() else " " for char in plain)
