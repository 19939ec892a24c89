"""Words that the tables of statuses share, and what their patterns give."""

from __future__ import annotations

from checker.claims.grammar import VOCABULARY
from checker.claims.kinds import _spots  # noqa: F401  (brings the words for "entrants")

VOCABULARY.update(
    {
        "taking in": (
            r"(?:recruiting|enrol+ing|accruing (?:patients|participants)|signing (?:[a-z]+ )?(?:people|patients|"
            r"volunteers|participants) up|"
            r"signing up {entrants}|(?:taking|accepting|admitting|adding|inviting|welcoming|registering|"
            r"enlisting) {entrants}|"
            r"(?:looking for|seeking|in search of|calling for) (?:[a-z#-]+,? ){0,5}(?:patients|participants|"
            r"volunteers|recruits|people|adults|children|women|men|families|smokers))"
        ),
        "intake": (
            r"(?:recruitment|enrol+ment|accrual|recruiting|enrol+ing|(?:patient|participant|subject) (?:intake|entry|"
            r"inclusion)|(?:entry|inclusion) of (?:patients|participants|subjects))"
        ),
        "newcomers": (
            r"(?:recruitment|enrol+ment|accrual|entry|newcomers|applicants|applications|recruits|(?:any )?(?:new|"
            r"more|further|additional) "
            r"(?:[a-z]+ ){0,2}[a-z]+s?\b)"
        ),
        "been": (
            r"(?:is|are|was|were|(?:has|have|had) (?:(?:now|already|since|long|just|recently|also|both|all|"
            r"finally) )?been|being|it[’']s|remains?|stands?)"
        ),
        "halted": (
            r"(?:halted|terminated|abandoned|scrapped|discontinued|stopped|called off|pulled the plug on|shut down|"
            r"axed|ended|shelved|cancel+ed)"
        ),
        "halting": (
            r"(?:halting|terminating|abandoning|scrapping|discontinuing|stopping|calling off|shutting down|axing|"
            r"ending|shelving|cancel+ing|shuttering|winding down|pulling the plug on|calling it quits on)"
        ),
        "halt": r"(?:halt|terminate|abandon|scrap|discontinue|stop|call off|shut down|end|shelve|cancel|wind down)",
        "trials of theirs": (
            r"(?:the|its|their|our|this|that|these|both|all|an?|another|two|three|four|#+) (?:[a-z0-9#/‐’'-]+,? ){0,6}?"
            r"(?:trials?|stud(?:y|ies)|pilot)"
        ),
        "has": r"(?:has|have|had|it[’']s)",
        "is": r"(?:is|are|it[’']s|they[’']re|we[’']re|remains?|also|too)",
    }
)
# The order matters: a name is filled in before those that its own text uses.
VOCABULARY["entrants"] = VOCABULARY.pop("entrants")


def gives(value: str, of: str = "") -> dict[str, str]:
    """What a pattern gives; `of` says what its verb must be said of.

    "trial": a trial; "held": a trial, or what the words themselves name; "any": anything but people; "intake":
    anything but people whose own treatment is spoken of; "nobody": a
    clause without people; "headline": no matter what, in a heading; "done": a trial, or nothing, as in a list of
    short notes; "": no matter what.
    """
    return {"kind": "status", "value": value, "of": of}
