"""What a count says, once a pattern has settled it: role, qualifier, and the words of its arm or group."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from checker.claims.claim import Found
from checker.claims.kinds._senses import OPEN
from checker.pattern import pattern

if TYPE_CHECKING:
    from checker.claims.grammar import Pattern
    from checker.claims.kinds._views import View
    from checker.claims.said import Said
    from checker.facts import Trial

DONE = ("screened", "enrolled", "randomized", "treated", "completed", "analyzed")


PARTED = frozenset(("dosed", "assigned", "gets", "randomized"))
"""Roles that a part of an arm may have as well."""

TOLD = (
    ("completed", r"\b(?:complet|finish|still there|through|at the end)"),
    ("analyzed", r"\b(?:analys|analyz|evaluable|finally (?:evaluated|assessed))"),
    ("planned", r"\b(?:will|planned|plans|target|to follow|are to)\b"),
)


def settled(said: Said, view: View, pattern: Pattern, last: Found | None) -> Found:
    """The claim that a pattern makes of a count; `last` is the claim of the count before it."""
    number = view.number
    is_size = pattern.name == "randomized" and SINGULAR.search(said.lower, number.end, view.end) is not None
    gives: dict[str, Any] = dict(OPEN if is_size else pattern.gives)
    claim = Found(
        gives["kind"], int(number.value), number.start, view.end, qualifier=view.qualifier, pattern=pattern.name
    )
    kind = claim.kind
    if kind == "series" and last:
        if last.kind == "enrollment":
            return claim._replace(kind=last.kind, role=last.role)
        kind = last.kind
    elif (pattern.name == "per arm" and LOST.match(view.text, view.place + 1)) or (
        pattern.name in ("on an arm", "in a group")
        and DID.match(WERE.sub("", view.text[view.place + 1 :]))
        and not said.lower.endswith("the ", 0, number.start)
    ):
        kind = "subgroup_size"
    elif pattern.name == "among them" and (
        ASSIGNED.match(view.text, view.place + 1)
        or SPLIT.match(view.text, view.place + 1)
        or (
            IN_ITS_ARM.match(view.text, view.place + 1)
            and TAKEN_IN.search(view.text, 0, view.place)
            and " who " not in view.text[view.place :]
        )
    ):
        kind = "arm_size"
    elif pattern.name == "one of them to an arm" and THOSE_ON.match(view.text, view.place + 1):
        kind = "subgroup_size"
    elif (
        pattern.name == "per arm"
        and not view.noun
        and _is_among(number.value, last)
        and not ALLOTTED.match(view.text, view.place + 1)
    ):
        kind = "subgroup_size"  # "a rash in four patients (two each …)"
    elif pattern.name in IN_TURN and OF_TRIALS.search(view.text, 0, view.place):
        return claim._replace(kind="enrollment", role=_role(said, view, "open"))
    elif (
        pattern.name == "sample of an arm"
        and (not _names_arms(view) or (_is_sort(last) and OR_SORT.search(view.text, 0, view.place)))
    ) or (pattern.name in IN_TURN and not OF_ARMS.search(view.text, 0, view.place)):
        kind = "subgroup_size"
    elif kind == "part" or (
        (gives.get("role") in PARTED or pattern.name == "will join") and _is_part(view, gives["role"])
    ):
        kind = (
            "subgroup_size" if _are_some(view) or (pattern.name == "item of an arm" and _is_group(said)) else "arm_size"
        )
    if kind == "enrollment":
        role = "enrolled" if _are_there(said, view, pattern) else _role(said, view, gives["role"])
        return claim._replace(role=role)
    return claim._replace(kind=kind, of=_of(said, view))


IN_TURN = ("in turn", "and in turn")
OF_TRIALS = pattern(
    r"\b(?:trials|studies) \((?:C and )?$|^both (?:trials |studies )?(?:[a-z]+ ){0,3}(?:enrol+ed|recruited|full),? "
    r"(?:at|with) (?:C and )?$"
)
"""What makes two counts in turn those of two trials: "They were controlled studies (n=603 and n=610, respectively)"."""

SINGULAR = pattern(r"(?:patient|participant|subject|volunteer|person|adult|infant|child|woman|man)$")
"""What makes a count the size of a trial: "a 240-patient randomized study" has not yet randomized them."""


ARE_SOME = pattern(
    r"\b(?:complet|finish|analys|analyz|counted\b|evaluable|assessable|still |stayed|dropp|discontinu|"
    r"seen it through|saw it through|withdrew|at the end|"
    r"respon|died|relapse|improved|declin|refus|crossed over|reasons?\b|adverse events?\b|(?:te|s)?aes?\b|side "
    r"effects?\b|exclu|lost "
    r"to\b)"
)


THOSE_ON = pattern(r" of (?:those|these) (?:who |on |in |with |taking |receiving |given |treated )")
"""Some of those in an arm: "it happened in 56 of those on the drug"."""
LOST = pattern(
    r" (?:analy[sz]ed |(?:in (?:each|every|both|either)|per|from (?:each|every|both|either)) (?:[a-z]+ )?"
    r"(?:arm|group)s? (?:(?:was|were|had been|have|"
    r"had) )?(?:lost|excluded|withdr|complet|finish|dropp|died|discontinu|left|relaps|respon|improv|analy))"
)
"""What befell as many in each arm: "three in each group were lost to follow-up"."""
ALLOTTED = pattern(r" each (?:were|was|are|will be|had been) (?:randomly )?(?:randomi[sz]ed|assigned|allocated)\b")


def _is_sort(last: Found | None) -> bool:
    return last is not None and last.kind == "subgroup_size" and last.pattern == "sample of an arm"


def _names_arms(view: View) -> bool:
    """Whether the words around an "n = 30" say that it is one arm of several, and not those of some kind."""
    if AFTERWARDS.match(view.text, view.place + 1) or OF_A_SORT.search(view.text, 0, view.place):
        return False
    near = view.text[max(0, view.place - 50) : view.place]
    return ARMS.search(view.text) is not None or GETTING.search(near) is not None


OF_A_SORT = pattern(
    r"\b(?:(?:grade|stage|type|class|level)s? (?:[a-z]|[ivx]{1,4}|[CTXQ])|(?:because of|due to|owing to|reason:) [a-z "
    r"-]{3,40}|(?:patients|people|participants|adults|children|women|men|those|subjects) with [a-z0-9 -]{3,60}|"
    r"surveys|diaries|samples)(?:,? ?\(|, )$"
)
OR_SORT = pattern(r"\) (?:or|and) [a-z0-9 -]{3,60} \($")
AFTERWARDS = pattern(
    r" (?:were |was |who )?(?:analy[sz]ed|evaluable|completed|finished|withdr|lost|discontinued|dropped|died|adher|"
    r"respon)"
)
OF_ARMS = pattern(
    r"\b(?:randomi[sz]ed|assigned|allocated|placebo|sham|controls?|groups|arms|compared|versus|analys[ei]s) "
    r"[^.;]{0,120}$"
)
"""What stands before two counts that are told in the order of two arms."""
ARMS = pattern(
    r"A|\b(?:randomi[sz][a-z]*|random(?! sampl| select)|assigned|allocated|allocation|arms?|groups?|cohorts?|either|"
    r"placebo|sham|"
    r"controls?|"
    r"usual care|standard care|vs\.?|versus|v|compared|comparing|divided|split|intervention)\b|N\)? or "
)
GETTING = pattern(r"\b(?:received?|receiving|given|gave|got|took|taking|treated with|treatment|or|mg|doses?|to)\b")
"""What tells that people were put into arms."""


def _is_among(value: int | float, last: Found | None) -> bool:
    """Whether a count can be some of those whom the count before it told of as a part."""
    return bool(last and last.kind == "subgroup_size" and isinstance(last.value, int) and value <= last.value)


THEN = pattern(
    r" (?:who (?:were|was|had been) )?(?:randomly )?(?:assigned|allocated|"
    r"randomi[sz]ed) to [^.;:,QCBNP]{1,60} (?:did not|"
    r"didn't|died|withdrew|dropped|discontinued|never|was lost|were lost|was excluded|were excluded|relapsed|stopped|"
    r"left)\b"
)
"""Those of an arm whom something befell: "one patient randomised to the drug did not receive it"."""


def _are_some(view: View) -> bool:
    """Whether the words before a part make it one of those who finished, were counted or left, not of an arm."""
    if THEN.match(view.text, view.place + 1):
        return True
    before = ASIDES.sub("", view.text[: view.place])
    told = [match.end() for match in ARE_SOME.finditer(before)]
    return bool(told) and not SPLIT_UP.search(before, told[-1])


ASIDES = pattern(r"\([^()]{0,120}\)")


SPLIT_UP = pattern(
    r";|ded, (?:Q|$)|\btherefore\b|\b(?:enrol+ed|recruited|included|randomi[sz]ed|assigned|allocated) ?\($|"
    r"\b(?:randomi[sz]ed|"
    r"assigned|allocated|"
    r"divided|split) (?:[a-z]+ )?(?:to|into)\b"
)
"""What begins to tell of arms again."""


ASSIGNED = pattern(r"(?: (?:were|was))? (?:randomly )?(?:assigned|allocated|randomi[sz]ed) ")


IN_ITS_ARM = pattern(r" (?:in|on) the (?:[A-Za-z0-9-]+ ){0,3}?(?:arm|group|[AQ]),? (?:and|versus|vs\.?) [A-Z]")
TAKEN_IN = pattern(
    r"\b(?:enrol+ed|randomi[sz]ed|eligible|recruited|took part)\b(?:(?! who | that |complet|finish|respon|died|had )"
    r"[^.;]){0,40}\bincluding $"
)
"""What makes of some of them an arm: "546 were eligible, including 275 in the control arm"."""


WERE = pattern(r"^ (?:were|was|are)(?= (?:on|in)\b)")
DID = pattern(
    r"[^.,;:]{1,140}?\b(?:had|have|has|were|was|did|didn't|felt|got|fell|went|met|lost|saw|died|withdrew|left|quit|"
    r"became|gave|"
    r"(?!assigned|allocated|randomi[sz]ed|treated|enrolled|controlled|constituted|comprised|formed|"
    r"included)[a-z]{3,}ed)\b"
)
"""A verb behind people in an arm: they are those of the arm who did, or may be."""


def _is_group(said: Said) -> bool:
    """Whether the sentence names a group of people that a record keeps apart from its arms."""
    names = [group.name.lower() for trial in said.article.trials for group in trial.groups if group.name]
    return any(name in said.lower for name in names)


def _is_part(view: View, role: str) -> bool:
    """Whether people who got something, or were assigned to it, are one part of a trial's people."""
    if view.text.endswith("of ", 0, view.place):
        return False  # "Of the 366 randomised": the whole
    behind = view.text[view.place + 1 :]
    if role in ("assigned", "randomized") and THEN.match(behind):
        return True
    only = ONE_ARM if role in ("assigned", "randomized") else COMPARATOR
    split = SPLIT.match(behind)
    if split and split.group().count("(") > split.group().count(")"):
        split = None  # "were randomised to usual care (UC; n = 22), or to": the second count is of the first arm
    return bool(split or only.match(behind))


