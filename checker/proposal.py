"""Front matter proposed for an article that has none: every value with where it comes from, every doubt marked.

What the snapshot holds of a trial by the article's date is the record, and the prose is held against it; where it holds
nothing so old, the record is what the prose says. A person confirms it: the marks say what there is to look at.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from checker.claims.judging import judge
from checker.claims.ledger import claims, quote
from checker.claims.sentences import prose_sentences
from checker.claims.when import dates as dates_in
from checker.dates import first_day, is_date, spoken
from checker.facts import Trial
from checker.registries import BY_KEY, check_digits_hold, mentions, read
from checker.registries.record import record
from checker.render import visible
from checker.yaml_text import yaml_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checker.article import Article
    from checker.claims.claim import Claim
    from checker.registered import RegistryRecord, Version
    from checker.registries import Cited

    Place = Callable[[int], str]

MOST_TRIALS = 50
MOST_NOTES = 12
MOST_TEXT = 70
"""Trials, notes of one kind, and code points of a quotation that a proposal holds at most."""

ORDER = (
    "id key unregistered other_ids acronym brief_title study_type overall_status phases design enrollment arms groups "
    "start_date primary_completion_date completion_date countries sites ages interventions lead_sponsor source as_of"
).split()
"""The keys of a record that are proposed, in the order in which they are written."""

LASTING = frozenset("acronym brief_title study_type phases design interventions lead_sponsor".split())
"""Facts that seldom change: a version younger than the article may still tell them."""

TYPES = "news, explainer, research-summary, press-release, opinion or sponsored"
ROLES = ("planned", "screened", "enrolled", "randomized", "treated", "completed", "analyzed")
DATES = ("start_date", "primary_completion_date", "completion_date")

At = tuple[str, ...]


class Fact(NamedTuple):
    """A proposed value, where it comes from, and what a person has to look at."""

    value: Any
    origins: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    def told(self, origin: str) -> Fact:
        return self if origin in self.origins else self._replace(origins=(*self.origins, origin)[:MOST_NOTES])

    def doubted(self, doubt: str) -> Fact:
        return self if doubt in self.doubts else self._replace(doubts=(*self.doubts, doubt)[:MOST_NOTES])


Facts = dict[At, Fact]


class Raw(NamedTuple):
    """What is known of a raw article besides its prose. `text` begins `above` code points into the article's, which
    has a sketch of front matter. `day` is today's."""

    text: str
    above: int
    stem: str
    is_html: bool
    day: str


def propose(article: Article, raw: Raw, place: Place) -> list[str]:
    """The lines of the front matter between the fences. `place` says where an offset is, as a reader looks it up."""
    date, date_note = published(article, raw, place)
    title, title_note = title_of(article, raw, place)
    lines = [
        f"# Proposed on {raw.day}. Look at every line, above all at those marked “confirm”, and take the comments out.",
        _line("title", title, title_note),
        _line("slug", raw.stem, "the file’s name"),
        _line("type", "news", f"confirm: {TYPES}"),
        _line("date", date, date_note),
        *(_line("authors", [name], f"confirm: {place(at)}") for name, at in _author(article, raw)),
    ]
    ledger = article.once(claims)
    groups = _trials(article)
    told = [(group, _claims_of(ledger, group)) for group in groups]
    records = [(group, own) for group, own in told if own or _record(article, group) is not None]
    if records:
        lines.append("trials:")
        for group, own in records:
            lines += _record_lines(article, group, own, date, place)
    bare = [group[0] for group, own in told if (group, own) not in records]
    if bare:
        numbers = [str(cited.id) for cited in bare]
        lines.append(_line("mentions", numbers, "confirm: the prose says nothing of these trials that a record holds"))
    lines += (f"# confirm: {note}" for note in _left_over(article, ledger, groups, place))
    return [_line_of_keys(line, article) for line in lines]


def _line_of_keys(line: str, article: Article) -> str:
    """The line under the name that the site gives its key, where the settings name one at the top level."""
    key, colon, rest = line.partition(":")
    site = article.settings.keys.get(key, key)
    return f"{site}{colon}{rest}" if colon and "." not in site else line


