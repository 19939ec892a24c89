"""Patterns of how many people an arm has, how many of them were of a kind or met with something, and how many arms."""

from __future__ import annotations

from checker.claims.grammar import Pattern
from checker.claims.kinds._senses import IN_ARM, PART, SOME
from checker.claims.kinds._words import ANY_WORDS

EACH = (
    Pattern(
        "per arm",
        r"{it}(?: each)?(?: (?:analy[sz]ed|evaluable|randomi[sz]ed|enrol+ed|treated))?,? (?:(?:per|in each|to each|"
        r"on each|to every|in every|in both|in either|"
        r"for each)(?: [a-z]+)? (?:arm|group|treatment|side|cohort|condition|regimen)s?\b|"
        r"(?:to|in) an? (?:[a-z]+ )?(?:group|arm)\b|an? (?:group|arm)\b)|\b(?:arms|groups) of {it}(?: each|$|"
        r"[ .,;:)])|{it} (?:each|apiece)(?:$|[.,;:)]| (?:to|in|for|and|of)\b)|"
        r"\beach (?:[a-z]+ )?(?:arm|group) (?:will |would |is to |to )?(?:had|has|have|of|with|gets|got|took|"
        r"includes?|included|compris(?:es|ed|ing|e)|consist(?:s|ed|ing)? of|contain(?:s|ed)?|numbers|numbered|"
        r"enrol+(?:s|ed|ing)?|"
        r"recruit(?:s|ed)?|counts?|holds?) {it}|"
        r"{it} (?:are|were|will be|have been|had been) (?:enrol+ed|randomi[sz]ed|recruited|included|treated) (?:in|"
        r"into|to) "
        r"(?:each|either|both) (?:arm|group)s?\b|"
        r"{it} each (?:were|was|are|will be|had been) (?:randomly )?(?:randomi[sz]ed|assigned|allocated)\b",
        ANY_WORDS,
        (
            "There were «99» per arm.",
            "They were split, «fifty-six» to a group.",
            "They were split into two groups of «120»: one got the pill.",
            "Each group will enrol «28 people».",
            "«Twenty» each were randomised to the pill and the patch.",
        ),
        ("There were 99 in all.", "In study 1, 99 people each received three pills."),
        PART,
    ),
    Pattern(
        "in each of them",
        r"\b(?:arms|groups)\b[^.;:QCPBN]{0,40}{it} in each(?: one| X| of them)?(?:$|[.,;)])",
        ("in each",),
        ("There are two arms, with «600 women» in each.",),
        ("There are two arms, with 600 women in each town.",),
        PART,
    ),
    Pattern(
        "in brackets",
        r"\b(?:randomi[sz]ed|randomi[sz]ation|randomly|assigned|allocated|divided|split)\b[^.;()]{0,60} (?:to|into|"
        r"between|either) [^.;()]{2,60} \({it}\)[^.;]{0,80}\([QC]\)|"
        r"\benrol+ed into [^.;()]{2,60} \({it}\)[^.;]{0,80}\([QC]\)",
        ("randomi", "assigned", "allocated", "divided", "split", "led into"),
        ("They were randomised to a pill («54»), surgery (53) or a patch (55).",),
        ("They were randomised to a pill (54 mg) or a patch (of 3).",),
        IN_ARM,
    ),
    Pattern(
        "next in brackets",
        r"\b(?:randomi[sz]ed|randomi[sz]ation|randomly|assigned|allocated|divided|"
        r"split|enrol+ed into)\b[^.;]{0,200}\([QC]\)[^.;()]{1,60}"
        r"\({it}\)",
        ("randomi", "assigned", "allocated", "divided", "split", "led into"),
        ("They were randomised to a pill (54) or a patch («55»).",),
        ("They were randomised to a pill (54 mg) or a patch (of 3).",),
        IN_ARM,
    ),
    Pattern(
        "in turn",
        r"\b[BP],? and Q,? respectively\b|N and C,? respectively\b|\bP,? and C,? respectively\b",
        ("respectively",),
        ("They were assigned to a pill or a patch («96» and 50 children, respectively).",),
        ("They were assigned to a pill or a patch, 96 and 50 times, respectively.",),
        PART,
    ),
    Pattern(
        "and in turn",
        r"\b[QC],? and P,? respectively\b|\bC and N,? respectively\b|\bQ,? and B,? respectively\b",
        ("respectively",),
        ("They were assigned to a pill or a patch (96 and «50 children», respectively).",),
        ("They were assigned to a pill or a patch, 96 and 50 times, respectively.",),
        PART,
    ),
    Pattern(
        "respectively",
        r"[:(] ?B and C (?:in|to|on|from) (?:the )?(?:[a-z-]+,? ){1,6}?{group}",
        (" and ",),
        ("In all 1385 were analysed: «758» and 627 in the control and intervention arms.",),
        ("In all 1385 were analysed: 758 and others.",),
        IN_ARM,
    ),
)
"""The size of every arm, also of those to come."""

