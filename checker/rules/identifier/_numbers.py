"""All registration numbers of an article, from the front matter and from the prose, as the rules of this family ask."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from checker.article import Article
from checker.facts import Trial
from checker.pattern import pattern
from checker.registries import (
    BY_KEY,
    Mention,
    check_digits_hold,
    find,
    mentions,
    nearest,
    read,
    repair_candidates,
    slips,
)
from checker.rule import Edit, Elsewhere, Fix
from checker.text import Pointer, Span

MOST_CANDIDATES = 10
PLAIN_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
MOST_RELATED = 5


class Number(NamedTuple):
    """A registration number, or what stands in its place: in a record, elsewhere in the front matter, or in the text.

    `mention` is None where a record's `id` holds nothing like a registration number. `quoted` tells words of others,
    which nobody edits. `role` is `record`, `other`, `mention`, `reference` or `text` (title and description included).
    """

    role: str
    written: str
    span: Span
    mention: Mention | None
    pointer: Pointer | None = None
    trial: Trial | None = None
    quoted: bool = False

    @property
    def id(self) -> str | None:
        return self.mention.id if self.mention else None

    @property
    def fault(self) -> str | None:
        return self.mention.fault if self.mention else "malformed"

    @property
    def sound(self) -> bool:
        """Whether the number has the form of one and can have been given, apart from its check digits."""
        return self.mention is not None and self.mention.sound

    @property
    def right(self) -> bool:
        """Whether nothing at all speaks against the number."""
        return self.id is not None and self.sound and check_digits_hold(self.id)


def numbers(article: Article) -> tuple[Number, ...]:
    """Every number of an article, those of the records first; used through `article.once(numbers)`."""
    return (*_in_front(article), *_in_text(article))


def _in_front(article: Article) -> Iterator[Number]:
    if article.front is None:
        return
    for trial in article.trials:
        if trial.id and trial.id.strip():
            yield _at(article, "record", trial.id, (*trial.at, "id"), trial)
    for trial in article.trials:
        for index, value in enumerate(trial.other_ids):
            yield from _if_any(_at(article, "other", value, (*trial.at, "other_ids", index), trial))
    for index, value in enumerate(article.facts.mentions):
        yield from _if_any(_at(article, "mention", value, ("mentions", index)))
    for index, reference in enumerate(article.facts.references):
        if reference.trial:
            yield from _if_any(_at(article, "reference", reference.trial, ("references", index, "trial")))


def _at(article: Article, role: str, value: str, pointer: Pointer, trial: Trial | None = None) -> Number:
    mention = read(value)
    if mention is None and (found := find(value)) and found[0].id is None and found[0].start == 0:
        mention = found[0]
    whole = article.value_at(*pointer)
    at = article.text.find(value, whole.start, whole.end)
    span = whole._replace(start=at, end=at + len(value)) if at >= 0 else whole
    return Number(role, value, span, mention, pointer, trial)


def _if_any(number: Number) -> Iterator[Number]:
    if number.mention:
        yield number


def _in_text(article: Article) -> Iterator[Number]:
    for cited in article.once(mentions):
        quoted = cited.block is not None and cited.block.quoted
        yield Number("text", cited.mention.written, cited.span, cited.mention, cited.pointer, None, quoted)
    yield from _misprinted_european(article)


# Wider than the numbers themselves, which have four, six and two digits, and two more.
EUROPEAN = pattern(r"(?<![\w-])[0-9oO]{3,5}-[0-9oO]{4,8}-[0-9oO]{1,3}(?:-[0-9oO]{1,3})?(?![\w-])")


def _misprinted_european(article: Article) -> Iterator[Number]:
    """European numbers have no prefix; a misprinted one is known only by its likeness to one of the front matter."""
    front = (number for number in _in_front(article) if number.mention and number.id)
    wanted = _indexed(str(number.id) for number in front if number.mention.registry in ("eudract", "ctis"))  # type: ignore[union-attr]
    if not wanted:
        return
    found = {cited.span.start for cited in article.once(mentions)}
    for block in article.prose:
        for match in EUROPEAN.finditer(block.prose.translate(PLAIN_DASHES)):
            written = block.prose[match.start() : match.end()]
            span = block.locate(match.start(), match.end())
            if span.start not in found and (near := _near(written, wanted, 1) or _near(f"{written}-00", wanted, 1)):
                registry = "ctis" if len(near[0]) > 14 else "eudract"
                mention = Mention(match.start(), match.end(), written, registry, None, "malformed", guess=near[0])
                yield Number("text", written, span, mention, quoted=block.quoted)


def in_text(article: Article) -> frozenset[str]:
    """The canonical numbers in the text."""
    return frozenset(number.id for number in article.once(numbers) if number.role == "text" and number.id)


def known(article: Article) -> frozenset[str]:
    """The canonical numbers that the front matter holds in any place.

    A reference's number does not count if it is one slip away from a record's that the text never gives: one of the two
    is then mistyped.
    """
    front = [number for number in article.once(numbers) if number.role != "text" and number.id]
    owned = {str(number.id) for number in front if number.role != "reference"}
    unnamed = {str(number.id) for number in front if number.role == "record"} - article.once(in_text)
    by_slip = _indexed(unnamed)
    cited = {str(number.id) for number in front if number.role == "reference"} - owned
    registered = {other for number in owned if article.registry for other in registered_as(article, number)}
    return frozenset(owned | registered | {number for number in cited if not _near(number, by_slip, most=1)})


def _indexed(known_numbers: Iterable[str]) -> dict[str, list[str]]:
    """Numbers by their slips: only what is one slip away is compared, so that many do not cost their square."""
    found: dict[str, list[str]] = {}
    for number in known_numbers:
        for slip in slips(number):
            found.setdefault(slip, []).append(number)
    return found


def _near(number: str, by_slip: dict[str, list[str]], most: int = 2) -> list[str]:
    return nearest(number, {other for slip in slips(number) for other in by_slip.get(slip, ())}, most)


def records_by_number(article: Article) -> dict[str, Trial]:
    """The record that a canonical number belongs to, as its id or as one of its other numbers."""
    found: dict[str, Trial] = {}
    for number in article.once(numbers):
        if number.trial and number.id:
            found.setdefault(number.id, number.trial)
    return found


def numbers_of_records(article: Article) -> dict[Pointer, list[Number]]:
    """The numbers of each record that are ones, by the record's place."""
    found: dict[Pointer, list[Number]] = {}
    for number in article.once(numbers):
        if number.trial and number.id:
            found.setdefault(number.trial.at, []).append(number)
    return found


