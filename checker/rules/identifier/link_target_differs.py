"""A link's text names one trial, and its address leads to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pattern import pattern
from checker.registries import find, nearest, slips
from checker.rule import Elsewhere, Finding
from checker.rules.identifier._numbers import Number, known, numbers, records_by_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article, Block, Link
    from checker.facts import Trial
    from checker.registries import Mention
    from checker.text import Span

severity = "error"
fixable = None

WORD = pattern(r"[\w-]+")


def check(article: Article) -> Iterator[Finding]:
    for block in article.prose:
        for link in block.links:
            text = block.text[link.start : link.end]
            target = _target(link.url) if text != link.url else None
            if target is None:
                continue
            message, related = _difference(article, text, target)
            if message:
                yield Finding(
                    _place(article, block, link),
                    message,
                    "Correct the address, or the text of the link.",
                    related=related,
                    trial=target.id,
                )


def _target(url: str) -> Mention | None:
    """The one number in an address."""
    found = find(url.replace("%2F", "/").replace("%2f", "/").replace("%20", " "))
    return found[0] if len({mention.id for mention in found}) == 1 else None


def _difference(article: Article, text: str, target: Mention) -> tuple[str | None, tuple[Elsewhere, ...]]:
    goes = target.id or f"“{target.written}”"
    records = article.once(records_by_number)
    named = [mention for mention in find(text) if mention.id]
    if named:
        same_registry = all(mention.registry == target.registry for mention in named)
        record = records.get(target.id or "")
        same_record = record is not None and any(records.get(mention.id or "") is record for mention in named)
        if same_registry and not same_record and target.id not in {mention.id for mention in named}:
            return f"The link says {named[0].id} and leads to {goes}.", ()
        return None, ()
    if (owner := records.get(target.id or "")) is not None:
        called = [article.once(_by_acronym)[word] for word in WORD.findall(text) if word in article.once(_by_acronym)]
        if not called or owner in called:
            return None, ()
        trial = called[0]
        seen = Elsewhere(article.value_at(*trial.at, "acronym"), f"The record of {trial.label} has this name.")
        return f"The link says {trial.acronym} and leads to {goes}, which is another trial.", (seen,)
    return _slip(article, target, goes)


def _by_acronym(article: Article) -> dict[str, Trial]:
    """The records by acronym, where it is one word and no other record's."""
    found: dict[str, Trial] = {}
    twice = {trial.acronym for trial in article.trials if found.setdefault(trial.acronym or "", trial) is not trial}
    return {acronym: trial for acronym, trial in found.items() if len(acronym) > 2 and acronym not in twice}


def _slip(article: Article, target: Mention, goes: str) -> tuple[str | None, tuple[Elsewhere, ...]]:
    """A number that only the address has, one slip away from one that the article names."""
    cited = article.once(named_numbers)
    wrong = target.id or target.written
    if wrong in cited or wrong in article.once(known):
        return None, ()
    near = nearest(wrong, {number for slip in slips(wrong) for number in article.once(_by_slip).get(slip, ())}, most=1)
    if not near:
        return None, ()
    meant = cited[near[0]]
    return f"The link leads to {goes}, the article speaks of {meant.id}.", (
        Elsewhere(meant.span, f"Here: {meant.id}."),
    )


def named_numbers(article: Article) -> dict[str, Number]:
    """The sound numbers that the article names in its text or its front matter."""
    return {number.id: number for number in reversed(article.once(numbers)) if number.sound and number.id}


def _by_slip(article: Article) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for number in article.once(named_numbers):
        for slip in slips(number):
            found.setdefault(slip, []).append(number)
    return found


def _place(article: Article, block: Block, link: Link) -> Span:
    if article.text[link.url_span.start : link.url_span.end] == link.url:
        return link.url_span
    return block.locate(link.start, link.end)
