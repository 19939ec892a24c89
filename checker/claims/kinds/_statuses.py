"""All patterns of how prose says where a trial stands, in their order; read by `checker.claims.kinds.status`."""

from __future__ import annotations

from checker.claims.grammar import Pattern
from checker.claims.kinds._status_words import gives
from checker.claims.kinds._statuses_closed import CLOSED, CUT_SHORT
from checker.claims.kinds._statuses_moved import INTAKE_MOVED, TRIAL_MOVED
from checker.claims.kinds._statuses_open import BY_INVITATION, NOT_YET, RECRUITING
from checker.claims.kinds._statuses_over import FINISHED, HELD, IN_A_HEADLINE, IN_A_LIST, STOPPED, WITHDRAWN

UNKNOWN = (
    Pattern(
        "unknown",
        r"\bstatus (?:of (?:this|the) (?:trial|study) )?(?:is |as |of |was |remains |now |listed as |"
        r"given as )*[\"“']?unknown\b|"
        r"\b(?:an|its|the|with|as|is|was|has|have|now|listed|recruitment:|study:|trial:) (?P<quote0>unknown status)\b|"
        r"^\W{0,3}(?P<quote4>unknown status)\b|"
        r"\b(?:flagged|listed|marked|recorded|given|described|classed|classified|labelled|labeled|"
        r"down)(?: now)?(?: as)? (?P<quote>[\"“]?unknown[\"”]?)|"
        r"\bwhether (?:it|the (?:trial|study)|this (?:trial|study)) (?:is |was |"
        r"has )?(?P<quote2>(?:still )?(?:going on|ongoing|running|under ?way|finished|ended|recruiting|"
        r"started)(?: or not)? (?:is|remains|was) (?:not (?:clear|known|said|stated)|unclear|unknown))|"
        r"\b(?:it is|it[’']s|it remains) (?:not clear|unclear|not known|unknown) (?P<quote3>(?:if|whether) (?:it|"
        r"the (?:trial|study)) (?:is|was|has) (?:still |ever )?(?:going on|ongoing|running|under ?way|finished|"
        r"ended|recruiting|started|open))",
        ("unknown", "unclear", "not clear", "not known"),
        (
            "ClinicalTrials.gov gives a «status of unknown».",
            "The entry has an «unknown status».",
            "The recruitment «status of this study is unknown».",
            'It is flagged «"unknown"».',
            "Whether it is «still going on is not clear».",
        ),
        (
            "The cause is unknown.",
            "A third had a partner with a virus or unknown status.",
            "It is not clear whether the drug works.",
        ),
        gives("UNKNOWN"),
    ),
)
WORDS = {
    "not yet recruiting": "NOT_YET_RECRUITING",
    "not recruiting yet": "NOT_YET_RECRUITING",
    "no longer recruiting": "ACTIVE_NOT_RECRUITING",
    "active, not recruiting": "ACTIVE_NOT_RECRUITING",
    "active not recruiting": "ACTIVE_NOT_RECRUITING",
    "closed to": "ACTIVE_NOT_RECRUITING",
    "enrolling by invitation": "ENROLLING_BY_INVITATION",
    "by invitation": "ENROLLING_BY_INVITATION",
    "recruiting": "RECRUITING",
    "enrolling": "RECRUITING",
    "open": "RECRUITING",
    "completed": "COMPLETED",
    "complete": "COMPLETED",
    "finished": "COMPLETED",
    "done": "COMPLETED",
    "ended": "COMPLETED",
    "terminated": "TERMINATED",
    "stopped": "TERMINATED",
    "withdrawn": "WITHDRAWN",
    "suspended": "SUSPENDED",
    "on hold": "SUSPENDED",
    "unknown": "UNKNOWN",
}
"""How registries and tables put a status, by the words that it begins with."""

