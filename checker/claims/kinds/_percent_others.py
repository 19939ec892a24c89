"""What makes a percentage no result: people at large, money, a level, a margin, the measure of an outcome."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.claims.vocabulary import ANY_PEOPLE
from checker.pattern import pattern

if TYPE_CHECKING:
    import re


@cache
def vague() -> re.Pattern[str]:
    return pattern(
        r"\b(?:barely|hardly|scarcely|anything from|anywhere from|between|or so) $|"
        r"\bbetween \d[\d.]{0,5} ?(?:%|per ?cent)? (?:and|to) $|"
        r"\b(?:we|i|they|you) (?:want|need|expect|demand|hope for) $|"
        r"\b(?:opened|closed|traded|trading|shares?|stocks?)(?: [a-z]+){0,4} $|"
        r"\b(?:at least|at most|more than|greater than|less than|up to|over) an? $|[<>≥≤⩾⩽≧≦±] ?(?:or ?= ?)?$|"
        r"\b(?:inner|innermost|outer|top|bottom|highest|lowest|upper|lower|richest|poorest) $"
    )


@cache
def finance() -> re.Pattern[str]:
    return pattern(r"\b(?:million|billion|revenue|shares|worldwide|of the population|countries|submissions)\b")


@cache
def level() -> re.Pattern[str]:
    """What makes a percentage the level of an interval."""
    return pattern(r" ?(?:-|level of )?(?:confiden|credib|ci\b|cri\b|[(\[]?-?\d[\d.]*,? ?(?:to|-|–) ?-?\d[\d.]*[)\]]$)")


@cache
def level_before() -> re.Pattern[str]:
    return pattern(r"\b(?:ci|confidence intervals?|cri)[ ,:=(\[]{0,3}$")


@cache
def elsewhere() -> re.Pattern[str]:
    """What says that a percentage is of people at large, of money, of chances, of plans, or a measure's own unit."""
    return pattern(
        r"\b(?:million|billion|worldwide|globally|nationwide|"
        r"general population|americans|britons|europeans|australians|canadians|japanese|germans|"
        r"live with|lives? (?:five|one|ten)|lifetime|revenue|profits?|"
        rf"shares?(?! (?:who|of (?:the |these |those |all )?(?:[a-z-]+ ){{0,2}}(?:{ANY_PEOPLE}))\b)|"
        r"sales|stock|turnover|premarket|"
        r"discount|tax|inflation|market|price|budget|fiscal|quarter of|accepted|submissions|"
        r"diagnosed (?:with|in|each|every)|of all (?:cases|cancers|strokes|people|adults|births)|"
        r"of (?:adults|people|women|men|children|patients|infants|babies|those|americans|"
        r"residents) (?:with [a-z -]{1,30} )?"
        r"(?:have|has|live|suffer|are|get|will|do not|don[’']t|develop|experience|die|report|never|relapse)|"
        r"to show that|one would need|suppose|imagine|if [a-z]+ (?:were|was)|hypothe|powered|power to|power of|% power|"
        r"sample size|would need|(?:study|trial) (?:was|is) (?:designed|powered)|to detect|assum(?:ed|ing|es|ption)|"
        r"expected to|aims? to|target(?: is| of|ed (?:enrol|sample|number))|goal is|threshold|"
        r"hba1c|a1c|oxygen saturation|ejection fraction|haemoglobin a|hemoglobin a|"
        r"hop(?:e[ds]?|ing) (?:for|to|that)|expects? (?:that|about|around|some)|"
        r"of (?:participants|volunteers|those enrolled) (?:will|would)|"
        r"body fat|(?:%|per ?cent) (?:[a-z-]+ ){0,3}(?:cream|ointment|gel|solution)|i²|i2|heterogeneity|in the bracket|"
        r"phase [123i]+ (?:trials|drugs)|drugs that|(?:area|region|city|district|state|country) where|of drugs|"
        r"of trials|of studies|of mutations)\b"
    )


