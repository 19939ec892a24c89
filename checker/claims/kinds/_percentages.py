"""Percentages that are results of a trial, told from those of people at large, of money, of doses and of definitions.

A percentage is a result where its sentence gives evidence: statistics beside it, a second percentage that it is
compared with, words for what was measured or for what those who took part did.
"""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING

from checker.claims.claim import Found
from checker.claims.countries import countries
from checker.claims.numbers import qualifier
from checker.claims.shares import bare_shares, shares
from checker.claims.vocabulary import ANY_PEOPLE
from checker.pattern import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from checker.article import Article
    from checker.claims.numbers import Number
    from checker.claims.said import Said

MOST_PERCENTAGES = 40
"""More than any sentence has; what has more is left alone, since each is weighed by the words around it."""

WEAKENED = ("about", "nearly", "more_than")
"""Qualifiers that leave a percentage a result: "about 40% of the patients responded"."""


class _Sentence:
    """A sentence with its percentages. `tested` tells that it gives a p-value or a confidence interval."""

    def __init__(self, said: Said, percents: Sequence[tuple[int, Number]], *, tested: bool) -> None:
        self.said = said
        self.text = said.text
        self.lower = said.lower
        self.numbers = said.numbers
        self.tested = tested
        self.percents = percents
        self.accepted: set[int] = set()

    @cached_property
    def strengths(self) -> set[float]:
        """The percentages that the sentence gives as strengths of a drug: "the 1.5% and 3% doses"."""
        return {number.value for _, number in self.percents if _strength().match(self.behind(number))}

    @cached_property
    def is_among_results(self) -> bool:
        """Whether the paragraph speaks of a study and of those who took part."""
        block = self.said.sentence.block
        known = self.said.article.once(_blocks_of_studies)
        if id(block) not in known:
            known[id(block)] = _study().search(block.prose) is not None
        return known[id(block)]

    def before(self, number: Number, reach: int = 120) -> str:
        return self.lower[max(0, number.start - reach) : number.start]

    def behind(self, number: Number, reach: int = 90) -> str:
        return self.lower[number.end : number.end + reach]

    def clause(self, number: Number) -> str:
        """The words around a number up to the next full break, with the statistics' own names left out."""
        marks = (";", ": ", " – ", "—")
        left = max(self.lower.rfind(mark, 0, number.start) for mark in marks)
        right = min((at for mark in marks if (at := self.lower.find(mark, number.end)) >= 0), default=len(self.lower))
        around = self.lower[max(left, number.start - 140, 0) : min(right, number.end + 140)]
        return _statistics().sub(" ", around)


def _blocks_of_studies(article: Article) -> dict[int, bool]:
    """Which blocks speak of a study, by their identity, as far as it was asked."""
    return {}


def percentages(said: Said, taken: set[int], *, tested: bool) -> Iterator[Found]:
    """The percentages of a sentence that are results. `taken` are the starts of numbers that are something else's.

    `tested` tells that the sentence gives a p-value or a confidence interval.
    """
    numbers = said.numbers
    percents = [
        (index, number)
        for index, number in enumerate(numbers)
        if _is_percent(said, index) and number.plain and number.start not in taken
    ]
    if not 0 < len(percents) <= MOST_PERCENTAGES:
        return
    pairs = {share.percent.start: (share.part, share.whole) for share in shares(said.text, numbers)}
    parts = {percent.start: int(count.value) for count, percent in bare_shares(said.text, numbers)}
    sentence = _Sentence(said, percents, tested=tested)
    open_to_doubt = []
    for index, number in percents:
        weakened = qualifier(said.text, number)
        if (
            number.ranged
            or not (-100 if tested else 0) <= number.value <= 1000
            or (weakened != "exact" and weakened not in WEAKENED)
        ):
            continue
        if said.text[number.end : number.end + 1] == "+" or _vague().search(sentence.before(number, 40)):
            continue
        if number.start in pairs:
            sure = not _finance().search(sentence.clause(number))
        elif number.start in parts:
            clause = sentence.clause(number)
            sure = tested or not (_at_large().search(clause) or countries(clause))
            sure = sure and not _elsewhere().search(clause)
        else:
            sure = _is_result(sentence, index, number, weakened)
        if sure:
            sentence.accepted.add(index)
        else:
            open_to_doubt.append((index, number))
    for index, number in reversed(open_to_doubt):
        if _is_joined_to_next(sentence, index, number):
            sentence.accepted.add(index)
    for index, number in percents:
        if index in sentence.accepted:
            part, whole = pairs.get(number.start, (parts.get(number.start), None))
            yield Found(
                "percentage",
                float(number.value),
                number.start,
                number.end,
                qualifier=qualifier(said.text, number),
                n=part,
                whole=whole,
                pattern="share" if part is not None else "percentage",
            )


