"""Patterns of how many people a trial screened, took in, randomized, treated, saw through and counted."""

from __future__ import annotations

from checker.claims.grammar import Pattern
from checker.claims.kinds._senses import (
    ANALYZED,
    ASSIGNED,
    COMPLETED,
    DOSED,
    ENROLLED,
    OPEN,
    PLANNED,
    RANDOMIZED,
    SCREENED,
    TREATED,
)
from checker.claims.kinds._words import ANY_WORDS

RECRUITED = (
    Pattern(
        "headed",
        r"^(?:participants|patients|subjects|(?:study |trial |patient )?population|sample|"
        r"setting and participants|participants and setting):? P",
        ("participants", "patients", "subjects", "population", "sample"),
        ("Participants «364 mothers» who had a mild depression.",),
        ("Participants who had 364 mild headaches.",),
        OPEN,
    ),
    Pattern(
        "in total",
        r"[PBN],? (?:in all|all told|in total|altogether|overall)\b",
        ("in all", "all told", "in total", "altogether", "overall"),
        ("There were 69 and 65, «134» in total.",),
        ("In all it was cold for 134 days.",),
        {"kind": "enrollment", "role": "total"},
    ),
    Pattern(
        "results from",
        r"\b(?:results|data|findings|outcomes|figures|information|analysis|analyses|samples) "
        r"(?:(?:were|was|are|is|available|obtained|collected|reported|published|presented|in hand|based on|"
        r"rest on|come|came|comes) )*(?:from|for|on|of) {it}|"
        r"\b(?:analysis set|analysis population|efficacy population|safety population|analy[sz]ed|"
        r"efficacy set)(?: (?:of|was|included|comprised|had|data from))*:? {it}|"
        r"\b(?:outcomes?|endpoints?|end points?|status|follow-up|scans|samples|records|"
        r"measurements)\b[^.;:QCPBN]{0,60} "
        r"(?:was|were) (?:ascertained|available|known|obtained|assessed|determined|recorded|complete) (?:in|for|from) "
        r"{it}|"
        r"\banalys[ei]s (?:included|comprised|covered|was of|was based on|is based on) {it}|"
        r"\b(?:rest|rests|based|relies|rely) on {it}|^evaluable:? {it}|"
        r"\b(?:analysis|efficacy|safety|treat|itt|mitt|protocol|evaluable) (?:population|set|cohort|"
        r"sample)(?: (?:of|was|included|comprised|had|consisted of|numbered))+:? {it}|"
        r"\bdata ?sets? (?:of|was|included|comprised|had|has) {it}|"
        r"{it}(?: [a-z]+)?(?: left| remained| available| included)? for (?:the )?(?:(?:final|primary|itt|mitt|"
        r"intention-to-treat|intent-to-treat|per-protocol|efficacy|safety|main) )?analys[ei]s\b",
        ANY_WORDS,
        ("Results from «14 patients» look good.", "In all, they analysed «109»."),
        ("The data cover 14 patients.",),
        ANALYZED,
    ),
    Pattern(
        "recruitment ended with",
        r"\b(?:enrol+ment|recruitment|accrual|inclusion) (?:(?:of|hit|reached|passed|topped|exceeded|stood at) {it}|"
        r"\(N)",
        ("rol", "recruitment", "accrual", "inclusion"),
        ("Recruitment of «300 people» was completed in May.",),
        ("Recruitment was completed in 300 days.",),
        OPEN,
    ),
    Pattern(
        "study of so many",
        r"\b{trial} {adverb}(?:(?:across|at|in) [^.;:PQBN]{0,40} )?(?:including|comprising|enrol+ing|recruiting|"
        r"treating) "
        r"{it}|"
        r"\b{trial},? (?:of|with|in|on|among|involving) P{post}(?:is|was|has|had|did|began|started|starts|begins|found|"
        r"showed|ended)\b|^in (?:the|this|our|a) {trial} of P,",
        ("trial", "stud", "pilot", "programme", "program", "including", "comprising"),
        (
            "The study of «122 participants» was completed in May.",
            "Data of a study including «122 participants».",
            "The study, in just «14 people», had no control group.",
        ),
        ("The study was completed by 122 participants.",),
        OPEN,
    ),
    Pattern(
        "they assigned",
        r"\b(?:randomly (?:assigned|allocated|divided|split)|assigned|allocated)(?: \([^()]{1,12}\))? {it}",
        ("assigned", "allocated", "divided", "split"),
        ("We randomly assigned «302 patients» to a drug or placebo.",),
        ("The drugs were assigned to 302 rooms.",),
        ASSIGNED,
    ),
    Pattern(
        "recruited",
        r"\b(?:enrol+ed|recruited|signed up|enlisted|took in|taken in|take in|accrued|registered)"
        r"(?: (?:so far|to date|already):)? {it}|"
        r"\b(?:enrol+ed|recruited|included) and (?:treated|randomi[sz]ed|dosed|followed|analy[sz]ed) {it}|"
        r"\b(?:enrol+ed|recruited|included) and (?:treated|randomi[sz]ed|dosed|followed|analy[sz]ed) {it}|"
        r"\bafter {adverb}(?:enrol+ing|recruiting|including|accruing|signing up|taking in) {it}|"
        r"\b(?:managed|mustered|attracted) [BN](?:$|[.,;:)])|\bmilestone of (?:recruiting |enrol+ing )?{it}",
        ANY_WORDS,
        ("It recruited «72» of them.", "It stopped after enrolling «45» of 300.", "It managed only «212»."),
        ("It fell by 72.",),
        ENROLLED,
    ),
    Pattern(
        "randomized them",
        r"\brandomi[sz]ed(?: \([^()]{1,12}\))? {it}|\brandomi[sz]ation of {it}",
        ("randomi",),
        ("The firm randomized «194 adults».", "Randomization of «60 patients» is over."),
        ("A randomized trial took in 386 adults.",),
        RANDOMIZED,
    ),
    Pattern(
        "some completed",
        r"{it},? (?:people |patients |participants )?\(?(?:out )?of (?:the |its |"
        r"all )?(?:[a-z]+ )?[QC],? (?:(?:have|has|had) )?{adverb}{completed}\b",
        ("of ",),
        ("In all «20» of 24 completed the study.",),
        ("In all 20 of 24 improved.",),
        COMPLETED,
    ),
    Pattern(
        "some enrolled",
        r"{it},? (?:people |patients |participants )?\(?(?:out )?of (?:the |its |an? |all )?(?:[a-z]+ )?[QC],? "
        r"(?:planned )?(?:have |has |had )?(?:been |were |are )?{adverb}(?:enrol+ed|recruited|randomi[sz]ed|included|"
        r"dosed|treated),? (?:so far|to date|already|by (?:then|now)|at that point)\b"
        r"|\bwith {it} of (?:the |its |an? )?(?:[a-z]+ )?[QC],? (?:patients |participants )?{adverb}"
        r"(?:enrol+ed|recruited|randomi[sz]ed|dosed)\b"
        r"|{it},? (?:\([^()]{1,30}\) )?(?:out )?of (?:the |all )?[QC](?: [a-z-]+){0,3} "
        r"(?:{be}(?:enrol+ed|recruited|included) in(?:to)?|took part in|joined) (?:the|this|our|a)\b"
        r"|{it} (?:out )?of (?:the )?[QC],? (?:that |which |whom )?(?:it|they|we|the (?:trial|study|team)) "
        r"(?:had |was |were )?(?:originally |first |initially )?(?:planned|wanted|hoped|needed|aimed|meant|sought|"
        r"designed|expected|looked) for\b",
        ("of ",),
        (
            "It goes on, with «60» of 120 patients enrolled so far.",
            "With «287» of 300 enrolled, it is full.",
            "«48» (86%) of 56 eligible participants were enrolled in the study.",
            "It had got to «801» of the 3,000 people that it was meant for.",
        ),
        ("In all 20 of 24 improved so far.", "In all 20 of the 24 people whom it was meant to help felt better."),
        ENROLLED,
    ),
    Pattern(
        "some randomized",
        r"{it},? (?:people |patients |participants )?(?:out )?of (?:the |all )?(?:[a-z]+ )?[QC] "
        r"(?:who (?:were|had been) )?(?:screened|assessed|approached|invited|contacted|referred)[^.;,QCBNP]{0,30} "
        r"(?:were|went on to be) {adverb}"
        r"randomi[sz]ed\b",
        ("of ",),
        ("In all «120» of the 300 people screened were randomised.",),
        ("In all 120 of the 300 people screened were men.",),
        RANDOMIZED,
    ),
    Pattern(
        "some analyzed",
        r"{it},? (?:people |patients |participants )?\(?(?:out )?of (?:the |its |"
        r"all )?(?:[a-z]+ )?[QC] {be}{analyzed}\b",
        ("of ",),
        ("In all «20» of 24 were analysed.",),
        ("In all 20 of 24 improved.",),
        ANALYZED,
    ),
)
"""What a trial did to so many of those whom it met."""

