"""How many people: a trial's enrollment by role, the sizes of arms and subgroups, and the number of arms."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from checker.claims.grammar import Pattern
from checker.claims.kinds._arms_and_shares import arms, nobody, shares
from checker.claims.kinds._cells import cell
from checker.claims.kinds._enrollment import COUNTS, OBJECTS, RECRUITED, VERBS, WHOLES
from checker.claims.kinds._groups import ARMS, EACH, LINKED, PARTS, PIECES, STEPS
from checker.claims.kinds._matching import LateSieve, compiled, expression, first, nearest
from checker.claims.kinds._others import OTHERS
from checker.claims.kinds._plans import PLANS
from checker.claims.kinds._portions import OF_SITE, amended, is_sample_of_all, portion_of
from checker.claims.kinds._roles import settled
from checker.claims.kinds._senses import IN_ARM as ARM
from checker.claims.kinds._senses import OPEN, SOME
from checker.claims.kinds._splits import split
from checker.claims.kinds._standing import are_people, is_odd
from checker.claims.kinds._totals import (
    is_above,
    is_arms,
    is_below,
    is_joined,
    is_of_some,
    is_recorded,
    is_sample_before,
    is_swapped,
    stated,
    sums_up,
)
from checker.claims.kinds._views import arm_words, views
from checker.claims.kinds._whose import INVITED, TOTAL, are_asked, is_of_a_trial, is_of_others, taken_in_by
from checker.claims.numbers import LONGEST_SENTENCE
from checker.claims.repeated import once_a_text
from checker.claims.vocabulary import ANY_PEOPLE, words
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.claim import Found
    from checker.claims.kinds._views import View
    from checker.claims.said import Said

KINDS = ("enrollment", "arm_size", "subgroup_size", "arms")
PATTERNS = (*STEPS, *EACH, *PLANS, *RECRUITED, *PARTS, *WHOLES, *PIECES, *LINKED, *VERBS, *OBJECTS, *COUNTS, *ARMS)
FOREMOST = (*STEPS, *EACH, *PLANS, *RECRUITED, *PARTS)
SIEVE = LateSieve((*OTHERS, *FOREMOST, *WHOLES, *PIECES, *LINKED, *VERBS, *OBJECTS, *COUNTS), expression)

FIRM = frozenset(("will join", "screened", "completed", "analyzed", "randomized", "joined", "treated"))
"""Verbs that tell a role by themselves, whatever else stands around the count."""

MOST_COUNTS = 60
"""More than this many counts in a sentence are a list of figures, and no prose."""

AGES = (words("adults grown-ups"), words("children adolescents infants teenagers babies youngsters"))
SEXES = (words("men man boys boy males gentlemen"), words("women woman girls girl females ladies"))

# What the words around one count cannot say, but the counts beside it can.
APPOSED = Pattern("apposed", "", (), (), (), OPEN)
ONE_SEX = Pattern("one sex", "", (), (), (), SOME)
KNOWN = Pattern("known", "", (), (), (), OPEN)
WITH_SYMPTOM = Pattern("with a symptom", "", (), (), (), SOME)
OF_TOTAL = Pattern("of the total", "", (), (), (), SOME)
SHARED = Pattern("with a share", "", (), (), (), SOME)
WHOLE_OF_PART = Pattern("whole", "", (), (), (), OPEN)
ARM_OF_PART = Pattern("whole arm", "", (), (), (), ARM)
DATA_OF_ARM = Pattern("data of an arm", "", (), (), (), SOME)
SERIES = Pattern("series", "", (), (), (), {"kind": "series"})

MANY = 500
"""More than this many, included in others, may be of people at large."""
FEW, MOST_BARE = 10, 100_000
"""So many, or more than so many, need more words around them to be a trial's."""