def repeated(article: Article) -> list[tuple[Number, Number]]:
    """Records whose number another record has too, as its id or among its other numbers: the later number and the
    earlier one. Two records may well share a number that is the id of neither: parts of one protocol do."""
    found: list[tuple[Number, Number]] = []
    owned = [n for n in article.once(numbers) if n.role in ("record", "other") and n.sound]
    for places in by_value(sorted(owned, key=_order)):
        first = places[0]
        for later in places[1:]:
            if later.trial is not first.trial and "record" in (first.role, later.role):
                found.append((later, first))
    return found


def repeated_in_snapshot(article: Article) -> list[tuple[Number, Number]]:
    """Records that the snapshot knows to be of one trial: by an older number of it, or by one at another registry."""
    records = [number for number in article.once(numbers) if number.role == "record" and number.sound and number.id]
    owners: dict[str, Number] = {}
    for number in records:
        owners.setdefault(str(number.id), number)
    found: list[tuple[Number, Number]] = []
    for number in records:
        for other in registered_as(article, str(number.id)):
            if (owner := owners.get(other)) and owner.trial is not number.trial:
                first, later = sorted((owner, number), key=_order)
                found.append((later, first))
    return found


def registered_as(article: Article, number: str) -> tuple[str, ...]:
    """The other numbers of a trial, as the snapshot tells: those that it has or had, then those at other registries."""
    record = article.registry.find(number) if article.registry else None
    if record is None:
        return ()
    others = [record.id, *record.aliases]
    # A second number at the same registry is that of a related trial: the one that this one extends, say.
    for each in record.newest.study.secondary_ids if record.newest else ():
        mention = read(each.id)
        if mention and mention.id and mention.registry != _registry_of(record.id):
            others.append(mention.id)
    return tuple(other for other in dict.fromkeys(others) if other != number)


def _registry_of(number: str) -> str:
    mention = read(number)
    return mention.registry if mention else ""


def _order(number: Number) -> int:
    return number.span.start


def unrecorded(article: Article) -> dict[str, list[Number]]:
    """The sound numbers in the text that stand nowhere in the front matter, by canonical form.

    Where a record's own number is at fault, the number in the text that has no record is most likely that record's, and
    the fault has its own finding: there are no more unrecorded numbers then than the faults explain.
    """
    listed = article.once(known)
    found: dict[str, list[Number]] = {}
    for number in article.once(numbers):
        if number.role == "text" and number.id and number.sound and number.id not in listed:
            found.setdefault(number.id, []).append(number)
    return {} if len(found) <= len(article.once(unreachable)) else found


