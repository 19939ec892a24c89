"""To which trial a claim belongs: the one named in its clause, else in its sentence, else the one in focus.

Unsure means unbound.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from checker.claims.binding.focus import read_scenes
from checker.claims.binding.scenes import ELSEWHERE
from checker.pattern import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from checker.article import Article
    from checker.claims.binding.scenes import Placed, Scene, Trials
    from checker.claims.claim import Found


SHARED_OUT = frozenset({"enrollment", "arm_size", "subgroup_size", "percentage", "p_value", "mean_change", "duration"})
"""Kinds of claims that two trials share only where the words say "each": a count of "both" is a sum."""
COMPARED = SHARED_OUT | {"hazard_ratio", "odds_ratio", "risk_ratio", "sites"}
"""Kinds of claims that words compare with another trial's."""
DATES = frozenset({"start_date", "primary_completion_date", "completion_date", "results_date", "registry_id"})
COUNTS = frozenset({"enrollment", "subgroup_size", "arm_size", "percentage", "countries", "age"})
DESIGN = frozenset({"phase", "masking", "allocation", "intervention_model", "control"})
NAMES = frozenset({"acronym", "registry_id"})
WHOLE = DATES | frozenset({"enrollment", "sites", "countries_count", "countries", "duration"})
"""Kinds of claims that a record makes of a whole trial, not of its parts."""
WHOLES = frozenset({"enrollment", "arm_size", "subgroup_size"})
"""Kinds of claims that count people."""
MOST = 12
"""Words of records in a clause that are looked at."""
NEAR = 80
"""How far apart, in code points, a claim and a mention may stand for the words between them to be read."""


class Binding(NamedTuple):
    """The label of a claim's trial, or None, and those of further trials of which the same words say the same."""

    trial: str | None
    also: tuple[str, ...] = ()


UNBOUND = Binding(None)


def bind(article: Article, found: Sequence[tuple[int, Found]]) -> list[Binding]:
    """The trial of each claim; a claim comes with the index of its sentence among `article.once(prose_sentences)`."""
    scenes = article.once(read_scenes)
    own = article.once(_named)
    bindings = [_by_name(claim, own) or _bound(scenes[index], claim) for index, claim in found]
    return [
        _by_sponsor(article, scenes[index], claim) if claim.kind == "sponsor" and binding == UNBOUND else binding
        for binding, (index, claim) in zip(bindings, found, strict=True)
    ]


def _named(article: Article) -> dict[object, str]:
    """The labels of an article's trials by their names and numbers."""
    named: dict[object, str] = {}
    for trial in article.trials:
        label = trial.id or trial.key
        for name in (trial.id, trial.acronym, *trial.other_ids) if label else ():
            named.setdefault(name, label or "")
    return named


def _by_name(claim: Found, named: dict[object, str]) -> Binding | None:
    """A name or a number is that of the trial that has it, whatever other trials stand beside it."""
    label = named.get(claim.value) if claim.kind in NAMES else None
    return Binding(label) if label else None


def _bound(scene: Scene, claim: Found) -> Binding:
    trials = _trials(scene, claim)
    if not trials or ((claim.kind not in DATES or scene.introduces) and scene.lies_long_before(trials[0])):
        return UNBOUND
    if (scene.is_part and claim.kind in WHOLE) or (
        claim.kind == "phase" and _of_a_trial().match(scene.text, claim.end)
    ):
        return UNBOUND
    if claim.kind in COUNTS and scene.is_background:
        return UNBOUND
    if claim.kind in SHARED_OUT and _is_sum(scene, claim):
        return UNBOUND
    if len(trials) > 1 and claim.kind in SHARED_OUT and not scene.distributes:
        place = _place_of(scene, claim) if len(trials) == 2 else None
        return UNBOUND if place is None else Binding(trials[place])
    return Binding(trials[0], trials[1:])


def _is_sum(scene: Scene, claim: Found) -> bool:
    """Whether a count is one of several trials: "1,500 patients combined", "a total of 330 (240 in A and 90 in B)"."""
    if _summed().match(scene.text, claim.end) or _is_whole(scene, claim):
        return True
    if len(scene.named) < 2 or "(" not in scene.text[claim.end : claim.end + NEAR]:
        return False
    return scene.strong[0].start > claim.end and bool(
        _total().search(scene.text[max(0, claim.start - NEAR) : claim.start])
    )