@cache
def _rose_from() -> re.Pattern[str]:
    return pattern(
        r"\b(?:increased|rose|decreased|fell|dropped|improved|grew|declined|climbed|went (?:up|down)|(?:was|were) "
        r"reduced)(?! by)[^.;:%]{0,60} from (?:about |around |just )?$"
    )


@cache
def _in_people() -> re.Pattern[str]:
    return pattern(rf"\b(?:in|among) (?:the )?(?:[a-z-]+ ){{0,2}}(?:{ANY_PEOPLE}) from $")


def _is_percent(said: Said, index: int) -> bool:
    """Whether a number is a percentage: "90.3%", also the "92.0" of "92.0 versus 90.3%"."""
    number = said.numbers[index]
    if number.kind in ("percent", "points"):
        return True
    set_off = number.decimals or said.text[max(0, number.start - 1) : number.start] in ("(", "[")
    if number.kind or not set_off or index + 1 == len(said.numbers):
        return False
    following = said.numbers[index + 1]
    return (
        following.kind == "percent"
        and following.decimals == number.decimals
        and _bare_versus().fullmatch(said.lower, number.end, following.start) is not None
    )


@cache
def _bare_versus() -> re.Pattern[str]:
    return pattern(r" (?:vs?\.?|versus|against|compared (?:with|to)) ")


# --- what is no result ------------------------------------------------------------------------------------------------


@cache
def _vague() -> re.Pattern[str]:
    return pattern(
        r"\b(?:barely|hardly|scarcely|anything from|anywhere from|between|or so) $|"
        r"\bbetween \d[\d.]{0,5} ?(?:%|per ?cent)? (?:and|to) $|"
        r"\b(?:we|i|they|you) (?:want|need|expect|demand|hope for) $|"
        r"\b(?:opened|closed|traded|trading|shares?|stocks?)(?: [a-z]+){0,4} $|"
        r"\b(?:at least|at most|more than|greater than|less than|up to|over) an? $|[<>≥≤⩾⩽≧≦±] ?(?:or ?= ?)?$|"
        r"\b(?:inner|innermost|outer|top|bottom|highest|lowest|upper|lower|richest|poorest) $"
    )


@cache
def _finance() -> re.Pattern[str]:
    return pattern(r"\b(?:million|billion|revenue|shares|worldwide|of the population|countries|submissions)\b")


@cache
def _level() -> re.Pattern[str]:
    """What makes a percentage the level of an interval."""
    return pattern(r" ?(?:-|level of )?(?:confiden|credib|ci\b|cri\b|[(\[]?-?\d[\d.]*,? ?(?:to|-|–) ?-?\d[\d.]*[)\]]$)")


@cache
def _level_before() -> re.Pattern[str]:
    return pattern(r"\b(?:ci|confidence intervals?|cri)[ ,:=(\[]{0,3}$")


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
    """Names of what is computed from results, and of whom: they say nothing of people at large."""
    return pattern(
        r"\bincidence (?:rate )?ratios?\b|% (?:confidence|credible) intervals?\b|"
        r"\b(?:per[ -]protocol|to[ -]treat|itt|safety|study|trial|analysis|evaluable|treated|final|whole|overall|total|"
        r"randomi[sz]ed) (?:analysis |study )?populations?\b"
    )