TRAPS = (
    Pattern(
        "not a status",
        r"\b(?:recruit(?:ing)?|seeking|looking for|enlisting) (?:new |more |additional |its |a |an |"
        r"# )?(?:[a-z]+ )?(?:staff|nurses?|doctors|physicians|researchers?|"
        r"scientists|engineers|executives?|managers?|directors?|coordinators?|officers?|leaders?|sites?|centres|"
        r"centers|hospitals|clinics|fundraisers|trustees|investors?|partners?|"
        r"approval|answers|ways|"
        r"signs|clues|permission|funding|permit|help|damages|compensation)\b|"
        r"\bopen[‐‑–-]|\bopen (?:label|question|access|letter|trial|study|research|source|heart|surgery|in design|"
        r"minds?|wounds?|air|about|to (?:question|debate|interpretation|doubt|criticism|discussion|abuse))\b|"
        r"\b(?:quickly|patient|people|patients|taking|recruiting) (?:people|patients) to (?:court|task)\b|"
        r"\brecruiting (?:does|is|was|people is|patients is|has been)\b|"
        r"(?:\baged|\bage|\byears?|\bolder|@|#|[0-9]) (?:and|or) over\b|\b(?:over|done) (?:and done|the|a|#|time|with|"
        r"by|to|again|there|half|one|two|three|more)\b|\b(?:aged|age|years?|older|@|#) and over\b|\bended up\b|"
        r"\b(?:ended|terminated|stopped|discontinued|suspended|halted|completed|concluded) (?:its|the|their|"
        r"an?) (?:[a-z]+ ){0,2}"
        r"(?:collaboration|partnership|agreement|deal|contract|alliance|involvement|participation|support|funding|"
        r"talks|sale|purchase|acquisition|merger|offering)\b|"
        r"\bhold on (?:[a-z0-9’'-]+ ){1,4}(?:application|submission|filing|decision|sale)\b|"
        r"\bhas been done (?:to|with|in)\b|\bsuspended in (?:an? |the )?(?:[a-z0-9%#.‐-]+ ){0,4}(?:saline|water|"
        r"solution|medium|"
        r"media|buffer|fluid|plasma|serum|gel|liquid|oil|agarose|dextrose|albumin|ringer|pbs|dmso|jelly|air)\b|"
        r"\b{intake} (?:target|goal|aim)s?\b|"
        r"\b(?:{intake}|dosing) (?:in|of|for|into|to) (?:(?:the|its|their|a|this|both|each|all) )?(?:[a-z0-9#/-]+ )"
        r"{0,3}?(?:cohorts?|arms?|parts?|groups?|portion|dose levels?)\b|"
        r"\b(?:paus|suspend|halt|stop)[a-z]* (?:the |its |their )?{intake} of (?:[a-z]+ ){0,2}(?:with|in|who|aged|"
        r"under|over)\b|\b(?:actively |currently )?(?:enrol+|recruit)ing (?:[a-z0-9#/-]+ )?(?:sites|cent(?:er|re)s|"
        r"clinics|hospitals)\b|"
        r"\bhow many [a-z ]{1,40}\b(?:needed|wanted|sought)\b|\b(?:needed|wanted|sought) (?:before|in order|to "
        r"(?:show|detect|say|tell|"
        r"prove|reach|demonstrate|find|achieve|answer|provide|ensure|establish|have|give|allow|confirm|determine)|for "
        r"(?:an? |the )?(?:[a-z0-9#%]+ )?(?:analysis|power|answer))\b|"
        r"\b(?:no longer|stopped|not) (?:[a-z]+ )?(?:recruiting|enrol+ing|dosing|treating) (?:[a-z]+ ){0,3}(?:in|to|"
        r"into|at) (?:the |its |this |"
        r"that |one |any )?(?:[a-z0-9‐-]+ ){0,3}(?:cohort|arm|group|dose level)s?\b|"
        r"\b(?:preparations?|prepared?|preparing|plans?|planning|approval|permission|work|efforts|funding|screening) "
        r"(?:for|to|on|of|"
        r"towards) (?:the |patient )?{intake}|"
        r"\b(?:paused|suspended|halted) (?:the|its|his|her|their|an?) (?:[a-z]+ )?(?:licen[cs]e|registration|approval|"
        r"contract|sales?|"
        r"use|application|review|funding|doctor|investigator)\b|"
        r"\b{intake} (?:for|to|at|of|in|into|by) (?:[a-z0-9#‐-]+ ){0,3}(?:cohort|arm|part|group|stage|site|hospital|"
        r"cent(?:re|er)|clinic)s? (?:is|are|was|were|has|have|had|closed|ended|finished|completed)\b|"
        r"\b(?:withdrawn|pulled) (?:from|by|because of an? (?:side|adverse)|due to (?:side|adverse)|out|through|"
        r"apart|up|down|together)\b|"
        r"\bstopped (?:at nothing|working|taking|raining|treatment|the drug|smoking|growing|by (?:to|for|at))\b|"
        r"\blife on hold\b|\bhold (?:was|is|has been|had been) (?:since )?(?:lifted|removed)|\blifted (?:the|its|"
        r"a) [a-z ]{0,20}hold\b",
        (
            " to court",
            " to task",
            "recruit",
            "seeking",
            "looking for",
            "enlisting",
            "open",
            "over",
            "done",
            "ended",
            "closed",
            "finished",
            "completed",
            "suspended",
            "withdrawn",
            "pulled",
            "stopped",
            "hold",
            "concluded",
            "terminated",
            "discontinued",
            "halted",
            "target",
            "goal",
            "aim",
            "prepar",
            "needed",
            "wanted",
            "sought",
            "no longer",
            "not ",
            "recruitment",
            "enrol",
            "accrual",
        ),
        (),
        (
            "She is recruiting staff.",
            "The firm has ended its collaboration with others on the trial.",
            "It ended up in court.",
            "Cells were suspended in saline.",
        ),
    ),
)

PATTERNS = (
    UNKNOWN
    + BY_INVITATION
    + NOT_YET
    + CUT_SHORT
    + INTAKE_MOVED
    + CLOSED
    + HELD
    + RECRUITING
    + WITHDRAWN
    + TRIAL_MOVED
    + STOPPED
    + FINISHED
    + IN_A_LIST
    + IN_A_HEADLINE
)