SPLIT = pattern(
    r"[^.;:QCBNP]{0,60}?\b(?:(?:randomi[sz]ed|assigned|allocated|sent|told|given|switched)(?: [a-z]+)? (?:to|"
    r"in|into|the|an?|"
    r"[a-z]+)|(?:treated|dosed|injected|infused) (?:with|at|in)|to|on|got|received|had (?!(?:been )?[a-z]+(?:ed|"
    r"en)\b)|took|began|started|"
    r"played|drank|used|have|get|receive)\b[^.;:QCBNP]{1,90}?"
    r"(?:(?:,|;| and| while| but)(?: and| while| but)? the (?:others?|rest|remainder|remaining|second)\b|"
    r"(?:[,;](?: and| while| but)?| and| while| versus| vs\.?| v\.?|\)| compared with| or)(?: (?:the|to|another))?"
    r"(?: other| remaining)? [QC]"
    r"(?=[ ,.;)]|$)(?! (?:(?:of them |also |then |who )?(?:have |has |had )?(?:(?:were|was|had been|have been)(?! "
    r"(?:given|assigned|allocated|"
    r"randomi[sz]ed|put|offered)\b)|did|(?:did|was|were|had|have|could|"
    r"would)n't|could|completed|finished|"
    r"dropped|"
    r"died|developed|responded|improved|reported|achieved|experienced|relapsed|withdrew)\b|in (?:total|all)\b|"
    r"more\b|of\b)))"
)
"""One part, and another one after it: "27 to an app and 33"."""