WHOLES = (
    Pattern(
        "of an arm a share",
        r"\b(?:one|none|most|many|each|all|few|some|half|third|quarter|majority|two|three) (?:out )?of [PB],? "
        r"(?:who )?(?:(?:{getting}|received|got|took|on|in|from)(?: to)?) (?:the |an? )?"
        r"(?:(?:matching )?(?:placebo|sham|usual care|standard care|A)\b|(?:[a-z0-9-]+ ){0,4}?(?:A *)?(?:group|arm)\b)",
        (" of ",),
        (
            "None of the «116 patients» receiving placebo had a response.",
            "Most of the «40 people» in the drug group did well.",
        ),
        ("None of the 116 patients had a response.", "Half of the 116 patients got it in a study."),
        {"kind": "arm_size"},
    ),
    Pattern(
        "of whom a share",
        r"(?:[%FX]|\b(?:one|none|last|first|most|many|each|all|few|rest|some|half|third|quarter|majority|every one|"
        r"members?|proportion|two|three)) (?:out )?of [PB]\b",
        (" of ",),
        ("The last of the «352» came in May.", "Half of the «1,000 volunteers» got it."),
        ("The last of them came in 352 cases.",),
        OPEN,
    ),
    Pattern(
        "of so many",
        r"(?:^|[.;:–—] ?)(?:of|among|out of) [BP], (?:[a-z]+ )?[QC]\b",
        ("of ", "among "),
        ("Of the «104», 94 came back.",),
        ("Of the 104 pills, 94 came back.",),
        OPEN,
    ),
    Pattern(
        "who each",
        r"{it}(?:,? (?:with|in|from|at) [^.;:,QCBNP]{1,60}?)?,? who each\b",
        ("who each",),
        ("It involved «28 patients» with cancer who each received a dose.",),
        ("It involved 28 patients who received a dose each.",),
        OPEN,
    ),
)
"""A count that the words before it take a part of: what follows tells of that part."""

