"""Which contradictions are sure enough for an error, and which are for somebody to look at.

Most contradictions that are none stand where the prose tells the record's fact rightly in another place, in a sentence
that neither names the trial nor agrees with its record in other things: the 151 patients are some of the 167, the
open-label part comes after the double-blind one. Of 310 true texts that were read for the first time half of all false
alarms were of this sort, and of the contradictions that had been put into them one in twenty-five.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.claims.binding import read_scenes
from checker.claims.crossed import in_turn
from checker.claims.digits import is_slip, looks_like
from checker.claims.judging import judge
from checker.claims.judging.dates import STOPPED
from checker.claims.judging.held import MOST
from checker.claims.judging.names import TAKING_PART, age_range, bounds
from checker.claims.ledger import claims
from checker.claims.sentences import prose_sentences
from checker.pattern import pattern

if TYPE_CHECKING:
    from checker.article import Article
    from checker.claims.binding.scenes import Scene
    from checker.claims.claim import Claim
    from checker.facts import Trial

OF_ANY_PART = frozenset({"arm_size"})
"""Kinds of which a number near that of a part of a trial may be of anything in it, whatever else the prose tells."""
TELLING = frozenset("phase start_date primary_completion_date completion_date enrollment sites".split())
"""Kinds of facts that tell the trials of an article apart."""
RARE = frozenset({"SUSPENDED", "WITHDRAWN", "ENROLLING_BY_INVITATION"})
"""Statuses so rare that they do as well."""
SURE = 2
"""Other things in which a sentence agrees with a record, from which on it is on its trial."""


def is_sure(article: Article, claim: Claim) -> bool:
    """Whether a claim that contradicts its record leaves no room for another reading."""
    if _may_be_an_end_of_recruitment(claim) or _is_rounded(claim) or _is_of_another(article, claim):
        return False
    if _may_be_treated(article, claim) or _may_be_of_no_record(article, claim) or _is_of_a_part(article, claim):
        return False
    if _is_of_some(article, claim) or (claim.found.kind in DATES and _may_be_a_year_off(article, claim)):
        return False
    if _is_contrasted(article, claim) or _may_be_a_stop(article, claim):
        return False
    if _may_be_of_an_extension(article, claim):
        return False
    if claim.found.kind == "masking" and (claim.found.value, claim.fact_value) == ("NONE", "SINGLE"):
        return False  # Open to those who take part and treat them, and blinded to those who judge the outcome.
    if is_slip_of_fact(claim) or _is_one_of_a_list(article, claim):
        return True
    told = article.once(_told)
    place = told_at(article, claim)
    elsewhere = place is not None or (claim.found.kind == "age" and (claim.trial, "age") in told)
    scene = article.once(read_scenes)[claim.sentence]
    agreeing = article.once(_agreeing).get((claim.sentence, claim.trial), set())
    if not elsewhere and claim.found.kind not in OF_ANY_PART:
        return bool(agreeing) or _speaks_of_it(scene, claim) or not _is_unlike(article, claim)
    if claim.found.kind in agreeing:
        return False  # "At 62 sites: 48 sites in the USA, 14 in Poland".
    if len(agreeing) >= SURE:
        return True
    return any(mention.names and claim.trial in (mention.trials or ()) for mention in scene.placed)


IT = pattern(r"(?:It|This|They)\b")


def _speaks_of_it(scene: Scene, claim: Claim) -> bool:
    """Whether a sentence has words for a claim's trial: its name, "the study", "It" at the beginning."""
    mentioned = any(not mention.weak and claim.trial in (mention.trials or ()) for mention in scene.placed)
    return mentioned or (not scene.placed and IT.match(scene.text) is not None)


def _may_be_an_end_of_recruitment(claim: Claim) -> bool:
    """Whether a date before the record's completion closes a range that does not say what happened in it.

    Or is the day up to which people had been followed for an analysis; a trial that goes on until a day to come ends
    then.
    """
    found, fact = claim.found, claim.fact_value or ""
    past = found.pattern == "until" and found.type != "ESTIMATED"
    closing = found.kind == "completion_date" and (found.pattern == "range" or past)
    return closing and str(found.value) < fact[: len(str(found.value))]