def _is_whole(scene: Scene, claim: Found) -> bool:
    """Whether a count has parts behind it that are those of two trials: "112, of whom 52 from A and 60 from B"."""
    if claim.kind not in WHOLES or len(scene.named) < 2:
        return False
    first = bisect_left(scene.strong, claim.end, key=lambda mention: mention.start)
    parts = scene.strong[first : first + 2]
    if len(parts) < 2 or parts[0].trials == parts[1].trials or not parts[0].trials or not parts[1].trials:
        return False
    one, other = parts
    return bool(
        _a_part().fullmatch(scene.text, claim.end, one.start) and _part().fullmatch(scene.text, one.end, other.start)
    )


def _place_of(scene: Scene, claim: Found) -> int | None:
    """Which of two a number is: "1,561 and 1,617 patients in the A and B trials, respectively"."""
    text = scene.text
    if not scene.is_in_order:
        return None
    if _second().search(text[max(0, claim.start - NEAR) : claim.start]):
        return 1
    return 0 if _first().match(text[claim.end : claim.end + NEAR]) else None


@cache
def _of_a_trial() -> re.Pattern[str]:
    """What follows a phase that is a part of a trial: "the dose as established in phase 1 of the trial"."""
    return pattern(r" of (?:the|this|that|our|its) (?:[\w-]+ ){0,2}(?:trial|study)\b")


@cache
def _first() -> re.Pattern[str]:
    return pattern(r"(?: [a-z]+){0,2} and [0-9]")


@cache
def _second() -> re.Pattern[str]:
    return pattern(r"[0-9](?:[0-9,.]*%?)(?: [a-z]+){0,2} and $")


@cache
def _summed() -> re.Pattern[str]:
    several = r"(?:in|across) (?:(?:the|two|both|all|three|four|these) ){1,2}(?:[\w-]+ ){0,2}(?:trials|studies)"
    return pattern(rf"[\w ,-]{{0,30}}\b(?:combined|between them|{several})\b")


@cache
def _a_part() -> re.Pattern[str]:
    """What stands between a count and the trial that a part of it is from: " adults (… 47%), 105 were from the"."""
    return pattern(r"[^;]{0,90}[;,] [0-9][0-9,]* (?:[a-z]+ ){0,4}(?:from|in|of) (?:the )?")


@cache
def _part() -> re.Pattern[str]:
    return pattern(r"[^.]{0,20}\b[0-9][0-9,]* (?:[a-z]+ ){0,4}(?:from|in|of) (?:the )?")


@cache
def _total() -> re.Pattern[str]:
    return pattern(r"\b(?:[Tt]otal|[Oo]verall|[Aa]ltogether|[Ii]n all|[Tt]ogether|[Cc]ombined)\b")


def _by_sponsor(article: Article, scene: Scene, claim: Found) -> Binding:
    """A sponsor that is named apart from any trial sponsors the trials that name it.

    Who is plainly called the sponsor, by a heading as it were, is that of all trials that have one and the same,
    but where another study is spoken of.
    """
    labels = tuple(trial.id or trial.key or "" for trial in article.trials if trial.lead_sponsor == claim.value)
    alike = claim.pattern == "the sponsor" and len({trial.lead_sponsor for trial in article.trials}) == 1
    if not labels and alike and scene.focus != ELSEWHERE:
        labels = tuple(trial.id or trial.key or "" for trial in article.trials)
    return Binding(labels[0], labels[1:]) if labels and all(labels) else UNBOUND