def _line(key: str, value: Any, note: str, indent: str = "") -> str:
    return f"{indent}{key}: {yaml_text(value)}{_comment(note)}"


def _comment(note: str) -> str:
    return f"  # {_plain(note, 2000)}" if note else ""


def _plain(text: str, most: int = MOST_TEXT) -> str:
    text = " ".join(visible(text).split())
    return text if len(text) <= most else f"{text[: most - 1]}…"


def sketch(article: Article) -> str:
    """Front matter that holds the trials' numbers and acronyms alone: with it, prose is bound to its trials better."""
    lines = ["---", "trials:"]
    for group in _trials(article):
        lines.append(_line("id", group[0].id, "", "  - "))
        if len(group) > 1:
            lines.append(_line("other_ids", [cited.id for cited in group[1:]], "", "    "))
        if found := _acronym(article, group):
            lines.append(_line("acronym", found[0], "", "    "))
    return "\n".join((*lines, "---", "")) if len(lines) > 2 else ""


def _acronym(article: Article, group: list[Cited]) -> tuple[str, int] | None:
    """What the prose calls a trial beside its number, and where: "(NCT03211793), called MANUS", "MANUS (NCT…)"."""
    numbers = {cited.id for cited in group}
    for cited in article.once(mentions):
        if cited.id not in numbers or cited.block is None:
            continue
        start, end = cited.mention.start, cited.mention.end
        before, after = cited.block.prose[max(start - 60, 0) : start], cited.block.prose[end : end + 60]
        if match := _called().match(after):
            return match[1], cited.block.locate(end + match.start(1), end + match.end(1)).start
        if match := _titled().search(before):
            at = start - len(before)
            return match[1], cited.block.locate(at + match.start(1), at + match.end(1)).start
    return None


NAME = r"([A-Z][A-Za-z]*[A-Z][A-Za-z0-9]*(?:-[A-Z0-9]{1,8}){0,2}(?: ?[1-9])?)"
"""A name that is made of capitals, or nearly: MANUS, ASTIS, PACIFIC-R, TestSSc."""


@cache
def _called() -> re.Pattern[str]:
    return re.compile(
        r"[^.;()]{0,20}\)?,? (?:also |better )?(?:called|known as|named|dubbed) (?:the )?" + NAME + r"\b(?!-)"
    )


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(r"\b" + NAME + r"(?: (?:trial|study))?,? \(?(?:[A-Z][A-Za-z.]{2,20}:? )?$")


# Title and date


def title_of(article: Article, raw: Raw, place: Place) -> tuple[str, str]:
    """The first heading, or the first line where that is no sentence; of HTML also the title of the page."""
    headings = [block for block in article.prose[:200] if block.kind == "heading" and block.text.strip()]
    first = article.prose[0] if article.prose else None
    if headings and (raw.is_html or first is headings[0]):
        found = min(headings[:20], key=lambda block: block.level or 9) if raw.is_html else headings[0]
        return _plain(found.text, 300), f"heading, {place(found.span.start)}"
    if raw.is_html and (named := _page_title().search(raw.text[:50_000])):
        from html import unescape

        return _plain(unescape(named[1]), 300), "confirm: the title of the page"
    for line in _top(article, raw)[:4] if first is not None and not raw.is_html else ():
        text = line.text.strip("#*_ \t")
        if _is_about_article(text):
            continue
        if text and len(text) <= 150 and text[-1] not in ".;:," and text[0] not in "|>":
            return _plain(text, 300), f"first line, {place(line.start)}"
        break
    if headings:
        return _plain(headings[0].text, 300), f"confirm: heading, {place(headings[0].span.start)}"
    words = re.sub(r"[-_\s]+", " ", raw.stem.lstrip("0123456789-_. ")).strip()
    return (words[:1].upper() + words[1:]) or "Untitled", "confirm: made from the file’s name"


