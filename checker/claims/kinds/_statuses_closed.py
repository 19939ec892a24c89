"""How prose says that a trial takes nobody in any more, and goes on."""

from __future__ import annotations

from checker.claims.grammar import Pattern
from checker.claims.kinds._status_words import gives

CUT_SHORT = (
    Pattern(
        "recruitment cut short",
        r"\b{intake}(?: (?:to|for|in|of) (?:the|this) (?:[a-z]+ )?(?:trial|study))? (?:was|were|has been|had to be) "
        r"{adverbs}"
        r"(?:(?:prematurely|permanently) (?:stopped|halted|terminated|closed|ended)|(?:stopped|halted|terminated|"
        r"closed|ended) "
        r"(?:early|prematurely|permanently|for good|for futility|because|due to|owing to|ahead of (?:time|"
        r"schedule)))\b",
        ("recruit", "enrol", "accrual", "intake"),
        ("«Recruitment was stopped permanently» by the board.", "«Enrolment was prematurely closed» in May."),
        ("Recruitment was stopped in winter.", "Recruitment was easy."),
        gives("TERMINATED"),
    ),
)
NOT_TAKING = tuple(f"not {word}" for word in "currently now accepting taking admitting enrol recruiting".split())
CLOSED = (
    Pattern(
        "active, not recruiting",
        r"\bactive,? (?:but )?not (?:currently |now )?recruiting\b",
        ("not ",),
        ("The registry calls it «active, not recruiting».",),
        ("He is active, not resting.",),
        gives("ACTIVE_NOT_RECRUITING"),
    ),
    Pattern(
        "no longer recruiting",
        r"\b(?:{is} |has |have )?no longer (?:{taking in}|being (?:recruited|enrol+ed)|recruits?\b|"
        r"enrol+s?\b|accrues|takes? {entrants}|accepts? {entrants}|open to (?:new|{newcomers}))|"
        r"\b(?:takes?|taking|accepts?|accepting|admits?|admitting|enrol+s?|enrol+ing|recruits?|"
        r"recruiting) (?P<quote>no (?:new|more|further|additional) (?:[a-z]+ )?(?:patients|participants|people|"
        r"volunteers|newcomers|recruits|subjects|women|men|children|adults))|"
        r"\bnot (?:currently |now )?(?:accepting|taking|admitting|enrol+ing|recruiting) (?:any )?(?:new|more|"
        r"further|additional) (?:[a-z]+ )?[a-z]+",
        ("no longer", "no new", "no more", "no further", "no additional", *NOT_TAKING),
        (
            "The trial «is no longer recruiting».",
            "It «no longer recruits» but goes on.",
            "The extension takes «no new patients».",
            "It is «not accepting new patients».",
            "Patients «are no longer being recruited».",
        ),
        ("She no longer works there.", "Old patients are no longer recruited to it.", "No more patients died."),
        gives("ACTIVE_NOT_RECRUITING"),
    ),
    Pattern(
        "everybody is in",
        r"\b(?:(?:is|are|was|were|has been|have been|now) (?:now )?)?fully (?:enrol+ed|recruited|accrued)\b|"
        r"\ball (?:of (?:the|its|our) )?(?:#+ |planned |eligible |the ){0,2}(?:[a-z-]+ )?(?:patients|participants|"
        r"people|volunteers|subjects|women|men|"
        r"children|adults|families)(?: needed| planned| required)?,? have {adverbs}been (?:enrol+ed|"
        r"recruited|randomi[sz]ed|accrued|"
        r"signed up)(?:[.,;:)]|$| (?:in|into|to|at|across|and|by|with)\b)|"
        r"\b(?:last|final) (?:[a-z-]+ )?(?:patients?|participants?|volunteers?|subjects?|person|people|child|children|"
        r"wom[ae]n|m[ae]n)(?:[a-z ]{0,40})? (?:has|have) {adverbs}been "
        r"(?:enrol+ed|recruited|randomi[sz]ed|included)\b|"
        r"\b(?:has|have) {adverbs}(?:signed up|enrol+ed|recruited|taken in|found|dosed|randomi[sz]ed) (?:its|the|"
        r"their) (?:last|final) [a-z]+\b|\b(?:has|have) {adverbs}(?:enrol+ed|recruited|randomi[sz]ed) all (?:of )?"
        r"(?:(?:its|the|their) )?(?:#+ )?(?:planned |target |eligible )?"
        r"(?:people|patients|participants|volunteers|subjects|women|men|"
        r"children|adults)\b|\b(?:doses|enrol+s|randomi[sz]es|recruits) (?:its |the )?(?:last|final) "
        r"(?:[a-z.-]+ )?(?:patient|participant|volunteer|subject)\b",
        ("last", "final", "fully", "all "),
        (
            "The study «has enrolled its last patient».",
            "The trial «is fully enrolled».",
            "Key study «fully recruited», says the firm.",
            "«All 200 participants have now been recruited.»",
            "The «last patient has been enrolled».",
            "Maker «doses last patient» in its trial of a patch.",
            "The trial «has recruited all of its 40 patients».",
        ),
        ("All patients had been enrolled elsewhere.", "The last patient had left."),
        gives("ACTIVE_NOT_RECRUITING"),
    ),
    Pattern(
        "closed to newcomers",
        r"\b(?:{been} |{has} )?{adverbs}closed (?:its doors |off )?(?:to|for) (?:all |further )?{newcomers}|"
        r"\bdoors (?:are|were|have|had|has)(?: been)? {adverbs}closed(?: to {newcomers})?",
        ("closed",),
        (
            "It «is closed to recruitment».",
            "The study «has closed to new patients».",
            "By then the «doors had closed to newcomers».",
        ),
        ("The shop closed to customers.", "The road was closed for repairs."),
        gives("ACTIVE_NOT_RECRUITING"),
    ),
    Pattern(
        "recruitment is over",
        r"\b{intake}(?: (?:period|phase|window|stage))?(?:,? which [^,.;]+,)? "
        r"(?:(?:for|to|at|of|in|into) [a-z0-9# ‐-]+ )?(?:\([^()]{1,40}\) )?"
        r"(?:(?:is|has|is now|are) {adverbs}(?:stopped|ceased|done)|"
        r"(?:is|has|has been|is now|are|was|had been) {adverbs}(?:finished|completed?|closed|over|ended|concluded|"
        r"come to (?:an|its) end)|"
        r"(?:finished|completed|closed|ended|concluded|ceased|stopped|came to (?:an|its) end) (?:(?:in|on|during|"
        r"at the end of) )?@|"
        r"(?:now |already )?(?:finished|completed?|closed|over|ended)(?:[.,;:)]|$| for (?:an? |the )?"
        r"(?:[a-z0-9-]+ ){0,3}(?:trial|study)))",
        ("recruit", "enrol", "accrual", "intake"),
        (
            "«Recruitment is closed», follow-up goes on.",
            "«Enrolment has ended».",
            "«Recruitment to the trial has closed.»",
            "Phase 4; «recruitment completed;»",
            "The «recruitment period has come to an end».",
            "«Recruitment closed in M»ay 2020.",
            "Status: «recruitment completed M»ay 2020.",
            "«Enrolment was complete» with 156 people.",
            "«Enrolment in a European phase 3 clinical study (ELK) was completed» in May.",
            "With «recruitment now complete,» the firm is waiting.",
        ),
        (
            "Enrolment closed with 184 people randomized.",
            "Recruitment was closed early.",
            "Recruitment is to be closed in May.",
            "Recruitment to the first cohort has ended.",
            "Recruitment was stopped.",
        ),
        gives("ACTIVE_NOT_RECRUITING"),
    ),
    Pattern(
        "ongoing",
        r"\b(?:{is} |has been ){adverbs}(?:ongoing|on-going|under ?way|in progress|still running|running still|"
        r"still going(?: on)?|going on|continuing|in (?:the |its |long{hyphen}term ){0,2}follow{hyphen}up(?: phase| "
        r"stage| period)?)\b",
        ("ongoing", "on-going", "under", "in progress", "running", "going", "continuing", "follow"),
        (
            "The study «is ongoing».",
            "That trial «is still running».",
            "It «is under way» at nine hospitals.",
            "The trial «is in its follow-up phase».",
            "The trial «is under way» to see if it helps.",
        ),
        (
            "Talks are ongoing.",
            "Clinical trials are under way around the world.",
            "The study is continuing to look into it.",
            "An ongoing trial tests it.",
            "Recruitment is under way.",
            "Work is under way on the bridge.",
        ),
        gives("ACTIVE_NOT_RECRUITING", "trial"),
    ),
    Pattern(
        "follow-up goes on",
        r"\b(?:are|is) still being (?:watched|followed|monitored|seen|observed|tracked|treated)\b|"
        r"\b(?:(?:long{hyphen}term )?follow{hyphen}up|treatment|dosing)(?: of (?:the )?(?:study |trial )?(?:patients|"
        r"participants|people|volunteers))? (?P<quote>continues|goes on|is ongoing|"
        r"is continuing|"
        r"is still (?:ongoing|under way|going on))(?:[.,;:)]|$| and | until | while | in (?:the|a|its|this|both)\b)|"
        r"\b(?:patients|participants|people|volunteers|those enrolled) (?P<quote2>(?:continue to be|"
        r"are still) (?:followed|seen|monitored|treated|watched))",
        ("still", "continu", "goes on", "ongoing"),
        ("More than 5,000 «are still being watched».", "Treatment «continues».", "Follow-up «is ongoing»."),
        ("Treatment continues to improve.", "Treatment continues for life in most people."),
        gives("ACTIVE_NOT_RECRUITING"),
    ),
)
