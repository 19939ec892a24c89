"""What a date in prose may be the date of: events of a trial, and events that a date near them belongs to instead.

Each pattern finds the words of one event. Which date is the event's, and whether the trial is what it happened to, is
for `dates` to tell. `gives` holds the `kind` of the claim ("" for what is no date of a trial's record: a date that
stands by such an event is left alone) and the `manner` in which the words speak of it:

- `verb`: a past tense or participle ("began", "was completed"); with an auxiliary for the future, an expectation;
- `plan`: an infinitive or what follows "will" ("to start", "should end");
- `present`: a present tense or gerund ("starts", "starting"), of which the day of writing says if it has happened;
- `noun`: "the planned start", "end date", "primary completion", which stand right beside their date;
- `label`: "Results:", "Recruitment 08/2021", with nothing between them and their date;
- `done`: an event that needs no subject ("the first patient was enrolled", "results were posted");
- `run`: what has a beginning and an end ("ran", "was conducted");
- `joined`: people who came in over a time ("were enrolled between");
- `since`: a state that a date began ("has been recruiting since"), `until`: one that a date ends ("will run until").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.kinds._event_words import (
    AUX,
    CAME_IN,
    COMPLETION,
    END,
    ENDED,
    PERSON,
    RECRUITMENT,
    START,
    START_DATE,
    STARTED,
    event,
)
from checker.claims.kinds._result_events import RESULT_EVENTS

if TYPE_CHECKING:
    from checker.claims.grammar import Pattern

RECRUITMENT_EVENTS: tuple[Pattern, ...] = (
    event(
        "",
        "verb",
        "recruitment_over",
        rf"\b{RECRUITMENT}(?: period| phase| window)?(?: (?:in|at|of|for|to|into) [a-z#-]+(?: [a-z#-]+){{0,3}}?)? {AUX}"
        r"(?:closed|ended|completed|complete|finished|stopped|concluded|halted|paused|filled|full|over|end|close|"
        r"finish|"
        r"conclude|resumed?|reopened|suspended)\b"
        r"|\b(?:complet|finish|clos|end|stop|conclud|halt|paus|suspend|ceas|resum|shut)(?:ped|ed|es?|ing|s)?"
        r"(?: its| to| the| all| patient| for| planned| target| off| full| down| doors| new| further| taking|"
        r" adding| in| on)* "
        rf"(?:{RECRUITMENT}|screening|dosing|new|newcomers|entry|{PERSON}|admitting|accepting|randomi[sz]ation)\b"
        rf"|\b(?:(?:last|final) day of (?:[a-z]+ )?)?randomi[sz]ation {AUX}(?:being )?"
        r"(?:closed|ended|completed|finished|stopped|concluded)\b"
        r"|\bfully (?:enrol+ed|recruited)\b|\b(?:reached|met|hit) (?:its|the|their) (?:(?:recruitment|enrol+ment|"
        r"accrual|full) )?(?:target|goal)\b",
        "recruit enrol accru inclusion intake fully reached met hit clos stop complet finish end halt paus suspend "
        "ceas "
        "resum shut randomi",
        "",
        """Recruitment closed in May 2019.
        Randomisation was completed in May 2019.
        The trial completed enrollment in May 2019.
        It stopped taking in children in May 2019.""",
    ),
    event(
        "",
        "verb",
        "last_in",
        rf"\b(?:last|final) (?:[a-z]+ ){{0,2}}?{PERSON}(?: [a-z]+){{0,3}}? {AUX}"
        r"(?:enrol+ed|recruited|included|randomi[sz]ed|dosed|joined|entered|signed up|screened|started|began)\b",
        "last final",
        "",
        "The last patient was enrolled in May 2019.",
    ),
    event(
        "",
        "verb",
        "interim_to_come",
        r"\binterim (?:[a-z-]+ ){0,2}(?:analys[ei]s|looks?|assessments?|reviews?)(?: [a-z]+){0,4} (?:expected|due|"
        r"anticipated|planned|scheduled|slated)\b",
        "interim",
        "",
        "An interim analysis is planned for May 2019.",
    ),
    event(
        "",
        "verb",
        "told_from",
        r"\b(?:report|publish|present|release|announce|share|sell|ship|supply|launch|market)(?:s|e?d|ing)? "
        r"[^;:@]{0,120}?[ ,](?:starting|beginning|commencing)\b",
        "starting beginning commencing",
        "",
        "The firm hopes to report results of its trial for the drug, an antibody, starting in May 2019.",
    ),
)
"""What has an end or a beginning of its own, which is not the trial's: recruitment, looks at the data, reports."""

