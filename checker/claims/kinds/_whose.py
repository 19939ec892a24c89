"""What the words around a count are said of: its people, a share of them, those who looked at them, or the study."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.grammar import Pattern
from checker.claims.kinds._matching import compiled
from checker.claims.kinds._senses import OPEN, SCREENED
from checker.pattern import pattern

if TYPE_CHECKING:
    from checker.claims.kinds._views import View
    from checker.claims.numbers import Number
    from checker.claims.said import Said

TOTAL = Pattern("total", "", (), (), (), OPEN)
INVITED = Pattern("asked to join", "", (), (), (), SCREENED)

SHARE_DID = pattern(
    r"[PBN][^.;()QCBPN]{0,60}, (?P<share>[%F])[^,()]{0,20} (?:were|was|had|did|completed|received|took)\b"
)
THEY_ASSESSED = pattern(
    r"[PBN][^.;]{0,160}\b(?:we|they|researchers|investigators|authors|team|study|scientists|board|"
    r"committee|monitors|experts|reviewers|regulators|agency|doctors) (?:also |then )?"
    r"(?:assessed|looked at|approached|considered|evaluated)\b"
)
IN_CLAUSE = pattern(r",? (?:which|that) [^.;()QCBPN]{2,120} (?:in|with|among|of|on) $")
AFTER_CLAUSE = pattern(r"P(?: (?:with|aged|from) [^.;:,()QCBPN]{2,60})?, (?!who|whose|of whom)[a-z]+")
"""What makes a verb one of what a clause is about: "KESTREL, which compares it with placebo in 300 people, showed"."""

OF_THE_STUDY = pattern(
    r"\b(?:trial|study|pilot|experiment)\b[^.;:QCPBN]{0,60} (?:in|of|across|among|with|on) (?:the |just |only )?$"
)
STUDY_TOOK = pattern(
    r"\b(?:stud(?:y|ies)|trials?|it|pilot|we|team|researchers)(?: [a-z]+){0,3} (?:included|enrol+ed|involved|recruited|"
    r"took in|"
    r"followed|treated|evaluated|examined|studied) $"
)
WHO = pattern(r"[PBN][^.;:QCBNP]{0,90}?,? (?:who|that|whose|of whom)\b")
NAMED_TRIAL = pattern(r"(?:^|[(,; ])(?P<name>[A-Z]{4,}[A-Z0-9]*(?:-[A-Z0-9]+)?(?: [1-9I]{1,3})?),? ?[(\[]?[nN] ?= ?$")


ASKED = pattern(r"\b(?:asked|invited) $")
TO_JOIN = pattern(r" to (?:join|take part|participate|enter|enrol+)\b")


def are_asked(view: View) -> bool:
    """Whether people are said to have been asked to join: "the nurses asked 465 patients to join"."""
    before = ASKED.search(view.text, max(0, view.place - 10), view.place)
    return before is not None and TO_JOIN.match(view.text, view.place + 1) is not None


def is_of_others(verb: Pattern, view: View) -> bool:
    """Whether a verb is said of a share of the people, or of those who looked: "914 people, 55% were assigned"."""
    share = SHARE_DID.match(view.text, view.place)
    if share and share.start("share") < compiled(verb.form).search(view.text).end():
        return True
    if (
        verb.name == "befell"
        and AFTER_CLAUSE.match(view.text, view.place)
        and IN_CLAUSE.search(view.text, 0, view.place)
    ):
        return True
    return verb.name == "screened" and THEY_ASSESSED.match(view.text, view.place) is not None


def taken_in_by(view: View, objects: Pattern | None) -> Pattern | None:
    """The pattern of people whom a study took in, where what befell them is told of them, or of the study.

    `objects` is the pattern of what stands before the count, if one fits.
    """
    text, place = view.text, view.place
    if OF_THE_STUDY.search(text, 0, place) and not WHO.match(text, place):
        return TOTAL
    taken = objects and (objects.name == "tested in" or STUDY_TOOK.search(text, 0, place))
    return objects if taken and WHO.match(text, place) else None


def names_a_trial(said: Said, number: Number) -> bool:
    """Whether an "n = 482" stands behind the name of a trial, a recorded one or among several: "(ORION-9, n=482)"."""
    named = NAMED_TRIAL.search(said.text, max(0, number.start - 40), number.start)
    several = "trials" in said.lower or "studies" in said.lower
    return named is not None and (several or any(named["name"] == trial.acronym for trial in said.article.trials))


NEXT_TRIAL = pattern(
    r"(?:[,;]|\band|\bbut|\bwhile|\bwhereas) (?:in )?"
    r"(?P<name>[A-Z][\w-]{2,20}(?: [1-9I]{1,3})?)(?: had| just| only|,)? $"
)
LEAST_BEHIND_A_NAME = 10
"""A smaller number behind a name may be a part of it: "KOALA and HALCYON 2"."""


def goes_on_to_a_trial(said: Said, number: Number) -> bool:
    """Whether a number stands behind the name of a record that goes on with what was told: "and HALCYON 240"."""
    if number.value < LEAST_BEHIND_A_NAME:
        return False
    named = NEXT_TRIAL.search(said.text, max(0, number.start - 60), number.start)
    return named is not None and any(named["name"] == trial.acronym for trial in said.article.trials)
