"""Mentions of trials in a sentence, and which of them stand: some only explain, join or set off another.

A mention says what its own words say. Which trial "the second" or "it" is, only the text around can tell: see
`checker.claims.binding.focus`.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from checker.claims.binding.study_words import ACTS, COPULAS
from checker.claims.tokens import tokens
from checker.pattern import pattern

if TYPE_CHECKING:
    import re

What = Literal["trial", "term", "all", "sum", "same", "new", "ordinal", "rest", "other", "others"]

_JOINS = pattern(r"\s*\)?\s*[,(:–—-]?\s*(?:called|named|dubbed|known as|registered as|nicknamed)?\s*[,(:]?\s*")
_CONJOINED = pattern(r"\)?,? (?:and|or|nor|&) (?:(?:in|of|from) )?(?:the )?")
_CALLED = pattern(r"[^.;:()]{0,60}[,(]? ?(?:called|named|dubbed|known as|nicknamed) (?:the )?")
SINGULAR = ("study", "trial", "extension")
NAMING = frozenset({"trial", "other", "all"})
POSSESSED = ("'s", "’s", "s'", "s’")
_BELONGS = pattern(r"[\w\s'’,-]{0,24}\b(?:of|to|from|than|on|after|in)\s+(?:the\s+)?")
_PLACED = pattern(r"[^.;:()]{0,60}[,(:]\s*")


class Mention(NamedTuple):
    """A mention at half-open offsets: what it is, of which trials where it says so, and a rank (ordinals).

    `trial` names one trial of the article, `term` only uses words that one trial's record has. `all` and `sum` speak of
    several, `same` of the trial that the text is about, `new` of one that is being introduced, `ordinal` of the
    `rank`th, `rest` of the one left; `other` and `others` of studies that the article has no record of. `opens` tells
    that a clause begins with it, `phased` that only its phase, which no record has, sets it apart from the article's.
    """

    start: int
    end: int
    what: What
    labels: tuple[str, ...] = ()
    rank: int = 0
    opens: bool = False
    phased: bool = False


def settled(found: list[Mention], text: str) -> list[Mention]:
    """Mentions in order, without those inside another of more weight, and with names taken for what they stand by."""
    weight = {
        "trial": 0,
        "ordinal": 1,
        "rest": 1,
        "sum": 1,
        "all": 1,
        "other": 2,
        "others": 3,
        "same": 4,
        "new": 5,
        "term": 6,
    }
    numbered = {mention.labels for mention in found if mention.what == "trial" and not mention.rank}
    if len(numbered) == 1:
        found = [mention for mention in found if not (mention.what == "other" and mention.rank == 1)]
    found = _without_asides(found, text)
    found = _without_parents(found, text)
    if text.startswith(("After", "Following", "Upon", "On ", "Having")) or ": " in text[:40]:
        found = [mention for mention in found if mention.what != "other" or not _goes_before(text, mention)]
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, weight[m.what])):
        last = kept[-1] if kept else None
        if last and mention.start < last.end:
            # "its Phase 3 Bright trial"
            named = mention.what == last.what == "trial" and last.rank and not mention.rank
            if weight[mention.what] < weight[last.what] or (named and not text.endswith(POSSESSED, 0, mention.end)):
                kept[-1] = mention._replace(start=last.start, end=max(last.end, mention.end))
            continue
        kept.append(mention)
    return [
        mention._replace(opens=True)
        if (mention.what == "term" and mention.rank > 0) or opens_clause(text, mention.start)
        else mention
        for mention in _joined(kept, text)
    ]


def _without_asides(found: list[Mention], text: str) -> list[Mention]:
    """Mentions without the names that a sentence only sets its own trial off from: "Before HALCYON came a pilot"."""
    found = [m for m in found if m.what not in LIKENED or not _is_likened(m, text)]
    rest = [m for m in found if m.what != "trial" or not _aside().search(text, max(0, m.start - REACH), m.start)]
    if text.startswith(("It ", "They ")) or any(m.what in {"trial", "other", "ordinal", "rest", "same"} for m in rest):
        return rest
    return found


def _goes_before(text: str, mention: Mention) -> bool:
    """Whether a study is only what those of the sentence's own came from: "After completion of the main trial, 90"."""
    near = mention.start < REACH and "," in text[mention.end : mention.end + 40]
    return near and bool(_leaving().search(text[: mention.start]))


