"""What a count of people is, by the words around it and by the claim of the count before."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from checker.claims.grammar import Pattern
from checker.claims.kinds._enrollment import COUNTS, OBJECTS, RECRUITED, VERBS, WHOLES
from checker.claims.kinds._groups import EACH, LINKED, PARTS, PIECES, STEPS
from checker.claims.kinds._matching import LateSieve, compiled, expression, first, nearest
from checker.claims.kinds._others import OTHERS
from checker.claims.kinds._plans import PLANS
from checker.claims.kinds._portions import OF_SITE, is_sample_of_all, portion_of
from checker.claims.kinds._senses import IN_ARM as ARM
from checker.claims.kinds._senses import OPEN, SOME
from checker.claims.kinds._standing import are_people
from checker.claims.kinds._totals import (
    is_above,
    is_arms,
    is_below,
    is_joined,
    is_recorded,
    is_sample_before,
    is_swapped,
    stated,
)
from checker.claims.kinds._views import arm_words
from checker.claims.kinds._whose import (
    INVITED,
    TOTAL,
    are_asked,
    goes_on_to_a_trial,
    is_of_others,
    names_a_trial,
    taken_in_by,
)
from checker.claims.repeated import once_a_text
from checker.claims.vocabulary import ANY_PEOPLE
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.claims.claim import Found
    from checker.claims.kinds._views import View
    from checker.claims.said import Said

FOREMOST = (*STEPS, *EACH, *PLANS, *RECRUITED, *PARTS)
SIEVE = LateSieve((*OTHERS, *FOREMOST, *WHOLES, *PIECES, *LINKED, *VERBS, *OBJECTS, *COUNTS), expression)

FIRM = frozenset(("will join", "screened", "completed", "analyzed", "randomized", "joined", "treated"))
"""Verbs that tell a role by themselves, whatever else stands around the count."""


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
NOT_TOLD = Pattern("not told", "", (), (), (), {})
"""What a count is that is no trial's, or that the words do not tell."""

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
    r"[PB] who (?:had|have|did|were) (?:not|never) (?:taken part|take part|joined?|participated?|"
    r"in (?:the|this) (?:trial|study))\b|"
    r"[PB] (?:were |was |had been )?(?:screen(?:ing)?[- ]failures?|failed (?:the |at )?screening)\b"
)
STILL_NEEDED = pattern(r"[PB] (?:[a-z]+ )?(?:is|are|were) still (?:needed|required|wanted|sought)\b")
OF_A_SORT = pattern(r"(?:of|among) (?:the )?P with ")
FOR_ANALYSIS = pattern(r"[PB][^.;]{0,40} (?:available for|(?:included|counted) in)\b[^.;]{0,30} analys[ei]s\b")
OF_EACH = pattern(r"[PB][^.;()]{0,60} \([%F] (?:in|per|to|of) (?:each|either|every)\b")
OF_TARGET = pattern(
    r"[PB][^.;()]{0,60} \((?:about |only |just )?[%F] of (?:the|its|our|a) (?:planned|intended|target|goal|aim)\b"
)
OF_THEM = pattern(r"[PB],? of (?:them|whom|these|those)\b")
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
    r"assigned)\b[^.;QP]*$|"
    r"\b(?:randomi[sz]ed|allocated|assigned) (?:the |these |all |our |C |S )?(?:[a-z-]+ ){0,2}(?:clusters|wards|teams|"
    r"practices|schools|villages|homes|clinics) (?:in)?to\b[^.QP]*$"
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
MEASURED = pattern(
    r"[^.;:]{0,60}? (?:was|were|being|been) assessed (?:for (?!elig|inclu|screen|possib|enrol)|at |after |with |by |on "
    r")"
)
"""What is measured in people, who are not screened for a trial by that."""
EITHER = pattern(
    r"[^.;]{0,90}\b(?:versus|vs\.?|either)\b|(?: who (?:were|had been))? (?:randomi[sz]ed|assigned|allocated) to "
    r"[^.;:,()]{2,50} or "
)
DONE = pattern(r"\b(?:was|were|had|did|[a-z]{3,}ed|got|took|went|felt|gave|saw|fell|rose)\b")
HEADED = pattern(r"(?:^|[.;:] )(?:of|among|out of) (?:the |these |those |all )?Q\b[^.;:QCBNP]{0,160}, $")
"""A whole at the head of a sentence: "Of the 450 children, 409 received a booster"."""
ANOTHER = pattern(r"\b(?:another|further|additional|next|remaining|the other) $")
OF_ALL = pattern(
    rf"\b(?:{ANY_PEOPLE}|all|overall|total|sample|enrol+ed|included|randomi[sz]ed)\b[^();]{{0,40}}\(?[^()]{{0,9}}$"
)
"""What a whole "n = 120" stands behind."""
MORE = pattern(r"[ -](?:more|new(?! zealand)|further|additional|other|extra) ")
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
ENDS = pattern(r"B(?:[.;,)]|$| and | (?:at|in|from|across) [SXC])")
HAS_SHARE = pattern(r"N\),? (?:(?:was|were|had) )?%")
"""A sample that has a share of its own, as one group of several: "patients at high risk (N = 176) was 84%"."""
REASON = pattern(
    r"\b(?:because|due|owing|reasons?|withdr|discontinu|stopped|dropp|exclu|lost|left|led|leading|patients|people|"
    r"participants|subjects)"
)
OF_MORE = pattern(r"(?: \([^()]{1,12}\))? (?:out )?of (?:the |its |all )?[QC]")


