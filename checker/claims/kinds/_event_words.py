"""Words for the events of a trial that a date may be the date of, and how a pattern of one is made."""

from __future__ import annotations

from checker.claims.grammar import Pattern

RECRUITMENT = r"(?:recruitment|recruiting|enrol+ment|enrol+ing|accrual|accruing|inclusions?|inclusion of [a-z]+|intake)"
PERSON = (
    r"(?:patients?|participants?|subjects?|volunteers?|persons?|people|child|children|wom[ae]n|m[ae]n|adults?|babies|"
    r"baby|infants?|teenagers?|residents?|pupils?|famil(?:y|ies)|mothers?|recruits?|enrollees?|of them|of the #+|one)"
)
AUX = r"(?:(?:was|were|is|are|be|been|being|has|had|have|will|to|should|would|got|only|then|now|also|first|finally) )*"
CAME_IN = (
    r"(?:enrol+ed|recruited|included|randomi[sz]ed|dosed|treated|joined|entered|injected|infused|vaccinated|"
    r"signed up|seen|screened|admitted|came in|started|began|took part|received|swallowed|got|given|taken in|enrol+s|"
    r"through the door|walked in|visited|consented)"
)
RESULTS = (
    r"(?:results?|findings|outcomes?|data(?:set)?|summary|summaries|tables|figures|numbers|report|read-?out|"
    r"analys[ei]s|paper|"
    r"write-up)"
)
POSTED = (
    r"(?:posted|published|reported|presented|released|announced|appear(?:ed|s)?|came out|come out|went up|went online|"
    r"gone up|"
    r"uploaded|unveiled|disclosed|made public|made available|shared|put online|became public|became available|"
    r"came to light|revealed|printed|out|available|online|on the registry|on display|went live|put on the registry|"
    r"date from|dates from|dated|dating from|were there|submitted to the registry)"
)
POST = (
    r"(?:be (?:posted|published|reported|presented|released|announced|made public|shared|available|out)|appear|"
    r"come out)"
)
STARTED = (
    r"(?:began|begun|started|opened|launched|commenced|kicked off|initiated|inaugurated|got under ?way|got going|"
    r"went ahead|"
    r"got started|got off the ground|gotten under ?way|went live|set off|set out|"
    r"(?:was|were|been) set going|goes back to|went back to|dates back to|dates from|dated from)"
)
START = (
    r"(?:begin|start|open|launch|commence|kick off|initiate|get under ?way|get going|get started|get off the ground|"
    r"go live|be under ?way|be up and running)"
)
ENDED = (
    r"(?:ended|finished|closed|concluded|completed|wrapped(?: up)?|wound up|wound down|stopped|terminated|discontinued|"
    r"halted|cut short|called off|abandoned|came to (?:an?|its) (?:[a-z]+ )?(?:end|close|conclusion|halt)|was over|"
    r"been over|were over|is over|drew to (?:a|its) close|expired|ceased|was done|were done|is done|was through|axed|"
    r"scrapped|brought to (?:an?|its) (?:[a-z]+ )?(?:end|close|conclusion))"
)
END = (
    r"(?:end|finish|close|conclude|complete|wrap up|wind up|wind down|stop|terminate|be over|be done|be through|"
    r"be complete|come to (?:an?|its) (?:[a-z]+ )?(?:end|close|conclusion)|draw to (?:a|its) close|run out|expire)"
)
MAIN = r"(?:main|primary|first|key|chief|principal|topline|top-line|headline|initial|first-part)"
ANSWER = (
    r"(?:answers?|results?|data|read-?outs?|analys[ei]s|outcomes?|questions?|measure(?:s|ment|ments)?|end-?points?|"
    r"end points?|findings|look|verdict|figures)"
)


START_DATE, PRIMARY, COMPLETION, RESULTS_DATE = (
    "start_date",
    "primary_completion_date",
    "completion_date",
    "results_date",
)


def event(kind: str, manner: str, name: str, form: str, triggers: str, finds: str, passes: str) -> Pattern:
    """A pattern; `finds` and `passes` hold a text a line."""
    return Pattern(name, form, tuple(triggers.split()), _lines(finds), _lines(passes), {"kind": kind, "manner": manner})


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines())
