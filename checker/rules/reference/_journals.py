"""Names of journals: when two of them mean one journal."""

from __future__ import annotations

import unicodedata

from checker.claims.vocabulary import words
from checker.pattern import pattern

IN_BRACKETS = pattern(r"\([^()]{0,60}\)")
WORD = pattern(r"[^\W_]+")

SMALL = words("of the and for in on de des et der und a")
"""Words that abbreviations leave out."""

BRIEF = {
    "nejm": "new england journal of medicine",
    "pnas": "proceedings of the national academy of sciences",
    "jama": "journal of the american medical association",
    "bmj": "british medical journal",
    "jco": "journal of clinical oncology",
    "jacc": "journal of the american college of cardiology",
    "ajrccm": "american journal of respiratory and critical care medicine",
}
"""Journals that are mostly called by their letters."""

MARKS = words(
    "journal journals annals archives lancet nature jama bmj nejm plos pnas proceedings frontiers acta transactions "
    "zeitschrift revista cochrane"
)
"""Words that tell a journal's name from any other name."""


ELSEWHERE = words(
    "times guardian post telegraph mail observer independent tribune herald daily news newspaper gazette economist "
    "spiegel monde figaro wall street magazine forbes bloomberg reuters stat wired blog book registry register website "
    "clinicaltrials report newsletter bulletin thesis"
)
"""Words that tell of a newspaper, a registry or another place than a journal."""


def folded(name: str) -> tuple[str, ...]:
    """The words of a journal's name without case, accents, marks, an article in front, or a place in brackets."""
    name = IN_BRACKETS.sub(" ", name[:200])
    plain = unicodedata.normalize("NFKD", name.replace("&", " and ")).casefold()
    found = WORD.findall("".join(char for char in plain if not unicodedata.combining(char)))
    return tuple(found[1:] if found[:1] == ["the"] else found)


def is_same(one: str, other: str) -> bool:
    """Whether two names mean one journal: equal, or one the abbreviation of the other."""
    first, second = _spelled(folded(one)), _spelled(folded(other))
    return bool(first) and (first == second or _abbreviates(first, second) or _abbreviates(second, first))


def may_be_same(one: str, other: str) -> bool:
    """Whether two names may mean one journal: the same, or one the beginning of the other ("Lancet Oncology")."""
    shorter, longer = sorted((_spelled(folded(one)), _spelled(folded(other))), key=len)
    return longer[: len(shorter)] == shorter or is_same(one, other)


def _spelled(name: tuple[str, ...]) -> tuple[str, ...]:
    if name and name[0] in BRIEF:
        return (*BRIEF[name[0]].split(), *name[1:])
    return name


def _abbreviates(brief: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether each word of `brief` begins the word of `full` in its place, or its letters are their first letters."""
    shorts, longs = ([word for word in name if word not in SMALL] for name in (brief, full))
    if len(shorts) == 1 and len(longs) > 1:
        return shorts[0] == "".join(word[0] for word in longs)
    return len(shorts) == len(longs) and all(long.startswith(short) for short, long in zip(shorts, longs, strict=True))


def is_elsewhere(name: str) -> bool:
    """Whether a name may be that of a newspaper, a registry or another place than a journal."""
    return not ELSEWHERE.isdisjoint(folded(name))


def is_marked(name: str) -> bool:
    """Whether a name says by itself that it is a journal's."""
    return not MARKS.isdisjoint(folded(name))