WITH_SHARE = pattern(
    r"[PB],? [(\[][^()]{0,10}[%F](?! (?:(?:wo)?men|(?:fe)?males?|girls|boys|white|black|with|aged|over|under)\b)"
)
BETWEEN_COMMAS = pattern(r"[a-z], B(?: of them)?(?:[,.]|$)")
WHOLE = pattern(
    r"[QC](?: [(\[][^()\[\]]{1,30}[)\]])? (?:[a-z]+ )?\(?(?:out )?of (?:the |its |all |our )?"
    r"(?:initial |original |enrol+ed |randomi[sz]ed |treated |evaluable |first |total )?[BP]\b"
)
"""The whole of which another number is a part: "seven of 14"."""
NOT_DONE = pattern(
    r"[PB](?:[^.;:,()QCBNP]{0,60}? (?:were|are|have|had|did|could|would))? (?:not|never) (?:[a-z]+ )?"
    r"(?:enrol+ed|included|randomi[sz]ed|recruited|treated|eligible|analy[sz]ed)\b|"
    r"[PB] (?:were |was |had been )?(?:screen(?:ing)?[- ]failures?|failed (?:the |at )?screening)\b"
)
STILL_NEEDED = pattern(r"[PB] (?:[a-z]+ )?(?:is|are|were) still (?:needed|required|wanted|sought)\b")
OF_A_SORT = pattern(r"(?:of|among) (?:the )?P with ")
FOR_ANALYSIS = pattern(r"[PB][^.;]{0,40} (?:available for|(?:included|counted) in)\b[^.;]{0,30} analys[ei]s\b")
OF_EACH = pattern(r"[PB][^.;()]{0,60} \([%F] (?:in|per|to|of) (?:each|either|every)\b")
OF_THE_PEOPLE = pattern(r"[PBN] of (?:the|these|those|its|our) (?:participants|patients|people|volunteers|subjects)\b")
OF_SUCH = pattern(
    r"P(?: [(\[][^()\[\]]{1,30}[)\]])? (?:who |that )?(?:receiving|treated|received|given|taking|got|achieved|on) "
)
"""What makes of a whole those of an arm or kind: "12 of the 38 patients receiving it"."""
WHO_JOINED = pattern(
    r"[BNP] who (?:had )?(?:enrol+ed|joined|took part|participated|were (?:enrol+ed|recruited|included))\b"
)
THE_ONES = pattern(r"^P had (?:an? )?(?:median|mean|average)\b")
"""Everybody, at the head of a sentence on what they were like: "The 65 participants had a median of 5 years"."""
ASSIGNED_TO = pattern(
    r"P(?: [(\[][^()\[\]]{1,30}[)\]])? (?:who (?:were|had been) )?(?:randomly )?(?:assigned|allocated|randomi[sz]ed) "
    r"to (?!treatment\b|either |one |any )[^.;:]{2,40}"
)
"""Those of an arm: "22 of the 29 people assigned to it"."""
CLUSTERS = pattern(
    r"^(?:[a-z]+: ?)?(?:(?!of |in |at |from |patients |people |participants |children |women |men )[a-z-]+ "
    r"){0,4}(?:clusters|"
    r"wards|teams|practices|schools|villages|homes|clinics)\b[^.;QP]{0,120}\b(?:randomi[sz]ed|randomly|allocated|"
    r"assigned)\b[^.;QP]*$"
)
"""What makes of "n = 4" so many clusters: "ward teams were randomised to lessons (n = 4) or none (n = 2)"."""
HAD_ONE = pattern(r"[PB] had (?:an?|one|two) ")
ARE_WHO = pattern(r"P (?:who|that|in whom) ")
AMONG = pattern(r"\b(?:[CTX]|[CTX] (?:deaths|events|cases)) among (?:the )?$")
"""What happened in so many: "167 among 484 patients"."""
GOES_ON = pattern(
    r"(?:[,;)]|\band|\bwhile|\bbut|\bversus|\bv\.?|\bvs\.?|\bcompared (?:with|to)|\bagainst|\bor|\bas did)"
    r"(?: the)?(?: other| another| remaining)? ?$"
)
TO_ANOTHER = pattern(
    r"[PB] (?:to|with|on|in|(?:who )?(?:received|got) (?!≥|>|at least|one |all |any |X)|receiving|(?:who )?were "
    r"(?:given|assigned|allocated|randomi[sz]ed))\b"
)
SHARE_ASSIGNED = pattern(
    r"[PB],? [(\[][^()\[\]]{1,12}[)\]] (?:were|was|had been) (?:randomly )?(?:assigned|allocated|randomi[sz]ed) to "
    r"(?!treatment\b|either |one |any )"
)
"""Those of an arm and their share of all: "66 (33%) were randomly assigned to the low dose"."""
SHARE_TO_ANOTHER = pattern(r"[PB],? [(\[][^()\[\]]{1,12}[)\]] to (?:the |an? )?[^.;:()]{3,60}(?:[.;,]|$| and)")
APPOSED_SEX = pattern(
    r"[QC];[^.;()]{0,60}(?:\([^()]{0,20}\))?; ?$|Q[^.;:()]{0,60}(?:,|\([^()]{0,40}) ?(?:C (?:men|women|males?|"
    r"females?) and )?$"
)
IN_ARM = pattern(
    r"[PB](?: \([^()]{1,12}\))? (?:(?:in|on|from|to) (?:the |our |an? )(?:[a-z0-9'-]+ ){0,4}?(?:groups?\b|arms?\b|"
    r"cohort\b|other\b|placebo\b|control\b|intervention\b|treatment\b|A))"
)
SYMPTOM = pattern(
    r"\b(?:headaches?|nausea|vomiting|rash|fevers?|fatigue|diarrh?oea|infections?|neutropa?enia|ana?emia|pneumonia|"
    r"responses?|remissions?|improvements?|relapses?|toxicit(?:y|ies)|events?|effects?|reactions?|deaths?|"
    r"progression|falls|episodes|exacerbations|attacks|seizures|strokes|fractures|hospitali[sz]ations|admissions|"
    r"bleeding|pain|syndrome|symptoms?|benefits?|complications?|failures?|cough|injur(?:y|ies)) (?:in|among|of) $"
)
BESIDE = pattern(
    r"P(?: \([^()]{1,60}\))?(?: aged [^.;:()]{1,40})?,? (?:and|plus|as well as) (?:also )?Q|"
    r"Q(?: \([^()]{1,60}\))?(?: aged [^.;:()]{1,40})?,? (?:and|plus|as well as) (?:also )?P"
)
MEASURED = pattern(
    r"[^.;:]{0,60}? (?:was|were|being|been) assessed (?:for (?!elig|inclu|screen|possib|enrol)|at |after |with |by |on "
    r")"
)
"""What is measured in people, who are not screened for a trial by that."""
BOTH_JOINED = pattern(
    r"\b(?:were|are|have been|had been) (?:[a-z]+ly )?(?:enrol+ed|recruited|vaccinated|randomi[sz]ed|included)\b"
)
EITHER = pattern(r"[^.;]{0,90}\b(?:versus|vs\.?|either)\b")
DONE = pattern(r"\b(?:was|were|had|did|[a-z]{3,}ed|got|took|went|felt|gave|saw|fell|rose)\b")
HEADED = pattern(r"(?:^|[.;:] )(?:of|among|out of) (?:the |these |those |all )?Q\b[^.;:QCBNP]{0,160}, $")
"""A whole at the head of a sentence: "Of the 450 children, 409 received a booster"."""
ANOTHER = pattern(r"\b(?:another|further|additional|next|remaining|the other) $")
OF_ALL = pattern(
    rf"\b(?:{ANY_PEOPLE}|all|overall|total|sample|enrol+ed|included|randomi[sz]ed)\b[^();]{{0,40}}\(?[^()]{{0,9}}$"
)
"""What a whole "n = 120" stands behind."""
MORE = pattern(r"[ -](?:more|new|further|additional|other|extra) ")
OF_ONE_PLACE = pattern(r" (?:at|in|from) (?:this|that|these|those|one)\b")
OF_STUDY = pattern(
    r"\b(?:trials?|stud(?:y|ies)|research|experiment|pilot|programme|program|registry|tests?|tested|tried|phase|"
    r"enrol|recruit|participants|subjects (?:were|are) )"
)
EVENTS = pattern(
    r"\b(?:events?|effects?|reactions?|complications?|(?:s|te|tr)?aes?|episodes|falls|infections|exacerbations|"
    r"toxicities)(?: \([^()]{1,12}\))?,? \((?:C [^()]{0,40})?$|"
    r"\b(?:adverse|side) (?:events|effects|reactions)\b[^.;]{0,20}"
    r"(?:were|was|included?|including|such as|:) [^.;]{0,60}\($"
)
"""What "n = 5" right behind it may count, beside people."""
HAS_SHARE = pattern(r"N\),? (?:(?:was|were|had) )?%")
"""A sample that has a share of its own, as one group of several: "patients at high risk (N = 176) was 84%"."""
REASON = pattern(
    r"\b(?:because|due|owing|reasons?|withdr|discontinu|stopped|dropp|exclu|lost|left|led|leading|patients|people|"
    r"participants|subjects)"
)
OF_MORE = pattern(r"(?: \([^()]{1,12}\))? (?:out )?of (?:the |its |all )?[QC]")