@cache
def _page_title() -> re.Pattern[str]:
    return re.compile(r"<title(?:\s[^<>]{0,100})?>\s*([^<>]{1,300}?)\s*</title>", re.IGNORECASE)


@cache
def _meta_date() -> re.Pattern[str]:
    return re.compile(
        r"<(?:meta|time)\b(?=[^<>]{0,300}(?:published|pubdate|dc\.date|\"date\"|datetime))"
        r"[^<>]{0,300}?[\"']([12]\d{3}-\d\d-\d\d)(?:[T ][^\"']{0,30})?[\"']",
        re.IGNORECASE,
    )


def published(article: Article, raw: Raw, place: Place) -> tuple[str, str]:
    """The day of publication: what a page says, else a dateline, else today."""
    if raw.is_html:
        for match in _meta_date().finditer(raw.text[:50_000]):
            if is_date(match[1]) and match[1] <= raw.day:
                return match[1], f"the page’s own date, {place(match.start() + raw.above)}"
    for line in _top(article, raw):
        for when in dates_in(line.text[:100]):
            is_day = len(when.value) == len(raw.day) and is_date(when.value) and when.value <= raw.day
            if is_day and _is_dateline(line.text, when.start, when.end):
                return when.value, f"confirm: {place(line.start + when.start)}"
    return raw.day, "confirm: today; the article gives no date"


class Line(NamedTuple):
    """A line of the text, or a block of a page, and where it starts in the article."""

    text: str
    start: int


def _top(article: Article, raw: Raw) -> list[Line]:
    """Where title, date and author stand: the first lines of an article, and the last ones."""
    if raw.is_html:
        return [Line(block.text, block.span.start) for block in (*article.prose[:8], *article.prose[-2:])]
    lines = [Line(match[0], match.start() + raw.above) for match in _some_line().finditer(raw.text[:20_000])]
    return [*lines[:8], *lines[8:][-2:]]


@cache
def _some_line() -> re.Pattern[str]:
    return re.compile(r"[^\s][^\r\n]*")


def _is_about_article(line: str) -> bool:
    """Whether a line holds no more than the article's date or author."""
    dated = [(when.start, when.end) for when in dates_in(line[:100])]
    return bool(_written_by().match(line)) or any(_is_dateline(line, start, end) for start, end in dated)


def _author(article: Article, raw: Raw) -> Iterator[tuple[str, int]]:
    """Who wrote the article, from a byline among the first lines."""
    for line in _top(article, raw)[:8]:
        match = _written_by().match(line.text) if len(line.text) <= 100 else None
        if match:
            yield match[1], line.start + match.start(1)
            return


@cache
def _written_by() -> re.Pattern[str]:
    return re.compile(r"(?:Written )?[Bb]y ([A-Z][\w.’'-]{0,30}(?: [A-Z][\w.’'-]{0,30}){1,3})(?= ?(?:$|[|,·•—–]| on ))")


def _is_dateline(text: str, start: int, end: int) -> bool:
    """Whether a date is that of the article: "Published October 31, 2018", "By Jane Doe | …", "UTRECHT, … — …"."""
    before, after = text[:start].strip(), text[end : end + 60].strip()
    if len(text) <= 100:
        return bool(_byline().fullmatch(before)) and bool(_byline().fullmatch(after))
    return bool(_place_name().fullmatch(before)) and bool(re.match(r"(?:\([^()]{1,40}\) ?)?[-–—/]", after))


