"""Words and clauses around the dates of trials, as a sentence's shape has them."""

from __future__ import annotations

from checker.claims.said import DATE
from checker.claims.vocabulary import words
from checker.pattern import pattern

TRIAL = pattern(
    r"\b(?:trials?|stud(?:y|ies)|research|project|programmes?|programs?|experiments?|pilots?|registry|extension|work|"
    r"follow[- ]?up|survey|investigation|comparison|recruitment|recruiting|enrol+ment|enrolling|accrual|dosing|"
    r"randomi[sz]ation|"
    r"inclusion|data collection|fieldwork|testing|it|this one|that one|this|both|the (?:first|second|third|other|"
    r"latter|former)|they|"
    r"doors|all (?:two|three|four|five|six)|the whole thing|the whole|all of it|arm|part|branch|sub-?study|"
    r"cohorts?|"
    r"its record|its parent|parent|visits|the two|the three|"
    r"nct[#\d]+|isrctn[#\d]+|actrn[#\d]+|ctri/|eudract|umin[#\d]+|drks[#\d]+|jrcts?[#\d]+|chictr[a-z#\d-]+)(?![\w-])"
    r"(?! (?:sites?|units?|cent(?:re|er)s?|institutes?|hospitals?|facilit(?:y|ies)|laborator(?:y|ies)|stations?|"
    r"clinics?)\b)"
)

ID = pattern(r"\b(?:nct|isrctn|actrn|umin|drks|jrcts?|chictr|eudract |ctri/)[a-z/#\d-]+")

OBJECT = pattern(
    r" (?:up |off |down )?(?:it\b|(?:this|our|that) (?:[a-z0-9#-]+ ){0,3}?(?:trial|study)\b|the (?:[a-z0-9#-]+ "
    r"){0,3}?(?:trial|study|project|registry|recruitment|enrol+ment|"
    r"dosing)\b|"
    r"its (?:[a-z0-9#-]+ ){0,3}?(?:trial|study)\b|"
    r"an? (?:[a-z0-9#,-]+ ){0,6}?(?:trial|study)\b|the (?:count|work|testing|clinical (?:part|phase))\b|"
    r"(?:to )?(?:recruit|enrol|join|dos|screen|random|sign(?:ing)? up|tak(?:ing|e) (?:in|part))[a-z]*)"
)

ANOTHER_END = pattern(
    r" (?:all |the |its |their )?(?:vaccinations?|immuni[sz]ations?|injections?|infusions?|surger(?:y|ies)|treatments?|"
    r"manufactur\w+|construction|acquisition|merger|interim|analys[ei]s|part|phase|cohorts?|stage)\b"
)
"""What else a trial may complete: "began in 2019 and completed vaccinations in"."""

NO_TRIAL = pattern(r" (?:the|its|their|his|her|an?) (?!doors|gates|month|year)[a-z]")
"""What a verb of beginning is said of, where that is named right behind it: "to launch the drug"."""

COMING_IN = pattern(
    r"\b(?:recruitment|recruiting|enrol+ment|enrolling|accrual|dosing|randomi[sz]ation|inclusion|testing|arm|"
    r"branch|part|"
    r"cohorts?|phase [#ab]+)\b"
)

WITHIN_TRIAL = pattern(
    r"\b(?:trial|study)(?:[’']s)? (?:intervention|treatment|therapy|drug|medication|dosing|recruitment|enrol+ment|"
    r"accrual)s?\s*$"
)
"""What may end before the trial does, by its name: "with trial intervention ending in 2015"."""

WHOLE_TRIAL = pattern(r"\b(?:trial|study|it|nct[#\d]+)\b")

SPONSOR = pattern(r"\b(?:the|its) (?:sponsors?|investigators|researchers|organi[sz]ers|trialists|team)\b")

WHO_WERE = pattern(r"\bwho (?!died)(?:(?:were|are|had been|have been) (?!diagnosed|treated|born))?")
"""What tells of people in a clause that goes on behind it: "was done on men who were sent there from @ to @"."""

WHO = pattern(r"\b(?:who|he|she) $")

