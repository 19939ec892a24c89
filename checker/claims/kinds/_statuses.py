"""Tables of how prose says where a trial stands, by status; read by `checker.claims.kinds.status`."""

from __future__ import annotations

from checker.claims.grammar import VOCABULARY, Pattern

VOCABULARY.update(
    {
        "taking in": (
            r"(?:recruiting|enrol+ing|accruing (?:patients|participants)|signing (?:[a-z]+ )?(?:people|patients|"
            r"volunteers|participants) up|"
            r"signing up {entrants}|(?:taking|accepting|admitting|adding|inviting|welcoming|registering|"
            r"enlisting) {entrants}|"
            r"(?:looking for|seeking|in search of|calling for) (?:[a-z#-]+ ){0,3}(?:patients|participants|"
            r"volunteers|recruits|people|adults|"
            r"children|women|men|families|families|smokers))"
        ),
        "intake": (r"(?:recruitment|enrol+ment|accrual|recruiting|enrol+ing|(?:patient|participant) intake)"),
        "newcomers": (
            r"(?:recruitment|enrol+ment|accrual|entry|newcomers|applicants|applications|recruits|(?:any )?(?:new|"
            r"more|further|additional) "
            r"(?:[a-z]+ ){0,2}[a-z]+s?\b)"
        ),
        "been": (
            r"(?:is|are|was|were|(?:has|have|had) (?:(?:now|already|since|long|just|recently|also|both|all|"
            r"finally) )?been|being|it[’']s|remains?|stands?)"
        ),
        "has": r"(?:has|have|had|it[’']s)",
        "is": r"(?:is|are|it[’']s|they[’']re|we[’']re|remains?|also|too)",
    }
)
# The order matters: a name is filled in before those that its own text uses.
VOCABULARY["entrants"] = VOCABULARY.pop("entrants")


def _status(value: str, of: str = "") -> dict[str, str]:
    """What a pattern gives; `of` says what its verb must be said of.

    "trial": a trial; "held": a trial, or what the words themselves name; "any": anything but people; "nobody": a
    clause without people; "done": a trial, or nothing, as in a list of short notes; "": no matter what.
    """
    return {"kind": "status", "value": value, "of": of}


