"""The names that records give, wherever prose has them, whatever its case and accents."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from checker.claims.claim import Found
from checker.claims.vocabulary import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.article import Article
    from checker.claims.said import Said

MOST_NAMES = 200
"""Names of records that are looked for; no article has as many records."""

NO_INTERVENTION = words(
    "placebo control sham observation surgery questionnaire chemotherapy exercise radiation radiotherapy vaccine drug "
    "device standard usual education biopsy diet other none app questionnaires saline intervention treatment therapy"
)


class _Plain(dict[int, str]):
    """What `fold` makes of each code point, found out once."""

    def __missing__(self, point: int) -> str:
        plain = unicodedata.normalize("NFD", chr(point))[0].lower()
        self[point] = {"’": "'", "‑": "-", "–": "-", "\u00a0": " "}.get(plain, plain)[:1]
        return self[point]


_PLAIN = _Plain()


def fold(text: str) -> str:
    """A text in small letters without accents, equal in length."""
    return text.lower() if text.isascii() else text.translate(_PLAIN)


def longest_first(article: Article, pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The forms that the prose has, the longest first."""
    folded = article.once(_folded)
    return tuple(sorted((pair for pair in pairs if pair[0] in folded), key=lambda pair: (-len(pair[0]), pair)))


def _folded(article: Article) -> str:
    return "\n".join(fold(block.prose) for block in article.prose)


def interventions(article: Article) -> tuple[tuple[str, str], ...]:
    """The forms, folded, in which prose may name what is tested, the longest first, and the record's own."""
    pairs: dict[str, str] = {}
    for trial in article.trials:
        for name in trial.interventions:
            for form in (name, re.sub(r"\s*[(\[][^)\]]*[)\]]", "", name), _without_dose(name)):
                folded = fold(form).strip()
                if len(folded) > 2 and folded.split()[0] not in NO_INTERVENTION:
                    pairs.setdefault(folded, name)
    return longest_first(article, pairs.items())[:MOST_NAMES]


def _without_dose(name: str) -> str:
    return re.split(r"[ ,]+(?:\d|tablets?\b|capsules?\b|injections?\b|infusions?\b|oral\b)", name)[0]


def recorded(said: Said, folded: str, kind: str, forms: tuple[tuple[str, str], ...]) -> Iterator[Found]:
    """The names of records in a sentence, whose text is `folded`; of names within a name, the longest."""
    taken: list[tuple[int, int]] = []
    for form, name in forms:
        at = folded.find(form)
        while at >= 0:
            end = at + len(form)
            whole = not (folded[at - 1 : at].isalnum() or folded[end : end + 1].isalnum())
            proper = kind != "sponsor" or said.text[at].isupper() or not form.isalpha()
            if whole and proper and not any(start < end and at < stop for start, stop in taken):
                taken.append((at, end))
                yield Found(kind, name, at, end, pattern=f"recorded {kind}")
            at = folded.find(form, end)
