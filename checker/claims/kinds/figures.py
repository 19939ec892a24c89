"""Figures of results: shares, ratios, changes, their confidence intervals and p-values."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.claims.claim import Found
from checker.claims.countries import countries
from checker.claims.estimates import analyses, p_values
from checker.claims.numbers import LONGEST_SENTENCE, qualifier
from checker.claims.shares import bare_shares, shares
from checker.claims.vocabulary import ANY_PEOPLE
from checker.pattern import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from checker.article import Article
    from checker.claims.estimates import Analysis, PValue
    from checker.claims.numbers import Number
    from checker.claims.said import Said

KINDS = (
    "percentage",
    "p_value",
    "hazard_ratio",
    "odds_ratio",
    "risk_ratio",
    "mean_change",
    "confidence_interval",
)
PATTERNS = ()


def find(said: Said) -> Iterator[Found]:
    """The results that a sentence states in figures."""
    if len(said.text) > LONGEST_SENTENCE or not said.numbers:
        return
    ps = p_values(said.text, said.numbers)
    found = analyses(said.text, said.numbers)
    yield from _p_values(said, ps)
    ratios = list(_ratios(said, found))
    yield from ratios
    yield from _intervals(said, found)
    taken = {p.number.start for p in ps} | {claim.start for claim in ratios}
    taken |= {number.start for one in found for number in (one.interval.low, one.interval.high)}
    yield from _percentages(said, taken)
    yield from _changes(said, found, taken)


# --- p-values ---------------------------------------------------------------------------------------------------------

SIGNS = {"≤": "<=", "≥": ">="}


@cache
def _threshold() -> re.Pattern[str]:
    """What makes a p-value a level that was chosen, and no result."""
    return pattern(
        r"\b(?:considered|deemed|regarded as|defined as|taken as|threshold|cut-?off|significance level|"
        r"level of significance|"
        r"alpha|set at|significance was|significant if|significant when|significant at|usual yardstick|denotes?|"
        r"indicates?|"
        r"conventional(?:ly)? (?:level|threshold|cut-?off|value|limit|significance|alpha|p\b|[\d.])|"
        r"% power|power (?:of|to|at|with)|(?:is|are) (?:usually|often|generally|by convention) [a-z]+)\b|"
        r"\bp ?[<≤=] ?0?[.·]0\d{0,3} (?:was|were|is) (?:statistically )?significant\b"
    )


def _p_values(said: Said, ps: Sequence[PValue]) -> Iterator[Found]:
    if ps and _threshold().search(said.lower):
        return
    for p in ps:
        value: float | str = float(p.number.value)
        if p.sign != "=":
            value = f"{SIGNS.get(p.sign, p.sign)}{p.number.written}"
        yield Found("p_value", value, p.start, p.end, pattern="p-value")


# --- ratios -----------------------------------------------------------------------------------------------------------

RATIOS = (
    ("hazard_ratio", r"(?i:hazards?[ -]ratios?)|a?HRs?"),
    ("odds_ratio", r"(?i:odds[ -]ratios?)|a?ORs?"),
    ("risk_ratio", r"(?i:(?:risk|rate|incidence rate|prevalence|incidence)[ -]ratios?|relative risks?)|a?[IM]?RRs?"),
)


@cache
def _ratio_names() -> re.Pattern[str]:
    named = "|".join(f"(?P<{kind}>{form})" for kind, form in RATIOS)
    return pattern(rf"(?<![\w-])(?:{named})(?![\w-])", needs=("HR", "OR", "RR", "atio", "ATIO", "isk", "ISK"))


@cache
def _to_ratio() -> re.Pattern[str]:
    """What may stand between a ratio's name and its number."""
    return pattern(
        r"(?:\s?[(\[](?:a|adjusted )?[A-Z]{2,4}s?[)\]]?)?[)\]]?"
        r"(?:,? (?:for|between|with|in|comparing|of|favou?ring|associated|among|adjusted)\s[^\d.;:()]{1,70}?)?"
        r"(?:, the [a-z]+)?"
        r"[\s,:;]{0,2}(?:(?:was|is|were|at|of|=|as|stood at|came to|came out at|being|reached|equal(?:s|led)|"
        r"[≈~])\s?){0,2}"
        r"(?:about |around |only |just |roughly |approximately )?"
    )