STEPS = (
    Pattern(
        "in a numbered part",
        r"(?:^|[.;:,(] ?|\band |\bwhile |\bin |\bfor |\bof )(?:the )?(?:(?:part|stage|cohort|step|stratum|panel) "
        r"(?:[ivx]{1,3}|[a-e]|X|C|T|Q|S|%)\b|(?:first|second|third|fourth|final|initial|last) "
        r"(?:part|stage|cohort|step)\b|(?:dose-)?escalation (?:part|stage|cohort|portion)\b|"
        r"(?:dose-)?expansion (?:part|stage|cohort|portion)\b)"
        r"(?:[^.;:,QCBNP]*|(?::|,)[^.;:,QCBNP]*|[^.;:,QCBNP]*, which [^.;:,QCBNP]*) {it}|"
        r"\b(?:strata|sub-?(?:group|set|sample)s?|substudy) of (?:the )?{it}|"
        r"\b(?:(?:first|second|third|fourth|next|last|final|initial|another|expansion|escalation|dose|sentinel|"
        r"(?:[a-z]+-?)?dose) cohort|cohorts?,? (?:now )?(?:expanded|enlarged)) (?:of|with|to|which|that)?(?: ?(?:to )?"
        r"(?:includes?|included|including|comprises?|comprising|enrol+s|enrol+ed|takes))? ?{it}|"
        r"{it}[^.;:QCBNP]* (?:in|into|to|from|of) (?:the|that|its|this|our) (?:[a-z0-9-]+ ){1,3}(?:cohort|"
        r"portion)\b|{it} in (?:the )?(?:dose[- ])?(?:escalation|expansion)\b|"
        r"\b(?:low|high|middle|medium|mid|lower|higher|lowest|highest|starting|top|first|second|third) doses? "
        r"(?:to|in|by) {it}|"
        r"{it} (?:[a-z]+ )?(?:run-in|lead-in|sentinel|safety cohort|pilot phase|pilot cohort)\b|"
        r"\b(?:first|second|third|next|last|initial|each) {it} cohort\b|"
        r"{it} (?:first|second|third|fourth|expansion|escalation|dose|sentinel) cohort\b|"
        r"{it}(?: [a-z]+)? (?:have |had |has )?(?:[a-z]+ )?(?:joined|entered|finished|completed|been enrol+ed in|"
        r"been treated in|enrol+ed in|took part in) "
        r"(?:part|stage|cohort|step) (?:[ivx]{1,3}|[a-e]|X|C|T|Q|S|%|B)(?:[^a-z]|$)",
        (
            "part ",
            *(f"{which} part" for which in "first second third fourth final initial last escalation expansion".split()),
            "stage",
            "cohort",
            "step",
            "portion",
            "strat",
            "sub",
            "panel",
            "run-in",
            "lead-in",
            " dose",
            "sentinel",
            "pilot ",
        ),
        (
            "Part A is expected to take in «45 people» in Canada.",
            "So far «12 children» have joined Part B.",
            "Part 1: a study of single doses will take place in «60 adults».",
            "Part B has one dose, which will be given to «20 people».",
            "The second stage is to enrol «90 women».",
            "They were enrolled in three strata of «200 children».",
            "In a subgroup of «312 participants», the effect was larger.",
            "It was measured in a subset of «40 people» who were randomised to the drug.",
            "A second cohort of «eight patients» is planned.",
            "It has expanded that initial cohort to include «eight patients».",
            "Three got it; later «five patients» received it in the high-dose cohort of the trial.",
            "They have given the low dose to «five people».",
            "After a «two-patient» run-in the trial goes on.",
        ),
        ("In part, 45 people were to blame.", "The trial has two parts and will take in 45 people."),
        SOME,
    ),
)
"""Those in one part of a trial that has several."""

