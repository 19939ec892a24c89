"""The words around a percentage that make it a result: of what was measured, of what participants did."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.claims.vocabulary import ANY_PEOPLE
from checker.pattern import pattern

if TYPE_CHECKING:
    import re


@cache
def rose_from() -> re.Pattern[str]:
    return pattern(
        r"\b(?:increased|rose|decreased|fell|dropped|improved|grew|declined|climbed|went (?:up|down)|(?:was|were) "
        r"reduced)(?: by (?:a|one) (?:half|third|quarter|fifth),|(?! by)[^.;:%]{0,60}) from (?:about |around |just )?$"
    )


@cache
def in_people() -> re.Pattern[str]:
    return pattern(rf"\b(?:in|among) (?:the )?(?:[a-z-]+ ){{0,2}}(?:{ANY_PEOPLE}) from $")


HEDGE = (
    r"(?:only |just |about |around |nearly |almost |some |a total of |an estimated |approximately |roughly |"
    r"as many as |more than |over )?"
)
"""What may stand between a preposition and a percentage that is a result all the same."""


@cache
def with_before() -> re.Pattern[str]:
    return pattern(rf"\bwith {HEDGE}$")


@cache
def with_doing() -> re.Pattern[str]:
    """What follows "with" and a share of those who took part: "with 72% of the patients achieving a response"."""
    return pattern(
        rf"(?: of (?:the |these |those |all )?(?:[a-z-]+ ){{0,3}}?(?:{ANY_PEOPLE}|those))? (?:achieving|reporting|"
        r"experiencing|showing|completing|reaching|developing|remaining|responding|improving|surviving|having|"
        r"receiving|taking|undergoing|requiring|needing|withdrawing|discontinuing|stopping|meeting|attaining|"
        r"maintaining|dying|relapsing|progressing|gaining|losing|suffering|testing)\b"
    )


@cache
def brings_in() -> re.Pattern[str]:
    """What brings in an effect that was seen: "it found a 30 percent reduction", "there was a 12% drop"."""
    return pattern(
        r"\b(?:found|finding|shows?|showed|showing|saw|seen|demonstrated|demonstrating|reported|results? in|"
        r"resulted in|"
        r"resulting in|led to|leading to|achieved|produced|associated with|there was|experienced|yielded|had|gave|"
        r"meant|"
        r"delivered|provided|conferred|recorded|observed|revealed|translated into|translating to|indicated|with) "
        r"(?:an?|the) (?:(?:estimated|overall|statistically|clinically|significant|remarkable|highly|mean|median|"
        r"average|"
        r"relative|absolute|further|about|around|approximately|nearly|roughly|more than) ){0,3}$"
    )


@cache
def general() -> re.Pattern[str]:
    """What is said of a treatment at large: "the pills can reduce the risk by 90%"."""
    return pattern(
        r"\b(?:can|to) (?:[a-z]+ly )?(?:reduce|cut|lower|raise|increase|improve|slow|"
        r"prevent)\b[^.;:]{0,60}\bby $"
    )


@cache
def found_to() -> re.Pattern[str]:
    """What a treatment did in a study: "it was found to slow the decline by 31%"."""
    return pattern(
        rf"\b(?:found|shown|seen|proved|proven|observed|reported|demonstrated|appeared|seemed|"
        rf"managed) to [^.;:]{{2,70}}\bby {HEDGE}$"
    )


@cache
def reduction() -> re.Pattern[str]:
    """What says that a percentage is an effect: "cut attacks by 63%", "a 21% reduction", "went down by 2.0 points"."""
    return pattern(
        r"\b(?:cut|reduced?|reduces|reducing|lowered|lower|fell|fallen|dropped|declined|decreased|shrank|rose|risen|"
        r"increased|improved|went (?:down|up)|slowed|delayed|raised|boosted|grew|gained|lost|melted|eased|shortened|"
        r"lengthened|halted|weakened|strengthened|worsened|climbed|sank|plunged|jumped)\b[^.;:]{0,60}\bby "
        r"(?:a whopping )?"
        r"(?:about |around |nearly |just |almost |more than |over |approximately |roughly |an average of |a mean of |"
        r"a median of |an estimated )?$|"
        r"\b(?:reduction|decrease|increase|improvement|decline|drop|rise|difference|gap)(?: in [^.;:%]{1,50})? of $|"
        r"\b(?:loss|gain) of (?:about |around |nearly |almost |an average of )?$|"
        r"\b(?:lost|gained|shed|regained) (?:an average of |a mean of |a median of |about |around |nearly |almost )*$"
    )


RATES = (
    r"(?:freedom|participation|attendance|compliance|adherence|detection|complication|discontinuation|survival|"
    r"response|remission|recurrence|relapse|mortality|success|failure|completion|retention|cure|"
    r"event|"
    r"infection|control|clearance|healing|pregnancy|birth|cr|orr|os|pfs|dfs|efs|rfs|pcr|svr|dcr)"
)


@cache
def effect_behind() -> re.Pattern[str]:
    return pattern(
        r"\)?(?: relative| absolute| greater| statistically significant| significant| further| mean| median| average|"
        r" overall| complete| objective){0,2}"
        r"(?:(?: [a-z-][a-z0-9-]{0,20}| \d{1,2}-(?:year|month|week|day)){1,3} "
        rf"(?:rate|{RATES}))?[ -]"
        r"(?:reduction|lower|higher|less|greater|fewer|drop|fall|decrease|increase|improvement|rise|decline|cut|loss|"
        r"gain|smaller|larger|bigger|more|"
        r"better|longer|shorter|"
        rf"relative|slower|faster|efficacy|effective|efficacious|response|remission|survival|cure|success|completion|"
        rf"{RATES} rate|protection|(?:protective|placebo|treatment) effect)\b|"
        rf" (?:(?!of |in |to |at |on |from |and |for |or )[a-z0-9][a-z0-9-]{{0,20}} ){{0,3}}{RATES}\b(?: rate)?|"
        r" (?:(?!of |in |to |at |on |from |and |for |or )[a-z][a-z0-9-]{0,20} ){1,3}(?:loss|gain|reduction|decrease|"
        r"increase|improvement|decline|drop)\b"
    )


@cache
def moved_to() -> re.Pattern[str]:
    """What a measure did that a percentage ends: "levels fell to 56% of their peak"."""
    return pattern(
        r"\b(?:remained|stayed|stood|fell|rose|dropped|declined|increased|decreased|climbed|improved|grew|went (?:up|"
        r"down)) "
        r"(?:at|to|from)(?: only| just| about| around)? $"
    )


@cache
def done_in() -> re.Pattern[str]:
    """What happened to a share of those who took part: "they underwent a second operation in 12% of cases"."""
    return pattern(
        r"\b(?:underwent|received|required|needed|developed|experienced|achieved|obtained|occurred|resulted|failed|"
        r"diagnosed|confirmed|detected|recorded|"
        r"succeeded|(?:was|were) (?:[a-z]+ly )?[a-z]{3,14}ed|(?:was|were) (?:seen|found|done|given|met|successful))\b"
        r"[^.;:%]{0,60} (?:in|for|among) (?:only |just |about |around |nearly )?$"
    )


@cache
def in_words_before() -> re.Pattern[str]:
    """A share in words, which its percentage in brackets follows: "Most (79%) had", "a third (36%) of them"."""
    return pattern(
        r"\b(?:most|half|(?:a|one) (?:third|quarter|fifth|tenth)|(?:two|three|four)[ -](?:thirds|quarters|fifths)|"
        r"(?:majority|minority))(?: of (?:the |these |those |them)?(?:[a-z-]+ ?){0,3})? ?\($"
    )


@cache
def of_cases() -> re.Pattern[str]:
    return pattern(
        rf" of (?:the |these |those |all )?(?:[a-z-]+ ){{0,3}}?"
        rf"(?:cases|procedures|{ANY_PEOPLE}|those|group|arm|cohort)\b"
    )


@cache
def count_right_before() -> re.Pattern[str]:
    """A count right before its share in brackets: "of whom 145 (97%)", "moderate (n = 678, 53%)"."""
    return pattern(r"(?:\b\d[\d,]{0,8} [(\[]|[(\[]n ?= ?\d[\d,]{0,8}(?:/\d{1,8})?(?: [a-z]+)?[,;:] ?)$")


@cache
def of_number() -> re.Pattern[str]:
    return pattern(r" of (?:the )?\d{1,6}(?: [a-z]+){0,2}\)")


@cache
def count_right_behind() -> re.Pattern[str]:
    """A count right behind its share: "13% (n = 166) of the falls"."""
    return pattern(
        r" ?[(\[] ?(?:n ?= ?\d[\d,]{0,8}(?:/\d[\d,]{0,8})?|\d{2,3}(?:[, ]\d{3}){0,2}|"
        r"\d{1,6} (?:out )?of \d{1,6}(?: [a-z]+)?) ?[)\],;]"
    )


@cache
def measured_before() -> re.Pattern[str]:
    """What only trials measure, right before its value: "compliance was 94%", "vaccine efficacy of 76%"."""
    return pattern(
        r"\b(?:rfi|rfs|drfs|pfs|dfs|efs|dmfs|compliance|adherence|retention|attrition|follow-up|follow up|completion|"
        r"completeness|drop-?out|"
        r"seroconversion|seroprotection|seroresponse|(?:vaccine|protective) efficacy|"
        r"(?:response|remission|relapse|success|completion|cure|recovery|seroconversion|dropout|retention|"
        r"participation|"
        r"attendance|uptake) rates?)"
        r"(?: \([^()]{1,40}\))?(?: (?:in|for|of|with|at|to|among) [^.;:,%()]{1,60}?)?"
        r" (?:was|were|reached|fell to|rose to|came to|stood at|exceeded)"
        r"(?: only| just| over| about| around| above| more than| at least| nearly| almost)? $"
    )


@cache
def of_one_arm() -> re.Pattern[str]:
    """What names an arm right before its share: "in the 10-mg group, 56%", "placebo's 41%", "it was 20%" in one."""
    return pattern(
        r"\b(?:in|on|for|among) (?:the )?(?:[a-z\d.]+[ -]){0,4}?(?:group|arm|cohort|placebo|controls?|recipients)"
        r"(?: \([^()]{1,40}\))?,? (?:(?:it|this|that|there|the (?:rate|figure|share|proportion)) (?:was|were) )?$|"
        r"\b(?:placebo|sham|control)[’']s $"
    )


@cache
def rate_before() -> re.Pattern[str]:
    """What stands before a share that a trial measured: "the response rate was 46%", "remission in 70%"."""
    return pattern(
        r"\b(?:rate|rates|response|remission|survival|efficacy|effectiveness|mortality|success|completion|adherence|"
        r"retention|attrition|cure|clearance|risk|recurrence|relapse|incidence|protection|improvement|reduction|"
        r"decrease|increase|decline|change|complications?|failure|proportion|percentage|share|frequency|coverage|occurrence|"
        r"events?|positivity|sensitivity|specificity|orr|pfs|os|dfs|efs|cr|pcr)(?: (?!in the us|"
        r"in people)[^.;%]{0,90}?)?"
        r" (?:was|were|of|at|in|reached|fell to|rose to|came to|stood at|to)(?: only| just| about| around)? $|"
        r"\b(?:efficacy|effectiveness)(?:,|:| =|, at) $|"
        r"\b(?:rates?|response|remission|survival)\b[^.;%()]{0,70} [(\[]$"
    )


@cache
def studied() -> re.Pattern[str]:
    """What says that a sentence reports what happened in a study."""
    return pattern(
        r"\b(?:trials?|stud(?:y|ies)|survey|participants?|patients|volunteers|placebo|randomi[sz]ed|arm|arms|"
        r"groups?|treated|enrol+ed|received|infused|completed|at (?:week|month|day|year)|at \d+ (?:weeks|months|years)|"
        r"after|of those|those (?:who|told|given|on|in|assigned|taking|receiving|treated)|respectively|primary|outcome|"
        r"endpoint|end point|practices|sites|odds ratio|hazard ratio|rate ratio|follow-up|baseline|responders|"
        r"underwent|"
        r"interim|results? (?:show|showed|suggest|suggested)|"
        r"(?:was|were) (?:seen|observed|achieved|noted|detected|found|recorded|reported)|"
        r"relative terms|dose|app|users|vaccine|vaccinees|vaccination|immuni[sz]ation|recipients|subjects|"
        r"adverse (?:events?|effects?|reactions?)|therapy|treatment)\b"
    )


@cache
def result_behind() -> re.Pattern[str]:
    """What is said of a share of those who took part."""
    people = rf"(?:{ANY_PEOPLE}|those|them|whom|participants|group|arm|cohort)"
    past = (
        r"(?:had|were|was|did|went|responded|improved|achieved|reached|reported|experienced|died|survived|relapsed|"
        r"completed|recovered|showed|developed|said|stopped|quit|withdrew|lost|gained|got|felt|needed|remained|met|"
        r"saw|received|discontinued|dropped|became|tested|took|progressed|stayed|fell|rose|gave|chose|suffered|rated|"
        r"became|healed|cleared|scored|tolerated|passed|failed|required|attended|preferred|maintained|attained|"
        r"underwent|wanted|used|could|kept|made|left|began|ran|slept|ate|drank|knew|thought|came|ended up|"
        r"(?!(?:increased|decreased|reduced|lowered|raised|improved|elevated|added|adjusted|based|related|combined|fixed|"
        r"estimated|expected|planned|needed|mixed|diluted|weighted|pooled) )[a-z]{3,12}ed|"
        r"in remission|in the [a-z-]+ (?:group|arm)|treatment-related)"
    )
    return pattern(
        rf"(?: of (?:the |these |those |all |"
        rf"all the )?(?:[a-z0-9-]+ ){{0,4}}?{people}(?: [a-z0-9-]+){{0,6}}?)?,? "
        rf"(?:(?:[a-z]+ly |also )?{past}|successfully [a-z]{{3,14}}ed)\b"
    )


@cache
def in_brackets() -> re.Pattern[str]:
    return pattern(r"\([^()]{0,100}\) ?")


@cache
def tested_behind() -> re.Pattern[str]:
    """What follows a share that was compared with another: "38.2% (P = .47)", "35.0%, respectively"."""
    return pattern(r" ?[(\[]p ?[=<>≤≥]|,? respectively\b")


@cache
def between_two() -> re.Pattern[str]:
    return pattern(r"[^.;%]{0,60}?(?:\bvs?\.?|versus|compared (?:with|to)|against|\band)\b[^.;%]{0,40}")


@cache
def against() -> re.Pattern[str]:
    """What stands between a share of one arm, or of one harm, and the next: "73.4% vs. 90.0%", "31% and fever in"."""
    return pattern(r" (?:vs?\.?|versus|compared with) \d[\d.]{0,5}%|,? and [a-z-]+(?: [a-z-]+)? in \d[\d.]{0,5}%")


MAKEUP = r"(?:women|men|females?|males?|girls|boys|white|black|asian|hispanic|latino|non-white|(?:current )?smokers)"


@cache
def of_these() -> re.Pattern[str]:
    """What makes a percentage one of people just told of: "Of these 91 per cent managed five a day"."""
    return pattern(rf"(?:^|[.;] )(?:of|among) (?:these|those|them|all of them),? {HEDGE}$")


@cache
def makeup_before() -> re.Pattern[str]:
    return pattern(rf"\b{MAKEUP}(?: \(|: )$")


@cache
def caused() -> re.Pattern[str]:
    """What made events happen in a study: "infection caused 38% of all admissions, including 27% of the last"."""
    return pattern(
        r"\b(?:caused|(?:was|were) the (?:main |leading |most common )?causes? (?:of|for)|contributed to|accounted for|"
        rf"explained|preceded|followed|complicated|including) {HEDGE}$"
    )


@cache
def of_events() -> re.Pattern[str]:
    return pattern(
        r" of (?:all |the |these |those )?(?:[a-z-]+ ){0,3}?(?:hospitali[sz]ations|admissions|deaths|events|"
        r"infections|relapses|episodes|visits|readmissions|discontinuations|withdrawals|falls|fractures|attacks)\b"
    )


@cache
def makeup_behind() -> re.Pattern[str]:
    """What is said of those who took part as a whole: "45% were women", "54% of participants"."""
    return pattern(
        rf"[),]? (?:were|was) {MAKEUP}\b| {MAKEUP}[;,)]|"
        r" of (?:the |all |study |trial )?(?:participants|volunteers|enrol+ees|recruits|completers|responders|cohort)\b"
    )


@cache
def did_to() -> re.Pattern[str]:
    """What a treatment did to a share of people: "it cured 94 percent of the patients"."""
    return pattern(
        r"\b(?:cured|helped|protected|healed|relieved|benefited|spared|infected|blinded) "
        r"(?:only |just |about |around |nearly |some )?$"
    )


@cache
def occurred() -> re.Pattern[str]:
    return pattern(
        r"\b(?:occurr(?:ed|ing)|(?:was|were) (?:[a-z]+ly )?(?:reported|seen|observed|achieved|noted|detected|recorded|"
        r"reached|found|met|experienced|obtained|documented|identified|needed|required))"
        r" (?:in|by|among) (?:only |just |about |around |nearly )?$"
    )


@cache
def of_people() -> re.Pattern[str]:
    return pattern(rf" of (?:the |these |those |all )?(?:[a-z-]+ ){{0,3}}?(?:{ANY_PEOPLE}|those)\b")


@cache
def whole_behind() -> re.Pattern[str]:
    return pattern(
        r" of (?:the|its|all|those|them)(?: (?:[a-z]+ed|planned|intended|whole|study|trial|treatment|placebo))? ?"
        r"(?:goal|target|total|sample|participants|volunteers|recruits|enrol+ees|number planned)?\b(?=[.,;)]|"
        r" (?:were|had|did))|"
        r" of (?:the |all |their |its )?(?:expected|scheduled|prescribed|required|assigned|original|initial|recruited|"
        r"randomi[sz]ed|enrol+ed|included|evaluable|analy[sz]ed|planned|intended|attended|delivered|"
        r"offered) (?:[a-z-]+ )?[a-z]{3,14}s?\b"
    )


@cache
def whole_before() -> re.Pattern[str]:
    return pattern(r" of (?:the|its) (?:total|whole|goal|target|sample|participants|volunteers) [(\[]$")


@cache
def arm_behind() -> re.Pattern[str]:
    """What names an arm right behind its share: "46% with placebo", "12% in the sham group"."""
    return pattern(
        r" (?:with|on|for) (?:placebo|sham)\b|"
        r" (?:in|of) (?:the )?(?:[a-z-]+ ){0,2}(?:placebo|control|sham|intervention|treatment|vaccine)[ -]"
        r"(?:group|arm)\b"
    )


@cache
def behind_share() -> re.Pattern[str]:
    return pattern(
        r" (?:in (?:the )?(?:placebo|control|treatment|remission|usual|intervention|active|drug|vaccine|sham)|"
        r"on (?:placebo|the drug|active|treatment)|"
        r"with placebo|for placebo|of (?:the |those |these )?(?:patients|participants|volunteers|subjects|women|"
        r"men|children|people|adults|adolescents|infants|babies)?(?: with [a-z ]{3,30}?)? ?"
        r"(?:in|on|who|given|assigned|taking|receiving|treated))"
    )