@cache
def _supposed() -> re.Pattern[str]:
    """What says that a ratio is one that a trial was planned with."""
    return pattern(r"\b(?:margin|power|detect|assum(?:ed|ing|ption|ptions)|target(?:ed)?)\b")


@cache
def _set() -> re.Pattern[str]:
    """What makes of a number that a ratio is compared with one that was set before."""
    return pattern(r"\b(?:(?:pre-?)?(?:defined|specified) (?:value|limit)|threshold|boundary)\b")


def _ratios(said: Said, found: Sequence[Analysis]) -> Iterator[Found]:
    text = said.text
    bounds = {number.start for one in found for number in (one.interval.low, one.interval.high)}
    taken: set[int] = set()
    for match in _ratio_names().finditer(text):
        number = next((n for n in said.numbers if n.start >= match.end()), None)
        if number is None or number.start in taken or number.start in bounds or number.value <= 0:
            continue
        if _supposed().search(text, max(0, match.start() - 60), match.start()):
            continue
        if _set().search(text, match.end(), number.start):
            continue
        if number.kind or number.start - match.end() > 90 or not _to_ratio().fullmatch(text, match.end(), number.start):
            continue
        # A ratio is printed with decimals, or stands before its interval.
        if not number.decimals and not any(one.estimate and one.estimate.number.start == number.start for one in found):
            continue
        taken.add(number.start)
        kind = match.lastgroup or ""
        yield Found(kind, float(number.value), number.start, number.end, pattern=kind.replace("_", " "))


# --- intervals --------------------------------------------------------------------------------------------------------


def _intervals(said: Said, found: Sequence[Analysis]) -> Iterator[Found]:
    recorded = said.article.once(_recorded_values)
    pairs = said.article.once(_recorded_intervals)
    for one in found:
        low, high = float(one.interval.low.value), float(one.interval.high.value)
        stated = (low, high) in pairs or {low, high} <= recorded
        if not stated and ((-high, -low) in pairs or {-low, -high} <= recorded) and low >= 0:
            low, high = -high, -low  # "27 minutes less (95% CI 10 to 44)"
        yield Found(
            "confidence_interval", (low, high), one.interval.start, one.interval.end, pattern="confidence interval"
        )


def _recorded_values(article: Article) -> frozenset[float]:
    """The values of the records' figures, with the bounds of their intervals."""
    values = {
        value
        for trial in article.trials
        for figure in trial.figures
        for value in (figure.value, *(figure.interval or ()))
        if value is not None
    }
    return frozenset(float(value) for value in values)


def _recorded_intervals(article: Article) -> frozenset[tuple[float, float]]:
    return frozenset(
        (float(figure.interval[0]), float(figure.interval[1]))
        for trial in article.trials
        for figure in trial.figures
        if figure.interval
    )


# --- percentages ------------------------------------------------------------------------------------------------------


@cache
def _at_large() -> re.Pattern[str]:
    """What says that a share is of people at large, of money, of laws of chance, or of nothing that a trial found."""
    return pattern(
        r"\b(?:prevalence|a year|per year|each year|every year|yearly|annually|million|billion|worldwide|"
        r"globally|nationwide|"
        r"population|americans|britons|europeans|australians|canadians|japanese|germans|country|countries|"
        r"live with|lives? (?:five|one|ten)|lifetime|incidence|revenue|shares|profits?|sales|stock|turnover|"
        r"discount|tax|inflation|uptake|market|price|budget|fiscal|quarter of|accepted|submissions|"
        r"diagnosed (?:with|in|each|every)|of cases|of all (?:cases|cancers|deaths|strokes|people|adults|births)|"
        r"cancers carry|of such|pregnancies|births|survival rate|cases are|accounts? for|make up|makes up|affects?|"
        r"of (?:adults|people|women|men|children|patients|infants|babies|those|americans|"
        r"residents) (?:with [a-z -]{1,30} )?"
        r"(?:have|has|live|suffer|are|get|will|do not|don[’']t|develop|experience|die|report|never|relapse)|"
        r"to show that|one would need|suppose|imagine|if [a-z]+ (?:were|was)|hypothe|powered|power to|power of|"
        r"sample size|would need|"
        r"assum(?:ed|ing|es|ption)|expected to|aims? to|target(?: is| of|ed)|goal is|at least \d+ ?%|threshold|"
        r"hba1c|a1c|oxygen saturation|ejection fraction|haemoglobin a|hemoglobin a|solution|concentration|alcohol|"
        r"body fat|cream|ointment|pure|confidence|interval|i²|i2|heterogeneity|in the bracket|scale|score from|"
        r"runs from|"
        r"chance of|probability|odds that|(?:average|mean|margin of|standard) error|accuracy|insulin|share of|"
        r"side effects|phase [123i]+ (?:trials|drugs)|"
        r"drugs that|of drugs|of trials|of studies|of mutations|dropouts|donors?)\b"
    )


