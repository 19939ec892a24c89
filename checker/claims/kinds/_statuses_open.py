"""How prose says that a trial takes people in, or does not yet."""

from __future__ import annotations

from checker.claims.grammar import Pattern
from checker.claims.kinds._status_words import gives

BY_INVITATION = (
    Pattern(
        "by invitation",
        r"\b(?:{is} )?(?:open|enrol+ing|recruiting|enrol+ment is|recruitment is) (?:only |"
        r"{entrants} )?by invitation(?: only)?\b|"
        r"\bby invitation only\b",
        ("by invitation",),
        ("The follow-up «is open by invitation only».", "It is now «enrolling by invitation»."),
        ("Guests came by invitation.",),
        gives("ENROLLING_BY_INVITATION"),
    ),
)
NOT_YET = (
    Pattern(
        "not yet",
        r"\b(?:not yet|(?:has|have) (?:yet|still) to|is yet to|are yet to|yet to) (?:be )?(?:officially |formally )?"
        r"(?:recruit(?:ing|ed)?|enrol+(?:ing|ed)?|open(?:ed)?|begun|begin|start(?:ed)?(?: up)?|launch(?:ed)?|"
        r"under ?way|taking {entrants}|accepting {entrants})"
        r"(?: (?:recruiting|enrol+ing|recruitment|enrol+ment|to recruit|to enrol+|for (?:recruitment|enrol+ment)))?\b|"
        r"\bnot (?:open|recruiting|enrol+ing|under ?way|up and running)(?: (?:to|for) [a-z ]{1,30})? (?:just )?yet\b|"
        r"\b(?:is|are) (?:still |now |currently )?(?P<quote>(?:in (?:the )?(?:set[ -]up|start[ -]up)(?: (?:phase|"
        r"stage))?|"
        r"being set up))\b",
        ("not yet", "yet to", "still to", " yet", "set-up", "set up", "start-up", "start up"),
        (
            "The trial is «not yet recruiting».",
            "It «has yet to open».",
            "The trial «has still to open».",
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
        gives("NOT_YET_RECRUITING", "any"),
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
        gives("NOT_YET_RECRUITING", "trial"),
    ),
    Pattern(
        "recruitment has not begun",
        r"\b{intake} (?:(?:has|have) not|hasn[’']t|haven[’']t|is not|isn[’']t|has yet to|is yet to) (?:yet |even |"
        r"actually )?(?:begun?|started?|open(?:ed)?|launched|under ?way)\b(?: yet)?",
        ("recruit", "enrol", "accrual", "intake"),
        ("«Recruitment has not begun».", "«Enrolment hasn't started yet» at the clinic."),
        ("Recruitment has not been easy.", "Enrolment has begun."),
        gives("NOT_YET_RECRUITING"),
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
        gives("NOT_YET_RECRUITING"),
    ),
)
RECRUITING = (
    Pattern(
        "is recruiting",
        r"\b(?:(?:is|are|was|were|been|it[’']s|they[’']re|we[’']re|remains?) {adverbs}|(?:still|currently|now|"
        r"again|actively|already) )(?:(?:both|(?:open|active|up and running) and) )?{taking in}\b|"
        r"\b(?:continues?|continuing) to (?:actively )?(?:recruit|enrol+|accrue|sign up|take {entrants})\b|"
        r"\bgo(?:es)? on (?:recruiting|enrol+ing)\b",
        ("ing ", "recruiting", "enrolling", "enroling", "accruing", "signing", "search of", "continue"),
        (
            "The trial «is recruiting» in Spain.",
            "Doctors «are recruiting» 20 people.",
            "It is open-label and «still recruiting».",
            "The team «is looking for volunteers».",
            "It «is still signing people up».",
            "The registry «is adding patients».",
            "Twelve British sites «are open and recruiting».",
            "A newer study «continues to recruit» in Spain.",
            "The trial «goes on recruiting» in Spain.",
            "They «are seeking healthy, unvaccinated men».",
        ),
        (
            "The company is recruiting staff.",
            "The clinic continues to recruit nurses.",
            "The trial is no longer recruiting.",
            "It is not yet recruiting.",
            "It will go on recruiting for a year.",
            "The group was recruiting faster than planned.",
            "She is taking people to court.",
        ),
        gives("RECRUITING"),
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
        gives("RECRUITING"),
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
        gives("RECRUITING", "trial"),
    ),
    Pattern(
        "recruitment goes on",
        r"\b{intake}(?:,? which [^,.;]+,)?(?: for [a-z0-9 ‐-]+| of [a-z#-]+(?: [a-z#-]+){0,4}?|"
        r" at [a-z0-9 ]{1,30})? (?P<quote>(?:is|has been|remains|are) {adverbs}(?:well )?(?:under ?way|ongoing|"
        r"on-going|open|"
        r"continuing|in progress|going on|in full swing|active)|continues|goes on|is still going on)\b|"
        r"\b(?P<quote2>(?:recruitment|enrol+ment|accrual) (?:now |currently |still )?(?:ongoing|open|under ?way|"
        r"in progress))\b|"
        r"\b{intake} (?:began|started|opened|commenced) (?:in |on )?@+,? and (?P<quote3>(?:is|remains) "
        r"{adverbs}(?:under ?way|ongoing|open|"
        r"continuing)|continues)\b",
        ("recruit", "enrol", "accrual", "intake"),
        (
            "Enrolment «is under way» in Spain.",
            "Recruitment, which began in April 2016, «is under way».",
            "Recruitment «continues».",
            "Recruitment of participants and carers «is still ongoing».",
            "Seven clinics; «recruitment ongoing».",
            "With «enrolment now under way», the team can wait.",
            "Enrolment began on January 4, 2018 and «is ongoing».",
        ),
        ("Recruitment was a struggle.", "Enrolment is small."),
        gives("RECRUITING"),
    ),
    Pattern(
        "recruitment has begun",
        r"\b(?:recruitment|enrol+ment|accrual)(?: (?:for|to|at|of|in|into) [a-z0-9 ‐-]+)? (?:has|"
        r"have) {adverbs}(?:begun|started|"
        r"opened|commenced|resumed|restarted)\b|"
        r"\bdosing(?: (?:for|of|in) [a-z0-9 ‐-]+)? (?:has|is) (?:now |also )?(?:resumed|restarted|resuming)\b|"
        r"\b(?:recruitment|enrol+ment|accrual)(?: (?:for|to|at|of|in|into) [a-z0-9 ‐-]+)? (?:has|have) "
        r"{adverbs}been {adverbs}"
        r"(?:initiated|started|opened|launched|resumed|restarted)\b|"
        r"^(?:(?:patient|participant) )?(?P<quote4>(?:recruitment|enrol+ment) (?:begins|starts|opens|resumes)) "
        r"(?:for|to|into|at|in)\b",
        ("recruit", "enrol", "accrual", "dosing"),
        (
            "«Enrolment has begun» at the clinic.",
            "«Dosing in the trial has resumed».",
            "«Enrolment has been initiated» at the clinic.",
            "«Recruitment begins» for a trial of honey",
        ),
        (
            "Recruitment has been hard.",
            "Recruitment begins with a letter, and ends with one.",
        ),
        gives("RECRUITING", "any"),
    ),
    Pattern(
        "is half full",
        r"\b{has} {adverbs}(?:reached|passed|crossed|hit) (?:the |its )?(?:halfway|half-way|midway|mid)[ -]?(?:mark|"
        r"point|stage) (?:of|for|in) (?:[a-z]+ ){0,2}{intake}\b|"
        r"\b(?:is|are) {adverbs}half(?:way|-way)? (?:through {intake}|enrol+ed|recruited|full)\b",
        ("half", "mid"),
        (
            "The trial «has reached the halfway mark for total enrolment».",
            "It «is halfway through recruitment».",
        ),
        ("The company reached the halfway mark in May.", "The review is halfway through.", "The glass is half full."),
        gives("RECRUITING", "trial"),
    ),
    Pattern(
        "takes new patients",
        r"\b(?:takes|accepts|welcomes|enrols|enrolls|recruits) (?:new|more|further) (?:[a-z]+ )?(?:patients|"
        r"participants|people|volunteers)\b|"
        r"\b(?:patients|participants|volunteers|people) are (?:still |now |currently |also )?(?:being )?(?:sought|"
        r"needed|wanted)\b|"
        r"\b(?:(?:is|are) (?:still |now |currently |also )?(?:looking|seeking)|seeks?) to (?:recruit|enrol+)\b|"
        r"\b(?:new|more|further) (?:patients|participants|volunteers) (?:are|is) (?:still |now )?(?:welcome|wanted|"
        r"being (?:recruited|enrol+ed|accepted|sought))\b|"
        r"\b(?:trial|study|researchers|investigators|team|it|they) (?:still |now |also |"
        r"urgently )?(?P<quote>(?:needs?|wants?|"
        r"seeks?) (?:more |another )?"
        r"(?:#+ |up to #+ )?(?:[a-z]+ )?(?:volunteers|participants))\b|"
        r"\b(?:are|is) (?:still |now |currently |presently |also )?being "
        r"(?:recruited|enrol+ed|(?:invited|asked) to "
        r"(?:take part|join|enrol+|participate|sign up|volunteer))\b|\bcan still (?:join|enrol+|"
        r"sign up|take part)\b",
        (
            "new ",
            "more ",
            "further ",
            "being recruited",
            "being enrol",
            "being invited",
            "being asked",
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
            "Hundreds «are being invited to take part».",
            "Those interested «can still join».",
            "The study «needs volunteers».",
        ),
        ("It takes more time.", "No new patients joined."),
        gives("RECRUITING"),
    ),
    Pattern(
        "has its first patient",
        r"\b(?:(?:has|have) {adverbs})?(?:enrol+ed|recruited|randomi[sz]ed|registered|signed up)(?: and [a-z]+)? "
        r"(?:the|its|their|our|a) (?:very )?(?:first|1st) (?:[a-z-]+ ){0,2}?(?:patient|participant|subject|volunteer|"
        r"person|child|wom[ae]n|m[ae]n)s?\b|"
        r"\bannounce[sd] (?:today )?(?:the )?(?:first|1st) patient enrol+ments?\b|"
        r"\b(?:first|1st) (?:[a-z-]+ ){0,2}?(?:patient|participant|subject|volunteer)s? (?:was|were|has been|"
        r"have been) {adverbs}(?:enrol+ed|recruited|randomi[sz]ed)\b",
        ("first ", "1st "),
        (
            "Two firms «have enrolled the first patient» in a late trial.",
            "It «has recruited its first volunteers».",
            "Maker said that the «first patients were enrolled» in its trial.",
        ),
        ("The trial enrolled its first patient in May 2019.", "It has enrolled 40 people since the first visit."),
        gives("RECRUITING"),
    ),
    Pattern(
        "has opened",
        r"\b(?P<quote>(?:has|have) {adverbs}opened(?: recently| today| now)?(?: (?:for|to) {newcomers})?)(?:[.,;]| "
        r"(?:at|in|across|for)\b)",
        ("opened",),
        ("The trial «has opened» at nine hospitals.", "The trial «has now opened»."),
        ("The company has opened in Spain.", "The trial has opened doors.", "Two chemists have also opened there."),
        gives("RECRUITING", "trial"),
    ),
)
