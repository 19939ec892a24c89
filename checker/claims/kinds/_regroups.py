"""What a count is of that reads like a whole trial's, where words beside it put it into a group, a site or a trial."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.digits import looks_like
from checker.claims.grammar import Pattern
from checker.claims.kinds._senses import ANALYZED, ENROLLED, IN_ARM, SOME, TREATED
from checker.claims.kinds._totals import (
    has_no_arms,
    is_arms,
    is_below,
    is_groups,
    is_of_the_world,
    is_recorded,
    is_swapped,
    totals,
)
from checker.claims.sentences import prose_sentences
from checker.claims.vocabulary import MANY_PEOPLE
from checker.pattern import pattern

if TYPE_CHECKING:
    from checker.claims.kinds._views import View
    from checker.claims.said import Said

TOOK_ANY = Pattern("took it at least once", "", (), (), (), TREATED)
ONE_GROUP = Pattern("one of the groups", "", (), (), (), IN_ARM)
FIRST_ONES = Pattern("first ones", "", (), (), (), SOME)
OF_ONE_TRIAL = Pattern("from one of the trials", "", (), (), (), SOME)
SOME_OF_THEM = Pattern("some, in brackets", "", (), (), (), SOME)
AT_SOME_SITES = Pattern("at some sites", "", (), (), (), SOME)
GETTING_SHARE = Pattern("getting it, with a share", "", (), (), (), SOME)
OF_POPULATION = Pattern("of a population", "", (), (), (), ANALYZED)
SO_FAR = Pattern("joined so far", "", (), (), (), ENROLLED)

BARE = frozenset(("sample", "in people", "people"))
"""Patterns of a count that no verb goes with: one clearly lower than all, and no slip, is of some."""
OF_STUDY = pattern(
    r"\b(?:trials?|stud(?:y|ies)|research|pilot|phase|test(?:ed|s|ing)?|enrol|recruit|healthy|volunteers)"
)
"""What makes a bare count that of a study, this or another."""
GROUP = pattern(
    r"\b(?P<which>first|second|third|fourth|other|another|remaining|control|comparison) (?:[a-z-]+ )?group,?"
    r"(?: (?:of|with|comprising|including|consisting of|made up of|composed of|numbering)| \(| \(of|:) ?$"
)
"""One group of several: "a second group of 30 patients", "the first group (32 people)"."""
A_GROUP = pattern(r"\b(?:an?|one) (?:[a-z-]+ )?group of $")
NEXT_GROUP = pattern(r"\b(?:a second|the second|the other|another|one other|a control|the control) group\b")
NEXT_SENTENCES = 3
AT_FIRST = pattern(
    r"\b(?:data|results?|findings|analys[ei]s|readout|dos(?:ed|ing)|enrol+(?:ed|ing|ment)|treat(?:ed|ing)|recruited|"
    r"vaccinated|completed)\b[^.;]{0,60}$"
)
"""What the first group is that of the people who came first by, and no arm."""
OF_TRIAL = (
    r"from (?:the |an? )?(?:(?:first|second|third|other|earlier|previous|parent|original|preceding|initial) "
    r"(?:[a-z-]+ ){0,2}(?:trial|study)|(?:trial|study) (?:[XCTBQS]|\d|one|two|[a-c])\b)"
)
FROM_TRIAL = pattern(
    rf"[PBN](?: [a-z-]+){{0,2}}?(?: (?:were|was|are) (?:included|recruited|enrol+ed|drawn|taken))? {OF_TRIAL}"
)
"""Those whom one trial has from another: "30 people from the earlier study", "52 from trial 1 and 60 from trial 2"."""
FROM_TRIALS = pattern(rf"\b{OF_TRIAL}.{{1,120}}\b{OF_TRIAL}")
"""What makes a whole of no single trial: "of 251 people, 105 came from the first trial and 146 from the second"."""
PART_THERE = pattern(
    r"\b(?!Treatment|Active|Control|Placebo|The)(?:[A-Z]{2}|[A-Z][a-z]+) (?:arm|part|leg|portion|side) of "
    r"(?:the|this|our) (?:[a-z0-9-]+ ){0,3}(?:trial|study)\b[^.;:0-9]{0,60}$"
)
"""What stands before the people of one country: "the Welsh part of the trial will enrol 45 patients"."""
FROM_THERE = pattern(r" from (?:the )?([A-Z][a-z]+)\b")
PHASE_OF = pattern(r"\bphase (?:X|[ivx]+)[abc]? of (?:the|this|our) (?:trial|study)\b[^.;:QCBNP]{0,60}$")
SITES_THERE = pattern(r"\b(?:sites?|cent(?:er|re)s?|hospitals?|clinics?) in (?:the )?[a-z .'-]{2,30} \($")
"""What stands before the people of one country: "48 sites in Ghana (177 people)"."""
ON_ONE = pattern(
    r"[PB](?: [a-z]+)? (?:out )?of (?:the |these |all )?(?:[a-z]+ )?[QC](?: who joined)? (?:were|had been|was) "
    r"(?:randomly )?(?:given|on|put on|assigned to|allocated to|randomi[sz]ed to|treated with) "
    r"[^.;:()QCBNP]{2,40}(?:[.,;]|$| and)"
)
"""Those of an arm, of all: "61 of the 120 participants were given the drug"."""
GAVE = pattern(r"\b(?:gave|given|offered|assigned|allocated)(?: [a-z]+ly)? $")
ON_THEIRS = pattern(
    r"[PB] of (?:the [a-z]+|them|these|those)(?: [a-z]+)? (?:got|received|took|were given|were put on|(?:were|was) "
    r"(?:randomly )?(?:assigned|allocated|randomi[sz]ed) to) (?!better\b|worse\b|well\b|part\b|up\b|at least\b)"
)
"""Some of a trial's people, with what they were given: those of an arm, if as many as it has."""
AT_LEAST_ONCE = pattern(
    r"[PB] of (?:the [a-z]+|them|these|those)(?: [a-z]+)? (?:got|received|took|had) at least \S{1,8} "
    r"(?:dose|injection|infusion|tablet|pill|capsule)\b(?! of (?:rescue|another|an?|any|antibiotics?)\b)"
)
"""Those of a trial's people who were treated: "403 of them took at least one dose"."""
GETTING_SOME = pattern(r"[PB] (?:receiving|taking|getting|given|on) [^.;:()QCBNP]{1,50} \([%F]\)")
POPULATION = pattern(
    r"\b(?:m?itt|intention-to-treat|intent-to-treat|per-protocol|safety|efficacy|evaluable|analysis|full analysis) "
    r"(?:population|set|sample)\b[^.;()]{0,50} \($"
)
SOME_PEOPLE = pattern(
    rf"\b(?:most|majority of|some|many|few|several|other|half of|half|rest of|remaining|more|fewer|thirds? of|"
    rf"quarters? of) (?:the |these |those |all )?(?:[a-z-]+ ){{0,2}}(?:{MANY_PEOPLE})"
    r"(?: [a-z][^.;()QCBNP]{1,40})? \($"
)
"""Some of the people, with their number in brackets behind them: "most participants (70)"."""
EACH_SITE = pattern(
    r"[PBN][^.;:QCBNP]{0,50} (?:(?:from|at|in|by) (?:each|every)|per) (?:[a-z-]+ )?"
    r"(?:site|cent(?:re|er)|hospital|clinic|practice|country|school|village|town)\b"
)
OF_THE_TRIAL = pattern(r"P of ")
"""What makes people of a trial's: "30 children of trial participants"."""
AND_NOW = pattern(r"\b(?:and|but) $")
HAVE_JOINED = pattern(
    r"[PB](?: [a-z-]+){0,3}? (?:have|has|had) (?:(?:now|already|since|so far) )?(?:been )?"
    r"(?:enrol+ed|recruited|randomi[sz]ed|included|joined|signed up|treated|dosed|vaccinated)\b"
)
"""What ends a plan told before: "hospitals are recruiting and 3,500 patients have been enrolled"."""