def _may_be_a_stop(article: Article, claim: Claim) -> bool:
    """Whether a trial that was terminated was halted before its record's last visit: people are seen to the end."""
    trial, fact = trial_of(article, claim), claim.fact_value or ""
    if claim.found.kind != "completion_date" or trial is None or trial.overall_status != "TERMINATED":
        return False
    stopped = STOPPED.search(article.once(prose_sentences)[claim.sentence].text) is not None
    return stopped and str(claim.found.value) < fact[: len(str(claim.found.value))]


ROUND = {"enrollment": 100, "arm_size": 100, "sites": 50}
"""Of which a rounded number of people or of sites is a multiple."""
ROUNDED = 0.03
"""By what part of it such a number may differ from the one that it stands for."""
COUNTED_AGAIN = 0.001
"""By what part of it a count may differ from a later one of the same people."""
LEFT_OUT = 0.005
"""And if its digits are no slip of that one: 750 were randomised, of whom two were left out."""


def _is_rounded(claim: Claim) -> bool:
    """Whether a count is a round number near the record's, or all but the same."""
    said, fact, unit = claim.found.value, claim.fact_value or "", ROUND.get(claim.found.kind, 0)
    if not unit or not isinstance(said, int) or not fact.isdecimal():
        return False
    off = abs(said - int(fact))
    rounded = said > unit and said % unit == 0 and int(fact) % unit != 0 and off <= ROUNDED * int(fact)
    people = claim.found.kind in ("enrollment", "arm_size")
    left_out = people and off <= LEFT_OUT * int(fact) and not looks_like(said, int(fact))
    return rounded or left_out or off <= COUNTED_AGAIN * int(fact)


COUNTS = frozenset("enrollment sites countries_count arm_size".split())
DATES = frozenset("start_date primary_completion_date completion_date".split())
FAR = 1.5
"""By what factor a count is too far from another to be taken for it, if none of its digits says so."""


def _is_unlike(article: Article, claim: Claim) -> bool:
    """Whether next to nothing of a fact is in what contradicts it: it may be told of something else.

    A count is far from the record's and has other digits, a date another year and another month, an age range other
    ends; or ages are from a much higher one on, in words on nobody who takes part. Of the contradictions that had been
    put into texts one in thirty was of this sort, and of the false alarms of texts that were read for the first time
    one in two.
    """
    kind, said, fact = claim.found.kind, claim.found.value, (claim.fact_value or "").replace(",", "")
    if kind in COUNTS and isinstance(said, int) and fact.isdecimal() and said and int(fact):
        apart = max(said, int(fact)) / min(said, int(fact))
        return apart > FAR and not looks_like(said, int(fact))
    if kind in DATES and str(said)[5:7].isdecimal():
        return str(said)[:4] != fact[:4] and len(fact) > YEAR and str(said)[4:7] != fact[4:7]
    trial = trial_of(article, claim)
    if kind == "age" and trial and trial.ages and trial.ages.minimum is not None and trial.ages.maximum is not None:
        ends = age_range(str(said))
        return ends is not None and abs(ends[0] - trial.ages.minimum) > 1 and abs(ends[1] - trial.ages.maximum) > 1
    if kind == "age" and trial and trial.ages and trial.ages.maximum is None and trial.ages.minimum:
        low, high = bounds(str(said))
        if high is not None or low is None or TAKING_PART.search(article.once(prose_sentences)[claim.sentence].text):
            return False
        return low / trial.ages.minimum > FAR and not looks_like(round(low), round(trial.ages.minimum))
    return False


YEAR = 4
"""Digits of a year."""
TURN = pattern(r"\b(?:last|next|past|coming)\b", 2)


def _may_be_a_year_off(article: Article, claim: Claim) -> bool:
    """Whether words that some take for the nearest such month, and some for that of the year beyond it, differ by it.

    "Last March", in April, is a month ago or a year and a month.
    """
    said, fact = str(claim.found.value), claim.fact_value or ""
    if len(said) <= YEAR or said[YEAR:] != fact[YEAR : len(said)] or abs(int(said[:YEAR]) - int(fact[:YEAR])) != 1:
        return False
    return TURN.search(article.text[claim.span.start : claim.span.end]) is not None


BEFORE = 12
"""How far before an age those who are counted may end: "496 participants, all aged 4 to 17"."""