LEAST_KNOWN = 20
LEAST_BARE = 30
ITEM = pattern(r"^[^.;:]{4,140} \(P\)\.?$")
"""An item of a list that ends with how many had it: "- A steroid injection (99 patients)"."""


class Count:
    """One count of a sentence: its view, the claim of the count before, the patterns that fit, and its verb."""

    def __init__(self, said: Said, view: View, last: Found | None) -> None:
        self.said = said
        self.view = view
        self.last = last
        self.text = view.text
        self.place = view.place
        self.fitting = _fitting(view.text)
        self.nearest = nearest(VERBS, view.text, self.fitting)
        """The nearest verb behind it."""
        self.verb = self.nearest
        """The same, if it is said of the count."""
        if self.verb and (_is_outside(self.verb, view) or is_of_others(self.verb, view)):
            self.verb = None
        self.firm: Pattern | None = None
        """The same, if it tells a role by itself."""
        if self.verb and self.verb.name in FIRM and not IN_ARM.match(view.text, view.place):
            self.firm = self.verb

    def goes_on(self) -> bool:
        """Whether what stands before it goes on with what was told of the count before."""
        return GOES_ON.search(self.text, 0, self.place) is not None

    def has_share(self) -> bool:
        """Whether its share of a whole stands behind it: "66 (33%)"."""
        return WITH_SHARE.match(self.text, self.place) is not None

    def is_all(self) -> bool:
        """Whether it is said to be of all: "all 65 participants"."""
        return bool(self.view.noun) and self.said.lower.endswith("all ", 0, self.view.number.start)


def settling(said: Said, view: View, last: Found | None) -> Pattern | None:
    """The pattern that settles what a count is, or None where it is no trial's or the words do not tell.

    `last` is the claim of the count before. Plans and the trial's own verbs go first; then what makes a part of the
    count; then the nearest verb behind it; then what stands before it.
    """
    fitting = _fitting(view.text)
    others = first(OTHERS, fitting)
    if others and not (others.name == "prevalence" and view.noun == "participants"):
        return None
    if are_asked(view):
        return INVITED
    count = Count(said, view, last)
    found = _asked(AT_ONCE, count)
    if found is None:
        found = _foremost(count)
        found = _asked(BESIDE_OTHERS, count) if found is None else _borne_out(count, found)
    if found is None:
        found = _borne_out(count, _in_context(count))
    return None if found is NOT_TOLD else found


def _asked(readings: tuple[Callable[[Count], Pattern | None], ...], count: Count) -> Pattern | None:
    """What the first of some functions says that can tell."""
    for reading in readings:
        found = reading(count)
        if found is not None:
            return found
    return None


@once_a_text
def _fitting(text: str) -> frozenset[int]:
    """The identities of the patterns that fit the text of a view. Numbers are marks in it, so that many come again."""
    return frozenset(map(id, SIEVE.fitting(text)))


# Each of the following says what settles a count, NOT_TOLD where nothing does, or None where it cannot tell.


def _screened(count: Count) -> Pattern | None:
    """Reads people whom something is measured in: they are not screened for a trial by that."""
    if not (count.nearest and count.nearest.name == "screened" and MEASURED.match(count.text, count.place + 1)):
        return None
    number = count.view.number
    return OF_TOTAL if number.value < stated(count.said, number.start) else NOT_TOLD


def _sample(count: Count) -> Pattern | None:
    """Reads "n = 120", and any first count of which the others are parts."""
    said, view, text, last = count.said, count.view, count.text, count.last
    is_sample = view.number.kind == "sample"
    if is_sample and (_counts_events(text, view.place) or CLUSTERS.search(text, 0, view.place)):
        return NOT_TOLD
    if is_sample and last is not None and last.value == view.number.value:
        return count.firm or SERIES
    if _is_total(said, view):
        return TOTAL
    if is_sample and (is_sample_of_all(view) or names_a_trial(said, view.number)):
        return count.nearest or TOTAL
    return None


