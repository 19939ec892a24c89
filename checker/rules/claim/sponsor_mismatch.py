"""The prose names another sponsor than the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.claim import Found
from checker.claims.kinds._recorded_names import fold
from checker.claims.kinds._runners import companies, is_company
from checker.claims.kinds._sponsors import recorded_sponsors, telling
from checker.claims.sentences import prose_sentences
from checker.claims.slips import is_open
from checker.pattern import pattern
from checker.rules.claim._contradictions import hint, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.rule import Finding
    from checker.text import Span

severity = "error"
fixable = "unsafe"

_contradicted = rule("sponsor")

SUPPLIER = pattern(r"\b(?:made|supplied|provided|donated|sold|marketed|bought|acquired) by $")
"""What stands before a company that has to do with a trial's drug and not with the trial."""


def check(article: Article) -> Iterator[Finding]:
    found = [*_contradicted(article)]
    yield from found
    if not found and article.front is not None:
        yield from _instead(article)


def _instead(article: Article) -> Iterator[Finding]:
    """A company that the front matter does not know, as the only one of the prose, which never names the sponsor."""
    told = {name for _, name in article.once(recorded_sponsors)}
    asked = [
        trial
        for trial in article.trials
        if trial.lead_sponsor and trial.lead_sponsor not in told and is_company(trial.lead_sponsor)
    ]
    if len(asked) != 1:
        return
    trial, sponsor = asked[0], asked[0].lead_sponsor or ""
    prose = fold("\n".join(block.prose for block in article.prose))
    if any(word in prose for word in telling(sponsor)):
        return
    strange = _strange(article)
    if len(strange) == 1:
        ((name, span),) = strange.items()
        message = f'The prose says "{name}", and nowhere {sponsor}, as the record of {trial.label} does.'
        yield hint(article, trial, "lead_sponsor", f"The record says {sponsor}.", span, message)


def _strange(article: Article) -> dict[str, Span]:
    """The companies of the prose that the front matter does not name, where they stand first."""
    front = fold(article.text[: article.body.start])
    found: dict[str, Span] = {}
    for sentence in article.once(prose_sentences):
        for name, start, end in companies(sentence.text):
            claimed = Found("sponsor", name, start, end)
            if name in found or fold(name) in front or SUPPLIER.search(sentence.text, max(0, start - 24), start):
                continue
            if is_open(sentence.text, claimed):
                found[name] = sentence.locate(start, end)
    return found
