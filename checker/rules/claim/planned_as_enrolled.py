"""The prose says that people have joined a trial of whom only a plan is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.doubts import is_doubted
from checker.claims.ledger import claims
from checker.claims.sentences import prose_sentences
from checker.pattern import pattern
from checker.rule import Elsewhere, Finding
from checker.rules.claim._contradictions import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.claims.claim import Claim

severity = "error"
fixable = None

JOINED = pattern(
    r"\b(?:enrol+ed|recruited|joined|took part|taken part|participated|signed up|treated|dosed|injected|randomi[sz]ed|"
    r"included|received|completed|finished|sent|went)\b",
    2,
)
"""Words that say that people have joined; a bare count says nothing of the kind."""

JUST_JOINED = pattern(JOINED.pattern + r" (?:all |its |the |their |these |those )?$", 2)

CONDITION = pattern(r"\b(?:once|until|when|if|after|as soon as|unless)\b", 2)

PLAN = pattern(
    r"\b(?:plan\w*|will|shall|would|should|to|aim\w*|target\w*|goal|hope\w*|expect\w*|intend\w*|wants?|wanted|up to|"
    r"places?|room|slots?|needs?|seek\w*|yet|open|for|be|being|recruiting|enrol+ing)\b",
    2,
)
"""Words that say that people have not joined yet, or may not have."""

SHARE_OF = pattern(
    r"(?:\b(?:half|thirds?|quarters?|fifths?|most|some|many|few|rest)|%|per ?cent|\d) (?:out )?of "
    r"(?:the |its |their |all )?(?:planned |intended )?$",
    2,
)
"""What stands before a plan of which a part has joined: "half of the 1,350 patients"."""

TO_COME = pattern(
    r"[^.;]{0,140}?\b(?:is|are) (?:being |then )?(?:randomly )?"
    r"(?:randomi[sz]ed|assigned|allocated|enrol+ed|recruited|included|treated)\b",
    2,
)
"""What a protocol says of those whom its trial takes: "1434 patients with a broken hip are randomised"."""

MAY_JOIN = pattern(r" (?:could|may|might|can|would) (?:[a-z]+ )?(?:be |take |join|enrol)", 2)
"""What is said of those who have not joined yet: "27,000 people could ultimately be enrolled"."""

REACH = 80

FINAL = ("enrolled", "randomized", "treated", "completed", "analyzed")


def check(article: Article) -> Iterator[Finding]:
    records = {trial.label: trial for trial in article.trials}
    for claim in article.once(claims) if article.front else ():
        trial = records.get(claim.trial or "")
        if claim.found.kind != "enrollment" or trial is None or claim.found.hedged:
            continue
        planned = trial.enrollment.planned
        known = trial.enrollment.enrolled is not None
        if planned != claim.found.value or known or claim.also or not _has_joined(article, claim):
            continue
        if planned is not None:
            yield Finding(
                claim.span,
                f"The prose says {words_of(article, claim)} as if they had joined, but the record of {trial.label} "
                f"knows only that {planned:,} are planned.",
                "Say that they are planned, or add to the record how many have joined.",
                related=(Elsewhere(article.value_at(*trial.at, "enrollment", "planned"), "The plan stands here."),),
                trial=trial.label,
            )


def _has_joined(article: Article, claim: Claim) -> bool:
    text = article.once(prose_sentences)[claim.sentence].text
    if is_doubted(text, claim.found) or CONDITION.search(text[max(claim.found.start - REACH, 0) : claim.found.start]):
        return False
    if SHARE_OF.search(text[max(claim.found.start - 40, 0) : claim.found.start]):
        return False
    if TO_COME.match(text, claim.found.end) or MAY_JOIN.match(text, claim.found.end):
        return False
    if claim.found.role not in FINAL:
        # What the record has as a plan is read as one, whatever the verb; "sent 15 inpatients home" is none.
        before = text[max(claim.found.start - 30, 0) : claim.found.start]
        return bool(JUST_JOINED.search(before)) and not PLAN.search(text[: claim.found.end])
    return bool(JOINED.search(text[max(claim.found.start - REACH, 0) : claim.found.end + REACH]))
