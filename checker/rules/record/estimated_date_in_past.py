"""A date was already past when the facts were read, and still an estimate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.dates import days_between, is_before, last_day, spoken
from checker.rule import Elsewhere, Finding
from checker.rules.record._dates import contradicting_status, day_of_reading, disorders, milestones, when

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from checker.article import Article

severity = "warning"
fixable = None
options = {"grace_days": 30}

NEVER_UPDATED = frozenset({"UNKNOWN", "WITHDRAWN"})
"""The registry computes UNKNOWN from just such a date; what was withdrawn never reached it."""


def check(article: Article, options: Mapping[str, Any]) -> Iterator[Finding]:
    for trial in article.trials:
        read = day_of_reading(trial)
        if read is None or trial.overall_status in NEVER_UPDATED:
            continue
        told = {*contradicting_status(article, trial), *(suspect for suspect, _ in disorders(trial))}
        past = [
            found
            for found in milestones(trial)
            if found.type == "ESTIMATED"
            and is_before(found.date, read)
            and days_between(last_day(found.date), read) > options["grace_days"]
            and found not in told
        ]
        if past:
            first, *others = past
            yield Finding(
                article.value_at(*first.at, "date"),
                f"The {first.name} of {trial.label}, {spoken(first.date)}, is still an estimate in facts "
                f"that were read later, {when(read)}.",
                "Look the date up again, and give the actual one if the registry has it by now.",
                related=(
                    *(Elsewhere(article.value_at(*found.at, "date"), f"So is the {found.name}.") for found in others),
                    Elsewhere(article.value_at(*trial.at, "as_of"), "The day of reading stands here."),
                ),
                trial=trial.label,
                pointer=(*first.at, "date"),
            )