BY_INVITATION = (
    Pattern(
        "by invitation",
        r"\b(?:{is} )?(?:open|enrol+ing|recruiting|enrol+ment is|recruitment is) (?:only |"
        r"{entrants} )?by invitation(?: only)?\b|"
        r"\bby invitation only\b",
        ("by invitation",),
        ("The follow-up «is open by invitation only».", "It is now «enrolling by invitation»."),
        ("Guests came by invitation.",),
        _status("ENROLLING_BY_INVITATION"),
    ),
)
NOT_TAKING = tuple(f"not {word}" for word in "currently now accepting taking admitting enrol recruiting".split())
NOT_YET = (
    Pattern(
        "not yet",
        r"\b(?:not yet|(?:has|have) yet to|is yet to|are yet to|yet to) (?:be )?(?:officially |formally )?"
        r"(?:recruit(?:ing|ed)?|enrol+(?:ing|ed)?|open(?:ed)?|begun|begin|start(?:ed)?(?: up)?|launch(?:ed)?|"
        r"under ?way|taking {entrants}|accepting {entrants})"
        r"(?: (?:recruiting|enrol+ing|recruitment|enrol+ment|to recruit|to enrol+|for (?:recruitment|enrol+ment)))?\b|"
        r"\bnot (?:open|recruiting|enrol+ing|under ?way|up and running)(?: (?:to|for) [a-z ]{1,30})? (?:just )?yet\b|"
        r"\b(?:is|are) (?:still |now |currently )?(?P<quote>(?:in (?:the )?(?:set[ -]up|start[ -]up)(?: (?:phase|"
        r"stage))?|"
        r"being set up))\b",
        ("not yet", "yet to", " yet", "set-up", "set up", "start-up", "start up"),
        (
            "The trial is «not yet recruiting».",
            "It «has yet to open».",
            "The study is «not yet open».",
            "The trial has «not yet begun enrolling».",
            "The study is «not open yet».",
            "The trial is «in set-up».",
        ),
        (
            "Patients who have yet to start treatment can apply.",
            "It is not yet known.",
            "Doctors have yet to learn.",
        ),
        _status("NOT_YET_RECRUITING", "any"),
    ),
    Pattern(
        "has not begun",
        r"\b(?:(?:has|have) not|hasn[’']t|haven[’']t|neither (?:[a-z]+ )?has|had not) (?:yet |even |"
        r"actually )?(?:begun|started|opened|launched)"
        r"(?: (?:recruiting|enrol+ing|recruitment|enrol+ment|to recruit|to enrol+|for (?:recruitment|enrol+ment)|"
        r"yet))?",
        ("has not", "have not", "hasn", "haven", "neither", "had not"),
        ("The trial «has not begun to recruit».", "It «hasn't started yet».", "«Neither has opened for enrollment»."),
        ("Patients who have not started treatment can join.", "The sponsor has not started an inquiry."),
        _status("NOT_YET_RECRUITING", "trial"),
    ),
    Pattern(
        "recruitment has not begun",
        r"\b{intake} (?:(?:has|have) not|hasn[’']t|haven[’']t|is not|isn[’']t|has yet to|is yet to) (?:yet |even |"
        r"actually )?(?:begun?|started?|open(?:ed)?|launched|under ?way)\b(?: yet)?",
        ("recruit", "enrol", "accrual", "intake"),
        ("«Recruitment has not begun».", "«Enrolment hasn't started yet» at the clinic."),
        ("Recruitment has not been easy.", "Enrolment has begun."),
        _status("NOT_YET_RECRUITING"),
    ),
    Pattern(
        "will begin to recruit",
        r"\b(?:(?:will|shall|should|(?:is|are) (?:set|due|expected|scheduled|planned|about|hoping|ready|preparing|"
        r"planning) to|(?:expects?|plans?|hopes?|aims?|intends?) to) "
        r"(?:soon |then |also |now )?(?:start|begin|open for|open to) (?:to )?(?:recruit(?:ing|ment)?|enrol+(?:ing|"
        r"ment|ling)?|signing up|accrual)\b)|"
        r"\b(?:recruitment|enrol+ment|accrual) (?:[a-z# ]{0,30})?(?:will|should|is (?:set|due|expected|scheduled|"
        r"planned) to) (?:soon )?(?:start|begin|open)\b",
        ("recruit", "enrol", "accrual", "signing"),
        ("The team «will start recruiting» next year.", "«Recruitment is due to begin» in May."),
        ("It will start with ten recruits.", "They began recruiting."),
        _status("NOT_YET_RECRUITING"),
    ),
)
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
        _status("TERMINATED"),
    ),
)
CLOSED = (
    Pattern(
        "active, not recruiting",
        r"\bactive,? (?:but )?not (?:currently |now )?recruiting\b",
        ("not ",),
        ("The registry calls it «active, not recruiting».",),
        ("He is active, not resting.",),
        _status("ACTIVE_NOT_RECRUITING"),
    ),
    Pattern(
        "no longer recruiting",
        r"\b(?:{is} |has |have )?no longer (?:{taking in}|recruits?|enrol+s?|accrues|takes? {entrants}|"
        r"accepts? {entrants}|open to (?:new|{newcomers}))|"
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
        ),
        ("She no longer works there.", "No more patients died."),
        _status("ACTIVE_NOT_RECRUITING"),
    ),
    Pattern(
        "has stopped recruiting",
        r"\b(?:(?:has|have) {adverbs}(?:stopped|finished|completed|closed|ended|ceased|concluded|achieved|reached)|"
        r"completes|closes|concludes) "
        r"(?:(?:its|their|the|patient|participant|subject|full|all|target|complete|phase [#0-9a-z/-]+|trial|study) "
        r"){0,3}{intake}\b|"
        r"\b(?:(?:completed|reached|achieved) (?:full |patient |participant |subject |target |its |their |the ){0,2}|"
        r"(?:stopped|finished|closed|ended|ceased) "
        r"(?:its |their |the |patient |participant ){0,2}){intake} (?:in|on|at the end of|by) @|"
        r"\b(?:completed|finished) (?:full |patient |participant |subject |target |its |their |the ){0,2}{intake} "
        r"(?:in|of|for|"
        r"into|to) (?:the|its|their|our|this|a|two|three|both|all|#+) (?:[a-z0-9#./‐-]+ ){0,6}(?:trials?|stud(?:y|"
        r"ies))\b|"
        r"\b(?:is|are|has been|have been|now) (?:now )?fully (?:enrol+ed|recruited|accrued)\b|"
        r"\ball (?:of (?:the|its|our) )?(?:#+ |planned |eligible |the ){0,2}(?:[a-z-]+ )?(?:patients|participants|"
        r"people|volunteers|subjects|women|men|"
        r"children|adults|families)(?: needed| planned| required)?,? have {adverbs}been (?:enrol+ed|"
        r"recruited|randomi[sz]ed|accrued|"
        r"signed up)(?:[.,;:)]|$| (?:in|into|to|at|across|and|by|with)\b)|"
        r"\b(?:last|final) (?:[a-z-]+ )?(?:patient|participant|volunteer|subject|person|child|woman|man)(?:[a-z "
        r"]{0,40})? has {adverbs}been "
        r"(?:enrol+ed|recruited|randomi[sz]ed|included)\b|"
        r"\b(?:has|have) {adverbs}(?:stopped|finished|ceased) (?:taking|accepting|admitting|signing up|"
        r"adding) {entrants}|"
        r"\b(?:has|have) {adverbs}(?:signed up|enrol+ed|recruited|taken in|found) (?:its|the|their) (?:last|"
        r"final) [a-z]+\b",
        (
            "stopped",
            "finished",
            "complete",
            "close",
            "ended",
            "ceased",
            "concluded",
            "last",
            "final",
            "fully",
            "reached",
            "achieved",
            "all ",
        ),
        (
            "The company «has completed enrolment» of its trial.",
            "It «has stopped recruiting».",
            "The study «has enrolled its last patient».",
            "The firm «has completed patient recruitment» in its trial.",
            "Maker «completes enrollment» in a trial of the pill.",
            "The trial «is fully enrolled».",
            "The trial «has reached full enrolment».",
            "The company «completed enrolment in M»ay 2021.",
            "The firm also «completed enrolment in its U.S. trial» of the valve.",
            "«All 200 participants have now been recruited.»",
            "The «last patient has been enrolled».",
        ),
        (
            "The trial was to have stopped recruiting by 2011.",
            "It has finished.",
            "It has reached its enrolment target.",
            "All patients had been enrolled elsewhere.",
        ),
        _status("ACTIVE_NOT_RECRUITING"),
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
        _status("ACTIVE_NOT_RECRUITING"),
    ),
    Pattern(
        "recruitment is over",
        r"\b{intake}(?: (?:period|phase|window|stage))?(?:,? which [^,.;]+,)? "
        r"(?:(?:for|to|at|of|in|into) [a-z0-9# ‐-]+ )?(?:(?:is|has|is now|are) {adverbs}(?:stopped|ceased|done)|"
        r"(?:is|has|has been|is now|are|was|had been) {adverbs}(?:finished|completed?|closed|over|ended|concluded|"
        r"come to (?:an|its) end)|"
        r"(?:finished|completed|closed|ended|concluded|ceased|stopped|came to (?:an|its) end) (?:in|on|at the end of|"
        r"during) @|"
        r"(?:finished|completed?|closed|over|ended)(?:[.,;:)]|$| for (?:an? |the )?(?:[a-z0-9-]+ ){0,3}"
        r"(?:trial|study)))",
        ("recruit", "enrol", "accrual", "intake"),
        (
            "«Recruitment is closed», follow-up goes on.",
            "«Enrolment has ended».",
            "«Recruitment to the trial has closed.»",
            "Phase 4; «recruitment completed;»",
            "The «recruitment period has come to an end».",
            "«Recruitment closed in M»ay 2020.",
            "«Enrolment was complete» with 156 people.",
        ),
        (
            "Enrolment closed with 184 people randomized.",
            "Recruitment was closed early.",
            "Recruitment is to be closed in May.",
            "Recruitment to the first cohort has ended.",
            "Recruitment was stopped.",
        ),
        _status("ACTIVE_NOT_RECRUITING"),
    ),
    Pattern(
        "ongoing",
        r"\b(?:{is} |has been ){adverbs}(?:ongoing|on-going|under ?way|in progress|still running|running still|"
        r"still going(?: on)?|going on|continuing|in follow{hyphen}up)\b",
        ("ongoing", "on-going", "under", "in progress", "running", "going", "continuing", "follow"),
        ("The study «is ongoing».", "That trial «is still running».", "It «is under way» at nine hospitals."),
        (
            "Talks are ongoing.",
            "An ongoing trial tests it.",
            "Recruitment is under way.",
            "Work is under way on the bridge.",
        ),
        _status("ACTIVE_NOT_RECRUITING", "trial"),
    ),
    Pattern(
        "follow-up goes on",
        r"\b(?:are|is) still being (?:watched|followed|monitored|seen|observed|tracked|treated)\b|"
        r"\b(?:(?:long{hyphen}term )?follow{hyphen}up|treatment|dosing) (?P<quote>continues|goes on|is ongoing|"
        r"is continuing|"
        r"is still (?:ongoing|under way|going on))(?:[.,;:)]|$| and | until | while )|"
        r"\b(?:patients|participants|people|volunteers|those enrolled) (?P<quote2>(?:continue to be|"
        r"are still) (?:followed|seen|monitored|treated|watched))",
        ("still", "continu", "goes on", "ongoing"),
        ("More than 5,000 «are still being watched».", "Treatment «continues».", "Follow-up «is ongoing»."),
        ("Treatment continues to improve.", "Treatment continues for life in most people."),
        _status("ACTIVE_NOT_RECRUITING"),
    ),
)
RECRUITING = (
    Pattern(
        "is recruiting",
        r"\b(?:(?:is|are|was|were|been|it[’']s|they[’']re|we[’']re|remains?) {adverbs}|(?:still|currently|now|"
        r"actively|already) )(?:both )?{taking in}\b",
        ("ing ", "recruiting", "enrolling", "enroling", "accruing", "signing", "search of"),
        (
            "The trial «is recruiting» in Spain.",
            "Doctors «are recruiting» 20 people.",
            "It is open-label and «still recruiting».",
            "The team «is looking for volunteers».",
            "It «is still signing people up».",
            "The registry «is adding patients».",
        ),
        (
            "The company is recruiting staff.",
            "The trial is no longer recruiting.",
            "It is not yet recruiting.",
            "The group was recruiting faster than planned.",
            "She is taking people to court.",
        ),
        _status("RECRUITING"),
    ),
    Pattern(
        "recruiting since",
        r"(?:[,;:(–—] ?|\band )(?P<quote>(?:now |still |currently )?(?:recruiting|enrol+ing))(?: since |[.,;)]|$|"
        r" at (?:#|"
        r"[a-z]+ (?:sites|"
        r"hospitals|centres|centers)))|"
        r"\bhas been {adverbs}(?P<quote2>recruiting|enrol+ing|open|taking {entrants}|signing up {entrants})\b|"
        r"[,;:(–—] ?(?P<quote3>(?:now |still |currently )?open) (?:since |at (?:#|[a-z]+ (?:sites|hospitals|centres|"
        r"centers)))",
        ("recruiting", "enrolling", "enroling", "open", "taking", "signing"),
        (
            "Phase 2, single group, «recruiting» since May 2022.",
            "One hospital; «open» since 20 June 2022; 18 to 80 years.",
            "It has been «open» since March 2019.",
            "The list has been «taking names» since 2013.",
        ),
        ("Open, honest talk helps.", "Recruiting people is hard.", "It was a prospective, open, randomised trial."),
        _status("RECRUITING"),
    ),
    Pattern(
        "is open",
        r"\b(?P<quote>(?:is|are|was|were|remains?|it[’']s|stays?) {adverbs}open(?: (?:for|to) (?:new )?(?:recruitment|"
        r"enrol+ment|accrual|entry|patients|participants|volunteers|applicants|applications|people|adults|children|"
        r"anyone|everyone|those|women|men|anybody|all))?)(?:[.,;:)]|$| (?:at|in|as|since|and|until|with|now|to)\b)",
        ("open",),
        (
            "That one «is open» as well.",
            "The study «is open to recruitment».",
            "By the registry's record the trial «was open» in May.",
        ),
        ("The question is open.", "It is open-label.", "The door is open."),
        _status("RECRUITING", "trial"),
    ),
    Pattern(
        "recruitment goes on",
        r"\b{intake}(?:,? which [^,.;]+,)?(?: for [a-z0-9 ‐-]+| of (?:[a-z#]+ ){1,3}|"
        r" at [a-z0-9 ]{1,30})? (?P<quote>(?:is|has been|remains|are) {adverbs}(?:well )?(?:under ?way|ongoing|"
        r"on-going|open|"
        r"continuing|in progress|going on|in full swing|active)|continues|goes on|is still going on)\b|"
        r"\b(?P<quote2>(?:recruitment|enrol+ment|accrual) (?:ongoing|open|under ?way|in progress))\b|"
        r"\b{intake} (?:began|started|opened|commenced) (?:in |on )?@+,? and (?P<quote3>(?:is|remains) "
        r"{adverbs}(?:under ?way|ongoing|open|"
        r"continuing)|continues)\b",
        ("recruit", "enrol", "accrual", "intake"),
        (
            "Enrolment «is under way» in Spain.",
            "Recruitment, which began in April 2016, «is under way».",
            "Recruitment «continues».",
            "Seven clinics; «recruitment ongoing».",
            "Enrolment began on January 4, 2018 and «is ongoing».",
        ),
        ("Recruitment was a struggle.", "Enrolment is small."),
        _status("RECRUITING"),
    ),
    Pattern(
        "has begun to recruit",
        r"\b(?:has|have) {adverbs}(?:begun|started|opened|commenced|initiated|resumed) (?:for |to )?"
        r"(?:(?:(?:patient|subject|participant) )?(?:recruitment|enrol+ment)|recruit(?:ing)?|"
        r"enrol+(?:ing|ling)?|taking {entrants}|signing up {entrants}|new patients)\b|"
        r"\b(?:has|have) (?:now|just|already|also|since|recently|officially|both) opened\b(?: for (?:recruitment|"
        r"enrol+ment))?|\b(?:recruitment|enrol+ment|accrual)(?: (?:for|to|at|of|in|into) [a-z0-9 ‐-]+)? (?:has|"
        r"have) {adverbs}(?:begun|started|"
        r"opened|commenced)\b|"
        r"\b(?:recruitment|enrol+ment|accrual)(?: (?:for|to|at|of|in|into) [a-z0-9 ‐-]+)? (?:has|have) "
        r"{adverbs}been {adverbs}"
        r"(?:initiated|started|opened|launched)\b|"
        r"\b(?P<quote2>(?:begins|starts) (?:recruiting|enrol+ing))(?: (?:patients|participants|volunteers|people|"
        r"subjects|adults|children|"
        r"women|men|for)\b|[.,;]|$)|"
        r"\b(?P<quote>(?:began|started) (?:recruiting|enrol+ing|to recruit|to enrol+)|(?:commenced|initiated) "
        r"(?:patient )?(?:recruitment|enrol+ment))\b",
        ("begun", "started", "opened", "commenced", "initiated", "resumed", "began", "begins", "starts", "launched"),
        (
            "It «has begun recruiting».",
            "The company «has initiated enrollment» in the trial.",
            "The firm «has initiated patient enrolment» in a phase III trial.",
            "In parallel, the company «commenced enrollment» for a phase 2a study.",
            "«Enrolment has begun» at the clinic.",
            "It «began recruiting» this week.",
            "The trial «has now opened».",
            "Agency «begins enrolling» volunteers for a vaccine study.",
            "«Enrolment has been initiated» at the clinic.",
        ),
        (
            "It began recruiting in March 2015.",
            "It had opened in May.",
            "Before it began recruiting, rules changed in 2020.",
        ),
        _status("RECRUITING", "any"),
    ),
    Pattern(
        "takes new patients",
        r"\b(?:takes|accepts|welcomes|enrols|enrolls|recruits) (?:new|more|further) (?:[a-z]+ )?(?:patients|"
        r"participants|people|volunteers)\b|"
        r"\b(?:patients|participants|volunteers|people) are (?:still |now |currently |also )?(?:being )?(?:sought|"
        r"needed|wanted)\b|"
        r"\b(?:is|are) (?:still |now |currently |also )?(?:looking|seeking) to (?:recruit|enrol+)\b|"
        r"\b(?:new|more|further) (?:patients|participants|volunteers) (?:are|is) (?:still |now )?(?:welcome|wanted|"
        r"being (?:recruited|enrol+ed|accepted|sought))\b|"
        r"\b(?:trial|study|researchers|investigators|team) (?:still |now |also |urgently )?(?P<quote>(?:needs?|wants?|"
        r"seeks?) (?:more |another )?"
        r"(?:#+ |up to #+ )?(?:[a-z]+ )?(?:volunteers|participants))\b|"
        r"\b(?:are|is) (?:still |now |currently |also )?being (?:recruited|enrol+ed)\b|\bcan still (?:join|enrol+|"
        r"sign up|take part)\b",
        (
            "new ",
            "more ",
            "further ",
            "being recruited",
            "being enrol",
            "can still",
            "sought",
            "needed",
            "wanted",
            "volunteers",
            "participants",
            "to recruit",
            "to enrol",
        ),
        (
            "«Volunteers are still needed».",
            "The team «is looking to recruit» 400 people.",
            "It «takes new patients» at nine clinics.",
            "Women «are being recruited» in Spain.",
            "Those interested «can still join».",
            "The study «needs volunteers».",
        ),
        ("It takes more time.", "No new patients joined."),
        _status("RECRUITING"),
    ),
    Pattern(
        "has opened",
        r"\b(?P<quote>(?:has|have) {adverbs}opened(?: recently| today| now)?(?: (?:for|to) {newcomers})?)(?:[.,;]| "
        r"(?:at|in|across)\b)",
        ("opened",),
        ("The trial «has opened» at nine hospitals.",),
        ("The company has opened in Spain.", "The trial has opened doors."),
        _status("RECRUITING", "trial"),
    ),
)
HELD = (
    Pattern(
        "on hold",
        r"\b(?:(?:is|are|was|were|has been|have been|been|being|remains?|put|placed|it) {adverbs}(?:(?:put|placed|"
        r"kept) )?|(?:put|placed) (?:the |this |its |that |it |a |all )?(?:[a-z0-9‐-]+ ){0,4})on (?:an? )?(?:full |"
        r"partial |temporary |indefinite )?(?:clinical )?hold\b|"
        r"\b(?:placed|imposed|put|ordered|issued) (?:an?|another|a second|a new) (?:full |partial |temporary )?"
        r"(?:clinical )?hold on\b",
        (" hold",),
        (
            "The trial «has been put on hold».",
            "It «is on clinical hold».",
            "The agency «placed a clinical hold on» the study.",
        ),
        ("She put her life on hold.", "Hold on.", "The line was on hold for an hour."),
        _status("SUSPENDED", "held"),
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
        _status("SUSPENDED"),
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
        _status("SUSPENDED", "trial"),
    ),
    Pattern(
        "they paused it",
        r"\b(?:(?:has|have|had) )?(?:(?:also|now|since|temporarily|voluntarily|immediately) ){0,2}(?:paused|suspended|"
        r"halted temporarily|"
        r"(?:temporarily|voluntarily) halted) "
        r"(?:(?:all |further |new |patient |participant ){0,2}(?:dosing|{intake}|treatment|screening)(?: and "
        r"(?:dosing|{intake}|screening))? "
        r"(?:in|of|to|for) )?(?:the|its|their|this|that|an?|all|both|two|three|#+) (?:[a-z0-9‐/#-]+ ){0,5}(?:trials?|"
        r"stud(?:y|ies))\b|"
        r"\b(?:trial|study) has (?:paused|suspended) (?:participant |patient )?(?:recruitment|enrol+ment)\b",
        ("paused", "suspended", "halted"),
        (
            "The company «has paused its trial» of the pill.",
            "This «study has suspended participant recruitment».",
            "The maker «voluntarily suspended the phase 2 trial» in May.",
            "The firm «has paused two clinical trials» of the pill.",
            "It «has temporarily halted enrolment in its trial».",
        ),
        (
            "Sixty patients have paused.",
            "She has suspended her talks.",
            "The agency suspended the licence of the trial site.",
        ),
        _status("SUSPENDED", "nobody"),
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
        _status("SUSPENDED"),
    ),
)
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
        _status("WITHDRAWN", "trial"),
    ),
    Pattern(
        "they withdrew it",
        r"\bwithdrew (?:the|its|their|this) (?:[a-z0-9#‐-]+ ){0,4}?(?:trial|study)(?:[.,;]|$| (?:before|because|in|"
        r"after|for)\b)",
        ("withdrew",),
        ("The sponsor «withdrew the study.»",),
        ("Six patients withdrew the consent.", "The firm withdrew its trial drug."),
        _status("WITHDRAWN", "nobody"),
    ),
    Pattern(
        "never started",
        r"\bnever (?:actually |even |really )?(?:started|began|opened|launched|got (?:under ?way|going|started|"
        r"off the ground)|(?:enrol+ed|recruited|treated|signed up|included) (?:anyone|anybody|"
        r"an?y? (?:single )?(?:patients?|participants?|volunteers?|person|people|subjects?)))\b",
        ("never",),
        ("The study «never started».", "It «never enrolled anyone».", "The trial «never got off the ground»."),
        ("Patients who never started treatment were left out.", "He never began smoking."),
        _status("WITHDRAWN", "trial"),
    ),
)
STOPPED = (
    Pattern(
        "terminated",
        r"\b{been} {adverbs}(?:prematurely )?(?:terminated|halted|abandoned|scrapped|discontinued|axed|aborted|"
        r"cut short|called off|shut down|brought to an early end|stopped)(?: (?:early|prematurely|for good))?\b|"
        r"\b{been} {adverbs}(?:ended|closed) (?:early|prematurely|ahead of (?:time|schedule|plan))\b|"
        r"\b{been} {adverbs}(?:prematurely|permanently) (?:ended|closed|stopped|halted|discontinued)\b",
        tuple(
            "terminated halted abandoned scrapped discontinued axed aborted short called shut early stopped ended "
            "closed".split()
        ),
        (
            "The trial «was terminated» for low enrolment.",
            "It «was cut short» by the sponsor.",
            "The study «was stopped early» because the drug worked.",
            "The trial «has been halted».",
            "The trial «was prematurely closed» for want of patients.",
        ),
        (
            "The drug was stopped in four patients.",
            "Treatment was discontinued.",
            "If the trial is stopped, all will be told.",
        ),
        _status("TERMINATED", "trial"),
    ),
    Pattern(
        "ended early",
        r"\b(?:ended|stopped|closed|finished|halted|terminated|folded) (?:[a-z]+ )?(?:early|prematurely|short|"
        r"ahead of (?:time|schedule|plan)|because|(?:[a-z]+ ){1,4}early)\b|"
        r"\b(?P<quote2>stopped|ended|closed|halted) at (?:just |only )?#+|"
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
        ),
        ("Dosing ended early.", "Six patients stopped early.", "It stopped raining."),
        _status("TERMINATED", "trial"),
    ),
    Pattern(
        "they cut it short",
        r"\b(?:cut|cutting|cuts) (?:the|its|their|this|that) (?:[a-z0-9#‐-]+ ){0,4}?(?:trial|study) short\b",
        (" short",),
        ("The team ended up «cutting the study short» after five had fallen ill.",),
        ("They cut the study of short men.",),
        _status("TERMINATED"),
    ),
    Pattern(
        "they stopped it",
        r"\b(?:has|have|had) {adverbs}(?:halted|terminated|discontinued|stopped|ended) (?:[a-z0-9‐-]+ ){1,3}?(?:trial|"
        r"study)(?: early| prematurely)|"
        r"\b(?:halted|terminated|abandoned|scrapped|discontinued|stopped|called off|pulled the plug on|shut down|"
        r"axed|ended|(?:decided|chosen|elected|opted|chose|moved|(?:has|have|had) (?:made the decision|taken the "
        r"decision|agreed)) to "
        r"(?:halt|terminate|abandon|scrap|discontinue|stop|call off|shut down|end)|"
        r"(?:is|are) (?:halting|terminating|abandoning|scrapping|discontinuing|stopping|ending|axing|shutting down)) "
        r"(?:the|its|their|this|that|both|all|an?|two|three) (?:[a-z0-9#/‐-]+,? ){0,5}?(?:trials?|stud(?:y|"
        r"ies))(?: early| prematurely|[.,;]|$| @| (?:after|because|when|for|over|in|due|on|of|last|this|testing|"
        r"evaluating|with|comparing|assessing|to|involving|at|amid|citing|and|but|as|which|"
        r"investigating|based|following))",
        (
            "halted",
            "terminated",
            "abandoned",
            "scrapped",
            "discontinued",
            "stopped",
            "called off",
            "plug",
            "shut",
            "axed",
            "ended",
            "decided",
            "chose",
            "elected",
            "opted",
            "moved",
            "decision",
            "agreed",
            "halting",
            "terminating",
            "ing ",
        ),
        (
            "In May the company «halted its phase 3 trial after» deaths.",
            "The sponsor «terminated the study early».",
            "The firm has «discontinued the phase 1b/2 GENERATION trial of» its drug.",
            "The firm has «stopped the Phase III clinical trial of» its stroke drug.",
            "The sponsor has «decided to discontinue the trial.»",
            "The maker «is stopping its phase 3 trial of» the pill.",
            "It said that it «has stopped PILOT-AF study early».",
            "The firm has «scrapped a phase 2 trial of» the pill.",
        ),
        (
            "Seven patients discontinued the study.",
            "Four people stopped the trial drug.",
            "It will have ended the trial.",
        ),
        _status("TERMINATED", "nobody"),
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
            "It is not over.",
        ),
        _status("COMPLETED", "trial"),
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
        _status("COMPLETED", "trial"),
    ),
    Pattern(
        "they finished it",
        r"\b(?:has|have|had) {adverbs}(?:completed|finished|wrapped up|concluded) (?:its|their|an?|both|two|"
        r"#) (?:[a-z0-9#‐/-]+,? ){0,6}?(?:trials?|stud(?:y|ies)|pilot)\b",
        ("completed", "finished", "wrapped", "concluded"),
        ("The company «has completed a phase 2 trial» of the pill.",),
        ("Sixty patients have completed the trial.", "It has completed enrolment."),
        _status("COMPLETED", "nobody"),
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
        _status("COMPLETED", "done"),
    ),
)
IN_A_LIST = (
    Pattern(
        "withdrawn, in a list",
        r"(?:[,;(–—] ?|\band )(?P<quote>withdrawn)(?:[.,;)]|$| (?:in |on )?@| since | before )",
        ("withdrawn",),
        ("May to June 2021; «withdrawn».",),
        ("Withdrawn people were not counted.",),
        _status("WITHDRAWN", "done"),
    ),
    Pattern(
        "terminated, in a list",
        r"(?:[,;(–—] ?|\band )(?P<quote>terminated)(?:[.,;)]|$| (?:in |on )?@| since | before )",
        ("terminated",),
        ("All three, randomised and «terminated», were run in Spain.",),
        ("The contract, terminated by both, is void.",),
        _status("TERMINATED", "done"),
    ),
    Pattern(
        "suspended, in a list",
        r"(?:[,;(–—] ?|\band )(?P<quote>(?:now |currently )?(?:suspended|paused|on hold))(?:[.,;)]|$| (?:in |on )?@|"
        r" since | before )",
        ("suspended", "paused", "on hold"),
        ("Open label, «suspended» since May.",),
        ("Cells, suspended in saline, were injected.",),
        _status("SUSPENDED", "done"),
    ),
)
UNKNOWN = (
    Pattern(
        "unknown",
        r"\bstatus (?:of (?:this|the) (?:trial|study) )?(?:is |as |of |was |remains |now |listed as |"
        r"given as )*[\"“']?unknown\b|\bunknown status\b|"
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
        ("The cause is unknown.", "It is not clear whether the drug works."),
        _status("UNKNOWN"),
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
        r"\b(?:recruiting|seeking|looking for|enlisting) (?:new |more |additional |its |a |an |"
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
        r"\bhow many [a-z ]{1,40}\b(?:needed|wanted|sought)\b|\b(?:needed|wanted|sought) (?:before|in order|to "
        r"(?:show|detect|say|tell|"
        r"prove|reach|demonstrate|find|achieve|answer|provide|ensure|establish|have|give|allow|confirm|determine)|for "
        r"(?:an? |the )?"
        r"(?:[a-z]+ )?(?:analysis|power|answer))\b|"
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
        r"\bstopped (?:at nothing|working|taking|raining|treatment|the drug|smoking|breathing|by|growing)\b|"
        r"\blife on hold\b|\bhold (?:was|is|has been|had been) (?:since )?(?:lifted|removed)|\blifted (?:the|its|"
        r"a) [a-z ]{0,20}hold\b",
        (
            " to court",
            " to task",
            "recruiting",
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
    + CLOSED
    + HELD
    + RECRUITING
    + WITHDRAWN
    + STOPPED
    + FINISHED
    + IN_A_LIST
)