def _not_done(count: Count) -> Pattern | None:
    """Reads people who are still needed, or were not taken in."""
    text = count.text
    if " still " in text and STILL_NEEDED.match(text, count.place):
        return NOT_TOLD
    if any(word in text for word in (" not ", " never ", "fail")) and NOT_DONE.match(text, count.place):
        return OF_TOTAL
    return None


def _assigned(count: Count) -> Pattern | None:
    """Reads those of one arm after those of another, or with their share of all."""
    if count.last is not None and count.last.kind == "arm_size" and _is_another_arm(count):
        return SERIES
    return ARM_OF_PART if count.has_share() and SHARE_ASSIGNED.match(count.text, count.place) else None


def _portion(count: Count) -> Pattern | None:
    """Reads those of a part of the trial, and all of them at the head of a sentence on what they were like."""
    said, view = count.said, count.view
    if portion := portion_of(said, view):
        return NOT_TOLD if is_recorded(said, view) else portion
    if THE_ONES.match(count.text) and (is_recorded(said, view) or is_swapped(said, view)):
        return TOTAL
    return None


def _of_the_next_trial(count: Count) -> Pattern | None:
    """Reads a bare count behind the name of a trial, after that of another: "KOALA had 352 patients, HALCYON 240"."""
    view = count.view
    if count.last is None or count.last.kind != "enrollment" or view.noun or not ENDS.match(view.text, view.place):
        return None
    return SERIES if goes_on_to_a_trial(count.said, view.number) else None


AT_ONCE = (_screened, _sample, _not_done, _assigned, _portion, _of_the_next_trial)
"""What settles a count whatever else stands around it."""


def _foremost(count: Count) -> Pattern | None:
    """The plan, step or part that the words tell first of all."""
    text, place = count.text, count.place
    found = first(FOREMOST, count.fitting)
    if found is None:
        return None
    if found.name == "of those allocated" and EITHER.match(text, place + 1):
        return None
    if found.name == "will take in" and OF_THE_PEOPLE.match(text, place):
        return OF_TOTAL
    if found.name == "target of" and count.last and count.last.pattern == OF_SITE.name:
        return OF_SITE
    if found.name == "headed" and count.firm:
        return count.firm
    if found.name == "of an arm" and count.has_share():
        return SHARED
    if found.name == "results from":
        if count.has_share() and not FOR_ANALYSIS.match(text, place):
            return SHARED
        if IN_ARM.match(text, place):
            return DATA_OF_ARM
    return found


def _got_after_an_arm(count: Count) -> Pattern | None:
    """Reads those who got something after those of an arm: "40 got a pill and 42 had a patch"."""
    verb, last = count.verb, count.last
    got = verb is not None and (
        verb.name in ("got", "gets", "dosed", "assigned") or HAD_ONE.match(count.text, count.place) is not None
    )
    of_arm = got and last is not None and last.kind == "arm_size"
    return SERIES if of_arm and not count.has_share() and count.goes_on() else None


def _part_of_a_whole(count: Count) -> Pattern | None:
    """Reads the two numbers of "seven of 14 patients"."""
    said, view, text = count.said, count.view, count.text
    if " among " in text and AMONG.search(text, 0, view.place):
        return NOT_TOLD
    if not WHOLE.search(text):
        return None
    if count.firm and WHO_JOINED.match(text, view.place):
        return count.firm
    if swapped := is_swapped(said, view):
        return ARM_OF_PART if swapped == "arm_size" else WHOLE_OF_PART
    in_arm = IN_ARM.match(text, view.place)
    if in_arm and not view.noun and is_arms(said, view) and said.lower.endswith("of the ", 0, view.number.start):
        return ARM_OF_PART  # "five of the 149 in the control group"
    if not view.noun or (said.lower.endswith("of ", 0, view.number.start) and not is_above(said, view)):
        return NOT_TOLD
    if is_arms(said, view) and not is_recorded(said, view):
        return NOT_TOLD  # "121 of the 818 exercise participants"
    if in_arm or ASSIGNED_TO.match(text, view.place):
        return ARM_OF_PART
    of_such = OF_SUCH.match(text, view.place) and not (is_recorded(said, view) or is_above(said, view))
    return NOT_TOLD if of_such else WHOLE_OF_PART


def _goes_on(count: Count) -> Pattern | None:
    """Reads a bare number that goes on with what was told of the one before: "12 had a rash and 14 fever"."""
    last = count.last
    befell = count.verb is not None and count.verb.name == "befell"
    if not last or last.kind == "enrollment" or count.view.noun or count.firm or befell or count.has_share():
        return None
    of_more = OF_MORE.match(count.text, count.place + 1)
    return SERIES if not of_more and count.goes_on() else None


BESIDE_OTHERS = (_got_after_an_arm, _part_of_a_whole, _goes_on)
"""What the numbers beside a count tell of it."""