PARTS = (
    Pattern(
        "respectively did",
        r"{it} and [QC][^.;]*\brespectively,? (?:also )?{did}\b",
        ("respectively",),
        ("In all, «21» and 12 patients in the two groups, respectively, reached the goal.",),
        ("In all, 21 and 12 patients, respectively, were assigned to the groups.",),
        SOME,
    ),
    Pattern(
        "and respectively did",
        r"[CQ] and {it}[^.;]*\brespectively,? (?:also )?{did}\b",
        ("respectively",),
        ("In all, 21 and «12 patients» in the two groups, respectively, reached the goal.",),
        ("In all, 21 and 12 patients, respectively, were assigned to the groups.",),
        SOME,
    ),
    Pattern(
        "counted of an arm",
        r"\((?:[a-z]+,? )?C[;,] {it} (?:were |was )?(?:analy[sz]ed|evaluable|completed|treated|included|finished)\b",
        ("analy", "evaluable", "completed", "treated", "included", "finished"),
        ("They got a pill (n=246; «243» analysed) or a patch.",),
        ("They got a pill (243 analysed) or a patch.",),
        SOME,
    ),
    Pattern(
        "sample of a share",
        r"[%F],? ?\(N|\(N[,;] ?[%F]\)|N [(\[][%F][)\]]",
        ("n",),
        (
            "In the new group 72.7% (n = «24») of them did.",
            "In this group it was moderate (n = «24», 72.7%) or severe.",
            "It was mild in the new group, n = «24» (3.9%).",
        ),
        ("In the new group (n = 24) many did.", "In the group (n = 24, 50% women) many did."),
        SOME,
    ),
    Pattern(
        "sample of an arm",
        r"N\b[^.]*(?:\b(?:and|or|versus|vs|v)\b|;|,)[^.]*[(,;] ?C|N(?: \([^()]{0,20}\))? (?:(?:were|was) "
        r"(?:randomly )?(?:randomi[sz]ed|assigned|allocated) )?to [a-z]|[(,;] ?C[^.]*[(,;] ?N|(?:{arm}|"
        r"A)(?: [a-z-]+){0,2},? ?[(\[,]? ?N|"
        r"\(P\)[^.]*\b(?:and|or|versus|vs|v|compared (?:with|to)|;|,)[^.]*\(Q|"
        r"\(Q[^.]*\b(?:and|or|versus|vs|v|compared (?:with|to)|;|,)[^.]*\(P\)",
        ("N", "(P)"),
        ("Some took the new pill (n = «40»).",),
        ("It was a study (n = 40).",),
        PART,
    ),
    Pattern(
        "by arms in brackets",
        r"\([^()]*{side}[^()]*?(?:,| ?=|:) ?[PB](?:[;,)]| and| versus| vs)|"
        r"\([^()]*(?:,| ?=|:) ?B(?:[;,]| and| versus| vs)[^()]*{side}|"
        r"[(;,/] ?B {side} ?[;,/)]",
        ("(",),
        (
            "They were assigned by chance (placebo: «176»).",
            "It met 210 patients («104» placebo; 106 drug).",
        ),
        ("It met 210 patients (mean age, 54; body mass, 27).",),
        PART,
    ),
    Pattern(
        "numbered group",
        r"\b(?:group|arm|cohort) (?:[ivx]{1,3}|[a-e]|X|C|T|Q)(?: \([^)]{0,60}\))?(?:,| (?:of|consisted of|"
        r"comprised|included|includes|had|has|contained|with))? {it}",
        ("group", "arm", "cohort"),
        ("Group I consisted of «329 patients» and group II of others.",),
        ("Each group met 329 patients.",),
        PART,
    ),
    Pattern(
        "a group and another",
        r"\bgroup of {it}[^.]{0,120}\bgroup of [QC]",
        ("group of",),
        ("A group of «25 patients» got it, a second group of 30 did not.",),
        ("A group of 25 patients met another group.",),
        PART,
    ),
    Pattern(
        "another group",
        r"\bgroup of [QC][^.]{0,120}\bgroup of {it}",
        ("group of",),
        ("A group of 25 patients got it, a second group of «30» did not.",),
        ("A group met another group of 25 patients.",),
        PART,
    ),
    Pattern(
        "each getting it",
        r"{it} {getting} [^.;:QCBNP]+?(?: and| versus| vs\.?| while|,| compared with| compared to| than) "
        r"(?:[^.;:,QCBNP]{1,40} (?:in|for|among|of|with) )?"
        r"(?:the )?(?:other |remaining |those )?[QC] (?:[a-z]+ )?(?:{getting}|to|in|who)\b|"
        r"[QC] {getting} [^.;:QCBNP]+?(?: and| versus| vs\.?| while|,| compared with| compared to| than) "
        r"(?:[^.;:,QCBNP]{1,40} (?:in|for|among|of|with) )?"
        r"(?:the )?(?:other |remaining |those )?{it} {getting}\b",
        ("Q ", "C "),
        ("It recruited 60 patients, with «30» receiving the drug and 28 in the other group.",),
        ("There were 30 receiving the drug.",),
        PART,
    ),
    Pattern(
        "of those allocated",
        r"\bof {it} (?:who (?:were|had been) )?(?:(?:allocated|assigned|randomi[sz]ed) to |allocated )(?:the |an? )?"
        r"(?:A |[a-z][a-z0-9-]{2,}[^y\s.,;:)])|"
        r"\bof {it} (?:who|that) (?:received|got|took|were given|had) the (?:high|low|middle|full|active|new|first|"
        r"second|third)(?:er|est)? ",
        ("of ",),
        (
            "Of the «2,022 patients» allocated tocilizumab, 596 had died.",
            "Of the «79 participants» who received the highest dose, some were well.",
        ),
        ("Of the 366 patients randomised in the trial, 348 came.",),
        {"kind": "arm_size"},
    ),
    Pattern(
        "half of them",
        r"(?:\bhalf|F)(?: of)?(?: (?:them|these|those|the [a-z]+))?(?:,| or| [-–—]| \() ?(?:or |namely |"
        r"that is,? )?{it}[,)]? (?:[a-z]+ )?(?:got|received|(?:were|was|are) (?:given|handed|assigned|allocated|"
        r"randomi[sz]ed|put|sent)|had the|took|on|to|in the)\b|(?:\bhalf|F) of (?:the )?B in",
        ANY_WORDS,
        ("Half of them, «79 people», got it.",),
        ("Half of them left after 79 days.",),
        IN_ARM,
    ),
    Pattern(
        "other half",
        r"\b(?:the rest|the remainder|the others),? \({it}\) |"
        r"\b(?:the other|the remaining) {it} (?:[a-z]+ )?(?:were (?:given|assigned|allocated|put|told|treated)|"
        r"got|received|played|had|used|took|went on|carried on|continued|on|to|as)\b",
        ("other", "remain", "the rest"),
        (
            "The other «79» got an app.",
            "The other «79» went on avoiding nuts.",
            "Some got it and the rest («119») a dummy.",
        ),
        ("The other 79 clinics opened.",),
        IN_ARM,
    ),
    Pattern(
        "one of them to an arm",
        r"{it} of (?:them|whom|these|those)(?: {be}| )?{adverb}(?:(?:assigned|allocated|randomi[sz]ed|"
        r"randomly assigned) |(?:got|received|given|took|put on|on|in|to) (?:the |a |"
        r"an )?(?:[a-z0-9-]+ ){0,3}?(?:{arm}\b|A\b))|{it} of them to be exact",
        ("of ",),
        ("«Twelve» of them were assigned to the app.",),
        ("Twelve of them died.",),
        IN_ARM,
    ),
    Pattern(
        "item of an arm",
        r"^[^:]{0,60}\b(?:dose|group|arm|cohort|placebo|controls?|intervention)\b[^:]{0,40}: {it}(?:[^a-z]|$)",
        (": ",),
        ("Placebo: «42 patients»",),
        ("Group: it has 42 patients",),
        PART,
    ),
    Pattern(
        "of an arm",
        r"(?:{arm}|A|mg|daily|weekly)(?: [a-z-]+)? {group}:? ?(?:(?:of|with|had|has|included|includes|"
        r"comprised|numbered|counted|got|consisted of|consists of|contained|"
        r"(?:was|is) made up of) |\[|\()?[PBN]\b|\b(?:first|second|third|fourth|new|another|additional|"
        r"further|"
        r"other|extra) (?:[a-z-]+ )?arms? (?:of|with) {it}|{it} to (?:receive|get|take) (?:the )?(?:low|lower|medium|"
        r"high|"
        r"higher)[ -]dose\b",
        ("group", "arm", "cohort", "branch", "half", "dose"),
        (
            "The placebo group of «42» did worse.",
            "It added a second arm of «30 patients» on twice as much.",
        ),
        ("Placebo did worse in 42 ways.",),
        PART,
    ),
)

