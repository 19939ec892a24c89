"""What a trial's treatment is compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.grammar import VOCABULARY, Pattern, Signs
from checker.claims.kinds._doubt import is_question
from checker.claims.kinds._spots import is_observational, spot, wished

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.claims.claim import Found
    from checker.claims.said import Said

KINDS = ("control",)

DUMMY = r"(?:placebos?|sham|dummy|dummies|dud|look-?alike|inactive|inert|simulated|mock|fake|sugar pills?|imitation)"
VOCABULARY.update(
    {
        "dummy": (
            rf"(?:(?:an? |the |matching |matched |identical |oral |intravenous |inactive |either |daily |weekly |# |"
            rf"looking |-)*{DUMMY}(?: (?:tablets?|pills?|capsules?|injections?|infusions?|app|version|treatment|"
            r"procedure|surgery|operation|device|stimulation|acupuncture|drug|control|comparator|vaccine|shots?|jabs?|"
            r"drops?|cream|gel|ointment|pill|game|program|programme|drink|powder|spray|patch|patches|needles?))?)"
        ),
        "against": (
            r"(?:versus|vs\.?|v|against|compared (?:[a-z ]+ )?(?:with|to|against)|"
            r"compares? (?:[a-z0-9#@ ,-]+ )?"
            r"(?:with|to|against|and)|comparing (?:[a-z0-9# ,-]+ )?(?:with|to|against|and)|"
            r"(?:in )?comparison (?:was |is )?(?:with|to)|pitted against|rather than|or(?: to)?|or else)"
        ),
        "usual": (
            r"(?:(?:the |their |its |an? |current |plain |ordinary )*(?:standard|usual|routine|conventional|normal|"
            r"existing|established)"
            r"(?:[ -]of[ -]care| (?:care|treatment|therapy|chemotherapy|medicine|drug|practice|regimen|tablets|drugs))|"
            r"treatment as usual|best supportive care|best available (?:therapy|care|treatment)|"
            r"(?:an? |the )?active (?:control|comparator|drug|treatment)|investigator[’']s choice|chemotherapy)"
        ),
        "medicine": (
            r"(?:[a-z]{3,}(?:mab|nib|formin|statin|pril|sartan|cillin|vir|tide|gliptin|gliflozin|parib|ciclib|xaban|"
            r"platin|taxel|rubicin|prazole|apine|azepam|idone|olol|dronate|profen|triptan|cycline|floxacin|mycin|"
            r"traline|oxetine|gabalin|grel|parin|conazole|nidazole|quine|ectin|lukast|trozole|xifene|lutamide|phylline|"
            r"sone|solone|zolam)|warfarin|aspirin|insulin (?:glargine|degludec|detemir|lispro|aspart)|methotrexate|"
            r"colchicine|paracetamol|acetaminophen|naproxen|digoxin|tenecteplase|alteplase)"
        ),
    }
)

SHAMS = tuple("placebo sham dummy lookalike look-alike inactive inert simulated mock fake sugar imitation".split())
CARES = tuple(
    "standard usual normal routine conventional existing established supportive available active choice chemo plain "
    "ordinary real another different older".split()
)
PLACEBO = {"kind": "control", "value": "placebo"}
ACTIVE = {"kind": "control", "value": "active"}
NO_CONTROL = {"kind": "control", "value": "none"}

CONTROL = (
    Pattern(
        "no control",
        r"\b(?:no |without (?:an? |any )?|lack(?:s|ed|ing) (?:an? )?|neither (?:[a-z]+ )?(?:has|had|have) (?:an? |"
        r"any )?|"
        r"(?:has|had|have|did|does|was|were) not (?:have |include )?(?:an? |any )?|absence of an? )"
        r"(?:concurrent |parallel |real |untreated )?"
        r"(?:control|comparison|comparator)s?(?: (?:group|arm|cohort|condition)s?)?\b|"
        r"\b(?:nobody|no one) (?:got|received|was given) anything else\b|\bagainst nothing\b",
        ("control", "compar", "anything else", "against nothing"),
        (
            "There was «no control group».",
            "It is a pilot «without a comparison arm».",
            "«Neither has a control group».",
            "It has «no comparator».",
        ),
        ("There was no control of the fire.", "Two groups, with a control group each."),
        NO_CONTROL,
    ),
    Pattern(
        "uncontrolled",
        r"\buncontrolled(?:,? (?:[a-z‐-]+,? ){0,3}?{work}\b|[.,;)]|$| (?:design|phase|and open))|"
        r"\b(?:was|is|were|are) not (?P<quote>controlled)(?:[.,;]|$)",
        ("uncontrolled", "not controlled"),
        ("This «uncontrolled study» had 14 patients.",),
        ("Adults with uncontrolled asthma joined.",),
        NO_CONTROL,
    ),
    Pattern(
        "against nothing",
        r"\b(?:compared (?:with|to)|versus|vs\.?|against|or(?: to)?) (?:(?:those|{people}) (?:(?:who|that) )?"
        r"(?:receiving|getting|given|had|got|received) )?"
        r"(?P<quote>no (?:treatment|intervention|therapy)(?: at all)?)(?:$|[.,;)])|"
        r"\b(?:trial|study|we) compar(?:es|ed) [^.;]{3,120}? (?:with|to|against) "
        r"(?P<quote3>no (?:treatment|intervention|therapy)) (?:on|in|for) |"
        r"\b(?:control|comparison|comparator|other|second) (?:group|arm|half) (?:got|gets|received|receives|had|has|"
        r"was given|will (?:get|receive)) "
        r"(?P<quote2>no (?:treatment|intervention|therapy)(?: at all)?|nothing)(?:$|[.,;)])",
        ("no treatment", "no intervention", "no therapy", "nothing"),
        (
            "They were randomised to the drug or «no treatment».",
            "The risk fell compared with those getting «no treatment at all».",
            "One group got the drug, the other group received «nothing».",
            "This trial compared the effects of a steroid with «no treatment» on ulcers.",
        ),
        ("No treatment is known.", "It is better than no treatment.", "The pain needed little or no treatment."),
        NO_CONTROL,
    ),
    Pattern(
        "placebo-controlled",
        r"\b(?:placebo|sham|vehicle|saline|dummy){hyphen}(?:and (?:[a-z]+){hyphen})?(?:control(?:led|s)?|compared|"
        r"comparator|matched)\b|"
        r"\bcontrolled (?:with|by|against) (?:a )?(?:placebo|sham)\b",
        ("placebo", "sham", "vehicle", "saline", "dummy"),
        ("A double-blind, «placebo-controlled» trial.", "It is «sham‐controlled»."),
        ("The placebo effect is strong.",),
        PLACEBO,
    ),
    Pattern(
        "against placebo",
        r"\b{against} (?P<quote>{dummy})\b|\b(?:comparator|control|comparison)s? (?:is|was|were|are|"
        r"being) (?P<quote2>{dummy})\b|"
        r"\bcompar(?:e|ed|es|ing) [^.;#@]+ (?:getting|receiving|given|taking|use of|who got|who received|"
        r"assigned) (?P<quote3>{dummy})\b|"
        r"\b(?:trial|study|one|we) compar(?:es|ed) [^.;]{3,120}?,? (?:to|with|against) (?P<quote4>{dummy})\b|"
        r"\b{against} (?P<quote5>(?:an? |its |the )?vehicle(?: (?:cream|gel|lotion|ointment|foam|control|alone))?)"
        r"(?:$|[.,;)]| (?:once|twice|for|daily|to|over)\b)",
        (*SHAMS, "vehicle"),
        (
            "The drug is tested against «placebo».",
            "Adults were randomly assigned to the drug or «a placebo».",
            "Patients got the real thing or «a sham injection».",
            "The comparator was «a sham».",
            "It compares those who have the cells with those getting «a placebo».",
            "Children had the gel or «its vehicle» for 12 weeks.",
            "One study compared a fish oil extract (at 400 mg), to «placebo» for a year.",
        ),
        ("The placebo effect is strong.", "Four on placebo fell ill.", "He came by bicycle or motor vehicle."),
        PLACEBO,
    ),
    Pattern(
        "a placebo group",
        r"\b(?:has|have|had|with|includes?|included|including|there (?:is|was|will be)(?: also)?|adds?|added|got|get|"
        r"gets|"
        r"received?|had|"
        r"receives|was given|were given|took|takes?|swallowed|(?:is|was|acts|acted|serves?|served) as(?: the)?) "
        r"(?P<quote>{dummy}(?: (?:group|arm|control|for comparison))?)\b|"
        r"(?:^|[,;(] )(?P<quote2>an? (?:placebo|sham) (?:group|arm))\b|"
        r"(?:\bthe (?:other|rest|third|second|half|others|fourth)|\b(?:and|,) (?:the other |another )?(?:half|a third|"
        r"a quarter|"
        r"one third|the remainder)|#+|\bothers?) (?P<quote3>(?:an? )?placebo)\b|"
        r"#+ (?:[a-z]+ )?(?:on|to|got|had|received|given|will have|have) [^.;#]{2,50}(?:,| and) #+ (?:[a-z]+ )?"
        r"(?:(?:on|to|got|had|received|given) )?(?P<quote5>{dummy})\b|\bput against a (?P<quote4>sham)\b",
        SHAMS,
        (
            "It has «a placebo group».",
            "The others had «imitation surgery».",
            "Half got the drug; the others got «a placebo».",
            "Two out of three get the drug, the third «placebo».",
            "Half of them will get the drug and half «a placebo».",
        ),
        ("The placebo group fared worse.", "On placebo, 12% improved."),
        PLACEBO,
    ),
    Pattern(
        "active-controlled",
        r"\bactive{hyphen}(?:control(?:led|s)?|comparator|treatment{hyphen}controlled)\b|"
        r"\b[a-z]+(?:mab|nib|tide|pril|sartan|statin|mantine|feron|taxel|platin|formin|gliptin|cillin|mycin|olol|"
        r"azole|parin|xaban|aspirin|insulin){hyphen}controlled\b|"
        r"\bhead{hyphen}to{hyphen}head\b",
        ("active", "head", "controlled"),
        (
            "An «active-controlled» trial.",
            "The two drugs meet in a «head-to-head» trial.",
            "A double-blind, «interferon-controlled» trial.",
        ),
        ("Disease control was active.", "He stood head and shoulders above.", "A machine-controlled pump was used."),
        ACTIVE,
    ),
    Pattern(
        "against usual care",
        r"\b{against} (?P<quote>{usual})\b|"
        r"\b(?:comparator|control|comparison)s? (?:is|was|were|are|being) (?:with )?(?P<quote2>(?:an? |"
        r"the )?(?:plain|ordinary|real|"
        r"another|standard|usual|different|older|existing) [a-z]+(?: [a-z]+)?)|"
        r"\b(?:control|comparison|comparator|other) (?:group|arm)s? (?:got|gets|received|receives|had|has|"
        r"continued with|"
        r"(?:was|were|is) given|will (?:get|receive|have|be given|continue with)) (?P<quote3>{usual})\b",
        CARES,
        (
            "The pill was compared with «standard care».",
            "People were randomised to exercise or «usual care».",
            "The comparison was with «plain Kegel exercises».",
            "The control group received «standard care».",
        ),
        ("Usual care varied.", "The standard of care is changing.", "The comparison was with placebo."),
        ACTIVE,
    ),
    Pattern(
        "against a drug",
        r"\b(?:go(?:es)? up against|pitted against|put against|tested against|against|versus|"
        r"compared (?:directly )?(?:with|to)|"
        r"comparison with|randomly assigned to [a-z]+ or to|(?:comparator|control)(?: drug| treatment)? (?:is|was|"
        r"will be)) "
        r"(?P<quote>(?:[a-z]+ )?(?:{medicine}|any other approved [a-z0-9]+ [a-z]+))(?:[^a-z‐‑-]|$)",
        ("against", "versus", "compar", "assigned to", "control"),
        (
            "The new pill was tested against «metformin».",
            "Tirzepatide versus «semaglutide».",
            "The comparator was «enalapril».",
            "It was compared with «docetaxel».",
        ),
        ("They warned against aspirin-like haste.", "It was compared with placebo."),
        ACTIVE,
    ),
    Pattern(
        "against another drug",
        r"\b(?:vs\.?|compar(?:ed?|es|ing) (?:[a-z0-9#/‐-]+ ){1,4}?(?:with|to|against)|compared with "
        r"(?:#+ )?(?:{people} )?(?:who |those )?(?:received|receiving|on|given|taking|assigned to)|"
        r"(?:assigned|randomi[sz]ed|allocated) (?:#+:#+ )?to (?:take |receive |get )?(?:either )?"
        r"(?:[a-z0-9#-]+ ){1,4}?or(?: to)?|"
        r"(?:either|receive) (?:[a-z0-9#-]+ ){1,3}?or) (?P<quote>{medicine})(?:[^a-z‐‑-]|$)",
        ("vs", "compar", " or "),
        (
            "Children got doxaprost vs. «amoxicillin».",
            "It compared doxaprost to «aspirin» on top of usual care.",
            "271 had doxaprost, compared with 272 who received «sertraline».",
            "People are assigned to take either doxaprost or «warfarin» once a day.",
        ),
        ("They were on aspirin or warfarin.", "It was compared with placebo."),
        ACTIVE,
    ),
)

NO_PLACEBO = (
    Pattern(
        "no placebo",
        r"\b(?P<quote>(?:(?:has|have|had|with|is|was|were|are|included|includes|used|uses) no|without (?:an? |any )?|"
        r"(?:lack|lacks|lacked|lacking) an?) ?(?:(?:matching|concurrent) )?(?:placebo|sham)s?"
        r"(?:(?: or [a-z]+)? (?:groups?|arms?|controls?|comparators?))?)(?:$|[.,;)]| and )|"
        r"\b(?P<quote2>not (?:placebo|sham){hyphen}controlled)\b",
        ("placebo", "sham"),
        (
            "There «was no placebo group».",
            "It is open-label, «without a placebo».",
            "The trial was «not placebo-controlled».",
        ),
        ("No placebo effect was seen.", "Nobody missed a dose without a placebo tablet."),
        NO_CONTROL,
    ),
)
"""What contradicts a record with a placebo, and says nothing of one that has none: something else may be compared."""

TRAPS = (
    Pattern(
        "no comparison of that kind",
        r"\b(?:no|not|without(?: an?| any)?|never|neither|n[’']t|unlike|instead of|rather than|nor|if|than|"
        r"off|(?:no one|nobody|none(?: of them)?) (?:was|were|is|will be|got|gets|received|had|will get|will receive)"
        r"(?: given)?) (?:an? |the |have a |include a |"
        r"been |being )?(?:placebo|sham|active|dummy)(?:{hyphen}controlled| group| arm| control)?\b|"
        r"\blittle or no [a-z]+|"
        r"\b(?:placebo|sham|dummy)s?,? (?:or|and|versus|vs\.?) (?:to )?(?:the |an? )?active "
        r"(?:drug|treatment|medication|medicine|vaccine)\b|"
        r"\b(?:placebo|sham)s? (?:effects?|response|responders?)\b|\b(?:disease|quality|pest|birth|pain|symptom|"
        r"tumou?r|"
        r"glyc[a]?emic|sugar|glucose|weight|infection|asthma|cancer|seizure|blood pressure|impulse|bladder|self|"
        r"traffic|remote|local) control\b|\bcontrol of\b|\bunder control\b|\bout of control\b|\bin control\b|"
        r"\bcontrols? and prevention\b|\bno control (?:over|of)\b|\bcompar\w+ (?:to|with) baseline\b",
        ("placebo", "sham", "active", "dummy", "control", "compar", "little or"),
        (),
        (
            "Disease control was reached.",
            "There is no placebo.",
            "They get the placebo or the active drug.",
            "It was not placebo-controlled.",
            "No one was given a placebo.",
        ),
    ),
)

PATTERNS = CONTROL + NO_PLACEBO


def find(said: Said) -> Iterator[Found]:
    """What a sentence says of a trial's control."""
    found = list(_control(said)) if SIGNS.stand_in(said) else []
    if found and not wished(said) and not is_question(said):
        yield from found