def regrouped(said: Said, view: View, found: Pattern | None) -> Pattern | None:
    """What a count is that a pattern has settled, where a group, a site or another trial stands right beside it."""
    if found is None:
        return None
    text, place = view.text, view.place
    if found.name == "some of them" and ON_ONE.match(text, place):
        return ONE_GROUP if is_arms(said, view) or is_swapped(said, view) == "arm_size" else found
    of_arm = is_arms(said, view)
    if found.name == "some of them" and (of_arm or is_swapped(said, view) == "arm_size"):
        gave = GAVE.search(text, 0, place) or (of_arm and ON_THEIRS.match(text, place))
        return ONE_GROUP if gave else found
    if found.name == "got" and said.block_kind == "item" and not view.noun and of_arm and not is_recorded(said, view):
        return ONE_GROUP
    if (found.name in BARE or found.name in ("results from", "in total")) and is_groups(said, view):
        return SOME_OF_THEM
    if found.name == "some of them" and AT_LEAST_ONCE.match(text, place) and not is_below(said, view):
        return TOOK_ANY
    if found.gives["kind"] == "subgroup_size":
        return found
    if "from " in text and ("trial" in text or "study" in text):
        if FROM_TRIAL.match(text, place) and (found.gives.get("role") == "planned" or FROM_TRIALS.search(text)):
            return OF_ONE_TRIAL
        if FROM_TRIALS.search(text, place):
            return None
    if " group" in text and (found.gives["kind"] == "enrollment"):
        return _of_group(said, view) or found
    if found.name == "each getting it" and (GETTING_SOME.match(text, place) or has_no_arms(said)):
        return GETTING_SHARE
    if found.gives["kind"] == "enrollment" and _is_from_there(said, view):
        return AT_SOME_SITES
    if found.name in BARE and is_of_the_world(said, view, 100) and not OF_STUDY.search(text):
        return None
    if found.name in BARE and is_below(said, view) and not _looks_like_all(said, view):
        counted = said.lower[view.number.start : view.end]
        return found if OF_STUDY.search(text) or OF_STUDY.search(counted) else SOME_OF_THEM
    if EACH_SITE.match(text, place) or (" of th" in text and PART_THERE.search(said.text, 0, view.number.start)):
        return AT_SOME_SITES
    if found.name == "trial of" and OF_THE_TRIAL.match(text, place):
        return None
    if text.endswith("(", 0, place):
        if SOME_PEOPLE.search(text, 0, place):
            return SOME_OF_THEM
        if SITES_THERE.search(text, 0, place):
            return AT_SOME_SITES
        if view.number.kind == "sample" and POPULATION.search(text, 0, place):
            return OF_POPULATION
    planned = found.name in ("is recruiting", "will take in") and AND_NOW.search(text, 0, place)
    return SO_FAR if planned and HAVE_JOINED.match(text, place) else found


