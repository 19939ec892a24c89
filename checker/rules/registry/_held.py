"""The records of an article held against the snapshot: found once for all rules, put into words, and mended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from checker.dates import first_day, is_date, last_day, spoken
from checker.registries import BY_KEY, canonical, read
from checker.rule import Edit, Elsewhere, Fix
from checker.rules.registry._facts import Difference, differences, final_count
from checker.text import Span
from checker.yaml_text import yaml_text

if TYPE_CHECKING:
    from checker.article import Article
    from checker.claims.claim import Claim
    from checker.facts import Trial
    from checker.registered import RegistryRecord, Version
    from checker.rules.registry._facts import Change, Value
    from checker.text import Pointer

MOST_VERSIONS = 200
MOST_CLAIMS = 3


class Held(NamedTuple):
    """A record and what the snapshot has of its trial.

    `read` is the partial date on which the record was read, `then` the version that counts for that date, `now` the one
    that counts on the day of the run. `versions` are those that there are by the day of the run, oldest first. `others`
    are those that may have counted on the day of reading too, where that is told to the month or year only.
    """

    trial: Trial
    record: RegistryRecord
    versions: tuple[Version, ...]
    read: str | None
    then: Version | None
    now: Version
    others: tuple[Version, ...] = ()

    @property
    def registry(self) -> str:
        return registry_name(self.record.id)


class Disagreement(NamedTuple):
    """A fact that differs from the registry: at the time of reading, or (`moved`) only since the version `since`."""

    held: Held
    difference: Difference
    version: Version
    moved: bool
    since: Version
    agrees_again: Version | None = None


def registry_name(number: str) -> str:
    """What the registry of a number is called."""
    mention = read(number)
    return BY_KEY[mention.registry].name if mention else "the registry"


def last_word(version: Version) -> str:
    """The date of a version: of its last update, or of the day on which it was seen."""
    return version.updated or version.seen


def said_on(found: Disagreement, version: Version) -> str:
    """The date of what a version says of a fact. A status lapses by itself, on a day that only the looking tells."""
    lapsed = found.difference.at == ("overall_status",) and version.study.overall_status == "UNKNOWN"
    return version.seen if lapsed else last_word(version)


def record_of(article: Article, number: str | None) -> RegistryRecord | None:
    """What the snapshot has of a trial, by a number as it is written."""
    name = canonical(number) if number else None
    return article.registry.find(name) if article.registry and name else None


def held(article: Article) -> tuple[Held, ...]:
    """The records that the snapshot has something of, in order; to be had through `article.once`."""
    if article.registry is None:
        return ()
    found = (_held(article, trial, record_of(article, trial.id)) for trial in article.trials)
    return tuple(each for each in found if each is not None)


def _held(article: Article, trial: Trial, record: RegistryRecord | None) -> Held | None:
    if record is None:
        return None
    # On an earlier day than today, what came later is not known yet.
    versions = tuple(version for version in record.versions if not _is_to_come(article, version))
    by_now = record._replace(versions=versions)
    now = by_now.newest
    if now is None:
        return None
    read_on = trial.as_of if trial.as_of and is_date(trial.as_of) else None
    if read_on is None:
        return Held(trial, record, versions, None, None, now)
    begun = first_day(read_on)
    first, last = by_now.as_of(begun), by_now.as_of(read_on)
    if first is last:
        return Held(trial, record, versions, read_on, last, now)
    between = [version for version in versions if begun < last_word(version) <= last_day(read_on)]
    return Held(trial, record, versions, read_on, last, now, (*((first,) if first else ()), *between))


def _is_to_come(article: Article, version: Version) -> bool:
    date = last_word(version)
    return is_date(date) and article.is_to_come(date)


def disagreements(article: Article) -> tuple[Disagreement, ...]:
    """All facts that differ from the registry, in the order of the records; to be had through `article.once`."""
    return tuple(
        found
        for each in article.once(held)
        for found in _disagreements(each)
        if not (found.moved and found.difference.at == ("overall_status",) and lapses_later(article, found.version))
    )


def lapses_later(article: Article, version: Version) -> bool:
    """Whether a status that lapsed, without an update, was seen so only after the day of the run."""
    return version.study.overall_status == "UNKNOWN" and is_date(version.seen) and article.is_to_come(version.seen)


def _disagreements(each: Held) -> list[Disagreement]:
    trial, read_on = each.trial, each.read
    then = differences(trial, each.then, read_on, then=True) if each.then else []
    for other in each.others:
        differing = {difference.fact for difference in differences(trial, other, read_on, then=True)}
        then = [difference for difference in then if difference.fact in differing]
    same = each.now is each.then and not each.others and each.now.study.overall_status != "UNKNOWN"
    now = then if same else differences(trial, each.now, read_on)
    found = []
    for difference in then:
        again = each.now if _agrees_again(each, difference) else None
        found.append(Disagreement(each, difference, each.then or each.now, False, each.now, again))
    if each.then is None or not list(final_count(trial, each.then.study)):
        now = [*now, *final_count(trial, each.now.study)]
    known = {difference.fact for difference in then}
    for difference in now:
        if difference.fact not in known:
            found.append(Disagreement(each, difference, each.now, True, _since(each, difference)))
    return found


def _agrees_again(each: Held, difference: Difference) -> bool:
    """Whether the newest version says of a fact what the record says, and no longer what the older one said."""
    older = _changed(each.trial, difference.changes)
    if each.now is each.then or older is None:
        return False
    of_record, of_older = (differences(trial, each.now, each.read, then=True) for trial in (each.trial, older))
    return difference.fact not in {other.fact for other in of_record} and difference.fact in {
        other.fact for other in of_older
    }


def _since(each: Held, difference: Difference) -> Version:
    """The version from which on the registry has said what it says now."""
    since = each.now
    # A portal's coarser copies do not count beside the registry's own.
    versions = [version for version in each.versions[-MOST_VERSIONS:] if version.source == each.now.source]
    for version in reversed(versions[: versions.index(each.now)] if each.now in versions else []):
        found = [*differences(each.trial, version, each.read), *final_count(each.trial, version.study)]
        if not any(other.fact == difference.fact and other.given == difference.given for other in found):
            break
        since = version
    return since


# Words


def as_read(each: Held) -> str:
    return f"(as of {spoken(each.read)})" if each.read else "(without a date)"


def place(article: Article, found: Disagreement) -> Span:
    return article.value_at(*found.held.trial.at, *found.difference.at)


def sides(article: Article, found: Disagreement) -> tuple[list[Claim], list[Claim]]:
    """The claims of the prose that rest on a fact: those that agree with the record, and those with the registry."""
    # Only where something differs: reading the prose costs more than all the rest.
    from checker.claims.judging import judge
    from checker.claims.ledger import claims
    from checker.claims.sentences import prose_sentences

    trial = found.held.trial
    fact = (*trial.at, *found.difference.fact)
    other = _changed(trial, found.difference.changes)
    with_record, with_registry = [], []
    for claim in article.once(claims):
        if claim.fact is None or claim.fact[: len(fact)] != fact or trial.label not in (claim.trial, *claim.also):
            continue
        text = article.once(prose_sentences)[claim.sentence].text
        theirs = judge(claim.found, other, article, text)[0] if other else "unsupported"
        if claim.verdict in ("supported", "derived"):
            if theirs != "supported":
                with_record.append(claim)
        elif theirs == "supported":
            with_registry.append(claim)
    return with_record[:MOST_CLAIMS], with_registry[:MOST_CLAIMS]


def agreement(article: Article, found: Disagreement) -> tuple[str, tuple[Elsewhere, ...]]:
    """With whom the prose agrees, as a clause, and the places where it speaks of the fact."""
    with_record, with_registry = sides(article, found)
    clause = ""
    if with_record and not with_registry:
        clause = "; the prose agrees with the record"
    elif with_registry and not with_record:
        clause = "; the prose agrees with the registry"
    places = [Elsewhere(claim.span, "The prose says what the record says.") for claim in with_record]
    places += [Elsewhere(claim.span, "The prose says what the registry says.") for claim in with_registry]
    return clause, tuple(sorted(places))


def _changed(trial: Trial, changes: tuple[Change, ...]) -> Trial | None:
    """The record as it would be after the changes; None where nothing changes."""
    fact: Any = trial
    for change in changes:
        at = (*change.at[:-1], change.key) if change.key else change.at
        fact = _with(fact, at, change.value)
    return None if fact is trial else fact


def _with(fact: Any, at: Pointer, value: Value) -> Any:
    key = str(at[0])
    new = value if len(at) == 1 else _with(getattr(fact, key), at[1:], value)
    return type(fact)(**{**vars(fact), key: new})


# Fixes


def correction(article: Article, found: Disagreement) -> Fix | None:
    """Write what the registry said."""
    edits = _edits(article, found.held.trial, found.difference.changes)
    return Fix(f"Write what the registry says: {found.difference.given}", edits) if edits else None


def update(article: Article, each: Held) -> Fix | None:
    """Bring all facts of a record that have moved on up to date, with the day of reading."""
    at = (*each.trial.at, "as_of")
    day = _day_of_looking(article, each)
    if day is None:
        return None
    edits: list[Edit] = []
    lines: set[int] = set()
    if each.read:
        edits.append(Edit(article.value_at(*at), day))
    for found in article.once(disagreements):
        if found.held.trial is each.trial and found.moved and not found.difference.faint:
            new = _edits(article, each.trial, found.difference.changes)
            if not new:
                return None
            edits += new
            lines |= {article.lines.place(claim.span.start).line for claim in sides(article, found)[0]}
    left = f"; {_lines(lines)} of the prose {'is' if len(lines) == 1 else 'are'} for you to change" if lines else ""
    return Fix(f"Update the record to {spoken(day)}{left}", tuple(sorted(edits)))


def _lines(lines: set[int]) -> str:
    *numbers, last = (str(line) for line in sorted(lines)[:MOST_CLAIMS])
    return f"lines {', '.join(numbers)} and {last}" if numbers else f"line {last}"


def _day_of_looking(article: Article, each: Held) -> str | None:
    """The last day on which the newest version is known to have held, as far as the day of the run has come."""
    fetched = article.registry.fetched if article.registry else None
    days = (fetched, each.record.looked_up, each.now.seen, each.now.updated)
    return max((day for day in days if day and is_date(day) and not article.is_to_come(day)), default=None)


def _edits(article: Article, trial: Trial, changes: tuple[Change, ...]) -> tuple[Edit, ...]:
    """The edits that make the changes; none where one of them cannot be made."""
    edits = [_edit(article, (*trial.at, *change.at), change) for change in changes]
    return tuple(edit for edit in edits if edit) if all(edits) else ()


def _edit(article: Article, at: Pointer, change: Change) -> Edit | None:
    found = article.front.find(at) if article.front else None
    if found is None or article.front is None:
        return None
    span, old = found.value, article.text[found.value.start : found.value.end]
    if not old or old[0] in "&*!|>":
        return None
    if change.key:
        if found.key is None or article.front.find((*at[:-1], change.key)) is not None:
            return None
        if not change.beside:
            return Edit(found.key, change.key)
        around = article.value_at(*at[:-1])
        between = ", " if article.text[around.start] == "{" else "\n" + " " * _column(article, found.key.start)
        return Edit(Span(span.end, span.end), f"{between}{change.key}: {change.value}")
    if isinstance(change.value, tuple):
        items = [yaml_text(item) for item in change.value]
        if old[0] == "[":
            return Edit(span, f"[{', '.join(items)}]")
        between = "\n" + " " * _column(article, span.start)
        return Edit(span, between.join(f"- {item}" for item in items)) if old[0] == "-" else None
    text = yaml_text(change.value)
    return Edit(span, f"{old[0]}{text}{old[0]}" if old[0] in "\"'" and text[0] != '"' else text)


def _column(article: Article, offset: int) -> int:
    return article.lines.place(offset).column - 1
