"""Where a trial stands: held against the status of its record."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.claims.judging.held import UNSUPPORTED, Case, Held
from checker.claims.judging.owners import numbers_in
from checker.pattern import pattern

if TYPE_CHECKING:
    from checker.article import Article

INVITING = {"RECRUITING", "ENROLLING_BY_INVITATION"}
"""Words that one trial may bear in turn, neither of them wrong."""

RUNNING = ("RECRUITING", "ENROLLING_BY_INVITATION", "ACTIVE_NOT_RECRUITING")
CLOSED = ("ACTIVE_NOT_RECRUITING", "COMPLETED", "TERMINATED")
ALIKE = {
    "ongoing": RUNNING,
    "follow-up goes on": RUNNING,
    "recruitment is over": CLOSED,
    "intake completed": CLOSED,
    "intake stopped": (*CLOSED, "SUSPENDED"),
    "everybody is in": CLOSED,
    "closed to newcomers": CLOSED,
    "no longer recruiting": CLOSED,
    "recruitment cut short": CLOSED,
    "a halt": ("SUSPENDED", "TERMINATED"),
}
"""The statuses that words of a pattern are true of: a trial that goes on may recruit, one that is closed be over."""

ENDED = ("COMPLETED", "TERMINATED", "WITHDRAWN")
LISTED = pattern(
    r"\b(?:registry|registr\w+|record|entry|database)\b.*\b(?:lists?|listed|says?|calls?|shows?|marks?|marked|as)\b"
)

ANYONE = pattern(r"\b(?:anyone|anybody|everyone|everybody|all comers|the public)\b", re.IGNORECASE)
"""Whom a trial that invites its participants is not open to."""

ONCE = pattern(
    r"\b(?:was|were|had been|being|had placed|placed|imposed|ordered|issued|voluntarily)\b[^.;]{0,40}$", re.IGNORECASE
)
"""What makes of a hold one that is past, after which a trial may have come to its end."""


PART = pattern(
    r"\b(?:site|cent(?:re|er)|hospital|clinic|cohort|arm|part|stage|group|branch)(?: [A-Z0-9]\b)?"
    r"(?: (?:in|of|at) [\w-]+(?: [\w-]+)?)? (?:(?:is|are|has|have|now|already|been) )*$|"
    r"(?<!\bboth )(?<!\ball )(?<!\btwo )\b(?:cohorts|arms|groups)[\"”’]? (?:(?:are|have|now|already|been) )*$"
)
"""What stands before a status that is one of a part of a trial: "the Toronto site has closed to new patients"."""

SOME = pattern(
    r"(?: (?:for|of|to|in|among|by|from))?(?: all)?(?: those(?P<those> [^.;:]{1,60})|"
    r" (?P<sort>(?:[a-z-]+ly )?(?:ill|sick|unwell|affected|severe|older|younger|elderly|pregnant|[a-z]+ed) )?"
    r"(?:[a-z-]+ ){0,2}?(?:patients|people|participants|volunteers|adults|children|men|women)"
    r"(?P<who> (?:with|without|over|under|aged|older|younger|weighing|who|"
    r"in(?! [^.;:,]{1,40}\b(?:trials?|stud(?:y|ies))\b)|[<>≤≥])[^.;:]{1,60})?)"
)
"""Whom a trial takes in no more, or now too, while it goes on with others: "no longer recruiting people over 65"."""

AT_SOME = pattern(
    r" (?:at|in) (?:some|several|a few|(?P<count>one|two|three|four|five|\d\d?)) (?:of (?:its|the) )?(?:[a-z]+ )?"
    r"(?:(?P<lands>countries|country)|sites?|cent(?:re|er)s?|hospitals?|clinics?)\b"
)


def _is_of_some(case: Case) -> bool:
    """Whether a trial is closed to some people or at some sites; those with its own condition are all that it takes."""
    places = AT_SOME.match(case.text, case.found.end)
    if places:
        whole = len(case.trial.countries or ()) if places["lands"] else case.trial.sites
        return not any(number.value == whole for number in numbers_in(case, *places.span("count")))
    match = SOME.match(case.text, case.found.end)
    if not match or not (match["those"] or match["sort"] or match["who"]):
        return False
    who = (match["those"] or match["who"] or "").lower()
    conditions = (*case.article.facts.conditions, *case.trial.conditions)
    return not any(condition.lower() in who for condition in conditions)


INTAKE = pattern(
    r"\b(?:recruitment|recruiting|enrol+ment|enrol+ing|accrual|dosing)(?: of (?:[a-z]+ ){1,4}?)? ?"
    r"(?:is |was |being )?(?:now )?$",
    re.IGNORECASE,
)
"""What stands before "completed" where only the intake of people is: "with recruitment now completed"."""

AT_A_LOOK = pattern(
    r"\binterim\b|\b(?:blinded|randomi[sz]ed|placebo-controlled|comparative) (?:part|phase|portion|stage|period|trial|"
    r"study) (?:was|were|has been)\b",
    re.IGNORECASE,
)
"""Words of a sentence on the end of a comparison, after which those who took part may be followed up."""


RESUMED = pattern(
    r"\b(?:resum\w+|restart\w+|re-?open\w*|lift(?:s|ed|ing)?\b|(?:removed|dropped) (?:the|its|a) (?:[a-z]+ ){0,2}hold|"
    r"may proceed|(?:recruit|enrol|dos)\w* again|(?:allowed|cleared|free|green light) to (?:go on|continue|proceed)|"
    r"(?:began|begun|started) again|end (?:of|to) (?:a|the|its|their|that|this) (?:[a-z]+ ){0,2}(?:hold|pause))\b",
    re.IGNORECASE,
)
"""Words of an article that tells of the end of a hold."""

HALTED = pattern(r"halt|stop|discontinu", re.IGNORECASE)
"""What may be said of an intake on hold."""

HALT = pattern(r"halt|stop", re.IGNORECASE)
"""What may be said of a trial on hold."""

HOLD = pattern(
    r"\b(?:(?:clinical|partial|full|on) hold|holds? on|halts? (?:on|to)|paus\w+|suspen\w+|temporar\w+)\b", re.IGNORECASE
)
"""Words of an article that tells of a hold."""

PAUSED = pattern(r"(?:paused|suspended|put|placed)\b", re.IGNORECASE)
"""What begins the words for a hold that is told in the past tense, after which a trial may have been stopped."""

ANOTHER = pattern(
    r" (?:involving|of|testing|evaluating|for|with|into) (?:(?:yet )?another|an? (?:different|second|separate))\b|"
    r" (?:in)?to (?:an?|the|its) (?:[a-z-]+ ){0,3}(?:extension|roll-?over|sub-?study|follow-up study)\b",
    re.IGNORECASE,
)
"""What follows the trials of something else: "halting two trials of another drug"."""

WAS = pattern(r"(?:was|were|had|been|halted|stopped)\b", re.IGNORECASE)
"""What begins the words for a stop that is past, and may have been one for a while."""

DECIDED = pattern(r"(?:will|decided|is|are) ", re.IGNORECASE)
"""What begins the words for a stop that is decided on as the article is written."""

ALSO = pattern(r"\b(?:company|firm|sponsor|maker|developer|it|we|they|[A-Z][a-z]+) (?:has |have )?also $")
"""Who has done another thing besides, which mostly is one to another trial: "the firm also completed enrolment in"."""


FOR_EFFICACY = pattern(
    r"\b(?:efficacy|effectiveness|superiority|benefits?|success|worked|works|better than expected|overwhelming|"
    r"(?:found|shown|seen|proved|proven) to (?:reduce|lower|prevent|save|cut|improve|work|protect|help))\b",
    re.IGNORECASE,
)
"""Why a trial is stopped that has shown what it was to show."""

SINCE = pattern(
    rf"\b(?:for|because|as|since|due to|owing to|after)\b[^.;]{{0,80}}{FOR_EFFICACY.pattern}",
    re.IGNORECASE,
)
"""The same, as the reason that is given for a stop, after which those who take part are followed up."""

ENLARGED = pattern(r"\b(?:initial(?:ly)?|originally|additional|more patients|expand\w*|enlarg\w*)\b", re.IGNORECASE)
"""Words of a sentence on a first count of people, to whom others were added later."""


NOW = pattern(r"(?:has|have|is|are|now|completes|concludes|finishes|fully|completion)\b", re.IGNORECASE)
"""What begins the words for an intake that is complete as the article is written."""

STOP = pattern(r"\b(?:terminat|stop|halt|discontinu|abandon|scrap|futil|fail|cut short|call(?:ed)? off)", re.IGNORECASE)


def _tells_of_a_stop(article: Article) -> bool:
    return any(STOP.search(block.prose) for block in article.prose)


def _tells_of_a_hold(article: Article) -> bool:
    return any(HOLD.search(block.prose) for block in article.prose)


def _tells_of_resumption(article: Article) -> bool:
    return any(RESUMED.search(text) for text in (article.facts.title or "", *(block.prose for block in article.prose)))


def status(case: Case) -> Held:
    """Where a trial stands, which its words may say more loosely than a registry."""
    recorded = case.trial.overall_status
    at = case.at("overall_status")
    if any(leaves_open(case, recorded) for leaves_open in LEAVING_OPEN):
        return UNSUPPORTED
    if any(differs(case, recorded) for differs in DIFFERING):
        return Held("contradicted", at, recorded)
    alike = recorded in ALIKE.get(case.found.pattern, ()) or _began_so(case, recorded)
    if case.found.value == recorded or alike:
        return Held("supported", at, recorded)
    if not recorded or {str(case.found.value), recorded} == INVITING:
        return UNSUPPORTED
    return Held("contradicted", at, recorded)


def _is_a_past_hold(case: Case, recorded: str | None) -> bool:
    if case.found.value != "SUSPENDED":
        return False
    if recorded in ("COMPLETED", "TERMINATED") and ONCE.search(_before(case)):
        return True
    return recorded in ENDED and PAUSED.match(case.quote) is not None and case.article.once(_tells_of_a_stop)


def _is_of_a_part(case: Case, recorded: str | None) -> bool:
    said = case.found.value
    closed = (recorded in INVITING and said == "ACTIVE_NOT_RECRUITING") or (recorded in RUNNING and said == "SUSPENDED")
    if closed and PART.search(case.text, 0, case.found.start):
        return True
    wider = recorded in CLOSED and said == "RECRUITING" and case.quote.startswith("opened")
    return (closed or wider) and _is_of_some(case)


def _is_of_another(case: Case, _: str | None) -> bool:
    ahead = case.before(60)
    return ANOTHER.match(case.text, case.found.end) is not None or ALSO.search(ahead) is not None


def _goes_on_again(case: Case, recorded: str | None) -> bool:
    said = case.found.value
    undone = said == "SUSPENDED" or (said == "TERMINATED" and WAS.match(case.quote))
    return bool(undone) and recorded in RUNNING and case.article.once(_tells_of_resumption)


def _is_stopped_for_now(case: Case, recorded: str | None) -> bool:
    """Whether the stop that is told is the hold that the record has: "voluntarily stopped the trial"."""
    stopped = case.found.value == "TERMINATED" and recorded == "SUSPENDED" and HALT.search(case.quote)
    return bool(stopped) and case.article.once(_tells_of_a_hold)


def _is_of_the_intake(case: Case, recorded: str | None) -> bool:
    if recorded == "RECRUITING" and case.found.pattern == "intake completed" and ENLARGED.search(case.text):
        return True
    ahead = case.before(60)
    return case.found.value == "COMPLETED" and INTAKE.search(ahead) is not None


def _has_its_answer(case: Case, recorded: str | None) -> bool:
    """Whether a trial was stopped since it had its answer, so that many a registry calls it complete, or going on."""
    if case.found.value != "TERMINATED":
        return False
    if recorded == "COMPLETED":
        return FOR_EFFICACY.search(case.text) is not None
    looked = not DECIDED.match(case.quote) and AT_A_LOOK.search(case.text)
    return recorded in RUNNING and bool(looked or SINCE.search(case.text, case.found.end))


AT_FIRST = pattern(
    r"\b(?:first|initially|originally|at that time)\b[^;]{0,80}\b(?:was|were|had been) (?:still )?"
    r"(?:listed|registered|posted|described|marked|shown|given) as $",
    re.IGNORECASE,
)
"""What stands before a status that a trial had in its registry once: "when first posted, it was listed as"."""
STEPS = ("NOT_YET_RECRUITING", "RECRUITING", "ACTIVE_NOT_RECRUITING", "COMPLETED")
"""The statuses of a trial that comes to its end, in their order."""


def _was_so_at_first(case: Case, recorded: str | None) -> bool:
    said = case.found.value
    later = said in STEPS and recorded in STEPS[STEPS.index(str(said)) + 1 :]
    return later and AT_FIRST.search(case.before(120)) is not None


JUST = pattern(r"\b(?:ha(?:s|ve)|announc\w+|today|this (?:week|month|morning)|just|now)\b", re.IGNORECASE)
"""What makes news of it that the first people have joined."""


def _began_so(case: Case, recorded: str | None) -> bool:
    """Whether a trial is over that "enrolled the first patient three weeks early", as every trial once did."""
    if case.found.pattern != "has its first patient" or recorded not in CLOSED:
        return False
    return not JUST.search(case.before(120)) and not JUST.search(case.quote)


BUT_CLOSED = pattern(r",? (?:if|though|although|but|albeit)(?: (?:it is|it's|is))? closed to\b")
WITH_SO_MANY = pattern(r"[^.;]{0,40}\bwith (?:[a-z]+ )?[\d,]{1,9} (?:[a-z]+ )?(?:enrol|recruit|includ|randomi|joined)")


def _is_closed_to_newcomers(case: Case, recorded: str | None) -> bool:
    """Whether a trial "closed early", or "with 95 enrolled", to patients whom it goes on to follow, or "remains open,
    if closed to newcomers"."""
    if recorded != "ACTIVE_NOT_RECRUITING":
        return False
    said, end = case.found.value, case.found.end
    if said == "RECRUITING":
        return BUT_CLOSED.match(case.text, end) is not None
    if not case.quote.startswith("closed"):
        return False
    return said == "TERMINATED" or (said == "COMPLETED" and WITH_SO_MANY.match(case.text, end) is not None)


