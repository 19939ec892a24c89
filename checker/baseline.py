"""Today's findings, accepted: later runs report only what is new."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from checker.diagnostic import Diagnostic

VERSION = 1
KEPT = frozenset({"internal-error", "unreadable-file"})
"""Rules whose findings no baseline accepts: they say that something was not checked."""

MOST = 64 * 1024 * 1024
"""Bytes that a baseline may have."""

Key = tuple[str, str, str]
"""Path, rule and fingerprint: never a line."""


class BaselineProblem(Exception):
    """A baseline that cannot be used; the message is for the person who named it."""


class Compared(NamedTuple):
    """The findings that a baseline does not hold, those that it holds, and what it holds that is gone."""

    new: tuple[Diagnostic, ...]
    accepted: tuple[Diagnostic, ...]
    stale: tuple[Key, ...]


def key_of(diagnostic: Diagnostic) -> Key:
    return diagnostic.path, diagnostic.rule, diagnostic.fingerprint


def dump(diagnostics: Iterable[Diagnostic]) -> str:
    """The text of a baseline: one finding a line, sorted, so that two branches' changes merge."""
    import json

    counts = Counter(key_of(each) for each in diagnostics if each.rule not in KEPT)
    lines = [
        json.dumps({"path": path, "rule": rule, "fingerprint": fingerprint, "count": count})
        for (path, rule, fingerprint), count in sorted(counts.items())
    ]
    return f'{{"version": {VERSION}, "findings": [\n' + ",\n".join(lines) + "\n]}\n"


def parse(text: str) -> Counter[Key]:
    """The findings that a baseline accepts, each with how often. Raises BaselineProblem."""
    import json

    try:
        raw = json.loads(text)
        if raw["version"] != VERSION:
            raise BaselineProblem(f"The baseline is of version {raw['version']}, and this checker reads {VERSION}.")
        return Counter({(one["path"], one["rule"], one["fingerprint"]): int(one["count"]) for one in raw["findings"]})
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise BaselineProblem(f"The baseline cannot be read: {error!r}.") from None


def compare(diagnostics: Iterable[Diagnostic], accepted: Counter[Key], paths: frozenset[str]) -> Compared:
    """Hold findings against a baseline. Only entries of the `paths` that were checked can be found to be stale."""
    left = Counter(accepted)
    new, old = [], []
    for each in diagnostics:
        if each.rule not in KEPT and left[key_of(each)] > 0:
            left[key_of(each)] -= 1
            old.append(each)
        else:
            new.append(each)
    stale = sorted(key for key, count in left.items() if count > 0 and key[0] in paths)
    return Compared(tuple(new), tuple(old), tuple(stale))