def find(said: Said) -> Iterator[Found]:
    """The counts of people that a sentence states, and its numbers of arms."""
    if len(said.text) > LONGEST_SENTENCE:
        return
    if said.block_kind == "cell":
        yield from cell(said)
        return
    yield from nobody(said)
    if 0 < len(said.numbers) <= MOST_COUNTS:
        yield from split(said, list(_people(said)))
        yield from arms(said)
        yield from shares(said)


def _people(said: Said) -> Iterator[Found]:
    last: Found | None = None
    most = 0
    seen = list(views(said))
    both_sexes = all(any(view.noun in sex for view in seen) for sex in SEXES)
    for view in seen:
        odd = is_odd(said, view)
        settling = None if odd else amended(said, view, _settling(said, view, last))
        if not (settling or odd) and sums_up(said, seen, view):
            settling = OF_TOTAL
        if settling and _is_of_one_age(seen, view):
            settling = ONE_SEX
        if not (settling or odd) and _is_of_one_age(seen, view) and BOTH_JOINED.search(said.lower):
            settling = ONE_SEX
        of_one_sex = any(view.noun in sex for sex in SEXES)
        if of_one_sex and ((settling and both_sexes) or (_is_apposed(view, most) and not is_odd(said, view))):
            settling = ONE_SEX
        last = settled(said, view, settling, last) if settling else None
        if last is not None and last.kind == "enrollment" and view.noun in CARERS and is_below(said, view):
            last = last._replace(kind="subgroup_size", role="")
        if last is not None and last.kind == "enrollment" and last.value == 1 and last.pattern in DONE_TO:
            last = last._replace(kind="subgroup_size", role="")
        if last is not None and (is_of_some(said, last) or (last.kind == "enrollment" and sums_up(said, seen, view))):
            last = last._replace(kind="subgroup_size", role="")
        most = max(most, int(view.number.value)) if view.noun or last is not None else most
        if last is not None:
            yield last