def _trials(scene: Scene, claim: Found) -> Trials | None:
    """The trials that a claim is about."""
    if not scene.placed:
        return scene.fallback if scene.focus is None else scene.focus
    index = bisect_right(scene.strong, claim.start, key=lambda mention: mention.end) if scene.strong else 0
    inside = scene.strong[index] if index < len(scene.strong) else None
    if inside and inside.start < claim.end and inside.trials is not None:
        return inside.trials
    if claim.kind in DESIGN and len(scene.named) == 2 and _both().search(scene.text, 0, claim.start):
        return tuple(dict.fromkeys(label for one in scene.strong for label in one.trials or ()))
    start, end = scene.clause(claim.start)
    chosen = _nearest(scene, scene.strong, start, end, claim)
    if chosen is None and not (scene.strong and _any_within(scene.strong, start, end)):
        undecided = len(scene.weak) > 1 and _disagree(scene.weak, start, end, claim)
        chosen = None if undecided else _nearest(scene, scene.weak, start, end, claim)
        if chosen is None:
            before = bisect_right(scene.strong, start, key=lambda mention: mention.end)
            chosen = scene.strong[before - 1] if before else None
    if chosen is not None and chosen.names and claim.kind in COMPARED and _is_set_against(scene, claim, chosen):
        return None if scene.focus == chosen.trials else scene.focus
    if chosen is not None and chosen.trials is not None:
        if chosen.weak and not chosen.opens and scene.focus not in {None, chosen.trials}:
            return None
        return chosen.trials
    if scene.focus is not None:
        return scene.focus
    if scene.strong and (chosen is None or chosen.trials is None) and scene.hinted:
        return scene.hinted
    return next(iter(scene.named)) if len(scene.named) == 1 else scene.fallback


def _is_set_against(scene: Scene, claim: Found, chosen: Placed) -> bool:
    """Whether a number is compared with that of the trial behind it, as what is before the one that `chosen` is.

    "30% with the pill, as compared to 31% in HALCYON, and 18% on placebo, as compared to 28% in HALCYON".
    """
    index = bisect_left(scene.strong, claim.end, key=lambda mention: mention.start)
    after = scene.strong[index] if index < len(scene.strong) else None
    if after is None or after.trials != chosen.trials or any(each.trials != chosen.trials for each in scene.strong):
        return False
    return after.start - claim.end < 2 * NEAR and bool(_against().fullmatch(scene.text, claim.end, after.start))


@cache
def _against() -> re.Pattern[str]:
    """What stands between a number and the trial that it is compared with."""
    return pattern(
        r"[^.;]{0,110}\b(?:(?:as )?compared (?:to|with)|versus|vs\.?|against|up from|down from) (?:the )?"
        r"[0-9][0-9.,]*(?:%| per ?cent)? (?:[a-z]+ ){0,3}(?:in|for|from) (?:the )?"
    )


def _any_within(mentions: Sequence[Placed], start: int, end: int) -> bool:
    index = bisect_left(mentions, start, key=lambda mention: mention.start)
    return index < len(mentions) and mentions[index].start < end


def _disagree(mentions: Sequence[Placed], start: int, end: int, claim: Found) -> bool:
    """Whether a clause has words of several trials' records around a claim, which is in none of them."""
    index = bisect_left(mentions, start, key=lambda mention: mention.start)
    near = [mention for mention in mentions[index : index + MOST] if mention.start < end and not mention.opens]
    if any(mention.start <= claim.start < mention.end for mention in near):
        return False
    return len({mention.trials for mention in near}) > 1


