"""Reads what a sentence or a clause opens with and speaks of a study without a noun for it: "Both are", "In Japan"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.claims.binding.mentions import Mention
from checker.claims.binding.study_words import ACTS, COPULAS, LINKS, NUMBERS, ORDINALS, OTHER, PRODUCTS, count_of
from checker.claims.countries import countries
from checker.claims.vocabulary import PEOPLE
from checker.pattern import pattern

if TYPE_CHECKING:
    import re

    from checker.claims.binding.cast import Cast
    from checker.claims.tokens import Token


OPENINGS = frozenset({"In ", "Mea", "Ove", "Els"})
"""The first three characters of sentences that may open with a country: "In", "Meanwhile in", "Over in"."""


def opening_at(text: str, read: list[Token], index: int, cast: Cast) -> Mention | None:
    """What stands at a word: "Both are", "The second, which", "An earlier product", "The Danes"."""
    token = read[index]
    following = read[index + 1 : index + 8]
    if not following:
        return None
    word, after = token.lower, following[0].lower
    count = len(cast.labels)
    if word == "all" and NUMBERS.get(after) == count and count > 1:
        people = len(following) > 1 and following[1].lower in PEOPLE
        return None if people else Mention(token.start, following[0].end, "all", cast.labels)
    if (word in {"both", "neither", "all"} or (word == "each" and after == "of")) and count > 1:
        if after in {"are", "were", "have", "had", "has", "is", "will", "was", "of", "took", "use", "aim", "need"}:
            if after == "of" and not (len(following) > 1 and following[1].lower in {"them", "these", "those"}):
                return None
            if word in {"both", "neither"} and count != 2:
                return Mention(token.start, token.end, "all", rank=2)
            return Mention(token.start, token.end, "all", cast.labels)
        return None
    if word == "together" and count > 1 and after in {"the", "they", "these", "both", "all"}:
        return Mention(token.start, token.end, "sum")
    if word in {"the", "in"} and count > 1:
        opening = following if word == "the" else following[1:] if after == "the" else []
        rank = ORDINALS.get(opening[0].lower, 0) if opening else 0
        if opening and opening[0].lower in {"former", "latter"} and len(opening) > 1:
            rank = 1 if opening[0].lower == "former" else 2
        follows = len(opening) > 1 and (count_of(opening[1].lower) or opening[1].lower in LINKS | COPULAS | {"will"})
        if rank > 1 and follows and "first" in text[max(0, token.start - 200) : token.start].lower():
            return Mention(token.start, opening[0].end, "ordinal", rank=rank)
        if rank and (
            text[opening[0].end : opening[0].end + 1] == "," or (opening[1:] and opening[1].lower in ACTS | {"with"})
        ):
            return Mention(token.start, opening[0].end, "ordinal", rank=rank)
    if word == "in" and after in {"a", "an", "another"} and index == 0:
        word, following = after, following[1:]
    if word in {"a", "an", "another", "one"}:
        if count == 1 and following and cast.is_abroad(following[:1]):
            return Mention(token.start, following[0].end, "others")
        lead = following[:4]
        noun = next((i for i, t in enumerate(lead) if t.lower in PRODUCTS), None)
        if noun is not None and (word == "another" or {t.lower for t in lead[:noun]} & OTHER):
            return Mention(token.start, lead[noun].end, "other", rank=1)
    return None


def abroad(text: str, cast: Cast) -> list[Mention]:
    """ "Meanwhile in Japan, …": a sentence that opens with a country where no record's trial is."""
    opening = _in().match(text)
    if not opening or not cast.all_countries:
        return []
    named = list(countries(text[opening.end() : opening.end() + 60]))
    if not named or named[0].start > 4 or any(country.name in cast.all_countries for country in named):
        return []
    return [Mention(0, opening.end() + named[0].end, "other")]


@cache
def _in() -> re.Pattern[str]:
    return pattern(r"(?:Meanwhile,? |Over |Elsewhere,? )?[Ii]n (?:the )?")