VERBS = (
    Pattern(
        "will join",
        r"{whom}(?:(?:will|would|shall|should|may|are to|is to|are expected to|are due to|are planned to|are going to|"
        r"were to|were meant to|were supposed to|were expected to|can|are likely to) {adverb}"
        r"(?:be (?:{adverb}(?:enrol|recruit|includ|randomi|involv|assign|allocat|treat|test|stud|given|follow|need|"
        r"divided|split|screened|dosed|asked|monitored|invited|tracked|put|observed)[a-z]*|"
        r"[a-z]+ed and {adverb}(?:assigned|allocated|randomi[sz]ed|enrol+ed|treated))|take part|join|"
        r"participate|"
        r"enter|enrol+|receive|get|undergo|have|wear|take|use|complete)\b|"
        r"(?:is|are) (?:now |currently |presently |still )?being (?:recruited|enrol+ed|sought|signed up|enlisted)\b)",
        ANY_WORDS,
        (
            "Some «60 patients» in Spain will be enrolled.",
            "«300 people» will take part.",
            "About «200 people» are being recruited to take part.",
            "«Eighty participants» are presently being recruited.",
        ),
        ("The 60 patients were enrolled and will be followed.",),
        PLANNED,
    ),
    Pattern(
        "screened",
        r"{whom}(?:(?:who )?{be}?{screened}\b|(?:who )?(?:underwent|went through) (?:[a-z]+ )?screening)|"
        r"{it} (?:who )?(?:have |had )?applied(?:$|[.,;)])",
        (
            "screen",
            "offered",
            "assessed",
            "looked at",
            "approached",
            "evaluated",
            "checked",
            "considered",
            "contacted",
            "invited",
            "applied",
            "asked to",
        ),
        ("«7,412» having been screened, half were left out.",),
        ("People are screened at age 50 in 12 countries.",),
        SCREENED,
    ),
    Pattern(
        "completed",
        r"{whom}(?:(?:have|has|had|who|that) )*{adverb}{completed}\b",
        (
            "complet",
            "finish",
            "through",
            "make it",
            "made it",
            "stayed",
            "stuck with",
            "still ",
            "the end",
            "did all",
            "attended the",
            "remained in",
        ),
        ("In the end «122 participants» completed the study.", "«Fifty-one» did all that was asked."),
        ("The study of 122 participants was completed in May.",),
        COMPLETED,
    ),
    Pattern(
        "analyzed",
        r"{whom}(?:{be}|(?:could|can) be )?{analyzed}\b",
        ("analy", "counted", "evalua", "included", "considered", "available", "assessable"),
        ("In all, «109» were analysed for efficacy.",),
        ("The analysis covers 14 countries.",),
        ANALYZED,
    ),
    Pattern(
        "all of whom were randomized",
        r"[PBN](?: \([^)]{0,30}\))?, (?:all of whom|who|both of whom) (?:was|were) {adverb}randomi[sz]ed\b",
        ("randomi",),
        ("It was tried in «52 sleepers», who were randomised.",),
        ("There were 52 sleepers who were randomised.",),
        ENROLLED,
    ),
    Pattern(
        "randomized",
        r"{whom}(?:(?:who )?{be}?(?:(?:went|go) on to be |to be )?{adverb}randomi[sz]ed\b|"
        r"(?:underwent|went through) randomi[sz]ation)",
        ("randomi",),
        ("There were «386 adults» randomized.",),
        ("A randomized trial took in 386 adults.",),
        RANDOMIZED,
    ),
    Pattern(
        "assigned",
        r"{whom}(?:{be}(?:either )?{adverb}(?:{randomized}|assigned|allocated|divided|split|drawn)\b|"
        r"(?:{randomized}|assigned|allocated) to\b)",
        ("randomi", "randomly", "assigned", "allocated", "divided", "split", "drawn"),
        ("«118 patients» in Germany were randomly assigned to two pills.",),
        ("The pills were assigned at random.",),
        ASSIGNED,
    ),
    Pattern(
        "joined",
        r"{whom}(?:(?:(?:who|that|have|has|had|eventually|finally) )*{be}?{adverb}{joined}\b|"
        r"{be}{adverb}(?:tested|studied|followed(?: up)?|observed|monitored|surveyed)\b)",
        ANY_WORDS,
        ("«1,156 patients» were included at 254 sites.", "«Forty-two» said yes."),
        ("Doctors joined in 42 countries.", "OUTLOOK 5 recruited in Spain."),
        ENROLLED,
    ),
    Pattern(
        "befell",
        r"{it}(?:(?: \([^)]{0,30}\))?(?:,? (?:in|with|on|from|at|of|aged) [^.;:!?,QCBNP]{2,}?)?,? (?:(?:who|"
        r"that|also|later|have|has|had) )*{adverb}| and [QC] (?:also )?){event}",
        ANY_WORDS,
        ("«Seven families» stopped early.",),
        ("The seven will be asked.",),
        {"kind": "subgroup_size"},
    ),
    Pattern(
        "treated",
        r"{it} (?:who |have |had )?(?:received|took|got|had) (?:at least |>=?|≥ ?)?(?:(?:one|1|X|T|C|"
        r"any)(?: or more)? (?:doses?|injections?|infusions?|shots?|cycles?|jabs?|treatments?)|(?:any|the|"
        r"their) study (?:drug|medication|treatment))\b|"
        r"{it} (?:had )?received (?:study |trial |both )?treatments?(?:$|[.,;)]| and | in )|{it} treated\b|"
        r"{it} used (?:a|the|their|it) [a-z ]{2,20}at all",
        ANY_WORDS,
        ("In all «294» received ≥1 dose.", "That makes «nine» treated."),
        ("The nine had been ill.",),
        TREATED,
    ),
    Pattern(
        "dosed",
        r"{whom}(?:(?:have|has|had|having) {adverb}been|were|was) {adverb}(?:treated|dosed|injected|infused|"
        r"vaccinated|immuni[sz]ed|inoculated|transplanted|implanted)\b",
        ("treated", "dosed", "injected", "infused", "vaccinated", "immuni", "inoculated", "transplanted", "implanted"),
        ("«388» have so far been vaccinated.",),
        ("The 388 doses were new.",),
        DOSED,
    ),
    Pattern(
        "got",
        r"{whom}(?:(?:who|that|have|has|had|so far) )*{got}\b",
        ANY_WORDS,
        ("«388» received the drug.",),
        ("The 388 doses were new.",),
        DOSED,
    ),
    Pattern(
        "gets",
        r"{whom}(?:(?:who|that) )*{gets}\b",
        ANY_WORDS,
        ("«388 people» get the drug.",),
        ("The 388 doses were new.",),
        {"kind": "enrollment", "role": "gets"},
    ),
)
"""What the people of a count did, or what was done to them: the nearest verb behind them settles it."""

