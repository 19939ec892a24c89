"""Signs that words speak of another study, or of several: what contradicts a record then is no claim on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.claims.phases import phases
from checker.claims.repeated import once_a_text
from checker.claims.sentences import prose_sentences
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.article import Article
    from checker.claims.claim import Found
    from checker.facts import Trial

STUDY = r"(?:trials?|study|studies|programme|program)"

A_PHASE = r"phase (?:[1-4]|i{1,3}v?|iv)[ab]?(?=[.,;:(]| \(| (?:in|of|with|by|from|at|that|which|had|has|was|is)\b)"
"""The phase of a study that is not called one: "an earlier phase III, in 101 people"."""

OTHER = pattern(
    r"\b(?:another|any|no|one more|other|further|future|later|larger|bigger|smaller|earlier|previous|prior|older|"
    rf"separate|similar|different|next|new|follow-on|an? planned|an? proposed|successor|companion|rival|competing|"
    rf"unrelated|(?:its|their|his|her) own|"
    rf"(?:drug|vaccine|compound|medicine|therapy|treatment|device|product|company|firm|maker)[’']s)"
    rf"\s(?:[\w’'/-]+\s){{0,4}}(?:{STUDY}\b|{A_PHASE})",
    re.IGNORECASE,
)
"""A study that is named as another one."""

INDEFINITE = pattern(rf"(?:^|[;:—] )[\"“‘(]?(?:[A-Z][a-z]+, )?[Aa]n?\s(?:[\w’'/,-]+\s){{0,6}}{STUDY}\b")
"""A study that is spoken of for the first time; that is another one where the record's has been spoken of before."""

METHODS = pattern(
    r"(?:(?:Materials|Patients|Subjects) and )?(?:METHODS?|[Mm]ethods?(?:(?: and |/)(?:analys[ie]s|design|findings))?|"
    r"DESIGN|Design|(?:Study|Trial) [Dd]esign)\s?(?:[:.]| (?:An?|We|In|This|The)\b)"
)
"""The label of the part of an abstract that brings its own study in: "Methods: A phase 3 study"."""

CONDUCTED = pattern(
    rf"\b{STUDY} (?:will be|is being|is to be) (?:conducted|performed|carried out|undertaken|run)\b(?! by)"
)
"""How a protocol brings in its own study: "A randomised trial will be conducted"."""

BESIDE = pattern(
    r"(?:In parallel|Separately|Meanwhile|In addition|Additionally|Elsewhere),? [^.;:]{0,80}?"
    rf"\ban?\s(?:[\w’'/,-]+\s){{0,6}}{STUDY}\b"
)
"""A study that runs beside the one spoken of before: "In parallel, it began a small study"."""

NOT_OURS = pattern(
    r"^Elsewhere\b|^(?:By|In) contrast, an? [^.;]{0,60}\b(?:trial|study|survey|review)\b|"
    r"\b(?:first|last|only|biggest|largest|best|other) such (?:[\w-]+ ){0,2}(?:trial|study)\b|"
    r"\b(?:trial|study) of (?:this|its) (?:kind|sort|type)\b[^.;]{0,60}\b(?:held|run|done|published|set) by\b|"
    r"^[\"“]?(?:Another|Other|A (?:rival|competing|competitor|different))(?: [\w-]+){0,2} "
    r"(?:company|companies|firms?|makers?|drugmakers?|manufacturers?|laborator(?:y|ies)|hospitals?|universit(?:y|ies))\b|"
    r"\b(?:(?:rival|competing) (?:drug|product|compound|therapy|vaccine|device|treatment)|unrelated to (?:this|it))\b|"
    r"^(?:The|Its|Current|National|Present|These|Those|European|American) (?:[\w-]+ ){0,2}(?:guidelines?|guidance|"
    r"recommendations?) (?:was|were|is|are|rests?|relies|rely|cites?)\b",
)
"""What opens or marks a sentence on others' work: a rival's drug, what a guideline rests on."""

