"""What somebody does to a trial, or to its intake of people, and what status that gives it: verb by object by aspect.

A move is what a verb says, whatever its form ("has begun", "is starting", "launches", "the initiation of"); an object
is the intake or the trial. Each pattern is one move with one object in all the aspects that state a fact.
"""

from __future__ import annotations

from typing import NamedTuple

from checker.claims.kinds import _status_words  # noqa: F401  (brings the vocabulary)

OF_INTAKE = (
    r"(?:(?:the|its|their|our|all|full|target|further|new|any|planned|patient|participant|subject|volunteer|trial|"
    r"study|u\.s\.|us|global|final|initial|complete|active|additional|clinical|#+|phase [#0-9a-z/-]+) ){0,4}"
)
INTAKE = (
    rf"(?:(?:screening|dosing|randomi[sz]ation) and )?{OF_INTAKE}(?:(?:recruitment|enrol+ment|accrual)|"
    r"(?:to )?(?:recruit|enrol+)(?:ing)?|accruing|(?:signing up|taking|accepting|admitting|registering|adding) "
    r"{entrants}|to (?:sign up|take|accept|admit|register) {entrants})\b"
    r"(?: and (?:dosing|randomi[sz]ation|treatment|screening)\b)?"
)
"""The coming in of people: "patient recruitment", "enrolling", "enrolment and dosing"."""
DOSING = (
    rf"{OF_INTAKE}(?:(?:screening|dosing) and )?(?:dosing|screening|vaccination)\b(?: {{entrants}})? "
    r"(?:in|of|for|with|at|on)\b"
)
"""The treatment of people in a trial, so far as another word places it there: "dosing in", "screening for"."""
TRIAL = (
    r"(?:(?:the|its|their|our|this|that|these|both|all|an?|another|one|two|three|four|#+)(?: of (?:its|the|their|our|"
    r"two|three))? )?(?:[^\s;:@,]+,? ){0,9}?(?:trials?|stud(?:y|ies)|phase [#0-9a-z/]+ (?:clinical )?(?:testing|"
    r"development))\b"
)
"""A trial as an object, with up to nine words before its noun; what they may not be is for the reader of matches."""


class Move(NamedTuple):
    """The forms of verbs that say the same of a trial, and the nouns made of them; each as alternatives."""

    base: str
    third: str
    past: str
    participle: str
    gerund: str
    noun: str

    def active(self, plan: str = "") -> str:
        """The verb before its object, in a group `verb`; `plan` are words before the infinitive that state a fact."""
        planned = f"|(?:{plan}) {{adverbs}}(?:{self.base})" if plan else ""
        return (
            rf"\b(?P<verb>(?:has|have|having|it[’']s|we[’']ve|they[’']ve) {{adverbs}}(?:{self.participle}|"
            rf"(?:been able to|managed to) (?:{self.base}))|"
            rf"(?:is|are|was|were|we[’']re|they[’']re) {{adverbs}}(?:{self.gerund})|"
            rf"{self.past}|{self.third}{planned}) "
        )

    def triggers(self) -> tuple[str, ...]:
        """Literals of which a sentence with one of the forms before an object holds one."""
        forms = "|".join((self.base, self.third, self.past, self.participle, self.gerund)).split("|")
        spaced = sorted({f"{form} " for form in forms}, key=len)
        return tuple(form for form in spaced if not any(form != other and other in form for other in spaced))


def move(*verbs: str, nouns: str) -> Move:
    """A move from its verbs, each as "base third past participle gerund", `_` for a blank within a form."""
    forms = [[form.replace("_", " ") for form in verb.split()] for verb in verbs]
    columns = ["|".join(dict.fromkeys(each[index] for each in forms)) for index in range(5)]
    base, third, past, participle, gerund = columns
    return Move(base, third, past, participle, gerund, nouns.replace(" ", "|"))


BEGIN = move(
    "start starts started started starting",
    "begin begins began begun beginning",
    "open opens opened opened opening",
    "launch launches launched launched launching",
    "commence commences commenced commenced commencing",
    "initiate initiates initiated initiated initiating",
    "kick_off kicks_off kicked_off kicked_off kicking_off",
    nouns="start beginning opening launch commencement initiation",
)
RESUME = move(
    "resume resumes resumed resumed resuming",
    "restart restarts restarted restarted restarting",
    "reopen reopens reopened reopened reopening",
    "re-open re-opens re-opened re-opened re-opening",
    "reinitiate reinitiates reinitiated reinitiated reinitiating",
    "re-initiate re-initiates re-initiated re-initiated re-initiating",
    "recommence recommences recommenced recommenced recommencing",
    nouns="resumption restart reopening re-opening reinitiation",
)
FINISH = move(
    "complete completes completed completed completing",
    "finish finishes finished finished finishing",
    "conclude concludes concluded concluded concluding",
    "wrap_up wraps_up wrapped_up wrapped_up wrapping_up",
    nouns="completion conclusion",
)
CLOSE = move(
    "close closes closed closed closing",
    "stop stops stopped stopped stopping",
    "end ends ended ended ending",
    "cease ceases ceased ceased ceasing",
    nouns="close closure closing end cessation",
)
HALT = move(
    "halt halts halted halted halting",
    "discontinue discontinues discontinued discontinued discontinuing",
    "terminate terminates terminated terminated terminating",
    nouns="halt halting discontinuation termination",
)
SCRAP = move(
    "halt halts halted halted halting",
    "discontinue discontinues discontinued discontinued discontinuing",
    "terminate terminates terminated terminated terminating",
    "stop stops stopped stopped stopping",
    "end ends ended ended ending",
    "abandon abandons abandoned abandoned abandoning",
    "scrap scraps scrapped scrapped scrapping",
    "axe axes axed axed axing",
    "cancel cancels canceled canceled canceling",
    "cancel cancels cancelled cancelled cancelling",
    "shelve shelves shelved shelved shelving",
    "shutter shutters shuttered shuttered shuttering",
    "ditch ditches ditched ditched ditching",
    "call_off calls_off called_off called_off calling_off",
    "shut_down shuts_down shut_down shut_down shutting_down",
    "wind_down winds_down wound_down wound_down winding_down",
    "pull_the_plug_on pulls_the_plug_on pulled_the_plug_on pulled_the_plug_on pulling_the_plug_on",
    "call_it_quits_on calls_it_quits_on called_it_quits_on called_it_quits_on calling_it_quits_on",
    nouns="termination discontinuation cancellation abandonment",
)
PAUSE = move(
    "pause pauses paused paused pausing",
    "suspend suspends suspended suspended suspending",
    "put_on_hold puts_on_hold put_on_hold put_on_hold putting_on_hold",
    *(
        f"{adverb}_halt {adverb}_halts {adverb}_halted {adverb}_halted {adverb}_halting"
        for adverb in ("temporarily", "voluntarily")
    ),
    "temporarily_stop temporarily_stops temporarily_stopped temporarily_stopped temporarily_stopping",
    nouns="pause suspension",
)
