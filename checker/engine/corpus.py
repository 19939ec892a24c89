"""Holding articles against each other: a reduction over small entries."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from checker.diagnostic import Diagnostic, Related
from checker.engine.naming import DOCS, digest
from checker.rules import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.diagnostic import Entry
    from checker.settings import Settings


def check_corpus(entries: Iterable[Entry], settings: Settings) -> Iterator[Diagnostic]:
    """Compare what the corpus rules collected, in any order; the diagnostics come sorted by rule, key and path."""
    groups: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[entry.rule, entry.key].append(entry)
    for (name, key), group in sorted(groups.items()):
        rule = load(name)
        if rule.compare is None:
            continue
        group.sort(key=lambda entry: (entry.path, entry.range))
        for clash in rule.compare(group):
            if clash.entry.silenced is not None:
                continue
            yield Diagnostic(
                path=clash.entry.path,
                range=clash.entry.range,
                rule=name,
                family=rule.family,
                severity=clash.entry.severity,
                message=clash.message,
                help=clash.help,
                related=tuple(Related(other.path, other.range, message) for other, message in clash.related),
                url=f"{DOCS}{name}",
                fingerprint=digest(name, key, *clash.entry.value),
            )