@cache
def _result_behind() -> re.Pattern[str]:
    """What is said of a share of those who took part."""
    people = rf"(?:{ANY_PEOPLE}|those|them|whom|participants)"
    past = (
        r"(?:had|were|was|did|went|responded|improved|achieved|reached|reported|experienced|died|survived|relapsed|"
        r"completed|recovered|showed|developed|said|stopped|quit|withdrew|lost|gained|got|felt|needed|remained|met|"
        r"saw|received|discontinued|dropped|became|tested|took|progressed|stayed|fell|rose|gave|chose|suffered|rated|"
        r"became|healed|cleared|scored|wanted|used|could|in remission|in the [a-z-]+ (?:group|arm)|treatment-related)"
    )
    return pattern(
        rf"(?: of (?:the |these |those |all |"
        rf"all the )?(?:[a-z-]+ ){{0,4}}?{people}(?: [a-z-]+){{0,6}}?)?,? (?:[a-z]+ly |also )?{past}\b"
    )


@cache
def _versus() -> re.Pattern[str]:
    return pattern(r"\b(?:vs?\.?|versus|compared (?:with|to)|against|respectively|and)\b")


@cache
def _reduction() -> re.Pattern[str]:
    """What says that a percentage is an effect: "cut attacks by 63%", "a 21% reduction", "went down by 2.0 points"."""
    return pattern(
        r"\b(?:cut|reduced|lowered|lower|fell|fallen|dropped|declined|decreased|shrank|rose|risen|increased|"
        r"improved|went (?:down|up)|"
        r"slowed|raised|boosted|grew|gained|lost)\b[^.;:]{0,60}\bby (?:about |around |nearly |just |"
        r"an average of |a mean of )?$|"
        r"\b(?:reduction|decrease|increase|improvement|decline|drop|rise)(?: in [^.;:%]{1,50})? of $"
    )


@cache
def _effect_behind() -> re.Pattern[str]:
    return pattern(
        r"(?: relative| absolute| greater| statistically significant| further| mean| median| average| overall){0,2}"
        r"(?: [a-z-]{1,20} rate)?[ -]"
        r"(?:reduction|lower|higher|less|greater|fewer|drop|fall|decrease|increase|improvement|rise|decline|cut|"
        r"relative|slower|"
        r"efficacy|effective|response|remission|survival|cure|success|completion)\b"
    )


@cache
def _rate_before() -> re.Pattern[str]:
    """What stands before a share that a trial measured: "the response rate was 46%", "remission in 70%"."""
    return pattern(
        r"\b(?:rate|rates|response|remission|survival|efficacy|effectiveness|mortality|success|completion|adherence|"
        r"retention|attrition|cure|clearance|risk|recurrence|relapse|incidence)(?: (?!in the us|"
        r"in people)[^.;%]{0,70}?)?"
        r" (?:was|were|of|at|in|reached|fell to|rose to|came to|stood at|to)(?: only| just| about)? $|"
        r"\b(?:efficacy|effectiveness)(?:,|:| =|, at) $|"
        r"\b(?:rates?|response|remission|survival)\b[^.;%()]{0,70} [(\[]$"
    )


