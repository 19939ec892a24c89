"""What the verb of a sentence is said of: a trial, people, or something else."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal

from checker.claims.vocabulary import PEOPLE, words

if TYPE_CHECKING:
    from checker.claims.said import Said

Subject = Literal["trial", "people", "other", ""]

REACH = 160
"""How many characters before a verb its subject may stand, so that time stays linear."""

TRIALS = words(
    "trial trials study studies pilot pilots experiment experiments extension extensions substudy sub-study rct rcts "
    "comparison work survey project plan it this that which both neither one ones another others"
)
OTHERS = words(
    "recruitment enrolment enrollment accrual dosing treatment treatments therapy follow-up visits visit data analysis "
    "analyses drug drugs vaccine medicine war pandemic review reviews application hold agreement meeting year years "
    "day "
    "record records entry list period collection questionnaire questionnaires surgery operation season school "
    "construction funding deal company sponsor lockdown policy law contract licence license approval sale sales market "
    "question questions door doors debate talks programme's inquiry project's work bridge everything phase part "
    "stage course arm "
    "cohort group groups session sessions injection injections infusion dose doses licensing product production "
    "consent shop road registration window store site sites centre centres hospital hospitals clinic clinics "
    "mosquitoes rain rains appointment month week story article book paper process testing he she we i you"
)
"""Nouns that are no trial; a verb said of the nearest of these is not said of a trial."""

LINKS = words("of in for with from to by at on than about between among against into after before since via per")


def subject(said: Said, start: int) -> Subject:
    """What kind of thing the verb at an offset (code points into the sentence) is said of, "" if its clause names none.

    The nearest noun before the verb that is known decides, leaving out those behind a preposition ("the trial of 300
    patients in Spain ended": the trial).
    """
    if any(number.end <= start <= number.end + 1 and number.is_count for number in said.numbers):
        return "people"
    text = _bracketed().sub(lambda match: " " * len(match.group()), said.text[max(0, start - REACH) : start])
    clause = re.split(r"[;:!?—]|\. ", text)[-1]
    if _own_noun(clause.lower()):
        return "other"
    tokens = [(match.group(), match.start()) for match in _word().finditer(clause)]
    relative: Subject = ""
    for index in range(len(tokens) - 1, -1, -1):
        token, place = tokens[index]
        if token.lower() == "which":
            relative = "trial"  # What stands before it decides, if it is known.
            continue
        kind = _kind(said, token, place == 0)
        if not kind:
            continue
        if kind != "trial" and _is_linked(tokens, index, clause):
            continue
        if token.lower() in ("that", "this") and index + 1 < len(tokens) and tokens[index + 1][0].lower() not in VERBS:
            continue  # "that lockdown ended": a noun of its own follows
        return kind
    return relative


VERBS = words("is was has had have are were will would also now then itself too finally later never still")


def _kind(said: Said, token: str, first: bool) -> Subject:
    lower = token.lower()
    if lower in TRIALS:
        return "trial"
    if lower in PEOPLE or lower in ("they", "who", "those", "nobody", "everyone", "some", "many", "most", "he", "she"):
        return "trial" if lower == "those" else "people"
    if lower in OTHERS or (lower.endswith(("’s", "'s")) and lower[:-2] in OTHERS):
        return "other"
    if _registered().match(token) or token in _names(said):
        return "trial"
    capitals = sum(char.isupper() for char in token)
    return "trial" if capitals >= 4 and capitals * 2 > len(token) and not first else ""


def _names(said: Said) -> frozenset[str]:
    return frozenset(name for trial in said.article.trials for name in (trial.acronym, trial.key, trial.id) if name)


def _is_linked(tokens: list[tuple[str, int]], index: int, clause: str) -> bool:
    """Whether a preposition stands shortly before a noun, so that it is no subject."""
    for back in range(index - 1, max(-1, index - 5), -1):
        word, place = tokens[back]
        between = clause[place + len(word) : tokens[back + 1][1]]
        if "," in between:
            return False
        if word.lower() in ("and", "or", "but"):
            return False
        if word.lower() in LINKS:
            return True
    return False


def _own_noun(clause: str) -> bool:
    """Whether a clause of its own, with a noun for no trial, stands before the verb ("before the lockdown ended")."""
    match = _clause().search(clause)
    return match is not None and match["noun"].split()[-1] not in TRIALS and not _trial_like().search(match["noun"])


@cache
def _clause() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:before|after|when|until|since|while|once|because|but|,) (?:the|an?|his|her|their|our|"
        r"its) (?P<noun>[a-z]+(?: [a-z]+)?) $"
    )


@cache
def _trial_like() -> re.Pattern[str]:
    return re.compile(r"\b(?:trials?|stud(?:y|ies)|pilot|one|extension|experiment|comparison)\b")


@cache
def _bracketed() -> re.Pattern[str]:
    return re.compile(r"\([^()]{0,120}\)|\[[^\[\]]{0,120}\]")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_][\w’'/-]*")


@cache
def _registered() -> re.Pattern[str]:
    return re.compile(
        r"(?:NCT|ISRCTN|ACTRN|ChiCTR|DRKS|CTRI|PACTR|UMIN|TCTR|KCT|IRCT|SLCTR|NL|jRCT|EudraCT)[\w/-]*\d", re.IGNORECASE
    )