OTHER_EVENTS: tuple[Pattern, ...] = (
    event(
        "",
        "verb",
        "another_event",
        r"\b(?:approv(?:ed|al)|licen[sc]ed|updated|revised|amended|accessed|retrieved|searched|diagnosed|"
        r"born|green light|go-ahead|clear(?:ed|ance)|(?:fast track|orphan drug|breakthrough) [a-z]+|acquired|"
        r"founded)\b",
        "approv licen updated revised amended accessed retrieved searched diagnosed born green go-ahead clear track "
        "orphan breakthrough acquired founded",
        "",
        """The record was updated in May 2019.
        The drug was approved in May 2019.
        She was diagnosed in May 2019.""",
    ),
)

EVENTS: tuple[Pattern, ...] = (
    *RESULT_EVENTS,
    event(
        START_DATE,
        "done",
        "first_in",
        rf"\bfirst (?:of (?:the|its|their|our|"
        rf"#+) )?(?:#+ )?(?:[a-z-]+ ){{0,2}}?{PERSON}(?:[ ,]+[a-z#’'-]+){{0,8}}?[ ,]+{AUX}{CAME_IN}\b"
        rf"|\b(?:enrol+ed|recruited|randomi[sz]ed|dosed|injected|included|admitted|treated|welcomed|signed up|"
        rf"took in|dosing|enrol+ing|treating) (?:the|its|their|our|a) "
        rf"(?:very )?first (?:[a-z-]+ ){{0,2}}?{PERSON}\b|\bfirst {PERSON}(?: [a-z]+)? (?:first )?visit\b|"
        rf"\bto (?:enrol+|recruit|randomi[sz]e|dose|inject|include|treat|vaccinate) (?:the|its|their|our|a) "
        rf"(?:very )?first (?:of (?:the |its |up to )?#+ )?(?:[a-z-]+ ){{0,2}}?{PERSON}\b|"
        rf"\bfirst (?:[a-z-]+ ){{0,2}}?{PERSON}(?: [a-z#’'-]+){{0,3}}? (?:is|are) (?:expected|due) (?:in|on|for|at)\b|"
        rf"\bfirst[- ]{PERSON}[- ]in\b(?:[,:–—-]|$)|\b(?:enrol+ed|recruited|randomi[sz]ed) {PERSON} for the first "
        r"time\b"
        r"|\bfirst (?:doses?|vaccinations?|injections?|infusions?|jabs?) (?:was|were) (?:administered|given)\b"
        r"|\b(?:went|gone|go|goes) into (?:its|a|the|their) (?:[a-z#-]+ ){0,4}?(?:trial|study)\b",
        "first into",
        """The first patient in the United States was dosed on «May 2, 2019».
        The first volunteer joined in «May 2019».
        The trial enrolled its first patient in «May 2019».
        The firm expects to dose the first of 64 volunteers, at one centre, in «July 2026».
        The first patients are expected in «April 2026», and the last results in 2029.
        The first doses were administered on «15 December 2025».""",
        """The first patient with the disease was described in 1901.
        The first patients are expected to benefit in 2030.
        The first patient was diagnosed in 1981.""",
    ),
    event(
        START_DATE,
        "done",
        "began_recruiting",
        rf"\b(?:{STARTED}|{START}|begins|starts|opens|commences|beginning|starting) "
        rf"(?:actively |to |its |the |patient )*(?:recruit[a-z]*|enrol[a-z]*|dos(?:e|ing)|randomi[a-z]+|accru[a-z]+|"
        rf"sign(?:ing)? up|tak(?:ing|e) in|treating)"
        rf"(?: (?:patients|participants|people|volunteers|subjects))?\b",
        "recruit enrol dos randomi accru sign tak treating",
        """The trial is expected to start enrolling up to 20 participants in Spain in «November 2029».
        Researchers began recruiting in «2019».
        The study started to enrol patients in «May 2018».
        The trial commenced its dosing phase in «May 2018».""",
        """They started treatment in the year before January 2001.
        Before the trial started the wound was treated in May 2018.""",
    ),
    event(
        START_DATE,
        "noun",
        "first_day",
        r"\b(?:day one|(?:the|its) first day|day 1)\b",
        "day",
        "«March 10, 2022» was day one.",
        "The first day was fine.",
    ),
    event(
        COMPLETION,
        "done",
        "last_out",
        rf"\b(?:last|final) (?:of the )?(?:[a-z-]+ ){{0,2}}?{PERSON}(?:[ ,]+[a-z#’'-]+){{0,4}}?[ ,]+{AUX}"
        rf"(?:finish(?:ed)?|completed?|came in for|seen|left|(?:leave|be out)(?: of)?|"
        rf"discharged|followed|made|had|attended|reached)(?:(?: [a-z’'-]+){{0,5}} (?:visit|follow-up|check-up|"
        rf"appointment|assessment|check|end))?\b"
        rf"|\blast data (?:came in|were (?:collected|gathered)|arrived)\b",
        "last final",
        """The last patient came in for her final visit in «March 2023».
        The final participant finished treatment in «October 2022».
        The last of the participants should be out in «February 2027».
        The last data came in on «14 March 2019».""",
        "The last patient was enrolled in May 2019.",
    ),
    event(
        START_DATE,
        "plan",
        "to_start",
        rf"\b(?:to|will|would|should|could|may|might|not|cannot|and|then|will only|to officially|"
        rf"to formally) {START}\b",
        "begin start open launch commence kick initiate under going get live running",
        """The trial is due to start in «October 2023».
        It will open in «early 2027».
        The study is expected to get under way in «June 2024».
        The trial did not start until «May 2019».""",
        """The company is to launch the drug in 2027.
        The clinic will open in 2027.""",
    ),
    event(
        COMPLETION,
        "plan",
        "to_end",
        rf"\b(?:to|will|would|should|could|may|might|not|cannot|and|then) (?:[a-z]+ly )?{END}\b",
        "end finish close conclude complete wrap wind stop terminate be come draw run expire",
        """The trial is due to end in «October 2029».
        It should finish by «mid-2026».
        The study was to have started in 2009 and to end in «2012».""",
        """The patent is to expire in 2027.
        Treatment will stop in 2027.""",
    ),
    event(
        START_DATE,
        "verb",
        "started",
        rf"\b{STARTED}\b",
        "began begun started opened launched commenced kicked initiated inaugurated got ahead live went goes dates "
        "dated "
        "off set out",
        """The trial began in «November 2018».
        Launched in «January 2022», it is to finish soon.
        The study got under way on «5 May 2018».
        The trial started small at two centres in Ohio in «May 2018».
        On «May 5, 2018», the trial opened.""",
        """The pandemic began in 2020.
        Her symptoms started in May 2018.
        The company was launched in 2015.
        The man who began in May 2018 left.""",
    ),
    event(
        START_DATE,
        "since",
        "open_since",
        r"\b(?:recruiting|enrol+ing|running|going|open|under ?way|active|ongoing|in progress|in operation|"
        r"taking (?:[a-z]+ )?(?:names|patients|people|participants|volunteers)|accepting (?:[a-z]+ )?(?:patients|"
        r"participants|volunteers)|"
        r"signing up (?:patients|people|volunteers)|up and running|collecting [a-z]+|"
        r"following (?:[a-z#]+ )?(?:people|patients|participants)|done so|"
        r"looking for (?:[a-z#]+ )?(?:volunteers|patients|people|participants))\b",
        "recruiting enrol running going open under active ongoing progress operation taking accepting signing "
        "up collecting "
        "following done looking",
        """The trial has been recruiting since «March 2019».
        It has been open to adults since «May 2020».
        Phase 2, open since «20 June 2022».""",
        """The trial is recruiting; the drug has been sold since 2018.
        The clinic has been open since 1998.""",
    ),
    event(
        START_DATE,
        "label",
        "first_label",
        rf"\b(?:first {PERSON}|first randomi[sz]ation|recruitment|(?:first )?enrol+ment|recruiting|enrolling)"
        r"(?: in| enrol+ed| dosed| first visit| start(?: date)?)?\b",
        "first recruit enrol",
        """First patient: «April 2017».
        Date of first randomisation: «14/08/2012».
        Recruitment from «October 2008».
        Recruitment start: «October 2008».""",
        "Recruitment was approved in May 2019.",
    ),
    event(
        START_DATE,
        "present",
        "starts",
        r"\b(?:begins|starts|opens|launches|commences|kicks off|gets under ?way|beginning|starting|commencing|"
        r"launching|opening)\b",
        "begins starts opens launches commences kicks gets beginning starting commencing launching opening",
        """The trial starts in «May 2018».
        Its Phase 4 trial has yet to open: 22 sites, starting in «May 2018».""",
        "The school year starts in September 2019.",
    ),
    event(
        COMPLETION,
        "verb",
        "ended",
        rf"\b{ENDED}\b",
        "ended finished closed concluded completed wrapped wound stopped halted terminated discontinued cut called "
        "abandoned came over drew expired ceased done through axed scrapped brought",
        """The trial ended in «October 2015».
        It was completed on «February 8, 2021».
        On «April 3, 2023» it was terminated.
        Completed: «April 2022».
        It was to have ended in «2012».
        The trial began in 2019 and was stopped in «May 2020» for futility.""",
        """The war ended in 1945.
        The clinic closed in May 2018.
        Enrolment was completed in May 2018.
        The man finished in May 2018.""",
    ),
    event(
        COMPLETION,
        "present",
        "ends",
        r"\b(?:ends|finishes|closes|concludes|wraps up|winds up|ending|finishing|closing|concluding)\b",
        "ends finishes closes concludes wraps winds ending finishing closing concluding",
        "The trial ends in «May 2018».",
        "The school year ends in July 2019.",
    ),
    event(
        START_DATE,
        "noun",
        "start",
        r"\b(?:start|launch|kick-?off|beginning|opening|commencement|initiation|start-up|opening (?:day|month|date)|"
        r"first[- ]patient (?:dosing|enrol+ment|visit|in)|"
        r"starting (?:day|month|date))\b",
        "start launch kick beginning opening commencement initiation first",
        """The planned start is «May 2027».
        The opening month was «October 2023».
        Study start is anticipated for «May 1, 2024».
        Start date: «May 2018».
        «December 2019» saw the start.
        Since the initiation of the flu study in «May 2018» we have learnt much.""",
        """The start of the pandemic in 2020 was hard.
        The launch of the drug in 2020 went well.""",
    ),
    event(
        COMPLETION,
        "noun",
        "last_visit",
        r"\b(?:last|final)[- ](?:patient|participant|subject)[- ]out\b|\blplv\b|"
        r"\b(?:the )?(?:last|final)[- ](?:patient[’']?s?[, -]+|participant[’']?s?[, -]+|study )?(?:(?:last|final)[- ])?"
        r"(?:visits?|"
        r"follow[- ]?up(?: visits?)?|check-?ups?|"
        r"dates?|day|assessments?|questionnaires?)(?: of follow-up)?(?: on the record)?(?: took place| was held|"
        r" came| happened| occurred)?\b|"
        r"\b(?:visit|follow-up) (?:of|for) the last (?:patient|participant|subject)\b",
        "last final lplv",
        """The last patient, last visit occurred in «January 2020».
        Last patient out: «May 2022».
        The last visits are foreseen for «30 December 2025».
        The last follow-up visit took place in «May 2018».
        Date of last follow up: «14/11/2025».
        The visit of the last patient was on «11 January 2007».""",
        "The last day of the congress, in May 2019, was dull.",
    ),
    event(
        COMPLETION,
        "until",
        "until",
        r"\b(?:close-?out(?: visits?)?|(?:follow-up|study|clinic) visits|ongoing|continues?|continuing|go on|goes on|"
        r"going on|drag on|drags on|follow-?up|follow(?:ed|s)?(?: up)? (?:to|until|through) the end|follows?|followed|"
        r"following|watch(?:es|ed|ing)?|monitor(?:s|ed|ing)?|observed?|observes|tracked|tracks|"
        r"(?:stay|remain)(?:s|ed)? open|kept open|(?:is|are|be) open|seen|extended|prolonged|continued|went on|"
        r"dragged on|(?:to|until) the end)\b",
        "close visits ongoing continu go drag follow watch monitor observ track stay remain kept seen went going end "
        "open extended prolonged",
        """The study follows them until «the end of 2026».
        Participants will be followed until «August 2031».
        Everyone will have been followed to the end by «March 2025».
        It enrolled people from 2010, with trial close-out visits through «2016».
        The study has been extended until «2029».
        The study is ongoing until «August 2031».""",
        """She will be followed in 2019.
        The trial continued for two years.""",
    ),
    event(
        COMPLETION,
        "noun",
        "end",
        r"\b(?:end|end-?point|finish|completion|close|closing|closure|conclusion|termination|horizon|"
        r"the last)\b",
        "end finish completion clos conclusion termination horizon last final",
        """The planned end is «June 2025».
        Its end date, «December 2037», is no misprint.
        Estimated study completion: «May 2027».
        «July 2024» should see the finish.""",
        """The end of the war in 1945 came late.
        At the end of treatment in May 2019 she was well.""",
    ),
    event(
        START_DATE,
        "run",
        "run",
        r"\b(?:ran|run|runs|conducted|carried out|took place|taken place|take place|takes place|performed|held|did|"
        r"undertaken|"
        r"last(?:s|ed)?|done|tried|tested|running|study period|trial period|active|looked after|enrolling|"
        r"recruiting)\b",
        "ran run conducted carried took take performed held undertaken last done did tried tested period active looked "
        "enrolling recruiting",
        """The trial ran from «May 2018» to March 2023.
        It is to run until «October 2029».
        The study was conducted between «May 2018» and March 2023 at two centres.
        From «May 2018» to March 2023 the trial was carried out in Ohio.""",
        "The race was run from 2018 to 2020 by the club.",
    ),
    event(
        START_DATE,
        "joined",
        "joined",
        r"\b(?:enrol+(?:ed|ment)|recruit(?:ed|ment)|included|inclusion|joined|randomi[sz]ed|randomi[sz]ation|"
        r"randomly (?:assigned|allocated)|took part|data (?:were|was) (?:collected|gathered)|"
        r"participated|signed up|entered|accrued|accrual|in it|in the (?:trial|study)|"
        r"assigned|allocated|vaccinated|volunteered|screened|took in|admitted|"
        r"open (?:to|for) (?:recruitment|enrol+ment|accrual|new [a-z]+|(?:[a-z]+ ){1,3}to (?:join|enter|enrol+|"
        r"take part|sign up)))\b|"
        r"#+ (?:[a-z-]+ ){0,2}?(?:patients|participants|people|volunteers|subjects|women|men|children|infants|adults) "
        r"(?:received|underwent|were (?:treated|dosed|given|infused|implanted))\b",
        "enrol recruit inclu joined random took data participated signed entered accru assigned allocated vaccinated "
        "volunteered screened "
        "in "
        "admitted open received underwent treated dosed given infused implanted",
        """Between «May 2018» and March 2023, 352 adults were enrolled.
        We recruited 40 people from «May 2018» to June 2019.
        Patients were randomised at 34 hospitals from «May 2018».
        The trial was open for people to join between «2013» and 2021.
        Between «26 May 2018» and 3 March 2023, 532 participants received the drug (n=265) or placebo (n=267).""",
        "The patients were treated from May 2018 to June 2019.",
    ),
)
"""The events of a trial, those of more words first."""
