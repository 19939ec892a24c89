"""Sentences that speak of the article's one trial by what they say of it: so much of it agrees with the record.

"A phase 3 trial in 194 people at six hospitals" may be another one by its words; where the record has the phase and the
hospitals, it is the record's, and the number of people is wrong.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.claims.digits import is_slip
from checker.claims.judging import judge
from checker.claims.others import PLANNED, STAGE, STUDY
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.article import Article
    from checker.claims.claim import Found
    from checker.facts import Trial

ENOUGH = 3
TELLING = {
    "registry_id": 3,
    "acronym": 2,
    "start_date": 2,
    "primary_completion_date": 2,
    "completion_date": 2,
    "age": 2,
    "enrollment": 2,
    "arm_size": 2,
    "sites": 2,
    "phase": 1,
    "status": 1,
    "masking": 1,
    "countries": 1,
    "control": 1,
    "intervention": 1,
    "sponsor": 1,
    "randomization_ratio": 1,
}
"""How much the agreement of each kind of claim tells of what a sentence is about."""
DISPUTED = frozenset({"enrollment", "sites", "phase", "status", "masking", "allocation", "countries", "age"})
FEW = {"enrollment": 20, "arm_size": 20, "sites": 3}
"""Counts below these are told of many trials."""

BEFORE = pattern(
    r"\b(?:after|following|based|previous|previously|earlier|prior|past|positive|successful|results|data|since|before|"
    r"unlike|beyond|towards?|next|another|other|than|if|whether)\b",
    re.IGNORECASE,
)
"""Words before a claim that make it one on something else."""
ANOTHER = pattern(
    r"\b(?:another|any|no|one more|other|further|future|later|larger|bigger|smaller|earlier|previous(?:ly)?|prior|"
    rf"older|separate|similar|different|next)\s(?:[\w’'/-]+\s){{0,5}}(?:{STUDY}|trials|studies)\b|\bprogram(?:me)?s?\b|"
    rf"\b(?:two|three|four|both|several) (?:[\w-]+ ){{0,3}}(?:trials|studies)\b|{PLANNED}",
    re.IGNORECASE,
)
NAMED_STUDY = pattern(r"[^.;:,()]{0,40}\b(?:trial|study)\b")
REACH = 60


class Agreement:
    """What the claims of one sentence have in common with the record of an article's one trial."""

    def __init__(self, found: Iterable[Found], trial: Trial, article: Article, text: str, *, leads: bool) -> None:
        self.text = text
        self.trial = trial
        self.article = article
        self.kinds: dict[str, int] = {}
        found = tuple(found)
        self.phases = {claim.value for claim in found if claim.kind == "phase"}
        for claim in found:
            weight = TELLING.get(claim.kind, 0)
            if not weight or (isinstance(claim.value, int) and claim.value < FEW.get(claim.kind, 0)):
                continue
            if claim.kind not in self.kinds and judge(claim, trial, article, text)[0] in ("supported", "derived"):
                self.kinds[claim.kind] = weight
        self.weight = sum(self.kinds.values()) + leads

    def covers(self, claim: Found) -> bool:
        """Whether a claim that contradicts the record does so in a sentence that is about its trial."""
        if claim.kind not in DISPUTED or claim.kind in self.kinds or self.weight < ENOUGH:
            return False
        if ANOTHER.search(self.text) or BEFORE.search(self.text[max(0, claim.start - REACH) : claim.start]):
            return False
        if claim.kind == "phase":
            of_study = not STAGE.match(self.text, claim.end) and NAMED_STUDY.match(self.text, claim.end) is not None
            return of_study and len(self.phases) == 1
        if claim.kind == "enrollment" and not self._slipped(claim):
            return False
        return max(self.kinds.values(), default=0) > 1

    def _slipped(self, claim: Found) -> bool:
        """Whether a number of people is the record's with its digits changed."""
        held = judge(claim, self.trial, self.article, self.text)[2] or ""
        return isinstance(claim.value, int) and held.isdecimal() and is_slip(claim.value, int(held))