@cache
def _byline() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:published|posted|updated|last updated|reviewed|date|written|on|at|by(?: [^\W\d_][\w.’'-]*,?){1,6}|"
        r"\d{1,2}:\d\d(?: ?[ap]m)?|[|,·•—–:()*_/-])[ ]?)*",
        re.IGNORECASE,
    )


@cache
def _place_name() -> re.Pattern[str]:
    return re.compile(r"(?:[^\W\d_][\w.’'-]*[ ,]{1,2}){1,6}|(?:[^\W\d_][\w.’'-]*[ ,]{1,2}){0,5}[^\W\d_][\w.’'-]*,?")


# Trials


def _trials(article: Article) -> list[list[Cited]]:
    """The trials that the prose names by number, in order, each with its numbers: those that stand side by side at
    different registries, or that the snapshot knows to be of one trial, are of one."""
    groups: list[list[Cited]] = []
    of: dict[str, list[Cited]] = {}
    before: Cited | None = None
    for cited in article.once(mentions):
        number = cited.id
        if number is None or not cited.mention.sound:
            before = None
            continue
        if number not in of:
            group = _same(article, cited, before, of)
            if group is None:
                group = []
                groups.append(group)
            group.append(cited)
            of[number] = group
        before = cited
    return groups[:MOST_TRIALS]


def _same(article: Article, cited: Cited, before: Cited | None, of: dict[str, list[Cited]]) -> list[Cited] | None:
    known = article.registry.find(str(cited.id)) if article.registry else None
    for name in (known.id, *known.aliases) if known else ():
        if name in of:
            return of[name]
    for group in of.values():
        held = article.registry.find(str(group[0].id)) if article.registry else None
        if held and held.newest and any(each.id == cited.id for each in held.newest.study.secondary_ids):
            return group
    if before is None or before.block is not cited.block or cited.block is None:
        return None
    between = cited.block.text[before.mention.end : cited.mention.start]
    apart = any(each.mention.registry == cited.mention.registry for each in of[str(before.id)])
    return of[str(before.id)] if not apart and _joint().fullmatch(between) else None


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(
        r"[\s,;/|:]{0,4}(?:(?:EudraCT|EU ?CT|CTIS|EUCTR|ISRCTN|UTN)\b)?(?: (?:number|no\.?))?[\s:#]{0,3}", re.IGNORECASE
    )


def _claims_of(ledger: tuple[Claim, ...], group: list[Cited]) -> list[Claim]:
    labels = {cited.id for cited in group}
    return [
        claim
        for claim in ledger
        if claim.found.kind != "registry_id" and not labels.isdisjoint((claim.trial, *claim.also))
    ]


def _record(article: Article, group: list[Cited]) -> RegistryRecord | None:
    if article.registry is None:
        return None
    found = (article.registry.find(str(cited.id)) for cited in group)
    return next((each for each in found if each and (each.versions or each.missing)), None)


def _record_lines(article: Article, group: list[Cited], own: list[Claim], date: str, place: Place) -> Iterator[str]:
    facts = _facts(article, group, own, date, place)
    others = _others(group, place)
    shown = {origin.removeprefix("prose ") for fact in facts.values() for origin in fact.origins}
    told = [claim for claim in own if not _said(article, claim) and place(claim.span.start) not in shown][:MOST_NOTES]
    notes = [f"{place(claim.span.start)} also says {_quoted(article, claim)} ({_kind(claim)})" for claim in told]
    yield from _written(facts)
    yield from (f"    # {note}" for note in (*others, *notes))


def _others(group: list[Cited], place: Place) -> list[str]:
    return [f"confirm: {cited.id} stands beside it, {place(cited.span.start)}" for cited in group[1:MOST_NOTES]]


def _facts(article: Article, group: list[Cited], own: list[Claim], date: str, place: Place) -> Facts:
    held = _record(article, group)
    then = held.as_of(date) if held else None
    first = group[0]
    number = held.id if held and held.versions else str(first.id)
    if then and held:
        facts = _of_registry(held, then)
        _add_prose_beside(facts, article, own, then, held, place)
    else:
        facts = _of_prose(article, own, date, place)
        _tidy(facts)
        _without_parts(facts, own)
        if held and held.newest:
            _add_younger(facts, held, held.newest)
        facts[("source",)] = Fact(_registry_name(number), doubts=("look the trial up there",))
        facts[("as_of",)] = Fact(date, doubts=("the day on which you look the trial up",))
    facts[("id",)] = _numbered(number, first, held, place)
    if ("acronym",) not in facts and (named := _acronym(article, group)):
        facts[("acronym",)] = Fact(named[0], (f"prose {place(named[1])}",))
    if len(group) > 1 or ("other_ids",) in facts:
        told = facts.get(("other_ids",), Fact([]))
        ids = [*told.value, *(str(cited.id) for cited in group if cited.id != number)]
        facts[("other_ids",)] = told._replace(value=list(dict.fromkeys(ids)))
    if not any(at[0] == "enrollment" for at in facts):
        facts[("enrollment", "unstated")] = Fact("the prose gives no number", doubts=("give the number of people",))
    return facts


def _numbered(number: str, first: Cited, held: RegistryRecord | None, place: Place) -> Fact:
    fact = Fact(number, (f"prose {place(first.span.start)}",))
    if first.id != number:
        fact = fact.doubted(f"the prose gives {first.id}, which is now {number}")
    if not check_digits_hold(number):
        fact = fact.doubted("it fails its check digits")
    if held and held.missing:
        fact = fact.doubted(f"{_registry_name(number)} knew no such number on {spoken(held.missing)}")
    return fact


def _registry_name(number: str) -> str:
    mention = read(number)
    return BY_KEY[mention.registry].name if mention else "the registry"


# What the registry says


def _of_registry(held: RegistryRecord, version: Version) -> Facts:
    plain = record(held.id, version)
    source = version.source
    return {
        at: Fact(value, () if at == ("source",) else (source,))
        for at, value in _leaves(plain)
        if at[0] in ORDER and at != ("enrollment", "unstated")
    }


def _leaves(value: dict[str, Any], at: At = ()) -> Iterator[tuple[At, Any]]:
    for key, each in value.items():
        if isinstance(each, dict):
            yield from _leaves(each, (*at, key))
        else:
            yield (*at, key), each


def _nested(facts: Facts) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for at, fact in facts.items():
        here = found
        for key in at[:-1]:
            here = here.setdefault(key, {})
        here[at[-1]] = fact.value
    return found


def _add_prose_beside(
    facts: Facts, article: Article, own: list[Claim], then: Version, held: RegistryRecord, place: Place
) -> None:
    """Hold each claim against the registry's record: it confirms a fact, doubts it, or adds what is not there."""
    trial = Trial.read(_nested(facts))
    name, day = _registry_name(held.id), spoken(then.updated or then.seen)
    for claim in own:
        text = article.once(prose_sentences)[claim.sentence].text
        verdict, pointer, value = judge(claim.found, trial, article, text)
        where = f"prose {place(claim.span.start)}"
        at = _nearest(facts, tuple(map(str, pointer or ())))
        if verdict == "contradicted" and at:
            said = f"the prose says {_quoted(article, claim)} ({place(claim.span.start)}), {name} {value} (as of {day})"
            facts[at] = facts[at].doubted(said)
        elif verdict in ("supported", "derived") and at:
            facts[at] = facts[at].told(where)
        elif verdict == "unsupported":
            for new, each in _said(article, claim):
                if new not in facts and new[0] in ("enrollment", "groups", "design"):
                    facts[new] = Fact(each, (where,), (f"{name} does not give it",))


def _nearest(facts: Facts, at: At) -> At | None:
    while at and at not in facts:
        at = at[:-1]
    return at or None


def _add_younger(facts: Facts, held: RegistryRecord, version: Version) -> None:
    """What a version younger than the article says: lasting facts, and where it differs from the prose."""
    name, day = _registry_name(held.id), spoken(version.updated or version.seen)
    for at, value in _leaves(record(held.id, version)):
        if at in facts:
            if not _equal(facts[at].value, value):
                facts[at] = facts[at].doubted(f"{name} says {_shown(value)} (as of {day}, after the article)")
        elif at[0] in LASTING:
            facts[at] = Fact(value, (f"{name} of {day}",), ("whether it held when the article was written",))


def _equal(one: Any, other: Any) -> bool:
    if isinstance(one, str) and isinstance(other, str) and is_date(one) and is_date(other):
        common = min(len(one), len(other))
        return one[:common] == other[:common]
    if isinstance(one, list) and isinstance(other, list):
        return set(map(str, one)) == set(map(str, other))
    return bool(one == other)


def _shown(value: Any) -> str:
    return _plain(", ".join(map(str, value)) if isinstance(value, list) else str(value))


# What the prose says


def _of_prose(article: Article, own: list[Claim], date: str, place: Place) -> Facts:
    facts: Facts = {}
    loose: set[At] = set()
    for claim in own:
        where = place(claim.span.start)
        for at, value in _said(article, claim, date):
            known = facts.get(at)
            if known is None and claim.found.qualifier != "exact":
                loose.add(at)
            if known is None:
                facts[at] = Fact(value, (f"prose {where}",), tuple(_doubts(article, claim)))
            elif at in (("countries",), ("groups",)):
                more = [each for each in value if each not in known.value]
                facts[at] = known._replace(value=[*known.value, *more][:MOST_TRIALS]).told(f"prose {where}")
            elif _equal(known.value, value):
                facts[at] = known.told(f"prose {where}")
            elif at in loose and claim.found.qualifier == "exact":
                facts[at] = known._replace(value=value, origins=(f"prose {where}",))
                loose.discard(at)
            elif at[-1] != "type":
                facts[at] = known.doubted(f"the prose also says {_quoted(article, claim)} ({where})")
    return facts


def _doubts(article: Article, claim: Claim) -> Iterator[str]:
    found = claim.found
    if found.qualifier != "exact" or found.hedged:
        words = found.qualifier.replace("_", " ") if found.qualifier != "exact" else "doubtfully"
        yield f"the prose says {words}: {_quoted(article, claim)}"
    if found.kind in DATES and not is_date(str(found.value)):
        yield f"the prose says {_quoted(article, claim)}"


def _said(article: Article, claim: Claim, date: str = "") -> list[tuple[At, Any]]:
    """The facts of a record that a claim states; none where a record has no such fact."""
    found = claim.found
    kind, value = found.kind, found.value
    if kind == "phase":
        steps = ["EARLY_PHASE1"] if str(value).startswith(("early", "0")) else []
        steps = steps or [f"PHASE{digit}" for digit in re.findall(r"[1-4]", str(value))]
        return [(("phases",), list(dict.fromkeys(steps)))] if steps else []
    if kind == "enrollment" and isinstance(value, int) and found.role in ROLES:
        return [(("enrollment", found.role), value)]
    if kind == "status":
        return [(("overall_status",), str(value))]
    if kind in ("masking", "allocation", "intervention_model"):
        return [(("design", kind), str(value))]
    if kind == "randomization_ratio":
        return [(("design", "ratio"), str(value))]
    if kind == "countries" and isinstance(value, tuple | str):
        return [(("countries",), [value] if isinstance(value, str) else [str(each) for each in value])]
    if kind == "sites" and isinstance(value, int):
        return [(("sites",), value)]
    if kind == "acronym":
        return [(("acronym",), str(value))]
    if kind == "sponsor":
        return [(("lead_sponsor",), str(value))]
    if kind == "subgroup_size" and isinstance(value, int) and found.of:
        return [(("groups",), [{"name": _plain(found.of), "count": value}])]
    if kind in DATES:
        day = str(value) if is_date(str(value)) else str(value)[:4]
        if not is_date(day):
            return []
        type_ = found.type or ("ESTIMATED" if date and first_day(day) > date else "ACTUAL")
        return [((kind, "date"), day), ((kind, "type"), type_)]
    return []


LATER = ("randomized", "treated", "completed", "analyzed")
"""Roles of people of whom there are no more than enrolled."""


def _without_parts(facts: Facts, own: list[Claim]) -> None:
    """Drop what the prose tells only in part: countries of which it names some, and people enrolled by some day."""
    counts = {claim.found.value for claim in own if claim.found.kind == "countries_count"}
    if (named := facts.get(("countries",))) and counts and len(named.value) not in counts:
        del facts[("countries",)]
    enrolled = facts.get(("enrollment", "enrolled"))
    later = [fact.value for at, fact in facts.items() if at[0] == "enrollment" and at[1] in LATER]
    if enrolled and any(value > enrolled.value for value in later):
        del facts[("enrollment", "enrolled")]


def _tidy(facts: Facts) -> None:
    """Take a bare number of people for the plan, where that is known or the trial has yet to fill: "a trial in 20"."""
    planned, enrolled = facts.get(("enrollment", "planned")), facts.get(("enrollment", "enrolled"))
    status, start = facts.get(("overall_status",)), facts.get(("start_date", "type"))
    is_open = status is not None and status.value in ("NOT_YET_RECRUITING", "RECRUITING")
    if enrolled and not planned and (is_open or (start is not None and start.value == "ESTIMATED")):
        facts[("enrollment", "planned")] = enrolled.doubted("planned, or already enrolled")
        del facts[("enrollment", "enrolled")]
    elif planned and enrolled and planned.value == enrolled.value:
        for origin in enrolled.origins:
            planned = planned.told(origin)
        facts[("enrollment", "planned")] = planned
        del facts[("enrollment", "enrolled")]


def _quoted(article: Article, claim: Claim) -> str:
    return f"“{_plain(quote(article, claim))}”"


def _kind(claim: Claim) -> str:
    found = claim.found
    value = ", ".join(map(str, found.value)) if isinstance(found.value, tuple) else str(found.value)
    return _plain(f"{found.kind.replace('_', ' ')} {value}")


# What no record holds


def _left_over(article: Article, ledger: tuple[Claim, ...], groups: list[list[Cited]], place: Place) -> Iterator[str]:
    """Numbers that are none, and sentences that speak of a study without a number."""
    for cited in article.once(mentions)[:500]:
        if cited.id and cited.mention.sound and not check_digits_hold(cited.id):
            yield f"{place(cited.span.start)} gives {cited.id}, which fails its check digits"
        if cited.id is None or not cited.mention.sound:
            yield f"{place(cited.span.start)} gives “{_plain(cited.mention.written)}”, which is no registration number"
    named = {cited.id for group in groups for cited in group}
    seen: set[int] = set()
    for claim in ledger:
        own = claim.trial is None or claim.trial not in named
        if own and claim.found.kind == "enrollment" and claim.sentence not in seen and len(seen) < MOST_NOTES:
            seen.add(claim.sentence)
            whose = f"{_plain(claim.trial)}, a study" if claim.trial else "a study"
            yield (
                f"{place(claim.span.start)} speaks of {whose} without a number ({_quoted(article, claim)}); if readers "
                "are to rely on it, give it a record with key and unregistered"
            )


# Writing


def _written(facts: Facts) -> Iterator[str]:
    """A record as lines: scalars and lists one a line, so that each can have a comment."""
    keys = [key for key in ORDER if any(at[0] == key for at in facts)]
    for index, key in enumerate(keys):
        indent = "  - " if index == 0 else "    "
        if (key,) in facts:
            yield from _fact_lines(key, facts[(key,)], indent)
            continue
        if key in DATES:
            parts = {at[1]: fact for at, fact in facts.items() if at[0] == key}
            yield from _fact_lines(key, _together(parts), indent)
            continue
        yield f"{indent}{key}:"
        for at, fact in facts.items():
            if at[0] == key:
                yield from _fact_lines(at[1], fact, "      ")


def _together(parts: dict[str, Fact]) -> Fact:
    """A date and its type, on one line."""
    found = Fact({name: fact.value for name, fact in sorted(parts.items())})
    for fact in parts.values():
        for origin in fact.origins:
            found = found.told(origin)
        for doubt in fact.doubts:
            found = found.doubted(doubt)
    return found


def _fact_lines(key: str, fact: Fact, indent: str) -> Iterator[str]:
    note = "; ".join((*fact.origins, *(f"confirm: {doubt}" for doubt in fact.doubts)))
    if isinstance(fact.value, list) and fact.value and isinstance(fact.value[0], dict):
        yield f"{indent}{key}:{_comment(note)}"
        yield from (f"{indent}  - {yaml_text(each)}" for each in fact.value)
    else:
        yield _line(key, fact.value, note, indent)