@cache
def _leaving() -> re.Pattern[str]:
    acts = "completion|completing|finishing|participation|participating|completed|finished|the end|the conclusion"
    return pattern(rf"(?:^|: )(?:After|Following|Upon|On|Having) (?:{acts})(?: (?:of|in))?(?: the)? $")


def _without_parents(found: list[Mention], text: str) -> list[Mention]:
    """Mentions without the trial that another is said to go on from: "HALCYON-2 is an extension of HALCYON"."""
    named = sorted((m for m in found if m.what == "trial" and not m.rank), key=lambda m: m.start)
    firsts: dict[tuple[str, ...], Mention] = {}
    for mention in named:
        firsts.setdefault(mention.labels, mention)
    parents = {
        later
        for before, later in pairwise(named)
        for earlier in (firsts[before.labels],)
        if earlier.labels != later.labels
        and later.start - earlier.end < REACH
        and _offspring().fullmatch(text, earlier.end, later.start)
        and not text.startswith((", a", ", in"), later.end)
    }
    return [mention for mention in found if mention not in parents] if parents else found


@cache
def _offspring() -> re.Pattern[str]:
    """What stands between the name of a study and that of the one it grew out of."""
    return pattern(
        r"(?: \([^()]{1,40}\))?(?:,| is| was| are| were) (?:(?:an?|the) [^.;:]{0,80}\b"
        r"(?:study|trial|extension|substudy|sub-study|follow-up|follow-on|roll-?over|analysis|continuation|successor|"
        r"sequel|forerunner|twin|sister)(?: study| trial)? (?:of|to|from|in|for)|"
        r"(?:only |open )?(?:for|to|to those|for those)(?: [a-z]+){1,5} (?:of|in|from|completed|finished)) "
        r"(?:the )?(?:[a-z]+ ){0,2}"
    )


REACH = 160
"""How far, in code points, a study may stand behind the one that it grew out of."""


@cache
def _aside() -> re.Pattern[str]:
    return pattern(
        r"\b(?:[Bb]efore|[Uu]nlike|[Ll]ike|[Bb]esides|[Bb]eyond|[Ff]ollowing|than|[Aa]fter"
        r"|[Cc]ompared (?:to|with)|[Ss]imilar to|[Ii]n contrast to|[Rr]elative to|team behind"
        r"|(?:[Ff]ollowing|[Aa]fter) the (?:success|failure|results?|end|completion|publication) of) (?:the )?$"
    )


LIKENED = frozenset({"trial", "term", "other"})


def _is_likened(mention: Mention, text: str) -> bool:
    """Whether a study stands between commas for what it has in common or not: ", as in HALCYON,"."""
    return text.startswith(",", mention.end) and bool(
        _likening().search(text, max(0, mention.start - 20), mention.start)
    )


@cache
def _likening() -> re.Pattern[str]:
    return pattern(r"\w, (?:as|just as|unlike|like) (?:in |with )?(?:the )?$")


def opens_clause(text: str, offset: int) -> bool:
    """Whether no more than two words stand between an offset and the beginning of its clause."""
    before = text[offset - 40 : offset] if offset > 40 else text[:offset]
    cut = 0
    for index, char in enumerate(before, 1):
        if char in ",:;–—(":
            cut = index
    return (offset <= 40 or cut > 0) and len(before[cut:].split()) <= 2