def _is_of_one_age(seen: list[View], view: View) -> bool:
    """Whether adults are counted right beside children: "101 healthy adults aged 18 to 40 and 100 healthy children"."""
    nouns = {other.noun for other in seen}
    return any(
        view.noun in ages and not nouns.isdisjoint(others) and BESIDE.search(view.text) is not None
        for ages, others in (AGES, AGES[::-1])
    )


CARERS = words("carers caregivers partners relatives staff nurses clinicians physicians parents")
"""People who take part beside those whom a trial is about."""
DONE_TO = ("treated", "got", "dosed", "treated people")
"""Patterns that tell what was done to people: to one of them, where it is one."""


def _is_apposed(view: View, most: int) -> bool:
    """Whether a count of men or women stands behind a larger one of people (`most` of them), as a part of those."""
    return most > view.number.value and APPOSED_SEX.search(view.text[: view.place]) is not None


@once_a_text
def _fitting(text: str) -> frozenset[int]:
    """The identities of the patterns that fit the text of a view. Numbers are marks in it, so that many come again."""
    return frozenset(map(id, SIEVE.fitting(text)))


def _settling(said: Said, view: View, last: Found | None) -> Pattern | None:
    """The pattern that settles what a count is, or None where it is no trial's or the words do not tell.

    `last` is the claim of the count before. Plans and the trial's own verbs go first; then what makes a part of the
    count; then the nearest verb behind it; then what stands before it.
    """
    text = view.text
    fitting = _fitting(text)
    others = first(OTHERS, fitting)
    if others and not (others.name == "prevalence" and view.noun == "participants"):
        return None
    if are_asked(view):
        return INVITED
    verb = nearest(VERBS, text, fitting)
    if verb and verb.name == "screened" and MEASURED.match(text, view.place + 1):
        return OF_TOTAL if view.number.value < stated(said, view.number.start) else None
    if verb and (_is_outside(verb, view) or is_of_others(verb, view)):
        verb = None
    firm = verb if verb and verb.name in FIRM and not IN_ARM.match(text, view.place) else None
    if view.number.kind == "sample" and (_counts_events(text, view.place) or CLUSTERS.search(text, 0, view.place)):
        return None
    if view.number.kind == "sample" and last is not None and last.value == view.number.value:
        return firm or SERIES
    if _is_total(said, view):
        return TOTAL
    if view.number.kind == "sample" and (is_sample_of_all(view) or is_of_a_trial(said, view)):
        return nearest(VERBS, text, fitting) or TOTAL
    if " still " in text and STILL_NEEDED.match(text, view.place):
        return None
    if any(word in text for word in (" not ", " never ", "fail")) and NOT_DONE.match(text, view.place):
        return OF_TOTAL
    if last is not None and last.kind == "arm_size" and _is_another_arm(view, last):
        return SERIES
    if WITH_SHARE.match(text, view.place) and SHARE_ASSIGNED.match(text, view.place):
        return ARM_OF_PART
    if portion := portion_of(said, view):
        return None if is_recorded(said, view) else portion
    if THE_ONES.match(text) and (is_recorded(said, view) or is_swapped(said, view)):
        return TOTAL
    found = first(FOREMOST, fitting)
    if found and found.name == "of those allocated" and EITHER.match(text, view.place + 1):
        found = None
    if found and found.name == "will take in" and OF_THE_PEOPLE.match(text, view.place):
        found = OF_TOTAL
    if found and found.name == "target of" and last and last.pattern == OF_SITE.name:
        found = OF_SITE
    if found and found.name == "headed" and firm:
        found = firm
    if found and found.name == "of an arm" and WITH_SHARE.match(text, view.place):
        found = SHARED
    if found and found.name == "results from":
        if WITH_SHARE.match(text, view.place) and not FOR_ANALYSIS.match(text, view.place):
            found = SHARED
        elif IN_ARM.match(text, view.place):
            found = DATA_OF_ARM
    if not found:
        got = verb is not None and (
            verb.name in ("got", "gets", "dosed", "assigned") or HAD_ONE.match(text, view.place) is not None
        )
        with_share = WITH_SHARE.match(text, view.place) is not None
        if got and last and last.kind == "arm_size" and not with_share and GOES_ON.search(text, 0, view.place):
            return SERIES
        if " among " in text and AMONG.search(text, 0, view.place):
            return None
        if WHOLE.search(text):
            if firm and WHO_JOINED.match(text, view.place):
                return firm
            if swapped := is_swapped(said, view):
                return ARM_OF_PART if swapped == "arm_size" else WHOLE_OF_PART
            if not view.noun or (said.lower.endswith("of ", 0, view.number.start) and not is_above(said, view)):
                return None
            if is_arms(said, view) and not is_recorded(said, view):
                return None  # "121 of the 818 exercise participants"
            if IN_ARM.match(text, view.place) or ASSIGNED_TO.match(text, view.place):
                return ARM_OF_PART
            of_such = OF_SUCH.match(text, view.place) and not (is_recorded(said, view) or is_above(said, view))
            return None if of_such else WHOLE_OF_PART
        befell = verb is not None and verb.name == "befell"
        if last and last.kind != "enrollment" and not (view.noun or firm or befell or with_share):
            of_more = OF_MORE.match(text, view.place + 1)
            found = SERIES if GOES_ON.search(text, 0, view.place) and not of_more else None
            if found:
                return found
        found = _in_context(said, view, verb, firm, fitting)
    included = last is None and text.endswith("including ", 0, view.place) and not OF_STUDY.search(text)
    included = included and view.number.value > MANY
    if found and found.name == "among them" and included:
        return None  # "affects 2.8 million people, including 130,000 in Britain"
    more = MORE.search(said.lower, view.number.end, view.end) or ANOTHER.search(
        said.lower, max(0, view.number.start - 20), view.number.start
    )
    if found and found.name in ("people", "in people") and _are_those_who(said, view) and is_below(said, view):
        return None
    if found and found.name in ("people", "in people") and _are_given(said, view):
        found = ARM_OF_PART
    if found and found.name in ("in people", "of so many") and OF_A_SORT.match(text) and is_below(said, view):
        found = OF_TOTAL
    if found and found.name in ("got", "gets", "dosed") and is_sample_before(said, view):
        return ARM_OF_PART
    if found and found.gives["kind"] == "enrollment" and more and not is_recorded(said, view):
        return None  # "12 more patients were enrolled" beside those before
    if not (found or more) and view.noun and view.number.value and DONE.search(said.lower):
        found = OF_TOTAL if view.number.value < stated(said, view.number.start) else None
    if found and found.name == "people" and said.block_kind != "paragraph" and ITEM.search(text):
        found = ARM_OF_PART
    if found and found.name == "bare" and not view.noun and not view.number.spelled and view.number.value < LEAST_BARE:
        return None  # the number of a list's item
    if found is None and view.noun and view.number.value >= LEAST_KNOWN and is_joined(said, view):
        return KNOWN  # "Fifty-one volunteers let themselves be bitten", of a trial of 51
    return found if found and are_people(said, view, found.name) else None