def _in_context(count: Count) -> Pattern | None:
    """The pattern of what else the words around a count say of it."""
    said, view, text, fitting = count.said, count.view, count.text, count.fitting
    if view.qualifier != "exact" and not view.noun and BETWEEN_COMMAS.search(text):
        return APPOSED
    if found := first(WHOLES, fitting):
        return None if text.endswith(("(% of ", "(% of the "), 0, view.place) else found
    if found := first(PIECES, fitting):
        if found.name == "what befell them" and count.is_all():
            return TOTAL
        if found.name == "share" and OF_TARGET.match(text, view.place):
            return count.firm or count.verb or TOTAL
        of_all = found.name == "among them" or count.has_share() or OF_EACH.match(text, view.place)
        of_them = OF_THEM.match(text, view.place) and is_recorded(said, view)
        return count.firm if count.firm and (of_all or of_them) else found
    if count.verb and count.verb.name == "befell" and (taken := taken_in_by(view, first(OBJECTS, fitting))):
        return taken
    if found := count.firm or first(LINKED, fitting) or count.verb:
        got = found.name in ("got", "gets", "dosed")
        if got and HEADED.search(text, 0, view.place) and not is_recorded(said, view):
            return OF_TOTAL
        befell_all = found.name == "befell" and count.is_all() and not OF_ONE_PLACE.match(text, view.place + 1)
        got_all = got and count.is_all() and (is_recorded(said, view) or is_swapped(said, view) == "enrollment")
        return TOTAL if befell_all or got_all else found
    if found := first(OBJECTS, fitting) or _weak(count):
        return found
    return TOTAL if count.is_all() and (view.number.value > FEW or is_recorded(said, view)) else None


def _borne_out(count: Count, found: Pattern | None) -> Pattern | None:
    """What the count is after all, given what else the article counts and what stands around it."""
    said, view, text = count.said, count.view, count.text
    included = count.last is None and text.endswith("including ", 0, view.place) and not OF_STUDY.search(text)
    if found and found.name == "among them" and included and view.number.value > MANY:
        return NOT_TOLD  # "affects 2.8 million people, including 130,000 in Britain"
    more = MORE.search(said.lower, view.number.end, view.end) or ANOTHER.search(
        said.lower, max(0, view.number.start - 20), view.number.start
    )
    if found and found.name in ("people", "in people") and _are_those_who(said, view) and is_below(said, view):
        return NOT_TOLD
    if found and found.name in ("people", "in people") and _are_given(said, view):
        found = ARM_OF_PART
    if found and found.name in ("in people", "of so many") and OF_A_SORT.match(text) and is_below(said, view):
        found = OF_TOTAL
    if found and found.name in ("got", "gets", "dosed") and is_sample_before(said, view):
        return ARM_OF_PART
    if found and found.gives["kind"] == "enrollment" and more and not is_recorded(said, view):
        return NOT_TOLD  # "12 more patients were enrolled" beside those before
    if not (found or more) and view.noun and view.number.value and DONE.search(said.lower):
        found = OF_TOTAL if view.number.value < stated(said, view.number.start) else None
    if found and found.name == "people" and said.block_kind != "paragraph" and ITEM.search(text):
        found = ARM_OF_PART
    if found and found.name == "bare" and not view.noun and not view.number.spelled and view.number.value < LEAST_BARE:
        return NOT_TOLD  # the number of a list's item
    if found is None and view.noun and view.number.value >= LEAST_KNOWN and is_joined(said, view):
        return KNOWN  # "Fifty-one volunteers let themselves be bitten", of a trial of 51
    return found if found and are_people(said, view, found.name) else NOT_TOLD


def _is_another_arm(count: Count) -> bool:
    """Whether a count goes on with the arms: "40 were given a pill, and another 42 to a patch"."""
    before = count.last.pattern if count.last else ""
    if before in ("sample of an arm", "per arm"):
        return False
    if count.has_share():
        further = before in (ARM_OF_PART.name, SERIES.name)
        return further and SHARE_TO_ANOTHER.match(count.text, count.place) is not None and count.goes_on()
    return TO_ANOTHER.match(count.text, count.place) is not None and count.goes_on()


def _are_those_who(said: Said, view: View) -> bool:
    """Whether a count is of people told of by what they did: "the 54 children who kept to the diet"."""
    return said.lower.endswith("the ", 0, view.number.start) and ARE_WHO.match(view.text, view.place) is not None


def _are_given(said: Said, view: View) -> bool:
    """Whether people are called by what an arm of theirs is given: "42 velozumab recipients"."""
    called = said.lower[view.number.end : view.end].split()
    return called[-1:] == ["recipients"] and not said.article.once(arm_words).isdisjoint(called[:-1])


def _weak(count: Count) -> Pattern | None:
    """The pattern of a bare count, unless it is so small or large, or so placed, that it may well be another's."""
    view = count.view
    found = first(COUNTS, count.fitting)
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