@cache
def at_large() -> re.Pattern[str]:
    """Words of both, of people at large and of results, behind which only statistics or comparisons tell the two."""
    return pattern(
        r"\b(?:population|prevalence|country|countries|yearly|annually|(?:per|each|every) year|"
        r"(?<!of )(?<!after )(?<!over )(?<!in )(?<!for )(?<!within )a year(?! (?:later|after|on)\b)|incidence|uptake|"
        r"(?<!number )of cases|of all deaths|"
        r"cancers carry|"
        r"of such|"
        r"pregnancies|births|survival rate|cases are|accounts? for|make up|makes up|affects?|alcohol|"
        r"pure|confidence|interval|scale|score from|runs from|chance of|probability|odds that|"
        r"(?:average|mean|margin of|standard) error|accuracy|(?:fast|rapid|long)[a-z-]* insulin|"
        r"dropouts|donors?|at least \d+ ?%)\b"
    )


@cache
def side_effects() -> re.Pattern[str]:
    """What is told of a drug at large as well as of those who took it."""
    return pattern(r"\bside effects\b")


@cache
def _defining() -> re.Pattern[str]:
    """What makes a percentage the measure of an outcome, a margin, or a level: "patients with a 50% reduction"."""
    return pattern(
        r"\b(?:(?:persistent|sustained|confirmed|risk of|time to|probability of|odds of|chance of|likelihood of)"
        r"(?: an?| the)?(?: first)?|"
        r"(?:patients|participants|people|those|subjects|women|men|children|proportions?|numbers?|percentages?|rates?)"
        r"(?: [a-z]+){0,3}? (?:with|having|had|have|achieved?|achieving|reached|reaching|experienced|experiencing|"
        r"attained|attaining|maintained)(?: an?| the)?) (?:[≥>]? ?[\d.]{1,5} ?%,? (?:and |or )?){0,3}$"
    )


@cache
def _defined_change() -> re.Pattern[str]:
    return pattern(
        r"(?: (?:and|or) [\d.]{1,5} ?%)?[ -](?:persistent |sustained |confirmed |relative |absolute )?(?:worsening|"
        r"decline|reduction|improvement|decrease|increase|loss|drop|relief|response|deterioration|gain|progression)"
    )


@cache
def _planned_before() -> re.Pattern[str]:
    return pattern(
        r"\b(?:defined as|definition of|cut-?off|margin of|margin|level of|significance of|criterion of|power of|"
        r"minimum of|goal of|target of|target|difference of interest|to detect an?) (?:[a-z-]+ ){0,3}$|"
        r"\bmaturity(?: (?:was|of|at)|[,:])? $"
    )


@cache
def _planned_behind() -> re.Pattern[str]:
    return pattern(
        r",? (?:(?:data |information )?matur(?:ity|e)|"
        r"information fraction|power|level|significance|"
        r"(?:non-?inferiority |equivalence )?margin|threshold|(?:two|one|2|1)-sided|"
        r"or (?:more|greater|higher|less|lower|better|over)|of (?:normal|the recommended)|"
        r"(?:is|was) (?:thought|considered|regarded|deemed) (?:to |as )?(?:be )?(?:matter|important|relevant|"
        r"clinically|meaningful|enough)|"
        r"(?:[a-z]+ ){0,2}(?:loss|reduction|improvement|decrease|increase|gain|change|drop|fall|rise)s? (?:is|are|was|"
        r"were) (?:thought|considered|regarded|deemed|believed|seen as|needed|required|enough))\b"
    )


@cache
def _measured_by() -> re.Pattern[str]:
    """What names an outcome right before its measure: "the primary endpoint was a 75% improvement"."""
    return pattern(
        r"\b(?:end ?points?|outcomes?|outcome measures?|criterion|objective|goal|aim)\b[^;:%]{0,60}"
        r" (?:was|were|is|being|of) (?:an? |the )?$"
    )


@cache
def _threshold_before() -> re.Pattern[str]:
    """What each of a share of people, or nobody, had more of: "0.8% of them saw more than 80% of their hair return"."""
    return pattern(
        r"(?:\bno one|\bnobody|\bnone|%|\bper ?cent) [^.;%]{0,80}\b(?:having|had|have|with|saw|seeing|"
        r"(?:experienc|achiev|reach|show|maintain)(?:ed|ing)|lost|losing|gained|gaining) (?:more|less|fewer) than $"
    )


def is_defined(before: str, behind: str) -> bool:
    return bool(
        (_defining().search(before) and _defined_change().match(behind))
        or (_measured_by().search(before) and _defined_change().match(behind))
        or _threshold_before().search(before)
        or _planned_before().search(before)
        or _planned_behind().match(behind)
    )