LEAST_KNOWN = 20
LEAST_BARE = 30
ITEM = pattern(r"^[^.;:]{4,140} \(P\)\.?$")
"""An item of a list that ends with how many had it: "- A steroid injection (99 patients)"."""


def _in_context(
    said: Said, view: View, verb: Pattern | None, firm: Pattern | None, fitting: frozenset[int]
) -> Pattern | None:
    text = view.text
    if view.qualifier != "exact" and not view.noun and BETWEEN_COMMAS.search(text):
        return APPOSED
    if found := first(WHOLES, fitting):
        return None if text.endswith(("(% of ", "(% of the "), 0, view.place) else found
    if found := first(PIECES, fitting):
        if found.name == "what befell them" and view.noun and said.lower.endswith("all ", 0, view.number.start):
            return TOTAL
        of_all = found.name == "among them" or WITH_SHARE.match(text, view.place) or OF_EACH.match(text, view.place)
        return firm if firm and of_all else found
    if verb and verb.name == "befell" and (taken := taken_in_by(view, first(OBJECTS, fitting))):
        return taken
    if found := firm or first(LINKED, fitting) or verb:
        is_all = found.name == "befell" and view.noun and said.lower.endswith("all ", 0, view.number.start)
        if (
            found.name in ("got", "gets", "dosed")
            and HEADED.search(text, 0, view.place)
            and not is_recorded(said, view)
        ):
            return OF_TOTAL
        is_all = is_all and not OF_ONE_PLACE.match(view.text, view.place + 1)
        return TOTAL if is_all else found
    is_all = (
        view.noun
        and (view.number.value > FEW or is_recorded(said, view))
        and said.lower.endswith("all ", 0, view.number.start)
    )
    return first(OBJECTS, fitting) or _weak(view, fitting) or (TOTAL if is_all else None)