PIECES = pattern(
    r"(?:, and |, but |,|\(|\)|–|—|@+|\band\b|\bbut\b|\bwhen\b|\bwhile\b|\bafter\b|\bbefore\b|\bbecause\b|\bsince\b|"
    r"\bas\b|\bwhere\b|\buntil\b|\balthough\b|\bthough\b|\bif\b|\bonce\b|\byet\b|\bhow\b|\bwhether\b)|"
    r"(?=\b(?:which|that)\s*$)"
)
"""Where a clause or an aside begins and ends."""

AS_A_WHOLE = pattern(r" (?:as a whole|as planned|as such|as scheduled)\b")

LAST_PIECE = pattern(
    r"(?:,|\(|\)|–|—|@+|\b(?:and|but|when|while|after|before|because|since|as|where|until|although)\b)\s*$"
)

RIGHT_BEFORE = pattern(r"\b(?:trial|study)(?: \([^()]{1,30}\))?,? $")

PREPOSITIONS = pattern(r"\b(?:of|for|in|at|from|on|with|to|by|into|among|across|about|comparing|testing|under|run)\b")

AUXILIARIES = pattern(
    r"(?:(?:^|(?<=[\s,(]))(?:was|were|is|are|has|had|have|been|be|being|only|then|first|not|did|could|may|might|can|"
    r"cannot|to|will|would|should|must|shall|expected|due|set|scheduled|slated|planned|meant|supposed|intended|hoped|"
    r"anticipated|estimated|projected|guided|hopes?|expects?|wants?|plans?|aims?|likely|on track|about|ready|going|"
    r"on paper|never|having|just|also|already|both|there|early|now|once|yet|duly|prematurely|[a-z]{2,}ly|"
    r"in turn|at last|no longer|didn’t|didn't|got|itself|currently|again|later|even|still|thus|so)[\s,]*){1,12}$"
)

BLOCKERS = pattern(
    r"(?:;|: )|\b(?:was|were|is|are|had|has|have|will|would|which|who|whose|when|while|because|although|though|but|if|"
    r"says?|said|where|whereas|so that|did|does|do|can|could|should|gave|came|went|made|took|led|got)\b"
)

BREAKS = pattern(r"[;:]|\b(?:which|who|whose|when|while|because|although|though|but|if|says?|said|where)\b")

BRACKETS = pattern(r"\([^()@]*\)")

ASIDES = pattern(
    r"\([^()]{0,80}\)|,\s(?:after|having|with|despite|following|without|as|because|not)\b[^,;:]{0,60},|"
    r",\s(?:in|of|for) which\b[^,;:@]{0,80},"
)

CONJUNCTIONS = pattern(r",|\b(?:but|while|though|although|because|when|which|who|after|before)\b|@+")

EXPECTS = pattern(
    r"\b(?:will|would|should|expect(?:s|ed|ing)?|plan(?:s|ned|ning)?|"
    r"due(?! to (?!start|beg|open|launch|end\b|finish|close|complete|conclude|run\b|report|read|recruit|enrol|be\b|"
    r"take|last|follow|"
    r"commence|get|go\b|dose|have|see|give|publish|present|wrap|expire|come|treat|continue|stop))|slated|scheduled|"
    r"anticipat(?:ed|es|ing)|"
    r"estimat(?:ed|es)|target(?:s|ed)?|"
    r"targeting(?= (?:an? |the )?(?:@|start|launch|complet|read|end|finish|first|second|early|late|"
    r"mid|enrol|recruit))|project(?:ed|s)|envisag(?:ed|es)|envisioned|forecasts|pencil+ed|guid(?:ed|"
    r"es|ance)|foreseen|hop(?:es?|ed|ing|"
    r"ed-for)|"
    r"intend(?:s|ed)?|aim(?:s|ed|ing)?|forecast|proposed|wants?|supposed|likely|to be|(?:is|are|was|were|not|"
    r"on track|set|about|and) to|"
    r"no earlier than|to come|to follow|to give|to have|to report|may|might|could|est)\b"
)

AHEAD = pattern(r"\b(?:will|should|would|expected|due|may|could)\b")

OVER_TIME = pattern(r"[^,;@]{0,30}\b(?:from|since|between)\b")