def _nearest(scene: Scene, mentions: Sequence[Placed], start: int, end: int, claim: Found) -> Placed | None:
    """The mention before a claim in its clause; the one after it, where none stands before or the claim leans on it."""
    if not mentions:
        return None
    text = scene.text
    index = bisect_right(mentions, claim.start, key=lambda mention: mention.start)
    before = mentions[index - 1] if index and mentions[index - 1].start >= start else None
    for opened, closed in scene.clauses:
        if before and opened <= before.start and before.end <= closed <= claim.start:
            subject = bisect_left(mentions, opened, key=lambda mention: mention.start) - 1
            before = mentions[subject] if subject >= 0 and mentions[subject].start >= start else before
    after = mentions[index] if index < len(mentions) and mentions[index].start < end else None
    if after and after.trials is not None:
        gap = text[claim.end : after.start]
        named = after.names or after.trials == ELSEWHERE
        if named and claim.kind == "phase" and (gap == " " or (gap == " (" and text[after.end :][:1] == ")")):
            return after  # "its Phase 3 HALCYON and Phase 2 (KINGFISHER) trials"
        if named and claim.kind in DESIGN and len(gap) < NEAR and _called().fullmatch(gap):
            return after  # "in a phase 3 trial, KINGFISHER, in 44 patients"
        if after.names and claim.kind == "sponsor" and _owns().fullmatch(gap):
            return after  # "and Ostara's VESTA"
        told = _told().search(text, max(0, claim.start - 12), claim.start)
        if after.names and claim.kind in DESIGN and len(gap) < NEAR and not told and _describes().fullmatch(gap):
            return after  # "AURORA 2 failed, as our open-label Phase 2 AURORA study had not"
        leans = len(gap) < NEAR and bool(_lean().fullmatch(gap))
        if before is None:
            apart = "," in gap and not leans and not gap.startswith(", when ")  # "burned in 2023, when a pilot"
            return None if after.trials == ELSEWHERE and apart else after
        between = text[max(before.end, claim.start - NEAR) : claim.start]
        if after.names and before.names and gap == " (" and " and " in between:
            return after  # "has been completed (NCT…) and another is underway (NCT…)"
        if leans and any(joint in between for joint in (",", "(", " and ")):
            return after
        lists = after.names and before.names and not before.opens
        if lists and _is_done_with(text, before) and _is_led_up_to(text, before, after):
            return after
    return before


def _is_done_with(text: str, before: Placed) -> bool:
    """Whether words on a trial end on its name: "was 39% in HALCYON and 36% …"."""
    return bool(_next_one().match(text, before.end))


def _is_led_up_to(text: str, before: Placed, after: Placed) -> bool:
    """Whether a trial is named in the way in which the one before it was: "… in HALCYON and 36% in KINGFISHER"."""
    first, second = (_within().search(text, max(0, one.start - 24), one.start) for one in (before, after))
    return first is not None and second is not None and first[1].lower() == second[1].lower()


@cache
def _next_one() -> re.Pattern[str]:
    return pattern(r"\)?(?:[,;]? (?:and|but|versus|vs\.?|whereas|while)|[,;]) ")


@cache
def _within() -> re.Pattern[str]:
    """What leads up to the name of a trial that words before it are about."""
    return pattern(r"\b([Ii]n|[Ff]or|[Ff]rom|[Oo]f) (?:the )?(?:[Pp]hase [0-9IV/]{1,5}[ab]? )?$")


@cache
def _describes() -> re.Pattern[str]:
    """What stands between the first word that describes a trial and its name."""
    return pattern(
        r",?(?: (?:[Pp]hase [0-9IViv/]{1,5}[ab]?|[a-z]{1,14}-[a-z]{1,14}|randomi[sz]ed|controlled|blinded|"
        r"multicent(?:er|re)|pivotal|confirmatory|registrational|exploratory|clinical|global|international|"
        r"safety|efficacy),?){0,6} "
    )


@cache
def _both() -> re.Pattern[str]:
    """What stands before what is said of two trials: "HALCYON and KINGFISHER are both open-label"."""
    return pattern(r"\b(?:are|were) both (?:[a-z-]+,? ){0,2}$")


@cache
def _told() -> re.Pattern[str]:
    """What stands before a word that says how a trial named before it was: "Whereas HALCYON was open-label, …"."""
    return pattern(r"\b(?:is|was|are|were) $")


@cache
def _called() -> re.Pattern[str]:
    """What stands between a word that describes a study and the name that the study is given behind it."""
    return pattern(r" (?:[\w-]+ ){0,3}(?:trial|study)(?:, (?:called |named |dubbed |known as )?| \(| called | named )")


@cache
def _lean() -> re.Pattern[str]:
    link = r"(?:in|for|at|on|of|from|entered|joined)\s+(?:(?:the|an?|another)\s+)?"
    share = r"(?:\)|\s\([0-9.,]{1,6}\s?%\))"
    return pattern(
        rf"(?:\s*(?:[a-z-]+ ){{0,2}},?\s?{link}|{share} (?:entered|joined|rolled over into) )(?:[\w-]+\s+){{0,5}}"
    )


@cache
def _owns() -> re.Pattern[str]:
    """What stands between an owner and a trial: "Ostara's Phase 3 VESTA"."""
    return pattern(r"['’]s?(?: [\w/-]+){0,4} ")