def _is_another_arm(view: View, last: Found) -> bool:
    """Whether a count goes on with the arms: "40 were given a pill, and another 42 to a patch"."""
    if last.pattern in ("sample of an arm", "per arm"):
        return False
    text, place = view.text, view.place
    if WITH_SHARE.match(text, place):
        further = last.pattern in (ARM_OF_PART.name, SERIES.name) and SHARE_TO_ANOTHER.match(text, place) is not None
        return further and GOES_ON.search(text, 0, place) is not None
    if not TO_ANOTHER.match(text, place):
        return False
    return GOES_ON.search(text, 0, place) is not None


def _are_those_who(said: Said, view: View) -> bool:
    """Whether a count is of people told of by what they did: "the 54 children who kept to the diet"."""
    return said.lower.endswith("the ", 0, view.number.start) and ARE_WHO.match(view.text, view.place) is not None


def _are_given(said: Said, view: View) -> bool:
    """Whether people are called by what an arm of theirs is given: "42 velozumab recipients"."""
    called = said.lower[view.number.end : view.end].split()
    return called[-1:] == ["recipients"] and not said.article.once(arm_words).isdisjoint(called[:-1])


def _weak(view: View, fitting: frozenset[int]) -> Pattern | None:
    """The pattern of a bare count, unless it is so small or large, or so placed, that it may well be another's."""
    found = first(COUNTS, fitting)
    if found is None or found.name not in ("in people", "people"):
        return found
    before = view.text[: view.place]
    if SYMPTOM.search(before) and not OF_STUDY.search(before):
        return WITH_SYMPTOM
    if view.number.value > MOST_BARE or (view.number.value <= FEW and not OF_STUDY.search(view.text)):
        return None
    return found


