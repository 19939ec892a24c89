"""What the verb of a sentence is said of: a trial, people, or something else."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal

from checker.claims.said import COUNT
from checker.claims.vocabulary import PEOPLE, words
from checker.pattern import pattern

if TYPE_CHECKING:
    from checker.article import Article
    from checker.claims.said import Said

Subject = Literal["trial", "people", "other", ""]

REACH = 160
"""How many characters before a verb its subject may stand, so that time stays linear."""

TRIALS = words(
    "trial trials study studies pilot pilots experiment experiments extension extensions substudy sub-study rct rcts "
    "comparison work survey project plan it this that both neither one ones another others"
)
PRONOUNS = words("both neither one ones another others")
"""Words that stand for a trial only right before the verb."""
OTHERS = words(
    "recruitment enrolment enrollment accrual intake inclusion screening "
    "randomisation randomization vaccination vaccinations dosing treatment treatments therapy follow-up visits visit "
    "data analysis "
    "analyses drug drugs vaccine medicine war pandemic review reviews application hold agreement meeting year years "
    "day "
    "record records entry list period collection questionnaire questionnaires surgery operation season school "
    "construction funding deal company sponsor lockdown policy law contract licence license approval sale sales market "
    "question questions door doors debate talks programme's inquiry project's work bridge everything phase part parts "
    "arms cohorts "
    "stage course arm "
    "cohort group groups regimen regimens "
    "session sessions injection injections infusion dose doses licensing product production "
    "consent shop road registration window store site sites centre centres hospital hospitals clinic clinics "
    "mosquitoes rain rains appointment month week story article book paper process testing he she we i you"
)
"""Nouns that are no trial; a verb said of the nearest of these is not said of a trial."""

LINKS = words(
    "of in for with from to by at on than about between among against into via per testing evaluating investigating "
    "assessing studying comparing exploring examining involving using"
)


def subject(said: Said, start: int) -> Subject:
    """What kind of thing the verb at an offset (code points into the sentence) is said of, "" if its clause names none.

    The nearest noun before the verb that is known decides, leaving out those behind a preposition ("the trial of 300
    patients in Spain ended": the trial).
    """
    if said.shape[max(0, start - 2) : start].rstrip().endswith(COUNT):
        return "people"
    text = _aside().sub(lambda match: " " * len(match.group()), said.text[max(0, start - REACH) : start])
    clause = re.split(r"[;:!?—(]|(?<![A-Z])\. ", text)[-1]
    if _own_noun(clause.lower()):
        return "other"
    tokens = [(match.group(), match.start()) for match in _word().finditer(clause)]
    if clause.endswith(", and ") and _first(said, tokens, clause) == "trial":
        return "trial"  # "The trial, which took in 40 people, ran in Spain, and was stopped"
    fallback: Subject = ""
    next_to_verb = True
    for index in range(len(tokens) - 1, -1, -1):
        token, place = tokens[index]
        lower = token.lower()
        if lower == "which" or (lower == "that" and next_to_verb):
            fallback = "trial" if next_to_verb else fallback  # What stands before it decides, if it is known.
            continue
        if lower in LINKS and not next_to_verb:
            continue  # "a trial testing a therapy"
        kind = _kind(said, token, place == 0)
        if not kind:
            if next_to_verb and (lower in NO_NOUNS or lower.endswith("ly")):
                continue
            bare = next_to_verb and "," not in clause[place + len(token) :]
            if bare and _is_noun(token) and not _is_linked(tokens, index, clause):
                return "other"
            next_to_verb = False
            continue
        if lower in PRONOUNS and not next_to_verb:
            continue
        next_to_verb = False
        if lower in ("that", "this") and index + 1 < len(tokens):
            continue  # "that lockdown ended": its noun follows
        named = kind == "trial" and _is_behind_name(said, start, clause, place)  # "Treatment in Disease (TIDE) study"
        if named or not _is_linked(tokens, index, clause):
            return kind
        if kind == "trial" and not fallback:
            # "Men in the trial were": the trial only where nothing else is named.
            fallback = "other" if _is_of_another(tokens, index) else "trial"
    return fallback


def _first(said: Said, tokens: list[tuple[str, int]], clause: str) -> Subject:
    """What the first noun of a clause that is known stands for, behind no preposition."""
    for index, (token, place) in enumerate(tokens):
        kind = _kind(said, token, place == 0 and token.lower() not in TRIALS)
        if kind and not _is_linked(tokens, index, clause):
            return kind
    return ""


def _is_of_another(tokens: list[tuple[str, int]], index: int) -> bool:
    """Whether a noun behind a preposition belongs to one that is no trial: "support for the trial", "sites of it"."""
    for back in range(index - 1, max(0, index - 5), -1):
        word = tokens[back][0].lower()
        if word in BELONGING:
            head, place = tokens[back - 1]
            named = head.islower() or place == 0
            return (
                named and head.replace("-", "").isalpha() and head.lower() not in NOT_HEADS and not head.endswith("ed")
            )
        if word in LINKS:
            return False
    return False


BELONGING = words("of in for at within")
ARTICLES = words("a an the its their our")
NO_NOUNS = words(
    "has have had been being was were is are be will would should did does "
    "also too itself later never ever still now all both not only soon already once again together long"
)
CONJUNCTIONS = words("and but or then when while after before since until because as if so though although yet whether")

NOT_HEADS = (
    CONJUNCTIONS
    | NO_NOUNS
    | words("first second third fourth last latter former next one two three four five six half most all each either")
    | words("some any none out because instead part phase year years month months day days version test here there")
    | words("end start beginning completion conclusion rest whole majority remainder")
)
"""What stands before "of" or "in" and names nothing of its own: "the second of the trials has ended"."""


def _is_noun(token: str) -> bool:
    """Whether an unknown word can be a noun of no trial: a word in small letters that joins nothing."""
    return token.islower() and token not in CONJUNCTIONS and not token[0].isdigit()


def _kind(said: Said, token: str, first: bool) -> Subject:
    lower = token.lower()
    if lower in TRIALS:
        return "trial"
    if lower in PEOPLE or lower in ("they", "who", "those", "nobody", "everyone", "some", "many", "most", "he", "she"):
        return "trial" if lower == "those" else "people"
    if lower in OTHERS or (lower.endswith(("’s", "'s")) and lower[:-2] in OTHERS):
        return "other"
    if token in _names(said) or (token[-1].isdigit() and _registered().match(token)):
        return "trial"
    capitals = sum(char.isupper() for char in token)
    return "trial" if capitals >= 4 and capitals * 2 > len(token) and not first else ""


def _names(said: Said) -> frozenset[str]:
    return said.article.once(_article_names)


def _article_names(article: Article) -> frozenset[str]:
    return frozenset(name for trial in article.trials for name in (trial.acronym, trial.key, trial.id) if name)


def _is_linked(tokens: list[tuple[str, int]], index: int, clause: str) -> bool:
    """Whether a preposition stands shortly before a noun, so that it is no subject."""
    for back in range(index - 1, max(-1, index - 8), -1):
        word, place = tokens[back]
        between = clause[place + len(word) : tokens[back + 1][1]]
        if "," in between:
            return False
        if word.lower() in CONJUNCTIONS:
            return False
        if index - back > 4:  # "In a large European phase 3 study": far off, a preposition has its article beside it.
            if word.lower() in LINKS and tokens[back + 1][0].lower() in ARTICLES:
                return True
        elif word.lower() in LINKS or (back and word.endswith("ing") and tokens[back - 1][0].lower() in TRIALS):
            return True
    return False


def _is_behind_name(said: Said, start: int, clause: str, place: int) -> bool:
    """Whether a noun at an offset of the clause before a verb stands behind a name in brackets."""
    return said.text[:start][-len(clause) :][:place].endswith(") ")


def _own_noun(clause: str) -> bool:
    """Whether a clause of its own, with a noun for no trial, stands before the verb ("before the lockdown ended")."""
    match = _clause().search(clause)
    return match is not None and match["noun"].split()[-1] not in TRIALS and not _trial_like().search(match["noun"])


@cache
def _clause() -> re.Pattern[str]:
    return pattern(
        r"\b(?:before|after|when|until|since|while|once|because|but|,) (?:the|an?|his|her|their|our|"
        r"its) (?P<noun>[a-z]+(?: [a-z]+)?) $"
    )


@cache
def _trial_like() -> re.Pattern[str]:
    return pattern(r"\b(?:trials?|stud(?:y|ies)|pilot|one|extension|experiment|comparison)\b")


@cache
def _aside() -> re.Pattern[str]:
    return pattern(
        r"\([^()]{0,120}\)|\[[^\[\]]{0,120}\]|\bas a whole\b|, (?:which|who|where|involving|including|testing|"
        r"(?:led|run|funded|sponsored) by)\b[^,;:()]{1,120},"
    )


@cache
def _word() -> re.Pattern[str]:
    return pattern(r"[^\W_](?:[\w’'/-]|,(?=\d))*")


@cache
def _registered() -> re.Pattern[str]:
    return pattern(
        r"(?:NCT|ISRCTN|ACTRN|ChiCTR|DRKS|CTRI|PACTR|UMIN|TCTR|KCT|IRCT|SLCTR|NL|jRCT|EudraCT)[\w/-]*\d", re.IGNORECASE
    )
