"""Parts that are said to make up a whole do not add up to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.numbers import prose_numbers
from checker.rule import Finding
from checker.rules.statistic._arm_sums import (
    a_list_of_arms,
    equal_arms,
    in_both_groups,
    part_by_part,
    shared_out_by_chance,
)
from checker.rules.statistic._part_sums import (
    a_difference,
    a_sum,
    all_in_percent,
    all_who_began,
    more_than_all,
    the_other_half,
)
from checker.rules.statistic._sums import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article, Block

severity = "warning"
fixable = None

LOOKS = (
    shared_out_by_chance,
    in_both_groups,
    the_other_half,
    equal_arms,
    a_list_of_arms,
    part_by_part,
    all_who_began,
    a_sum,
    a_difference,
    all_in_percent,
    more_than_all,
)
"""One for each way of saying that nobody was left out: each returns the gap that it found in a sentence, or None."""


def check(article: Article) -> Iterator[Finding]:
    block: Block | None = None
    previous: Reading | None = None
    for sentence, numbers in article.once(prose_numbers):
        reading = Reading(article, sentence.text, numbers, previous if sentence.block is block else None)
        gap = next((gap for look in LOOKS if (gap := look(reading))), None) if reading.is_worth_a_look else None
        if gap:
            yield Finding(
                sentence.locate(gap.start, gap.end),
                gap.message,
                help="Correct the part that was mistyped, or the whole.",
            )
        block, previous = sentence.block, reading
        reading.previous = None