DOUBT = pattern(
    r"\b(?:in all likelihood|may slip|might slip|not clear|unclear|uncertain|doubtful|perhaps|probably|presumably|"
    r"it is possible)\b"
)

TO_HAVE = pattern(r"\bto have (?:been )?(?:[a-z]+ly )?$")

TO_BE = pattern(
    r"\b(?<!\bhad )(?<!\bhas )(?:to|will|would|should|may|might|could|must|shall)(?: have)?(?: only)?(?: be| been|"
    r" get)?(?: [a-z]+ly)? $"
)

DID_NOT = pattern(
    r"\b(?:did not|didn['’]t|could not|was able to|were able to|managed to|was allowed to)(?: [a-z]+)? ?(?:not |"
    r"to )?$|\b(?:did not|didn['’]t|could not|able to|managed to)\b"
)

NOT_UNTIL = pattern(r"\b(?:not|n['’]t|never|only)\b")

FOLLOWS = pattern(r"follow|visits|close-?out|watch|monitor|seen|track|observ|the end")

RESULTS_TO = pattern(r"\b(?:results|data|findings|read-?outs?) (?:[a-z]{1,5} )?to $")
"""What follows, where it is not people who are followed: "topline results are to follow in May"."""

LITERATURE = pattern(
    r"\b(?:(?:trials|studies|articles|papers|reports) published|pubmed|medline|embase|scopus|lilacs|cinahl|"
    r"cochrane (?:library|central)|web of science)\b"
)
"""What is searched for years of publications."""

NOTHING = pattern(r"\b(?:no|nobody|none|neither)\b[^,;]{0,60}$")
"""What makes a clause say that something did not happen: "no recruitment has taken place since March"."""

PAST = pattern(r"\b(?:was|were|been|became|came|went)\b")

FOR_A_WHILE = pattern(r"\b(?:while|pending|temporar|until|till|resum|restart|for now|reviewed)")
"""What makes a pause of a halt."""

WENT_ON = pattern(
    r"\b(?:and|but|then|before) (?:(?:was|were|it|then|later|only|being) ){0,2}(?:resum|restart|re-?open)(?:ed|ing)\b"
)
"""What makes a pause of a stop: "was terminated in @, and resumed at a lower dose"."""

DASHED = pattern(r" ?[—–] [^—–]{1,140} [—–] ")
"""What is set in by dashes."""

RESULTS_OF = pattern(r"\b(?:results?|data|findings) (?:of|from) (?:an?|the|its|our) (?:[a-z]+ )?$")
"""What makes the results of an interim analysis of one that is to come."""

TRIED = pattern(r"tried|tested|looked after|enrolling|recruiting")

CALLED = pattern(
    r"\b([A-Z][A-Z0-9]{2,}(?:-[A-Z0-9]{1,12})?)(?: [a-z0-9/-]{1,16}){0,2} (?:trial|study)\b|"
    r"\b(?:trial|study),? (?:called |named |known as |dubbed |\()([A-Z][A-Z0-9]{2,}(?:-[A-Z0-9]{1,12})?)\b"
)
"""What prose calls a trial: "the ATLAS study", "a trial called VALOR"."""

NO_TRIALS = words(
    "HIV AIDS COVID SARS NHS NIH FDA EMA WHO ALS DNA RNA MRI USA RCT BBC GSK UCLA MIT NCI NCT CAR COPD ADHD PTSD UMIN"
)
"""Capitals that name no trial, though they stand before the word: "an NIH trial"."""

TELLING_OF_IT = pattern(
    r"(?:also |now |currently )?(?:investigating|testing|comparing|evaluating|assessing|involving|studying|examining|"
    r"looking|conducted|sponsored|run|led|funded|called|named|known|dubbed|registered|designed|carried|using|enrolling|"
    r"recruiting)\b"
)
"""What begins a phrase that tells of the trial before it."""

MOVED = pattern(
    r"(?: date)?,? (?:of the (?:trial|study) )?(?:(?:has|had|was|were|is|been|being|now|first|then|later|recently) )*"
    r"(?:moved|pushed|postponed|put|delayed|changed|extended|shifted|brought|slipped|went)(?: back| forward| out)? "
    r"from (?:the )?"
)
"""What says that a date gave way to another: "the end was moved from June 2025 to December 2026"."""

