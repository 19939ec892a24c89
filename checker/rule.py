"""What a rule is made of. A rule is a module; it needs no class and no registration.

A rule module `rules/<family>/<name>.py` has a docstring of one sentence, `severity`, `fixable` (None, "safe" or
"unsafe") and one of:

- `check(article) -> Iterator[Finding]`;
- `collect(article) -> Iterator[Collected]` and `compare(entries) -> Iterator[Clash]`, for rules that hold articles
  against each other;
- `review(uses) -> Iterator[Finding]`, for rules about suppressions.

A module that defines `options` (a dict of defaults) gets them, with the settings' values, as a second argument of
`check`, `collect` or `review`.
"""

from typing import NamedTuple

from checker.diagnostic import Entry, Severity
from checker.text import Pointer, Span


class Edit(NamedTuple):
    """Replace the text of `span` by `text`."""

    span: Span
    text: str


class Fix(NamedTuple):
    """Titled edits that belong together; `safe` when no meaning can change. The title is an imperative."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool = False


class Elsewhere(NamedTuple):
    """A second place in the same article that a message speaks of, and what is to be seen there."""

    span: Span
    message: str


class Finding(NamedTuple):
    """What a rule yields.

    `message` is one sentence for an editor, `help` an imperative. `trial` is the id or key of the record concerned,
    `pointer` the route of keys when the place is in the front matter. `severity` weakens the rule's own for this one
    finding. `alternatives` are other ways to mend it than `fix`, for a person to choose from: none is ever applied
    unasked.
    """

    span: Span
    message: str
    help: str | None = None
    fix: Fix | None = None
    related: tuple[Elsewhere, ...] = ()
    trial: str | None = None
    pointer: Pointer | None = None
    severity: Severity | None = None
    alternatives: tuple[Fix, ...] = ()


class Collected(NamedTuple):
    """What a corpus rule takes from one article: entries with equal `key` are compared with each other."""

    key: str
    span: Span
    value: tuple[str, ...] = ()


class Clash(NamedTuple):
    """What a corpus rule yields: the entry at fault, the message, and the entries that it clashes with."""

    entry: Entry
    message: str
    help: str | None = None
    related: tuple[tuple[Entry, str], ...] = ()


class Use(NamedTuple):
    """One rule named in one suppression, and what became of it; `rule` is empty where the comment names none.

    `span` covers the comment, `rule_span` the rule's name in it. `used` is None where nothing can be said: the rule
    did not run, or the suppression has expired. `until` is a date as written. `understood` says whether the comment
    gives an order that there is (`ignore`, `ignore-file`). `names` are all rules' names.
    """

    span: Span
    rule: str
    rule_span: Span
    known: bool
    used: bool | None
    reason: str
    until: str | None
    expired: bool
    understood: bool
    names: tuple[str, ...] = ()