@cache
def _elsewhere() -> re.Pattern[str]:
    """What says that a percentage is of people at large, of money, of chances, of plans, or a measure's own unit."""
    return pattern(
        r"\b(?:a year|per year|each year|every year|million|billion|worldwide|globally|nationwide|"
        r"general population|americans|britons|europeans|australians|canadians|japanese|germans|"
        r"live with|lives? (?:five|one|ten)|lifetime|revenue|shares?|profits?|sales|stock|turnover|premarket|"
        r"discount|tax|inflation|market|price|budget|fiscal|quarter of|accepted|submissions|"
        r"diagnosed (?:with|in|each|every)|of all (?:cases|cancers|strokes|people|adults|births)|"
        r"of (?:adults|people|women|men|children|patients|infants|babies|those|americans|"
        r"residents) (?:with [a-z -]{1,30} )?"
        r"(?:have|has|live|suffer|are|get|will|do not|don[’']t|develop|experience|die|report|never|relapse)|"
        r"to show that|one would need|suppose|imagine|if [a-z]+ (?:were|was)|hypothe|powered|power to|power of|% power|"
        r"sample size|would need|(?:study|trial) (?:was|is) (?:designed|powered)|to detect|assum(?:ed|ing|es|ption)|"
        r"expected to|aims? to|target(?: is| of|ed (?:enrol|sample|number))|goal is|threshold|"
        r"hba1c|a1c|oxygen saturation|ejection fraction|haemoglobin a|hemoglobin a|solution|"
        r"body fat|cream|ointment|gel|i²|i2|heterogeneity|in the bracket|"
        r"phase [123i]+ (?:trials|drugs)|drugs that|of drugs|of trials|of studies|of mutations|share of)\b"
    )


@cache
def _at_large() -> re.Pattern[str]:
    """Words of both, of people at large and of results, behind which only statistics or comparisons tell the two."""
    return pattern(
        r"\b(?:population|prevalence|country|countries|yearly|annually|incidence|uptake|of cases|of all deaths|"
        r"cancers carry|"
        r"of such|"
        r"pregnancies|births|survival rate|cases are|accounts? for|make up|makes up|affects?|alcohol|"
        r"pure|confidence|interval|scale|score from|runs from|chance of|probability|odds that|"
        r"(?:average|mean|margin of|standard) error|accuracy|(?:fast|rapid|long)[a-z-]* insulin|side effects|"
        r"dropouts|donors?|at least \d+ ?%)\b"
    )


@cache
def _defining() -> re.Pattern[str]:
    """What makes a percentage the measure of an outcome, a margin, or a level: "patients with a 50% reduction"."""
    return pattern(
        r"\b(?:(?:persistent|sustained|confirmed|risk of|time to|probability of|odds of|chance of|likelihood of)"
        r"(?: an?| the)?(?: first)?|"
        r"(?:patients|participants|people|those|subjects|women|men|children|proportions?|numbers?|percentages?|rates?)"
        r"(?: [a-z]+){0,3}? (?:with|having|had|have|achieved?|achieving|reached|reaching|experienced|experiencing|"
        r"attained|attaining|maintained)(?: an?| the)?) (?:[\d.]{1,5} ?% (?:and|or) )?$"
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
        r"minimum of|goal of|target of|target|difference of interest|to detect an?) (?:[a-z-]+ ){0,3}$"
    )


@cache
def _planned_behind() -> re.Pattern[str]:
    return pattern(
        r",? (?:power|level|significance|(?:non-?inferiority |equivalence )?margin|threshold|(?:two|one|2|1)-sided|"
        r"or (?:more|greater|higher|less|lower|better|over)|of (?:normal|the recommended))\b"
    )


def _is_defined(before: str, behind: str) -> bool:
    return bool(
        (_defining().search(before) and _defined_change().match(behind))
        or _planned_before().search(before)
        or _planned_behind().match(behind)
    )


