"""Counts of people who are no trial's: prevalence, numbers needed to treat, hypotheticals, rules of thumb."""

from __future__ import annotations

from checker.claims.grammar import Pattern
from checker.claims.kinds._words import ANY_WORDS

OTHERS = (
    Pattern(
        "a year",
        r"{it}(?:[a-z ',-]{0,40}?)? (?:a|per|each|every) (?:year|month|week|day|night|hour)(?:$|[^a-z ]| (?:in|with|"
        r"who|can|could|may|are|and|"
        r"or|from|of|worldwide|die|for|at|on|because|suffer|have|get|to|is|by|but|as|than)\b)|"
        r"{it}[a-z ',-]{0,90} (?:every|each|per) year\b|"
        r"{it}(?:[a-z ',-]{0,60}?)? (?:annually\b|yearly(?:$|[^a-z ]| in\b)|(?:in|around) the world\b)|"
        r"\b(?:affect|suffer|diagnos|treated|received|used|given|sold|die|dies|kill|live|living|estimated)[a-z]*\b"
        r"[^.;:]*{it}[a-z ',-]{0,60}? (?:worldwide|globally)\b|"
        r"{it}(?:[a-z ',-]{0,60}?)? (?:worldwide|globally)[ ,](?:have|has|live|lives|suffer|are|die|who|with (?:the|"
        r"this)|living)\b|"
        r"{it}[a-z ',-]{0,20}? (?:have|has|live|lives|suffer|suffers|die|dies)\b[^.;:]* (?:worldwide|globally)\b|"
        r"\b(?:each|every) (?:year|day|month|week)\b[^.;:]{0,70}{it}",
        ("year", "month", "week", "day", "night", "hour", "annual", "world", "global"),
        ("Some «5,000 children» a year fall ill.", "Each year «30,000 people» learn that they have it."),
        ("In all, 5,000 children took part.",),
    ),
    Pattern(
        "prevalence",
        r"{it}(?:[a-z '-]{0,40}?)? (?:die|dies|have died|live with|are living with|lives with|"
        r"are diagnosed|will be diagnosed|"
        r"are affected|are estimated|are thought|are believed|suffer|develop the|in every|out of every|"
        r"have the (?:disease|condition|disorder)|are born)\b|"
        r"{it} in (?:(?:the )?(?:uk|us|usa|eu|world|country|netherlands|united (?:kingdom|states)|european union)|"
        r"britain|england|scotland|wales|ireland|europe|america|australia|canada|france|germany|italy|spain|japan|china|"
        r"india)(?: alone)? (?:currently |now )?have (?:[a-z'-]+ ){0,3}(?:disease|cancer|syndrome|disorder|condition|"
        r"dementia|diabetes|asthma|arthritis|epilepsy|dystrophy|fibrosis|sclerosis|allergy|leuka?emia|mnd|ms|als|copd|hiv|"
        r"psoriasis|eczema|migraine|lupus|parkinson's|alzheimer's)\b|"
        r"\bit is (?:estimated|thought|believed|reckoned) that {it} (?:have|has|live|are living|had|get|develop)\b|"
        r"\b(?:affects?|affecting|strikes?|kills?|killed|killing|afflicts?|troubles?|claims?|claimed|costs?|"
        r"threatens?|"
        r"diagnosed in|prevalence of|incidence of|deaths|die of|lives of)(?: up to|"
        r" as many as)?(?: an?)?(?: estimated)? {it}",
        ANY_WORDS,
        (
            "The disease affects «30,000 people».",
            "Some «16,000 people» die of it.",
            "About «5,000 people» in the UK have motor neurone disease.",
        ),
        ("The drug was given to 30,000 people.", "So far 300 people in the UK have had the drug."),
    ),
    Pattern(
        "reached or asked",
        r"\b(?:sent|posted|mailed|emailed|written|wrote|writing|advertised|promoted) to {it}|"
        r"\b(?:raised|donat(?:ed|ions?)|money)\b[^.;:QCBNP]{0,40} (?:from|by) {it}|"
        r"\b(?:consulted|polled) {it}|\b(?:asked|surveyed|interviewed) P[^.;:QCBNP]{0,60} (?:what|how|which|before "
        r"(?:the|designing|planning|it|they|we))\b",
        (
            *(
                "sent to",
                "posted to",
                "mailed to",
                "written to",
                "wrote to",
                "writing to",
                "advertised to",
                "promoted to",
            ),
            *("raised", "donat", "money", "consulted", "polled", "asked", "surveyed", "interviewed"),
        ),
        ("Letters went out, sent to «2,500 people».", "We asked «200 people» what matters to them."),
        ("The trial interviewed 200 people about their pain.",),
    ),
    Pattern(
        "of a house",
        r"\b(?:charity|foundation|society|association|federation|company|firm|helpline|forum) (?:now |already |also )?"
        r"(?:has|supports|represents|employs|helps|reaches) {it}|"
        r"\b(?:hospital|clinic|cent(?:re|er)|service|unit|department|nhs) (?:now |already |also )?"
        r"(?:treats|sees|serves|looks after|cares for) {it}|\b(?:panel|committee|board|jury|staff|crew) of {it}|"
        r"\b(?:team|group) of {it} (?:[a-z]+ )?(?:advis|design|help|review)",
        (
            *(
                "charity",
                "foundation",
                "society",
                "association",
                "federation",
                "company",
                "firm",
                "helpline",
                "forum",
                "nhs",
            ),
            *("hospital", "clinic", "centre", "center", "service", "unit", "department", " of "),
        ),
        ("The charity has «500 volunteers».", "A panel of «12 patients» gave advice."),
        ("The company has enrolled 12 patients.",),
    ),
    Pattern(
        "users",
        r"\b(?:is|are) (?:already |now |currently |widely |also |routinely |safely )*"
        r"(?:used|taken|prescribed|worn|bought|needed) by {it}",
        ("used by", "taken by", "prescribed by", "worn by", "bought by", "needed by"),
        ("It is already taken by «30,000 patients» with gout.",),
        ("It was taken by 300 patients with gout.",),
    ),
    Pattern(
        "shares of events",
        r"B \(%\)[^.;:a-zQBNP]{0,30}(?:and [^.;:a-zQBNP]{0,12})?(?:events|deaths|cases|episodes|visits|relapses)\b",
        ("events", "deaths", "cases", "episodes", "visits", "relapses"),
        ("Looks are planned after «276» (50%) and 552 (100%) events.",),
        ("In all, 276 (50%) had events.",),
    ),
    Pattern(
        "there are",
        r"\bthere are (?:now |currently |also |already )?(?:an estimated |estimated to be )?{it} (?:[a-z]+ )?(?:living|"
        r"who "
        r"live|who have|affected|diagnosed|registered|waiting|suffering)\b",
        ("there are",),
        ("There are over «3,300 people» living with it in Devon.",),
        ("There were 3,300 people in the trial.",),
    ),
    Pattern(
        "rate",
        r"\b(?:of|for|in|among|out of|per) every {it}|\b(?:in every|out of every|per) {it}|{it} (?:in|out of|"
        r"of) every|"
        r"\b(?:of|in|for) every [CQTSX]|[QC] in B\b|P in [CQ](?:[^a-z]|$| (?:have|has|had|are|is|were|will|of|"
        r"adult|get|gets|live|lives)\b)|\ball but {it}|\beach cohort of|\bscale (?:of|from) [^.;]{0,12}{it}|"
        r"number needed to treat|{it} (?:have|has|had|need|needs|needed|must) "
        r"(?:to )?be treated|treat(?:ing)? {it} (?:to|in order|for|prevents?)|^of {it} with[^,]*, perhaps|"
        r"{it}[^.;:]{0,40} who attend, one|B [a-z -]{2,40} for (?:each|every) (?:one|[BPCQTX])(?:$|[^a-z])|"
        r"\b(?:prevented|averted|saved|spared) (?:by|with) (?:the )?(?:treatment of|treating) {it}",
        (
            "every",
            "in B",
            "P in ",
            "all but",
            "each cohort",
            "scale ",
            "number needed",
            "treat",
            "per ",
            "perhaps",
            "who attend",
            "for each",
        ),
        (
            "For every «eleven people» who attend, one is spared.",
            "In it «two» got the drug for each one who got placebo.",
        ),
        ("In all, 11 people joined.",),
    ),
    Pattern(
        "measures",
        r"\((?:mean|median|average|age|aged|score)\b[^()]{0,120}B(?:$|[^ ]| [^\[(])|"
        r"\b(?:mean|median|average|scores?)\b[^.;:,()QCPBN]{0,60} (?:was|were) (?:C (?:or|and|to) )?B "
        r"(?:in|for) (?:each|both|either)\b",
        ("(mean", "(median", "(average", "(age", "(score", "mean", "median", "average", "score"),
        (
            "They differed little (mean age on placebo: «54»; on the drug: 56).",
            "The total score at baseline was 32 or «33» in each group.",
        ),
        ("They differed little (placebo: 54; drug: 56).", "The number was 33 in each group."),
    ),
    Pattern(
        "hypothetical",
        r"\b(?:would|might|could) (?:need|take|require|have needed)\b[^.;:]{0,40}{it}|"
        r"\bone (?:would|must|has to) [^.;:]{0,30}{it}|\bif {it}|"
        r"{it} (?:would|cannot|can't|can not|could|might) (?:do|tell|have|be (?:expected|needed|enough|"
        r"required|spared|saved))|"
        r"\b(?:imagine|suppose|say,?|picture|consider)(?: that)?(?: a| there (?:are|were))?(?: trial (?:of|"
        r"with))? {it}|"
        r"{it} (?:were|was) expected\b|{it}[a-z ',-]{0,40}? (?:could|might|may|would) benefit\b|"
        r"\b(?:once|when|as soon as|unless|provided) {it}[^.;:,QCBNP]{0,40}? (?:has|have|are|is) [a-z]",
        (
            "would",
            "might",
            "could",
            "must",
            "has to",
            "if ",
            "cannot",
            "can't",
            "can not",
            "imagine",
            "suppose",
            "say",
            "picture",
            "consider",
            "expected",
            "may",
            "once ",
            "when ",
            "as soon as",
            "unless",
            "provided",
        ),
        (
            "To show it, one would need «300 volunteers».",
            "Once «333 people» have joined, a committee will look at the data.",
        ),
        ("The study needs 300 volunteers.", "It ended once 333 people had joined."),
    ),
    Pattern(
        "sold",
        r"{it}(?: (?:[a-su-z]|t[a-np-z])[a-z]*){0,2}(?: now| already| currently| regularly| routinely)? "
        r"(?:use|wear|own|employ|take (?:it|the|an?|this|these|them)|attended the (?:congress|meeting|conference|"
        r"event))\b|"
        r"\b(?:employs|employing|employed|staff of|team of|panel of|committee of|"
        r"(?:an?|the|its|their|whose|with) population of|"
        r"waiting list of|petition (?:of|by)|letter from|is available for|"
        r"home to|meeting drew|"
        r"drew|audience of|attended by|family of|donors) {it}|{it}[^.;:]{0,20} (?:people and facilities|on staff)|"
        r"{it} (?:who|that) (?:work|works|worked|make|makes|run|runs|wrote|signed|lead) |{it} employees\b|"
        r"\b(?:used|use|prescribed|sold|available|given|tried|taken) (?:by|to|"
        r"in)(?: well)? (?:more than )?(?:X|{it}) (?:worldwide|globally|since)",
        ANY_WORDS,
        (
            "The company employs «300 people».",
            "It has a waiting list of «200 patients».",
            "The «95 people» who work at the plant will make the tablets.",
        ),
        ("The trial has 300 people.",),
    ),
    Pattern(
        "vote",
        r"B (?:of|out of|to|of the) S\b|P (?:out of|of the) S\b",
        ("of", "to"),
        ("«Nine» of thirteen advisers voted for it.",),
        ("Nine of thirteen patients recovered.",),
    ),
    Pattern(
        "pooled",
        r"\b(?:review|meta-analysis|meta-analyses|pooled)\b[^.;:]{0,40} S[^.;:PB]{0,20}?(?:with|and|of|"
        r"involving|in) {it}",
        ("review", "meta-anal", "pooled"),
        ("A review of 26 trials with «3,011 people» found that it works.",),
        ("In a trial with 3,011 people it works.",),
    ),
    Pattern(
        "counts of something else",
        r"T [a-z]+(?: [a-z]+){0,2}(?: \(%\))? (?:in|on|with|among|for) [^.;:QCPBN]{0,60}(?:and|versus|compared with|"
        r"vs\.?|v) B (?:\(%\) )?(?:in|on|with|among|for)\b",
        ("T ",),
        ("There were 15 deaths on the drug and «20» on placebo.",),
        ("There were 15 people on the drug and 20 on placebo.",),
    ),
    Pattern(
        "of another study",
        r"^(?:an?|its|the|their) (?:[a-z-]+ )?(?:cousin|forerunner|predecessor|precursor)\b[^.;]{0,80}{it}",
        ("cousin", "forerunner", "predecessor", "precursor"),
        ("A forerunner had «twenty patients».",),
        ("It had twenty patients.",),
    ),
    Pattern(
        "per cohort",
        r"{it} (?:per|in each|at each|in every) (?:cohort|dose(?:$|[.,;)])|dose level|site|cent(?:re|er)|country|"
        r"hospital|"
        r"clinic|month|step)(?:$|[^a-z])|\bcohorts of {it}|\beach (?:site|cent(?:re|er)|hospital|"
        r"clinic)\b[^.;:QCBNP]{0,50} {it}|{it} (?:in|at|from) each of |"
        r"\b(?:rings|clusters|batches|teams|classes|sessions|households|waves|circles|blocks) (?:each )?of {it}|"
        r"\b(?:rings|clusters|batches|teams|classes|sessions|households|waves|circles|cohorts), each of {it}",
        ANY_WORDS,
        (
            "It will treat «six patients» per cohort.",
            "There will be up to six cohorts of «10 adults».",
            "We studied «40 patients» in each of the towns.",
            "The trial wants 190 rings, each of about «50 people».",
        ),
        ("It will treat six patients.",),
    ),
    Pattern(
        "customers",
        r"\b(?:downloaded|bought|viewed|watched|read|shared|installed|signed) by {it}",
        ("by ",),
        ("It has been downloaded by «200,000 people».",),
        ("It was tried by 200 people.",),
    ),
    Pattern(
        "who asked",
        r"\b(?:calls|inquiries|enquiries|applications|interest|letters|e-?mails|messages|requests|"
        r"questions|heard) from {it}",
        (" from",),
        ("We have had calls from more than «300 families».",),
        ("We have data from 300 families.",),
    ),
    Pattern(
        "those of a place",
        r"\b(?:clinic|hospital|practice|ward|cent(?:re|er)|department|unit|surgery|service|trust|who|she|he)"
        r"(?:,? (?:which|that))? (?:now |also )?(?:has|sees|treats|looks after|cares for|serves|admits) {it}",
        ("has ", "sees ", "treats ", "looks after", "cares for", "serves ", "admits "),
        ("The doctor's clinic has «2,300 patients».", "She cares for «150 families»."),
        ("The trial has 2,300 patients.", "The hospital has recruited 40 patients."),
    ),
    Pattern(
        "referred",
        r"{it} (?:[a-z-]+ )?(?:have |had |has |were |was |are |being ){0,2}(?:been )?(?:referred|sent|transferred) to "
        r"(?:us|me|him|her|them|our|my|his|their)\b",
        ("referred", "sent to", "transferred"),
        ("Some «30 patients» have been referred to us.",),
        ("Some 30 patients were assigned to us.",),
    ),
    Pattern(
        "in studies at large",
        r"{it} (?:have |had |has |were |was |are |is )?(?:been )?(?:recruited|enrol+ed|consented|participating|taking "
        r"part|"
        r"entered|involved|joined) (?:in|to|into|onto) (?:(?:a|our|its|their|various|several|other|different|many|"
        r"clinical|"
        r"research|commercial|cancer|these) ){0,3}(?:studies|trials|research(?: stud(?:y|ies))?)\b|"
        r"\b(?:recruited|enrol+ed|entered) {it} (?:in|to|into|onto) (?:(?:its|their|various|several|other|different|"
        r"many|"
        r"clinical|research|commercial|cancer) ){0,3}(?:studies|trials|research studies)\b",
        ("studies", "trials", "research"),
        ("Last year «50 patients» were recruited to research studies here.",),
        ("In all, 50 patients were recruited to the study.",),
    ),
    Pattern(
        "with their donors",
        r"\b(?:donors|carers|caregivers|partners|spouses|controls)\b[^.;]{0,40}\b(?:so|making|makes|"
        r"together)\b[^.;]{0,20}{it}",
        ("donors", "carers", "caregivers", "partners", "spouses", "controls"),
        ("There are as many donors, so «320 people» will be involved.",),
        ("So 320 people will be involved.",),
    ),
    Pattern(
        "held against a register",
        r"\b(?:compar(?:ed|ing|ison|es)|match(?:ed|ing)|set against|beside|alongside)\b[^.;:]{0,120}? "
        r"(?:with|to|against) (?:those of |that of |data of )?{it},? (?:[a-z-]+ )?(?:from|in|on|of) [^.;:()]{2,50}? ?"
        r"\b(?:register|registry|registries|database|natural[- ]history study)\b",
        ("regist", "database", "history study"),
        ("They compared 12 patients on it with «940 people» from a national register.",),
        ("It compared two pills in 940 people from a national register.",),
    ),
    Pattern(
        "number of things",
        r"\bnumber of (?:[a-z-]+ ){0,2}(?:sites|cent(?:re|er)s|hospitals|clinics|countries|doses|visits|trials|studies|"
        r"events|beds|staff|arms|groups)\b[^.;:PQ]{0,60}B\b",
        ("number of",),
        ("The number of sites has been raised from 30 to «45».",),
        ("The number of patients has been raised from 30 to 45.",),
    ),
    Pattern(
        "one of some things",
        r"\bone of (?:the |these |its |their |about |some |around |nearly |only |just )?B(?:$|[^a-z ]| [a-vx-z])",
        ("one of",),
        ("The clinic is one of «290» looking for people with ataxia.", "It is one of «two» being conducted."),
        ("She is one of the 43 who had the drug.", "One of the 43 patients died."),
    ),
    Pattern(
        "things that",
        r"B that (?:had|have|has|were|was|are|is|did)\b",
        ("that",),
        ("Her home was one of the «43» that had a teacher.",),
        ("She was one of the 43 who had a teacher.",),
    ),
    Pattern(
        "age",
        r"\b(?:with|have|has|had|having) B or (?:more|fewer)\b|"
        r"B (?:or|and) (?:older|over|above|up|under|younger|upwards)\b|\b(?:up to|over|under|below|"
        r"above) the age of B|\baged [^.;]{0,12}B\b",
        ANY_WORDS,
        ("Adults of «18» or older may join.", "Women with «three» or more children could join."),
        ("In all 18 joined.",),
    ),
    Pattern(
        "needed in each arm",
        r"\b(?:to detect|% power)\b[^.;]* {it} (?:per|in each|for each|to each) (?:[a-z]+ )?(?:arm|group)|"
        r"{it} (?:per|in each|for each|to each) (?:[a-z]+ )?(?:arm|group)s? (?:was|were|is|are|would be|will be) "
        r"(?:needed|required|necessary)\b|"
        r"\bsample size[^.;]{0,30} (?:required|needed|was|of) {it}(?: \([^()]*\))? (?:per|in each|for each) ",
        ("per ", "each"),
        (
            "To detect such a difference, «50 patients» per group were required.",
            "The sample size required «163 patients» (with a power of 80%) in each arm.",
        ),
        ("There were 50 patients per group.", "It needed 50 patients in all."),
    ),
    Pattern(
        "some of the events",
        r"\b(?:of|among) (?:the |all |these )?[TXC] (?:[a-z-]+ ){0,2}?{counted}, [BN]|"
        r"[TXC] (?:[a-z-]+ ){0,2}?{counted} (?:were|was|had been|occurred)\b[^.;:]*?, (?:with|of which) B|"
        r"\b(?:half|most|some|many|third|quarter|majority|[%F]) of (?:the |all |these )?(?:[a-z-]+ ){0,2}?{counted} "
        r"[^.;:]*\(N|% \(N\) of (?:the |all |these )?(?:[a-z-]+ ){0,2}?{counted}\b|"
        r"[TXCS] (?:[a-z-]+ ){0,3}?{counted} (?:were|was|occurred)\b[^.;:]*\(N",
        (
            "T ",
            "X ",
            "C ",
            "S ",
            "half of",
            "most of",
            "some of",
            "many of",
            "third of",
            "quarter of",
            "majority of",
            "% of",
            "F of",
            "% (",
        ),
        (
            "Of 1,400 sleep diaries, «1,281» (91.5%) could be used.",
            "In all, 1,380 falls were counted, with «1,281» (92.8%) being told by telephone.",
            "Most of the falls caused a mild (n = «678», 52.8%) or a severe injury.",
            "In all, 13.2% (n = «166») of the falls broke a bone.",
        ),
        ("Of 1,400 patients, 1,281 (91.5%) fell.", "In all, 13.2% (n = 166) of the patients fell."),
    ),
    Pattern(
        "interim look",
        r"\b(?:after|once|when|of|in) the first {it}|\bfirst {it}(?:$|[^ ]| [^c]| c[^o])",
        ("first",),
        ("A look was planned after the first «nine».",),
        ("First, nine patients were treated.",),
    ),
)
"""What a count belongs to, if it is not a trial's; the first that fits settles it."""
