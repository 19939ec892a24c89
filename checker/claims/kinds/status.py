"""Where a trial stands: recruiting, closed to newcomers, finished, stopped, withdrawn, on hold."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING

from checker.claims.claim import Found
from checker.claims.kinds._date_words import WENT_ON
from checker.claims.kinds._doubt import is_question
from checker.claims.kinds._spots import labelled, quoted, spot
from checker.claims.kinds._status_objects import is_agent, is_hypothetical, is_present, is_whole, was_once
from checker.claims.kinds._statuses import PATTERNS, TRAPS, WORDS
from checker.claims.kinds._subjects import subject
from checker.claims.said import COUNT
from checker.claims.vocabulary import ANY_PEOPLE
from checker.compiled import compiled
from checker.pattern import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from checker.claims.grammar import Match
    from checker.claims.said import Said

KINDS = ("status",)
__all__ = ["KINDS", "PATTERNS", "find"]


def find(said: Said) -> Iterator[Found]:
    """What a sentence says of where a trial stands."""
    if said.block_kind == "heading" and len(said.text.split()) < 3:
        return
    labels = list(_labels(said))
    last: Found | None = None
    if not is_question(said):
        scene = Scene(said)
        covered = bytearray(len(said.text))
        for label in labels:
            covered[label.start : label.end] = b"\1" * (label.end - label.start)
        spotted = spot(PATTERNS, said, traps=TRAPS, holds=lambda match: _holds(scene, match))
        found = (claim for claim in spotted if not any(covered[claim.start : claim.end]))
        labels += (_shared(said, claim) for claim in _timed(said, found))
    for claim in sorted(labels, key=lambda claim: claim.start):
        # What the next words repeat ("is closed, follow-up goes on") is said once.
        if last and last.value == claim.value and claim.start - last.end < NEAR:
            continue
        last = claim
        yield claim


RUNNING = frozenset({"RECRUITING", "ENROLLING_BY_INVITATION"})


def _shared(said: Said, claim: Found) -> Found:
    """A claim as found; of a trial that is said to go on, with the status of the only records that there are."""
    if claim.pattern == "unknown":
        return claim._replace(hedged="clear" in said.lower[claim.start : claim.end])
    if claim.pattern == "intake stopped" and _until().search(said.lower, claim.start):
        return claim._replace(value="SUSPENDED")
    statuses = {trial.overall_status for trial in said.article.trials}
    if claim.pattern in GOING_ON and len(statuses) == 1 and statuses <= RUNNING:
        return claim._replace(value=str(*statuses))
    return claim


GOING_ON = ("ongoing", "follow-up goes on")
"""Patterns that say of a trial that it goes on, and leave open whether it takes newcomers."""


def _timed(said: Said, found: Iterable[Found]) -> Iterator[Found]:
    """The claims, "ended early in August" being an early end; "ended early in 2019" may be none, and is left out."""
    for claim in found:
        if claim.pattern == "trial finished" and _soon().match(said.lower, claim.end):
            continue  # "Is concluding its trial of a pill early": cut short, or done ahead of time.
        early = _earliness().match(said.lower, claim.end) if claim.pattern == "finished" else None
        if not early:
            yield claim
        elif not early["year"]:
            yield claim._replace(value="TERMINATED", end=early.end("early"), pattern="ended early")


@cache
def _earliness() -> re.Pattern[str]:
    return compiled(r" (?P<early>early|prematurely)\b(?P<year>(?: in)? (?:the year|\d{4}|this|last|next|on)\b)?")


@cache
def _soon() -> re.Pattern[str]:
    return compiled(r"[^.;,]{0,80}\b(?:early|earlier|prematurely|sooner)\b(?! (?:this|in|last))")


PAST = ("began", "started", "begins", "starts", "enrol", "recruited", "randomi", "registered", "signed", "first", "1st")
"""What tells of a beginning, which with a date is a start."""
NEAR = 60
REACH = 60
"""How many characters before a status tell whether it is a fact."""
ENDINGS = ("finished", "has finished", "done")


class Scene:
    """A sentence and what all of its matches share: read once, so that time stays linear, and only where one asks."""

    def __init__(self, said: Said) -> None:
        self.said = said

    @cached_property
    def recorded(self) -> bool:
        return _record().search(self.said.lower) is not None

    @cached_property
    def dated(self) -> bool:
        return any(when.is_whole for when in self.said.dates)

    @cached_property
    def resumed(self) -> bool:
        return _resumed().search(self.said.lower) is not None


def _holds(scene: Scene, match: Match) -> bool:
    """Whether a status is said as a fact, and of a trial."""
    return _is_fact(scene, match) and _is_alone(scene.said, match) and _is_of_a_trial(scene.said, match)


def _is_fact(scene: Scene, match: Match) -> bool:
    """Whether a match is not planned, denied or past; "was recruiting" counts where a record is what said so."""
    start, end = quoted(match)
    before = scene.said.shape[max(0, start - REACH) : start]
    quote = scene.said.lower[start : min(end, start + REACH)]
    value = match.pattern.gives["value"]
    # "Will remain on hold" is on hold; "we are delighted to have completed enrolment" says that it is so.
    goes_on = quote.startswith("remain") or (
        quote.startswith("have ") and _glad().search(scene.said.lower[max(0, start - 2 * REACH) : start]) is not None
    )
    announced = "?P<verb>" in match.pattern.form and "verb" not in match.groups
    goes_on = goes_on or announced
    # "Will go on and is still recruiting": what is planned ends where another verb begins.
    goes_on = goes_on or (before.endswith(" and ") and _finite().match(quote) is not None)
    planned = _foreseen() if _finite().match(quote) and not quote.startswith("have") else _planned()
    if value != "NOT_YET_RECRUITING" and ((planned.search(before) and not goes_on) or _negated().search(before)):
        return False
    if _none().search(before) or (value == "TERMINATED" and before.endswith("temporarily ")):
        return False
    if value == "TERMINATED" and WENT_ON.search(scene.said.shape, end, end + 2 * REACH):
        return False  # "was terminated once, in May, and resumed at a lower dose"
    unsaid = quote.startswith("fully") or match.pattern.name == "has its first patient" or is_present(scene.said, match)
    if (unsaid or _present().search(quote)) and _conditional().search(before):
        return False
    if value == "RECRUITING":
        past = quote.startswith(("was", "were", "been")) or _was().search(before)
        began = quote.startswith(PAST) or ("verb" in match.groups and not is_present(scene.said, match))
        fresh = not scene.dated or not began
        return fresh and (not past or scene.recorded)
    if value == "SUSPENDED" and (scene.resumed or was_once(scene.said, match)):
        return False
    once = quote.startswith(("was", "were", "put", "kept"))
    return value != "SUSPENDED" or not (
        once and ("until" in scene.said.lower or _a_while().match(scene.said.lower, end))
    )


def _is_alone(said: Said, match: Match) -> bool:
    """Whether a verb of ending has no object: "completed six visits" and "ended in tears" say something else."""
    start, end = quoted(match)
    name = match.pattern.name
    if match.pattern.gives["of"] == "nobody":
        if _of_trials().match(said.lower, end) or _about_trials().search(said.lower, start, end):
            return False
        if said.block_kind != "heading" and is_hypothetical(said, match):
            return False
        return is_whole(said, match)
    if name in ENDINGS and _object().match(said.lower, end):
        return False
    before = said.shape[max(0, start - REACH) : start]
    return name != "finished" or (
        _alone().match(said.shape, end) is not None
        and not said.lower.startswith(" with ", end)
        and not _helped().search(before)
        and not before.endswith(("-", "‐", "–"))
    )


@cache
def _until() -> re.Pattern[str]:
    """What makes a pause of a stop: "has halted enrolment until the review is over"."""
    return compiled(r"\bhalt[a-z]* [^.;]{0,120}\b(?:until|pending|while|temporarily|for now)\b")


@cache
def _a_while() -> re.Pattern[str]:
    """What makes a hold one that is over: "was suspended from March to May"."""
    return compiled(r" (?:from|between|during) ")


@cache
def _finite() -> re.Pattern[str]:
    return compiled(r"(?:is|are|was|were|has|have|remains?) ")


@cache
def _dosing() -> re.Pattern[str]:
    return compiled(r"\b(?:dosing|screening|vaccination)\b")


def _is_of_a_trial(said: Said, match: Match) -> bool:
    start, end = quoted(match)
    of = match.pattern.gives["of"]
    before = said.lower[max(0, start - REACH) : start].rstrip()
    quote = said.lower[start:end]
    if of == "" or quote.startswith("neither") or "clinical hold" in quote:
        return True
    if of == "done":
        if said.block_kind == "cell":
            return said.sentence.block.column > 0
        if start == 0 or before.endswith((",", ";", ":", "(")) or _everything().match(said.lower, match.start):
            return True
        return subject(said, start) in ("trial", "")
    if of == "headline":
        return said.block_kind == "heading" and is_whole(said, match)
    if of == "nobody":
        if "verb" in match.groups and is_agent(said, match.start):
            return True
        ahead = said.shape[max(0, start - 2 * REACH) : start]
        clause = _clause().split(ahead)[-1]
        if clause.rstrip().endswith("they"):  # of firms that decide, where nobody else is spoken of
            return not _people().search(ahead.replace("they ", ""))
        if not _people().search(ahead):
            return True
        return not _people().search(clause) and subject(said, start) != "people"
    if _many(said, start) or _of_all_trials().search(said.lower[:start]):
        return False
    who = subject(said, start)
    if match.pattern.name == "is open" and _to_newcomers().search(quote):
        return who != "people"
    if of == "held":
        told = "hold on" in quote or _work().search(quote) is not None or _intake().search(before) is not None
        return who == "trial" or (who != "people" and told)
    if of == "intake":
        return who != "people" or _dosing().search(quote) is None
    if of == "any":
        return who != "people"
    if match.pattern.name in ENDINGS and said.shape[:start].rstrip().endswith("%)"):
        return False  # "1,281 (91%) were complete"
    if match.pattern.name == "ongoing" and quote.endswith("continuing") and said.lower.startswith(" to ", end):
        return False  # "is continuing to look into it"
    if match.pattern.name == "ongoing" and before.endswith(("work", "plan", "project", "survey", "research")):
        return False
    return who == "trial"


FEW = 9
"""The most trials that one sentence speaks of as such; more are a field of research."""


def _many(said: Said, start: int) -> bool:
    match = _trials().search(said.shape, max(0, start - REACH), start)
    number = said.count_at(match.start()) if match else None
    return number is not None and number.value > FEW


@cache
def _of_all_trials() -> re.Pattern[str]:
    """What speaks of trials as such before a verb: "clinical trials", "why trials", "some studies"."""
    return compiled(
        r"(?:^|[.:;,] |\b(?:and|when|why|how|if|that|many|most|some|such|other|several|because) )(?:(?:many|most|some|"
        r"such|other|several|human|clinical|further|more|new|early|late|controlled|randomi[sz]ed|large|small|"
        r"additional|big|bigger|larger|smaller|phase [#0-9ivx]+) ){0,4}(?:trials|studies|ones)"
        r"(?: (?:of|in|on|for|with) [^.;:,]{1,60})? $"
    )


@cache
def _of_trials() -> re.Pattern[str]:
    """What belongs to a trial, and may end without it: "stopped the trial drug"."""
    return compiled(
        r" (?:drugs?|medications?|treatments?|therap(?:y|ies)|participation|sites?|staff|arms?|visits?|protocol|"
        r"populations?|products?|interventions?|registration|period|procedures?|doses?|dosing|team|funding|website|"
        r"follow|assessments?|questionnaires?|regimens?|part|phase|cohort|design|recruitment|enrol+ment|units?|network|"
        r"collaborations?|agreements?|partners?(?:hip)?|results|data|reports?|office)\b"
    )


@cache
def _about_trials() -> re.Pattern[str]:
    """What is of or about a trial and not one: "completed a review of trials"."""
    return compiled(
        r"\b(?:reviews?|analys[ei]s|search|audit|reports?|planning|preparations?|work|talks|arm) (?:of|for|on) "
    )


@cache
def _trials() -> re.Pattern[str]:
    return compiled(rf"{COUNT}+ (?:[a-z-]+ ){{0,4}}(?:trials|studies) [a-z, ]{{0,40}}$")


@cache
def _people() -> re.Pattern[str]:
    return compiled(rf"\b(?:{ANY_PEOPLE}|they|who)\b|{COUNT}|%")


@cache
def _clause() -> re.Pattern[str]:
    """Where the clause before a verb begins: "a firm for patients, | has ended", "shares fell by 9%, said | they"."""
    return compiled(r"[,;:—] ?|\b(?:said|says|announced|reported)(?: that)? ")


@cache
def _to_newcomers() -> re.Pattern[str]:
    return compiled(r"\b(?:recruitment|enrol+ment|accrual)$")


@cache
def _work() -> re.Pattern[str]:
    return compiled(r"\b(?:trial|study|studies)")


@cache
def _intake() -> re.Pattern[str]:
    return compiled(r"\b(?:recruitment|enrol+ment|accrual|dosing)$")


@cache
def _present() -> re.Pattern[str]:
    return compiled(r"\b(?:is|are|has|have)\b")


@cache
def _was() -> re.Pattern[str]:
    return compiled(r"\b(?:was|were|had)\b[^,;.]{0,15}$")


@cache
def _everything() -> re.Pattern[str]:
    return compiled(r"(?:visits|work|everything|all) (?:is|are|has|have)\b")


@cache
def _helped() -> re.Pattern[str]:
    return compiled(
        r"\b(?:is|are|was|were|be|been|being|has|have|had|an?|the|its|this|or|not|recently|newly)(?: [a-z]+ly)? $"
    )


@cache
def _alone() -> re.Pattern[str]:
    """What may follow "ended" or "closed" where a trial is what ended; anything else is its object or its noun."""
    return compiled(
        r"(?:[.,;:)!”\"’]|$|@| [@(–—]| in (?:@|#|[0-9]|the (?:spring|summer|autumn|fall|winter|same)|early|late|"
        r"mid)| on (?:@|#|schedule|time)|"
        r" at (?:the end|@)| (?:last|this|earlier|after|more|only|as|when|because|without|and|but|before|while|some|"
        r"too|"
        r"since|during|there|here|then|however|prematurely|early|just|almost|nearly|today|yesterday|a (?:year|month|"
        r"week|decade|few)|"
        r"two|three|four|five|six|#+ (?:days|weeks|months|years)|years|months|ahead|within|between) ?)"
    )


@cache
def _object() -> re.Pattern[str]:
    """What may follow a verb of ending that then says something else of the trial, or is said of people."""
    return compiled(
        r" (?:up|that|by (?!the (?:sponsor|company|investigators|team|researchers|maker))|the|an?|all|both|his|her|"
        r"their|its|first|second|third|last(?! (?:year|month|week|spring|summer|autumn|fall|winter|@)\b)|at least|"
        r"only (?:[a-z]+ )?by|"
        r"at (?:\$|€|£)|on (?:a|an) [a-z]+ note|in (?:failure|success|disappointment|tears|death|a draw)|"
        r"ahead|to|for(?! (?:[a-z]+ )?(?:years|months|weeks|good)\b)|off|"
        r"enrol[a-z]*|recruit[a-z]*|treatment|follow|questionnaires?|forms?|in full|surveys?|more|"
        r"fewer|less|most|dosing|therapy|product[a-z]*|#|[0-9]|half|weeks?|months?|years?|patient|screening|accrual)\b"
    )


def _labels(said: Said) -> Iterator[Found]:
    """What stands behind "Status:", in a sentence or a table."""
    for _, value, start, _end in labelled(
        said, r"(?:(?:trial |study |recruitment |overall |current |enrol+ment )?status|recruitment)"
    ):
        text = value.lstrip(" \"“'*")
        begin = start + len(value) - len(text)
        words = next((words for words in WORDS if text.startswith(words)), "")
        if words and _whole().match(text, len(words)):
            over = WORDS[words] == "ACTIVE_NOT_RECRUITING" and not words.startswith("active")
            name = "no longer recruiting" if over else "label"
            yield Found("status", WORDS[words], begin, begin + len(words), pattern=name)
    if said.block_kind != "cell" and (match := _plain_label().search(said.lower)):
        group = "words" if match["words"] else "at"
        yield Found("status", WORDS.get(match[group], "RECRUITING"), *match.span(group), pattern="label")
    alone = said.lower.strip(' .*_"“”')
    if alone in WORDS and said.block_kind not in ("heading", "cell"):
        begin = said.lower.index(alone)
        yield Found("status", WORDS[alone], begin, begin + len(alone), pattern="alone")
    for match in _listed().finditer(said.lower):
        if not _negated().search(said.lower[max(0, match.start() - REACH) : match.start()]):
            yield Found("status", WORDS[match["words"]], *match.span("words"), pattern="listed")


@cache
def _plain_label() -> re.Pattern[str]:
    """A line that is a label and its status without a mark between, or tells where it is recruiting."""
    words = "|".join(sorted(WORDS, key=len, reverse=True))
    return pattern(
        r"^\W*(?:(?:recruitment |overall |trial |study |current |enrol+ment ){0,3}status (?P<words>"
        rf"{words})|"
        r"(?:now |currently |actively |still )?(?P<at>recruiting|enrol+ing) (?:at|in|across)"
        r"(?:,? (?!is\b|was\b|are\b|were\b|has\b|can\b|may\b)[\w-]+){1,8})\W*$",
        needs=("status ", "recruiting ", "rolling "),
    )


@cache
def _whole() -> re.Pattern[str]:
    """What may follow a status in its cell: "completed in May", but not "completed dosing"."""
    return compiled(
        r"$|\W*$|\s*[^\w\s]| (?:in|on|since|as|by|now|and|but|to|for|with|due|because|early|after|before|at|until|"
        r"follow|recruit|"
        r"(?:for )?(?:recruitment|enrol+ment)|patients|participants|volunteers|status)|\s*\d"
    )


@cache
def _listed() -> re.Pattern[str]:
    words = "|".join(sorted(WORDS, key=len, reverse=True))
    return pattern(
        r"\b(?:list(?:s|ed)|show(?:s|n)|mark(?:s|ed)|describ(?:es|ed)|record(?:s|ed)|giv(?:es|en)|flag(?:s|ged)|"
        r"regist(?:ers|ered)|status(?: is| was)?) "
        r"(?:it |them |the (?:trial|study) |its status |now |still |there |on [a-z.]{1,30} )*as (?:being |still |"
        r"of |now )*[\"“']?"
        rf"(?P<words>{words})\b(?!-)",
        needs=(" as ",),
    )


@cache
def _planned() -> re.Pattern[str]:
    return compiled(
        r"\b(?:will|would|should|shall|could|might|must|can|to(?! (?:the|this|that|an?|its|our|their)\b)|expected|"
        r"may(?! @)|due|scheduled|planned|hoped|hopes|"
        r"expects|plans|"
        r"until|unless|if|before it|were it|that it be|recommended that)(?: [a-z]+){0,3} ?$"
    )


@cache
def _foreseen() -> re.Pattern[str]:
    """What makes a plan or a condition of a finite verb: not the purpose of a trial "to prevent flu (has begun)"."""
    return compiled(
        r"\b(?:expected|due|scheduled|planned|hoped|hopes|expects|plans|until|unless|if|before it|were it|that it be|"
        r"recommended that)(?: [a-z]+){0,3} ?$"
    )


@cache
def _glad() -> re.Pattern[str]:
    return compiled(
        r"\b(?:delighted|pleased|excited|proud|glad|happy|thrilled|grateful|relieved|honou?red)\b[^.;]{0,100}\bto $|"
        r"\bannounces? to $"
    )


@cache
def _negated() -> re.Pattern[str]:
    return compiled(
        r"(?:\bnot|n[’']t|\bnever|\bnor|\bno longer|\bnone|\bneither|\bhardly|\brather than)(?: (?:yet|been|be|"
        r"being|formally|officially|even|had|has|is|was|did|the [a-z]+|[\"“]))* ?[\"“]?$"
    )


@cache
def _none() -> re.Pattern[str]:
    return compiled(r"\b(?:no|few) (?:[a-z0-9-]+ ){0,4}(?:trials?|study|studies) (?:[a-z-]+ ){0,6}$")


@cache
def _conditional() -> re.Pattern[str]:
    return compiled(
        r"\b(?:once(?! (?:weekly|daily|monthly|every|an?)\b|-)|when|"
        r"after|if|until|till|unless|as soon as|by the time|whenever|before)\b[^,;.]{0,45}$"
    )


@cache
def _record() -> re.Pattern[str]:
    return pattern(
        r"\b(?:record|registry|register|entry|listing|registration)\b|\blast (?:updated|changed|revised|checked)\b",
        needs=("regist", "record", "entry", "listing", "last "),
    )


@cache
def _resumed() -> re.Pattern[str]:
    return pattern(
        r"\b(?:(?<!will )(?<!should )(?<!can )(?<!could )(?<!may )(?<!might )(?<!expected to )(?<!hopes to )"
        r"(?<!plans to )(?<!due to )(?:resum|restart)|lifted|started up again|reopened|re-opened|briefly|for (?:a|two|"
        r"three|four|six|several) (?:day|week|month))",
        needs=("resum", "restart", "lifted", "started up", "opened", "briefly", "for "),
    )