@cache
def _studied() -> re.Pattern[str]:
    """What says that a sentence reports what happened in a study."""
    return pattern(
        r"\b(?:trials?|stud(?:y|ies)|survey|participants?|patients|volunteers|placebo|randomi[sz]ed|arm|arms|"
        r"groups?|treated|"
        r"enrol+ed|received|infused|completed|at (?:week|month|day|year)|after|of those|those (?:who|told|given|"
        r"on|in|assigned|taking|"
        r"receiving|treated)|respectively|primary|outcome|endpoint|end point|practices|sites|odds ratio|"
        r"hazard ratio|rate ratio|"
        r"relative terms|dose|app|users|vaccine|vaccinees|vaccination|immuni[sz]ation|recipients)\b"
    )


MOST_PERCENTAGES = 40
"""More than any sentence has; what has more is left alone, since each is weighed by the words around it."""


def _percentages(said: Said, taken: set[int]) -> Iterator[Found]:
    numbers = said.numbers
    percents = [
        (index, number)
        for index, number in enumerate(numbers)
        if number.kind in ("percent", "points") and number.plain and not number.spelled and number.start not in taken
    ]
    if not 0 < len(percents) <= MOST_PERCENTAGES:
        return
    pairs = {share.percent.start: (share.part, share.whole) for share in shares(said.text, numbers)}
    parts = {percent.start: int(count.value) for count, percent in bare_shares(said.text, numbers)}
    accepted: set[int] = set()
    for index, number in percents:
        if number.ranged or qualifier(said.text, number) != "exact" or not 0 <= number.value <= 1000:
            continue
        if said.text[number.end : number.end + 1] == "+" or _vague().search(
            said.lower, max(0, number.start - 16), number.start
        ):
            continue
        start = max(0, number.start - 120)
        clause = _clause(said.lower, number.start, number.end)
        whole: int | None = None
        part: int | None = None
        if number.start in pairs:
            part, whole = pairs[number.start]
        elif number.start in parts:
            part = parts[number.start]
        if number.start in pairs:
            sure = not _finance().search(clause)
        elif number.start in parts:
            sure = not _at_large().search(clause) and not countries(clause)
        else:
            sure = _is_result(said, index, number, start, clause, accepted)
        if sure:
            accepted.add(index)
            yield Found(
                "percentage",
                float(number.value),
                number.start,
                number.end,
                n=part,
                whole=whole,
                pattern="share" if part is not None else "percentage",
            )


@cache
def _vague() -> re.Pattern[str]:
    return pattern(r"\b(?:barely|hardly|scarcely|anything from|anywhere from|between|or so) $|[<>] ?or ?= ?$|[⩾⩽≧≦] ?$")


@cache
def _finance() -> re.Pattern[str]:
    return pattern(r"\b(?:million|billion|revenue|shares|worldwide|of the population|countries|submissions)\b")


def _clause(lower: str, start: int, end: int) -> str:
    left = max((lower.rfind(mark, 0, start) for mark in (";", ": ", " – ", "—")), default=-1)
    right = min((at for mark in (";", ": ", " – ", "—") if (at := lower.find(mark, end)) >= 0), default=len(lower))
    return lower[max(left, start - 140, 0) : min(right, end + 140)]