PIECES = (
    Pattern(
        "such as did",
        r"[PBN] (?:responders|dropouts|drop-outs|non-responders|nonresponders|non-completers|survivors)\b",
        ("respon", "drop", "non-", "surviv"),
        ("There were «3 dropouts» in the arm.",),
        ("There were 3 volunteers in the trial.",),
        SOME,
    ),
    Pattern(
        "some of them",
        r"{it}(?: [a-z]+)? ?,?(?:or so )?\(?(?:out )?of (?:the |its |their |our |all )?(?:[a-z]+ )?[CQ](?:[^a-z]|$)|"
        r"[BN] (?:out )?of (?:them|whom|which|these|those)\b|{it} of the (?:[a-z-]+ ){0,2}(?:people|patients|"
        r"participants|men|women|children|volunteers|group)\b|"
        r"{it} of (?:the |its |their |our |all )?T (?:[a-z-]+ ){0,2}(?:users|eyes|knees)|"
        r"\b(?:final|last) {it} (?:are|were|have|had|will|is|was)\b",
        ("of ", " in ", "final ", "last "),
        (
            "«Seven» of 14 patients responded.",
            "«Four» of them were children.",
            "The final «two patients» have been screened.",
        ),
        ("A trial of 14 patients began.",),
        SOME,
    ),
    Pattern(
        "share",
        r"{it}(?: (?:on|in|of|with|who|were|had)[a-z' -]{0,60}?)?,? ?[(\[](?:about |nearly |some |"
        r"only )?[%F](?:[^ a-z]|$| [^a-z]|"
        r" (?:of|in|at|on|vs|versus|ci|and|for|from|to|or|p|against|who|did)\b)|"
        r"%,? ?\((?:n=)?[BNP](?:[^a-z]|$| of)|[(\[]%[,;] [BNP][)\]]|[%F](?:,| or) (?:or )?{it},? (?:was|were|are|is) "
        r"(?:an? |women|"
        r"men|female|male|aged|over|under|still|free)|\b(?:third|quarter|half|fifth)s?(?: [a-z]+){1,4} \({it}\)",
        ANY_WORDS,
        ("«66» on the new app (84%) did.",),
        ("The 66 on the new app did.",),
        SOME,
    ),
    Pattern(
        "controls",
        r"\b(?:with|and|to|against|versus|vs\.?|or|plus) {it} (?:[a-z-]+ ){0,2}?controls\b|"
        r"^{it} (?:[a-z-]+ ){0,2}?controls\b",
        ("controls",),
        ("They enrolled 189 people and compared them with «120» controls.",),
        ("They enrolled 189 people and controlled 120.",),
        SOME,
    ),
    Pattern(
        "among them",
        r"\b(?:including|among them|among whom|of whom|of them|of these|of those|of which|"
        r"some of them)(?:,)?(?: only)? {it}|\b(?:responses|deaths|responders)(?: in)? {it}|"
        r"\banother {it} (?:are|were|will|got|had)|\b(?:gender|sex)(?: split| distribution| ratio)?:? (?:Q,? )?{it}|"
        r"\b(?:unchanged|increased|decreased|improved|worsened|stable|normali[sz]ed|normal|resolved|reduced|elevated|"
        r"absent|present|positive|negative|unclear|unknown) in {it}(?:[,.;)]|$| and\b)",
        ANY_WORDS,
        (
            "There were 50 patients, of whom «35» got the drug.",
            "Of the patients' hearts, most were unchanged in «nine» and worse in others.",
        ),
        ("There were 50 patients.", "Output increased in 2 of the mills."),
        SOME,
    ),
    Pattern(
        "what befell them",
        r"\b(?:befell|befallen|occurred in|seen in|observed in|reported in|reported by|happened to|happened in|"
        r"developed in|achieved by|achieved in|reached by|managed by|recorded in|noted in|found in|detected in|"
        r"identified in|diagnosed in|documented in|confirmed in|"
        r"experienced by|harmed|losing|lost|lose|excluded|excluding|cured|"
        r"deaths? (?:of|in)) {it}|"
        r"\bwith {it} (?:achieving|attaining|reaching|reporting|experiencing|showing|responding|requiring|developing|"
        r"maintaining|demonstrating)\b",
        ANY_WORDS,
        ("A rash was seen in «four patients».", "It worked, with «51 patients» achieving closure."),
        ("The trial was run in four patients.", "It was run with four patients."),
        SOME,
    ),
)