ONE_ARM = pattern(
    r"[^.;:QCBNP]{0,80}?(?:assigned|allocated|randomi[sz]ed) to "
    r"(?![QCTSX]\b|treatment(?: groups?)?(?:[.,;)]|$)|(?:the|this|an?) (?:study|trial)\b)"
    r"(?!(?:[^.;:(]|\([^()]{0,40}\)){0,120} (?:or|either|versus|vs)\b)(?![^.:QCBNP]{0,200} (?:or|versus|vs)\b)"
    r"(?![^.;:]{0,60}(?:groups|arms|one of|both|T |/))(?![^.;:()]{0,80} \(C\))"
)
"""Assigned to one thing, not to one or another."""

COMPARATOR = pattern(
    r"(?:(?! or | either | versus )[^.;:QCBNP]){1,70}?(?: (?:placebo|sham|dummy|control|usual care|"
    r"standard care|standard of care)\b(?!-)| A )"
    r"(?![^.;:]{0,90} (?:or|versus)\b)"
)
"""Given what only one arm is given."""


def _role(said: Said, view: View, role: str) -> str:
    trials = said.article.trials
    if role == "assigned":
        return "randomized" if _knows(trials, "randomized") else "enrolled"
    if role == "total":
        for name, words in TOLD:
            if re.search(words, view.text[: view.place]):
                return name
        role = "open"
    if role == "gets":
        role = "open"
    if role == "dosed":
        return "treated" if _are_others(view, trials) or _knows(trials, "treated") else "enrolled"
    if role in DONE and TO_FOLLOW.match(view.text, view.place):
        role = "planned" if any(trial.enrollment.planned == view.number.value for trial in trials) else "open"
    if role == "enrolled" and TO_BE.search(view.text[: view.place]):
        return "planned"
    if role != "open":
        return role
    if HAS_NOW.search(view.text, 0, view.place) or SO_FAR.match(view.text, view.place):
        return "enrolled"
    return "planned" if view.qualifier == "at_most" or _is_plan(said, view) else "enrolled"