def _is_lost_to_its_registry(case: Case, recorded: str | None) -> bool:
    """Whether nobody reports on a trial to its registry any more; what became of it others may know."""
    said = case.found.value
    return recorded == "UNKNOWN" and said != "UNKNOWN" and (said not in ENDED or not LISTED.search(_before(case)))


LEAVING_OPEN = (
    _is_a_past_hold,
    _is_of_a_part,
    _is_of_another,
    _goes_on_again,
    _is_stopped_for_now,
    _is_of_the_intake,
    _has_its_answer,
    _was_so_at_first,
    _is_closed_to_newcomers,
    _is_lost_to_its_registry,
)
"""Why the words for a status say nothing against the record."""


def _is_open_to_all(case: Case, recorded: str | None) -> bool:
    invited = recorded == "ENROLLING_BY_INVITATION" and case.found.value == "RECRUITING"
    return invited and ANYONE.search(case.quote) is not None


def _is_full(case: Case, recorded: str | None) -> bool:
    closed = recorded == "TERMINATED" and case.found.value == "ACTIVE_NOT_RECRUITING"
    return closed and NOW.match(case.quote) is not None and not case.article.once(_tells_of_a_stop)


def _is_closed_for_good(case: Case, recorded: str | None) -> bool:
    return recorded == "SUSPENDED" and case.found.pattern == "intake stopped" and not HALTED.search(case.quote)


DIFFERING = (_is_open_to_all, _is_full, _is_closed_for_good)
"""Why words that some trial of a status may bear are wrong of this one."""


def _before(case: Case) -> str:
    return case.before(60) + case.quote