# --- what is a result -------------------------------------------------------------------------------------------------


def _is_result(sentence: _Sentence, index: int, number: Number, weakened: str) -> bool:
    lower = sentence.lower
    before, behind = sentence.before(number), sentence.behind(number)
    if (
        _strength().match(behind)
        or number.value in sentence.strengths
        or _level().match(behind)
        or _level_before().search(before)
        or _is_defined(before, behind)
    ):
        return False
    clause = sentence.clause(number)
    if _elsewhere().search(clause):
        return False
    if sentence.tested or _is_joined_to_last(sentence, index, number) or _is_compared(sentence, index, number):
        return True
    if _done_in().search(before) and _of_cases().match(behind):
        return True
    if _rose_from().search(before) and (
        sentence.is_among_results or _studied().search(lower) or _in_people().search(before)
    ):
        return True
    if _brings_in().search(before) and _effect_behind().match(behind):
        return True
    if _at_large().search(clause):
        return False
    if _measured_before().search(before) or _of_one_arm().search(before):
        return True
    if (behind[:1] == ")" or _of_number().match(behind)) and _count_right_before().search(before):
        return True
    if _count_right_behind().match(behind):
        return True
    if behind[:1] == ")" and (_harm_before().search(before) or _whole_before().search(before)):
        return True
    if _whole_behind().match(behind) or _makeup_behind().match(behind):
        return True
    if _did_to().search(before) and _of_people().match(behind):
        return True
    if _general().search(before):
        return False
    if _reduction().search(before) or _effect_behind().match(behind):
        return bool(_studied().search(lower)) or sentence.is_among_results or behind[:9] in (" effectiv", " efficaci")
    if _occurred().search(before) and _of_people().match(behind):
        return True
    if before.endswith("(") and behind[:1] == ")" and _harms().search(lower, 0, number.start):
        return True
    if (_occurred().search(before) or _harm_right_before().search(before)) and _against().match(behind):
        return True
    if before.endswith("with ") and _with_doing().match(behind):
        return sentence.is_among_results or bool(_studied().search(lower))
    if sentence.is_among_results and _past().search(lower):
        if _occurred().search(before) and behind.startswith((" of ", " (", ",")):
            return True
        if _moved_to().search(before) or (before.endswith(("for ", "in ")) and _of_people().match(behind)):
            return True
        if number.decimals and before.endswith("(") and behind[:1] == ")":
            return True
    told = bool(_result_behind().match(behind))
    if told and not before.strip() and number.decimals:  # "23.1% were at least 75."
        return True
    if not _studied().search(lower):
        return False
    if told or _rate_before().search(_in_brackets().sub("", before)) or _tested_behind().match(behind):
        return True
    following = _next_percent(sentence, index)
    if following and _between_two().fullmatch(lower, number.end, following.start):
        return True
    return bool(_behind_share().match(behind)) and number.value > 0


def _next_percent(sentence: _Sentence, index: int) -> Number | None:
    following = next((number for other, number in sentence.percents if other > index), None)
    return following if following and following.kind == "percent" else None


@cache
def _with_doing() -> re.Pattern[str]:
    """What follows "with" and a share of those who took part: "with 72% of the patients achieving a response"."""
    return pattern(
        rf"(?: of (?:the |these |those |all )?(?:[a-z-]+ ){{0,3}}?(?:{ANY_PEOPLE}|those))? (?:achieving|reporting|"
        r"experiencing|showing|completing|reaching|developing|remaining|responding|improving|surviving|having)\b"
    )


def _is_joined_to_last(sentence: _Sentence, index: int, number: Number) -> bool:
    """Whether a percentage goes on where the last result ended: "and 12% on placebo", "(31%), headache (12%)"."""
    earlier = next((other for other in range(index - 1, max(-1, index - 4), -1) if other in sentence.accepted), None)
    if earlier is None:
        return False
    lower, last = sentence.lower, sentence.numbers[earlier].end
    if _versus().search(lower, last, number.start):
        return True
    if last >= number.start - 2:
        return False
    if _down_to().fullmatch(lower, last, number.start) and sentence.before(sentence.numbers[earlier]).endswith("from "):
        return True
    behind = sentence.behind(number)
    return bool(
        _next_labelled().fullmatch(lower, last, number.start)
        or _next_abbreviated().fullmatch(sentence.text, last, number.start)
        or (behind[:1] == ")" and _next_listed().fullmatch(lower, last, number.start))
        or (_next_in_row().fullmatch(lower, last, number.start) and _row_behind().match(behind))
    )