def _is_from_there(said: Said, view: View) -> bool:
    """Whether people are those of one place, or phase, and clearly fewer than the trial has: "60 people from Leeds"."""
    there = FROM_THERE.match(said.text, view.end)
    if not (there or PHASE_OF.search(view.text, 0, view.place)) or not is_below(said, view):
        return False
    trials = said.article.trials
    countries = " ".join(country for trial in trials for country in trial.countries or ())
    if there and (there[1] in countries or any(trial.sites == 1 for trial in trials)):
        return False
    return not _looks_like_all(said, view)


def _looks_like_all(said: Said, view: View) -> bool:
    """Whether a count is a record's number of people, as it may be miswritten."""
    return any(looks_like(int(view.number.value), total) for total in totals(said))


def _of_group(said: Said, view: View) -> Pattern | None:
    """What makes a count that of one group of several."""
    text, place = view.text, view.place
    if group := GROUP.search(text, 0, place):
        if group["which"] != "first":
            return ONE_GROUP
        if not AT_FIRST.search(text, 0, group.start()):
            return ONE_GROUP
        return None if is_recorded(said, view) else FIRST_ONES
    if A_GROUP.search(text, 0, place):
        following = said.article.once(prose_sentences)[said.index : said.index + NEXT_SENTENCES]
        if any(NEXT_GROUP.search(sentence.text.lower()) for sentence in following):
            return ONE_GROUP
    return None