BEGINS_ONE = pattern(
    r" (?:an?|(?:the|its)(?! (?:second|next|other|third|new|first|last))) (?:(?!of |in )[a-z0-9#,-]+ ){0,6}?"
    r"(?:trial|study)\b"
)
"""What one begins: "a phase 3 trial"."""

OVER = pattern(
    r"\b(?:clos(?:e|ed|ure|ing)|end|ending|completion|conclusion|cessation|halt|stop|pause|suspension) "
    r"(?:of|to) (?:the )?$|\b(?:last|final) (?:patient|participant|subject|person|volunteer)s? $"
)
"""What makes an end of the recruitment behind it."""

PART_BEHIND = pattern(
    r" (?:(?:in |to |into )?(?:this|the|that|one|its|a) (?:[a-z0-9#-]+ ){0,3}?)?(?:part|arm|cohort|"
    r"comparison|stage|group)s?\b(?! trial)"
)
"""What people join who join a part of a trial: "joined this part of the trial between"."""

PART_OF = pattern(r"\W*(?:[a-z#-]+ ){0,4}?(?:arm|part|branch|sub-?study|cohorts?|wing|leg)(?: of |$)")
"""What begins or ends by itself, without the trial: "the Canadian part of the trial began"."""

OWNER = pattern(r"[’']s (?=[a-z])")

LASTED = pattern(r"^ (?:was|is|lasted|ran|continued|went on|extended) (?=until|till|through|to )")

CONGRESS = pattern(r"\b(?:congress|meeting|conference|symposium|sessions|summit|forum|workshop|webinar)\b")
"""What is held on some days, and is no trial."""

OUTBREAK = pattern(
    r"\b(?:outbreaks?|epidemic|pandemic|war|crisis|disease|company|firm|hospital|clinic|charity|agency|"
    r"drug|vaccine|campaign)\b"
)
"""What may begin and end, and is no trial."""

SETTING = pattern(r"^\W{0,5}(?:[a-z]{1,20} (?:and [a-z]{1,20})?)?\W{0,5}(?:the |study )?settings?\b[^;]{0,160}$")
"""The part of an abstract that says where and when: "Setting: Spain, 2018-2020"."""

PLACED_TRIAL = pattern(
    r"\b(?:randomi[sz]ed|controlled|clinical|crossover|pilot|feasibility) (?:trial|study) (?:(?!data\b|records?\b|"
    r"registr|diagnos|treated|admitted|born|published)[a-z0-9#,’'/-]+ ){0,24}$"
)
"""A trial with what it is of and where it was, before the years in brackets: "trial of tea in Assam, India (@–@)"."""

OPENING = pattern(
    r"(?:^|[;:–—(]|,? (?:and|but|then|so|yet)|^\s*then,?)\s*(?:that |then )?(?:(?:in|on|by|between|from|since|"
    r"during|around|at|until|starting|only in|as early as|back in) )?(?:the )?$"
    r"|^\s*(?:in|on|by|between|from|since|during|at|until) $"
)

ANNOUNCED = pattern(r"\b(?:announc|report|disclos|said|says)")
"""What a date in front of it is the date of, instead of what it tells."""

TOLD_ON = pattern(r", [^,@]{0,60}\b(?:announced|reported|disclosed|confirmed)(?: (?:on|in|last|this))? $")
"""What makes a date behind an event the one on which it was told."""

IN_RELATIVE = pattern(r", (?:which|who|whose|where|that)\b[^,;]*$")
"""What makes a date one of a relative clause, that no event behind it has."""

INSERTED = pattern(r", (?:and )?(?:on|in) $")
THE_TRIAL = pattern(r",? (?:the|this|its|our) (?:[a-z0-9#-]+ ){0,3}(?:trial|study)\b")
"""What stands around a date that opens a clause behind others: "After a review, on @ the study was halted"."""