OBJECTS = (
    Pattern(
        "finishers",
        r"[PB] ?(?:finishers|completers)\b|\bcompleted by {it}",
        ("finishers", "completers", "completed"),
        ("There were only «40 finishers».",),
        ("There were only 40 nurses.",),
        COMPLETED,
    ),
    Pattern(
        "they screened",
        r"\b(?:screened|approached|invited|contacted) {it}",
        ("screened", "approached", "invited", "contacted"),
        ("They screened «402 people».",),
        ("They were screened in 12 cities.",),
        SCREENED,
    ),
    Pattern(
        "treated people",
        r"\btreated {it}|\b(?:injected|dosed|vaccinated|infused|immuni[sz]ed|inoculated|fingers of) {it}",
        ("treated", "injected", "dosed", "vaccinated", "infused", "immuni", "inoculated", "fingers"),
        ("In all they treated «nine people».",),
        ("The nine had been ill.",),
        TREATED,
    ),
    Pattern(
        "recruitment of",
        r"\b(?:enrol+ment|recruitment|accrual|enrol+ing|recruiting|sample|participation|"
        r"participant count|head ?count)(?: (?:of|reached|total+ed|"
        r"closed with|ended with|stood at|stands at|at|with|was|finished with|stopped at|to))+:? {it}|"
        r"\b(?:stopped|closed|ended|stalled)(?: (?:taking in|enrol+ing|"
        r"recruiting)(?: [a-z]+)?)?(?: early)? (?:at|with) {it}|"
        r"\b(?:{took}(?: [a-z'-]+){0,2}|has|had) P|\b(?:in it|all told|it got was|got (?:was|were)|says|"
        r"ended (?:up )?with|had) {it}|\bonly {it}$|\bof the {it} can\b",
        ANY_WORDS,
        ("It was closed with «72».", "It followed «72 adults».", "I hear they ended up with «140»."),
        ("It fell by 72.",),
        OPEN,
    ),
    Pattern(
        "tested in",
        r"\b(?:tested|tried|used|put to the test|studied|piloted|evaluated|trialled|"
        r"examined|assessed|investigated|compared|conducted|performed|carried out|run|ran|done|made|"
        r"to the test|swallowed|paid)\b[^.;:!?PBNQC]{0,60} (?:in|on|with|among|by) {it}|"
        r"\bpaid {it}",
        ANY_WORDS,
        ("The idea was tried out on «158 smokers».",),
        ("It fell by 72.",),
        OPEN,
    ),
    Pattern(
        "given to",
        r"\b(?:given|administered|offered) to {it}|\b(?:gave|giving|fed|feeding) P",
        ("to", "gave", "giving", "fe"),
        ("It was administered to «72 people».", "They gave «40 volunteers» a daily pill."),
        ("It fell to 72.",),
        OPEN,
    ),
)

