"""Two articles give one trial different facts for the same month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import dates
from checker.rule import Clash, Collected
from checker.stated import differ, stated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.article import Article
    from checker.diagnostic import Entry

severity = "warning"
fixable = None

MOST = 3
"""How many differing facts a message names."""


def collect(article: Article) -> Iterator[Collected]:
    """One small entry a record: `as_of`, the article's date, the trial's id, and the facts, a line each."""
    for trial in article.trials:
        if trial.id and trial.as_of and dates.is_date(trial.as_of) and len(trial.as_of) >= len("2018-10"):
            facts = "\n".join(f"{fact.name}: {fact.value}" for fact in stated(trial))
            yield Collected(
                f"{trial.id.casefold()} {trial.as_of[:7]}",
                article.value_at(*trial.at, "id"),
                (trial.as_of, article.published or "", trial.id, facts),
            )


def compare(entries: Sequence[Entry]) -> Iterator[Clash]:
    """Each record is held against the newest: by `as_of`, then by the article's date."""
    *others, newest = sorted(entries, key=lambda entry: (entry.value[:2], entry.path))
    known = _facts(newest)
    for entry in others:
        facts = _facts(entry)
        differing = [
            f"{name} {facts[name]} against {value}"
            for name, value in known.items()
            if name in facts and differ(name, facts[name], value)
        ]
        if not differing:
            continue
        more = f", and {len(differing) - MOST} more" if len(differing) > MOST else ""
        behind = _is_older(entry, newest)
        yield Clash(
            entry,
            f"This article {'is behind' if behind else 'differs from'} {newest.path}"
            f" on {entry.value[2]} as of {dates.spoken(entry.value[0][:7])}: "
            f"{'; '.join(differing[:MOST])}{more}.",
            "Look the trial up in its registry and correct the record that is wrong.",
            ((newest, "The newer record of the trial." if behind else "The other record of the trial."),),
        )


def _is_older(entry: Entry, newest: Entry) -> bool:
    (read, published), (newly_read, newly_published) = entry.value[:2], newest.value[:2]
    return dates.is_before(read, newly_read) or (read == newly_read and published < newly_published)


def _facts(entry: Entry) -> dict[str, str]:
    lines = (line.partition(": ") for line in entry.value[3].split("\n"))
    return {name: value for name, colon, value in lines if colon}