def _is_of_some(article: Article, claim: Claim) -> bool:
    """Whether ages within the record's are of people who are counted before them, and who are not all of a trial."""
    trial, ends = trial_of(article, claim), age_range(str(claim.found.value))
    if claim.found.kind != "age" or trial is None or trial.ages is None or ends is None:
        return False
    if ends[0] < (trial.ages.minimum or 0) or ends[1] > (trial.ages.maximum or ends[1]):
        return False
    whole = {trial.enrollment.planned, trial.enrollment.enrolled, trial.enrollment.randomized}
    return any(
        0 <= claim.found.start - other.found.end <= BEFORE and other.found.value not in whole
        for other in article.once(_people).get(claim.sentence, ())
    )


def _people(article: Article) -> dict[int, list[Claim]]:
    """The counts of people that no record contradicts, by their sentence."""
    people: dict[int, list[Claim]] = {}
    for claim in article.once(claims):
        if claim.found.kind in PEOPLE and claim.verdict != "contradicted":
            people.setdefault(claim.sentence, []).append(claim)
    return people


PEOPLE = frozenset("enrollment arm_size subgroup_size".split())
TREATED = pattern(
    r"\b(?:received|treated|treatment|dosed|given|got|infused|injected|vaccinated|took|evaluable|analy[sz]\w+)\b"
)
NEAR = 0.98
"""What part of an arm were treated or analysed where next to all were."""


def _may_be_treated(article: Article, claim: Claim) -> bool:
    """Whether those in an arm who got something are a few less than were put into it: 2,134 of 2,138."""
    said, fact = claim.found.value, claim.fact_value or ""
    if claim.found.kind != "arm_size" or not isinstance(said, int) or not fact.isdecimal():
        return False
    text = article.once(prose_sentences)[claim.sentence].text
    rearranged = sorted(str(said)) == sorted(fact)
    return NEAR * int(fact) <= said < int(fact) and not rearranged and TREATED.search(text) is not None


def _is_of_another(article: Article, claim: Claim) -> bool:
    """Whether another record of the article says what a claim says, where the sentence may be on that trial as well.

    One that names the claim's trial, and no other, is not, nor one that gives two trials each the other's number.
    """
    if len(article.trials) == 1 or not (claim.found.kind in TELLING or claim.found.value in RARE):
        return False
    placed = article.once(read_scenes)[claim.sentence].placed
    if {mention.trials for mention in placed if mention.names} == {(claim.trial,)}:
        return False
    pair = article.once(_contradicted)[(claim.sentence, claim.found.kind)]
    if len(pair) == 2 and pair[0].trial != pair[1].trial and in_turn(article, *pair):
        return False
    text = article.once(prose_sentences)[claim.sentence].text
    return any(
        trial.label != claim.trial and judge(claim.found, trial, article, text)[0] == "supported"
        for trial in article.trials[:MOST]
    )


def _contradicted(article: Article) -> dict[tuple[int, str], list[Claim]]:
    """The claims that contradict their records, by sentence and kind."""
    found: dict[tuple[int, str], list[Claim]] = {}
    for claim in article.once(claims):
        if claim.verdict == "contradicted":
            found.setdefault((claim.sentence, claim.found.kind), []).append(claim)
    return found


def _may_be_of_no_record(article: Article, claim: Claim) -> bool:
    """Whether a sponsor, in an article on several trials, is named in a sentence that names none of them."""
    if claim.found.kind != "sponsor" or "sponsor" not in claim.found.pattern or len(article.trials) == 1:
        return False
    placed = article.once(read_scenes)[claim.sentence].placed
    return not any(mention.names for mention in placed)


SUBSTUDY = pattern(
    r"\b(?:sub-?(?:stud(?:y|ies)|trials?|analys[ie]s|cohorts?)|nested|ancillary|secondary analysis|post[ -]hoc)\b",
    re.IGNORECASE,
)
"""Words of an article on some of the people of a trial."""
PART = pattern(r"(?<![^\s(])(\S{1,40}?)[ ‐‑–-](?:[A-D]|\d|I{1,3})\b")
"""The name of a trial's part behind that of the trial: "PACE-B"."""


ADDED = pattern(
    r"\b(?:additional|extra|further|expansion) (?:group|cohort)s?\b|"
    r"\bmain (?:part|portion|group|(?:[A-Z]\S* ){0,2}cohorts?)\b",
    re.IGNORECASE,
)
"""Words of an article on people who are added to those of a trial's main part."""
EXTENDED = pattern(r"\bopen[ ‐‑–-]label extension\b|\bOLE\b")
"""Words of an article on what follows a blinded trial."""


def _has_an_addition(article: Article) -> bool:
    return any(ADDED.search(block.prose) for block in article.prose)