def unreachable(article: Article) -> list[Number]:
    """The front matter's numbers that the text cannot hold: at fault and not repeated there, or another record's."""
    named = article.once(in_text)
    faulty = [
        number
        for number in article.once(numbers)
        if number.role != "text" and not number.right and number.id not in named
    ]
    return faulty + [later for later, _ in article.once(repeated) if later.role == "record"]


def by_value(found: Iterable[Number]) -> list[list[Number]]:
    """Numbers that are the same one, together: the first place speaks, the others are shown beside it."""
    groups: dict[str, list[Number]] = {}
    for number in found:
        groups.setdefault(number.id or number.written, []).append(number)
    return list(groups.values())


# Repair


class Repair(NamedTuple):
    """What a number may have been meant for: the candidates, the likeliest first, and whether the first stands out."""

    candidates: tuple[str, ...]
    clear: bool
    cited: Number | None


def repair(article: Article, number: Number) -> Repair:
    """The candidates for a number that is at fault: the records' numbers first, then others of the article, then
    those that the snapshot holds."""
    guess = number.mention.guess if number.mention else None
    wrong = number.id or guess or number.written
    cited = article.once(right_numbers)
    near = _near(wrong, article.once(_right_by_slip))
    ranked = [guess] if guess in cited else []
    ranked += [other for other in near if cited[other].role == "record"] + near
    elsewhere = len(ranked)
    possible = repair_candidates(wrong)
    registered = [other for other in possible if _is_registered(article, other)]
    if not elsewhere and len(registered) == 1:
        elsewhere = 1
        ranked += registered
    ranked += [guess] if guess and check_digits_hold(guess) else []
    ranked += registered + possible
    candidates = tuple(dict.fromkeys(str(candidate) for candidate in ranked))[:MOST_CANDIDATES]
    clear = bool(elsewhere or (guess and candidates and candidates[0] == guess) or len(candidates) == 1)
    return Repair(candidates, clear, cited.get(candidates[0]) if candidates else None)


def _is_registered(article: Article, number: str) -> bool:
    """Whether the snapshot holds a record of that number."""
    record = article.registry.find(number) if article.registry else None
    return record is not None and bool(record.versions)


def right_numbers(article: Article) -> dict[str, Number]:
    """The numbers that nothing speaks against, each at its first place, by canonical form."""
    found: dict[str, Number] = {}
    for number in article.once(numbers):
        if number.right and number.id:
            found.setdefault(number.id, number)
    return found


def _right_by_slip(article: Article) -> dict[str, list[str]]:
    return _indexed(article.once(right_numbers))


def advice(number: Number, found: Repair) -> str:
    """What to do about a number at fault."""
    if found.candidates and found.clear:
        return f"Write {found.candidates[0]}, if that is the trial meant."
    if found.candidates:
        return f"Look the number up and correct it; {_listed(found.candidates)} would be one slip away."
    if number.mention is None:
        return "Give the number under which a registry has the trial."
    return f"Look the number up in {BY_KEY[number.mention.registry].name} and correct it."


def _listed(candidates: tuple[str, ...]) -> str:
    return " or ".join((", ".join(candidates[:-1]), candidates[-1]))


def fix(article: Article, places: list[Number], found: Repair) -> Fix | None:
    """Put the likeliest number in all places of a wrong one, if it stands out; never safe."""
    if not (found.candidates and found.clear):
        return None
    return replaced(article, places, found.candidates[0], safe=False)


def replaced(article: Article, places: list[Number], new: str, *, safe: bool) -> Fix | None:
    """Write `new` in the places of a number; None where markup or a quotation stands in the way."""
    if any(place.quoted or article.text[place.span.start : place.span.end] != place.written for place in places):
        return None
    return Fix(f"Write {new}", tuple(Edit(place.span, new) for place in places), safe=safe)


def related(places: list[Number], cited: Number | None = None) -> tuple[Elsewhere, ...]:
    """The further places of a number, and the one that it may have been meant for."""
    shown = [Elsewhere(place.span, "It stands here too.") for place in places[1:MOST_RELATED]]
    if cited:
        whose = "The record has" if cited.role == "record" else "Here stands"
        shown.insert(0, Elsewhere(cited.span, f"{whose} {cited.id}."))
    return tuple(shown)


def label(article: Article, number: Number) -> str | None:
    """The record that a number belongs to, as findings name it."""
    trial = number.trial or article.once(records_by_number).get(number.id or "")
    return trial.label if trial else None


def short(text: str) -> str:
    """Words of the article, cut to what a message can hold."""
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:59] + "…"
