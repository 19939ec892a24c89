"""What a headline says of where the trial stands."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.claims.judging import judge
from checker.claims.kinds import status
from checker.claims.ledger import claims
from checker.pattern import pattern
from checker.rule import Elsewhere
from checker.rules.statistic._headline import Clash, said_in

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from checker.claims.claim import Found
    from checker.rules.statistic._headline import Headline

WORDS = {"ACTIVE_NOT_RECRUITING": "active, not recruiting", "NOT_YET_RECRUITING": "not yet recruiting"}

HALTED = frozenset({"TERMINATED", "SUSPENDED", "WITHDRAWN"})
STOPPED = HALTED | {"ACTIVE_NOT_RECRUITING"}
"""What a trial that was halted may be called by its registry."""


def of_statuses(headline: Headline) -> Iterator[Clash]:
    """A status that the record contradicts and the body does not give, where all records are of one status."""
    article = headline.article
    recorded = {trial.overall_status for trial in article.trials}
    if len(recorded) != 1 or None in recorded:
        return
    found = list(_found(headline))
    begins = _begins().search(headline.text)
    if not (found or begins):
        return
    value = str(*recorded)
    body = [claim for claim in article.once(claims) if claim.found.kind == "status"]
    told = {claim.found.value for claim in body}
    halted = bool(told & HALTED)
    words = WORDS.get(value, value.lower().replace("_", " "))
    place = Elsewhere(article.value_at(*article.trials[0].at, "overall_status"), f"The record says {words}.")
    for start, claim in found:
        said = {str(claim.value), value}
        stopped = HALTED if claim.pattern != "intake stopped" else STOPPED
        if claim.hedged or claim.value in told or (halted and claim.value in stopped):
            continue
        if "TERMINATED" in said and said <= STOPPED:
            continue
        if said == {"TERMINATED", "COMPLETED"} and "early" in headline.text.lower():
            continue  # Registries say of a trial that was stopped for its benefit that it is completed.
        if all(judge(claim, trial, article, headline.text)[0] == "contradicted" for trial in article.trials):
            quote = headline.text[start + claim.start : start + claim.end]
            message = f'The {headline.key} says "{quote}", and the record that the trial is {words}.'
            yield Clash(start + claim.start, start + claim.end, message, (place,))
    borne_out = any(each.verdict == "supported" for each in body)
    if begins and borne_out and value in ENDED and not any(_beginning().search(block.prose) for block in article.prose):
        message = f'The {headline.key} says "{begins["verb"]}", and the record that the trial is {words}.'
        yield Clash(*begins.span("verb"), message, (place,))


ENDED = ("COMPLETED", "TERMINATED", "WITHDRAWN", "SUSPENDED")


def _found(headline: Headline) -> Iterator[tuple[int, Found]]:
    """The statuses of a headline, with the offset of the sentence that each offset of theirs counts from."""
    for start, said in said_in(headline):
        for found in status.find(said):
            yield start, found


@cache
def _begins() -> re.Pattern[str]:
    """What says that a trial begins."""
    return pattern(
        r"(?i:\b(?P<verb>(?:to )?(?:starts?|begins?|launch(?:es)?|initiates?|kicks? off|opens?|commences?)) "
        r"(?:[\w./’'-]+ ){0,6}?(?:trial|study)\b)"
    )


@cache
def _beginning() -> re.Pattern[str]:
    """What a body says of a beginning, or of what is to come."""
    return pattern(
        r"(?i:\b(?:start|beg[aiu]n|launch|initiat|kick|open|commenc|first (?:patient|participant)|new (?:trial|study)|"
        r"will )\w*)"
    )
