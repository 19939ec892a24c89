"""Counts of the people of one site, one month or one arm, which are not all of a trial's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.demonyms import DEMONYMS
from checker.claims.grammar import Pattern
from checker.claims.kinds._senses import IN_ARM, OPEN, SCREENED, SOME
from checker.claims.kinds._totals import is_below, is_far_below, is_recorded
from checker.claims.sentences import prose_sentences
from checker.pattern import pattern

if TYPE_CHECKING:
    from checker.claims.kinds._views import View
    from checker.claims.said import Said

OF_SITE = Pattern("of one site", "", (), (), (), SOME)
ALL_OF_ARM = Pattern("all of an arm", "", (), (), (), IN_ARM)

OF_A_SITE = pattern(
    r"(?:^|[.;:,(–—] ?|\b(?:and|while|but|that|where|when|with|as) )(?:the|our|this|that|one|each|another|its|my) "
    r"(?:(?!of |at |in |from |by |for |to )[a-z&'-]+ ){0,4}?(?:trust|site|hospital|department|clinic|unit|cent(?:re|"
    r"er)|"
    r"practice|(?:surgical|renal|local|clinical|hospital|trust)[a-z ]{0,20} team)(?: (?:here|there))? (?:(?:has|have|"
    r"had|was) )?"
    r"(?:[a-z]+ly |already |now |so far |also |since |first )?(?:recruited|recruiting|enrol+ed|enrol+ing|randomi[sz]ed|"
    r"signed up|consented|dosed|treated|contributed|achieved) $|"
    r"\b(?:recruit[a-z]*|enrol[a-z]*|contribut[a-z]*) (?:site|cent(?:re|er)|trust|hospital|country|practice)\b"
    r"[^.;]{0,80}? (?:with|having recruited|recruiting|enrol+ing|contributing|at) $"
)
"""What tells of the recruits of one site: "the research department recruited five patients"."""
OF_A_TEAM = pattern(
    r"\b(?:the|our) (?:[a-z&-]+ ){0,2}team (?:has|have|had) (?:[a-z]+ly |already |now |so far |also |since "
    r")?(?:recruited|"
    r"enrol+ed|randomi[sz]ed|signed up|consented|dosed|treated) $"
)
RECRUITING_SITE = pattern(r"\b(?:recruiting|enrol+ing|participating) (?:site|cent(?:re|er)|hospital|trust)\b")
"""What makes the team of the next sentence that of one site."""
OUT_OF_ALL = pattern(
    r"[PB][^.;()QCBNP]{0,40},? out of (?:a total of |the |some |about )?[QCT] (?:worldwide|globally|in (?:all|total)|"
    r"across)\b"
)
"""The few of one country or site: "4 patients here, out of 660 worldwide"."""
RECRUIT = pattern(r"\b(?:recruit|enrol+)(?:ing)? $")
OUT_OF = pattern(r"[PB] out of (?:a total of |the |some |about )?[QC]\b")
AMONG_SITES = pattern(
    r"\b(?:top|highest|best|leading|busiest|largest|second|third)[ -](?:[a-z]+[ -])?(?:recruiting|performing|enrol+ing|"
    r"recruitment) (?:site|cent(?:re|er)|hospital|trust|team)s?\b|"
    r"\b(?:top|highest|best|leading|busiest|largest|biggest) recruiters?\b"
)
AT_A_HOSPITAL = pattern(
    r"P (?:from|at|in) (?:the )?(?:[a-z'-]+ ){0,5}(?:hospitals?|infirmary|clinic|trust|medical cent(?:re|er))\b"
)
"""Where a few of many were taken in: "eight patients from University Hospital Southampton"."""
IN_A_MONTH = pattern(
    r"[PB] (?:(?:have|had|were|was|has) )?(?:been )?(?:recruited|enrol+ed|registered|randomi[sz]ed|joined) (?:there |"
    r"here )?"
    r"(?:in|within|during|over) (?:a single|one|the (?:first(?! [a-zCXT]+ (?:hours|days|weeks|months) of "
    r"(?:life|"
    r"pregnancy|illness))|last|past|final)|just|only)\b|"
    r"[PB] (?:were|have been|had been) (?:[a-z]+ly )?(?:recruited|enrol+ed) there\b"
)
"""How many joined in some time only: "over 50 participants were enrolled in a single month"."""
GROUP_HEAD = pattern(r"(?:^|[.;] )(?:in|on|of) the (?:[a-z0-9-]+ ){1,4}(?:group|arm),? $")
"""What makes everybody who is counted next all of an arm: "In the control group, all 17 participants stayed"."""
SAMPLE_HEAD = pattern(
    r"(?:^|[.;:] )(?:(?:in|at|during|for) [^.;:,()QCBNP]{1,60}, )?"
    r"(?:[a-z0-9-]+ ){0,5}(?:patients|participants|subjects|people|volunteers|children|adults|women|men|"
    r"students|pupils|residents|infants|mothers|veterans|families)(?: (?:with|aged) [^.;:()QCBNP]{2,60})? \($"
)
TAKEN_IN = pattern(
    r"N\),?(?: (?:with|aged|from|in) [^.;()QCBNP]{2,200},?)? (?:who )?"
    r"(?:were|was|had been|have been|are|will be) (?:randomly |then |all |first )?(?:recruited|enrol|"
    r"randomi|"
    r"assigned|included|allocated|offered|invited|screened|approached|divided|assessed for)"
)
"""What is said of everybody of a sample behind the word for them: "Patients (n = 60) were randomised to A (n = 30)"."""


def portion_of(said: Said, view: View) -> Pattern | None:
    """What a count is that the words before it, or a time behind it, make one of a part of a trial's people."""
    text, place = view.text, view.place
    if "recruit" in text or "enrol" in text or "treated " in text or " dosed" in text or "randomi" in text:
        if OF_A_SITE.search(text, 0, place) or IN_A_MONTH.match(text, place) or AMONG_SITES.search(text, place):
            return OF_SITE
        if " team " in text and OF_A_TEAM.search(text, 0, place) and _is_at_a_site(said):
            return OF_SITE
        if "out of" in text and RECRUIT.search(text, 0, place) and OUT_OF.match(text, place):
            return OF_SITE
    if "out of" in text and OUT_OF_ALL.match(text, place):
        return OF_SITE
    if view.noun and AT_A_HOSPITAL.match(text, place) and is_far_below(said, view):
        return OF_SITE
    if view.noun.capitalize() in DEMONYMS and is_below(said, view):
        return OF_SITE
    if said.lower.endswith("all ", 0, view.number.start) and GROUP_HEAD.search(text, 0, place):
        return ALL_OF_ARM
    return None