HAS_NOW = pattern(r"\b(?:currently|now|already|so far|to date) (?:has|have|had|includes?|involves?|numbers?|counts?) $")
"""What tells how many there are by now: "the trial currently has 32 participants, with a target of 200"."""
SO_FAR = pattern(r"[PBN](?: in (?:it|[a-z]+))?,? (?:so far|to date|by now|already|up to now)\b")
TO_FOLLOW = pattern(
    r"[PBN] (?:[a-z]+ )?(?:is|are) (?:[a-z]+ )?(?:expected|due|scheduled|planned|likely|hoped|anticipated|on track|"
    r"set) to (?:have )?(?:be )?(?:complete|finish|conclude|dosed|treated)"
)
"""What makes of a role one to come: "dosing of all 92 patients is expected to be completed"."""
TO_BE = pattern(r"\b(?:[Tt]here (?:will|would|are to|shall) be|(?:will|would) have) (?:[a-z]+ )?$")
"""What makes a plan of "a hundred patients recruited"."""

PARTED_BY = frozenset(("of whom a share", "of so many", "whole"))
AHEAD = pattern(r"\b(?:will|would|to be|is to|are to|may|can|expected|planned)\b")


def _are_there(said: Said, view: View, pattern: Pattern) -> bool:
    """Whether people are told of by what some of them did, so that they are no plan: "none of the nine bled"."""
    return pattern.name in PARTED_BY and view.qualifier != "at_most" and not AHEAD.search(said.lower)