def _is_outside(verb: Pattern, view: View) -> bool:
    """Whether a verb stands behind the bracket that a count is in: "104 people (52 women) were randomised"."""
    text = view.text
    if text.rfind("(", 0, view.place) <= text.rfind(")", 0, view.place):
        return False
    closing = text.find(")", view.place)
    end: int = compiled(verb.form).search(text).end()
    return 0 <= closing < end - 1


def _counts_events(text: str, place: int) -> bool:
    """Whether "n = 2" stands behind words for events that are not said to be a reason: "serious events (n=2, n=3)"."""
    before = EVENTS.search(text, max(0, place - 90), place)
    return before is not None and not REASON.search(text, max(0, before.start() - 60), before.end())


def _is_total(said: Said, view: View) -> bool:
    """Whether this "n = 120" is the whole of which the other ones of the sentence are parts."""
    samples = [number for number in said.numbers if number.kind == "sample"]
    if len(samples) < 3 or samples[0] != view.number:
        return False
    others = [int(number.value) for number in samples[1:]]
    whole = int(view.number.value)
    if any(number.value == whole + sum(others) for number in said.numbers if number.start < samples[0].start):
        return False
    if whole < stated(said, view.number.start) or HAS_SHARE.match(view.text, view.place):
        return False
    if max(others) >= 0.8 * whole:
        return False
    before = said.lower[max(0, view.number.start - 60) : view.number.start]
    return whole in accumulate(others) or (sum(others) <= whole and OF_ALL.search(before) is not None)