TESTED = r"(?:is|are) (?:now |also |currently )?(?:being )?(?:tested|tried|studied|evaluated|examined|investigated)"
BY_SOMEBODY = pattern(
    rf"\b{TESTED} by (?:an?|another) (?:[\w-]+ ){{0,2}}"
    r"(?:firm|company|team|group|laboratory|start-?up|university|hospital|charity)\b"
)
"""What is tested by those whom nobody has spoken of: "a liquid form is being tested by a firm in Denmark"."""

SOMETHING = pattern(
    r"^(?:For (?:those|people|anyone|patients|children) [^,]{3,60}, )?"
    rf"(?:[Aa]n?|[Aa]nother|[Oo]ther|[Ss]ome|[Nn]ewer) [^,.;]{{3,50}} {TESTED}\b"
)
"""A thing that is brought in as it is tested: "A liquid form is also being tested in Denmark"."""

BEFORE = pattern(
    rf"\bhad (?:already |earlier |been |once )?(?:worked|succeeded|failed|helped|shown|done|performed|tested|tried|"
    rf"proved|proven|passed)\b[^.;:]{{0,60}}?\bin an? (?:[\w’'/-]+\s){{0,4}}{STUDY}\b"
)
"""A study that is told of as one that came before: "The spray had worked in a phase 2 trial"."""

UNLIKE = pattern(r"\b[Uu]nlike [^.;,]{3,60}, (?:whose|which|where) [^,;.]{3,80}")
"""What is said of another's study by the way: "Unlike the pill, whose phase 1 trial was open-label"."""

EARLIER = pattern(
    r"\b(?:previously|successfully|originally) (?:been )?(?:evaluated|tested|validated|developed|implemented|piloted|"
    r"trial+ed|tried|used) (?:and [a-z]+ )?in [^,.;:]{3,90}"
)
"""What is told of a treatment before the study spoken of: "an approach, successfully tested in Kenyan schools, can"."""

ONE_BEFORE = pattern(
    r"\b(?:[Tt]he (?:one|trial|study) before(?: it| that| this(?: one)?)?|(?:[Tt]he|[Aa]n) earlier one|"
    r"[Tt]he previous one|[Ii]ts (?:predecessor|forerunner)),? (?:which |that )?(?:had|was|took|enrol+ed|recruited|ran|"
    r"included|involved|met|did|found|began|ended|lasted|covered) [^.;]{0,100}"
)
"""What is said of the study before this one: "the largest of its kind: the one before had 120 patients at 9 sites"."""

NAME = r"[A-Z][\w‐-]+(?: (?:trial|study))?"
OFFSHOOTS = (
    pattern(
        r"\b(?:[Aa]n?|[Tt]he) (?:[\w-]+ ){0,3}(?:extension|sequel|successor|sister (?:trial|study)|follow-up study|"
        rf"sub-?study|pilot|forerunner|feasibility (?:study|trial)) (?:of|to|for) (?:the )?{NAME}\b[^.;,]{{0,120}}"
    ),
    pattern(
        rf"\b(?:[Bb]efore|[Pp]rior to|[Aa]head of|[Aa]fter|[Ff]ollowing) {NAME}, an? (?:[\w-]+ ){{0,4}}"
        rf"(?:pilot|{STUDY})\b[^.;]{{0,120}}"
    ),
)
"""A study by its relation to one that is named: "An extension of KOALA", "Before KOALA, a pilot study"."""

ROOT = pattern(
    r"\b(?:grew out of|(?:model+ed|based|patterned|built|builds?) on|inspired by|follow(?:s|ed)|replicat(?:es|ed)|"
    rf"preceded by|succeeded) (?:an? (?:[\w-]+ ){{0,3}}(?:pilot|{STUDY})|{NAME}),? (?:which|that) [^.;,]{{0,120}}"
)
"""What is told of the study from which another came: "It was modelled on ELK, which ended in 2018"."""

PLANNED = (
    r"(?:^|[.;:,] |\band )(?:phase [\w/]{1,5} |pivotal |larger |further |more )*(?:trials|studies)\b[^.;:]{0,50}? are "
    r"(?:now |also |already |being )*(?:planned|foreseen|envisaged|in preparation|in planning)\b"
)
"""Studies that nobody has spoken of: "Phase 3 trials in Japan are planned"."""