def _is_result(said: Said, index: int, number: Number, start: int, clause: str, accepted: set[int]) -> bool:
    lower = said.lower
    if number.value == 100 or _level().match(lower, number.end) or _strength().match(lower, number.end):
        return False
    if _at_large().search(_statistics().sub(" ", clause)):
        return False
    before, behind = lower[start : number.start], lower[number.end : number.end + 90]
    earlier = next((other for other in range(index - 1, max(-1, index - 4), -1) if other in accepted), None)
    if earlier is not None and _versus().search(lower, said.numbers[earlier].end, number.start):
        return True
    last = said.numbers[earlier].end if earlier is not None else number.start
    if last < number.start - 2 and (
        _next_labelled().fullmatch(lower, last, number.start)
        or (behind[:1] == ")" and _next_listed().fullmatch(lower, last, number.start))
    ):
        return True
    if last < number.start - 2 and _next_in_row().fullmatch(lower, last, number.start) and _row_behind().match(behind):
        return True
    if behind[:1] == ")" and _harm_before().search(before):
        return True
    if _whole_behind().match(behind) or (_whole_before().search(before) and behind[:1] == ")"):
        return True
    if _reduction().search(before) or _effect_behind().match(behind):
        return bool(_studied().search(lower)) or bool(_ratio_names().search(said.text)) or "effective" in behind[:12]
    if _makeup_behind().match(behind) or (_occurred().search(before) and _of_people().match(behind)):
        return True
    if before.endswith("(") and behind[:1] == ")" and _harms().search(lower, 0, number.start):
        return True
    if (_occurred().search(before) or _harm_right_before().search(before)) and _against().match(behind):
        return True
    told = bool(_result_behind().match(behind))
    if told and not before.strip() and number.decimals:  # "23.1% were at least 75."
        return True
    if not _studied().search(lower):
        return False
    if told:
        return True
    if _rate_before().search(_in_brackets().sub("", before)) or _tested_behind().match(behind):
        return True
    following = said.numbers[index + 1] if index + 1 < len(said.numbers) else None
    if following and following.kind == "percent" and _between_two().fullmatch(lower, number.end, following.start):
        return True
    return bool(_behind_share().match(behind)) and number.value > 0


@cache
def _next_labelled() -> re.Pattern[str]:
    """What stands between two shares of a list with a label behind each: "20% (placebo), 23% (400 mg)"."""
    return pattern(r" ?\([^()%]{1,40}\)[,;]? (?:and )?")


@cache
def _next_listed() -> re.Pattern[str]:
    """What stands between two shares of a list with a label before each: "nausea (25%), all fevers (23%)"."""
    return pattern(r"\)[,;]? (?:and )?[a-z0-9][a-z0-9 /-]{1,50} \(")


@cache
def _next_in_row() -> re.Pattern[str]:
    """What stands between two shares of a row: "34% had genotype 1a, 19% genotype 1b"."""
    return pattern(r" (?:had |were |was )?[a-z0-9-]+(?: [a-z0-9-]+){0,3}, (?:and )?")


@cache
def _row_behind() -> re.Pattern[str]:
    """What stands behind a share of a row: "19% genotype 1b,"."""
    return pattern(r" (?:had |were |was )?[a-z0-9-]+(?: [a-z0-9-]+){0,2}(?:[,.]|$)")


@cache
def _harm_before() -> re.Pattern[str]:
    """What opens a list of harms with shares: "grade 3 toxicities included neutropenia (25%)"."""
    return pattern(
        r"\b(?:toxicity|toxicities|adverse (?:events|reactions))(?: [a-z0-9-]+){0,6} (?:included|were|was)"
        r":?(?: [a-z-]+){1,5} \($"
    )


@cache
def _in_brackets() -> re.Pattern[str]:
    return pattern(r"\([^()]{0,100}\) ?")


@cache
def _tested_behind() -> re.Pattern[str]:
    """What follows a share that was compared with another: "38.2% (P = .47)", "35.0%, respectively"."""
    return pattern(r" ?[(\[]p ?[=<>≤≥]|,? respectively\b")


@cache
def _level() -> re.Pattern[str]:
    """What makes a percentage the level of an interval."""
    return pattern(r" ?(?:-|level of )?(?:confidence|credible|ci\b)")


@cache
def _strength() -> re.Pattern[str]:
    """What makes a percentage the strength of a drug: "the 1.5% and 3% doses", "the 3% group"."""
    return pattern(
        r"(?:(?: and|,| or| versus| vs\.?) (?:the )?\d{1,2}(?:[.·]\d{1,2})?%){0,3} "
        r"(?:doses?|strengths?|gels?|foams?|lotions?|sprays?|drops|saline|dextrose|formulations?|vehicle|patch(?:es)?|"
        r"groups?|arms?|tinctures?|mouthwash|emulsion|suspension|concentration|cream|ointment|solution)\b"
    )


@cache
def _statistics() -> re.Pattern[str]:
    """Names of what is computed from results, which say nothing of people at large."""
    return pattern(r"\bincidence (?:rate )?ratios?\b|% (?:confidence|credible) intervals?\b")


