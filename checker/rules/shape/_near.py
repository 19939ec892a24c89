"""What an author meant who wrote a key or a value that the schema does not know."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from checker.article import Article, Mismatch
    from checker.text import Pointer

OTHER_NAMES = {
    "date": ("pubDate", "publishDate", "published", "publishedAt", "datePublished", "date_published", "created"),
    "lastmod": ("updatedDate", "modified", "updated", "updatedAt", "last_updated", "dateModified", "last_modified_at"),
    "authors": ("author", "byline"),
    "title": ("headline",),
    "description": ("summary", "excerpt", "standfirst"),
}
"""What site generators and newsrooms call what we call otherwise; the settings map them."""

RECORD_NAMES = {
    "id": ("nct", "nct_id", "nct_number", "registry_id", "trial_id", "registration"),
    "overall_status": ("status",),
    "phases": ("phase",),
    "brief_title": ("title",),
    "lead_sponsor": ("sponsor",),
    "completion_date": ("end_date", "end"),
    "start_date": ("start",),
    "primary_completion_date": ("primary_completion",),
    "source": ("registry",),
    "enrollment": ("participants", "sample_size"),
}
"""What a record's keys are called elsewhere."""

USUAL = frozenset(
    (
        "album alias aliases audio banner body build canonical cascade categories category collection collections "
        "comments connections content cover css data domain downloads draft_note email env expiry featured file files "
        "fonts footer format header headless hero hidden hide icon id image images index js keywords label labels lang "
        "language languages layout license linktitle links list locale location locations main markup math menu menus "
        "meta name nav next note notes options order outputs page pagination params parent path permalink photo plugin "
        "prev priority private public rating redirect redirects regions region related relations resources robots "
        "scripts sections section seo series share sidebar site sitemap sites social sort state status sticky style "
        "styles subtitle tab table tables tabs target task tasks team teaser template text theme thumbnail time toc "
        "topic topics translations unlisted url version versions video videos weight"
    ).split()
)
"""Keys that front matter holds for other programs. However near to one of ours, they are meant as they stand."""

UNKNOWN = ("additionalProperties", "unevaluatedProperties")


def unknown_keys(article: Article) -> Iterator[tuple[Mismatch, str | None]]:
    """The keys that no schema knows, each with the key that was meant, where that is plain."""
    if article.front is None:
        return
    for mismatch in article.mismatches:
        if mismatch.keyword in UNKNOWN and mismatch.pointer:
            *where, key = mismatch.pointer
            there = _mapping(article.front.data, tuple(where))
            names = [name for name in mismatch.names if name not in there]
            others = RECORD_NAMES if where[:1] == ["trials"] and len(where) == 2 else {}
            usual = USUAL if not where else ()
            other = not where and named_otherwise(str(key), mismatch.value)
            meant = None if other else meant_key(str(key), names, others, usual)
            yield mismatch, meant


def misspelt(article: Article) -> frozenset[Pointer]:
    """Where the keys belong that are there, but misspelt."""
    return frozenset((*mismatch.pointer[:-1], meant) for mismatch, meant in unknown_keys(article) if meant)


def named_otherwise(key: str, value: Any) -> str | None:
    """Our key for what a site calls by that one, or None; `published: true` is no date."""
    if isinstance(value, bool):
        return None
    return _other_names().get(fold(key))


@cache
def _other_names() -> dict[str, str]:
    return {fold(theirs): ours for ours, names in OTHER_NAMES.items() for theirs in names}


def _mapping(data: Any, pointer: Pointer) -> dict[str, Any]:
    for step in pointer:
        data = data[step]
    return data if isinstance(data, dict) else {}


def meant_key(
    key: str, names: Sequence[str], others: dict[str, tuple[str, ...]] | None = None, usual: Collection[str] = ()
) -> str | None:
    """Which of the names was meant by a key: another spelling of it, its plural, or a slip of the fingers.

    `others` gives further names of our keys; `usual` are keys that are no slip of the fingers.
    """
    folded = fold(key)
    spelled = [name for name in names if fold(name) == folded]
    if not spelled and folded not in usual:
        spelled = [name for name in names if len(name) > 2 and singular(fold(name)) == singular(folded)]
    if not spelled and others:
        spelled = [name for name in names if any(fold(other) == folded for other in others.get(name, ()))]
    if spelled:
        return spelled[0]
    return None if folded in usual else _nearest(folded, {fold(name): name for name in names})