def _joined(kept: list[Mention], text: str) -> list[Mention]:
    """ "Another trial, NCT…" is that trial; "an extension of HALCYON" is not HALCYON."""
    joined: list[Mention] = []
    for mention in kept:
        place = next((i for i in range(len(joined) - 1, max(len(joined) - 3, -1), -1) if joined[i].what != "term"), -1)
        last = joined[place] if place >= 0 else None
        whole = last and last.what == "others" and text.endswith(SINGULAR, last.start, last.end)
        if last and mention.what == "trial" and (last.what in {"other", "new", "ordinal", "rest", "same"} or whole):
            gap = text[last.end : mention.start]
            if len(gap) < 70 and (_stands_beside(gap, text, mention) or _CALLED.fullmatch(gap)):
                joined[place] = mention._replace(start=last.start)
                continue
            if last.what == "other" and len(gap) < 40 and _BELONGS.fullmatch(gap):
                continue
        explains = last and last.what == "trial" and mention.what in {"other", "same", "new", "ordinal"}
        if last and explains and (text[last.end : mention.start].strip() == "(" or _is_apposed(last, mention, text)):
            continue  # "HALCYON (A Randomised Trial of Velozumab)"
        if last and mention.what == "other" and last.what in {"same", "new"} and text[mention.start].isupper():
            gap = text[last.end : mention.start]
            beside = stands_beside(gap) or (len(gap) < 70 and bool(_CALLED.fullmatch(gap)))
        else:
            beside = False
        if last and beside:
            joined[place] = mention._replace(start=last.start)
            continue
        if last and mention.what in NAMING and last.what in NAMING and mention.labels != last.labels:
            gap = text[last.end : mention.start]
            if gap == " (" and last.what == "all" and set(mention.labels) <= set(last.labels):
                joined[place] = last._replace(end=mention.end)  # "NCT… (HALCYON) and NCT… (KINGFISHER)"
                continue
            if len(gap) < 20 and _CONJOINED.fullmatch(gap):
                known = bool(mention.labels and last.labels)
                both = (*last.labels, *(label for label in mention.labels if label not in last.labels))
                joined[place] = last._replace(end=mention.end, what="all" if known else "others", labels=both)
                continue
        joined.append(mention)
    return _listed(joined, text)


def _listed(joined: list[Mention], text: str) -> list[Mention]:
    """ "The Phase 2 trials HALCYON-1 and HALCYON-2" are these two, not all of which the text has told."""
    listed: list[Mention] = []
    for mention in joined:
        last = listed[-1] if listed else None
        named = last is not None and mention.what == "all" and len(mention.labels) > 1 and last.what in SEVERAL
        if last and named and max(last.rank, 0) in {0, len(mention.labels)} and _is_listed(text, last, mention):
            listed[-1] = mention._replace(start=last.start)
        else:
            listed.append(mention)
    return listed


def _is_listed(text: str, last: Mention, mention: Mention) -> bool:
    """Whether names stand right behind the word for what they are the names of."""
    return text.endswith(PLURAL, last.start, last.end) and text[last.end : mention.start] in BEHIND


SEVERAL = frozenset({"all", "sum", "others", "new"})
PLURAL = ("studies", "trials", "extensions")
BEHIND = frozenset({" ", ", ", " (", ": ", " – ", " — ", ", called ", ", named ", " called ", " named "})
"""What stands between "the two trials" and their names."""


def _is_apposed(last: Mention, mention: Mention, text: str) -> bool:
    """Whether a study only tells what the named one before it is: "dosed in HALCYON, the firm's confirmatory trial"."""
    return (
        text[last.end : mention.start] in {", ", "), ", ", the ", "), the "}
        and (not last.start or not opens_clause(text, last.start))
        and not _aside().search(text, max(0, last.start - 20), last.start)
    )


def stands_beside(gap: str) -> bool:
    """Whether a gap between two names of trials leaves the second to explain the first: "NCT… (called HALCYON)"."""
    return len(gap) < 40 and bool(gap.strip()) and bool(_JOINS.fullmatch(gap))


def _stands_beside(gap: str, text: str, mention: Mention) -> bool:
    """Whether a number or name only names the study that the words before it speak of."""
    number = any(char.isdigit() for char in text[mention.start : mention.end]) and mention.end - mention.start > 8
    if _JOINS.fullmatch(gap):
        return (
            number or not gap.strip() or len(gap.strip()) > 1 or text[mention.end : mention.end + 1] in {",", ")", "("}
        )
    return (
        number and bool(_PLACED.fullmatch(gap)) and not any(t.lower in ACTS or t.lower in COPULAS for t in tokens(gap))
    )
