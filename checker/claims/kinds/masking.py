"""Who was kept from knowing which treatment a participant got."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.claims.claim import Found
from checker.claims.grammar import Signs
from checker.claims.kinds._doubt import is_question
from checker.claims.kinds._masking_terms import EXPLAINED, TERMS, TRAPS
from checker.claims.kinds._parties import LEVELS, is_party, parties_named, some_unblinded
from checker.claims.kinds._spots import is_observational, labelled, spot, wished

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.said import Said

KINDS = ("masking",)

PATTERNS = TERMS + EXPLAINED

NEAR = 60
SIGNS = Signs("blind", "mask", "open", "know", "knew", "dark", "unaware", "told", "aware", "no idea", "assessor")


def find(said: Said) -> Iterator[Found]:
    """What a sentence says of a trial's masking; where it has the term, words that explain it are no second claim."""
    if said.block_kind != "cell" and not SIGNS.stand_in(said):
        return
    found = list(_labels(said))
    if not found:
        found = list(spot(TERMS, said, traps=TRAPS))
        found = [claim for claim in found if claim.pattern != "no blinding" or not is_observational(said)]
        if not found and (some := some_unblinded(said.lower)):
            found = [some]
        values = {claim.value for claim in found}
        if values == {"NONE", "SINGLE"} and found[-1].end - found[0].start < NEAR:
            # "Open-label, assessor-blinded": those who treat know, those who rate do not.
            found = [claim for claim in found if claim.value == "SINGLE"]
        if values <= {"NONE"}:
            explained = list(spot(EXPLAINED, said, traps=TRAPS)) or list(parties_named(said))
            if not found:
                found = explained
            elif any(claim.value == "SINGLE" for claim in explained):
                found = explained  # An open-label trial with blinded raters.
        if found and (wished(said) or is_question(said)):
            return
        found = [claim for claim in found if not any(_explains(said.lower, each, claim) for each in found)]
    yield from found


def _explains(lower: str, term: Found, claim: Found) -> bool:
    """Whether a claim stands in the brackets behind a term: "double-blind (observer- and participant-blind)"."""
    return (
        lower[term.end : term.end + 2] == " (" and ")" not in lower[term.end : claim.start] and claim.start > term.end
    )


def _labels(said: Said) -> Iterator[Found]:
    """What stands behind "Masking:", in a sentence or a table: a level, or the parties."""
    for _, value, start, end in labelled(
        said, r"(?:blinding|masking|blinded|masked|masking/blinding|blinding/masking)"
    ):
        yield from _level(value.strip(), start, end)


def _level(value: str, start: int, end: int) -> Iterator[Found]:
    first = re.match(r"\W*([a-z]+)", value)
    word = first.group(1) if first else ""
    level = {"open": "NONE", "none": "NONE", "no": "NONE", "unblinded": "NONE", "single": "SINGLE", "double": "DOUBLE"}
    level |= {"triple": "TRIPLE", "quadruple": "QUADRUPLE"}
    if word in level:
        yield Found("masking", level[word], start, end, pattern="label")
        return
    # A sponsor who does not know is none of those whom a registry counts.
    parties = [part for part in re.split(r",? and |, ?|/|\+|&", value) if is_party(part) and "sponsor" not in part]
    if parties and len(parties) <= 4:
        yield Found("masking", LEVELS[len(parties)], start, end, pattern="label")