def _is_at_a_site(said: Said) -> bool:
    every = said.article.once(prose_sentences)
    before = every[max(0, said.index - 2) : said.index + 1]
    return any(RECRUITING_SITE.search(sentence.text.lower()) for sentence in before)


OF_PART = Pattern("of a part", "", (), (), (), SOME)
WHOLE_SCREENED = Pattern("whole screened", "", (), (), (), SCREENED)
THEN_RECRUITED = Pattern("then recruited", "", (), (), (), OPEN)
AT_LEAST = ("≥", "⩾", "≧", "≥ ")
INHABITANTS = pattern(
    r"\b(?:with|and|has|have|had|having) (?:an? |the )?(?:approximate |estimated |total |local |combined )?"
    r"population of (?:about |around |some |approximately |over |more than )?$"
)
"""What stands before how many live in a place: "24 villages with a population of 65,000 people"."""
NO_PEOPLE = pattern(
    r"[BN](?: [a-z-]+){0,3} (?:analys[ei]s|looks|phases|parts|stages|cohorts|arms|periods|visits|endpoints|outcomes)\b"
)
"""What a trial is planned to have that is no people: "designed to have 2 unblinded interim analyses"."""
BEGUN = pattern(
    r"\b(?:began|started|ran|opened|launched|took place|conducted|lasted)\b[^.;]{0,60}, "
    r"(?:recruiting|enrol+ing)(?: [a-z-]+){0,3} $"
)
"""What stands before those whom a trial that has begun took in, or is taking in: "began in 2019, enrolling 632"."""
NUMBERED = pattern(
    r"\b(?:participant|patient|subject|case|volunteer|child|infant|part|cohort|stage|[a-z]{3,12} [CX] and) $"
)
"""What a number behind it only names: "Participant 2 achieved", "data from HALCYON 1 and 2 showed"."""
OF_VISITS = pattern(
    r"[BN] (?:out )?of (?:the |its |their |our |all )?(?:[a-z-]+ ){0,2}"
    r"(?:visits|sessions|days|weeks|items|trials|studies)\b"
)
LEFT_EACH = pattern(
    r"[PB] (?:in|per|from) (?:each |every |both |either )?(?:groups?|arms?) (?:were |was |had )?"
    r"(?:lost|failed|died|withdr[ae]w|dropped|discontinued|excluded|did not)\b"
)
"""What befell a few of each arm: "two patients in each group failed to complete it"."""
POPULATIONS = pattern(
    r"[PB](?: \([^()]{1,20}\))? (?:were |was )?included in the (?!analys|stud|trial|primary|main|final|full|safety|"
    r"(?:per|intent|itt|pp|m?itt|efficacy|evaluable))[a-z-]+ (?:population|subgroup|subset)\b"
)
"""What makes a count one of a part: "75 (32%) were included in the inhaler-naive population"."""
SUFFERED = pattern(r"[PB] (?:were|was) (?:affected by|diagnosed with|classified as)\b")