LINKED = (
    Pattern(
        "on an arm",
        r"{it}(?: (?:more|others|of them))?,? (?:(?:who |that )?(?:were |was |are |is )?{adverb}(?:on|"
        r"in) (?:the |an? |either |only |their |[a-z]+ )?(?:[a-z0-9-]+ ){0,3}?(?:{arm}\b|A))",
        ("on ", "in "),
        ("There were «74 patients» on placebo.",),
        ("The 74 patients had eaten.",),
        PART,
    ),
    Pattern(
        "gave them",
        r"\b(?:gave|offered|taught|sent|prescribed|assigned) {it} [^.;:QCBNP]{1,60}? (?:and|but|"
        r"while) (?:the other |gave )?[QCT]|"
        r"\b(?:gave|offered|taught|sent|prescribed|assigned) [QC] [^.;:QCBNP]{1,60}? (?:and|but|while) "
        r"(?:the other )?P [a-z]|"
        r"\b(?:gave|giving) {it} (?:the |an? )?(?:{arm}|A) *(?:,|;| and| while| but) "
        r"(?:[^.;:QCBNP]{1,30} )?[QC](?:[^a-z]|$)",
        ("gave", "giving", "offered", "taught", "sent", "prescribed", "assigned"),
        (
            "It gave «206 adults» mindfulness and 206 lessons.",
            "They gave «206 adults» placebo; another 206 had lessons.",
        ),
        ("It gave 206 adults mindfulness.",),
        IN_ARM,
    ),
    Pattern(
        "in a group",
        r"{it},? (?:(?:who )?(?:were|was) )?(?:in|from) (?:the |an? |one |"
        r"our )?(?:[a-z0-9-]+ ){0,4}?(?:{group}|first|second|third)(?: (?:[a-e]|[iv]{1,3}|[BCXT]))?(?:[^a-z-]|$)"
        r"(?:$|[^a-z]|and|had|were|was|who|did|died|than|but|versus|compared|achieved|received|completed|finished|"
        r"withdrew|"
        r"dropped|reported|responded|improved|showed|experienced|developed|discontinued|met|reached|stayed|needed|"
        r"required)",
        ("in ", "from "),
        (
            "There are «18 patients» in the first group and 22 in the second.",
            "In all 65 were enrolled («33» in Arm A and 32 in Arm B).",
        ),
        ("There are 18 patients in a cohort study.",),
        PART,
    ),
    Pattern(
        "to an arm",
        r"{it} (?:people |adults |patients )?(?:to|on|into|as) (?:the |an? )?[a-z][^.;:()QCBNP]+?(?:,|;|"
        r" and| while| versus| vs\.?| v\.?|, and|, while|\))(?: the)?(?: other| remaining)? [QC](?: |,|\.|$)",
        ANY_WORDS,
        ("Sixty were randomised, «27» to an app and 33 to a book.",),
        ("A draw sent 27 to an app.",),
        PART,
    ),
    Pattern(
        "given to each",
        r"\b{gave}\b[^.;:QCBNP]{0,60} to {it}(?:,? (?:and|but|while)|,) "
        r"[^.;:QCBNP]{1,40} to (?:the other )?[QC](?:[ .,;)]|$)",
        ("gave", "given", "giving", "administered", "assigned", "allocated", "offered"),
        ("They gave the pill to «61 people» and the patch to 59.",),
        ("They gave the pill to 61 people.",),
        IN_ARM,
    ),
    Pattern(
        "and given to",
        r"\b{gave}\b[^.;:QCBNP]{0,60} to [QC](?:,? (?:and|but|while)|,) "
        r"[^.;:QCBNP]{1,40} to (?:the other )?{it}(?:[ .,;)]|$)",
        ("gave", "given", "giving", "administered", "assigned", "allocated", "offered"),
        ("They gave the pill to 61 people and the patch to «59».",),
        ("They gave the pill to 61 people and the patch to nobody.",),
        IN_ARM,
    ),
    Pattern(
        "after a colon",
        r"[:(] ?[BN](?: and| v\.?| vs\.?| versus) C(?:[^a-z]|$)|C and [BN] respectively|[:(] ?C(?: and| v\.?|"
        r" vs\.?| versus) [BN](?:$|[),;])|(?:[QCS]|randomi[sz]ed|allocated|assigned)[^.]{0,120}[:(] ?"
        r"(?:the )?[BP] (?:to|on|got|received|will have|drank|"
        r"began)\b|"
        r",? [BN] and C respectively",
        (":", "(", "respectively"),
        ("They were split in two: «40» and 42.",),
        ("It was a trial: 40 were ill.",),
        PART,
    ),
)

ONE_OF = "one of the treatments"
ARMS = (
    Pattern(
        "arms",
        r"#+[ -](?:(?:parallel|treatment|study|trial|different|equal|equally sized|randomi[sz]ed|experimental|"
        r"dose|dosing|comparison|intervention|patient|separate|main|possible|active|test) ){0,2}(?:arms?|armed|"
        r"groups|dose levels|regimens|treatment options)\b|#+-group\b",
        ("arm", "group", "dose levels", "regimens", "options"),
        (
            "The trial had «three arms».",
            "It put people into one of «2 groups».",
            "Those in the first of the «three arms» fared worse.",
        ),
        ("The trial had three armchairs.", "It offered 5 group sessions.", "The remaining two arms go on."),
        {"kind": "arms"},
    ),
    Pattern(
        ONE_OF,
        r"(?P<quote>#+ (?:different |active |study )?(?:treatments|therapies|programmes|programs|interventions|diets|"
        r"strategies))(?:$|[.,;:)]| (?:for|in|at|over|given|after|before)\b)",
        ("one of",),
        ("Children were allocated at random to one of «two treatments»: speech or song.",),
        ("They were assigned to one of three therapies or to a placebo.", "We tried one of two diets."),
        {"kind": "arms"},
    ),
)
