"""How people come into the groups of a trial, and how the groups are laid out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.claims.claim import Found
from checker.claims.grammar import VOCABULARY, Pattern, Signs
from checker.claims.kinds._doubt import is_question
from checker.claims.kinds._spots import is_observational, labelled, spot, wished

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.grammar import Match
    from checker.claims.said import Said

KINDS = ("allocation", "intervention_model")

VOCABULARY.update(
    {
        "assigned": (
            r"(?:assign(?:ed|s|ing)?|allocat(?:ed|es|ing)|divid(?:ed|es|ing)|split|sort(?:ed|s|ing)?|put|puts|"
            r"plac(?:ed|es|ing)|"
            r"given|receiv(?:e|es|ed|ing)|(?:selected|chosen|picked|drawn) (?:to|for (?:the|an?))|treated|got|gets|"
            r"enrol+ed "
            r"(?:to|into)|distributed (?:to|into|between|among)|"
            r"grouped|classified|categori[sz]ed|separated|sent|directed|switched)"
        ),
        "by chance": (
            r"(?:at random|by chance|by lot|by lots|by lottery|randomly|by (?:a |the )?(?:flip|toss) of a coin|"
            r"by (?:a )?coin (?:flip|toss)|by (?:a |the )?computer|by drawing (?:of )?lots|by randomi[sz]ation)"
        ),
        "layout": (
            r"(?:[a-z0-9#]+[‐‑–-][a-z0-9‐‑–-]+|phase|#+|[0-4ivx]{1,3}[ab]?(?:/[0-4iv]{1,3})?|multi-?cent(?:er|re)|"
            r"multi-?site|international|national|pragmatic|pilot|feasibility|exploratory|parallel|open|prospective|"
            r"superiority|non-?inferiority|equivalence|adaptive|small|large|new|recent|definitive|placebo|controlled|"
            r"blind(?:ed)?|masked|cluster|factorial|cross-?over|european|uk|us|group|arm|label|centre|center|double|"
            r"interventional|clinical|phased|single|triple|one|two|three|four|and)"
        ),
        "told": (
            r"(?: (?:of|in|with|to|comparing|was|is|were|at|that|which|among|involving|conducted|by|on|for|from|ran|"
            r"took|has|had|will|and|showed|shows|found|nested|across|design|aim(?:s|ed)|compar(?:es|ed)|evaluat[a-z]+|"
            r"assess[a-z]+|test(?:s|ed|ing)|includ(?:es|ed|ing)|recruit[a-z]*|enrol[a-z]*)\b)"
        ),
        "not": (r"(?:\bnot|n[’']t|\bnever|\bnor|\bneither|\b(?:nobody|no one) (?:is|was)|\bnone (?:is|are|was|were))"),
        "nobody": (
            r"\b(?:nobody|no one|none of (?:the |these |its )?(?:them|people|patients|participants|volunteers|adults|"
            r"children|women|men|subjects))(?: (?:in|of|at|from) [^.;,#]{1,40})?(?:,? (?:is|are|was|were|will be))?"
        ),
    }
)

RANDOMIZED = {"kind": "allocation", "value": "RANDOMIZED"}
NON_RANDOMIZED = {"kind": "allocation", "value": "NON_RANDOMIZED"}

METHOD = "method of randomization"
"""Says more of people who the sentence says were randomised."""

ALLOCATION = (
    Pattern(
        "not randomized",
        r"\bnon{hyphen}randomi[sz]ed|\bunrandomi[sz]ed|\bquasi{hyphen}(?:randomi[sz]ed|experimental)|"
        r"{not} (?:being |a |an |be |been |have been )?(?:[a-z]{3,}ly |in fact |even |then |blinded or |blinded and )?"
        r"(?:randomi[sz]ed|randomly {assigned}|random\b)|"
        r"(?P<quote>{nobody} (?:(?:ever|actually) )?(?:randomi[sz]ed|randomly {assigned}|"
        r"(?:assigned|allocated) (?:[a-z]+ ){0,2}{by chance}))(?: to\b| into\b|[.,;]|$)",
        ("random", "quasi", "nobody", "no one", "none of"),
        (
            "This was a «non-randomized» pilot.",
            "In this «quasi-experimental» study, two wards were compared.",
            "It is «not a randomised» trial.",
            "Patients were «not randomly assigned» to treatment.",
            "The split is «not random».",
            "«Nobody is randomized».",
            "The study was«n't randomised».",
            "«Nobody in the trial was randomised».",
            "«None of them assigned at random», patients got the drug or a placebo.",
        ),
        (
            "Nobody knew who was randomised to the drug.",
            "Not all were randomised.",
            "Homes, not people, were randomised.",
            "Not a single randomised child was lost.",
        ),
        NON_RANDOMIZED,
    ),
    Pattern(
        "without randomization",
        r"\bwithout (?:any )?(?:randomi[sz]ation|randomi[sz]ing|being randomi[sz]ed)|"
        r"\b(?:no|lacked|lacks|lacking) randomi[sz]ation|\babsence of randomi[sz]ation",
        ("randomi",),
        ("Three regimens were assigned «without randomisation».", "There was «no randomization»."),
        ("With randomisation came balance.",),
        NON_RANDOMIZED,
    ),
    Pattern(
        "not by lot",
        r"{not} (?:been |be )?(?:{assigned} |decided |determined |chosen |drawn )"
        r"(?:(?:eligible )?{people} |them |you )?(?:to (?:[a-z]+ ){1,3})?{by chance}",
        ("random", "by chance", "by lot", "coin", "by computer", "by drawing"),
        (
            "The two groups were «not drawn by lot».",
            "Treatment was «not assigned at random».",
            "People were «not divided by chance».",
            "They will «not assign patients at random».",
        ),
        ("Not long after, groups were drawn by lot.",),
        NON_RANDOMIZED,
    ),
    Pattern(
        "own choice",
        r"\b(?:patients|participants|women|families|parents|doctors|villages|surgeon and patient|patient and surgeon|"
        r"men|people|volunteers|couples)"
        r" (?:(?:in the (?:trial|study) )?(?:will |would )?choose|chose|decided|picked|could choose|"
        r"(?:were|are|will be) (?:free|allowed) to choose)"
        r" (?:for themselves )?(?:which|whether to (?:have|receive|get|take)|between|to receive|"
        r"their own) [^.;]{0,30}"
        r"(?:treatment|group|arm|operation|drug)|"
        r"\b(?:patients|participants|women|men|people|volunteers|couples) (?:in the (?:trial|study) )?"
        r"(?:(?:will |would |could )?choose|chose|decided|picked) "
        r"(?:for themselves (?:to|whether|which|between|what)\b|"
        r"(?:to|whether to) (?:take|have|get|receive) [^.;]{0,50}\bor (?:an? |the )?(?:[a-z]+ )?placebo\b)|"
        r"\b(?:according to|based on|by) (?:(?:the |their|your|patient|patients[’']|parents[’']|own) ?){1,2}"
        r"(?:preference|choice|wish(?:es)?)\b|\b(?:assigned|allocated) by (?:own )?choice\b",
        (" cho", "decided", "picked", "could choose", "according to", "preference", " wish"),
        (
            "In this study «patients chose which treatment» they had.",
            "They were put into groups «according to their own preference».",
            "«Participants will be free to choose which treatment» they have.",
            "Adults were «assigned by choice» to either crown.",
            "They were allocated «by their own wish» to surgery.",
            "All «participants chose for themselves to» take the pill or a placebo.",
            "«Participants will choose whether to take either tablets, or a matching placebo».",
        ),
        ("Patients chose which day suited them.", "Doctors chose the dose."),
        NON_RANDOMIZED,
    ),
    Pattern(
        "randomly assigned",
        r"\brandomly (?:[a-z]+ )?{assigned}|\brandom (?:assignment|allocation)\b|"
        r"\border (?:of [a-z ]{1,40} )?(?:being )?randomi[sz]ed\b|"
        r"\b(?:allocation|assignment|split|order|sequence) (?:to [a-z ]{1,40} )?(?:is|was|were|"
        r"will be) (?:at )?random\b",
        ("random",),
        (
            "We «randomly assigned» 300 adults to the drug or placebo.",
            "People will be «randomly allocated» to one of two groups.",
            "Patients were «randomly chosen to» receive the injection.",
            "They were «randomly classified» into three groups.",
            "«Allocation was random».",
            "Each diet lasted eight weeks, with the «order randomised».",
        ),
        (
            "Households were randomly selected from the census.",
            "Missing values were randomly distributed.",
            "A random sample of 300 adults was asked.",
        ),
        RANDOMIZED,
    ),
    Pattern(
        "by lot",
        r"\b(?:{assigned}|decided|determined|chosen|drawn|made|settled|selected|picked) "
        r"(?:(?:each|every|all|the) (?:[a-z]+ ){1,2}|(?:#+ |eligible )?{people} |them |you )?"
        r"(?:to (?:[a-z]+ ){1,3}|into (?:[a-z#]+ ){1,7}|"
        r"between (?:[a-z]+ ){1,4})?"
        r"(?P<quote>{by chance})|"
        r"[,;:(] (?P<quote2>by lot)\b|(?P<quote3>\bby randomi[sz]ation\b)|"
        r"\b(?:half|third|quarter|some|rest|of (?:them|the (?:[a-z]+ )?(?:participants|patients|volunteers|people|"
        r"group))) (?P<quote4>at random)\b|"
        r"^(?P<quote5>by chance|at random|by lot|by lottery), [^.;,]{3,60} (?:assigned|allocated|split|divided)\b",
        ("random", "by chance", "by lot", "coin", "computer", "by drawing"),
        (
            "Treatment was assigned «at random».",
            "Who got what was decided «by chance».",
            "Volunteers were split into two groups «by the toss of a coin».",
            "A computer put people into groups «by randomisation».",
            "A computer put each person into one of two groups «by chance».",
            "It gives half a disc and half a fusion, «by lot».",
            "«By chance», the team assigned half the patients to surgery.",
            "It will give the drug to a third of the participants «at random».",
            "The doctors will assign patients «at random» to early or late surgery.",
        ),
        (
            "The gene was found by chance.",
            "Records were checked at random.",
            "She got better by chance.",
            "By chance, the team had met the patients before.",
        ),
        RANDOMIZED,
    ),
    Pattern(
        "chance decided",
        r"\b(?:chance|fate|a computer(?: program)?|computer|a coin(?: toss| flip)?|the toss of a coin|lots|"
        r"a lottery|the lot)"
        r" (?:decided|decides|determined|determines|chose|chooses|choose|picked|picks|assigned|assigns|allocated|"
        r"allocates|had drawn|drew|draws|settled|sorted|will decide|would decide)\b"
        r"(?: (?:the )?(?:lots|order|who|which|what|whether))?|"
        r"\bchance (?:had given|has given|gave) (?:#+ of|half\b|each\b|some\b|the (?:rest|others)\b)|"
        r"\bcomputer (?:program )?(?:will |would |then |randomly ){1,3}(?:decides?|chooses?|picks?|assigns?|allocates?|"
        r"selects?|puts?)\b|"
        r"\b(?:let|letting|left it to|leave it to|lets|left to) (?:chance|luck|the computer|a computer)\b|\b(?:drew|"
        r"draws|drawn|drawing|draw) (?:the )?lots\b",
        ("chance", "fate ", "computer", "coin", "lots", "lottery", "the lot", "luck"),
        (
            "«Chance decided which» of them had honey.",
            "«A computer picked» the treatment for each person.",
            "A «computer will randomly decide» who gets the drug.",
            "501 people agreed to «let chance» choose between surgery and everything else.",
            "They «drew lots» for the order.",
            "«Chance had given 124 of» them the low dose.",
        ),
        (
            "There is a chance that it works.",
            "Chance gave them an idea.",
            "By luck, the computer stored the files.",
            "Lots of people came.",
        ),
        RANDOMIZED,
    ),
    Pattern(
        "randomized",
        r"(?P<quote>\b(?:(?:cluster|block|stratified){hyphen})?randomi[sz]ed)(?:[‐‑–-]control(?:led)?)?,?(?: "
        r"(?:[a-z0-9#@‐-]+,?|u\.[ks]\.)){0,8} "
        r"(?:{work}|crossover|design|phase|fashion|manner|protocol|intervention)\b|"
        r"\b(?P<quote2>(?:is|are|was|were|be|being|get|got|gets) (?:{adverbs}|then |subsequently |first |"
        r"first of all |[a-z]+ly )"
        r"?randomi[sz]ed)\b|"
        r"(?:^|[,;:(\"“] ?|\band |\bboth |\band, |\bnot only |\bthen )(?P<quote3>(?:(?:cluster|"
        r"block){hyphen})?randomi[sz]ed)(?:[,;:.)”\"]|$| and | in an? | "
        r"to | into | #| [0-9]| but | @|{hyphen}controlled| \()|"
        r"\b(?P<quote4>randomi[sz]e[sd]? (?:#+ |[a-z]+ )?(?:#+|them|patients|participants|people|adults|children|women|"
        r"men|volunteers))|"
        r"\b(?P<quote7>(?:have|has|had) been randomi[sz]ed to)\b|"
        r"\b(?:patients|participants|people|adults|children|subjects|volunteers|women|men) (?P<quote9>randomi[sz]ed) "
        r"(?:to|into|between)\b|"
        r"\b(?:includ(?:ed|es|ing)|enrol+(?:ed|s|ing)|involv(?:ed|es|ing)|recruited|comprised) (?:a total of )?#+ "
        r"(?:[a-z-]+ ){1,4}"
        r"(?P<quote8>randomi[sz]ed) (?:to|into|between)\b|"
        r"\b(?P<quote5>{adverbs}randomi[sz]es|will randomi[sz]e|randomi[sz]ing)\b|"
        r"\bnot only (?:was|is|were) (?:the|this|our) (?:trial|study) (?P<quote6>randomi[sz]ed)\b",
        ("randomi",),
        (
            "It is a «randomised», double-blind trial.",
            "Eligible adults «were randomized» to the drug or to placebo.",
            "«Randomised», unblinded, two hospitals.",
            "The trial «randomised 300 adults».",
            "It took in 40 people and «randomised them» in a 2:1 ratio.",
            "All three, «randomised» and completed, were run in Spain.",
            "The study «will randomise» 40 children.",
            "Patients «were then randomized» 2:1.",
            "The «randomised» controlled trial ran for a year.",
            "This «randomised», placebo-controlled, 12-week, 44-centre study began.",
            "It was given in a «randomised», double-blind fashion.",
            "A hospital-based «randomized»-controlled trial in Karachi.",
            "Sixty patients «have been randomised to» receive four courses.",
            "Not only was the trial «randomised», it was large.",
            "The trial included 147 healthy adults «randomised» to one of two diets.",
            "It is not only «randomized» but large.",
            "Patients «randomised» to placebo fared worse.",
        ),
        (
            "By May, 141 had been randomised.",
            "Patients randomised early fared worse.",
            "Eleven patients consented to be randomised.",
            "Such questions are answered in randomised controlled trials.",
            "Three years after randomisation, all were well.",
        ),
        RANDOMIZED,
    ),
    Pattern(
        "randomization",
        r"\b(?P<quote>underwent randomi[sz]ation)|"
        r"(?:#+|[0-9]|one|two|three)(?:[ -]to[ -]|:)(?:#+|[0-9]|one|two|three) (?P<quote2>randomi[sz]ation)\b|"
        r"\b(?:at|in|with|using) (?:an? |the )?(?P<quote3>randomi[sz]ation) ratio\b",
        ("randomi",),
        (
            "A total of 120 patients «underwent randomization».",
            "It was a two-to-one «randomisation».",
            "They were treated at a «randomization» ratio of 3:2.",
        ),
        (
            "At randomisation the groups were alike.",
            "Mendelian randomisation hints at a cause.",
            "Randomisation was stratified by age.",
        ),
        RANDOMIZED,
    ),
    Pattern(
        METHOD,
        r"\b(?:block|simple|stratified|permuted[ -]block) randomi[sz]ation\b",
        ("randomi",),
        ("A strength is its «stratified randomisation».",),
        ("They were randomised (with computerised randomisation in blocks).",),
        RANDOMIZED,
    ),
    Pattern(
        "rct",
        r"(?:^|[.:] ?(?:an? )?|\b(?:this|our|the (?:present|current|same)|(?:in|is|was|as|report|present|conduct(?:ed|"
        r"ing)?|performed|did|ran|running|undertook|launched|began|designed|plan(?:ned)?) (?:an?|the))|"
        r"\b(?:trial|study)(?: \([^()]{1,40}\))?, an?) ?"
        r"(?:{layout},? )*(?P<quote>rct)(?:$|[.,;:)]| \(|{told})|\bthe (?P<quote2>rct){told}",
        ("rct",),
        (
            "This «RCT» ran at nine hospitals.",
            "In this multicenter, international «RCT» of 90 adults, cooling did no good.",
            "Design: Two-arm, open, feasibility «RCT» with interviews.",
            "We ran a double-blind «RCT» comparing two tablets.",
            "The «RCT» included 300 women.",
            "The trial, a pragmatic, multicenter «RCT» evaluating a manoeuvre, is over.",
            "It is a multicentre, open-label, interventional «RCT».",
        ),
        (
            "Arctic weather delayed it.",
            "They were offered RCT.",
            "The RCT patients were younger.",
            "It was no better in RCT (five months) than outside.",
            "That is the best rate for this kind of phase III RCT involving no treatment.",
            "It does not touch on the validity of an RCT.",
        ),
        RANDOMIZED,
    ),
)

TRAPS = (
    Pattern(
        "not allocation",
        r"\b(?:larger|further|future|additional|well-designed|recommend(?:s|ed)?|needs?|needed|calls? for|await)"
        r"(?: [a-z-]+){0,2} randomi[sz]ed,? (?:[a-z-]+,? ){0,3}(?:trials|studies)\b|"
        r"\bmendelian randomi[sz]ation|\binternational standard randomi[sz]ed controlled trials?|"
        r"\bby randomi[sz]ation (?:group|arm|status)|\bcuff\b[^.;]{0,30}\brct\b|"
        r"\(rcts?\)|\b(?:in|of|from|by|with|for|on|between|through|using|"
        r"and) randomi[sz]ed,? (?:(?:and )?controlled |clinical |placebo{hyphen}controlled |"
        r"double{hyphen}blind,? ){0,3}(?:trials|studies)\b|\brandom (?:allocation|assignment) "
        r"(?:sequences?|schedules?|lists?|tables?|codes?)\b|\bnot (?:all|every|a single|"
        r"one) (?:[a-z]+ ){0,3}randomi[sz]ed|"
        r"\bnon{hyphen}randomi[sz]ed (?:[a-z-]+ )?(?:patients|participants|people|groups?|women|men|subjects|sequence|"
        r"comparisons?|cohorts?|"
        r"studies|trials|evidence|data|access|registry|arms?|controls|"
        r"control (?:groups?|arms?|patients|cohorts?)|treatment|extensions?|follow{hyphen}up|continuation)\b|"
        r"\b(?:rather than|unlike|instead of|"
        r"than) (?:in )?(?:an? )?(?:larger |proper )?(?:randomi[sz]ed|random)|"
        r"\brandomly (?:selected|chosen) for (?:an? )?(?:interviews?|audit|tests?|testing|survey|review|inspection|"
        r"screening|biopsy|analysis)\b|"
        r"\b(?:cent(?:er|re)|site|hospital|clinic|school|household|sample|winner|name|page|record|home|number|order)s? "
        r"(?:was|were|is|are) (?:chosen|selected|picked|drawn) (?:at random|randomly|by lot)(?:[.,;]|$| from)|"
        r"\brandomly (?:selected|chosen|picked|sampled|drawn) (?:from|among|"
        r"people|"
        r"households|patients|adults|out of)|(?:selected|chosen|picked|sampled|drawn|checked) at random from|"
        r"(?:#+ |\bonce |\bwhen |\bif |\bwho |\bthose |\bbefore (?:being|they were) |\bafter (?:being|"
        r"they were) )(?:[a-z]+ )?(?:were|was|are|is)? ?not randomi[sz]ed|"
        r"\b(?:once|after|before|until|when|if) (?:(?:[a-vx-z]|w[a-gi-z])[a-z]* (?:[a-z]+ ){0,2})?"
        r"(?:is|are|was|were|being|been) randomi[sz]ed|"
        r"(?:^|\b(?:the|in|of|among|for|than|by|with|those|all|and|to|between|most|some|few|both|from|that|when|as) |"
        r"[,;:(] ?|#+ |% )"
        r"(?:patients|participants|people|adults|those|children|subjects|volunteers|women|men) randomi[sz]ed"
        r"(?:[.,;:)]|$| (?:[a-hj-su-z]|i[a-mo-z]|in |t[a-np-z]))|"
        r"\b(?:un)?(?:able|willing|willingness|ability|refus(?:ed|al|e)|declin(?:ed|e)|agreed?|consent(?:ed)?|asked|"
        r"invited|eligible) to be randomi[sz]ed\b|"
        r"#+ randomi[sz]ed (?:patients|participants|people|adults|children|subjects|women|men)|"
        r"\b(?:all|the|of) randomi[sz]ed (?:patients|participants|people|adults|children|subjects|women|men)|"
        r"\bbe(?:en)? randomi[sz]ed (?:again|a second time|before)|re-?randomi[sz]ed",
        ("random", "rct"),
        (),
        (
            "Mendelian randomization suggests otherwise.",
            "It is registered as an International Standard Randomised Controlled Trial.",
            "They recommend larger randomized controlled trials.",
            "Seven were not randomized.",
            "After 18 months of nonrandomized treatment, four had died.",
            "After patients were randomized, two left.",
            "All randomised patients were counted.",
            "They were chosen at random from the register.",
        ),
    ),
)

SINGLE_GROUP = {"kind": "intervention_model", "value": "SINGLE_GROUP", "one": True}

MODEL = (
    Pattern(
        "single arm",
        r"\bsingle{hyphen}(?:armed|arm|group)\b|(?:\bone|#+)[‐‑–-](?:armed|arm|group)\b|"
        r"[,;] (?P<quote2>(?:one|#+) (?:arm|group))[,;.]|\bonly (?:one|#+|a single) (?:arm|group)\b|"
        r"\b(?:just|but) (?:one|#+) (?:arm|group)\b|\bhad (?:one|#+|a single) (?:arm|group)\b|"
        r"\b(?:(?:a|the|this) (?:trial|study|pilot) without an? (?:control|comparison) (?:arm|group))|"
        r"[,;] (?P<quote>no comparison)[,;.]",
        (" arm", "-arm", "‐arm", "‑arm", "group", "comparison", "single", "one"),
        (
            "It is a «single-arm» study.",
            "There is «only one group».",
            "The trial is open-label and «one-arm».",
            "A «single group» of 40 people will be treated.",
        ),
        ("One group got the drug, the other placebo.", "In one arm, 20 patients improved.", "They shook her one arm."),
        SINGLE_GROUP,
    ),
    Pattern(
        "parallel",
        r"\bparallel{hyphen}(?:group|arm|assignment|design|cohort)s?\b|\bin parallel groups\b",
        ("parallel",),
        ("This «parallel-group» trial ran in Spain.", "Adults were treated «in parallel groups»."),
        ("In parallel, a survey was done.",),
        {"kind": "intervention_model", "value": "PARALLEL"},
    ),
    Pattern(
        "crossover",
        r"\bcross{hyphen}over,? (?:(?:randomi[sz]ed|controlled|clinical|double{hyphen}blind|open{hyphen}label|pilot|"
        r"interventional),? ){0,3}(?:trial|study|design|experiment|pilot|comparison)\b|"
        r"\b(?:is|was|as|in|of) an? (?P<quote>(?:[a-z0-9‐-]+,? ){0,4}cross{hyphen}over)(?:[.,;:)]|$| such| like|"
        r" with| in| of)|"
        r"(?:^|[,;(] ?|\band )(?P<quote2>cross{hyphen}over)(?:[.,;)]|$| and )",
        ("cross",),
        ("It was a double-blind «crossover trial».", "That is a «crossover»."),
        ("Crossover to the drug was allowed.", "Ten patients crossed over to the other arm."),
        {"kind": "intervention_model", "value": "CROSSOVER"},
    ),
    Pattern(
        "factorial",
        r"(?:#+|\b(?:two|2|three|3))[ -]?(?:by|x|×)[ -]?(?:#+|two|2|three|3) factorial\b|\bfactorial\b",
        ("factorial",),
        ("In a «2-by-2 factorial» design, two drugs were tested.", "It is a «factorial» trial."),
        ("The cause is multifactorial.",),
        {"kind": "intervention_model", "value": "FACTORIAL"},
    ),
    Pattern(
        "sequential",
        r"\bsequential (?:assignment|cohorts?|dose{hyphen}escalation)\b",
        ("sequential",),
        ("Healthy men were dosed in «sequential cohorts».",),
        ("A group-sequential design allowed for an early look.",),
        {"kind": "intervention_model", "value": "SEQUENTIAL"},
    ),
)
PATTERNS = ALLOCATION + MODEL

LABEL = r"(?:intervention |intervention study |study )?(?:model|design)"
LABELLED = {
    "single": "SINGLE_GROUP",
    "parallel": "PARALLEL",
    "cross": "CROSSOVER",
    "factorial": "FACTORIAL",
    "sequential": "SEQUENTIAL",
}
"""Values by the words that what registries and tables label so begins with."""


def find(said: Said) -> Iterator[Found]:
    """What a sentence says of the allocation and the layout of a trial."""
    found = []
    if SIGNS.stand_in(said):
        found += _allocation(said)
    found += list(_labels(said)) or spot(MODEL, said, holds=lambda match: _is_one(said, match))
    yield from found


def _labels(said: Said) -> Iterator[Found]:
    """What stands behind "Intervention model:", in a sentence or a table."""
    for _, value, start, end in labelled(said, LABEL):
        model = next((model for word, model in LABELLED.items() if value.strip().startswith(word)), "")
        if model:
            yield Found("intervention_model", model, start, end, pattern="label")


def _is_one(said: Said, match: Match) -> bool:
    """Whether the count of a single group is one: a shape tells a count only by its length."""
    start, end = match.start, match.end
    return "one" not in match.pattern.gives or "#" not in said.shape[start:end] or "one" in said.lower[start:end]


SIGNS = Signs(
    "random", "quasi", "chance", " lot", "coin", "rct", "cho", "computer", "luck", "fate", "preference", " wish"
)


def _allocation(said: Said) -> list[Found]:
    found = list(spot(ALLOCATION, said, traps=TRAPS))
    if not found or is_question(said) or wished(said):
        return []
    if is_observational(said):
        found = [claim for claim in found if not _lacks(said, claim)]
    if any(claim.pattern != METHOD for claim in found):
        found = [claim for claim in found if claim.pattern != METHOD]
    # Where the sentence has the term, "by chance" explains it.
    named = any("random" in said.lower[claim.start : claim.end] for claim in found)
    return [claim for claim in found if not named or re.search("random|quasi|rct", said.lower[claim.start : claim.end])]


def _lacks(said: Said, claim: Found) -> bool:
    return said.lower[claim.start : claim.end].startswith("no ")