PART_OF_ABSTRACT = pattern(
    r"(?:background|methods?|methods and (?:findings|results)|findings|results|setting|design|participants|patients) "
    r"(?=between (?:@|$))|"
    r"(?:(?:study |trial )?designs?(?:, | and )(?:settings?,? )?(?:and )?(?:participants|patients|settings?)|"
    r"methods and (?:findings|analysis|results|design)|methods/design|study design and methods) (?!of |and |in (?!th))"
)
"""The label of a part of an abstract, which journals print without a mark behind it: "Findings Between @ and @"."""

ENDS_OF_PREPOSITION = pattern(r"(?i:^|\b)(?:in|on|by|at|during|around|since|from)\s(?:the\s)?$")

WHEN_BEHIND = pattern(r",? (?:(?:is|was|will be) )?(?:the (?:month|year|day|date) )?when ")

LABEL_GAP = pattern(
    r"(?: on(?= ?:))?\s?(?:\((?:actual|estimated|planned|expected)\)\s?)?(?:[:=–—-]\s?|,\s)?(?:from |since |in |on |"
    r"between )?(?:the )?"
)

LABEL_AHEAD = pattern(
    r"(?:(?:^|[^\w\s])\s*(?:(?!full|complete)[a-z]+ )?|"
    r"\b(?:start|commencement|beginning|opening|date|first) of (?:the )?(?:[a-z]+ )?)$"
)
"""What stands before a label that a preposition ties to its date: "it reached full enrolment in May" has none."""

LABELLED = pattern(r"[a-z][\w’' -]{2,40}: ?$")
"""What makes the date behind it that of a label, and of nothing that follows."""

TIMELINE = pattern(r"\s?[:–—-] ")
"""What stands between a date and what happened on it, in a list of dates."""

PRIMARY_GAP = pattern(
    r"(?:(?!\b(?:which|who|when|while|but|because|although|and|called|failed|met|missed|showed?n?|"
    r"approv[a-z]*|changed|amended|modified|defined|appear(?:s|ed)?|published|presented)\b)[^;@]){0,60}"
)

HOPED = pattern(
    r",? (?:[a-z’'-]+ ){1,4}(?:wants?|expects?|hopes? (?:for|to have)|plans?|guides? for|anticipates?|"
    r"should have) ?(?:the |its )?"
)
""" "By @ the company expects …" its main results."""

OF_SOMETHING = pattern(r" (?:date |dates )?(?:of|for|to|in|at|on) (?:(?!@)[a-z#’'-]+ ?){1,4}")

OF_THE_TRIAL = pattern(
    r" (?:of|to|for) (?:the|its|this|our|their) "
    r"(?:(?!next|second|third|other|new|follow|trial|study|dos|enrol|recruit|screen)[a-z0-9#/-]+ ){0,5}?"
    r"(?:trial|study)\b(?![ -](?:drug|treat|med|period))"
)
"""The trial that a beginning or an end is of: "completion of the double-blind KOALA study"."""

WAVE = pattern(
    r"\b(?:baseline|endline|midline|follow[- ]?up|exit|household|first|second|third|final|initial|post-?intervention|"
    r"annual) (?:survey|assessments?|waves?|rounds?|visits?|interviews?|measurements?|data collection|phase|period)\W*$"
)
"""What is held within a trial, and neither begins nor ends with it: "at the baseline survey undertaken from"."""

ON_RECORD = pattern(r" (?:date )?(?:on|in) the (?:record|registry|register|entry)\b")

PHRASE_BEFORE = pattern(
    r"\b(?:in|at|by|to|until|till|from|near|towards?|since|after|before) (?:the |an |a )?(?:very )?$"
)

OTHER_NOUN = pattern(
    r"\b(?:drug|product|commercial|market|company|pandemic|war|treatment|therapy|season|school|clinic|office|book|film|"
    r"app|price|deal|merger|weekend|year|week|disease|symptom|symptoms|high|low|front|back|dead|other|open|tail|far|"
    r"deep|upper|lower|business|trading|no|without|recruitment|enrol+ment|accrual)[- ]$"
)