@cache
def _between_two() -> re.Pattern[str]:
    return pattern(r"[^.;%]{0,60}?(?:\bvs?\.?|versus|compared (?:with|to)|against|\band)\b[^.;%]{0,40}")


@cache
def _harms() -> re.Pattern[str]:
    """What a list of harms begins with: "Grade 3 toxicities included neutropenia (22%)"."""
    return pattern(
        r"\b(?:toxicit(?:y|ies)|adverse (?:events?|reactions?|effects?)|aes)\b[^.;]{0,90}\b"
        r"(?:included?|including|were|was|such as|consisted of)\b"
    )


@cache
def _harm_right_before() -> re.Pattern[str]:
    """What names harms right before their shares in brackets: "adverse events (26.6% vs. 53.3%)"."""
    return pattern(r"\b(?:adverse (?:events?|reactions?|effects?)|side effects|toxicit(?:y|ies)) \($")


@cache
def _against() -> re.Pattern[str]:
    """What stands between a share of one arm, or of one harm, and the next: "73.4% vs. 90.0%", "31% and fever in"."""
    return pattern(r" (?:vs?\.?|versus|compared with) \d[\d.]{0,5}%|,? and [a-z-]+(?: [a-z-]+)? in \d[\d.]{0,5}%")


@cache
def _makeup_behind() -> re.Pattern[str]:
    """What is said of those who took part as a whole: "45% were women", "54% of participants"."""
    return pattern(
        r" (?:were|was) (?:women|men|female|male|girls|boys|white|black|asian|hispanic|latino|non-white|"
        r"current smokers)\b|"
        r" of (?:the |all |study |trial )?(?:participants|volunteers|enrol+ees|recruits|completers|responders)\b"
    )


@cache
def _occurred() -> re.Pattern[str]:
    return pattern(
        r"\b(?:occurr(?:ed|ing)|(?:was|were) (?:[a-z]+ly )?(?:reported|seen|observed|achieved|noted|detected|recorded|"
        r"reached|found|met|experienced))"
        r" (?:in|by|among) (?:only |just )?$"
    )


@cache
def _of_people() -> re.Pattern[str]:
    return pattern(rf" of (?:the |these |those |all )?(?:[a-z-]+ ){{0,3}}?(?:{ANY_PEOPLE}|those)\b")


@cache
def _whole_behind() -> re.Pattern[str]:
    return pattern(
        r" of (?:the|its|all|those|them)(?: (?:[a-z]+ed|planned|intended|whole|study|trial|treatment|placebo))? ?"
        r"(?:goal|target|total|sample|participants|volunteers|recruits|enrol+ees|number planned)?\b(?=[.,;)]|"
        r" (?:were|had|did))"
    )


@cache
def _whole_before() -> re.Pattern[str]:
    return pattern(r" of (?:the|its) (?:total|whole|goal|target|sample|participants|volunteers) [(\[]$")


@cache
def _behind_share() -> re.Pattern[str]:
    return pattern(
        r" (?:in (?:the )?(?:placebo|control|treatment|remission|usual|intervention|active|drug|vaccine|sham)|"
        r"on (?:placebo|the drug|active|treatment)|"
        r"with placebo|for placebo|of (?:the |those |these )?(?:patients|participants|volunteers|subjects|women|"
        r"men|children)? ?"
        r"(?:in|on|who|given|assigned|taking|receiving|treated))"
    )


# --- changes ----------------------------------------------------------------------------------------------------------

POINTS = (
    r"(?:[ -]points?\b|[ -]units?\b|[ -]letters\b|[  ](?:minutes?|hours?|days?|met(?:er|re)s?|seconds?|episodes?|"
    r"attacks?|"
    r"steps|kg|kilograms?|pounds|mm ?Hg|mmHg|cm|mm|mg/dL|mmol/L|mmol/mol|nights?|falls)\b)"
)
DOWN = (
    r"(?:fell|fallen|falls?|dropped|drops?|declined|decreased|lowered|lower|reduced|shr[aiu]nks?|went down|"
    r"gone down|cut|lost|less|"
    r"fewer|reduction|decrease|decline|shorter|saving)"
)
UP = (
    r"(?:rose|risen|rises?|increased|increase|improved|improvement|gained|gain|went up|gone up|grew|raised|moved|"
    r"changed|change|"
    r"difference|gap|more|higher|better|longer|worsened|worse)"
)