def fold(name: str) -> str:
    """A name without what people spell differently: case, hyphens and underscores, British endings."""
    name = re.sub(r"[\W_]+", "", name[:80].lower())
    for british, american in (("enrolment", "enrollment"), ("randomis", "randomiz"), ("analys", "analyz")):
        name = name.replace(british, american)
    return name


def singular(name: str) -> str:
    if name.endswith("ies"):
        return name[:-3] + "y"
    return name[:-1] if name.endswith("s") else name


def _nearest(folded: str, names: dict[str, str]) -> str | None:
    """The one name that a slip or two of the fingers turn into the other; the first letter is seldom the slip."""
    best: list[tuple[int, str]] = []
    for name, original in names.items():
        slips = 1 if len(name) <= 5 else 2
        if min(len(folded), len(name)) < 3 or abs(len(name) - len(folded)) > slips:
            continue
        if name[0] != folded[0] and sorted(name) != sorted(folded):
            continue
        apart = distance(folded, name)
        if apart <= slips:
            best.append((apart, original))
    best.sort()
    alone = len(best) == 1 or (len(best) > 1 and best[0][0] < best[1][0])
    return best[0][1] if alone else None


def distance(one: str, other: str) -> int:
    """How many letters to insert, delete, replace or swap with their neighbour (optimal string alignment)."""
    before, row = list[int](), list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]


OTHER_VALUES = {
    "ESTIMATED": ("anticipated", "expected", "planned", "estimate"),
    "NA": ("notapplicable", "none", "nophase"),
    "NONE": ("openlabel", "open", "unmasked", "unblinded", "nonblinded", "nomasking", "noblinding"),
    "SINGLE": ("singleblind", "singleblinded", "singlemasked"),
    "DOUBLE": ("doubleblind", "doubleblinded", "doublemasked"),
    "TRIPLE": ("tripleblind", "tripleblinded", "triplemasked"),
    "QUADRUPLE": ("quadrupleblind", "quadrupleblinded", "quadruplemasked"),
    "EARLY_PHASE1": ("phase0", "0", "earlyphase1", "earlyphasei"),
    "PHASE1": ("1", "i", "phasei"),
    "PHASE2": ("2", "ii", "phaseii"),
    "PHASE3": ("3", "iii", "phaseiii"),
    "PHASE4": ("4", "iv", "phaseiv"),
    "ACTIVE_NOT_RECRUITING": ("active", "ongoing", "closedtoaccrual"),
    "RECRUITING": ("openforrecruitment", "enrolling", "nowrecruiting"),
    "COMPLETED": ("finished", "ended"),
    "TERMINATED": ("stopped", "stoppedearly"),
    "CROSSOVER": ("crossoverassignment",),
    "ACTIVE_COMPARATOR": ("comparator", "activecontrol"),
    "NON_RANDOMIZED": ("notrandomized",),
    "explainer": ("explained",),
    "sponsored": ("advertorial", "advertisement", "sponsoredcontent"),
    "press-release": ("pr", "release"),
}
"""What the values of the registries, and ours, are called elsewhere; folded."""


def meant_value(value: Any, allowed: Iterable[Any]) -> str | None:
    """Which of the allowed texts was meant by a value, or None where that is not plain."""
    if not isinstance(value, str | int) or isinstance(value, bool):
        return None
    folded = fold(str(value))
    names = {fold(text): text for text in allowed if isinstance(text, str)}
    if folded in names:
        return names[folded]
    for text in names.values():
        if folded in OTHER_VALUES.get(text, ()):
            return text
    if len(folded) >= 4:
        # PLACEBO of PLACEBO_COMPARATOR; "Parallel Assignment" of PARALLEL; "Phase 1b" of PHASE1.
        longer = [text for name, text in names.items() if name.startswith(folded)]
        within = [(name, text) for name, text in names.items() if len(name) > 3 and name in folded]
        if len(longer) == 1:
            return longer[0]
        if len(within) == 1 and folded.startswith(within[0][0]) and folded[len(within[0][0]) :].isalpha():
            return within[0][1]
    return None if folded[-1:].isdigit() else _nearest(folded, names)


@cache
def phases_in(text: str) -> tuple[str, ...]:
    """The registry's phases of a text such as `Phase 1/2` or `II-III`; empty where it names not exactly two."""
    match = re.fullmatch(
        r"(?:phases?\s*)?([1-4]|iv|i{1,3})[ab]?\s*[-/,–&]\s*(?:phase\s*)?([1-4]|iv|i{1,3})[ab]?", text.lower()
    )
    roman = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
    return tuple(f"PHASE{roman.get(part, part)}" for part in match.groups()) if match else ()