NOT_YET = pattern(
    r"\b(?:may|might|could|will|would) follow(?=[.,;!?)]|$| if| once| when| later| next| soon| in )|"
    r"\bnot (?:yet )?(?:been )?(?:planned|decided|registered|announced|begun)\b|"
    r"\b(?:trial|study|RCT) in (?:the )?future\b|"
    r"\b(?:feasibility|design|planning|conduct) of an? (?:[\w()-]+ ){0,5}(?:trial|study|RCT)\b|"
    rf"{PLANNED}|"
    r"\bnone has been\b|\bno plans?\b|\bif (?:it|an?(?: [\w-]+){0,3} (?:trial|study)|the next)\b",
    re.IGNORECASE,
)
"""A study that does not exist yet."""

STAGE = pattern(
    r" (?:clinical )?(?:testing|tests|development|data|results|programmes?|programs?|experience|work|stage)\b"
)
"""What follows a phase that a drug went through, not the trial in focus."""

SEEN = pattern(
    r"\b(?:studied|tested|seen|observed|used|reported|evaluated|treated) in (?:the )?(?:previous |earlier )?$"
)
"""What stands before the phase of the study in which something was seen before: "the population studied in Phase 1"."""

COMING = pattern(
    r"\b(?:(?:is|are) (?:also |now |currently )?(?:initiating|starting|launching|planning|preparing)|"
    r"(?:plans?|expects?|intends?|aims?|hopes?) to (?:initiate|start|launch|begin|conduct|run)|"
    r"will (?:initiate|launch)) (?:an?|another|its|their)\b"
)
"""What brings in the next study, after the text has spoken of its own: "The company is initiating a Phase 2b study"."""

GENERAL = pattern(
    r"\b(?:has|have|[Tt]here are|operates?|owns?)\s(?:about |some |around |roughly |over |more than |nearly )?$"
)
"""What stands before a number of hospitals that a country has."""

SEVERAL = pattern(
    r"\b(?:together|altogether|both|between them|combined|in all|in total|a total|overall|pooled|sum|each|every|across|"
    r"(?:two|three|four|five|six|all|these|those|the|its) (?:[\w-]+ ){0,3}(?:trials|studies|programmes|programs))\b",
    re.IGNORECASE,
)
"""Words of a sentence that counts the people of more than one trial."""

BY_NAME = pattern(
    r"\b(?:another|other|one more|further|future|later|larger|bigger|smaller|earlier|previous|prior|older|separate|"
    r"similar|different|next|follow-on|successor|companion|rival|competing|unrelated|[Aa] (?:second|third|fourth))"
    rf"\s(?:[\w’'/-]+\s){{0,4}}{STUDY}\b",
    re.IGNORECASE,
)
"""A study that is called another one, whatever the article's own may be called."""

REACH = 100


@once_a_text
def names_another(text: str) -> bool:
    """Whether a sentence speaks of a study that it calls another one: "an earlier trial", "a second study"."""
    return BY_NAME.search(text) is not None or NOT_OURS.search(text) is not None


def speaks_of_another(text: str, found: Found, trial: str, *, introduced: bool, acronym: str = "") -> bool:
    """Whether a claim's sentence speaks, where the claim stands, of another study than the one in focus.

    `trial` is the study in focus, by its id: a sentence that names it speaks of it, and so does one that brings in a
    study and calls it by the acronym. `introduced` says whether the prose has spoken of it before.
    """
    if trial in text:
        return False
    if NOT_OURS.search(text) or BY_SOMEBODY.search(text):
        return True
    if any(
        passing.start() <= found.start < passing.end()
        for each in (BEFORE, UNLIKE, EARLIER, ONE_BEFORE)
        for passing in each.finditer(text)
    ):
        return True
    if is_of_kin(text, found, acronym):
        return True
    around = text[max(found.start - REACH, 0) : found.end + REACH]
    if NOT_YET.search(around) or any(
        not (acronym and _is_named_so(acronym, around[other.end() :])) for other in OTHER.finditer(around)
    ):
        return True
    if found.kind == "sites" and GENERAL.search(text[max(found.start - 40, 0) : found.start]):
        return not re.search(STUDY, text)
    if found.kind == "phase" and (STAGE.match(text, found.end) or SEEN.search(text[: found.start])):
        return True
    if introduced and found.kind in ("phase", "start_date") and COMING.search(text[: found.end]):
        return True
    clause = max(
        text.rfind("; ", 0, found.start), text.rfind(": ", 0, found.start), text.rfind("— ", 0, found.start), 0
    )
    if not introduced or METHODS.match(text) or (acronym and _is_called(acronym, text[clause : found.start])):
        return False
    if acronym and text.endswith(acronym, 0, clause):
        return False  # "HALCYON: A phase 3 study"
    if INDEFINITE.match(text, clause) and CONDUCTED.search(text, clause):
        return False
    return bool(INDEFINITE.match(text, clause) or BESIDE.match(text) or SOMETHING.search(text))