COUNTS = (
    Pattern(
        "a share in people",
        r"% in (?:the |all )?P",
        ("%",),
        ("Survival was 98% in «111 patients».",),
        ("Survival rose by 98% in 111 ways.",),
        ANALYZED,
    ),
    Pattern(
        "split in brackets",
        r"P,? \([QC],? (?:per|in each|for each|to each|in either|in both|each)\b",
        ("per", "each", "either", "both"),
        ("We considered «84 patients» (42 for each group).",),
        ("We considered 84 patients (each with a rash).",),
        OPEN,
    ),
    Pattern(
        "in people",
        r"\b(?:in|with|of|among|amongst|on|from|for|involving|includes|included|including|enrol+s|recruits|"
        r"treats|covers|follows|between|by|to|"
        r"at|has|had|have|observed|was|were|is|are|tracks|randomi[sz]es|like|count|counts|counting|featuring|"
        r"studying|asked|by following|across|into|help|helps|"
        r"helped|watches|watched|not|contributes|contributed|take|makes|made|puts|gives|recruited|of the|"
        r"observe|following|where|long|the last of|that of|every one of|all of|them|those|trial's|study's|its|"
        r"their|our) P",
        ANY_WORDS,
        ("It was a pilot with «64 patients».",),
        ("Doctors saw 64 patients.",),
        OPEN,
    ),
    Pattern(
        "trial of",
        r"\b{trial}(?: \([^)]{0,60}\))?,? (?:of|with|in|on|among|involving) {it}|P,? ?(?:strong|{trial}\b)|"
        r"\bP (?:[a-z-]+ ){0,3}{trial}\b|"
        r"\bP [a-z-]{3,} [TXC] (?:trial|study) (?:is|was|has|will|in|of)\b|"
        r"\bP,? phase X[a-c]?(?:/X[a-c]?)? (?:[a-z-]+,? ){0,5}{trial}\b",
        ANY_WORDS,
        (
            "It was a study of «300».",
            "The «thirty-person» trial is at the bottom.",
            "A «357-subject» Phase 3 clinical trial met its endpoint.",
        ),
        ("It was a study of life in 300 words.",),
        OPEN,
    ),
    Pattern(
        "people",
        r"(?:^|[.;:,(|–—\"“-] ?|\b(?:and|then|said|that|where|when|there|trial|study|team|researchers|it|they|"
        r"we|trial's|study's) )"
        r"P(?:$|[.,;:)–—-]| [|]| [≥>≤<]| (?:with|of|in|from|at|aged|on|for|who|whose|living|across|worldwide|among|"
        r"between|"
        r"under|over|all|"
        r"each|older|ages|have been|are|were|is|was|will|may|can)\b| \()",
        ANY_WORDS,
        ("Next: «386 adults» with depression.",),
        ("There were 386 hospitals.",),
        OPEN,
    ),
    Pattern(
        "sample",
        r"\b(?:participants|patients|subjects|people|volunteers|enrol+ment|enrol+ed|sample size|sample|size|"
        r"trial|study|children|adults|women|men|students|pupils|residents|infants|mothers|veterans|families|couples|"
        r"rct)"
        r"(?: only| included| randomi[sz]ed| recruited| enrol+ed)?(?: \([a-z ]{1,20}\))?(?::| –| —|-| ?\(|"
        r"\)?:) ?{it}(?:[^a-z]|$)|^n {it}|\bn ?[:=] ?B|"
        r"\b(?:participants|patients|subjects|people|volunteers|children|adults|men|"
        r"women)(?: with [a-z ]{3,40}| aged [^(]{2,20})? \(N\)|^(?:actual |final |total )*enrol+ment B\.?$",
        ANY_WORDS,
        ("Participants: «zero».",),
        ("Participants came from 12 countries.",),
        OPEN,
    ),
    Pattern(
        "bare",
        r"^[BN]\.?$|\bits B\b",
        ANY_WORDS,
        ("«Six hundred».",),
        ("Six hundred hospitals.",),
        OPEN,
    ),
)