def _is_joined_to_next(sentence: _Sentence, index: int, number: Number) -> bool:
    """Whether the next percentage, which is a result, is what a percentage is compared with."""
    later = next((other for other, _ in sentence.percents if other > index), None)
    if later is None or later not in sentence.accepted:
        return False
    before, behind = sentence.before(number), sentence.behind(number)
    if _strength().match(behind) or number.value in sentence.strengths:
        return False
    if _is_defined(before, behind) or _level().match(behind) or _elsewhere().search(sentence.clause(number)):
        return False
    gap = sentence.lower[number.end : sentence.numbers[later].start]
    return bool(_opposed().fullmatch(gap) or _side_by_side().fullmatch(gap))


@cache
def _side_by_side() -> re.Pattern[str]:
    return pattern(r",? (?:and )?")


def _is_compared(sentence: _Sentence, index: int, number: Number) -> bool:
    """Whether the next percentage is another arm's: "62% with CHOP and 85% with both", "28% and 61%, respectively"."""
    following = _next_percent(sentence, index)
    if following is None or not _past().search(sentence.lower):
        return False
    gap = sentence.lower[number.end : following.start]
    behind = sentence.behind(following)
    if _opposed().fullmatch(gap):
        return True
    if _both().fullmatch(gap) and _respectively().match(behind):
        return True
    arm = _arm_behind().fullmatch(gap)
    return bool(arm and behind.startswith(f" {arm['of']} ") and arm["of"] != "of")


@cache
def _past() -> re.Pattern[str]:
    return pattern(
        r"\b(?:was|were|had|did|fell|rose|saw|met|got|lost|grew|[a-z]{2,14}[a-z]ed)\b|\bplacebo\b|\bcontrols?\b"
    )


@cache
def _down_to() -> re.Pattern[str]:
    return pattern(r"[^.;%]{0,120}? to (?:only |just |about )?")


@cache
def _opposed() -> re.Pattern[str]:
    """What stands between two percentages that are compared."""
    return pattern(
        r"[^.;%]{0,90}?\b(?:vs?\.?|versus|compared (?:with|to)|in comparison (?:with|to)|against|than)(?: |"
        r"$)[^.;%]{0,70}"
    )


@cache
def _both() -> re.Pattern[str]:
    return pattern(r",? (?:and|vs?\.?|versus) ")


@cache
def _respectively() -> re.Pattern[str]:
    return pattern(r"[^.;%]{0,90}\brespectively\b")


@cache
def _arm_behind() -> re.Pattern[str]:
    return pattern(
        r" (?P<of>with|for|in|on|among|of) [^.;%]{2,70}?(?:,? and|,? while|,? whereas|,? but)(?: only|"
        r" just)? "
    )


@cache
def _versus() -> re.Pattern[str]:
    return pattern(r"\b(?:vs?\.?|versus|compared (?:with|to)|against|than|respectively|and|while|whereas|but)\b")


@cache
def _brings_in() -> re.Pattern[str]:
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
def _general() -> re.Pattern[str]:
    """What is said of a treatment at large: "the pills can reduce the risk by 90%"."""
    return pattern(
        r"\b(?:can|to) (?:[a-z]+ly )?(?:reduce|cut|lower|raise|increase|improve|slow|"
        r"prevent)\b[^.;:]{0,60}\bby $"
    )