def is_of_kin(text: str, found: Found, acronym: str) -> bool:
    """Whether a claim is on what came of the study with that acronym, or on what that study came of."""
    return bool(acronym) and any(
        passing.start() <= found.start < passing.end() and (acronym in passing.group()) == own
        for own, kin in ((True, OFFSHOOTS), (False, (ROOT,)))
        for each in kin
        for passing in each.finditer(text)
    )


CALLED = re.compile(r"(?:\b(?:called|named|dubbed|known as|titled|or)|[(,]) [\"“‘']?$|[(/]$")
"""What stands before the name of a study that was just brought in."""


def _is_called(acronym: str, text: str) -> bool:
    at = text.find(acronym)
    return at >= 0 and CALLED.search(text[max(at - 20, 0) : at]) is not None


NAMED = re.compile(r"(?:,|:| \()?(?: (?:called|named|known as))? ?[\"“‘']?")


def _is_named_so(acronym: str, behind: str) -> bool:
    """Whether what follows a study is the name of the one in focus: "the company's first trial, HALCYON"."""
    gap = NAMED.match(behind)
    return gap is not None and behind.startswith(acronym, gap.end())


def is_of_one_of_two(text: str, article: Article, trial: str) -> bool:
    """Whether a sentence speaks of one of two trials of a phase that only letters tell apart, as of 2a and 2b.

    Records have no letters, so either may be the record's, `trial` by its label, unless the sentence names it.
    """
    names = (name for each in article.trials if trial in (each.id, each.key) for name in (each.id, each.acronym))
    if any(name and name.casefold() in text.casefold() for name in names):
        return False
    return any(phase.value in article.once(_paired) for phase in phases(text))


def _paired(article: Article) -> frozenset[str]:
    """The phases with a letter of which the prose names another one with another letter."""
    named = {phase.value for sentence in article.once(prose_sentences) for phase in phases(sentence.text)}
    lettered = {value for value in named if len(value) == 2 and value[1] in "ab"}
    return frozenset(value for value in lettered if {f"{value[0]}a", f"{value[0]}b"} <= lettered)


def counts_several(text: str, trials: Sequence[Trial]) -> bool:
    """Whether a sentence may count the people of more than one trial: it says so, or names two of the records."""
    if SEVERAL.search(text):
        return True
    names = ((name for name in (trial.id, trial.acronym) if name) for trial in trials)
    return sum(any(name in text for name in own) for own in names) > 1


def is_total(text: str, found: Found, trials: Sequence[Trial]) -> bool:
    """Whether a count of people is, as roughly as it is written, the total of two records or more."""
    value = found.value
    if found.kind != "enrollment" or not isinstance(value, int) or len(trials) < 2:
        return False
    is_round = value >= 1000 and value % 100 == 0
    if not is_round and not counts_several(text, trials):
        return False
    precision = 10 ** (len(str(value)) - len(str(value).rstrip("0"))) / 2 + 0.5
    for role in ("planned", "enrolled", "randomized"):
        counts = [count for trial in trials if (count := getattr(trial.enrollment, role)) is not None]
        if len(counts) > 1 and abs(sum(counts) - value) <= max(precision, 0.05 * value if value >= 1000 else 0):
            return True
    return False