def _may_be_of_an_extension(article: Article, claim: Claim) -> bool:
    """Whether an open label may be that of the extension which the same paragraph tells of, or the one before it."""
    if (claim.found.kind, claim.found.value) != ("masking", "NONE"):
        return False
    near = article.prose[max(0, claim.block - 1) : claim.block + 1]
    return any(EXTENDED.search(block.prose) for block in near)


def _in_parts(article: Article) -> frozenset[str]:
    """The acronyms of trials of which the prose names parts, but for those with which another one's begins."""
    heads = {match[1] for block in article.prose for match in PART.finditer(block.prose)}
    names = sorted({trial.acronym for trial in article.trials if trial.acronym and trial.acronym.strip()})
    return frozenset(
        name
        for name, following in zip(names, (*names[1:], ""), strict=False)
        if name.split()[-1] in heads and not following.startswith(name)
    )


def _is_of_a_part(article: Article, claim: Claim) -> bool:
    """Whether a count of fewer people, or of later ones, may be of a sub-study or of a named part of a trial."""
    said, fact = claim.found.value, claim.fact_value or ""
    if claim.found.kind != "enrollment" or not isinstance(said, int) or not fact.isdecimal() or said >= int(fact):
        return False
    if article.once(_has_an_addition) and said > int(fact) / 2:
        return True
    if looks_like(said, int(fact)):
        return False
    text, title = article.once(prose_sentences)[claim.sentence].text, article.facts.title or ""
    if SUBSTUDY.search(text) or SUBSTUDY.search(title):
        return True
    trial = trial_of(article, claim)
    return trial is not None and trial.acronym in article.once(_in_parts)


CONTRASTED = pattern(r"(?:Unlike|In contrast (?:to|with)|Compared (?:to|with)|As opposed to|Contrary to) [^.;]{2,80}, ")
"""What opens a sentence on something else than what it names first: "Unlike KOALA, the PANDA study"."""


def _is_contrasted(article: Article, claim: Claim) -> bool:
    opening = CONTRASTED.match(article.once(prose_sentences)[claim.sentence].text)
    return opening is not None and claim.found.start >= opening.end()


def trial_of(article: Article, claim: Claim) -> Trial | None:
    """The record of a claim's trial."""
    return article.once(_by_label).get(claim.trial)


def _by_label(article: Article) -> dict[str | None, Trial]:
    return {trial.id or trial.key: trial for trial in reversed(article.trials)}  # The first of two alike.


def told_at(article: Article, claim: Claim) -> Claim | None:
    """The first claim that says of a trial what its record says, where another says something else."""
    return article.once(_told).get((claim.trial, claim.found.kind, claim.fact_value))


def _told(article: Article) -> dict[tuple[str | None, ...], Claim]:
    """The claims that records support, by trial and kind, and by trial, kind and fact."""
    told: dict[tuple[str | None, ...], Claim] = {}
    for claim in article.once(claims):
        if claim.verdict in ("supported", "derived"):
            told.setdefault((claim.trial, claim.found.kind, claim.fact_value), claim)
            told.setdefault((claim.trial, claim.found.kind), claim)
    return told


def _agreeing(article: Article) -> dict[tuple[int, str | None], set[str]]:
    """The kinds of claims in which each sentence agrees with the record of a trial."""
    kinds: dict[tuple[int, str | None], set[str]] = {}
    for claim in article.once(claims):
        if claim.verdict == "supported":
            kinds.setdefault((claim.sentence, claim.trial), set()).add(claim.found.kind)
    return kinds


FEW = 2
"""Countries that a list has to share with a record, so that the one which it does not is wrong."""


def _is_one_of_a_list(article: Article, claim: Claim) -> bool:
    """Whether all countries of a list are the record's but one: "Germany, Italy, Portugal and Sweden"."""
    trial, said = trial_of(article, claim), claim.found.value
    if claim.found.kind != "countries" or not isinstance(said, tuple) or trial is None:
        return False
    others = {*said}.difference(trial.countries or ())
    return len(others) == 1 and len(said) - 1 >= FEW


def is_slip_of_fact(claim: Claim) -> bool:
    """Whether a number is the record's but for its digits."""
    value, fact = claim.found.value, (claim.fact_value or "").replace(",", "")
    if not isinstance(value, int | float) or not fact.lstrip("-").replace(".", "", 1).isdecimal():
        return False
    return is_slip(value, float(fact))
