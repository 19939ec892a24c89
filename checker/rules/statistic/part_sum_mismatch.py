"""Parts that are said to make up a whole do not add up to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.numbers import prose_numbers
from checker.pattern import pattern
from checker.rule import Finding
from checker.rules.statistic._arm_sums import (
    a_list_of_arms,
    equal_arms,
    in_both_groups,
    part_by_part,
    shared_out_by_chance,
)
from checker.rules.statistic._country_sums import country_by_country
from checker.rules.statistic._part_sums import (
    a_difference,
    a_sum,
    all_in_percent,
    all_who_began,
    more_than_all,
    the_other_half,
)
from checker.rules.statistic._sums import Gap, Reading

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

    from checker.article import Article, Block

severity = "warning"
fixable = None

CHANCE = ("andomi", "llocated", "ssigned", "ivided", "split")


def _any_of(*texts: str) -> re.Pattern[str]:
    return pattern("|".join(texts), needs=texts)


LOOKS: tuple[tuple[re.Pattern[str], Callable[[Reading], Gap | None]], ...] = (
    (_any_of(*CHANCE), shared_out_by_chance),
    (_any_of(" group", " arm"), in_both_groups),
    (_any_of("he other ", "he remaining "), the_other_half),
    (_any_of("arm", "Arm", "group", "Group"), equal_arms),
    (
        pattern(
            rf"{'|'.join(CHANCE)}|[Cc]hance|lots|ratio|-one|\d:\d",
            needs=(*CHANCE, "hance", "lots", "ratio", "-one", ":"),
        ),
        a_list_of_arms,
    ),
    (pattern(r"(?:\(|: )\d{1,6} [A-Za-z]", needs=("(", ": ")), part_by_part),
    (_any_of("saw it", "finished", "completed", "to the end"), all_who_began),
    (_any_of("in total", "in all", "altogether", "all to"), a_sum),
    (_any_of("more than", "fewer than", "less than"), a_difference),
    (_any_of("rest", "remaining", "worse"), all_in_percent),
    (pattern(r"\w in (?:the )?[A-Z]|\w from (?:the )?[A-Z]", needs=(" in ", " from ")), country_by_country),
    (pattern(r" of |\b(?:Of|Out of|Among) (?:the |these |all )?\d"), more_than_all),
)
"""One for each way of saying that nobody was left out, behind a cheap test for a word that it needs.

Each returns the gap that it found in a sentence, or None.
"""


def check(article: Article) -> Iterator[Finding]:
    block: Block | None = None
    previous: Reading | None = None
    for sentence, numbers in article.once(prose_numbers):
        reading = Reading(article, sentence.text, numbers, previous if sentence.block is block else None)
        gap = _first_gap(reading)
        if gap:
            yield Finding(
                sentence.locate(gap.start, gap.end),
                gap.message,
                help="Correct the part that was mistyped, or the whole.",
            )
        block, previous = sentence.block, reading
        reading.previous = None


def _first_gap(reading: Reading) -> Gap | None:
    for needed, look in LOOKS:
        if needed.search(reading.text):
            gap = look(reading)
            if gap:
                return gap
    return None