@cache
def _reduction() -> re.Pattern[str]:
    """What says that a percentage is an effect: "cut attacks by 63%", "a 21% reduction", "went down by 2.0 points"."""
    return pattern(
        r"\b(?:cut|reduced?|reduces|reducing|lowered|lower|fell|fallen|dropped|declined|decreased|shrank|rose|risen|"
        r"increased|improved|went (?:down|up)|slowed|raised|boosted|grew|gained|lost|melted|eased|shortened|lengthened|"
        r"halted|weakened|strengthened|worsened|climbed|sank|plunged|jumped)\b[^.;:]{0,60}\bby (?:a whopping )?"
        r"(?:about |around |nearly |just |almost |more than |over |approximately |roughly |an average of |a mean of |"
        r"a median of |an estimated )?$|"
        r"\b(?:reduction|decrease|increase|improvement|decline|drop|rise)(?: in [^.;:%]{1,50})? of $|"
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
def _effect_behind() -> re.Pattern[str]:
    return pattern(
        r"\)?(?: relative| absolute| greater| statistically significant| significant| further| mean| median| average|"
        r" overall| complete| objective){0,2}"
        r"(?:(?: [a-z-][a-z0-9-]{0,20}| \d{1,2}-(?:year|month|week|day)){1,3} "
        rf"(?:rate|{RATES}))?[ -]"
        r"(?:reduction|lower|higher|less|greater|fewer|drop|fall|decrease|increase|improvement|rise|decline|cut|loss|"
        r"gain|smaller|larger|bigger|more|"
        r"better|longer|shorter|"
        rf"relative|slower|faster|efficacy|effective|efficacious|response|remission|survival|cure|success|completion|"
        rf"{RATES} rate)\b|"
        rf" (?:(?!of |in |to |at |on |from |and |for |or )[a-z0-9][a-z0-9-]{{0,20}} ){{0,3}}{RATES}\b(?: rate)?|"
        r" (?:(?!of |in |to |at |on |from |and |for |or )[a-z][a-z0-9-]{0,20} ){1,3}(?:loss|gain|reduction|decrease|"
        r"increase|improvement|decline|drop)\b"
    )


@cache
def _study() -> re.Pattern[str]:
    return pattern(
        r"\b(?:trials?|stud(?:y|ies)|placebo|dummy|randomi[sz]ed|arms?|groups?|participants|volunteers|enrol+ed|"
        r"controls|"
        r"patients (?:were|who|in|on|had|received)|therapy|therapies)\b"
    )


@cache
def _moved_to() -> re.Pattern[str]:
    """What a measure did that a percentage ends: "levels fell to 56% of their peak"."""
    return pattern(
        r"\b(?:remained|stayed|stood|fell|rose|dropped|declined|increased|decreased|climbed|improved|grew|went (?:up|"
        r"down)) "
        r"(?:at|to|from)(?: only| just| about| around)? $"
    )


@cache
def _done_in() -> re.Pattern[str]:
    """What happened to a share of those who took part: "they underwent a second operation in 12% of cases"."""
    return pattern(
        r"\b(?:underwent|received|required|needed|developed|experienced|achieved|obtained|occurred|resulted|failed|"
        r"succeeded|(?:was|were) (?:[a-z]+ly )?[a-z]{3,14}ed|(?:was|were) (?:seen|found|done|given|met|successful))\b"
        r"[^.;:%]{0,60} (?:in|for|among) (?:only |just |about |around |nearly )?$"
    )


@cache
def _of_cases() -> re.Pattern[str]:
    return pattern(rf" of (?:the |these |those |all )?(?:[a-z-]+ ){{0,3}}?(?:cases|procedures|{ANY_PEOPLE}|those)\b")


@cache
def _count_right_before() -> re.Pattern[str]:
    """A count right before its share in brackets: "of whom 145 (97%)", "moderate (n = 678, 53%)"."""
    return pattern(r"(?:\b\d[\d,]{0,8} [(\[]|[(\[]n ?= ?\d[\d,]{0,8}(?:/\d{1,8})?(?: [a-z]+)?[,;:] ?)$")


@cache
def _of_number() -> re.Pattern[str]:
    return pattern(r" of (?:the )?\d{1,6}(?: [a-z]+){0,2}\)")


@cache
def _count_right_behind() -> re.Pattern[str]:
    """A count right behind its share: "13% (n = 166) of the falls"."""
    return pattern(
        r" ?[(\[] ?(?:n ?= ?\d[\d,]{0,8}(?:/\d[\d,]{0,8})?|\d{2,3}(?:[, ]\d{3}){0,2}|"
        r"\d{1,6} (?:out )?of \d{1,6}(?: [a-z]+)?) ?[)\],;]"
    )


@cache
def _measured_before() -> re.Pattern[str]:
    """What only trials measure, right before its value: "compliance was 94%", "vaccine efficacy of 76%"."""
    return pattern(
        r"\b(?:rfi|rfs|drfs|pfs|dfs|efs|dmfs|compliance|adherence|retention|attrition|follow-up|follow up|completion|"
        r"completeness|drop-?out|"
        r"seroconversion|seroprotection|seroresponse|(?:vaccine|protective) efficacy|"
        r"(?:response|remission|relapse|success|completion|cure|recovery|seroconversion|dropout|retention|"
        r"participation|"
        r"attendance|uptake) rates?)"
        r"(?: \([^()]{1,40}\))?(?: (?:in|for|of|with|at|to|among) [^.;:,%()]{1,60}?)?"
        r" (?:was|were|reached|fell to|rose to|came to|stood at|exceeded)(?: only| just| over| about| around)? $"
    )


@cache
def _of_one_arm() -> re.Pattern[str]:
    """What names an arm right before its share: "in the 10-mg group, 56%", "placebo's 41%", "it was 20%" in one."""
    return pattern(
        r"\b(?:in|on|for|among) (?:the )?(?:[a-z\d.]+[ -]){0,4}?(?:group|arm|cohort|placebo|controls?|recipients)"
        r"(?: \([^()]{1,40}\))?,? (?:(?:it|this|that|there|the (?:rate|figure|share|proportion)) (?:was|were) )?$|"
        r"\b(?:placebo|sham|control)[’']s $"
    )


@cache
def _rate_before() -> re.Pattern[str]:
    """What stands before a share that a trial measured: "the response rate was 46%", "remission in 70%"."""
    return pattern(
        r"\b(?:rate|rates|response|remission|survival|efficacy|effectiveness|mortality|success|completion|adherence|"
        r"retention|attrition|cure|clearance|risk|recurrence|relapse|incidence|protection|improvement|reduction|"
        r"decrease|increase|decline|change|complications?|failure|proportion|percentage|frequency|coverage|occurrence|"
        r"events?|positivity|sensitivity|specificity|orr|pfs|os|dfs|efs|cr|pcr)(?: (?!in the us|"
        r"in people)[^.;%]{0,90}?)?"
        r" (?:was|were|of|at|in|reached|fell to|rose to|came to|stood at|to)(?: only| just| about| around)? $|"
        r"\b(?:efficacy|effectiveness)(?:,|:| =|, at) $|"
        r"\b(?:rates?|response|remission|survival)\b[^.;%()]{0,70} [(\[]$"
    )


@cache
def _studied() -> re.Pattern[str]:
    """What says that a sentence reports what happened in a study."""
    return pattern(
        r"\b(?:trials?|stud(?:y|ies)|survey|participants?|patients|volunteers|placebo|randomi[sz]ed|arm|arms|"
        r"groups?|treated|enrol+ed|received|infused|completed|at (?:week|month|day|year)|at \d+ (?:weeks|months|years)|"
        r"after|of those|those (?:who|told|given|on|in|assigned|taking|receiving|treated)|respectively|primary|outcome|"
        r"endpoint|end point|practices|sites|odds ratio|hazard ratio|rate ratio|follow-up|baseline|responders|"
        r"underwent|"
        r"interim|(?:was|were) (?:seen|observed|achieved|noted|detected|found|recorded)|"
        r"relative terms|dose|app|users|vaccine|vaccinees|vaccination|immuni[sz]ation|recipients|subjects|"
        r"adverse (?:events?|effects?|reactions?)|therapy|treatment)\b"
    )


@cache
def _result_behind() -> re.Pattern[str]:
    """What is said of a share of those who took part."""
    people = rf"(?:{ANY_PEOPLE}|those|them|whom|participants|group|arm|cohort)"
    past = (
        r"(?:had|were|was|did|went|responded|improved|achieved|reached|reported|experienced|died|survived|relapsed|"
        r"completed|recovered|showed|developed|said|stopped|quit|withdrew|lost|gained|got|felt|needed|remained|met|"
        r"saw|received|discontinued|dropped|became|tested|took|progressed|stayed|fell|rose|gave|chose|suffered|rated|"
        r"became|healed|cleared|scored|tolerated|passed|failed|required|attended|preferred|maintained|attained|"
        r"underwent|wanted|used|could|in remission|in the [a-z-]+ (?:group|arm)|treatment-related)"
    )
    return pattern(
        rf"(?: of (?:the |these |those |all |"
        rf"all the )?(?:[a-z0-9-]+ ){{0,4}}?{people}(?: [a-z-]+){{0,6}}?)?,? (?:[a-z]+ly |also )?{past}\b"
    )


@cache
def _next_labelled() -> re.Pattern[str]:
    """What stands between two shares of a list with a label behind each: "20% (placebo), 23% (400 mg)"."""
    return pattern(r" ?\([^()%]{1,40}\)[,;]? (?:and )?")


@cache
def _next_listed() -> re.Pattern[str]:
    """What stands between two shares of a list with a label before each: "nausea (25%), all fevers (23%)"."""
    return pattern(r"\)[,;]? (?:and )?[a-z0-9][a-z0-9 /-]{1,50} \(")


@cache
def _next_abbreviated() -> re.Pattern[str]:
    """What stands between two rates of a row: "the 10-year RFI was 97%, RFS 91%, and DRFS 92%"."""
    return pattern(r",? (?:and )?[A-Z][A-Za-z]{0,4}[A-Z](?: was)? ")


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
def _did_to() -> re.Pattern[str]:
    """What a treatment did to a share of people: "it cured 94 percent of the patients"."""
    return pattern(
        r"\b(?:cured|helped|protected|healed|relieved|benefited|spared|infected|blinded) "
        r"(?:only |just |about |around |nearly |some )?$"
    )


@cache
def _occurred() -> re.Pattern[str]:
    return pattern(
        r"\b(?:occurr(?:ed|ing)|(?:was|were) (?:[a-z]+ly )?(?:reported|seen|observed|achieved|noted|detected|recorded|"
        r"reached|found|met|experienced|obtained|documented|identified|needed|required))"
        r" (?:in|by|among) (?:only |just |about |around |nearly )?$"
    )


@cache
def _of_people() -> re.Pattern[str]:
    return pattern(rf" of (?:the |these |those |all )?(?:[a-z-]+ ){{0,3}}?(?:{ANY_PEOPLE}|those)\b")


@cache
def _whole_behind() -> re.Pattern[str]:
    return pattern(
        r" of (?:the|its|all|those|them)(?: (?:[a-z]+ed|planned|intended|whole|study|trial|treatment|placebo))? ?"
        r"(?:goal|target|total|sample|participants|volunteers|recruits|enrol+ees|number planned)?\b(?=[.,;)]|"
        r" (?:were|had|did))|"
        r" of (?:the |all |their |its )?(?:expected|scheduled|prescribed|required|assigned|original|initial|recruited|"
        r"randomi[sz]ed|enrol+ed|included|evaluable|analy[sz]ed|planned|intended|attended|delivered|"
        r"offered) (?:[a-z-]+ )?[a-z]{3,14}s?\b"
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
        r"men|children|people|adults|adolescents|infants|babies)?(?: with [a-z ]{3,30}?)? ?"
        r"(?:in|on|who|given|assigned|taking|receiving|treated))"
    )
