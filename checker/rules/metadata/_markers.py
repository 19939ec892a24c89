"""The marks that writers leave where something is still to be filled in, and the words that only look like them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

FOUND = (
    "the decision TK.",
    "TK percent of patients",
    "a cost of TKTK dollars",
    "(TODO name)",
    "TODO: ask the sponsor",
    "TODO",
    "FIXME before Friday",
    "announced XXX.",
    "by XXXX in June",
    "Lorem ipsum dolor sit amet.",
    "a list [citation needed].",
    "opens on [TBD]",
    "[insert quote here]",
)
"""Texts that hold a mark."""

PASSED = (
    "EGFR TKI naïve patients",
    "thymidine kinase (TK) levels rose",
    "the TK domain and its kinase",
    "toxicokinetics (TK)",
    "the HSV-TK gene",
    "TK1 activity",
    "Techniker Krankenkasse (TK) pays",
    "authors JS, TK and LM",
    "TK Maxx gave the money",
    "NCT XXXXXXXX",
    "NCTXXXXXXXX",
    "girls with 47,XXX",
    "XXX syndrome, an extra X chromosome",
    "the XXX Congress of Cardiology",
    "Super Bowl XXX",
    "call 555-XXX-0100",
    "sobre todo",
    "SOBRE TODO LA SALUD",
    "TODO SOBRE LA SALUD",
    "the start date is TBD",
    "what editors call “TK”",
    'a "TODO" list',
    "the TK-XXX-01 protocol",
)
"""Texts that hold none."""

TRIGGERS = (
    "TK",
    "TODO",
    "FIXME",
    "XXX",
    "orem ipsum",
    "OREM IPSUM",
    "itation",
    "CITATION",
    "eeded]",
    "[TB",
    "nsert ",
    "NSERT ",
)

KINASE = pattern(r"kinase|toxicokinetic|techniker|turkish airlines|\bt\w{1,30}[ -]k\w{1,30} ?\(TK\)", re.IGNORECASE)
"""What TK is short for in medical news: with one of these in the article, a bare TK is a word."""

CHROMOSOMES = pattern(r"chromosom|karyotyp|trisomy|triple[- ]x\b|xxx syndrome", re.IGNORECASE)

NUMBERED = frozenset(
    [
        "act",
        "annex",
        "appendix",
        "article",
        "book",
        "bowl",
        "chapter",
        "class",
        "congress",
        "edition",
        "factor",
        "games",
        "group",
        "issue",
        "meeting",
        "no",
        "number",
        "olympiad",
        "part",
        "psalm",
        "schedule",
        "section",
        "session",
        "size",
        "stage",
        "table",
        "title",
        "type",
        "vol",
        "volume",
    ]
)
"""What thirty in Roman figures may count."""

REGISTRIES = frozenset(
    ("nct", "isrctn", "eudract", "actrn", "chictr", "ctri", "drks", "jrct", "umin", "euct", "irct", "pactr")
)


def trigger(text: str) -> bool:
    """Whether a text may hold a mark at all; cheap."""
    return any(part in text for part in TRIGGERS)


def at_home(article: str) -> frozenset[str]:
    """The marks that are words in an article with this text: TK beside kinases, XXX beside chromosomes."""
    words = (("come", "TK", KINASE), ("crosses", "XXX", CHROMOSOMES))
    return frozenset(kind for kind, mark, pattern in words if mark in article and pattern.search(article))


def markers(text: str, words: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The half-open offsets of the marks in a text; `words` are those kinds that `at_home` names, and acronyms."""
    if not trigger(text):
        return
    for match in _marks().finditer(text):
        kind = match.lastgroup or ""
        if {kind, match.group()}.isdisjoint(words) and not _in_quotes(text, *match.span()) and _is_mark(kind, match):
            yield match.span()


@cache
def _marks() -> re.Pattern[str]:
    # Neither part of a longer word nor of a code such as TK-1 or 555-XXX.
    alone = r"(?<![\w,./#&‐‑–+-]){}(?![\w/&‐‑+]|-\w|\.\w)"
    kinds = {
        "filler": r"\b[Ll]orem ipsum\b|\bLOREM IPSUM\b",
        "bracketed": r"\[(?:[Cc]itation needed|CITATION NEEDED|[Cc]itation|CITATION|[Nn]eeds citation"
        r"|[Ss]ource needed|[Rr]eference needed|TBD|TBC|(?:[Ii]nsert|INSERT) [^\]\n]{1,40})\](?!\()",
        "todo": alone.format("(?:TODO|FIXME)"),
        "doubled": alone.format("TK(?:TK){1,9}"),
        "come": alone.format("TK"),
        "crosses": alone.format("X{3,12}"),
    }
    return pattern("|".join(f"(?P<{kind}>{form})" for kind, form in kinds.items()))


def _is_mark(kind: str, match: re.Match[str]) -> bool:
    before, after = _word_before(match.string, match.start()), _word_after(match.string, match.end())
    if kind == "todo":
        # "SOBRE TODO LA SALUD" is Spanish in capitals.
        around = match.string[max(match.start() - 40, 0) : match.end() + 40]
        shouted = around.isupper() and _word_after(match.string, match.end()) != ""
        return not _is_capitals(before) and not shouted
    if kind == "come":
        return not (_is_capitals(before) or _is_capitals(after) or after[:1].isupper())
    if kind == "crosses":
        if before.casefold() in REGISTRIES:
            return False
        is_number = before.casefold() in NUMBERED or _is_capitals(before) or after[:1].isupper()
        return len(match.group()) > 3 or not is_number
    return True


def _is_capitals(word: str) -> bool:
    """Whether a neighbour is in capitals itself (initials in a list, a headline), and not another mark."""
    return len(word) > 1 and word.isupper() and word not in ("TK", "TODO", "XXX", "FIXME")


def _word_before(text: str, offset: int) -> str:
    found = re.search(r"(\w{1,30})[ ,]{1,2}(?:(?:and|&) )?$", text[max(offset - 40, 0) : offset])
    return found[1] if found else ""


def _word_after(text: str, offset: int) -> str:
    found = re.match(r",? (?:(?:and|&) )?(\w{1,30})", text[offset : offset + 40])
    return found[1] if found else ""


def _in_quotes(text: str, start: int, end: int) -> bool:
    """Whether a word is in quotation marks by itself: it is spoken of, not used."""
    return text[start - 1 : start] in ('"', "“", "‘", "'", "«") and text[end : end + 1] in (
        '"',
        "”",
        "’",
        "'",
        "»",
        ",",
    )
