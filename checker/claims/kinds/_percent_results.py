"""Percentages that are results, by the words around them: for what was measured, for what participants did."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.claims.kinds._cells import stands_among_arms
from checker.claims.kinds._percent_others import at_large, elsewhere, is_defined, level, level_before, side_effects
from checker.claims.kinds._percent_rows import (
    harm_before,
    harm_right_before,
    harms,
    is_compared,
    is_joined_to_last,
    is_told_in_turn,
    listed_shares,
    next_percent,
    past,
)
from checker.claims.kinds._percent_sentence import strength
from checker.claims.kinds._percent_words import (
    against,
    arm_behind,
    behind_share,
    between_two,
    brings_in,
    caused,
    count_right_before,
    count_right_behind,
    did_to,
    done_in,
    effect_behind,
    found_to,
    general,
    in_brackets,
    in_people,
    in_words_before,
    makeup_before,
    makeup_behind,
    measured_before,
    moved_to,
    occurred,
    of_cases,
    of_events,
    of_number,
    of_one_arm,
    of_people,
    of_these,
    rate_before,
    reduction,
    result_behind,
    rose_from,
    studied,
    tested_behind,
    whole_before,
    whole_behind,
    with_before,
    with_doing,
)

if TYPE_CHECKING:
    from checker.claims.kinds._percent_sentence import PercentSentence
    from checker.claims.numbers import Number


class Share(NamedTuple):
    """A percentage, its place among those of its sentence, and the words before and behind it in lower case."""

    sentence: PercentSentence
    place: int
    number: Number
    before: str
    behind: str

    @property
    def is_bracketed(self) -> bool:
        """Whether it stands alone between brackets."""
        return self.before.endswith("(") and self.behind[:1] == ")"

    def tells_of_study(self) -> bool:
        """Whether its sentence speaks of a study."""
        return studied().search(self.sentence.lower) is not None


def is_result(sentence: PercentSentence, index: int, number: Number) -> bool:
    """Whether the words around a percentage make it a result."""
    share = Share(sentence, index, number, sentence.before(number), sentence.behind(number))
    for reading in READINGS:
        told = reading(share)
        if told is not None:
            return told
    return False


# Each of the following says whether a percentage is a result, or None where it cannot tell.


def _by_sentence(share: Share) -> bool | None:
    """Reads levels, strengths and definitions, which are none; and those that stand beside a result or are tested."""
    sentence, number, before, behind = share.sentence, share.number, share.before, share.behind
    if (
        strength().match(behind)
        or number.value in sentence.strengths
        or level().match(behind)
        or level_before().search(before)
        or is_defined(before, behind)
        or elsewhere().search(sentence.clause(number))
    ):
        return False
    if sentence.tested or is_joined_to_last(sentence, share.place, number):
        return True
    return is_compared(sentence, share.place, number) or None


def _by_heads(share: Share) -> bool | None:
    """Reads the cells of a table that gives the results of arms."""
    said = share.sentence.said
    if said.block_kind != "cell" or share.number.value < 0 or elsewhere().search(" | ".join(said.heads)):
        return None
    return stands_among_arms(said, share.number) or None


def _by_change(share: Share) -> bool | None:
    """Reads what rose or fell, and effects that are brought in; what is so of people at large is no result."""
    sentence, before, behind = share.sentence, share.before, share.behind
    if done_in().search(before) and of_cases().match(behind):
        return True
    if rose_from().search(before) and (
        sentence.is_among_results or share.tells_of_study() or in_people().search(before)
    ):
        return True
    if brings_in().search(before) and effect_behind().match(behind):
        return True
    if arm_behind().match(behind):
        return True
    clause = sentence.clause(share.number)
    if at_large().search(clause):
        return False
    told = result_behind().match(behind) or occurred().search(before)
    return (
        False
        if side_effects().search(clause) and not (told and (share.tells_of_study() or sentence.is_among_results))
        else None
    )


def _by_count(share: Share) -> bool | None:
    """Reads a percentage beside its count or its whole, and what people were or did."""
    before, behind = share.before, share.behind
    told = (
        measured_before().search(before)
        or of_one_arm().search(before)
        or ((behind[:1] in (")", ",", ";") or of_number().match(behind)) and count_right_before().search(before))
        or count_right_behind().match(behind)
        or (behind[:1] == ")" and (harm_before().search(before) or whole_before().search(before)))
        or whole_behind().match(behind)
        or makeup_behind().match(behind)
        or (behind[:1] in (")", ",", ";") and makeup_before().search(before))
        or (did_to().search(before) and of_people().match(behind))
    )
    if not told and of_these().search(before) and past().search(share.sentence.lower):
        block = share.sentence.said.sentence.block.prose.lower()
        return None if at_large().search(block) or elsewhere().search(block) else True
    return True if told else None


def _by_finding(share: Share) -> bool | None:
    """Reads "was found to …" and reductions, which are results where a study is spoken of."""
    before, behind = share.before, share.behind
    found = bool(found_to().search(before))
    if not found and general().search(before):
        return False
    reduced = share.number.value >= 0 and reduction().search(before)  # "A difference of −8.5 points" is one of weight.
    if found or reduced or effect_behind().match(behind):
        return share.tells_of_study() or share.sentence.is_among_results or behind[:9] in (" effectiv", " efficaci")
    return None


def _by_event(share: Share) -> bool | None:
    """Reads what occurred in people, harms in a list, and "with 72% of patients achieving"."""
    sentence, before, behind = share.sentence, share.before, share.behind
    if occurred().search(before) and of_people().match(behind):
        return True
    if share.is_bracketed and (
        harms().search(sentence.lower, 0, share.number.start)
        or (
            listed_shares().search(sentence.lower)
            and (share.tells_of_study() or (share.number.decimals and sentence.is_among_results))
        )
    ):
        return True
    if (occurred().search(before) or harm_right_before().search(before)) and against().match(behind):
        return True
    if with_before().search(before) and with_doing().match(behind):
        return sentence.is_among_results or share.tells_of_study()
    return None


def _by_results_around(share: Share) -> bool | None:
    """Reads what needs little more than that the sentences around it give results."""
    sentence, before, behind = share.sentence, share.before, share.behind
    if not (sentence.is_among_results and past().search(sentence.lower)):
        return None
    told = (
        (occurred().search(before) and behind.startswith((" of ", " (", ",", ".", " and ")))
        or (caused().search(before) and of_events().match(behind))
        or moved_to().search(before)
        or (before.endswith(("for ", "in ")) and of_people().match(behind))
        or (
            share.is_bracketed
            and (share.number.decimals or (in_words_before().search(before) and result_behind().match(behind, 1)))
        )
    )
    return True if told else None


def _by_study(share: Share) -> bool | None:
    """Reads what is a result only where the sentence speaks of a study."""
    number, before, behind = share.number, share.before, share.behind
    told = bool(result_behind().match(behind))
    if told and not before.strip() and number.decimals:  # "23.1% were at least 75."
        return True
    if not share.tells_of_study():
        return told and share.sentence.is_among_results
    if told or rate_before().search(in_brackets().sub("", before)) or tested_behind().match(behind):
        return True
    if is_told_in_turn(share.sentence, share.place, number):
        return True
    following = next_percent(share.sentence, share.place)
    if following and between_two().fullmatch(share.sentence.lower, number.end, following.start):
        return True
    return bool(behind_share().match(behind)) and number.value > 0


READINGS = (_by_sentence, _by_heads, _by_change, _by_count, _by_finding, _by_event, _by_results_around, _by_study)
"""What a percentage is asked in turn, until one of them can tell."""