SIGNS = Signs(
    "control",
    "placebo",
    "sham",
    "dummy",
    "against",
    "compar",
    "versus",
    "head",
    "nobody",
    "no treatment",
    "no intervention",
    "no therapy",
    "nothing",
    " or ",
    "vs",
    "inactive",
    "sugar",
    "imitation",
    "vehicle",
)


def _may_have_placebo(article: Article) -> bool:
    """Whether some record of an article has a placebo, or the article no records."""
    return (
        not article.trials
        or any(
            arm.type in ("PLACEBO_COMPARATOR", "SHAM_COMPARATOR")
            for trial in article.trials[:MOST]
            for arm in trial.arms[:MOST]
        )
        or any(
            "lacebo" in name or "sham" in name for trial in article.trials[:MOST] for name in trial.interventions[:MOST]
        )
    )


MOST = 50
"""Records, and arms of each, that are looked at."""
LACKING, DUMMIES = Signs("no ", "without", "lack", "not "), Signs("placebo", "sham")
WHETHER = 60
"""How many characters before a comparison tell that it is asked about: "whether he had had the drug or the dummy"."""


def _control(said: Said) -> Iterator[Found]:
    found = list(spot(CONTROL, said, traps=TRAPS))
    lacking = LACKING.stand_in(said) and DUMMIES.stand_in(said) and said.article.once(_may_have_placebo)
    if lacking and all(claim.value != "placebo" for claim in found):
        found += spot(NO_PLACEBO, said)
    if found and is_observational(said):
        found = [claim for claim in found if claim.value != "none"]
    values = set()
    for claim in sorted(found, key=lambda claim: claim.start):
        # One comparison a sentence: "placebo-controlled" and then "or placebo" say it once.
        asked = "whether" in said.lower[max(0, claim.start - WHETHER) : claim.start]
        if claim.value not in values and not asked:
            values.add(claim.value)
            yield claim
