"""How prose says that a trial is on hold, was stopped or withdrawn, or is over."""

from __future__ import annotations

from checker.claims.grammar import Pattern
from checker.claims.kinds._status_words import gives

HELD = (
    Pattern(
        "on hold",
        r"\b(?:(?:is|are|was|were|has been|have been|been|being|remains?|put|placed|it) {adverbs}(?:(?:put|placed|"
        r"kept) )?|(?:put|placed) (?:the |this |its |that |it |a |all )?(?:[a-z0-9‐-]+ ){0,4})on (?:an? )?(?:full |"
        r"partial |temporary |indefinite )?(?:clinical )?hold\b|"
        r"\b(?:plac(?:ed|es)|impos(?:ed|es)|puts?|order(?:ed|s)|issue[ds]|slap(?:ped|s)) (?:(?:an?|another|a second|a "
        r"new) (?:full |partial |temporary )?(?:clinical )?|(?:full |partial )?clinical |(?:full |partial ))hold on\b",
        (" hold",),
        (
            "The trial «has been put on hold».",
            "It «is on clinical hold».",
            "The agency «placed a clinical hold on» the study.",
            "Agency «slaps partial hold on» a trial.",
        ),
        ("She put her life on hold.", "Hold on.", "The line was on hold for an hour."),
        gives("SUSPENDED", "held"),
    ),
    Pattern(
        "a trial on hold",
        r"\b(?:put|placed|puts|places|putting|placing) [^;:]*?\b(?:trials?|stud(?:y|ies)|recruitment|enrol+ment|"
        r"dosing)\b"
        r"[^;:]*? (?P<quote>on (?:an? )?(?:full |partial |temporary |indefinite )?(?:clinical )?hold)\b",
        (" hold",),
        (
            "The agency placed the PILOT-1 phase 1b study in people with lymphoma «on a partial clinical hold».",
            "The firm has put the trial, which began in May 2020, «on hold».",
        ),
        ("She placed the phone on hold.", "It put a stop to the trial. The drug is on hold."),
        gives("SUSPENDED"),
    ),
    Pattern(
        "a halt",
        r"\b(?:order(?:ed|s)|impose[ds]) (?:an? |the )?(?:immediate |temporary )?halt (?:on|to|of) "
        r"(?:{trials of theirs}|(?:[a-z0-9‐-]+ ){0,5}(?:trial|study)|{intake}|dosing)\b",
        (" halt ",),
        (
            "The agency «ordered a halt on a study» of the pill.",
            "Agency «orders halt to cancer study»\n===",
            "It «imposed an immediate halt to recruitment».",
        ),
        ("The court ordered a halt to sales of the pill.", "It came to a halt in the study."),
        gives("SUSPENDED"),
    ),
    Pattern(
        "paused",
        r"\b(?:is|are|has been|have been|was|were|been|remains?) {adverbs}(?:temporarily )?(?:paused|suspended|"
        r"(?:temporarily|for now|for the time being) (?:halted|stopped|closed|on hold)|(?:halted|stopped) "
        r"(?:temporarily|for now|for the time being))\b",
        ("paused", "suspended", "temporarily", "for now", "for the time", "on hold"),
        (
            "The trial «is paused».",
            "The study «has been suspended».",
            "The trial «was halted temporarily».",
        ),
        (
            "The drug's licence was suspended.",
            "Cells are suspended in saline.",
            "The trial was paused in March and resumed in June.",
        ),
        gives("SUSPENDED", "trial"),
    ),
    Pattern(
        "recruitment on hold",
        r"\b(?:{intake}|dosing|screening)(?: and (?:{intake}|dosing|screening))?(?: (?:for|to|at|of|in|into) [a-z0-9 "
        r"‐-]+)? "
        r"(?:is|are|has been|have been|was|were|remains) {adverbs}(?:being )?(?:temporarily )?(?:paused|suspended|"
        r"(?:on|put on|"
        r"kept on) hold)\b",
        ("paused", "suspended", "hold"),
        ("«Recruitment to the trial is currently paused».", "«Dosing has been suspended» in the study."),
        ("Recruitment is slow, and the drug is on hold.",),
        gives("SUSPENDED"),
    ),
)
IN_A_HEADLINE = (
    Pattern(
        "a hold, in a headline",
        r"\b(?:imposes|places|slaps|puts|orders|issues) (?:[a-z]+ )?hold on\b",
        (" hold on",),
        ("Agency «imposes hold on» a trial\n===",),
        ("Agency imposes hold on a trial.",),
        gives("SUSPENDED", "headline"),
    ),
    Pattern(
        "recruitment over, in a headline",
        r"\b{intake} (?P<quote>(?:completed?|closed|ended|finished|over)) (?:in|of|for|to|at|across|despite)\b",
        ("recruit", "enrol", "accrual"),
        ("Recruitment «complete» in a trial of honey\n===",),
        ("Recruitment complete in May was good.",),
        gives("ACTIVE_NOT_RECRUITING", "headline"),
    ),
    Pattern(
        "paused, in a headline",
        r"\b(?:trials?|study|studies|{intake}|dosing)(?: (?:of|in|for|to) (?:[a-z0-9‐’'-]+ ){1,5}| )(?P<quote>"
        r"(?:temporarily )?(?:paused|suspended|put on hold))\b",
        ("paused", "suspended", "on hold"),
        ("Trial recruitment «paused» due to the floods\n===",),
        ("Doctor suspended\n===", "Trial recruitment paused between May and June."),
        gives("SUSPENDED", "headline"),
    ),
    Pattern(
        "stopped, in a headline",
        r"\b(?:trials?|study|studies|phase (?:[1-4][ab]?|i{1,3}v?[ab]?))(?: (?:of|in|for) (?:[a-z0-9‐’'-]+ ){1,6}| )"
        r"(?P<quote>(?:prematurely |abruptly )?"
        r"(?:stopped|halted|terminated|discontinued|cancel+ed|scrapped|abandoned|axed|shelved|called off|cut short|"
        r"ended early)(?: early| prematurely)?)\b",
        (
            *("stopped", "halted", "terminated", "discontinued", "cancel", "scrap", "abandon", "axe", "shelve"),
            *("called off", "cut short", "ended early"),
        ),
        (
            "Trial of a flu pill «halted» over safety\n===",
            "PILOT-2 Clinical Trial «Prematurely Stopped»\n===",
        ),
        ("Study of why people stopped smoking\n===", "The board stops the trial if ten fall ill."),
        gives("TERMINATED", "headline"),
    ),
    Pattern(
        "over, in a headline",
        r"\b(?:trials?|study|studies|phase (?:[1-4][ab]?|i{1,3}v?[ab]?))(?: (?:of|in|for) (?:[a-z0-9‐’'-]+ ){1,6}| )"
        r"(?P<quote>(?:successfully )?(?:completed?|finished|concluded|is over))(?:[.,;:)!]|$| (?:in|at|by|as|after|"
        r"early|ahead)\b)",
        ("complete", "finished", "concluded", "is over"),
        ("Maker's Phase III «completed»\n===",),
        ("Study of finished forms\n===", "The trial completed in error was shown."),
        gives("COMPLETED", "headline"),
    ),
)
"""What headings put without an auxiliary, or in the present tense."""
WITHDRAWN = (
    Pattern(
        "withdrawn",
        r"\b{been} {adverbs}(?:withdrawn|pulled|cancel+ed before)\b|\bwithdrew before [^.;]{0,40}\b(?:joined|enrol+ed|"
        r"started|recruited|signed up|anyone|treated)\b",
        ("withdr", "pulled", "cancel"),
        (
            "The study «was withdrawn».",
            "The plan «was pulled» in July.",
            "It «withdrew before anyone had joined».",
        ),
        (
            "The drug was withdrawn from sale.",
            "Seven patients were withdrawn.",
            "Consent was withdrawn by two.",
            "It was withdrawn from the market.",
        ),
        gives("WITHDRAWN", "trial"),
    ),
    Pattern(
        "they withdrew it",
        r"\b(?:withdrew|(?:has|have|having) {adverbs}withdrawn) (?:the|its|their|this|an?) "
        r"(?:[a-z0-9#‐-]+ ){0,4}?(?:trial|study)(?:[.,;]|$| (?:before|because|in|"
        r"after|for|of)\b)",
        ("withdrew", "withdrawn"),
        ("The sponsor «withdrew the study.»",),
        ("Six patients withdrew the consent.", "The firm withdrew its trial drug."),
        gives("WITHDRAWN", "nobody"),
    ),
    Pattern(
        "never started",
        r"\bnever (?:actually |even |really )?(?:started|began|opened|launched|got (?:under ?way|going|started|"
        r"off the ground)|(?:enrol+ed|recruited|treated|signed up|included) (?:anyone|anybody|"
        r"an?y? (?:single )?(?:patients?|participants?|volunteers?|person|people|subjects?)))\b",
        ("never",),
        ("The study «never started».", "It «never enrolled anyone».", "The trial «never got off the ground»."),
        ("Patients who never started treatment were left out.", "He never began smoking."),
        gives("WITHDRAWN", "trial"),
    ),
)
STOPPED = (
    Pattern(
        "terminated",
        r"\b{been} {adverbs}(?:prematurely )?(?:terminated|halted|abandoned|scrapped|discontinued|axed|"
        r"aborted|cut short|called off|shelved|shut down|brought to an early end|stopped)(?: (?:early|prematurely|"
        r"for good))?\b|"
        r"(?:\b(?:has|have|had)|\b(?:second|third|fourth|latest|next|only|first) (?:[a-z‐-]+ ){0,5}(?:trial|study)) "
        r"(?P<quote>to be (?:prematurely )?(?:terminated|halted|abandoned|discontinued|stopped|cut short|"
        r"called off|closed early|ended early))\b|"
        r"\b{been} {adverbs}(?:ended|closed) (?:early|prematurely|ahead of (?:time|schedule|plan))\b|"
        r"\b{been} {adverbs}(?:prematurely|permanently) (?:ended|closed|stopped|halted|discontinued)\b",
        tuple(
            "terminated halted abandoned scrapped discontinued axed aborted short called shelved shut early stopped "
            "ended closed".split()
        ),
        (
            "The trial «was terminated» for low enrolment.",
            "It «was cut short» by the sponsor.",
            "The study «was stopped early» because the drug worked.",
            "The trial «has been halted».",
            "The trial «was prematurely closed» for want of patients.",
            "The trial had «to be halted» in March.",
            "This is the second flu trial «to be halted» there.",
        ),
        (
            "The drug was stopped in four patients.",
            "Treatment was discontinued.",
            "If the trial is stopped, all will be told.",
            "The trial was terminated once, in 2015, and resumed at a lower dose.",
        ),
        gives("TERMINATED", "trial"),
    ),
    Pattern(
        "ended early",
        r"\b(?:ended|stopped|closed|finished|halted|terminated|folded) (?:[a-z]+ )?(?:early|prematurely|short|"
        r"ahead of (?:time|schedule|plan)|because|(?:[a-z]+ ){1,4}early)\b|"
        r"\b(?P<quote2>stopped|ended|closed|halted) at (?:just |only )?#+|"
        r"\b(?:stopped|ended|closed|halted) (?:earlier|sooner) than (?:planned|expected|intended|hoped|scheduled)\b|"
        r"\bcame to an? (?:early|premature|abrupt) (?:end|halt|stop)\b|"
        r"\b{has} {adverbs}(?:stopped|folded|halted)(?:[.,;]|$)",
        (
            "early",
            "premature",
            "short",
            "ahead of",
            "at ",
            "because",
            "abrupt",
            "stopped",
            "folded",
            "halted",
        ),
        (
            "The trial «ended early» in August.",
            "It «stopped» at 47 because the rains failed.",
            "The study «came to an early end».",
            "That was because it «closed earlier than planned».",
        ),
        ("Dosing ended early.", "Six patients stopped early.", "It stopped raining."),
        gives("TERMINATED", "trial"),
    ),
    Pattern(
        "they cut it short",
        r"\b(?:cut|cutting|cuts) (?:the|its|their|this|that) (?:[a-z0-9#‐-]+ ){0,4}?(?:trial|study) short\b",
        (" short",),
        ("The team ended up «cutting the study short» after five had fallen ill.",),
        ("They cut the study of short men.",),
        gives("TERMINATED"),
    ),
)
FINISHED = (
    Pattern(
        "has finished",
        r"(?P<quote>\b(?:{been} {adverbs}(?:completed?|finished|concluded|wrapped up|at an end)|{has} {adverbs}"
        r"(?:finished|ended|concluded|wrapped up|closed|completed|run its course|come to an end|"
        r"come to its (?:planned )?end)))\b|"
        r"\b(?P<quote2>(?:{been} {adverbs}over|(?:is|are|has been|have been) {adverbs}done))(?:[.,;:)!]|$| now|"
        r" since| and | but | for (?:#|[a-z]+ )?(?:years|months|weeks))",
        ("complete", "finished", "done", "over", "concluded", "wrapped", " end", "closed", "course"),
        (
            "The trial «is complete».",
            "It «has finished».",
            "The study «was completed» in May 2019.",
            "The trial «has long been over».",
            "Both studies «have ended».",
        ),
        (
            "The trial will be completed in May.",
            "Once the trial is complete, we will know.",
            "Recruitment was completed in May.",
            "Sixty people have finished.",
            "The list is not complete.",
            "That is why big ones are done.",
            "It is not over.",
        ),
        gives("COMPLETED", "trial"),
    ),
    Pattern(
        "finished",
        r"\b(?:ended|finished|concluded|wrapped up|closed(?: (?:out|its books))?|completed|came to (?:its|an|the|"
        r"their) (?:planned |natural |scheduled )?end|drew to (?:a|its) close)\b",
        ("ended", "finished", "concluded", "wrapped", "closed", "completed", " end", "close"),
        ("The trial «ended» in October 2015.", "That study «wrapped up» in August.", "It «came to its planned end»."),
        (
            "Dosing ended in May.",
            "Sixty people finished.",
            "The trial ended with 17.",
            "It completed enrolment in May.",
            "The trial was to have ended in 2012.",
            "Enrolment closed with 184.",
        ),
        gives("COMPLETED", "trial"),
    ),
    Pattern(
        "done",
        r"(?:^|[,;:(] ?(?:also |now |already )?|\band |\bnow )(?P<quote>(?:completed?|finished|ended|"
        r"concluded))(?:[.,;:)]|$|"
        r" (?:in )?@| as planned| on schedule)|"
        r"(?:[,;(] ?|\band |\bnow )(?P<quote3>(?:done|over))(?:[.;:)]|$)|"
        r"\b(?:visits|work|everything|all) (?:are|is|have been|has been) (?P<quote2>done|over|complete|completed|"
        r"finished)(?:[.,;]|$)",
        ("complete", "finished", "done", "over", "ended", "concluded"),
        (
            "28 April 2019 to 28 December 2021; «done».",
            "«Completed»: April 2022.",
            "All three, randomised and «completed», were run in Spain.",
            "Two clinics, open-label, «finished» in March 2021.",
            "October 2020 to July 2021; «over».",
        ),
        (
            "Over, under and out.",
            "He was done.",
            "Completed forms were sent back.",
            "People aged 60 and over.",
        ),
        gives("COMPLETED", "done"),
    ),
)
IN_A_LIST = (
    Pattern(
        "withdrawn, in a list",
        r"(?:[,;(–—] ?|\band )(?P<quote>withdrawn)(?:[.,;)]|$| (?:in |on )?@| since | before )",
        ("withdrawn",),
        ("May to June 2021; «withdrawn».",),
        ("Withdrawn people were not counted.",),
        gives("WITHDRAWN", "done"),
    ),
    Pattern(
        "terminated, in a list",
        r"(?:[,;(–—] ?|\band )(?P<quote>terminated)(?:[.,;)]|$| (?:in |on )?@| since | before )",
        ("terminated",),
        ("All three, randomised and «terminated», were run in Spain.",),
        ("The contract, terminated by both, is void.",),
        gives("TERMINATED", "done"),
    ),
    Pattern(
        "suspended, in a list",
        r"(?:[,;(–—] ?|\band )(?P<quote>(?:now |currently )?(?:suspended|paused|on hold))(?:[.,;)]|$| (?:in |on )?@|"
        r" since | before )",
        ("suspended", "paused", "on hold"),
        ("Open label, «suspended» since May.",),
        ("Cells, suspended in saline, were injected.",),
        gives("SUSPENDED", "done"),
    ),
)