def amended(said: Said, view: View, found: Pattern | None) -> Pattern | None:
    """What a count is that a pattern takes for people of a whole trial, where the words right beside it say more."""
    if found is None:
        return None
    text, place = view.text, view.place
    if said.text.endswith(AT_LEAST, 0, view.number.start) and view.number.value < FEW_EVENTS:
        return None  # "321 had ≥1 outpatient visit"
    if view.noun and "population" in text and INHABITANTS.search(text, 0, place):
        return None
    if found.name == "gets" and view.number.value >= MANY and view.noun.capitalize() in DEMONYMS:
        return None  # "Some 100,000 Americans who have it take nothing"
    if found.name in ("befell", "got", "gets"):
        return None if not view.noun and NUMBERED.search(text, 0, place) else found
    if found.name == "some of them":
        return None if OF_VISITS.match(text, place) else found
    if found.name == "share":
        return None if INTERVAL.match(text, place) else found
    if found.name == "per arm":
        return OF_PART if LEFT_EACH.match(text, place) else found
    if found.name in ("analyzed", "joined"):
        return OF_PART if POPULATIONS.match(text, place) else found
    if found.name == "each getting it" and view.number.value == 1:
        return OF_PART
    if found.name in ("in people", "people") and " healthy " in said.lower[view.number.start : view.end]:
        return OF_PART if COMPARED.search(text, 0, place) else found
    if found.name == "in total":
        return OF_PART if OF_A_SHARE.search(text, 0, place) else found
    if found.name == "whole":
        return WHOLE_SCREENED if text.startswith(" screened", place + 1) else found
    if found.name == "will join" and TO_BE_ASKED.match(text, place) and is_below(said, view):
        return OF_PART
    if found.name == "will take in":
        return None if not view.noun and NO_PEOPLE.match(text, place) else found
    if found.name == "is recruiting":
        return THEN_RECRUITED if BEGUN.search(text, 0, place) else found
    suffered = found.name in ("people", "in people") and SUFFERED.match(text, place) and not is_recorded(said, view)
    return OF_PART if suffered else found


COMPARED = pattern(r"\b(?:compar|match)[^.;]{0,160} (?:with|to|against) $")
"""What stands before healthy people whom those of a trial are held against."""
OF_A_SHARE = pattern(
    r"(?:\b(?:most|majority|half|thirds?|quarters?)|[%F])(?: of (?:the |these |those )?[a-z]+)?(?: [a-z]+){0,3}, $"
)
"""What stands before as many as a share comes to: "more than half of them, 197 in all, were over 80"."""
TO_BE_ASKED = pattern(
    r"P[^.;]{0,60} (?:focus groups?|interviews?|interviewed|sub-?stud(?:y|ies)|sub-?samples?|biops(?:y|ies))\b"
)
"""What some of a trial's people will be asked to do beside: "Ten participants will be invited to focus groups"."""
FEW_EVENTS = 10
MANY = 10_000
INTERVAL = pattern(r"[BN] [(\[]%,? (?:ci|cri|confidence|credible)\b")
"""What follows a measure, and no count: "a difference of €16 956 (95% CI 14 647 to 19 162)"."""


def is_sample_of_all(view: View) -> bool:
    """Whether an "n = 60" stands behind a plain word for people who were then taken in or assigned."""
    if not TAKEN_IN.match(view.text, view.place):
        return False
    return SAMPLE_HEAD.search(view.text, 0, view.place) is not None