def _are_others(view: View, trials: tuple[Trial, ...]) -> bool:
    """Whether those who got something are more or fewer than the records say joined: not the same people."""
    counts = [trial.enrollment.enrolled for trial in trials if trial.enrollment.enrolled is not None]
    slack = 0 if view.qualifier == "exact" else ROUNDED
    return bool(counts) and all(abs(view.number.value - count) > slack * count for count in counts)


ROUNDED = 0.06
"""How far "about 380" may be from what it rounds."""


def _knows(trials: tuple[Trial, ...], role: str) -> bool:
    return any(getattr(trial.enrollment, role) is not None for trial in trials)


def _is_plan(said: Said, view: View) -> bool:
    """Whether a count whose words leave it open is that of a trial whose record holds a plan only."""
    if ELSEWHERE.search(said.lower):
        return False
    trials = [trial for trial in said.article.trials if _is_known(trial)]
    if any(name.lower() not in _names(said.article.trials) for name in OTHER_TRIAL.findall(said.text)):
        return False
    if _is_count_done(trials, view.number.value):
        return False  # "That study took place with 140 patients, whereas SORREL will have almost 1,200."
    named = [trial for trial in trials if _is_named(said, trial)]
    plans = [trial for trial in named or trials if _only_planned(trial)]
    if len(plans) == len(named or trials):
        return bool(plans)
    return any(trial.enrollment.planned == view.number.value for trial in plans)


def _is_count_done(trials: list[Trial], value: float) -> bool:
    """Whether a number is what a record has of those who took part, and none's plan."""
    done = any(getattr(trial.enrollment, role) == value for trial in trials for role in DONE)
    return done and all(trial.enrollment.planned != value for trial in trials)


def _is_known(trial: Trial) -> bool:
    return _only_planned(trial) or any(getattr(trial.enrollment, role) is not None for role in DONE)


def _only_planned(trial: Trial) -> bool:
    enrollment = trial.enrollment
    return enrollment.planned is not None and all(getattr(enrollment, role) is None for role in DONE)


def _is_named(said: Said, trial: Trial) -> bool:
    return any(name and name.lower() in said.lower for name in (trial.id, trial.key, trial.acronym))


def _names(trials: tuple[Trial, ...]) -> str:
    return " ".join(name.lower() for trial in trials for name in (trial.id, trial.key, trial.acronym) if name)


OTHER_TRIAL = pattern(r"\b(?!IV\b|II|RCT|NCT|Phase)([A-Z][A-Za-z]*[A-Z0-9][A-Za-z0-9-]*) (?:trial|study)\b")


ELSEWHERE = pattern(
    r"\b(?:(?:earlier|previous|another|unrelated|older|prior|different|separate|similar|other|first american)"
    r"(?: [a-z0-9-]+){0,3} (?:trials?|stud(?:y|ies)|research|survey|test|product|version|approval|work)|"
    r"came first|last year|"
    r"earlier|previously|years ago)\b"
)
"""Words that put a count into another study than the article's own."""


def _of(said: Said, view: View) -> str:
    """The words of an arm or group: those behind its count, up to the next count, or those before "(n = 30)"."""
    number = view.number
    if number.kind == "sample" or not (words := GROUP_WORDS.match(said.text[view.end : view.end + 80])):
        last = max((other.end for other in said.numbers if other.end <= number.start), default=0)
        before = OPENING.sub("", said.text[max(last, number.start - 60) : number.start])
        return WORDS_BEFORE.split(before)[-1].strip(" (")
    start = view.end + words.start("of")
    following = (other.start for other in said.numbers if other.start >= start)
    return said.text[start : min(view.end + words.end("of"), *following, len(said.text))].strip(" (")


GROUP_WORDS = pattern(
    r"[ ,]*(?:(?:who|were|was|are|is|will|have|had|has|got|given|received|took|assigned|allocated|"
    r"randomi[sz]ed|to|on|in|of|"
    r"the|an?|with|by|at) )*(?P<of>[A-Za-z0-9][^.,;:()]{1,40})"
)
OPENING = pattern(r"[ (\[]*(?:[nN] ?= ?)?$")
WORDS_BEFORE = pattern(r"[.,;:()]|\b(?:either|or|and|to|received?|versus|vs)\b")