FINITE = pattern(
    r"\b(?:was|were|is|are|has|had|have|will|would|did|does|can|could|should|treated|lived|worked|served|studied|"
    r"published|searched|reviewed|diagnosed|data|records|records of|cases|articles|papers|season|fiscal)\b"
)

STATUS = pattern(
    r"\b(?:done|complete|completed|finished|over|ongoing|recruiting|dates?|period|timeline|duration|phase|"
    r"open-label|randomi[sz]ed)\b"
)

STATUS_LABEL = pattern(r"\b(?:status|state|stage)\b")

LABEL_BEHIND = pattern(LABEL_GAP.pattern + DATE)

BESIDE_NOUNS = (
    r"date|dates|day|month|time|of|for|the|this|that|study|trial|its|their|is|was|are|were|be|been|being|will|"
    r"would|to|now|has|"
    r"had|have|still|currently|set|due|given|listed|recorded|planned|expected|scheduled|estimated|anticipated|"
    r"targeted|"
    r"projected|pencil+ed in|in|at|on|by|around|guided|foreseen|as|slated|later|a|year|years|month|months|came|"
    r"comes|fell|falls|put|"
    r"moved|pushed|postponed|delayed|back|forward|only|not|before|until|named|then|record|registry|should|"
    r"actual|it|"
    r"hoped|forecast|about|likely|originally|initially|first|"
    r"slipped|to be obtained|next|two|three|a half|and|half|brought|which|should|did not come"
)
NOUN_GAP = pattern(rf"(?:[ ,(]+(?:{BESIDE_NOUNS}))*[ ,:()=–—-]*")
"""What may stand between "end" and its date."""

BEFORE_NOUNS = (
    r"is|was|are|were|be|to be|has been|remains|saw|sees|see|should|will|marks|marked|brought|brings|given|"
    r"gives|for|as|the|its|"
    r"their|date|day|on the record|record|recorded|pencil+ed in|set|planned|expected|target|month|year|it|that|"
    r"both|main|overall|and|of|"
    r"still|now|our|a|an|official|hoped-for|hoped for|estimated|anticipated|projected|scheduled|likely|earliest|"
    r"listed|named|registry|on|in|trial|trial['’]s|study|study['’]s|final|also|only|first|provisional|current|"
    r"would|could|may|might|data|results?|"
    r"is given as|[a-z]+['’]s|follow-up"
)
BEFORE_NOUN = pattern(rf"(?:[ ,(–—]+(?:{BEFORE_NOUNS}))*[ ,]*")
"""What may stand between a date and "end"."""

AND_ANOTHER = pattern(r",? and (?:the|its|their|our|a|an|first|final|full)\b")
"""What begins another event between a date and a noun: "in May 2018 and the first results"."""

NEGATED = pattern(r"\b(?:not|never|n[’']t|nor|yet to)(?: yet)?(?: (?:be|been))?(?: [a-z]+ly)? $")
"""A negation right before a verb."""

LABELS = {
    "primary_completion_date": pattern(
        r"\bprimary completion|\b(?:main|primary) (?:result|outcome|data|answer)|top-?line|read-?out"
    ),
    "results_date": pattern(r"\bresults?\b"),
    "run": pattern(r"^\W*(?:dates?|run|ran|period|duration|timeline|timing|when|years?|study period|time)\W*$"),
    "start_date": pattern(
        r"\b(?:start(?:s|ed|ing)?|beg(?:an|ins?|un|inning)|open(?:s|ed|ing)?|launch(?:ed)?|commenced|"
        r"first (?:patient|participant|visit))\b"
    ),
    "completion_date": pattern(
        r"\b(?:end(?:s|ed|ing)?|finish(?:es|ed)?|completion|completed|clos(?:es|ed|ing)|last (?:patient|"
        r"participant|visit)|terminated|stopped)\b"
    ),
}
"""The heads of a table's rows or columns of dates, by kind; "run" for both ends."""

FORESEEN = pattern(
    r"\b(?:its|the|an?|their|our) (?:original(?:ly)? |previous(?:ly)? )?"
    r"(?:estimated|expected|planned|scheduled|anticipated|projected) $"
)
"""What stands before a date that did not come: "stopped a year ahead of its estimated May 2024 completion date"."""