@cache
def _moved_by() -> re.Pattern[str]:
    return pattern(
        rf"\b(?:(?P<down>{DOWN})|{UP})\b(?:[^.;:()\d]{{0,60}}?\bby|[^.;:()\d]{{0,30}}?\bof)?"
        r" ?(?:an average of |a mean of |about |some |a |the )?$"
    )


@cache
def _move_behind() -> re.Pattern[str]:
    return pattern(
        rf"{POINTS}? ?(?:(?P<down>(?:drop|fall|reduction|decrease|decline|less|lower|fewer|below|shorter|loss)\b)|"
        r"(?:rise|gain|increase|improvement|more|higher|better|longer|above|difference|gap|change)\b)"
    )


@cache
def _named_change() -> re.Pattern[str]:
    return pattern(
        r"\b(?:differences?|gap|change|saving|md|smd|wmd|effect|(?:ls|least[ -]squares)\)? means?)\b"
        r"(?:(?:[^.;()\d]|(?:week|month|day|year)s? \d{1,3}\b){0,40}?\b(?:was|is|of|being|shrinks to|"
        r"shrank to|to|at|came to))?"
        r"[,:]?(?: =)? ?(?:only |just |about )?$"
    )


@cache
def _joined_change() -> re.Pattern[str]:
    return pattern(rf"(?:{POINTS})?[^.;:()\d]{{0,60}}?\b(?:and|v|vs|versus|compared with|against) (?:by )?")


@cache
def _points() -> re.Pattern[str]:
    return pattern(POINTS)


@cache
def _says_when() -> re.Pattern[str]:
    return pattern(r"[ -](?:minutes?|hours?|days?|weeks?|months?|years?) (?:after|later|before|apart)\b")


def _changes(said: Said, found: Sequence[Analysis], taken: set[int]) -> Iterator[Found]:
    text, lower = said.text, said.lower
    last: tuple[int, bool] | None = None
    estimates = {one.estimate.number.start: one for one in found if one.estimate and one.estimate.scale != "ratio"}
    for number in said.numbers:
        if number.start in taken or number.kind or number.scale != 1 or number.spelled or not number.plain:
            last = last if number.kind else None
            continue
        pointed = bool(_points().match(text, number.end))
        telling = pointed or number.decimals or number.value < 0 or number.start in estimates
        if not telling or _says_when().match(lower, number.end):
            last = None
            continue
        before = lower[max(0, number.start - 100) : number.start]
        behind = _move_behind().match(lower, number.end)
        moved = _moved_by().search(before)
        down: bool | None = None
        if number.start in estimates and (_named_change().search(before) or moved or behind or number.value < 0):
            down = bool((moved and moved["down"]) or (behind and behind["down"]))
        elif (named := _named_change().search(before)) and (pointed or number.decimals or number.value < 0):
            down = named.group().startswith("saving")
        elif moved and (pointed or number.decimals):
            down = bool(moved["down"])
        elif behind and pointed:
            down = bool(behind["down"])
        elif last is not None and number.decimals and _joined_change().fullmatch(lower, last[0], number.start):
            down = last[1]
        if down is None:
            last = None
            continue
        last = (number.end, down)
        value = _signed(said.article, float(number.value), down, estimates.get(number.start))
        yield Found("mean_change", value, number.start, number.end, pattern="change")


def _signed(article: Article, value: float, down: bool, one: Analysis | None) -> float:
    """A change with the sign that the record gives it, else that of its interval, else that of its words."""
    recorded = article.once(_recorded_values)
    if value in recorded:
        return value
    if value > 0 and -value in recorded:
        return -value
    if one and value > 0:
        low, high = sorted((float(one.interval.low.value), float(one.interval.high.value)))
        if low <= value <= high:
            return value
        if low <= -value <= high:
            return -value
    return -value if down and value > 0 else value
